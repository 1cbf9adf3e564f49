import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PersonId } from '../../../src/core/ids.js';
import {
  anne,
  bothAnswer,
  bram,
  days,
  given,
  hours,
  minutes,
  settledCouple,
  time,
  type Act,
  type Someone,
} from '../../support/given.js';
import { opening, prompt } from '../prompts.js';
import type { Heard } from '../memory.js';

/** The promises about what crosses, held whatever two people and the clock do, with every way a round can open. */

const runs = { numRuns: 100 };
const light = Array.from({ length: 12 }, (_, index) => prompt(`licht-${index}`));
const deep = Array.from({ length: 12 }, (_, index) =>
  prompt(`diep-${index}`, { depth: 3, isRecurring: true, cooldownDays: 1, revealsNeeded: 6 }),
);
const ask = anne.does({ type: 'askQuestion' });
const asked = (times: number) => Array.from({ length: times }, () => [ask, ...bothAnswer()]).flat();
const wantsDeeper = (one: Someone): readonly Act[] => [
  one.does({ type: 'showSettings', view: 'all' }),
  one.taps('deeper'),
  one.taps('canSayNo', { arg: 'yes' }),
  one.taps('openingHour'),
];
/** Reveals enough, both want it deeper, and have the buttons before them. */
const ready = settledCouple({
  prompts: [opening, ...light, ...deep],
  acts: [...asked(6), ...wantsDeeper(anne), ...wantsDeeper(bram)],
});

/** Whatever cannot be tapped yet is not tapped. */
const ifShown =
  (act: Act): Act =>
  (rules) => {
    try {
      act(rules);
    } catch (error) {
      if (!(error instanceof Error) || !error.message.includes('never shown')) throw error;
    }
  };
const doings = (one: Someone) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 999 }).map((word) => one.says(`woord ${one.name} ${word}`)) },
    { weight: 4, arbitrary: fc.constant(one.taps('seal')) },
    { weight: 3, arbitrary: fc.constant(one.does({ type: 'askQuestion' })) },
    { weight: 3, arbitrary: fc.constant(one.taps('openYes')) },
    fc.constantFrom<Act>(
      ...(['openPrompt', 'skip', 'notYet', 'else', 'later', 'add', 'restart', 'chooseNext', 'pickNext'] as const).map(
        (name) => one.taps(name),
      ),
      one.does({ type: 'withdraw' }),
      ...['', '1080', '1200', '1290'].map((arg) => one.taps('setOpeningHour', { arg })),
    ),
  );
/** What two people seldom do by chance, so that stories get further. */
const allAtOnce =
  (...acts: readonly Act[]): Act =>
  (rules) => {
    for (const act of acts) ifShown(act)(rules);
  };
const bothSayYes = allAtOnce(time.passes(hours(3)), anne.taps('openYes'), bram.taps('openYes'));
const story = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: doings(anne) },
    { weight: 4, arbitrary: doings(bram) },
    { weight: 2, arbitrary: fc.constantFrom(allAtOnce(ask, ...bothAnswer('woord Anne', 'woord Bram')), bothSayYes) },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: 60 * 60 }).map((count) => time.passes(minutes(count))) },
    fc.integer({ min: 1, max: 80 }).map((count) => time.jumps(hours(count))),
  ),
  { minLength: 30, maxLength: 80 },
);

const wordsOf = ({ notice }: Heard) => JSON.stringify(notice.say);

describe('whatever happens', () => {
  test('no word crosses but by a reveal of a round that both had made final', () => {
    fc.assert(
      fc.property(story, (acts) => {
        given(ready)
          .when(...acts.map(ifShown))
          .then(({ heard }) => {
            for (const one of heard) {
              const writer = one.notice.to === anne.id ? 'woord Bram' : 'woord Anne';
              if (!wordsOf(one).includes(writer)) continue;
              expect(['answersRevealed', 'closedAnswerShared', 'reactionSent']).toContain(one.because.type);
            }
          });
      }),
      runs,
    );
  });

  test('a reveal goes to both at once, deep ones only after a yes of each', () => {
    fc.assert(
      fc.property(story, (acts) => {
        given(ready)
          .when(...acts.map(ifShown))
          .then(({ events, heard }) => {
            const yes = new Map<string, Set<PersonId>>();
            for (const event of events) {
              if (event.type === 'yesGiven') {
                yes.set(event.round, (yes.get(event.round) ?? new Set()).add(event.person));
              }
              if (event.type !== 'answersRevealed') continue;
              if (event.round.depth >= 3) expect(yes.get(event.round.id)?.size).toBe(2);
              const told = heard.filter(({ because, notice }) => because === event && notice.say?.name === 'revealed');
              expect(told.map(({ notice }) => notice.to)).toEqual([anne.id, bram.id]);
            }
          });
      }),
      runs,
    );
  });

  test('nothing that both sealed stays on its way for ever', () => {
    fc.assert(
      fc.property(story, (acts) => {
        given(ready, ...acts.map(ifShown))
          .when(time.passes(days(9)))
          .then((_, rules) => {
            expect(rules.coupleOf(anne.id).openings).toEqual([]);
          });
      }),
      runs,
    );
  });
});

describe('what the partner of somebody hears, is the same', () => {
  const toBram = (...annes: readonly Act[]) => {
    const said: unknown[] = [];
    const fixed = [anne.taps('openingHour'), anne.taps('setOpeningHour', { arg: '1200' })];
    given(
      settledCouple({ acts: [anne.does({ type: 'showSettings', view: 'all' }), ...fixed] }),
      time.is('2026-11-23T20:00'),
    )
      .when(bram.says('b'), bram.taps('seal'), ...annes, time.is('2026-11-29T12:00'))
      .then(({ heard }) => {
        const reached = heard.filter(({ notice, because }) => notice.to === bram.id && because.type !== 'promptShown');
        said.push(...reached.map(({ notice }) => [notice.act, notice.say]));
      });
    return said;
  };

  test.each<[string, readonly Act[]]>([
    ['skips', [anne.taps('else'), anne.taps('skip')]],
    ['postpones', [anne.taps('later')]],
    ['begins and stops', [anne.says('een begin')]],
    ['seals and takes it back before the hour', [anne.says('een'), anne.taps('seal'), anne.does({ type: 'withdraw' })]],
    ['switches deeper questions on', [anne.taps('deeper'), anne.taps('canSayNo', { arg: 'yes' })]],
    ['picks the next question', [anne.presses('chooseNext')]],
  ])('when that one %s', (_, acts) => {
    expect(toBram(...acts)).toEqual(toBram());
  });
});
