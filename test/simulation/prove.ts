import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCommandLine, wholeNumber } from '../../src/command-line.js';
import { format, resolveConfig } from 'prettier';
import { bundle } from './bundle.js';
import { mutants, type Mutant } from './mutants.js';

/**
 * npm run proof -- [words of a name] [--seed N] [--shrink] [--report]: the simulation notices every planted bug within a minute, and
 * nothing in the code as it is. `--shrink` also looks for the fewest steps that break each world, and lives them once more;
 * `--report` puts the table into docs/testing.md. `--seed` is where the worlds begin in which a planted bug is looked for.
 */
const usage = 'npm run proof -- [WORDS OF A NAME…] [--seed N] [--shrink] [--report]';
const { values, words: chosen } = readCommandLine({
  usage,
  about: 'Shows that the simulation catches every planted bug, and finds nothing in the code as it is.',
  options: {
    report: { type: 'boolean', default: false },
    shrink: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
  },
  words: { least: 0, most: 100 },
});
const firstSeed = String(wholeNumber('seed', values.seed, { from: 0, to: 1_000_000_000, usage }));
const root = fileURLToPath(new URL('../..', import.meta.url));
const docs = join(root, 'docs/testing.md');
const limitMs = Number(process.env['PROOF_LIMIT_MS'] ?? 60_000);
const seedsAtMost = 10_000;
const steps = 400;
/** A life that is lived twice has fewer, and more of them to find out. */
const twinSteps = 80;
/** A couple with a room meets enough in these, and no couple stays together for ever. */
const roomSteps = 60;
/** Of the code as it is: so many worlds, which must all be whole, and some of them on SQLite. */
const wholeSeeds = Number(process.env['PROOF_SEEDS'] ?? 400);
const wholeSqliteSeeds = Math.ceil(wholeSeeds / 10);
const wholeLimitMs = 40 * 60_000;

interface Found {
  readonly name: string;
  readonly isCaught: boolean;
  readonly by: string;
  readonly seed: string;
  readonly seconds: number;
  /** How many of its steps still break the world; empty when nobody asked. */
  readonly fewest: string;
}

const say = (line: string) => {
  process.stdout.write(`${line}\n`);
};

/** Lives one world after another until a promise breaks, for at most so long. */
async function simulate(file: string, args: readonly string[], forMs: number): Promise<string> {
  const count = String(args.includes('twins') ? twinSteps : args.includes('room') ? roomSteps : steps);
  const child = spawn(process.execPath, [file, '--steps', count, ...args], { cwd: root });
  let said = '';
  child.stdout.on('data', (part: Buffer) => (said += part.toString()));
  child.stderr.on('data', (part: Buffer) => (said += part.toString()));
  const timer = setTimeout(() => child.kill('SIGKILL'), forMs);
  await new Promise((resolve) => child.on('close', resolve));
  clearTimeout(timer);
  return said;
}

async function tryMutant(mutant: Mutant, home: string): Promise<Found> {
  const { name } = mutant;
  const file = join(home, `${String(mutants.indexOf(mutant))}.mjs`);
  try {
    await bundle(file, mutant);
  } catch (error) {
    const by = error instanceof Error ? error.message : 'not planted';
    return { name, isCaught: false, by, seed: '', seconds: 0, fewest: '' };
  }
  const begun = performance.now();
  const theme = mutant.theme === undefined ? [] : ['--theme', mutant.theme];
  const replicas = mutant.replicas === undefined ? [] : ['--replicas', String(mutant.replicas)];
  const where = ['--disk', mutant.disk ?? 'memory', ...theme, ...replicas];
  const said = await simulate(file, ['--seed', firstSeed, '--seeds', String(seedsAtMost), ...where], limitMs);
  const seconds = Math.round((performance.now() - begun) / 100) / 10;
  const broken = /BROKEN promise (\S+) .*?: (.*)/.exec(said);
  if (broken === null) {
    const last = said.trim().split('\n').at(-1) ?? '';
    return { name, isCaught: false, by: `nothing; last: ${last.slice(0, 160)}`, seed: '', seconds, fewest: '' };
  }
  const [, promise = '', what = ''] = broken;
  const seed = /seed (\d+):[^\n]*\nBROKEN/.exec(said)?.[1] ?? '?';
  const fewest = values.shrink ? await fewestSteps(file, ['--seed', seed, ...where]) : '';
  const by = `${promise}: ${what.slice(0, 90)}`;
  return { name, isCaught: mutant.promise.includes(promise), by, seed, seconds, fewest };
}

/** «3 of 400»; the steps that are left must break the same promise when they are lived by themselves. */
async function fewestSteps(file: string, world: readonly string[]): Promise<string> {
  const said = await simulate(file, [...world, '--shrink'], wholeLimitMs);
  const count = /the shortest that breaks it has (\d+ of \d+) steps/.exec(said)?.[1] ?? '?';
  const broken = said.split('\n').findLast((line) => line.startsWith('BROKEN'));
  const kept = /--only (\S+)/.exec(said)?.[1] ?? '';
  const again = await simulate(file, [...world, '--only', kept], wholeLimitMs);
  return broken !== undefined && again.includes(broken) ? count : `${count}, but not again`;
}

async function proveMutants(home: string): Promise<readonly Found[]> {
  const wanted = mutants.filter(({ name }) => chosen.length === 0 || chosen.some((part) => name.includes(part)));
  const waiting = [...wanted];
  const found = new Map<Mutant, Found>();
  const work = async () => {
    for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
      const one = await tryMutant(mutant, home);
      found.set(mutant, one);
      say(
        `${one.isCaught ? 'caught' : 'MISSED'}  ${one.name}  ${one.seconds} s  seed ${one.seed}  ${one.fewest}  ${one.by}`,
      );
    }
  };
  await Promise.all(Array.from({ length: Math.min(cpus().length, 2) }, work));
  return wanted.flatMap((mutant) => found.get(mutant) ?? []);
}

/** The code as it is, in fresh worlds: the last lines of what was said of each store. */
async function proveWhole(home: string): Promise<readonly string[]> {
  const file = join(home, 'whole.mjs');
  await bundle(file);
  const fresh = String(Math.floor(Date.now() / 1000) % 1_000_000);
  const lines: string[] = [];
  for (const [disk, seeds] of [
    ['memory', wholeSeeds],
    ['sqlite', wholeSqliteSeeds],
  ] as const) {
    const said = await simulate(file, ['--seed', fresh, '--seeds', String(seeds), '--disk', disk], wholeLimitMs);
    if (said.includes('BROKEN') || !said.includes('couple-days a second')) {
      process.exitCode = 1;
      say(said.trim().split('\n').slice(-5).join('\n'));
    } else lines.push(`${String(seeds)} worlds on ${disk} from seed ${fresh}: ${said.trim().split('\n').at(-1) ?? ''}`);
  }
  for (const [what, args] of [
    ['pairs of lives', ['--theme', 'twins']],
    ['couples with a room', ['--theme', 'room']],
    ['worlds with two processes', ['--replicas', '2']],
  ] as const) {
    const said = await simulate(file, ['--seed', fresh, '--seeds', String(wholeSeeds), ...args], wholeLimitMs);
    if (said.includes('BROKEN') || !said.includes('couple-days a second')) {
      process.exitCode = 1;
      say(said.trim().split('\n').slice(-5).join('\n'));
    } else lines.push(`${String(wholeSeeds)} ${what} from seed ${fresh}: ${said.trim().split('\n').at(-1) ?? ''}`);
  }
  return lines;
}

function tableOf(found: readonly Found[]): string {
  const rows = found.map(
    ({ name, isCaught, by, seconds, fewest }) =>
      `| ${name} | ${isCaught ? by : `missed (${by})`} | ${String(seconds)} | ${fewest} |`,
  );
  return ['| Planted bug | Noticed by | Seconds | Steps |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** Between its two marks in docs/testing.md. */
async function report(text: string): Promise<void> {
  const [before, rest = ''] = readFileSync(docs, 'utf8').split('<!-- proof -->\n');
  const after = rest.split('<!-- /proof -->\n')[1];
  if (after === undefined) throw new Error('docs/testing.md has no place for the table');
  const whole = `${before ?? ''}<!-- proof -->\n\n${text}\n\n<!-- /proof -->\n${after}`;
  const style = await resolveConfig(docs);
  writeFileSync(docs, await format(whole, { ...style, parser: 'markdown' }));
}

async function main(): Promise<void> {
  mkdirSync(join(root, 'artifacts'), { recursive: true });
  const home = mkdtempSync(join(root, 'artifacts/proof-'));
  try {
    const found = await proveMutants(home);
    const missed = found.filter(({ isCaught }) => !isCaught);
    if (missed.length > 0) process.exitCode = 1;
    const whole = chosen.length === 0 ? await proveWhole(home) : [];
    const sum = `${String(found.length - missed.length)} of ${String(found.length)} planted bugs caught.`;
    const text = [tableOf(found), sum, ...whole].join('\n\n');
    say(`\n${text}`);
    if (values.report) await report(text);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

await main();
