import { expect, describe, test } from 'vitest';
import {
  anne,
  anotherRound,
  bram,
  days,
  given,
  hours,
  minutes,
  refused,
  that,
  time,
  type Act,
  type Someone,
} from '../../support/given.js';
import { answers, bothStep, bothWish, deep, looks, short, walk, withPaths } from './paths.js';

/** When the two are asked whether they would like a path, and which ones there are. */

const third = [...anotherRound(), ...anotherRound()];
const asked = (paths: readonly string[] | null) =>
  that((_, rules) => {
    expect(rules.coupleOf(anne.id).proposal?.paths.toSorted() ?? null).toEqual(paths?.toSorted() ?? null);
  });

describe('the question whether they would like a path', () => {
  test('comes to both two minutes after the third reveal, with the lowest by order in front', () => {
    const story = given(withPaths([short, walk]), ...third);
    story
      .when(time.passes(minutes(3)))
      .then(
        anne.hears('paths'),
        bram.hears('paths'),
        asked(['wandeling', 'kort']),
        anne.reads('paths', { still: null }),
      );
    expect(story.rules.coupleOf(anne.id).proposal?.paths[0]).toBe('wandeling');
  });

  test('does not come again for three weeks', () => {
    const story = given(withPaths([short, walk]), ...third, time.passes(minutes(3)));
    story
      .when(...anotherRound(), time.passes(hours(1)))
      .then(asked(['wandeling', 'kort']), anne.hears('prompt', 'draft', 'sealed', 'revealed'));
  });

  test('comes to each when they are free, whatever the other is', () => {
    const away: Act = (rules) => {
      rules.change(bram.id, () => ({ holidayUntil: '2026-12-01' }));
    };
    given(withPaths([walk]), ...third, away)
      .when(time.passes(minutes(3)))
      .then(anne.hears('paths'), bram.hears())
      .when(time.passes(days(11)))
      .then(bram.reads('paths'));
  });

  test('holds the same whatever one of them wanted before', () => {
    const lives = [[], [looks(anne), anne.taps('wishPath', { arg: 'kort' })]].map((secret) => {
      const story = given(withPaths([short, walk]), ...secret);
      story.when(...third, time.passes(minutes(3)));
      return story.rules.coupleOf(anne.id).proposal;
    });
    expect(lives[1]?.paths).toEqual(lives[0]?.paths);
  });
});

describe('a path with a deep step', () => {
  const practised: Act = (rules) => {
    rules.changeCouple(anne.id, () => ({ practised: { breather: 1, listening: 1 } }));
  };
  const goesDeeper =
    (who: Someone): Act =>
    (rules) => {
      rules.change(who.id, ({ consents }) => ({ consents: { ...consents, deeper: { version: 1, at: 0 } } }));
    };
  const depthOff =
    (who: Someone): Act =>
    (rules) => {
      rules.change(who.id, ({ consents }) => ({ consents: { ...consents, deeper: null } }));
    };
  const ready = [practised, goesDeeper(anne), goesDeeper(bram)];

  test('stands on the shelf once they practised pausing and listening', () => {
    given(withPaths([deep]))
      .when(looks(anne))
      .then(refused('no-path'));
    given(withPaths([deep]), practised)
      .when(looks(anne))
      .then(anne.reads('paths', { paths: ['diep'] }));
  });

  test('comes once both have deeper questions on, and says the same to whoever has not', () => {
    given(withPaths([deep]), practised, goesDeeper(anne), looks(anne))
      .when(anne.taps('wishPath'), looks(bram), bram.taps('wishPath'))
      .then(anne.reads('wished', { isDeep: true }), bram.reads('wished', { isDeep: true }), anne.hears('wished'));
    given(withPaths([deep]), ...ready)
      .when(...bothWish('diep'))
      .then(anne.reads('pathMatched'), bram.reads('pathMatched'));
  });

  test('is to whoever switches deeper off a question that never came, and to the other one without an answer', () => {
    const wednesday = time.is('2026-11-25T20:00');
    const lives = [[], [depthOff(anne)]].map((secret) => {
      const { rules } = given(
        ...[withPaths([deep]), ...ready, ...bothWish('diep'), time.is('2026-11-23T20:00'), ...bothStep, ...secret],
      );
      const happening = rules.begin();
      for (const act of [wednesday, bram.taps('openPrompt'), ...answers(bram), time.is('2026-11-28T20:00')]) act(rules);
      const to = (who: Someone) => happening.heard.filter(({ notice }) => notice.to === who.id);
      return {
        hers: to(anne).map(({ notice }) => notice.say?.name),
        his: to(bram).map(({ at, notice }) => [at, notice]),
      };
    });
    expect(lives[1]?.his).toEqual(lives[0]?.his);
    expect(lives[1]?.hers).not.toContain('folded');
    expect(lives[0]?.hers).toContain('folded');
  });
});
