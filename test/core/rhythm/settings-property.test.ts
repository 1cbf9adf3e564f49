import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localMoment } from '../../../src/core/time/calendar.js';
import { isFree } from '../../../src/core/rhythm/rhythm.js';
import type { Person } from '../../../src/core/scene.js';
import { anne, bram, given, hours, minutes, settledCouple, time, type Act, type Someone } from '../../support/given.js';
import type { Heard } from '../memory.js';

/** Two people who cannot leave their settings alone, over some weeks, with a bot that is now and then asleep. */

const who = fc.constantFrom(anne, bram);
const chosen = (name: 'days' | 'hour' | 'quiet' | 'holiday' | 'reminder', ...args: readonly string[]) =>
  fc.tuple(who, fc.constantFrom(...args)).map(([someone, arg]) => someone.presses(name, { arg }));

const moves = (someone: Someone, city: string): Act => {
  return (rules) => {
    someone.taps('otherZone')(rules);
    someone.says(city)(rules);
  };
};
const postpones = (someone: Someone): Act => {
  return (rules) => {
    if (rules.buttonsOf(someone.id).some(({ name }) => name === 'later')) someone.taps('later')(rules);
  };
};
const answers = (someone: Someone): Act => {
  return (rules) => {
    const { round } = rules.coupleOf(someone.id);
    if (round === null || !(someone.id in round.offered)) return;
    someone.says('woorden')(rules);
    if (rules.personOf(someone.id).answers[round.id]?.state === 'draft') someone.taps('seal')(rules);
  };
};

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 1, max: 40 }).map((count) => time.passes(hours(count))) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 3000 }).map((count) => time.jumps(minutes(count))) },
  { weight: 3, arbitrary: chosen('days', 'daily', 'daily', 'three', 'weekly', 'rest') },
  { weight: 4, arbitrary: chosen('hour', '480', '540', '720', '1080', '1200', '1260', '1410') },
  { weight: 1, arbitrary: chosen('quiet', '1320-480', '1260-420', '1380-420', '60-360') },
  { weight: 1, arbitrary: chosen('holiday', '7', 'none', 'none') },
  { weight: 2, arbitrary: chosen('reminder', 'on', 'on', 'off') },
  {
    weight: 2,
    arbitrary: fc
      .tuple(who, fc.constantFrom('Gent', 'Auckland', 'Honolulu', 'Tokio', 'New York', 'Amsterdam'))
      .map(([someone, city]) => moves(someone, city)),
  },
  { weight: 2, arbitrary: who.map(postpones) },
  { weight: 4, arbitrary: who.map(answers) },
);

interface Seen {
  readonly heard: Heard;
  /** Its reader as they were when it was said. */
  readonly reader: Person;
}

/** Everything the clock brought a person, each with its reader as they were then. */
function follow(acts: readonly Act[]): readonly Seen[] {
  const story = given(settledCouple());
  const seen: Seen[] = [];
  // Time is taken in small steps, so that nobody's settings change between a message and the look at it.
  for (const one of acts) {
    const before = { [anne.id]: story.rules.personOf(anne.id), [bram.id]: story.rules.personOf(bram.id) };
    story.when(one).then(({ heard }) => {
      for (const each of heard) {
        const reader = before[each.notice.to];
        if (reader !== undefined) seen.push({ heard: each, reader });
      }
    });
  }
  return seen;
}

const byClock = ({ heard }: Seen) =>
  heard.because.type === 'promptShown' && ['scheduled', 'later'].includes(heard.because.why);
const isReminder = ({ heard }: Seen) => heard.because.type === 'reminded';

describe('whatever is set, and whenever', () => {
  test('nobody gets two questions on one date or at one moment, nor anything in quiet hours or on holiday', () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 20, maxLength: 60 }), (acts) => {
        const seen = follow(acts);
        for (const { id } of [anne, bram]) {
          const mine = seen.filter(({ heard }) => heard.notice.to === id);
          const dates = mine.flatMap(({ heard }) => heard.notice.localDate ?? []);
          expect(new Set(dates).size).toBe(dates.length);
          expect(dates.toSorted()).toEqual(dates);
          const moments = mine
            .filter((one) => byClock(one) && one.heard.notice.act === 'send')
            .map(({ heard }) => heard.at);
          expect(new Set(moments).size).toBe(moments.length);
          const reminded = mine.flatMap(({ heard }) =>
            heard.because.type === 'reminded' ? [heard.because.round] : [],
          );
          expect(new Set(reminded).size).toBe(reminded.length);
          for (const one of mine.filter((each) => byClock(each) || isReminder(each))) {
            expect(isFree(one.reader, one.heard.at)).toBe(true);
          }
          for (const { heard, reader } of mine.filter(isReminder)) {
            expect(reader.wantsReminders).toBe(true);
            const late = localMoment(heard.at, reader.zone).minute - reader.rhythm.minute;
            expect((late + 1440) % 1440).toBeLessThanOrEqual(60);
          }
        }
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
