import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { tracesOf } from './traces.js';

const word = 'één regenboogforel';
const id = '7000000002';

function place(): string {
  const dir = mkdtempSync(join(tmpdir(), 'samenspraak-traces-'));
  onTestFinished(() => {
    rmSync(dir, { recursive: true, force: true });
  });
  mkdirSync(join(dir, 'diep', 'er'), { recursive: true });
  return dir;
}

const leaks: readonly (readonly [string, Buffer | string])[] = [
  ['as it is', `…${word}…`],
  ['in small letters', word.toUpperCase().toLowerCase()],
  ['in UTF-16', Buffer.from(`x${word}`, 'utf16le')],
  ['in big-endian UTF-16', Buffer.from(word, 'utf16le').swap16()],
  ['in hex', Buffer.from(`a${word}b`).toString('hex')],
  ['in an escaped JSON', JSON.stringify({ word }).replaceAll('é', '\\u00e9')],
  ['in a web address', encodeURIComponent(word)],
  ...[0, 1, 2].map((shift) => [`in base64, ${String(shift)} further`, base64(`${'-'.repeat(shift)}${word}!`)] as const),
  ['in base64 for addresses', base64(`{"${word}"}`).replaceAll('+', '-').replaceAll('/', '_')],
];

it.each(leaks)('finds a leak %s, in a file however deep and in a text', (_how, leak) => {
  const dir = place();
  writeFileSync(join(dir, 'diep', 'er', 'bestand'), leak);
  expect(tracesOf(['elders', word], { directories: [dir] })[0]).toMatch(/diep\/er\/bestand: secret 1/);
  if (typeof leak === 'string') expect(tracesOf([word], { texts: { uitvoer: leak } })[0]).toMatch(/^uitvoer/);
});

it('finds an id that a database holds as a number or a name', () => {
  const dir = place();
  const db = new Database(join(dir, 'db'));
  db.exec('create table t (a integer, b)');
  expect(tracesOf([id], { directories: [dir] })).toEqual([]);
  db.prepare('insert into t values (?, null)').run(Number(id));
  expect(tracesOf([id], { directories: [dir] })).toEqual([expect.stringMatching(/db: secret 0 as a number/)]);
  db.exec('delete from t; vacuum');
  db.prepare('insert into t values (null, ?)').run(Number(id));
  expect(tracesOf([id], { directories: [dir] })).toEqual([expect.stringMatching(/db: secret 0 as a floating number/)]);
  db.exec('delete from t; vacuum');
  db.prepare('insert into t values (null, ?)').run(id);
  db.close();
  expect(tracesOf([id], { directories: [dir] })).toContainEqual(expect.stringMatching(/db: secret 0 as text/));
});

it('finds nothing where there is nothing', () => {
  const dir = place();
  writeFileSync(join(dir, 'bestand'), 'een gewone forel');
  expect(tracesOf([word, id], { directories: [dir], texts: { uitvoer: 'regen' } })).toEqual([]);
});

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
