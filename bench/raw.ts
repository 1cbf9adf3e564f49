import Database from 'better-sqlite3';
import { consentVersion } from '../src/core/pairing/consent.js';
import { stranger } from '../src/core/person.js';
import type { Person } from '../src/core/scene.js';
import { encrypt } from '../src/store/cipher.js';
import { addressInTurn, seededAt } from './seed.js';

export const addition = 'Ik zou graag willen dat we vanavond even samen wandelen, zonder telefoon.';

/** A row of the outbox that may go out. */
export interface RawRow {
  readonly id: number | bigint;
  readonly method: 'sendMessage' | 'deleteMessage';
  readonly params: Readonly<Record<string, unknown>>;
}

/** The least that could be done for the rows that the bot writes when somebody adds a text to a draft. */
export interface RawLoop {
  /** One durable transaction; gives what may be sent now. Update number `n` comes from the `n`th person, in turns. */
  write(updateIds: readonly number[]): readonly RawRow[];
  settle(rows: readonly RawRow[]): void;
  close(): void;
}

/**
 * Prepared statements, FULL, sealed the same: the update, the person with the draft, the new card, and the card before it
 * deleted (or dropped, where it was not sent yet). It knows every id and key beforehand, reads nothing and decides
 * nothing.
 */
export function openRaw(file: string, couples: number): RawLoop {
  const raw = new Database(file);
  raw.pragma('synchronous = FULL');
  raw.pragma('secure_delete = ON');
  const key = Buffer.alloc(32, 9);
  const ids = raw
    .prepare('select person_id from members order by couple_id, seat limit ?')
    .pluck()
    .all(couples * 2) as number[];
  const statements = prepare(raw);
  const people = new Map<number, Person>();
  const cards = new Map<number, { readonly id: number | bigint; isSent: boolean }>();
  const sealRow = (number: number, params: object) =>
    encrypt(key, `outbox:${String(number)}`, Buffer.from(JSON.stringify({ v: 1, params, quiet: null })));

  function add(number: number, rows: RawRow[]): void {
    const id = ids[number % ids.length] ?? 0;
    const address = addressInTurn(number, couples);
    const person = withPiece(people.get(id) ?? blank(id), 'round00000', number);
    people.set(id, person);
    const document = { v: 1, kind: 'member', address, person };
    statements.seen.run(number, seededAt);
    statements.update.run(encrypt(key, `people:${String(id)}`, Buffer.from(JSON.stringify(document))), seededAt, id);
    const insert = (kind: 'send' | 'delete', state: 'waiting' | 'queued', params: RawRow['params']) => {
      const method = `${kind}Message` as const;
      const row = statements.insert.run(id, kind, state, method, seededAt, sealRow(number, params)).lastInsertRowid;
      rows.push({ id: row, method, params });
      return row;
    };
    const card = cards.get(id);
    const isReplaced = card?.isSent === true;
    if (isReplaced) insert('delete', 'waiting', { chat_id: Number(address), message_id: number });
    else if (card !== undefined) statements.drop.run(seededAt, seededAt, card.id);
    const sent = insert('send', isReplaced ? 'queued' : 'waiting', draftCard(Number(address), person, 'round00000'));
    cards.set(id, { id: sent, isSent: false });
  }

  const write = raw.transaction((updateIds: readonly number[], rows: RawRow[]) => {
    for (const number of updateIds) add(number, rows);
  });
  const settle = raw.transaction((rows: readonly RawRow[]) => {
    for (const { id } of rows) statements.settle.run(seededAt, seededAt, id, id);
  });
  return {
    write: (updateIds) => {
      const rows: RawRow[] = [];
      write.immediate(updateIds, rows);
      return rows;
    },
    settle: (rows) => {
      settle.immediate(rows);
      for (const card of cards.values()) card.isSent = true;
    },
    close: () => {
      raw.close();
    },
  };
}

function prepare(raw: Database.Database) {
  return {
    seen: raw.prepare('insert into seen_updates (bot, update_id, seen_at) values (1, ?, ?)'),
    update: raw.prepare('update people set sealed = ?, touched_at = ? where id = ?'),
    insert: raw.prepare(
      `insert into outbox (person_id, queue, kind, state, method, card, due_at, is_nudge, payload)
       values (?, 'reply', ?, ?, ?, 'draft:round00000', ?, 0, ?)`,
    ),
    drop: raw.prepare(
      `update outbox set state = 'dropped', settled_at = ?, keep_until = ?, payload = null where id = ?`,
    ),
    settle: raw.prepare(
      `update outbox set state = 'sent', settled_at = ?, keep_until = ?, message_id = ?, payload = null where id = ?`,
    ),
  };
}

export function blank(id: number): Person {
  const consent = { version: consentVersion, at: seededAt };
  return { ...stranger(id, 'nl', 'Europe/Amsterdam'), consent, name: 'Anne', coupleId: 1 };
}

export function withPiece(person: Person, round: string, messageId: number): Person {
  const pieces = [
    ...(person.answers[round]?.pieces ?? []),
    { kind: 'text', at: null, messageId, text: addition } as const,
  ];
  return { ...person, answers: { [round]: { state: 'draft', pieces, picks: [], step: messageId } } };
}

export function draftCard(chat: number, person: Person, round: string) {
  const button = (text: string, name: string) => ({ text, callback_data: `${name}:${round}:1:` });
  const words = (person.answers[round]?.pieces ?? [])
    .map((piece) => (piece.kind === 'text' ? piece.text : ''))
    .join('\n');
  const text = `Zo gaat het open:\n${words}\n\nVerzegel je, dan gaat het open zodra jullie allebei verzegeld hebben.`;
  return {
    chat_id: chat,
    text,
    entities: [{ type: 'italic', offset: text.length - 70, length: 70 }],
    link_preview_options: { is_disabled: true },
    reply_markup: { inline_keyboard: [[button('Verzegel', 'seal'), button('Opnieuw', 'restart')]] },
  };
}
