import { describe, expect, it } from 'vitest';
import { en } from '../../src/texts/en/en.js';
import { nl } from '../../src/texts/nl/nl.js';
import { begin, joinInEnglish } from '../support/couple.js';
import { oneBot } from '../support/one-bot.js';
import { askingFirst } from '../support/own-question.js';
import type { Someone } from '../support/world.js';

const own = `
schema: 2
id: ons-blad
title: { nl: Ons blad, en: Our sheet }
visibility: choose
patience_days: 30
text: { nl: 'Negen zinnen over nu.', en: 'Nine lines about now.' }
answer:
  kind: sheet
  themes_open: 2
  rows_shown: 2
  scale:
    - { id: niet, nl: nu niet, en: not now }
    - { id: vaak, nl: meestal wel, en: mostly }
    - { id: helemaal, nl: helemaal, en: completely }
  themes:
    - id: plezier
      nl: Plezier
      en: Fun
      rows:
        - { id: klein, nl: 'Zin klein.', en: 'Line klein.' }
        - { id: gek, nl: 'Zin gek.', en: 'Line gek.' }
        - { id: zin-plezier, stem: true, nl: 'Van plezier geniet ik als …', en: 'I enjoy plezier when …' }
    - id: eerlijk
      nl: Eerlijk
      en: Honest
      rows:
        - { id: mezelf, nl: 'Zin mezelf.', en: 'Line mezelf.' }
        - { id: durf, nl: 'Zin durf.', en: 'Line durf.' }
        - { id: zin-eerlijk, stem: true, nl: 'Van eerlijk geniet ik als …', en: 'I enjoy eerlijk when …' }
    - id: later
      nl: Later
      en: Later on
      rows:
        - { id: beeld, nl: 'Zin beeld.', en: 'Line beeld.' }
        - { id: thuis, nl: 'Zin thuis.', en: 'Line thuis.' }
        - { id: zin-later, stem: true, nl: 'Van later geniet ik als …', en: 'I enjoy later when …' }
after: { picture: { draw: words } }
`;

describe('a sheet of rows', () => {
  const house = oneBot({ flags: askingFirst(own) });

  it('is filled in alone, in one message, over a crash; and opens theme by theme, only what both chose', async () => {
    const { world, dies } = house();
    const anne = await world.person('Anne');
    const carl = await world.person('Carl', { languageCode: 'en' });
    const code = await begin(anne);
    await joinInEnglish(carl, anne, code);
    await carl.hears('Nine lines about now.');

    const chooses = async (who: Someone, theme: string) => {
      await who.taps(theme);
      await world.until(`a mark on ${theme}`, () =>
        who.messages().some(({ keyboard }) => keyboard.flat().some(({ text }) => text === `✓ ${theme}`))
          ? true
          : undefined,
      );
    };
    const fills = async (who: Someone, labels: typeof nl.labels, line: string, words: readonly [string, string]) => {
      await who.taps(labels.fillIn);
      for (const [first, second, theme] of [
        ['klein', 'gek', 'plezier'],
        ['mezelf', 'durf', 'eerlijk'],
        ['beeld', 'thuis', 'later'],
      ] as const) {
        await who.sees(`${line} ${first}.`);
        await who.taps(words[0]);
        await who.sees(`${line} ${second}.`);
        await who.taps(words[1]);
        await who.sees(labels === nl.labels ? `Van ${theme}` : `I enjoy ${theme}`);
        if (theme === 'plezier') await dies();
        await who.says(`bij ${theme} iets van ${who === anne ? 'mij' : 'me'}`);
      }
    };
    await fills(anne, nl.labels, 'Zin', ['meestal wel', 'helemaal']);
    await anne.hears('Welke thema’s mogen open, als Carl ze ook opent? Kies er twee.');
    await chooses(anne, 'Plezier');
    await chooses(anne, 'Later');
    await anne.taps(nl.labels.sealChosen);
    await anne.sees('Verzegeld.');
    await fills(carl, en.labels, 'Line', ['mostly', 'not now']);
    await carl.hears('Which themes may open, if Anne opens them too? Choose two.');
    await chooses(carl, 'Fun');
    await chooses(carl, 'Later on');
    await carl.taps(en.labels.sealChosen);

    await anne.hears('Ons blad: open.');
    await carl.hears('Our sheet: open.');
    for (const [who, words, other] of [
      [anne, 'Jij: meestal wel', 'Carl: meestal wel'],
      [carl, 'You: mostly', 'Anne: mostly'],
    ] as const) {
      const page = await who.hears(words);
      expect(page.text).toContain(other);
      expect(page.text).not.toMatch(/eerlijk|mezelf/i);
      expect(page.media).toMatchObject({ kind: 'photo', isCovered: true });
      expect(page.isProtected).toBe(true);
    }
    await anne.taps('›');
    await anne.sees('Zin beeld.');
    const leafed = anne.messages().filter(({ media }) => media?.kind === 'photo');
    expect(leafed.map(({ text }) => text.split('\n')[0])).toEqual(['Later']);
    await anne.taps(nl.labels.talkAbout);
    await anne.hears('Zal ik het Carl vragen?');
  });
});
