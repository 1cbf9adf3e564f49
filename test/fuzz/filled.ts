import fc from 'fast-check';
import type { Type } from '../../src/emulator/bot-api/schema.js';

/** Values for some fields, whatever object they stand in: without them, chance would hardly ever write an update of somebody. */
export type Hints = Readonly<Record<string, fc.Arbitrary<unknown>>>;

const maxDepth = 4;
const mostOptional = 3;
const anything = fc.jsonValue({ maxDepth: 1 });

/** Any value of a type of the Bot API. Below a depth only what must be there is there, then nothing. `oddsOfOdd`: of a hundred fields so many are of no type at all. */
export function filled(
  types: Readonly<Record<string, Type>>,
  name: string,
  hints: Hints,
  oddsOfOdd: number,
): fc.Arbitrary<unknown> {
  const made = new Map<string, fc.Arbitrary<unknown>>();

  function named(ref: string, depth: number): fc.Arbitrary<unknown> {
    const key = `${ref} ${String(depth)}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const type = types[ref];
    if (type === undefined) throw new Error(`no type ${ref}`);
    const arbitrary = ofType(type, depth);
    made.set(key, arbitrary);
    return arbitrary;
  }

  function ofType(type: Type, depth: number): fc.Arbitrary<unknown> {
    if (type === 'string') return fc.string({ maxLength: 12 });
    if (type === 'number') return fc.oneof(fc.integer(), fc.double());
    if (type === 'boolean') return fc.boolean();
    if (type === 'file') return fc.string();
    if ('literal' in type) return fc.constantFrom(...type.literal);
    if ('array' in type)
      return depth >= maxDepth ? fc.constant([]) : fc.array(ofType(type.array, depth), { maxLength: 2 });
    if ('union' in type) return fc.oneof(...type.union.map((one) => ofType(one, depth)));
    if ('ref' in type) return named(type.ref, depth);
    return ofFields(type.fields, depth);
  }

  function ofFields(fields: Extract<Type, { fields: unknown }>['fields'], depth: number): fc.Arbitrary<unknown> {
    const value = (key: string, type: Type) => {
      const plain = hints[key] ?? ofType(type, depth + 1);
      if (oddsOfOdd === 0) return plain;
      return fc.oneof({ weight: 100 - oddsOfOdd, arbitrary: plain }, { weight: oddsOfOdd, arbitrary: anything });
    };
    const names = Object.keys(fields);
    const required = names.filter((key) => fields[key]?.required === true);
    const optional = depth < maxDepth ? names.filter((key) => !required.includes(key)) : [];
    // Which are there is drawn first, so that the others cost nothing.
    const likely = optional.filter((key) => key in hints);
    return fc
      .tuple(fc.subarray(likely), fc.subarray(optional, { maxLength: Math.min(mostOptional, optional.length) }))
      .chain(([hinted, drawn]) =>
        fc.record(
          Object.fromEntries(
            [...new Set([...required, ...hinted, ...drawn])].map((key) => [
              key,
              value(key, fields[key]?.type ?? 'string'),
            ]),
          ),
        ),
      );
  }

  return named(name, 0);
}
