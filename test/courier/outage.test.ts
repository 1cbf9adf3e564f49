import { describe, expect, it } from 'vitest';
import { createOutage } from '../../src/courier/outage.js';
import type { SendResult } from '../../src/telegram/send.js';
import { failed } from './rows.js';

const unheard = failed('network');
const sent: SendResult = { kind: 'sent', messageId: 1 };

describe('an outage', () => {
  it('is not a send or two that fail', () => {
    const outage = createOutage();
    for (const result of [unheard, unheard, sent, unheard, unheard]) expect(outage.note(result, 0)).toBeNull();
    expect(outage.room(0)).toBe(Number.POSITIVE_INFINITY);
  });

  it('begins with three in a row, pauses, and then lets one try', () => {
    const outage = createOutage();
    expect([unheard, unheard, unheard].map((result) => outage.note(result, 0))).toEqual([null, null, 'began']);
    expect(outage.room(0)).toBe(0);
    expect(outage.waitMs(0)).toBe(500);
    expect(outage.room(500)).toBe(1);
  });

  it('pauses longer each time, up to fifteen seconds', () => {
    const outage = createOutage();
    let now = 0;
    const pauses: number[] = [];
    for (let count = 0; count < 12; count += 1) {
      outage.note(unheard, now);
      const pauseMs = outage.waitMs(now);
      if (pauseMs > 0) pauses.push(pauseMs);
      now += pauseMs;
    }
    expect(pauses).toEqual([500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000, 15_000, 15_000]);
  });

  it('counts sends that were under way together as one', () => {
    const outage = createOutage();
    for (let count = 0; count < 40; count += 1) outage.note(unheard, 10);
    expect(outage.waitMs(10)).toBe(500);
  });

  it('ends with any answer, a no as well', () => {
    const outage = createOutage();
    for (let count = 0; count < 3; count += 1) outage.note(unheard, 0);
    expect(outage.note({ kind: 'unreachable' }, 600)).toBe('ended');
    expect(outage.room(600)).toBe(Number.POSITIVE_INFINITY);
    expect(outage.note(sent, 700)).toBeNull();
  });
});
