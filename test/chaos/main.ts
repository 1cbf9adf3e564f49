import { availableParallelism } from 'node:os';
import { writePart } from '../../bench/performance.js';
import { readCommandLine, refuseUsage, wholeNumber } from '../../src/command-line.js';
import { compileForTests } from '../support/compiled.js';
import { findPostgres } from '../support/postgres-server.js';
import { figuresOf, say, summaryOf } from './report.js';
import { run, type Outcome } from './run.js';

/**
 * `npm run chaos -- --runs 10 --seed N [--async] [--report]`: two processes on real servers of PostgreSQL with a standby, killed, frozen
 * and cut off while couples talk, and the primary lost in the middle. With `--async` the standby may lag behind, so that something has
 * to be lost: that shows that the test would notice a loss.
 */
const usage = 'npm run chaos -- [--runs N] [--couples N] [--deeds N] [--seed N] [--async] [--report]';
const { values } = readCommandLine({
  usage,
  about: 'Kills, freezes and cuts off real processes and real servers while couples talk, and looks at what is left.',
  options: {
    runs: { type: 'string', default: '1' },
    couples: { type: 'string', default: '8' },
    deeds: { type: 'string', default: '12' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    async: { type: 'boolean', default: false },
    report: { type: 'boolean', default: false },
  },
});
const number = (name: 'runs' | 'couples' | 'deeds' | 'seed') =>
  wholeNumber(name, values[name], { from: 1, to: 1_000_000, usage });
const [runs, couples, deeds, seed] = [number('runs'), number('couples'), number('deeds'), number('seed')];
if (findPostgres() === null) refuseUsage('There is no PostgreSQL 15 or newer on this machine.', usage);

const replication = values.async ? 'async' : 'sync';
const removeCompiled = await compileForTests();
const outcomes: Outcome[] = [];
try {
  for (let index = 0; index < runs; index += 1) {
    const outcome = await run({ replication, seed: seed + index, couples, deeds });
    outcomes.push(outcome);
    console.log(say(outcome));
  }
} finally {
  removeCompiled();
}
const { text, isAsPromised } = summaryOf(replication, outcomes);
console.log(text);
if (values.report) {
  writePart({
    name: `chaos-${replication}`,
    title: 'Chaos',
    figures: figuresOf(replication, outcomes),
    cores: availableParallelism(),
  });
}
if (!isAsPromised) {
  console.error(
    `Again with: npm run chaos -- --runs ${values.runs} --seed ${values.seed}${values.async ? ' --async' : ''}`,
  );
}
// The process must be ended: a helper that still waits for something would keep it alive.
process.exit(isAsPromised ? 0 : 1);
