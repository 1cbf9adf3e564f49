import { describe, expect, it } from 'vitest';
import { nl } from '../../src/texts/nl.js';
import { everyTestOnASunday } from '../support/sunday.js';

const { labels } = nl;
const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

describe('luisteren', () => {
  const sunday = everyTestOnASunday();

  /** The hold passes. */
  const arrives = () => sunday().world.later(21 * secondMs);

  it('de een vertelt, de ander luistert alleen: met een kill -9 in de houdtijd, een adempauze en een antwoord van één tik', async () => {
    const { anne, bram, bot, world } = sunday();
    await anne.says('/luister');
    await anne.hears('Alleen luisteren');
    await anne.taps(labels.listenApart);
    await bram.hears('Anne wil je graag iets vertellen.');
    await bram.taps(labels.listenNow);
    await bram.hears('Ben je er, en hoe zit je erbij?');
    await anne.hears('Straks heb jij het woord, en luistert Bram.');
    await anne.taps(labels.readyCalm);
    await bram.taps(labels.readySome);
    await anne.hears('Jij hebt het woord.');
    await bram.hears('Anne vertelt. Je hoeft niets op te lossen');

    await bram.says('Maar ik dan');
    await bram.hears('Ik bewaar dit voor jouw beurt. Alleen jij ziet het.');
    await bram.taps(labels.signalSlower);
    await anne.hears('Bram vraagt: iets langzamer?');
    await anne.says('Het was een lange week.');
    await anne.hears('Zo komt het aan bij Bram:\nHet was een lange week.');
    await anne.sends({ voice: { durationSeconds: 4 } });
    // The first voice note ever waits for one tap.
    await anne.hears('Je sprak iets in.');
    await anne.taps(labels.allowVoice);
    await anne.hears('🎙 0:04');
    await anne.taps(labels.listenDone);
    await anne.hears('Over 20 seconden gaat dit naar Bram.');
    await anne.taps(labels.listenTakeBack);
    await anne.sees('Ingetrokken. Er is niets aangekomen.');
    await anne.hears('Zo komt het aan bij Bram:');
    await anne.taps(labels.listenDone);
    await anne.hears('Over 20 seconden gaat dit naar Bram.');
    await bot.kill();
    expect(bram.reads()).not.toContain('Het was een lange week.');
    await arrives();
    await bot.start();
    await bram.hears('Het was een lange week.');
    const voice = await world.until('the voice note', () =>
      bram.messages().find(({ media }) => media?.kind === 'voice'),
    );
    expect(voice.isProtected).toBe(true);
    await bram.hears('Dit was wat Anne wilde vertellen.');

    await bram.says('/adempauze');
    await anne.hears('Bram neemt even adem');
    await world.later(31 * minuteMs);
    await anne.taps(labels.breathBack);
    await bram.taps(labels.breathBack);
    await anne.taps(labels.talkNow);
    await bram.taps(labels.talkNow);
    await bram.hears('Dit was wat Anne wilde vertellen.');
    await bram.taps('Dank je dat je dit deelt');
    await anne.hears('Dank je dat je dit deelt.');
    await anne.hears('Dat was het. Dank je dat je er was.');
    await bram.hears('Dit had je bewaard. Alleen jij ziet het.\nMaar ik dan');
    expect(anne.reads()).not.toContain('Maar ik dan');
    await anne.taps(labels.listenThank);
    await bram.hears('Anne zegt: dank je.');
    await bram.taps(labels.listenMore);
    await bram.hears('Hoe zit je er nu bij?');
    await bram.taps(labels.keepNow);
    await bram.sees('Gewist, voor jullie allebei.');
  });

  it('spiegelen, met bijna, weggelegd tot de volgende dag, verder na een herstart, en daarna andersom', async () => {
    const { anne, bram, dies, world } = sunday();
    await anne.says('/luister');
    await anne.hears('Alleen luisteren');
    await anne.taps(labels.listenMenu);
    await anne.sees('Welke vorm past nu?');
    await anne.taps('Spiegelen en begrijpen');
    await anne.sees('De een vertelt in stukjes');
    await anne.taps(labels.listenApart);
    await bram.taps(labels.listenLater);
    await bram.taps(labels.listenHour);
    await anne.hears('Afgesproken: vandaag om 13:');
    await world.later(76 * minuteMs);
    await anne.taps(labels.readyCalm);
    await bram.taps(labels.readyCalm);
    await anne.hears('Vertel één ding, en blijf bij jezelf.');
    await anne.says('Ik mis onze avonden.');
    await anne.hears('Zo komt het aan');
    await anne.taps(labels.listenDone);
    await anne.hears('Over 20 seconden');
    await arrives();
    await bram.hears('Ik mis onze avonden.');
    await bram.hears('Zeg in je eigen woorden terug');
    await bram.says('Je mist de avonden samen.');
    await bram.hears('Zo komt het aan bij Anne:');
    await bram.taps(labels.listenDone);
    await bram.hears('Over 20 seconden');
    await arrives();
    await anne.hears('Is dat wat je bedoelde?');
    await anne.taps('Bijna…');
    await anne.hears('Bijna: typ het hieronder');
    await anne.says('Vooral het praten.');
    await anne.hears('Zo komt het aan bij Bram:\nBijna:\nVooral het praten.');
    await anne.taps(labels.listenDone);
    await anne.hears('Over 20 seconden');
    await arrives();
    await bram.hears('Vooral het praten.');

    await world.later(49 * hourMs);
    await anne.hears('We leggen het hier neer. Dat is geen mislukking.');
    await bram.hears('We leggen het hier neer. Dat is geen mislukking.');
    await dies();
    await anne.taps(labels.listenGoOn);
    await bram.taps(labels.listenGoOn);
    await anne.taps(labels.readyCalm);
    await bram.taps(labels.readyCalm);
    await bram.hears('Zeg in je eigen woorden terug');
    await bram.says('Je mist het praten, ’s avonds.');
    await bram.hears('Zo komt het aan bij Anne:');
    await bram.taps(labels.listenDone);
    await bram.hears('Over 20 seconden');
    await arrives();
    await anne.hears('Je mist het praten, ’s avonds.');
    await anne.hears('Is dat wat je bedoelde?');
    await anne.taps('Ja, dit was het');
    await bram.hears('door de ogen van Anne');
    await bram.says('Ik kan het volgen.');
    await bram.hears('Zo komt het aan bij Anne:');
    await bram.taps(labels.listenDone);
    await bram.hears('Over 20 seconden');
    await arrives();
    await bram.hears('Hoe stel je je voor dat Anne zich voelt?');
    await bram.taps('verdrietig');
    await bram.taps('eenzaam');
    await bram.hears('Zo komt het aan bij Anne:\neenzaam');
    await bram.taps(labels.listenDone);
    await bram.hears('Over 20 seconden');
    await arrives();
    await anne.hears('eenzaam');
    await anne.hears('Hoe komt dat bij je aan?');
    await anne.taps('Dat raakt me');
    await bram.hears('Dat raakt me.');
    await anne.taps(labels.swapNow);
    await bram.taps(labels.swapNow);
    await bram.hears('Nu heb jij het woord');
    await anne.hears('Nu heeft Bram het woord');
    await bram.says('/stop');
    await bram.hears('Het is stil.');
    await world.later(49 * hourMs);
    await anne.hears('We leggen het hier neer.');
  });

  it('twee brieven gaan tegelijk open, ook als de bot er tussenuit valt', async () => {
    const { anne, bram, dies } = sunday();
    await anne.says('/luister');
    await anne.hears('Alleen luisteren');
    await anne.taps(labels.listenMenu);
    await anne.taps('Twee brieven');
    await anne.sees('Jullie schrijven elk een korte brief');
    await anne.taps(labels.listenApart);
    await bram.taps(labels.listenNow);
    await anne.taps(labels.readyCalm);
    await bram.taps(labels.readyCalm);
    await anne.hears('Schrijf een brief aan Bram.');
    await anne.says('Lieve Bram, ik ben trots.');
    await anne.hears('Je brief tot nu toe:');
    await anne.taps(labels.listenDone);
    await anne.hears('Je brief ligt klaar.');
    await dies();
    await bram.says('Lieve Anne, ik ben blij.');
    await bram.hears('Je brief tot nu toe:');
    expect(bram.reads()).not.toContain('ik ben trots');
    await bram.taps(labels.listenDone);
    await bram.sees('Over 20 seconden gaan de brieven open.');
    await arrives();
    for (const reader of [anne, bram]) {
      const { text } = await reader.hears('De brieven zijn open.');
      expect(text).toContain('ik ben trots');
      expect(text).toContain('ik ben blij');
      await reader.hears('Lees ze twee keer, in stilte.');
      await reader.taps(labels.listenDone);
    }
    await anne.hears('Dat was het.');
  });

  it('spiegelen op de bank: één tik geeft de beurt door, ook na een kill -9, en een ander moment kiest een van beiden', async () => {
    const { anne, bram, dies, world } = sunday();
    await anne.says('/luister');
    await anne.hears('Alleen luisteren');
    await anne.taps(labels.listenMenu);
    await anne.taps('Spiegelen en begrijpen');
    await anne.sees('De een vertelt in stukjes');
    await anne.taps(labels.listenLive);
    await bram.hears('Naast elkaar, hardop; ik houd de beurten en de tijd bij.');
    await bram.taps(labels.listenNow);
    await anne.taps(labels.readyCalm);
    await bram.taps(labels.readyCalm);
    await anne.hears('Zeg het hardop. Tik op Klaar als Bram verder mag.');
    await anne.taps(labels.listenDone);
    await bram.hears('Zeg in je eigen woorden terug');
    await dies();
    await bram.taps(labels.listenDone);
    await anne.hears('Is dat wat je bedoelde?');
    await anne.taps('Ja, dit was het');
    await bram.hears('door de ogen van Anne');

    await world.later(31 * minuteMs);
    await anne.hears('We leggen het hier neer.');
    await bram.hears('We leggen het hier neer.');
    await bram.taps(labels.listenOther);
    await bram.sees('Wanneer wel?');
    await bram.taps(labels.listenHour);
    for (const each of [anne, bram]) await each.hears('Verder op een ander moment: vandaag om 13:');
    await dies();
    await world.later(76 * minuteMs);
    for (const each of [anne, bram]) {
      await each.hears('Jullie gaan verder waar jullie gebleven waren.');
      await each.taps(labels.readyCalm);
    }
    await bram.hears('door de ogen van Anne');
    await bram.taps(labels.listenDone);
    await bram.hears('Hoe stel je je voor dat Anne zich voelt?');
    await bram.taps(labels.listenDone);
    await anne.hears('Hoe komt dat bij je aan?');
    await anne.taps('Dat raakt me');
    for (const each of [anne, bram]) {
      await each.hears('Willen jullie wisselen');
      await each.taps(labels.swapNow);
    }
    await bram.hears('Nu heb jij het woord');
    await anne.hears('Nu heeft Bram het woord');
  });
});
