import { describe, test } from 'vitest';
import { anne, askedCouple, bram, erasesAll, given, settledCouple, time } from '../../support/given.js';
import { sees } from '../chat.js';
import { everyLane, tookBack } from '../looks.js';

/** What stands in both chats when somebody leaves, line by line. */

describe('leaving', () => {
  test('ends with one farewell, that leads back or further', () => {
    given(settledCouple())
      .when(anne.does({ type: 'stop' }))
      .then(
        sees(anne, '+ farewell: stopped [unpair] / [unpairLater] / [staySilent] / [goOn] / [askErase] / [removeNow]'),
        sees(bram),
        tookBack([1, everyLane]),
      )
      .when(anne.does({ type: 'askQuestion' }))
      .then(sees(anne))
      .when(anne.taps('staySilent'), anne.taps('goOn'))
      .then(
        sees(
          anne,
          '~ farewell: silenceKept [removeNow]',
          '- farewell (sweep, from Sun 13:05, until Tue 13:00)',
          '- farewell',
          '+ brief: wentOn [removeNow]',
          '- brief (sweep, from Sun 13:05, until Tue 13:00)',
        ),
        sees(bram),
      );
  });

  test('for good is answered, and told to the other without a sound at night', () => {
    given(settledCouple(), anne.does({ type: 'stop' }), time.is('2026-11-22T23:00'))
      .when(anne.taps('unpair'))
      .then(
        sees(anne, '~ farewell: no keys', '+ unpairedSelf'),
        sees(bram, '+ unpaired [helplines] (reveal, silent)'),
        tookBack([1, everyLane], [2, everyLane]),
      );
    given(settledCouple())
      .when(...erasesAll(anne))
      .then(
        sees(
          anne,
          '~ erase: no keys',
          '+ erase: eraseAsked [erase:answers] / [erase:chat] / [erase:everything] / [keepIt]',
          '~ erase: no keys',
          '+ erase: eraseExplained [eraseNow:everything] / [keepIt] / [removeNow]',
          '+ erased',
        ),
        sees(bram, '+ unpaired [helplines] (reveal)'),
      );
  });

  test('by closing the chat finds on return what was opened, and nothing else of before', () => {
    given(askedCouple(), anne.says('zo'), anne.taps('seal'))
      .when(anne.does({ type: 'block' }), bram.says('zus'), bram.taps('seal'))
      .then(
        sees(anne, '+ reveal: revealed [thank] [tellMore] / [askBreather] [moreWays] (reveal, protected)'),
        tookBack([1, 'reply scheduled']),
      )
      .when(anne.starts())
      .then(
        sees(
          anne,
          '- farewell',
          '+ brief: wentOn [removeNow]',
          '- brief (sweep, from Mon 20:05, until Wed 20:00)',
          '+ status isPaired [askQuestion] / [chooseNext]',
        ),
      );
  });
});
