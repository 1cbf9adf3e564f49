import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readBackupNote } from '../../src/store/backup-note.js';
import { openStore } from '../../src/store/sqlite/open.js';
import { compiled } from '../support/compiled.js';
import { optionsFor, tempDir } from '../store/support.js';

const backUp = (cwd: string, to: string) =>
  spawnSync(process.execPath, [compiled('operator/backup'), to], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', DATA_DIR: join(cwd, 'data') },
    encoding: 'utf8',
  }).status;

it('leaves a note of how it went beside the data, for the bot that runs there', async () => {
  const cwd = tempDir();
  const dataDir = join(cwd, 'data');
  await (await openStore(optionsFor(dataDir))).close();
  expect(backUp(cwd, join(dataDir, 'inside'))).toBe(1);
  expect(readBackupNote(dataDir)).toMatchObject({ hasFailed: true, lastGoodAt: null });
  expect(backUp(cwd, join(cwd, 'copy'))).toBe(0);
  const good = readBackupNote(dataDir);
  expect(good).toMatchObject({ hasFailed: false, lastGoodAt: good?.lastTriedAt });
  expect(backUp(cwd, '/proc/nope/copy')).toBe(1);
  expect(readBackupNote(dataDir)).toMatchObject({ hasFailed: true, lastGoodAt: good?.lastGoodAt });
  expect(existsSync(join(cwd, 'copy', 'backup.json'))).toBe(false);
});

it('leaves none where there is no data', () => {
  const cwd = tempDir();
  mkdirSync(join(cwd, 'data'));
  expect(backUp(cwd, join(cwd, 'copy'))).toBe(1);
  expect(existsSync(join(cwd, 'data', 'backup.json'))).toBe(false);
});
