import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadScenarios, shippedDirectory } from '../../src/scenarios/scenarios.js';
import { anne, bram, given as story, settledCouple, time } from '../support/given.js';
import { given, inOwnDirectory, saidAbout } from '../support/own-prompts.js';

inOwnDirectory();

/** Protocols as files: what ships, what an owner adds, and what is wrong with one that cannot work. */

const shipped = loadScenarios({ shipped: shippedDirectory });

/** A protocol whose steps follow each other as in none that ships. */
const own = [
  'id: twee-zinnen',
  'kind: listening',
  'title: { nl: Twee zinnen }',
  'about: { nl: "De een zegt één zin, de ander vraagt één ding." }',
  'swap: always',
  'turns: 2',
  'steps:',
  '  - id: gevoel',
  '    kind: feel',
  '    pen: speaker',
  '    list: needs',
  '    max: 1',
  '    text: { nl: Wat heb je nodig? }',
  '    other: { nl: "{partner} zoekt een woord." }',
  '  - id: vraag',
  '    kind: ask',
  '    text: { nl: Vraag één ding. }',
  '    other: { nl: "{partner} denkt na." }',
  '    options:',
  '      - { id: meer, nl: Vertel meer, line: { nl: Vertel meer. }, to: zin, most: 1 }',
  '      - { id: klaar, nl: Dank je, to: end }',
  '  - id: zin',
  '    kind: speak',
  '    words: { max: 100, voices: 0 }',
  '    text: { nl: Zeg één zin. }',
  '    other: { nl: "{partner} zegt iets." }',
];
const withLines = (lines: readonly string[]) => `${lines.join('\n')}\n`;
const held = time.passes(21_000);

test('ten ship, one of them first, without a single remark', () => {
  expect(shipped.problems).toEqual([]);
  expect(shipped.protocols.size).toBe(10);
  expect([...shipped.protocols.values()].filter(({ isDefault }) => isDefault).map(({ id }) => id)).toEqual([
    'alleen-luisteren',
  ]);
});

describe('a protocol of an owner', () => {
  test('is played as its file says, with nothing of it in TypeScript', () => {
    const { protocols, problems } = loadScenarios({
      shipped: shippedDirectory,
      own: given('own/a.yaml', withLines(own)),
    });
    expect(problems).toEqual([]);
    story(settledCouple({ protocols: [...protocols.values()] }))
      .when(
        anne.does({ type: 'listen' }),
        anne.taps('listenMenu'),
        anne.taps('listenChoose', { arg: 'twee-zinnen' }),
        anne.taps('listenInvite', { arg: 'twee-zinnen', step: 0 }),
        bram.taps('listenNow'),
        anne.taps('listenReady', { arg: 'calm' }),
        bram.taps('listenReady', { arg: 'calm' }),
      )
      .then(anne.reads('listenStep', { step: 'gevoel', isPen: true }))
      .when(
        anne.taps('listenGroup', { arg: 'nabijheid' }),
        anne.taps('listenPick', { arg: 'n_nabij' }),
        anne.taps('listenDone'),
        held,
      )
      .then(bram.reads('listenSaid', { picks: ['n_nabij'] }), bram.reads('listenStep', { step: 'vraag', isPen: true }))
      .when(bram.taps('listenOption', { arg: 'meer' }))
      .then(anne.reads('listenSaid', { option: 'meer' }), anne.reads('listenStep', { step: 'zin', isPen: true }))
      .when(anne.says('Een arm om me heen.'), anne.taps('listenDone'), held)
      .then(bram.reads('listenStep', { step: 'gevoel', isPen: true, turn: 2 }));
  });

  const changed = (from: string, to: string) => withLines(own.map((line) => line.replace(from, to)));
  test.each([
    ['goes back without end', changed(', most: 1', '').replace('to: zin', 'to: gevoel'), 'goes back to "gevoel"'],
    ['goes nowhere', changed('to: zin', 'to: zinnetje'), 'names no step "zinnetje"'],
    ['can get stuck', changed('to: end }', 'to: end, most: 1 }'), 'needs an option without "most"'],
    ['has a step twice', changed('- id: zin', '- id: vraag'), '"vraag" is there twice'],
    ['feels without a list', changed('    list: needs', ''), 'a feel step needs a list'],
    ['wants to be the first', changed('swap: always', 'first: true'), 'cannot be the first one'],
    ['has a field nobody knows', changed('turns: 2', 'beurten: 2'), 'unknown field "beurten"'],
    ['is of a kind that is not there', changed('kind: ask', 'kind: shout'), 'unknown kind "shout"; there are: '],
  ])('that %s is named and left out', (_, content, message) => {
    expect(saidAbout(content).join(' ')).toContain(message);
    const { protocols } = loadScenarios({ shipped: shippedDirectory, own: given('own/b.yaml', content) });
    expect(protocols.size).toBe(shipped.protocols.size);
  });

  test('that is in the README is right', () => {
    const readme = readFileSync(join(shippedDirectory, 'README.md'), 'utf8');
    const block = [...readme.matchAll(/```yaml\n(.*?)```/gsu)].find(([, yaml]) => yaml?.includes('kind: listening'));
    expect(saidAbout(block?.[1] ?? '')).toEqual([]);
  });
});
