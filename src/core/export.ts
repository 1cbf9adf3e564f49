import type { Answer, BookEntry, Couple, Instant, Person, Piece, Round, Scene } from './scene.js';

/**
 * All that is kept of one person, for that person: their own words, settings and consent, and since when they are paired.
 * Nothing of the partner goes along, not even a name: that is the partner's own (GDPR art. 15(4)).
 */
export interface ExportSaid {
  readonly at: Instant;
  readonly person: Omit<Person, 'id' | 'coupleId' | 'answers' | 'pending'>;
  readonly pair: PairExported | null;
  readonly rounds: readonly RoundExported[];
  /** Said, and still waiting for the tap that says what it is for. */
  readonly pending: readonly Piece[];
  /** The one line of a breather that is going on. */
  readonly line: string | null;
}

export interface PairExported {
  /** Null while the partner has not joined. */
  readonly since: Instant | null;
  readonly isApart: boolean;
  readonly inviteUntil: Instant | null;
}

export interface RoundExported {
  readonly scenario: string;
  readonly askedAt: Instant;
  readonly openedAt: Instant | null;
  readonly where: 'open-question' | 'put-away' | 'opened' | 'kept';
  readonly answer: Pick<Answer, 'state' | 'pieces' | 'picks'>;
  /** Null while the clock has not said it yet. */
  readonly until: Instant | null;
}

export function exportOf(scene: Scene, me: Person, at: Instant): ExportSaid {
  const { id, coupleId, answers, pending, ...person } = me;
  const couple = coupleId === null ? null : (scene.couples[coupleId] ?? null);
  const rounds = [
    ...scene.book.map((entry) => kept(entry)),
    ...(couple === null ? [] : roundsOf(couple)).flatMap(({ round, ...rest }) => {
      const answer = answers[round.id];
      return answer === undefined ? [] : [{ ...told(round), ...rest, answer: plain(answer) }];
    }),
  ];
  return {
    at,
    person,
    pair: couple === null ? null : pairOf(couple),
    rounds: rounds.toSorted((one, other) => one.askedAt - other.askedAt),
    pending: pending?.pieces ?? [],
    line: couple?.breather?.lines[id]?.text ?? null,
  };
}

type InCouple = Pick<RoundExported, 'openedAt' | 'where' | 'until'> & { readonly round: Round };

function roundsOf({ opened, rested, round }: Couple): readonly InCouple[] {
  return [
    ...opened.map((one) => ({ round: one.round, openedAt: one.openedAt, where: 'opened', until: null }) as const),
    ...rested.map((one) => ({ round: one.round, openedAt: null, where: 'put-away', until: null }) as const),
    ...(round === null ? [] : [{ round, openedAt: null, where: 'open-question', until: null } as const]),
  ];
}

function kept({ scenario, askedAt, openedAt, answer, until }: BookEntry): RoundExported {
  return { scenario, askedAt, openedAt, where: 'kept', answer: plain(answer), until };
}

function told({ scenario, startedAt }: Round): Pick<RoundExported, 'scenario' | 'askedAt'> {
  return { scenario, askedAt: startedAt };
}

function plain({ state, pieces, picks }: Answer): RoundExported['answer'] {
  return { state, pieces, picks };
}

function pairOf({ pairedAt, isApart, invite }: Couple): PairExported {
  return { since: pairedAt, isApart, inviteUntil: invite?.expiresAt ?? null };
}
