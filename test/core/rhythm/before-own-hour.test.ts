import { describe, expect, test } from 'vitest';
import { anne, askedCouple, bothAnswer, bram, given, time, type Act } from '../../support/given.js';

/** What the partner's hour has brought is nothing to somebody before their own: nothing they do or get tells that hour. */

const atNoon = bram.presses('hour', { arg: '750' });
const wednesday = time.is('2026-11-25T20:30');

/** What Anne hears and is refused on a Saturday afternoon, hours before her own question. */
function hersOn(saturday: readonly Act[], acts: readonly Act[]) {
  const { rules } = given(askedCouple(), wednesday, ...acts, time.is('2026-11-28T15:00'));
  const happening = rules.begin();
  for (const act of saturday) act(rules);
  rules.passTo(Math.max(rules.now(), Date.parse('2026-11-28T19:59+01:00')));
  return [...happening.heard.filter(({ notice }) => notice.to === anne.id), ...happening.refusals].map((one) =>
    JSON.stringify(one, (key, value: unknown) => (drawnNames.has(key) ? '' : value)),
  );
}

/** Which question was drawn, and for what: by chance, at whatever moment it was. */
const drawnNames: ReadonlySet<string> = new Set(['because', 'scenario', 'example', 'slot', 'card']);

const deeds: readonly (readonly [string, readonly Act[]])[] = [
  ['waits', []],
  ['taps [Later]', [anne.taps('later')]],
  ['asks for the question', [anne.does({ type: 'askQuestion' })]],
  ['says something', [anne.says('een stukje')]],
  ['says «later»', [anne.says('later'), anne.taps('later')]],
  ['looks how things stand', [anne.starts()]],
  ['has her data sent', [anne.does({ type: 'exportData' })]],
  [
    'has to hear that the bot was away',
    [
      (rules) => {
        rules.comeBack();
      },
    ],
  ],
];

describe('before her own hour', () => {
  const before: readonly (readonly [string, readonly Act[]])[] = [
    ['a question that lies there since Wednesday', []],
    ['one that she began to answer', [anne.says('half')]],
    ['one that she sealed', [anne.says('zo'), anne.taps('seal')]],
    ['one she has put off until the afternoon', [time.is('2026-11-28T11:10'), anne.taps('later')]],
    ['none, since both have answered', bothAnswer()],
  ];

  test.each(before.flatMap(([what, acts]) => deeds.map(([deed, saturday]) => [what, deed, acts, saturday] as const)))(
    'with %s, Anne %s as if Bram’s hour had not been',
    (_, __, acts, saturday) => {
      const [evening, noon] = [hersOn(saturday, acts), hersOn(saturday, [...acts, atNoon])];
      expect(noon).toEqual(evening);
    },
  );
});
