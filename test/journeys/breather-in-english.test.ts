import { expect, it } from 'vitest';
import { en } from '../../src/texts/en/en.js';
import { everyTestOnASunday } from '../support/sunday.js';

const { labels } = en;
const minuteMs = 60_000;

const sunday = everyTestOnASunday('en');

it('a breather in English: more time, a return, and letting it rest', async () => {
  const { anne, bram, world } = sunday();
  await bram.says('/break');
  await anne.hears(/^Bram is taking a breather, until 12:3\d\. Then I’ll ask you both how you are\.$/);
  await world.later(minuteMs + 1000);
  await world.until('the menu to stand under the call', () =>
    bram.reads().includes('Time out until') ? true : undefined,
  );
  await anne.taps(labels.breathLonger);
  await anne.hears('How much longer?');
  await anne.taps(labels.m20);
  await bram.hears(/^There’s more time, until 12:5\d\./);
  await bram.says('one more thing');
  await bram.hears(/^This doesn’t go to Anne\. I won’t keep what you type until 12:5\d\.$/);

  await world.later(51 * minuteMs);
  await anne.hears('The time is up. How are you now?');
  await bram.hears('The time is up. How are you now?');
  await bram.taps(labels.breathMore);
  await bram.hears('How much longer?');
  await bram.taps(labels.m20);
  await anne.hears('There’s more time, until 13:1');
  await world.later(21 * minuteMs);
  await anne.hears('The time is up.');
  await bram.hears('The time is up.');
  await anne.taps(labels.breathBack);
  await bram.taps(labels.breathBack);
  await anne.hears('You’re both back.');
  await bram.hears('You’re both back.');
  await anne.taps(labels.letRest);
  await bram.taps(labels.oneLine);
  await anne.hears('You’re letting it rest.');
  await bram.hears('You’re letting it rest.');

  for (const reader of [anne, bram]) {
    expect(reader.reads()).not.toMatch(/\b(je|jullie|adem|tijd|verzegeld)\b/i);
    expect(reader.reads()).not.toContain('one more thing');
  }
});
