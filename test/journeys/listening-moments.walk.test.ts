import { describe, expect, it } from 'vitest';
import { en } from '../../src/texts/en/en.js';
import { nl } from '../../src/texts/nl/nl.js';
import { answers } from '../support/couple.js';
import { asks, begins, passesHold, protocolOf } from '../support/listening-walk.js';
import { everyCoupleOnASunday } from '../support/sunday.js';

const { labels } = nl;
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const justListening = protocolOf('alleen-luisteren');
const mirroring = protocolOf('spiegelen');

describe('what comes by in a listening round', () => {
  const couple = everyCoupleOnASunday();

  it('kan in stukken, met een stem erbij; wat de luisteraar zegt, blijft bij de luisteraar, en een kill -9 in de houdtijd verliest niets', async () => {
    const sunday = await couple('nl');
    const { anne, bram, bot, world } = sunday;
    await begins(sunday, 'nl', justListening, 'apart');
    await anne.hears('Jij hebt het woord.');
    await bram.hears('Anne vertelt. Je hoeft niets op te lossen');
    await bram.says('Maar ik dan');
    await bram.hears('Ik bewaar dit voor jou. Alleen jij ziet het.');
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
    await passesHold(sunday);
    await bot.start();
    await bram.hears('Het was een lange week.');
    const voice = await world.until('the voice note', () =>
      bram.messages().find(({ media }) => media?.kind === 'voice'),
    );
    expect(voice.isProtected).toBe(true);
    await bram.hears('Dit wilde Anne vertellen.');
    await bram.taps('Dank je dat je dit deelt');
    await anne.hears('Dank je dat je dit deelt.');
    await anne.hears('Dat was het. Fijn dat je er was.');
    await bram.hears('Dit had je bewaard. Alleen jij ziet het.\nMaar ik dan');
    expect(anne.reads()).not.toContain('Maar ik dan');
    await anne.taps(labels.listenThank);
    await bram.hears('Anne zegt: dank je.');
    await bram.taps(labels.listenMore);
    await bram.hears('Hoe voel je je nu?');
    await bram.taps(labels.keepNow);
    await bram.sees('Gewist, voor jullie allebei.');
  });

  it('begint straks, wordt weggelegd tot een ander moment dat een van beiden kiest, gaat dan andersom, en wie stopt, is er stil uit', async () => {
    const sunday = await couple('nl');
    const { anne, bram, dies, world } = sunday;
    await asks(sunday, 'nl', mirroring, 'live');
    await bram.hears('Naast elkaar, hardop; ik houd de beurten en de tijd bij.');
    await bram.taps(labels.listenLater);
    await bram.taps(labels.listenHour);
    await anne.hears('Afgesproken: vandaag om 13:');
    await world.later(76 * minuteMs);
    for (const each of [anne, bram]) await each.taps(labels.readyCalm);
    await anne.hears('Zeg het hardop. Tik op Klaar als Bram verder mag.');
    await anne.taps(labels.listenDone);
    await bram.hears('Zeg in je eigen woorden terug');
    await bram.taps(labels.listenDone);
    await anne.taps('Ja, dit was het');
    await bram.hears('door de ogen van Anne');

    await world.later(31 * minuteMs);
    for (const each of [anne, bram]) await each.hears('We laten het hier even bij.');
    await bram.taps(labels.listenOther);
    await bram.sees('Wanneer wel?');
    await bram.taps(labels.listenHour);
    for (const each of [anne, bram]) await each.hears('Verder op een ander moment: vandaag om 15:');
    await dies();
    await world.later(76 * minuteMs);
    for (const each of [anne, bram]) {
      await each.hears('Jullie gaan verder waar jullie gebleven waren.');
      await each.taps(labels.readyCalm);
    }
    await bram.hears('door de ogen van Anne');
    await bram.taps(labels.listenDone);
    await bram.hears('Hoe zou Anne zich voelen');
    await bram.taps(labels.listenDone);
    await anne.hears('Hoe komt dat bij je aan?');
    await anne.taps('Dat raakt me');
    for (const each of [anne, bram]) {
      await each.hears('Willen jullie wisselen');
      await each.taps(labels.swapNow);
    }
    await bram.hears('Nu heb jij het woord');
    await anne.hears('Nu heeft Bram het woord');
    await bram.says('/stop');
    await bram.hears('Het is stil.');
    await world.later(hourMs);
    await anne.hears('We laten het hier even bij.');
  });

  it('side by side minds who is tense, who types and how long it takes, and a feeling named afterwards stays with whoever named it', async () => {
    const { labels } = en;
    const sunday = await couple('en');
    const { anne, bram, world } = sunday;
    await asks(sunday, 'en', justListening, 'live');
    await bram.hears('Side by side, out loud; I’ll keep track of turns and time.');
    await bram.taps(labels.listenNow);
    await anne.taps(labels.readyCalm);
    await bram.taps(labels.readyHigh);
    await bram.sees('It’s hard to listen or talk when you’re this tense.');
    await bram.taps(labels.readyAnyway);
    await anne.hears(
      /The floor is yours[\s\S]*Say it out loud\. Tap Done when Bram can go on\.[\s\S]*Until about 12:0\d\./,
    );
    await anne.says('I type');
    await anne.hears('You’re side by side: say it aloud.');
    await bram.taps(labels.signalHere);
    await anne.hears('Bram is here.');
    await world.later(6 * minuteMs);
    for (const each of [anne, bram]) await each.hears('Time’s up for this part.');
    await anne.taps(labels.listenDone);
    await bram.hears('Say one thing back.');
    await bram.taps('I heard you');
    for (const each of [anne, bram]) await each.hears('That was it. I’m glad you were there.');
    await anne.taps(labels.listenMore);
    await anne.taps(labels.listenFeelings);
    await anne.taps('happy');
    await anne.taps('grateful');
    await anne.sees('Grateful.\nOnly you see it, and I don’t keep it.');
    expect(bram.reads()).not.toContain('Grateful');
  });

  it('goes on about an opened answer, with that answer at its start; and nobody notices a no', async () => {
    const { labels } = en;
    const sunday = await couple('en');
    const { anne, bram, world } = sunday;
    await answers(anne, 'the bridge', 'en');
    await answers(bram, 'the rain', 'en');
    await anne.hears('the rain');
    await anne.taps(labels.tellMore);
    await bram.hears('would like to hear a bit more');
    await anne.taps(labels.talkAbout);
    await anne.hears('Bram tells you more about this answer, and you listen.');
    await anne.taps(labels.listenApart);
    await bram.hears('Anne would like to hear more from you.');
    await bram.taps(labels.listenNow);
    for (const each of [anne, bram]) await each.taps(labels.readyCalm);
    await bram.hears('It’s about what you wrote:\nthe rain');
    await anne.hears('It’s about what Bram wrote:\nthe rain');
    await bram.hears('The floor is yours.');
    await bram.says('I was soaked, and happy.');
    await bram.taps(labels.listenDone);
    await bram.hears('In 20 seconds');
    await passesHold(sunday);
    await anne.hears('I was soaked, and happy.');
    await anne.taps('I heard you');
    for (const each of [anne, bram]) await each.hears('That was it.');

    await asks(sunday, 'en', mirroring, 'apart');
    await bram.hears('Anne would like to tell you something.');
    await bram.taps(labels.listenNotNow);
    await bram.sees('That’s fine. I won’t mention it.');
    await world.later(20 * hourMs);
    expect(anne.reads()).not.toContain('didn’t happen');
    await world.later(5 * hourMs);
    await anne.hears('The listening round didn’t happen this time');
  });
});
