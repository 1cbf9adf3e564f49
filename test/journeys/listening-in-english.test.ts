import { describe, expect, it } from 'vitest';
import { en } from '../../src/texts/en.js';
import { answers } from '../support/couple.js';
import { everyTestOnASunday } from '../support/sunday.js';

const { labels } = en;
const minuteMs = 60_000;

describe('listening', () => {
  const sunday = everyTestOnASunday('en');

  it('side by side: nobody types, the bot keeps turns and time, and one tap passes the pen', async () => {
    const { anne, bram, bot, world } = sunday();
    await anne.says('/listen');
    await anne.hears('Just listening');
    await anne.taps(labels.listenLive);
    await bram.hears('Side by side, aloud; I keep the turns and the time.');
    await bram.taps(labels.listenNow);
    await anne.taps(labels.readyCalm);
    await bram.taps(labels.readyHigh);
    await bram.sees('It is hard to listen or talk when you are this tense.');
    await bram.taps(labels.readyAnyway);
    await anne.hears(
      /The floor is yours[\s\S]*Say it aloud\. Tap Done when Bram may go on\.[\s\S]*Until about 12:0\d\./,
    );
    await anne.says('I type');
    await anne.hears('You are side by side: say it aloud.');
    await bram.taps(labels.signalHere);
    await anne.hears('Bram is here.');
    await bot.kill();
    await bot.start();
    await world.later(6 * minuteMs);
    await anne.hears('The time for this part is over.');
    await bram.hears('The time for this part is over.');
    await anne.taps(labels.listenDone);
    await bram.hears('Say one thing back.');
    await bram.taps('I heard you');
    await anne.hears('That was it. Thank you for being there.');
    await bram.hears('That was it. Thank you for being there.');
  });

  it('goes on about an opened answer, with that answer at its start, and nobody notices a no', async () => {
    const { anne, bram, world } = sunday();
    await answers(anne, 'the bridge', 'en');
    await answers(bram, 'the rain', 'en');
    await anne.hears('the rain');
    await anne.taps(labels.tellMore);
    await bram.hears('would like to hear a bit more');
    await anne.taps(labels.talkAbout);
    await anne.hears('Bram tells you more about this answer, and you listen.');
    await anne.taps(labels.listenApart);
    await bram.hears('Anne would like to hear more from you.');
    await bram.taps(labels.listenNotNow);
    await bram.sees('That is fine. I will say nothing about it.');
    const heard = anne.messages().length;
    await world.later(20 * 60 * minuteMs);
    expect(anne.reads()).not.toContain('has passed');
    expect(anne.messages().length).toBeGreaterThanOrEqual(heard);
    await world.later(5 * 60 * minuteMs);
    await anne.hears('Your request to Bram to listen has passed.');
    await anne.says('/listen');
    await anne.hears('Just listening');
  });

  it('mirrors by messages, with a breather inside, names a feeling for oneself, and then writes two letters on the sofa', async () => {
    const { anne, bram, dies, world } = sunday();
    const sends = async (someone: typeof anne, words: string) => {
      await someone.says(words);
      await someone.hears('This is how it reaches');
      await someone.taps(labels.listenDone);
      await someone.hears('In 20 seconds');
      await world.later(21_000);
    };
    await anne.says('/listen');
    await anne.hears('Just listening');
    await anne.taps(labels.listenMenu);
    await anne.taps('Mirror and understand');
    await anne.sees('One of you talks in small parts');
    await anne.taps(labels.listenApart);
    await bram.taps(labels.listenNow);
    await anne.taps(labels.readyCalm);
    await bram.taps(labels.readyCalm);
    await anne.hears('Tell one thing');
    await sends(anne, 'I miss our evenings.');
    await bram.hears('I miss our evenings.');
    await bram.hears('Say back in your own words');
    await bram.says('/breather');
    await anne.hears('Bram is taking a breather');
    await world.later(31 * minuteMs);
    await anne.hears('The time is up.');
    await bram.hears('The time is up.');
    await anne.taps(labels.breathBack);
    await bram.taps(labels.breathBack);
    await anne.taps(labels.talkNow);
    await bram.taps(labels.talkNow);
    await bram.hears('Say back in your own words');
    await sends(bram, 'You miss being together at night.');
    await anne.hears('Is that what you meant?');
    await anne.taps('Yes, that was it');
    await bram.hears('seen through the eyes of Anne');
    await sends(bram, 'That makes sense to me.');
    await bram.hears('How do you imagine Anne feels?');
    await sends(bram, 'a bit lost');
    await anne.hears('How does that land?');
    await anne.taps('That touches me');
    await anne.hears('Would you like to change places');
    await bram.hears('Would you like to change places');
    await anne.taps(labels.swapNo);
    await bram.taps(labels.swapNow);
    await anne.hears('That was it.');
    await bram.hears('That was it.');
    await anne.taps(labels.listenMore);
    await anne.taps(labels.listenFeelings);
    await anne.taps('happy');
    await anne.taps('grateful');
    await anne.sees('Grateful. Only you see it, and I do not keep it.');

    await anne.says('/listen');
    await anne.hears('Just listening');
    await anne.taps(labels.listenMenu);
    await anne.taps('Two letters');
    await anne.sees('Each of you writes a short letter');
    await anne.taps(labels.listenLive);
    await bram.hears('would like to write and talk with you. Side by side');
    await bram.taps(labels.listenNow);
    await anne.taps(labels.readyCalm);
    await bram.taps(labels.readyCalm);
    for (const writer of [anne, bram])
      await writer.hears(/On paper, each for yourself\. Then tap Done\.\n+Until about/);
    await anne.taps(labels.listenDone);
    await anne.hears('It goes on as soon as Bram is done too.');
    await dies();
    await bram.taps(labels.listenDone);
    for (const reader of [anne, bram]) await reader.hears('Read them twice, in silence.');
    await world.later(11 * minuteMs);
    for (const reader of [anne, bram]) {
      await reader.hears('The time for this part is over.');
      await reader.taps(labels.listenDone);
    }
    for (const reader of [anne, bram]) await reader.hears('That was it.');
    expect(bram.reads()).not.toContain('Grateful');
  });
});
