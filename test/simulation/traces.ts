import { drawPlan, themes } from './plan.js';
import { drawTwins } from './twins-plan.js';
import { live } from './world.js';

/** Twelve worlds of each theme on each disk, each as the hash of all that went over the wire in it. */
export async function traces(): Promise<Readonly<Record<string, string>>> {
  const lived: Record<string, string> = {};
  for (const disk of ['memory', 'sqlite'] as const) {
    for (const theme of [...themes, 'twins'] as const) {
      for (let seed = 1; seed <= 12; seed += 1) {
        const steps = 40;
        const plan = theme === 'twins' ? drawTwins({ seed, steps }) : drawPlan({ seed, steps, disk, theme });
        const { hash } = await live(plan);
        lived[`${theme} ${disk} ${seed}`] = hash.slice(0, 16);
      }
    }
  }
  return lived;
}
