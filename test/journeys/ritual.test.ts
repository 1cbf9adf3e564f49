import { describe, expect, it } from 'vitest';
import { en } from '../../src/texts/en/en.js';
import { nl } from '../../src/texts/nl/nl.js';
import { begin, join as joins } from '../support/couple.js';
import { oneBot } from '../support/one-bot.js';
import { askingFirst } from '../support/own-question.js';
import type { Someone } from '../support/world.js';

/** Something that two people do again and again: what both tapped, what both said yes to, and one message on the day. */

const own = `
schema: 2
kind: path
id: ons
title: { nl: Van ons, en: Ours }
steps:
  - id: wandelen
    title: { nl: Wandelen, en: Walking }
    visibility: overlap
    text: { nl: 'Wanneer wil jij wandelen?', en: 'When would you like to walk?' }
    answer: { kind: multi, list: moments, max: 4 }
    after:
      ritual:
        every: week
        reminder: { nl: 'Vandaag: jullie rondje.', en: 'Today: your walk.' }
        ideas:
          - { nl: 'langs het water.', en: 'along the water.' }
  - id: daarna
    title: { nl: Daarna, en: After that }
    text: { nl: 'En dan?', en: 'And then?' }
    answer: { kind: text }
`;

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

describe('a moment that becomes theirs', () => {
  const house = oneBot({ flags: askingFirst(own) });

  async function taps(who: Someone, ...buttons: readonly (string | RegExp)[]): Promise<void> {
    for (const button of buttons) await who.taps(button);
  }

  it('is what both tapped and both want; each is reminded, and one switches that off, in Dutch', async () => {
    const { world, dies } = house();
    await world.toSundayNoon();
    const anne = await world.person('Anne');
    const bram = await world.person('Bram');
    await joins(bram, await begin(anne));
    for (const each of [anne, bram]) await each.hears('Tik er hoogstens vier aan.');

    await taps(anne, 'zaterdag', 'za middag', 'za ochtend');
    await anne.sees('Dit tikte je aan:\nzaterdagmiddag · zaterdagochtend');
    await anne.taps(nl.labels.seal);
    await anne.sees('Verzegeld. Over een paar dagen, op een vast moment, lees je wat jullie allebei aantikten.');
    expect(anne.reads()).not.toContain('terugnemen');
    await anne.says('toch liever zondag');
    await anne.hears('één keer');
    await dies();
    await taps(bram, 'zaterdag', 'za middag', '‹ Terug', 'zondag', 'zo avond');
    await bram.sees('Dit tikte je aan:\nzaterdagmiddag · zondagavond');
    await bram.taps(nl.labels.seal);
    await bram.sees('Verzegeld.');
    expect(anne.reads()).not.toContain('allebei aan:');

    // Monday finds it too young; Wednesday opens it.
    await world.later(4 * dayMs);
    for (const each of [anne, bram]) {
      const opened = await each.hears('Dit tikten jullie allebei aan:\nzaterdagmiddag\n');
      expect(opened.text).toContain('Wat hier niet staat, zegt niets.');
      expect(opened.text).not.toContain('ochtend');
      expect(opened.isProtected).toBe(true);
      expect(opened.entities.map(({ type }) => type)).toContain('spoiler');
    }
    await anne.taps(nl.labels.ritualYes);
    await anne.isTold('Wil je partner dat ook, dan hoor je het.');
    expect(bram.reads()).not.toContain('Zo doen jullie het');
    await bram.taps(nl.labels.ritualYes);
    for (const each of [anne, bram]) await each.hears('Zo doen jullie het: Wandelen, elke zaterdagmiddag.');

    // From Thursday to Saturday, at three.
    await world.later(2 * dayMs + 3 * hourMs);
    for (const each of [anne, bram]) {
      const reminder = await each.hears('Vandaag: jullie rondje.\n\nEen idee: langs het water.');
      expect(reminder.keyboard).toEqual([]);
    }

    await bram.says('/boek');
    await taps(bram, nl.labels.leafKept);
    await bram.sees('Jullie vaste moment. Op de dag zelf krijg je een berichtje.');
    await bram.taps(nl.labels.ritualQuiet);
    await bram.sees('Jij krijgt er geen berichtje over.');
    await world.later(7 * dayMs);
    await anne.hears('Vandaag: jullie rondje.');
    expect(bram.reads().split('Vandaag: jullie rondje.')).toHaveLength(2);
  });

  it('is nothing at all where they tapped nothing of the same, in English', async () => {
    const { world } = house();
    await world.toSundayNoon();
    const carl = await world.person('Carl', { languageCode: 'en' });
    const dora = await world.person('Dora', { languageCode: 'en' });
    await joins(dora, await begin(carl, 'en'), 'en');
    for (const each of [carl, dora]) await each.hears('Tap four at most. Only what you both tap comes up.');
    await taps(carl, 'Saturday', 'Sat afternoon');
    await carl.sees('This is what you tapped:\nSaturday afternoon');
    await carl.taps(en.labels.seal);
    await carl.sees('Sealed.');
    await taps(dora, 'Sunday', 'Sun evening');
    await dora.sees('This is what you tapped:\nSunday evening');
    await dora.taps(en.labels.seal);
    await dora.sees('Sealed.');
    await world.later(4 * dayMs);
    for (const each of [carl, dora]) {
      await each.hears('Your answer didn’t open.');
      expect(each.reads()).not.toContain('You both tapped');
      await each.hears('And then?');
    }
  });
});
