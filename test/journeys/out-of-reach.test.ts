import { describe, expect, it } from 'vitest';
import { nl } from '../../src/texts/nl/nl.js';
import { answers, pair } from '../support/couple.js';
import { oneBot } from '../support/one-bot.js';

describe('somebody who cannot be reached', () => {
  const house = oneBot({ mayBeRefused: ({ errorCode }) => errorCode === 403 });

  it('finds what was opened meanwhile when they come back', async () => {
    const { world } = house();
    const { anne, bram } = await pair(world);
    await answers(bram, 'van Bram');
    await world.until('Bram to see it sealed', () => (bram.reads().includes('Verzegeld.') ? true : undefined));
    await bram.blocks(true);
    await answers(anne, 'van Anne');
    await anne.hears('Jullie antwoorden zijn open.');
    await bram.blocks(false);
    await bram.says('even kijken');
    await bram.hears('Je had me stilgezet');
    await bram.says('/start');
    const opened = await bram.hears('Jullie antwoorden zijn open.');
    expect(opened.text).toContain('van Anne');
  });

  it('has their partner asked to type when voice notes are refused there', async () => {
    const { world } = house();
    const { anne, bram } = await pair(world, {}, { allowsVoice: false });
    await anne.sends({ voice: { durationSeconds: 4 } });
    await anne.taps(nl.labels.allowVoice);
    await anne.hears('Zo krijgt je partner het straks te lezen');
    await anne.taps(nl.labels.seal);
    await answers(bram, 'typen gaat wel');
    await bram.hears('Jullie antwoorden zijn open.');
    await anne.hears('Bram kan van mij geen spraakberichten krijgen.');
  });

  it('hears nothing after /stop but one farewell, also after a restart', async () => {
    const { world, dies } = house();
    const noonMs = await world.toSundayNoon();
    const { anne, bram } = await pair(world);
    await answers(bram, 'wat ik schreef');
    await bram.says('/stop');
    await bram.hears('Het is stil. Ik stuur je niets meer.');
    const before = bram.messages().length;
    await answers(anne, 'wat zij schreef');
    await anne.hears('Jullie antwoorden zijn open.');
    await dies();
    // Wednesday, a minute after the question of that evening is due.
    await world.setClock(noonMs + (10 * 24 + 8) * 3_600_000 + 60_000);
    await anne.hears('Bijvoorbeeld');
    expect(bram.messages()).toHaveLength(before);
  });
});
