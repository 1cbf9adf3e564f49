import { openStore } from '../../src/store/sqlite/open.js';
import { describeStore } from './contract.js';
import { optionsFor, tempDir } from './support.js';

describeStore('the store in SQLite files', () => openStore(optionsFor(tempDir())));
describeStore('the store in memory', () => openStore(optionsFor(':memory:')));
describeStore('the store with nothing kept in memory', () =>
  openStore(optionsFor(':memory:', { cacheSizes: { keys: 0, remembered: 0 } })),
);
