import type { InstrumenterContext } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
  type DryRunOptions,
  type DryRunResult,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
} from '@stryker-mutator/api/test-runner';
import { build } from 'esbuild';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { Script } from 'node:vm';
import { withOwnAddress } from '../support/own-address.js';
import { collector, type CollectedTest } from './collected.js';

/**
 * Stryker's runner for the rules. They need no process, disk or network, so that all their tests fit into one script that is
 * loaded once: a change of the code costs what the tests that reach it take, until the first that fails.
 */
class RulesRunner implements TestRunner {
  readonly #stryker: InstrumenterContext = ((globalThis as Record<string, unknown>)['__stryker__'] ??= {});
  readonly #durations = new Map<string, number>();
  readonly #kills = new Map<string, number>();
  #killed = 0;
  /** Of all tests, under no name, and of each file whose tests are enough for what they are about. */
  readonly #scripts = new Map<string, Script>();
  #tests: readonly CollectedTest[] = [];
  /** What is loaded has been loaded, or has remembered something, while the code was changed. */
  #isTainted = false;

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    await this.#load();
  }

  async dryRun({ coverageAnalysis }: DryRunOptions): Promise<DryRunResult> {
    this.#stryker.activeMutant = undefined as never;
    const tests = await this.#play(this.#tests, false);
    const { mutantCoverage } = this.#stryker;
    const isCovered = coverageAnalysis !== 'off' && mutantCoverage !== undefined;
    return { status: DryRunStatus.Complete, tests, ...(isCovered ? { mutantCoverage } : {}) };
  }

  async mutantRun({
    testFilter,
    hitLimit,
    activeMutant,
    mutantActivation,
  }: MutantRunOptions): Promise<MutantRunResult> {
    const own = ownTests.exec(activeMutant.fileName)?.slice(1).join('/') ?? '';
    this.#stryker.hitLimit = hitLimit as never;
    this.#stryker.hitCount = hitLimit === undefined ? (undefined as never) : 0;
    const isLoadedChanged = mutantActivation === 'static' || own !== '';
    if (this.#isTainted && !isLoadedChanged) await this.#load();
    this.#stryker.activeMutant = activeMutant.id;
    if (isLoadedChanged) await this.#load(own);
    this.#isTainted = isLoadedChanged;
    const wanted = testFilter === undefined || own !== '' ? null : new Set(testFilter);
    const tests = wanted === null ? this.#tests : this.#tests.filter(({ id }) => wanted.has(id));
    const results = await this.#play(this.#inOrder(nearTo(activeMutant.fileName, tests)), true);
    const killer = results.at(-1);
    if (killer?.status === TestStatus.Failed) this.#kills.set(killer.id, ++this.#killed);
    const timedOut = determineHitLimitReached(this.#stryker.hitCount, hitLimit);
    this.#stryker.activeMutant = undefined as never;
    return toMutantRunResult(timedOut ?? { status: DryRunStatus.Complete, tests: results });
  }

  async #scriptOf(own: string): Promise<Script> {
    const known = this.#scripts.get(own);
    if (known !== undefined) return known;
    const files = own === '' ? testFiles() : [`test/core/${own}.test.ts`];
    const script = new Script(await bundled(files), { filename: 'rules.cjs' });
    this.#scripts.set(own, script);
    return script;
  }

  async #load(own = ''): Promise<void> {
    const script = await this.#scriptOf(own);
    const { tests, vitest, enter } = collector();
    const fromHere = createRequire(resolve('package.json'));
    const require = (name: string): unknown => (name === 'vitest' ? vitest : fromHere(name));
    const start = script.runInThisContext() as (require: unknown, enter: unknown) => void;
    try {
      start(require, enter);
      this.#tests = tests.filter(({ name }) => !counted.some((one) => name.includes(one)));
    } catch (error) {
      // A change that leaves nothing to load is one that every test would notice.
      const failing = () => {
        throw error;
      };
      this.#tests = [{ id: 'loading', file: '', name: 'loading', run: failing }];
    }
  }

  /** What noticed a change a moment ago may well notice the next one; then what costs least. */
  #inOrder(tests: readonly CollectedTest[]): readonly CollectedTest[] {
    const costOf = ({ id }: CollectedTest) => this.#durations.get(id) ?? 0;
    const killsOf = ({ id }: CollectedTest) => this.#kills.get(id) ?? 0;
    return tests.toSorted((one, other) => killsOf(other) - killsOf(one) || costOf(one) - costOf(other));
  }

  async #play(tests: readonly CollectedTest[], untilOneFails: boolean): Promise<TestResult[]> {
    const results: TestResult[] = [];
    for (const { id, name, run } of tests) {
      this.#stryker.currentTestId = id;
      const before = performance.now();
      const failure = await failureOf(run);
      const timeSpentMs = performance.now() - before;
      this.#stryker.currentTestId = undefined as never;
      if (!untilOneFails) this.#durations.set(id, timeSpentMs);
      const played = { id, name, timeSpentMs };
      if (failure === null) results.push({ ...played, status: TestStatus.Success });
      else results.push({ ...played, status: TestStatus.Failed, failureMessage: failure });
      if (failure !== null && untilOneFails) break;
    }
    return results;
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'rules', RulesRunner)];

/**
 * What reads words, and the calendar: their own tests say all of it. Most of it is made when it is loaded, or remembers what it
 * once found, so that each change is played from the beginning.
 */
const ownTests =
  /core[/\\](help|reading|time)[/\\](calendar|code|crisis(?=-words)|holiday|hour|zone)(?:-words(?:-[a-z]+)?)?\.ts$/;
/** Looks at what the tests before it have reached, so that it says nothing when only some of them are played. */
const counted = ['the states above lead along most ways of the table'];
/** Properties try for seconds what the stories say at once. */
const properties = /(promises?|-property|silence|nobody-reads-along)\.test\.ts$/;

/** Tables with a line for every state of one room say nothing new about the others; nor does the calendar's library. */
const rooms = [
  {
    tests: /core[/\\]listening[/\\]table\.test\.ts$/,
    code: /core[/\\](listening[/\\]|held-back|crossing[/\\]|decide)/,
  },
  { tests: /core[/\\]breather[/\\]table\.test\.ts$/, code: /core[/\\](breather[/\\]|held-back|leaving[/\\]|decide)/ },
  { tests: /core[/\\]time[/\\]calendar\.test\.ts$/, code: /core[/\\]time[/\\]calendar\.ts$/ },
];

function nearTo(changed: string, tests: readonly CollectedTest[]): readonly CollectedTest[] {
  const isNear = ({ file }: CollectedTest) =>
    rooms.every(({ tests: of, code }) => !of.test(file) || code.test(changed));
  const near = tests.filter(isNear);
  return near.length > 0 ? near : tests;
}

const ofIntake = ['intake', 'intake-other', 'intake-malformed'].map((name) => `test/telegram/${name}.test.ts`);
const others = ['test/courier/policy.test.ts', ...ofIntake];

function testFiles(): readonly string[] {
  const ofRules = readdirSync('test/core', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts') && !properties.test(name))
    .map((name) => join('test/core', name));
  return [...ofRules, ...others];
}

async function bundled(files: readonly string[]): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: files.map((file) => `import './${file}';`).join('\n'),
      resolveDir: resolve('.'),
    },
    bundle: true,
    write: false,
    packages: 'external',
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'error',
    plugins: [
      {
        name: 'own-address',
        setup: (one) => {
          one.onLoad({ filter: /[/\\](src|test)[/\\].*\.ts$/ }, ({ path }) => ({
            contents: `${path.endsWith('.test.ts') ? `enter(${JSON.stringify(path)});` : ''}${withOwnAddress(readFileSync(path, 'utf8'), path)}`,
            loader: 'ts',
          }));
        },
      },
    ],
  });
  return `(function (require, enter) {${outputFiles[0]?.text ?? ''}\n})`;
}

async function failureOf(run: () => unknown): Promise<string | null> {
  try {
    await run();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
