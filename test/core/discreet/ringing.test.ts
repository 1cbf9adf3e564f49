import { describe, expect, test } from 'vitest';
import { limits } from '../../../src/core/pairing/limits.js';
import {
  anne,
  bothAnswer,
  bram,
  days,
  given,
  hours,
  minutes,
  refused,
  settledCouple,
  time,
  type Act,
  type Someone,
} from '../../support/given.js';
import { asksToListen } from '../../support/listening.js';
import { sees } from '../chat.js';
import type { Rules } from '../stage.js';

/** Nobody can make the other's phone ring again and again: what comes too often is refused, or comes without a sound. */

const invites = asksToListen('spiegelen');
const invited = [...invites, anne.taps('listenRecall')];

/** How often somebody's phone made a sound for what the other did. */
function rings(rules: Rules, who: Someone, acts: readonly Act[]): number {
  const happening = rules.begin();
  for (const act of acts) act(rules);
  return happening.heard.filter(
    ({ notice }) => notice.to === who.id && !['edit', 'editKeys', 'delete'].includes(notice.act) && !notice.isSilent,
  ).length;
}

describe('an invitation to listen', () => {
  test('comes once in three hours, and one that is taken back goes from the other’s chat', () => {
    given(settledCouple(), ...invites)
      .when(anne.taps('listenRecall'))
      .then(sees(anne, '~ listen-invite: listenGone'), sees(bram, '- listen-invite'))
      .when(...invites)
      .then(refused('listen-too-soon', { minutes: 180 }), bram.hears())
      .when(time.passes(hours(2.5)), ...invites)
      .then(refused('listen-too-soon'), bram.hears());
  });

  test('of later that day comes without a sound, and of the next day with one', () => {
    const { rules } = given(settledCouple(), ...invited, time.passes(hours(3)));
    expect(rings(rules, bram, invited)).toBe(0);
    rules.passTo(rules.now() + days(1));
    expect(rings(rules, bram, invited)).toBe(1);
  });

  test('that the other takes up does not count', () => {
    const { rules } = given(settledCouple(), ...invites, bram.taps('listenNow'), time.passes(days(8)));
    expect(rings(rules, bram, invites)).toBe(1);
  });

  test('of the other is theirs to make', () => {
    const { rules } = given(settledCouple(), ...invited);
    const asks = [bram.does({ type: 'listen' }), bram.taps('listenInvite')];
    expect(rings(rules, anne, asks)).toBe(1);
  });
});

describe('whatever else reaches the other', () => {
  /** One round after the other, as fast as Bram answers: what rings there for what Anne does. */
  const round = (rules: Rules): number => {
    const asked = rings(rules, bram, [anne.does({ type: 'askQuestion' }), anne.says('a'), anne.taps('seal')]);
    for (const act of bothAnswer().slice(2)) act(rules);
    return asked + rings(rules, bram, [anne.taps('tellMore'), anne.taps('thank')]);
  };
  const breather = (rules: Rules): number =>
    rings(rules, bram, [
      anne.does({ type: 'callBreather' }),
      anne.taps('breathFor', { arg: 'm20' }),
      time.passes(minutes(25)),
      ...[anne, bram].map((one) => one.taps('breathBack')),
      ...[anne, bram].map((one) => one.taps('breathChoice', { arg: 'letRest' })),
    ]);

  test('stops ringing: questions, thanks and asking for more', () => {
    const { rules } = given(settledCouple());
    const counts = Array.from({ length: 12 }, () => round(rules));
    expect(counts[0]).toBe(3);
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(limits.ring.count);
    expect(counts.at(-1)).toBe(0);
  });

  test('stops ringing: a breather, though it begins at once each time', () => {
    const { rules } = given(settledCouple());
    const counts = Array.from({ length: 5 }, () => breather(rules));
    const [first = 0] = counts;
    expect(first).toBeGreaterThan(1);
    expect(counts.at(-1)).toBeLessThan(first - 1);
    anne.does({ type: 'callBreather' })(rules);
    expect(rules.coupleOf(anne.id).breather).not.toBeNull();
  });

  test('is heard all the same, only without a sound', () => {
    const { rules } = given(settledCouple());
    for (let count = 0; count < 6; count += 1) round(rules);
    const happening = rules.begin();
    for (const act of [anne.does({ type: 'askQuestion' }), ...bothAnswer(), anne.taps('thank')]) act(rules);
    const heard = happening.heard.filter(({ notice, because }) => notice.to === bram.id && because.type === 'thanked');
    expect(heard.map(({ notice }) => [notice.say?.name, notice.isSilent])).toEqual([['thanks', true]]);
  });

  test('rings again after a while', () => {
    const { rules } = given(settledCouple());
    for (let count = 0; count < 6; count += 1) round(rules);
    rules.passTo(rules.now() + hours(4));
    expect(rings(rules, bram, [anne.does({ type: 'askQuestion' })])).toBe(1);
  });

  test('is counted for whoever does it, and kept no longer than it counts', () => {
    const { rules } = given(settledCouple());
    round(rules);
    expect(rules.personOf(anne.id).spent.ring).toHaveLength(3);
    rules.passTo(rules.now() + days(2));
    anne.does({ type: 'callBreather' })(rules);
    const once = [expect.any(Number)];
    expect(rules.personOf(anne.id).spent).toEqual({ ring: once, ringBreather: once });
  });
});
