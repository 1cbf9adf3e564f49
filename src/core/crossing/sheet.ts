import type { EventOf } from '../event.js';
import { edit, editPhoto, isSilentFor, promptCard, revealCard, send, sendPhoto, sheetCard } from '../compose.js';
import { leafKeys } from '../keyboard.js';
import { say, type Notice } from '../notice.js';
import { answerOf } from '../person.js';
import { sheetPagesOf } from '../round/words.js';
import type { OpenedRound, Person } from '../scene.js';
import type { Stage } from '../stage.js';
import { attached, wordsOf, asWords, aboutOpened } from './shown.js';

/** An opened sheet. */

/** A sheet opens as one message with one theme at a time, which its reader leafs through. */
export function revealSheet(me: Person, partner: Person, opened: OpenedRound, stage: Stage): readonly Notice[] {
  const { after: scene, now } = stage;
  const { round } = opened;
  const page = sheetPage(me, partner, opened, 0, stage);
  const theirs = answerOf(partner, round.id).pieces;
  return [
    edit(me.id, promptCard(round.id), null),
    edit(me.id, sheetCard(round.id), say('sealedAndOpen', {})),
    send(me.id, say('sheetOpened', { scenario: round.scenario }), { ...asWords(me, scene, now) }),
    ...(page === null
      ? []
      : [
          sendPhoto(me.id, page.words, {
            ...asWords(me, scene, now),
            card: revealCard(round.id),
            keys: page.keys,
            isSilent: true,
          }),
        ]),
    ...attached(me, partner, theirs, isSilentFor(me, scene, now)),
  ];
}

/** Shows another theme in the same message. */
export function leafSheet({ person, round, page }: EventOf<'sheetLeafed'>, stage: Stage): readonly Notice[] {
  return aboutOpened(stage.after, person, round, (me, partner, opened) => {
    const shown = sheetPage(me, partner, opened, page, stage);
    return shown === null ? [] : [editPhoto(me.id, revealCard(round), shown.words, { keys: shown.keys })];
  });
}

function sheetPage(me: Person, partner: Person, opened: OpenedRound, page: number, { scenarios }: Stage) {
  const pages = sheetPagesOf(me, partner, opened.round, scenarios);
  if (pages[page] === undefined) return null;
  const words = say('sheetPage', { pages, page, ...wordsOf(me, partner) });
  return { words, keys: leafKeys(opened.round.id, page, pages.length) };
}
