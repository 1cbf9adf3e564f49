import type { Figure } from './figures.js';

export interface Part {
  readonly title: string;
  readonly run: (share: number) => Promise<readonly Figure[]>;
  /** Follows from what is known, without a run. */
  readonly isComputed?: boolean;
  /** A shorter run, where there is one: what is held against another commit runs dozens of times. */
  readonly lap?: (share: number) => Promise<readonly Figure[]>;
}

/** A part is imported when it is run: one that does not load keeps no other from running. */
export const parts: Readonly<Record<string, Part>> = {
  start: {
    title: 'A start',
    run: async () => (await import('./start.js')).benchStart(7),
    lap: async () => (await import('./start.js')).benchStart(1),
  },
  idle: {
    title: 'While nothing happens',
    run: async () => (await import('./idle.js')).benchIdle(1000),
  },
  disk: {
    title: 'What one update writes',
    run: async () => (await import('./disk.js')).benchDisk(),
    lap: async () => (await import('./disk.js')).benchDisk(),
  },
  apply: {
    title: 'Updates applied, beside a raw loop and among a crowd',
    run: async (share) => (await import('./apply.js')).benchApply({ rounds: 7, crowd: 999_000 * share }),
    lap: async (share) => (await import('./apply.js')).benchApply({ rounds: 3, crowd: 999_000 * share }),
  },
  'end-to-end': {
    title: 'End to end, beside three other bots',
    run: async () => {
      const { benchEndToEnd } = await import('./end-to-end.js');
      return [...(await benchEndToEnd(5)), ...(await benchEndToEnd(5, 2)), ...(await benchEndToEnd(5, 5))];
    },
    lap: async () => (await import('./end-to-end.js')).benchEndToEnd(3),
  },
  due: {
    title: 'Everybody due in one minute',
    run: async (share) => (await import('./due.js')).benchDue(100_000 * share),
  },
  taps: {
    title: 'People who tap while prompts go out',
    run: async (share) => (await import('./taps.js')).benchTaps(100_000 * share),
  },
  delivery: {
    title: 'Delivery at the limit',
    run: async () => {
      const { benchDelivery } = await import('./delivery.js');
      return [...(await benchDelivery(30, 20)), ...(await benchDelivery(1000, 10))];
    },
  },
  size: {
    title: 'Size',
    run: async (share) => {
      const { benchSize } = await import('./size.js');
      return benchSize(
        [1_000, 100_000, 1_000_000].map((couples) => couples * share),
        20_000 * share,
      );
    },
  },
  backup: {
    title: 'A backup while the bot works',
    run: async (share) => (await import('./backup.js')).benchBackup(100_000 * share),
  },
  postgres: {
    title: 'On PostgreSQL, beside SQLite and a raw loop',
    run: async (share) =>
      (await import('./postgres.js')).benchPostgres({
        rounds: Math.ceil(7 * Math.min(1, share)),
        crowd: 1_000_000 * share,
      }),
  },
  replicas: {
    title: 'Two processes on PostgreSQL',
    run: async (share) => (await import('./replicas.js')).benchReplicas(share),
  },
  capacity: {
    title: 'Capacity',
    isComputed: true,
    run: async () => (await import('./capacity.js')).capacity(),
  },
  emulator: { title: 'The emulator', run: async () => (await import('./emulator.js')).benchEmulator() },
};
