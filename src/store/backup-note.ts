import { readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Instant } from '../core/ids.js';
import { writeDurably } from './durable.js';
import { keysFile } from './sqlite/files.js';

/**
 * When the data was last copied, and whether that went well: `npm run backup` is another process, at night, and the bot
 * that runs beside it is the one that somebody asks. Moments only.
 */
export interface BackupNote {
  readonly lastGoodAt: Instant | null;
  readonly lastTriedAt: Instant;
  readonly hasFailed: boolean;
}

const file = 'backup.json';
const shape = z.object({
  version: z.literal(1),
  lastGoodAt: z.number().nullable(),
  lastTriedAt: z.number(),
  hasFailed: z.boolean(),
});

/** Null when no backup was ever tried. */
export function readBackupNote(dataDir: string): BackupNote | null {
  try {
    const { lastGoodAt, lastTriedAt, hasFailed } = shape.parse(JSON.parse(readFileSync(join(dataDir, file), 'utf8')));
    return { lastGoodAt, lastTriedAt, hasFailed };
  } catch {
    return null;
  }
}

/** The copy itself counts: where this cannot be written, it is left. */
export function noteBackup(dataDir: string, isGood: boolean, now: Instant): void {
  if (dataMadeAt(dataDir) === null) return;
  const lastGoodAt = isGood ? now : (readBackupNote(dataDir)?.lastGoodAt ?? null);
  const path = join(dataDir, file);
  try {
    rmSync(`${path}.new`, { force: true });
    writeDurably(
      `${path}.new`,
      `${JSON.stringify({ version: 1, lastGoodAt, lastTriedAt: now, hasFailed: !isGood })}\n`,
    );
    renameSync(`${path}.new`, path);
  } catch {
    // The disk is full, or this user may only read there.
  }
}

/** When there was first something to copy; null where nothing lies. */
export function dataMadeAt(dataDir: string): Instant | null {
  const stat = statSync(join(dataDir, keysFile), { throwIfNoEntry: false });
  if (stat === undefined) return null;
  return stat.birthtimeMs > 0 ? stat.birthtimeMs : stat.ctimeMs;
}

export type BackupState = 'good' | 'failed' | 'missing' | 'not yet';

/** A night and half a day: one that was skipped shows before the next. */
const lateMs = 36 * 3_600_000;

export function backupState(note: BackupNote | null, madeAt: Instant | null, now: Instant): BackupState {
  if (note?.hasFailed === true) return 'failed';
  const from = note?.lastGoodAt ?? madeAt;
  if (from !== null && now - from > lateMs) return 'missing';
  return note === null ? 'not yet' : 'good';
}
