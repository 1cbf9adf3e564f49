import { describe, expect, it } from 'vitest';
import { nl } from '../../src/texts/nl/nl.js';
import { everyTestOnASunday } from '../support/sunday.js';

const { labels } = nl;
const minuteMs = 60_000;

describe('een adempauze', () => {
  const sunday = everyTestOnASunday();

  it('gaat van de oproep tot twee zinnen die samen opengaan, en overleeft in elke stand een kill -9', async () => {
    const { anne, bram, dies, world } = sunday();
    await bram.says('een half antwoord');
    await bram.hears('Zo krijgt je partner het straks te lezen:\neen half antwoord');

    await anne.says('/adempauze');
    await anne.hears(/^Jullie hebben pauze tot 12:3\d\. Dan vraag ik jullie allebei hoe het gaat\./);
    await bram.hears(/^Anne neemt even adem, tot 12:3\d\. Dan vraag ik jullie allebei hoe het gaat\.$/);
    await dies();
    await anne.taps(labels.m20);
    await bram.hears(/^Anne neemt even adem, tot 12:2\d\. Dan vraag ik jullie allebei hoe het gaat\.$/);
    await dies();

    await bram.taps(labels.seal);
    await bram.isTold('Het is adempauze. Je vraag blijft staan');
    await bram.says('luister nou even');
    await bram.hears(/^Dit gaat niet naar Anne\. Wat je tot 12:2\d typt, bewaar ik niet\.$/);
    await bram.taps(labels.music);
    await bram.hears('Zet muziek op waar je rustig van wordt.');

    await dies();
    await world.later(21 * minuteMs);
    await anne.hears('De tijd is om. Hoe is het nu met je?');
    await bram.hears('De tijd is om. Hoe is het nu met je?');
    await dies();
    await anne.taps(labels.breathBack);
    await bram.taps(labels.breathBack);
    await anne.hears('Jullie zijn er allebei weer.');
    await bram.hears('Jullie zijn er allebei weer.');
    await dies();
    await anne.taps(labels.oneLine);
    await bram.taps(labels.oneLine);
    await anne.hears('Elk één zin:');
    await bram.hears('Elk één zin:');
    await dies();
    await anne.says('Ik was bang dat ik ging schreeuwen.');
    await anne.hears('Zo krijgt je partner het straks te lezen:');
    await anne.taps(labels.breathSeal);
    await world.until('the line to be sealed', () => (anne.reads().includes('met /intrek') ? true : undefined));
    await dies();
    await bram.says('Ik wil gewoon naast je zitten.');
    await bram.hears('Zo krijgt je partner het straks te lezen:');
    await bram.taps(labels.breathSeal);
    for (const reader of [anne, bram]) {
      const { text } = await reader.hears('Jullie zinnen zijn open.');
      expect(text).toContain('Ik was bang dat ik ging schreeuwen.');
      expect(text).toContain('Ik wil gewoon naast je zitten.');
    }
    expect(anne.reads()).not.toContain('luister nou even');
    await bram.says('/vraag');
    await bram.hears('klein moment');
    await bram.says('en de rest');
    await bram.hears('Zo krijgt je partner het straks te lezen:\neen half antwoord\nen de rest');
  });

  it('stuurt het ademplaatje één keer op, en daarna met het nummer dat Telegram eraan gaf', async () => {
    const { anne, bram, world } = sunday();
    await anne.says('adempauze');
    await bram.hears('Anne neemt even adem');
    await bram.taps(labels.breathe);
    const picture = await bram.hears('Adem in als de cirkel groeit');
    expect(picture.media?.kind).toBe('animation');
    await bram.taps(labels.words);
    await bram.hears('Adem in en tel tot vier.');
    await bram.taps(labels.breathe);
    await bram.hears('Adem in als de cirkel groeit');
    const sent = world.calls.filter(({ method }) => method === 'sendAnimation');
    expect(sent).toHaveLength(2);
    expect(sent.every(({ isOk }) => isOk)).toBe(true);
    expect(sent[1]?.params['animation']).toMatch(/^[\w-]{20,}$/);
  });

  it('vraagt bij een start na de tijd wat er te vragen was, en biedt wie niet samen terugkomt een later moment', async () => {
    const { anne, bram, bot, dies, noonMs, world } = sunday();
    await anne.says('/pauze');
    await bram.hears('Anne neemt even adem');
    await bot.kill();
    await world.later(55 * minuteMs);
    await bot.start();
    await anne.hears('De tijd is om.');
    await bram.hears('De tijd is om.');
    await anne.taps(labels.breathNotToday);
    await anne.hears('Dat is goed. Vandaag hoeft er niets meer.');
    await bram.taps(labels.breathBack);
    await world.until('the tap to be noted', () => (bram.reads().includes('Fijn dat je er bent.') ? true : undefined));
    await bot.kill();
    await world.later(31 * minuteMs);
    await bot.start();
    await bram.hears('De tijd is voorbij. Je hoeft niet te wachten.');
    await anne.taps(labels.evening);
    await bram.taps(labels.morning);
    await anne.hears('Jullie komen er allebei op terug, morgen om 20:00.');
    await bram.hears('Jullie komen er allebei op terug, morgen om 20:00.');
    await dies();
    await world.setClock(noonMs + 32 * 60 * minuteMs);
    await anne.hears('Dit is het moment dat jullie kozen.');
    await bram.hears('Dit is het moment dat jullie kozen.');
  });

  it('laat gaan wie zich niet veilig voelt, en zegt de ander niets', async () => {
    const { anne, bram, world } = sunday();
    await anne.says('pauze');
    await anne.hears('Wil je een adempauze?');
    await anne.taps(labels.callBreather);
    await bram.hears('Anne neemt even adem');
    await bram.taps(labels.breathUnsafe);
    await bram.hears('Voor jou is deze adempauze voorbij.');
    await bram.hears('112');
    const { messageId: last } = await bram.sees('112');
    await world.later(31 * minuteMs);
    await anne.hears('De tijd is om.');
    await world.later(31 * minuteMs);
    await anne.hears('De tijd is voorbij.');
    // The help lines go away by themselves; nothing comes after them.
    expect(bram.messages().filter(({ messageId }) => messageId > last)).toEqual([]);
  });
});
