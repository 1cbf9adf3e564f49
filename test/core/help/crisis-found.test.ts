import { describe, expect, test } from 'vitest';
import { crisisIn } from '../../../src/core/help/crisis.js';
import { type Crisis } from '../../../src/core/command.js';
import { MORE } from './crisis-more.js';
import { SIXTY, type Kind } from './crisis-sixty.js';
import { THIRTY } from './crisis-thirty.js';

/** Found with the help that fits: a card about something else would be none. */
function isFound([kind, text]: readonly [Kind, string]): boolean {
  const others: readonly Crisis[] = kind === 'either' ? [] : [kind === 'suicide' ? 'violence' : 'suicide'];
  return crisisIn(text, others) !== null;
}

describe.each([
  ['sixty written before the lists were read', SIXTY, 60],
  ['those used to widen the lists', MORE, 60],
  ['thirty used for nothing', THIRTY, 30],
] as const)('%s', (_, sentences, each) => {
  test.each(['nl', 'en'] as const)('in %s: what is missed and what is mistaken is marked, all of it', (language) => {
    const { heavy, innocent, missed, alarms } = sentences[language];
    expect([heavy.length, innocent.length]).toEqual([each, each]);
    expect(heavy.filter((one) => !isFound(one)).map(([, text]) => text)).toEqual(missed);
    expect(innocent.filter((text) => crisisIn(text) !== null)).toEqual(alarms);
  });
});

test('what was offered already hides nothing else', () => {
  const both = 'ik wil dood, hij slaat me elke dag';
  expect(crisisIn(both)).toBe('suicide');
  expect(crisisIn(both, ['suicide'])).toBe('violence');
  expect(crisisIn(both, ['violence'])).toBe('suicide');
  expect(crisisIn(both, ['suicide', 'violence'])).toBeNull();
});
