import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { loadScenarios, shippedDirectory } from '../../src/scenarios/scenarios.js';
import { directory, given, inOwnDirectory } from '../support/own-prompts.js';
import { numRuns } from './runs.js';

inOwnDirectory();

/** Three prompts that are right, with every field there is between them. */
const right: readonly object[] = [
  {
    schema: 1,
    id: 'eigen',
    kind: 'prompt',
    depth: 2,
    place: 'together',
    text: { nl: 'Waar kijk je naar uit?', en: 'What are you looking forward to?' },
    examples: { nl: ['De zee.'], en: ['The sea.'] },
    answer: { kind: 'text' },
    pace: { recurring: true, cooldown_days: 30 },
    requires: { reveals: 1 },
    source: { idea: 'eigen', own_wording: true },
  },
  {
    id: 'keuze',
    text: { nl: 'Wat doen we zondag?' },
    answer: {
      kind: 'choice',
      options: [
        { id: 'bos', nl: 'Bos' },
        { id: 'zee', nl: 'Zee', en: 'Sea' },
      ],
    },
  },
  {
    id: 'meer',
    text: { nl: 'Wat heb je van mij nodig?' },
    answer: {
      kind: 'multi',
      max: 2,
      groups: [
        {
          id: 'rust',
          nl: 'Rust',
          options: [
            { id: 'slaap', nl: 'Slaap' },
            { id: 'stilte', nl: 'Stilte' },
          ],
        },
      ],
    },
  },
];

type Path = readonly (string | number)[];

/** Every place in a value, itself included. */
function paths(value: unknown, here: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [here];
  return [
    here,
    ...Object.entries(value).flatMap(([key, inner]) =>
      paths(inner, [...here, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}

const gone = Symbol('gone');

function broken(value: unknown, [first, ...rest]: Path, by: unknown): unknown {
  if (first === undefined) return by;
  if (Array.isArray(value)) {
    return value.flatMap((inner: unknown, index) => {
      if (index !== first) return [inner];
      const put = broken(inner, rest, by);
      return put === gone ? [] : [put];
    });
  }
  const entries = Object.entries(value as object).map(
    ([key, inner]) => [key, key === first ? broken(inner, rest, by) : (inner as unknown)] as const,
  );
  return Object.fromEntries(entries.filter(([, put]) => put !== gone));
}

const junk = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\u200b',
    'x'.repeat(5000),
    -1,
    0,
    1.5,
    1e308,
    null,
    [],
    {},
    'ja',
    true,
    '2026-02-30',
  ),
  fc.string({ unit: 'binary' }),
);
const oneField = fc
  .constantFrom(...right.flatMap((file) => paths(file).map((path) => ({ file, path }))))
  .chain(({ file, path }) =>
    fc.oneof({ weight: 5, arbitrary: junk }, fc.constant<unknown>(gone)).map((by) => broken(file, path, by)),
  )
  .map((file) => (file === gone ? '' : stringify(file)));
/** A slip of the hand in the text itself: letters gone, others there. */
const someText = fc
  .record({
    file: fc.constantFrom(...right),
    at: fc.nat(400),
    length: fc.nat(6),
    put: fc.oneof(
      fc.string({ maxLength: 4 }),
      fc.constantFrom('\t', ':', '- ', '&a', '*a', '!!js', '{', '"', '\n---\n', '<<: '),
    ),
  })
  .map(({ file, at, length, put }) => {
    const text = stringify(file);
    const from = at % text.length;
    return text.slice(0, from) + put + text.slice(from + length);
  });

describe('a prompt of an owner’s own, broken anywhere', () => {
  it('is read, or named with file, line and a sentence; nothing throws, and the others stay', () => {
    let named = 0;
    fc.assert(
      fc.property(fc.array(fc.oneof(oneField, someText), { minLength: 20, maxLength: 40 }), (files) => {
        rmSync(`${directory}/own`, { recursive: true, force: true });
        const texts = new Map(files.map((text, index) => [given(`own/f${String(index)}.yaml`, text), text]));
        const { scenarios, problems } = loadScenarios({ shipped: shippedDirectory, own: `${directory}/own` });
        expect(scenarios.size).toBeGreaterThanOrEqual(shipped.scenarios.size);
        for (const { file, line, message } of problems) {
          const text = [...texts].find(([path]) => path.endsWith(file) || file.endsWith(path))?.[1];
          expect(text, `${file} is one of those`).toBeDefined();
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual((text ?? '').split('\n').length + 1);
          expect(message).toMatch(/^\S[^\n]*\S$/u);
          expect(message).not.toMatch(/undefined|\[object|NaN|Error:/u);
          named += 1;
        }
      }),
      { numRuns: numRuns(6) },
    );
    expect(named).toBeGreaterThan(60);
  });
});

const shipped = loadScenarios({ shipped: shippedDirectory });
