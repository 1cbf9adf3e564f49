import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readCommandLine } from '../../src/command-line.js';
import { startBotProcess } from '../support/bot-process.js';
import { compileForTests } from '../support/compiled.js';
import { openWorld, sundayNoon } from '../support/world.js';
import { emptyLedger, faultsOn, live, passBreather, type Town } from './couple.js';
import { createDraw, type Draw } from './draw.js';
import { report, type Kill } from './report.js';
import { judge } from './verdict.js';

/**
 * `npm run crash-test -- --kills 200 --couples 4 --seed N [--report]`: the real process against an emulator with faults,
 * killed at random moments while couples talk; then what people saw is held against what they did. Ctrl-C ends the killing,
 * and the rest follows.
 */
const { values } = readCommandLine({
  usage: 'npm run crash-test -- [--kills N] [--couples N] [--seed N] [--report]',
  about: 'Kills the real bot at random moments while couples talk, and holds what they saw against what they did.',
  options: {
    kills: { type: 'string', default: '200' },
    couples: { type: 'string', default: '4' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    report: { type: 'boolean', default: false },
  },
});
const kills = Number(values.kills);
const couples = Number(values.couples);
const seed = Number(values.seed);

/** For one thing to be seen, through as many kills as fall into it. */
const patienceMs = 3 * 60_000;
/** For all couples to end the round they are in, once nobody is killed any more. */
const endLimitMs = 6 * 60_000;
/** How long it lives once it listens, at most; and, of those killed before that, how long after their start. */
const maxLifeMs = 2_500;
const maxStartMs = 1_200;
const diesWhileStarting = 0.15;

console.log(`crash test: ${values.kills} kills, ${values.couples} couples at a time, seed ${values.seed}`);
process.once('exit', (code) => {
  if (code === 0) return;
  const again = `--kills ${values.kills} --couples ${values.couples} --seed ${values.seed}`;
  console.error(`It failed. Again with: npm run crash-test -- ${again}`);
});
const startedAt = performance.now();
const removeCompiled = await compileForTests();
const world = await openWorld(patienceMs);
await world.setClock(sundayNoon);
let { offsetMs } = (await world.state()).clock;
const ledger = emptyLedger();
let isOver = false;
let isCutShort = false;
let failure: unknown = null;
process.once('SIGINT', () => {
  isCutShort = true;
});
const town: Town = {
  world,
  ledger,
  nowMs: () => Date.now() + offsetMs,
  isOver: () => isOver,
  rest: oneAtATime(),
  pieces: (draw) => (draw.happens(0.4) ? 2 : 1),
};

const bot = await startBotProcess(world, { LOG_LEVEL: 'warn' });
for (const [index, fault] of faultsOn.entries()) {
  await world.control('POST', '/faults', { ...fault, seed: seed + index });
}
const everyone = Promise.all(
  Array.from({ length: couples }, (_, index) =>
    live(town, String.fromCharCode(97 + index), createDraw(seed + 1 + index)),
  ),
).catch((error: unknown) => {
  failure = error;
});
const killed = await killAtRandom(createDraw(seed));
isOver = true;
await world.control('DELETE', '/faults');
await Promise.race([everyone, wait(endLimitMs, undefined, { ref: false }).then(tooLate)]);
const exitCode = await bot.stop();
const verdict = judge(ledger, world.calls);
const seconds = (performance.now() - startedAt) / 1000;
const text = report({ seed, seconds, killed, ledger, verdict, calls: world.calls });
console.log(text);
if (values.report) writeFileSync(join(import.meta.dirname, '../../docs/crash-test.md'), text);
await bot.close();
await world.close();
removeCompiled();
if (failure !== null) console.error(failure);
if (failure !== null || verdict.broken.length > 0 || exitCode !== 0) {
  // Not by itself: who waits in vain would wait on.
  process.exit(1);
}

/** Half of the lives meet updates that come twice. */
async function killAtRandom(draw: Draw): Promise<readonly Kill[]> {
  const done: Kill[] = [];
  let starting = Promise.resolve();
  // The first was started before.
  while (done.length < kills && failure === null && !isCutShort) {
    const isListening = !draw.happens(diesWhileStarting) || done.length === 0;
    if (draw.happens(0.5)) await world.control('POST', '/update-faults', { duplicate: 3 });
    if (isListening) await starting;
    await wait(draw.next() * (isListening ? maxLifeMs : maxStartMs));
    done.push({ isListening });
    await bot.kill();
    await starting.catch(() => undefined);
    if (done.length % 10 === 0) {
      console.log(
        `${String(done.length)} of ${values.kills} kills, ${String(ledger.opened)} rounds opened, ${String(ledger.breathers)} breathers`,
      );
    }
    starting = bot.start();
    starting.catch(() => undefined);
  }
  await starting.catch((error: unknown) => {
    failure ??= error;
  });
  return done;
}

function tooLate(): void {
  failure ??= new Error('the couples did not end their rounds in time');
}

/** A breather sets the clock forward, which two at a time would do to each other. */
function oneAtATime(): NonNullable<Town['rest']> {
  let last = Promise.resolve();
  return (breather) => {
    last = last.then(() =>
      breather(async () => {
        await passBreather(world);
        ({ offsetMs } = (await world.state()).clock);
      }),
    );
    return last;
  };
}
