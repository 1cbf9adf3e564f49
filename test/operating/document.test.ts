import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { blocksOf } from './blocks.js';

/** What docs/operating.md has people type, looked at without typing it; `npm run operating` types it. */

const root = resolve(import.meta.dirname, '../..');
const text = (name: string) => readFileSync(join(root, name), 'utf8');
const document = text('docs/operating.md');
const typed = blocksOf(document)
  .filter(({ language }) => language === 'sh')
  .flatMap(({ lines }) => lines);
const units = readdirSync(join(root, 'systemd'));
const valuesOf = (unit: string, name: string) =>
  [...text(join('systemd', unit)).matchAll(new RegExp(`^${name}=(.+)$`, 'gm'))].flatMap(([, value = '']) =>
    value.split(' '),
  );

describe('docs/operating.md', () => {
  test('has blocks of commands, each with the heading above it', () => {
    expect(blocksOf('# One\n\n```sh\na\nb\n```\n## Two\n```console\nc\n```\n')).toEqual([
      { heading: 'One', language: 'sh', lines: ['a', 'b'] },
      { heading: 'Two', language: 'console', lines: ['c'] },
    ]);
    expect(typed.length).toBeGreaterThan(20);
  });

  test.each(units)('makes the folders that %s may write to, and names it among what is switched on', (unit) => {
    for (const name of ['ReadWritePaths', 'WorkingDirectory']) {
      for (const folder of valuesOf(unit, name)) {
        expect(
          typed.some((line) => / (install -d|git clone) /.test(line) && line.split(' ').includes(folder)),
          folder,
        ).toBe(true);
      }
    }
    const timer = unit.replace('.service', '.timer');
    const isOn = (name: string) => typed.some((line) => line.endsWith(`enable --now ${name}`));
    expect(isOn(unit) || (units.includes(timer) && isOn(timer))).toBe(true);
  });

  test.each(units.filter((unit) => unit.endsWith('.service')))(
    '%s leaves nothing of its memory behind when it crashes',
    (unit) => {
      expect(valuesOf(unit, 'LimitCORE')).toEqual(['0']);
    },
  );

  test('has nothing run by npm that is no script', () => {
    const { scripts } = JSON.parse(text('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
    const named = [...document.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(10);
    for (const name of named) expect(Object.keys(scripts)).toContain(name);
  });

  test('has nothing run in a container that is no command there', () => {
    const commands = [...text('src/container.ts').matchAll(/^ {2}'?([\w-]+)'?: \(\) =>/gm)].map(([, name]) => name);
    const named = [...document.matchAll(/(?:-w \/here|\/backup) samenspraak ([\w-]+)|container\.mjs ([\w-]+)/g)];
    expect(named.length).toBeGreaterThan(3);
    for (const [, one, other] of named) expect(commands).toContain(one ?? other);
  });
});
