import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { emptyAnswer } from '../../src/core/person.js';
import { optionsOf } from '../../src/core/round/kinds.js';
import type { Language } from '../../src/core/round/scenario.js';
import { askedOn } from '../../src/core/round/verdict.js';
import type { Answer } from '../../src/core/scene.js';
import { alikeIn } from '../../src/operator/alike.js';
import { listJsonSchema } from '../../src/scenarios/list-file.js';
import { loadScenarios, shippedDirectory } from '../../src/scenarios/scenarios.js';
import { directory, inOwnDirectory } from '../support/own-prompts.js';
import { about } from './samples.js';
import { nl } from '../../src/texts/nl/nl.js';
import { en } from '../../src/texts/en/en.js';
import { render } from './samples.js';

/** The lists: what is said to whoever taps a need, and to whoever types a word that says what somebody else did. */

inOwnDirectory();

const needs = about.scenarios.get('wat-heb-je-nodig');
const feelings = about.scenarios.get('stil-gevoelstaal');
const typed = (text: string): Answer => ({
  ...emptyAnswer,
  pieces: [{ kind: 'text', at: null, messageId: 1, text }],
});
const wordFor = (text: string, language: Language = 'nl') =>
  askedOn(feelings, emptyAnswer, typed(text), language)?.word ?? null;

describe('a need that ships', () => {
  const options = needs === undefined ? [] : optionsOf(needs.answer);

  test('comes with three small things to ask, none of them twice', () => {
    expect(options).toHaveLength(30);
    for (const language of ['nl', 'en'] as const) {
      const all = options.flatMap(({ examples = [] }) => examples.map((one) => one[language]));
      expect(new Set(all).size).toBe(90);
    }
  });

  test.each([
    [nl, 'Zo kun je het klein vragen:'],
    [en, 'Small ways to ask for it:'],
  ])('shows them on the card of whoever picked it first, covered, and not once sealed ($0.language)', (texts, lead) => {
    const answer: Answer = { ...emptyAnswer, picks: ['n_hulp', 'n_rust'] };
    const [first, second] = ['n_hulp', 'n_rust'].map(
      (id) => options.find((one) => one.id === id)?.examples?.[0]?.[texts.language] ?? '?',
    );
    const said = { answer, scenario: 'wat-heb-je-nodig', opens: 'at-once' as const };
    const draft = render(texts, 'draft', { ...said, isAlone: false });
    expect(draft).toContain(`${lead}\n`);
    expect(draft).toContain(first);
    expect(draft).not.toContain(second);
    const sealed = { ...said, answer: { ...answer, state: 'sealed' as const } };
    expect(render(texts, 'sealed', { ...sealed, partner: 'Bram' })).not.toContain(first);
    const half = { answer: sealed.answer, isClosed: false };
    const opened = { scenario: said.scenario, own: half, partner: half, partnerName: 'Bram' };
    expect(render(texts, 'revealed', opened)).not.toContain(first);
  });
});

describe('a word that says what somebody else did', () => {
  test.each([
    ['genegeerd', 'genegeerd'],
    ['Genegeerd!', 'genegeerd'],
    ['Ik voelde me genegeerd', 'genegeerd'],
    ['ik voel me vandaag best wel genegeerd door jou', 'genegeerd'],
    ['Moe, en ook een beetje genegeerd.', 'genegeerd'],
    ['Op het feest voelde ik me afgewezen', 'afgewezen'],
    ['ik heb me gebruikt gevoeld', 'gebruikt'],
    ['Niet serieus genomen', 'niet serieus genomen'],
    ['ik voelde me niet serieus genomen op mijn werk', 'niet serieus genomen'],
    ['In de steek gelaten, denk ik', 'in de steek gelaten'],
    ['ik word gecontroleerd', 'gecontroleerd'],
    ['tekort gedaan', 'tekort gedaan'],
  ])('is found in «%s»', (text, word) => {
    expect(wordFor(text)).toBe(word);
  });

  test.each([
    'Ik heb de wekker genegeerd',
    'Ik heb de hele dag de fiets gebruikt',
    'gebruikt servies, daar word ik blij van',
    'Ik voel me niet genegeerd',
    'Mijn zus werd aangevallen',
    'Ik heb alles nog eens gecontroleerd',
    'moe en blij',
  ])('is not found in «%s»', (text) => {
    expect(wordFor(text)).toBeNull();
  });

  test.each([
    ['I felt ignored', 'ignored'],
    ['Used, a bit', 'used'],
    ['tired and let down', 'let down'],
    ['I’m not taken seriously', 'not taken seriously'],
    ['short-changed', 'short-changed'],
    ['I got used to it', null],
    ['used books make me happy', null],
    ['I ignored the alarm', null],
    ['I don’t feel ignored', null],
  ])('in English: «%s»', (text, word) => {
    expect(wordFor(text, 'en')).toBe(word);
  });

  test('names help for one of them alone', () => {
    const found = (word: string) => askedOn(feelings, emptyAnswer, typed(word), 'nl');
    expect(found('gecontroleerd')?.namesHelp).toBe(true);
    expect(found('genegeerd')).toMatchObject({
      namesHelp: false,
      options: [{ id: 'f_verdr' }, { id: 'f_eenz' }, { id: 'f_boos' }],
    });
  });
});

describe('a list with a mistake is named by its line', () => {
  const change = (list: string, from: string, to: string) => {
    const file = join(directory, `shipped/lists/${list}.yaml`);
    cpSync(shippedDirectory, join(directory, 'shipped'), { recursive: true });
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(from);
    writeFileSync(file, text.replace(from, to));
    const at = text.slice(0, text.indexOf(from)).split('\n').length;
    const { problems } = loadScenarios({ shipped: join(directory, 'shipped') });
    const [first] = problems.filter((problem) => problem.file === file);
    return first && { message: first.message, off: first.line - at };
  };

  test('two examples instead of three', () => {
    expect(
      change(
        'needs',
        '          - nl: Wil je vandaag een poosje mijn hand vasthouden op de bank?\n            en: Would you hold my hand on the sofa for a while today?\n',
        '',
      ),
    ).toMatchObject({ message: expect.stringMatching(/examples/u) as string });
  });

  test('an example that asks nothing small', () => {
    expect(change('needs', 'Wil je vandaag een poosje', 'Neem vandaag een poosje')).toEqual({
      message: expect.stringContaining('asks nothing small') as string,
      off: 0,
    });
  });

  test('a verdict that asks on with what the list has not', () => {
    expect(change('feelings', 'ask_on: [f_bang, f_gesp] }', 'ask_on: [f_bang, f_weg] }')).toEqual({
      message: 'verdicts[1].ask_on[1] names no option "f_weg" of this list',
      off: 0,
    });
  });

  test('a verdict that is a feeling of the list, or there twice', () => {
    expect(change('feelings', 'nl: [genegeerd]', 'nl: [genegeerd, boos]')?.message).toContain(
      'is what the option f_boos says',
    );
    expect(change('feelings', 'nl: [gebruikt]', 'nl: [gebruikt, aangevallen]')?.message).toContain('is there twice');
  });
});

test('an example of an option that stands at two is named', () => {
  const option = (id: string) => ({
    id,
    label: { nl: id, en: id },
    examples: [{ nl: 'Wil je vandaag bellen?', en: `Would you ring ${id} today?` }],
  });
  const all = new Map(
    needs === undefined
      ? []
      : [[needs.id, { ...needs, answer: { kind: 'choice' as const, options: ['een', 'twee'].map(option) } }]],
  );
  expect(alikeIn(all)).toEqual([expect.stringContaining('stands in een as well')]);
});

test('the JSON Schema of a list is what its format says today, and accepts what ships', () => {
  const published = JSON.parse(readFileSync(join(shippedDirectory, 'list.schema.json'), 'utf8')) as object;
  expect(published).toEqual(JSON.parse(JSON.stringify(listJsonSchema())));
  const schema = z.fromJSONSchema(published as Parameters<typeof z.fromJSONSchema>[0]);
  for (const name of ['feelings', 'needs', 'values', 'images', 'moments']) {
    const file: unknown = parse(readFileSync(join(shippedDirectory, 'lists', `${name}.yaml`), 'utf8'));
    expect(schema.safeParse(file).error, name).toBeUndefined();
    expect(schema.safeParse({ ...(file as object), mood: 1 }).success, name).toBe(false);
  }
});
