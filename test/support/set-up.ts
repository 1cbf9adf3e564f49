import { compileForTests } from './compiled.js';
import { placeForPostgres } from './postgres.js';

/** Before all tests; what it gives back is done after them. */
export default async function setUp(): Promise<() => Promise<void>> {
  const undo = [await compileForTests(), placeForPostgres()];
  return async () => {
    for (const end of undo) await end();
  };
}
