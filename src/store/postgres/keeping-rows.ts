import type { Alone } from '../alone.js';
import { bookLimit, type BookRows } from '../books.js';
import type { ChatRows } from '../chats.js';
import { change, look } from './rows.js';
import type { BookRow, WorkingSet } from './working-set.js';

export function bookRowsOf(set: WorkingSet): BookRows {
  const { book } = set;
  const of = (person: number) => (set.knows({ what: 'book', person }) ? book.ofGroup(person) : []);
  const alter = (id: number, more: Partial<BookRow>) => {
    const row = book.get(id);
    if (row !== undefined) book.put({ ...row, ...more });
  };
  return {
    newest: look(({ personId, now }) =>
      of(personId)
        .filter(({ until }) => until > now)
        .toSorted((one, other) => other.askedAt - one.askedAt || other.id - one.id)
        .slice(0, bookLimit),
    ),
    all: look(({ personId }) => of(personId)),
    insert: change((row) => {
      book.put(row);
    }),
    setUntil: change(({ id, until }) => {
      alter(id, { until });
    }),
    hold: change(({ id, until, sealed }) => {
      alter(id, { until, sealed });
    }),
    drop: change(({ id }) => {
      book.remove(id);
    }),
    reseal: change(({ id, sealed }) => {
      alter(id, { sealed });
    }),
    clear: change(({ personId }) => {
      for (const { id } of of(personId)) book.remove(id);
    }),
  };
}

export function chatRowsOf(set: WorkingSet): ChatRows {
  const { chats, outbox } = set;
  return {
    note: change(({ personId, messageId, at }) => {
      chats.put({ id: set.chatId(), personId, messageId, at });
    }),
    said: look(({ personId, after }) =>
      set.knows({ what: 'chat', person: personId }) ? chats.ofGroup(personId).filter(({ at }) => at > after) : [],
    ),
    sent: look(({ personId, after }) =>
      set.knows({ what: 'chat', person: personId })
        ? outbox
            .ofGroup(personId)
            .filter(
              ({ messageId, kind, settledAt }) => messageId !== null && kind === 'send' && (settledAt ?? 0) > after,
            )
            .map(({ messageId, settledAt }) => ({ messageId, at: settledAt }))
        : [],
    ),
    clear: change(({ personId }) => {
      if (!set.knows({ what: 'chat', person: personId })) return;
      for (const { id } of chats.ofGroup(personId)) chats.remove(id);
    }),
  };
}

export function aloneOf({ alone }: WorkingSet): Alone {
  return {
    wake: (personId, wakeAt) => {
      if (wakeAt === null) alone.remove(personId);
      else alone.put({ personId, wakeAt });
    },
  };
}
