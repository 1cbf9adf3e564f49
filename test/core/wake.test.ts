import { describe, expect, test } from 'vitest';
import type { Event } from '../../src/core/event.js';
import type { Person } from '../../src/core/scene.js';
import { emptyAnswer } from '../../src/core/person.js';
import { keepsHours } from '../../src/core/person-fields.js';
import {
  allowsVoice,
  anne,
  askedCouple,
  at,
  bothAnswer,
  bram,
  days,
  given,
  happened,
  hours,
  inviter,
  minutes,
  pairedCouple,
  settledCouple,
  that,
  time,
  type Act,
  type Expectation,
  type Someone,
} from '../support/given.js';

describe('waking', () => {
  test('too early does nothing', () => {
    given(pairedCouple())
      .when((rules) => {
        rules.perform({ type: 'wake' }, null);
      })
      .then(happened());
  });

  test('is asked for at nothing but the end of the silence, once everything is silent', () => {
    const { rules } = given(inviter(), time.passes(days(90)));
    expect(rules.nextWake()).toBe(at('2027-05-24T20:00'));
    for (const act of [time.passes(days(150))]) act(rules);
    expect(rules.couples()).toEqual([]);
    expect(rules.nextWake()).toBeNull();
  });
});

/** A couple is woken for one thing at a time: what else lies ahead neither comes early nor gets lost. */
describe('woken for something else', () => {
  test('an invite lives on', () => {
    given(inviter(), anne.speaks('stem'))
      .when(time.passes(hours(25)))
      .then(
        anne.is({ heldVoices: [] }),
        that((_, rules) => {
          expect(rules.coupleOf(anne.id).invite).not.toBeNull();
        }),
      );
  });

  test('how the rhythm goes is told no sooner than two minutes after the first reveal', () => {
    given(pairedCouple(), time.is('2026-11-23T19:59'), ...bothAnswer())
      .when(time.is('2026-11-23T20:00'))
      .then(anne.hears('prompt'))
      .when(time.passes(minutes(2)))
      .then(anne.hears('rhythm'));
  });

  test('a question put off into a breather does not come in it', () => {
    given(pairedCouple(), anne.taps('later'), time.is('2026-11-22T14:14:30'))
      .when(bram.does({ type: 'callBreather' }), time.is('2026-11-22T14:16'))
      .then(anne.hears('breatherCalled'));
  });

  test('nobody else’s link wakes the house', () => {
    const { rules } = given({ openTo: 'couple' });
    rules.openHouse();
    expect(rules.nextWake()).toBeNull();
  });
});

const neverOf =
  (type: Event['type']): Expectation =>
  ({ events }) => {
    expect(events.map((event) => event.type)).not.toContain(type);
  };

describe('what both sealed, on its way to open', () => {
  test('is not put away at the last moment', () => {
    given(
      settledCouple(),
      time.is('2026-11-23T20:00'),
      bram.presses('days', { arg: 'rest' }),
      anne.presses('setOpeningHour', { arg: '1290' }),
    )
      .when(time.is('2027-02-05T20:30'), anne.speaks('stem'), time.is('2027-02-06T19:30'), ...bothAnswer())
      // Woken in between, to let the voice note go.
      .when(time.is('2027-02-06T21:00'))
      .then(neverOf('roundRested'))
      .when(time.is('2027-02-06T21:30'))
      .then(anne.reads('revealed'), bram.reads('revealed'));
  });

  test('late is not forgotten before it has', () => {
    const late = (who: Someone): Act => {
      return (rules) => {
        const first = rules.coupleOf(who.id).rested[0]?.round.id ?? '';
        who.says('laat', { replyTo: `prompt:${first}` })(rules);
      };
    };
    given(
      askedCouple(),
      anne.presses('setOpeningHour', { arg: '1290' }),
      time.is('2026-11-25T21:00'),
      bram.presses('days', { arg: 'rest' }),
    )
      .when(time.is('2026-12-09T19:00'), late(anne), anne.taps('seal'), late(bram), bram.taps('seal'))
      .when(time.is('2026-12-09T21:30'))
      .then(anne.reads('revealed'), bram.reads('revealed'));
  });
});

describe('the hours of a couple', () => {
  const someone = given(askedCouple(), allowsVoice(anne), anne.says('een')).rules.personOf(anne.id);
  const other: { readonly [Field in keyof Person]: Person[Field] } = {
    ...given(inviter({ zones: { 1: 'Asia/Tokyo' } }), anne.does({ type: 'block' })).rules.personOf(anne.id),
    id: 7,
    coupleId: null,
    language: 'en',
    name: 'Anna',
    wrongGuesses: [1],
    consents: { voice: null, photo: null, deeper: null },
    rhythm: { ...someone.rhythm, minute: 600 },
    revealMinute: 1200,
    wish: { what: 'shorter', until: 1 },
    hasStopped: true,
    servedDate: '2026-11-22',
    later: { round: 'r', at: 1 },
    asked: { what: 'city', until: 1 },
    pending: { what: 'short', round: 'r', pieces: [], step: 1 },
    heldVoices: [{ messageId: 1, fileId: 'f', seconds: 1, card: null, listening: null, at: 1 }],
    holidayUntil: '2026-12-01',
    wantsReminders: true,
    remindedOf: 'r',
    hinted: { 'run-out': 1 },
    untold: 'r',
    keepDays: 30,
    seenOn: '2026-12-01',
    askedToStayOn: '2026-12-01',
    exportedAt: 1,
    leaving: { askedAt: 1, at: 1 },
    leftAt: 1,
    news: { since: 0, at: 1 },
    wishes: [{ on: 'path', subject: 'de-dans', until: 1 }],
    restsPath: 'de-dans',
    postcard: { id: 'k', form: 'f', answer: emptyAnswer, isNudged: false, begunAt: 1, heldUntil: null },
    gavePostcard: { at: 1, zone: 'UTC', messages: [] },
    postcardsGot: [{ id: 'k', form: 'f', at: 1, isThanked: false, hasReplied: false }],
    wantsPostcards: false,
    answers: {},
  };
  const fields = Object.keys(other) as (keyof Person)[];
  const kept = ['language', 'wrongGuesses', 'consents', 'name', 'spent', 'asked', 'pending', 'untold', 'keepDays'];

  test('are looked up anew only where something of a person changed that they depend on', () => {
    expect(keepsHours(someone, someone)).toBe(true);
    expect(fields.filter((field) => keepsHours(someone, { ...someone, [field]: other[field] })).toSorted()).toEqual(
      [
        ...kept,
        'seenOn',
        'askedToStayOn',
        'exportedAt',
        'leftAt',
        'restsPath',
        'gavePostcard',
        'wantsPostcards',
        'heldPhoto',
        'answers',
        'discreet',
        'hinted',
        'quietRituals',
      ].toSorted(),
    );
  });

  test('depend on the answers of whoever wants to be reminded', () => {
    const reminded = { ...someone, wantsReminders: true };
    expect(keepsHours(reminded, { ...reminded, name: 'Anna' })).toBe(true);
    expect(keepsHours(reminded, { ...reminded, answers: {} })).toBe(false);
  });
});
