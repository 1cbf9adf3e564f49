import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    pool: 'forks',
    // Journeys wait for Telegram's one message a second more than they compute.
    maxWorkers: 4,
  },
});
