import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/core/command.js';
import { commandsAMinute, createFlood } from '../../src/app/flood.js';
import { createInPassing } from '../../src/app/in-passing.js';
import { knownAfter, nothingKnown, passingOf } from '../../src/core/help/passing.js';
import type { Inbound } from '../../src/store/store.js';

const now = Date.UTC(2026, 10, 23, 9);
const sent = (address: string, command: Command = { type: 'askQuestion' }): Inbound => ({
  updateId: 1,
  origin: { from: 'address', address },
  command,
  callbackQueryId: null,
  messageId: null,
  ownMessageId: null,
});

describe('somebody who floods', () => {
  it('is told once a minute, and then passed over; others notice nothing', () => {
    const flood = createFlood();
    const heard = Array.from({ length: 500 }, () => flood(sent('1'), now)?.command.type ?? 'nothing');
    expect(heard.filter((type) => type === 'askQuestion')).toHaveLength(commandsAMinute);
    expect(heard.filter((type) => type === 'tooFast')).toHaveLength(1);
    expect(heard.indexOf('tooFast')).toBe(commandsAMinute);
    expect(flood(sent('2'), now)?.command.type).toBe('askQuestion');
    expect(flood(sent('1'), now + 60_000)?.command.type).toBe('askQuestion');
  });

  it('can still stop, erase and find help', () => {
    const flood = createFlood();
    for (let count = 0; count < 500; count += 1) flood(sent('1'), now);
    for (const command of [{ type: 'stop' }, { type: 'erase' }, { type: 'inform', about: 'helplines' }] as const) {
      expect(flood(sent('1', command), now)?.command).toEqual(command);
    }
  });

  it('does not slow the clock, the courier or what Telegram says of them', () => {
    const flood = createFlood();
    for (let count = 0; count < 500; count += 1) flood(sent('1'), now);
    expect(flood(sent('1', { type: 'block' }), now)?.command.type).toBe('block');
    const wake: Inbound = { ...sent('1', { type: 'wake' }), origin: { from: 'couple', couple: 9 } };
    for (let count = 0; count < 500; count += 1) expect(flood(wake, now)).toBe(wake);
  });
});

describe('help that was offered', () => {
  const offered = (about: 'suicide' | 'violence') =>
    ({ type: 'helpOffered', person: 1, about, typed: 7, words: 'answer', isAsking: true }) as const;

  it('is not offered again for a day, each kind apart', () => {
    const known = knownAfter(nothingKnown, [offered('suicide')], now);
    expect(passingOf(known, now + 1000).offered).toEqual(['suicide']);
    const both = knownAfter(known, [offered('violence')], now + 1000);
    expect(passingOf(both, now + 24 * 3_600_000 - 1).offered).toEqual(['suicide', 'violence']);
    expect(passingOf(both, now + 24 * 3_600_000).offered).toEqual(['violence']);
  });

  it('is remembered of that person alone, and being asked twice about one message is once', () => {
    const inPassing = createInPassing();
    const [first, second] = [sent('1'), sent('1')];
    const known = knownAfter(nothingKnown, [offered('suicide')], now);
    inPassing.note(1, first, known);
    expect(inPassing.of(1, first)).toEqual(nothingKnown);
    expect(inPassing.of(1, second)).toEqual(known);
    expect(inPassing.of(2, second)).toEqual(nothingKnown);
  });

  it('is forgotten, the longest ago first, beyond ten thousand people', () => {
    const inPassing = createInPassing();
    const known = knownAfter(nothingKnown, [offered('suicide')], now);
    for (let person = 1; person <= 10_001; person += 1) inPassing.note(person, sent(String(person)), known);
    expect(inPassing.of(1, sent('1'))).toEqual(nothingKnown);
    expect(inPassing.of(2, sent('2'))).toEqual(known);
  });
});
