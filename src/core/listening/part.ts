import { coupleOf } from '../person.js';
import type { Person, Scene } from '../scene.js';
import type { ExportScope } from '../own-data/event.js';
import type { Instant, PersonId } from '../ids.js';
import type { Piece } from '../piece.js';
import type { Part } from '../part.js';
import { eraseListened, leaveListening } from './leave.js';
import { draftOf, isTakenUp, notesOf, type Heard, type Listening, type Said, type Tension } from './scene.js';

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

export interface ListeningExported {
  /** The listening round that goes on, and the last one that came to its end. */
  readonly listened: readonly ListenedExported[];
}

export const listeningPart = {
  holds: ({ listening }) => isTakenUp(listening),
  isOpen: ({ listening }) => isTakenUp(listening),
  left: leaveListening,
  erased: eraseListened,
  wordsOf,
  exported: (scene, me, scope) => ({ listened: listenedOf(scene, me, scope) }),
} as const satisfies Part<ListeningExported>;

function wordsOf(scene: Scene, me: Person): readonly Piece[] {
  const couple = coupleOf(scene, me);
  const { listening = null, heard = null } = couple ?? {};
  return [
    ...(heard === null ? [] : [...piecesOf(heard.said, me.id), ...plansOf(heard, me.id).map(asPiece)]),
    ...(listening === null
      ? []
      : [
          ...piecesOf(listening.said, me.id),
          ...draftOf(listening, me.id).pieces,
          ...notesOf(listening, me.id),
          // Whoever listens says back what they heard.
          ...(listening.speaker === me.id ? [] : [...listening.mirrored, ...listening.confirmed]),
        ]),
  ];
}

function piecesOf(said: readonly Said[], id: PersonId): readonly Piece[] {
  return said.flatMap(({ by, pieces }) => (by === id ? pieces : []));
}

function asPiece({ text, messageId }: Heard['plans'][number]): Piece {
  return { kind: 'text', at: null, text, messageId };
}

function plansOf({ plans }: Heard, id: PersonId): Heard['plans'] {
  return plans.filter(({ by }) => by === id);
}

function listenedOf(scene: Scene, me: Person, scope: ExportScope): readonly ListenedExported[] {
  const { listening = null, heard = null } = coupleOf(scene, me) ?? {};
  const all = [
    ...(heard === null ? [] : [heardExported(heard, me.id, scope)]),
    ...(listening === null ? [] : [listeningExported(listening, me.id, scope)]),
  ];
  return scope === 'all' ? all : all.filter(({ said, plan }) => said.length > 0 || plan !== null);
}

/** How tense it was is shown to nobody, and a plan to the other once it was agreed. */
function heardExported(heard: Heard, id: PersonId, scope: ExportScope): ListenedExported {
  const plans = plansOf(heard, id).filter(({ phase }) => scope === 'all' || phase === 'agreed');
  return {
    protocol: heard.protocol,
    endedAt: heard.endedAt,
    until: heard.until,
    said: ownOf(heard.said, id),
    draft: null,
    notes: [],
    plan: plans.length === 0 ? null : plans.map(({ text }) => text).join('\n'),
    tension: scope === 'all' ? (heard.tension[id] ?? null) : null,
  };
}

function listeningExported(listening: Listening, id: PersonId, scope: ExportScope): ListenedExported {
  const { pieces, picks } = draftOf(listening, id);
  const hasDraft = scope === 'all' && pieces.length + picks.length > 0;
  return {
    protocol: listening.protocol,
    endedAt: null,
    until: null,
    said: ownOf(listening.said, id),
    draft: hasDraft ? { step: listening.step, option: null, pieces, picks } : null,
    notes: scope === 'all' ? notesOf(listening, id) : [],
    plan: null,
    tension: null,
  };
}

function ownOf(said: readonly Said[], id: PersonId): ListenedExported['said'] {
  return said.flatMap(({ by, step, option, pieces, picks }) => (by === id ? [{ step, option, pieces, picks }] : []));
}
