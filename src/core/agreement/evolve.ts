import { withCouple } from '../change.js';
import type { Evolvers } from '../evolvers.js';
import { withoutPage } from '../book/evolve.js';
import type { AgreementEvent } from './event.js';

/** The scene after each event of agreements. */
export const agreementEvolvers: Evolvers<AgreementEvent> = {
  keepingSet: (scene, { couple, keeping: set }) =>
    withCouple(scene, couple, ({ keeping }) => ({
      keeping: [...keeping.filter(({ round }) => round !== set.round), set],
    })),
  keepingLapsed: (scene, { couple, round: over }) =>
    withCouple(scene, couple, ({ keeping }) => ({ keeping: keeping.filter(({ round }) => round !== over) })),
  agreementLetGo: (scene, { couple, round }) => withoutPage(scene, couple, round),
  agreementReopened: (scene, { couple, round }) =>
    withCouple(scene, couple, ({ agreements }) => ({
      agreements: agreements.map((one) => (one.page === round ? { ...one, change: { askedIn: null } } : one)),
    })),
  agreementsForgotten: (scene, { couple, rounds }) =>
    withCouple(scene, couple, ({ agreements }) => ({
      agreements: agreements.filter(({ page }) => !rounds.includes(page)),
    })),
};
