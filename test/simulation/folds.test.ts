import { describe, expect, test } from 'vitest';
import { nl } from '../../src/texts/nl/nl.js';
import { house } from './house.js';
import { createOracle } from './oracle/oracle.js';

/**
 * Whoever is in discreet mode gets an opened round in a line that tells nothing. The oracle took that for a round that
 * did not reach them. It has reached them, and what the line holds is checked once it is opened.
 */

const anne = 1000;
const bram = 1001;
const about = { ...house, now: 0, zone: 'Europe/Amsterdam' };
const noAnswer = { state: 'sealed', pieces: [], picks: [], step: 0 } as const;
const side = { answer: noAnswer, isClosed: false };
const textOf = (said: unknown) => String((said as { text?: string }).text ?? said);
const revealed = textOf(nl.say.revealed({ scenario: '', own: side, partner: side, partnerName: 'Bram' }, about));
const paired = textOf(nl.say.paired({ partner: 'Anne' }, about));
const line = textOf(nl.say.unopened({}, about));

/** Anne and Bram are paired and both sealed; the round has opened at Anne. */
function opened() {
  let now = Date.parse('2026-11-16T19:00Z');
  let updates = 0;
  const oracle = createOracle({ now: () => now });
  const press = (person: number, data: string) => {
    updates += 1;
    const query = { id: String(updates), from: { id: person }, data };
    oracle.handed({ update_id: updates, callback_query: query }, now);
  };
  const comes = (chat: number, method: string, text: string, buttons: readonly string[]) => {
    const call = { at: now, chat, method, params: {}, text, buttons, isSilent: false };
    oracle.called(call);
    oracle.delivered(call, null);
  };
  const after = (minutes: number) => {
    now += minutes * 60_000;
    press(anne, 'help::0:');
    return oracle.breach()?.what ?? null;
  };
  comes(anne, 'sendMessage', 't.me/x?start=ABCDEF', []);
  press(bram, 'agree:ABCDEF:0:');
  comes(bram, 'sendMessage', paired, ['undoPairing::0:']);
  after(60);
  press(anne, 'seal:r1:1:');
  press(bram, 'seal:r1:1:');
  comes(anne, 'sendMessage', revealed, ['thank:r1:0:', 'tellMore:r1:0:']);
  return { press, comes, after };
}

describe('a round that opened at one', () => {
  test('has to reach the other', () => {
    expect(opened().after(46)).toBe(`round r1 did not reach ${String(bram)}`);
  });

  test('reaches the other in a line that tells nothing, however long it stays closed', () => {
    const { comes, after } = opened();
    comes(bram, 'sendMessage', line, ['unfold:f-0:0:']);
    expect(after(46)).toBe(null);
    expect(after(24 * 60)).toBe(null);
  });

  test('has to be there once that line is opened', () => {
    const { comes, press, after } = opened();
    comes(bram, 'sendMessage', line, ['unfold:f-0:0:']);
    after(46);
    press(bram, 'unfold:f-0:0:');
    expect(after(46)).toBe(`round r1 did not reach ${String(bram)}`);
  });

  test('is there in the place of that line', () => {
    const { comes, press, after } = opened();
    comes(bram, 'sendMessage', line, ['unfold:f-0:0:']);
    after(46);
    press(bram, 'unfold:f-0:0:');
    comes(bram, 'editMessageText', revealed, ['thank:r1:0:', 'tellMore:r1:0:']);
    expect(after(46)).toBe(null);
  });

  test('has its time from the opening of that line', () => {
    const { comes, press, after } = opened();
    comes(bram, 'sendMessage', line, ['unfold:f-0:0:']);
    after(30);
    press(bram, 'unfold:f-0:0:');
    expect(after(16)).toBe(null);
    expect(after(46)).toBe(`round r1 did not reach ${String(bram)}`);
  });
});
