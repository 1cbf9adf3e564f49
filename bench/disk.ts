import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openStore } from '../src/store/sqlite/open.js';
import { startContender } from './contender.js';
import { atMost, noted, shown, withDirectory, type Figure } from './figures.js';
import { addition } from './raw.js';
import { addressInTurn, seedCouples, storeOptions } from './seed.js';
import { startStub, textUpdate } from './stub.js';

const couples = 100;
const watched = 20;
/** What follows the second call is written down well within it. */
const settledMs = 50;

/** What an update writes that comes alone, as nearly all do in a bot for one couple: a text, which takes a delete and a send. */
export async function benchDisk(): Promise<readonly Figure[]> {
  return withDirectory(async (base) => {
    const dataDir = join(base, 'data');
    const seeding = await openStore(storeOptions(dataDir));
    await seedCouples(seeding, couples);
    await seeding.close();
    const stub = await startStub();
    const bot = await startContender('ours', { apiRoot: stub.url, dataDir, couples, sendRate: 100_000 });
    const wal = join(dataDir, 'samenspraak.sqlite-wal');
    let update = 0;
    const tellAll = async (calls: number) => {
      for (let person = 0; person < watched; person += 1) {
        update += 1;
        await stub.feedUntil([textUpdate(update, Number(addressInTurn(person + 1, couples)), addition)], calls);
        await wait(settledMs);
      }
    };
    try {
      // There is no draft card to take away the first time.
      await tellAll(1);
      await tellAll(2);
      for (;;) {
        const [bytesBefore, before] = [writtenBy(bot.pid), readWal(wal)];
        await tellAll(2);
        const [bytes, after] = [writtenBy(bot.pid) - bytesBefore, readWal(wal)];
        // The log began anew meanwhile, which it does after a thousand pages.
        if (after.salt !== before.salt) continue;
        return [
          atMost('written by one update that comes alone', bytes / watched / 1000, 40, ' kB'),
          atMost('its transactions', (after.commits - before.commits) / watched, 3, ''),
          noted('pages it adds to the log', shown((after.frames - before.frames) / watched)),
        ];
      }
    } finally {
      await bot.stop();
      stub.stop();
    }
  });
}

/** What the system wrote to disk for a process. */
function writtenBy(pid: number): number {
  return Number(/^write_bytes: (\d+)/m.exec(readFileSync(`/proc/${String(pid)}/io`, 'utf8'))?.[1]);
}

const headerBytes = 32;
const frameBytes = 24 + 1024;

/** Counts the frames of a log and its commits, by https://www.sqlite.org/fileformat.html#the_write_ahead_log. */
function readWal(path: string) {
  const file = openSync(path, 'r');
  const header = Buffer.alloc(headerBytes);
  readSync(file, header, 0, headerBytes, 0);
  const salt = header.toString('hex', 16, 24);
  let [frames, commits] = [0, 0];
  const frame = Buffer.alloc(16);
  for (let at = headerBytes; at + frameBytes <= statSync(path).size; at += frameBytes) {
    readSync(file, frame, 0, 16, at);
    if (frame.toString('hex', 8, 16) !== salt) break;
    frames += 1;
    if (frame.readUInt32BE(4) !== 0) commits += 1;
  }
  closeSync(file);
  return { salt, frames, commits };
}
