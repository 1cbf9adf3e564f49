import { describe, expect, test } from 'vitest';
import type { Command } from '../../../src/core/command.js';
import { agreedNow } from '../../../src/core/pairing/consent.js';
import { stranger } from '../../../src/core/person.js';
import type { Couple, Person, Scene } from '../../../src/core/scene.js';
import {
  aloneWakeAt,
  noteSeen,
  meetSilence,
  meetSilenceAlone,
  seenToday,
  silenceTimes,
} from '../../../src/core/leaving/silence.js';
import { anne, at, bram, days, given, inviter, pairedCouple, settledCouple, time } from '../../support/given.js';

/** Nobody does anything any more: last seen on 22 November, asked 183 days later at their own hour, gone after 213. */

const me: Person = {
  ...stranger(1, 'nl', 'Europe/Amsterdam'),
  consent: agreedNow('terms', 0),
  seenOn: '2026-11-22',
};
const you: Person = { ...me, id: 2 };
const [asked, over] = ['2027-05-24', '2027-06-23'];
const evening = (date: string) => at(`${date}T20:00`);
const sceneOf = (...people: readonly Person[]) => {
  const couple = { id: 9, members: people.map(({ id }) => id) } as unknown as Couple;
  const scene = {
    actor: 1,
    about: 9,
    couples: { 9: couple },
    people: Object.fromEntries(people.map((p) => [p.id, p])),
  };
  return { couple, scene: scene as unknown as Scene };
};
const meets = (now: number, ...people: readonly Person[]) => {
  const { couple, scene } = sceneOf(...people);
  return meetSilence(scene, couple, now);
};
const alone = (now: number, person: Person) => meetSilenceAlone(sceneOf(person).scene, person.id, now);

describe('whoever is in no couple', () => {
  test('is asked after half a year, and erased a month later', () => {
    const was = { ...me, askedToStayOn: asked };
    expect(aloneWakeAt(me, evening('2026-12-01'))).toBe(evening(asked));
    expect(alone(evening(asked) - 1, me)).toEqual([]);
    expect(alone(evening(asked), me)).toEqual([{ type: 'stayAsked', person: 1, on: asked, isPaired: false }]);
    expect(alone(evening(asked), was)).toEqual([]);
    expect(aloneWakeAt(was, evening(asked))).toBe(evening(over));
    expect(alone(evening(over) - 1, was)).toEqual([]);
    expect(alone(evening(over), was)).toEqual([{ type: 'erased', person: 1, why: 'silence' }]);
  });

  test('has a month to answer however late they were asked', () => {
    expect(aloneWakeAt({ ...me, askedToStayOn: '2027-06-10' }, evening('2027-06-11'))).toBe(evening('2027-07-10'));
    expect(aloneWakeAt({ ...me, askedToStayOn: '2027-05-23' }, evening(asked))).toBe(evening(over));
  });

  test('is asked again half a year after they stayed', () => {
    const stayed = { ...me, seenOn: asked, askedToStayOn: null };
    expect(aloneWakeAt(stayed, evening(asked))).toBe(evening('2027-11-23'));
    expect(aloneWakeAt({ ...stayed, askedToStayOn: asked }, evening(asked))).toBe(evening('2027-11-23'));
  });

  test('is not asked at night, nor while they said to be away', () => {
    expect(aloneWakeAt(me, at('2027-05-25T03:00'))).toBe(at('2027-05-25T08:00'));
    expect(alone(at('2027-05-25T03:00'), me)).toEqual([]);
    expect(aloneWakeAt({ ...me, holidayUntil: '2026-12-02' }, evening('2026-12-01'))).toBe(evening('2027-06-03'));
  });

  test('who stopped is erased unasked, and who never agreed or is in a couple is none of this', () => {
    const stopped = { ...me, hasStopped: true };
    expect(aloneWakeAt(stopped, evening('2026-12-01'))).toBe(evening(over));
    expect(alone(evening(asked), stopped)).toEqual([]);
    expect(alone(evening(over), stopped)).toMatchObject([{ type: 'erased' }]);
    for (const none of [{ consent: null }, { coupleId: 9 }]) {
      expect(aloneWakeAt({ ...me, ...none }, evening(over))).toBeNull();
      expect(alone(evening('2027-12-01'), { ...stopped, ...none })).toEqual([]);
    }
    expect(aloneWakeAt({ ...me, seenOn: null }, evening(over))).toBeNull();
    expect(alone(evening(over), { ...me, seenOn: null })).toEqual([]);
  });
});

describe('a couple', () => {
  test('is asked half a year after the last thing either did, each in private', () => {
    const later = { ...you, seenOn: '2026-12-22' };
    expect(meets(evening(asked), me, later)).toEqual([]);
    expect(silenceTimes([me, later], evening(asked))).toEqual([evening('2027-06-23'), evening('2027-06-23')]);
    expect(meets(evening(asked), me, you)).toEqual([
      { type: 'stayAsked', person: 1, on: asked, isPaired: true },
      { type: 'stayAsked', person: 2, on: asked, isPaired: true },
    ]);
    expect(
      silenceTimes(
        [
          { ...me, seenOn: null },
          { ...you, seenOn: null },
        ],
        evening(asked),
      ),
    ).toEqual([]);
  });

  test('ends for both once both were asked, and not before', () => {
    const was = { askedToStayOn: asked };
    expect(meets(evening(over), { ...me, ...was }, { ...you, ...was })).toEqual([
      { type: 'erased', person: 1, why: 'silence' },
      { type: 'erased', person: 2, why: 'silence' },
      { type: 'unpaired', couple: 9, by: 1 },
    ]);
    expect(meets(evening(over), { ...me, ...was }, you)).toMatchObject([{ type: 'stayAsked', person: 2 }]);
  });

  test('does not wait for who stopped, and goes on as if they were silent', () => {
    const stopped = { ...me, hasStopped: true };
    const here = { ...you, seenOn: '2027-06-01' };
    expect(meets(evening(over) - 1, stopped, here)).toEqual([]);
    expect(meets(evening(over), stopped, here)).toEqual([{ type: 'erased', person: 1, why: 'left' }]);
    expect(silenceTimes([stopped, here], evening('2027-06-02'))).toContain(evening(over));
  });
});

describe('a day on which somebody is there', () => {
  const now = evening('2026-11-25');
  const arrives = (type: Command['type'], person = me) => {
    const { scene } = sceneOf(person);
    return { before: scene, after: noteSeen(scene, { type } as Command, now) };
  };

  test('is noted for what they do, and takes the question back', () => {
    expect(arrives('askQuestion').after.people[1]?.seenOn).toBe('2026-11-25');
    expect(seenToday({ ...me, seenOn: '2026-11-25', askedToStayOn: asked }, now)).toEqual({
      seenOn: '2026-11-25',
      askedToStayOn: null,
    });
    expect(seenToday({ ...me, seenOn: '2026-11-25' }, now)).toEqual({});
  });

  test('is not one on which Telegram says something of them, nor of who never agreed', () => {
    for (const type of ['block', 'unreachable', 'voiceRefused', 'botChanged'] as const) {
      const { before, after } = arrives(type);
      expect(after).toBe(before);
    }
    expect(arrives('askQuestion', { ...me, consent: null }).after.people[1]?.seenOn).toBe('2026-11-22');
  });
});

describe('whoever is silent', () => {
  test('is asked about after half a year, and ends after seven months', () => {
    const story = given(inviter(), time.passes(days(182)));
    story.when(time.passes(days(3))).then(anne.hears('stayAsked'));
    story.when(time.passes(days(31))).then(anne.hears('erasedInSilence'), anne.is({ consent: null }));
  });

  test('asks nobody who stopped, and erases them unheard', () => {
    given(settledCouple(), anne.does({ type: 'stop' }))
      .when(time.passes(days(250)))
      .then(anne.hears(), anne.is({ consent: null }));
  });

  test('and was left by the other is asked alone', () => {
    given(pairedCouple(), bram.does({ type: 'stop' }), bram.taps('unpair'))
      .when(time.passes(days(200)))
      .then(anne.reads('stayAsked'), bram.hears());
  });

  test('and paired is asked as one of two', () => {
    given(settledCouple(), time.passes(days(182)))
      .when(time.passes(days(4)))
      .then(anne.reads('stayAsked', { isPaired: true }));
  });
});
