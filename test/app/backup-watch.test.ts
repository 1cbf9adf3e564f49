import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createBackupWatch } from '../../src/app/backup-watch.js';
import { noteBackup, readBackupNote } from '../../src/store/backup-note.js';
import { clockOf } from '../../src/clock.js';
import { tempDir } from '../store/support.js';

/** A bot on data that was made a moment ago, looking every minute while time passes. */
function aWatch() {
  const dataDir = tempDir();
  writeFileSync(join(dataDir, 'keys.sqlite'), '');
  const began = Date.now();
  let passedMs = 0;
  const said: unknown[] = [];
  const machine = { wallMs: () => began + passedMs, stopwatchMs: () => passedMs, uptimeMs: () => passedMs };
  const clock = clockOf(machine);
  const watch = createBackupWatch({ dataDir, clock, log: { warn: (sentence: unknown) => said.push(sentence) } });
  const passHours = (hours: number) => {
    for (let minute = 0; minute < hours * 60; minute += 1) {
      passedMs += 60_000;
      watch.look();
    }
  };
  return {
    dataDir,
    watch,
    passHours,
    said,
    backsUp: (isGood: boolean) => {
      noteBackup(dataDir, isGood, clock.now());
    },
  };
}

it('says nothing while a backup is made every night', () => {
  const { watch, passHours, said, backsUp } = aWatch();
  expect(watch.status()).toEqual({ state: 'not yet', lastGoodAt: null });
  for (let night = 0; night < 5; night += 1) {
    passHours(24);
    backsUp(true);
  }
  expect(watch.status()).toMatchObject({ state: 'good', lastGoodAt: expect.stringMatching(/^\d{4}-/) as string });
  expect(said).toEqual([]);
});

it('warns once a day from the morning on after a night without one', () => {
  const { watch, passHours, said, backsUp } = aWatch();
  passHours(1);
  backsUp(true);
  passHours(35);
  expect(said).toEqual([]);
  passHours(2);
  expect(said).toEqual([expect.stringContaining('no backup was made for 36 hours')]);
  expect(watch.status().state).toBe('missing');
  passHours(23);
  expect(said).toHaveLength(1);
  passHours(48);
  expect(said).toHaveLength(3);
  backsUp(true);
  passHours(24);
  expect(said).toHaveLength(3);
});

it('warns as well when none was ever made, once there has been time for it', () => {
  const { passHours, said } = aWatch();
  passHours(35);
  expect(said).toEqual([]);
  passHours(2);
  expect(said).toHaveLength(1);
});

it('warns at once after one that failed, and remembers the last good one', () => {
  const { dataDir, watch, passHours, said, backsUp } = aWatch();
  backsUp(true);
  const good = readBackupNote(dataDir)?.lastGoodAt;
  passHours(24);
  backsUp(false);
  passHours(1);
  expect(said).toEqual([expect.stringContaining('the last backup failed')]);
  expect(watch.status()).toEqual({ state: 'failed', lastGoodAt: new Date(good ?? 0).toISOString() });
  expect(statSync(join(dataDir, 'backup.json')).mode & 0o777).toBe(0o600);
});

it('takes a note that cannot be read for none', () => {
  const { dataDir, watch } = aWatch();
  writeFileSync(join(dataDir, 'backup.json'), '{"version":1,');
  expect(watch.status().state).toBe('not yet');
});
