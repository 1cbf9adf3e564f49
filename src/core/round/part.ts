import { isUntold } from './overlap.js';
import { withCouple, withPerson } from '../change.js';
import type { ExportScope } from '../own-data/event.js';
import type { Instant, PersonId, RoundId } from '../ids.js';
import { answerOf, coupleOf, emptyAnswer, personOf } from '../person.js';
import type { Answer, BookEntry, Couple, Person, Round, Scene } from '../scene.js';
import type { Part } from '../part.js';
import { takenBack } from './evolve-opening.js';
import { isFinal, liveRound, liveRounds } from './live-round.js';
import { isSpent, spentAnswer } from './once.js';

export interface RoundExported {
  readonly scenario: string;
  readonly askedAt: Instant;
  readonly openedAt: Instant | null;
  readonly where: 'open-question' | 'put-away' | 'opened' | 'kept';
  readonly answer: Pick<Answer, 'state' | 'pieces' | 'picks'>;
  /** Null while the clock has not said it yet. */
  readonly until: Instant | null;
  /** Both keep its page, or this person alone would; the latter is told to nobody else. */
  readonly keeps: 'both' | 'wished' | null;
}

export interface RoundsExported {
  readonly rounds: readonly RoundExported[];
}

/** What somebody stopped with stays, but for the hour at which they wanted it again: to the other it looks like silence. */
export const roundPart = {
  holds: 'never',
  isOpen: ({ round }) => round !== null,
  left: (scene, person) => withPerson(scene, person, () => ({ later: null })),
  erased,
  wordsOf: (_scene, { answers }) => Object.values(answers).flatMap(({ pieces }) => pieces),
  exported: (scene, me, scope) => ({ rounds: roundsOf(scene, me, scope) }),
} as const satisfies Part<RoundsExported>;

/** Of a round that can still be answered, only the count of changes stays: buttons of what was there must be stale. */
function erased(scene: Scene, id: PersonId): Scene {
  const me = personOf(scene, id);
  const couple = coupleOf(scene, me);
  const live = couple === null ? [] : liveRounds(couple).filter((round) => round in me.answers);
  const takenBackAll = live.reduce((now, round) => takenBack(now, id, round), scene);
  const open = couple === null ? takenBackAll : withCouple(takenBackAll, couple.id, (one) => withoutHalves(one, me));
  return withPerson(open, id, () => ({
    answers: Object.fromEntries(
      live.map((round) => {
        const answer = answerOf(me, round);
        const isSealedOnce = couple !== null && liveRound(couple, round)?.once !== undefined && isPast(answer);
        return [round, isSealedOnce ? spentAnswer(answer) : { ...emptyAnswer, step: answer.step + 1 }] as const;
      }),
    ),
  }));
}

const isPast = (answer: Answer) => isFinal(answer) || isSpent(answer);

/** There is nothing any more that [Toch delen] could open, and a page that loses one half is gone for both. */
function withoutHalves({ opened }: Couple, { id, answers }: Person): Partial<Couple> {
  return {
    opened: opened.map((one) => ({
      ...one,
      closed: one.closed.filter((other) => other !== id),
      ...(answers[one.round.id]?.state === 'sealed' ? { isOffBook: true } : {}),
    })),
  };
}

function roundsOf(scene: Scene, me: Person, scope: ExportScope): readonly RoundExported[] {
  const couple = coupleOf(scene, me);
  const book = scene.book.filter(({ openedAt }) => scope === 'all' || openedAt !== null);
  const shared = couple === null ? [] : inCouple(couple, me, scope);
  const rounds = [
    ...book.map((entry) => kept(entry, me, scope)),
    ...shared.flatMap(({ round: { id, scenario, startedAt }, ...rest }) => {
      const answer = me.answers[id];
      const keeps = keepsOf(me, id, rest.keptAt ?? null, scope);
      const { keptAt: _, ...where } = rest;
      return answer === undefined ? [] : [{ scenario, askedAt: startedAt, ...where, answer: plain(answer), keeps }];
    }),
  ];
  return rounds.toSorted((one, other) => one.askedAt - other.askedAt);
}

type InCouple = Pick<RoundExported, 'openedAt' | 'where' | 'until'> & {
  readonly round: Round;
  readonly keptAt?: Instant | undefined;
};

function inCouple(couple: Couple, me: Person, scope: ExportScope): readonly InCouple[] {
  const { id, untold } = me;
  const { round } = couple;
  const opened = couple.opened.filter((one) => !isUntold(one, me));
  const rested = couple.rested.filter((one) => !opened.some((other) => other.round.id === one.round.id));
  const seen = opened.filter(({ closed }) => scope === 'all' || !closed.includes(id));
  const both = seen.map(
    ({ round: of, openedAt, keptAt }) => ({ round: of, openedAt, where: 'opened', until: null, keptAt }) as const,
  );
  if (scope === 'open') return both;
  // What was put away at the partner's hour lies open to this person until their own.
  const whereOf = (one: Round) => (one.id === untold ? 'open-question' : 'put-away');
  return [
    ...both,
    ...rested.map((one) => ({ round: one.round, openedAt: null, where: whereOf(one.round), until: null }) as const),
    ...(round === null ? [] : [{ round, openedAt: null, where: 'open-question', until: null } as const]),
  ];
}

function kept(entry: BookEntry, me: Person, scope: ExportScope): RoundExported {
  const { round, scenario, askedAt, openedAt, answer, until, keptAt } = entry;
  const keeps = keepsOf(me, round, keptAt, scope);
  return { scenario, askedAt, openedAt, where: 'kept', answer: plain(answer), until, keeps };
}

function keepsOf(
  { wishes }: Person,
  round: RoundId,
  keptAt: Instant | null,
  scope: ExportScope,
): RoundExported['keeps'] {
  if (keptAt !== null) return 'both';
  return scope === 'all' && wishes.some(({ on, subject }) => on === 'keep' && subject === round) ? 'wished' : null;
}

function plain({ state, pieces, picks }: Answer): RoundExported['answer'] {
  return { state, pieces, picks };
}
