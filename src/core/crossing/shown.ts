import { isSilentFor, openedOf, sendPhoto, sendVoice } from '../compose.js';
import type { CoupleId, Instant, PersonId, RoundId } from '../ids.js';
import { say, type Notice } from '../notice.js';
import { answerOf, partnerOf, personOf } from '../person.js';
import type { Piece } from '../piece.js';
import { whatOpens } from '../round/gaps.js';
import type { AnswerShown, WordsOf } from '../round/say.js';
import type { Scenarios } from '../round/scenario.js';
import type { Answer, OpenedRound, Person, Scene } from '../scene.js';

/**
 * Everything that carries one partner's words to the other stands in this folder: an opened round, an answer that its
 * writer shares after all, a reaction, a postcard, the two lines after a breather, a page of the book, and what is said in
 * a listening round. Nothing else may. This file has what the others share: what one sees of the other, and how it is sent.
 */

/**
 * What the other sees of an answer. Of one that stays closed they see that it exists, and not a word of it. Of a pass they
 * see nothing of the draft that its writer never sealed.
 */
export function shownTo(opened: OpenedRound, writer: Person, scenarios: Scenarios): AnswerShown {
  const answer = whatOpens(answerOf(writer, opened.round.id), scenarios.get(opened.round.scenario)?.answer);
  const isClosed = opened.closed.includes(writer.id);
  const isShown = answer.state === 'sealed' && !isClosed;
  return { answer: isShown ? withoutStep(answer) : { ...withoutStep(answer), pieces: [], picks: [] }, isClosed };
}

/** The other does not see how often an answer was changed, or which lines were left out or chosen. */
export function withoutStep({ stem: _, chosen: __, ...answer }: Answer): Answer {
  return { ...answer, step: 0 };
}

/** The voice notes of an answer, and its photos under a cover, each in a message of its own. */
export function attached(
  to: Person,
  from: Person,
  pieces: readonly Piece[],
  isSilent: boolean,
  lane: 'reveal' | 'reply' = 'reveal',
): readonly Notice[] {
  const way = { lane, isProtected: true, isSilent } as const;
  return pieces.flatMap((piece) => {
    if (piece.kind === 'text' || piece.fileId === null) return [];
    const file = { partner: from.name, fileId: piece.fileId };
    return piece.kind === 'voice'
      ? [sendVoice(to.id, say('partnerVoice', file), way)]
      : [sendPhoto(to.id, say('partnerPhoto', file), way)];
  });
}

/** In the order of their ids, which is the same for both. */
export function wordsOf(me: Person, partner: Person): WordsOf {
  const whose = { partner: partner.name };
  return me.id < partner.id
    ? { ...whose, names: [me.name, partner.name], mine: 0 }
    : { ...whose, names: [partner.name, me.name], mine: 1 };
}

/** The words of one reach the other in a message that cannot be forwarded, and that makes no sound in quiet hours. */
export function asWords(reader: Person, scene: Scene, now: Instant) {
  return { ...asTap(reader, scene, now), isProtected: true };
}

export function asTap(reader: Person, scene: Scene, now: Instant) {
  return { lane: 'reveal', isSilent: isSilentFor(reader, scene, now) } as const;
}

export const membersOf = (scene: Scene, couple: CoupleId) => scene.couples[couple]?.members ?? [];

/** Notices from somebody to their partner; none when there is no partner any more. */
export function toPartner(scene: Scene, id: PersonId, write: (me: Person, partner: Person) => readonly Notice[]) {
  const me = personOf(scene, id);
  const partner = partnerOf(scene, me);
  return partner === null ? [] : write(me, partner);
}

/** The same, about a round that the two have opened to each other. */
export function aboutOpened(
  scene: Scene,
  id: PersonId,
  round: RoundId,
  write: (me: Person, partner: Person, opened: OpenedRound) => readonly Notice[],
) {
  return toPartner(scene, id, (me, partner) => {
    const opened = openedOf(scene, me, round);
    return opened === null ? [] : write(me, partner, opened);
  });
}
