import { defineConfig } from 'vitest/config';

/** The tests of what is mutated: no process, no browser, no store. */
export default defineConfig({
  test: {
    root: '.',
    testTimeout: 60_000,
    include: ['test/{core,courier,telegram}/**/*.test.ts'],
    exclude: ['test/courier/courier*.test.ts', 'test/telegram/{poller,send,log,register,uploads}.test.ts'],
  },
});
