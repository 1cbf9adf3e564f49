import { describe, expect, it } from 'vitest';
import { en } from '../../src/texts/en/en.js';
import { answers, pair } from '../support/couple.js';
import { oneBot } from '../support/one-bot.js';

describe('two people meet the bot', () => {
  const house = oneBot();

  it('takes them from the first /start to both answers, open at once', async () => {
    const { world } = house();
    const anne = await world.person('Anne');
    const bram = await world.person('Bram');

    await anne.says('/start');
    await anne.hears('Dag Anne. Mooi dat je tijd wilt maken voor jullie twee.');
    await anne.taps('Ik ben 18+ en ga akkoord');
    const invite = await anne.hears('Stuur je partner deze uitnodiging');
    await anne.hears('Welk klein moment uit jullie begin weet je nog goed?');

    const code = /start=(\w+)/.exec(invite.text)?.[1] ?? '';
    await bram.says(`/start ${code}`);
    const welcome = await bram.hears('Dag Bram. Anne nodigt je uit om dit samen te doen.');
    expect(welcome.text).toContain('Nu niet? Anne krijgt daar geen bericht van.');
    await bram.taps('Ik ben 18+ en ga akkoord');
    await bram.hears('Je bent gekoppeld met Anne.');
    await bram.hears('Welk klein moment uit jullie begin weet je nog goed?');
    await anne.hears('Bram doet mee.');

    await anne.says('De regen op je jas.');
    await anne.hears('Zo krijgt je partner het straks te lezen:');
    await anne.taps('Verzegel');
    await world.until('Anne to see it sealed', () =>
      anne.messages().some(({ text }) => text.startsWith('Verzegeld. Tot je antwoord opengaat')) ? true : undefined,
    );
    await bram.says('Hoe je lachte om de kaart.');
    await bram.hears('Zo krijgt je partner het straks te lezen:');
    expect(bram.reads()).not.toContain('regen');
    await bram.taps('Verzegel');

    for (const [reader, own, other] of [
      [anne, 'De regen op je jas.', 'Hoe je lachte om de kaart.'],
      [bram, 'Hoe je lachte om de kaart.', 'De regen op je jas.'],
    ] as const) {
      const opened = await reader.hears('Jullie antwoorden zijn open.');
      expect(opened.text.indexOf(own)).toBeGreaterThan(0);
      expect(opened.text.indexOf(other)).toBeGreaterThan(opened.text.indexOf(own));
      expect(opened.isProtected).toBe(true);
      const spoilers = opened.entities.filter(({ type }) => type === 'spoiler');
      expect(spoilers.map(({ offset, length }) => opened.text.slice(offset, offset + length))).toEqual([own, other]);
    }
  });

  it('answers a stranger in the language of their Telegram, before they have agreed to anything', async () => {
    const carl = await house().world.person('Carl', { languageCode: 'en' });
    await carl.says('/privacy');
    await carl.hears('Privacy, in short');
    await carl.says('/helplines');
    await carl.hears('Danger, now');
    await carl.says('/start');
    await carl.hears('Hello Carl.');
  });

  it('asks, seals and opens in English throughout for two who speak it', async () => {
    const { anne, bram } = await pair(house().world, { languageCode: 'en-GB' }, { languageCode: 'en' }, 'en');
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
  });
});
