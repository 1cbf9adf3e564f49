import { compileForTests } from './compiled.js';
import { placeForPostgres } from './postgres.js';

/** Before all tests; what it gives back is done after them. */
export default async function setUp(): Promise<() => Promise<void>> {
  const removeCompiled = await compileForTests();
  const endServers = placeForPostgres();
  return async () => {
    removeCompiled();
    await endServers();
  };
}
