import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileAndKeep, startedByName } from './compile.js';
import { fileOf, hashOfSources } from './kept.js';

/**
 * A process of its own for `run.js`: compiling, and reading what ships, takes seventy megabytes which the bot after it would keep for
 * months.
 */
const directory = await compileAndKeep(hashOfSources());
if (startedByName().includes('ahead')) await import(pathToFileURL(join(directory, fileOf('ahead'))).href);
