import { withCouple, withPerson } from '../change.js';
import type { ExportScope } from '../event.js';
import { spentAlone } from '../pairing/spent.js';
import { draftOf, emptyDraft, notesOf, type Heard, type Said, type Tension } from '../listening/scene.js';
import { personOf } from '../person.js';
import type { Answer, BookEntry, Couple, Person, Round, Scene } from '../scene.js';
import type { Piece } from '../piece.js';
import type { Instant, PersonId } from '../ids.js';

/**
 * All that is kept of one person, for that person: their own words, settings and consent, and since when they are paired.
 * Nothing of the partner goes along, not even a name: that is the partner's own (GDPR art. 15(4)). It comes in two parts:
 * first what is open, and what is closed when it is asked for once more.
 */
export interface ExportSaid {
  readonly at: Instant;
  readonly scope: ExportScope;
  readonly person: PersonExported;
  readonly pair: PairExported | null;
  readonly rounds: readonly RoundExported[];
  /** The listening round that goes on, and the last one that came to its end. */
  readonly listened: readonly ListenedExported[];
  /** Said, and still waiting for the tap that says what it is for, or for a yes to voice. */
  readonly pending: readonly Piece[];
  /** The one line of a breather that is going on. */
  readonly line: string | null;
}

export type PersonExported = Pick<Person, Open> & Partial<Omit<Person, Open | NotOfPerson>>;
/** Without what only says what the clock has still to do: part of that is set at the partner's hour. */
type NotOfPerson = 'id' | 'coupleId' | 'answers' | 'pending' | 'heldVoices' | 'untold' | 'servedDate';

/** What may be read by anybody who has this phone in hand for a moment. All else is closed, also what is added later. */
type Open = 'name' | 'language' | 'zone' | 'consent';

export interface PairExported {
  /** Null while the partner has not joined. */
  readonly since: Instant | null;
  /** Set by one of them, and told to nobody: not among what is open. */
  readonly isApart?: boolean;
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

export function exportOf(scene: Scene, me: Person, at: Instant, scope: ExportScope = 'all'): ExportSaid {
  if (scope === 'all') return allOf(scene, me, at);
  const shown = openOnly(scene, me);
  const { person, pair, listened, ...rest } = allOf(shown, personOf(shown, me.id), at);
  const { name, language, zone, consent } = person;
  return {
    ...rest,
    scope,
    person: { name, language, zone, consent },
    pair: pair === null ? null : { since: pair.since, inviteUntil: pair.inviteUntil },
    listened: listened.filter(({ said, plan }) => said.length > 0 || plan !== null),
  };
}

/** The scene as it would be if nothing of this person were closed. */
function openOnly(scene: Scene, me: Person): Scene {
  const bare = withPerson(scene, me.id, () => ({ pending: null, heldVoices: [] }));
  const book = scene.book.filter(({ openedAt }) => openedAt !== null);
  const { coupleId } = me;
  if (coupleId === null) return { ...bare, book };
  const couple = withCouple(bare, coupleId, ({ opened, listening, heard }) => ({
    round: null,
    rested: [],
    breather: null,
    opened: opened.filter(({ closed }) => !closed.includes(me.id)),
    listening: listening && { ...listening, drafts: {}, notes: {} },
    heard: heard && { ...heard, tension: {}, plans: heard.plans.filter(({ phase }) => phase === 'agreed') },
  }));
  return { ...couple, book };
}

function allOf(scene: Scene, me: Person, at: Instant): ExportSaid {
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
    scope: 'all',
    person: { ...person, spent: spentAlone(me) },
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
            plan: plansOf(heard, id),
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

function plansOf({ plans }: Heard, id: PersonId): string | null {
  const own = plans.flatMap(({ by, text }) => (by === id ? [text] : []));
  return own.length === 0 ? null : own.join('\n');
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
