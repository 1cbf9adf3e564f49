import { describe, expect, test } from 'vitest';
import type { Button, ButtonName } from '../../../src/core/buttons.js';
import { draftOf, listeningPhases, type ListeningPhase } from '../../../src/core/listening/scene.js';
import { listeningCommands, listeningTable, type ListeningCommand } from '../../../src/core/listening/table.js';
import type { PersonId } from '../../../src/core/ids.js';
import { anne, bram, given, hours, minutes, settledCouple, time, type Act, type Someone } from '../../support/given.js';
import type { Happening } from '../memory.js';
import type { Rules } from '../stage.js';
import { listens, checking, held } from '../../support/listening.js';

/** Every cell of the table of listening.ts: each phase, each command, each person; and whatever has no cell is refused. */

const invited: readonly Act[] = [anne.does({ type: 'listen' }), anne.taps('listenInvite', { step: 0 })];
const ready = [...invited, bram.taps('listenNow')];
const speaking = listens('spiegelen');
const done: readonly Act[] = [anne.says('zo'), anne.taps('listenDone')];
const mirroring = [...speaking, ...done, held];
const feeling = [
  ...checking,
  anne.taps('listenOption', { arg: 'ja' }),
  bram.says('dat volg ik'),
  bram.taps('listenDone'),
  held,
];
const confirming = [
  ...feeling,
  bram.taps('listenGroup', { arg: 'verdrietig' }),
  bram.taps('listenPick', { arg: 'f_eenz' }),
  bram.taps('listenDone'),
  held,
];
const swapping = [...confirming, anne.taps('listenOption', { arg: 'dank' })];
const writing = listens('tien-en-tien');

/** Every phase, in every shape that makes a difference to somebody. */
const states: Readonly<Record<string, { readonly phase: ListeningPhase; readonly acts: readonly Act[] }>> = {
  invited: { phase: 'invited', acts: invited },
  scheduled: {
    phase: 'scheduled',
    acts: [...invited, bram.taps('listenLater'), bram.taps('listenLater', { arg: 'hour' })],
  },
  'scheduled again': {
    phase: 'scheduled',
    acts: [
      ...speaking,
      time.passes(hours(49)),
      bram.taps('listenLater', { arg: 'other' }),
      bram.taps('listenLater', { arg: 'hour' }),
    ],
  },
  ready: { phase: 'ready', acts: ready },
  'ready, Bram there': { phase: 'ready', acts: [...ready, bram.taps('listenReady', { arg: 'calm' })] },
  speaking: { phase: 'step', acts: speaking },
  'speaking, with a draft': { phase: 'step', acts: [...speaking, anne.says('zo')] },
  mirroring: { phase: 'step', acts: mirroring },
  checking: { phase: 'step', acts: checking },
  'almost, in words': { phase: 'step', acts: [...checking, anne.taps('listenOption', { arg: 'bijna' })] },
  feeling: { phase: 'step', acts: feeling },
  confirming: { phase: 'step', acts: confirming },
  held: { phase: 'held', acts: [...speaking, ...done] },
  writing: { phase: 'together', acts: writing },
  'writing, Anne at it': { phase: 'together', acts: [...writing, anne.says('zo')] },
  'writing, Anne done': { phase: 'together', acts: [...writing, ...done] },
  'writing, with a draft': { phase: 'together', acts: [...writing, ...done, bram.says('ook')] },
  'letters held': { phase: 'held', acts: [...writing, ...done, bram.says('ook'), bram.taps('listenDone')] },
  swapping: { phase: 'swap', acts: swapping },
  'swapping, Bram wants now': { phase: 'swap', acts: [...swapping, bram.taps('listenSwap', { arg: 'now' })] },
  parked: { phase: 'parked', acts: [...speaking, time.passes(hours(49))] },
  'parked, Bram wants on': {
    phase: 'parked',
    acts: [...speaking, time.passes(hours(49)), bram.taps('listenGoOn')],
  },
  'parked, Bram let go': { phase: 'parked', acts: [...speaking, time.passes(hours(49)), bram.taps('listenLetGo')] },
  paused: { phase: 'paused', acts: [...speaking, bram.does({ type: 'callBreather' }), time.passes(minutes(2))] },
};

const nameOf: Readonly<Record<Exclude<ListeningCommand, 'say'>, ButtonName>> = {
  now: 'listenNow',
  later: 'listenLater',
  notNow: 'listenNotNow',
  recall: 'listenRecall',
  cancel: 'listenCancel',
  ready: 'listenReady',
  done: 'listenDone',
  restart: 'listenRestart',
  takeBack: 'listenTakeBack',
  option: 'listenOption',
  pick: 'listenPick',
  group: 'listenGroup',
  signal: 'listenSignal',
  swap: 'listenSwap',
  goOn: 'listenGoOn',
  letGo: 'listenLetGo',
};

/** What a command may carry; each is tried. */
const argsOf: Partial<Record<ListeningCommand, readonly string[]>> = {
  later: ['', 'other', 'hour', 'evening', 'morning', 'never'],
  ready: ['calm', 'some', 'high', 'anyway', 'furious'],
  option: ['ja', 'bijna', 'meer', 'nog-eens', 'dank', '', 'zomaar'],
  pick: ['f_eenz', 'f_onbekend'],
  group: ['verdrietig', ''],
  signal: ['here', 'slower', 'time', 'shout'],
  swap: ['now', 'tomorrow', 'no', 'perhaps'],
};

function play(rules: Rules, command: ListeningCommand, who: Someone, arg: string): Happening {
  const happening = rules.begin();
  if (command === 'say') {
    who.says('iets')(rules);
    return happening;
  }
  const listening = rules.coupleOf(who.id).listening;
  const isVersioned = command === 'done' || command === 'restart';
  const version = listening === null ? '0' : draftOf(listening, who.id).version.toString(36);
  const tick = listening?.tick ?? 0;
  const button: Button = {
    name: nameOf[command],
    slot: listening?.id ?? 'weg',
    step: command === 'pick' ? tick * 2 + 1 : tick,
    arg: isVersioned ? version : arg,
  };
  rules.press(button, who.id, { name: who.name });
  return happening;
}

const after = (rules: Rules, id: PersonId) => rules.coupleOf(id).listening?.phase ?? 'over';

/** Nothing of what the other reads or may do has changed. */
const seenBy = ({ heard }: Happening, id: PersonId) => heard.filter(({ notice }) => notice.to === id);

const reached = new Set<string>();

describe.each(Object.entries(states))('%s', (_, { phase, acts }) => {
  describe.each([anne, bram])('for $name', (who) => {
    test.each(listeningCommands)('%s', (command) => {
      // Where there is no cell, one try says as much as all.
      const all = argsOf[command] ?? [''];
      for (const arg of listeningTable[phase][command] === undefined ? all.slice(0, 1) : all) {
        const { rules } = given(settledCouple(), ...acts);
        expect(rules.coupleOf(who.id).listening?.phase).toBe(phase);
        const before = rules.coupleOf(who.id).listening;
        const happening = play(rules, command, who, arg);
        const cells = listeningTable[phase][command];
        const allowed = Object.values(cells ?? {});
        const now = after(rules, who.id);
        const hasMoved = rules.coupleOf(who.id).listening !== before;
        // What is said outside a step goes where it would go on any other day, and leaves the round as it is.
        if (allowed.length === 0) {
          expect(hasMoved, `${command} ${arg} moves ${phase}`).toBe(false);
          if (command !== 'say') expect(happening.refusals, `${command} ${arg}`).toHaveLength(1);
        } else if (hasMoved) {
          expect(
            allowed.some(({ to }) => to.includes(now)),
            `${command} ${arg} leads from ${phase} to ${now}`,
          ).toBe(true);
          reached.add(`${phase} ${command} ${now}`);
        }
        // Nobody but its holder moves the pen: in a step the other can only take a note or give a sign.
        const isOther = phase === 'step' && happening.events.some(({ type }) => type === 'noteTaken');
        if (isOther) expect(seenBy(happening, who.id === anne.id ? bram.id : anne.id)).toEqual([]);
      }
    });
  });
});

/** Who may do what, said once more by hand: a cell that came or went would be noticed here. */
const who: Readonly<Record<ListeningPhase, Readonly<Partial<Record<ListeningCommand, string>>>>> = {
  invited: { now: 'guest', later: 'guest', notNow: 'guest', recall: 'starter' },
  scheduled: { cancel: 'starter guest' },
  ready: { ready: 'starter guest' },
  step: { say: 'pen other', done: 'pen', restart: 'pen', option: 'pen', pick: 'pen', group: 'pen', signal: 'other' },
  together: { say: 'pen', done: 'pen', restart: 'pen', takeBack: 'pen' },
  held: { say: 'pen other', takeBack: 'pen', signal: 'other' },
  swap: { swap: 'starter guest' },
  parked: { goOn: 'starter guest', later: 'starter guest', letGo: 'starter guest' },
  paused: {},
};

test.each(listeningPhases)('the row %s gives each what is theirs, and nothing else', (phase) => {
  const row = Object.fromEntries(
    Object.entries(listeningTable[phase]).map(([command, cells]) => [command, Object.keys(cells).join(' ')]),
  );
  expect(row).toEqual(who[phase]);
});

test('the states above lead along most ways of the table', () => {
  const ways = Object.entries(listeningTable).flatMap(([phase, row]) =>
    Object.entries(row).flatMap(([command, cells]) =>
      [...new Set(Object.values(cells).flatMap(({ to }) => to))].map((to) => `${phase} ${command} ${to}`),
    ),
  );
  // Ways that need a protocol or a pace of another kind; stories.test.ts goes along them.
  const elsewhere = [
    'ready ready together',
    'ready ready swap',
    'step done step',
    'step done together',
    'step done swap',
    'step done over',
    'step option together',
    'step option held',
    'step option over',
    'together done step',
    'together done swap',
    'together done over',
    'swap swap together',
    'parked letGo over',
  ];
  // Some cells may also leave everything as it is: said twice, or shown only to the one who asked.
  const still = [
    'invited later invited',
    'step signal step',
    'step group step',
    'step option step',
    'held signal held',
    'parked goOn parked',
    'parked later parked',
  ];
  expect(ways.filter((way) => !reached.has(way) && !elsewhere.includes(way) && !still.includes(way))).toEqual([]);
});
