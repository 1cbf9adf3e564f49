import { describe, expect, test } from 'vitest';
import { nl } from '../../src/texts/nl/nl.js';
import { house } from './house.js';
import { createOracle } from './oracle/oracle.js';

/**
 * One postcard a day in all, by the day on which its writer gives it. The oracle went by the day of arrival; but one that
 * was given to somebody who blocked the bot waits for them, and then arrives on the day of another.
 */

const anne = 1000;
const bram = 1001;
const about = { ...house, now: 0, zone: 'Europe/Amsterdam' };

/** Anne's postcards, from noon on a Monday. */
function postcards() {
  let now = Date.parse('2026-11-23T11:00Z');
  let updates = 0;
  const oracle = createOracle({ now: () => now });
  const taps = (person: number, data: string) => {
    updates += 1;
    oracle.handed({ update_id: updates, callback_query: { id: String(updates), from: { id: person }, data } }, now);
  };
  const types = (person: number, text: string) => {
    updates += 1;
    oracle.handed({ update_id: updates, message: { from: { id: person }, text } }, now);
  };
  const gives = (slot: string) => {
    taps(anne, `give:${slot}:1:`);
  };
  const arrives = (slot: string, word: string) => {
    const answer = {
      state: 'sealed',
      pieces: [{ kind: 'text', at: null, messageId: 1, text: word }],
      picks: [],
      step: 0,
    };
    const said: unknown = nl.say.postcardCame({ form: '', partner: 'Anne', answer } as never, about);
    const text = (said as { text?: string }).text ?? String(said);
    const buttons = [`postcardThank:${slot}:0:`];
    oracle.called({ at: now, chat: bram, method: 'sendMessage', params: {}, text, buttons, isSilent: false });
  };
  const pass = (minutes: number) => {
    now += minutes * 60_000;
  };
  return { taps, types, gives, arrives, pass, breach: () => oracle.breach()?.what ?? null };
}

describe('postcards, as the oracle sees them', () => {
  test('two given on one day break the promise', () => {
    const { gives, arrives, pass, breach } = postcards();
    gives('c1');
    pass(1);
    arrives('c1', 'w1000x1w');
    pass(60);
    gives('c2');
    pass(1);
    arrives('c2', 'w1000x2w');
    expect(breach()).toBe('two postcards are given on one day');
  });

  test('also when both arrive on a later day', () => {
    const { gives, arrives, pass, breach } = postcards();
    gives('c1');
    pass(60);
    gives('c2');
    pass(24 * 60);
    arrives('c1', 'w1000x1w');
    arrives('c2', 'w1000x2w');
    expect(breach()).toBe('two postcards are given on one day');
  });

  test('one that waited for its reader may arrive on the day of the next', () => {
    const { gives, arrives, pass, breach } = postcards();
    gives('c1');
    pass(23 * 60);
    arrives('c1', 'w1000x1w');
    pass(2 * 60);
    gives('c2');
    pass(1);
    arrives('c2', 'w1000x2w');
    expect(breach()).toBe(null);
  });

  test('one is given by its own tap, not by that of another', () => {
    const { gives, arrives, pass, breach } = postcards();
    gives('c1');
    pass(1);
    arrives('c2', 'w1000x2w');
    expect(breach()).toBe('a postcard arrives that nobody gave');
  });

  test('none reaches whoever switched them off', () => {
    const { taps, gives, arrives, pass, breach } = postcards();
    taps(bram, 'postcards::0:off');
    pass(60);
    gives('c1');
    pass(1);
    arrives('c1', 'w1000x1w');
    expect(breach()).toBe('a postcard reaches who wants none');
  });

  test('a tap after a stop switches nothing off', () => {
    const { taps, types, gives, arrives, pass, breach } = postcards();
    types(bram, '/stop');
    taps(bram, 'postcards::0:off');
    types(bram, '/start');
    pass(1);
    gives('c1');
    pass(1);
    arrives('c1', 'w1000x1w');
    expect(breach()).toBe(null);
  });
});
