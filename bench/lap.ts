import { spentSoFar, type Spent } from './measured.js';
import { parts } from './parts.js';

/** One run of one part in a process of its own, for `--against`: `bench/lap.ts PART SCALE`. Tells its parent what it took. */

export interface Lap {
  /** Null where the part does not tell the bot's own share. */
  readonly measured: Spent | null;
  readonly whole: Spent;
}

const [name = '', scale = '1'] = process.argv.slice(2);
const part = parts[name];
if (part === undefined) throw new Error(`There is no part ${name}.`);
await (part.lap ?? part.run)(Number(scale));
const { user, system } = process.cpuUsage();
const lap: Lap = {
  measured: spentSoFar(),
  whole: { cpuSeconds: (user + system) / 1e6, wallSeconds: process.uptime() },
};
process.send?.(lap, () => {
  process.exit();
});
