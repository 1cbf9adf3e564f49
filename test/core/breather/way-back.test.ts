import { describe, expect, test } from 'vitest';
import {
  anne,
  askedCouple,
  bram,
  carl,
  given,
  happened,
  minutes,
  refused,
  settledCouple,
  time,
  type Act,
  type Expectation,
  type Someone,
} from '../../support/given.js';
import { asked, call, choosing, monday, rest, stands, taps } from './steps.js';

/** The end of the rest: coming back, more time, «not today», and what next. */

const wishes = (who: Someone, arg: string) => who.taps('breathChoice', { arg });

describe('the way back', () => {
  const heardByAnne = (silence: readonly Act[]) => {
    const story = given(monday(...rest)).when(...silence, time.passes(minutes(70)));
    const heard: unknown[] = [];
    story.then((happening) => {
      heard.push(
        ...happening.heard
          .filter(({ notice }) => notice.to === anne.id)
          .map(({ at: now, notice }) => ({ now, notice })),
      );
    });
    return heard;
  };

  test('is asked of both at the same moment, at night as well when it was minutes', () => {
    given(monday(time.is('2026-11-23T22:30'), ...rest))
      .when(time.is('2026-11-23T23:00:30'))
      .then(anne.hears('breatherReturn'), bram.hears('breatherReturn'), ({ heard }) => {
        expect(new Set(heard.map(({ at: now }) => now)).size).toBe(1);
        expect(heard.some(({ notice }) => notice.isSilent)).toBe(false);
      });
  });

  test('of both leads to a quiet choice, of which the gentlest counts', () => {
    given(monday(...choosing))
      .when(anne.taps('breathChoice', { arg: 'oneLine' }), bram.taps('breathChoice', { arg: 'letRest' }))
      .then(
        happened('nextChosen', 'nextChosen', 'breatherEnded'),
        anne.hears('breatherChoiceNoted', 'breatherRested'),
        bram.hears('breatherChoiceNoted', 'breatherRested'),
        stands(null),
      );
  });

  test('frees who waits for somebody who does not return', () => {
    given(monday(...asked, anne.taps('breathBack')))
      .when(time.passes(minutes(31)))
      .then(
        happened('breatherEnded'),
        anne.reads('breatherOver', { hadCameBack: true }),
        bram.reads('breatherOver', { hadCameBack: false }),
        stands(null),
      );
  });

  test('looks the same to the other whether one says «not today», leaves, stops or does nothing', () => {
    const nothing = heardByAnne([time.passes(minutes(29)), time.passes(2000)]);
    expect(nothing).toHaveLength(4);
    const same = (...silence: readonly Act[]) => {
      expect(heardByAnne(silence).map((one) => JSON.stringify(one).replaceAll(/\d{13}/g, ''))).toEqual(
        nothing.map((one) => JSON.stringify(one).replaceAll(/\d{13}/g, '')),
      );
    };
    same(time.passes(minutes(29)), bram.taps('breathNotToday'));
    same(bram.taps('breathUnsafe'), time.passes(minutes(29)));
    same(bram.does({ type: 'stop' }), time.passes(minutes(29)));
  });

  test('is put off at most twice, and within the day', () => {
    const more = [anne.taps('breathMore'), anne.taps('breathMore', { arg: 'm20' }), time.passes(minutes(21))];
    given(monday(...asked, ...more))
      .when(bram.taps('breathMore'), bram.taps('breathMore', { arg: 'm60' }))
      .then(anne.hears('breatherMoved'))
      .when(time.passes(minutes(61)))
      .then(anne.reads('breatherReturn', { canExtend: false }))
      .when(bram.does({ type: 'callBreather' }))
      .then(happened('notTodayChosen'), bram.hears('breatherNotToday'), anne.hears());
  });

  test('is taken once', () => {
    given(askedCouple(), ...asked)
      .when(taps(anne, 'breathBack'), taps(anne, 'breathBack'))
      .then(happened('cameBackToIt'), bram.hears());
    given(askedCouple(), ...rest)
      .when(taps(anne, 'breathBack'))
      .then(refused('stale-button'));
    given(askedCouple(), ...choosing)
      .when(taps(anne, 'breathBack'))
      .then(refused('stale-button'));
  });

  test('is nobody else’s', () => {
    given({}, carl.starts(), carl.taps('agree'))
      .when(carl.presses('breathBack', { slot: 'weg' }))
      .then(refused('stale-button'));
  });

  test('has more time of what is offered, and no more than twice', () => {
    const more = (who: Someone) => [taps(who, 'breathMore', 'm20'), time.passes(minutes(21))];
    given(askedCouple(), ...asked)
      .when(taps(anne, 'breathMore', 'm25'))
      .then(refused('stale-button'));
    given(askedCouple(), ...asked, ...more(anne), ...more(bram))
      .when(taps(anne, 'breathMore', 'm20'))
      .then(refused('breather-full'));
    given(askedCouple(), ...choosing)
      .when(taps(anne, 'breathMore', 'm20'))
      .then(refused('stale-button'));
  });

  test('has what more time still fits, with less than a day in all left', () => {
    const late = [
      time.is('2026-11-24T09:30'),
      call,
      anne.taps('breathFor', { arg: 'tomorrow' }),
      time.is('2026-11-25T09:01'),
    ];
    given(askedCouple(), ...late)
      .when(taps(bram, 'breathMore', 'm60'))
      .then(refused('breather-full'));
    given(askedCouple(), ...late)
      .when(taps(bram, 'breathMore', 'm20'))
      .then(happened('breatherLengthened'));
  });

  test('is where «not today» is said, and then one is out of it', () => {
    given(askedCouple(), ...choosing)
      .when(taps(anne, 'breathNotToday'))
      .then(refused('stale-button'));
    given(askedCouple(), ...asked, taps(anne, 'breathNotToday'))
      .when(taps(anne, 'breathBack'))
      .then(refused('stale-button'))
      .when(anne.does({ type: 'callBreather' }))
      .then(happened('breatherTold'));
  });

  test('asks what next once each, and talking on is for what was interrupted', () => {
    given(askedCouple(), ...choosing)
      .when(wishes(anne, 'letRest'), taps(anne, 'breathChoice', 'letRest'))
      .then(happened('nextChosen'), bram.hears());
    given(askedCouple(), ...choosing)
      .when(taps(anne, 'breathChoice', 'talkNow'))
      .then(refused('stale-button'));
    given(askedCouple(), ...choosing)
      .when(taps(anne, 'breathChoice', 'shout'))
      .then(refused('stale-button'));
    given(askedCouple(), ...asked)
      .when(taps(anne, 'breathChoice', 'letRest'))
      .then(refused('stale-button'));
  });

  test('of which only one chose in time lets it rest', () => {
    given(settledCouple(), ...choosing, anne.taps('breathChoice', { arg: 'oneLine' }))
      .when(time.passes(minutes(31)))
      .then(happened('breatherEnded'), anne.hears('breatherRested'), bram.hears('breatherRested'));
  });

  test('has no time left for another call, which then is «not today»: a time to come back to it is offered', () => {
    const more = [taps(anne, 'breathMore', 'm20'), time.passes(minutes(21))];
    const both = [anne.taps('breathBack'), bram.taps('breathBack')];
    const ended =
      (how: string): Expectation =>
      ({ events }) => {
        expect(events).toMatchObject([{ type: 'breatherEnded', how }]);
      };
    const full = (...acts: readonly Act[]) => given(askedCouple(), ...asked, ...more, ...more, ...both, ...acts);
    full().when(call).then(happened('notTodayChosen'), bram.hears());
    full(call)
      .when(time.passes(minutes(31)))
      .then(ended('rested'), bram.hears('breatherRested'));
    full()
      .when(time.passes(minutes(31)))
      .then(ended('rested'));
  });
});

describe('whoever came back and then leaves it', () => {
  test.each([
    { how: 'for today', act: anne.taps('breathNotToday') },
    { how: 'by /stop', act: anne.does({ type: 'stop' }) },
    { how: 'since it is not safe', act: anne.taps('breathUnsafe') },
  ])('$how is not back any more: the other alone begins nothing', ({ act }) => {
    given(settledCouple(), ...asked, anne.taps('breathBack'), act)
      .when(bram.taps('breathBack'))
      .then(happened('cameBackToIt'), stands({ phase: 'return', back: [bram.id] }));
  });

  test.each([
    { how: 'for today', act: anne.taps('breathNotToday') },
    { how: 'by /stop', act: anne.does({ type: 'stop' }) },
  ])('$how leaves the other back as they were', ({ act }) => {
    given(settledCouple(), ...asked, bram.taps('breathBack'), act)
      .when(bram.taps('breathBack'))
      .then(happened(), stands({ back: [bram.id] }));
  });

  test('when both have stopped it is over at the hour of the clock', () => {
    given(settledCouple(), ...asked, anne.does({ type: 'stop' }))
      .then(stands({ freed: [anne.id] }))
      .when(bram.does({ type: 'stop' }))
      .then(stands({ freed: [anne.id, bram.id] }))
      .when(time.passes(minutes(30)))
      .then(stands(null), anne.hears(), bram.hears());
  });
});
