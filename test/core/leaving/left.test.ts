import { describe, expect, test } from 'vitest';
import { nl } from '../../../src/texts/nl/nl.js';
import {
  anne,
  bothAnswer,
  bram,
  codeOf,
  days,
  given,
  leaves,
  olderTerms,
  pairedCouple,
  settledCouple,
  that,
  time,
} from '../../support/given.js';

/** Whoever is left hears it in humane words, with a way to talk to somebody, and is asked before anything invites anew. */

const left = settledCouple({ acts: leaves(anne) });

describe('whoever is left', () => {
  test('hears that it ended, what is still theirs, and where to talk', () => {
    given(settledCouple(), anne.does({ type: 'stop' }))
      .when(anne.taps('unpair'))
      .then(
        bram.reads('unpaired', {}),
        that(({ heard }) => {
          const told = heard.find(({ notice }) => notice.say?.name === 'unpaired')?.notice;
          const names = (told?.keys ?? []).flat().flatMap((key) => (key.kind === 'press' ? [key.button.name] : []));
          expect(names).toEqual(['helplines']);
        }),
      );
    const said = nl.say.unpaired({}, undefined as never);
    const text = typeof said === 'string' ? said : said.text;
    expect(text).toMatch(/\/export/u);
    expect(text).toMatch(/\/hulp/u);
  });

  test('hears the same of a parting and of an erasure', () => {
    const parting = given(settledCouple(), anne.does({ type: 'stop' })).rules;
    const erasure = given(
      settledCouple(),
      anne.does({ type: 'erase' }),
      anne.taps('erase', { arg: 'everything' }),
    ).rules;
    const [parted, erased] = [parting.begin(), erasure.begin()];
    anne.taps('unpair')(parting);
    anne.taps('eraseNow', { arg: 'everything' })(erasure);
    const heardByBram = ({ heard }: typeof parted) =>
      heard.flatMap(({ notice }) => (notice.to === bram.id ? [notice] : []));
    expect(heardByBram(parted)).toHaveLength(1);
    expect(heardByBram(erased)).toEqual(heardByBram(parted));
  });

  test('is asked on /start within a month, and gets neither an invite nor a question', () => {
    given(left)
      .when(bram.starts())
      .then(bram.hears('beginningAsked'))
      .when(time.passes(days(29)), bram.starts())
      .then(
        bram.reads('beginningAsked'),
        that((_, rules) => {
          expect(rules.couples()).toEqual([]);
        }),
      )
      .when(bram.taps('beginAgain'))
      .then(bram.hears('invite', 'prompt'), bram.reads('invite', { isAgain: true }), bram.is({ leftAt: null }));
  });

  test('is asked as well when they agree to terms that changed', () => {
    given(left, olderTerms(bram)).when(bram.presses('agree')).then(bram.reads('beginningAsked'));
  });

  test('is not congratulated with an invite they asked for', () => {
    given(left)
      .when(bram.does({ type: 'showInvite' }))
      .then(bram.reads('invite', { isFirst: true, isAgain: true }))
      .when(bram.does({ type: 'showInvite' }))
      .then(bram.reads('invite', { isFirst: false, isAgain: false }));
  });

  test('begins by /start as anybody once a month has gone by, and at once with somebody’s invite', () => {
    given(left, time.passes(days(31)))
      .when(bram.starts())
      .then(bram.reads('invite'), bram.reads('prompt'));
    given(left, anne.starts(), bram.starts(codeOf(anne)))
      .when(bram.taps('pairUp'))
      .then(bram.reads('paired'), bram.is({ leftAt: null }));
  });

  test('is not whoever ended it, nor who undid a pairing', () => {
    given(left)
      .when(anne.starts())
      .then(anne.reads('invite'), anne.is({ leftAt: null }));
    given(pairedCouple(), ...bothAnswer(), bram.taps('undoPairing'), bram.taps('confirmUndo')).then(
      anne.is({ leftAt: null }),
    );
  });

  test('keeps their own open answers, and has them sent', () => {
    given(left)
      .when(bram.does({ type: 'exportData' }))
      .then(
        that(({ heard }) => {
          expect(JSON.stringify(heard.map(({ notice }) => notice.say))).toContain('Brams woorden');
        }),
      );
  });
});
