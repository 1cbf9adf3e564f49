import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Event } from '../../../src/core/event.js';
import type { SayName } from '../../../src/core/notice.js';
import type { Couple } from '../../../src/core/scene.js';
import type { CoupleId } from '../../../src/core/ids.js';
import { askedCouple, given, hours, minutes, pairedCouple, settledCouple } from '../../support/given.js';
import { missingFrom } from '../../support/missing-from.js';
import { steps, type Step, type World } from '../anything.js';
import type { Happening } from '../memory.js';

/** Promise 5: during a breather nothing new crosses, no prompt or nudge goes out, and it always has an end. */

const settings = [
  pairedCouple(),
  settledCouple({ zones: { 2: 'America/New_York' } }),
  askedCouple({ zones: { 1: 'Pacific/Auckland', 2: 'Pacific/Honolulu' } }),
];

/** What the other may hear meanwhile: the breather itself; that somebody left; and of a reveal of before, that it could not be played. */
const mayCross: ReadonlySet<SayName> = new Set<SayName>([
  'breatherCalled',
  'breatherMoved',
  'breatherReturn',
  'breatherChoice',
  'breatherLineAsked',
  'voiceReturned',
]);

/** Ways into, through and out of a breather, among everything else people do. */
const wanted = ['breathBack', 'breathMore', 'breathChoice', 'breathSeal', 'breathMoment', 'breathNotToday'] as const;
const breathing: fc.Arbitrary<Step> = fc
  .record({
    who: fc.constantFrom(1, 2),
    what: fc.oneof(
      fc.constant('calls' as const),
      fc.constant('returns' as const),
      fc.constantFrom(...wanted),
      fc.constantFrom(minutes(1), minutes(21), minutes(40), hours(10)),
      fc.constantFrom('says' as const),
    ),
    nth: fc.nat(3),
  })
  .map(({ who, what, nth }) => ({
    who: typeof what === 'number' ? 0 : who,
    name: String(what),
    act: playing(what, nth),
  }));

function playing(what: (typeof wanted)[number] | number | 'calls' | 'says' | 'returns', nth: number): Step['act'] {
  return ({ rules, words }: World, who) => {
    const sender = { name: who === 1 ? 'Anne' : 'Bram' };
    if (typeof what === 'number') {
      rules.passTo(rules.now() + what);
      return;
    }
    if (what === 'calls') {
      rules.perform({ type: 'callBreather' }, who);
      return;
    }
    if (what === 'says') {
      const word = { by: who, word: `‹${String(words.length)}›`, messageId: rules.nextMessageId(who), isEdit: false };
      words.push(word);
      const speech = { kind: 'text', text: word.word } as const;
      rules.perform({ type: 'say', sender, speech, messageId: word.messageId, code: null }, who);
      return;
    }
    const press = (id: number, name: string, back = 0) => {
      const shown = rules.buttonsOf(id).filter((one) => one.name === name);
      const button = shown.at(-1 - (back % Math.max(1, shown.length)));
      if (button !== undefined) rules.press(button, id, sender);
    };
    if (what !== 'returns') {
      press(who, what, nth);
      return;
    }
    rules.perform({ type: 'callBreather' }, who);
    rules.passTo(rules.now() + minutes(31));
    for (const id of [1, 2]) press(id, 'breathBack');
    for (const id of nth === 0 ? [] : [1, 2]) press(id, 'breathChoice', nth === 1 ? 0 : 1);
  };
}

const mixed = fc.oneof(
  { weight: 3, arbitrary: fc.array(breathing, { minLength: 4, maxLength: 40 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(steps, fc.array(breathing, { minLength: 10, maxLength: 60 }))
      .map(([some, ways]) => some.flatMap((one, index) => [one, ...(ways[index] === undefined ? [] : [ways[index]])])),
  },
);
type Life = readonly [setting: number, some: readonly Step[]];
const lives: fc.Arbitrary<Life> = fc.tuple(fc.nat(settings.length - 1), mixed);

function live(setting: number, some: readonly Step[]): readonly Event[] {
  const { rules } = given(settings[setting] ?? {});
  const world: World = { rules, words: [] };
  const events = some.flatMap((one) => {
    const before = new Map(rules.couples().map((couple) => [couple.id, couple]));
    const happening = rules.begin();
    one.act(world, one.who);
    checkSilence(before, happening, one.who);
    return happening.events;
  });
  for (const { id, breather } of rules.couples()) {
    if (breather === null) continue;
    rules.passTo(Math.max(rules.now(), breather.beganAt + hours(26)));
    expect(rules.couples().find((couple) => couple.id === id)?.breather ?? null, 'it ends by itself').toBeNull();
  }
  return events;
}

/** Event by event, since one step may end a breather, or begin one. */
function checkSilence(before: ReadonlyMap<CoupleId, Couple>, { events, heard }: Happening, who: number): void {
  const lasting = new Set([...before.values()].flatMap(({ id, breather }) => (breather === null ? [] : [id])));
  const members = new Map([...before.values()].map((couple) => [couple.id, couple.members]));
  for (const event of events) {
    if (event.type === 'breatherEnded' || event.type === 'unpaired' || event.type === 'pairingUndone')
      lasting.delete(event.couple);
    // Once both have left there is no breather any more.
    if (event.type === 'stopped' || event.type === 'breatherLeft') lasting.clear();
    const muted = [...lasting].flatMap((id) => members.get(id) ?? []);
    for (const { notice, because } of heard) {
      if (because !== event || !muted.includes(notice.to)) continue;
      expect(notice.lane, JSON.stringify(notice)).not.toBe('scheduled');
      expect(notice.localDate).toBeNull();
      const isOwn = notice.to === who || ('person' in event && event.person === notice.to);
      if (!isOwn && notice.say !== null && notice.act === 'send')
        expect([...mayCross], JSON.stringify(notice)).toContain(notice.say.name);
    }
    if (event.type === 'breatherBegan') lasting.add(event.couple);
  }
}

describe('whatever people do around a breather, in any order', () => {
  test('nothing new crosses while it lasts, no prompt or nudge goes out, and within 26 hours it is over', () => {
    fc.assert(
      fc.property(lives, ([setting, some]) => {
        live(setting, some);
      }),
      { numRuns: 200 },
    );
  });

  test('every event of a breather is among it', () => {
    const hoped: readonly Event['type'][] = [
      'breatherBegan',
      'breatherSettled',
      'breatherLengthened',
      'breatherTold',
      'breatherHushed',
      'returnAsked',
      'cameBackToIt',
      'notTodayChosen',
      'choiceAsked',
      'nextChosen',
      'linesAsked',
      'lineChanged',
      'breatherEnded',
    ];
    const happens = ([setting, some]: Life) => live(setting, some).map(({ type }) => type);
    expect(missingFrom(lives, { seed: 5, atMost: 300 }, happens, hoped)).toEqual([]);
  });
});
