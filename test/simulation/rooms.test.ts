import { expect, test } from 'vitest';
import { liveInRoom } from './rooms.js';

/** Worlds of a couple with a room: seeds that once broke something, and a fresh one each day. */

const fresh = Math.floor(Date.now() / 86_400_000);

test.each([1, 2, 3, 4, 5, 6, 7, 8, fresh])(
  'the promises about a room hold in the world of seed %i',
  async (seed) => {
    const { breach, deeds } = await liveInRoom(seed, 60);
    expect(breach, `npm run simulate -- --theme room --seed ${String(seed)} --steps 60: ${deeds.join(' ')}`).toBeNull();
  },
  60_000,
);
