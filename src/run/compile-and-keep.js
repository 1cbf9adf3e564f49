import { compileAndKeep } from './compile.js';
import { hashOfSources } from './kept.js';

/** A process of its own for `run.js`: compiling takes fifty megabytes, which the bot after it would keep for months. */
await compileAndKeep(hashOfSources());
