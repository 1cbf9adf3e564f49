import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mutants, type Mutant } from './mutants.js';

/**
 * npm run proof: the simulation notices every planted bug within a minute, and nothing in the code as it is. Each bug is
 * planted in a copy of the source.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const limitMs = Number(process.env['PROOF_LIMIT_MS'] ?? 60_000);
const seedsAtMost = 400;
const steps = 400;
/** Of the code as it is: so many worlds, which must all be whole. */
const wholeSeeds = Number(process.env['PROOF_SEEDS'] ?? 150);

interface Found {
  readonly name: string;
  readonly isCaught: boolean;
  readonly by: string;
  readonly seconds: number;
}

function copyWith(mutant: Mutant): string {
  const home = mkdtempSync(join(tmpdir(), 'samenspraak-mutant-'));
  for (const part of ['src', 'test/simulation', 'package.json', 'tsconfig.json']) {
    cpSync(join(root, part), join(home, part), { recursive: true });
  }
  for (const part of ['node_modules', 'migrations', 'scenarios', 'assets'])
    symlinkSync(join(root, part), join(home, part));
  const file = join(home, mutant.file);
  const source = readFileSync(file, 'utf8');
  if (source.split(mutant.search).length !== 2) {
    throw new Error(`«${mutant.name}» does not fit ${mutant.file} any more: plant it anew`);
  }
  writeFileSync(
    file,
    source.replace(mutant.search, () => mutant.replace),
  );
  return home;
}

/** Lives one world after another until a promise breaks, for at most so long. */
async function simulate(home: string, first: number, seeds: number, forMs: number): Promise<string> {
  const args = ['--import', 'tsx', join(home, 'test/simulation/main.ts')];
  const more = ['--seed', String(first), '--seeds', String(seeds), '--steps', String(steps)];
  const child = spawn(process.execPath, [...args, ...more], { cwd: home, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (part: Buffer) => (said += part.toString()));
  child.stderr.on('data', (part: Buffer) => (said += part.toString()));
  const timer = setTimeout(() => child.kill('SIGKILL'), forMs);
  await new Promise((resolve) => child.on('close', resolve));
  clearTimeout(timer);
  return said;
}

async function tryMutant(mutant: Mutant, first: number): Promise<Found> {
  let home: string;
  try {
    home = copyWith(mutant);
  } catch (error) {
    return {
      name: mutant.name,
      isCaught: false,
      by: error instanceof Error ? error.message : 'not planted',
      seconds: 0,
    };
  }
  const begun = performance.now();
  const said = await simulate(home, first, seedsAtMost, limitMs);
  rmSync(home, { recursive: true, force: true });
  const seconds = Math.round((performance.now() - begun) / 100) / 10;
  const broken = /BROKEN promise (\S+) .*?: (.*)/.exec(said);
  const seed = /seed (\d+):[^\n]*\nBROKEN/.exec(said)?.[1] ?? '?';
  const isCaught = broken !== null && mutant.promise.includes(broken[1] ?? '');
  const by =
    broken === null ? said.trim().split('\n').slice(-3).join(' / ') : `${broken[1]}: ${broken[2]} (seed ${seed})`;
  return { name: mutant.name, isCaught, by, seconds };
}

async function main(): Promise<void> {
  const chosen = process.argv.slice(2);
  const wanted = mutants.filter(({ name }) => chosen.length === 0 || chosen.some((part) => name.includes(part)));
  const fresh = Math.floor(Date.now() / 1000) % 1_000_000;
  const waiting = [...wanted];
  const results: Found[] = [];
  const work = async () => {
    for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
      const found = await tryMutant(mutant, 1);
      results.push(found);
      const sign = found.isCaught ? 'caught' : 'MISSED';
      process.stdout.write(`${sign}  ${found.name}  ${found.seconds} s  ${found.by.slice(0, 200)}\n`);
    }
  };
  await Promise.all(Array.from({ length: Math.min(cpus().length, 2) }, work));
  const missed = results.filter(({ isCaught }) => !isCaught);
  process.stdout.write(`${results.length - missed.length} of ${results.length} planted bugs caught\n`);
  if (chosen.length === 0) {
    const whole = await simulate(root, fresh, wholeSeeds, 40 * 60_000);
    process.stdout.write(whole.split('\n').slice(-3).join('\n'));
    if (whole.includes('BROKEN') || !whole.includes('couple-days a second')) process.exitCode = 1;
  }
  if (missed.length > 0) process.exitCode = 1;
}

await main();
