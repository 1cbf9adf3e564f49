import { fork } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { stranger } from '../src/core/person.js';
import type { Person } from '../src/core/scene.js';
import { seal } from '../src/store/seal.js';
import { openStore } from '../src/store/sqlite/open.js';
import type { Inbound, Store } from '../src/store/store.js';
import { rule } from './rule.js';
import { addressOf, makeData, seedCouples, seedCrowd, seededAt, storeOptions } from './seed.js';

const batchSize = 100;
const addition = 'Ik zou graag willen dat we vanavond even samen wandelen, zonder telefoon.';

export interface ApplyBench {
  readonly couples: number;
  readonly storePerSecond: number;
  readonly rawPerSecond: number;
  /** Of the median round: store and raw loop take turns, so that a slow disk slows both. */
  readonly ratio: number;
}

/** Updates applied per second (a text added to a draft), against a raw loop that writes the same rows. */
export async function benchApply({
  couples = 1000,
  crowd = 0,
  rounds = 9,
  batches = 20,
}: {
  readonly couples?: number;
  readonly crowd?: number;
  readonly rounds?: number;
  readonly batches?: number;
} = {}): Promise<ApplyBench> {
  const base = mkdtempSync(join(tmpdir(), 'samenspraak-bench-'));
  try {
    const ours = join(base, 'store');
    const seeding = await openStore(storeOptions(ours));
    await seedCouples(seeding, couples);
    await seeding.close();
    if (crowd > 0) seedCrowd(ours, crowd);
    const theirs = join(base, 'raw');
    cpSync(ours, theirs, { recursive: true });

    const store = await openStore({
      ...storeOptions(ours),
      cacheSizes: { keys: couples * 6, remembered: couples * 6 },
    });
    const raw = rawLoop(join(theirs, 'samenspraak.sqlite'), couples);
    const figures: { store: number; raw: number }[] = [];
    let next = 0;
    for (let round = 0; round <= rounds; round += 1) {
      const inbound = Array.from({ length: batches * batchSize }, () => say((next += 1), couples));
      const storeSeconds = await timed(async () => {
        for (let from = 0; from < inbound.length; from += batchSize) {
          const applied = await store.apply(inbound.slice(from, from + batchSize), rule, seededAt, () => []);
          for (const one of applied) if (one.result === 'failed') throw one.error;
        }
      });
      const rawSeconds = await timed(() => {
        for (let from = 0; from < inbound.length; from += batchSize) raw.write(inbound.slice(from, from + batchSize));
      });
      await drain(store);
      raw.drain();
      // The first round warms both.
      if (round > 0) figures.push({ store: inbound.length / storeSeconds, raw: inbound.length / rawSeconds });
    }
    await store.close();
    raw.close();
    figures.sort((one, other) => one.store / one.raw - other.store / other.raw);
    const median = figures[Math.floor(figures.length / 2)] ?? { store: 0, raw: 1 };
    return {
      couples: couples + crowd,
      storePerSecond: Math.round(median.store),
      rawPerSecond: Math.round(median.raw),
      ratio: median.store / median.raw,
    };
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

export interface SizeBench {
  readonly couples: number;
  readonly startMs: number;
  readonly rssMb: number;
  readonly emptyTickMicros: number;
}

/** What a large database costs before anybody says a word: measured in a process of its own. */
export async function benchSize({ couples = 1_000_000 }: { readonly couples?: number } = {}): Promise<SizeBench> {
  const base = mkdtempSync(join(tmpdir(), 'samenspraak-bench-'));
  try {
    await makeData(base);
    seedCrowd(base, couples);
    const child = fork(fileURLToPath(import.meta.url), ['--start', base], { execArgv: ['--import', 'tsx'] });
    return await new Promise((resolve, reject) => {
      child.once('message', (measured) => {
        resolve({ couples, ...(measured as Omit<SizeBench, 'couples'>) });
      });
      child.once('exit', (code) => {
        reject(new Error(`the measured process ended with ${String(code)}`));
      });
    });
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

async function measureStart(dataDir: string): Promise<Omit<SizeBench, 'couples'>> {
  const started = performance.now();
  const store = await openStore(storeOptions(dataDir));
  await store.due(seededAt, 100);
  await store.nextDueAt();
  const startMs = performance.now() - started;
  const ticks = 10_000;
  const seconds = await timed(async () => {
    for (let tick = 0; tick < ticks; tick += 1) await store.due(seededAt, 100);
  });
  const rssMb = process.memoryUsage().rss / 1e6;
  await store.close();
  return { startMs, rssMb, emptyTickMicros: (seconds / ticks) * 1e6 };
}

function say(number: number, couples: number): Inbound {
  const sender = { name: 'Anne', language: 'nl' } as const;
  const messageId = number;
  return {
    updateId: number,
    origin: { from: 'address', address: addressOf(number % couples, number % 2 === 0 ? 0 : 1) },
    command: { type: 'say', sender, speech: { kind: 'text', text: addition }, messageId, code: null },
    callbackQueryId: null,
    messageId: null,
    ownMessageId: null,
  };
}

function withPiece(person: Person, round: string, messageId: number): Person {
  const answer = person.answers[round];
  const pieces = [...(answer?.pieces ?? []), { kind: 'text', messageId, text: addition } as const];
  return { ...person, answers: { [round]: { state: 'draft', pieces, picks: [], step: messageId } } };
}

function draftCard(person: Person, round: string) {
  const button = (text: string, name: string) => ({ text, callback_data: `${name}:${round}:1:` });
  const words = (person.answers[round]?.pieces ?? [])
    .map((piece) => (piece.kind === 'text' ? piece.text : ''))
    .join('\n');
  const text = `Zo gaat het open:\n${words}\n\nVerzegel je, dan gaat het open zodra jullie allebei verzegeld hebben.`;
  return {
    chat_id: person.id,
    text,
    entities: [{ type: 'italic', offset: text.length - 70, length: 70 }],
    link_preview_options: { is_disabled: true },
    reply_markup: { inline_keyboard: [[button('Verzegel', 'seal'), button('Opnieuw', 'restart')]] },
  };
}

/**
 * The least that could be done for the same rows: the update, the person with the draft, the new card, and the card
 * before it deleted (or dropped, where it was not sent yet). It knows every id and key beforehand, reads nothing and
 * decides nothing.
 */
function rawLoop(file: string, couples: number) {
  const raw = new Database(file);
  raw.pragma('synchronous = FULL');
  raw.pragma('secure_delete = ON');
  const key = Buffer.alloc(32, 9);
  const ids = raw
    .prepare('select person_id from members order by couple_id, seat limit ?')
    .pluck()
    .all(couples * 2) as number[];
  const seen = raw.prepare('insert into seen_updates (bot, update_id, seen_at) values (1, ?, ?)');
  const update = raw.prepare('update people set sealed = ?, touched_at = ? where id = ?');
  const insert = raw.prepare(
    `insert into outbox (person_id, queue, kind, state, method, card, due_at, is_nudge, payload)
     values (?, 'reply', ?, ?, ?, 'draft:round00000', ?, 0, ?)`,
  );
  const drop = raw.prepare(
    `update outbox set state = 'dropped', settled_at = ?, keep_until = ?, payload = null where id = ?`,
  );
  const people = new Map<number, Person>();
  const cards = new Map<number, { readonly row: number | bigint; isSent: boolean }>();
  const sealRow = (number: number, params: object) =>
    seal(key, `outbox:${number}`, Buffer.from(JSON.stringify({ v: 1, params })));
  const write = raw.transaction((inbound: readonly Inbound[]) => {
    for (const { updateId } of inbound) {
      const number = updateId ?? 0;
      const id = ids[number % ids.length] ?? 0;
      const person = withPiece(people.get(id) ?? blank(id), 'round00000', number);
      people.set(id, person);
      seen.run(number, seededAt);
      update.run(
        seal(key, `people:${id}`, Buffer.from(JSON.stringify({ v: 1, kind: 'member', address: '1000000', person }))),
        seededAt,
        id,
      );
      const card = cards.get(id);
      if (card?.isSent === true) {
        insert.run(id, 'delete', 'waiting', 'deleteMessage', seededAt, sealRow(number, { chat_id: id }));
      } else if (card !== undefined) drop.run(seededAt, seededAt, card.row);
      const sent = insert.run(
        id,
        'send',
        card?.isSent === true ? 'queued' : 'waiting',
        'sendMessage',
        seededAt,
        sealRow(number, draftCard(person, 'round00000')),
      );
      cards.set(id, { row: sent.lastInsertRowid, isSent: false });
    }
  });
  return {
    write: (inbound: readonly Inbound[]) => {
      write.immediate(inbound);
    },
    drain: () => {
      raw.exec(
        `update outbox set state = 'sent', settled_at = ${seededAt}, keep_until = ${seededAt}, message_id = id, payload = null
         where settled_at is null`,
      );
      for (const card of cards.values()) card.isSent = true;
    },
    close: () => {
      raw.close();
    },
  };
}

function blank(id: number): Person {
  return {
    ...stranger(id, 'nl', 'Europe/Amsterdam'),
    consent: { version: 1, at: seededAt },
    name: 'Anne',
    coupleId: 1,
  };
}

/** What a courier does meanwhile; not part of what is measured. */
async function drain(store: Store): Promise<void> {
  for (;;) {
    const rows = await store.claim(seededAt, ['reply'], 1000);
    if (rows.length === 0) return;
    await store.settle(
      rows.map(({ id }) => ({ row: id, as: 'sent', messageId: id })),
      seededAt,
    );
  }
}

async function timed(work: () => Promise<void> | void): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , first, second] = process.argv;
  if (first === '--start') {
    process.send?.(await measureStart(second ?? ''));
    process.disconnect();
  } else {
    // Couples in conversation; then many more of them than are remembered, so that everybody is read and unsealed anew.
    console.table([await benchApply(), await benchApply({ couples: 20_000 })]);
    console.table([await benchSize({ couples: Number(first ?? 1_000_000) })]);
  }
}
