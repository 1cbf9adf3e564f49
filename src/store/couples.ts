import { isOpen } from '../core/parts.js';
import type { Couple } from '../core/scene.js';
import type { CoupleId, Instant, PersonId } from '../core/ids.js';
import { coupleFormat, movedCouple } from './documents.js';
import { readDocument, writeDocument } from './document-format.js';
import { unlessBroken } from './failures.js';
import type { KeyId, Sealing, TableKeys } from './sealing.js';
import type { Move } from './move.js';
import { places } from './places.js';
import { RecentMap } from './recent-map.js';
import type { Change, Everything, Look } from './look.js';
import { readOnce, type TableOf } from './people.js';

export interface StoredCouple {
  readonly couple: Couple;
  readonly keyId: KeyId;
  readonly wakeAt: Instant | null;
}

interface ById {
  readonly id: CoupleId;
}

interface CoupleColumns extends ById {
  readonly keyId: KeyId;
  readonly wakeAt: Instant | null;
  readonly hasOpenRound: 0 | 1;
  readonly memberCount: number;
  readonly sealed: Buffer;
}

interface OfCode {
  readonly lookup: Buffer;
}

export interface SeatRow {
  readonly keyId: KeyId;
  readonly wakeAt: Instant | null;
  readonly sealed: Buffer;
  readonly member: PersonId | null;
}

/** The rows behind it. */
export interface CouplesRows {
  /** One for each seat that is taken, in their order, and at least one. */
  readonly byId: Look<ById, SeatRow>;
  readonly insert: Change<CoupleColumns>;
  readonly update: Change<CoupleColumns>;
  readonly setWakeAt: Change<ById & { readonly wakeAt: Instant | null }>;
  readonly ids: Look<Everything, ById>;
  /** All that are to be woken at some time. */
  readonly wakeAll: Change<{ readonly wakeAt: Instant }>;
  readonly remove: Change<ById>;
  readonly eraseKey: Change<{ readonly keyId: KeyId }>;
  readonly countPaired: Change<{ readonly by: number }>;
  readonly byCode: Look<OfCode, ById>;
  readonly ofNobody: Look<Everything, ById>;
  readonly addCode: Change<OfCode & { readonly coupleId: CoupleId }>;
  readonly dropCode: Change<OfCode & { readonly coupleId: CoupleId }>;
  readonly clearSeats: Change<{ readonly coupleId: CoupleId }>;
  readonly takeSeat: Change<{ readonly personId: PersonId; readonly coupleId: CoupleId; readonly seat: number }>;
}

/** The table of couples, with their seats and codes; remembered and forgotten like people. */
export interface Couples {
  byId(id: CoupleId): StoredCouple | null;
  idByCode(code: string): CoupleId | null;
  /** The couple that nobody belongs to yet: it holds the owner's first link. */
  idOfNobody(): CoupleId | null;
  insert(couple: Couple, wakeAt: Instant | null): void;
  /** With another key, the one there was goes; gives the one there is. */
  update(before: StoredCouple, couple: Couple, isRekeyed: boolean, wakeAt: Instant | null): KeyId;
  /** Seats go before they are taken: somebody may move from one couple to another. */
  clearSeats(before: StoredCouple, couple: Couple): void;
  takeSeats(before: StoredCouple | null, couple: Couple): void;
  erase(stored: StoredCouple): void;
  forget(): void;
  postpone(id: CoupleId, wakeAt: Instant): void;
  /** The clock was set: moves every time that is kept of any couple, and has the clock look at all of them. */
  move(by: Move, now: Instant): void;
}

export function couplesOf({ vault, rows: statements, remembered: size, opened }: TableOf<CouplesRows>): Couples {
  const remembered = new RecentMap<CoupleId, StoredCouple>(size);

  const remember = (stored: StoredCouple) => {
    remembered.set(stored.couple.id, stored);
    return stored;
  };
  const columnsOf = (stored: StoredCouple) => sealCouple(remember(stored), vault);
  const countPaired = (before: number, after: number) => {
    if ((before === 2) !== (after === 2)) statements.countPaired.run({ by: after === 2 ? 1 : -1 });
  };
  const saveCodes = codeSaverOf(vault, statements);

  const read = (id: CoupleId): StoredCouple | null => {
    const rows = statements.byId.all({ id });
    const [first] = rows;
    if (first === undefined) return null;
    return remember(readOnce(opened, first, () => readCouple(id, first, rows, vault)));
  };

  return {
    byId: (id) => remembered.get(id) ?? read(id),
    idByCode: (code) => statements.byCode.get({ lookup: vault.lookup('code', code) })?.id ?? null,
    idOfNobody: () => statements.ofNobody.get({})?.id ?? null,
    insert(couple, wakeAt) {
      statements.insert.run(columnsOf({ couple, keyId: vault.draw(), wakeAt }));
      saveCodes(null, couple);
      countPaired(0, couple.members.length);
    },
    update(before, couple, isRekeyed, wakeAt) {
      if (couple !== before.couple || isRekeyed) {
        const keyId = isRekeyed ? vault.draw() : before.keyId;
        statements.update.run(columnsOf({ couple, keyId, wakeAt }));
        if (isRekeyed) statements.eraseKey.run({ keyId: before.keyId });
        saveCodes(before.couple, couple);
        countPaired(before.couple.members.length, couple.members.length);
        return keyId;
      }
      if (before.wakeAt !== wakeAt) {
        statements.setWakeAt.run({ id: couple.id, wakeAt });
        remember({ ...before, wakeAt });
      }
      return before.keyId;
    },
    clearSeats(before, couple) {
      if (!sameSeats(before.couple.members, couple.members)) statements.clearSeats.run({ coupleId: couple.id });
    },
    takeSeats(before, { id: coupleId, members: seated }) {
      if (before !== null && sameSeats(before.couple.members, seated)) return;
      seated.forEach((personId, seat) => statements.takeSeat.run({ personId, coupleId, seat }));
    },
    erase({ couple, keyId }) {
      statements.remove.run({ id: couple.id });
      statements.eraseKey.run({ keyId });
      remembered.delete(couple.id);
      countPaired(couple.members.length, 0);
    },
    forget: () => {
      remembered.clear();
    },
    postpone: (id, wakeAt) => {
      statements.setWakeAt.run({ id, wakeAt });
      remembered.delete(id);
    },
    move(by, now) {
      statements.wakeAll.run({ wakeAt: now });
      for (const { id } of statements.ids.all({})) {
        const stored = unlessBroken(() => read(id));
        if (stored !== null) statements.update.run(columnsOf({ ...stored, couple: movedCouple(stored.couple, by) }));
      }
    },
  };
}

function readCouple(id: CoupleId, { keyId, wakeAt, sealed }: SeatRow, rows: readonly SeatRow[], vault: Sealing) {
  const members = rows.flatMap(({ member }) => member ?? []);
  const document = readDocument(coupleFormat, vault.unseal(keyId, places.couple(id, members), sealed));
  return { couple: { id, members, ...document }, keyId, wakeAt };
}

function codeSaverOf(vault: TableKeys, { dropCode, addCode }: CouplesRows) {
  return (before: Couple | null, after: Couple) => {
    const had = before === null ? [] : codesOf(before);
    const has = codesOf(after);
    const lookup = (code: string) => ({ lookup: vault.lookup('code', code), coupleId: after.id });
    for (const code of had) if (!has.includes(code)) dropCode.run(lookup(code));
    for (const code of has) if (!had.includes(code)) addCode.run(lookup(code));
  };
}

function sealCouple({ couple, keyId, wakeAt }: StoredCouple, vault: Sealing): CoupleColumns {
  const { id, members: seated, ...document } = couple;
  const sealed = vault.seal(keyId, places.couple(id, seated), () => writeDocument(coupleFormat, document));
  return {
    id,
    keyId,
    wakeAt,
    hasOpenRound: isOpen(couple) ? 1 : 0,
    memberCount: seated.length,
    sealed,
  };
}

const codesOf = (couple: Couple): readonly string[] => [
  ...(couple.invite === null ? [] : [couple.invite.code]),
  ...couple.spentCodes.map(({ code }) => code),
];

const sameSeats = (one: Couple['members'], other: Couple['members']) =>
  one.length === other.length && one.every((person, seat) => other[seat] === person);
