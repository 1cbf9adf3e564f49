import type { RoundId } from '../ids.js';
import { key } from '../keyboard.js';
import type { Key } from '../notice.js';
import type { Piece } from '../piece.js';
import { timeOf, type Page } from './pages.js';
import type { View } from './view.js';

/** The keyboards of the book. A page's buttons carry which page it is, when it opened, and what is being leafed through. */

type Rows = readonly (readonly Key[])[];

export const bookKeys: Rows = [[key('leaf', '', 0, 'all'), key('leaf', '', 0, 'kept')]];

/** What a page has beside words, and on which sides there is another. */
export interface PageHas {
  readonly older: boolean;
  readonly newer: boolean;
  readonly drawing: boolean;
  /** Whether they said that they would keep it. */
  readonly wish: boolean;
  readonly askAgain: boolean;
  /** One thing of both: there is nothing of either to talk about. */
  readonly isShared: boolean;
  /** Whether its reader is reminded of the ritual that it is; null for any other page. */
  readonly reminds: boolean | null;
}

export function pageKeys(page: Page, view: View, has: PageHas): Rows {
  const on = (name: Parameters<typeof key>[0]) => key(name, page.round, timeOf(page), view);
  const pieces = [...page.own.pieces, ...(page.theirs?.pieces ?? [])];
  const rows = [
    [...(has.older ? [on('older')] : []), ...(has.newer ? [on('newer')] : [])],
    [
      ...(pieces.some(isToPlay) ? [on('playVoices')] : []),
      ...(pieces.some(isToSee) ? [on('showPhotos')] : []),
      ...(has.drawing ? [on('drawing')] : []),
    ],
    page.isOfBoth ? [keepKey(page, view, has.wish), ...(has.isShared ? [] : [on('talkPage')])] : [],
    has.reminds === null ? [] : [on(has.reminds ? 'ritualQuiet' : 'ritualRemind')],
    [...(has.askAgain ? [on('askAgain')] : []), on('removePage')],
  ];
  return rows.filter((row) => row.length > 0);
}

/** [Bewaar], with a mark once they said so; on what is kept already, for longer. */
function keepKey(page: Page, view: View, isWished: boolean): Key {
  const name = isWished ? 'dropKeep' : page.keptAt === null ? 'keepPage' : 'keepLonger';
  return { ...key(name, page.round, timeOf(page), view), isOn: isWished };
}

/** The same under opened answers. */
export function keepUnderReveal(round: RoundId, isWished: boolean): Key {
  return { ...key(isWished ? 'dropKeep' : 'keepPage', round, 0, 'reveal'), isOn: isWished };
}

export function removalKeys(page: Page, view: View): Rows {
  return [[key('removePageNow', page.round, timeOf(page), view)], [key('samePage', page.round, timeOf(page), view)]];
}

/** What Telegram does not know any more can be neither heard nor seen. */
export function isToPlay(piece: Piece): boolean {
  return piece.kind === 'voice' && piece.fileId !== null;
}

export function isToSee(piece: Piece): boolean {
  return piece.kind === 'photo' && piece.fileId !== null;
}
