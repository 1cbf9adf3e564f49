import { describe, expect, test } from 'vitest';
import { consentVersion } from '../../src/core/consent.js';
import {
  anne,
  askedCouple,
  bothAnswer,
  bram,
  carl,
  erasesAll,
  codeOf,
  days,
  given,
  happened,
  hours,
  inviter,
  minutes,
  olderTerms,
  pairedCouple,
  refused,
  settledCouple,
  that,
  time,
  type Expectation,
  type Someone,
} from '../support/given.js';
import { held, listens } from '../support/listening.js';
import type { Rules } from './stage.js';

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

describe('the first voice note', () => {
  const draftOf = (...wanted: readonly string[]): Expectation => {
    return (_, rules) => {
      const { round } = rules.coupleOf(anne.id);
      const pieces = rules.personOf(anne.id).answers[round?.id ?? '']?.pieces ?? [];
      expect(pieces.map((piece) => (piece.kind === 'text' ? piece.text : piece.fileId))).toEqual(wanted);
    };
  };

  test('is held until one tap, and then stands where it was meant', () => {
    given(askedCouple(), anne.says('woorden'))
      .when(anne.speaks('een'), anne.speaks('twee'))
      .then(happened('voiceHeld', 'voiceHeld'), anne.hears('voiceAsked', 'voiceAsked'), draftOf('woorden'))
      .when(anne.taps('allowVoice'))
      .then(
        happened('voiceAllowed', 'draftChanged', 'draftChanged'),
        draftOf('woorden', 'een', 'twee'),
        anne.is({ heldVoices: [] }),
        bram.hears(),
      )
      .when(anne.speaks('drie'))
      .then(happened('draftChanged'), draftOf('woorden', 'een', 'twee', 'drie'));
  });

  test('as a reaction or an addition waits the same way', () => {
    given(pairedCouple(), ...bothAnswer())
      .when(anne.speaks('een'), anne.taps('allowVoice'))
      .then(happened('voiceHeld', 'voiceAllowed', 'tapAwaited'));
    given(askedCouple(), anne.says('x'), anne.taps('seal'), anne.speaks('een'))
      .when(anne.taps('allowVoice'))
      .then(happened('voiceAllowed', 'tapAwaited'), anne.reads('offer', { what: 'addition' }));
  });

  test('goes to the question it replied to', () => {
    given(askedCouple(), time.is('2026-11-25T20:00'), (rules) => {
      const [first] = rules.coupleOf(anne.id).rested;
      anne.speaks('laat', { replyTo: `prompt:${first?.round.id ?? ''}` })(rules);
    })
      .when(anne.taps('allowVoice'))
      .then(({ events }, rules) => {
        const [first] = rules.coupleOf(anne.id).rested;
        expect(events.at(-1)).toMatchObject({ type: 'draftChanged', round: first?.round.id });
      });
  });

  test('is let go by a tap, after a day, by leaving, and with the couple', () => {
    given(askedCouple(), anne.speaks('een'))
      .when(anne.taps('refuseVoice'))
      .then(anne.is({ heldVoices: [] }));
    given(askedCouple(), anne.speaks('een'))
      .when(time.passes(hours(24)))
      .then(
        anne.is({ heldVoices: [] }),
        that(({ events }) => {
          expect(events.map(({ type }) => type)).toContain('voiceLetGo');
        }),
      )
      .when(anne.tapsOld('allowVoice'))
      .then(refused('stale-button'));
    given(askedCouple(), anne.speaks('een'))
      .when(anne.does({ type: 'stop' }))
      .then(anne.is({ heldVoices: [] }));
    given(askedCouple(), anne.speaks('een'), bram.does({ type: 'stop' }))
      .when(bram.taps('unpair'))
      .then(anne.is({ heldVoices: [] }));
  });

  test('is not asked about where a voice note goes nowhere anyway', () => {
    given(settledCouple(), time.passes(hours(24)), time.is('2026-11-23T19:00'))
      .when(anne.speaks('een'))
      .then(refused('no-question'), anne.is({ heldVoices: [] }));
    given(settledCouple(), anne.does({ type: 'callBreather' }))
      .when(anne.speaks('een'))
      .then(happened('breatherHushed'), anne.is({ heldVoices: [] }));
    given({ openTo: 'everyone' }, anne.starts()).when(anne.speaks('een')).then(refused('agree-first'));
  });

  test('stays held while a breather lasts, and is not lost to it', () => {
    given(askedCouple(), anne.speaks('een'), bram.does({ type: 'callBreather' }))
      .when(anne.taps('allowVoice'))
      .then(
        refused('in-breather'),
        that((_, rules) => {
          expect(rules.personOf(anne.id).heldVoices).toHaveLength(1);
        }),
      );
  });

  test('is a yes of each, kept with its version and moment, and one that outlives a couple', () => {
    given(askedCouple(), anne.speaksFreely('een'), anne.does({ type: 'stop' }))
      .when(anne.taps('unpair'))
      .then((_, rules) => {
        expect(rules.personOf(anne.id).consents.voice).toMatchObject({ version: 1 });
        expect(rules.personOf(bram.id).consents.voice).toBeNull();
      });
  });

  test('belongs to where it was said: nothing of elsewhere ends up in a listening round', () => {
    given(askedCouple(), anne.speaks('een'), ...listens('alleen-luisteren'))
      .when(anne.taps('allowVoice'))
      .then(
        refused('in-listening'),
        that((_, rules) => {
          expect(rules.personOf(anne.id).heldVoices).toHaveLength(1);
        }),
      );
    given(askedCouple(), ...listens('alleen-luisteren'), anne.speaks('een'))
      .when(anne.taps('allowVoice'))
      .then(happened('voiceAllowed', 'segmentDrafted'), bram.hears(), draftOf());
  });

  test('waits with all the others while one of them was said elsewhere', () => {
    given(askedCouple(), anne.speaks('een'), ...listens('alleen-luisteren'), anne.speaks('twee'))
      .when(anne.taps('allowVoice'))
      .then(refused('in-listening'));
  });

  test('is asked about also where it takes back what was held', () => {
    given(askedCouple(), ...listens('alleen-luisteren'), anne.says('zo'), anne.taps('listenDone'))
      .when(anne.speaks('een'))
      .then(happened('voiceHeld'), anne.hears('voiceAsked'));
  });

  test('and nothing of a listening round that is over in an answer', () => {
    const over = [anne.says('zo'), anne.taps('listenDone'), held, bram.taps('listenOption', { arg: 'dank' })];
    given(askedCouple(), ...listens('alleen-luisteren'), anne.speaks('een'), ...over)
      .when(anne.taps('allowVoice'))
      .then(draftOf(), bram.hears(), anne.is({ heldVoices: [], pending: null }));
  });

  test('that was not said is not allowed or refused, and allowing it twice is nothing', () => {
    const press = (name: 'allowVoice' | 'refuseVoice') => (rules: Rules) => {
      rules.press({ name, slot: '', step: 0, arg: '' }, anne.id, { name: 'Anne' });
    };
    given(askedCouple()).when(press('allowVoice')).then(refused('stale-button'));
    given(askedCouple()).when(press('refuseVoice')).then(refused('stale-button'));
    given(askedCouple(), anne.speaksFreely('een')).when(press('allowVoice')).then(happened());
  });

  test('can be three, and of a fourth it is said that it does not count', () => {
    given(askedCouple(), anne.speaks('1'), anne.speaks('2'), anne.speaks('3'))
      .when(anne.speaks('4'))
      .then(refused('too-many-voices', { limit: 3 }));
  });
});

describe('invites and joining', () => {
  test('are for two people, not for a crowd: ten codes a day', () => {
    const story = given(inviter());
    for (let count = 0; count < 9; count += 1) story.when(anne.taps('newCode')).then(anne.hears('invite'));
    story.when(anne.taps('newCode')).then(refused('too-many-invites'));
    story.when(anne.does({ type: 'showInvite' })).then(anne.hears('invite'));
    story.when(time.passes(hours(25)), anne.taps('newCode')).then(anne.reads('invite'));
  });

  test('and five pairings a day', () => {
    const story = given(inviter());
    for (let count = 0; count < 5; count += 1) {
      story.when(bram.starts(codeOf(anne)), bram.taps('agree')).then(bram.reads('paired'));
      story.when(anne.taps('undoPairing'), anne.taps('confirmUndo'));
    }
    story.when(bram.starts(codeOf(anne)), bram.taps('agree')).then(refused('too-many-joins'), anne.hears());
  });
});
