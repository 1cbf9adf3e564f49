import { describe, test } from 'vitest';
import { anne, bram, given, settledCouple, type Act } from '../../support/given.js';
import { checking, held, listens } from '../../support/listening.js';
import { sees } from '../chat.js';
import { signs } from '../keys.js';

/** What stands in both chats where a step asks for more than words, line by line. It is Sunday afternoon. */

const sadness =
  '[listenPick:f_verdr] [listenPick:f_teleur] / [listenPick:f_eenz] [listenPick:f_gekw] / [listenPick:f_gemis] / [listenGroup]';
test('words and a feeling go together, and a way on that sends nothing stands under no draft', () => {
  given(settledCouple(), ...listens('spiegelen'), anne.says('zo'), anne.taps('listenDone'), held)
    .when(bram.says('zo dus'))
    .then(sees(bram, '- listen-draft', '+ listen-draft: listenDraft [listenDone:1] [listenRestart:1]'))
    .when(bram.taps('listenDone'), held, anne.taps('listenOption', { arg: 'ja' }), bram.says('ik volg'))
    .when(bram.taps('listenDone'), held, bram.says('en dit'))
    .then(
      sees(
        bram,
        '- listen-draft',
        '~ listen-step: no keys',
        '+ listen-held: listenHeld [listenTakeBack]',
        '~ listen-held: listenSent',
        '~ listen-step: no keys',
        '+ listen-step: listenStep isPen [listenGroup:blij] [listenGroup:dichtbij] / [listenGroup:rustig] [listenGroup:verdrietig] / [listenGroup:bang] [listenGroup:boos] / [listenGroup:klein] [listenGroup:leeg-vol] / [listenGroup:door-elkaar] (reveal)',
        '- listen-draft',
        '+ listen-draft: listenDraft [listenDone:9] [listenRestart:9]',
      ),
    )
    .when(bram.taps('listenGroup', { arg: 'verdrietig' }), bram.taps('listenPick', { arg: 'f_eenz' }))
    .then(
      sees(
        bram,
        '~ listen-step: [listenPick:f_verdr] [listenPick:f_teleur] / [listenPick:f_eenz] [listenPick:f_gekw] / [listenPick:f_gemis] / [listenGroup]',
        '~ listen-step: [listenPick:f_verdr] [listenPick:f_teleur] / [listenPick:f_eenz*] [listenPick:f_gekw] / [listenPick:f_gemis] / [listenGroup]',
        '- listen-draft',
        '+ listen-draft: listenDraft [listenDone:a] [listenRestart:a]',
      ),
    )
    .when(bram.taps('listenDone'), held)
    .then(anne.reads('listenSaid', { pieces: [{ text: 'en dit' }] as never, picks: ['f_eenz'] }));
});

describe('a way on', () => {
  test('that needs words asks for them, and can be closed again', () => {
    given(settledCouple(), ...checking)
      .when(anne.taps('listenOption', { arg: 'bijna' }))
      .then(
        sees(anne, '- listen-draft', '~ listen-step: no keys', '+ listen-step: listenOption [listenOption]'),
        sees(bram),
      )
      .when(anne.says('niet zo'), anne.does({ type: 'listen' }))
      .then(
        sees(
          anne,
          '- listen-draft',
          '+ listen-draft: listenDraft [listenDone:7] [listenRestart:7]',
          '~ listen-step: no keys',
          '+ listen-step: listenStep isPen isSpeaker [listenOption] (reveal)',
          '- listen-draft',
          '+ listen-draft: listenDraft [listenDone:7] [listenRestart:7]',
        ),
      )
      .when(anne.taps('listenOption', { arg: '' }))
      .then(
        sees(
          anne,
          '- listen-draft',
          '~ listen-step: no keys',
          '+ listen-step: listenStep isPen isSpeaker [listenOption:meer] / [listenOption:bijna] / [listenOption:ja] (reveal)',
        ),
        sees(bram),
      )
      .when(anne.taps('listenOption', { arg: 'meer' }))
      .then(
        sees(anne, '~ listen-step: no keys', '+ listen-step: listenStep isPen isSpeaker (reveal)'),
        sees(
          bram,
          '+ listenSaid (reveal, protected)',
          '~ listen-step: no keys',
          `+ listen-step: listenStep ${signs} (reveal)`,
        ),
      );
  });

  test('that is used up is no longer offered, and what has to come before it must have come', () => {
    const almost: readonly Act[] = [
      ...[anne.taps('listenOption', { arg: 'bijna' }), anne.says('niet zo'), anne.taps('listenDone'), held],
      ...[bram.says('zo dan'), bram.taps('listenDone'), held],
    ];
    given(settledCouple(), ...checking)
      .when(...almost)
      .then(
        sees(
          anne,
          '- listen-draft',
          '~ listen-step: no keys',
          '+ listen-step: listenOption [listenOption]',
          '- listen-draft',
          '+ listen-draft: listenDraft [listenDone:7] [listenRestart:7]',
          '- listen-draft',
          '~ listen-step: no keys',
          '+ listen-held: listenHeld [listenTakeBack]',
          '~ listen-held: listenSent',
          '~ listen-step: no keys',
          '+ listen-step: listenStep isSpeaker [listenSignal:time] (reveal)',
          '+ listenSaid (reveal, protected)',
          '~ listen-step: no keys',
          '+ listen-step: listenStep isPen isSpeaker [listenOption:meer] / [listenOption:bijna] / [listenOption:goed-genoeg] / [listenOption:ja] (reveal)',
        ),
      )
      .when(...almost)
      .then(
        sees(
          anne,
          '- listen-draft',
          '~ listen-step: no keys',
          '+ listen-step: listenOption [listenOption]',
          '- listen-draft',
          '+ listen-draft: listenDraft [listenDone:d] [listenRestart:d]',
          '- listen-draft',
          '~ listen-step: no keys',
          '+ listen-held: listenHeld [listenTakeBack]',
          '~ listen-held: listenSent',
          '~ listen-step: no keys',
          '+ listen-step: listenStep isSpeaker [listenSignal:time] (reveal)',
          '+ listenSaid (reveal, protected)',
          '~ listen-step: no keys',
          '+ listen-step: listenStep isPen isSpeaker [listenOption:meer] / [listenOption:goed-genoeg] / [listenOption:ja] (reveal)',
        ),
      )
      .when(anne.taps('listenOption', { arg: 'goed-genoeg' }))
      .then(
        sees(anne, '~ listen-step: no keys', '+ listen-step: listenStep isSpeaker [listenSignal:time] (reveal)'),
        sees(
          bram,
          '+ listenSaid (reveal, protected)',
          '~ listen-step: no keys',
          '+ listen-step: listenStep isPen (reveal)',
        ),
      );
  });
});

test('feelings are picked by groups, and the group of the newest stays open', () => {
  given(settledCouple(), ...checking, anne.taps('listenOption', { arg: 'ja' }), bram.says('dat volg ik'))
    .when(bram.taps('listenDone'), held)
    .then(
      sees(
        anne,
        '+ listenSaid (reveal, protected)',
        '~ listen-step: no keys',
        '+ listen-step: listenStep isSpeaker [listenSignal:time] (reveal)',
      ),
      sees(
        bram,
        '- listen-draft',
        '~ listen-step: no keys',
        '+ listen-held: listenHeld [listenTakeBack]',
        '~ listen-held: listenSent',
        '~ listen-step: no keys',
        '+ listen-step: listenStep isPen [listenGroup:blij] [listenGroup:dichtbij] / [listenGroup:rustig] [listenGroup:verdrietig] / [listenGroup:bang] [listenGroup:boos] / [listenGroup:klein] [listenGroup:leeg-vol] / [listenGroup:door-elkaar] (reveal)',
      ),
    )
    .when(bram.taps('listenGroup', { arg: 'verdrietig' }))
    .then(sees(bram, `~ listen-step: ${sadness}`))
    .when(bram.taps('listenPick', { arg: 'f_eenz' }))
    .then(
      sees(
        bram,
        '~ listen-step: [listenPick:f_verdr] [listenPick:f_teleur] / [listenPick:f_eenz*] [listenPick:f_gekw] / [listenPick:f_gemis] / [listenGroup]',
        '- listen-draft',
        '+ listen-draft: listenDraft [listenDone:9] [listenRestart:9]',
      ),
    )
    .when(bram.taps('listenGroup', { arg: '' }))
    .then(
      sees(
        bram,
        '~ listen-step: [listenGroup:blij] [listenGroup:dichtbij] / [listenGroup:rustig] [listenGroup:verdrietig*] / [listenGroup:bang] [listenGroup:boos] / [listenGroup:klein] [listenGroup:leeg-vol] / [listenGroup:door-elkaar]',
      ),
    )
    .when(bram.taps('listenGroup', { arg: 'verdrietig' }), bram.taps('listenPick', { arg: 'f_eenz' }))
    .then(
      sees(
        bram,
        '~ listen-step: [listenPick:f_verdr] [listenPick:f_teleur] / [listenPick:f_eenz*] [listenPick:f_gekw] / [listenPick:f_gemis] / [listenGroup]',
        `~ listen-step: ${sadness}`,
      ),
    );
});

describe('two letters', () => {
  test('are sealed one by one, held together, and open together', () => {
    given(settledCouple(), ...listens('tien-en-tien'))
      .when(anne.says('Lieve Bram'), anne.taps('listenDone'))
      .then(
        sees(
          anne,
          '- listen-draft',
          '+ listen-draft: listenDraft isLetter [listenDone:1] [listenRestart:1]',
          '- listen-draft',
          '+ listen-held: listenLetterSealed [listenTakeBack]',
        ),
        sees(bram),
      )
      .when(anne.does({ type: 'listen' }), bram.says('Lieve Anne'), bram.taps('listenDone'))
      .then(
        sees(
          anne,
          '~ listen-held: no keys',
          '+ listen-held: listenLetterSealed [listenTakeBack]',
          '~ listen-held: listenHeld isLetter [listenTakeBack]',
        ),
        sees(
          bram,
          '- listen-draft',
          '+ listen-draft: listenDraft isLetter [listenDone:1] [listenRestart:1]',
          '- listen-draft',
          '+ listen-held: listenLetterSealed [listenTakeBack]',
          '~ listen-held: listenHeld isLetter [listenTakeBack]',
        ),
      )
      .when(anne.does({ type: 'listen' }))
      .then(sees(anne, '~ listen-held: no keys', '+ listen-held: listenHeld isLetter [listenTakeBack]'))
      .when(bram.taps('listenTakeBack'))
      .then(
        sees(anne, '~ listen-held: listenLetterSealed [listenTakeBack]'),
        sees(
          bram,
          '~ listen-held: listenTakenBack',
          '~ listen-step: no keys',
          '- listen-draft',
          '+ listen-draft: listenDraft isLetter [listenDone:1] [listenRestart:1]',
        ),
      )
      .when(bram.taps('listenDone'), held)
      .then(
        sees(
          anne,
          '~ listen-held: listenHeld isLetter [listenTakeBack]',
          '~ listen-held: listenSent',
          '+ listenLetters (reveal, protected)',
          '~ listen-step: no keys',
          '+ listen-step: listenStep isPen isSpeaker [listenDone] (reveal)',
        ),
        sees(
          bram,
          '- listen-draft',
          '+ listen-held: listenLetterSealed [listenTakeBack]',
          '~ listen-held: listenHeld isLetter [listenTakeBack]',
          '~ listen-held: listenSent',
          '+ listenLetters (reveal, protected)',
          '~ listen-step: no keys',
          '+ listen-step: listenStep isPen [listenDone] (reveal)',
        ),
      )
      .when(anne.taps('listenDone'), anne.does({ type: 'listen' }))
      .then(sees(anne, '~ listen-step: no keys', '+ listenDoneNoted', '+ listenDoneNoted'), sees(bram));
  });

  test('one that is taken back before the other is there is a draft again', () => {
    given(settledCouple(), ...listens('tien-en-tien'), anne.says('Lieve Bram'), anne.taps('listenDone'))
      .when(anne.taps('listenTakeBack'))
      .then(
        sees(
          anne,
          '~ listen-held: listenTakenBack',
          '~ listen-step: no keys',
          '- listen-draft',
          '+ listen-draft: listenDraft isLetter [listenDone:1] [listenRestart:1]',
        ),
        sees(bram),
      );
  });
});
