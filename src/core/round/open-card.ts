import type { Card } from '../cards.js';
import { draftCard, edit, openedOf, remove, revealCard, send } from '../compose.js';
import type { CoupleId, RoundId } from '../ids.js';
import { say, type Notice } from '../notice.js';
import { coupleIn, personOf } from '../person.js';
import type { OpenedRound } from '../scene.js';
import type { Stage } from '../stage.js';
import { keysUnder } from './after.js';

/** Which message in somebody's own chat stands for what opened: there the two thank, ask on and react. */
export function openCard({ round, room }: OpenedRound): Card {
  return room === 'laid' ? draftCard(round.id) : revealCard(round.id);
}

/** An hour less than Telegram's own limit, for whatever waits on its way. */
const editedMs = 47 * 3_600_000;

/**
 * It lies in the room, which made the sound: what stood sealed says so where it stands. One that may be too old to be
 * known is said anew, without a sound.
 */
export function openInRoomCards(couple: CoupleId, round: RoundId, stage: Stage): readonly Notice[] {
  const { after, now } = stage;
  return coupleIn(after, couple).members.flatMap((id) => {
    const me = personOf(after, id);
    const opened = openedOf(after, me, round);
    if (opened === null) return [];
    const card = draftCard(round);
    const keys = keysUnder(after, me, opened, stage);
    const words = say('openInRoom', {});
    return now - opened.round.startedAt < editedMs
      ? [edit(id, card, words, { keys, lane: 'reveal' })]
      : [remove(id, card), send(id, words, { lane: 'reveal', card, keys, isSilent: true })];
  });
}
