import { describe, expect, test } from 'vitest';
import { anne, bram, given, happened, hours, refused, that, time, type Act } from '../../support/given.js';
import type { Rules } from '../stage.js';
import { answers, bothStep, bothWish, echo, long, looks, short, walk, withPaths } from './paths.js';

/** A path, from what both want to its end: one step a moment, in the place of a loose question. */

const monday = time.is('2026-11-23T20:00');
const wednesday = time.is('2026-11-25T20:00');
const saturday = time.is('2026-11-28T20:00');
const nextMonday = time.is('2026-11-30T20:00');
const nextWednesday = time.is('2026-12-02T20:00');

const begun = () => given(withPaths([walk]), ...bothWish('wandeling'));
const asksStep = (id: string | null) =>
  that((_, rules) => {
    expect(rules.coupleOf(anne.id).round?.step?.id ?? null).toBe(id);
  });

describe('what both want', () => {
  test('is told to both at once, and only then', () => {
    const story = given(withPaths([walk, short]), looks(anne), looks(bram));
    story.when(anne.taps('wishPath', { arg: 'wandeling' })).then(anne.hears('wished'), bram.hears());
    story
      .when(bram.taps('wishPath', { arg: 'wandeling' }))
      .then(
        bram.hears('wished', 'pathMatched'),
        anne.hears('pathMatched'),
        anne.reads('pathMatched', { path: 'wandeling' }),
      );
  });

  test('is nothing where each wants another', () => {
    given(withPaths([walk, short]), looks(anne), looks(bram), anne.taps('wishPath', { arg: 'wandeling' }))
      .when(bram.taps('wishPath', { arg: 'kort' }))
      .then(bram.hears('wished'), anne.hears());
  });

  test('is no more what one of them took back', () => {
    given(withPaths([walk]), looks(anne), anne.taps('wishPath'), anne.taps('dropPath'), looks(bram))
      .when(bram.taps('wishPath'))
      .then(bram.hears('wished'), anne.hears());
  });

  test('lapses after thirty days', () => {
    given(withPaths([walk]), looks(anne), anne.taps('wishPath'), time.passes(hours(24 * 30 + 1)), looks(bram))
      .when(bram.taps('wishPath'))
      .then(bram.hears('wished'), anne.hears(), anne.is({ wishes: [] }));
  });

  test('may be three things at once', () => {
    const paths = ['a', 'b', 'c', 'd'].map((id) => ({ ...walk, id }));
    const wishes = ['a', 'b', 'c', 'd'].map((arg) => anne.presses('wishPath', { arg }));
    given(withPaths(paths), looks(anne))
      .when(...wishes)
      .then(refused('too-many-picks', { limit: 3 }));
  });
});

describe('a path', () => {
  test('brings a step at each moment, and its end with the last one', () => {
    const story = begun();
    story.when(monday).then(anne.hears('prompt'), bram.hears('prompt'), asksStep('een'));
    story.when(...bothStep, wednesday).then(asksStep('twee'));
    anne.reads('prompt', { shows: { scenario: 'wandeling--een' } as never });
    story.when(...bothStep, saturday).then(asksStep(null), anne.reads('privateStep'), bram.reads('privateStep'));
    story.when(nextMonday).then(anne.hears('togetherStep'), bram.hears('togetherStep'));
    story.when(nextWednesday).then(asksStep('vijf'));
    story
      .when(...bothStep)
      .then(anne.reads('pathFinished', { path: 'wandeling' }), bram.reads('pathFinished', { path: 'wandeling' }));
    expect(Object.keys(story.rules.coupleOf(anne.id).done)).toEqual(['wandeling']);
  });

  test('shows what opened at an earlier step, own words first', () => {
    begun()
      .when(monday, ...bothStep, wednesday)
      .then(
        anne.reads('prompt', {
          step: { path: 'wandeling', id: 'twee' },
          partnerName: 'Bram',
          shows: expect.objectContaining({ scenario: 'wandeling--een' }) as never,
        }),
      );
  });

  test('passes over a step that shows what did not open', () => {
    const story = begun();
    story
      .when(monday, ...answers(anne), wednesday)
      .then(asksStep(null), anne.hears('prompt', 'draft', 'sealed', 'rested', 'privateStep'));
  });

  test('begins at once when one of them wants it now', () => {
    begun().when(bram.taps('beginPath')).then(bram.hears('prompt'), anne.hears('prompt'), asksStep('een'));
  });

  test('that is gone is wanted by nobody: not by an old button, and not at the hour at which it would be told', () => {
    const goes: Act = (rules) => {
      rules.changePaths([short]);
    };
    const comesBack: Act = (rules) => {
      rules.changePaths([walk, short]);
    };
    const wants = (who: typeof anne) => [looks(who), who.taps('wishPath', { arg: 'wandeling' })];
    given(withPaths([walk, short]), ...wants(anne), looks(bram), goes)
      .when(bram.taps('wishPath', { arg: 'wandeling' }))
      .then(refused('stale-button'), anne.hears())
      // What one wanted stands for its thirty days, should the file come back.
      .when(comesBack, ...wants(bram))
      .then(anne.hears('pathMatched'), bram.reads('pathMatched', { path: 'wandeling' }));
    const hour = (who: typeof anne) => who.presses('setOpeningHour', { arg: '1260' });
    given(withPaths([walk, short]), hour(anne), hour(bram), ...wants(anne), ...wants(bram), goes)
      .when(time.is('2026-11-22T21:01'))
      .then(anne.hears(), bram.hears());
  });

  test('takes no tap for an earlier step: nothing of it changes, and the other hears nothing', () => {
    const { rules } = given(withPaths([long]), ...bothWish('lang'), monday, anne.says('nog niet af'));
    const old = rules.buttonsOf(anne.id).filter(({ slot }) => slot === rules.coupleOf(anne.id).round?.id);
    for (const act of [anne.taps('restart'), anne.says('nu wel'), ...bothStep.slice(1), wednesday]) act(rules);
    const kept = () => JSON.stringify([anne, bram].map(({ id }) => [rules.personOf(id).answers, rules.coupleOf(id)]));
    const before = kept();
    const happening = rules.begin();
    for (const button of old) {
      if (button.name !== 'later' && button.name !== 'else') rules.press(button, anne.id, { name: 'Anne' });
    }
    expect(old.length).toBeGreaterThan(3);
    expect(happening.events).toEqual([]);
    expect(kept()).toBe(before);
  });

  test('begins once, when both want it now', () => {
    begun().when(bram.taps('beginPath'), anne.taps('beginPath')).then(asksStep('een'), anne.hears('prompt', 'prompt'));
  });

  test('brings no second step on one date', () => {
    begun()
      .when(time.is('2026-11-23T12:00'), anne.taps('beginPath'), ...bothStep, monday)
      .then(
        that((_, rules) => {
          expect(rules.coupleOf(anne.id).round?.step).toBeUndefined();
          expect(rules.coupleOf(anne.id).path?.begun).toHaveLength(1);
        }),
      );
  });

  test('goes on by a tap a day later, and not sooner', () => {
    const story = begun();
    story
      .when(monday, ...bothStep, time.passes(hours(2)), anne.presses('nextStep', { arg: 'wandeling' }))
      .then(refused('step-today'));
    story
      .when(time.is('2026-11-24T18:00'), looks(anne), anne.taps('nextStep'))
      .then(asksStep('twee'), bram.reads('prompt'));
  });

  test('whose file is gone ends without a word', () => {
    given({ ...withPaths([walk]) }, ...bothWish('wandeling'), (rules) => {
      rules.changePaths([]);
    })
      .when(monday)
      .then(
        that((_, rules) => {
          expect(rules.coupleOf(anne.id).path).toBeNull();
          expect(rules.coupleOf(anne.id).round).not.toBeNull();
        }),
      );
  });

  describe('whose file changes while it lives', () => {
    const has =
      (...ids: readonly string[]): Act =>
      (rules) => {
        const kept = walk.steps.filter(({ id }) => ids.includes(id));
        rules.changePaths([
          { ...walk, steps: kept.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id)) },
        ]);
      };
    const inStepOne = (...acts: readonly Act[]) => begun().when(monday, ...answers(anne), ...acts);

    test('goes on with what there is after the step they are at, and that one opens', () => {
      inStepOne(has('een', 'vijf'))
        .when(...answers(bram))
        .then(anne.reads('revealed'), bram.reads('revealed'))
        .when(wednesday)
        .then(asksStep('vijf'));
    });

    test('loses nothing of a step that is gone from it: its question is answered and opens', () => {
      inStepOne(has('twee', 'vijf'))
        .when(...answers(bram))
        .then(anne.reads('revealed'), bram.reads('revealed'));
    });

    test('brings no step twice where they stand in another order', () => {
      inStepOne(...answers(bram), wednesday, ...bothStep, has('vijf', 'twee', 'een'))
        .when(saturday)
        .then(
          that((_, rules) => {
            const begunIds = rules.coupleOf(anne.id).path?.begun.map(({ id }) => id) ?? [];
            expect(new Set(begunIds).size).toBe(begunIds.length);
          }),
        );
    });
  });

  describe('whose file goes while it lives', () => {
    const theyGo = (rules: Rules) => {
      rules.changePaths([short]);
    };

    test('loses no word: the question that is open is answered and opened', () => {
      given(withPaths([walk]), ...bothWish('wandeling'), monday, ...answers(anne), theyGo)
        .when(...answers(bram))
        .then(anne.reads('revealed'), bram.reads('revealed'));
    });

    test('counts for no other path, and whoever taps or looks sees what there is now', () => {
      const story = given(withPaths([walk]), ...bothWish('wandeling'), monday, ...bothStep, theyGo);
      const isForgotten = that((_, rules) => {
        expect(rules.coupleOf(anne.id)).toMatchObject({ path: null, done: {} });
      });
      story
        .when(time.passes(hours(24)), anne.presses('nextStep', { arg: 'wandeling' }))
        .then(bram.hears(), isForgotten);
      story.when(looks(anne)).then(anne.reads('paths', { paths: ['kort'], still: null }), bram.hears(), isForgotten);
    });

    test('is not offered again once it lies still, nor told of', () => {
      given(withPaths([long]), ...bothWish('lang'), monday, wednesday, theyGo)
        .when(saturday, looks(anne))
        .then(anne.reads('paths', { paths: ['kort'], still: null }));
      given(withPaths([long]), ...bothWish('lang'), monday, wednesday, saturday, theyGo)
        .when(looks(anne))
        .then(anne.reads('paths', { paths: ['kort'], still: null }));
    });
  });

  test('that both left twice lies still, and says so to both in the same words', () => {
    const story = given(withPaths([long]), ...bothWish('lang'));
    story.when(monday, wednesday).then(asksStep('b'));
    story
      .when(saturday)
      .then(
        asksStep(null),
        anne.hears('rested', 'pathStill'),
        bram.hears('rested', 'pathStill'),
        anne.reads('pathStill', { path: 'lang' }),
      );
    story.when(nextMonday).then(
      that((_, rules) => {
        expect(rules.coupleOf(anne.id).round).not.toBeNull();
      }),
      asksStep(null),
    );
  });

  test('that lies still goes on where it was, once both want it', () => {
    const story = given(withPaths([long]), ...bothWish('lang'), monday, wednesday, saturday);
    story.when(looks(anne), anne.taps('takeUpPath')).then(anne.hears('paths', 'wished'), bram.hears());
    story
      .when(looks(bram), bram.taps('takeUpPath'))
      .then(anne.reads('pathMatched', { isGoingOn: true }), bram.reads('pathMatched', { isGoingOn: true }));
    story.when(nextMonday).then(asksStep('c'));
  });

  test('shows, taken up again, what opened late while it lay still', () => {
    const lateAnswer: Act = (rules) => {
      bram.says('toch nog', { replyTo: `prompt:${rules.coupleOf(bram.id).rested.at(-1)?.round.id ?? ''}` })(rules);
    };
    given(withPaths([echo]), ...bothWish('echo'), monday, wednesday, ...answers(anne), saturday)
      .when(lateAnswer, bram.taps('seal'), looks(anne), anne.taps('takeUpPath'), looks(bram), bram.taps('takeUpPath'))
      .when(nextMonday)
      .then(
        asksStep('drie'),
        anne.reads('prompt', { shows: expect.objectContaining({ scenario: 'echo--twee' }) as never }),
      );
  });
});

describe('/programma', () => {
  test('shows the steps: past, now, and all else alike', () => {
    begun()
      .when(monday, ...bothStep, wednesday, looks(anne))
      .then(
        anne.reads('pathSteps', {
          steps: [
            { id: 'een', is: 'past' },
            { id: 'twee', is: 'now' },
            { id: 'kaart', is: 'ahead' },
            { id: 'samen', is: 'ahead' },
            { id: 'vijf', is: 'ahead' },
          ],
        }),
      );
  });

  test('has no path for whoever has had no question yet', () => {
    given(withPaths([{ ...walk, revealsNeeded: 6 }]))
      .when(looks(anne))
      .then(refused('no-path'));
  });
});

describe('letting it rest', () => {
  test('tells the other nothing, and its steps come to whoever does so unseen', () => {
    const story = begun();
    story
      .when(looks(anne), anne.taps('restPath'))
      .then(anne.hears('pathSteps', 'pathLeft'), bram.hears(), happened('pathsShown', 'pathLeft'));
    story.when(monday).then(anne.hears(), bram.hears('prompt'));
    story.when(wednesday, saturday).then(anne.hears());
  });

  test('looks to the other as not answering, also at the end', () => {
    const lives = [[], [looks(anne), anne.taps('restPath')]].map((secret) => {
      const { rules } = given(withPaths([walk]), ...bothWish('wandeling'), ...secret);
      const happening = rules.begin();
      for (const act of [monday, ...answers(bram), wednesday, saturday, ...answers(bram), nextMonday, looks(bram)])
        act(rules);
      return happening.heard.filter(({ notice }) => notice.to === bram.id).map(({ at, notice }) => [at, notice]);
    });
    expect(lives[1]).toEqual(lives[0]);
  });

  test('ends when they want it again, and the open step is there', () => {
    begun()
      .when(looks(anne), anne.taps('restPath'), monday, anne.taps('goOnPath'))
      .then(anne.hears('pathSteps', 'pathLeft', 'pathWentOn', 'prompt'));
  });
});
