import { describe, expect, it } from 'vitest';
import { en } from '../../src/texts/en/en.js';
import { answers, begin, joinInEnglish } from '../support/couple.js';
import { oneBot } from '../support/one-bot.js';
import { askingFirst } from '../support/own-question.js';

const own = `
schema: 2
id: ons-kringetje
safety: { note: { nl: 'Is er angst of geweld, dan is dit geen kringetje. Zie /hulp.', en: 'If there is fear or violence, this is no loop. See /helplines.' } }
text: { nl: 'Maak de zin af.', en: 'Finish the sentence.' }
answer:
  kind: stem
  lines:
    - { id: zin, nl: 'Als jij …, dan …', en: 'When you …, I …', max: 90 }
after: { picture: { draw: loop } }
`;

describe('a question of one’s own that ends with a drawing', () => {
  const house = oneBot({ flags: askingFirst(own) });

  it('sends both the same two sentences as a picture, covered and protected, each in their own language', async () => {
    const { world } = house();
    const anne = await world.person('Anne');
    const carl = await world.person('Carl', { languageCode: 'en' });
    const code = await begin(anne);
    await joinInEnglish(carl, anne, code);
    await carl.hears('Finish the sentence.');
    await anne.says('stil wordt');
    await anne.hears('Nu het tweede stuk.');
    await answers(anne, 'ga ik harder praten');
    await carl.says('When you raise your voice, I look at my shoes');
    await carl.hears('If you seal it');
    await carl.taps(en.labels.seal);
    await anne.hears('Jullie antwoorden zijn open.');
    for (const [reader, caption] of [
      [anne, 'Jullie kringetje.'],
      [carl, 'Your loop.'],
    ] as const) {
      const { media, isProtected, isSilent } = await reader.hears(caption);
      expect(media).toMatchObject({ kind: 'photo', isCovered: true });
      expect([isProtected, isSilent]).toEqual([true, true]);
    }
  });
});
