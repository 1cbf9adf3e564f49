import { describe, test } from 'vitest';
import {
  anne,
  bothAnswer,
  bram,
  days,
  given,
  hours,
  minutes,
  pairedCouple,
  settledCouple,
  time,
} from '../../support/given.js';
import { sees } from '../chat.js';
import { opening, prompt } from '../prompts.js';

/** What stands in both chats once a question opened, and where opening takes more, line by line. */

describe('what is open', () => {
  test('is thanked for once, and asked about once before it is talked about', () => {
    given(pairedCouple(), ...bothAnswer())
      .when(anne.taps('thank'))
      .then(sees(anne, '~ reveal: [tellMore] / [askBreather] [moreWays]', '! thanked'), sees(bram, '+ thanks (reveal)'))
      .when(anne.taps('tellMore'))
      .then(
        sees(anne, '~ reveal: [talkAbout] / [askBreather] [moreWays]', '! moreAskedSent'),
        sees(bram, '+ moreAsked (reveal)'),
      )
      .when(anne.taps('talkAbout'))
      .then(
        sees(
          anne,
          '~ listen: no keys',
          '+ listen: listenStart isAbout [listenInvite:alleen-luisteren] / [listenInvite:alleen-luisteren] / [listenMenu]',
        ),
        sees(bram),
      );
  });

  test('may be shared by whoever kept it closed', () => {
    given(pairedCouple(), anne.taps('else'), anne.taps('live'))
      .when(bram.says('woorden'), bram.taps('seal'))
      .then(
        sees(
          anne,
          '- draft',
          '~ prompt: no keys',
          '+ reveal: revealed [thank] [tellMore] / [askBreather] [moreWays] (reveal, protected)',
        ),
        sees(
          bram,
          '- draft',
          '+ draft: draft [seal] [restart]',
          '~ prompt: no keys',
          '~ draft: sealed [withdraw]',
          '- draft',
          '~ prompt: no keys',
          '+ reveal: revealed [shareAnyway] / [thank] [askBreather] [moreWays] (reveal, protected)',
        ),
      )
      .when(bram.taps('shareAnyway'))
      .then(
        sees(anne, '+ closedAnswer (reveal, protected)'),
        sees(bram, '~ reveal: [thank] [tellMore] / [askBreather] [moreWays]', '! closedAnswerSent'),
      );
  });
});

describe('a deeper question', () => {
  test('is folded, opens in its place, and asks for a fresh yes that can lapse', () => {
    const deep = prompt('diep', { depth: 3, safetyNote: { nl: 'Let op.', en: 'Mind.' } });
    const wants = [anne, bram].flatMap((one) => [
      one.does({ type: 'showSettings', view: 'all' }),
      ...[one.taps('deeper'), one.taps('canSayNo', { arg: 'yes' })],
    ]);
    const light = Array.from({ length: 5 }, (_, index) => prompt(`licht-${String(index)}`));
    const six = light.flatMap(() => [anne.does({ type: 'askQuestion' }), ...bothAnswer(), time.passes(minutes(5))]);
    given(settledCouple({ prompts: [opening, ...light, deep] }), ...six, ...wants)
      .when(anne.does({ type: 'askQuestion' }))
      .then(
        sees(anne, '+ prompt: folded [openPrompt] / [later]'),
        // The sixth question in an hour rings no more.
        sees(bram, '+ prompt: folded [openPrompt] / [later] (silent)'),
      )
      .when(bram.taps('openPrompt'), bram.taps('else'), bram.taps('back'))
      .then(
        sees(anne),
        sees(
          bram,
          '~ prompt: prompt isFirst [later] [else]',
          '~ prompt: [notYet] / [live] / [skip] / [back]',
          '~ prompt: prompt isFirst [later] [else]',
        ),
      )
      .when(...bothAnswer(), bram.taps('withdraw'), bram.taps('seal'))
      .then(
        sees(anne, '- draft', '+ draft: draft [seal] [restart]', '~ prompt: no keys', '~ draft: sealed [withdraw]'),
        sees(
          bram,
          '- draft',
          '+ draft: draft [seal] [restart]',
          '~ prompt: no keys',
          '~ draft: sealed [withdraw]',
          '~ prompt: prompt isFirst [later] [else]',
          '- draft',
          '+ draft: draft [seal] [restart]',
          '~ prompt: no keys',
          '~ draft: sealed [withdraw]',
        ),
      )
      .when(time.passes(hours(3)))
      .then(
        sees(anne, '+ yes: yesAsked [openYes] (scheduled, until Mon 15:25)'),
        sees(bram, '+ yes: yesAsked [openYes] (scheduled, until Mon 15:25)'),
      )
      .when(anne.taps('openYes'))
      .then(sees(anne, '~ yes: yesNoted'), sees(bram))
      .when(time.passes(days(2)))
      .then(
        sees(anne, '~ yes: no keys', '~ draft: no keys', '+ rested hadSealed (scheduled)'),
        sees(bram, '~ yes: no keys', '~ draft: no keys', '+ rested hadSealed (scheduled)'),
      );
  });
});
