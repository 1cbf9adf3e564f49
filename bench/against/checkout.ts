import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runChild } from './children.js';

const root = resolve(import.meta.dirname, '../..');

const git = (...args: readonly string[]) =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();

/** The commit that a person means; null where this repository has none of that name. */
export function commitNamed(name: string): string | null {
  try {
    return git('rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`);
  } catch {
    return null;
  }
}

export interface Checkout {
  readonly directory: string;
  remove(): void;
}

/** A worktree of a commit, in a directory of its own that `remove` takes away. Nothing is installed in it yet. */
export function checkOut(commit: string): Checkout {
  const base = mkdtempSync(join(tmpdir(), 'samenspraak-against-'));
  const directory = join(base, 'tree');
  const remove = () => {
    rmSync(base, { recursive: true, force: true });
    git('worktree', 'prune');
  };
  try {
    git('worktree', 'add', '--detach', directory, commit);
  } catch (error) {
    remove();
    throw error;
  }
  return { directory, remove };
}

/** Gives the checkout its dependencies: ours where both lock files are the same, its own otherwise. */
export async function install(directory: string): Promise<'ours' | 'its own'> {
  const lock = (from: string) => readFileSync(join(from, 'package-lock.json'));
  if (lock(root).equals(lock(directory))) {
    symlinkSync(join(root, 'node_modules'), join(directory, 'node_modules'));
    return 'ours';
  }
  const { code, said } = await runChild('npm', ['ci', '--no-audit', '--no-fund'], { cwd: directory });
  if (code !== 0) throw new Error(`npm ci failed in the older commit:\n${said}`);
  return 'its own';
}

/**
 * Puts this commit's bench into the checkout, so that the same is measured of both. Files that do not compile against that
 * commit's src stay the commit's own: they are how the bench speaks to src. Gives their names.
 */
export async function fitBench(directory: string): Promise<readonly string[]> {
  const bench = join(directory, 'bench');
  if (!existsSync(bench)) throw new Error('That commit has no bench.');
  cpSync(join(root, 'bench'), bench, { recursive: true });
  const config = { extends: '../tsconfig.json', include: ['*.ts'], exclude: ['main.ts'] };
  writeFileSync(join(bench, 'tsconfig.json'), JSON.stringify(config));
  const kept = new Set<string>();
  for (;;) {
    const broken = await filesThatBreak(directory);
    if (broken.length === 0) return [...kept].toSorted();
    const own = broken.filter((file) => !kept.has(file) && isIn(file, directory));
    if (own.length === 0) throw new Error(`This bench does not fit that commit: ${broken.join(', ')}.`);
    for (const file of own) {
      writeFileSync(join(directory, file), execFileSync('git', ['show', `HEAD:${file}`], { cwd: directory }));
      kept.add(file);
    }
  }
}

async function filesThatBreak(directory: string): Promise<readonly string[]> {
  const tsc = join(directory, 'node_modules/typescript/bin/tsc');
  const args = [tsc, '-p', 'bench', '--pretty', 'false'];
  const { code, said } = await runChild(process.execPath, args, { cwd: directory });
  if (code === 0) return [];
  const files = [...said.matchAll(/^([^\s(]+)\(\d+,\d+\): error/gm)].map(([, file = '']) => file);
  if (files.length === 0) throw new Error(`The types of the bench could not be checked there:\n${said}`);
  return [...new Set(files)];
}

function isIn(file: string, directory: string): boolean {
  try {
    execFileSync('git', ['cat-file', '-e', `HEAD:${file}`], { cwd: directory, stdio: 'ignore' });
    return file.startsWith('bench/');
  } catch {
    return false;
  }
}
