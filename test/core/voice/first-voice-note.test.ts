import { describe, expect, test } from 'vitest';
import {
  anne,
  askedCouple,
  bothAnswer,
  bram,
  given,
  happened,
  hours,
  minutes,
  pairedCouple,
  refused,
  settledCouple,
  that,
  time,
  type Expectation,
} from '../../support/given.js';
import { held, listens } from '../../support/listening.js';

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

  test('waits a whole day for its yes, whatever else happens', () => {
    given(settledCouple(), time.is('2026-11-23T19:50'), anne.does({ type: 'askQuestion' }), anne.speaks('stem'))
      .when(time.is('2026-11-24T19:49'))
      .then(anne.is({ heldVoices: [expect.anything()] as never }))
      .when(time.passes(minutes(5)))
      .then(anne.is({ heldVoices: [] }));
  });

  test('is not asked about where a voice note goes nowhere anyway', () => {
    given(settledCouple(), time.passes(hours(24)), time.is('2026-11-23T19:00'))
      .when(anne.speaks('een'))
      .then(refused('no-question'), anne.is({ heldVoices: [] }));
    given(settledCouple(), anne.does({ type: 'callBreather' }))
      .when(anne.speaks('een'))
      .then(happened('breatherHushed'), anne.is({ heldVoices: [] }));
    given({ openTo: 'everyone' }, anne.starts()).when(anne.speaks('een')).then(refused('agree-above'));
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
    given(askedCouple()).when(anne.presses('allowVoice')).then(refused('stale-button'));
    given(askedCouple()).when(anne.presses('refuseVoice')).then(refused('stale-button'));
    given(askedCouple(), anne.speaksFreely('een')).when(anne.presses('allowVoice')).then(happened());
  });

  test('can be three, and of a fourth it is said that it does not count', () => {
    given(askedCouple(), anne.speaks('1'), anne.speaks('2'), anne.speaks('3'))
      .when(anne.speaks('4'))
      .then(refused('too-many-voices', { limit: 3 }));
  });
});
