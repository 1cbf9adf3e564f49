import { describe, test } from 'vitest';
import { anne, askedCouple, bothAnswer, bram, given, pairedCouple } from '../../support/given.js';
import { sees } from '../chat.js';

/** What stands in a chat when it is not plain what words are for, line by line. */

describe('a question of the bot’s own about words', () => {
  test('«ok» alone may be the answer, or «later»; either takes the question away', () => {
    given(askedCouple())
      .when(anne.says('ok'), anne.taps('thisIsIt'))
      .then(sees(anne, '+ offer: offer [thisIsIt] [later]', '- offer', '- draft', '+ draft: draft [seal] [restart]'))
      .when(bram.says('ok'), bram.taps('later'))
      .then(sees(bram, '+ offer: offer [thisIsIt] [later]', '~ prompt: no keys', '+ postponed', '- offer'));
  });

  test('what comes after the seal may belong to it', () => {
    given(askedCouple(), anne.says('zo', { messageId: 70 }), anne.taps('seal'))
      .when(anne.says('en zo'))
      .then(sees(anne, '+ offer: offer [add] [leaveIt]'))
      .when(anne.says('en ook zo'), anne.taps('add'))
      .then(
        sees(
          anne,
          '- offer',
          '+ offer: offer [add] [leaveIt]',
          '~ prompt: no keys',
          '- offer',
          '- draft',
          '+ draft: sealed [withdraw]',
        ),
        sees(bram),
      )
      .when(anne.says('nee'), anne.taps('leaveIt'))
      .then(sees(anne, '+ offer: offer [add] [leaveIt]', '~ offer: leftAsIs'))
      .when(anne.edits(70, 'zus'))
      .then(sees(anne, '+ offer: offer [rewrite] [leaveIt]'))
      .when(anne.taps('rewrite'))
      .then(
        sees(anne, '- offer', '~ prompt: [later] [else]', '- draft', '+ draft: draft [seal] [restart]'),
        sees(bram),
      );
  });

  test('what comes after the opening may be for the other', () => {
    given(pairedCouple(), ...bothAnswer())
      .when(anne.says('Wat mooi.'))
      .then(sees(anne, '+ offer: offer [sendReaction] [neverMind]'), sees(bram))
      .when(anne.taps('neverMind'), anne.says('Dank je.'), anne.taps('sendReaction'))
      .then(
        sees(anne, '~ offer: leftAsIs', '+ offer: offer [sendReaction] [neverMind]', '~ offer: reactionSent'),
        sees(bram, '+ reaction (reveal, protected)'),
      );
  });
});
