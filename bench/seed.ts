import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { consentVersion } from '../src/core/pairing/consent.js';
import { emptyCouple } from '../src/core/person.js';
import type { Couple, Person } from '../src/core/scene.js';
import type { PersonId } from '../src/core/ids.js';
import { openStore, type StoreOptions } from '../src/store/sqlite/open.js';
import type { Inbound, Outcome, Rule, Store } from '../src/store/store.js';

export const seededAt = 1_800_000_000_000;

export function storeOptions(dataDir: string): StoreOptions {
  return {
    dataDir,
    masterKey: Buffer.alloc(32, 7),
    botId: '1000',
    defaultLanguage: 'nl',
    defaultZone: 'Europe/Amsterdam',
  };
}

export const addressOf = (couple: number, seat: number) => String(1_000_000 + couple * 2 + seat);

/** Everybody in turn: first one of each couple, then the other of each. */
export const addressInTurn = (turn: number, couples: number) =>
  addressOf(turn % couples, Math.floor(turn / couples) % 2);

export interface Seeding {
  /** Whether each couple has a round open that nobody has answered; otherwise their last one has opened. */
  readonly isAsked: boolean;
  readonly onProgress?: (done: number) => void;
}

/** Pairs `count` couples through the store itself, so that they can be written to. */
export async function seedCouples(
  store: Store,
  count: number,
  { isAsked, onProgress = () => undefined }: Seeding = { isAsked: true },
): Promise<void> {
  const pair = pairing(isAsked);
  const pairs = Array.from({ length: count }, (_, couple) => couple);
  for (let from = 0; from < count; from += 50) {
    const batch = pairs.slice(from, from + 50).flatMap((couple) => [start(couple, 0), start(couple, 1)]);
    const applied = await store.apply(batch, pair, seededAt, () => []);
    if (applied.some(({ result }) => result !== 'applied')) throw new Error('a couple could not be seeded');
    onProgress(Math.min(count, from + 50));
  }
}

/**
 * Adds `count` couples that nobody will write to, as rows of the right number and size that need not open: for
 * measuring what a large database costs those who are not in it. Only while no store is open on the data.
 */
export function seedCrowd(dataDir: string, count: number): void {
  const raw = new Database(join(dataDir, 'samenspraak.sqlite'));
  raw.pragma('synchronous = OFF');
  raw.pragma('foreign_keys = OFF');
  const offset = 1_000_000_000;
  const numbers = `with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < ?)`;
  raw.transaction(() => {
    raw
      .prepare(
        `insert into people (id, lookup, key_id, has_consented, touched_at, sealed)
         ${numbers} select ${offset} + i, randomblob(16), ${offset} + i, 1, ${seededAt}, randomblob(700) from n`,
      )
      .run(count * 2);
    raw
      .prepare(
        `insert into couples (id, key_id, wake_at, has_open_round, member_count, sealed)
         ${numbers} select ${offset} + i, ${offset} * 2 + i, ${seededAt} + 86400000 + (i * 7919) % 604800000,
         i % 10 = 0, 2, randomblob(600) from n`,
      )
      .run(count);
    raw
      .prepare(
        `insert into members (person_id, couple_id, seat)
         ${numbers} select ${offset} + i, ${offset} + i / 2, i % 2 from n`,
      )
      .run(count * 2);
  })();
  raw.pragma('wal_checkpoint(TRUNCATE)');
  raw.close();

  const keys = new Database(join(dataDir, 'keys.sqlite'));
  keys.pragma('synchronous = OFF');
  keys.prepare(`insert into keys (id, wrapped) ${numbers} select ${offset} + i, randomblob(60) from n`).run(count * 2);
  keys.prepare(`insert into keys (id, wrapped) ${numbers} select ${offset} * 2 + i, randomblob(60) from n`).run(count);
  keys.pragma('wal_checkpoint(TRUNCATE)');
  keys.close();
}

/** Makes an empty data directory of the present version. */
export async function makeData(dataDir: string): Promise<void> {
  const store = await openStore(storeOptions(dataDir));
  await store.close();
}

function start(couple: number, seat: 0 | 1): Inbound {
  return {
    updateId: null,
    origin: { from: 'address', address: addressOf(couple, seat) },
    command: { type: 'start', sender: { name: 'Anne' }, code: seat === 0 ? null : codeOf(couple) },
    callbackQueryId: null,
    messageId: null,
    ownMessageId: null,
  };
}

const codeOf = (couple: number) => `1${String(couple).padStart(11, '0')}`;

/** The first of two agrees and invites; the second joins. */
const pairing =
  (isAsked: boolean): Rule =>
  ({ actor, invited, people, couples }, inbound): Outcome => {
    if (actor === null || inbound.origin.from !== 'address') throw new Error('a couple begins with somebody');
    const before = invited === null ? undefined : couples[invited];
    const number = Math.floor((Number(inbound.origin.address) - 1_000_000) / 2);
    const couple = before === undefined ? freshCouple(number, actor) : joined(before, actor, isAsked);
    const person = agreed(people[actor], couple.id);
    return {
      scene: {
        actor,
        about: couple.id,
        invited,
        card: null,
        book: [],
        otherBook: [],
        people: { ...people, [actor]: person },
        couples: { [couple.id]: couple },
      },
      outgoing: [],
      recalls: [],
      releases: [],
      foldings: [],
      aloneWakeAt: {},
      book: [],
      rekeyed: [],
      cleared: [],
      wakeAt: { [couple.id]: seededAt + 86_400_000 },
    };
  };

function agreed(stranger: Person | undefined, coupleId: number): Person {
  if (stranger === undefined) throw new Error('the actor is not in the scene');
  return { ...stranger, consent: { version: consentVersion, at: seededAt }, name: 'Anne', coupleId };
}

function freshCouple(number: number, inviter: PersonId): Couple {
  return {
    ...emptyCouple(randomBytes(6).readUIntBE(0, 6)),
    members: [inviter],
    invite: { code: codeOf(number), expiresAt: seededAt + 604_800_000, askAt: seededAt + 86_400_000 },
  };
}

function joined(couple: Couple, joiner: PersonId, isAsked: boolean): Couple {
  const members = [...couple.members, joiner];
  const code = couple.invite?.code ?? '';
  return {
    ...couple,
    members,
    pairedAt: seededAt,
    invite: null,
    spentCodes: [{ code, how: 'used' }],
    round: isAsked ? askedRound(members, code) : null,
  };
}

function askedRound(members: readonly PersonId[], code: string): Couple['round'] {
  return {
    id: `round${code.slice(-5)}`,
    scenario: 'wat-heb-je-nodig',
    example: 0,
    depth: 1,
    startedAt: seededAt,
    offered: Object.fromEntries(members.map((person) => [person, seededAt])),
  };
}
