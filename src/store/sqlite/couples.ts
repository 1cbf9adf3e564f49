import { and, asc, eq, gt, lte, sql } from 'drizzle-orm';
import type { Couple, CoupleId, Instant, PersonId } from '../../core/scene.js';
import { coupleFormat } from '../documents.js';
import type { KeyId } from '../keys.js';
import { given, set, type House } from './house.js';
import { couples, invites, keysToErase, marks, members } from './schema.js';

export interface StoredCouple {
  readonly couple: Couple;
  readonly keyId: KeyId;
  readonly wakeAt: Instant | null;
}

export interface Couples {
  byId(id: CoupleId, members: readonly PersonId[]): StoredCouple | null;
  idByCode(code: string): CoupleId | null;
  /** The couple that nobody belongs to yet: it holds the owner's first link. */
  idOfNobody(): CoupleId | null;
  insert(couple: Couple, wakeAt: Instant | null): void;
  update(before: StoredCouple, couple: Couple, wakeAt: Instant | null): void;
  /** Seats go before they are taken: somebody may move from one couple to another. */
  clearSeats(before: StoredCouple, couple: Couple): void;
  takeSeats(before: StoredCouple | null, couple: Couple): void;
  erase(stored: StoredCouple): void;
  postpone(id: CoupleId, wakeAt: Instant): void;
  due(now: Instant, limit: number): readonly CoupleId[];
  nextDueAt(): Instant | null;
  withOpenRound(after: CoupleId, limit: number): readonly CoupleId[];
}

export function couplesOf(house: House): Couples {
  const { vault, documents } = house;
  const statements = { ...prepareCouples(house), ...prepareSeats(house), ...prepareClock(house) };

  const columnsOf = (couple: Couple, keyId: KeyId, wakeAt: Instant | null) => {
    const { id, members: seats, ...document } = couple;
    return {
      id,
      keyId,
      wakeAt,
      hasOpenRound: couple.round === null ? 0 : 1,
      memberCount: seats.length,
      sealed: documents.write(coupleFormat, keyId, place(id), document),
    };
  };
  const countPaired = (before: number, after: number) => {
    const by = Number(after === 2) - Number(before === 2);
    if (by !== 0) statements.countPaired.run({ by });
  };
  const saveCodes = (before: Couple | null, after: Couple) => {
    const had = before === null ? [] : codesOf(before);
    const has = codesOf(after);
    for (const code of had) if (!has.includes(code)) statements.dropCode.run({ lookup: vault.hash('code', code) });
    for (const code of has) {
      if (!had.includes(code)) statements.addCode.run({ lookup: vault.hash('code', code), coupleId: after.id });
    }
  };

  return {
    byId(id, seats) {
      const row = statements.byId.get({ id });
      if (row === undefined) return null;
      const document = documents.read(coupleFormat, row.keyId, place(id), row.sealed);
      return { couple: { ...document, id, members: seats }, keyId: row.keyId, wakeAt: row.wakeAt };
    },
    idByCode: (code) => statements.byCode.get({ lookup: vault.hash('code', code) })?.id ?? null,
    idOfNobody: () => statements.ofNobody.get()?.id ?? null,
    insert(couple, wakeAt) {
      statements.insert.run(columnsOf(couple, vault.draw(), wakeAt));
      saveCodes(null, couple);
      countPaired(0, couple.members.length);
    },
    update(before, couple, wakeAt) {
      if (before.couple !== couple) {
        statements.update.run(columnsOf(couple, before.keyId, wakeAt));
        saveCodes(before.couple, couple);
        countPaired(before.couple.members.length, couple.members.length);
      } else if (before.wakeAt !== wakeAt) {
        statements.setWakeAt.run({ id: couple.id, wakeAt });
      }
    },
    clearSeats(before, couple) {
      if (!sameSeats(before.couple, couple)) statements.clearSeats.run({ coupleId: couple.id });
    },
    takeSeats(before, couple) {
      if (before !== null && sameSeats(before.couple, couple)) return;
      couple.members.forEach((personId, seat) => statements.takeSeat.run({ personId, coupleId: couple.id, seat }));
    },
    erase({ couple, keyId }) {
      statements.remove.run({ id: couple.id });
      statements.eraseKey.run({ keyId });
      documents.forget(place(couple.id));
      countPaired(couple.members.length, 0);
    },
    postpone: (id, wakeAt) => statements.setWakeAt.run({ id, wakeAt }),
    due: (now, limit) => statements.due.all({ now, limit }).map(({ id }) => id),
    nextDueAt: () => statements.nextDue.get()?.wakeAt ?? null,
    withOpenRound: (after, limit) => statements.withOpenRound.all({ after, limit }).map(({ id }) => id),
  };
}

const place = (id: CoupleId) => `couples:${id}`;

const codesOf = (couple: Couple): readonly string[] => [
  ...(couple.invite === null ? [] : [couple.invite.code]),
  ...couple.spentCodes.map(({ code }) => code),
];

const sameSeats = (one: Couple, other: Couple) =>
  one.members.length === other.members.length && one.members.every((person, seat) => other.members[seat] === person);

const byId = eq(couples.id, given('id'));

function prepareCouples({ connection: { db } }: House) {
  const columns = {
    keyId: set('keyId'),
    wakeAt: set('wakeAt'),
    hasOpenRound: set('hasOpenRound'),
    memberCount: set('memberCount'),
    sealed: set('sealed'),
  };
  return {
    byId: db
      .select({ keyId: couples.keyId, wakeAt: couples.wakeAt, sealed: couples.sealed })
      .from(couples)
      .where(byId)
      .prepare(),
    insert: db
      .insert(couples)
      .values({ id: given('id'), ...columns })
      .prepare(),
    update: db.update(couples).set(columns).where(byId).prepare(),
    remove: db.delete(couples).where(byId).prepare(),
    eraseKey: db
      .insert(keysToErase)
      .values({ keyId: given('keyId') })
      .prepare(),
    countPaired: db
      .insert(marks)
      .values({ name: 'paired-couples', value: given('by') })
      .onConflictDoUpdate({ target: marks.name, set: { value: sql`value + excluded.value` } })
      .prepare(),
  };
}

function prepareSeats({ connection: { db } }: House) {
  return {
    byCode: db
      .select({ id: invites.coupleId })
      .from(invites)
      .where(eq(invites.lookup, given('lookup')))
      .prepare(),
    ofNobody: db
      .select({ id: couples.id })
      .from(couples)
      .where(sql`member_count = 0`)
      .orderBy(asc(couples.id))
      .prepare(),
    addCode: db
      .insert(invites)
      .values({ lookup: given('lookup'), coupleId: given('coupleId') })
      .prepare(),
    dropCode: db
      .delete(invites)
      .where(eq(invites.lookup, given('lookup')))
      .prepare(),
    clearSeats: db
      .delete(members)
      .where(eq(members.coupleId, given('coupleId')))
      .prepare(),
    takeSeat: db
      .insert(members)
      .values({ personId: given('personId'), coupleId: given('coupleId'), seat: given('seat') })
      .prepare(),
  };
}

function prepareClock({ connection: { db } }: House) {
  return {
    setWakeAt: db
      .update(couples)
      .set({ wakeAt: set('wakeAt') })
      .where(byId)
      .prepare(),
    due: db
      .select({ id: couples.id })
      .from(couples)
      .where(lte(couples.wakeAt, given('now')))
      .orderBy(asc(couples.wakeAt))
      .limit(given('limit'))
      .prepare(),
    nextDue: db
      .select({ wakeAt: couples.wakeAt })
      .from(couples)
      .where(sql`wake_at is not null`)
      .orderBy(asc(couples.wakeAt))
      .prepare(),
    withOpenRound: db
      .select({ id: couples.id })
      .from(couples)
      .where(and(sql`has_open_round = 1`, gt(couples.id, given('after'))))
      .orderBy(asc(couples.id))
      .limit(given('limit'))
      .prepare(),
  };
}
