import { describe, expect, test } from 'vitest';
import type { Button } from '../../../src/core/command.js';
import {
  allowsVoice,
  anne,
  bothAnswer,
  bram,
  carl,
  given,
  happened,
  hours,
  inviter,
  minutes,
  pairedCouple,
  refused,
  settledCouple,
  that,
  time,
  type Act,
  type Someone,
} from '../../support/given.js';
import { asksToListen, held, listens } from '../../support/listening.js';

type Rules = Parameters<Act>[0];

/** What each move of a listening round leads to, and what it does not do twice. */

const says = (who: Someone, text: string): readonly Act[] => [who.says(text), who.taps('listenDone'), held];
const toCheck = [...listens('spiegelen'), ...says(anne, 'zo'), ...says(bram, 'zo dus')];
const toFeel = [...toCheck, anne.taps('listenOption', { arg: 'ja' }), ...says(bram, 'dat volg ik')];
const toSwap = [
  ...[...toFeel, bram.taps('listenGroup', { arg: 'verdrietig' }), bram.taps('listenPick', { arg: 'f_eenz' })],
  ...[bram.taps('listenDone'), held, anne.taps('listenOption', { arg: 'dank' })],
];
/** A button of this round with anything on it, as an old phone or a clever hand might send it. */
const taps =
  (who: Someone, name: Button['name'], rest: Partial<Button> = {}): Act =>
  (rules) => {
    const listening = rules.coupleOf(who.id).listening;
    const button = { name, slot: listening?.id ?? 'weg', step: listening?.tick ?? 0, arg: '', ...rest };
    rules.press(button, who.id, { name: who.name });
  };

describe('an invitation', () => {
  const asked = () => given(settledCouple(), ...asksToListen('alleen-luisteren'));

  test('needs two', () => {
    given(inviter())
      .when(anne.does({ type: 'listen' }))
      .then(refused('listening-needs-two'));
    given({}, carl.starts(), carl.taps('agree'))
      .when(taps(carl, 'listenInvite', { slot: '', arg: 'spiegelen' }))
      .then(refused('listening-needs-two'));
  });

  test('is one at a time: whoever asks again sees how it stands', () => {
    asked()
      .when(anne.does({ type: 'listen' }))
      .then(happened('listeningTold'));
    asked().when(anne.taps('listenInvite')).then(happened('listeningTold'));
    asked()
      .when(bram.does({ type: 'listen' }))
      .then(happened('listeningTold'));
  });

  test('to a round nobody knows, or in a pace it does not have, comes to nothing', () => {
    given(settledCouple())
      .when(taps(anne, 'listenInvite', { slot: '', step: 0, arg: 'worstelen' }))
      .then(refused('stale-button'));
    given(settledCouple())
      .when(taps(anne, 'listenInvite', { slot: '', step: 1, arg: 'tien-en-tien' }))
      .then(happened('listeningInvited'));
  });

  test('without a single round to offer says so', () => {
    given(settledCouple({ protocols: [] }))
      .when(anne.does({ type: 'listen' }))
      .then(refused('no-scenario'));
  });

  test('can be called back, and then both know', () => {
    asked()
      .when(anne.taps('listenRecall'))
      .then(happened('listeningEnded'))
      .when(bram.taps('listenNow'))
      .then(refused('stale-button'));
  });

  test('that is declined is declined once, and the other hears nothing', () => {
    asked()
      .when(bram.taps('listenNotNow'), bram.taps('listenNotNow'))
      .then(happened('listeningDeclined'), anne.hears());
  });

  test('for an hour that nobody offered is out of date', () => {
    asked()
      .when(taps(bram, 'listenLater', { arg: 'never' }))
      .then(refused('stale-button'));
  });

  test('for later can be called off by either, and is gone', () => {
    asked()
      .when(bram.taps('listenLater'), bram.taps('listenLater', { arg: 'hour' }))
      .then(happened('listeningHoursShown', 'listeningScheduled'))
      .when(anne.taps('listenCancel'))
      .then(happened('listeningEnded'));
  });

  test('about an answer that is open gives its writer the floor', () => {
    given(pairedCouple({ acts: bothAnswer() }), anne.taps('tellMore'), anne.taps('talkAbout'))
      .when(anne.taps('listenInvite', { step: 0 }))
      .then(
        that((_, rules) => {
          expect(rules.coupleOf(anne.id).listening).toMatchObject({ starter: anne.id, speaker: bram.id });
        }),
      );
  });
});

describe('«Ik ben er»', () => {
  const ready = [...asksToListen('alleen-luisteren'), bram.taps('listenNow')];

  test('is said once, and of how tense only what was offered', () => {
    given(settledCouple(), ...ready)
      .when(anne.taps('listenReady', { arg: 'calm' }), anne.taps('listenReady', { arg: 'calm' }))
      .then(happened('readyGiven'))
      .when(taps(bram, 'listenReady', { arg: 'furious' }))
      .then(refused('stale-button'));
  });

  test('with much tension is asked about first, and the other hears nothing of it', () => {
    given(settledCouple(), ...ready)
      .when(bram.taps('listenReady', { arg: 'high' }))
      .then(happened('tensionHinted'), anne.hears())
      .when(bram.taps('listenReady', { arg: 'anyway' }))
      .then(happened('readyGiven'));
  });
});

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
      .when(taps(anne, 'listenOption', { arg: 'meer' }))
      .then(refused('empty-draft'))
      .when(anne.says('een'), anne.taps('listenOption', { arg: 'meer' }), held)
      .then(bram.reads('listenSaid', { pieces: [{ text: 'een' }] as never }))
      .when(anne.says('twee'))
      .then(happened('segmentDrafted'));
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

describe('what the other says meanwhile', () => {
  const telling = () => given(settledCouple(), ...listens('alleen-luisteren'));
  const notes = (...texts: readonly string[]) =>
    that((_, rules) => {
      const kept = rules.coupleOf(bram.id).listening?.notes[bram.id] ?? [];
      expect(kept.map((piece) => 'text' in piece && piece.text)).toEqual(texts);
    });

  test('is a note of their own, to be kept, edited or thrown away', () => {
    telling()
      .when(bram.says('een', { messageId: 80 }), bram.says('twee', { messageId: 81 }), bram.edits(80, 'EEN'))
      .then(notes('EEN', 'twee'), anne.hears())
      .when(bram.taps('listenKeepNote', { step: 81 }))
      .then(happened('noteKept'), notes('EEN', 'twee'))
      .when(bram.taps('listenDropNote', { step: 80 }))
      .then(notes('twee'))
      .when(bram.taps('listenDropNote', { step: 80 }))
      .then(refused('stale-button'))
      .when(taps(anne, 'listenDropNote', { step: 81 }))
      .then(refused('stale-button'), notes('twee'));
    telling()
      .when(bram.says('een', { messageId: 80 }), taps(bram, 'listenDropNote', { slot: 'weg', step: 80 }))
      .then(refused('stale-button'));
  });

  test('is kept up to a limit', () => {
    const thousand = 'a'.repeat(999);
    telling()
      .when(bram.says(thousand), bram.says(thousand), bram.says(thousand))
      .then(happened('noteTaken', 'noteTaken', 'noteTaken'))
      .when(bram.says('b'))
      .then(refused('too-long', { limit: 3000 }));
  });

  test('can be a sign, once each, and the one that fits', () => {
    telling()
      .when(bram.taps('listenSignal', { arg: 'here' }), bram.taps('listenSignal', { arg: 'slower' }))
      .then(happened('signalGiven', 'signalGiven'))
      .when(taps(bram, 'listenSignal', { arg: 'here' }))
      .then(happened(), anne.hears())
      .when(taps(bram, 'listenSignal', { arg: 'time' }))
      .then(refused('stale-button'))
      .when(taps(bram, 'listenSignal', { arg: 'shout' }))
      .then(refused('stale-button'));
    given(settledCouple(), ...listens('alleen-luisteren'), ...says(anne, 'zo'))
      .when(taps(anne, 'listenSignal', { arg: 'here' }))
      .then(refused('stale-button'))
      .when(anne.taps('listenSignal', { arg: 'time' }))
      .then(happened('signalGiven'));
  });
});

describe('a way on', () => {
  test('that needs words is opened, closed again, and never two at a time', () => {
    given(settledCouple(), ...toCheck)
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
    given(settledCouple(), ...toCheck)
      .when(taps(anne, 'listenOption', { arg: '' }))
      .then(refused('stale-button'));
  });

  test('is what makes something right: saying it back alone does not', () => {
    const almost = [anne.taps('listenOption', { arg: 'bijna' }), ...says(anne, 'bijna, maar')];
    given(settledCouple(), ...toCheck, ...almost, ...says(bram, 'dus zo')).then(
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
    given(settledCouple(), ...toCheck)
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

describe('the other’s turn', () => {
  const swapping = () => given(settledCouple(), ...toSwap);
  const wish = (who: Someone, arg: string) => who.taps('listenSwap', { arg });

  test('is a wish of both, said once each', () => {
    swapping()
      .when(bram.taps('listenSwap', { arg: 'now' }), taps(bram, 'listenSwap', { arg: 'now' }))
      .then(happened('swapWished'), anne.hears())
      .when(taps(bram, 'listenSwap', { arg: 'perhaps' }))
      .then(refused('stale-button'));
  });

  test('goes by the gentlest of both wishes', () => {
    swapping()
      .when(wish(anne, 'now'), wish(bram, 'tomorrow'))
      .then(happened('swapWished', 'swapWished', 'turnScheduled'))
      .when(time.passes(hours(31)))
      .then(
        that((_, rules) => {
          expect(rules.coupleOf(anne.id).listening).toMatchObject({ phase: 'ready', step: 'vertel' });
        }),
      );
    swapping()
      .when(wish(bram, 'no'), wish(anne, 'tomorrow'))
      .then(happened('swapWished', 'swapWished', 'listeningEnded'));
  });
});

describe('two letters', () => {
  const writing = () => given(settledCouple(), ...listens('tien-en-tien'));

  test('are sealed once, and taken back one by one', () => {
    writing()
      .when(anne.says('Lieve'), anne.taps('listenDone'), taps(anne, 'listenDone', { arg: '1' }))
      .then(happened('segmentDrafted', 'letterSealed'))
      .when(taps(bram, 'listenTakeBack'))
      .then(refused('stale-button'));
  });

  test('one that is taken back does not open', () => {
    writing()
      .when(anne.says('Lieve'), anne.taps('listenDone'), anne.taps('listenTakeBack'))
      .then(happened('segmentDrafted', 'letterSealed', 'segmentTakenBack'))
      .when(bram.says('Lieve'), bram.taps('listenDone'), held)
      .then(happened('segmentDrafted', 'letterSealed'), anne.hears());
  });
});

describe('put down', () => {
  const putDown = () => given(settledCouple(), ...listens('spiegelen'), anne.says('half'), time.passes(hours(49)));

  test('it goes on when both say so, each once', () => {
    putDown()
      .when(anne.taps('listenGoOn'), taps(anne, 'listenGoOn'))
      .then(happened('goOnWished'), bram.hears())
      .when(bram.taps('listenGoOn'))
      .then(happened('goOnWished', 'readyAsked'));
  });

  test('it is over once both let it go, and until then the other hears nothing', () => {
    putDown()
      .when(anne.taps('listenLetGo'))
      .then(happened('listeningLetGo'), bram.hears())
      .when(bram.taps('listenLetGo'))
      .then(happened('listeningLetGo', 'listeningEnded'));
  });
});

describe('while it lasts', () => {
  const telling = () => given(settledCouple(), ...listens('alleen-luisteren'));

  test('no question is asked, /start tells how it stands, and a heart does nothing', () => {
    telling()
      .when(anne.does({ type: 'askQuestion' }))
      .then(refused('in-listening'));
    telling().when(bram.starts()).then(happened('listeningTold'));
    telling()
      .when(bram.does({ type: 'heart' }, 'reveal:x'))
      .then(happened());
    telling().when(bram.taps('tellMore')).then(refused('in-listening'));
  });

  test('before it has begun a question may be asked, and /start says how all things stand', () => {
    given(settledCouple(), ...asksToListen('alleen-luisteren'), time.passes(minutes(5)))
      .when(bram.does({ type: 'askQuestion' }))
      .then(happened('roundStarted', 'promptShown', 'promptShown'));
    given(settledCouple(), ...asksToListen('alleen-luisteren'))
      .when(bram.starts())
      .then(happened('statusTold'));
  });

  test('/start with a code tells what the code leads to', () => {
    given(settledCouple(), ...listens('alleen-luisteren'))
      .when(anne.starts('7K3F9X2MQ4TB'))
      .then(({ events }) => {
        expect(events.some(({ type }) => type === 'listeningTold')).toBe(false);
      });
  });
});
