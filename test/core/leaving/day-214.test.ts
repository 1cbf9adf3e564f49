import { describe, expect, test } from 'vitest';
import { agreedNow } from '../../../src/core/pairing/consent.js';
import { isGone } from '../../../src/core/person.js';
import {
  anne,
  bram,
  days,
  erasesAll,
  given,
  hours,
  minutes,
  settledCouple,
  time,
  type Act,
} from '../../support/given.js';
import { opening, prompt } from '../prompts.js';
import type { Rules } from '../stage.js';

/**
 * Somebody who stopped, or blocked the bot, is erased seven months after their last day. To the other, who went on, it
 * looks that day and ever after as if they were merely silent.
 */

const prompts = [opening, ...Array.from({ length: 60 }, (_, index) => prompt(`v${String(index)}`))];

/** What the questions follow is Bram's as much as Anne's: none of it may change on the day he is erased. */
const own: Act = (rules) => {
  rules.change(bram.id, ({ rhythm, consents }) => ({
    zone: 'America/New_York',
    rhythm: { ...rhythm, days: 'weekly', minute: 19 * 60, quietFromMinute: 20 * 60 },
    revealMinute: 21 * 60 + 30,
    consents: { ...consents, deeper: agreedNow('deeper', 0) },
  }));
  rules.change(anne.id, ({ consents }) => ({ consents: { ...consents, deeper: agreedNow('deeper', 0) } }));
};

const ways: Readonly<Record<string, readonly Act[]>> = {
  'says nothing': [],
  stops: [bram.does({ type: 'stop' })],
  'stops and stays silent': [bram.does({ type: 'stop' }), bram.taps('staySilent')],
  blocks: [bram.does({ type: 'block' })],
};

const quietly =
  (act: Act): Act =>
  (rules) => {
    try {
      act(rules);
    } catch (error) {
      if (!(error instanceof Error) || !error.message.includes('was never shown a button')) throw error;
    }
  };

/** Whatever Anne can do to find out. */
const probes: Readonly<Record<string, readonly Act[]>> = {
  '/start': [anne.starts()],
  '/vraag': [anne.does({ type: 'askQuestion' }), anne.says('hallo?'), quietly(anne.taps('seal'))],
  'taking back': [
    anne.does({ type: 'askQuestion' }),
    anne.says('a'),
    quietly(anne.taps('seal')),
    anne.does({ type: 'withdraw' }),
  ],
  'an invitation to listen': [anne.does({ type: 'listen' }), quietly(anne.taps('listenInvite')), time.passes(days(2))],
  'a breather': [anne.does({ type: 'callBreather' }), time.passes(hours(2)), quietly(anne.taps('breathBack'))],
  settings: [anne.does({ type: 'showSettings', view: 'all' }), anne.does({ type: 'showInvite' })],
  'all her data': [anne.does({ type: 'exportData' }), anne.taps('exportAll'), anne.taps('exportAllNow')],
  'ending it herself': [anne.does({ type: 'stop' }), anne.taps('unpair'), time.passes(hours(1)), anne.starts()],
  'ending it in a few days': [anne.does({ type: 'stop' }), anne.taps('unpairLater'), time.passes(days(8))],
  'erasing all of hers': erasesAll(anne),
  'saying nothing for seven months': [time.passes(days(230))],
};

function lived(way: readonly Act[], probe: readonly Act[]) {
  const { rules } = given(settledCouple({ prompts }), own);
  const begunAt = rules.now();
  for (const act of way) act(rules);
  rules.passTo(begunAt + minutes(1));
  const happening = rules.begin();
  // Anne is there now and then; on the day itself too.
  for (let day = 10; day <= 220; day += 10) {
    rules.passTo(begunAt + days(day));
    anne.starts()(rules);
    if (day % 30 === 0) anne.does({ type: 'askQuestion' })(rules);
  }
  const at = begunAt + days(221);
  rules.passTo(at);
  const state = rules.personOf(bram.id);
  for (const act of probe) act(rules);
  rules.passTo(at + days(240));
  const heard = happening.heard
    .filter(({ notice }) => notice.to === anne.id)
    .map(({ at: when, notice }) => ({ at: when, notice: { ...notice, say: withoutFile(notice.say) } }));
  return { heard, state, rules };
}

/** Of a file only what is in it, and not that it was asked for on a turn of its own. */
const withoutFile = (said: unknown) => JSON.parse(JSON.stringify(said)) as unknown;

describe('day 214', () => {
  const silent = Object.fromEntries(
    Object.entries(probes).map(([name, probe]) => [name, lived(ways['says nothing'] ?? [], probe).heard]),
  );
  test.each(Object.keys(ways).filter((way) => way !== 'says nothing'))(
    'of somebody who %s looks like silence, whatever the other tries',
    (way) => {
      for (const [name, probe] of Object.entries(probes)) {
        const { heard, state } = lived(ways[way] ?? [], probe);
        expect(isGone(state), 'is erased').toBe(true);
        expect(state).toMatchObject({ consent: null, seenOn: null, answers: {}, spent: {} });
        expect(heard, name).toEqual(silent[name]);
      }
    },
  );

  test('is not the same as an end, which is told', () => {
    const { rules } = given(settledCouple(), bram.does({ type: 'stop' }));
    const happening = rules.begin();
    bram.taps('unpair')(rules);
    expect(happening.heard.map(({ notice }) => notice.say?.name)).toContain('unpaired');
  });
});

describe('the seat of somebody who is erased', () => {
  const gone = (): Rules => {
    const { rules } = given(settledCouple({ prompts }), own, bram.does({ type: 'stop' }));
    for (let day = 0; day < 8; day += 1) {
      rules.passTo(rules.now() + days(29));
      anne.starts()(rules);
    }
    return rules;
  };

  test('hears nothing of what comes', () => {
    const rules = gone();
    const happening = rules.begin();
    expect(isGone(rules.personOf(bram.id))).toBe(true);
    rules.passTo(rules.now() + days(10));
    expect(happening.heard.filter(({ notice }) => notice.to === bram.id)).toEqual([]);
  });

  test('goes with the couple', () => {
    const rules = gone();
    anne.does({ type: 'stop' })(rules);
    anne.taps('unpair')(rules);
    expect(rules.couples()).toEqual([]);
  });
});
