import { readCommandLine } from '../../src/command-line.js';
import { drawPlan, themes, type Plan, type Step } from './plan.js';
import { drawRare, rareThemes } from './rare-plans.js';
import { liveInRoom } from './rooms.js';
import { only, shrink } from './shrink.js';
import { drawTwins } from './twins-plan.js';
import { live, type Report } from './world.js';

/** npm run simulate -- --seed 7 --steps 2000 [--seeds 20] [--couples 4] [--disk sqlite] [--theme reach] [--replicas 2] [--only 3,17] [--trace] [--shrink] */
const { values } = readCommandLine({
  usage:
    'npm run simulate -- [--seed N] [--seeds N] [--steps N] [--couples N] [--disk memory|sqlite] [--theme NAME] [--replicas N] [--only 3,17] [--trace] [--shrink]',
  about: 'Lives worlds of couples in a time that is made, and says which promise broke.',
  options: {
    seed: { type: 'string' },
    seeds: { type: 'string', default: '1' },
    steps: { type: 'string', default: '2000' },
    couples: { type: 'string' },
    disk: { type: 'string', default: 'memory' },
    theme: { type: 'string' },
    replicas: { type: 'string', default: '1' },
    only: { type: 'string' },
    trace: { type: 'boolean', default: false },
    shrink: { type: 'boolean', default: false },
  },
});

const say = (line: string) => {
  process.stdout.write(`${line}\n`);
};

/** Rooms are lived apart: a couple, a group, and who comes in. */
async function liveRooms(first: number): Promise<void> {
  const begunMs = process.cpuUsage();
  let days = 0;
  for (let seed = first; seed < first + Number(values.seeds); seed += 1) {
    const report = await liveInRoom(seed, Number(values.steps));
    days += report.days;
    say(`seed ${seed}: 1 couples, ${report.days} days, about room, ${report.calls} calls, ${report.posts} posts`);
    if (values.trace) say(report.deeds.join(' '));
    if (report.breach === null) continue;
    process.exitCode = 1;
    const { promise, at, what } = report.breach;
    say(`BROKEN promise ${promise} at ${new Date(at).toISOString()}, the two: ${what}`);
    say(`again: npm run simulate -- --seed ${seed} ${same()} --trace`);
    break;
  }
  const { user, system } = process.cpuUsage(begunMs);
  const ms = Math.round((user + system) / 1000);
  say(`${days} couple-days, ${ms} ms of one core, ${Math.round((days / ms) * 1000)} couple-days a second`);
}

/** What does not go together, in a sentence. */
function refusal(): string | null {
  const isRare = values.theme === 'twins' || values.theme === 'room' || rareThemes.some((one) => one === values.theme);
  if (!/^[1-9]$/.test(values.replicas)) return '--replicas takes a number from 1 to 9.';
  if (values.replicas === '1') return null;
  if (values.disk === 'sqlite') return '--replicas needs a store that can be shared, and --disk sqlite cannot.';
  return isRare || values.theme === 'clock' ? `--replicas does not go with --theme ${values.theme ?? ''}.` : null;
}

async function main(): Promise<void> {
  const refused = refusal();
  if (refused !== null) {
    process.stderr.write(`${refused}\n`);
    process.exitCode = 1;
    return;
  }
  const first = values.seed === undefined ? Math.floor(Date.now() / 1000) % 1_000_000 : Number(values.seed);
  if (values.theme === 'room') return liveRooms(first);
  let coupleDays = 0;
  let cpuMs = 0;
  for (let seed = first; seed < first + Number(values.seeds); seed += 1) {
    const plan = planOf(seed);
    const report = await live(plan, values.trace ? say : undefined);
    coupleDays += plan.couples * plan.days;
    cpuMs += report.cpuMs;
    say(`seed ${seed}: ${plan.couples} couples, ${plan.days} days, about ${plan.theme}, ${described(report)}`);
    if (report.breach === null) continue;
    process.exitCode = 1;
    say(`again: npm run simulate -- --seed ${seed} ${same()} --trace`);
    if (values.shrink) await tellShortest(plan, report, seed);
    break;
  }
  const perSecond = Math.round((coupleDays / cpuMs) * 1000);
  say(`${coupleDays} couple-days, ${Math.round(cpuMs)} ms of one core, ${perSecond} couple-days a second`);
}

function planOf(seed: number): Plan {
  const replicas = Number(values.replicas);
  const couples = values.couples === undefined ? {} : { couples: Number(values.couples) };
  const disk = values.disk === 'sqlite' ? 'sqlite' : 'memory';
  const chosen = themes.find((one) => one === values.theme);
  const theme = chosen === undefined ? {} : { theme: chosen };
  const rare = rareThemes.find((one) => one === values.theme);
  if (rare !== undefined) return chosenOf(drawRare({ seed, disk, steps: Number(values.steps), theme: rare }));
  const plan =
    values.theme === 'twins'
      ? drawTwins({ seed, steps: Number(values.steps) })
      : drawPlan({ seed, disk, steps: Number(values.steps), ...couples, ...theme, replicas });
  return chosenOf(plan);
}

function chosenOf(plan: Plan): Plan {
  return values.only === undefined ? plan : only(plan, values.only.split(',').map(Number));
}

function same(): string {
  const theme = values.theme === undefined ? '' : ` --theme ${values.theme}`;
  const replicas = values.replicas === '1' ? '' : ` --replicas ${values.replicas}`;
  return `--steps ${values.steps} --disk ${values.disk}${theme}${replicas}${values.couples === undefined ? '' : ` --couples ${values.couples}`}`;
}

async function tellShortest(plan: Plan, report: Report, seed: number): Promise<void> {
  const { kept, report: shortest } = await shrink(plan, report);
  say(`the shortest that breaks it has ${kept.length} of ${plan.steps.length} steps:`);
  for (const step of only(plan, kept).steps) say(`  ${sentenceOf(step, plan)}`);
  say(described(shortest));
  say(`again: npm run simulate -- --seed ${seed} ${same()} --only ${kept.join(',')} --trace`);
}

function sentenceOf(step: Step, plan: Plan): string {
  const at = new Date(plan.startsAt + step.at).toISOString();
  switch (step.what) {
    case 'deed':
      return `${at} ${step.who} ${step.deed}`;
    case 'trouble':
      return `${at} ${step.trouble}, for ${Math.round(step.forMs / 60_000)} minutes`;
    case 'clock':
      return `${at} the clock is ${Math.round(step.errorMs / 1000)} seconds wrong`;
    case 'secret':
      return `${at} ${step.who} keeps something to themselves`;
    case 'probe':
      return `${at} ${step.who} tries to find out: ${step.how} ${step.n}`;
    case 'freeze':
      return `${at} whoever leads stands still, ${step.afterSteps} steps later, for ${Math.round(step.forMs / 1000)} seconds`;
    case 'hand-over':
      return `${at} the session of whoever leads ends, ${step.afterSteps} steps later, and it hears so after ${step.hearsAfterMs} ms`;
    case 'sleep':
      return `${at} the machine sleeps, for ${Math.round(step.forMs / 60_000)} minutes`;
    case 'crash':
    case 'power-cut':
      return `${at} ${step.what}, ${step.afterBatchMs === null ? `${step.afterSteps} steps` : `${step.afterBatchMs} ms after the next batch`} later, for ${Math.round(step.downMs / 1000)} seconds`;
  }
}

function described({ breach, counts, hash }: Report): string {
  const { updates, calls, reveals, prompts, starts } = counts;
  const counted = `${updates} updates, ${calls} calls, ${prompts} prompts, ${reveals} reveals, ${starts} starts, trace ${hash.slice(0, 12)}`;
  if (breach === null) return counted;
  const at = new Date(breach.at).toISOString();
  return `${counted}\nBROKEN promise ${breach.promise} at ${at}, ${breach.people.join(' ')}: ${breach.what}`;
}

await main();
