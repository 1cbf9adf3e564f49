import { describeStore } from './contract.js';
import { createMemoryStore } from './memory/memory-store.js';

/** What the simulation keeps its couples in; see docs/testing.md. */
describeStore('the store without a database', () => Promise.resolve(createMemoryStore()));
