import { readdirSync, readFileSync, writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../../src/config.js';
import { neededOfKeys } from '../../src/store/postgres/refusals.js';
import { isInContext, readDockerfile } from './dockerfile.js';

const root = resolve(import.meta.dirname, '../..');
const text = (name: string) => readFileSync(join(root, name), 'utf8');
const stages = readDockerfile(text('Dockerfile'));

it('the image has the Node of .nvmrc, in both stages', () => {
  const version = text('.nvmrc').trim();
  expect(stages.map(({ base }) => base)).toEqual([`node:${version}-bookworm`, `node:${version}-bookworm-slim`]);
});

it('the image does not run as root, and knows no secret', () => {
  const steps = stages.at(-1)?.steps ?? [];
  expect(steps.findLast(({ does }) => does === 'USER')).toEqual({ does: 'USER', what: '1000:1000' });
  expect(text('Dockerfile')).not.toMatch(/TOKEN|KEY/);
});

it('nothing that may hold a secret or data is sent to the builder', () => {
  const place = mkdtempSync(join(tmpdir(), 'samenspraak-context-'));
  writeFileSync(join(place, '.dockerignore'), text('.dockerignore'));
  for (const name of ['.env', 'samenspraak.key', 'data', '.git', 'node_modules']) {
    writeFileSync(join(place, name), '');
    expect(isInContext(place, name), name).toBe(false);
  }
  const named = text('.dockerignore')
    .split('\n')
    .filter((line) => line.startsWith('!'));
  for (const line of named) expect(readdirSync(root), line).toContain(line.slice(1).split('/')[0]);
});

it('every file that the program reads beside its code is copied into the image', () => {
  const copied = (stages.at(-1)?.steps ?? []).flatMap((step) =>
    step.does === 'COPY' && step.from === null ? step.paths : [],
  );
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
  const asked = sources
    .filter((name) => name.endsWith('.ts') && !name.startsWith('emulator') && name !== 'build.ts')
    .flatMap((name) =>
      [...text(join('src', name)).matchAll(/new URL\('([^']+)', import\.meta\.url\)/g)].map(([, to = '']) =>
        join('src', name, '..', to),
      ),
    )
    // Its cache, and its own source, without which it makes no cache.
    .filter((path) => !path.startsWith('node_modules') && !path.startsWith('src'));
  expect(asked.length).toBeGreaterThan(6);
  for (const path of asked)
    expect(
      copied.some((one) => path === one || path.startsWith(`${one}/`)),
      path,
    ).toBe(true);
});

it('every package that the program looks for when it runs is copied into the image', () => {
  const copied = (stages[0]?.steps ?? []).flatMap((step) => (step.does === 'RUN' ? [step.command] : [])).join('\n');
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
  const asked = sources
    .filter((name) => /\.(?:ts|js)$/.test(name) && !name.startsWith('emulator'))
    .flatMap((name) => [...text(join('src', name)).matchAll(/\(import\.meta\.url\)\.resolve\('([^']+)'\)/g)])
    .map(([, name = '']) => name);
  expect(asked).toContain('@resvg/resvg-js');
  for (const name of [...asked, 'better-sqlite3']) {
    const [scope = name] = name.split('/');
    expect(copied).toMatch(new RegExp(`cp -r node_modules/${scope}`));
  }
});

it('the compose file is for one couple: one service, one volume, one secret, nothing published, nothing it can write but those', () => {
  const compose = parse(text('compose.yaml')) as Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>
  >;
  expect(Object.values(compose).map((part) => Object.keys(part).length)).toEqual([1, 1, 1]);
  const { samenspraak } = compose['services'] ?? {};
  expect(samenspraak).toMatchObject({ read_only: true, cap_drop: ['ALL'], init: true });
  expect(samenspraak).not.toHaveProperty('ports');
});

interface Service {
  readonly scale?: number;
  readonly command?: readonly string[];
  readonly volumes?: readonly string[];
  readonly secrets?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

it('the compose file for more than one process has two, on two servers of which the one for keys keeps nothing erased', () => {
  const { services } = parse(text('compose.scale.yaml'), { merge: true }) as {
    readonly services: Readonly<Record<'bot' | 'db' | 'keys', Service>>;
  };
  const { bot, db, keys } = services;
  expect(bot).toMatchObject({ scale: 2, read_only: true, cap_drop: ['ALL'], init: true });
  for (const service of Object.values(services)) expect(service).not.toHaveProperty('ports');
  // As the bot reads it: data in files, which the image has by itself, is refused beside a database.
  const { BOT_TOKEN, OPERATOR_NAME } = { BOT_TOKEN: `1:${'a'.repeat(35)}`, OPERATOR_NAME: 'Sanne' };
  const config = readConfig({ BOT_TOKEN, OPERATOR_NAME, DATA_DIR: '/data', ...filled(bot.environment) });
  const hosts = [config.DATABASE_URL, config.KEYS_DATABASE_URL].map((url) => new URL(url ?? '').hostname);
  expect(hosts).toEqual(['db', 'keys']);
  // Apart: a volume of each, and the key that opens both in neither.
  expect(bot.volumes).toBe(undefined);
  expect([db.volumes, keys.volumes]).toEqual([['db:/var/lib/postgresql/data'], ['keys:/var/lib/postgresql/data']]);
  expect(db.secrets ?? keys.secrets).toBe(undefined);
  for (const [name, value] of Object.entries(neededOfKeys)) expect(keys.command).toContain(`${name}=${value}`);
  for (const { command } of [db, keys]) expect(command).toContain('log_parameter_max_length=0');
});

const filled = (environment: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [name, value.replace(/\$\{\w+:\?[^}]*\}/g, 'x')]),
  );
