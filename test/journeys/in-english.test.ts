import { describe, expect, it } from 'vitest';
import { en } from '../../src/texts/en.js';
import { startBotProcess } from '../support/bot-process.js';
import { answers, pair } from '../support/couple.js';
import { openWorld } from '../support/world.js';

describe('two people who speak English', () => {
  it('are asked, sealed and opened in English throughout', async () => {
    const world = await openWorld();
    const bot = await startBotProcess(world);
    const { anne, bram } = await pair(world, { languageCode: 'en-GB' }, { languageCode: 'en' }, 'en');
    await anne.says('/question');
    await anne.hears('Which small moment');
    await answers(anne, 'your red scarf', 'en');
    await anne.says('/withdraw');
    await anne.hears('your red scarf');
    await anne.taps(en.labels.seal);
    await answers(bram, 'the wrong train', 'en');
    for (const reader of [anne, bram]) {
      const opened = await reader.hears('Your answers are open.');
      expect(opened.text).toContain('your red scarf');
      expect(opened.text).toContain('the wrong train');
      expect(reader.reads()).not.toMatch(/\b(je|jullie|vraag|antwoord|verzegeld)\b/i);
    }
    expect(world.wrongCalls()).toEqual([]);
    await bot.close();
    await world.close();
  });
});
