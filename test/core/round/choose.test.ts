import { describe, expect, test } from 'vitest';
import { chooseScenario, pickNext, showChoices } from '../../../src/core/round/choose.js';
import { agreedNow } from '../../../src/core/pairing/consent.js';
import { choiceKeys } from '../../../src/core/keyboard.js';
import type { Scenario } from '../../../src/core/round/scenario.js';
import type { Couple, Person, Scene } from '../../../src/core/scene.js';
import { anne, bram, given, inviter, refused, settledCouple } from '../../support/given.js';
import { choice, feelings, prompt } from '../prompts.js';

const now = 100 * 86_400_000;
const day = 86_400_000;
const { rules } = given(settledCouple());
const [me, you] = [rules.personOf(anne.id), rules.personOf(bram.id)];
const couple: Couple = { ...rules.coupleOf(anne.id), lastAsked: {}, isLightNext: false, picked: null, reveals: 9 };

/** All that may be drawn, over every chance there is to draw it. */
function drawn(scenarios: readonly Scenario[], rest: Partial<Couple> = {}, people: readonly Person[] = [me, you]) {
  const ids = Array.from({ length: 64 }, (_, seed) => {
    const chance = Uint8Array.from({ length: 32 }, (_, place) => seed * (2 * place + 3) + place);
    const moment = { now, chance, scenarios: new Map(scenarios.map((one) => [one.id, one])) };
    return chooseScenario({ ...couple, ...rest }, people, moment as never)?.id;
  });
  return [...new Set(ids)].sort();
}
const [een, twee, drie, vier] = [prompt('een'), prompt('twee'), prompt('drie'), prompt('vier')];
const yes = (person: Person): Person => ({
  ...person,
  consents: { ...person.consents, deeper: agreedNow('deeper', 0) },
});
const bothWant = [yes(me), yes(you)];
const again = (id: string) => prompt(id, { isRecurring: true, cooldownDays: 7 });

describe('what is drawn', () => {
  test('is any that fits, and what one of them picked goes first while it does', () => {
    expect(drawn([een, twee, drie])).toEqual(['drie', 'een', 'twee']);
    expect(drawn([een, twee, drie], { picked: 'twee' })).toEqual(['twee']);
    expect(drawn([een, twee], { picked: 'twee', lastAsked: { twee: 1 } })).toEqual(['een']);
    expect(drawn([prompt('begin', { isOpening: true })])).toEqual([undefined]);
  });

  test('is asked by itself: no step of a path, no card, nothing retired', () => {
    const notLoose = [
      prompt('de-dans--stap', { path: 'de-dans' }),
      prompt('oud', { isRetired: true }),
      prompt('kaart', { visibility: 'private', isOnDemand: true }),
      prompt('samen', { visibility: 'together' }),
    ];
    expect(drawn(notLoose, {}, bothWant)).toEqual([undefined]);
    expect(drawn([...notLoose, een, prompt('gekozen', { visibility: 'choose' })], {}, bothWant)).toEqual([
      'een',
      'gekozen',
    ]);
    for (const { id } of notLoose) expect(drawn([...notLoose, een], { picked: id }, bothWant)).toEqual(['een']);
  });

  test('comes back only when it recurs, and after its days', () => {
    expect(drawn([een], { lastAsked: { een: now - 99 * day } })).toEqual([undefined]);
    expect(drawn([again('een')], { lastAsked: { een: now - 7 * day } })).toEqual(['een']);
    expect(drawn([again('een')], { lastAsked: { een: now - 7 * day + 1 } })).toEqual([undefined]);
  });

  test('is mostly fresh: always while half of it is, else every other time', () => {
    const old = { een: 1, twee: 2 };
    expect(drawn([again('een'), again('twee'), drie, vier], { lastAsked: old })).toEqual(['drie', 'vier']);
    expect(drawn([again('een'), again('twee'), drie], { lastAsked: old })).toEqual(['drie', 'een', 'twee']);
    expect(drawn([again('een'), again('twee')], { lastAsked: old })).toEqual(['een', 'twee']);
  });

  test('is light after a heavy one, where there is something light', () => {
    const heavier = prompt('zwaarder', { depth: 2 });
    expect(drawn([een, heavier])).toEqual(['een', 'zwaarder']);
    expect(drawn([een, heavier], { isLightNext: true })).toEqual(['een']);
    expect(drawn([heavier], { isLightNext: true })).toEqual(['zwaarder']);
  });

  test('is deep only for two who both said yes, after six that opened', () => {
    const deep = prompt('diep', { depth: 3 });
    expect(drawn([deep], { reveals: 6 }, bothWant)).toEqual(['diep']);
    expect(drawn([deep], { reveals: 5 }, bothWant)).toEqual([undefined]);
    expect(drawn([deep], {}, [yes(me), you])).toEqual([undefined]);
    expect(drawn([deep], {}, [yes(me)])).toEqual([undefined]);
    expect(drawn([deep], { isLightNext: true }, bothWant)).toEqual([undefined]);
  });

  test('needs them together only while they are', () => {
    const together = prompt('samen', { place: 'together' });
    expect(drawn([een, together], { isApart: true })).toEqual(['een']);
    expect(drawn([een, together])).toEqual(['een', 'samen']);
  });
});

describe('a wish', () => {
  const wishing = (what: 'shorter' | 'other', until = now + 1): readonly Person[] => [
    me,
    { ...you, wish: { what, until } },
  ];

  test('for shorter leans to what is tapped, as long as it lasts and there is some', () => {
    expect(drawn([een, choice], {}, wishing('shorter'))).toEqual(['kies']);
    expect(drawn([een, choice], {}, wishing('shorter', now))).toEqual(['een', 'kies']);
    expect(drawn([een, twee], {}, wishing('shorter'))).toEqual(['een', 'twee']);
  });

  test('for another kind keeps away from the kinds of the last two', () => {
    const all = [een, { ...choice, isRecurring: true }, { ...feelings, isRecurring: true }];
    const lately = { een: 30, kies: 20, gevoel: 10 };
    expect(drawn([...all, twee], { lastAsked: { kies: 20, gevoel: 10 } }, wishing('other'))).toEqual(['een', 'twee']);
    expect(drawn([...all, twee], { lastAsked: lately }, wishing('other'))).toEqual(['gevoel']);
    expect(drawn([een, twee], { lastAsked: { drie: 1 } }, wishing('other'))).toEqual(['een', 'twee']);
    expect(drawn([{ ...een, isRecurring: true }], { lastAsked: { een: 1 } }, wishing('other'))).toEqual(['een']);
  });

  test('for another kind looks at the last two by when they were asked, in whatever order they are kept', () => {
    const all = [een, twee, { ...choice, isRecurring: true }, { ...feelings, isRecurring: true }];
    const lately = { gevoel: 10, kies: 20, een: 30 };
    expect(drawn(all, { lastAsked: lately }, wishing('other'))).toEqual(['gevoel']);
  });

  test('of nobody keeps no kind away', () => {
    expect(drawn([een, twee, choice], { lastAsked: { twee: 10 } })).toEqual(['een', 'kies']);
    expect(drawn([een, twee, choice, feelings], { lastAsked: { kies: 10 } }, wishing('shorter'))).toEqual(['gevoel']);
  });
});

describe('[Kies de volgende]', () => {
  const scenarios = new Map([een, twee, drie, vier, prompt('diep', { depth: 3 })].map((one) => [one.id, one]));
  const moment = { now, chance: new Uint8Array(32).fill(5), scenarios } as never;
  const sceneOf = (rest: Partial<Couple> = {}, people: readonly Person[] = [me, you]) => {
    const [one, other] = people;
    return {
      actor: 1,
      people: { 1: one, 2: other },
      couples: { [couple.id]: { ...couple, ...rest } },
    } as unknown as Scene;
  };

  test('shows three to whoever’s turn it is, none twice and none that is deep', () => {
    const [shown] = showChoices(sceneOf({ turn: 1 }), me, moment) as readonly { scenarios: readonly string[] }[];
    expect(new Set(shown?.scenarios).size).toBe(3);
    expect(shown?.scenarios).not.toContain('diep');
    expect(showChoices(sceneOf({ turn: 2 }), me, moment)).toEqual({ refusal: 'stale-button' });
    given(inviter())
      .when((all) => {
        all.press({ name: 'chooseNext', slot: '', step: 0, arg: '' }, anne.id, { name: 'Anne' });
      })
      .then(refused('not-paired'));
  });

  test('lays one ready, once, by whoever’s turn it is and of what may be chosen', () => {
    expect(pickNext(sceneOf({ turn: 1 }), me, 'twee', moment)).toMatchObject([
      { type: 'nextPicked', scenario: 'twee' },
    ]);
    expect(pickNext(sceneOf({ turn: 1, picked: 'twee' }), me, 'twee', moment)).toEqual([]);
    expect(pickNext(sceneOf({ turn: 2 }), me, 'twee', moment)).toEqual({ refusal: 'stale-button' });
    expect(pickNext(sceneOf({ turn: 1 }), me, 'diep', moment)).toEqual({ refusal: 'stale-button' });
    expect(pickNext(sceneOf({ turn: 1 }), me, 'weg', moment)).toEqual({ refusal: 'stale-button' });
    expect(pickNext(sceneOf({ turn: 1, pairedAt: null }), me, 'twee', moment)).toEqual({ refusal: 'not-paired' });
  });

  test('leaves what is deep to the bot, also for two who both said yes to it', () => {
    const scene = sceneOf({ turn: 1 }, bothWant);
    expect(drawn([prompt('diep', { depth: 3 })], {}, bothWant)).toEqual(['diep']);
    expect(pickNext(scene, me, 'diep', moment)).toEqual({ refusal: 'stale-button' });
    expect(pickNext(scene, me, 'twee', moment)).toMatchObject([{ type: 'nextPicked' }]);
  });
});

test('a question too long for a button ends there with its last whole word', () => {
  const long = 'Wat heb je deze week gedaan waar je de ander voor wilde bedanken?';
  const cut = 'Wat heb je deze week gedaan waar je de ander voor wilde…';
  const [[choice] = []] = choiceKeys([prompt('lang', { text: { nl: long, en: long.slice(0, 60) } })]);
  expect(choice).toMatchObject({ label: { nl: cut, en: long.slice(0, 60) } });
});
