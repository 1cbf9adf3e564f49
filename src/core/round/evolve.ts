import { withCouple, withOpened, withPerson } from '../change.js';
import { isDeep, turnOf } from './choose.js';
import { afterAsked } from '../agreement/agreement.js';
import { agreedNow } from '../pairing/consent.js';
import type { Event } from '../event.js';
import { wishLastsMs } from './pace.js';
import { answerOf, coupleIn, personOf } from '../person.js';
import { liesInRoom } from '../room/which.js';
import type { Answer, Couple, OpenedRound, Opening, Person, Round, Scene } from '../scene.js';
import type { CoupleId, PersonId, RoundId } from '../ids.js';
import { unchanged, type Evolvers } from '../evolvers.js';
import { sharedKeepDays } from '../own-data/book.js';
import { afterStepLeft, afterStepOpened, proposalAfter } from '../path/follow.js';
import type { RoundEvent } from './event.js';
import { openedOnce } from './once.js';
import { isToldToAll } from './overlap.js';

/** What changes by the events of pace, opening and choosing, and what a round's own events change in those. */

type Of<T extends Event['type']> = Extract<Event, { type: T }>;
/** A new round: a pick that was used passes the turn on. */
export function afterStart(couple: Couple, { scenario }: Round): Partial<Couple> {
  const fresh = { hasLetPass: false, isLightNext: false };
  if (couple.picked !== scenario) return fresh;
  const holder = turnOf(couple);
  return { ...fresh, picked: null, turn: couple.members.find((member) => member !== holder) ?? null };
}

/** An opened round: whatever was left before it is forgotten. */
export function afterReveal(couple: Couple, round: Round): Partial<Couple> {
  const openings = without(couple.openings, round.id);
  return { openings, unanswered: 0, isLightNext: isDeep(round) };
}

export function afterRest(couple: Couple, round: Round): Partial<Couple> {
  const openings = without(couple.openings, round.id);
  // One of patience is left when its time is over, and not before.
  return round.patienceDays === undefined ? { ...afterLeft(couple, round), openings } : { openings };
}

function afterLeft(couple: Couple, round: Round): Partial<Couple> {
  return { ...afterStepLeft(couple, round), unanswered: couple.unanswered + 1 };
}

/**
 * A writer took an answer back. A light round is then an open one again; a deep one keeps its term, so that the other
 * meets the same end as when nothing had been said.
 */
export function takenBack(scene: Scene, person: PersonId, round: RoundId): Scene {
  const { coupleId } = personOf(scene, person);
  if (coupleId === null) return scene;
  return withCouple(scene, coupleId, ({ openings }) => {
    if (openings.length === 0) return {};
    const kept = openings.filter((opening) => opening.round !== round || opening.until !== null);
    return { openings: kept.map((opening) => (opening.round === round ? unsaid(opening, person) : opening)) };
  });
}

function unsaid(opening: Opening, person: PersonId): Opening {
  const yes = opening.yes.filter((id) => id !== person);
  return { ...opening, at: null, askAt: withoutPerson(opening.askAt, person), yes };
}

/** Whoever had it before them hears of it at their own moment, as of any other that is put away. */
function lapsed(scene: Scene, { couple, round }: Of<'openingLapsed'>): Scene {
  const after = withCouple(scene, couple, ({ openings }) => ({ openings: without(openings, round) }));
  const members = after.couples[couple]?.members ?? [];
  return members.reduce((now, member) => withPerson(now, member, ({ untold }) => ({ untold: untold ?? round })), after);
}

function without(openings: readonly Opening[], round: RoundId): readonly Opening[] {
  return openings.filter((opening) => opening.round !== round);
}

function withOpening(
  scene: Scene,
  person: PersonId,
  round: RoundId,
  change: (opening: Opening) => Partial<Opening>,
): Scene {
  const { coupleId } = personOf(scene, person);
  if (coupleId === null) return scene;
  return withCouple(scene, coupleId, ({ openings }) => ({
    openings: openings.map((opening) => (opening.round === round ? { ...opening, ...change(opening) } : opening)),
  }));
}

function withoutPerson(askAt: Opening['askAt'], person: PersonId): Opening['askAt'] {
  return Object.fromEntries(Object.entries(askAt).filter(([id]) => Number(id) !== person));
}

export const rhythmNoteDelayMs = 2 * 60_000;

type Answered = Of<
  'draftChanged' | 'lineSkipped' | 'lineToggled' | 'rowShown' | 'answerSealed' | 'sealedAnswerExtended'
>;

export const roundEvolvers: Evolvers<RoundEvent> = {
  kindAsked: unchanged,
  kindChosen: unchanged,
  groupOpened: unchanged,
  ownPartNudged: unchanged,
  verdictNudged: unchanged,
  ownPartKept: unchanged,
  otherWaysShown: unchanged,
  waysClosed: unchanged,
  cameBack: unchanged,
  roundStarted: (scene, event) =>
    withCouple(scene, event.couple, (couple) => ({
      ...afterStart(couple, event.round),
      ...afterAsked(couple, event.round),
      round: event.round,
      lastAsked: { ...couple.lastAsked, [event.round.scenario]: event.round.startedAt },
    })),
  promptShown: (scene, event) => shown(scene, event),
  draftChanged: (scene, event) => answered(scene, event),
  lineSkipped: (scene, event) => answered(scene, event),
  lineToggled: (scene, event) => answered(scene, event),
  rowShown: (scene, event) =>
    withPerson(answered(scene, event), event.person, ({ asked }) =>
      event.wordsUntil === null
        ? { asked: asked?.what === 'row' ? null : asked }
        : { asked: { what: 'row', until: event.wordsUntil } },
    ),
  sheetLeafed: unchanged,
  keptToMyself: (scene, event) =>
    withPerson(scene, event.person, (person) => {
      const { later, pending } = setAside(person, event.round);
      return { ...withAnswer(person, event.round, event.answer), later, pending };
    }),
  answerSealed: (scene, event) => answered(scene, event),
  sealedAnswerExtended: (scene, event) => answered(scene, event),
  promptSkipped: (scene, event) =>
    withPerson(scene, event.person, (person) => ({
      ...withAnswer(person, event.round, event.answer),
      later: setAside(person, event.round).later,
    })),
  promptPostponed: (scene, event) =>
    withPerson(scene, event.person, () => ({
      later: { round: event.round, at: event.until },
      remindedOf: event.round,
    })),
  answersRevealed: (scene, event) => revealed(scene, event),
  overlapSettled: (scene, event) => settled(scene, event),
  overlapOpened: (scene, event) => told(scene, event.person, event.round),
  roundRested: (scene, event) => rested(scene, event.couple, event.at),
  restTold: (scene, event) => told(scene, event.person, event.round),
  pastForgotten: (scene, event) => forgotten(scene, event.couple, event.rounds),
  closedAnswerShared: (scene, event) =>
    withOpened(scene, event, (opened) => ({ closed: opened.closed.filter((id) => id !== event.person) })),
  thanked: (scene, event) => withOpened(scene, event, (opened) => ({ thanked: [...opened.thanked, event.person] })),
  moreAsked: (scene, event) =>
    withOpened(scene, event, (opened) => ({ askedMore: [...opened.askedMore, event.person] })),
  reactionSent: (scene, event) =>
    withPerson(
      withOpened(scene, event, (opened) => ({ reacted: [...opened.reacted, event.person] })),
      event.person,
      () => ({ pending: null }),
    ),
  moreWaysShown: unchanged,
  replyBegun: (scene, { person, round, reply, pieces, until }) =>
    withPerson(scene, person, () => ({
      asked: { what: 'reply', until },
      pending: { what: 'reply', round, reply, pieces, step: pieces.at(-1)?.messageId ?? 0 },
    })),
  replied: (scene, event) =>
    withPerson(
      withOpened(scene, event, (opened) => ({ replied: [...opened.replied, event.person] })),
      event.person,
      // Words that wait for something else keep waiting.
      (person) => (person.pending?.what === 'reply' ? letGo(person) : {}),
    ),
  tapAwaited: (scene, event) => withPerson(scene, event.person, () => ({ pending: event.pending })),
  pendingDropped: (scene, event) => withPerson(scene, event.person, letGo),
  promptUnfolded: unchanged,
  choicesShown: unchanged,
  openingHourAsked: unchanged,
  deeperAsked: unchanged,
  helpAsked: unchanged,
  openingSet: (scene, { couple, opening }) =>
    withCouple(scene, couple, ({ openings }) => ({ openings: [...without(openings, opening.round), opening] })),
  yesAsked: (scene, { person, round }) =>
    withOpening(scene, person, round, (opening) => ({ askAt: withoutPerson(opening.askAt, person) })),
  yesGiven: (scene, { person, round }) =>
    withOpening(scene, person, round, (opening) => ({ yes: [...opening.yes, person] })),
  openingLapsed: (scene, event) => lapsed(scene, event),
  nextPicked: (scene, { couple, scenario }) => withCouple(scene, couple, () => ({ picked: scenario })),
  openingHourChosen: (scene, { person, minute }) => withPerson(scene, person, () => ({ revealMinute: minute })),
  deeperChosen: (scene, { person, how, at }) =>
    withPerson(scene, person, ({ consents }) => ({
      consents: { ...consents, deeper: how === 'on' ? agreedNow('deeper', at) : null },
    })),
  apartChosen: (scene, { couple, isApart }) => withCouple(scene, couple, () => ({ isApart })),
  slotLetPass: (scene, { couple }) => withCouple(scene, couple, () => ({ hasLetPass: true })),
  helpChosen: (scene, { person, help, days, at }) =>
    withPerson(scene, person, ({ rhythm, wish }) => ({
      rhythm: { ...rhythm, days },
      wish: help === 'shorter' || help === 'other' ? { what: help, until: at + wishLastsMs } : wish,
    })),
  programmeResumed: (scene, { couple }) => withCouple(scene, couple, () => ({ unanswered: 0 })),
};

function answered(scene: Scene, { person, round, answer }: Answered): Scene {
  const opening = answer.state === 'draft' ? takenBack(scene, person, round) : scene;
  return withPerson(opening, person, (me) => {
    const { later, pending } = setAside(me, round);
    return { later, pending, ...withAnswer(me, round, answer) };
  });
}

function shown(scene: Scene, event: Of<'promptShown'>): Scene {
  const couple = personOf(scene, event.person).coupleId;
  const offered =
    couple === null
      ? scene
      : withCouple(scene, couple, ({ round }) =>
          round?.id !== event.round || event.person in round.offered
            ? {}
            : { round: { ...round, offered: { ...round.offered, [event.person]: event.at } } },
        );
  return event.why === 'later' ? withPerson(offered, event.person, () => ({ later: null })) : offered;
}

function revealed(scene: Scene, event: Of<'answersRevealed'>): Scene {
  const members = scene.couples[event.couple]?.members ?? [];
  const after = withCouple(opened(scene, event), event.couple, (couple) => proposalAfter(couple, event.at));
  return members.reduce((now, member) => withPerson(now, member, (person) => setAside(person, event.round.id)), after);
}

/** Until each has heard of it, at their own hour, to them it is a question put away that they are still to hear of. */
function settled(scene: Scene, event: Of<'overlapSettled'>): Scene {
  const { couple: id, round, at } = event;
  const members = scene.couples[id]?.members ?? [];
  const after = withCouple(opened(scene, event), id, (couple) => ({
    opened: couple.opened.map((one) => (one.round.id === round.id ? { ...one, untold: members } : one)),
    rested: [...couple.rested, { round, restedAt: at }],
  }));
  return members.reduce((now, member) => withPerson(now, member, (person) => awaits(person, round.id)), after);
}

/** A person has heard at their own hour what became of a question that was put away. */
function told(scene: Scene, id: PersonId, round: RoundId): Scene {
  const heard = withPerson(scene, id, (person) => setAside(person, round));
  const { coupleId } = personOf(scene, id);
  const couple = coupleId === null ? undefined : scene.couples[coupleId];
  const once = couple?.rested.find((one) => one.round.id === round)?.round.once;
  if (couple === undefined || once !== 'overlap') return heard;
  const isOpen = couple.opened.some((one) => one.round.id === round);
  const after = withCouple(heard, couple.id, ({ opened: all }) => ({
    opened: all.map((one) =>
      one.round.id === round ? { ...one, untold: one.untold?.filter((other) => other !== id) } : one,
    ),
  }));
  const forgetful = isOpen ? after : withPerson(after, id, (person) => withoutAnswer(person, round));
  return withoutOverlap(forgetful, coupleIn(forgetful, couple.id), round, isOpen);
}

/** Once both have heard, nothing of it can be answered, and what did not open is gone. */
function withoutOverlap(scene: Scene, couple: Couple, round: RoundId, isOpen: boolean): Scene {
  const members = couple.members.map((member) => personOf(scene, member));
  if (!isToldToAll(couple, members, round)) return scene;
  const after = withCouple(scene, couple.id, ({ rested: all }) => ({
    rested: all.filter((one) => one.round.id !== round),
  }));
  if (isOpen) return after;
  return couple.members.reduce(
    (now, member) => withPerson(now, member, (person) => withoutAnswer(person, round)),
    after,
  );
}

function opened(scene: Scene, event: Of<'answersRevealed'> | Of<'overlapSettled'>): Scene {
  const members = scene.couples[event.couple]?.members ?? [];
  const states = members.map((member) => ({
    member,
    state: answerOf(personOf(scene, member), event.round.id).state,
  }));
  const hasPass = states.some(({ state }) => state !== 'sealed');
  const couple = coupleIn(scene, event.couple);
  const fresh: OpenedRound = {
    round: event.round,
    openedAt: event.at,
    thanked: [],
    askedMore: [],
    reacted: [],
    replied: [],
    keepDays: sharedKeepDays(members.map((member) => personOf(scene, member))),
    ...(liesInRoom(scene, couple, event.round) ? { room: 'coming' as const } : {}),
    closed: hasPass ? states.filter(({ state }) => state === 'sealed').map(({ member }) => member) : [],
  };
  const open = onlyOpened(scene, members, event.round);
  const answers = Object.fromEntries(
    members.map((id) => {
      const { pieces, picks } = answerOf(personOf(open, id), event.round.id);
      return [id, { pieces, picks }];
    }),
  );
  return withCouple(open, event.couple, (couple) => ({
    ...afterReveal(couple, event.round),
    ...afterStepOpened(couple, event.round, hasPass ? null : answers),
    round: couple.round?.id === event.round.id ? null : couple.round,
    rested: couple.rested.filter(({ round }) => round.id !== event.round.id),
    opened: [...couple.opened, fresh],
    reveals: couple.reveals + 1,
    tellRhythmAt: couple.reveals === 0 ? event.at + rhythmNoteDelayMs : couple.tellRhythmAt,
  }));
}

/** Of what is sealed once, what did not open is gone with the opening. */
function onlyOpened(scene: Scene, members: readonly PersonId[], { id, once }: Round): Scene {
  if (once === undefined) return scene;
  const answers = Object.fromEntries(members.map((member) => [member, answerOf(personOf(scene, member), id)]));
  return Object.entries(openedOnce(once, answers)).reduce(
    (now, [member, answer]) => withPerson(now, Number(member), (person) => withAnswer(person, id, answer)),
    scene,
  );
}

/** Nothing waits for a tap any more, and no words of a reply are asked for. */
function letGo({ asked }: Person): Pick<Person, 'pending' | 'asked'> {
  return { pending: null, asked: asked?.what === 'reply' ? null : asked };
}

/** A person with nothing waiting any more for a round that, to them, has ended. */
function setAside(person: Person, round: RoundId): Pick<Person, 'later' | 'pending' | 'untold'> {
  return {
    later: person.later?.round === round ? null : person.later,
    pending: person.pending?.round === round ? null : person.pending,
    untold: person.untold === round ? null : person.untold,
  };
}

/** Still to hear of this one; of an earlier one no more. */
function awaits(person: Person, round: RoundId): Partial<Person> {
  return { ...(person.untold === null ? {} : setAside(person, person.untold)), untold: round };
}

function rested(scene: Scene, coupleId: CoupleId, at: number): Scene {
  const couple = scene.couples[coupleId];
  const round = couple?.round ?? null;
  if (couple === undefined || round === null) return scene;
  const after = withCouple(scene, coupleId, () => ({
    ...afterRest(couple, round),
    round: null,
    rested: [...couple.rested, { round, restedAt: at }],
  }));
  return couple.members.reduce(
    (now, member) =>
      withPerson(now, member, (person) =>
        // Until they hear of it, at their own hour, all stays as it was.
        member in round.offered ? awaits(person, round.id) : setAside(person, round.id),
      ),
    after,
  );
}

function forgotten(scene: Scene, coupleId: CoupleId, rounds: readonly RoundId[]): Scene {
  const members = scene.couples[coupleId]?.members ?? [];
  const after = withCouple(scene, coupleId, (couple) => ({
    ...couple.rested
      .filter(({ round }) => round.patienceDays !== undefined && rounds.includes(round.id))
      .reduce<Partial<Couple>>((left, { round }) => ({ ...left, ...afterLeft({ ...couple, ...left }, round) }), {}),
    rested: couple.rested.filter(({ round }) => !rounds.includes(round.id)),
    opened: couple.opened.filter(({ round }) => !rounds.includes(round.id)),
  }));
  return members.reduce((now, member) => {
    const left = withPerson(now, member, ({ answers }) => ({
      answers: Object.fromEntries(Object.entries(answers).filter(([round]) => !rounds.includes(round))),
    }));
    return rounds.reduce((one, round) => withPerson(one, member, (person) => setAside(person, round)), left);
  }, after);
}

function withoutAnswer({ answers }: Person, round: RoundId): Pick<Person, 'answers'> {
  return { answers: Object.fromEntries(Object.entries(answers).filter(([id]) => id !== round)) };
}

function withAnswer(person: Person, round: RoundId, answer: Answer): Pick<Person, 'answers'> {
  return { answers: { ...person.answers, [round]: answer } };
}
