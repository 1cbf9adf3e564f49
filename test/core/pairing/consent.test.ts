import { describe, expect, test } from 'vitest';
import { consentVersion } from '../../../src/core/pairing/consent.js';
import {
  anne,
  askedCouple,
  bram,
  carl,
  codeOf,
  days,
  erasesAll,
  given,
  happened,
  inviter,
  minutes,
  olderTerms,
  pairedCouple,
  settledCouple,
  that,
  time,
  type Someone,
} from '../../support/given.js';

describe('when the terms have changed', () => {
  const changed = () => given(askedCouple(), anne.says('half'), olderTerms(anne));

  test('everybody is asked again at their next contact, and nothing they say meanwhile is kept', () => {
    for (const act of [anne.says('meer'), anne.speaks('stem'), anne.starts(), anne.does({ type: 'askQuestion' })]) {
      const before = changed();
      const { answers } = before.rules.personOf(anne.id);
      before.when(act).then(happened('termsChanged'), anne.hears('termsChanged'), anne.is({ answers }), bram.hears());
    }
    changed()
      .when(anne.says('meer'))
      .then(anne.reads('termsChanged', { isSaid: true }));
    changed()
      .when(anne.taps('later'))
      .then(anne.reads('termsChanged', { isSaid: false }));
  });

  test('a heart and an edit ask nothing, and are not answered', () => {
    changed()
      .when(anne.does({ type: 'heart' }), anne.does({ type: 'editSaid', messageId: 5, text: 'heel' }))
      .then(happened(), anne.hears());
  });

  test('a link still shows who invites: it is that yes which pairs', () => {
    given(inviter(), carl.starts(), carl.taps('agree'), olderTerms(carl))
      .when(carl.starts(codeOf(anne)))
      .then(happened('welcomed'), carl.reads('welcome', { inviter: 'Anne' }));
  });

  test('nothing scheduled goes to whoever has not agreed, and the other notices nothing', () => {
    const ofBram = (...acts: Parameters<typeof given>[1][]) => {
      const seen: unknown[] = [];
      given(askedCouple(), ...acts)
        .when(time.passes(days(30)))
        .then(({ heard }) => {
          for (const { at, notice } of heard) if (notice.to === bram.id) seen.push([at, notice]);
        });
      return seen;
    };
    changed()
      .when(time.passes(days(30)))
      .then(anne.hears());
    expect(ofBram(olderTerms(anne))).toEqual(ofBram());
  });

  test('what both sealed opens all the same', () => {
    given(askedCouple(), anne.says('a'), anne.taps('seal'), olderTerms(anne), bram.says('b'))
      .when(bram.taps('seal'))
      .then(anne.reads('revealed', { partnerName: 'Bram' }), bram.reads('revealed'));
  });

  test('a yes is kept with its version and moment, and all goes on from where it was', () => {
    changed()
      .when(anne.says('meer'), anne.taps('agree'))
      .then(
        happened('termsChanged', 'consentGiven', 'statusTold'),
        that((_, rules) => {
          expect(rules.personOf(anne.id).consent).toEqual({ version: consentVersion, at: rules.now() - 1000 });
        }),
      )
      .when(anne.says('en meer'))
      .then(happened('draftChanged'));
  });

  test('leaving, help, what is kept, a breather and taking back need no yes', () => {
    changed()
      .when(anne.does({ type: 'stop' }))
      .then(happened('stopped'));
    changed()
      .when(...erasesAll(anne))
      .then(happened('eraseAsked', 'eraseExplained', 'erased', 'unpaired'));
    changed()
      .when(anne.does({ type: 'inform', about: 'privacy' }))
      .then(anne.reads('informed', { about: 'privacy' }));
    changed()
      .when(anne.does({ type: 'inform', about: 'helplines' }))
      .then(anne.reads('informed'));
    changed()
      .when(anne.does({ type: 'callBreather' }))
      .then(happened('breatherBegan'));
    changed().when(anne.says('x'), anne.taps('readAll')).then(anne.hears('termsChanged', 'terms'));
    given(askedCouple(), anne.says('x'), anne.taps('seal'), olderTerms(anne))
      .when(anne.does({ type: 'withdraw' }))
      .then(happened('draftChanged'));
  });

  test('somebody who stopped under the old ones goes on only with a yes', () => {
    given(askedCouple(), anne.does({ type: 'stop' }), olderTerms(anne))
      .when(anne.taps('goOn'))
      .then(anne.hears('wentOn', 'termsChanged'), anne.reads('termsChanged', { isSaid: false }))
      .when(time.passes(days(5)))
      .then(anne.hears());
  });
});

describe('/privacy', () => {
  test('answers in every state', () => {
    const ask = (someone: Someone) => someone.does({ type: 'inform', about: 'privacy' });
    const states = [
      given({ openTo: 'couple' }),
      given({ openTo: 'everyone' }, anne.starts()),
      given(inviter()),
      given(pairedCouple(), anne.says('half')),
      given(settledCouple(), anne.taps('otherZone')),
      given(settledCouple(), anne.does({ type: 'callBreather' })),
      given(settledCouple(), anne.does({ type: 'callBreather' }), time.passes(minutes(31))),
      given(settledCouple(), anne.does({ type: 'stop' })),
      given(settledCouple(), anne.does({ type: 'block' })),
      given(settledCouple(), olderTerms(anne)),
      given(pairedCouple(), ...erasesAll(anne)),
    ];
    for (const state of states) state.when(ask(anne)).then(anne.hears(...informed(state)), bram.hears());
  });

  /** Where the bot had a question open, that goes first. */
  function informed({ rules }: ReturnType<typeof given>) {
    return rules.personOf(anne.id).asked === null ? (['informed'] as const) : (['asked', 'informed'] as const);
  }
});
