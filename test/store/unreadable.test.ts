import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { Row } from '../../src/store/store.js';
import type { DrivenBot } from '../support/driven-bot.js';
import { copyDatabase, driveOn, newest, openDatabase, unzipped } from './fixtures/databases.js';
import type { Everything } from './fixtures/everything.js';
import { chatOf, lastMoment, type Name } from './fixtures/lives.js';

/** What is stored of somebody, of their partner or of the two is damaged: who is answered all the same, and with what. */

const dayMs = 24 * 3_600_000;
const before = JSON.parse(unzipped(newest, 'everything.json').toString()) as Everything;

type Write = (main: Database.Database, keys: Database.Database) => void;

function writeTo(dir: string, write: Write): void {
  const [main, keys] = [new Database(join(dir, 'samenspraak.sqlite')), new Database(join(dir, 'keys.sqlite'))];
  write(main, keys);
  for (const raw of [main, keys]) raw.close();
}

async function damaged(write: Write): Promise<{ readonly bot: DrivenBot; readonly dir: string }> {
  const dir = copyDatabase(newest);
  await (await openDatabase(dir, newest)).close();
  writeTo(dir, write);
  return { bot: await driveOn(await openDatabase(dir, newest)), dir };
}

/** Another bit; done twice it is mended, as an operator would who finds the bytes in a copy. */
function flip(raw: Database.Database, table: string, column: string, id: number): void {
  const sealed = raw.prepare<[number], Buffer>(`select ${column} from ${table} where id = ?`).pluck().get(id);
  if (sealed === undefined) throw new Error('there is no such row');
  sealed[40] = (sealed[40] ?? 0) ^ 1;
  raw.prepare(`update ${table} set ${column} = ? where id = ?`).run(sealed, id);
}

const flips =
  (table: 'people' | 'couples', id: number): Write =>
  (main) => {
    flip(main, table, 'sealed', id);
  };

const flipsKeyOf =
  (id: number): Write =>
  (main, keys) => {
    flip(keys, 'keys', 'wrapped', Number(main.prepare('select key_id from people where id = ?').pluck().get(id)));
  };

const idOf = (name: Name) => before[name].person.id;
const damages: readonly (readonly [string, Write])[] = [
  ['what is stored of them', flips('people', idOf('wacht1'))],
  ['what is stored of their partner', flips('people', idOf('wacht2'))],
  ['what the two share', flips('couples', before.wacht1.couple?.id ?? 0)],
  ['their key', flipsKeyOf(idOf('wacht1'))],
  ['their partner’s key', flipsKeyOf(idOf('wacht2'))],
];
const me = chatOf('wacht1');
const mine = (rows: readonly Row[]) => rows.filter(({ params }) => params['chat_id'] === me);
const said = (rows: readonly Row[]) => JSON.stringify(mine(rows));

describe.each(damages)('when %s is damaged', (_, write) => {
  test('whatever they send is answered by the neutral sentence, and others go on', async () => {
    const { bot } = await damaged(write);
    for (const text of ['wat ik zeg', '/vraag', '/instellingen', '/export', '/start']) {
      const { applied, rows } = await bot.tries(me, text);
      expect(applied).toMatchObject([{ result: 'failed' }]);
      expect(said(rows)).toContain('ging iets mis');
    }
    await bot.says(chatOf('dicht2'), 'van mij');
    expect(JSON.stringify(await bot.taps(chatOf('dicht2'), 'seal'))).toContain('wat dicht is');
  });

  test('help is there, and goes away by itself', async () => {
    const { bot } = await damaged(write);
    expect(said((await bot.tries(me, '/hulp')).rows)).toContain('113');
    const removed = mine(await bot.later(5 * 60_000, true)).filter(({ method }) => method.startsWith('delete'));
    expect(removed.length).toBeGreaterThan(0);
  });

  test('a stop silences them for good, also once it is mended', async () => {
    const { bot, dir } = await damaged(write);
    expect(mine((await bot.tries(me, '/stop')).rows).filter(({ kind }) => kind === 'send')).toHaveLength(1);
    expect(mine(await bot.later(3 * dayMs, true))).toEqual([]);
    await bot.close();
    writeTo(dir, write);
    const again = await driveOn(await openDatabase(dir, newest));
    await again.passTo(lastMoment + 7 * dayMs);
    expect(again.shown.get(me)).toBeUndefined();
    expect(said(await again.says(me, 'ben je er nog?'))).toContain('goOn:');
    await again.says(me, '/start');
    expect(said(await again.says(me, '/ritme'))).not.toContain('goOn:');
  });
});
