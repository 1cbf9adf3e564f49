import { describe, expect, it } from 'vitest';
import { en } from '../../src/texts/en/en.js';
import { nl } from '../../src/texts/nl/nl.js';
import { everyTestOnASunday } from '../support/sunday.js';

const secondMs = 1000;
const dayMs = 24 * 3_600_000;

describe('een kaartje', () => {
  const sunday = everyTestOnASunday('nl');

  it('is written gap by gap, taken back, given and thanked for; the next day one that is not wanted looks the same', async () => {
    const { anne, bram, world } = sunday();
    const { labels } = nl;
    await anne.says('/waardeer');
    const asked = await anne.hears('Wat merkte je de laatste tijd op aan Bram?');
    expect(asked.text).toContain('«Ik merk dat jij …»\n«Dat waardeer ik, want …»');
    expect(asked.text).toContain('bewaar ik net als een antwoord dat open is');
    await anne.says('zingt in de keuken');
    await anne.hears('Nu deze: «Dat waardeer ik, want …» Zo laten mag ook.');
    await anne.says('dan weet ik dat je thuis bent');
    const draft = await anne.hears('Zo komt het aan bij Bram:');
    expect(draft.text).toContain(
      'Ik merk dat jij zingt in de keuken\nDat waardeer ik, want dan weet ik dat je thuis bent',
    );
    await anne.taps(labels.give);
    await anne.sees('Over 20 seconden is het bij Bram.');
    await anne.taps(labels.withdraw);
    await anne.sees('Zo komt het aan bij Bram:');
    await world.later(60 * secondMs);
    expect(bram.reads()).not.toContain('zingt');

    await anne.taps(labels.give);
    await anne.sees('Over 20 seconden is het bij Bram.');
    await world.later(21 * secondMs);
    const came = await bram.hears('Een kaartje van Anne.');
    expect(came.text).toContain('Anne merkte iets op aan jou.');
    expect(came.text).toContain('zingt in de keuken');
    expect(came.isProtected).toBe(true);
    expect(came.entities.filter(({ type }) => type === 'spoiler')).toHaveLength(2);
    await anne.sees('Gegeven.');
    await bram.taps(labels.thank);
    await bram.isTold('Doorgegeven aan Anne.');
    await anne.hears('❤️ Bram dankt je voor je kaartje.');
    await anne.says('/waardeer');
    await anne.hears('Vandaag gaf je er al een. Morgen kan het weer.');

    await bram.says('/instellingen');
    await bram.hears('Kaartjes: aan');
    await bram.taps(labels.postcardsOff);
    await bram.sees('je krijgt geen kaartjes. Je partner merkt daar niets van.');
    await world.later(dayMs);
    await anne.says('/waardeer');
    await anne.hears('Wat merkte je de laatste tijd op aan Bram?');
    await anne.taps(labels.else);
    await anne.taps('Een aanbod');
    await anne.sees('Wat zou je Bram uit handen kunnen nemen');
    await anne.says('de ramen lappen');
    await anne.hears('Zal ik deze week de ramen lappen');
    await anne.taps(labels.give);
    await world.later(21 * secondMs);
    await world.until('both to be given', () =>
      anne.messages().filter(({ text }) => text === 'Gegeven.').length === 2 ? true : undefined,
    );
    expect(bram.reads()).not.toContain('ramen');

    await anne.says('/boek');
    await anne.hears('Jullie boek.');
    await anne.taps(labels.leaf);
    await anne.sees('de ramen lappen');
  });
});

describe('a card', () => {
  const sunday = everyTestOnASunday('en');

  it('that asks why is asked about once; a question is answered with words, and a breather hands one back', async () => {
    const { anne, bram, world } = sunday();
    const { labels } = en;
    await anne.says('/appreciate');
    await anne.hears('What did you notice about Bram lately?');
    await anne.taps(labels.else);
    await anne.taps('A question');
    await anne.sees('What would you like to know about Bram');
    await anne.says('Why did you go so early?');
    await anne.hears('This is how it’ll reach Bram:');
    await anne.hears('A question with “how” or “what” is easier to answer.');
    await anne.taps(labels.rewrite);
    await anne.sees('What would you like to know about Bram');
    await anne.says('What was it like to walk in there again?');
    await anne.hears('This is how it’ll reach Bram:');
    await anne.taps(labels.give);
    await anne.sees('It’ll be with Bram in 20 seconds.');
    await bram.says('/breather');
    await anne.sees('It’s a breather. Your card is still with you.');
    await world.later(26 * 3_600_000);
    await anne.says('/appreciate');
    await anne.hears('This is how it’ll reach Bram:');
    await anne.taps(labels.give);
    await world.later(21 * secondMs);
    const came = await bram.hears('A card from Anne.');
    expect(came.text).toContain('Anne is curious.');
    expect(came.text).not.toContain('Why');
    await bram.taps('I’ll tell you…');
    await bram.hears('Add your own words');
    await bram.says('Smaller than I remembered.');
    await bram.hears('Send it to Anne like this?');
    await bram.taps(labels.sendReaction);
    const reply = await anne.hears('Bram answers your card:');
    expect(reply.text).toContain('Smaller than I remembered.');
    for (const reader of [anne, bram]) expect(reader.reads()).not.toMatch(/\b(kaartje|jullie|Gegeven)\b/u);
  });
});
