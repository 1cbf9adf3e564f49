import { readdirSync, readFileSync, writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
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
