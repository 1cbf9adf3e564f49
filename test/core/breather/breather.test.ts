import { describe, expect, test } from 'vitest';
import { silencedBy } from '../../../src/core/announce.js';
import type { Breather } from '../../../src/core/breather/scene.js';
import type { Event } from '../../../src/core/event.js';
import type { Scene } from '../../../src/core/scene.js';
import {
  anne,
  askedCouple,
  at,
  bothAnswer,
  bram,
  given,
  happened,
  hours,
  inviter,
  minutes,
  pairedCouple,
  refused,
  settledCouple,
  time,
  type Act,
  type Expectation,
  type Someone,
} from '../../support/given.js';

/** Anne calls. A question of Monday 20:00 lies before both, unanswered. */
const call = anne.does({ type: 'callBreather' });
const rest = [call, time.passes(minutes(2))];
const asked = [call, time.passes(minutes(31))];
const chosen = [...asked, anne.taps('breathBack'), bram.taps('breathBack')];
const writing = [
  ...chosen,
  anne.taps('breathChoice', { arg: 'oneLine' }),
  bram.taps('breathChoice', { arg: 'oneLine' }),
];
const left = [...asked, anne.taps('breathNotToday'), time.passes(minutes(31))];

const states = {
  none: [],
  choosing: [call],
  rest,
  return: asked,
  choice: chosen,
  lines: writing,
  over: left,
} as const satisfies Record<string, readonly Act[]>;
type State = keyof typeof states;

const press = (name: Parameters<Someone['taps']>[0], arg?: string) => (who: Someone) => (rules: Parameters<Act>[0]) => {
  // A button of this breather, whether or not it stands on a phone now.
  const id = rules.coupleOf(who.id).breather?.id ?? rules.coupleOf(who.id).resumption?.id ?? 'gone';
  rules.press({ name, slot: id, step: 0, arg: arg ?? '' }, who.id, { name: who.name });
};

const commands = {
  call: (who: Someone) => who.does({ type: 'callBreather' }),
  'choose 60': press('breathFor', 'm60'),
  'longer 30': press('breathLonger', 'm30'),
  'look at music': press('breathMenu', 'music'),
  unsafe: press('breathUnsafe'),
  back: press('breathBack'),
  'more 20': press('breathMore', 'm20'),
  'not today': press('breathNotToday'),
  'let rest': press('breathChoice', 'letRest'),
  'one line': press('breathChoice', 'oneLine'),
  'pick a time': press('breathMoment', 'evening'),
  say: (who: Someone) => who.says('iets'),
  question: (who: Someone) => who.does({ type: 'askQuestion' }),
  skip: (who: Someone) => who.taps('skip'),
  start: (who: Someone) => who.starts(),
  stop: (who: Someone) => who.does({ type: 'stop' }),
} as const;
type CommandName = keyof typeof commands;

type Outcome = readonly Event['type'][] | string;
/** What follows; one entry when it is the same for caller and other. */
type Cell = Outcome | { readonly caller: Outcome; readonly other: Outcome };

const told: Outcome = ['breatherTold'];
const stale: Outcome = 'stale-button';
const held: Outcome = 'in-breather';
const hushed: Outcome = ['breatherHushed'];
const tip: Outcome = ['tipShown'];
const unsafe: Outcome = ['breatherLeft', 'informed'];
const again: Outcome = ['breatherLengthened'];

const table: Readonly<Record<CommandName, Readonly<Record<State, Cell>>>> = {
  call: {
    none: ['breatherBegan'],
    choosing: told,
    rest: told,
    return: again,
    choice: again,
    lines: again,
    over: ['breatherBegan'],
  },
  'choose 60': {
    none: stale,
    choosing: { caller: ['breatherSettled'], other: stale },
    rest: stale,
    return: stale,
    choice: stale,
    lines: stale,
    over: stale,
  },
  'longer 30': {
    none: stale,
    choosing: again,
    rest: again,
    return: stale,
    choice: stale,
    lines: stale,
    over: stale,
  },
  'look at music': { none: stale, choosing: tip, rest: tip, return: tip, choice: tip, lines: tip, over: stale },
  unsafe: {
    none: stale,
    choosing: unsafe,
    rest: unsafe,
    return: unsafe,
    choice: unsafe,
    lines: unsafe,
    over: stale,
  },
  back: {
    none: stale,
    choosing: stale,
    rest: stale,
    return: ['cameBackToIt'],
    choice: stale,
    lines: stale,
    over: stale,
  },
  'more 20': { none: stale, choosing: stale, rest: stale, return: again, choice: stale, lines: stale, over: stale },
  'not today': {
    none: stale,
    choosing: stale,
    rest: stale,
    return: ['notTodayChosen'],
    choice: stale,
    lines: stale,
    over: stale,
  },
  'let rest': {
    none: stale,
    choosing: stale,
    rest: stale,
    return: stale,
    choice: ['nextChosen'],
    lines: stale,
    over: stale,
  },
  'one line': {
    none: stale,
    choosing: stale,
    rest: stale,
    return: stale,
    choice: ['nextChosen'],
    lines: stale,
    over: stale,
  },
  'pick a time': {
    none: stale,
    choosing: stale,
    rest: stale,
    return: stale,
    choice: stale,
    lines: stale,
    over: ['momentPicked'],
  },
  say: {
    none: ['draftChanged'],
    choosing: hushed,
    rest: hushed,
    return: hushed,
    choice: hushed,
    lines: ['lineChanged'],
    over: ['draftChanged'],
  },
  question: {
    none: ['promptShown'],
    choosing: held,
    rest: held,
    return: held,
    choice: held,
    lines: held,
    over: ['promptShown'],
  },
  skip: {
    none: ['promptSkipped'],
    choosing: held,
    rest: held,
    return: held,
    choice: held,
    lines: held,
    over: ['promptSkipped'],
  },
  start: {
    none: ['statusTold'],
    choosing: told,
    rest: told,
    return: told,
    choice: told,
    lines: told,
    over: ['statusTold'],
  },
  stop: {
    none: ['stopped'],
    choosing: ['stopped'],
    rest: ['stopped'],
    return: ['stopped'],
    choice: ['stopped'],
    lines: ['stopped'],
    over: ['stopped'],
  },
};

const cells = Object.entries(table).flatMap(([command, row]) =>
  Object.entries(row).flatMap(([state, cell]) => {
    const { caller, other } = typeof cell === 'object' && 'caller' in cell ? cell : { caller: cell, other: cell };
    return [
      { command, state, who: 'the caller', outcome: caller },
      { command, state, who: 'the other', outcome: other },
    ];
  }),
);

describe('the transition table', () => {
  test.each(cells)('$state: $command, by $who', ({ command, state, who, outcome }) => {
    const someone = who === 'the caller' ? anne : bram;
    const setUp = [anne.taps('else'), bram.taps('else'), ...states[state as State]];
    given(askedCouple({ acts: setUp }))
      .when(commands[command as CommandName](someone))
      .then(typeof outcome === 'string' ? refused(outcome as Parameters<typeof refused>[0]) : happened(...outcome));
  });
});

/** Where the breather stands, or that there is none. */
const stands =
  (rest: Partial<Breather> | null): Expectation =>
  (_, rules) => {
    const { breather } = rules.coupleOf(anne.id);
    if (rest === null) expect(breather).toBeNull();
    else expect(breather).toMatchObject(rest);
  };
/** Anne’s call is at 20:00:00 on Monday. */
const evening = (clock: string) => at(`2026-11-23T${clock}`);
const monday = (...acts: readonly Act[]) => askedCouple({ acts });

describe('a call', () => {
  test('works at once, is told to both, and names its end', () => {
    given(monday())
      .when(call)
      .then(
        happened('breatherBegan'),
        anne.hears('breatherBegan'),
        bram.hears('breatherCalled'),
        bram.reads('breatherCalled', { caller: 'Anne', until: evening('20:30') }),
      );
  });

  test('is for two', () => {
    given(inviter()).when(call).then(refused('breather-needs-two'));
    given({}).when(call).then(refused('agree-first'));
  });

  test('works by its word alone; «pauze» is first asked about', () => {
    given(monday()).when(bram.says('Adempauze.')).then(happened('breatherBegan'));
    given(monday()).when(bram.says('breather')).then(happened('breatherBegan'));
    given(monday())
      .when(bram.says('pauze'), bram.taps('callBreather'))
      .then(happened('commandOffered', 'breatherBegan'));
  });

  test('works from answers that were just opened, by their button', () => {
    given(pairedCouple(), ...bothAnswer())
      .when(bram.taps('callBreather'))
      .then(happened('breatherBegan'));
  });

  test('takes back unsent prompts and nudges of both', () => {
    const { rules } = given(monday());
    const couple = rules.coupleOf(anne.id);
    const scene: Scene = {
      actor: anne.id,
      about: couple.id,
      invited: null,
      book: [],
      card: null,
      people: {},
      couples: { [couple.id]: couple },
    };
    const breather = { id: 'b' } as Breather;
    expect(silencedBy({ type: 'breatherBegan', couple: couple.id, breather }, scene)).toEqual([
      { person: anne.id, lanes: ['scheduled'] },
      { person: bram.id, lanes: ['scheduled'] },
    ]);
  });
});

describe('the length', () => {
  test('is half an hour when nothing is chosen within a minute', () => {
    given(monday(call))
      .when(time.passes(minutes(1)))
      .then(happened('breatherSettled'), stands({ until: evening('20:30'), isSettled: true }), bram.hears());
  });

  test.each([
    ['m20', '2026-11-23T20:20'],
    ['m60', '2026-11-23T21:00'],
    ['tomorrow', '2026-11-24T09:00'],
  ])('%s: until %s, and the other hears the new time', (length, until) => {
    given(monday(call))
      .when(anne.taps('breathFor', { arg: length }))
      .then(happened('breatherSettled'), bram.reads('breatherCalled', { until: at(until) }));
  });

  test('is offered with tomorrow first after ten in the evening, and never «tonight» then', () => {
    given(monday(time.is('2026-11-23T22:05')))
      .when(call)
      .then(({ heard }) => {
        const keys = heard.find(({ notice }) => notice.say?.name === 'breatherBegan')?.notice.keys ?? [];
        const args = keys.flat().flatMap((key) => (key.kind === 'press' ? [key.button.arg] : []));
        expect(args).toEqual(['tomorrow', 'm20', 'm30', 'm60']);
      });
  });

  test('is the later when either needs longer, once each, and nobody is named', () => {
    given(monday(...rest))
      .when(bram.taps('breathLonger'), bram.taps('breathLonger', { arg: 'm30' }))
      .then(
        happened('breatherTimesShown', 'breatherLengthened'),
        stands({ until: evening('21:00') }),
        anne.hears('breatherMoved'),
        bram.hears('breatherTimes', 'breatherRest'),
      )
      .when(bram.taps('breathLonger', { arg: 'm30' }))
      .then(refused('breather-full'));
  });

  test('is not cut short by a caller who chooses after the other asked for more', () => {
    given(monday(call, bram.taps('breathLonger'), bram.taps('breathLonger', { arg: 'm60' })))
      .when(anne.taps('breathFor', { arg: 'm20' }))
      .then(stands({ until: evening('21:30') }));
  });

  test('is 24 hours in all at most', () => {
    given(monday(call, anne.taps('breathFor', { arg: 'tomorrow' })))
      .when(press('breathLonger', 'tomorrow')(bram))
      .then(refused('breather-full'), stands({ until: at('2026-11-24T09:00') }));
  });

  test('ends outside the quiet hours of both when it is the next day, in whichever zone', () => {
    const zones = { 2: 'America/New_York' };
    given(settledCouple({ zones, acts: [time.is('2026-11-23T20:30'), call] }))
      .when(anne.taps('breathFor', { arg: 'tomorrow' }))
      .then(bram.reads('breatherCalled', { until: at('2026-11-24T08:00', 'America/New_York') }));
  });
});

describe('the end', () => {
  test('asks both at the same moment, at night as well when it was minutes', () => {
    given(monday(time.is('2026-11-23T22:30'), ...rest))
      .when(time.is('2026-11-23T23:00:30'))
      .then(anne.hears('breatherReturn'), bram.hears('breatherReturn'), ({ heard }) => {
        expect(new Set(heard.map(({ at: now }) => now)).size).toBe(1);
        expect(heard.some(({ notice }) => notice.isSilent)).toBe(false);
      });
  });

  test('of both who came back is a quiet choice, of which the gentlest counts', () => {
    given(monday(...chosen))
      .when(anne.taps('breathChoice', { arg: 'oneLine' }), bram.taps('breathChoice', { arg: 'letRest' }))
      .then(
        happened('nextChosen', 'nextChosen', 'breatherEnded'),
        anne.hears('breatherChoiceNoted', 'breatherRested'),
        bram.hears('breatherChoiceNoted', 'breatherRested'),
        stands(null),
      );
  });

  test('opens two lines together once both have sealed', () => {
    given(monday(...writing, anne.says('Ik was bang.'), bram.says('Ik mis je.')))
      .when(anne.taps('breathSeal'))
      .then(bram.hears(), anne.hears('breatherLineSealed'))
      .when(bram.taps('breathSeal'))
      .then(
        anne.reads('breatherOpened', { own: 'Ik was bang.', partner: 'Ik mis je.', partnerName: 'Bram' }),
        bram.reads('breatherOpened', { own: 'Ik mis je.', partner: 'Ik was bang.' }),
        stands(null),
      );
  });

  test('erases a line that the other had none for', () => {
    given(monday(...writing, anne.says('Ik was bang.'), anne.taps('breathSeal')))
      .when(time.passes(minutes(31)))
      .then(happened('breatherEnded'), anne.hears('breatherRested'), bram.hears('breatherRested'), stands(null));
  });

  test('gives up a line by /intrek, and one that another took the place of', () => {
    given(monday(...writing, anne.says('een'), anne.says('twee')))
      .when(anne.tapsOld('breathSeal'))
      .then(refused('stale-button'))
      .when(anne.taps('breathSeal'), anne.does({ type: 'withdraw' }))
      .then(happened('lineChanged', 'lineChanged'), stands({ lines: {} }));
  });

  test('takes one line, typed, and not an argument', () => {
    given(monday(...writing))
      .when(anne.says('x'.repeat(301)))
      .then(refused('line-too-long'))
      .when(anne.speaks('een-stem'))
      .then(refused('line-typed-only'));
  });

  test('frees who waits for somebody who does not return', () => {
    given(monday(...asked, anne.taps('breathBack')))
      .when(time.passes(minutes(31)))
      .then(
        happened('breatherEnded'),
        anne.reads('breatherOver', { hadCameBack: true }),
        bram.reads('breatherOver', { hadCameBack: false }),
        stands(null),
      );
  });

  const heardByAnne = (silence: readonly Act[]) => {
    const story = given(monday(...rest)).when(...silence, time.passes(minutes(70)));
    const heard: unknown[] = [];
    story.then((happening) => {
      heard.push(
        ...happening.heard
          .filter(({ notice }) => notice.to === anne.id)
          .map(({ at: now, notice }) => ({ now, notice })),
      );
    });
    return heard;
  };

  test('looks the same to the other whether one says «not today», leaves, stops or does nothing', () => {
    const nothing = heardByAnne([time.passes(minutes(29)), time.passes(2000)]);
    expect(nothing).toHaveLength(4);
    const same = (...silence: readonly Act[]) => {
      expect(heardByAnne(silence).map((one) => JSON.stringify(one).replaceAll(/\d{13}/g, ''))).toEqual(
        nothing.map((one) => JSON.stringify(one).replaceAll(/\d{13}/g, '')),
      );
    };
    same(time.passes(minutes(29)), bram.taps('breathNotToday'));
    same(bram.taps('breathUnsafe'), time.passes(minutes(29)));
    same(bram.does({ type: 'stop' }), time.passes(minutes(29)));
  });

  test('gives more time at most twice, and within the day', () => {
    const more = [anne.taps('breathMore'), anne.taps('breathMore', { arg: 'm20' }), time.passes(minutes(21))];
    given(monday(...asked, ...more))
      .when(bram.taps('breathMore'), bram.taps('breathMore', { arg: 'm60' }))
      .then(anne.hears('breatherMoved'))
      .when(time.passes(minutes(61)))
      .then(anne.reads('breatherReturn', { canExtend: false }))
      .when(bram.does({ type: 'callBreather' }))
      .then(happened('notTodayChosen'), bram.hears('breatherNotToday'), anne.hears());
  });
});

describe('a time to come back to it', () => {
  const over = [...asked, time.passes(minutes(31))];
  test('counts once both have picked one, and then the later', () => {
    given(monday(...over, anne.taps('breathMoment', { arg: 'evening' })))
      .when(bram.taps('breathMoment', { arg: 'morning' }))
      .then(happened('momentPicked', 'momentAgreed'), anne.reads('momentAgreed', { at: at('2026-11-24T20:00') }))
      .when(time.is('2026-11-24T20:01'))
      .then(anne.hears('momentCame'), bram.hears('momentCame'));
  });

  test('that only one picked is never told on, and forgotten after a day', () => {
    given(monday(...over, anne.taps('breathMoment', { arg: 'evening' })))
      .when(time.passes(hours(25)))
      .then(bram.hears(), anne.hears(), (_, rules) => {
        expect(rules.coupleOf(anne.id).resumption).toBeNull();
      });
  });

  test('that one picked early waits until the breather is over', () => {
    given(
      monday(
        ...asked,
        anne.taps('breathNotToday'),
        anne.taps('breathMoment', { arg: 'morning' }),
        bram.taps('breathNotToday'),
      ),
    )
      .when(bram.taps('breathMoment', { arg: 'morning' }))
      .then(happened('momentPicked'), anne.hears())
      .when(time.passes(minutes(31)))
      .then(happened('breatherEnded', 'momentAgreed'));
  });
});

describe('meanwhile', () => {
  test('what is typed is said once to go nowhere, and then nothing', () => {
    given(monday(...rest))
      .when(bram.says('en nog iets'), bram.says('hallo?'), bram.speaks('stem'))
      .then(
        happened('breatherHushed'),
        bram.reads('breatherHush', { partner: 'Anne', until: evening('20:30') }),
        anne.hears(),
      );
  });

  test('a link of somebody else is answered as ever', () => {
    given(monday(...rest))
      .when(anne.starts('7K3F9X2MQ4TB'))
      .then(refused('already-paired', { partner: 'Bram' }));
  });

  test('a draft stays as it was, and can be sealed afterwards', () => {
    given(monday(bram.says('mijn begin', { messageId: 7 }), ...rest))
      .when(bram.taps('seal'))
      .then(refused('in-breather'))
      .when(bram.edits(7, 'iets anders'))
      .then(refused('in-breather'))
      .when(time.passes(minutes(90)), bram.taps('seal'))
      .then(({ events }) => {
        expect(events.at(-1)).toMatchObject({ type: 'answerSealed', answer: { pieces: [{ text: 'mijn begin' }] } });
      });
  });

  test('a heart, a thank-you and a reaction do not cross', () => {
    given(pairedCouple(), ...bothAnswer(), call)
      .when(bram.taps('thank'))
      .then(refused('in-breather'))
      .when(bram.does({ type: 'heart' }, 'reveal:x'), bram.says('wat mooi'))
      .then(anne.hears());
  });

  test('scheduled moments pass, and a prompt that was put off waits until an hour after', () => {
    given(settledCouple(), time.is('2026-11-23T19:50'), call)
      .when(time.is('2026-11-24T12:00'))
      .then(({ events }) => {
        expect(events.some(({ type }) => type === 'promptShown')).toBe(false);
      });
    given(monday(anne.taps('later'), time.is('2026-11-23T21:45'), call))
      .when(time.is('2026-11-24T23:00'))
      .then(({ heard }) => {
        const shown = heard.find(({ because }) => because.type === 'promptShown' && because.why === 'later');
        expect(shown?.at).toBeGreaterThan(at('2026-11-23T23:45'));
      });
  });

  test('nobody is told that the bot was away', () => {
    given(monday(...rest))
      .when((rules) => {
        rules.comeBack();
      })
      .then(anne.hears(), bram.hears());
  });

  test('what came due while the bot was down happens once, in order, at the next start', () => {
    given(monday(call))
      .when(time.jumps(hours(3)))
      .then(happened('breatherSettled', 'returnAsked'))
      .when(anne.taps('breathBack'), bram.taps('breathBack'))
      .then(stands({ phase: 'choice' }));
    given(monday(call))
      .when(time.jumps(hours(30)))
      .then(({ events }) => {
        expect(events.slice(0, 2).map(({ type }) => type)).toEqual(['breatherSettled', 'breatherEnded']);
      }, stands(null));
  });

  test('a change of zone leaves the moment as it is', () => {
    given(monday(call, bram.taps('otherZone')))
      .when(bram.says('Londen'), time.is('2026-11-23T20:31'))
      .then(happened('zoneChanged', 'breatherSettled', 'returnAsked'));
  });
});

describe('leaving', () => {
  test('for who does not feel safe shows the helplines, tells nobody, and asks for no return', () => {
    given(monday(...rest))
      .when(bram.taps('breathUnsafe'))
      .then(bram.hears('breatherLeft', 'informed'), bram.reads('informed', { about: 'helplines' }), anne.hears())
      .when(time.passes(minutes(90)))
      .then(bram.hears(), anne.hears('breatherReturn', 'breatherOver'));
  });

  test('by both, or by unpairing, ends it', () => {
    given(monday(...rest, bram.taps('breathUnsafe')))
      .when(anne.taps('breathUnsafe'))
      .then(stands(null));
    given(monday(...rest, bram.does({ type: 'stop' })))
      .when(bram.taps('unpair'))
      .then((_, rules) => {
        expect(rules.couples()).toEqual([]);
      });
  });
});
