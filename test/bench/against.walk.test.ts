import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Lap } from '../../bench/lap.js';
import { summaryOf, type Pair } from '../../bench/against/summary.js';

const lap = (cpuSeconds: number, share: number | null = cpuSeconds): Lap => ({
  measured: share === null ? null : { cpuSeconds: share, wallSeconds: share },
  whole: { cpuSeconds, wallSeconds: cpuSeconds },
});
const nine = (pair: (round: number) => Pair) => Array.from({ length: 9 }, (_, round) => pair(round));

describe('what is said of the pairs', () => {
  test('the ratio of the bot’s share comes first, and the noise beside it', () => {
    const said = summaryOf(nine(() => ({ ours: lap(20, 3), theirs: lap(20, 2), again: lap(20, 3) })));
    expect(said).toMatch(/^processor time, the bot’s share +1\.50 +1\.50–1\.50 .* 1 /m);
    expect(said).toMatch(/this commit takes 1\.50 of the other’s/);
  });

  test('where one of the two does not tell its share, the whole process is compared', () => {
    const said = summaryOf(nine(() => ({ ours: lap(20, 3), theirs: lap(10, null), again: lap(20, 3) })));
    expect(said).not.toMatch(/the bot’s share/);
    expect(said).toMatch(/Of processor time, whole process, this commit takes 2\.00/);
  });

  test('noise as wide as the difference tells nothing apart, and more pairs are asked for', () => {
    const said = summaryOf(nine((round) => ({ ours: lap(11), theirs: lap(10), again: lap(round % 2 ? 8 : 14) })));
    expect(said).toMatch(/do not tell them apart. Try --pairs 18\./);
  });
});

describe('a comparison that is broken off', () => {
  const root = resolve(import.meta.dirname, '../..');
  let base = '';
  let tree = '';

  /** A repository of its own, so that what is left behind would be seen. */
  beforeEach(() => {
    base = mkdtempSync(join(tmpdir(), 'samenspraak-broken-off-'));
    tree = join(base, 'repository');
    mkdirSync(join(base, 'temporary'));
    for (const part of [
      'bench',
      'src',
      'migrations',
      'scenarios',
      'package.json',
      'package-lock.json',
      'tsconfig.json',
    ]) {
      cpSync(join(root, part), join(tree, part), { recursive: true });
    }
    git('init', '--quiet');
    git('add', '.');
    git('-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '--quiet', '--message', 'all');
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  });

  afterEach(() => {
    rmSync(base, { recursive: true, force: true });
  });

  const git = (...args: readonly string[]) => spawnSync('git', args, { cwd: tree, encoding: 'utf8' }).stdout;

  /** Of every process there is. One that ends meanwhile has none. */
  const commandLines = () =>
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => {
        try {
          return readFileSync(join('/proc', pid, 'cmdline'), 'utf8');
        } catch {
          return '';
        }
      });

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('by %s twice leaves no worktree, no file and no process', async (signal, code) => {
    const args = ['--import', 'tsx', 'bench/main.ts', 'apply', '--against', 'HEAD'];
    const child = spawn(process.execPath, args, {
      cwd: tree,
      env: { ...process.env, TMPDIR: join(base, 'temporary') },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    expect(git('worktree', 'list').trim().split('\n')).toHaveLength(2);
    child.kill(signal);
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([code, null]);
    expect(git('worktree', 'list').trim().split('\n')).toHaveLength(1);
    expect(readdirSync(join(base, 'temporary')).filter((name) => name.startsWith('samenspraak'))).toEqual([]);
    expect(commandLines().filter((line) => line.includes(base))).toEqual([]);
  });
});
