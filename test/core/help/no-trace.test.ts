import { describe, expect, test } from 'vitest';
import type { Notice } from '../../../src/core/notice.js';
import {
  anne,
  askedCouple,
  bram,
  days,
  given,
  minutes,
  olderTerms,
  pairedCouple,
  settledCouple,
  that,
  time,
  type Act,
  type Expectation,
  type Setting,
  type Someone,
} from '../../support/given.js';
import { sees } from '../chat.js';

/**
 * What tells whoever reads this chat later that somebody said to be afraid, unsafe or leaving: it goes away again, or
 * reads like the card of somebody who said nothing of the kind.
 */

/** Every new sentence is on a card that is taken away within five minutes, and can be at once. */
const goesAway = (who: Someone): Expectation =>
  that(({ heard }, rules) => {
    const own = heard.map(({ notice }) => notice).filter(({ to }) => to === who.id);
    const stays = own.filter((notice) => isSaid(notice) && !own.some((other) => sweeps(other, notice, rules.now())));
    expect(stays.map(({ say }) => say?.name)).toEqual([]);
    for (const notice of own.filter(isSaid)) {
      const names = notice.keys.flat().flatMap((key) => (key.kind === 'press' ? [key.button.name] : []));
      expect(names, notice.say?.name).toContain('removeNow');
    }
  });

const isSaid = ({ act }: Notice) => act === 'send' || act === 'edit';
const sweeps = (other: Notice, { card }: Notice, now: number) =>
  other.act === 'delete' &&
  other.lane === 'sweep' &&
  other.card === card &&
  (other.notBefore ?? Infinity) <= now + minutes(5);

const deeper = [anne.does({ type: 'showSettings', view: 'all' }), anne.taps('deeper')];

describe('whoever cannot say no without being afraid', () => {
  const isOn: Act = (rules) => {
    rules.change(anne.id, ({ consents }) => ({ consents: { ...consents, deeper: { version: 1, at: 0 } } }));
  };
  const cards = (before: readonly Act[], ...acts: readonly Act[]) => {
    const { rules } = given(settledCouple(), ...before, ...deeper);
    const happening = rules.begin();
    for (const act of acts) act(rules);
    return happening.heard.flatMap(({ notice }) => (notice.card === 'deeper' ? [notice] : []));
  };

  test.each(['no', 'unsure'])('and says %s has the card of whoever leaves it off', (arg) => {
    expect(cards([], anne.taps('canSayNo', { arg }))).toEqual(cards([isOn], anne.taps('notDeeper')));
  });

  test('sees people to talk to on a page that goes away', () => {
    given(settledCouple(), ...deeper)
      .when(anne.taps('canSayNo', { arg: 'no' }))
      .then(
        sees(
          anne,
          '~ deeper: deeperChosen',
          '+ brief: informed [otherCountries:helplines] / [removeNow]',
          '- brief (sweep, from Sun 13:05, until Tue 13:00)',
        ),
        bram.hears(),
      );
  });
});

describe('whoever does not feel safe in a breather', () => {
  const resting = settledCouple({ acts: [bram.does({ type: 'callBreather' }), time.passes(minutes(2))] });

  test('keeps the card of somebody who rests, and what is said besides goes away', () => {
    given(resting)
      .when(anne.taps('breathUnsafe'))
      .then(
        goesAway(anne),
        that(({ heard }) => {
          expect(heard.filter(({ notice }) => notice.card === 'breather')).toEqual([]);
        }),
      )
      .when(anne.does({ type: 'callBreather' }))
      .then(goesAway(anne))
      .when(anne.starts())
      .then(goesAway(anne));
  });

  test('has two messages, each taken away by its own name', () => {
    given(resting)
      .when(anne.taps('breathUnsafe'))
      .then(
        that(({ heard }) => {
          const cards = heard.flatMap(({ notice }) => (notice.act === 'send' ? [notice.card] : []));
          expect(new Set(cards).size).toBe(2);
        }),
      );
  });
});

describe('whoever leaves', () => {
  const stop = anne.does({ type: 'stop', messageId: 31 });

  test('can take the farewell away, with what was typed for it', () => {
    given(askedCouple(), stop)
      .when(anne.taps('removeNow'))
      .then(sees(anne, '- farewell (tapped)', '- message 31'));
  });

  const chosen: readonly (readonly [string, Setting, Act])[] = [
    ['chooses to stay silent', askedCouple({ acts: [stop] }), anne.taps('staySilent')],
    ['leaves in some days', askedCouple({ acts: [stop] }), anne.taps('unpairLater')],
    ['thinks better of that', askedCouple({ acts: [stop, anne.taps('unpairLater')] }), anne.taps('keepPaired')],
    ['goes on after all', askedCouple({ acts: [stop] }), anne.taps('goOn')],
    ['types «stop»', askedCouple(), anne.says('stop')],
    ['types «hulp»', askedCouple(), anne.says('hulp')],
    ['drops undoing the pairing', pairedCouple({ acts: [anne.taps('undoPairing')] }), anne.taps('keepPairing')],
    ['undoes the pairing', pairedCouple({ acts: [bram.taps('undoPairing')] }), bram.taps('confirmUndo')],
  ];
  test.each(chosen)('and %s has nothing of it in the chat', (_, setting, act) => {
    given(setting).when(act).then(goesAway(anne), goesAway(bram));
  });

  test('and goes on has no farewell left', () => {
    given(askedCouple(), stop)
      .when(anne.taps('goOn'))
      .then(
        that(({ heard }) => {
          expect(heard.map(({ notice }) => [notice.act, notice.card])).toContainEqual(['delete', 'farewell']);
        }),
      );
  });

  test('sees how it stands and is not hindered, also after terms that changed', () => {
    given(askedCouple(), olderTerms(anne), stop, anne.taps('staySilent'), time.passes(days(1)))
      .when(stop)
      .then(anne.hears('stopped'), bram.hears());
  });
});
