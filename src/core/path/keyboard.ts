import { key } from '../keyboard.js';
import type { Key, PressKey } from '../notice.js';
import type { Scenario } from '../round/scenario.js';
import type { PathPlan } from './plan.js';
import type { Path } from './scene.js';

/** The keyboards of paths. */

type Rows = readonly (readonly Key[])[];

/** A key for each path: a press says what it wants, so that a double tap does not undo itself. */
export function shelfKeys(
  plans: readonly PathPlan[],
  still: Path | null,
  wished: readonly string[],
  page: number,
  next: number | null,
): Rows {
  const takeUp = still === null ? [] : [[takeUpKey(still.id, wished, page)]];
  return [
    ...takeUp,
    ...plans.map((plan) => [{ ...wishKey(plan.id, wished, page), label: plan.title }]),
    ...(next === null ? [] : [[key('morePaths', '', next)]]),
  ];
}

function wishKey(id: string, wished: readonly string[], page: number): PressKey {
  const isOn = wished.includes(id);
  return { ...key(isOn ? 'dropPath' : 'wishPath', '', page, id), isOn };
}

function takeUpKey(id: string, wished: readonly string[], page: number): PressKey {
  const isOn = wished.includes(id);
  return { ...key(isOn ? 'dropPath' : 'takeUpPath', '', page, id), isOn };
}

export function matchKeys(path: string, isGoingOn: boolean): Rows {
  return [[key(isGoingOn ? 'nextStep' : 'beginPath', '', 0, path)]];
}

export function stepKeys(path: string, mayGoOn: boolean, rests: boolean): Rows {
  return [
    ...(mayGoOn && !rests ? [[key('nextStep', '', 0, path)]] : []),
    [key(rests ? 'goOnPath' : 'restPath', '', 0, path)],
  ];
}

export function restKeys(path: string): Rows {
  return [[key('goOnPath', '', 0, path)]];
}

export function togetherKeys({ protocol }: Scenario): Rows {
  return protocol === undefined ? [] : [[key('beginTogether', '', 0, protocol)]];
}

/** The cards to read for oneself, by their titles. */
export function ownCardKeys(cards: readonly Scenario[]): Rows {
  return cards.map((card) => [{ ...key('ownCard', '', 0, card.id), label: card.title ?? card.text }]);
}
