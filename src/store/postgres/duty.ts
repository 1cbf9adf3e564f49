import type { Instant } from '../../core/ids.js';
import type { Applied, Duty } from '../store.js';
import { applyApart, applyTogether, type Batch } from './apply.js';
import * as clock from './clock.js';
import { isConstraint, type Asked } from './connect.js';
import * as courier from './courier.js';
import { refuseOthers } from './leader.js';
import { joined, MustBeginAgain, type Whom } from './load.js';
import * as marks from './marks.js';
import { moveAll } from './move.js';
import * as rooms from './rooms.js';
import { tidy } from './tidy.js';
import type { House } from './transaction.js';

/** People who are not locked turn up once or twice, when somebody pairs meanwhile. More often is a bug. */
const mostBeginnings = 10;

/** A batch takes about ten round trips, whatever its size, and holds up nobody but the couples in it. */
const wakesAtOnce = 64;

/** The work of whoever leads in this epoch. */
export function dutyOf(house: House, epoch: number): Duty {
  const { main, bot } = house;
  const fenced = async <Result>(work: (asked: Asked) => Promise<Result>): Promise<Result> => {
    // Asked first, and nothing is committed before it is answered.
    const result = await main.transact(async (asked) => {
      const [, done] = await Promise.all([refuseOthers(asked, epoch), work(asked)]);
      return done;
    });
    await eraseKeys(house);
    return result;
  };

  const apply = async (batch: Batch): Promise<readonly Applied[]> => {
    let whom: Whom = { people: new Set(), couples: new Set() };
    let how = applyTogether;
    for (let beginning = 1; ; beginning += 1) {
      try {
        const [way, more] = [how, whom];
        return await fenced((asked) => way(asked, house, batch, more));
      } catch (error) {
        if (beginning === mostBeginnings) throw error;
        if (error instanceof MustBeginAgain) whom = joined(whom, error.whom);
        else if (isConstraint(error) && how === applyTogether) how = applyApart;
        else throw error;
      }
    }
  };

  return {
    wakesAtOnce,
    apply: (inbound, rule, now, onFailure) => apply({ inbound, rule, now, onFailure }),
    due: (now, limit) => clock.due(main, now, limit),
    dueAlone: (now, limit) => clock.dueAlone(main, now, limit),
    nextDueAt: () => clock.nextDueAt(main),
    duePerMinute: (now, minutes) => clock.duePerMinute(main, now, minutes),
    withOpenRound: (after, limit) => clock.withOpenRound(main, after, limit),
    peopleAfter: (after, limit) => clock.peopleAfter(main, after, limit),
    hasPeople: async () => (await clock.peopleAfter(main, -1, 1)).length > 0,
    arrival: () => marks.arrival(main, bot),
    settleIn: (now, news) => fenced((asked) => marks.settleIn(asked, bot, now, news)),
    claim: (now, queues, limit, settlements = []) =>
      fenced((asked) => courier.settleAndClaim(asked, house, settlements, { queues, limit }, now)),
    settle: async (settlements, now) => {
      await fenced((asked) => courier.settleAndClaim(asked, house, settlements, { queues: [], limit: 0 }, now));
    },
    nextSendAt: (queues) => courier.nextSendAt(main, queues),
    claimRooms: (now, limit, settlements = []) =>
      fenced((asked) => rooms.claimRooms(asked, house, settlements, now, limit)),
    nextRoomAt: () => rooms.nextRoomAt(main),
    isRoomRowWanted: (row) => fenced((asked) => rooms.isWanted(asked, row)),
    withRoom: (after, limit) => rooms.withRoom(main, after, limit),
    recover: (now) =>
      fenced(async (asked) => {
        await rooms.recoverRooms(asked, now);
        await courier.recover(asked, house, now);
      }),
    tidy: async (now) => {
      house.erasing.isDue = true;
      await fenced((asked) => tidy(asked, now));
    },
    lastAliveAt: () => marks.lastAliveAt(main),
    markAlive: (now) => fenced((asked) => marks.markAlive(asked, now)),
    doubt: () => marks.doubt(main),
    setClock: (by, now: Instant, doubt) =>
      fenced(async (asked) => {
        if (by !== null) await moveAll(asked, house, by, now);
        await marks.markAlive(asked, now);
        await marks.setDoubt(asked, doubt);
      }),
  };
}

/** Erases the keys on the list that was committed with the erasures, also after a crash in between. */
export async function eraseKeys({ main, keys, erasing }: House): Promise<void> {
  if (!erasing.isDue) return;
  erasing.isDue = false;
  try {
    const ids = (await main.query<{ id: number }>('select key_id as id from keys_to_erase')).map(({ id }) => id);
    await keys.erase(ids);
    if (ids.length > 0) await main.query('delete from keys_to_erase where key_id = any($1::bigint[])', [ids]);
  } catch (error) {
    erasing.isDue = true;
    throw error;
  }
}
