import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { openPostgres } from '../../src/store/postgres/open.js';
import { nl } from '../../src/texts/nl/nl.js';
import { startReplica } from '../chaos/replica.js';
import { ask } from '../chaos/servers.js';
import { opening } from '../crash/couple.js';
import { compiled } from '../support/compiled.js';
import { outcome } from '../support/outgoing.js';
import { placeForServers, sayLeftOut } from '../support/postgres.js';
import { careless, findPostgres, makeServer, ofKeys, type Server } from '../support/postgres-server.js';
import { tracesOf } from '../support/traces.js';
import { openWorld, type Someone, type World } from '../support/world.js';
import { leading, postgresOptions } from './postgres-support.js';
import { actorOf, applyOne, from, message, tempDir } from './support.js';

/** What can be read on the disks of both servers, in what is dumped of them and in their logs, of people whom the real bot served. */

const { labels } = nl;
const words = {
  anne: 'kastanjebruin zonlicht',
  bram: 'een scheve kerktoren',
  refused: 'een geweigerde regenboogforel',
  late: 'een te late maanvis',
};
const masterKey = Buffer.alloc(32, 3);
const statementMs = 1_000;
/** As talkative as a server gets, but for what docs/operating.md has an operator turn off. */
const talkative = ['log_statement = all', 'log_min_duration_statement = 0', 'log_min_messages = debug1'];

interface Place {
  readonly world: World;
  readonly main: Server;
  readonly keys: Server;
  readonly databaseUrl: string;
  readonly keysDatabaseUrl: string;
}

async function aPlace(): Promise<Place> {
  const place = placeForServers();
  const settings = [...careless, ...talkative];
  const main = await makeServer({ place, name: 'main', settings });
  const keys = await makeServer({ place, name: 'keys', settings: [...settings, ...ofKeys] });
  onTestFinished(async () => {
    for (const server of [main, keys]) await server.stopAtOnce();
    rmSync(place, { recursive: true, force: true });
  });
  for (const server of [main, keys]) await server.start();
  const world = await openWorld(120_000);
  onTestFinished(() => world.close());
  return { world, main, keys, databaseUrl: `${main.url}/postgres`, keysDatabaseUrl: `${keys.url}/postgres` };
}

async function aBot({ world, ...databases }: Place) {
  const bot = await startReplica('bot', { url: world.url, databases });
  onTestFinished(() => bot.close());
  return bot;
}

async function talk(world: World, anne: Someone, bram: Someone): Promise<void> {
  await anne.says('/start');
  await anne.taps(labels.agree);
  const code = await world.until('an invite', () => /start=(\w+)/.exec(anne.reads())?.[1]);
  await bram.says(`/start ${code}`);
  await bram.taps(labels.agree);
  await bram.hears('Je bent gekoppeld met');
  await anne.says(words.anne);
  await anne.taps(labels.seal);
  await bram.says(words.bram);
  await bram.taps(labels.seal);
  for (const one of [anne, bram]) expect((await one.sees(opening)).text).toContain(words.bram);
}

/** What a server writes down by itself: a row that it refuses, and a statement that takes too long. */
async function provoke({ databaseUrl, keysDatabaseUrl }: Place, address: string): Promise<void> {
  const impatient = `${databaseUrl}?statement_timeout=${String(statementMs)}`;
  const store = await leading(
    await openPostgres(postgresOptions({ databaseUrl: impatient, keysDatabaseUrl }, { masterKey })),
  );
  const twice = await applyOne(store, from(address), (scene) => {
    const prompt = { lane: 'scheduled', localDate: '2026-11-23', text: words.refused } as const;
    return outcome(scene, { outgoing: [prompt, prompt].map((one) => message(actorOf(scene).id, one)) });
  });
  expect(twice.result).toBe('failed');
  const other = new pg.Client(databaseUrl);
  await other.connect();
  await other.query('begin; lock table outbox in share mode');
  const late = applyOne(store, from(address), (scene) =>
    outcome(scene, { outgoing: [message(actorOf(scene).id, { text: words.late })] }),
  );
  await expect(late).rejects.toMatchObject({ name: 'StorageFailure', code: '57014' });
  await other.end();
  await store.close();
}

async function dumped(url: string): Promise<string> {
  const child = spawn(join(findPostgres() ?? '', 'pg_dump'), ['--dbname', url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const parts: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => parts.push(part));
  const [code] = (await once(child, 'close')) as [number | null];
  expect(code).toBe(0);
  return Buffer.concat(parts).toString();
}

/** Files, logs and dumps of both. */
async function tracesIn({ main, keys, databaseUrl, keysDatabaseUrl }: Place, secrets: readonly string[]) {
  for (const url of [databaseUrl, keysDatabaseUrl]) await ask(url, 'checkpoint');
  const texts = { 'dump of the data': await dumped(databaseUrl), 'dump of the keys': await dumped(keysDatabaseUrl) };
  return tracesOf(secrets, { directories: [main.data, keys.data], texts });
}

async function keysIn({ keysDatabaseUrl }: Place): Promise<readonly string[]> {
  const rows = await ask<{ wrapped: Buffer }>(keysDatabaseUrl, 'select wrapped from keys');
  return rows.map(({ wrapped }) => wrapped.toString('hex'));
}

/** Which of them stand in the files of their cluster. */
function lyingIn({ keys }: Place, wrapped: readonly string[]): readonly string[] {
  const files = readdirSync(keys.data, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
  return wrapped.filter((one) => files.some((file) => file.includes(Buffer.from(one, 'hex'))));
}

/** Every night, as docs/operating.md has it. */
async function scrub({ databaseUrl, keysDatabaseUrl }: Place): Promise<void> {
  const child = spawn(process.execPath, [compiled('operator/keys'), 'scrub'], {
    cwd: tempDir(),
    env: {
      PATH: process.env['PATH'] ?? '',
      DATABASE_URL: databaseUrl,
      KEYS_DATABASE_URL: keysDatabaseUrl,
      SAMENSPRAAK_KEY: masterKey.toString('base64'),
    },
    stdio: 'inherit',
  });
  expect(await once(child, 'close')).toEqual([0, null]);
}

async function livesUnread(): Promise<void> {
  const place = await aPlace();
  const { world } = place;
  const bot = await aBot(place);
  const [anne, bram] = [await world.person('Annelotte'), await world.person('Bramwell')];
  await talk(world, anne, bram);
  await bot.close();
  await provoke(place, String(anne.id));
  const log = readFileSync(join(place.main.data, 'server.log'), 'utf8');
  for (const line of ['duplicate key value', 'due to statement timeout', 'insert into outbox']) {
    expect(log).toContain(line);
  }
  const secrets = [...Object.values(words), 'Annelotte', 'Bramwell', String(anne.id), String(bram.id)];
  expect(await tracesIn(place, secrets)).toEqual([]);
  // A row in the open would be found: in the table's file, in the log of what was written, in the dump.
  await ask(place.databaseUrl, `create table leak as select '${words.late}' as words`);
  const leaks = await tracesIn(place, [words.late]);
  for (const where of [/base\//, /pg_wal/, /server\.log/, /dump of the data/]) {
    expect(leaks).toContainEqual(expect.stringMatching(where));
  }
}

async function erasesForGood(): Promise<void> {
  const place = await aPlace();
  const { world } = place;
  const bot = await aBot(place);
  const [anne, bram] = [await world.person('Annelotte'), await world.person('Bramwell')];
  await talk(world, anne, bram);
  const before = await keysIn(place);
  await ask(place.keysDatabaseUrl, 'checkpoint');
  await anne.says('/wis');
  await anne.hears('Wat wil je wissen?');
  await anne.taps(labels.eraseEverything);
  await anne.sees(/Terugdraaien kan niet|Terughalen kan niet/);
  await anne.taps(labels.eraseNow);
  await anne.hears('Alles is gewist.');
  await bot.close();

  const kept = await keysIn(place);
  const gone = before.filter((one) => !kept.includes(one));
  // Hers and that of the two.
  expect(gone.length).toBeGreaterThanOrEqual(2);
  expect(kept.length).toBeGreaterThan(0);
  expect(lyingIn(place, gone), 'deleted, and still there for whoever has the disk').not.toEqual([]);
  await scrub(place);
  expect(lyingIn(place, gone)).toEqual([]);
  expect(lyingIn(place, kept)).toEqual(kept);
  const dump = await dumped(place.keysDatabaseUrl);
  expect(gone.filter((one) => dump.includes(one))).toEqual([]);
  expect(kept.filter((one) => dump.includes(one))).toEqual(kept);
  expect(await tracesIn(place, [words.anne, 'Annelotte', String(anne.id)])).toEqual([]);
}

if (findPostgres() === null) it('PostgreSQL is left out, and says so', sayLeftOut);
else {
  it('no word, name or id of people stands in files, logs and dumps of the servers, also after errors', livesUnread);
  it('no key of who erased themselves is left after the nightly scrub, and every other is', erasesForGood);
}
