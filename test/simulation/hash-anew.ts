import { readFileSync, writeFileSync } from 'node:fs';
import { readCommandLine } from '../../src/command-line.js';
import { traces } from './traces.js';

/** For a commit that means to change what people read or when: the lives of traces.json as they are lived now. */

readCommandLine({
  usage: 'npm run traces',
  about:
    'Lives the worlds of test/simulation/traces.json and writes down their hashes anew. It takes one to two minutes.',
});

const file = new URL('traces.json', import.meta.url);
const before = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>;
const now = await traces();
writeFileSync(file, `${JSON.stringify(now, null, 2)}\n`);
const changed = Object.keys(now).filter((world) => now[world] !== before[world]).length;
process.stdout.write(`${String(changed)} of ${String(Object.keys(now).length)} lives are lived otherwise.\n`);
