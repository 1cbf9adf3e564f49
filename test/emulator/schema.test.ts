import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generateSchema, printSchema } from '../../src/emulator/bot-api/generate.js';
import { methods } from '../../src/emulator/methods/methods.js';

const file = new URL('../../src/emulator/bot-api/bot-api.json', import.meta.url);

test('bot-api.json is what @gramio/types says now (else: npm run bot-api:update)', () => {
  expect(readFileSync(file, 'utf8')).toBe(printSchema(generateSchema()));
});

test('every method that works here is one of the Bot API', () => {
  const known = Object.keys(generateSchema().methods);
  expect(Object.keys(methods).filter((name) => !known.includes(name))).toEqual([]);
});
