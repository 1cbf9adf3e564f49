import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '../../src/texts/en/en.js';
import { nl } from '../../src/texts/nl/nl.js';
import { begin, join as joins, type Pair } from '../support/couple.js';
import { oneBot } from '../support/one-bot.js';
import type { World } from '../support/world.js';

/** An agreement that both keep, and that is asked after again; one of an author's own, asked after a day later. */

const file = join(import.meta.dirname, '..', 'texts', 'fixtures', 'ons-teken.yaml');

describe('an agreement', () => {
  const house = oneBot({ flags: () => ['--scenario', file] });

  it('is kept by both, asked after at their own moment, changed, and let go', async () => {
    const { world, dies } = house();
    const { anne, bram } = await agreed(world, 'nl', ['een theepot tekenen', 'met een vlag zwaaien']);
    const both = [anne, bram];

    await world.toTheNextQuestion();
    for (const each of both) {
      const asked = await each.hears('Hoe gaat het nu met wat jullie afspraken?');
      expect(asked.text).toMatch(/^Jullie spraken af:\nJij Ons teken wordt: [^\n]+\n(Anne|Bram) Ons teken wordt: /);
      expect(asked.isProtected).toBe(true);
    }
    await anne.taps('Aanpassen');
    await anne.taps(nl.labels.seal);
    await anne.hears(/^Verzegeld/);
    expect(bram.reads()).not.toContain('Ik wil dit aanpassen.');
    await dies();
    await bram.taps('Houden');
    await bram.taps(nl.labels.seal);
    for (const each of both) {
      await each.hears('Ik wil dit aanpassen.');
      await each.hears('de vraag komt terug op jullie volgende vaste moment');
    }

    await world.toTheNextQuestion();
    for (const each of both)
      await each.hears(/^Jullie spraken af:\n[\s\S]*theepot[\s\S]*Welk gebaar zegt tussen jullie/);
    await anne.says('twee keer knipogen');
    await anne.sees('twee keer knipogen');
    await anne.taps(nl.labels.seal);
    await bram.says('even naar buiten wijzen');
    await bram.sees('even naar buiten wijzen');
    await bram.taps(nl.labels.seal);
    await keeps(world, anne, 'nl');
    await keeps(world, bram, 'nl');
    for (const each of both) await each.hears('Jullie willen dit allebei bewaren');

    await world.toTheNextQuestion();
    for (const each of both) {
      const asked = await each.hears('Hoe gaat het nu met wat jullie afspraken?');
      expect(asked.text).toContain('knipogen');
      expect(asked.text).not.toContain('theepot');
      await each.taps('Loslaten');
      await each.taps(nl.labels.seal);
    }
    for (const each of both) await each.hears('Jullie laten deze afspraak allebei los.');
    await anne.says('/boek');
    await anne.taps(nl.labels.leafKept);
    await anne.sees('Er is nog niets bewaard.');
  });

  it('says the same in English', async () => {
    const { world } = house();
    const { anne, bram } = await agreed(world, 'en', ['drawing a teapot', 'waving a flag']);
    await world.toTheNextQuestion();
    for (const each of [anne, bram]) {
      const asked = await each.hears('How is it going now with what you agreed?');
      expect(asked.text).toMatch(/^You agreed:\nYou Our sign will be: /);
      await each.taps('Let it go');
      await each.taps(en.labels.seal);
    }
    for (const each of [anne, bram]) await each.hears('You’re both letting go of this agreement.');
  });
});

/** Both answered the first question, and both keep it. */
async function agreed(world: World, languageCode: 'nl' | 'en', signs: readonly [string, string]): Promise<Pair> {
  const [anne, bram] = [await world.person('Anne', { languageCode }), await world.person('Bram', { languageCode })];
  await joins(bram, await begin(anne, languageCode), languageCode);
  for (const [each, sign] of [
    [anne, signs[0]],
    [bram, signs[1]],
  ] as const) {
    await each.says(sign);
    await each.sees(sign);
    await each.taps((languageCode === 'nl' ? nl : en).labels.seal);
  }
  for (const each of [anne, bram]) await keeps(world, each, languageCode);
  const kept = languageCode === 'nl' ? 'Jullie willen dit allebei bewaren' : 'You both want to keep this';
  for (const each of [anne, bram]) await each.hears(kept);
  return { anne, bram };
}

async function keeps(world: World, someone: Pair['anne'], language: 'nl' | 'en'): Promise<void> {
  const { labels } = language === 'nl' ? nl : en;
  const { messageId } = await someone.hears(language === 'nl' ? 'Kies er samen één.' : 'Choose one together.');
  await someone.taps(labels.moreWays);
  await someone.presses(
    await world.until(`${labels.keepPage} under what opened last`, () => {
      const opened = someone.messages().find((message) => message.messageId === messageId);
      const button = opened?.keyboard.flat().find(({ text }) => text === labels.keepPage);
      return button?.callbackData === undefined ? undefined : { messageId, callbackData: button.callbackData };
    }),
  );
}
