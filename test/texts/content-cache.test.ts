import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadScenariosCached } from '../../src/scenarios/cache.js';
import { loadScenarios, shippedDirectory } from '../../src/scenarios/scenarios.js';

/** What was read once is kept as one file; it is never anything else than what reading would give. */

let root = '';
const cache = () => join(root, 'cache');
const files = () => readdirSync(cache());

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'content-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function ownPrompt(text: string): string {
  const file = join(root, 'eigen.yaml');
  writeFileSync(file, `id: eigen-vraag\ntext: { nl: ${text} }\nanswer: { kind: text }\n`);
  return file;
}

test('the second time gives the same as the first, and as reading', () => {
  const sources = { shipped: shippedDirectory, own: ownPrompt('Wat zag je vandaag?') };
  const read = loadScenarios(sources);
  expect(loadScenariosCached(sources, cache())).toEqual(read);
  expect(files()).toHaveLength(1);
  expect(loadScenariosCached(sources, cache())).toEqual(read);
  expect(files()).toHaveLength(1);
});

test('a changed word, a new file and one that is gone are read anew', () => {
  const shipped = join(root, 'scenarios');
  cpSync(shippedDirectory, shipped, { recursive: true });
  const own = ownPrompt('Wat zag je vandaag?');
  const count = () => loadScenariosCached({ shipped, own }, cache()).scenarios.size;
  const before = count();
  ownPrompt('Wat hoorde je vandaag?');
  const said = loadScenariosCached({ shipped, own }, cache()).scenarios.get('eigen-vraag')?.text.nl;
  expect(said).toBe('Wat hoorde je vandaag?');
  const name = readdirSync(join(shipped, 'prompts')).find((one) => one !== 'klein-moment.yaml') ?? '';
  rmSync(join(shipped, 'prompts', name));
  expect(count()).toBe(before - 1);
});

test('what is broken is passed over, and made anew', () => {
  const sources = { shipped: shippedDirectory };
  const read = loadScenariosCached(sources, cache());
  const file = join(cache(), files()[0] ?? '');
  const whole = readFileSync(file, 'utf8');
  for (const broken of ['', whole.slice(0, whole.length / 2), whole.replace('opening', 'closing'), '{}', 'null']) {
    writeFileSync(file, broken);
    expect(loadScenariosCached(sources, cache())).toEqual(read);
    expect(readFileSync(file, 'utf8')).toBe(whole);
  }
});

test('a mistake in a file is still told by file and line, also the second time', () => {
  const file = join(root, 'stuk.yaml');
  writeFileSync(file, 'id: stuk\ntext: { nl: Wat? }\nanswer: { kind: gok }\n');
  const sources = { shipped: shippedDirectory, own: file };
  const read = [loadScenariosCached(sources, cache()), loadScenariosCached(sources, cache())];
  for (const { problems } of read) expect(problems).toMatchObject([{ file, line: 3, severity: 'error' }]);
});

test('where nothing can be written it is read each time', () => {
  const blocked = join(root, 'file');
  writeFileSync(blocked, '');
  const sources = { shipped: shippedDirectory };
  expect(loadScenariosCached(sources, blocked)).toEqual(loadScenarios(sources));
});
