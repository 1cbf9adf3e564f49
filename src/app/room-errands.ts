import type { RoomErrand } from '../core/room/errands.js';
import type { CoupleId, Instant } from '../core/ids.js';
import type { RoomOutgoing, RoomTask } from '../store/store.js';
import { isDeletable } from '../telegram/deletable.js';
import type { Renderer } from './render.js';

/** As many old messages as are changed in one go before something else has its turn, and as one call may delete. */
const [blankedAtOnce, deletedAtOnce] = [10, 100];

/** What an errand asks of the store. What takes away and leaves belongs to no couple: it outlives theirs. */
export function carried(errand: RoomErrand, renderer: Renderer, now: Instant): readonly RoomOutgoing[] {
  switch (errand.do) {
    case 'recall':
      return [errand];
    case 'check':
      return [task(errand.couple, { kind: 'check', chat: errand.chat, asked: errand.asked })];
    case 'post': {
      const { couple, chat, round, until } = errand;
      const [params, blank] = [renderer.post(errand, now), renderer.blank(errand.language)];
      return [task(couple, { kind: 'post', chat, round, params, until, blank })];
    }
    case 'takeAway': {
      const blank = renderer.blank(errand.language);
      const [young, old] = [true, false].map((is) => errand.posts.filter(({ at }) => isDeletable(at, now) === is));
      return [...inBites(young ?? [], deletedAtOnce), ...inBites(old ?? [], blankedAtOnce)].map((posts) => {
        const messages = posts.map(({ messageId, at }) => ({ messageId, at }));
        return task(null, { kind: 'takeAway', chat: errand.chat, messages, blank });
      });
    }
    case 'leave':
      return [task(null, { kind: 'leave', chat: errand.chat })];
  }
}

function task(couple: CoupleId | null, what: RoomTask): RoomOutgoing {
  return { do: 'task', couple, task: what };
}

function inBites<One>(all: readonly One[], size: number): readonly (readonly One[])[] {
  return all.flatMap((_, index) => (index % size === 0 ? [all.slice(index, index + size)] : []));
}
