import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRate } from '../../src/courier/rate.js';

describe('the limit over all', () => {
  it('lets a small burst go, and then so many a second', () => {
    const rate = createRate({ perSecond: 10, burst: 3 });
    expect(rate.room(0)).toBe(3);
    for (const chat of ['a', 'b', 'c']) rate.take(chat, 0);
    expect(rate.room(0)).toBe(0);
    expect(rate.waitMs(0)).toBe(100);
    expect(rate.room(100)).toBe(1);
    expect(rate.waitMs(0, 3)).toBe(300);
    expect(rate.room(10_000)).toBe(3);
  });

  it('is never passed by more than the burst, whenever messages come', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 500 }), { maxLength: 200 }), (gaps) => {
        const rate = createRate({ perSecond: 10, burst: 3 });
        let now = 0;
        let begun = 0;
        for (const [index, gap] of gaps.entries()) {
          now += gap;
          if (rate.room(now) < 1) continue;
          rate.take(String(index), now);
          begun += 1;
        }
        expect(begun).toBeLessThanOrEqual(3 + now / 100);
      }),
    );
  });
});

describe('the limit of a chat', () => {
  it('lets three go at once, and then one a second', () => {
    const rate = createRate({ perSecond: 1_000, chatPerSecond: 1, chatBurst: 3 });
    expect([1, 2, 3, 4, 5].map(() => rate.take('a', 0))).toEqual([0, 0, 0, 1_000, 2_000]);
    expect(rate.chatWaitMs('a', 0)).toBe(3_000);
    expect(rate.take('b', 0)).toBe(0);
  });

  it('is whole again after a quiet while', () => {
    const rate = createRate({ perSecond: 1_000, chatPerSecond: 1, chatBurst: 3 });
    for (let count = 0; count < 3; count += 1) rate.take('a', 0);
    expect(rate.chatWaitMs('a', 999)).toBe(1);
    expect(rate.chatWaitMs('a', 1_000)).toBe(0);
    expect([1, 2, 3].map(() => rate.take('a', 60_000))).toEqual([0, 0, 0]);
  });

  it('forgets chats that have been quiet', () => {
    const rate = createRate({ perSecond: 30, chatBurst: 3 });
    for (let count = 0; count < 100_000; count += 1) rate.take(String(count), count * 34);
    expect(rate.size).toBeLessThan(3_000);
  });
});

describe('a pause that Telegram asks for', () => {
  it('binds that chat and no other', () => {
    const rate = createRate({ perSecond: 30, chatBurst: 3 });
    rate.pause('a', 5_000, 0);
    expect(rate.chatWaitMs('a', 0)).toBe(5_000);
    expect(rate.chatWaitMs('b', 0)).toBe(0);
    expect(rate.room(0)).toBeGreaterThan(0);
    expect(rate.chatWaitMs('a', 5_000)).toBe(0);
  });

  it('binds everyone when it names no chat', () => {
    const rate = createRate({ perSecond: 30, chatBurst: 3 });
    rate.pause(null, 5_000, 0);
    expect(rate.room(4_999)).toBe(0);
    expect(rate.waitMs(0)).toBe(5_000);
    expect(rate.room(5_000)).toBeGreaterThan(0);
  });

  it('binds everyone when three chats meet it together', () => {
    const rate = createRate({ perSecond: 30, chatBurst: 3 });
    rate.pause('a', 5_000, 0);
    rate.pause('a', 5_000, 100);
    rate.pause('b', 5_000, 200);
    expect(rate.room(300)).toBeGreaterThan(0);
    rate.pause('c', 5_000, 300);
    expect(rate.room(300)).toBe(0);
  });

  it('binds three chats apart when they meet it apart', () => {
    const rate = createRate({ perSecond: 30, chatBurst: 3 });
    for (const [index, chat] of ['a', 'b', 'c'].entries()) rate.pause(chat, 1_000, index * 10_000);
    expect(rate.room(20_000)).toBeGreaterThan(0);
  });
});
