import type { SayParams } from '../../../src/core/notice.js';
import type { Someone } from '../../support/given.js';
import type { Happening } from '../memory.js';

/** What stands on the pages that somebody was shown. */

type PageSaid = SayParams['page'];

export function texts({ own, theirs }: PageSaid): readonly string[] {
  return [own, ...(theirs === null ? [] : [theirs])].flatMap(({ pieces }) =>
    pieces.map((piece) => (piece.kind === 'text' ? piece.text : piece.kind)),
  );
}

export function pagesSeen({ id }: Someone, { heard }: Happening): readonly (readonly string[])[] {
  return heard.flatMap(({ notice }) =>
    notice.to === id && notice.say?.name === 'page' ? [texts(notice.say.params)] : [],
  );
}
