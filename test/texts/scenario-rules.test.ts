import { describe, expect, test } from 'vitest';
import { answered, asking, inOwnDirectory, options, own, saidAbout } from '../support/own-prompts.js';

inOwnDirectory();

describe('how a prompt should sound is a remark at its line', () => {
  const partner = 'say "je partner" or "your partner", whoever that is';
  test.each<[string, string, readonly string[]]>([
    ['a long question', asking('a'.repeat(281)), ['3: ~ text.nl has 281 characters; at most 280 reads well']],
    [
      'a long label',
      answered('kind: choice', 'options:', ...options('ja', 'zeventien tekens!')),
      [
        '8: ~ answer.options[1].nl has an exclamation mark: say it calmly',
        '8: ~ answer.options[1].nl has 17 characters; at most 16 reads well',
      ],
    ],
    [
      'why',
      asking('Een vraag. Waarom doe je dat?'),
      ['3: ~ text.nl asks why: to a partner that sounds like a reproach; ask what or how'],
    ],
    [
      'why, in English',
      own().replace('nl: Waar kijk je naar uit?', 'nl: Hoezo?\n  en: Why so?'),
      ['4: ~ text.en asks why: to a partner that sounds like a reproach; ask what or how'],
    ],
    [
      'always',
      own('examples:', '- { nl: Zee, en: You never ask. }'),
      ['7: ~ examples[0].en says "never": ask about a moment, not about always or never'],
    ],
    ['a diagnosis', asking('Wanneer ben jij narcistisch?'), ['3: ~ text.nl says "narcistisch": no diagnoses']],
    ['a guess about who', asking('Wat doet hij graag?'), [`3: ~ text.nl says "hij": ${partner}`]],
    ['a guess in another word', asking('Wat doet je man graag?'), [`3: ~ text.nl says "je man": ${partner}`]],
    ['a shout', asking('Vertel!'), ['3: ~ text.nl has an exclamation mark: say it calmly']],
    [
      'a number on a scale',
      answered('kind: scale', 'options:', ...options('"1"', 'veel', 'heel veel')),
      ['7: ~ answer.options[0].nl is not a word: a step is said, not counted'],
    ],
    [
      'a placeholder',
      asking('Wat doet {partner} graag?'),
      ['3: ~ text.nl has {partner}, but nothing is filled in: it would arrive as typed'],
    ],
    [
      'few examples for what returns',
      own('pace: { recurring: true }', 'examples: [{ nl: a }, { nl: b }, { nl: a }]'),
      ['7: ~ examples: a prompt that comes back needs at least 3 different ones'],
    ],
    ['depth without care', own('depth: 3'), ['6: ~ depth 3 needs a safety note']],
    [
      'a note that scolds',
      own('safety:', '  note: { nl: Zeg dat nooit. }'),
      ['7: ~ safety.note.nl says "nooit": ask about a moment, not about always or never'],
    ],
    ['nothing, where a word only looks like one', asking('Wat bewaar je in de schuur, en wat whyski?'), []],
  ])('%s', (_, content, expected) => {
    expect(saidAbout(content)).toEqual(expected);
  });
});
