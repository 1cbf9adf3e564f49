import { describe, expect, it } from 'vitest';
import { en } from '../../src/texts/en/en.js';
import { nl } from '../../src/texts/nl/nl.js';
import { begin, joinInEnglish } from '../support/couple.js';
import { oneBot } from '../support/one-bot.js';
import { askingFirst } from '../support/own-question.js';

const own = `
id: eigen-gevoel
text: { nl: 'Hoe is het met je?', en: 'How are you?' }
answer: { kind: multi, list: feelings, max: 2 }
`;

describe('a prompt of one’s own, answered by tapping', () => {
  const house = oneBot({ flags: askingFirst(own) });

  it('goes from families to words, toggles, and opens in each one’s own language', async () => {
    const { world } = house();
    const anne = await world.person('Anne');
    const carl = await world.person('Carl', { languageCode: 'en' });
    const code = await begin(anne);
    await anne.hears('Hoe is het met je?');
    await joinInEnglish(carl, anne, code);
    await carl.hears('How are you?');

    await anne.taps(/^(blij|Blij)/);
    await anne.taps('dankbaar');
    await anne.hears('ik ben dankbaar');
    await anne.taps('trots');
    await world.until('both on the card', () =>
      anne.messages().some(({ text }) => text.includes('ik ben dankbaar · ik ben trots')) ? true : undefined,
    );
    await anne.taps('hoopvol');
    await anne.isTold('2');
    await anne.taps('✓ trots');
    await world.until('one on the card', () =>
      anne.messages().some(({ text }) => /ik ben dankbaar\n/.test(text)) ? true : undefined,
    );
    await anne.taps(nl.labels.seal);
    await carl.says('fine');
    await carl.hears('fine');
    await carl.taps(en.labels.seal);
    const opened = await carl.hears('How are you?');
    expect(opened.text).toContain('I feel grateful');
    expect(opened.text).not.toContain('proud');
    expect((await anne.hears('Jullie antwoorden zijn open.')).text).toContain('ik ben dankbaar');
  });
});
