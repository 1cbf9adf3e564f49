import { describe, expect, test } from 'vitest';
import {
  allowsVoice,
  anne,
  bram,
  given,
  happened,
  refused,
  settledCouple,
  that,
  type Act,
} from '../../support/given.js';
import { checking, held, listens } from '../../support/listening.js';
import type { Rules } from '../stage.js';
import { says, taps, toFeel } from './steps.js';

/** Whoever holds the pen: what they say, the ways on they choose, the feelings they name. */

describe('what whoever holds the pen says', () => {
  const telling = () => given(settledCouple(), ...listens('alleen-luisteren'));

  test('can be begun anew, by the newest card only, and once it is empty again that is nothing', () => {
    telling()
      .when(anne.says('zo'), anne.taps('listenRestart'))
      .then(happened('segmentDrafted', 'segmentDrafted'), anne.hears('listenDraft', 'listenCleared'))
      .when(anne.says('nee'), anne.tapsOld('listenRestart'))
      .then(refused('stale-button'));
    telling()
      .when(taps(anne, 'listenRestart', { arg: '0' }))
      .then(happened());
  });

  test('can be taken back while it is held, and then goes nowhere', () => {
    telling()
      .when(anne.says('zo'), anne.taps('listenDone'), anne.taps('listenTakeBack'))
      .then(happened('segmentDrafted', 'segmentHeld', 'segmentTakenBack'))
      .when(held)
      .then(bram.hears());
    telling()
      .when(anne.says('zo'), anne.taps('listenDone'), anne.does({ type: 'withdraw' }))
      .then(happened('segmentDrafted', 'segmentHeld', 'segmentTakenBack'));
  });

  test('is taken back by saying more', () => {
    telling()
      .when(anne.says('zo'), anne.taps('listenDone'), anne.says('en zo'))
      .then(happened('segmentDrafted', 'segmentHeld', 'segmentTakenBack', 'segmentDrafted'))
      .when(held)
      .then(bram.hears())
      .when(anne.taps('listenDone'), held)
      .then(bram.reads('listenSaid', { pieces: [{ text: 'zo' }, { text: 'en zo' }] as never }));
  });

  test('is not sent while it is empty, nor by a card that is no longer the newest', () => {
    telling()
      .when(taps(anne, 'listenDone', { arg: '0' }))
      .then(refused('empty-draft'));
    telling().when(anne.says('zo'), anne.says('meer'), anne.tapsOld('listenDone')).then(refused('stale-button'));
  });

  test('can be sent with more to come, and not without a word', () => {
    telling()
      .when(taps(anne, 'listenOption', { arg: 'meer--0' }))
      .then(refused('empty-draft'))
      .when(anne.says('een'), anne.taps('listenOption', { arg: 'meer--1' }), held)
      .then(bram.reads('listenSaid', { pieces: [{ text: 'een' }] as never }))
      .when(anne.says('twee'))
      .then(happened('segmentDrafted'));
  });

  test('is not sent with more to come by a card on which not all of it stands', () => {
    telling()
      .when(anne.says('een'), anne.says('en dit nog niet'), anne.taps('listenOption', { arg: 'meer--1' }), held)
      .then(refused('stale-button'), bram.hears());
  });

  test('fits a message: so many units, so many voice notes, none of them too long', () => {
    const limit = 1000;
    const speaks = (seconds: number, messageId: number) =>
      anne.does({
        ...{ type: 'say', sender: { name: 'Anne' }, messageId, code: null },
        speech: { kind: 'voice', fileId: String(messageId), seconds },
      });
    telling()
      .when(anne.says('a'.repeat(limit)))
      .then(happened('segmentDrafted'));
    telling()
      .when(anne.says('a'.repeat(limit - 2)), anne.says('b'))
      .then(happened('segmentDrafted', 'segmentDrafted'))
      .when(anne.says('c'))
      .then(refused('too-long', { units: limit + 2, limit }));
    given(settledCouple(), allowsVoice(anne), ...listens('alleen-luisteren'))
      .when(speaks(121, 90))
      .then(refused('voice-too-long', { seconds: 120 }))
      .when(speaks(120, 91), anne.says('en zo'), speaks(9, 92), speaks(9, 93))
      .then(happened('segmentDrafted', 'segmentDrafted', 'segmentDrafted', 'segmentDrafted'))
      .when(speaks(9, 94))
      .then(refused('too-many-voices', { limit: 3 }));
  });

  test('is a choice where only choices are asked, and goes aloud where the two sit together', () => {
    given(settledCouple(), ...listens('alleen-luisteren'), ...says(anne, 'zo'))
      .when(bram.says('maar'))
      .then(refused('tap-only'));
    given(settledCouple(), ...listens('alleen-luisteren', true))
      .when(anne.says('zo'))
      .then(refused('say-it-aloud'));
  });

  test('can be edited until it was delivered', () => {
    telling()
      .when(anne.says('zo', { messageId: 70 }), anne.edits(70, 'zus'), anne.edits(70, 'zus'))
      .then(happened('segmentDrafted', 'segmentDrafted'))
      .when(anne.taps('listenDone'), held)
      .then(bram.reads('listenSaid', { pieces: [{ text: 'zus' }] as never }))
      .when(anne.edits(70, 'anders'))
      .then(refused('edit-after-delivery'), bram.hears());
    telling()
      .when(anne.says('zo', { messageId: 70 }), anne.edits(70, 'a'.repeat(1001)))
      .then(refused('too-long'));
    telling()
      .when(anne.says('zo', { messageId: 70 }), anne.edits(71, 'zus'))
      .then(happened('segmentDrafted'));
  });

  test('is edited by what the edit is of: one of several that were delivered, the other’s message of the same number, a draft', () => {
    const told = [
      anne.says('een', { messageId: 71 }),
      anne.says('twee', { messageId: 72 }),
      anne.taps('listenDone'),
      held,
    ];
    const mirror = [...listens('spiegelen'), ...told];
    given(settledCouple(), ...mirror)
      .when(anne.edits(71, 'anders'))
      .then(refused('edit-after-delivery'));
    given(settledCouple(), ...mirror, bram.says('jij zegt', { messageId: 71 }))
      .when(bram.edits(71, 'jij zei'))
      .then(bram.reads('listenDraft', { pieces: [expect.objectContaining({ text: 'jij zei' })] as never }));
    const back = [bram.says('jij zegt', { messageId: 90 }), bram.taps('listenDone'), held];
    given(
      settledCouple(),
      ...mirror,
      ...back,
      anne.taps('listenOption', { arg: 'bijna' }),
      anne.says('nee', { messageId: 73 }),
    )
      .when(anne.edits(73, 'nee hoor'))
      .then(anne.reads('listenDraft', { pieces: [expect.objectContaining({ text: 'nee hoor' })] as never }));
  });
});

describe('a way on', () => {
  test('that needs words is opened, closed again, and never two at a time', () => {
    given(settledCouple(), ...checking)
      .when(anne.taps('listenOption', { arg: 'bijna' }))
      .then(happened('optionOpened'), bram.hears())
      .when(taps(anne, 'listenOption', { arg: 'ja' }))
      .then(refused('stale-button'))
      .when(anne.says('a'.repeat(301)))
      .then(refused('too-long', { limit: 300 }))
      .when(anne.speaksFreely('een'), anne.speaks('twee'))
      .then(refused('too-many-voices', { limit: 1 }))
      .when(anne.taps('listenOption', { arg: '' }))
      .then(happened('optionOpened'))
      .when(anne.taps('listenOption', { arg: 'ja' }))
      .then(happened('segmentDelivered', 'stepBegan'));
    given(settledCouple(), ...checking)
      .when(taps(anne, 'listenOption', { arg: '' }))
      .then(refused('stale-button'));
  });

  test('is what makes something right: saying it back alone does not', () => {
    const almost = [anne.taps('listenOption', { arg: 'bijna' }), ...says(anne, 'bijna, maar')];
    given(settledCouple(), ...checking, ...almost, ...says(bram, 'dus zo')).then(
      that((_, rules) => {
        expect(rules.coupleOf(anne.id).listening).toMatchObject({ mirrored: [{ text: 'dus zo' }], confirmed: [] });
      }),
    );
  });

  test('that is used up is gone', () => {
    const again = [bram.taps('listenOption', { arg: 'nog-eens' }), ...says(anne, 'nog eens')];
    given(settledCouple(), ...listens('spiegelen'), ...says(anne, 'zo'), ...again, ...again)
      .when(taps(bram, 'listenOption', { arg: 'nog-eens' }))
      .then(refused('stale-button'));
  });

  test('is asked for in the words of its step, with what fits', () => {
    given(settledCouple(), ...checking)
      .when(anne.taps('listenOption', { arg: 'bijna' }))
      .then(
        anne.reads('listenOption', {
          protocol: 'spiegelen',
          step: 'klopt',
          partner: 'Bram',
          option: 'bijna',
          limit: 300,
        }),
      );
  });
});

describe('feelings', () => {
  const feeling = () => given(settledCouple(), ...toFeel);
  const pick = (arg: string, isOn = true): Act => {
    return (rules) => {
      const tick = rules.coupleOf(bram.id).listening?.tick ?? 0;
      taps(bram, 'listenPick', { arg, step: tick * 2 + (isOn ? 1 : 0) })(rules);
    };
  };
  const picked = (...picks: readonly string[]) =>
    that((_, rules) => {
      expect(rules.coupleOf(bram.id).listening?.drafts[bram.id]?.picks).toEqual(picks);
    });

  test('are all put off by beginning again, as words are', () => {
    const version = (rules: Rules) => rules.coupleOf(bram.id).listening?.drafts[bram.id]?.version ?? 0;
    feeling()
      .when(pick('f_eenz'), (rules) => {
        taps(bram, 'listenRestart', { arg: version(rules).toString(36) })(rules);
      })
      .then(happened('segmentDrafted', 'segmentDrafted'), picked());
  });

  test('are put on and off, three at most, and a second tap changes nothing', () => {
    feeling()
      .when(pick('f_eenz'), pick('f_eenz'))
      .then(happened('segmentDrafted'), picked('f_eenz'))
      .when(pick('f_eenz', false))
      .then(picked())
      .when(pick('f_onbekend'))
      .then(refused('stale-button'))
      .when(pick('f_eenz'), pick('f_verdr'), pick('f_gekw'), pick('f_gemis'))
      .then(refused('too-many-picks', { limit: 3 }), picked('f_eenz', 'f_verdr', 'f_gekw'))
      .when(pick('f_verdr', false), pick('f_verdr', false))
      .then(happened('segmentDrafted'), picked('f_eenz', 'f_gekw'));
  });

  test('are asked for in their own step only', () => {
    given(settledCouple(), ...checking)
      .when(taps(anne, 'listenGroup', { arg: 'verdrietig' }))
      .then(refused('stale-button'));
    given(settledCouple(), ...listens('spiegelen'))
      .when((rules) => {
        const tick = rules.coupleOf(anne.id).listening?.tick ?? 0;
        taps(anne, 'listenPick', { arg: 'f_eenz', step: tick * 2 + 1 })(rules);
      })
      .then(refused('stale-button'));
  });
});
