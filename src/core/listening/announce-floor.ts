import { deliver, openLetters, sendSignal } from '../crossing/listening.js';
import { key } from '../keyboard.js';
import {
  asideCard,
  asidesPutAway,
  draftCard,
  heldCard,
  listeningIn,
  present,
  stepCard,
  whereIn,
  type ListeningAnnouncers,
} from './cards.js';
import { heldKeys, noteKeys, otherKeys, penKeys } from './keyboard.js';
import { limitsOf } from './moves.js';
import { notesOf } from './scene.js';
import { draftCards, drafted, held, ownStep, stepCards } from './step-cards.js';
import { say, type Notice } from '../notice.js';
import { edit, nameOfOther, remove, send } from '../compose.js';
import { membersIn, personOf } from '../person.js';
import { isQuiet, whenFree } from '../rhythm/rhythm.js';
import { hourMs } from '../time/durations.js';

/** Within a turn: whose floor it is, what is written, held and sent, and what is said out of turn. */
export const onTheFloor = {
  stepBegan: (event, stage) => stepCards(event, stage),
  segmentDrafted: (event, stage) => drafted(event, stage),
  feelingsOpened: ({ couple, person, group }, stage) => {
    const { listening, step } = whereIn(couple, stage);
    return [edit(person, stepCard, null, { keys: penKeys(listening, step, person, group) })];
  },
  optionOpened: ({ couple, person, option }, stage) => {
    const at = whereIn(couple, stage);
    const { listening, step } = at;
    const said = { protocol: listening.protocol, step: step.id, partner: nameOfOther(stage.after, person) };
    const cleared = [remove(person, draftCard), edit(person, stepCard, null)];
    if (option === null) return [...cleared, ...ownStep(personOf(stage.after, person), at, false)];
    const limit = limitsOf(step, listening).units;
    return [
      ...cleared,
      send(person, say('listenOption', { ...said, option, limit }), {
        card: stepCard,
        keys: penKeys(listening, step, person, ''),
      }),
    ];
  },
  letterSealed: ({ couple, person }, { after }) => [
    remove(person, draftCard),
    send(person, say('listenLetterSealed', { partner: nameOfOther(after, person) }), {
      card: heldCard,
      keys: heldKeys(listeningIn(after, couple)),
    }),
  ],
  doneTold: ({ person }, { after }) => [
    edit(person, stepCard, null),
    send(person, say('listenDoneNoted', { partner: nameOfOther(after, person) })),
  ],
  segmentHeld: (event, stage) => held(event, stage),
  segmentTakenBack: ({ couple, person }, stage) => {
    const at = whereIn(couple, stage);
    const { listening, step } = at;
    return [
      edit(person, heldCard, say('listenTakenBack', {})),
      // A letter that was about to open waits again.
      ...listening.ready.map((id) =>
        edit(id, heldCard, say('listenLetterSealed', { partner: nameOfOther(stage.after, id) }), {
          keys: heldKeys(listening),
        }),
      ),
      edit(person, stepCard, null, { keys: penKeys(listening, step, person, '') }),
      ...draftCards(personOf(stage.after, person), at, 'said'),
    ];
  },
  segmentDelivered: (event, stage) => {
    const { by } = event.said;
    const wasHeld = listeningIn(stage.before, event.couple).phase === 'held';
    const partner = nameOfOther(stage.after, by);
    return [...(wasHeld ? [edit(by, heldCard, say('listenSent', { partner }))] : []), ...deliver(event, stage)];
  },
  lettersOpened: (event, stage) => [
    ...membersIn(stage.after, event.couple).map(({ id }) =>
      edit(id, heldCard, say('listenSent', { partner: nameOfOther(stage.after, id) })),
    ),
    ...openLetters(event, stage),
  ],
  signalGiven: (event, stage) => {
    const { listening, step } = whereIn(event.couple, stage);
    return [
      edit(event.person, stepCard, null, { keys: otherKeys(listening, step, event.person) }),
      ...sendSignal(event, stage),
    ];
  },
  noteTaken: ({ couple, person, piece, isThird }, { after }) => [
    send(person, say('listenAside', {}), {
      card: asideCard(piece.messageId),
      keys: noteKeys(listeningIn(after, couple), piece.messageId),
    }),
    ...(isThird ? [send(person, say('listenBreatherOffered', {}), { keys: [[key('callBreather')]] })] : []),
  ],
  noteKept: ({ person, messageId }) => [edit(person, asideCard(messageId), say('listenAsideKept', {}))],
  noteChanged: ({ person, messageId, piece }) =>
    piece === null ? [edit(person, asideCard(messageId), say('listenAsideDropped', {}))] : [],
  notesShown: ({ couple, person }, { before }) => {
    const listening = listeningIn(before, couple);
    return [
      ...asidesPutAway(person, listening),
      send(person, say('listenNotes', { pieces: notesOf(listening, person) }), { lane: 'reveal', isProtected: true }),
    ];
  },
  turnNudged: ({ people }, { after, now }) =>
    people.map((id) =>
      send(id, say('listenNudge', {}), {
        lane: 'scheduled',
        notBefore: whenFree(personOf(after, id), now),
        dropAfter: now + 12 * hourMs,
        isNudge: true,
      }),
    ),
  turnShownAgain: ({ couple, people }, stage) => {
    const at = whereIn(couple, stage);
    return people.flatMap((id) => {
      const me = personOf(stage.after, id);
      const line = (lane: Notice['lane']) =>
        send(id, say('listenAwayAgain', {}), {
          lane,
          notBefore: whenFree(me, stage.now),
          dropAfter: whenFree(me, stage.now) + 12 * hourMs,
          isNudge: true,
        });
      // At night the line alone waits for the morning: by then the step may be another.
      if (isQuiet(me, stage.now)) return [line('scheduled')];
      // In the lane of the card that it introduces, so as not to come after it.
      return [line('reveal'), edit(id, stepCard, null), ...ownStep(me, at, false), ...draftCards(me, at, 'said')];
    });
  },
  timeUpTold: ({ couple }, stage) =>
    present(couple, stage).map(({ id }) =>
      send(id, say('listenTimeUp', {}), { lane: 'reveal', dropAfter: stage.now + hourMs / 6, isNudge: true }),
    ),
} satisfies Partial<ListeningAnnouncers>;
