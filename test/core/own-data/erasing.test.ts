import { describe, expect, test } from 'vitest';
import {
  anne,
  anotherRound,
  askedCouple,
  bothAnswer,
  bram,
  days,
  erasesAll,
  given,
  happened,
  inviter,
  leaves,
  minutes,
  pairedCouple,
  refused,
  settledCouple,
  that,
  time,
  type Act,
  type Someone,
} from '../../support/given.js';
import { checking, listens } from '../../support/listening.js';
import { over, underWay } from '../listened.js';
import { roundIs } from '../listening/looks.js';
import { draftOf } from '../looks.js';
import type { Rules } from '../stage.js';

/** /wis: what goes, what stays of the other, and that the other hears nothing of it. */

const erases = (what: string) => [
  anne.does({ type: 'erase' }),
  anne.taps('erase', { arg: what }),
  anne.taps('eraseNow', { arg: what }),
];

describe('/wis of the answers', () => {
  const kept = (rules: Rules) => JSON.stringify([rules.coupleOf(anne.id), rules.personOf(anne.id)]);

  test('takes one’s own words, and the other sees silence', () => {
    given(pairedCouple(), anne.says('geheim'), anne.taps('seal'))
      .when(...erases('answers'))
      .then(bram.hears(), anne.hears('eraseAsked', 'eraseExplained', 'answersErased'))
      .when(bram.says('x'), bram.taps('seal'))
      .then(bram.hears('draft', 'sealed'), anne.hears());
  });

  test('takes every word that is still somewhere: put away, in the open question, in what waits for a tap', () => {
    given(
      settledCouple(),
      ...[time.is('2026-11-23T20:00'), anne.says('Annes eerste'), time.is('2026-11-25T20:00')],
      ...[anne.says('Annes tweede'), anne.taps('seal'), anne.says('Annes derde'), anne.speaks('Annes stem')],
      ...erases('answers'),
    ).then(
      that((_, rules) => {
        const { answers, pending, heldVoices } = rules.personOf(anne.id);
        expect(kept(rules)).not.toMatch(/Annes/u);
        expect([pending, heldVoices]).toEqual([null, []]);
        expect(Object.values(answers).map(({ state }) => state)).toEqual(['draft', 'draft']);
      }),
    );
  });

  test('makes the cards of what was there out of date', () => {
    given(pairedCouple(), anne.says('geheim'), ...erases('answers'))
      .when(anne.tapsOld('seal'))
      .then(refused('stale-button'), bram.hears());
  });

  test('takes one’s line of a breather, sealed or not, and leaves the other’s', () => {
    const choosing = [anne.does({ type: 'callBreather' }), time.passes(minutes(31))];
    const both = [anne, bram].map((one) => one.taps('breathBack'));
    const lines = [anne, bram].map((one) => one.taps('breathChoice', { arg: 'oneLine' }));
    given(settledCouple(), ...choosing, ...both, ...lines)
      .when(anne.says('Annes regel'), anne.taps('breathSeal'), bram.says('Brams regel'), ...erases('answers'))
      .then(
        that((_, rules) => {
          expect(rules.coupleOf(anne.id).breather?.lines).toMatchObject({ [bram.id]: { text: 'Brams regel' } });
          expect(kept(rules)).not.toMatch(/Annes/u);
        }),
      )
      .when(bram.taps('breathSeal'))
      .then(anne.hears(), bram.hears('breatherLineSealed'));
  });

  test('of words that stayed closed leaves nothing to share after all', () => {
    given(pairedCouple(), bram.taps('else'), bram.taps('live'), anne.says('Annes woorden'), anne.taps('seal'))
      .when(...erases('answers'), anne.tapsOld('shareAnyway'))
      .then(happened('eraseAsked', 'eraseExplained', 'answersErased'), bram.hears());
  });

  test('is gone from the book as well: of what the two share both halves, and else one’s own', () => {
    const lengths = (rules: Rules) => [rules.bookOf(anne.id), rules.bookOf(bram.id)].map(({ length }) => length);
    const { rules } = given(pairedCouple(), ...bothAnswer(), time.passes(days(8)), ...erases('answers'));
    expect(lengths(rules)).toEqual([0, 0]);
    const year = [anne.presses('keeping', { arg: '365' }), bram.presses('keeping', { arg: '365' })];
    const old = given(pairedCouple(), ...year, ...bothAnswer(), time.passes(days(190)), ...erases('answers'));
    expect(lengths(old.rules)).toEqual([0, 1]);
  });

  test('can be thought better of, and asks for nothing that was not offered', () => {
    given(pairedCouple(), anne.says('blijft'), anne.does({ type: 'erase' }), anne.taps('erase', { arg: 'answers' }))
      .when(anne.taps('keepIt'))
      .then(happened('eraseDropped'), draftOf(anne, ['blijft']));
    for (const name of ['erase', 'eraseNow'] as const) {
      given(pairedCouple())
        .when(anne.presses(name, { arg: 'half' }))
        .then(refused('stale-button'));
    }
  });

  test('can be of the chat alone, and then all stays as it was', () => {
    given(pairedCouple(), anne.says('blijft'))
      .when(...erases('chat'))
      .then(happened('eraseAsked', 'eraseExplained', 'chatCleared'), draftOf(anne, ['blijft']), bram.hears());
  });

  test('leaves no trace of questions that were not answered', () => {
    given(settledCouple(), time.is('2026-11-25T20:00'), ...erases('answers')).then(
      that((_, rules) => {
        expect(rules.personOf(anne.id).answers).toEqual({});
      }),
    );
  });

  test('is for whoever is alone as well', () => {
    const { rules } = given(
      pairedCouple(),
      ...bothAnswer(),
      time.passes(days(8)),
      ...leaves(bram),
      ...erases('answers'),
    );
    expect([rules.bookOf(anne.id), rules.personOf(anne.id).answers]).toEqual([[], {}]);
  });

  test('leaves closed what the other kept closed', () => {
    const pass = (who: Someone): readonly Act[] => [who.taps('else'), who.taps('live')];
    const question = anne.does({ type: 'askQuestion' });
    given(
      ...[pairedCouple(), ...pass(bram), anne.says('Annes dicht'), anne.taps('seal')],
      ...[question, ...pass(anne), bram.says('Brams dicht'), bram.taps('seal')],
      ...anotherRound('open', 'ook open'),
    )
      .when(...erases('answers'))
      .then(
        that((_, rules) => {
          expect(rules.coupleOf(anne.id).opened.map(({ closed }) => closed)).toEqual([[], [bram.id], []]);
        }),
      )
      .when(bram.taps('shareAnyway'))
      .then(anne.reads('closedAnswer', { partner: 'Bram' }));
  });
});

describe('a listening round', () => {
  const everything = (rules: Rules) => JSON.stringify([rules.coupleOf(anne.id), rules.personOf(anne.id)]);

  test('that goes on loses the words of whoever erases them, and the other sees silence', () => {
    given(settledCouple(), ...underWay)
      .when(...erases('answers'))
      .then(
        bram.hears(),
        anne.hears('eraseAsked', 'eraseExplained', 'answersErased'),
        that((_, rules) => {
          expect(everything(rules)).not.toMatch(/Annes/u);
          expect(everything(rules)).toMatch(/Brams notitie.*Brams spiegel/u);
        }),
      )
      .when(anne.tapsOld('listenDone'))
      .then(bram.hears(), refused('stale-button'))
      .when(anne.does({ type: 'listen' }))
      .then(anne.hears('listenStart'), bram.hears());
  });

  test('holds back what was about to go when its writer erases it', () => {
    given(settledCouple(), ...listens('alleen-luisteren'), anne.says('geheim'), anne.taps('listenDone'))
      .when(...erases('answers'), time.passes(60_000))
      .then(
        bram.hears(),
        that((_, rules) => {
          expect(everything(rules)).not.toContain('geheim');
        }),
      );
  });

  test('that is over keeps only the words of the other', () => {
    given(settledCouple(), ...over)
      .when(...erases('answers'))
      .then(
        bram.hears(),
        that((_, rules) => {
          expect(everything(rules)).not.toMatch(/Annes/u);
          expect(rules.coupleOf(anne.id).heard).toMatchObject({
            said: [{ by: bram.id }],
            plans: [{ by: bram.id, text: 'Brams afspraak' }],
          });
        }),
      )
      .when(bram.does({ type: 'erase' }), bram.taps('erase', { arg: 'answers' }), bram.taps('eraseNow'))
      .then(
        that((_, rules) => {
          expect(rules.coupleOf(anne.id).heard).toMatchObject({ said: [], plans: [], tension: {} });
        }),
      );
  });

  test('that was only agreed on is still to come', () => {
    given(settledCouple(), anne.does({ type: 'listen' }), anne.taps('listenInvite', { step: 0 }))
      .when(...erases('answers'), bram.taps('listenNow'))
      .then(anne.reads('listenReady'), bram.reads('listenReady'));
  });

  test('loses with somebody’s words what they said back, and keeps what was said back to them', () => {
    const erases = (who: typeof anne): readonly Act[] => [
      ...[who.does({ type: 'erase' }), who.taps('erase', { arg: 'answers' }), who.taps('eraseNow')],
    ];
    const found = [...checking, anne.taps('listenOption', { arg: 'ja' })];
    const said = [{ text: 'zo dus' }] as never;
    given(settledCouple(), ...found)
      .when(...erases(bram))
      .then(roundIs({ mirrored: [], confirmed: [] }));
    given(settledCouple(), ...found)
      .when(...erases(anne))
      .then(roundIs({ mirrored: said, confirmed: said }));
  });
});

describe('/wis of everything', () => {
  test('asks, explains, then leaves a stranger and tells it in one sentence; the other hears that it ended', () => {
    given(askedCouple(), anne.says('geheim'))
      .when(...erasesAll(anne))
      .then(
        happened('eraseAsked', 'eraseExplained', 'erased', 'unpaired'),
        anne.hears('eraseAsked', 'eraseExplained', 'erased'),
        bram.hears('unpaired'),
        anne.is({ consent: null, name: '', coupleId: null, answers: {} }),
        bram.is({ coupleId: null, answers: {} }),
      );
  });

  test('says at its first question whose partner it is about', () => {
    given(pairedCouple())
      .when(anne.does({ type: 'erase' }))
      .then(anne.reads('eraseAsked', { partner: 'Bram' }));
  });

  test('works for somebody alone, and twice does no more', () => {
    given(inviter())
      .when(...erasesAll(anne))
      .then(anne.hears('eraseAsked', 'eraseExplained', 'erased'));
    given(inviter(), ...erasesAll(anne))
      .when(anne.taps('eraseNow'))
      .then(refused('agree-first'));
  });

  test('is silence from then on', () => {
    given(askedCouple(), ...erasesAll(anne))
      .when(bram.does({ type: 'askQuestion' }), bram.starts(), time.passes(days(30)))
      .then(anne.hears());
  });

  test('clears the own book, and not the other’s', () => {
    const { rules } = given(pairedCouple(), ...bothAnswer(), time.passes(days(8)), ...erasesAll(anne));
    expect([rules.bookOf(anne.id).length, rules.bookOf(bram.id).length]).toEqual([0, 1]);
  });
});
