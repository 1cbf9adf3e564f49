import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

/** What `npm start` goes by: compiled once, kept, made anew when it is of other sources or broken, done without where it cannot be kept. */

const root = resolve(import.meta.dirname, '../..');
let place = '';
const kept = () => join(place, 'node_modules/.cache/samenspraak');
const compiledDirectories = () => readdirSync(kept()).filter((name) => name.startsWith('compiled-'));
const source = (name: string, content: string) => {
  writeFileSync(join(place, 'src', name), content);
};

/** A project of a few lines that starts as ours does, with our packages. */
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'samenspraak-run-'));
  mkdirSync(join(place, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules')).filter((one) => !one.startsWith('.'))) {
    symlinkSync(join(root, 'node_modules', name), join(place, 'node_modules', name));
  }
  cpSync(join(root, 'src/run'), join(place, 'src/run'), { recursive: true });
  cpSync(join(root, 'tsconfig.json'), join(place, 'tsconfig.json'));
  writeFileSync(
    join(place, 'package.json'),
    JSON.stringify({ type: 'module', scripts: { start: 'node src/run/run.js main', ask: 'node src/run/run.js ask' } }),
  );
  source('words.ts', `export const word: string = 'een';\n`);
  source(
    'main.ts',
    `import { readFileSync } from 'node:fs';
import { word } from './words.js';
const beside = readFileSync(new URL('./words.ts', import.meta.url), 'utf8').length > 0;
console.log(JSON.stringify({ word, beside, args: process.argv.slice(2), isCompiled: /mjs/.test(String(import.meta.resolve('./x'))) }));
`,
  );
  source(
    'ask.ts',
    `interface Asked { readonly what: string }\n\nexport const asked: Asked = { what: 'x' };\nthrow new Error('asked');\n`,
  );
});
afterEach(() => {
  rmSync(place, { recursive: true, force: true });
});

function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(place, 'src/run/run.js'), ...args], {
    cwd: tmpdir(),
    env: { PATH: process.env['PATH'] ?? '' },
    encoding: 'utf8',
  });
  return { status, stderr, said: stdout === '' ? null : (JSON.parse(stdout) as unknown) };
}

/** Neither can be made without them. */
function withoutCompilers() {
  for (const name of ['esbuild', 'tsx']) rmSync(join(place, 'node_modules', name));
}

const said = (word: string, args: readonly string[] = []): unknown =>
  expect.objectContaining({ word, beside: true, args });

test('the second start compiles nothing', () => {
  expect(run('main', '--port', '1')).toEqual({ status: 0, stderr: '', said: said('een', ['--port', '1']) });
  expect(compiledDirectories()).toHaveLength(1);
  withoutCompilers();
  expect(run('main')).toEqual({ status: 0, stderr: '', said: said('een') });
});

test.each([
  [
    'a word in a source',
    () => {
      source('words.ts', `export const word: string = 'twee';\n`);
    },
    'twee',
  ],
  [
    'the lock file',
    () => {
      writeFileSync(join(place, 'package-lock.json'), '{}');
    },
    'een',
  ],
  [
    'what is installed',
    () => {
      writeFileSync(join(place, 'node_modules/.package-lock.json'), '{}');
    },
    'een',
  ],
  [
    'a file that is gone',
    () => {
      rmSync(join(place, 'src/ask.ts'));
      writeFileSync(join(place, 'package.json'), '{"type":"module","scripts":{"start":"node src/run/run.js main"}}');
    },
    'een',
  ],
])('%s makes it stale', (_what, change, word) => {
  run('main');
  change();
  expect(run('main').said).toEqual(said(word));
  expect(compiledDirectories()).toHaveLength(2);
  withoutCompilers();
  expect(run('main').said).toEqual(said(word));
});

test.each([
  ['cut short', (content: string) => content.slice(0, content.length / 2)],
  ['empty', () => ''],
  ['changed by hand', (content: string) => content.replace('een', 'elf')],
])('what was kept and is %s is not run, and made anew', (_what, breaks) => {
  run('main');
  const [directory = ''] = compiledDirectories();
  const file = join(kept(), directory, 'main.mjs');
  const whole = readFileSync(file, 'utf8');
  expect(breaks(whole)).not.toBe(whole);
  writeFileSync(file, breaks(whole));
  expect(run('main')).toEqual({ status: 0, stderr: '', said: said('een') });
  expect(readFileSync(file, 'utf8')).toBe(whole);
});

test('without the list of what belongs together it is made anew', () => {
  run('main');
  const [directory = ''] = compiledDirectories();
  rmSync(join(kept(), directory, 'digests.json'));
  expect(run('main').said).toEqual(said('een'));
  expect(existsSync(join(kept(), directory, 'digests.json'))).toBe(true);
});

test('where nothing can be kept it runs as it is', () => {
  mkdirSync(join(place, 'node_modules/.cache'));
  writeFileSync(kept(), '');
  expect(run('main', 'x')).toEqual({ status: 0, stderr: '', said: said('een', ['x']) });
});

test('a stack trace names the line of the source', () => {
  const { status, stderr } = run('ask');
  expect(status).toBe(1);
  expect(stderr).toContain(`    at ${join(place, 'src/ask.ts')}:4:7`);
  expect(stderr).not.toMatch(/^ {4}at .*\.mjs:/m);
});

test('two that start at once both run', async () => {
  const { spawn } = await import('node:child_process');
  const codes = await Promise.all(
    [1, 2].map(
      () =>
        new Promise((resolve) => {
          spawn(process.execPath, [join(place, 'src/run/run.js'), 'main'], { stdio: 'ignore' }).once('exit', resolve);
        }),
    ),
  );
  expect(codes).toEqual([0, 0]);
  expect(readdirSync(kept())).toEqual(compiledDirectories());
});
