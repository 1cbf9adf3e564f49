import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { readCommandLine } from '../../src/command-line.js';
import { countAnew, readScore, unanswered, writeEquivalents, writePage, type Mutant } from './score.js';

/**
 * Takes the last run of Stryker into docs/mutants.md and test/mutation/equivalents.txt; see score.ts. Without a run it
 * only writes both anew, for a line that somebody moved from one to the other.
 */

interface Report {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
}

readCommandLine({
  usage: 'npm run mutation:report',
  about: 'Takes the last mutation run (artifacts/mutation.json) into docs/mutants.md.',
});

const run = 'artifacts/mutation.json';
const page = 'docs/mutants.md';
const list = 'test/mutation/equivalents.txt';
const start = '<!-- counted -->';

const { files } = existsSync(run) ? (JSON.parse(readFileSync(run, 'utf8')) as Report) : { files: {} };
const [head = '', body = ''] = readFileSync(page, 'utf8').split(start);
const score = new Map(readScore(body, readFileSync(list, 'utf8')));
for (const [path, { source, mutants }] of Object.entries(files)) {
  const name = path.replace(/^src\//, '');
  if (mutants.length > 0) score.set(name, countAnew(source, mutants, score.get(name)));
}
for (const name of score.keys()) if (!existsSync(`src/${name}`)) score.delete(name);
const written = `${head}${start}\n\n${writePage(score)}`;
writeFileSync(page, await format(written, { ...(await resolveConfig(page)), filepath: page }));
writeFileSync(list, writeEquivalents(score));

const open = [...score].flatMap(([name, { reasons }]) =>
  [...reasons].filter(([, reason]) => reason === unanswered).map(([change]) => `${name}: ${change}`),
);
process.stdout.write(open.length === 0 ? 'Each has its answer.\n' : `Without an answer:\n${open.join('\n')}\n`);
