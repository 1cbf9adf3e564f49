import { heldUntil, shortenedUntil } from '../../../src/core/own-data/book.js';
import type { Instant, PersonId } from '../../../src/core/ids.js';
import type { Alone } from '../../../src/store/alone.js';
import type { Books } from '../../../src/store/books.js';
import type { Chats } from '../../../src/store/chats.js';
import type { Data } from './data.js';

const dayMs = 24 * 3_600_000;
const deletableMs = 2 * dayMs;
const marginMs = 600_000;
const idsACall = 100;

type Due = (now: Instant, limit: number) => readonly PersonId[];

export function aloneOf({ alone, people }: Data): Alone & { readonly due: Due } {
  return {
    wake: (person, at) => {
      if (at === null) alone.delete(person);
      else if (people.has(person)) alone.set(person, at);
      else throw new Error('there is nobody to wake');
    },
    due: (now, limit) =>
      [...alone.entries()]
        .filter(([, at]) => at <= now)
        .sort(([, one], [, other]) => one - other)
        .slice(0, limit)
        .map(([person]) => person),
  };
}

export function booksOf({ books }: Data): Books & { readonly tidy: (now: Instant) => boolean } {
  return {
    of: ({ person }, now) =>
      (books.get(person.id) ?? [])
        .filter(({ until }) => until > now)
        .toSorted((one, other) => one.askedAt - other.askedAt),
    apply: ({ person: { id } }, one) => {
      const entries = books.get(id) ?? [];
      switch (one.kind) {
        case 'keep':
          books.set(id, [...entries, one.entry]);
          return;
        case 'shorten':
          books.set(
            id,
            entries.map((entry) => ({ ...entry, until: shortenedUntil(entry, one.days) })),
          );
          return;
        case 'drop':
          books.set(
            id,
            entries.filter(({ round }) => round !== one.round),
          );
          return;
        case 'hold':
          books.set(
            id,
            entries.map((entry) =>
              entry.round === one.round ? { ...entry, keptAt: one.at, until: heldUntil(entry, one.at) } : entry,
            ),
          );
          return;
        case 'clear':
          books.delete(id);
          return;
      }
    },
    reseal: () => undefined,
    clear: (person) => {
      books.delete(person);
    },
    tidy: (now) => {
      const before = [...books.entries()].filter(([, entries]) => entries.some(({ until }) => until <= now));
      for (const [person, entries] of before) {
        books.set(
          person,
          entries.filter(({ until }) => until > now),
        );
      }
      return before.length > 0;
    },
  };
}

export function chatsOf({ chats, outbox }: Data): Chats & { readonly tidy: (now: Instant) => void } {
  const clear: Chats['clear'] = (person) => {
    chats.delete(person);
  };
  const note: Chats['note'] = (person, messageId, at) => {
    chats.set(person, [...(chats.get(person) ?? []), { messageId, at }]);
  };
  return {
    note,
    noteEarlier: (person, messageId, now) => {
      note(person, messageId, now - dayMs);
    },
    take: (person, now) => {
      const sent = (outbox.ofPerson.get(person) ?? []).flatMap((id) => {
        const row = outbox.rows.get(id);
        if (row?.outgoing.kind !== 'send' || row.messageId === null) return [];
        return { messageId: row.messageId, at: row.settledAt ?? now };
      });
      const rows = [...(chats.get(person) ?? []), ...sent].filter(({ at }) => at > now - deletableMs + marginMs);
      clear(person);
      const isYoung = (at: Instant) => at > now - deletableMs + dayMs;
      return [true, false].flatMap((young) => {
        const ids = new Set(rows.filter(({ at }) => isYoung(at) === young).map(({ messageId }) => messageId));
        return inCalls([...ids].sort((one, other) => one - other));
      });
    },
    clear,
    tidy: (now) => {
      for (const [person, rows] of [...chats.entries()]) {
        if (!rows.some(({ at }) => at < now - deletableMs)) continue;
        chats.set(
          person,
          rows.filter(({ at }) => at >= now - deletableMs),
        );
      }
    },
  };
}

function inCalls(ids: readonly number[]): readonly (readonly number[])[] {
  return ids.flatMap((_, index) => (index % idsACall === 0 ? [ids.slice(index, index + idsACall)] : []));
}
