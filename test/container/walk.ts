import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { readCommandLine } from '../../src/command-line.js';
import { startEmulator } from '../../src/emulator/server.js';
import { freePort } from '../support/free-port.js';
import { boxOf, buildImage, type Image } from './image.js';
import { endAll, runInBox, startInBox } from './box.js';

/**
 * `npm run container`: there is no engine where this is tested, so the steps of the Dockerfile are walked in bare folders,
 * and the result is started as an engine would: user 1000, a read-only tree, one volume, one secret, PID 1.
 */
readCommandLine({
  usage: 'npm run container',
  about: 'Walks the steps of the Dockerfile without an engine, and starts, kills and restores the result; needs root.',
});

const say = (line: string) => process.stdout.write(`${line}\n`);
const place = mkdtempSync(join(tmpdir(), 'samenspraak-image-'));
const emulator = await startEmulator();
const port = String(await freePort());
const listening = /is listening\. Stop/;
/** As long as nobody has come, the link is the last that it says. */
const linked = /start=\w{12} on your phone/;
const tokenOf = (bot: number) => `${String(bot)}:${'w'.repeat(35)}`;

try {
  const image = await buildImage(place, say);
  sizes(image);
  await lives(image);
  await badInput(image);
  say('The walk is done.');
} finally {
  endAll();
  await emulator.close();
  rmSync(place, { recursive: true, force: true });
}

function must(isSo: boolean, what: string): void {
  if (!isSo) throw new Error(`not so: ${what}`);
  say(`  ${what}`);
}

/** A volume as an engine makes it, and a secret beside it. */
function aHouse(name: string, { owner = 1000, hasKey = true } = {}) {
  const data = join(place, `${name}-data`);
  const backup = join(place, `${name}-backup`);
  const key = join(place, `${name}.key`);
  for (const directory of [data, backup]) {
    mkdirSync(directory, { mode: 0o700 });
    chownSync(directory, owner, owner);
  }
  writeFileSync(key, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
  chownSync(key, 1000, 1000);
  const secret = '/run/secrets/samenspraak_key';
  const mounts = { '/data': data, '/backup': backup, ...(hasKey ? { [secret]: `${key}:ro` } : {}) };
  const environment = (more: Readonly<Record<string, string>> = {}) => ({
    KEY_FILE: secret,
    BOT_TOKEN: tokenOf(1000 + name.length),
    OPERATOR_NAME: 'Sanne',
    TELEGRAM_API_ROOT: emulator.url,
    HTTP_PORT: port,
    ...more,
  });
  const box = (
    image: Image,
    command: readonly string[],
    more: Readonly<Record<string, string>> = {},
    mounted = mounts,
  ) =>
    boxOf(image, [...image.entrypoint, ...command], {
      environment: { ...image.environment, ...environment(more) },
      mounts: mounted,
    });
  return { data, backup, key, mounts, environment, box };
}

type House = ReturnType<typeof aHouse>;

async function lives(image: Image): Promise<void> {
  say('It starts, is killed, starts again:');
  const house = aHouse('lives');
  const first = startInBox(house.box(image, ['start']));
  const ms = await first.hears(linked);
  must(true, `listens after ${(ms / 1000).toFixed(1)} s, in a read-only tree, as user 1000`);
  const link = /start=\w{12}/.exec(first.said())?.[0];
  must(link !== undefined, 'shows the first link');
  const healthy = await runInBox(
    boxOf(image, image.healthcheck, { environment: { ...image.environment, ...house.environment() } }),
  );
  must(healthy.code === 0, 'its health check finds it alive');
  const second = await runInBox(house.box(image, ['start'], { HTTP_PORT: '0' }));
  refused(second, /Another process is using the data/, 'a second container on the same volume');
  first.signal('SIGKILL');
  await first.ended;
  const again = startInBox(house.box(image, ['start']));
  await again.hears(linked);
  must(/start=\w{12}/.exec(again.said())?.[0] === link, 'after kill -9 it goes on with the same data');
  await draws(image, house);
  await copies(image, house);
  again.signal('SIGTERM');
  must((await again.ended) === 0, 'SIGTERM reaches it as PID 1, and it ends with 0');
  await comesBack(image, house, link ?? '');
}

/** As telegram/painter.ts looks for it, from where the code lies. */
async function draws(image: Image, house: House): Promise<void> {
  const drawing = `
    const { Resvg } = require('node:module').createRequire('/app/dist/container.mjs')('@resvg/resvg-js');
    const fontFiles = ['/app/assets/fonts/noto-sans.ttf'];
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text y="9">x</text></svg>';
    const png = new Resvg(svg, { font: { loadSystemFonts: false, fontFiles } }).render().asPng();
    process.exit(png.length > 50 ? 0 : 1);`;
  const { environment } = image;
  const drawn = await runInBox(
    boxOf(image, ['node', '-e', drawing], { environment: { ...environment, ...house.environment() } }),
  );
  must(drawn.code === 0, 'it can draw');
}

async function copies(image: Image, house: House): Promise<void> {
  const made = await runInBox(house.box(image, ['backup', '/backup']));
  must(made.code === 0 && /A copy stands in \/backup/.test(made.said), 'backup: one command, while it runs');
  const well = await runInBox(house.box(image, ['doctor']));
  must(well.code === 0, 'doctor: all is well');
  const fits = await runInBox(house.box(image, ['keys', 'check']));
  must(fits.code === 0 && /The key fits/.test(fits.said), 'keys check: the key fits');
}

async function comesBack(image: Image, house: House, link: string): Promise<void> {
  const newer = new Database(join(house.data, 'samenspraak.sqlite'));
  newer.prepare(`insert into __drizzle_migrations (hash, created_at) values ('of-tomorrow', 9e12)`).run();
  newer.close();
  refused(await runInBox(house.box(image, ['start'])), /made by a newer version/, 'an old image on newer data');
  const restored = await runInBox(house.box(image, ['restore', '/backup', '--force']));
  must(restored.code === 0 && /stands in place/.test(restored.said), 'restore: one command, which is the way back');
  const bot = startInBox(house.box(image, ['start']));
  await bot.hears(linked);
  must(bot.said().includes(link), 'the data of the backup is there');
  bot.signal('SIGTERM');
  await bot.ended;
  const other = startInBox(house.box(image, ['start'], { BOT_TOKEN: tokenOf(77) }));
  await other.hears(listening);
  must(/another bot than before/.test(other.said()), 'with the token of another bot it goes on, and says so');
  other.signal('SIGTERM');
  await other.ended;
}

async function badInput(image: Image): Promise<void> {
  say('Bad input, one sentence each:');
  const foreign = aHouse('foreign', { owner: 4321 });
  refused(
    await runInBox(foreign.box(image, ['start'])),
    /cannot be written: give the user/,
    'a volume of another user',
  );
  const house = aHouse('spoiled');
  const readOnly = { ...house.mounts, '/data': `${house.data}:ro` };
  refused(await runInBox(house.box(image, ['start'], {}, readOnly)), /cannot be written/, 'a read-only volume');
  const bare = aHouse('bare', { hasKey: false });
  refused(
    await runInBox(bare.box(image, ['start'], { KEY_FILE: '/run/secrets/absent' })),
    /key file .* cannot be made/,
    'no secret',
  );
  const inside = aHouse('inside');
  cpSync(inside.key, join(inside.data, 'samenspraak.key'));
  chmodSync(join(inside.data, 'samenspraak.key'), 0o600);
  chownSync(join(inside.data, 'samenspraak.key'), 1000, 1000);
  const key = { KEY_FILE: '/data/samenspraak.key' };
  refused(await runInBox(inside.box(image, ['start'], key)), /lies in DATA_DIR/, 'a key inside the volume');
  must(readdirSync(inside.data).join() === 'samenspraak.key', 'and nothing was made beside it');
  const strange = aHouse('strange');
  chownSync(strange.key, 4321, 4321);
  refused(await runInBox(strange.box(image, ['start'])), /cannot be read: give the user/, 'a secret of another user');
  refused(await runInBox(house.box(image, ['dance'])), /dance is no command here/, 'a command that is none', 2);
  await portInUse(image, house);
  await noNetwork(image);
}

async function portInUse(image: Image, house: House): Promise<void> {
  const server = createServer().listen(Number(port), '127.0.0.1');
  const taken = await runInBox(house.box(image, ['start']));
  server.close();
  refused(taken, /HTTP_PORT is in use/, 'a port in use');
}

async function noNetwork(image: Image): Promise<void> {
  const house = aHouse('offline');
  const bot = startInBox(house.box(image, ['start'], { TELEGRAM_API_ROOT: 'http://127.0.0.1:9' }));
  await bot.hears(/Telegram cannot be reached; trying on until it can\./);
  bot.signal('SIGTERM');
  must((await bot.ended) === 0, 'no network at the start: it says so, tries on, and stops when told to');
}

function refused(
  { code, said }: { readonly code: number | null; readonly said: string },
  sentence: RegExp,
  what: string,
  expected = 1,
): void {
  const lines = said
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('{'));
  if (code !== expected || lines.length !== 1 || !sentence.test(said)) {
    throw new Error(`${what}: ended with ${String(code)} and said: ${said}`);
  }
  say(`  ${what}: ${lines[0] ?? ''}`);
}

function sizes({ tree }: Image): void {
  const built = join(place, 'build/build/node_modules');
  const parts = {
    'all packages, left behind': built,
    'production node_modules': join(tree, 'app/node_modules'),
    'compiled code': join(tree, 'app/dist'),
    'prompts, texts, migrations': ['scenarios', 'assets', 'migrations'].map((name) => join(tree, 'app', name)),
    'Node itself': process.execPath,
  };
  say('Size by parts:');
  for (const [name, paths] of Object.entries(parts)) {
    const bytes = [paths].flat().reduce((sum, path) => sum + sizeOf(path), 0);
    say(`  ${name.padEnd(28)}${(bytes / 1e6).toFixed(1).padStart(7)} MB`);
  }
}

function sizeOf(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}
