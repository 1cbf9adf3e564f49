import { defineConfig } from 'vitest/config';
import { JourneysFirst } from './test/support/journeys-first.js';

const all = 'test/**/*.test.ts';
/** What takes long: real processes, started again and again, or hours on two phones. By `npm run walks`, not by `npm test`. */
const walks = 'test/**/*.walk.test.ts';
/** Files that change what others share: Telegraf as it comes, which `telegram/client.ts` gives another way to call. */
const alone = ['test/emulator/clients.test.ts'];
/** Files that open a Chromium of their own. */
const browser = 'test/browser/**/*.test.ts';

export default defineConfig({
  test: {
    globalSetup: 'test/support/set-up.ts',
    // Far more than they take, since a busy machine is no failure; helpers that wait in vain say sooner what for.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // On the one run that decides, a journey that came too late by a hair is asked once more, and counted as such.
    retry: process.env['CI'] === 'true' ? 1 : 0,
    pool: 'forks',
    // Journeys wait for other processes about as much as they compute.
    maxWorkers: 4,
    sequence: { sequencer: JourneysFirst },
    projects: [
      // Loading the same modules anew for every file would take longer than most files do.
      {
        extends: true,
        test: { name: 'together', include: [all], exclude: [...alone, browser, walks], isolate: false },
      },
      { extends: true, test: { name: 'walks', include: [walks], isolate: false } },
      { extends: true, test: { name: 'alone', include: alone } },
      {
        extends: true,
        test: {
          name: 'browser',
          include: [browser],
          isolate: false,
          // One Chromium takes both cores of a small machine: four at once open a page later than anybody waits for it.
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
