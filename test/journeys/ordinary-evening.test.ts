import { describe, expect, it } from 'vitest';
import { nl } from '../../src/texts/nl/nl.js';
import { answers, pair } from '../support/couple.js';
import { oneBot } from '../support/one-bot.js';

describe('an ordinary evening', () => {
  const house = oneBot();

  it('leaves four messages in each chat: the question, one’s own words, what opened, the other’s thanks', async () => {
    const { world } = house();
    const { anne, bram } = await pair(world);
    await answers(anne, 'het eerste moment');
    await answers(bram, 'het tweede moment');
    for (const one of [anne, bram]) await one.hears('Jullie antwoorden zijn open.');
    const before = new Map([anne, bram].map((one) => [one, one.messages().at(-1)?.messageId ?? 0]));

    await anne.says('/vraag');
    await anne.taps(nl.labels.surpriseUs);
    for (const one of [anne, bram]) await one.hears(/\?|\./u);
    await answers(anne, 'mijn antwoord van vanavond');
    await anne.sees('Verzegeld. Tot je antwoord opengaat');
    await answers(bram, 'zijn antwoord van vanavond');
    for (const one of [anne, bram]) {
      await one.hears('Jullie antwoorden zijn open.');
      await one.taps(nl.labels.thank);
      await one.isTold('Doorgegeven aan');
    }
    for (const one of [anne, bram]) await one.hears('zegt');

    for (const one of [anne, bram]) {
      const tonight = one.messages().filter(({ messageId }) => messageId > (before.get(one) ?? 0));
      const kinds = tonight.map(({ from, text }) => (from === 'person' ? 'own' : (text.split(/[.,\n]/u)[0] ?? '')));
      expect(kinds.filter((kind) => kind !== 'own')).toHaveLength(3);
      expect(kinds.filter((kind) => kind === 'own')).toHaveLength(one === anne ? 2 : 1);
      expect(kinds.at(-1)).toContain('Dank je');
    }
  });
});
