import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { buttons } from '../../src/core/buttons.js';

/** The table of buttons, held against the code that hangs them under messages. */

const core = resolve(import.meta.dirname, '../../src/core');

test('every button hangs under some message', () => {
  const hung = readdirSync(core, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && path !== 'buttons.ts')
    .map((path) => readFileSync(join(core, path), 'utf8'))
    .join('\n')
    // To answer a button, or to ask whether it is this one, hangs it nowhere.
    .replace(/(?:case|[!=]==) '\w+'/g, '');
  expect(Object.keys(buttons).filter((name) => !hung.includes(`'${name}'`))).toEqual([]);
});
