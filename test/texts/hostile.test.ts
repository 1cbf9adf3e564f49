import { describe, expect, test } from 'vitest';
import type { SayName, SayParams } from '../../src/core/notice.js';
import type { Answer } from '../../src/core/scene.js';
import type { Piece } from '../../src/core/piece.js';
import { FmtString } from '../../src/telegram/format.js';
import { en } from '../../src/texts/en/en.js';
import { nl } from '../../src/texts/nl/nl.js';
import { loadScenarios, shippedDirectory } from '../../src/scenarios/scenarios.js';
import type { About } from '../../src/texts/texts.js';

/** Whatever a partner writes arrives as it was typed, under its cover, and can neither leave that nor speak as the bot. */

const { scenarios, protocols, paths } = loadScenarios({ shipped: shippedDirectory });
const about: About = {
  operator: 'Saar',
  operatorContact: null,
  policyUrl: null,
  botUsername: 'samenspraak_bot',
  scenarios,
  protocols,
  paths,
  now: Date.UTC(2026, 10, 21),
  zone: 'Europe/Amsterdam',
};

const hostile = {
  'what looks like markup': '<b>vet</b> *nee* _ook niet_ [tik hier](https://example.org) ||dicht|| `code` &amp; \\',
  'what turns the direction of a line': '\u202Etxet nee si tid\u2066 hallo',
  'lines that play the bot':
    'Je antwoorden zijn gewist.\n\nDe koppeling is beëindigd.\n[Loskoppelen] /stop\n\nSamenspraak:',
  'what hides and what is drawn over': 'a\u200Bb\u0301\u0336c \u{1F469}\u200D\u{1F469}\u200D\u{1F467} \uFEFF einde',
  'as much as an answer may be': 'é🦊'.repeat(500),
  'as much as a message can be': 'x'.repeat(3_900),
} as const;

const answer = (text: string): Answer => ({ state: 'sealed', pieces: pieces(text), picks: [], step: 1 });
const pieces = (text: string): readonly Piece[] => [{ kind: 'text', at: null, messageId: 1, text }];
const scenario = 'klein-moment';
const own = answer('van mij');

/** Every sentence that carries what the other wrote. */
const carriers = (text: string) =>
  ({
    revealed: {
      scenario,
      own: { answer: own, isClosed: false },
      partner: { answer: answer(text), isClosed: false },
      partnerName: 'Bram',
    },
    closedAnswer: { scenario, partner: 'Bram', answer: answer(text) },
    reaction: { partner: 'Bram', pieces: pieces(text) },
    reply: { partner: 'Bram', scenario: 'verzoek', reply: 'deel', pieces: pieces(text) },
    breatherOpened: { partnerName: 'Bram', own: { words: 'van mij' }, partner: { words: text } },
    listenConfirmed: { pieces: pieces(text) },
    listenSaid: {
      protocol: 'spiegelen',
      step: 'vertellen',
      partner: 'Bram',
      option: null,
      pieces: pieces(text),
      picks: [],
    },
    listenLetters: {
      protocol: 'tien-en-tien',
      step: 'brief',
      partner: 'Bram',
      own: pieces('van mij'),
      theirs: pieces(text),
    },
    listenQuote: { partner: 'Bram', isOwn: false, scenario, answer: answer(text) },
    listenPlanProposed: { partner: 'Bram', plan: { words: text } },
    listenPlanAgreed: { plan: { words: text } },
  }) satisfies { readonly [Name in SayName]?: SayParams[Name] };

type Tell = (params: unknown, about: About) => string | FmtString;

describe.each([nl, en])('in $language', (texts) => {
  describe.each(Object.entries(hostile))('%s', (_, typed) => {
    test.each(Object.entries(carriers(typed)))('stays under its cover in «%s»', (name, params) => {
      const said = (texts.say[name as SayName] as Tell)(params, about);
      const { text, entities = [] } = typeof said === 'string' ? new FmtString(said) : said;
      const at = text.indexOf(typed);
      const covers = entities.filter(
        ({ type, offset, length }) => type === 'spoiler' && offset === at && length === typed.length,
      );
      expect(covers).toHaveLength(1);
      // Its own line, so that no mark of direction reaches what the bot says before or after it.
      expect(text[at - 1]).toBe('\n');
      expect([undefined, '\n']).toContain(text[at + typed.length]);
      const within = entities.filter(({ offset, length }) => offset < at + typed.length && offset + length > at);
      expect(within).toEqual(covers);
      expect(text.length).toBeLessThanOrEqual(4096);
    });
  });
});

describe.each([nl, en])('how words were set, in $language', (texts) => {
  const typed = 'Ik vond het heel mooi, kijk maar.';
  const marks = [
    { type: 'bold', offset: 12, length: 4 },
    { type: 'spoiler', offset: 17, length: 4 },
    { type: 'text_link', offset: 23, length: 4, url: 'https://example.org/foto' },
  ] as const;
  const set: readonly Piece[] = [
    { kind: 'text', at: null, messageId: 1, text: 'Eerst dit.' },
    { kind: 'text', at: null, messageId: 2, text: typed, marks },
  ];
  const withMarks = (params: object): unknown =>
    JSON.parse(JSON.stringify(params), (key: string, value: unknown) =>
      key === 'pieces' || key === 'theirs' ? set : value,
    );
  const told = Object.entries(carriers('x')).filter(([, params]) => JSON.stringify(params).includes('"kind":"text"'));

  test.each(told)('stays as it was below the cover in «%s»', (name, params) => {
    const said = (texts.say[name as SayName] as Tell)(withMarks(params), about);
    const { text, entities = [] } = typeof said === 'string' ? new FmtString(said) : said;
    const at = text.lastIndexOf(typed);
    const within = entities.filter(({ offset, length }) => offset >= at && offset + length <= at + typed.length);
    expect(within).toEqual([
      { type: 'bold', offset: at + 12, length: 4 },
      { type: 'text_link', offset: at + 23, length: 4, url: 'https://example.org/foto' },
    ]);
    const covers = entities.filter(
      ({ type, offset, length }) => type === 'spoiler' && offset <= at && offset + length >= at + typed.length,
    );
    expect(covers).toHaveLength(1);
  });
});
