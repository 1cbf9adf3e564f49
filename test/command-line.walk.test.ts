import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startedByName } from '../src/run/compile.js';
import { compiled } from './support/compiled.js';

/** What every command of `npm run` that is ours does with what a person types behind it. */

const root = resolve(import.meta.dirname, '..');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};
/** By the program they start: `npm start` and `npm run dev` are one. */
const programs = new Map(
  Object.entries(scripts).flatMap(([name, command]) => {
    const started = /src\/run\/run\.js (\S+)/.exec(command)?.[1];
    const file =
      started === undefined ? /(?:^| )((?:src|bench|test|docs)\/\S+\.ts)/.exec(command)?.[1] : `src/${started}.ts`;
    return file === undefined || !/tsx|run\.js/.test(command) ? [] : [[file, name] as const];
  }),
);

/** In an empty directory, without any setting. */
function run(program: string, args: readonly string[], cwd = mkdtempSync(join(tmpdir(), 'samenspraak-typed-'))) {
  const tsx = join(root, 'node_modules/tsx/dist/esm/index.mjs');
  const entry = /^src\/(.+)\.ts$/.exec(program)?.[1];
  const isStarted = entry !== undefined && startedByName().includes(entry);
  const command = isStarted ? [compiled(entry)] : ['--import', tsx, join(root, program)];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...command, ...args], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '' },
    encoding: 'utf8',
  });
  return { status, out: stdout, err: stderr, made: readdirSync(cwd) };
}

test('there are commands to try', () => {
  expect([...programs.keys()]).toEqual(
    expect.arrayContaining([
      'src/main.ts',
      'src/demo.ts',
      'src/operator/backup.ts',
      'src/operator/restore.ts',
      'bench/main.ts',
    ]),
  );
});

describe.each([...programs.keys()])('%s', (program) => {
  test('says how it is used at --help, and does nothing', () => {
    const { status, out, err, made } = run(program, ['--help']);
    expect({ status, err, made }).toEqual({ status: 0, err: '', made: [] });
    expect(out).toMatch(/^[^\n]+\nUsage: npm [^\n]+\n$/);
  });

  test('refuses in one line what it does not know, and does nothing', () => {
    const { status, out, err, made } = run(program, ['--nope']);
    expect({ status, out, made }).toEqual({ status: 2, out: '', made: [] });
    expect(err).toMatch(/Usage: npm/);
    expect(err).not.toMatch(/\n {4}at /);
  });
});

describe('bad input', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'samenspraak-typed-')), 'file');
  writeFileSync(file, 'no directory');

  test.each([
    ['src/demo.ts', ['--port', 'abc'], '--port takes'],
    ['src/demo.ts', ['--port', '99999'], '--port takes'],
    ['src/demo.ts', ['--scenario', '/nope/mine.yaml'], '/nope/mine.yaml is not there'],
    ['src/demo.ts', ['--emulator', 'there'], '--emulator takes'],
    ['src/emulator/main.ts', ['--port', '70000'], '--port takes'],
    ['src/operator/backup.ts', [], 'Something is missing'],
    ['src/operator/backup.ts', ['one', 'two'], 'two is one word too many'],
    ['src/operator/backup.ts', ['--', '--help'], '--help is no name for a directory'],
    ['src/operator/keys.ts', ['look'], 'It checks, rotates or scrubs'],
    ['src/operator/move.ts', [], 'It moves to postgres'],
    ['src/operator/move.ts', ['--to', 'sqlite'], 'It moves to postgres'],
    ['bench/main.ts', ['nothing'], 'There is no part nothing'],
    ['bench/main.ts', ['--scale=much'], '--scale takes'],
    ['bench/main.ts', ['apply', '--against', 'nope'], 'There is no commit nope here'],
    ['bench/main.ts', ['apply', 'due', '--against', 'HEAD'], '--against takes one part'],
    ['bench/main.ts', ['apply', '--against', 'HEAD', '--pairs', '8'], '--pairs takes a whole number from 9'],
    ['bench/main.ts', ['apply', '--pairs', '9'], '--pairs goes with --against'],
    ['test/other-node/main.ts', [], 'Something is missing'],
    ['test/other-node/main.ts', ['21'], 'Node 22 or 24'],
  ])('%s %j ends with 2 and a sentence', (program, args, sentence) => {
    const { status, err, made } = run(program, args);
    expect({ status, made }).toEqual({ status: 2, made: [] });
    expect(err).toContain(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  test.each([
    ['src/operator/restore.ts', ['/nope'], '/nope is not there'],
    ['src/operator/scenarios.ts', ['/nope'], '/nope:1: is not there'],
  ])('%s %j ends with 1 and a sentence', (program, args, sentence) => {
    const { status, out, err } = run(program, args);
    expect(status).toBe(1);
    expect(`${out}${err}`).toContain(sentence);
    expect(err).not.toMatch(/\n {4}at /);
  });
});

describe('a directory that cannot be made', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'samenspraak-typed-'));
  mkdirSync(join(cwd, 'data'));
  for (const name of ['samenspraak.sqlite', 'keys.sqlite']) writeFileSync(join(cwd, 'data', name), '');
  writeFileSync(join(cwd, 'file'), 'no directory');

  test.each([
    ['a file', join(cwd, 'file'), 'is a file'],
    ['below a file', join(cwd, 'file', 'copy'), 'is a file'],
    ['where nobody can make one', '/proc/nope/copy', 'cannot be made'],
  ])('is named when it is %s', (_, to, sentence) => {
    const { status, err } = run('src/operator/backup.ts', [to], cwd);
    expect(status).toBe(1);
    expect(err).toContain(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});
