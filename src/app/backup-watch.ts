import type { MachineClock } from '../clock.js';
import type { Log } from '../log.js';
import { backupState, dataMadeAt, readBackupNote, type BackupState } from '../store/backup-note.js';
import { dayMs } from '../core/time/durations.js';

export interface BackupStatus {
  readonly state: BackupState;
  readonly lastGoodAt: string | null;
}

export interface BackupWatch {
  /** Once a minute: says it where a backup failed or stayed away, once a day. */
  look(): void;
  status(): BackupStatus;
}

const sentences: Readonly<Partial<Record<BackupState, string>>> = {
  failed: 'the last backup failed: run npm run backup by hand, and it says why',
  missing: 'no backup was made for 36 hours: docs/operating.md says how to make one every night',
};

export function createBackupWatch(options: {
  readonly dataDir: string;
  readonly clock: MachineClock;
  readonly log: Pick<Log, 'warn'>;
}): BackupWatch {
  const { dataDir, clock, log } = options;
  let saidAtMs: number | null = null;

  function status(): BackupStatus {
    const note = readBackupNote(dataDir);
    const lastGoodAt = note?.lastGoodAt ?? null;
    return {
      state: backupState(note, dataMadeAt(dataDir), clock.now()),
      lastGoodAt: lastGoodAt === null ? null : new Date(lastGoodAt).toISOString(),
    };
  }

  return {
    status,
    look: () => {
      const sentence = sentences[status().state];
      const hasSaid = saidAtMs !== null && clock.elapsedMs() - saidAtMs < dayMs;
      if (sentence === undefined || hasSaid) return;
      saidAtMs = clock.elapsedMs();
      log.warn(sentence);
    },
  };
}
