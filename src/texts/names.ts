import { isVisible } from '../core/reading/visible.js';
import { FmtString } from '../telegram/format.js';
import type { About, Says } from './texts.js';
import type { SayName } from '../core/notice.js';

/** Where a sentence has the name of somebody else. */
const nameFields = ['partner', 'partnerName', 'inviter', 'caller'] as const;
/** Stands for a first letter until it is known whether a sentence begins there. No text may contain this sign. */
const letterToCome = '\u{fdd0}';
const atSentenceStart = /(?:^|\n|[.!?…] )["'«„“(]?$/;

type Tell = (params: Readonly<Record<string, unknown>>, about: About) => string | FmtString;

/** Sentences in which whoever has a name that cannot be seen is called what they are. */
export function namedOr<Names extends SayName>(nobody: string, says: Says<Names>): Says<Names> {
  const named = Object.entries<Tell>(says as never).map(([name, tell]) => [name, orNobody(nobody, tell)] as const);
  return Object.fromEntries(named) as unknown as Says<Names>;
}

function orNobody(nobody: string, tell: Tell): Tell {
  return (params, about) => {
    const blank = nameFields.filter((field) => isBlank(params[field]));
    // Somebody's own name is left out where it is blank.
    const own = isBlank(params['name']) ? { name: '' } : {};
    if (blank.length === 0) return tell({ ...params, ...own }, about);
    const called = letterToCome + nobody.slice(1);
    const said = tell({ ...params, ...own, ...Object.fromEntries(blank.map((field) => [field, called])) }, about);
    if (typeof said === 'string') return inCase(said, nobody);
    return new FmtString(inCase(said.text, nobody), said.entities);
  };
}

function isBlank(name: unknown): boolean {
  return typeof name === 'string' && !isVisible(name);
}

function inCase(text: string, nobody: string): string {
  const first = nobody.charAt(0);
  return text.replaceAll(letterToCome, (_, at: number) =>
    atSentenceStart.test(text.slice(0, at)) ? first.toUpperCase() : first,
  );
}
