import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.js';
import { readScenarios } from '../../src/house.js';
import { createLog } from '../../src/log.js';
import { leaveOut } from '../../src/scenarios/left-out.js';
import { planOf } from '../core/path/paths.js';

/** SCENARIOS_OFF, with all that ships: what is left out comes to nobody, and whoever had it still reads it. */

const enough = { BOT_TOKEN: `123456:${'a'.repeat(35)}`, OPERATOR_NAME: 'Sanne' };

async function readWithout(SCENARIOS_OFF: string, scenarioFile?: string) {
  const lines: string[] = [];
  const log = createLog('warn', { write: (line) => void lines.push(line) });
  const read = await readScenarios(readConfig({ ...enough, SCENARIOS_OFF }), log, scenarioFile);
  return { ...read, warned: lines.map((line) => JSON.parse(line) as { scenario: string; msg: string }) };
}

describe('what an operator leaves out', () => {
  let all: Awaited<ReturnType<typeof readWithout>>;
  beforeAll(async () => {
    all = await readWithout('');
  });

  test('is nothing, unless it is said', () => {
    expect(all.warned).toEqual([]);
    expect(all.paths.has('de-dans')).toBe(true);
    expect(all.scenarios.get('stil-gevoelstaal')?.isRetired).toBeUndefined();
  });

  test('is a prompt: read as before, retired, and no step of a path any more', async () => {
    const { scenarios, paths, warned } = await readWithout('stil-gevoelstaal');
    expect(warned).toEqual([]);
    expect(scenarios.get('stil-gevoelstaal')).toEqual({ ...all.scenarios.get('stil-gevoelstaal'), isRetired: true });
    const stepsOf = (from: typeof paths) => from.get('woorden-voor-gevoel')?.steps.map(({ scenario }) => scenario);
    expect(stepsOf(all.paths)).toContain('stil-gevoelstaal');
    expect(stepsOf(paths)).toEqual(stepsOf(all.paths)?.filter((scenario) => scenario !== 'stil-gevoelstaal'));
    expect([...scenarios.keys()].sort()).toEqual([...all.scenarios.keys()].sort());
  });

  test('is a path: off the shelf, its questions and cards read as before and retired; what it only uses stays', async () => {
    const { scenarios, paths } = await readWithout('woorden-voor-gevoel');
    expect([...all.paths.keys()].filter((id) => !paths.has(id))).toEqual(['woorden-voor-gevoel']);
    for (const [id, one] of all.scenarios) {
      const isOfIt = one.path === 'woorden-voor-gevoel';
      expect(scenarios.get(id)).toEqual(isOfIt ? { ...one, isRetired: true } : one);
    }
    expect(scenarios.get('stil-gevoelstaal')?.isRetired).toBeUndefined();
  });

  test('is a path of which no step is left', () => {
    const plan = planOf('los', ['een']);
    const used = plan.steps.map((step) => ({ ...step, scenario: 'wat-heb-je-nodig' }));
    const paths = new Map([['los', { ...plan, steps: used }]]);
    expect([...leaveOut({ ...all, paths }, ['de-dans']).paths.keys()]).toEqual(['los']);
    expect([...leaveOut({ ...all, paths }, ['wat-heb-je-nodig']).paths.keys()]).toEqual([]);
  });

  test('cannot be what is to be played: the start says so in one sentence', async () => {
    const file = join(import.meta.dirname, 'fixtures', 'de-ochtend.yaml');
    await expect(readWithout('de-ochtend', file)).rejects.toThrow(
      'is to be played, and SCENARIOS_OFF leaves it out: take de-ochtend out of it',
    );
  });

  test('is named in the log when it is not there, or when it is what every couple begins with', async () => {
    const { scenarios, warned } = await readWithout('de-dnas, klein-moment, de-dans--als-jij, spiegelen');
    expect(warned.map(({ scenario }) => scenario)).toEqual([
      'de-dnas',
      'de-dans--als-jij',
      'spiegelen',
      'klein-moment',
    ]);
    expect(new Set(warned.map(({ msg }) => msg)).size).toBe(2);
    expect(scenarios.get('klein-moment')?.isRetired).toBeUndefined();
  });
});
