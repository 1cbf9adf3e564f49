import { writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { readCommandLine } from '../command-line.js';
import { placesIn } from '../scenarios/carriers.js';
import { readElements } from '../scenarios/elements.js';
import { listJsonSchema } from '../scenarios/list-file.js';
import { pathJsonSchema } from '../scenarios/path-file.js';
import { protocolJsonSchema } from '../scenarios/protocol-file.js';
import { postcardJsonSchema } from '../scenarios/postcard-file.js';
import { scenarioJsonSchema } from '../scenarios/scenario-file.js';
import { readPrompt, readThrough } from '../scenarios/read-through.js';
import { sourcesPage } from '../scenarios/sources-page.js';
import type { Language } from '../core/round/scenario.js';
import { rhythmDays } from '../core/rhythm/rhythm.js';
import { alikeIn, countsOf } from './alike.js';
import { pickedBy, readCommit } from './picked.js';
import { liveYear, printedYear } from './year.js';
import { loadScenarios, shippedDirectory, type Loaded, type ScenarioProblem } from '../scenarios/scenarios.js';

/**
 * `npm run scenarios [-- DIR|FILE…]` checks what ships and what is given; `--read PATH` prints one path to read through, `--pick COMMIT`
 * twenty prompts; `--schema` writes the JSON Schemas; `--sources` writes docs/sources.md.
 */

const languages: readonly Language[] = ['nl', 'en'];

const { values, words } = readCommandLine({
  usage:
    'npm run scenarios -- [--schema | --sources | --read PATH | --pick COMMIT | --year SEED [--rhythm daily|three|weekly] [--language nl|en]] [DIR|FILE…]',
  about:
    'Checks the prompts, protocols, paths and postcards that ship, and those given; --read prints one path, --pick twenty prompts drawn by a commit, --year what one couple would get in a year, --schema writes the JSON Schemas, --sources writes docs/sources.md.',
  options: {
    schema: { type: 'boolean', default: false },
    sources: { type: 'boolean', default: false },
    read: { type: 'string' },
    pick: { type: 'string' },
    year: { type: 'string' },
    rhythm: { type: 'string', default: 'three' },
    language: { type: 'string', default: 'nl' },
  },
  words: { least: 0, most: 1000 },
});
if (values.schema) {
  await writeSchema('scenario.schema.json', scenarioJsonSchema());
  await writeSchema('listening.schema.json', protocolJsonSchema());
  await writeSchema('path.schema.json', pathJsonSchema());
  await writeSchema('postcard.schema.json', postcardJsonSchema());
  await writeSchema('list.schema.json', listJsonSchema());
} else if (values.sources) {
  const page = sourcesPage(readElements(shippedDirectory), placesIn(shippedDirectory));
  await write(join(shippedDirectory, '..', 'docs', 'sources.md'), page);
} else
  process.exitCode = check(
    words.map((path) => resolve(path)),
    values,
  );

interface Asked {
  readonly read?: string | undefined;
  readonly pick?: string | undefined;
  readonly year?: string | undefined;
  readonly rhythm: string;
  readonly language: string;
}

function check(given: readonly string[], asked: Asked): number {
  const { read, pick, year } = asked;
  const own = given.filter((path) => path !== shippedDirectory && !path.startsWith(shippedDirectory + sep));
  const loaded = loadScenarios({ shipped: shippedDirectory, own });
  const { scenarios, protocols, paths, problems } = loaded;
  for (const problem of problems) console.log(asLine(problem));
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  if (read !== undefined) {
    const plan = paths.get(read);
    console.log(
      plan ? readThrough(plan, loaded) : `There is no path "${read}"; there are: ${[...paths.keys()].join(', ')}`,
    );
    return plan ? 0 : 1;
  }
  if (pick !== undefined) {
    const commit = readCommit(pick);
    if (commit === null) console.log('--pick takes a commit: eight hex digits or more.');
    else console.log(pickedBy(commit, scenarios).map(readPrompt).join('\n\n'));
    return commit === null ? 1 : 0;
  }
  if (year !== undefined) return printYear(loaded, year, asked);
  const postcards = [...scenarios.values()].filter(({ postcard }) => postcard !== undefined).length;
  const prompts = [...scenarios.values()].filter(({ path }) => path === undefined).length - postcards;
  const steps = [...paths.values()].reduce((sum, plan) => sum + plan.steps.length, 0);
  console.log(
    `${counted(prompts, 'prompt')}, ${counted(protocols.size, 'protocol')}, ${counted(paths.size, 'path')} of ${counted(steps, 'step')} and ${counted(postcards, 'postcard')} read, ${counted(errors, 'error')}, ${counted(warnings, 'warning')}.`,
  );
  // These counts are about what ships. Authors who check their own prompts are told only of those.
  const alike = own.length === 0 ? alikeIn(scenarios) : [];
  for (const line of own.length === 0 ? [...countsOf(scenarios), ...alike] : []) console.log(line);
  return errors === 0 && alike.length === 0 ? 0 : 1;
}

function printYear(loaded: Loaded, year: string, asked: Asked): number {
  const seed = Number(year);
  const rhythm = rhythmDays.find((one) => one === asked.rhythm);
  const language = languages.find((one) => one === asked.language);
  if (!Number.isInteger(seed) || rhythm === undefined || language === undefined) {
    console.log(
      `--year takes a whole number, --rhythm one of ${rhythmDays.join(', ')}, --language one of ${languages.join(', ')}.`,
    );
    return 1;
  }
  console.log(printedYear(liveYear(loaded, { seed, rhythm, language, days: 366 }), loaded, language));
  return 0;
}

function counted(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}

function asLine({ file, line, severity, message }: ScenarioProblem): string {
  const near = relative(process.cwd(), file);
  return `${near.startsWith('..') ? file : near}:${line}: ${severity === 'warning' ? 'warning: ' : ''}${message}`;
}

async function writeSchema(name: string, schema: object): Promise<void> {
  await write(join(shippedDirectory, name), JSON.stringify(schema));
}

/** Prettier is a development dependency; these files are written during development only. */
async function write(file: string, content: string): Promise<void> {
  const { format, resolveConfig } = await import('prettier');
  const options = await resolveConfig(file);
  writeFileSync(file, await format(content, { ...options, filepath: file }));
  console.log(`${relative(process.cwd(), file)} written.`);
}
