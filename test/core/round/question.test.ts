import { describe, expect, test } from 'vitest';
import { drawExampleIndex, drawScenarioIndex, tossCoin } from '../../../src/core/time/chance.js';
import {
  anne,
  bram,
  days,
  given,
  happened,
  inviter,
  leaves,
  pairedCouple,
  refused,
  settledCouple,
  that,
  time,
  type Act,
  type Someone,
} from '../../support/given.js';
import { choice, only, opening, prompt, recurring } from '../prompts.js';

describe('/vraag', () => {
  const ask = (someone: Someone) => someone.does({ type: 'askQuestion' });

  test('brings one to both at once, silently to who sleeps', () => {
    given(settledCouple(), time.is('2026-11-22T23:30'))
      .when(ask(anne))
      .then(
        happened('roundStarted', 'promptShown', 'promptShown'),
        anne.hears('prompt'),
        bram.hears('prompt'),
        that(({ heard }) => {
          expect(heard.map(({ notice }) => notice.isSilent)).toEqual([false, true]);
        }),
      );
  });

  test('with one open shows that one again, and how things stand once it is answered', () => {
    given(pairedCouple())
      .when(ask(anne))
      .then(happened('promptShown'), anne.reads('prompt', { scenario: 'begin', isFirst: false }), bram.hears());
    given(pairedCouple(), anne.says('a'), anne.taps('seal'))
      .when(ask(anne))
      .then(anne.reads('status', { round: 'answered' }));
  });

  test('says so when nobody is there to ask with, or nothing is left to ask', () => {
    given({}, anne.starts(), anne.taps('agree'), anne.does({ type: 'stop' }), anne.taps('unpair'), anne.taps('goOn'))
      .when(ask(anne))
      .then(refused('not-paired'));
    given(
      settledCouple({ prompts: only(choice) }),
      ask(anne),
      anne.taps('pick'),
      anne.taps('seal'),
      bram.taps('pick'),
      bram.taps('seal'),
    )
      .when(ask(anne))
      .then(refused('no-scenario'));
  });

  test('is a button as well', () => {
    given(settledCouple())
      .when(anne.presses('askQuestion'))
      .then(happened('roundStarted', 'promptShown', 'promptShown'));
  });

  test('is for two, also once the question of somebody alone was put away', () => {
    given(inviter(), time.passes(days(80)))
      .when(anne.does({ type: 'askQuestion' }))
      .then(refused('not-paired'));
  });
});

describe('what is asked next', () => {
  test('is never the same one-off twice; a recurring one comes back after its days', () => {
    const evenings = Array.from({ length: 12 }, (_, index) => time.passes(days(index === 0 ? 1 : 2)));
    const once = prompt('eenmalig');
    const asked = given(settledCouple({ prompts: [opening, once, recurring] })).when(...evenings);
    asked.then(
      that(({ events }) => {
        const started = events.flatMap((event) => (event.type === 'roundStarted' ? [event.round] : []));
        expect(started.filter(({ scenario }) => scenario === 'eenmalig')).toHaveLength(1);
        const again = started.filter(({ scenario }) => scenario === 'terug').map(({ startedAt }) => startedAt);
        expect(again.length).toBeGreaterThan(1);
        expect(again.every((one, index) => index === 0 || one - (again[index - 1] ?? 0) >= days(7))).toBe(true);
      }),
    );
  });

  test('comes with its first example the first time, and with a drawn one when it comes back', () => {
    const evenings = Array.from({ length: 40 }, () => time.passes(days(2)));
    const examples = ['een', 'twee', 'drie'].map((line) => ({ nl: line, en: line }));
    const returns = prompt('komt-terug', { isRecurring: true, cooldownDays: 7, examples });
    given(settledCouple({ prompts: [opening, returns] }))
      .when(...evenings)
      .then(
        that(({ events }) => {
          const [first, ...later] = events.flatMap((event) =>
            event.type === 'roundStarted' && event.round.scenario === 'komt-terug' ? [event.round.example] : [],
          );
          expect(first).toBe(0);
          expect(later.some((example) => example !== 0)).toBe(true);
        }),
      );
  });

  test('is light, and fits how many reveals there were', () => {
    const prompts = [opening, prompt('diep', { depth: 3 }), prompt('pas-na-vijf', { revealsNeeded: 5 })];
    given(settledCouple({ prompts }))
      .when(anne.does({ type: 'askQuestion' }))
      .then(refused('no-scenario'));
  });

  test('draws question, example and coin from chances of their own', () => {
    const chance = Uint8Array.from({ length: 32 }, (_, index) => (index < 29 ? 0 : 255));
    const moment = { now: 0, chance };
    expect(drawScenarioIndex(moment, 1000)).toBe(0);
    expect(drawExampleIndex(moment, 1000)).toBe(65_535 % 1000);
    expect(tossCoin(moment)).toBe(false);
    expect(tossCoin({ now: 0, chance: new Uint8Array(32) })).toBe(true);
  });
});

describe('/vraag with nothing open', () => {
  const light = prompt('luchtig', { tags: ['light'] });
  const us = prompt('ons', { tags: ['us'] });
  const settled = () => given(settledCouple({ prompts: [opening, light, us] }));
  const vraag = anne.does({ type: 'askQuestion', choose: true });
  const asksAbout = (id: string) =>
    that((_, rules) => {
      expect(rules.coupleOf(anne.id).round?.scenario).toBe(id);
    });

  test('asks what kind in private; its card makes way for the question, and the other sees only that', () => {
    settled()
      .when(vraag)
      .then(anne.hears('kindAsked'), bram.hears())
      .when(anne.taps('askQuestion', { arg: 'us' }))
      .then(anne.hears('prompt'), bram.hears('prompt'), asksAbout('ons'));
    settled()
      .when(vraag, anne.taps('askQuestion', { arg: 'light' }))
      .then(asksAbout('luchtig'));
  });

  test('brings another kind where there is none of that', () => {
    given(settledCouple({ prompts: [opening, light] }))
      .when(vraag, anne.taps('askQuestion', { arg: 'us' }))
      .then(asksAbout('luchtig'));
  });

  describe('once nearly all that is asked once was', () => {
    const comesBack = prompt('komt-terug', { isRecurring: true, cooldownDays: 30 });
    const deck = [
      ...[opening, light, comesBack],
      // None of these is counted: it may never come, or not now.
      ...[prompt('diep', { depth: 3 }), prompt('zomer', { season: { from: '06-20', until: '06-26' } })],
    ];
    const answers = (who: Someone): readonly Act[] => [who.says('iets'), who.taps('seal')];
    const bothAnswer = [...answers(anne), ...answers(bram)];
    /** What is asked once was, and something else can be asked still. */
    const runOut = (...acts: readonly Act[]) =>
      given(
        settledCouple({ prompts: deck }),
        vraag,
        anne.taps('askQuestion', { arg: 'light' }),
        ...bothAnswer,
        ...acts,
      );
    const says = (who: Someone) => who.reads('kindAsked', { isRunOut: true });
    const saysNothing = (who: Someone) => who.reads('kindAsked', { isRunOut: false });

    test('says so to whoever asks, and not again', () => {
      runOut().when(vraag).then(anne.hears('kindAsked'), says(anne), bram.hears()).when(vraag).then(saysNothing(anne));
    });

    test('and not before', () => {
      given(settledCouple({ prompts: deck }))
        .when(vraag)
        .then(saysNothing(anne));
    });

    test('says so to each, whether or not the other was told', () => {
      const asks = bram.does({ type: 'askQuestion', choose: true });
      runOut(vraag).when(asks).then(says(bram), anne.hears());
      runOut().when(asks).then(says(bram), anne.hears());
    });

    test('says so to whoever has deeper questions on or off, whatever the other has', () => {
      const deeper = (who: Someone): readonly Act[] => [who.presses('deeper'), who.presses('canSayNo', { arg: 'yes' })];
      for (const acts of [deeper(anne), deeper(bram), [...deeper(anne), ...deeper(bram)]])
        runOut(...acts)
          .when(vraag)
          .then(says(anne));
    });

    test('brings what comes back at its time, and then says what there is to say where nothing is left', () => {
      const asked = [anne.taps('askQuestion', { arg: 'any' }), ...bothAnswer];
      runOut(vraag, ...asked)
        .when(vraag)
        .then(refused('no-scenario'), bram.hears());
      // The first time that it can be said there is nothing to ask: then it is said with that.
      runOut(bram.does({ type: 'askQuestion' }), ...bothAnswer)
        .when(vraag)
        .then(anne.hears('refused'), anne.reads('refused', { refusal: 'run-out' }), bram.hears())
        .when(vraag)
        .then(refused('no-scenario'));
      const brings = (...ids: readonly string[]) =>
        that(({ events }) => {
          const begun = events.flatMap((event) => (event.type === 'roundStarted' ? [event.round.scenario] : []));
          expect(begun).toEqual(ids);
        });
      runOut(vraag, ...asked)
        .when(time.passes(days(29)))
        .then(brings())
        .when(time.passes(days(4)))
        .then(brings('komt-terug'));
    });

    test('begins anew with somebody else', () => {
      runOut(vraag, ...leaves(anne)).then(anne.is({ hinted: {} }));
    });
  });

  test('with one open shows it, also on a card from before it came', () => {
    settled()
      .when(vraag, bram.does({ type: 'askQuestion' }), anne.taps('askQuestion', { arg: 'light' }))
      .then(anne.hears('kindAsked', 'prompt', 'prompt'), bram.hears('prompt'));
  });
});
