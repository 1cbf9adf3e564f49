import { describe, expect, test } from 'vitest';
import type { Button } from '../../../src/core/command.js';
import { openLines } from '../../../src/core/crossing.js';
import {
  allowsVoice,
  anne,
  askedCouple,
  at,
  bram,
  carl,
  given,
  happened,
  hours,
  minutes,
  refused,
  settledCouple,
  time,
  type Act,
  type Expectation,
  type Someone,
} from '../../support/given.js';
import { listens } from '../../support/listening.js';

/** What is not done twice around a breather, and what was never offered. A question of Monday 20:00 lies before both. */

const call = anne.does({ type: 'callBreather' });
const rest = [call, time.passes(minutes(2))];
const asked = [call, time.passes(minutes(31))];
const choosing = [...asked, anne.taps('breathBack'), bram.taps('breathBack')];
const wishes = (who: Someone, arg: string) => who.taps('breathChoice', { arg });
const writing = [...choosing, wishes(anne, 'oneLine'), wishes(bram, 'oneLine')];
/** A button of this breather with anything on it. */
const taps =
  (who: Someone, name: Button['name'], arg = '', step = 0): Act =>
  (rules) => {
    const { breather, resumption } = rules.coupleOf(who.id);
    const slot = breather?.id ?? resumption?.id ?? 'weg';
    rules.press({ name, slot, step, arg }, who.id, { name: who.name });
  };

describe('during the rest', () => {
  test('what cannot be read is hushed once, and an edit of nothing is nothing', () => {
    given(askedCouple(), ...rest)
      .when(
        bram.does({ type: 'sendUnsupported', what: 'media' }),
        bram.does({ type: 'sendUnsupported', what: 'media' }),
      )
      .then(happened('breatherHushed'), anne.hears())
      .when(bram.edits(999, 'anders'))
      .then(happened())
      .when(bram.does({ type: 'heart' }, 'reveal:x'))
      .then(happened());
  });

  test('an edit of what lies in a draft is told that it waits', () => {
    given(askedCouple(), bram.says('half', { messageId: 50 }), bram.says('heel', { messageId: 51 }), ...rest)
      .when(bram.edits(51, 'HALF'))
      .then(refused('in-breather'));
  });

  test('what the bot itself had asked is still answered, in words, for as long as it waits', () => {
    const waits = (...acts: readonly Act[]) =>
      given(settledCouple(), allowsVoice(bram), bram.taps('otherZone'), call, ...acts);
    waits().when(bram.says('Londen')).then(happened('zoneChanged'));
    waits().when(bram.speaks('stem')).then(happened('breatherHushed'));
    waits(time.passes(minutes(11)))
      .when(bram.says('Londen'))
      .then(happened('breatherHushed'));
  });

  test('there is something to do for who cannot rest, and nothing that was not offered', () => {
    given(askedCouple(), ...rest)
      .when(taps(bram, 'breathMenu', 'music'))
      .then(happened('tipShown'));
    given(askedCouple(), ...rest)
      .when(taps(bram, 'breathMenu', 'shouting'))
      .then(refused('stale-button'));
  });

  test('whoever does not feel safe is out of it, reads where help is, and hears no more of it', () => {
    given(askedCouple(), ...rest)
      .when(taps(bram, 'breathUnsafe'))
      .then(happened('breatherLeft', 'informed'), anne.hears())
      .when(taps(bram, 'breathUnsafe'))
      .then(happened('informed'))
      .when(taps(bram, 'breathLonger', 'm20'))
      .then(refused('stale-button'))
      .when(bram.does({ type: 'callBreather' }))
      .then(happened('breatherTold'))
      .when(time.passes(minutes(31)))
      .then(bram.hears())
      .when(bram.does({ type: 'callBreather' }))
      .then(happened('breatherTold'), anne.hears());
  });

  test('the length is chosen once, by who called, within a minute', () => {
    given(askedCouple(), call)
      .when(taps(bram, 'breathFor', 'm20'))
      .then(refused('stale-button'));
    given(askedCouple(), call)
      .when(taps(anne, 'breathFor', 'm25'))
      .then(refused('stale-button'));
    given(askedCouple(), call, anne.taps('breathFor', { arg: 'm20' }))
      .when(taps(anne, 'breathFor', 'm60'))
      .then(refused('stale-button'));
    given(askedCouple(), ...rest)
      .when(taps(anne, 'breathFor', 'm60'))
      .then(refused('stale-button'));
  });

  test('more time is more time, and fits the day', () => {
    given(askedCouple(), ...rest)
      .when(taps(bram, 'breathLonger', 'm25'))
      .then(refused('stale-button'));
    const morning = (clock: string) => [
      time.is(`2026-11-24T${clock}`),
      call,
      anne.taps('breathFor', { arg: 'tomorrow' }),
    ];
    given(askedCouple(), ...morning('09:10'))
      .when(taps(bram, 'breathLonger'))
      .then(refused('breather-full'));
    given(askedCouple(), ...morning('09:30'))
      .when(taps(bram, 'breathLonger', 'm60'))
      .then(refused('breather-full'));
    given(askedCouple(), ...morning('09:30'))
      .when(taps(bram, 'breathLonger', 'm20'))
      .then(happened('breatherLengthened'));
  });
});

describe('on the way back', () => {
  test('coming back is said once', () => {
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

  test('nobody else has a part in it', () => {
    given({}, carl.starts(), carl.taps('agree'))
      .when((rules) => {
        const button: Button = { name: 'breathBack', slot: 'weg', step: 0, arg: '' };
        rules.press(button, carl.id, { name: 'Carl' });
      })
      .then(refused('stale-button'));
  });

  test('more time is what is offered, and no more than twice', () => {
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

  test('with less than a day in all left, more time is what still fits', () => {
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

  test('«not today» is said on the way back only, and then one is out of it', () => {
    given(askedCouple(), ...choosing)
      .when(taps(anne, 'breathNotToday'))
      .then(refused('stale-button'));
    given(askedCouple(), ...asked, taps(anne, 'breathNotToday'))
      .when(taps(anne, 'breathBack'))
      .then(refused('stale-button'))
      .when(anne.does({ type: 'callBreather' }))
      .then(happened('breatherTold'));
  });

  test('what next is said once each, and talking on is for what was interrupted', () => {
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
});

describe('on the way back', () => {
  const more = [taps(anne, 'breathMore', 'm20'), time.passes(minutes(21))];
  const both = [anne.taps('breathBack'), bram.taps('breathBack')];
  const ended =
    (how: string): Expectation =>
    ({ events }) => {
      expect(events).toMatchObject([{ type: 'breatherEnded', how }]);
    };

  test('a call for which there is no time left is «not today»: then a time to come back to it is offered', () => {
    const full = (...acts: readonly Act[]) => given(askedCouple(), ...asked, ...more, ...more, ...both, ...acts);
    full().when(call).then(happened('notTodayChosen'), bram.hears());
    full(call)
      .when(time.passes(minutes(31)))
      .then(ended('lapsed'), bram.reads('breatherOver'));
    full()
      .when(time.passes(minutes(31)))
      .then(ended('rested'));
  });

  test('there is nothing to talk on about once the file of what was interrupted is gone', () => {
    const gone: Act = (rules) => {
      rules.changeProtocols(() => null);
    };
    given(settledCouple(), ...listens('spiegelen'), anne.says('half'), ...choosing, gone)
      .when(wishes(anne, 'talkNow'), wishes(bram, 'talkNow'))
      .then(happened('nextChosen', 'nextChosen', 'breatherEnded', 'listeningEnded'));
  });
});

describe('one line', () => {
  test('may be just as long as a line, is sealed once, and then nothing is added', () => {
    given(askedCouple(), ...writing, anne.says('x'.repeat(300), { messageId: 60 }))
      .when(taps(anne, 'breathSeal', '', 60), taps(anne, 'breathSeal', '', 60))
      .then(happened('lineChanged'), bram.hears())
      .when(anne.says('en nog iets'))
      .then(refused('in-breather'));
  });

  test('that nobody wrote cannot be sealed or taken back', () => {
    given(askedCouple(), ...writing)
      .when(taps(anne, 'breathSeal', '', 1))
      .then(refused('stale-button'));
    given(askedCouple(), ...writing)
      .when(anne.does({ type: 'withdraw' }))
      .then(refused('nothing-to-withdraw'));
    given(askedCouple(), ...writing, anne.says('Ik mis je.', { messageId: 60 }), time.passes(minutes(31)))
      .when(taps(anne, 'breathSeal', '', 60))
      .then(refused('stale-button'));
  });

  test('opens from nothing but two sealed ones, whoever asks', () => {
    const asked = [anne.does({ type: 'callBreather' }), time.passes(minutes(31))];
    const each = [anne, bram].flatMap((one) => [one.taps('breathBack')]);
    const lines = [anne, bram].map((one) => one.taps('breathChoice', { arg: 'oneLine' }));
    const { rules } = given(settledCouple(), ...asked, ...each, ...lines, anne.says('bang'), anne.taps('breathSeal'));
    const doors = () => {
      const couple = rules.coupleOf(anne.id);
      return couple.breather === null ? null : openLines(couple, couple.breather, rules.sceneOf(anne.id), rules.now());
    };
    expect(doors()).toEqual([]);
    bram.says('mis je')(rules);
    expect(doors()).toEqual([]);
  });
});

describe('a time to come back to it', () => {
  const over = [...asked, time.passes(minutes(31))];

  test('is picked once, and no longer changed once both have', () => {
    given(askedCouple(), ...over)
      .when(taps(anne, 'breathMoment', 'evening'), taps(anne, 'breathMoment', 'evening'))
      .then(happened('momentPicked'), bram.hears())
      .when(taps(anne, 'breathMoment', 'never'))
      .then(refused('stale-button'))
      .when(taps(bram, 'breathMoment', 'evening'))
      .then(happened('momentPicked', 'momentAgreed'))
      .when(taps(anne, 'breathMoment', 'morning'))
      .then(refused('stale-button'));
  });

  test('is kept a day for who did not pick yet, and then forgotten', () => {
    given(askedCouple(), ...over, taps(anne, 'breathMoment', 'evening'))
      .when(time.passes(hours(23)))
      .then(happened())
      .when(time.passes(hours(2)))
      .then(happened('resumptionForgotten'), bram.hears())
      .when(taps(bram, 'breathMoment', 'evening'))
      .then(refused('stale-button'));
  });

  test('that was past while the bot was away is none', () => {
    const leaves = (who: Someone) => [taps(who, 'breathNotToday'), taps(who, 'breathMoment', 'morning')];
    given(settledCouple({ acts: [time.is('2026-11-22T14:00'), ...asked] }), ...leaves(anne), ...leaves(bram))
      .when(time.jumps(at('2026-11-23T11:00') - at('2026-11-22T14:31')))
      .then(happened('breatherEnded'));
  });
});
