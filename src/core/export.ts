import { draftOf, emptyDraft, notesOf, type Said, type Tension } from './listening/scene.js';
import type { Answer, BookEntry, Couple, Instant, Person, PersonId, Piece, Round, Scene } from './scene.js';

/**
 * All that is kept of one person, for that person: their own words, settings and consent, and since when they are paired.
 * Nothing of the partner goes along, not even a name: that is the partner's own (GDPR art. 15(4)).
 */
export interface ExportSaid {
  readonly at: Instant;
  /** Without what only says what the clock has still to do: part of that is set at the partner's hour. */
  readonly person: Omit<Person, 'id' | 'coupleId' | 'answers' | 'pending' | 'heldVoices' | 'untold' | 'servedDate'>;
  readonly pair: PairExported | null;
  readonly rounds: readonly RoundExported[];
  /** The listening round that goes on, and the last one that came to its end. */
  readonly listened: readonly ListenedExported[];
  /** Said, and still waiting for the tap that says what it is for, or for a yes to voice. */
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

type Words = Pick<Said, 'option' | 'pieces' | 'picks'>;

/** Only what this person said in it, wrote for it, or kept for themselves. */
export interface ListenedExported {
  readonly protocol: string;
  /** Null while it goes on. */
  readonly endedAt: Instant | null;
  readonly until: Instant | null;
  readonly said: readonly (Words & { readonly step: string })[];
  readonly draft: (Words & { readonly step: string }) | null;
  readonly notes: readonly Piece[];
  readonly plan: string | null;
  readonly tension: Tension | null;
}

export function exportOf(scene: Scene, me: Person, at: Instant): ExportSaid {
  const { id, coupleId, answers, pending, heldVoices, untold, servedDate, ...person } = me;
  const couple = coupleId === null ? null : (scene.couples[coupleId] ?? null);
  const rounds = [
    ...scene.book.map((entry) => kept(entry)),
    ...(couple === null ? [] : roundsOf(couple, me)).flatMap(({ round, ...rest }) => {
      const answer = answers[round.id];
      return answer === undefined ? [] : [{ ...told(round), ...rest, answer: plain(answer) }];
    }),
  ];
  return {
    at,
    person,
    pair: couple === null ? null : pairOf(couple),
    rounds: rounds.toSorted((one, other) => one.askedAt - other.askedAt),
    listened: couple === null ? [] : listenedOf(couple, id),
    pending: [
      ...(pending?.pieces ?? []),
      ...heldVoices.map(({ messageId, fileId, seconds }) => ({ kind: 'voice', messageId, fileId, seconds }) as const),
    ],
    line: couple?.breather?.lines[id]?.text ?? null,
  };
}

type InCouple = Pick<RoundExported, 'openedAt' | 'where' | 'until'> & { readonly round: Round };

function roundsOf({ opened, rested, round }: Couple, { untold }: Person): readonly InCouple[] {
  // What was put away at the partner's hour lies open to this person until their own.
  const whereOf = ({ id }: Round) => (id === untold ? 'open-question' : 'put-away');
  return [
    ...opened.map((one) => ({ round: one.round, openedAt: one.openedAt, where: 'opened', until: null }) as const),
    ...rested.map((one) => ({ round: one.round, openedAt: null, where: whereOf(one.round), until: null }) as const),
    ...(round === null ? [] : [{ round, openedAt: null, where: 'open-question', until: null } as const]),
  ];
}

function listenedOf({ listening, heard }: Couple, id: PersonId): readonly ListenedExported[] {
  const own = (said: readonly Said[]) =>
    said.flatMap(({ by, step, option, pieces, picks }) => (by === id ? [{ step, option, pieces, picks }] : []));
  const draft = listening === null ? emptyDraft : draftOf(listening, id);
  return [
    ...(heard === null
      ? []
      : [
          {
            protocol: heard.protocol,
            endedAt: heard.endedAt,
            until: heard.until,
            said: own(heard.said),
            draft: null,
            notes: [],
            plan: heard.plan?.by === id ? heard.plan.text : null,
            tension: heard.tension[id] ?? null,
          },
        ]),
    ...(listening === null
      ? []
      : [
          {
            protocol: listening.protocol,
            endedAt: null,
            until: null,
            said: own(listening.said),
            draft:
              draft.pieces.length + draft.picks.length === 0
                ? null
                : { step: listening.step, option: null, pieces: draft.pieces, picks: draft.picks },
            notes: notesOf(listening, id),
            plan: null,
            tension: null,
          },
        ]),
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
