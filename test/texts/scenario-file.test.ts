import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { pathJsonSchema } from '../../src/scenarios/path-file.js';
import { postcardJsonSchema } from '../../src/scenarios/postcard-file.js';
import { protocolJsonSchema } from '../../src/scenarios/protocol-file.js';
import { scenarioJsonSchema } from '../../src/scenarios/scenario-file.js';
import { loadScenarios, shippedDirectory } from '../../src/scenarios/scenarios.js';
import { answered, asking, inOwnDirectory, options, own, saidAbout } from '../support/own-prompts.js';

inOwnDirectory();

describe('what does not fit the format is named at its line', () => {
  test.each<[string, string, readonly string[]]>([
    ['missing fields', 'id: a\ntext:\n  en: Hi', ['2: text.nl is missing', '1: answer is missing']],
    ['an empty field', asking(''), ['3: text.nl is empty']],
    ['blank words', asking('"  "'), ['3: text.nl is empty', '3: text.nl needs at least one letter, digit or emoji']],
    ['invisible words', asking('"\\u200b"'), ['3: text.nl needs at least one letter, digit or emoji']],
    ['characters without a shape', asking('"a\\0b"'), ['3: text.nl holds a character that cannot be shown']],
    ['too many words', asking('a'.repeat(1001)), ['3: text.nl may be at most 1000 characters']],
    ['a number for words', asking('12'), ['3: text.nl should be text: put it in quotes']],
    ['a misspelt field', own('exampels: []'), ['6: unknown field "exampels"; do you mean "examples"?']],
    [
      'two unknown fields',
      own('Depth: 1', 'to: both'),
      [
        '6: unknown field "Depth"; do you mean "depth"?',
        '7: unknown field "to"; the bot sees to that in every file alike',
      ],
    ],
    [
      'an unknown inner field',
      own('requires:', '  mood: 1'),
      ['7: requires has an unknown field "mood"; there is: reveals'],
    ],
    ['a field by another name', own('ritual: { every: week }'), ['6: unknown field "ritual"; write "after.ritual"']],
    [
      'the field of another kind of file',
      own('steps: []'),
      ['6: unknown field "steps"; steps belong in a file that says kind: path, or kind: listening'],
    ],
    ['a field by its old name', own('respond: {}'), ['6: unknown field "respond"; write "after"']],
    [
      'an id with capitals',
      own().replace('eigen', 'Eigen'),
      ['1: id may hold only a-z, 0-9 and -, as in klein-moment'],
    ],
    [
      'a kind that is none',
      own('kind: ritual'),
      ['6: unknown kind "ritual"; there are: prompt, listening, path, postcard'],
    ],
    [
      'an answer that is none',
      answered('kind: scan'),
      ['5: unknown kind "scan"; there are: text, voice, choice, scale, multi, stem, sheet'],
    ],
    [
      'a kind that breaks the line',
      own('kind: "a\\nb"'),
      ['6: unknown kind "a\\nb"; there are: prompt, listening, path, postcard'],
    ],
    ['another schema', own('schema: 3'), ['6: schema is 3; it can be: 1, 2']],
    ['a depth too far', own('depth: 5'), ['6: depth is 5; it can be: 1, 2, 3, 4']],
    ['another place', own('place: kitchen'), ['6: place is "kitchen"; it can be: anywhere, together']],
    [
      'half a day',
      own('pace: { recurring: true, cooldown_days: 1.5 }'),
      ['6: pace.cooldown_days should be a whole number'],
    ],
    ['no day at all', own('pace: { recurring: true, cooldown_days: 0 }'), ['6: pace.cooldown_days needs at least 1']],
    [
      'a cooldown for what never returns',
      own('pace:', '  cooldown_days: 7'),
      ['7: pace.cooldown_days goes with recurring: true; a prompt that is asked once has no cooldown'],
    ],
    [
      'borrowed words',
      own('source: { idea: a book, own_wording: false }'),
      ['6: source.own_wording is false; it can be: true'],
    ],
    [
      'an answer kind nobody knows',
      answered('kind: rank'),
      ['5: unknown kind "rank"; there are: text, voice, choice, scale, multi, stem, sheet'],
    ],
    ['a misspelt answer kind', answered('kind: txt'), ['5: unknown kind "txt"; do you mean "text"?']],
    ['a misspelt kind', own('kind: promt'), ['6: unknown kind "promt"; do you mean "prompt"?']],
    [
      'another kind nobody knows',
      own('kind: quiz'),
      ['6: unknown kind "quiz"; there are: prompt, listening, path, postcard'],
    ],
    [
      'an answer without a kind',
      answered('max: 2'),
      ['4: names no kind; there are: text, voice, choice, scale, multi, stem, sheet'],
    ],
    [
      'an answer in one word',
      own().replace(/answer:.*/su, 'answer: text'),
      ['4: answer should be a group of fields, such as { kind: text }'],
    ],
    [
      'a list nobody knows',
      answered('kind: multi', 'list: colours'),
      ['6: unknown list "colours"; there are: feelings, needs, values, images, moments'],
    ],
    ['neither list nor groups', answered('kind: multi'), ['4: answer needs either list or groups']],
    ['too many picks', answered('kind: multi', 'list: needs', 'max: 5'), ['7: answer.max may be at most 4']],
    [
      'one option',
      answered('kind: choice', 'options:', ...options('ja')),
      ['6: answer.options needs at least 2 items'],
    ],
    [
      'a short scale',
      answered('kind: scale', 'options:', ...options('weinig', 'veel')),
      ['6: answer.options needs at least 3 items'],
    ],
    [
      'nine options',
      answered('kind: choice', 'options:', ...options(...Array.from('abcdefghi'))),
      ['6: answer.options may be at most 8 items'],
    ],
    [
      'the same label twice',
      answered('kind: choice', 'options:', ...options('ja', 'Ja')),
      ['8: answer.options[1].nl "ja" is there twice'],
    ],
    [
      'an option id too long',
      answered('kind: choice', 'options:', '- { id: abcdefghijklmnopq, nl: a }', '- { id: b, nl: b }'),
      ['7: answer.options[0].id may be at most 16 characters'],
    ],
    [
      'an option id that is not ASCII',
      answered('kind: choice', 'options:', '- { id: één, nl: a }', '- { id: b, nl: b }'),
      ['7: answer.options[0].id may hold only a-z, 0-9, - and _, as in niet-zo-goed'],
    ],
    [
      'an option id in two groups',
      answered(
        ...['kind: multi', 'groups:', '- { id: g, nl: g, options: [{ id: a, nl: a }] }'],
        '- { id: h, nl: h, options: [{ id: a, nl: b }] }',
      ),
      ['6: answer.groups uses an option id in two groups'],
    ],
    [
      'a label on two lines',
      answered('kind: choice', 'options:', '- { id: a, nl: "a\\nb" }', '- { id: b, nl: b }'),
      ['7: answer.options[0].nl must stay on one line'],
    ],
  ])('%s', (_, content, expected) => {
    expect(saidAbout(content)).toEqual(expected);
  });
});

describe('a file that is not a prompt', () => {
  test.each([
    ['nothing in it', '', '1: is empty'],
    ['a list', '- a\n- b', '1: should be a group of fields'],
    ['a tab', 'id: a\n\ttext: b', '2: is not valid YAML: '],
    ['a field twice', own('id: b'), '6: is not valid YAML: '],
    ['two documents', `${own()}\n---\nid: b`, 'is not valid YAML: '],
    ['an unknown tag', own('depth: !!js 1'), '6: is not valid YAML: '],
    ['endless brackets', '['.repeat(60_000), 'is not valid YAML: '],
    ['aliases that multiply', bomb(), '1: is not valid YAML: Excessive alias count'],
    ['a star that was meant as emphasis', own('title: { nl: *sterk* }'), '1: is not valid YAML: Unresolved alias'],
    ['other bytes', Buffer.from('id: caf\xe9', 'latin1'), '1: is not UTF-8: save it as UTF-8'],
    ['too much in it', `#${' '.repeat(70_000)}\n${own()}`, '1: is larger than 64 KiB'],
  ])('is named and never stops the rest: %s', (_, content, expected) => {
    expect(saidAbout(content).join('\n')).toContain(expected);
  });

  function bomb(): string {
    const levels = Array.from(
      { length: 9 },
      (_, level) => `l${level + 1}: &l${level + 1} [${`*l${level},`.repeat(9)}]`,
    );
    return ['l0: &l0 [x]', ...levels].join('\n');
  }
});

describe('the JSON Schema', () => {
  const published = JSON.parse(readFileSync(join(shippedDirectory, 'scenario.schema.json'), 'utf8')) as object;

  test('is what the format says today: npm run scenarios -- --schema writes it anew', () => {
    expect(published).toEqual(JSON.parse(JSON.stringify(scenarioJsonSchema())));
  });

  test('of a protocol is what its format says today, and accepts what ships', () => {
    const ours = JSON.parse(readFileSync(join(shippedDirectory, 'listening.schema.json'), 'utf8')) as object;
    expect(ours).toEqual(JSON.parse(JSON.stringify(protocolJsonSchema())));
    const schema = z.fromJSONSchema(ours as Parameters<typeof z.fromJSONSchema>[0]);
    for (const id of loadScenarios({ shipped: shippedDirectory }).protocols.keys()) {
      const file: unknown = parse(readFileSync(join(shippedDirectory, 'listening', `${id}.yaml`), 'utf8'));
      expect(schema.safeParse(file).error, id).toBeUndefined();
      expect(schema.safeParse({ ...(file as object), mood: 1 }).success, id).toBe(false);
    }
  });

  test('of a path is what its format says today, and accepts what ships', () => {
    const ours = JSON.parse(readFileSync(join(shippedDirectory, 'path.schema.json'), 'utf8')) as object;
    expect(ours).toEqual(JSON.parse(JSON.stringify(pathJsonSchema())));
    const schema = z.fromJSONSchema(ours as Parameters<typeof z.fromJSONSchema>[0]);
    for (const id of loadScenarios({ shipped: shippedDirectory }).paths.keys()) {
      const file: unknown = parse(readFileSync(join(shippedDirectory, 'paths', `${id}.yaml`), 'utf8'));
      expect(schema.safeParse(file).error, id).toBeUndefined();
      expect(schema.safeParse({ ...(file as object), mood: 1 }).success, id).toBe(false);
    }
  });

  test('of a postcard is what its format says today, and accepts what ships', () => {
    const ours = JSON.parse(readFileSync(join(shippedDirectory, 'postcard.schema.json'), 'utf8')) as object;
    expect(ours).toEqual(JSON.parse(JSON.stringify(postcardJsonSchema())));
    const schema = z.fromJSONSchema(ours as Parameters<typeof z.fromJSONSchema>[0]);
    const { scenarios } = loadScenarios({ shipped: shippedDirectory });
    for (const { id } of [...scenarios.values()].filter(({ postcard }) => postcard !== undefined)) {
      const file: unknown = parse(readFileSync(join(shippedDirectory, 'postcards', `${id}.yaml`), 'utf8'));
      expect(schema.safeParse(file).error, id).toBeUndefined();
      expect(schema.safeParse({ ...(file as object), mood: 1 }).success, id).toBe(false);
    }
  });

  test('accepts what ships and refuses an unknown field', () => {
    const { scenarios } = loadScenarios({ shipped: shippedDirectory });
    const schema = z.fromJSONSchema(published as Parameters<typeof z.fromJSONSchema>[0]);
    const prompts = [...scenarios.values()].filter(
      ({ path, postcard }) => path === undefined && postcard === undefined,
    );
    for (const { id } of prompts) {
      const file: unknown = parse(readFileSync(join(shippedDirectory, 'prompts', `${id}.yaml`), 'utf8'));
      expect(schema.safeParse(file).error, id).toBeUndefined();
      expect(schema.safeParse({ ...(file as object), mood: 1 }).success, id).toBe(false);
    }
  });
});
