import { describe, test } from 'vitest';
import type { ButtonName } from '../../../src/core/buttons.js';
import type { Event } from '../../../src/core/event.js';
import {
  anne,
  askedCouple,
  bram,
  given,
  happened,
  minutes,
  refused,
  time,
  type Act,
  type Someone,
} from '../../support/given.js';
import { asked, call, choosing, rest, taps, writing } from './steps.js';

/** What each deed leads to in each state of a breather that Anne called. A question of Monday 20:00 lies before both, unanswered. */

const left = [...asked, anne.taps('breathNotToday'), time.passes(minutes(31))];

const states = {
  none: [],
  choosing: [call],
  rest,
  return: asked,
  choice: choosing,
  lines: writing,
  over: left,
} as const satisfies Record<string, readonly Act[]>;
type State = keyof typeof states;

const press = (name: ButtonName, arg?: string) => (who: Someone) => taps(who, name, arg);

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
