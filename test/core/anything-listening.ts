import fc from 'fast-check';
import { pensOf, stepOf } from '../../src/core/listening/steps.js';
import type { PersonId } from '../../src/core/ids.js';
import { loadScenarios, shippedDirectory } from '../../src/scenarios/scenarios.js';
import { hours, minutes } from '../support/given.js';
import type { Step, World } from './anything.js';

/** Everything two people can do in a listening round and around it, for properties; see anything.ts for the rest of life. */

const { protocols } = loadScenarios({ shipped: shippedDirectory });

const wanted = [
  'listenNow',
  'listenLater',
  'listenNotNow',
  'listenReady',
  'listenDone',
  'listenTakeBack',
  'listenOption',
  'listenPick',
  'listenGroup',
  'listenSignal',
  'listenDropNote',
  'listenSwap',
  'listenGoOn',
  'listenLetGo',
  'listenThank',
  'listenMore',
  'listenAgain',
  'listenTension',
  'listenKeep',
  'listenPlan',
  'listenPlanSend',
  'listenPlanYes',
  'breathBack',
  'breathChoice',
] as const;
type Wanted = (typeof wanted)[number];
type What =
  Wanted | number | 'begins' | 'says' | 'speaks' | 'edits' | 'goes on' | 'calls' | 'stops' | 'is away' | 'lets go';

export const listeningStep: fc.Arbitrary<Step> = fc
  .record({
    who: fc.constantFrom(1, 2),
    what: fc.oneof(
      { weight: 3, arbitrary: fc.constant<What>('begins') },
      { weight: 6, arbitrary: fc.constant<What>('says') },
      { weight: 1, arbitrary: fc.constantFrom<What>('speaks', 'edits') },
      { weight: 10, arbitrary: fc.constant<What>('goes on') },
      { weight: 8, arbitrary: fc.constantFrom<What>(...wanted) },
      {
        weight: 4,
        arbitrary: fc.constantFrom<What>(21_000, 21_000, minutes(6), minutes(21), hours(25), hours(49), hours(73)),
      },
      { weight: 2, arbitrary: fc.constantFrom<What>('calls', 'stops', 'is away', 'lets go') },
    ),
    nth: fc.nat(6),
  })
  .map(({ who, what, nth }) => ({
    who: typeof what === 'number' || what === 'is away' ? 0 : who,
    name: `${String(what)} ${String(nth)}`,
    act: playing(what, nth),
  }));

function playing(what: What, nth: number): Step['act'] {
  return (world, who) => {
    const { rules } = world;
    if (typeof what === 'number') rules.passTo(rules.now() + what);
    else if (what === 'is away') {
      rules.comeBack();
      rules.jump(hours(30));
    } else if (what === 'lets go') {
      rules.passTo(rules.now() + hours(49));
      if (nth > 4) for (const back of [0, 1]) press(world, who, 'listenLater', back);
      else press(world, who, 'listenLetGo');
    } else if (what === 'begins') begin(world, who, nth);
    else if (what === 'says') say(world, who, what);
    else if (what === 'speaks') {
      say(world, who, what);
      if (rules.personOf(who).heldVoices.length > 0) press(world, who, 'allowVoice');
    } else if (what === 'edits') edit(world, who);
    else if (what === 'calls') rules.perform({ type: 'callBreather' }, who);
    else if (what === 'stops') {
      // In the middle of a sentence, as likely as not.
      if (nth % 2 === 0) say(world, who, 'says');
      rules.perform({ type: 'stop' }, who);
      if (nth > 1) press(world, who, 'goOn');
    } else if (what === 'goes on') goOn(world, nth);
    else press(world, who, what, nth);
  };
}

function press({ rules }: World, who: PersonId, name: string, back = 0): void {
  const shown = rules.buttonsOf(who).filter((one) => one.name === name);
  const button = shown.at(-1 - (back % Math.max(1, Math.min(shown.length, 7))));
  if (button !== undefined) rules.press(button, who, { name: who === 1 ? 'Anne' : 'Bram' });
}

/** Straight into a round of one protocol or another, as most people would. */
function begin(world: World, who: PersonId, nth: number): void {
  const { rules } = world;
  const id = [...protocols.keys()][nth % protocols.size] ?? '';
  // Whoever stopped comes back for it, mostly.
  for (const each of nth === 0 ? [] : [1, 2]) if (rules.personOf(each).hasStopped) press(world, each, 'goOn');
  const button = { name: 'listenInvite', slot: '', step: nth === 0 ? 1 : 0, arg: id } as const;
  rules.press(button, who, { name: '' });
  const partner = who === 1 ? 2 : 1;
  if (nth === 6) press(world, partner, 'listenNotNow');
  else if (nth === 5) {
    press(world, partner, 'listenLater');
    press(world, partner, 'listenLater');
  } else press(world, partner, 'listenNow');
  if (nth === 4) press(world, who, 'listenReady');
  for (const each of [1, 2]) press(world, each, 'listenReady', 2);
}

/** Whoever holds the pen does what is asked, and the hold passes. */
function goOn(world: World, nth: number): void {
  const { rules } = world;
  const couple = rules.couples()[0];
  const listening = couple?.listening ?? null;
  const step = listening === null ? null : stepOf(protocols.get(listening.protocol) ?? nothing, listening.step);
  if (couple === undefined || listening === null || step === null) return;
  for (const pen of pensOf(couple, listening, step)) {
    say(world, pen, 'says');
    if (step.takes === 'taps') press(world, pen, 'listenOption', nth);
    press(world, pen, 'listenDone');
    if (nth === 6) press(world, pen, 'listenTakeBack');
  }
  rules.passTo(rules.now() + 21_000);
  if (listening.phase === 'swap') for (const each of [1, 2]) press(world, each, 'listenSwap', nth);
  if (rules.couples()[0]?.listening === null) afterwards(world, nth);
}

/** It has come to its end: what people may still want of it. */
function afterwards(world: World, nth: number): void {
  for (const who of [1, 2]) {
    press(world, who, 'listenThank');
    press(world, who, 'listenMore');
    press(world, who, 'listenFeelings');
    press(world, who, 'listenFeelings', 1);
    press(world, who, 'listenFeeling', nth);
    press(world, who, 'listenTension', 1);
  }
  press(world, 1, 'listenPlan');
  say(world, 1, 'says');
  press(world, 1, 'listenPlanSend');
  press(world, 2, 'listenPlanYes');
  press(world, 2, 'listenAgain');
  if (nth > 3) press(world, 2, 'listenKeep', nth);
}

const nothing = { steps: [] } as never;

function say({ rules, words }: World, who: PersonId, how: 'says' | 'speaks'): void {
  const word = { by: who, word: `‹${String(words.length)}›`, messageId: rules.nextMessageId(who), isEdit: false };
  words.push(word);
  const speech =
    how === 'says'
      ? ({ kind: 'text', text: word.word } as const)
      : ({ kind: 'voice', fileId: word.word, seconds: 3 } as const);
  rules.perform({ type: 'say', sender: { name: '' }, speech, messageId: word.messageId, code: null }, who);
}

function edit({ rules, words }: World, who: PersonId): void {
  const last = words.findLast(({ by }) => by === who);
  if (last === undefined) return;
  const word = { by: who, word: `‹${String(words.length)}›`, messageId: last.messageId, isEdit: true };
  words.push(word);
  rules.perform({ type: 'editSaid', messageId: last.messageId, text: word.word }, who);
}
