import type { Instant, PersonId } from '../core/ids.js';
import type { Change, Look } from './look.js';
import { hourMs } from '../core/time/durations.js';

/** So old a bot may take a message out of a private chat, its own or the person's. */
export const deletableMs = 48 * hourMs;
/** Near that age it may be too late by the time the call arrives, and then the whole call is refused. */
const marginMs = hourMs / 6;
/** Telegram holds what is sent to an absent bot this long, so a message may be that much older than it seems. */
const heldMs = 24 * hourMs;
/** As many as one call may name. */
const idsACall = 100;

interface OfPerson {
  readonly personId: PersonId;
}

interface Standing {
  readonly messageId: number | null;
  readonly at: Instant | null;
}

/** The rows behind it. */
export interface ChatRows {
  readonly note: Change<OfPerson & { readonly messageId: number; readonly at: Instant }>;
  /** What the person said after a moment, and what was sent to them. */
  readonly said: Look<OfPerson & { readonly after: Instant }, Standing>;
  readonly sent: Look<OfPerson & { readonly after: Instant }, Standing>;
  readonly clear: Change<OfPerson>;
}

/** Which messages stand in a person's chat. */
export interface Chats {
  /** Notes a message that the person sent. */
  note(person: PersonId, messageId: number, now: Instant): void;
  /** Notes one that they sent at some moment before. */
  noteEarlier(person: PersonId, messageId: number, now: Instant): void;
  /**
   * Takes note of every message of the last 48 hours out of here, and gives their numbers, as many at a time as one call
   * may name. Those that may be too old after all are in calls of their own.
   */
  take(person: PersonId, now: Instant): readonly (readonly number[])[];
  /** All of one person. */
  clear(person: PersonId): void;
}

export function chatsOf(statements: ChatRows): Chats {
  const clear = (personId: PersonId) => {
    statements.clear.run({ personId });
  };
  return {
    note(personId, messageId, at) {
      statements.note.run({ personId, messageId, at });
    },
    noteEarlier(personId, messageId, now) {
      statements.note.run({ personId, messageId, at: now - heldMs });
    },
    take(personId, now) {
      const after = now - deletableMs + marginMs;
      const rows = [...statements.said.all({ personId, after }), ...statements.sent.all({ personId, after })];
      clear(personId);
      const isYoung = (at: Instant) => at > now - deletableMs + heldMs;
      return [true, false].flatMap((young) => {
        const ids = rows.filter(({ at }) => isYoung(at ?? 0) === young).map(({ messageId }) => messageId ?? 0);
        return inCalls([...new Set(ids)].toSorted((one, other) => one - other));
      });
    },
    clear,
  };
}

function inCalls(ids: readonly number[]): readonly (readonly number[])[] {
  return ids.flatMap((_, index) => (index % idsACall === 0 ? [ids.slice(index, index + idsACall)] : []));
}
