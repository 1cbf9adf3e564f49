import { describe, expect, it } from 'vitest';
import { en } from '../../src/texts/en/en.js';
import { nl } from '../../src/texts/nl/nl.js';
import { answers, begin, joinInEnglish } from '../support/couple.js';
import { oneBot } from '../support/one-bot.js';
import { askingFirst } from '../support/own-question.js';

const own = `
schema: 2
id: een-verzoek
text: { nl: 'Wat zou je graag willen, deze week?', en: 'What would you like, this week?' }
answer: { kind: text }
after:
  replies:
    - { id: graag, nl: Dat doe ik graag, en: Happy to }
    - { id: deel, nl: Een deel…, en: Part of it…, words: 60 }
    - { id: anders, nl: Nu liever niet, en: Rather not now }
`;

describe('a question of one’s own that brings replies', () => {
  const house = oneBot({ flags: askingFirst(own) });

  it('is replied to with a tap by one, and with words by the other, each in their own language', async () => {
    const { world, dies } = house();
    const anne = await world.person('Anne');
    const carl = await world.person('Carl', { languageCode: 'en' });
    const code = await begin(anne);
    await joinInEnglish(carl, anne, code);
    await carl.hears('What would you like');
    await answers(anne, 'Een avond samen koken.');
    await answers(carl, 'A quiet Sunday.', 'en');
    const opened = await anne.hears('Jullie antwoorden zijn open.');
    const labels = opened.keyboard.map((row) => row.map(({ text }) => text));
    expect(labels).toEqual([
      ['Dat doe ik graag', 'Een deel…', 'Nu liever niet'],
      [nl.labels.thank, nl.labels.askBreather, nl.labels.moreWays],
    ]);

    await anne.taps('Dat doe ik graag');
    await anne.isTold('Gestuurd naar Carl.');
    const reply = await carl.hears('Anne replies:');
    expect(reply.text).toBe('Anne replies:\nHappy to');
    expect(reply.isProtected).toBe(true);
    expect(reply.entities.map(({ type }) => type)).toContain('spoiler');

    await carl.taps('Part of it…');
    await carl.hears('Add your own words');
    await carl.says('x'.repeat(61));
    await carl.hears('60');
    await carl.says('I can cook on Thursday.');
    await carl.hears('Send it to Anne like this?');
    await dies();
    expect(anne.reads()).not.toContain('Thursday');
    await carl.taps(en.labels.sendReaction);
    const words = await anne.hears('Carl antwoordt:');
    expect(words.text).toBe('Carl antwoordt:\nEen deel\nI can cook on Thursday.');
    expect(words.entities.filter(({ type }) => type === 'spoiler')).toHaveLength(2);
  });
});
