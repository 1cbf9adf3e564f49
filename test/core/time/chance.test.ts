import { describe, expect, test } from 'vitest';
import {
  chanceLength,
  drawChoiceIndex,
  drawCoupleId,
  drawExampleIndex,
  drawInviteCode,
  drawRoundId,
  drawScenarioIndex,
  tossCoin,
} from '../../../src/core/time/chance.js';
import type { Moment } from '../../../src/core/given.js';

const places = Array.from({ length: chanceLength }, (_, place) => place);
const moment = (byteAt: (place: number) => number): Moment => ({ now: 0, chance: Uint8Array.from(places, byteAt) });
/** The places of the bytes that make a difference to what is drawn. */
const readBy = (draw: (moment: Moment) => unknown) =>
  places.filter((place) => draw(moment(() => 0)) !== draw(moment((one) => (one === place ? 1 : 0))));

const ofTheBytes = (count: number) => 256 ** count;

describe('what chance brings', () => {
  test('is drawn from all the random bytes, and no two draws of one command share any', () => {
    const draws = [
      drawInviteCode,
      drawRoundId,
      drawCoupleId,
      (one: Moment) => drawScenarioIndex(one, ofTheBytes(3)),
      (one: Moment) => drawExampleIndex(one, ofTheBytes(2)),
      tossCoin,
    ];
    expect(draws.flatMap(readBy)).toEqual(places);
  });

  test('for one of several choices is not what it was for the others', () => {
    const choices = [0, 1, 2].map((which) => readBy((one) => drawChoiceIndex(one, which, ofTheBytes(3))));
    expect(choices).toEqual([
      [0, 1, 2],
      [3, 4, 5],
      [6, 7, 8],
    ]);
  });

  test('is any couple of 48 bits', () => {
    expect(drawCoupleId(moment(() => 255))).toBe(ofTheBytes(6) - 1);
    expect(drawCoupleId(moment((place) => place))).toBe(0x14_15_16_17_18_19);
  });

  test('is one of so many, each as often as the others', () => {
    for (const draw of [
      drawScenarioIndex,
      drawExampleIndex,
      (one: Moment, below: number) => drawChoiceIndex(one, 2, below),
    ]) {
      const drawn = places.map((byte) =>
        draw(
          moment(() => byte),
          4,
        ),
      );
      expect([0, 1, 2, 3].map((one) => drawn.filter((other) => other === one).length)).toEqual([8, 8, 8, 8]);
    }
  });

  test('is one of the two sides of a coin', () => {
    expect([2, 3, 4, 5].map((byte) => tossCoin(moment(() => byte)))).toEqual([true, false, true, false]);
  });

  test('names a round in eight small signs', () => {
    expect(drawRoundId(moment((place) => place))).toBe('cdefghjk');
  });
});
