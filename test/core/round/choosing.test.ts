import { describe, expect, test } from 'vitest';
import { answerOf } from '../../../src/core/person.js';
import {
  allowsVoice,
  anne,
  askedCouple,
  bram,
  given,
  happened,
  hours,
  refused,
  that,
  time,
  type Act,
  type Someone,
} from '../../support/given.js';
import { sees } from '../chat.js';
import { revealTo } from '../looks.js';
import { feelingsChosen, freely, inside, only, wish } from '../prompts.js';

/** A question that is answered for oneself first, and of which one taps what may open. */

const asked =
  (scenario: typeof inside) =>
  (...acts: readonly Act[]) =>
    given(askedCouple({ prompts: only(scenario) }), ...acts);
const [insideOut, wishing, free, feeling] = [inside, wish, freely, feelingsChosen].map(asked) as [
  ReturnType<typeof asked>,
  ReturnType<typeof asked>,
  ReturnType<typeof asked>,
  ReturnType<typeof asked>,
];

const toggles = (who: Someone, part: string) => who.taps('toggleLine', { arg: part });
const messages = (who: Someone, ...texts: readonly string[]) =>
  texts.map((text, index) => who.says(text, { messageId: 50 + index }));
const seals = (who: Someone) => [
  who.says('Brams woorden', { messageId: 90 }),
  toggles(who, 'M90'),
  who.taps('sealChosen'),
];

/** Everything that is stored of somebody, and what they could have sent to themselves. */
const kept = (who: Someone, rules: Parameters<Parameters<typeof that>[0]>[1]) =>
  JSON.stringify([rules.personOf(who.id).answers, rules.coupleOf(who.id), rules.bookOf(who.id)]);

describe('what was said for oneself', () => {
  test('stands with a number on its card, and nothing of it is chosen', () => {
    insideOut()
      .when(anne.says('het lawaai'))
      .then(
        sees(
          anne,
          '- draft',
          '+ draft: choosing [toggleLine:klacht] / [skipLine:gevoel] / [sealChosen] [keepToMyself]',
        ),
      )
      .when(anne.says('moe'))
      .then(
        sees(
          anne,
          '- draft',
          '+ draft: choosing [toggleLine:klacht] [toggleLine:gevoel] / [sealChosen] [keepToMyself]',
        ),
        anne.reads('choosing', { line: 'verzoek', isBegun: false }),
      )
      .when(anne.taps('sealChosen'))
      .then(refused('choose-first'));
  });

  test('is chosen by a tap, and by another one not', () => {
    insideOut(anne.says('het lawaai'), anne.says('moe'))
      .when(toggles(anne, 'gevoel'))
      .then(
        happened('lineToggled'),
        sees(anne, '~ draft: [toggleLine:klacht] [toggleLine:gevoel*] / [sealChosen] [keepToMyself]'),
        sees(bram),
      )
      .when(toggles(anne, 'gevoel'))
      .then(sees(anne, '~ draft: [toggleLine:klacht] [toggleLine:gevoel] / [sealChosen] [keepToMyself]'));
  });

  test('is chosen once by a double tap', () => {
    insideOut(anne.says('het lawaai'))
      .when(...[1, 2].map(() => anne.tapsOld('toggleLine')))
      .then(happened('lineToggled'));
  });

  test('opens as far as it was chosen; the rest is gone with the seal', () => {
    insideOut(anne.says('het lawaai'), anne.says('moe'), toggles(anne, 'gevoel'))
      .when(anne.taps('sealChosen'))
      .then(
        happened('answerSealed'),
        sees(anne, '~ prompt: no keys', '~ draft: sealed [withdraw]'),
        sees(bram),
        that((_, rules) => {
          expect(kept(anne, rules)).toContain('moe');
          expect(kept(anne, rules)).not.toContain('lawaai');
        }),
      )
      .when(bram.says('de stilte'), toggles(bram, 'klacht'), bram.taps('sealChosen'))
      .then(
        that(({ heard }) => {
          const said = revealTo(
            bram,
            heard.map(({ notice }) => notice),
          ).partner.answer;
          expect(said).toEqual({
            state: 'sealed',
            step: 0,
            picks: [],
            pieces: [expect.objectContaining({ text: 'moe' })],
          });
        }),
      );
  });

  test('has one line chosen already where only that can open, and shows the others without a number', () => {
    wishing(anne.says('het lawaai'), anne.says('moe'))
      .when(anne.says('vroeg naar bed gaan'))
      .then(
        sees(anne, '- draft', '+ draft: choosing [toggleLine:verzoek*] / [sealChosen] [keepToMyself]'),
        that((_, rules) => {
          const round = rules.coupleOf(anne.id).round?.id ?? '';
          expect(answerOf(rules.personOf(anne.id), round).chosen).toBeUndefined();
        }),
      )
      .when(toggles(anne, 'verzoek'), anne.taps('sealChosen'))
      .then(refused('choose-first'))
      .when(toggles(anne, 'verzoek'), anne.taps('sealChosen'))
      .then(
        happened('lineToggled', 'answerSealed'),
        that((_, rules) => {
          expect(kept(anne, rules)).not.toMatch(/lawaai|moe/);
        }),
      );
  });

  test('cannot be opened by a tap on a line that may not, or has an empty gap', () => {
    wishing(anne.says('het lawaai'))
      .when((rules) => {
        anne.presses('toggleLine', { slot: rules.coupleOf(anne.id).round?.id ?? '', step: 1, arg: 'klacht' })(rules);
      })
      .then(refused('stale-button'));
    wishing()
      .when(anne.says('het lawaai'))
      .then(
        sees(anne, '- draft', '+ draft: choosing / [skipLine:gevoel] / [restart] [keepToMyself]'.replace(' /', '')),
      );
  });

  test('is chosen message by message where it is free text, and a voice note is one of them', () => {
    free(allowsVoice(anne), ...messages(anne, 'een', 'twee'), anne.speaks('stem', { messageId: 52 }))
      .when(toggles(anne, 'M51'), toggles(anne, 'M52'), anne.taps('sealChosen'), ...seals(bram))
      .then(
        bram.hears('choosing', 'sealed', 'revealed', 'partnerVoice'),
        that(({ heard }, rules) => {
          expect(
            JSON.stringify(
              revealTo(
                bram,
                heard.map(({ notice }) => notice),
              ),
            ),
          ).not.toContain('een"');
          expect(kept(anne, rules)).not.toContain('"een"');
        }),
      );
  });

  test('is chosen pick by pick where it was tapped; what is picked anew is not chosen', () => {
    const picked = [
      anne.taps('group', { arg: 'zwaar' }),
      anne.taps('pick', { arg: 'moe' }),
      anne.taps('pick', { arg: 'bang' }),
    ];
    feeling(...picked, toggles(anne, 'bang'))
      .when(anne.taps('pick', { arg: 'bang' }), anne.taps('pick', { arg: 'bang' }), anne.taps('sealChosen'))
      .then(refused('choose-first'))
      .when(toggles(anne, 'bang'), anne.taps('sealChosen'))
      .then(
        that((_, rules) => {
          const round = rules.coupleOf(anne.id).round?.id ?? '';
          expect(answerOf(rules.personOf(anne.id), round)).toMatchObject({ picks: ['bang'], chosen: ['bang'] });
        }),
      );
  });
});

describe('[Hou het bij mij]', () => {
  const had = () => insideOut(anne.says('het lawaai'), anne.says('moe'), toggles(anne, 'gevoel'));

  test('erases it, and looks like silence to the other', () => {
    had()
      .when(anne.taps('keepToMyself'))
      .then(
        happened('keptToMyself'),
        sees(anne, '~ prompt: no keys', '- draft', '+ keptToMyself'),
        sees(bram),
        that((_, rules) => {
          expect(kept(anne, rules)).not.toMatch(/lawaai|moe/);
        }),
      )
      .when(anne.taps('keepToMyself'))
      .then(refused('stale-button'));
    had()
      .when(anne.taps('keepToMyself'), bram.says('de stilte'), toggles(bram, 'klacht'), bram.taps('sealChosen'))
      .then(bram.hears('choosing', 'sealed'));
  });

  test('can be followed by another answer', () => {
    had()
      .when(anne.taps('keepToMyself'), anne.says('toch iets'), toggles(anne, 'klacht'), anne.taps('sealChosen'))
      .then(anne.hears('keptToMyself', 'choosing', 'sealed'));
  });

  test('is there in a breather and after a stop, for it only takes back', () => {
    had()
      .when(bram.does({ type: 'callBreather' }), anne.taps('keepToMyself'))
      .then(anne.hears('breatherCalled', 'keptToMyself'));
    had()
      .when(anne.does({ type: 'stop' }), anne.taps('keepToMyself'))
      .then(anne.hears('stopped', 'keptToMyself'));
  });

  test('is no way back once sealed', () => {
    had().when(anne.taps('sealChosen'), anne.taps('keepToMyself')).then(refused('sealed-already'));
  });
});

describe('what was sealed so', () => {
  const sealed = () => free(...messages(anne, 'een', 'twee', 'drie'), toggles(anne, 'M51'), anne.taps('sealChosen'));
  const hasOnly = (who: Someone, ...texts: readonly string[]) =>
    that((_, rules) => {
      const { pieces } = answerOf(rules.personOf(who.id), rules.coupleOf(who.id).round?.id ?? '');
      expect(pieces.map((piece) => (piece.kind === 'text' ? piece.text : '🎙'))).toEqual(texts);
    });

  test('comes back without the rest when it is taken back, still chosen', () => {
    sealed()
      .when(anne.does({ type: 'withdraw' }))
      .then(anne.hears('choosing'), hasOnly(anne, 'twee'))
      .when(anne.taps('sealChosen'))
      .then(happened('answerSealed'));
  });

  test('brings nothing back by an edit of what is gone', () => {
    sealed().when(anne.edits(50, 'een, maar anders')).then(happened(), hasOnly(anne, 'twee'));
  });

  test('is rewritten as any other, and sealed once more', () => {
    sealed()
      .when(anne.edits(51, 'twee, maar anders'), anne.taps('rewrite'))
      .then(anne.hears('offer', 'choosing'), hasOnly(anne, 'twee, maar anders'))
      .when(anne.taps('sealChosen'))
      .then(happened('answerSealed'));
  });

  test('takes what is added by the tap that adds it', () => {
    sealed()
      .when(anne.says('vier'), anne.taps('add'), ...seals(bram))
      .then(hasOnlyRevealed('twee', 'vier'));
  });

  test('leaves an addition unchosen when it is taken back before that tap', () => {
    sealed()
      .when(anne.says('vier', { messageId: 60 }), anne.does({ type: 'withdraw' }), anne.taps('sealChosen'))
      .then(hasOnly(anne, 'twee'));
  });

  function hasOnlyRevealed(...texts: readonly string[]) {
    return that(({ heard }) => {
      const { pieces } = revealTo(
        bram,
        heard.map(({ notice }) => notice),
      ).partner.answer;
      expect(pieces.map((piece) => (piece.kind === 'text' ? piece.text : ''))).toEqual(texts);
    });
  }
});

describe('a card from before', () => {
  test('that sealed all of it shows what there is to choose instead', () => {
    free(...messages(anne, 'een'))
      .when((rules) => {
        const round = rules.coupleOf(anne.id).round?.id ?? '';
        anne.presses('seal', { slot: round, step: answerOf(rules.personOf(anne.id), round).step })(rules);
      })
      .then(happened('draftChanged'), sees(anne, '~ draft: choosing [toggleLine:M50] / [sealChosen] [keepToMyself]'));
  });

  test('with other marks than there are now seals nothing', () => {
    free(...messages(anne, 'een', 'twee'), toggles(anne, 'M50'))
      .when(toggles(anne, 'M51'), anne.tapsOld('sealChosen'))
      .then(refused('stale-button'));
  });
});

test('that nothing was chosen in time is as any question that was left', () => {
  free(...messages(anne, 'een'), time.passes(hours(72)))
    .when(bram.starts())
    .then(bram.hears('status'));
});

test('words about life or safety bring help first, and nothing that seals', () => {
  free().when(anne.says('hij slaat me')).then(anne.hears('helpOffered'));
});
