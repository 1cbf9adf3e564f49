import { describe, test } from 'vitest';
import { anne, bram, given, hours, minutes, settledCouple, time, type Act } from '../../support/given.js';
import { held, listens } from '../../support/listening.js';
import { sees } from '../chat.js';
import { lying, signs } from '../keys.js';

/** What stands in both chats during a turn of a listening round, line by line. It is Sunday afternoon. */

const thanks = '[listenOption:dank] / [listenOption:knuffel] / [listenOption:gehoord]';

describe('what whoever holds the pen writes', () => {
  const telling = () => given(settledCouple(), ...listens('alleen-luisteren'));

  test('stands on one card, always the lowest, until it is sent', () => {
    telling()
      .when(anne.says('zo', { messageId: 70 }), anne.edits(70, 'zus'), anne.says('en zo'))
      .then(
        sees(
          anne,
          '- listen-draft',
          '+ listen-draft: listenDraft [listenDone:1] [listenRestart:1] / [listenOption:meer--1]',
          '~ listen-draft: listenDraft [listenDone:2] [listenRestart:2] / [listenOption:meer--2]',
          '- listen-draft',
          '+ listen-draft: listenDraft [listenDone:3] [listenRestart:3] / [listenOption:meer--3]',
        ),
        sees(bram),
      )
      .when(anne.taps('listenRestart'))
      .then(sees(anne, '~ listen-draft: listenCleared'))
      .when(anne.says('nog eens', { messageId: 71 }), anne.taps('listenDone'))
      .then(
        sees(
          anne,
          '- listen-draft',
          '+ listen-draft: listenDraft [listenDone:5] [listenRestart:5] / [listenOption:meer--5]',
          '- listen-draft',
          '~ listen-step: no keys',
          '+ listen-held: listenHeld [listenTakeBack]',
        ),
        sees(bram),
      )
      .when(anne.edits(71, 'nog eens, beter'))
      .then(sees(anne))
      .when(anne.does({ type: 'listen' }), bram.does({ type: 'listen' }))
      .then(
        sees(anne, '~ listen-held: no keys', '+ listen-held: listenHeld [listenTakeBack]'),
        sees(bram, '~ listen-step: no keys', `+ listen-step: listenStep ${signs} (reveal)`),
      )
      .when(anne.taps('listenTakeBack'))
      .then(
        sees(
          anne,
          '~ listen-held: listenTakenBack',
          '~ listen-step: no keys',
          '- listen-draft',
          '+ listen-draft: listenDraft [listenDone:6] [listenRestart:6] / [listenOption:meer--6]',
        ),
        sees(bram),
      )
      .when(anne.does({ type: 'listen' }))
      .then(
        sees(
          anne,
          '~ listen-step: no keys',
          '+ listen-step: listenStep isPen isSpeaker (reveal)',
          '- listen-draft',
          '+ listen-draft: listenDraft [listenDone:6] [listenRestart:6] / [listenOption:meer--6]',
        ),
      )
      .when(anne.taps('listenOption', { arg: 'meer--6' }))
      .then(sees(anne, '- listen-draft', '~ listen-step: no keys', '+ listen-held: listenHeld [listenTakeBack]'))
      .when(held)
      .then(
        sees(
          anne,
          '~ listen-held: listenSent',
          '~ listen-step: no keys',
          '+ listen-step: listenStep isPen isSpeaker [listenOption:klaar] (reveal)',
        ),
        sees(
          bram,
          '+ listenSaid (reveal, protected)',
          '~ listen-step: no keys',
          `+ listen-step: listenStep ${signs} (reveal)`,
        ),
      );
  });

  test('reaches the other without a sound at night', () => {
    given(settledCouple(), time.is('2026-11-22T22:30'), ...listens('alleen-luisteren'), anne.says('zo'))
      .when(anne.taps('listenDone'), held)
      .then(
        sees(
          anne,
          '- listen-draft',
          '~ listen-step: no keys',
          '+ listen-held: listenHeld [listenTakeBack]',
          '~ listen-held: listenSent',
          '~ listen-step: no keys',
          '+ listen-step: listenStep isSpeaker [listenSignal:time] (reveal, silent)',
        ),
        sees(
          bram,
          '+ listenSaid (reveal, silent, protected)',
          '~ listen-step: no keys',
          `+ listen-step: listenStep isPen ${thanks} (reveal, silent)`,
        ),
      );
  });
});

test('what is said out of turn has a card of its own, and comes back to its writer alone', () => {
  given(settledCouple(), ...listens('alleen-luisteren'))
    .when(
      bram.says('een', { messageId: 71 }),
      bram.says('twee', { messageId: 72 }),
      bram.says('drie', { messageId: 73 }),
    )
    .then(
      sees(anne),
      sees(
        bram,
        '+ listen-aside: listenAside [listenKeepNote] [listenDropNote]',
        '+ listen-aside: listenAside [listenKeepNote] [listenDropNote]',
        '+ listen-aside: listenAside [listenKeepNote] [listenDropNote]',
        '+ listenBreatherOffered [callBreather]',
      ),
    )
    .when(bram.taps('listenKeepNote', { step: 71 }), bram.edits(72, 'TWEE'), bram.taps('listenDropNote', { step: 73 }))
    .then(sees(anne), sees(bram, '~ listen-aside: listenAsideKept', '~ listen-aside: listenAsideDropped'))
    .when(anne.says('Klaar.'), anne.taps('listenDone'), held, bram.taps('listenOption', { arg: 'gehoord' }))
    .then(
      sees(
        bram,
        '+ listenSaid (reveal, protected)',
        '~ listen-step: no keys',
        `+ listen-step: listenStep isPen ${thanks} (reveal)`,
        '~ listen-aside: no keys',
        '~ listen-aside: no keys',
        '+ listenNotes (reveal, protected)',
        '~ listen-step: no keys',
        '+ listen-done: listenDone [listenThank] [listenMore] (reveal)',
      ),
    );
});

test('a sign takes no turn, and stays lit under the card', () => {
  given(settledCouple(), ...listens('spiegelen'))
    .when(bram.taps('listenSignal', { arg: 'slower' }))
    .then(
      sees(anne, '+ listenSignal (reveal)'),
      sees(bram, '~ listen-step: [listenSignal:here] [listenSignal:slower*]'),
    )
    .when(anne.says('zo'), anne.taps('listenDone'), held, anne.taps('listenSignal', { arg: 'time' }))
    .then(
      sees(
        bram,
        '+ listenSaid (reveal, protected)',
        '~ listen-step: no keys',
        '+ listen-step: listenStep isPen [listenOption:nog-eens] (reveal)',
        '+ listenSignal (reveal)',
      ),
    );
});

describe('the clock', () => {
  test('nudges once, in the daytime, and then puts it down, half a draft included', () => {
    given(settledCouple(), time.is('2026-11-22T23:00'), ...listens('spiegelen'), anne.says('half'))
      .when(time.passes(hours(24)))
      .then(sees(anne, '+ listenNudge (scheduled, nudge, from Tue 08:00, until Tue 11:00)'), sees(bram))
      .when(time.passes(hours(24)))
      .then(
        sees(
          anne,
          '~ listen-step: no keys',
          '~ listen-draft: no keys',
          `+ listen-parked: ${lying} (scheduled, from Wed 08:00)`,
        ),
        sees(bram, '~ listen-step: no keys', `+ listen-parked: ${lying} (scheduled, from Wed 08:00)`),
      );
  });

  test('that stood still for a day shows the step again, and at night no more than a line', () => {
    const away: Act = (rules) => {
      rules.comeBack();
    };
    given(settledCouple(), ...listens('spiegelen'), anne.says('half'))
      .when(away)
      .then(
        sees(
          anne,
          '+ listenAwayAgain (reveal, nudge, from Sun 13:00, until Mon 01:00)',
          '~ listen-step: no keys',
          '+ listen-step: listenStep isPen isSpeaker (reveal)',
          '- listen-draft',
          '+ listen-draft: listenDraft [listenDone:1] [listenRestart:1]',
        ),
        sees(bram),
      )
      .when(time.is('2026-11-22T23:00'), away)
      .then(sees(anne, '+ listenAwayAgain (scheduled, nudge, from Mon 08:00, until Mon 20:00)'), sees(bram));
    given(settledCouple(), ...listens('tien-en-tien'), anne.says('Lieve Bram'), anne.taps('listenDone'))
      .when(away)
      .then(
        sees(anne),
        sees(
          bram,
          '+ listenAwayAgain (reveal, nudge, from Sun 13:00, until Mon 01:00)',
          '~ listen-step: no keys',
          '+ listen-step: listenStep isPen (reveal)',
        ),
      );
  });
});

test('side by side a tap passes the pen, and there is nothing to write', () => {
  given(settledCouple(), ...listens('spiegelen', true))
    .when(anne.taps('listenDone'), time.passes(minutes(3)))
    .then(
      sees(
        anne,
        '~ listen-step: no keys',
        '+ listen-step: listenStep isSpeaker [listenSignal:time] (reveal)',
        '+ listenTimeUp (reveal, nudge, until Sun 13:13)',
      ),
      sees(
        bram,
        '~ listen-step: no keys',
        '+ listen-step: listenStep isPen [listenDone] / [listenOption:nog-eens] (reveal)',
        '+ listenTimeUp (reveal, nudge, until Sun 13:13)',
      ),
    )
    .when(bram.taps('listenDone'))
    .then(
      sees(
        anne,
        '~ listen-step: no keys',
        '+ listen-step: listenStep isPen isSpeaker [listenOption:meer] / [listenOption:bijna] / [listenOption:ja] (reveal)',
      ),
      sees(bram, '~ listen-step: no keys', `+ listen-step: listenStep ${signs} (reveal)`),
    );
});
