import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** What ships, in a place where it can be changed. */
function copied(): string {
  const shipped = join(root, 'scenarios');
  cpSync(shippedDirectory, shipped, { recursive: true });
  return shipped;
}

test('the second time gives the same as the first, and as reading', async () => {
  const sources = { shipped: shippedDirectory };
  const read = loadScenarios(sources);
  expect(await loadScenariosCached(sources, cache())).toEqual(read);
  expect(files()).toHaveLength(1);
  expect(await loadScenariosCached(sources, cache())).toEqual(read);
  expect(files()).toHaveLength(1);
});

test('a changed word and a file that is gone are read anew', async () => {
  const shipped = copied();
  const load = () => loadScenariosCached({ shipped }, cache());
  const before = (await load()).scenarios.size;
  const file = join(shipped, 'prompts/klein-moment.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('Welk klein moment', 'Welk mooi moment'));
  expect((await load()).scenarios.get('klein-moment')?.text.nl).toContain('Welk mooi moment');
  const name = readdirSync(join(shipped, 'prompts')).find((one) => one !== 'klein-moment.yaml') ?? '';
  rmSync(join(shipped, 'prompts', name));
  expect((await load()).scenarios.size).toBe(before - 1);
});

test('what is broken is passed over, and made anew', async () => {
  const sources = { shipped: shippedDirectory };
  const read = await loadScenariosCached(sources, cache());
  const file = join(cache(), files()[0] ?? '');
  const whole = readFileSync(file, 'utf8');
  for (const broken of ['', whole.slice(0, whole.length / 2), whole.replace('opening', 'closing'), '{}', 'null']) {
    writeFileSync(file, broken);
    expect(await loadScenariosCached(sources, cache())).toEqual(read);
    expect(readFileSync(file, 'utf8')).toBe(whole);
  }
});

test('a mistake in a file is still told by file and line, also the second time', async () => {
  const shipped = copied();
  const file = join(shipped, 'prompts/klein-moment.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('depth: 1', 'depth: 9'));
  const read = [await loadScenariosCached({ shipped }, cache()), await loadScenariosCached({ shipped }, cache())];
  for (const { problems } of read)
    expect(problems).toContainEqual(expect.objectContaining({ file, severity: 'error' }));
  expect(read[1]).toEqual(read[0]);
});

test('nothing of an owner’s own files is kept, and they are read each time', async () => {
  const own = join(root, 'eigen.yaml');
  writeFileSync(own, 'id: eigen-vraag\ntext: { nl: Wat zag je vandaag? }\nanswer: { kind: text }\n');
  const sources = { shipped: shippedDirectory, own };
  expect(await loadScenariosCached(sources, cache())).toEqual(loadScenarios(sources));
  expect(existsSync(cache())).toBe(false);
});

test('where nothing can be written it is read each time', async () => {
  const blocked = join(root, 'file');
  writeFileSync(blocked, '');
  const sources = { shipped: shippedDirectory };
  expect(await loadScenariosCached(sources, blocked)).toEqual(loadScenarios(sources));
});
