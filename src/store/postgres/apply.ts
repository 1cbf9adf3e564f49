import { isDeepStrictEqual } from 'node:util';
import { needs as needsOf } from '../../core/needs.js';
import type { Instant } from '../../core/ids.js';
import { applyOneOf, forgetRemembered, type ApplyOne, type OnFailure } from '../apply.js';
import type { Applied, Inbound, Rule } from '../store.js';
import { isConstraint, type Asked } from './connect.js';
import { findWhom, joined, MustBeginAgain, type Whom } from './load.js';
import { gather, tablesOf, work, type House, type SetTables } from './transaction.js';
import type { Need, WorkingSet } from './working-set.js';

export interface Batch {
  readonly inbound: readonly Inbound[];
  readonly rule: Rule;
  readonly now: Instant;
  readonly onFailure: OnFailure;
}

/** Applies a batch as one, within a transaction. Throws the error of the constraint when a result cannot be stored. */
export async function applyTogether(asked: Asked, house: House, batch: Batch, more: Whom): Promise<readonly Applied[]> {
  const { inbound, rule, now, onFailure } = batch;
  const needs = inbound.flatMap((one) => whomOf(one, house));
  const [fresh, found] = await Promise.all([noteSeen(asked, house, batch), findWhom(asked, needs)]);
  const whom = joined(found, more);
  const set = await gather(asked, house, whom, (loaded) => [...needs, ...messagesOf(inbound, house, loaded)]);
  const tables = tablesOf(set, house.defaults);
  return work(asked, house, set, tables, () => {
    const left = new Set(fresh);
    const applyOne = applierOf(set, tables, (updateId) => left.delete(updateId));
    return inbound.map((one) => applyOne(one, askedOnce(rule, set), now, onFailure));
  });
}

/** The same, with a savepoint for each command, so that one that cannot be stored undoes only itself. */
export async function applyApart(asked: Asked, house: House, batch: Batch, more: Whom): Promise<readonly Applied[]> {
  const applied: Applied[] = [];
  for (const one of batch.inbound) {
    await asked.query('savepoint one');
    try {
      applied.push(...(await applyTogether(asked, house, { ...batch, inbound: [one] }, more)));
    } catch (error) {
      if (!isConstraint(error) && !isBroken(error)) throw error;
      await asked.query('rollback to savepoint one');
      applied.push(...(await applyTogether(asked, house, { ...batch, inbound: [one], rule: refusing(error) }, more)));
    }
    await asked.query('release savepoint one');
  }
  return applied;
}

/** What the command led to cannot be stored: it counts as failed, and its sender is told. */
const refusing = (error: unknown) => (): never => {
  throw error;
};

/** An error that a rule threw, as opposed to one of the database. */
const isBroken = (error: unknown): boolean =>
  !(error instanceof MustBeginAgain) && !(error instanceof Error && 'code' in error);

function applierOf(set: WorkingSet, tables: SetTables, noteSeen: (updateId: number) => boolean): ApplyOne {
  return applyOneOf({
    tables,
    noteSeen,
    save: (save) => {
      const mark = set.journal.mark();
      try {
        save();
      } catch (error) {
        set.journal.backTo(mark);
        forgetRemembered(tables);
        throw error;
      }
    },
    keepKeys: () => {
      const before = new Set(set.fresh.keys());
      return () => {
        for (const id of set.fresh.keys()) if (!before.has(id)) set.fresh.delete(id);
      };
    },
    endsBatch: () => false,
  });
}

/** Calls a rule once all that it sees is loaded, and not again as long as it would see the same. */
function askedOnce(rule: Rule, set: WorkingSet): Rule {
  return (scene, inbound, now) => {
    if (set.lacksScene()) throw new Error('not all that it sees was loaded');
    const known = set.outcomes.get(inbound);
    if (known !== undefined && isSame(known.scene, scene)) return known.outcome;
    const outcome = rule(scene, inbound, now);
    set.outcomes.set(inbound, { scene, outcome });
    return outcome;
  };
}

function isSame(one: Parameters<Rule>[0], other: Parameters<Rule>[0]): boolean {
  const sameIn = (some: Readonly<Record<number, unknown>>, others: Readonly<Record<number, unknown>>) => {
    const ids = Object.keys(some);
    return ids.length === Object.keys(others).length && ids.every((id) => some[Number(id)] === others[Number(id)]);
  };
  const isAlike = one.actor === other.actor && one.about === other.about && one.invited === other.invited;
  const hasBook = [one, other].some(({ book, otherBook }) => book.length + otherBook.length > 0);
  if (!isDeepStrictEqual(one.inRoom, other.inRoom)) return false;
  return (
    isAlike &&
    !hasBook &&
    one.card === other.card &&
    sameIn(one.people, other.people) &&
    sameIn(one.couples, other.couples)
  );
}

/** Which of the updates are new; all are noted as seen. */
async function noteSeen(asked: Asked, { bot }: House, { inbound, now }: Batch): Promise<ReadonlySet<number>> {
  const ids = inbound.flatMap(({ updateId }) => updateId ?? []);
  if (ids.length === 0) return new Set();
  const rows = await asked.query<{ id: number }>(
    `insert into seen_updates (bot, update_id, seen_at)
      select $1::bigint, id, $3::bigint from unnest($2::bigint[]) as id order by id
      on conflict do nothing returning update_id as id`,
    [bot, ids, now],
  );
  return new Set(rows.map(({ id }) => id));
}

/** The people and couples that a command names itself. */
function whomOf({ origin, command, room }: Inbound, { keys }: House): readonly Need[] {
  const { code, ownerCouple } = needsOf(command);
  const whom: Need[] = [];
  if (origin.from === 'address')
    whom.push({ what: 'lookup', lookup: keys.lookup('person', origin.address).toString('hex') });
  if (origin.from === 'person') whom.push({ what: 'person', id: origin.person });
  if (origin.from === 'couple') whom.push({ what: 'couple', id: origin.couple });
  for (const chat of [origin.from === 'group' ? origin.chat : null, room?.chat ?? null]) {
    if (chat !== null) whom.push({ what: 'room', lookup: keys.lookup('room', chat).toString('hex') });
  }
  if (code !== null) whom.push({ what: 'code', lookup: keys.lookup('code', code).toString('hex') });
  if (ownerCouple) whom.push({ what: 'nobody' });
  return whom;
}

function messagesOf(inbound: readonly Inbound[], { keys }: House, set: WorkingSet): readonly Need[] {
  return inbound.flatMap(({ origin, messageId }) => {
    if (messageId === null) return [];
    if (origin.from === 'person') return [{ what: 'message', person: origin.person, messageId } as const];
    if (origin.from !== 'address') return [];
    const [row] = set.people.ofGroup(keys.lookup('person', origin.address).toString('hex'));
    return row === undefined ? [] : [{ what: 'message', person: row.id, messageId } as const];
  });
}
