import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consequenceOf, turnOf } from '../../src/courier/policy.js';
import type { Row } from '../../src/store/store.js';
import type { SendResult } from '../../src/telegram/send.js';
import { aRow, failed } from './rows.js';

const now = 1_000_000;
const minuteMs = 60_000;
const sent: SendResult = { kind: 'sent', messageId: 12 };
const unreachable: SendResult = { kind: 'unreachable' };
const after = (delayMs: number): SendResult => ({ kind: 'retry-after', delayMs });

const reply = aRow();
const reveal = aRow({ lane: 'reveal' });
const prompt = aRow({ lane: 'scheduled' });
const nudge = aRow({ lane: 'scheduled', isNudge: true });
const answer = aRow({ kind: 'answer', method: 'answerCallbackQuery', params: { callback_query_id: 'q' } });

type Case = readonly [what: string, row: Row, result: SendResult, as: string, report: string | null];

const cases: readonly Case[] = [
  ['a message that arrived', reply, sent, 'sent', null],
  ['a reply to someone who blocked the bot', reply, unreachable, 'dropped', 'unreachable'],
  ['a prompt to someone who blocked the bot', prompt, unreachable, 'dropped', 'unreachable'],
  ['a reveal to someone who blocked the bot', reveal, unreachable, 'held', 'unreachable'],
  ['a message that has to wait', reply, after(5_000), 'retry', null],
  ['a reply when the network is down', reply, failed('network'), 'retry', null],
  ['a reply that may have arrived', reply, failed('network', true), 'retry', null],
  ['a prompt that may have arrived', prompt, failed('network', true), 'retry', null],
  ['a nudge that may have arrived', nudge, failed('network', true), 'dropped', null],
  ['a nudge that cannot have arrived', nudge, failed('network'), 'retry', null],
  ['a reply that Telegram stumbled over', reply, failed('server', true), 'retry', null],
  ['a reply that Telegram stumbled over 20 times', { ...reply, attempts: 20 }, failed('server'), 'dropped', null],
  ['a prompt that Telegram stumbled over 20 times', { ...prompt, attempts: 20 }, failed('server'), 'dropped', null],
  ['a reply unheard for 20 attempts', { ...reply, attempts: 20 }, failed('network'), 'retry', null],
  ['a reply unheard for 300 attempts', { ...reply, attempts: 300 }, failed('network'), 'dropped', null],
  ['a reveal unheard for 300 attempts', { ...reveal, attempts: 300 }, failed('network'), 'retry', null],
  ['a reveal stumbled over 300 times', { ...reveal, attempts: 300 }, failed('server'), 'retry', null],
  ['a reply that Telegram finds fault with', reply, failed('refused'), 'dropped', null],
  ['a reveal that Telegram finds fault with', reveal, failed('refused'), 'retry', null],
  ['a reply to a chat that moved', reply, failed('migrated'), 'dropped', null],
  ['a voice note that is not welcome', reveal, failed('voice-forbidden'), 'dropped', 'voiceRefused'],
  ['a voice note that another bot was sent', reveal, failed('voice-gone'), 'dropped', 'voiceGone'],
  ['a photo that another bot was sent', reveal, failed('photo-gone'), 'dropped', 'voiceGone'],
  ['a drawing that cannot be made', reveal, failed('undrawable'), 'dropped', null],
  ['a row that met with a refused token', reply, failed('unauthorized'), 'retry', null],
  ['an answer when the network is down', answer, failed('network'), 'retry', null],
  ['an answer at its fourth attempt', { ...answer, attempts: 4 }, failed('network'), 'dropped', null],
  ['a message postponed beyond its time', aRow({ dropAfter: now + 1 }), after(5_000), 'dropped', null],
  ['a failed message whose time is over', aRow({ dropAfter: now }), failed('network'), 'dropped', null],
  ['a message postponed within its time', aRow({ dropAfter: now + 9_000 }), after(5_000), 'retry', null],
  ['a message postponed for ever', { ...reply, attempts: 501 }, after(1), 'dropped', null],
  ['a message postponed 500 times', { ...reply, attempts: 500 }, after(1), 'retry', null],
  ['a message postponed until its very last moment', aRow({ dropAfter: now + 5_000 }), after(5_000), 'retry', null],
  ['a reveal postponed for ever', { ...reveal, attempts: 501 }, after(1), 'retry', null],
];

describe('what follows from a send', () => {
  it.each(cases)('%s', (_what, row, result, as, report) => {
    const consequence = consequenceOf(row, result, now);
    expect(consequence.settlement).toMatchObject({ row: row.id, as });
    expect(consequence.report?.type ?? null).toBe(report);
  });

  it('keeps the number of a message that arrived', () => {
    expect(consequenceOf(reply, sent, now).settlement).toMatchObject({ messageId: 12 });
  });

  it('waits exactly as long as Telegram asks', () => {
    expect(consequenceOf(reply, after(5_000), now).settlement).toMatchObject({ notBefore: now + 5_000 });
  });

  it('waits a minute for another token', () => {
    expect(consequenceOf(reply, failed('unauthorized'), now).settlement).toMatchObject({ notBefore: now + minuteMs });
  });
});

describe('a row whose turn has come', () => {
  const hourMs = 60 * minuteMs;
  /** Quiet hours that begin in an hour and last for ten. */
  const quiet = { from: now + hourMs, until: now + 11 * hourMs };
  const [before, within, after] = [now, now + 4 * hourMs, now + 12 * hourMs];
  const nextNight = within + 24 * hourMs;

  it('that the clock started waits for the end of the quiet hours, that night and every night after it', () => {
    const late = { ...prompt, quiet };
    expect(turnOf(late, before)).toEqual({ goes: late });
    expect(turnOf(late, within)).toEqual({ settled: { row: 1, as: 'retry', notBefore: quiet.until } });
    expect(turnOf(late, after)).toEqual({ goes: late });
    const morningAfter = quiet.until + 24 * hourMs;
    expect(turnOf(late, nextNight)).toEqual({ settled: { row: 1, as: 'retry', notBefore: morningAfter } });
  });

  it('that would wait beyond its time is given up', () => {
    expect(turnOf({ ...prompt, quiet, dropAfter: quiet.until - 1 }, within)).toMatchObject({
      settled: { as: 'dropped' },
    });
    expect(turnOf({ ...prompt, dropAfter: now - 1 }, now)).toMatchObject({ settled: { as: 'dropped' } });
  });

  it('goes until its very last moment, and as it is where there are no quiet hours', () => {
    const last = { ...prompt, dropAfter: now };
    expect(turnOf(last, now)).toEqual({ goes: last });
    const early = { ...prompt, dropAfter: now + 1 };
    expect(turnOf(early, now)).toEqual({ goes: early });
  });

  it('waits from the first moment of the quiet hours up to, not including, the last', () => {
    const late = { ...prompt, quiet };
    expect(turnOf(late, quiet.from)).toEqual({ settled: { row: 1, as: 'retry', notBefore: quiet.until } });
    expect(turnOf(late, quiet.until)).toEqual({ goes: late });
  });

  it('that came from the partner goes without a sound', () => {
    const late = { ...reveal, quiet };
    expect(turnOf(late, within)).toEqual({
      goes: { ...late, params: { chat_id: 77, text: 'hoi', disable_notification: true } },
    });
    expect(turnOf(late, after)).toEqual({ goes: late });
  });
});

describe('the pause before another attempt', () => {
  const pauseOf = (row: Row, reason: 'network' | 'refused' = 'network') => {
    const { settlement } = consequenceOf(row, failed(reason), now);
    return settlement.as === 'retry' ? settlement.notBefore - now : null;
  };

  it.each([
    [1, 1_000],
    [2, 2_000],
    [3, 4_000],
    [6, 32_000],
    [7, minuteMs],
    [200, minuteMs],
  ])('doubles up to a minute for a reply: attempt %i waits %i ms', (attempts, pauseMs) => {
    expect(pauseOf(aRow({ id: 0, attempts }))).toBe(pauseMs);
  });

  it('grows to five minutes for what is scheduled', () => {
    expect(pauseOf({ ...prompt, id: 0, attempts: 1 })).toBe(2_000);
    expect(pauseOf({ ...prompt, id: 0, attempts: 50 })).toBe(5 * minuteMs);
  });

  it('grows to ten minutes for a reveal, and to an hour when the reveal itself is at fault', () => {
    expect(pauseOf({ ...reveal, id: 0, attempts: 1_000 })).toBe(10 * minuteMs);
    expect(pauseOf({ ...reveal, id: 0, attempts: 1_000 }, 'refused')).toBe(60 * minuteMs);
  });

  it('differs from row to row, by a fifth at most', () => {
    const pauses = Array.from({ length: 50 }, (_, id) => pauseOf(aRow({ id })) ?? 0);
    expect(new Set(pauses).size).toBeGreaterThan(40);
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(1_000);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(1_200);
  });
});

describe('whatever happens', () => {
  const anyRow = fc.record({
    lane: fc.constantFrom('reply' as const, 'reveal' as const, 'scheduled' as const),
    attempts: fc.nat({ max: 100_000 }),
    id: fc.nat(),
    isNudge: fc.boolean(),
    dropAfter: fc.option(fc.integer({ min: now - minuteMs, max: now + minuteMs })),
  });
  const anyResult: fc.Arbitrary<SendResult> = fc.oneof(
    fc.constant(sent),
    fc.constant(unreachable),
    fc.nat({ max: 3_600_000 }).map(after),
    fc
      .tuple(fc.constantFrom('network' as const, 'server' as const, 'refused' as const), fc.boolean())
      .map(([reason, isInDoubt]) => failed(reason, isInDoubt)),
  );

  it('a reveal without an end is never given up', () => {
    fc.assert(
      fc.property(anyRow, anyResult, (row, result) => {
        const { settlement } = consequenceOf(
          aRow({ ...row, lane: 'reveal', isNudge: false, dropAfter: null }),
          result,
          now,
        );
        expect(settlement.as).not.toBe('dropped');
      }),
    );
  });

  it('nothing waits until after its time, and nothing is tried at once', () => {
    fc.assert(
      fc.property(anyRow, anyResult, (row, result) => {
        const { settlement } = consequenceOf(aRow(row), result, now);
        if (settlement.as !== 'retry') return;
        expect(settlement.notBefore).toBeGreaterThanOrEqual(now);
        if (row.dropAfter !== null) expect(settlement.notBefore).toBeLessThanOrEqual(row.dropAfter);
      }),
    );
  });
});
