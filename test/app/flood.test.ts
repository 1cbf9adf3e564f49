import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/core/command.js';
import { commandsAMinute, createFlood } from '../../src/app/flood.js';
import { createHelpOffered } from '../../src/app/help-offered.js';
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
  it('is not offered again for a day, to that person; being asked twice about one message is once', () => {
    const offered = createHelpOffered();
    const [first, second] = [sent('1'), sent('1')];
    offered.note(1, first, now);
    expect(offered.isRecent(1, first, now)).toBe(false);
    expect(offered.isRecent(1, second, now + 1000)).toBe(true);
    expect(offered.isRecent(2, second, now)).toBe(false);
    expect(offered.isRecent(1, second, now + 24 * 3_600_000)).toBe(false);
  });
});
