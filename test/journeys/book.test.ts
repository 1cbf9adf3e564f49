import { describe, expect, it } from 'vitest';
import { en } from '../../src/texts/en/en.js';
import { nl } from '../../src/texts/nl/nl.js';
import { answers, pair } from '../support/couple.js';
import { oneBot } from '../support/one-bot.js';

describe('the book', () => {
  const house = oneBot();

  it('is leafed through by one, kept by both and taken out by one, in Dutch', async () => {
    const { world, dies } = house();
    const { anne, bram } = await pair(world);
    await answers(anne, 'De boot naar Texel.');
    await answers(bram, 'Je lach op het dek.');
    await anne.hears('Jullie antwoorden zijn open.');
    await bram.hears('Jullie antwoorden zijn open.');

    await anne.says('/boek');
    await anne.hears('Je partner ziet niet dat je bladert.');
    await anne.taps(nl.labels.leaf);
    const page = await anne.sees(
      /^zondag 22 november[\s\S]*Jij\nDe boot naar Texel\.[\s\S]*Bram\nJe lach op het dek\./,
    );
    expect(page.isProtected).toBe(true);
    expect(page.entities.filter(({ type }) => type === 'spoiler')).toHaveLength(2);
    await anne.taps(nl.labels.keepPage);
    await anne.isTold('Dat blijft onder ons.');
    expect(bram.reads()).not.toContain('bewaren');

    await dies();
    await bram.says('/boek');
    await bram.taps(nl.labels.leaf);
    await bram.sees(/^zondag 22 november[\s\S]*Jij\nJe lach op het dek\./);
    await bram.taps(nl.labels.keepPage);
    await anne.hears('Jullie willen dit allebei bewaren');
    await bram.hears('Jullie willen dit allebei bewaren');

    await bram.taps(nl.labels.removePage);
    await bram.sees('Anne krijgt geen bericht, maar kan het merken.');
    await bram.taps(nl.labels.removePageNow);
    await bram.sees('Het is nog leeg.');
    await anne.taps(nl.labels.talkAbout);
    await anne.isTold('Deze bladzijde is er niet meer.');
    await anne.sees('Het is nog leeg.');
  });

  it('says the same in English', async () => {
    const { world } = house();
    const { anne, bram } = await pair(world, { languageCode: 'en' }, { languageCode: 'en' }, 'en');
    await answers(anne, 'The ferry to Texel.', 'en');
    await answers(bram, 'Your laugh on deck.', 'en');
    await anne.hears('Your answers are open.');
    await anne.says('/book');
    await anne.hears('Your partner doesn’t see you leafing.');
    await anne.taps(en.labels.leaf);
    await anne.sees(/^Sunday,? 22 November[\s\S]*You\nThe ferry to Texel\.[\s\S]*Bram\nYour laugh on deck\./);
    await anne.taps(en.labels.keepPage);
    await anne.isTold('That stays between us.');
    await anne.taps(en.labels.removePage);
    await anne.sees('Bram gets no message, but may notice.');
    await anne.taps(en.labels.neverMind);
    await anne.sees(/^Sunday,? 22 November[\s\S]*You\nThe ferry to Texel\./);
  });
});
