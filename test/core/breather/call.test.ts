import { describe, expect, test } from 'vitest';
import { silencedBy } from '../../../src/core/recalls.js';
import type { Breather } from '../../../src/core/breather/scene.js';
import type { Scene } from '../../../src/core/scene.js';
import { anne, bothAnswer, bram, given, happened, inviter, pairedCouple, refused } from '../../support/given.js';
import { call, evening, monday } from './steps.js';

describe('a call', () => {
  test('works at once, is told to both, and names its end', () => {
    given(monday())
      .when(call)
      .then(
        happened('breatherBegan'),
        anne.hears('breatherBegan'),
        bram.hears('breatherCalled'),
        bram.reads('breatherCalled', { caller: 'Anne', until: evening('20:30') }),
      );
  });

  test('is for two', () => {
    given(inviter()).when(call).then(refused('breather-needs-two'));
    given({}).when(call).then(refused('agree-first'));
  });

  test('works by its word alone; «pauze» is first asked about', () => {
    given(monday()).when(bram.says('Adempauze.')).then(happened('breatherBegan'));
    given(monday()).when(bram.says('breather')).then(happened('breatherBegan'));
    given(monday())
      .when(bram.says('pauze'), bram.taps('callBreather'))
      .then(happened('commandOffered', 'breatherBegan'));
  });

  test('works from answers that were just opened, by their button', () => {
    given(pairedCouple(), ...bothAnswer())
      .when(bram.taps('askBreather'), bram.taps('beginBreather'))
      .then(happened('breatherAsked', 'briefRemoved', 'breatherBegan'));
  });

  test('takes back unsent prompts and nudges of both', () => {
    const { rules } = given(monday());
    const couple = rules.coupleOf(anne.id);
    const scene: Scene = {
      actor: anne.id,
      about: couple.id,
      invited: null,
      book: [],
      otherBook: [],
      card: null,
      people: {},
      couples: { [couple.id]: couple },
    };
    const breather = { id: 'b' } as Breather;
    expect(silencedBy({ type: 'breatherBegan', couple: couple.id, breather }, scene)).toEqual([
      { person: anne.id, lanes: ['scheduled'] },
      { person: bram.id, lanes: ['scheduled'] },
    ]);
  });
});
