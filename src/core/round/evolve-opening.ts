import { withCouple, withPerson } from '../change.js';
import { isDeep } from './choose.js';
import type { EventOf } from '../event.js';
import { answerOf, coupleIn, personOf } from '../person.js';
import { liesInRoom } from '../room/which.js';
import type { Couple, OpenedRound, Opening, Round, Scene } from '../scene.js';
import type { PersonId, RoundId } from '../ids.js';
import { sharedKeepDays } from '../own-data/book.js';
import { afterStepOpened, proposalAfter } from '../path/follow.js';
import { openedOnce } from './once.js';
import { setAside, withAnswer } from './evolve-person.js';

/** What changes when both have sealed: the hours at which a round opens, and the scene once it has. */

/** An opened round: whatever was left before it is forgotten. */
function afterReveal(couple: Couple, round: Round): Partial<Couple> {
  const openings = without(couple.openings, round.id);
  return { openings, unanswered: 0, isLightNext: isDeep(round) };
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
export function lapsed(scene: Scene, { couple, round }: EventOf<'openingLapsed'>): Scene {
  const after = withCouple(scene, couple, ({ openings }) => ({ openings: without(openings, round) }));
  const members = after.couples[couple]?.members ?? [];
  return members.reduce((now, member) => withPerson(now, member, ({ untold }) => ({ untold: untold ?? round })), after);
}

export function without(openings: readonly Opening[], round: RoundId): readonly Opening[] {
  return openings.filter((opening) => opening.round !== round);
}

export function withOpening(
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

export function withoutPerson(askAt: Opening['askAt'], person: PersonId): Opening['askAt'] {
  return Object.fromEntries(Object.entries(askAt).filter(([id]) => Number(id) !== person));
}

const rhythmNoteDelayMs = 2 * 60_000;

export function revealed(scene: Scene, event: EventOf<'answersRevealed'>): Scene {
  const members = scene.couples[event.couple]?.members ?? [];
  const after = withCouple(opened(scene, event), event.couple, (couple) => proposalAfter(couple, event.at));
  return members.reduce((now, member) => withPerson(now, member, (person) => setAside(person, event.round.id)), after);
}

export function opened(scene: Scene, event: EventOf<'answersRevealed'> | EventOf<'overlapSettled'>): Scene {
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
