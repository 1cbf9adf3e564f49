import { LeadLost } from '../../src/store/failures.js';
import type { Duty, Store } from '../../src/store/store.js';
import type { Chance } from './chance.js';
import type { Timeline } from './timeline.js';

/** A process that would lead, as the database knows it: by its session. */
export interface Sitter {
  granted(epoch: number): void;
  /** Its session has ended. */
  lost(): void;
  /** How long it will not answer any more; 0 while it does. */
  silentMs(): number;
}

/** Who leads, among several processes on one store: what PostgreSQL's lock, its idle_session_timeout and the epoch do. */
export interface Seat {
  ask(sitter: Sitter): void;
  /** Gives the lead back, or waits for it no more. */
  leave(sitter: Sitter): void;
  /** The session of whoever leads ends, which hears of it so much later. */
  handOver(hearsAfterMs: number): void;
  /** This one has stopped answering: the server waits for a while, and then ends its session. */
  frozen(sitter: Sitter): void;
  isLeader(sitter: Sitter): boolean;
  /** The store as whoever took the lead under this epoch has it. */
  fenced(store: Store, epoch: number): Store;
}

const triesEveryMs = 500;
export const sessionEndsAfterMs = 4_000;

export function createSeat(timeline: Timeline, chance: Chance): Seat {
  const waiting: Sitter[] = [];
  let leader: Sitter | null = null;
  let epoch = 0;
  let callOff = () => {};

  function grantIn(delayMs: number): void {
    callOff();
    if (leader === null && waiting.length > 0) callOff = timeline.after(delayMs, grant);
  }

  function grant(): void {
    if (leader !== null) return;
    const index = waiting.findIndex((one) => one.silentMs() === 0);
    const [next] = index < 0 ? [] : waiting.splice(index, 1);
    if (next === undefined) {
      grantIn(Math.min(...waiting.map((one) => one.silentMs())) + 1);
      return;
    }
    leader = next;
    epoch += 1;
    next.granted(epoch);
  }

  function leave(sitter: Sitter): void {
    if (leader === sitter) leader = null;
    const index = waiting.indexOf(sitter);
    if (index >= 0) waiting.splice(index, 1);
    grantIn(chance.below(triesEveryMs));
  }

  function end(sitter: Sitter, hearsAfterMs: number): void {
    if (leader !== sitter) return;
    leave(sitter);
    timeline.after(hearsAfterMs, () => {
      sitter.lost();
    });
  }

  const passed = (mine: number) => {
    if (epoch !== mine) throw new LeadLost();
  };

  return {
    ask: (sitter) => {
      waiting.push(sitter);
      grantIn(chance.below(triesEveryMs));
    },
    leave,
    handOver: (hearsAfterMs) => {
      if (leader !== null) end(leader, hearsAfterMs);
    },
    frozen: (sitter) => {
      timeline.after(sessionEndsAfterMs, () => {
        if (sitter.silentMs() > 0) end(sitter, 0);
      });
    },
    isLeader: (sitter) => leader === sitter,
    fenced: (store, mine) =>
      fenced(store, () => {
        passed(mine);
      }),
  };
}

/** As in store/postgres/duty.ts: whatever changes something asks first, in the same transaction; reading does not. */
function fenced(store: Store, ask: () => void): Store {
  const asking =
    <Args extends readonly unknown[], Result>(work: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      ask();
      return work(...args);
    };
  const duty: Pick<Duty, 'apply' | 'settleIn' | 'claim' | 'settle' | 'recover' | 'tidy' | 'markAlive' | 'setClock'> = {
    // Nothing is claimed in the same transaction, which this store leaves to the next claim.
    apply: asking((inbound, rule, now, onFailure) => store.apply(inbound, rule, now, onFailure)),
    settleIn: asking((now, news) => store.settleIn(now, news)),
    claim: asking((now, lanes, limit, settlements) => store.claim(now, lanes, limit, settlements)),
    settle: asking((settlements, now) => store.settle(settlements, now)),
    recover: asking((now) => store.recover(now)),
    tidy: asking((now) => store.tidy(now)),
    markAlive: asking((now) => store.markAlive(now)),
    setClock: asking((by, now, doubt) => store.setClock(by, now, doubt)),
  };
  return { ...store, ...duty };
}
