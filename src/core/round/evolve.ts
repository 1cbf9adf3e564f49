import { withCouple, withPerson } from '../change.js';
import { isDeep, turnOf } from './choose.js';
import { agreedNow } from '../pairing/consent.js';
import type { Event } from '../event.js';
import { wishLastsMs } from './pace.js';
import { personOf } from '../person.js';
import type { Couple, Opening, Round, Scene } from '../scene.js';
import type { PersonId, RoundId } from '../ids.js';

/** What changes by the events of pace, opening and choosing, and what a round's own events change in those. */

type Of<T extends Event['type']> = Extract<Event, { type: T }>;
type Evolve<T extends Event['type']> = (scene: Scene, event: Of<T>) => Scene;
export type OpeningEvents =
  | 'promptUnfolded'
  | 'openingSet'
  | 'yesAsked'
  | 'yesGiven'
  | 'openingLapsed'
  | 'choicesShown'
  | 'nextPicked'
  | 'openingHourAsked'
  | 'openingHourChosen'
  | 'deeperAsked'
  | 'deeperChosen'
  | 'apartChosen'
  | 'slotLetPass'
  | 'helpAsked'
  | 'helpChosen'
  | 'programmeResumed';

const unchanged = (scene: Scene) => scene;

export const openingEvolvers: { readonly [T in OpeningEvents]: Evolve<T> } = {
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
  return { openings: without(couple.openings, round.id), unanswered: couple.unanswered + 1 };
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
