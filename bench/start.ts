import { median, noted, shown, type Figure } from './figures.js';
import { noteSpent } from './measured.js';
import { startBotProcess } from './process.js';

/** From `npm start` to «is listening», with all that takes part in it. The first is not counted: it may compile. */
export async function benchStart(starts: number): Promise<readonly Figure[]> {
  const each: { readonly cpuMs: number; readonly wallMs: number; readonly rssMb: number }[] = [];
  for (let start = 0; start <= starts; start += 1) {
    const bot = await startBotProcess();
    const { cpuMs, rssMb } = bot.usage();
    await bot.end();
    if (start > 0) each.push({ cpuMs, wallMs: bot.wallMs, rssMb });
  }
  const [cpuMs, wallMs, rssMb] = (['cpuMs', 'wallMs', 'rssMb'] as const).map((of) =>
    median(each.map((one) => one[of])),
  ) as [number, number, number];
  noteSpent({ cpuSeconds: cpuMs / 1000, wallSeconds: wallMs / 1000 });
  return [
    noted('processor time of a start', `${shown(Math.round(cpuMs))} ms`),
    noted('until it listens', `${shown(Math.round(wallMs))} ms`),
    noted('memory, as it begins to listen', `${shown(Math.round(rssMb))} MB`),
  ];
}
