import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { DrivenBot } from '../support/driven-bot.js';
import { copyDatabase, driveOn, newest, openDatabase, unzipped } from './fixtures/databases.js';
import type { Everything } from './fixtures/everything.js';
import { chatOf, type Name } from './fixtures/lives.js';

/**
 * Somebody who may write to the files, and has no key: they move and swap what stands readable beside what is sealed, and
 * ask the bot for the words with an account of their own, or their partner's.
 */

/** Closed until both sealed, and of nobody else. */
const secrets: Readonly<Partial<Record<Name, readonly string[]>>> = {
  half1: ['een half woord'],
  dicht1: ['wat dicht is'],
  pen2: ['wat ik erbij denk'],
  oud1: ['zegt oud1'],
  erbij1: ['en dit komt erbij'],
};

const probes = ['/export', '/start', '/vraag', 'mijn eigen woorden', '/intrek', '/instellingen', '/luister'];

/** A database that today's program has opened, and that somebody then wrote to. */
async function writtenTo(write: (raw: Database.Database) => void): Promise<DrivenBot> {
  const dir = copyDatabase(newest);
  await (await openDatabase(dir, newest)).close();
  const raw = new Database(join(dir, 'samenspraak.sqlite'));
  raw.pragma('foreign_keys = OFF');
  write(raw);
  raw.close();
  return driveOn(await openDatabase(dir, newest));
}

/** All that this phone shows after it has tried everything; sealing too, unless that is what the secret waits for. */
async function readsWith(bot: DrivenBot, name: Name, mayUnlock: boolean): Promise<string> {
  const shown: unknown[] = [];
  const note = (rows: readonly { readonly params: Readonly<Record<string, unknown>> }[]) => {
    for (const { params } of rows) if (params['chat_id'] === chatOf(name)) shown.push(params);
  };
  for (const probe of probes) note((await bot.tries(chatOf(name), probe)).rows);
  const seals = bot.shown.get(chatOf(name))?.findLast((button) => button.name === 'seal');
  if (seals !== undefined && !mayUnlock) {
    const { slot, step, arg } = seals;
    note((await bot.presses(chatOf(name), `seal:${slot}:${step.toString(36)}:${arg}`)).rows);
  }
  return JSON.stringify(shown);
}

async function expectNothingRead(bot: DrivenBot, by: Name, of: Name): Promise<void> {
  const read = await readsWith(bot, by, coupleOf(by) === coupleOf(of));
  for (const secret of secrets[of] ?? []) expect(read).not.toContain(secret);
  // Whoever has nothing to do with it goes on.
  expect(JSON.stringify(await bot.says(chatOf('kort1'), '/ritme'))).toContain(String(chatOf('kort1')));
}

const before = JSON.parse(unzipped(newest, 'everything.json').toString()) as Everything;
const idOf = (name: Name) => before[name].person.id;
const coupleOf = (name: Name) => before[name].couple?.id ?? 0;

/** Gives two rows each other's value of a column. */
function swaps(table: string, key: string, column: string, [one, other]: readonly [number, number]) {
  return (raw: Database.Database) => {
    const values = [one, other].map((id) =>
      raw.prepare(`select ${column} from ${table} where ${key} = ?`).pluck().get(id),
    );
    expect(values, `${table} has both rows`).not.toContain(undefined);
    const write = raw.prepare(`update ${table} set ${column} = ? where ${key} = ?`);
    // What must be there once cannot be there twice, also not for a moment.
    write.run(typeof values[0] === 'number' ? -1 : Buffer.from('free'), one);
    write.run(values[0], other);
    write.run(values[1], one);
  };
}

/** Any account against any other, and a partner against theirs. */
const pairs = [
  ['vrij1', 'half1'],
  ['half2', 'half1'],
  ['dicht2', 'dicht1'],
  ['pen1', 'pen2'],
  ['open1', 'oud1'],
  ['mis', 'dicht1'],
  ['alleen', 'erbij1'],
  ['alleen', 'dicht1'],
] as const;

describe.each(pairs)('%s cannot read what %s keeps closed', (thief, victim) => {
  const people = [idOf(thief), idOf(victim)] as const;
  const seats = [coupleOf(thief), coupleOf(victim)] as const;

  test.each(['lookup', 'key_id', 'sealed', 'has_consented', 'touched_at', 'is_silenced', 'id'])(
    'by swapping people.%s',
    async (column) => {
      const bot = await writtenTo(swaps('people', 'id', column, people));
      await expectNothingRead(bot, thief, victim);
    },
  );

  test('by being found where the other was', async () => {
    const bot = await writtenTo((raw) => {
      const lookup = raw.prepare('select lookup from people where id = ?').pluck().get(people[0]);
      raw.prepare('delete from people where id = ?').run(people[0]);
      raw.prepare('update people set lookup = ? where id = ?').run(lookup, people[1]);
    });
    await expectNothingRead(bot, thief, victim);
  });

  test('by swapping seats', async () => {
    const hasSeats = thief !== 'mis';
    const bot = await writtenTo((raw) => {
      if (hasSeats) swaps('members', 'person_id', 'person_id', people)(raw);
    });
    await expectNothingRead(bot, thief, victim);
  });

  test('by taking the seat beside them', async () => {
    const bot = await writtenTo((raw) => {
      raw.prepare('delete from members where couple_id = ? and person_id <> ?').run(seats[1], people[1]);
      raw.prepare('delete from members where person_id = ?').run(people[0]);
      const [taken] = raw
        .prepare<[number], number>('select seat from members where couple_id = ?')
        .pluck()
        .all(seats[1]);
      const add = raw.prepare('insert into members (person_id, couple_id, seat) values (?, ?, ?)');
      add.run(people[0], seats[1], taken === 0 ? 1 : 0);
    });
    await expectNothingRead(bot, thief, victim);
  });

  test('by having their books, messages and invitations', async () => {
    const bot = await writtenTo((raw) => {
      for (const table of ['book', 'outbox', 'chat_messages']) {
        raw.prepare(`update or ignore ${table} set person_id = ? where person_id = ?`).run(...people);
      }
      raw.prepare('update invites set couple_id = ? where couple_id = ?').run(...seats);
    });
    await expectNothingRead(bot, thief, victim);
  });
});

test.each(['id', 'key_id', 'sealed', 'wake_at', 'member_count', 'has_open_round'])(
  'swapping couples.%s opens nothing',
  async (column) => {
    const bot = await writtenTo(swaps('couples', 'id', column, [coupleOf('vraag1'), coupleOf('dicht1')]));
    for (const thief of ['vraag1', 'vraag2', 'dicht2'] as const) await expectNothingRead(bot, thief, 'dicht1');
  },
);

test('whoever was moved reads the neutral sentence, and can stop and find help', async () => {
  const bot = await writtenTo(swaps('people', 'id', 'lookup', [idOf('vrij1'), idOf('half1')]));
  for (const name of ['vrij1', 'half1'] as const) {
    expect(JSON.stringify((await bot.tries(chatOf(name), '/vraag')).rows)).toContain('ging iets mis');
    expect(JSON.stringify((await bot.tries(chatOf(name), '/hulp')).rows)).toContain('113');
    expect((await bot.tries(chatOf(name), '/stop')).rows.filter(({ kind }) => kind === 'send')).toHaveLength(1);
  }
});
