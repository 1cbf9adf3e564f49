import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../src/store/sqlite/open.js';
import { startContender, type Contender } from './contender.js';
import { atLeast, median, noted, range, shown, withDirectory, type Figure } from './figures.js';
import { noteSpent } from './measured.js';
import { addition } from './raw.js';
import { slowSync } from './slow-sync.js';
import { addressInTurn, seedCouples, storeOptions } from './seed.js';
import { startStub, textUpdate, type Stub } from './stub.js';

const couples = 500;
/** Each person once, so that the calls of a round are known. */
const updatesARound = couples * 2;
/** What is compiled while it runs is faster in the third round than in the first, and the bot has most of it. */
const warmRounds = 3;
const kinds = ['ours', 'raw', 'telegraf-drizzle', 'telegraf-echo'] as const;
/** The bot has no draft card to replace the first time round. */
const callsAtFirst = { ours: 1, raw: 1, 'telegraf-drizzle': 2, 'telegraf-echo': 2 } as const;
const callsEach = 2;

/**
 * From poll to two settled sends: everybody adds a text to a draft, durably, and the draft card is replaced below it.
 * Four contenders take turns, each with a stub of its own. `syncMs`: how much longer than this machine's the disk takes.
 */
export async function benchEndToEnd(rounds: number, syncMs = 0): Promise<readonly Figure[]> {
  return withDirectory(async (base) => {
    const environment = slowSync(base, syncMs);
    const seeding = await openStore(storeOptions(join(base, 'ours')));
    await seedCouples(seeding, couples);
    await seeding.close();
    for (const kind of kinds.slice(1)) cpSync(join(base, 'ours'), join(base, kind), { recursive: true });

    const running: {
      kind: (typeof kinds)[number];
      stub: Stub;
      contender: Contender;
      seconds: number[];
      cpu: number[];
    }[] = [];
    try {
      for (const kind of kinds) {
        const stub = await startStub();
        const options = { apiRoot: stub.url, dataDir: join(base, kind), couples, sendRate: 100_000 };
        running.push({ kind, stub, contender: await startContender(kind, options, environment), seconds: [], cpu: [] });
      }
      for (let round = 0; round < warmRounds + rounds; round += 1) {
        for (const { kind, stub, contender, seconds, cpu } of running) {
          const calls = updatesARound * (round === 0 ? callsAtFirst[kind] : callsEach);
          const cpuBefore = await contender.cpuSeconds();
          const took = await stub.feedUntil(textsOfRound(round), calls);
          if (round < warmRounds) continue;
          seconds.push(took);
          const cpuSeconds = (await contender.cpuSeconds()) - cpuBefore;
          cpu.push(cpuSeconds);
          if (kind === 'ours') noteSpent({ cpuSeconds, wallSeconds: took });
        }
        console.log(`  round ${String(round + 1)} of ${String(warmRounds + rounds)}`);
      }
    } finally {
      for (const { stub, contender } of running) {
        await contender.stop();
        stub.stop();
      }
    }
    const [ours = [], raw = [], stored = [], echo = []] = running.map(({ seconds }) => seconds);
    const over = (theirs: readonly number[]) => theirs.map((took, round) => took / (ours[round] ?? Number.NaN));
    const [oursCpu = 0, ...othersCpu] = running.map(({ cpu }) => median(cpu));
    const what = syncMs === 0 ? 'end to end' : `end to end, ${shown(syncMs)} ms to sync`;
    return [
      atLeast(`${what}, of (a) the raw pipeline`, median(over(raw)), 0.6),
      noted('the same, over the rounds', range(over(raw))),
      atLeast(`${what}, times (b) a plain Telegraf bot with Drizzle`, median(over(stored)), 3.5),
      noted('the same, over the rounds', range(over(stored))),
      atLeast(`${what}, of (c) a Telegraf bot that stores nothing`, median(over(echo)), 0.8),
      noted('the same, over the rounds', range(over(echo))),
      noted(
        'processor time of (a), (b) and (c) for the same, of ours',
        othersCpu.map((theirs) => shown(theirs / oursCpu)).join(', '),
      ),
      noted('updates a second, end to end', shown(Math.round(updatesARound / median(ours)))),
    ];
  });
}

function textsOfRound(round: number) {
  return Array.from({ length: updatesARound }, (_, index) => {
    const turn = round * updatesARound + index;
    return textUpdate(turn + 1, Number(addressInTurn(turn + 1, couples)), addition);
  });
}
