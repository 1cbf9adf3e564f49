import { describe, expect, test } from 'vitest';
import { anne, bram, given, hours, pairedCouple, that, time, type Setting } from '../../support/given.js';
import { bothStep, looks, planOf, steps, walk } from './paths.js';
import { prompts } from '../prompts.js';

/** A path that its author tries out begins by itself, as soon as there are two to walk it. */

const played = (id: string, rest: Partial<Setting> = {}) =>
  pairedCouple({ prompts: [...prompts, ...steps], paths: [walk], playedPath: id, ...rest });
/** The path whose first step is a card to read. */
const cardFirst = planOf('wandeling', ['kaart', 'een']);

const asks = (id: string | null) =>
  that((_, rules) => {
    expect(rules.coupleOf(anne.id).round?.step?.id ?? null).toBe(id);
  });

describe('a path that is tried out', () => {
  test('has its first step as the first question of both, before anybody has joined too', () => {
    const { prompts: all, paths, playedPath } = played('wandeling');
    given({ prompts: all ?? [], paths: paths ?? [], playedPath: playedPath ?? '' }, anne.starts())
      .when(anne.taps('agree'))
      .then(anne.reads('prompt', { step: expect.objectContaining({ id: 'een' }) as never }));
    given(played('wandeling')).then(asks('een'));
  });

  test('is theirs from their pairing on, and no word is said of what both want', () => {
    given(played('wandeling'))
      .when(looks(bram))
      .then(
        bram.hears('pathSteps'),
        bram.reads('pathSteps', {
          path: 'wandeling',
          steps: ['een', 'twee', 'kaart', 'samen', 'vijf'].map((id) => ({ id, is: id === 'een' ? 'now' : 'ahead' })),
        }),
      );
  });

  test('goes on at their moments, and by a tap a day later', () => {
    const story = given(played('wandeling', { acts: [...bothStep] }));
    story.when(time.is('2026-11-23T20:00')).then(asks('twee'));
    story.when(...bothStep, time.passes(hours(19)), looks(anne), anne.taps('nextStep')).then(anne.reads('privateStep'));
  });

  test('shows a first step that has no answer when they are two, beside the usual first question', () => {
    const story = given({ ...played('wandeling'), paths: [cardFirst] });
    story.when(looks(anne)).then(
      anne.reads('pathSteps', {
        steps: [
          { id: 'kaart', is: 'now' },
          { id: 'een', is: 'ahead' },
        ],
      }),
      asks(null),
    );
  });

  test('is begun by nobody where none is tried out', () => {
    given(pairedCouple({ paths: [walk] })).then(
      that((_, rules) => {
        expect(rules.coupleOf(anne.id).path).toBeNull();
      }),
    );
  });
});
