import type { Clock } from '../clock.js';
import type { Command } from '../core/command.js';
import type { PersonId } from '../core/ids.js';
import { news } from '../core/news/table.js';
import type { Log } from '../log.js';
import { fromWithin } from '../store/inbound.js';
import type { Inbound, Duty } from '../store/store.js';
import type { Handle } from './handle.js';

export interface ArriveOptions {
  readonly store: Pick<Duty, 'arrival' | 'peopleAfter' | 'settleIn'>;
  readonly handle: Handle;
  readonly clock: Clock;
  readonly log: Log;
  /** Whether people hear what an update brought. */
  readonly tellsNews: boolean;
}

const batchSize = 100;

/**
 * Before anything is sent: when the data comes from another bot, from a backup or from a version before this one's news,
 * everybody in it is taken along, person by person. Cut off halfway it is done again at the next start: at worst somebody reads of it twice.
 */
export async function arrive({ store, handle, clock, log, tellsNews }: ArriveOptions): Promise<void> {
  const { isOtherBot, restoredFrom, news: since } = await store.arrival();
  const tellAll = async (command: Command) => {
    for (let after: PersonId = 0; ;) {
      const people = await store.peopleAfter(after, batchSize);
      const last = people.at(-1);
      if (last === undefined) return;
      await handle(people.map((person) => about(person, command)));
      after = last;
    }
  };
  if (isOtherBot) {
    log.warn(
      'another bot than before goes on with this data: everybody must start this one once; closed voice messages are gone',
    );
    await tellAll({ type: 'botChanged' });
  }
  if (restoredFrom !== null) {
    log.warn('this data was restored from a backup: what came due since is let pass');
    await tellAll({ type: 'restored', from: restoredFrom === 'unknown' ? null : restoredFrom });
  }
  if (tellsNews && since < news.length) await tellAll({ type: 'updated', since });
  await store.settleIn(clock.now(), news.length);
}

function about(person: PersonId, command: Command): Inbound {
  return fromWithin({ from: 'person', person }, command);
}
