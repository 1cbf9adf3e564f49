import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadScenarios, shippedDirectory } from '../../src/scenarios/scenarios.js';
import { given, inOwnDirectory, saidAbout } from '../support/own-prompts.js';

inOwnDirectory();

/** Paths as files: what ships, what an owner adds, and what is wrong with one that cannot work. */

const shipped = loadScenarios({ shipped: shippedDirectory });
const head = ['kind: path', 'id: ons', 'title: { nl: Van ons }', 'steps:'];
const ask = (id: string, more = '') =>
  `  - { id: ${id}, title: { nl: ${id} }, text: { nl: Wat dan? }, answer: { kind: text }${more} }`;
const stem = (id: string, line: string, more = '') =>
  `  - { id: ${id}, title: { nl: ${id} }, text: { nl: Maak af. }, answer: { kind: stem, lines: [${line}] }${more} }`;
const tapped = (id: string, more = '') =>
  `  - { id: ${id}, title: { nl: ${id} }, text: { nl: Wat dan? }, answer: { kind: choice, options: [{ id: een, nl: een }, { id: twee, nl: twee }] }${more} }`;
const two = '{ id: zin, nl: "Als jij …, dan …", max: 90 }';
const note = ', safety: { note: { nl: Rustig aan. } }';
const path = (...steps: readonly string[]) => [...head, ...steps].join('\n');

test('those that ship are read without a single remark; their steps are scenarios of their path, or prompts they use', () => {
  expect(shipped.problems).toEqual([]);
  expect([...shipped.paths.keys()]).toEqual(
    expect.arrayContaining(['adem-in-rust', 'de-dans', 'klein-en-nodig', 'luisteren', 'zeven-stappen']),
  );
  for (const plan of shipped.paths.values()) {
    for (const { scenario } of plan.steps) {
      expect(shipped.scenarios.get(scenario)?.path).toBe(scenario.includes('--') ? plan.id : undefined);
    }
  }
  expect(shipped.scenarios.get('de-dans--hoop')).toMatchObject({
    shows: 'de-dans--als-jij',
    depth: 3,
    after: { keeps: true, drawing: { draw: 'loop', from: 'de-dans--als-jij', with: 'de-dans--hoop' } },
  });
  expect(shipped.scenarios.get('zeven-stappen--afstemmen')).toMatchObject({
    visibility: 'together',
    protocol: 'spiegelen',
    place: 'together',
  });
});

test('an own path needs only kind, id, title and steps, and tells its steps where it is offered', () => {
  const own = given('own/a.yaml', path(ask('een'), '  - { id: twee, title: { nl: Twee }, use: klein-moment }'));
  const { paths, scenarios, problems } = loadScenarios({ shipped: shippedDirectory, own });
  expect(problems).toEqual([]);
  expect(paths.get('ons')).toMatchObject({ order: null, about: { nl: 'een · Twee' }, needsDone: [] });
  expect(paths.get('ons')?.steps.map(({ scenario }) => scenario)).toEqual(['ons--een', 'klein-moment']);
  expect(scenarios.get('ons--een')).toMatchObject({ path: 'ons', text: { en: 'Wat dan?' } });
});

test.each([
  ['de-ochtend', ['wakker', 'drempel', 'kijken', 'luisteren']],
  ['onze-keuken', ['lucht', 'kiezen', 'kijken', 'vertellen', 'avond']],
])('a path written from the README alone is read without a remark: %s', (id, steps) => {
  const own = join(import.meta.dirname, 'fixtures', `${id}.yaml`);
  const { paths, problems } = loadScenarios({ shipped: shippedDirectory, own });
  expect(problems).toEqual([]);
  expect(paths.get(id)?.steps.map((step) => step.id)).toEqual(steps);
});

describe('a path that cannot work is named at its line, and left out', () => {
  test.each<[string, string, string]>([
    ['no gap', path(stem('a', '{ id: z, nl: Als jij }')), 'nl has no gap: write … where words go'],
    ['three gaps', path(stem('a', '{ id: z, nl: "A …, b …, c …" }')), 'nl has 3 gaps; at most 2'],
    ['a gap first', path(stem('a', '{ id: z, nl: … en dan }')), 'nl begins with a gap'],
    ['unequal gaps', path(stem('a', '{ id: z, nl: "A …, b …", en: A … }')), 'en has 1 gap, and nl has 2 gaps'],
    ['too much in one answer', path(stem('a', '{ id: z, nl: "A …, b …", max: 800 }')), 'hold 1600 characters together'],
    ['a step twice', path(ask('a'), ask('a')), 'steps[1].id "a" is there twice'],
    ['eight steps', path(...Array.from('abcdefgh', (id) => ask(id))), 'steps may be at most 7 items'],
    ['a later step shown', path(ask('a', ', shows: b'), ask('b')), 'steps[0].shows names no earlier step "b"'],
    [
      'a card shown',
      path('  - { id: a, title: { nl: A }, visibility: private, text: { nl: Kijk. } }', ask('b', ', shows: a')),
      'in which nothing is answered',
    ],
    ['an unknown prompt', path('  - { id: a, title: { nl: A }, use: weg }'), 'steps[0].use names no prompt "weg"'],
    [
      'a prompt with words of its own',
      path('  - { id: a, title: { nl: A }, use: klein-moment, depth: 2 }'),
      'depth does not go with use',
    ],
    ['an unknown protocol', path('  - { id: a, title: { nl: A }, listen: weg }'), 'listen names no protocol "weg"'],
    [
      'together without a protocol',
      path('  - { id: a, title: { nl: A }, visibility: together, text: { nl: A. } }'),
      'name a protocol with listen',
    ],
    ['nothing asked', path('  - { id: a, title: { nl: A } }'), 'needs text and answer'],
    ['no answer', path('  - { id: a, title: { nl: A }, text: { nl: A. } }'), 'answer is missing'],
    ['an answer to a card', path(ask('a', ', visibility: private')), 'answer does not go with visibility private'],
    [
      'a card with an after',
      path('  - { id: a, title: { nl: A }, visibility: private, text: { nl: A. }, after: { keep: true } }'),
      'after does not go with visibility private',
    ],
    [
      'lines that may open, of words',
      path(ask('a', ', visibility: choose, may_open: [a]')),
      'that needs an answer of kind stem',
    ],
    ['may_open without choose', path(stem('a', two, ', may_open: [zin]')), 'goes with visibility: choose'],
    [
      'may_open of no line',
      path(stem('a', two, ', visibility: choose, may_open: [weg]')),
      'names no line "weg"; there are: zin',
    ],
    ['an overlap of words', path(ask('a', ', visibility: overlap')), 'that needs an answer of kind choice or multi'],
    ['a card on demand that is none', path(ask('a', ', on_demand: true')), 'on_demand is for a private card'],
    [
      'a loop of one gap',
      path(stem('a', '{ id: z, nl: A …, max: 90 }', `${note}, after: { picture: { draw: loop } }`)),
      'needs a line with two gaps',
    ],
    [
      'a loop of long gaps',
      path(stem('a', '{ id: z, nl: "A …, b …", max: 91 }', `${note}, after: { picture: { draw: loop } }`)),
      'max: 90 or less',
    ],
    [
      'a loop from nowhere',
      path(stem('a', two, `${note}, after: { picture: { draw: loop, from: b } }`)),
      'names no step "b" up to this one',
    ],
    [
      'replies beside only thanks',
      path(ask('a', ', after: { react: thank, replies: [{ id: ja, nl: Ja }] }')),
      'leaves only the thank-you',
    ],
    ['a follow-up of nothing kept', path(ask('a', ', after: { follow_up_days: [14] }')), 'say keep: true as well'],
    ['patience of a day', path(ask('a', ', patience_days: 1')), 'patience_days needs at least 3'],
    [
      'an idea that the sources do not hold',
      path(ask('a', ', source: { elements: [104] }')),
      'steps[0].source.elements[0] may be at most 103',
    ],
    ['an idea twice', path(ask('a', ', source: { elements: [4, 4] }')), 'steps[0].source.elements has a number twice'],
    [
      'a ritual of words',
      path(ask('a', ', after: { ritual: { every: week, reminder: { nl: Vandaag. } } }')),
      'goes with visibility: overlap and answer: { kind: multi, list: moments }',
    ],
    [
      'a deep overlap',
      path(tapped('a', ', depth: 3, safety: { note: { nl: Rustig aan. } }, visibility: overlap')),
      'an overlap opens by the clock',
    ],
    [
      'an overlap with replies',
      path(tapped('a', ', visibility: overlap, after: { replies: [{ id: ja, nl: Ja }] }')),
      'says nothing but keep and ritual',
    ],
    ['a patient overlap', path(tapped('a', ', visibility: overlap, patience_days: 9')), 'takes no answer any more'],
    [
      'an unknown path before it',
      path(ask('a')).replace('steps:', 'requires: { done: [weg] }\nsteps:'),
      'requires.done[0] names no path "weg"',
    ],
    ['itself before it', path(ask('a')).replace('steps:', 'requires: { done: [ons] }\nsteps:'), 'goes round'],
  ])('%s', (_, content, expected) => {
    const said = saidAbout(content);
    expect(said.join('\n')).toContain(expected);
    expect(said.every((one) => !one.includes('~ '))).toBe(true);
  });
});

describe('an own path that breaks a rule of style is kept, with a warning', () => {
  test.each<[string, string, string]>([
    ['deep at once', path(ask('a', `, depth: 3${note}`)), 'a path begins with depth 1 or 2'],
    ['deep without a note', path(ask('a'), ask('b', ', depth: 3')), 'steps[1].depth 3 needs a safety note'],
    ['a loop without a note', path(stem('a', two, ', after: { picture: { draw: loop } }')), 'that needs a safety note'],
    [
      'a name filled in',
      path(ask('a', ', lesson: { nl: "Vraag het {partner}." }')),
      'has {partner}, but nothing is filled in',
    ],
    ['a long lesson', path(ask('a', `, lesson: { nl: "${'een '.repeat(61).trim()}" }`)), 'has 61 words; at most 60'],
    [
      'a long reply',
      path(ask('a', ', after: { replies: [{ id: ja, nl: Dat wil ik graag doen }] }')),
      'at most 16 reads well',
    ],
    ['a reproach', path(stem('a', '{ id: z, nl: Je doet altijd … }')), 'says "altijd"'],
  ])('%s', (_, content, expected) => {
    const said = saidAbout(content);
    expect(said.filter((one) => one.includes(expected))).toHaveLength(1);
    expect(said.every((one) => one.includes('~ '))).toBe(true);
  });
});
