import { describe, expect, test } from 'vitest';
import { localMoment } from '../../src/core/calendar.js';
import {
  anne,
  askedCouple,
  at,
  bothAnswer,
  bram,
  days,
  given,
  happened,
  hours,
  inviter,
  minutes,
  pairedCouple,
  refused,
  settledCouple,
  time,
  type Expectation,
  type Someone,
} from '../support/given.js';
import { only, opening } from './prompts.js';
import type { Happening } from './stage.js';

const newYork = { zones: { 2: 'America/New_York' } };

/** The scheduled prompts somebody got, by their own date and hour. */
function promptsTo(someone: Someone, { heard }: Happening, zone = 'Europe/Amsterdam'): readonly string[] {
  return heard
    .filter(({ notice }) => notice.to === someone.id && notice.localDate !== null)
    .map(({ at: now }) => {
      const { date, minute } = localMoment(now, zone);
      return `${date} ${String(Math.floor(minute / 60))}:${String(minute % 60).padStart(2, '0')}`;
    });
}

const prompted =
  (someone: Someone, zone: string, ...moments: readonly string[]): Expectation =>
  (happening) => {
    expect(promptsTo(someone, happening, zone)).toEqual(moments);
  };
const amsterdam = 'Europe/Amsterdam';
const answerAll = (hoursApart: number, times: number) =>
  Array.from({ length: times }, () => [time.passes(hours(hoursApart)), ...bothAnswer()]).flat();

describe('the rhythm', () => {
  test('is Monday, Wednesday and Saturday at 20:00, never on the day of pairing', () => {
    given(settledCouple())
      .when(...answerAll(24, 14))
      .then(
        prompted(
          anne,
          amsterdam,
          ...['23', '25', '28', '30'].map((day) => `2026-11-${day} 20:00`),
          '2026-12-02 20:00',
          '2026-12-05 20:00',
        ),
      );
    given({ ...pairedCouple(), beginsAt: at('2026-11-23T12:00') }, ...bothAnswer())
      .when(time.is('2026-11-24T12:00'))
      .then(prompted(anne, amsterdam));
  });

  test('brings one question to both, each at their own hour', () => {
    given(settledCouple(newYork))
      .when(time.is('2026-11-24T12:00'))
      .then(
        prompted(anne, amsterdam, '2026-11-23 20:00'),
        prompted(bram, 'America/New_York', '2026-11-23 20:00'),
        ({ events }) => {
          expect(events.filter(({ type }) => type === 'roundStarted')).toHaveLength(1);
        },
      );
  });

  test('follows the clock through summer and winter time', () => {
    given({ ...settledCouple(), beginsAt: at('2026-10-18T12:00') })
      .when(...answerAll(24, 14))
      .then((happening) => {
        const moments = promptsTo(anne, happening);
        expect(moments.slice(0, 5)).toEqual(['19', '21', '24', '26', '28'].map((day) => `2026-10-${day} 20:00`));
      });
  });

  test('does not forget somebody whose day began before the pairing and the other’s after it', () => {
    // 01:00 on Monday for Anne, 19:00 on Sunday for Bram.
    given({ ...settledCouple(newYork), beginsAt: at('2026-11-23T01:00') })
      .when(time.is('2026-11-26T12:00'))
      .then(prompted(bram, 'America/New_York', '2026-11-23 20:00'), prompted(anne, amsterdam, '2026-11-25 20:00'));
  });

  test('gives a question that was asked while somebody could not be reached to them at the next moment', () => {
    given(settledCouple(), bram.does({ type: 'block' }), anne.does({ type: 'askQuestion' }))
      .when(bram.does({ type: 'unknownCommand' }))
      .then(bram.hears('refused'))
      .when(time.is('2026-11-23T20:00'))
      .then(bram.hears('prompt'), anne.hears());
  });

  test('passes silently when nothing is left to ask', () => {
    given(settledCouple({ prompts: only(opening) }))
      .when(time.passes(days(10)))
      .then(anne.hears(), bram.hears());
  });

  test('that is set to rest asks nothing; the slower wish counts for both, and nobody is told whose', () => {
    given(settledCouple(), anne.taps('otherRhythm'))
      .when(anne.taps('days', { arg: 'weekly' }), time.is('2026-11-29T12:00'))
      .then(bram.hears('prompt'), prompted(bram, amsterdam, '2026-11-28 20:00'));
    given(settledCouple(), bram.taps('otherRhythm'), bram.taps('days', { arg: 'rest' }))
      .when(time.passes(days(30)))
      .then(anne.hears(), bram.hears());
  });

  test('that was just chosen asks nothing for an hour that is past', () => {
    const daily = [anne, bram].flatMap((one) => [one.taps('otherRhythm'), one.taps('days', { arg: 'daily' })]);
    given(askedCouple(), ...bothAnswer(), time.is('2026-11-24T21:00'))
      .when(...daily, time.is('2026-11-25T19:00'))
      .then(prompted(anne, amsterdam), prompted(bram, amsterdam))
      .when(time.is('2026-11-25T20:00'))
      .then(prompted(anne, amsterdam, '2026-11-25 20:00'), prompted(bram, amsterdam, '2026-11-25 20:00'));
  });

  test('in a zone where the hour is past asks after the quiet hours there', () => {
    given(askedCouple(), ...bothAnswer(), time.is('2026-11-25T15:00'), anne.taps('otherZone'))
      .when(anne.says('Tokio'), time.is('2026-11-26T12:00'))
      .then(prompted(anne, 'Asia/Tokyo', '2026-11-26 8:00'), prompted(bram, amsterdam, '2026-11-25 20:00'));
  });

  test('never asks twice on one local date, also for a traveller', () => {
    const zones = ['Tokio', 'Honolulu', 'Auckland', 'Amsterdam', 'Los Angeles', 'Londen'];
    const travels = zones.flatMap((city) => [
      time.passes(hours(7)),
      anne.taps('otherZone'),
      anne.says(city),
      ...bothAnswer(),
    ]);
    given(settledCouple())
      .when(...travels, ...travels, ...travels)
      .then(({ heard }) => {
        const dates = heard.flatMap(({ notice }) =>
          notice.to === anne.id && notice.localDate !== null ? [notice.localDate] : [],
        );
        expect(dates.length).toBeGreaterThan(0);
        expect(new Set(dates).size).toBe(dates.length);
      });
  });
});

describe('a bot that was away', () => {
  test('for minutes is minutes late', () => {
    given(settledCouple(), time.is('2026-11-23T19:59'))
      .when(time.jumps(minutes(6)))
      .then(prompted(anne, amsterdam, '2026-11-23 20:05'));
  });

  test('over night asks after the quiet hours', () => {
    given(settledCouple(), time.is('2026-11-23T19:00'))
      .when(time.jumps(hours(6)), time.passes(hours(10)))
      .then(prompted(anne, amsterdam, '2026-11-24 8:00'));
  });

  test('for a day lets that day pass, and never asks two at once', () => {
    given(settledCouple(), time.is('2026-11-23T19:00'))
      .when(time.jumps(hours(26)))
      .then(prompted(anne, amsterdam));
    given(settledCouple(), time.is('2026-11-23T19:00'))
      .when(time.jumps(hours(50)))
      .then(prompted(anne, amsterdam, '2026-11-25 21:00'));
  });

  test('with a rhythm of every day asks once for two days missed', () => {
    const daily = [
      anne.taps('otherRhythm'),
      anne.taps('days', { arg: 'daily' }),
      bram.taps('otherRhythm'),
      bram.taps('days', { arg: 'daily' }),
    ];
    given(settledCouple(), ...daily, time.is('2026-11-23T19:00'))
      .when(time.jumps(hours(25) + minutes(30)), time.passes(hours(12)))
      .then(prompted(anne, amsterdam, '2026-11-24 20:30'));
  });

  test('for years goes on, with one question', () => {
    given(askedCouple(), anne.says('a'), anne.taps('later'))
      .when(time.jumps(days(3650)))
      .then((happening) => {
        expect(promptsTo(anne, happening).length).toBeLessThanOrEqual(1);
      });
    const far = given(askedCouple()).when(time.jumps(days(3650)), time.passes(days(7)));
    far.then((happening) => {
      expect(promptsTo(bram, happening).length).toBeGreaterThanOrEqual(1);
    });
    expect(far.rules.nextWake()).toBeGreaterThan(far.rules.now());
  });
});

describe('an unanswered question', () => {
  test('rests at the first scheduled moment from 48 hours on, and a fresh one comes', () => {
    given(askedCouple())
      .when(time.is('2026-11-25T19:59'))
      .then(anne.hears(), bram.hears())
      .when(time.is('2026-11-25T20:00'))
      .then(anne.hears('rested', 'prompt'), bram.hears('rested', 'prompt'));
  });

  test('rests then too when the bot dealt with it a little late on Monday', () => {
    given(settledCouple(), time.is('2026-11-23T19:59'), time.jumps(minutes(2)))
      .when(time.is('2026-11-25T20:00'))
      .then(anne.hears('rested', 'prompt'));
  });

  test('makes a moment that finds it younger pass', () => {
    given(settledCouple(), time.is('2026-11-23T21:00'), ...bothAnswer(), anne.does({ type: 'askQuestion' }))
      .when(time.is('2026-11-25T23:00'))
      .then(anne.hears(), bram.hears());
  });

  test('counts from when the joiner could see it', () => {
    const invite = given(
      inviter(),
      time.is('2026-11-24T21:00'),
      bram.starts((rules) => rules.coupleOf(1).invite?.code ?? ''),
      bram.taps('agree'),
    );
    invite.when(time.is('2026-11-25T23:00')).then(anne.hears(), bram.hears());
  });

  test('tells the one who had sealed that it stayed closed, and nobody more than that', () => {
    given(askedCouple(), anne.says('a'), anne.taps('seal'))
      .when(time.is('2026-11-25T20:00'))
      .then(anne.reads('rested', { hadSealed: true }), bram.reads('rested', { hadSealed: false }));
  });

  test('is told to each at their own moment, and until then is still the one before them', () => {
    const rested = given(askedCouple(newYork), time.is('2026-11-24T12:00'))
      .when(time.is('2026-11-25T20:00'))
      .then(anne.hears('rested', 'prompt'), bram.hears());
    rested
      .when(bram.says('nog net'), bram.does({ type: 'askQuestion' }))
      .then(bram.hears('draft', 'prompt'), (_, rules) => {
        const [first] = rules.coupleOf(bram.id).rested;
        expect(Object.keys(rules.personOf(bram.id).answers)).toContain(first?.round.id);
      })
      .when(time.is('2026-11-26T02:00'))
      .then(bram.hears('rested', 'prompt'), anne.hears());
  });

  test('that somebody never saw is put away without telling them', () => {
    given(
      settledCouple(),
      bram.does({ type: 'block' }),
      time.is('2026-11-24T12:00'),
      bram.does({ type: 'unknownCommand' }),
    )
      .when(time.is('2026-11-25T20:00'))
      .then(anne.hears('rested', 'prompt'), bram.hears('prompt'));
  });
});

describe('a late answer', () => {
  const rested = () => given(askedCouple(), anne.says('op tijd'), anne.taps('seal'), time.is('2026-11-25T20:00'));
  const late = (someone: Someone, text: string) => (rules: Parameters<Expectation>[1]) => {
    const first = rules.coupleOf(1).rested[0]?.round.id ?? 'weg';
    someone.says(text, { replyTo: `prompt:${first}` })(rules);
  };

  test('is a reply, for fourteen days, and opens to both', () => {
    rested()
      .when(time.passes(days(10)), late(bram, 'toch nog'), bram.taps('seal'))
      .then(anne.reads('revealed', { partnerName: 'Bram' }), bram.reads('revealed'), (_, rules) => {
        expect(rules.coupleOf(1).reveals).toBe(2);
      });
  });

  test('does not disturb the question that is open', () => {
    rested()
      .when(late(bram, 'toch nog'), bram.says('bij de nieuwe'))
      .then((_, rules) => {
        const open = rules.coupleOf(1).round?.id ?? '';
        expect(rules.personOf(bram.id).answers[open]?.pieces).toMatchObject([{ text: 'bij de nieuwe' }]);
      });
  });

  test('is too late after fourteen days: the question and its answers are forgotten', () => {
    const story = rested();
    const first = story.rules.coupleOf(1).rested[0]?.round.id ?? '';
    story.when(time.passes(days(14))).then(({ events }) => {
      expect(events.some((event) => event.type === 'pastForgotten' && event.rounds.includes(first))).toBe(true);
    });
    expect(story.rules.personOf(anne.id).answers[first]).toBeUndefined();
    story.when(bram.says('te laat', { replyTo: `prompt:${first}` })).then((_, rules) => {
      expect(rules.personOf(bram.id).answers[first]).toBeUndefined();
    });
  });

  test('can be passed or taken back as well', () => {
    const story = rested();
    story.when(anne.does({ type: 'withdraw' })).then(anne.hears('draft'));
    story
      .when(anne.taps('later', { slot: story.rules.coupleOf(1).rested[0]?.round.id ?? '' }))
      .then(refused('stale-button'));
  });

  test('begun before it was put away does not swallow a reaction to the next', () => {
    given(askedCouple(), anne.says('half'), time.is('2026-11-25T20:00'), ...bothAnswer())
      .when(anne.says('Wat mooi'))
      .then(anne.reads('offer', { what: 'reaction' }));
  });

  test('that was begun takes more words when nothing else could be meant', () => {
    given(askedCouple({ prompts: [opening, ...only(opening)] }))
      .when(time.passes(days(1)))
      .then(anne.hears());
    rested()
      .when(late(bram, 'een'), anne.says('x'), anne.taps('seal'), bram.taps('else'), bram.taps('live'))
      .then(bram.reads('revealed'))
      .when(time.passes(hours(25)), bram.says('twee'))
      .then(bram.hears('draft'));
  });
});

describe('waking', () => {
  test('too early does nothing', () => {
    given(pairedCouple())
      .when((rules) => {
        rules.perform({ type: 'wake' }, null);
      })
      .then(happened());
  });

  test('is asked for at nothing once everything is silent', () => {
    const { rules } = given(inviter(), time.passes(days(8)));
    expect(rules.nextWake()).toBeNull();
  });
});
