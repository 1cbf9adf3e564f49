import fc from 'fast-check';
import type { Button } from '../../src/core/buttons.js';
import type { Command } from '../../src/core/command.js';
import type { PersonId } from '../../src/core/ids.js';
import { anne, bram, carl, days, hours, minutes } from '../support/given.js';
import type { Rules } from './stage.js';

/** Everything a person can do to the bot, for properties: each step a sentence that can be played in any state. */

export interface Step {
  readonly who: PersonId;
  readonly act: (world: World, who: PersonId) => void;
  readonly name: string;
}

interface Said {
  readonly by: PersonId;
  readonly word: string;
  readonly messageId: number;
  readonly isEdit: boolean;
}

export interface World {
  readonly rules: Rules;
  /** Who said what: every word and voice note is one of a kind. */
  readonly words: Said[];
}

export const people = [anne, bram, carl];
const sender = (who: PersonId) => ({ name: people[who - 1]?.name ?? '' });

function newWord({ rules, words }: World, by: PersonId, isEdit = false): Said {
  const word = { by, word: `‹${String(words.length)}›`, messageId: rules.nextMessageId(by), isEdit };
  words.push(word);
  return word;
}

function say(world: World, who: PersonId, kind: 'text' | 'voice', card: string | null = null): void {
  const { word, messageId } = newWord(world, who);
  const speech = kind === 'text' ? ({ kind, text: word } as const) : ({ kind, fileId: word, seconds: 3 } as const);
  world.rules.perform({ type: 'say', sender: sender(who), speech, messageId, code: null }, who, card);
}

function sayWord({ rules }: World, who: PersonId, text: string): void {
  const speech = { kind: 'text', text } as const;
  rules.perform({ type: 'say', sender: sender(who), speech, messageId: rules.nextMessageId(who), code: null }, who);
}

function press({ rules }: World, who: PersonId, button: Button | undefined): void {
  if (button !== undefined) rules.press(button, who, sender(who));
}

const newest = (world: World, who: PersonId, name: Button['name']) =>
  world.rules.buttonsOf(who).findLast((button) => button.name === name);

const roundsOf = (world: World) =>
  world.rules
    .couples()
    .flatMap(({ round, rested, opened }) => [
      ...(round === null ? [] : [round.id]),
      ...[...rested, ...opened].map((one) => one.round.id),
    ]);

const codesOf = (world: World) =>
  world.rules
    .couples()
    .flatMap(({ invite, spentCodes }) => [
      ...(invite === null ? [] : [invite.code]),
      ...spentCodes.map(({ code }) => code),
    ]);

const step = (name: string, act: Step['act']): fc.Arbitrary<Omit<Step, 'who'>> => fc.constant({ name, act });
const nth = <Value>(from: readonly Value[], index: number): Value | undefined => from[index % Math.max(1, from.length)];

const simple: readonly Command[] = [
  { type: 'stop' },
  { type: 'erase' },
  { type: 'askQuestion' },
  { type: 'askQuestion' },
  { type: 'withdraw' },
  { type: 'showInvite' },
  { type: 'inform', about: 'help' },
  { type: 'unknownCommand' },
  { type: 'sendUnsupported', what: 'media' },
  { type: 'block' },
  { type: 'unblock' },
  { type: 'unreachable' },
  { type: 'voiceRefused' },
  { type: 'pressUnknown' },
];

const act = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.nat(9).map((index) => ({
      name: `joins by code ${String(index)}`,
      act: (world: World, who: PersonId) => {
        const code = nth(codesOf(world), index) ?? null;
        world.rules.perform({ type: 'start', sender: sender(who), code }, who);
        press(world, who, newest(world, who, 'agree'));
      },
    })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('Londen', 'Honolulu', 'Auckland', 'Nergens').map((text) => ({
      name: `moves to ${text}`,
      act: (world: World, who: PersonId) => {
        press(world, who, newest(world, who, 'otherZone'));
        sayWord(world, who, text);
      },
    })),
  },
  {
    weight: 4,
    arbitrary: step('says', (world, who) => {
      say(world, who, 'text');
    }),
  },
  {
    weight: 1,
    arbitrary: step('speaks', (world, who) => {
      say(world, who, 'voice');
    }),
  },
  {
    weight: 1,
    arbitrary: step('sends a photo', (world, who) => {
      const { word, messageId } = newWord(world, who);
      world.rules.perform({ type: 'sendPhoto', fileId: word, caption: null, messageId }, who);
    }),
  },
  {
    weight: 4,
    arbitrary: step('answers', (world, who) => {
      say(world, who, 'text');
      press(world, who, newest(world, who, 'seal'));
    }),
  },
  {
    // Two taps that seldom meet by themselves.
    weight: 2,
    arbitrary: step('passes', (world, who) => {
      press(world, who, newest(world, who, 'else'));
      press(world, who, newest(world, who, 'notYet'));
    }),
  },
  {
    // What only somebody has who answered where the other passed.
    weight: 2,
    arbitrary: step('shares it anyway', (world, who) => {
      press(world, who, newest(world, who, 'shareAnyway'));
    }),
  },
  {
    weight: 6,
    arbitrary: fc.nat(14).map((index) => ({
      name: `taps the ${String(index)}th last button`,
      act: (world: World, who: PersonId) => {
        press(world, who, nth([...world.rules.buttonsOf(who)].reverse(), index));
      },
    })),
  },
  {
    weight: 9,
    arbitrary: fc
      .constantFrom<Button['name']>(
        'agree',
        'goOn',
        'allowVoice',
        'allowPhoto',
        'thank',
        'tellMore',
        'confirmUndo',
        'sendReaction',
        'add',
        'withdraw',
        'skip',
        'notYet',
        'shareAnyway',
        'eraseNow',
      )
      .map((name) => ({
        name: `taps ${name}`,
        act: (world: World, who: PersonId) => {
          // Erasing takes two taps.
          if (name === 'eraseNow') press(world, who, newest(world, who, 'erase'));
          press(world, who, newest(world, who, name));
        },
      })),
  },
  {
    weight: 2,
    arbitrary: fc.nat(9).map((index) => ({
      name: `replies to the ${String(index)}th round`,
      act: (world: World, who: PersonId) => {
        say(world, who, 'text', `prompt:${nth(roundsOf(world), index) ?? ''}`);
      },
    })),
  },
  {
    weight: 2,
    arbitrary: fc.nat(9).map((index) => ({
      name: `edits the ${String(index)}th last message`,
      act: (world: World, who: PersonId) => {
        const own = world.words.filter(({ by }) => by === who).reverse();
        const edited = nth(own, index);
        if (edited === undefined) return;
        const { word } = newWord(world, who, true);
        world.rules.perform({ type: 'editSaid', messageId: edited.messageId, text: word }, who);
      },
    })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('ok', 'later', 'stop').map((text) => ({
      name: `says ${text}`,
      act: (world: World, who: PersonId) => {
        sayWord(world, who, text);
      },
    })),
  },
  {
    weight: 2,
    arbitrary: fc.option(fc.nat(9)).map((index) => ({
      name: `starts with code ${String(index)}`,
      act: (world: World, who: PersonId) => {
        const code = index === null ? null : (nth(codesOf(world), index) ?? null);
        world.rules.perform({ type: 'start', sender: sender(who), code }, who);
      },
    })),
  },
  {
    weight: 1,
    arbitrary: fc.nat(9).map((index) => ({
      name: `hearts the ${String(index)}th round`,
      act: (world: World, who: PersonId) => {
        world.rules.perform({ type: 'heart' }, who, `reveal:${nth(roundsOf(world), index) ?? ''}`);
      },
    })),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(...simple).map((command) => ({
      name: command.type,
      act: ({ rules }: World, who: PersonId) => {
        rules.perform(command, who);
      },
    })),
  },
);

const clock = fc.oneof(
  fc.constantFrom(minutes(3), hours(2), hours(9), hours(26), days(2), days(8), days(15)).map((delayMs) => ({
    name: `${String(delayMs / 60_000)} minutes pass`,
    act: ({ rules }: World) => {
      rules.passTo(rules.now() + delayMs);
    },
  })),
  fc.constantFrom(hours(13), days(3)).map((delayMs) => ({
    name: `the bot is away for ${String(delayMs / 60_000)} minutes`,
    act: ({ rules }: World) => {
      rules.jump(delayMs);
      rules.comeBack();
    },
  })),
);

/** Mostly, whoever stopped or blocked the bot comes back before they do anything else: else little would happen. */
function comingBack(one: Omit<Step, 'who'>): Omit<Step, 'who'> {
  return {
    name: `${one.name}, here again`,
    act: (world, who) => {
      const { hasStopped, isUnreachable } = world.rules.personOf(who);
      if (hasStopped || isUnreachable) world.rules.perform({ type: 'start', sender: sender(who), code: null }, who);
      one.act(world, who);
    },
  };
}

/** A failing run is printed as sentences. */
function readable(who: PersonId, one: Omit<Step, 'who'>): Step {
  const sentence = `${people[who - 1]?.name ?? ''} ${one.name}`.trim();
  return Object.assign({ who, ...one }, { [fc.toStringMethod]: () => sentence });
}

/** Mostly Anne and Bram, sometimes Carl; sometimes time passes. */
export const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .tuple(fc.constantFrom(1, 1, 1, 2, 2, 2, 3), act, fc.nat(3))
        .map(([who, one, luck]) => readable(who, luck > 0 ? comingBack(one) : one)),
    },
    { weight: 1, arbitrary: clock.map((one) => readable(0, one)) },
  ),
  { minLength: 10, maxLength: 90 },
);
