import { describe, test } from 'vitest';
import { anne, bram, given, settledCouple } from '../../support/given.js';
import { held, listens } from '../../support/listening.js';
import { sees } from '../chat.js';

/** What stands in both chats after a listening round, line by line. */

const tense = '[listenTension:calm] / [listenTension:some] / [listenTension:high]';
const kept = '[listenFeelings] / [listenAgain] / [listenKeep:now] [listenKeep:day]';
describe('afterwards', () => {
  const over = () =>
    given(settledCouple(), ...listens('spiegelen'), anne.says('zo'), anne.taps('listenDone'), held).when(
      ...[bram.says('zo dus'), bram.taps('listenDone'), held, anne.taps('listenOption', { arg: 'ja' })],
      ...[bram.says('dat volg ik'), bram.taps('listenDone'), held],
      ...[bram.taps('listenGroup', { arg: 'blij' }), bram.taps('listenPick', { arg: 'f_dankb' })],
      ...[bram.taps('listenDone'), held, anne.taps('listenOption', { arg: 'dank' })],
      ...[anne.taps('listenSwap', { arg: 'no' }), bram.taps('listenSwap', { arg: 'no' })],
    );

  test('there is one thank-you, and the rest stands behind [Meer]', () => {
    over()
      .when(anne.taps('listenThank'))
      .then(sees(anne, '~ listen-done: [listenMore]', '! listenThanked'), sees(bram, '+ listenThanks (reveal)'))
      .when(anne.taps('listenMore'))
      .then(sees(anne, '~ listen-more: no keys', `+ listen-more: listenMore isKept ${tense} / ${kept}`), sees(bram))
      .when(anne.taps('listenFeelings'))
      .then(
        sees(
          anne,
          '~ listen-more: [listenFeelings:blij] [listenFeelings:dichtbij] / [listenFeelings:rustig] [listenFeelings:verdrietig] / [listenFeelings:bang] [listenFeelings:boos] / [listenFeelings:klein] [listenFeelings:leeg-vol] / [listenFeelings:door-elkaar] / [listenFeelings:back]',
        ),
      )
      .when(anne.taps('listenFeelings', { arg: 'rustig' }))
      .then(
        sees(
          anne,
          '~ listen-more: [listenFeeling:f_kalm] [listenFeeling:f_opgel] / [listenFeeling:f_gebor] [listenFeeling:f_tevr] / [listenFeeling:f_zeker] / [listenFeelings]',
        ),
      )
      .when(anne.taps('listenFeelings', { arg: '' }), anne.taps('listenFeelings', { arg: 'back' }))
      .then(
        sees(
          anne,
          '~ listen-more: [listenFeelings:blij] [listenFeelings:dichtbij] / [listenFeelings:rustig] [listenFeelings:verdrietig] / [listenFeelings:bang] [listenFeelings:boos] / [listenFeelings:klein] [listenFeelings:leeg-vol] / [listenFeelings:door-elkaar] / [listenFeelings:back]',
          `~ listen-more: ${tense} / ${kept}`,
        ),
      )
      .when(anne.taps('listenFeelings'), anne.taps('listenFeelings', { arg: 'blij' }))
      .when(anne.taps('listenFeeling', { arg: 'f_dankb' }))
      .then(sees(anne, `~ listen-more: listenFeelingNoted ${tense} / ${kept}`), sees(bram))
      .when(anne.taps('listenAgain'))
      .then(sees(anne, '+ listenHeardAgain (protected)'), sees(bram));
  });

  test('an agreement is for two who are calm, and is the proposal of one', () => {
    over()
      .when(anne.taps('listenMore'), anne.taps('listenTension', { arg: 'calm' }))
      .then(
        sees(
          anne,
          '~ listen-more: no keys',
          `+ listen-more: listenMore isKept ${tense} / ${kept}`,
          `~ listen-more: listenTensionNoted ${kept}`,
        ),
        sees(bram),
      )
      .when(bram.taps('listenMore'), bram.taps('listenTension', { arg: 'some' }))
      .then(
        sees(anne),
        sees(
          bram,
          '~ listen-more: no keys',
          `+ listen-more: listenMore isKept ${tense} / ${kept}`,
          `~ listen-more: listenTensionNoted [listenPlan] / ${kept}`,
        ),
      )
      .when(anne.taps('listenMore'), anne.taps('listenPlan'), anne.says('Als we moe zijn, dan morgen.'))
      .then(
        sees(
          anne,
          '~ listen-more: no keys',
          `+ listen-more: listenMore isKept [listenPlan] / ${kept}`,
          '+ listenPlanAsked',
          '- listen-plan',
          '+ listen-plan: listenPlan [listenPlanSend]',
        ),
        sees(bram),
      )
      .when(anne.taps('listenPlanSend'), bram.taps('listenMore'))
      .then(
        sees(anne, '~ listen-plan: listenPlanSent'),
        sees(
          bram,
          '+ listen-plan-theirs: listenPlanProposed [listenPlanYes] (reveal, protected)',
          '~ listen-more: no keys',
          `+ listen-more: listenMore isKept ${kept}`,
        ),
      )
      .when(bram.taps('listenPlanYes'))
      .then(
        sees(anne, '+ listen-plan-agreed: listenPlanAgreed (reveal, protected)'),
        sees(bram, '~ listen-plan-theirs: no keys', '+ listen-plan-agreed: listenPlanAgreed (reveal, protected)'),
      );
  });

  test('its words stay a day, or go now, as one of the two wishes', () => {
    over()
      .when(anne.taps('listenMore'), anne.taps('listenKeep', { arg: 'day' }))
      .then(
        sees(
          anne,
          '~ listen-more: no keys',
          `+ listen-more: listenMore isKept ${tense} / ${kept}`,
          '~ listen-more: listenKeeping',
        ),
        sees(bram),
      )
      .when(bram.taps('listenMore'), bram.taps('listenKeep', { arg: 'now' }))
      .then(
        sees(anne),
        sees(
          bram,
          '~ listen-more: no keys',
          `+ listen-more: listenMore isKept ${tense} / ${kept}`,
          '~ listen-more: listenKeeping',
        ),
      );
  });

  test('of one that was held aloud nothing can be read again', () => {
    given(settledCouple(), ...listens('alleen-luisteren', true))
      .when(anne.taps('listenDone'), bram.taps('listenOption', { arg: 'dank' }))
      .then(
        sees(
          anne,
          '~ listen-step: no keys',
          '+ listen-step: listenStep isSpeaker [listenSignal:time] (reveal)',
          '~ listen-step: no keys',
          '+ listen-done: listenDone [listenThank] [listenMore] (reveal)',
        ),
        sees(
          bram,
          '~ listen-step: no keys',
          '+ listen-step: listenStep isPen [listenOption:dank] / [listenOption:knuffel] / [listenOption:gehoord] (reveal)',
          '~ listen-step: no keys',
          '+ listen-done: listenDone [listenThank] [listenMore] (reveal)',
        ),
      )
      .when(bram.taps('listenMore'))
      .then(sees(bram, '~ listen-more: no keys', `+ listen-more: listenMore ${tense} / [listenFeelings]`));
  });
});
