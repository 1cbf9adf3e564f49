import { parseArgs } from 'node:util';
import { drawPlan } from './plan.js';
import { live, type Report } from './world.js';

/** npm run simulate -- --seed 7 --steps 2000 [--seeds 20] [--couples 4] [--trace] */
const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    seeds: { type: 'string', default: '1' },
    steps: { type: 'string', default: '2000' },
    couples: { type: 'string' },
    trace: { type: 'boolean', default: false },
  },
});
const first = values.seed === undefined ? Math.floor(Date.now() / 1000) % 1_000_000 : Number(values.seed);
const couples = values.couples === undefined ? {} : { couples: Number(values.couples) };
let coupleDays = 0;
let cpuMs = 0;
for (let seed = first; seed < first + Number(values.seeds); seed += 1) {
  const plan = drawPlan({ seed, steps: Number(values.steps), ...couples });
  const witness = (line: string) => {
    process.stdout.write(`${line}\n`);
  };
  const report = await live(plan, values.trace ? witness : undefined);
  coupleDays += plan.couples * plan.days;
  cpuMs += report.cpuMs;
  process.stdout.write(`seed ${seed}: ${plan.couples} couples, ${plan.days} days, ${describe(report)}\n`);
  if (report.breach !== null) {
    process.exitCode = 1;
    break;
  }
}
process.stdout.write(
  `${coupleDays} couple-days, ${Math.round(cpuMs)} ms of one core, ${Math.round((coupleDays / cpuMs) * 1000)} couple-days a second\n`,
);

function describe({ breach, counts, hash }: Report): string {
  const { updates, calls, reveals, prompts, starts } = counts;
  const counted = `${updates} updates, ${calls} calls, ${prompts} prompts, ${reveals} reveals, ${starts} starts, trace ${hash.slice(0, 12)}`;
  if (breach === null) return counted;
  return `${counted}\nBROKEN promise ${breach.promise} at ${new Date(breach.at).toISOString()}, ${breach.people.join(' ')}: ${breach.what}`;
}
