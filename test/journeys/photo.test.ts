import { describe, expect, it } from 'vitest';
import { nl } from '../../src/texts/nl/nl.js';
import { everyTestOnASunday } from '../support/sunday.js';

describe('a photo in an answer', () => {
  const sunday = everyTestOnASunday('nl');

  it('waits for a first yes, stands with its words, is one at most, and opens under a cover', async () => {
    const { anne, bram, world } = sunday();
    const { labels } = nl;
    await anne.sends({ photo: { caption: 'de zee, vanmorgen' } });
    await anne.hears('Je stuurde een foto.');
    expect(anne.reads()).not.toContain('Zo krijgt je partner het straks te lezen');
    await anne.taps(labels.allowPhoto);
    const draft = await anne.hears('Zo krijgt je partner het straks te lezen:');
    expect(draft.text).toContain('de zee, vanmorgen');
    expect(draft.text).toContain('(foto)');
    await anne.sends({ photo: { caption: 'nog een' } });
    await anne.hears('Er zit al een foto bij dit antwoord; eentje kan mee.');
    await anne.taps(labels.seal);
    await bram.says('Gewoon hier, met koffie.');
    await bram.hears('Zo krijgt je partner het straks te lezen:');
    await bram.taps(labels.seal);
    const opened = await bram.hears('Jullie antwoorden zijn open.');
    expect(opened.text).toContain('de zee, vanmorgen');
    expect(opened.text).not.toContain('nog een');
    const photo = await world.until('the photo to arrive', () =>
      bram.messages().findLast(({ from, media }) => from === 'bot' && media?.kind === 'photo'),
    );
    expect(photo).toMatchObject({ isProtected: true, media: { isCovered: true } });
    expect(photo.text).not.toContain('vanmorgen');
  });
});
