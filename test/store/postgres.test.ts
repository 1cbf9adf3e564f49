import { afterAll, beforeAll, describe, it } from 'vitest';
import { findPostgres, sayLeftOut } from '../support/postgres.js';
import { describeStore } from './contract.js';
import { closePostgres, openEmptyPostgres } from './postgres-support.js';

if (findPostgres() !== null) {
  beforeAll(async () => {
    await openEmptyPostgres();
  });
  afterAll(closePostgres);
  describeStore('the store in PostgreSQL', openEmptyPostgres);
} else {
  describe('the store in PostgreSQL', () => {
    it('is left out, and says so', sayLeftOut);
  });
}
