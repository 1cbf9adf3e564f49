import { expect, test } from 'vitest';
import { announce } from '../../src/core/announce.js';
import type { Refusal } from '../../src/core/event.js';
import { anne, given, settledCouple } from '../support/given.js';

test.each<[Refusal, readonly string[]]>([
  [{ refusal: 'has-stopped' }, ['goOn', 'removeNow']],
  [{ refusal: 'no-question' }, ['askQuestion']],
  [{ refusal: 'stale-button' }, []],
])('a refusal leads on where there is a way on: %j', (refusal, names) => {
  const scene = given(settledCouple()).rules.sceneOf(anne.id);
  const stage = {
    before: scene,
    after: scene,
    now: 0,
    scenarios: new Map(),
    protocols: new Map(),
    paths: new Map(),
    spreadMs: 0,
  };
  const [notice] = announce({ type: 'refused', person: anne.id, refusal }, stage);
  const keys = notice?.keys.flat().map((key) => (key.kind === 'press' ? key.button.name : key.kind));
  expect([notice?.say?.params, keys]).toEqual([refusal, names]);
});
