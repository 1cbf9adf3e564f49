import type { EventOf } from '../event.js';
import { draftCard, edit, isSilentFor, promptCard, remove, revealCard, send, sendPhoto } from '../compose.js';
import type { CoupleId, Instant, PersonId, RoundId } from '../ids.js';
import { say, type Named, type Notice } from '../notice.js';
import type { ShownSaid } from '../path/say.js';
import type { OpenWords } from '../path/scene.js';
import { answerOf, coupleOf, partnerOf, personOf } from '../person.js';
import { keysUnder } from '../round/after.js';
import { whatOpens } from '../round/gaps.js';
import { loopOf, type Opened } from '../round/loop.js';
import { tappedWords } from '../round/words.js';
import type { Answer, OpenedRound, Person, Round } from '../scene.js';
import type { Stage } from '../stage.js';
import { revealSheet } from './sheet.js';
import { shownTo, attached, wordsOf, asWords, membersOf, aboutOpened } from './shown.js';

/** An opened round, to both at once. */

/** An hour less than Telegram's own limit, because a message may wait before it is sent. */
const deletableMs = 47 * 3_600_000;

/** Opens a round to both in their own chats, unless it is to open in the room they have. */
export function reveal({ round, couple }: EventOf<'answersRevealed'>, stage: Stage): readonly Notice[] {
  const isForRoom = stage.after.couples[couple]?.opened.some(
    (one) => one.round.id === round.id && one.room === 'coming',
  );
  return isForRoom === true ? [] : revealInChats(couple, round.id, stage);
}

/** Both answers to both, own answer first, under spoilers and protected; voice notes after it. */
export function revealInChats(
  couple: CoupleId,
  id: RoundId,
  stage: Stage,
  rest: { readonly isSilent?: true } = {},
): readonly Notice[] {
  const { after: scene, now, scenarios } = stage;
  return membersOf(scene, couple).flatMap((member) =>
    aboutOpened(scene, member, id, (me, partner, opened) => {
      const { round } = opened;
      if (round.once === 'sheet') return revealSheet(me, partner, opened, stage);
      const answers = {
        scenario: round.scenario,
        own: {
          answer: whatOpens(answerOf(me, round.id), scenarios.get(round.scenario)?.answer),
          isClosed: opened.closed.includes(me.id),
        },
        partner: shownTo(opened, partner, scenarios),
        partnerName: partner.name,
      };
      return [
        sealedCardGone(me.id, round, now),
        edit(me.id, promptCard(round.id), null),
        send(me.id, say('revealed', answers), {
          card: revealCard(round.id),
          keys: keysUnder(scene, me, opened, stage),
          ...asWords(me, scene, now),
          ...rest,
        }),
        ...drawn(me, opened, stage),
        ...attached(me, partner, answers.partner.answer.pieces, isSilentFor(me, scene, now)),
      ];
    }),
  );
}

/**
 * Both answers in one message for both. Chance decides the order, because in a room neither answer is the reader's own.
 */
export function layDown(couple: CoupleId, { round, ...opened }: OpenedRound, stage: Stage): Named<'roomReveal'> | null {
  const { after: scene, scenarios } = stage;
  const members = membersOf(scene, couple);
  const first = round.room?.first;
  const other = members.find((id) => id !== first);
  if (first === undefined || other === undefined || !members.includes(first)) return null;
  const said = [first, other].map((id) => {
    const writer = personOf(scene, id);
    return { writer: writer.name, shown: shownTo({ round, ...opened }, writer, scenarios) };
  });
  return say('roomReveal', { scenario: round.scenario, said });
}

/** The ring of two opened sentences. It makes no sound, because the message with the words did. */
function drawn(me: Person, opened: OpenedRound, stage: Stage): readonly Notice[] {
  const { after: scene, scenarios } = stage;
  const { scenario, step } = opened.round;
  const couple = coupleOf(scene, me);
  const path = step?.path === couple?.path?.id ? couple?.path : null;
  const said: Opened = (of, person) => {
    const earlier = path?.shown.find((one) => one.scenario === of)?.answers[person];
    if (of !== scenario) return earlier?.pieces ?? null;
    const { answer, isClosed } = shownTo(opened, personOf(scene, person), scenarios);
    return isClosed || answer.state !== 'sealed' ? null : answer.pieces;
  };
  const loop = loopOf(couple?.members ?? [], scenarios.get(scenario), said, scenarios);
  const words = loop === null ? wordsDrawn(me, opened, stage) : null;
  const way = { lane: 'reveal', isProtected: true, isSilent: true } as const;
  return [
    ...(loop === null ? [] : [sendPhoto(me.id, say('loop', loop), way)]),
    ...(words === null ? [] : [sendPhoto(me.id, say('words', words), way)]),
  ];
}

/** A comparison of what both tapped, where the question asks for one. */
function wordsDrawn(me: Person, opened: OpenedRound, { after: scene, scenarios }: Stage) {
  const partner = partnerOf(scene, me);
  const asked = scenarios.get(opened.round.scenario);
  if (partner === null || asked?.after?.drawing?.draw !== 'words') return null;
  const said = tappedWords([me.id, partner.id], asked, (id) => {
    const { answer, isClosed } = shownTo(opened, personOf(scene, id), scenarios);
    return isClosed || answer.state !== 'sealed' ? null : answer;
  });
  return said === null ? null : { said, ...wordsOf(me, partner) };
}

/**
 * The reveal repeats what was sealed, so the card with the sealed answer is deleted. Telegram lets a bot delete a message
 * for 48 hours (deleteMessage); a card that may be older loses its button instead.
 */
function sealedCardGone(me: PersonId, { id, startedAt }: Round, now: Instant): Notice {
  const card = draftCard(id);
  return now - startedAt < deletableMs ? remove(me, card) : edit(me, card, say('sealedAndOpen', {}));
}

/**
 * What both opened at an earlier step of a path, shown above the question that quotes it; null where either half is
 * gone.
 */
export function quoteStep(me: Person, { scenario, step }: Round, { after, scenarios }: Stage): ShownSaid | null {
  const couple = coupleOf(after, me);
  const partner = partnerOf(after, me);
  const from = scenarios.get(scenario)?.shows;
  const path = couple?.path ?? null;
  if (partner === null || from === undefined || step?.path !== path?.id) return null;
  const answers = path?.shown.find((one) => one.scenario === from)?.answers ?? {};
  const [own, theirs] = [answers[me.id], answers[partner.id]];
  if (own === undefined || theirs === undefined) return null;
  const kind = scenarios.get(from)?.answer;
  const shown = (words: OpenWords): Answer => whatOpens({ ...words, state: 'sealed', step: 0 }, kind);
  return { scenario: from, own: shown(own), partner: shown(theirs) };
}
