import { deliver, openLetters, quoteAnswer, sendSignal, showHeard, thankListener, tellPlan } from './crossing.js';
import type { ListeningEvent } from './listening-event.js';
import {
  doneKeys,
  draftKeys,
  heldKeys,
  hourKeys,
  invitationKeys,
  menuKeys,
  moreKeys,
  noteKeys,
  otherKeys,
  parkedKeys,
  penKeys,
  planKeys,
  readyKeys,
  recallKeys,
  scheduledKeys,
  startKeys,
  swapKeys,
  tenseKeys,
} from './listening-keys.js';
import { limitsOf } from './listening-moves.js';
import { draftOf, notesOf, type Listening } from './listening-scene.js';
import { pensOf, stepOf, takesNow } from './listening-steps.js';
import { key } from './keys.js';
import { say, type Notice } from './notice.js';
import { edit, isSilentFor, partnerName, remove, send, type Stage } from './notices.js';
import { personOf } from './person.js';
import type { Step } from './protocol.js';
import { outsideQuiet, whenFree } from './rhythm.js';
import type { Couple, CoupleId, Person, PersonId, Scene } from './scene.js';

/**
 * Who hears what of a listening round; part of announce.ts. What carries one's words to the other stands in crossing.ts.
 * Nothing here says who waited, declined or let it go.
 */

const startCard = 'listen';
const inviteCard = 'listen-invite';
const readyCard = 'listen-ready';
const stepCard = 'listen-step';
const draftCard = 'listen-draft';
const heldCard = 'listen-held';
const asideCard = 'listen-aside';
const swapCard = 'listen-swap';
const parkedCard = 'listen-parked';
const doneCard = 'listen-done';
const moreCard = 'listen-more';
const planCard = 'listen-plan';

const hourMs = 3_600_000;

type Of<T extends ListeningEvent['type']> = Extract<ListeningEvent, { type: T }>;
type Announce<T extends ListeningEvent['type']> = (event: Of<T>, stage: Stage) => readonly Notice[];

export const listeningAnnouncers: { readonly [T in ListeningEvent['type']]: Announce<T> } = {
  listeningOffered: (event, stage) => offered(event, stage),
  listeningTold: ({ couple, person }, stage) => stands(personOf(stage.after, person), couple, stage),
  listeningInvited: ({ couple, listening }, stage) => [
    edit(listening.starter, startCard, null),
    ...membersOf(couple, stage.after).flatMap((me) => invitation(me, listening, stage)),
  ],
  listeningHoursShown: ({ couple, person }, stage) => {
    const listening = listeningOf(couple, stage.after);
    const partner = partnerName(stage.after, person);
    if (listening === null || partner === null) return [];
    const keys = hourKeys(listening, personOf(stage.after, person), stage.now);
    return [edit(person, inviteCard, say('listenHours', { partner }), { keys })];
  },
  listeningDeclined: ({ person }) => [edit(person, inviteCard, say('listenDeclined', {}))],
  listeningScheduled: ({ couple, at }, stage) => scheduled(couple, at, stage),
  readyAsked: ({ couple }, stage) => {
    const before = listeningOf(couple, stage.before);
    return present(couple, stage).flatMap((me) => [...putAside(me.id, before), ...askReady(me, couple, stage)]);
  },
  readyGiven: ({ person }, { after }) => [
    edit(person, readyCard, say('listenReadyNoted', { partner: partnerName(after, person) ?? '' })),
  ],
  tensionHinted: ({ couple, person }, { after }) => {
    const listening = listeningOf(couple, after);
    return listening === null ? [] : [edit(person, readyCard, say('listenTense', {}), { keys: tenseKeys(listening) })];
  },
  stepBegan: (event, stage) => stepCards(event, stage),
  segmentDrafted: (event, stage) => drafted(event, stage),
  feelingsOpened: ({ couple, person, group }, stage) => {
    const at = whereOf(couple, stage);
    return at === null ? [] : [edit(person, stepCard, null, { keys: penKeys(at.listening, at.step, person, group) })];
  },
  optionOpened: ({ couple, person, option }, stage) => {
    const at = whereOf(couple, stage);
    const partner = partnerName(stage.after, person);
    if (at === null || partner === null) return [];
    const { listening, step } = at;
    const said = { protocol: listening.protocol, step: step.id, partner };
    const cleared = remove(person, draftCard);
    if (option === null) return [cleared, ...ownStep(personOf(stage.after, person), at, false)];
    const limit = limitsOf(step, listening).units;
    return [
      cleared,
      edit(person, stepCard, null),
      send(person, say('listenOption', { ...said, option, limit }), {
        card: stepCard,
        keys: penKeys(listening, step, person, ''),
      }),
    ];
  },
  letterSealed: ({ couple, person }, { after }) => {
    const listening = listeningOf(couple, after);
    if (listening === null || partnerName(after, person) === null) return [];
    return [
      remove(person, draftCard),
      send(person, say('listenLetterSealed', { partner: partnerName(after, person) ?? '' }), {
        card: heldCard,
        keys: heldKeys(listening),
      }),
    ];
  },
  doneTold: ({ person }, { after }) => [
    edit(person, stepCard, null),
    send(person, say('listenDoneNoted', { partner: partnerName(after, person) ?? '' })),
  ],
  segmentHeld: (event, stage) => held(event, stage),
  segmentTakenBack: ({ couple, person }, stage) => {
    const at = whereOf(couple, stage);
    if (at === null) return [];
    const { listening, step } = at;
    return [
      ...(step.pen === 'both' ? membersOf(couple, stage.after).map(({ id }) => id) : [person])
        .filter((id) => id === person || !listening.ready.includes(id))
        .map((id) => edit(id, heldCard, say('listenTakenBack', {}))),
      ...(step.pen === 'both'
        ? listening.ready.map((id) => edit(id, heldCard, null, { keys: heldKeys(listening) }))
        : []),
      edit(person, stepCard, null, { keys: penKeys(listening, step, person, '') }),
      ...draftCards(personOf(stage.after, person), at, 'said'),
    ];
  },
  segmentDelivered: (event, stage) => {
    const { by } = event.said;
    const wasHeld = listeningOf(event.couple, stage.before)?.phase === 'held';
    const partner = partnerName(stage.after, by) ?? '';
    return [...(wasHeld ? [edit(by, heldCard, say('listenSent', { partner }))] : []), ...deliver(event, stage)];
  },
  lettersOpened: (event, stage) => [
    ...membersOf(event.couple, stage.after).map(({ id }) =>
      edit(id, heldCard, say('listenSent', { partner: partnerName(stage.after, id) ?? '' })),
    ),
    ...openLetters(event, stage),
  ],
  signalGiven: (event, stage) => {
    const at = whereOf(event.couple, stage);
    return [
      ...(at === null
        ? []
        : [edit(event.person, stepCard, null, { keys: otherKeys(at.listening, at.step, event.person) })]),
      ...sendSignal(event, stage),
    ];
  },
  noteTaken: ({ couple, person, piece, isThird }, { after }) => {
    const listening = listeningOf(couple, after);
    if (listening === null) return [];
    return [
      send(person, say('listenAside', {}), { card: asideCard, keys: noteKeys(listening, piece.messageId) }),
      ...(isThird ? [send(person, say('listenBreatherOffered', {}), { keys: [[key('callBreather')]] })] : []),
    ];
  },
  noteKept: ({ person }) => [edit(person, asideCard, say('listenAsideKept', {}))],
  noteChanged: ({ person, piece }) => (piece === null ? [edit(person, asideCard, say('listenAsideDropped', {}))] : []),
  notesShown: ({ couple, person }, { before }) => {
    const listening = listeningOf(couple, before);
    return listening === null
      ? []
      : [
          send(person, say('listenNotes', { pieces: notesOf(listening, person) }), {
            lane: 'reveal',
            isProtected: true,
          }),
        ];
  },
  voiceWarned: ({ person }) => [send(person, say('listenVoiceWarning', {}))],
  turnNudged: ({ people }, { after, now }) =>
    people.map((id) =>
      send(id, say('listenNudge', {}), {
        lane: 'scheduled',
        notBefore: whenFree(personOf(after, id), now),
        dropAfter: now + 12 * hourMs,
        isNudge: true,
      }),
    ),
  timeUpTold: ({ couple }, stage) =>
    present(couple, stage).map(({ id }) =>
      send(id, say('listenTimeUp', {}), { lane: 'reveal', dropAfter: stage.now + hourMs / 6, isNudge: true }),
    ),
  swapAsked: ({ couple }, stage) =>
    present(couple, stage).flatMap((me) => [
      ...putAside(me.id, listeningOf(couple, stage.before)),
      ...askSwap(me, couple, stage),
    ]),
  swapWished: ({ person, wish }) => [edit(person, swapCard, say('listenSwapNoted', { wish }))],
  turnScheduled: ({ couple, at }, stage) => scheduled(couple, at, stage),
  listeningParked: ({ couple }, stage) => {
    const before = listeningOf(couple, stage.before);
    const listening = listeningOf(couple, stage.after);
    if (listening === null) return [];
    return present(couple, stage).flatMap((me) => [
      ...putAside(me.id, before),
      send(me.id, say('listenParked', {}), {
        lane: 'scheduled',
        card: parkedCard,
        keys: parkedKeys(listening),
        notBefore: outsideQuiet(me, stage.now),
      }),
    ]);
  },
  goOnWished: ({ person }) => [edit(person, parkedCard, say('listenGoOnNoted', {}))],
  listeningLetGo: ({ person }) => [edit(person, parkedCard, say('listenLetGo', {}))],
  listeningEnded: (event, stage) => ended(event, stage),
  listenerThanked: (event, stage) => {
    const heard = stage.after.couples[event.couple]?.heard ?? null;
    return [
      ...(heard === null ? [] : [edit(event.person, doneCard, null, { keys: doneKeys(heard, event.person) })]),
      send(event.person, say('listenThanked', { partner: partnerName(stage.after, event.person) ?? '' })),
      ...thankListener(event, stage),
    ];
  },
  afterwardsShown: ({ couple, person, where }, { after }) => {
    const pair = after.couples[couple];
    if (pair?.heard == null) return [];
    const keys = moreKeys(pair.heard, person, pair.members);
    const words = say('listenMore', {});
    return where === 'new'
      ? [edit(person, moreCard, null), send(person, words, { card: moreCard, keys })]
      : [edit(person, moreCard, words, { keys })];
  },
  tensionTold: ({ couple, person }, { after }) => {
    const pair = after.couples[couple];
    const keys = pair?.heard == null ? [] : moreKeys(pair.heard, person, pair.members);
    return [edit(person, moreCard, say('listenTensionNoted', {}), { keys })];
  },
  keepingChosen: ({ person, until }, { now }) => [
    edit(person, moreCard, say('listenKeeping', { until: until <= now ? null : until })),
  ],
  heardShown: (event, stage) => showHeard(event, stage),
  planWritten: ({ couple, person, text }, { after }) => {
    const heard = after.couples[couple]?.heard ?? null;
    return [
      remove(person, planCard),
      send(person, say('listenPlan', { text }), {
        card: planCard,
        keys: heard === null ? [] : planKeys(heard, 'listenPlanSend'),
      }),
    ];
  },
  planProposed: (event, stage) => tellPlan(event, stage),
  planAgreed: (event, stage) => tellPlan(event, stage),
  heardForgotten: () => [],
};

/** A round and the step it is in, as a stage's scene has them. */
interface Where {
  readonly listening: Listening;
  readonly step: Step;
  readonly couple: Couple;
  readonly stage: Stage;
}

function whereOf(coupleId: CoupleId, stage: Stage): Where | null {
  const couple = stage.after.couples[coupleId];
  const listening = couple?.listening ?? null;
  const protocol = listening === null ? undefined : stage.protocols.get(listening.protocol);
  const step = listening === null || protocol === undefined ? null : stepOf(protocol, listening.step);
  return couple === undefined || listening === null || step === null ? null : { listening, step, couple, stage };
}

function offered({ person, protocol: id, about, where }: Of<'listeningOffered'>, stage: Stage): readonly Notice[] {
  const partner = partnerName(stage.after, person);
  if (partner === null) return [];
  const protocol = id === null ? undefined : stage.protocols.get(id);
  const [words, keys] =
    protocol === undefined
      ? [say('listenMenu', {}), menuKeys(stage.protocols)]
      : [
          say('listenStart', { protocol: protocol.id, partner, isAbout: about !== null }),
          startKeys(protocol, about, stage.protocols.size - 1),
        ];
  return where === 'in-place'
    ? [edit(person, startCard, words, { keys })]
    : [edit(person, startCard, null), send(person, words, { card: startCard, keys })];
}

function invitation(me: Person, listening: Listening, { after, now }: Stage): readonly Notice[] {
  const { protocol, pace, starter, speaker } = listening;
  const partner = partnerName(after, me.id) ?? '';
  if (me.id === starter) {
    return [send(me.id, say('listenInvited', { partner, pace }), { card: inviteCard, keys: recallKeys(listening) })];
  }
  return [
    send(me.id, say('listenInvite', { protocol, pace, partner, isSpeaker: speaker === me.id }), {
      lane: 'reveal',
      card: inviteCard,
      keys: invitationKeys(listening),
      isSilent: isSilentFor(me, after, now),
    }),
  ];
}

function scheduled(couple: CoupleId, at: number, stage: Stage): readonly Notice[] {
  const before = listeningOf(couple, stage.before);
  const listening = listeningOf(couple, stage.after);
  if (listening === null) return [];
  return present(couple, stage).flatMap((me) => {
    const partner = partnerName(stage.after, me.id) ?? '';
    const words =
      listening.turn > 1
        ? say('listenTurnScheduled', { at, partner, isSpeaker: listening.speaker === me.id })
        : say('listenScheduled', { at, partner });
    return [
      ...putAside(me.id, before),
      send(me.id, words, {
        lane: 'reveal',
        card: inviteCard,
        keys: scheduledKeys(listening),
        isSilent: isSilentFor(me, stage.after, stage.now),
      }),
    ];
  });
}

function askReady(me: Person, couple: CoupleId, stage: Stage): readonly Notice[] {
  const listening = listeningOf(couple, stage.after);
  const partner = partnerName(stage.after, me.id);
  if (listening === null || partner === null) return [];
  const isAgain = listening.resume !== null;
  const ready = { partner, isSpeaker: listening.speaker === me.id, pace: listening.pace, isAgain };
  return [
    // Where it was: what was last mirrored and found right.
    ...(isAgain && listening.confirmed.length > 0
      ? [
          send(me.id, say('listenConfirmed', { pieces: listening.confirmed }), {
            lane: 'reveal' as const,
            isProtected: true,
            isSilent: true,
          }),
        ]
      : []),
    send(me.id, say('listenReady', ready), {
      lane: 'reveal',
      card: readyCard,
      keys: readyKeys(listening),
      isSilent: isSilentFor(me, stage.after, stage.now),
    }),
  ];
}

function askSwap(me: Person, couple: CoupleId, stage: Stage): readonly Notice[] {
  const listening = listeningOf(couple, stage.after);
  const partner = partnerName(stage.after, me.id);
  if (listening === null || partner === null) return [];
  return [
    send(me.id, say('listenSwap', { partner }), {
      lane: 'reveal',
      card: swapCard,
      keys: swapKeys(listening),
      isSilent: isSilentFor(me, stage.after, stage.now),
    }),
  ];
}

/** A step begins: to both, whose turn it is and what there is to do. */
function stepCards(event: Of<'stepBegan'>, stage: Stage): readonly Notice[] {
  const at = whereOf(event.couple, stage);
  const before = listeningOf(event.couple, stage.before);
  if (at === null || before === null) return [];
  const isNewTurn = event.turn !== before.turn || before.resume === null;
  const isFirst = before.resume === null && event.turn === 1;
  return [
    ...(isFirst && at.listening.about !== null ? quoteAnswer(at.couple, at.listening, stage) : []),
    ...present(event.couple, stage).flatMap((me) => [
      ...putAside(me.id, before),
      ...ownStep(me, at, isNewTurn),
      ...(event.isResumed ? draftCards(me, at, 'said') : []),
    ]),
  ];
}

function ownStep(me: Person, { listening, step, couple, stage }: Where, isNewTurn: boolean): readonly Notice[] {
  const isPen = pensOf(couple, listening, step).includes(me.id);
  return [
    send(
      me.id,
      say('listenStep', {
        protocol: listening.protocol,
        step: step.id,
        partner: partnerName(stage.after, me.id) ?? '',
        isPen,
        isSpeaker: listening.speaker === me.id,
        pace: listening.pace,
        draw: listening.draw,
        until: listening.timeUpAt,
        isNewTurn,
        turn: listening.turn,
      }),
      {
        lane: 'reveal',
        card: stepCard,
        keys: isPen ? penKeys(listening, step, me.id, '') : otherKeys(listening, step, me.id),
        isSilent: isSilentFor(me, stage.after, stage.now),
      },
    ),
  ];
}

function drafted({ couple, person, how }: Of<'segmentDrafted'>, stage: Stage): readonly Notice[] {
  const at = whereOf(couple, stage);
  if (at === null) return [];
  const me = personOf(stage.after, person);
  if (how === 'cleared') return [edit(person, draftCard, say('listenCleared', {}))];
  const group = groupOfPicks(at, stage, person);
  return [
    ...(how === 'picked'
      ? [edit(person, stepCard, null, { keys: penKeys(at.listening, at.step, person, group) })]
      : []),
    ...draftCards(me, at, how),
  ];
}

/** The group that the newest feeling came from stays open. */
function groupOfPicks({ listening, step, couple }: Where, { before }: Stage, person: PersonId): string {
  const earlier = before.couples[couple.id]?.listening ?? null;
  const was = earlier === null ? [] : draftOf(earlier, person).picks;
  const { picks } = draftOf(listening, person);
  const changed = [...picks, ...was].find((id) => picks.includes(id) !== was.includes(id));
  return step.groups.find(({ options }) => options.some(({ id }) => id === changed))?.id ?? '';
}

/** The draft card is always the lowest message: words bring a new one, taps and edits change the one there is. */
function draftCards(
  me: Person,
  { listening, step, stage }: Where,
  how: 'said' | 'edited' | 'picked',
): readonly Notice[] {
  const { pieces, picks } = draftOf(listening, me.id);
  if (pieces.length + picks.length === 0 || listening.phase === 'held') return [];
  const words = say('listenDraft', {
    protocol: listening.protocol,
    step: step.id,
    partner: partnerName(stage.after, me.id) ?? '',
    option: listening.option,
    pieces,
    picks,
    isLetter: takesNow(step, listening) === 'letters',
  });
  const keys = draftKeys(listening, step, me.id);
  if (how === 'edited') return [edit(me.id, draftCard, words, { keys })];
  return [remove(me.id, draftCard), send(me.id, words, { card: draftCard, keys })];
}

function held({ couple, person }: Of<'segmentHeld'>, stage: Stage): readonly Notice[] {
  const at = whereOf(couple, stage);
  if (at === null) return [];
  const { listening, step } = at;
  const isLetter = step.pen === 'both';
  const holders = isLetter ? present(couple, stage).map(({ id }) => id) : [person];
  return holders.flatMap((id) => {
    const words = say('listenHeld', { partner: partnerName(stage.after, id) ?? '', isLetter });
    const keys = heldKeys(listening);
    return isLetter
      ? [edit(id, heldCard, words, { keys })]
      : [remove(id, draftCard), edit(id, stepCard, null), send(id, words, { card: heldCard, keys })];
  });
}

/** How it stands, for whoever asks. */
function stands(me: Person, coupleId: CoupleId, stage: Stage): readonly Notice[] {
  const listening = listeningOf(coupleId, stage.after);
  const partner = partnerName(stage.after, me.id) ?? '';
  if (listening === null) return [];
  switch (listening.phase) {
    case 'invited':
      return [edit(me.id, inviteCard, null), ...invitation(me, listening, stage)];
    case 'scheduled':
      return [
        edit(me.id, inviteCard, null),
        send(me.id, say('listenScheduled', { at: listening.until, partner }), {
          card: inviteCard,
          keys: scheduledKeys(listening),
        }),
      ];
    case 'ready':
      return listening.ready.includes(me.id)
        ? [send(me.id, say('listenReadyNoted', { partner }))]
        : [edit(me.id, readyCard, null), ...askReady(me, coupleId, stage)];
    case 'step':
    case 'together':
    case 'held': {
      const at = whereOf(coupleId, stage);
      if (at === null) return [];
      return [edit(me.id, stepCard, null), ...ownStep(me, at, false), ...draftCards(me, at, 'said')];
    }
    case 'swap':
      return [edit(me.id, swapCard, null), ...askSwap(me, coupleId, stage)];
    case 'parked':
    case 'paused':
      return [
        edit(me.id, parkedCard, null),
        send(me.id, say('listenParked', {}), { card: parkedCard, keys: parkedKeys(listening) }),
      ];
  }
}

/** The buttons of the phase that is left behind go away. */
function putAside(id: PersonId, before: Listening | null): readonly Notice[] {
  if (before === null) return [];
  switch (before.phase) {
    case 'invited':
    case 'scheduled':
      return [edit(id, inviteCard, null)];
    case 'ready':
      return before.ready.includes(id) ? [] : [edit(id, readyCard, null)];
    case 'step':
    case 'together':
    case 'held': {
      const { pieces, picks } = draftOf(before, id);
      // A hold ends with its words delivered, and its own card says so.
      const hasDraft = pieces.length + picks.length > 0 && before.phase !== 'held';
      return [edit(id, stepCard, null), ...(hasDraft ? [edit(id, draftCard, null)] : [])];
    }
    case 'swap':
      return before.swaps[id] === undefined ? [edit(id, swapCard, null)] : [];
    case 'parked':
      return before.ready.includes(id) ? [] : [edit(id, parkedCard, null)];
    case 'paused':
      return [];
  }
}

/** Whose words were erased while it went on: the cards that show them go too. */
export function withdrawn(id: PersonId, before: Listening): readonly Notice[] {
  const { pieces, picks } = draftOf(before, id);
  return [
    ...putAside(id, before),
    ...(pieces.length + picks.length > 0 ? [remove(id, draftCard), remove(id, heldCard)] : []),
    ...(notesOf(before, id).length > 0 ? [edit(id, asideCard, null)] : []),
  ];
}

/** To both alike, at the same moment, but for what their own card said. */
function ended({ couple, how }: Of<'listeningEnded'>, stage: Stage): readonly Notice[] {
  const before = listeningOf(couple, stage.before);
  const heard = stage.after.couples[couple]?.heard ?? null;
  if (before === null) return [];
  return membersOf(couple, stage.after).flatMap((me): readonly Notice[] => {
    const partner = partnerName(stage.after, me.id) ?? '';
    const isSilent = isSilentFor(me, stage.after, stage.now);
    if (how === 'unnoticed' || how === 'recalled') {
      if (me.id !== before.starter) {
        return before.left.includes(me.id) ? [] : [edit(me.id, inviteCard, say('listenGone', {}))];
      }
      if (how === 'recalled') return [edit(me.id, inviteCard, say('listenGone', {}))];
      return [
        edit(me.id, inviteCard, null),
        send(me.id, say('listenUnnoticed', { partner }), {
          lane: 'scheduled',
          notBefore: outsideQuiet(me, stage.now),
        }),
      ];
    }
    if (before.left.includes(me.id)) return [];
    const aside = putAside(me.id, before);
    switch (how) {
      case 'cancelled':
        return [...aside, send(me.id, say('listenCancelled', {}), { lane: 'reveal', isSilent })];
      case 'over':
        return [
          ...aside,
          send(me.id, say('listenOver', {}), { lane: 'scheduled', notBefore: outsideQuiet(me, stage.now) }),
        ];
      case 'done':
        return [
          ...aside,
          send(me.id, say('listenDone', { partner }), {
            lane: 'reveal',
            card: doneCard,
            keys: heard === null ? [] : doneKeys(heard, me.id),
            isSilent,
          }),
        ];
    }
  });
}

function listeningOf(couple: CoupleId, scene: Scene): Listening | null {
  return scene.couples[couple]?.listening ?? null;
}

function membersOf(couple: CoupleId, scene: Scene): readonly Person[] {
  return (scene.couples[couple]?.members ?? []).map((member) => personOf(scene, member));
}

/** Whom it still concerns. */
function present(couple: CoupleId, stage: Stage): readonly Person[] {
  const left = listeningOf(couple, stage.after)?.left ?? [];
  return membersOf(couple, stage.after).filter(({ id }) => !left.includes(id));
}
