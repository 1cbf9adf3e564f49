import { describe, expect, test } from 'vitest';
import {
  anne,
  askedCouple,
  bothAnswer,
  bram,
  days,
  given,
  happened,
  refused,
  settledCouple,
  that,
  time,
  type Expectation,
  type Someone,
} from '../../support/given.js';
import { choice, opening, prompt, prompts } from '../prompts.js';

/** The local days on which somebody got a question from the rhythm. */
const promptedOn =
  (someone: Someone, ...dates: readonly string[]): Expectation =>
  ({ heard }) => {
    const found = heard.flatMap(({ notice }) => (notice.to === someone.id ? (notice.localDate ?? []) : []));
    expect(found).toEqual(dates);
  };
/** Anne answers every question, Bram none: what the rhythm does must not depend on it. */
const anneAnswers = [anne.says('a'), anne.taps('seal')];
/** When the sixth question is put away, and a moment before. */
const sixthAt = '2026-12-14T20:00';
const sixRested = askedCouple({ acts: [time.is(sixthAt)] });

describe('questions that are left', () => {
  test('come at every other moment once three in a row were put away, and then no more', () => {
    given(settledCouple())
      .when(time.is('2026-12-31T12:00'))
      .then(promptedOn(anne, ...['2026-11-23', '2026-11-25', '2026-11-28', '2026-11-30', '2026-12-05', '2026-12-09']));
  });

  test('count when only one of both answered, too, and nobody is told of any counting', () => {
    const without = given(askedCouple()).when(time.is('2026-12-31T12:00'));
    given(askedCouple(), ...anneAnswers)
      .when(time.is('2026-12-31T12:00'))
      .then((happening, rules) => {
        without.then(({ heard }) => {
          const toBram = (all: typeof heard) => all.filter(({ notice }) => notice.to === bram.id).map(({ at }) => at);
          expect(toBram(happening.heard)).toEqual(toBram(heard));
        });
        expect(JSON.stringify(happening.heard.map(({ notice }) => notice.say))).not.toMatch(/unanswered|count/);
        expect(rules.coupleOf(1).unanswered).toBe(6);
      });
  });

  test('are forgotten by a round that opens: every moment brings one again', () => {
    given(settledCouple(), time.is('2026-12-05T21:00'), ...bothAnswer())
      .when(time.is('2026-12-12T12:00'))
      .then(promptedOn(anne, '2026-12-07', '2026-12-09'));
  });

  test('with a rhythm of every day are asked less often as well', () => {
    const daily = [anne, bram].flatMap((one) => [one.taps('otherRhythm'), one.taps('days', { arg: 'daily' })]);
    given(settledCouple(), ...daily)
      .when(time.is('2026-12-06T12:00'))
      .then(promptedOn(anne, '2026-11-23', '2026-11-25', '2026-11-27', '2026-11-29', '2026-12-02', '2026-12-05'));
  });

  test('are told of their own rhythm as before, and of nothing that was counted', () => {
    const own = { days: [1, 3, 6], minute: 1200 };
    given(settledCouple(), time.is('2026-12-01T12:00')).when(anne.starts()).then(anne.reads('status', { own }));
  });
});

describe('a programme that rests', () => {
  test('asks each once, in private, at their own hour, what would help', () => {
    const zones = { 2: 'America/New_York' };
    given(askedCouple({ zones, acts: [time.is('2026-12-14T19:00')] }))
      .when(time.is(sixthAt))
      .then(anne.hears('rested', 'helpAsked'), anne.reads('rested', { isLast: true }), bram.hears())
      .when(time.is('2026-12-15T12:00'))
      .then(bram.hears('rested', 'helpAsked'))
      .when(time.passes(days(60)))
      .then(anne.hears(), bram.hears());
  });

  test('goes on after anything either says, or asks for', () => {
    const resumes: Expectation = ({ events }, rules) => {
      expect(events[0]?.type).toBe('programmeResumed');
      expect(rules.coupleOf(1).unanswered).toBe(0);
    };
    given(sixRested).when(bram.says('hoi')).then(resumes);
    given(sixRested)
      .when(anne.does({ type: 'askQuestion' }))
      .then(resumes, anne.hears('prompt'), bram.hears('prompt'));
    given(sixRested, bram.says('hoi'))
      .when(time.is('2026-12-17T12:00'))
      .then(promptedOn(anne, '2026-12-16'), promptedOn(bram, '2026-12-16'));
  });

  test('asked for less asks less, told to nobody else; a double tap is one', () => {
    given(sixRested)
      .when(bram.taps('wouldHelp', { arg: 'less' }))
      .then(happened('programmeResumed', 'helpChosen'), bram.hears('helpChosen'), anne.hears())
      .when(bram.taps('wouldHelp', { arg: 'less' }), time.is('2026-12-26T12:00'))
      .then(bram.is({ rhythm: expect.objectContaining({ days: 'weekly' }) as never }), promptedOn(anne, '2026-12-19'));
  });

  test('asked to rest asks nothing, until somebody asks for a question', () => {
    given(sixRested, bram.taps('wouldHelp', { arg: 'rest' }))
      .when(time.passes(days(30)))
      .then(anne.hears(), bram.hears())
      .when(anne.does({ type: 'askQuestion' }))
      .then(anne.hears('prompt'), bram.hears('prompt'));
  });

  test('asked for something shorter chooses what is answered by a tap, for a month', () => {
    const tapped = Array.from({ length: 8 }, (_, index) => ({ ...choice, id: `tik-${index}` }));
    const story = given(
      settledCouple({ prompts: [...prompts, ...tapped], acts: [time.is(sixthAt)] }),
      bram.taps('wouldHelp', { arg: 'shorter' }),
    );
    story.when(anne.does({ type: 'askQuestion' }), ...bothAnswer(), anne.does({ type: 'askQuestion' }));
    story.then(({ events }) => {
      const started = events.flatMap((event) => (event.type === 'roundStarted' ? event.round.scenario : []));
      expect(started).toHaveLength(2);
      for (const id of started) expect(id).toMatch(/^tik-/);
    });
    expect(story.rules.personOf(bram.id).wish?.until).toBeLessThanOrEqual(story.rules.now() + days(30));
  });

  test('asked for another kind stays away from the last two, and still has a question', () => {
    const text = Array.from({ length: 30 }, (_, index) => prompt(`woord-${index}`));
    const voice = prompt('stem', { answer: { kind: 'voice' }, revealsNeeded: 2 });
    const other = given(
      settledCouple({ prompts: [opening, ...text, voice], acts: [time.is(sixthAt)] }),
      anne.taps('wouldHelp', { arg: 'other' }),
    );
    const scenarios: string[] = [];
    const ask: Expectation = ({ events }) => {
      scenarios.push(...events.flatMap((event) => (event.type === 'roundStarted' ? event.round.scenario : [])));
    };
    other.when(anne.does({ type: 'askQuestion' }), ...bothAnswer()).then(ask);
    other.when(anne.does({ type: 'askQuestion' }), ...bothAnswer()).then(ask);
    other.when(anne.does({ type: 'askQuestion' }), ...bothAnswer()).then(ask);
    expect(scenarios).toEqual([expect.stringMatching(/^woord/), 'stem', expect.stringMatching(/^woord/)]);
  });

  test('goes on by the button as by the command', () => {
    given(sixRested)
      .when(bram.presses('askQuestion'))
      .then(happened('programmeResumed', 'roundStarted', 'promptShown', 'promptShown'));
  });

  test('is helped by one of four answers alone, and an answer to «less» counts for the rhythm it was asked at', () => {
    given(sixRested)
      .when(bram.presses('wouldHelp', { arg: 'constructor' }))
      .then(refused('stale-button'));
    given(sixRested, bram.taps('wouldHelp', { arg: 'less' }))
      .when(bram.taps('wouldHelp', { arg: 'rest' }))
      .then(happened('helpChosen'), bram.is({ rhythm: expect.objectContaining({ days: 'rest' }) as never }));
    given(sixRested)
      .when(bram.taps('wouldHelp', { arg: 'other' }))
      .then(
        bram.is({ rhythm: expect.objectContaining({ days: 'three' }) as never }),
        that((_, rules) => {
          const { wish } = rules.personOf(bram.id);
          expect((wish?.until ?? 0) - rules.now()).toBeGreaterThan(days(29));
        }),
      );
  });

  test('asked for another pace leaves no wish for another kind of question', () => {
    given(askedCouple({ acts: [time.is('2026-12-14T20:00')] }))
      .when(bram.taps('wouldHelp', { arg: 'less' }))
      .then(bram.is({ wish: null }));
  });
});
