import type { PersonId } from '../../src/core/ids.js';
import type { Row, Settlement, Store } from '../../src/store/store.js';
import { actorOf, agrees, deliver, from, monday, ofPerson, perform, says, sceneOf, textOf } from './support.js';

/**
 * Writes to somebody's queue while what stands in front of it is being settled, again and again, by several connections at once. A row that nobody
 * puts in front any more would wait for ever; a number drawn before the lock would send what was written later first.
 */
export interface Raced {
  readonly written: number;
  readonly delivered: number;
  /** Unsettled when nothing more may go. */
  readonly stuck: number;
  /** Sent before what was written before it. */
  readonly outOfOrder: number;
}

const people = ['700000001', '700000002', '700000003'] as const;
const writersEach = 2;
const couriers = 2;

export async function race(store: Store, rounds: number): Promise<Raced> {
  const ids: PersonId[] = [];
  for (const address of people) {
    await perform(store, from(address), agrees());
    ids.push(actorOf(await sceneOf(store, from(address))).id);
  }
  const delivered: Row[] = [];
  let written = 0;
  let isOver = false;

  const carry = async () => {
    let settlements: Settlement[] = [];
    while (!isOver || settlements.length > 0) {
      const rows = await store.claim(monday, ['reply'], 10, settlements);
      delivered.push(...rows);
      settlements = rows.map(({ id }) => ({ row: id, as: 'sent', messageId: id }));
    }
  };
  const write = async (person: PersonId) => {
    // Named when the rule is asked, which is under the lock: the last time is the one that counts.
    await perform(store, ofPerson(person), (scene, ...rest) => says({ text: String((written += 1)) })(scene, ...rest));
  };
  const carrying = Promise.all(Array.from({ length: couriers }, carry));
  const writers = ids.flatMap((id) => Array.from({ length: writersEach }, () => id));
  for (let round = 0; round < rounds; round += 1) await Promise.all(writers.map(write));
  isOver = true;
  await carrying;
  delivered.push(...(await deliver(store)));
  const { unsent } = await store.counts();
  return {
    written: rounds * writers.length,
    delivered: delivered.length,
    stuck: unsent,
    outOfOrder: stepsBack(delivered),
  };
}

function stepsBack(rows: readonly Row[]): number {
  const last = new Map<unknown, number>();
  return rows.filter((row) => {
    const { chat_id: chat } = row.params;
    const [number, before] = [Number(textOf(row)), last.get(chat) ?? 0];
    last.set(chat, number);
    return number < before;
  }).length;
}
