import { describe, test } from 'vitest';
import {
  anne,
  askedCouple,
  bram,
  days,
  given,
  inviter,
  pairedCouple,
  settledCouple,
  time,
} from '../../support/given.js';
import { sees } from '../chat.js';

/** What stands in both chats of a question and of what is written for it, line by line. */

describe('a question', () => {
  test('of the rhythm comes to both, for as long as it does not come beside the next', () => {
    given(settledCouple())
      .when(time.is('2026-11-23T20:00'))
      .then(
        sees(anne, '+ prompt: prompt isFirst [later] [else] (scheduled, until Tue 16:00, of 2026-11-23)'),
        sees(bram, '+ prompt: prompt isFirst [later] [else] (scheduled, until Tue 16:00, of 2026-11-23)'),
      );
  });

  test('is spread over some minutes where many are asked at once, and never into the night', () => {
    const spread = { spreadMs: 600_000 };
    given(settledCouple(spread))
      .when(time.is('2026-11-23T20:00'))
      .then(
        sees(
          anne,
          '+ prompt: prompt isFirst [later] [else] (scheduled, from Mon 20:04, until Tue 16:00, of 2026-11-23)',
        ),
      );
    given(settledCouple(spread))
      .when(anne.does({ type: 'askQuestion' }))
      .then(sees(anne, '+ prompt: prompt isFirst [later] [else]'));
    given(settledCouple(spread), (rules) => {
      rules.change(anne.id, ({ rhythm }) => ({ rhythm: { ...rhythm, quietFromMinute: 20 * 60 + 2 } }));
    })
      .when(time.is('2026-11-23T20:00'))
      .then(sees(anne, '+ prompt: prompt isFirst [later] [else] (scheduled, until Tue 16:00, of 2026-11-23)'));
  });

  test('of one of the two goes at once, to the other without a sound at night; and again to whoever asks again', () => {
    given(settledCouple(), time.is('2026-11-22T22:30'))
      .when(anne.does({ type: 'askQuestion' }))
      .then(
        sees(anne, '+ prompt: prompt isFirst [later] [else]'),
        sees(bram, '+ prompt: prompt isFirst [later] [else] (silent)'),
      )
      .when(bram.does({ type: 'askQuestion' }))
      .then(sees(anne), sees(bram, '~ prompt: no keys', '+ prompt: prompt [later] [else]'));
  });

  test('can wait until later, and comes again then', () => {
    given(pairedCouple())
      .when(anne.taps('later'))
      .then(sees(anne, '~ prompt: no keys', '+ postponed'), sees(bram))
      .when(time.passes(days(1)))
      .then(sees(anne, '~ prompt: no keys', '+ prompt: prompt [later] [else] (scheduled, until Mon 10:15)'));
  });

  test('can be answered in other ways than words', () => {
    given(pairedCouple())
      .when(anne.taps('else'), anne.taps('back'), anne.taps('else'), anne.taps('notYet'))
      .then(
        sees(
          anne,
          '~ prompt: [notYet] / [live] / [skip] / [back]',
          '~ prompt: [later] [else]',
          '~ prompt: [notYet] / [live] / [skip] / [back]',
          '~ prompt: no keys',
          '- draft',
          '+ draft: sealed [withdraw]',
        ),
        sees(bram),
      )
      .when(anne.taps('withdraw'))
      .then(sees(anne, '~ prompt: [later] [else]', '- draft', '+ draft: draftCleared'), sees(bram))
      .when(anne.says('half'), anne.taps('else'), anne.taps('skip'))
      .then(
        sees(
          anne,
          '- draft',
          '+ draft: draft [seal] [restart]',
          '~ prompt: [notYet] / [live] / [skip] / [back]',
          '~ prompt: no keys',
          '- draft',
          '+ skipped',
        ),
        sees(bram),
      );
  });

  test('that nobody answered is put away, whatever lay on its draft card', () => {
    given(askedCouple(), anne.says('half'))
      .when(time.is('2026-11-25T20:00'))
      .then(
        sees(
          anne,
          '~ draft: no keys',
          '+ rested (scheduled)',
          '+ prompt: prompt isFirst [later] [else] (scheduled, until Thu 16:00, of 2026-11-25)',
        ),
        sees(
          bram,
          '+ rested (scheduled)',
          '+ prompt: prompt isFirst [later] [else] (scheduled, until Thu 16:00, of 2026-11-25)',
        ),
      );
    given(askedCouple(), anne.says('heel'), anne.taps('seal'), bram.taps('else'), bram.taps('skip'))
      .when(time.is('2026-11-25T20:00'))
      .then(
        sees(
          anne,
          '~ draft: no keys',
          '+ rested hadSealed (scheduled)',
          '+ prompt: prompt isFirst [later] [else] (scheduled, until Thu 16:00, of 2026-11-25)',
        ),
        sees(
          bram,
          '~ draft: no keys',
          '+ prompt: prompt isFirst [later] [else] (scheduled, until Thu 16:00, of 2026-11-25)',
        ),
      );
  });
});

describe('a draft', () => {
  test('is one card, always the lowest, until it is sealed', () => {
    given(pairedCouple())
      .when(anne.says('zo', { messageId: 70 }), anne.edits(70, 'zus'), anne.says('en zo'))
      .then(
        sees(
          anne,
          '- draft',
          '+ draft: draft [seal] [restart]',
          '~ draft: draft [seal] [restart]',
          '- draft',
          '+ draft: draft [seal] [restart]',
        ),
        sees(bram),
      )
      .when(anne.taps('restart'), anne.says('anders'), anne.taps('seal'))
      .then(
        sees(
          anne,
          '~ draft: draftCleared',
          '~ prompt: [later] [else]',
          '- draft',
          '+ draft: draft [seal] [restart]',
          '~ prompt: no keys',
          '~ draft: sealed [withdraw]',
        ),
        sees(bram),
      )
      .when(anne.does({ type: 'withdraw' }))
      .then(sees(anne, '~ prompt: [later] [else]', '- draft', '+ draft: draft [seal] [restart]'), sees(bram));
  });

  test('of somebody who waits for their partner says so', () => {
    given(inviter())
      .when(anne.says('zo'), anne.taps('seal'))
      .then(
        sees(
          anne,
          '- draft',
          '+ draft: draft isAlone [seal] [restart]',
          '~ prompt: no keys',
          '~ draft: sealed [withdraw]',
        ),
      );
  });

  test('that opens at once leaves no sealed card', () => {
    given(pairedCouple(), anne.says('zo'), anne.taps('seal'), bram.says('zus'))
      .when(bram.taps('seal'))
      .then(
        sees(
          anne,
          '- draft',
          '~ prompt: no keys',
          '+ reveal: revealed [thank] [tellMore] / [askBreather] [moreWays] (reveal, protected)',
        ),
        sees(
          bram,
          '~ prompt: no keys',
          '~ draft: sealed [withdraw]',
          '- draft',
          '~ prompt: no keys',
          '+ reveal: revealed [thank] [tellMore] / [askBreather] [moreWays] (reveal, protected)',
        ),
      );
  });
});
