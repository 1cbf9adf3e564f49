import type { Instant } from '../../../src/core/ids.js';
import { movedDate, movedHour, movedInstant, type Move } from '../../../src/store/move.js';
import type { Tables } from '../../../src/store/scenes.js';
import type { Data } from './data.js';
import type { OutboxRow } from './outbox.js';

/** The clock was set: every time that is kept moves with it. */
export function moveAll(data: Data, { people, couples }: Tables, by: Move, now: Instant): void {
  people.move(by);
  couples.move(by, now);
  const at = (instant: Instant) => movedInstant(instant, by);
  for (const [id, wakeAt] of [...data.alone.entries()]) data.alone.set(id, at(wakeAt));
  for (const [id, seenAt] of [...data.seen.entries()]) data.seen.set(id, at(seenAt));
  for (const [id, rows] of [...data.chats.entries()]) {
    data.chats.set(
      id,
      rows.map((row) => ({ ...row, at: at(row.at) })),
    );
  }
  for (const [id, entries] of [...data.books.entries()]) {
    data.books.set(
      id,
      entries.map((entry) => {
        const shiftMs = at(entry.askedAt) - entry.askedAt;
        const openedAt = entry.openedAt === null ? null : at(entry.openedAt);
        const keptAt = entry.keptAt === null ? null : at(entry.keptAt);
        return { ...entry, askedAt: entry.askedAt + shiftMs, until: entry.until + shiftMs, openedAt, keptAt };
      }),
    );
  }
  const today = new Date(now).toISOString().slice(0, 10);
  const forgetsDates = movedDate(today, by) !== today;
  for (const [id, row] of [...data.outbox.rows.entries()]) data.outbox.rows.set(id, movedRow(row, by, forgetsDates));
}

function movedRow(row: OutboxRow, by: Move, forgetsDates: boolean): OutboxRow {
  const at = (instant: Instant) => movedInstant(instant, by);
  const hour = (instant: Instant) => movedHour(instant, by);
  const { outgoing } = row;
  const { notBefore, quiet } = outgoing;
  const isOfAnHour = row.queue === 'scheduled';
  const kept = isOfAnHour ? hour : at;
  return {
    ...row,
    outgoing: {
      ...outgoing,
      notBefore: notBefore === null ? null : kept(notBefore),
      quiet: quiet === null ? null : { from: hour(quiet.from), until: hour(quiet.until) },
      localDate: forgetsDates ? null : outgoing.localDate,
    },
    dueAt: isOfAnHour && row.dueAt === notBefore ? hour(row.dueAt) : at(row.dueAt),
    dropAfter: row.dropAfter === null ? null : kept(row.dropAfter),
    settledAt: row.settledAt === null ? null : at(row.settledAt),
    keepUntil: at(row.keepUntil),
  };
}
