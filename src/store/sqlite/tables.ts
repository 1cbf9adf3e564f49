import type { Tables } from '../scenes.js';
import { sqliteAloneOf, type SqliteAlone } from './alone.js';
import { sqliteBooksOf, type SqliteBooks } from './books.js';
import { sqliteChatsOf, type SqliteChats } from './chats.js';
import { sqliteCouplesOf } from './couples.js';
import type { OpenDatabase } from './database.js';
import { sqliteOutboxOf, type SqliteOutbox } from './outbox.js';
import { sqlitePeopleOf } from './people.js';
import { sqliteRoomsOf } from './rooms.js';

export interface SqliteTables extends Tables {
  readonly outbox: SqliteOutbox;
  readonly books: SqliteBooks;
  readonly alone: SqliteAlone;
  readonly chats: SqliteChats;
}

export function tablesOf(database: OpenDatabase): SqliteTables {
  return {
    people: sqlitePeopleOf(database),
    couples: sqliteCouplesOf(database),
    outbox: sqliteOutboxOf(database),
    books: sqliteBooksOf(database),
    alone: sqliteAloneOf(database),
    chats: sqliteChatsOf(database),
    rooms: sqliteRoomsOf(database),
  };
}
