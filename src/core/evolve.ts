import { arrivalEvolvers } from './moved/follow.js';
import { sharedKeepDays } from './own-data/book.js';
import { breatherEvolvers } from './breather/evolve.js';
import { agreedNow } from './pairing/consent.js';
import { withCouple, withNewCouple, withOpened, withPerson } from './change.js';
import { dataEvolvers } from './own-data/evolve.js';
import type { Event } from './event.js';
import { afterRest, afterReveal, afterStart, openingEvolvers, takenBack } from './round/evolve.js';
import { inviteAskMs, inviteLifeMs } from './pairing/limits.js';
import { spend } from './pairing/spent.js';
import { listeningEvolvers } from './listening/evolve.js';
import { leaveAll } from './parts.js';
import { unpairedOf } from './person-fields.js';
import { answerOf, emptyCouple, isGone, personOf } from './person.js';
import type { Answer, Couple, Invite, OpenedRound, Person, Scene, SpentCode } from './scene.js';
import type { CoupleId, PersonId, RoundId } from './ids.js';
import { seenToday } from './leaving/silence.js';

export const rhythmNoteDelayMs = 2 * 60_000;
const spentCodesKept = 10;

/** The scene after an event. Never refuses, never fails for an event that `decide` gave for this scene. */
export function evolve(scene: Scene, event: Event): Scene {
  const change = evolvers[event.type] as Evolve<Event['type']>;
  return change(scene, event);
}

export function evolveAll(scene: Scene, events: readonly Event[]): Scene {
  return events.reduce(evolve, scene);
}

type Of<T extends Event['type']> = Extract<Event, { type: T }>;
type Evolve<T extends Event['type']> = (scene: Scene, event: Of<T>) => Scene;

/** Something was said or shown; nothing is different. */
const unchanged = (scene: Scene) => scene;

const evolvers: { readonly [T in Event['type']]: Evolve<T> } = {
  welcomed: unchanged,
  termsShown: unchanged,
  declined: unchanged,
  informed: unchanged,
  helpOffered: unchanged,
  wordsSettled: unchanged,
  countriesShown: unchanged,
  briefRemoved: unchanged,
  termsChanged: unchanged,
  silenceKept: (scene, event) => withPerson(scene, event.person, () => ({ leaving: null })),
  statusTold: unchanged,
  inviteShown: unchanged,
  inviteQrShown: unchanged,
  beginningAsked: unchanged,
  undoAsked: unchanged,
  undoDropped: unchanged,
  groupOpened: unchanged,
  otherWaysShown: unchanged,
  waysClosed: unchanged,
  rhythmAccepted: unchanged,
  commandOffered: unchanged,
  breatherAsked: unchanged,
  refused: unchanged,
  voiceReturned: unchanged,
  cameBack: unchanged,
  ...openingEvolvers,
  voiceHeld: (scene, event) =>
    withPerson(scene, event.person, ({ heldVoices }) => ({
      heldVoices: [...heldVoices.filter(({ messageId }) => messageId !== event.voice.messageId), event.voice],
    })),
  voiceAllowed: (scene, event) =>
    withPerson(scene, event.person, ({ consents }) => ({
      consents: { ...consents, voice: agreedNow('voice', event.at) },
      heldVoices: [],
    })),
  voiceLetGo: (scene, event) => withPerson(scene, event.person, () => ({ heldVoices: [] })),
  languageChosen: (scene, event) => withPerson(scene, event.person, () => ({ language: event.language })),
  guessedWrong: (scene, event) =>
    withPerson(scene, event.person, (person) => ({
      wrongGuesses: [...person.wrongGuesses.filter((at) => at > event.at - 3_600_000), event.at],
    })),
  consentGiven: (scene, event) =>
    withPerson(scene, event.person, (person) => ({
      name: event.name,
      consent: agreedNow('terms', event.at),
      ...seenToday(person, event.at),
    })),
  houseOpened: (scene, event) =>
    withNewCouple(scene, {
      ...emptyCouple(event.couple),
      invite: { code: event.code, expiresAt: null, askAt: null },
    }),
  coupleFounded: (scene, event) => founded(scene, event),
  inviteExpired: (scene, event) => withCouple(scene, event.couple, (couple) => spendInvite(couple, 'expired')),
  inviteRenewed: (scene, event) =>
    withPerson(
      withCouple(scene, event.couple, (couple) => ({
        ...spendInvite(couple, 'replaced'),
        invite: inviteOf(event),
      })),
      event.person,
      (person) => spend(person, 'invite', event.expiresAt - inviteLifeMs),
    ),
  partnerAwaited: (scene, event) =>
    withCouple(scene, event.couple, ({ invite }) => (invite === null ? {} : { invite: { ...invite, askAt: null } })),
  partnerJoined: (scene, event) => joined(scene, event.couple, event.person, event.at),
  pairingUndone: (scene, event) => dissolved(scene, event.couple),
  unpaired: (scene, event) => leftBehind(dissolved(scene, event.couple), scene.couples[event.couple], event),
  roundStarted: (scene, event) =>
    withCouple(scene, event.couple, (couple) => ({
      ...afterStart(couple, event.round),
      round: event.round,
      lastAsked: { ...couple.lastAsked, [event.round.scenario]: event.round.startedAt },
    })),
  promptShown: (scene, event) => shown(scene, event),
  draftChanged: (scene, event) => answered(scene, event),
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
  roundRested: (scene, event) => rested(scene, event.couple, event.at),
  restTold: (scene, event) => withPerson(scene, event.person, (person) => setAside(person, event.round)),
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
  tapAwaited: (scene, event) => withPerson(scene, event.person, () => ({ pending: event.pending })),
  pendingDropped: (scene, event) => withPerson(scene, event.person, () => ({ pending: null })),
  slotMet: (scene, event) =>
    withCouple(scene, event.couple, () => ({ slot: { date: event.date, round: event.round } })),
  dateServed: (scene, event) => withPerson(scene, event.person, () => ({ servedDate: event.date })),
  rhythmTold: (scene, event) => withCouple(scene, event.couple, () => ({ tellRhythmAt: null })),
  daysChosen: (scene, event) =>
    withPerson(scene, event.person, (person) => ({ rhythm: { ...person.rhythm, days: event.days } })),
  hourChosen: (scene, event) =>
    withPerson(scene, event.person, ({ rhythm }) => ({ rhythm: { ...rhythm, minute: event.minute } })),
  quietHoursChosen: (scene, event) =>
    withPerson(scene, event.person, ({ rhythm }) => ({
      rhythm: { ...rhythm, quietFromMinute: event.fromMinute, quietUntilMinute: event.untilMinute },
    })),
  holidayChosen: (scene, event) => withPerson(scene, event.person, () => ({ holidayUntil: event.until })),
  remindersSwitched: (scene, event) => withPerson(scene, event.person, () => ({ wantsReminders: event.isOn })),
  discreetOffered: (scene, event) => withPerson(scene, event.person, () => ({ discreet: false })),
  discreetChosen: (scene, event) => withPerson(scene, event.person, () => ({ discreet: event.isOn })),
  foldOpened: unchanged,
  reminded: (scene, event) => withPerson(scene, event.person, () => ({ remindedOf: event.round })),
  settingsShown: (scene, event) => withPerson(scene, event.person, () => ({ asked: null })),
  asked: (scene, event) => withPerson(scene, event.person, () => ({ asked: { what: event.what, until: event.until } })),
  askedDropped: (scene, event) => withPerson(scene, event.person, () => ({ asked: null })),
  zoneChanged: (scene, event) => withPerson(scene, event.person, () => ({ zone: event.zone, asked: null })),
  stopped: (scene, event) =>
    withPerson(leaveAll(scene, event.person), event.person, () => ({ hasStopped: true, asked: null })),
  wentOn: (scene, event) => withPerson(scene, event.person, () => ({ hasStopped: false, leaving: null })),
  leavingSet: (scene, { person, askedAt, at }) => withPerson(scene, person, () => ({ leaving: { askedAt, at } })),
  leavingDropped: (scene, event) => withPerson(scene, event.person, () => ({ leaving: null })),
  rang: (scene, event) => withPerson(scene, event.person, (person) => spend(person, event.limits, event.at)),
  becameUnreachable: (scene, event) => withPerson(scene, event.person, () => ({ isUnreachable: true })),
  becameReachable: (scene, event) => withPerson(scene, event.person, () => ({ isUnreachable: false })),
  ...dataEvolvers,
  ...breatherEvolvers,
  ...listeningEvolvers,
  ...arrivalEvolvers,
};

function founded(scene: Scene, event: Of<'coupleFounded'>): Scene {
  const existing = scene.couples[event.couple];
  const couple: Couple = {
    ...(existing === undefined ? emptyCouple(event.couple) : { ...existing, ...spendInvite(existing, 'used') }),
    members: [event.person],
    invite: inviteOf(event),
  };
  return withPerson(withNewCouple(scene, couple), event.person, (person) => ({
    coupleId: event.couple,
    leftAt: null,
    ...spend(person, 'invite', event.expiresAt - inviteLifeMs),
  }));
}

function joined(scene: Scene, coupleId: CoupleId, personId: PersonId, at: number): Scene {
  const former = personOf(scene, personId).coupleId;
  const free = former === null ? scene : dissolved(scene, former);
  const paired = withCouple(free, coupleId, (couple) => ({
    ...spendInvite(couple, 'used'),
    members: [...couple.members, personId],
    pairedAt: at,
  }));
  return withPerson(paired, personId, (person) => ({ coupleId, leftAt: null, ...spend(person, 'join', at) }));
}

function dissolved(scene: Scene, coupleId: CoupleId): Scene {
  const all = scene.couples[coupleId]?.members ?? [];
  const members = all.filter((member) => !isGone(personOf(scene, member)));
  const couples = Object.fromEntries(Object.entries(scene.couples).filter(([id]) => Number(id) !== coupleId));
  // Whoever was erased and left an empty seat is in nothing any more.
  const people = Object.fromEntries(
    Object.entries(scene.people).filter(([, person]) => !isGone(person) || person.coupleId !== coupleId),
  );
  return members.reduce((now, member) => withPerson(now, member, unpairedOf), { ...scene, couples, people });
}

/** Whoever did not end it themselves is not invited to anything for a while. */
function leftBehind(scene: Scene, was: Couple | undefined, { by, at }: Of<'unpaired'>): Scene {
  if (at === undefined || was?.pairedAt == null) return scene;
  const left = was.members.filter((member) => member !== by && member in scene.people);
  return left.reduce(
    (now, member) => withPerson(now, member, ({ consent }) => (consent === null ? {} : { leftAt: at })),
    scene,
  );
}

type Answered = Of<'draftChanged' | 'answerSealed' | 'sealedAnswerExtended'>;

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
  const states = members.map((member) => ({
    member,
    state: answerOf(personOf(scene, member), event.round.id).state,
  }));
  const hasPass = states.some(({ state }) => state !== 'sealed');
  const opened: OpenedRound = {
    round: event.round,
    openedAt: event.at,
    thanked: [],
    askedMore: [],
    reacted: [],
    keepDays: sharedKeepDays(members.map((member) => personOf(scene, member))),
    closed: hasPass ? states.filter(({ state }) => state === 'sealed').map(({ member }) => member) : [],
  };
  const after = withCouple(scene, event.couple, (couple) => ({
    ...afterReveal(couple, event.round),
    round: couple.round?.id === event.round.id ? null : couple.round,
    rested: couple.rested.filter(({ round }) => round.id !== event.round.id),
    opened: [...couple.opened, opened],
    reveals: couple.reveals + 1,
    tellRhythmAt: couple.reveals === 0 ? event.at + rhythmNoteDelayMs : couple.tellRhythmAt,
  }));
  return members.reduce((now, member) => withPerson(now, member, (person) => setAside(person, event.round.id)), after);
}

/** A person with nothing waiting any more for a round that, to them, has ended. */
function setAside(person: Person, round: RoundId): Pick<Person, 'later' | 'pending' | 'untold'> {
  return {
    later: person.later?.round === round ? null : person.later,
    pending: person.pending?.round === round ? null : person.pending,
    untold: person.untold === round ? null : person.untold,
  };
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
        member in round.offered
          ? { ...(person.untold === null ? {} : setAside(person, person.untold)), untold: round.id }
          : setAside(person, round.id),
      ),
    after,
  );
}

function forgotten(scene: Scene, coupleId: CoupleId, rounds: readonly RoundId[]): Scene {
  const members = scene.couples[coupleId]?.members ?? [];
  const after = withCouple(scene, coupleId, (couple) => ({
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

function inviteOf({ code, expiresAt }: Of<'coupleFounded'> | Of<'inviteRenewed'>): Invite {
  return { code, expiresAt, askAt: expiresAt - inviteLifeMs + inviteAskMs };
}

function spendInvite(couple: Couple, how: SpentCode['how']): Partial<Couple> {
  if (couple.invite === null) return {};
  const spent = { code: couple.invite.code, how };
  return { invite: null, spentCodes: [...couple.spentCodes, spent].slice(-spentCodesKept) };
}

function withAnswer(person: Person, round: RoundId, answer: Answer): Pick<Person, 'answers'> {
  return { answers: { ...person.answers, [round]: answer } };
}
