import { describe, expect, test } from 'vitest';
import { openLines } from '../../src/core/crossing.js';
import { exportOf } from '../../src/core/export.js';
import { pressListeningTurn } from '../../src/core/listening/listening.js';
import { nextSlot } from '../../src/core/rhythm.js';
import { needs, type Given, type PersonId, type Scene } from '../../src/core/scene.js';
import {
  anne,
  askedCouple,
  at,
  bothAnswer,
  bram,
  days,
  given,
  happened,
  minutes,
  pairedCouple,
  refused,
  settledCouple,
  that,
  time,
  type Act,
} from '../support/given.js';
import { held, listens } from '../support/listening.js';
import type { Rules } from './stage.js';

/** Corners of several rules: what looks alike and must not be taken for each other. */

const sceneOf = (rules: Rules, actor: PersonId = anne.id): Scene => ({
  actor,
  about: null,
  invited: null,
  card: null,
  book: [],
  people: Object.fromEntries([1, 2].map((id) => [id, rules.personOf(id)])),
  couples: Object.fromEntries(rules.couples().map((couple) => [couple.id, couple])),
});
const pressed =
  (
    who: typeof anne,
    button: Partial<Parameters<Rules['press']>[0]> & Pick<Parameters<Rules['press']>[0], 'name'>,
  ): Act =>
  (rules) => {
    rules.press({ slot: '', step: 0, arg: '', ...button }, who.id, { name: who.name });
  };

test('what a command needs loaded: the code it carries, the house for its link, the book for an export', () => {
  expect(needs({ type: 'openHouse' })).toEqual({ code: null, ownerCouple: true, book: false });
  expect(needs({ type: 'exportData' })).toEqual({ code: null, ownerCouple: false, book: true });
  expect(needs({ type: 'start', sender: { name: 'Anne' }, code: '7K3F' })).toEqual({
    code: '7K3F',
    ownerCouple: false,
    book: false,
  });
});

describe('a reaction', () => {
  const again = [anne.does({ type: 'askQuestion' }), ...bothAnswer('twee', 'drie')];

  test('goes with the round that opened last, without what was begun for the one before', () => {
    given(pairedCouple(), ...bothAnswer(), anne.says('voor de eerste'), ...again)
      .when(anne.says('voor de tweede'), anne.taps('sendReaction'))
      .then(bram.reads('reaction', { pieces: [expect.objectContaining({ text: 'voor de tweede' })] as never }));
  });

  test('that came in twice is sent once', () => {
    given(pairedCouple(), ...bothAnswer(), anne.says('mooi', { messageId: 50 }), anne.says('mooi', { messageId: 50 }))
      .when(anne.taps('sendReaction'))
      .then(bram.reads('reaction', { pieces: [expect.anything()] as never }));
  });

  test('of the other takes away none of one’s own', () => {
    given(pairedCouple(), ...bothAnswer(), bram.says('dank'), bram.taps('sendReaction'))
      .when(anne.says('jij ook'), anne.taps('sendReaction'))
      .then(bram.reads('reaction'));
  });
});

describe('a programme that rests', () => {
  const rests = askedCouple({ acts: [time.is('2026-12-14T20:00')] });

  test('goes on by the button as by the command', () => {
    given(rests)
      .when(pressed(bram, { name: 'askQuestion' }))
      .then(happened('programmeResumed', 'roundStarted', 'promptShown', 'promptShown'));
  });

  test('is helped by one of four answers alone, and an answer to «less» counts for the rhythm it was asked at', () => {
    given(rests)
      .when(pressed(bram, { name: 'wouldHelp', arg: 'constructor' }))
      .then(refused('stale-button'));
    given(rests, bram.taps('wouldHelp', { arg: 'less' }))
      .when(bram.taps('wouldHelp', { arg: 'rest' }))
      .then(happened('helpChosen'), bram.is({ rhythm: expect.objectContaining({ days: 'rest' }) as never }));
    given(rests)
      .when(bram.taps('wouldHelp', { arg: 'other' }))
      .then(
        bram.is({ rhythm: expect.objectContaining({ days: 'three' }) as never }),
        that((_, rules) => {
          const { wish } = rules.personOf(bram.id);
          expect((wish?.until ?? 0) - rules.now()).toBeGreaterThan(days(29));
        }),
      );
  });
});

test('a holiday long over does not stand before the next moment', () => {
  const { rules } = given(settledCouple());
  const [me, you] = [rules.personOf(anne.id), rules.personOf(bram.id)];
  const back = { ...me, holidayUntil: '2026-10-01', servedDate: '2026-11-23' };
  const now = at('2026-11-24T12:00');
  expect(nextSlot(back, [back, you], now)).toEqual({ date: '2026-11-25', at: at('2026-11-25T20:00') });
});

test('a voice note that waits for its yes waits a whole day, whatever else happens', () => {
  given(settledCouple(), time.is('2026-11-23T19:50'), anne.does({ type: 'askQuestion' }), anne.speaks('stem'))
    .when(time.is('2026-11-24T19:49'))
    .then(anne.is({ heldVoices: [expect.anything()] as never }))
    .when(time.passes(minutes(5)))
    .then(anne.is({ heldVoices: [] }));
});

describe('buttons for help', () => {
  test.each([
    [{ name: 'helplines' }, 'helplines'],
    [{ name: 'showHelp', arg: 'suicide' }, 'suicide'],
    [{ name: 'showHelp', arg: 'violence' }, 'violence'],
  ] as const)('%o tells of %s, also to a stranger', (button, about) => {
    given({}, bram.starts())
      .when(pressed(bram, button))
      .then(({ events }) => {
        expect(events).toMatchObject([{ type: 'informed', about }]);
      });
  });
});

describe('what one has sent to oneself', () => {
  const exported = (rules: Rules, who = anne) => exportOf(sceneOf(rules), rules.personOf(who.id), rules.now());

  test('is nothing but oneself when one is alone', () => {
    const { rules } = given(pairedCouple(), bram.does({ type: 'stop' }), bram.taps('unpair'));
    expect(exported(rules)).toMatchObject({ pair: null, rounds: [], listened: [], pending: [], line: null });
  });

  test('is of a listening round what one said, agreed and felt, and no more', () => {
    const done = [anne.taps('listenDone'), bram.taps('listenDone')];
    const letters = [
      ...listens('tien-en-tien'),
      anne.says('Annes brief'),
      anne.taps('listenDone'),
      bram.says('Brams brief'),
    ];
    const after = [anne, bram].flatMap((one) => [one.taps('listenMore'), one.taps('listenTension', { arg: 'calm' })]);
    const { rules } = given(
      ...[settledCouple(), ...letters, bram.taps('listenDone'), held, ...done, ...after, bram.taps('listenPlan')],
      ...[bram.says('Brams afspraak'), bram.taps('listenPlanSend')],
    );
    const words = (text: string) => [
      { step: expect.any(String) as string, option: null, pieces: [{ text }], picks: [] },
    ];
    const [annes, brams] = [exported(rules), exported(rules, bram)].map(({ listened }) => listened);
    expect(annes).toMatchObject([{ said: words('Annes brief'), draft: null, notes: [], plan: null, tension: 'calm' }]);
    expect(brams).toMatchObject([{ said: words('Brams brief'), plan: 'Brams afspraak', tension: 'calm' }]);
    expect(annes?.[0]?.said).toHaveLength(1);
  });

  test('holds no draft of a listening round where nothing was begun', () => {
    const { rules } = given(settledCouple(), ...listens('alleen-luisteren'), bram.says('Brams notitie'));
    expect(exported(rules).listened).toMatchObject([{ draft: null, said: [], notes: [] }]);
    anne.says('half')(rules);
    expect(exported(rules).listened).toMatchObject([{ draft: { pieces: [{ text: 'half' }] } }]);
  });
});

describe('a listening round', () => {
  const live = listens('alleen-luisteren');

  test('whose file is gone is over at the next tap', () => {
    const { rules } = given(settledCouple(), ...live);
    const { id = '', tick: step = 0 } = rules.coupleOf(anne.id).listening ?? {};
    const without = { now: rules.now(), protocols: new Map() } as unknown as Given;
    const button = { name: 'listenDone', slot: id, step, arg: '' } as const;
    expect(pressListeningTurn(sceneOf(rules), rules.personOf(anne.id), button, without)).toMatchObject([
      { type: 'listeningEnded', how: 'over' },
    ]);
  });

  test('is not told instead of what a code leads to', () => {
    given(settledCouple(), ...live)
      .when(anne.starts('7K3F9X2MQ4TB'))
      .then(({ events }) => {
        expect(events.some(({ type }) => type === 'listeningTold')).toBe(false);
      });
  });

  test('takes an edit for what it is of: one of several that were delivered, the other’s message of the same number, a draft', () => {
    const told = [
      anne.says('een', { messageId: 71 }),
      anne.says('twee', { messageId: 72 }),
      anne.taps('listenDone'),
      held,
    ];
    const mirror = [...listens('spiegelen'), ...told];
    given(settledCouple(), ...mirror)
      .when(anne.edits(71, 'anders'))
      .then(refused('edit-after-delivery'));
    given(settledCouple(), ...mirror, bram.says('jij zegt', { messageId: 71 }))
      .when(bram.edits(71, 'jij zei'))
      .then(bram.reads('listenDraft', { pieces: [expect.objectContaining({ text: 'jij zei' })] as never }));
    const back = [bram.says('jij zegt', { messageId: 90 }), bram.taps('listenDone'), held];
    given(
      settledCouple(),
      ...mirror,
      ...back,
      anne.taps('listenOption', { arg: 'bijna' }),
      anne.says('nee', { messageId: 73 }),
    )
      .when(anne.edits(73, 'nee hoor'))
      .then(anne.reads('listenDraft', { pieces: [expect.objectContaining({ text: 'nee hoor' })] as never }));
  });

  test('of before is not the one that a tap belongs to', () => {
    const over = [...live, anne.says('zo'), anne.taps('listenDone'), held, bram.taps('listenOption', { arg: 'dank' })];
    given(settledCouple(), ...over, ...over)
      .when(anne.tapsOld('listenDone'))
      .then(refused('stale-button'));
  });

  test('can be read again with the voice of the other', () => {
    const spoken = [...live, anne.speaksFreely('stem'), anne.taps('listenDone'), held];
    given(settledCouple(), ...spoken, bram.taps('listenOption', { arg: 'dank' }), bram.taps('listenMore'))
      .when(bram.taps('listenAgain'))
      .then(bram.hears('listenHeardAgain', 'partnerVoice'));
  });
});

test('the two lines of a breather open from nothing but two sealed ones, whoever asks', () => {
  const asked = [anne.does({ type: 'callBreather' }), time.passes(minutes(31))];
  const each = [anne, bram].flatMap((one) => [one.taps('breathBack')]);
  const lines = [anne, bram].map((one) => one.taps('breathChoice', { arg: 'oneLine' }));
  const { rules } = given(settledCouple(), ...asked, ...each, ...lines, anne.says('bang'), anne.taps('breathSeal'));
  const doors = () => {
    const couple = rules.coupleOf(anne.id);
    return couple.breather === null ? null : openLines(couple, couple.breather, sceneOf(rules), rules.now());
  };
  expect(doors()).toEqual([]);
  bram.says('mis je')(rules);
  expect(doors()).toEqual([]);
});
