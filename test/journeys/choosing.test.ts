import { describe, expect, it } from 'vitest';
import { en } from '../../src/texts/en/en.js';
import { nl } from '../../src/texts/nl/nl.js';
import { begin, joinInEnglish } from '../support/couple.js';
import { oneBot } from '../support/one-bot.js';
import { askingFirst } from '../support/own-question.js';
import type { Someone } from '../support/world.js';

const own = `
schema: 2
id: van-binnen
visibility: choose
text: { nl: 'Denk aan een lastig moment. Hoe was het vanbinnen?', en: 'Think of a hard moment. How was it inside?' }
answer:
  kind: stem
  lines:
    - { id: vanbinnen, nl: 'Vanbinnen was ik …', en: 'Inside, I was …' }
    - { id: nodig, nl: 'Wat ik nodig had, was …', en: 'What I needed was …' }
`;

describe('a question that is answered for oneself first', () => {
  const house = oneBot({ flags: askingFirst(own) });

  it('opens what each tapped, in each one’s language; a crash, a kept answer and an edit bring nothing else', async () => {
    const { world, dies } = house();
    const { labels } = nl;
    const anne = await world.person('Anne');
    const carl = await world.person('Carl', { languageCode: 'en' });
    const code = await begin(anne);
    await joinInEnglish(carl, anne, code);
    await carl.hears('Just for yourself, to begin with.');

    const marked = (someone: Someone, label: string) =>
      world.until(label, () =>
        someone.messages().some(({ keyboard }) => keyboard.flat().some(({ text }) => text === label))
          ? true
          : undefined,
      );
    const first = await anne.says('vooral moe van alles');
    await anne.hears('① Vanbinnen was ik vooral moe van alles');
    await anne.says('een arm om mij heen');
    await anne.hears('② Wat ik nodig had, was een arm om mij heen');
    await anne.taps(labels.sealChosen);
    await anne.isTold('Tik eerst aan');
    await anne.taps('②');
    await marked(anne, '✓ ②');
    await dies();
    await anne.taps(labels.sealChosen);
    // The card itself becomes the sealed one.
    const sealed = () =>
      world.until('the sealed card', () =>
        anne.messages().find(({ from, text }) => from === 'bot' && text.startsWith('Verzegeld.')),
      );
    expect((await sealed()).text).not.toContain('moe');

    // What was erased has nothing left that an edit could change.
    await anne.edits(first, 'vooral boos op jou');
    await anne.says('/intrek');
    await anne.hears('Dit staat er nu.');
    await anne.taps(labels.sealChosen);
    await sealed();

    await carl.says('lonely in the kitchen');
    await carl.hears('① Inside, I was lonely in the kitchen');
    await carl.taps(en.labels.keepToMyself);
    await carl.hears('All right, it stays with you.');
    await carl.says('worried about the money');
    await carl.hears('① Inside, I was worried about the money');
    await carl.taps('①');
    await marked(carl, '✓ ①');
    await carl.taps(en.labels.sealChosen);

    const opened = await carl.hears('Your answers are open.');
    expect(opened.text).toContain('What I needed was een arm om mij heen');
    expect(opened.text).not.toMatch(/moe|boos/);
    expect((await anne.hears('Jullie antwoorden zijn open.')).text).toContain(
      'Vanbinnen was ik worried about the money',
    );
    expect(anne.reads()).not.toContain('lonely');
    expect(carl.reads()).not.toMatch(/moe van alles|boos/);
  });
});
