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
  }, 120_000);

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
  }, 120_000);
});
