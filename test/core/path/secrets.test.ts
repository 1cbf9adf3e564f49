import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../../src/core/parts.js';
import {
  anne,
  bram,
  erasesAll,
  given,
  hours,
  refused,
  that,
  time,
  type Act,
  type Someone,
} from '../../support/given.js';
import { answers, bothStep, bothWish, closing, deep, long, looks, short, walk, withPaths } from './paths.js';

/** What one of them wants, lets rest, stops or erases shows nowhere; and nothing comes before one's own hour. */

const monday = time.is('2026-11-23T20:00');
const wednesday = time.is('2026-11-25T20:00');
const saturday = time.is('2026-11-28T20:00');
const nextMonday = time.is('2026-11-30T20:00');

/** What Bram's phone shows in two lives, one secret act apart, while he does the same in both. */
function livedTwice(before: readonly Act[], secret: readonly Act[], after: readonly Act[]) {
  return [[], secret].map((acts) => {
    const { rules } = given(withPaths([walk, long, short]), ...before, ...acts);
    const happening = rules.begin();
    for (const act of after) act(rules);
    return happening.heard.filter(({ notice }) => notice.to === bram.id).map(({ at, notice }) => [at, notice]);
  });
}

const bramLives: readonly Act[] = [
  ...[monday, ...answers(bram), looks(bram), wednesday, ...answers(bram), saturday, looks(bram)],
  ...[nextMonday, looks(bram), time.is('2026-12-02T20:00'), looks(bram), time.is('2026-12-05T20:00'), looks(bram)],
];

describe('to the other it looks like silence', () => {
  const begun = [...bothWish('lang')];

  test('to let the path rest', () => {
    const [silent, secret] = livedTwice(begun, [looks(anne), anne.taps('restPath')], bramLives);
    expect(secret).toEqual(silent);
  });

  test('to stop', () => {
    const [silent, secret] = livedTwice(begun, [anne.does({ type: 'stop' }), anne.taps('staySilent')], bramLives);
    expect(secret).toEqual(silent);
  });

  test('to want something of which the other wants nothing', () => {
    const wants = [looks(anne), anne.taps('wishPath', { arg: 'kort' }), anne.taps('wishPath', { arg: 'wandeling' })];
    const [silent, secret] = livedTwice([], wants, [
      time.is('2026-11-22T18:00'),
      looks(bram),
      monday,
      looks(bram),
      wednesday,
      looks(bram),
    ]);
    expect(secret).toEqual(silent);
  });

  test('to want to go on with a path that lies still', () => {
    const still = [...bothWish('lang'), monday, wednesday, saturday];
    const wants = [looks(anne), anne.taps('takeUpPath')];
    const [silent, secret] = livedTwice(still, wants, [
      time.is('2026-11-29T10:00'),
      looks(bram),
      nextMonday,
      looks(bram),
    ]);
    expect(secret).toEqual(silent);
  });

  test('that both let it rest: only the clock lays it still', () => {
    const rest = (who: Someone) => [looks(who), who.taps('restPath')];
    const story = given(withPaths([long]), ...bothWish('lang'), ...rest(anne), ...rest(bram));
    story.when(monday, wednesday).then(anne.hears(), bram.hears());
    story.when(saturday).then(anne.hears('pathStill'), bram.hears('pathStill'));
  });
});

describe('a block', () => {
  test('takes back what its sender wanted', () => {
    given(withPaths([walk]), looks(anne), anne.taps('wishPath'), anne.does({ type: 'block' }))
      .when(looks(bram), bram.taps('wishPath'))
      .then(bram.hears('paths', 'wished'), anne.hears(), anne.is({ wishes: [] }));
  });
});

describe('a stop', () => {
  test('takes back what its sender wanted, and leaves where the two are', () => {
    given(withPaths([walk]), looks(anne), anne.taps('wishPath'), anne.does({ type: 'stop' }), anne.taps('staySilent'))
      .when(looks(bram), bram.taps('wishPath'))
      .then(bram.hears('paths', 'wished'), anne.is({ wishes: [] }));
  });
});

describe('erasing one’s words', () => {
  const shown = [...bothWish('wandeling'), monday, ...bothStep];

  test('takes them out of what a later step shows, which comes all the same and quotes neither', () => {
    const erases = [anne.does({ type: 'erase' }), anne.taps('erase', { arg: 'answers' }), anne.taps('eraseNow')];
    const story = given(withPaths([walk]), ...shown, ...erases);
    expect(wordsOf(story.rules.sceneOf(anne.id), story.rules.personOf(anne.id))).toEqual([]);
    story
      .when(wednesday)
      .then(bram.reads('prompt', { step: { path: 'wandeling', id: 'twee' }, shows: null }), anne.reads('prompt'));
  });

  test('and all else ends it for both', () => {
    given(withPaths([walk]), ...shown)
      .when(...erasesAll(anne))
      .then(
        that((_, rules) => {
          expect(rules.personOf(bram.id).coupleId).toBeNull();
          expect(rules.personOf(bram.id)).toMatchObject({ wishes: [], restsPath: null });
        }),
      );
  });
});

describe('while something holds the two', () => {
  test('nothing of a path comes, and taps for it wait; leaving it passes', () => {
    given(withPaths([long]), ...bothWish('lang'), bram.does({ type: 'callBreather' }))
      .when(looks(anne), anne.presses('nextStep', { arg: 'lang' }))
      .then(refused('in-breather'))
      .when(anne.taps('restPath'))
      .then(anne.hears('pathLeft'));
  });

  test('the moment passes, and the step comes at the next one', () => {
    given(withPaths([long]), ...bothWish('lang'), time.is('2026-11-23T19:50'), bram.does({ type: 'callBreather' }))
      .when(monday)
      .then(
        that((_, rules) => {
          expect(rules.coupleOf(anne.id).path?.begun).toEqual([]);
        }),
      );
  });
});

describe('before one’s own hour', () => {
  const atNoon = bram.presses('hour', { arg: '750' });
  const deeds: readonly (readonly [string, readonly Act[]])[] = [
    ['looks at the path', [looks(anne)]],
    ['lets it rest', [looks(anne), anne.taps('restPath')]],
    ['taps the button that began it', [anne.taps('beginPath')]],
    ['has their data sent', [anne.does({ type: 'exportData' })]],
    ['looks how things stand', [anne.starts()]],
    ['waits', []],
  ];
  const lives: readonly (readonly [string, readonly Act[], string])[] = [
    ['a question', [], '2026-11-25'],
    ['a card', [wednesday, ...bothStep], '2026-11-28'],
    ['the end of a card', [wednesday, ...bothStep, saturday], '2026-11-30'],
    ['a question after two cards', [wednesday, ...bothStep, saturday, nextMonday], '2026-12-02'],
    ['its lying still', [wednesday], '2026-11-28'],
  ];

  test.each(
    lives.flatMap(([what, acts, date]) => deeds.map(([deed, done]) => [what, deed, acts, date, done] as const)),
  )('%s has not come to the other yet, and whoever %s sees nothing of it', (what, _, acts, date, done) => {
    const path = what.includes('card') ? 'wandeling' : 'lang';
    const [evening, noon] = [[], [atNoon]].map((early) => {
      const first = [...bothWish(path), monday, ...(what === 'its lying still' ? [] : bothStep)];
      const { rules } = given(withPaths([walk, long]), ...first, ...acts, ...early, time.is(`${date}T15:00`));
      const happening = rules.begin();
      for (const act of done) act(rules);
      rules.passTo(Math.max(rules.now(), Date.parse(`${date}T19:59+01:00`)));
      const hers = happening.heard.filter(({ notice }) => notice.to === anne.id);
      return hers.map(({ notice: { say, keys } }) => [
        say,
        keys.flat().map((key) => key.kind === 'press' && key.button.name),
      ]);
    });
    expect(noon).toEqual(evening);
  });

  test('an old button of a path whose last step is a card ends nothing, and tells nothing of the other’s hour', () => {
    const first = [...bothWish('slot'), monday, ...bothStep, wednesday, time.is('2026-11-27T12:00'), looks(anne)];
    const [evening, noon] = [[], [atNoon]].map((early) => {
      const { rules } = given(withPaths([closing]), ...first, ...early, time.is('2026-11-28T15:00'));
      const happening = rules.begin();
      anne.taps('nextStep')(rules);
      rules.passTo(Date.parse('2026-11-28T21:00+01:00'));
      const hers = happening.heard.filter(({ notice }) => notice.to === anne.id);
      return [hers.map(({ notice }) => [notice.say, notice.keys]), happening.refusals];
    });
    expect(noon).toEqual(evening);
    expect(JSON.stringify(evening)).toContain('pathFinished');
  });

  test('[Nu de volgende] brings what the other’s hour brought, as /vraag does', () => {
    given(withPaths([long]), ...bothWish('lang'), monday, ...bothStep, atNoon, time.is('2026-11-25T15:00'), looks(anne))
      .when(anne.taps('nextStep'))
      .then(anne.hears('prompt'), bram.hears());
  });
});

describe('[Toch verder] with deeper questions off', () => {
  test('shows no deep step that came while they let it rest', () => {
    const deeper =
      (who: Someone, is: boolean): Act =>
      (rules) => {
        rules.change(who.id, ({ consents }) => ({
          consents: { ...consents, deeper: is ? { version: 1, at: 0 } : null },
        }));
      };
    const practised: Act = (rules) => {
      rules.changeCouple(anne.id, () => ({ practised: { breather: 1, listening: 1 } }));
    };
    const story = given(
      ...[withPaths([deep]), practised, deeper(anne, true), deeper(bram, true), ...bothWish('diep')],
      ...[monday, ...bothStep, looks(anne), anne.taps('restPath'), deeper(anne, false), wednesday],
    );
    story.when(anne.taps('goOnPath')).then(anne.hears('pathWentOn'));
  });
});

describe('both at once', () => {
  test('their own opening hour tells what both want, if they still do by then', () => {
    const atNine: Act = (rules) => {
      rules.change(anne.id, () => ({ revealMinute: 21 * 60 + 30 }));
    };
    const story = given(withPaths([long]), atNine);
    story.when(...bothWish('lang')).then(anne.hears('paths', 'wished'), bram.hears('paths', 'wished'));
    story.when(time.is('2026-11-22T21:30')).then(anne.hears('pathMatched'), bram.hears('pathMatched'));
    const dropped = given(withPaths([long]), atNine, ...bothWish('lang'), anne.taps('dropPath'));
    dropped.when(time.passes(hours(12))).then(bram.hears(), anne.hears());
  });
});
