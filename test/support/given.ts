import { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';
import { readCode } from '../../src/core/reading/code.js';
import type { Button, ButtonName } from '../../src/core/buttons.js';
import type { Command, Speech } from '../../src/core/command.js';
import type { Event, Refusal } from '../../src/core/event.js';
import type { SayName, SayParams } from '../../src/core/notice.js';
import type { Person } from '../../src/core/scene.js';
import type { Instant, PersonId } from '../../src/core/ids.js';
import type { Happening, Heard } from '../core/memory.js';
import { createRules, type Rules, type RulesOptions } from '../core/stage.js';

/**
 * Specifications of the rules, to be read aloud: `given(pairedCouple()).when(anne.says('…')).then(bram.hears())`.
 * What is done is an Act, what is expected an Expectation; the rules themselves run in core/stage.ts.
 */
export type Act = (rules: Rules) => void;
export type Expectation = (happening: Happening, rules: Rules) => void;

export interface Story {
  readonly rules: Rules;
  when(...acts: readonly Act[]): Story;
  /** Looks at what the last `when` led to; all that was said can be put into words. */
  then(...expectations: readonly Expectation[]): Story;
}

export interface Setting extends Partial<RulesOptions> {
  readonly acts: readonly Act[];
}

export function given(setting: Partial<Setting>, ...more: readonly Act[]): Story {
  const rules = createRules(setting);
  for (const act of [...(setting.acts ?? []), ...more]) act(rules);
  let happening = rules.begin();
  const story: Story = {
    rules,
    when: (...acts) => {
      happening = rules.begin();
      for (const act of acts) act(rules);
      return story;
    },
    then: (...expectations) => {
      for (const { notice } of happening.heard) rules.tell(notice);
      for (const expectation of expectations) expectation(happening, rules);
      return story;
    },
  };
  return story;
}

/** Somebody with a phone: what they can do, and what can be expected to have reached them. */
export interface Someone {
  readonly id: PersonId;
  readonly name: string;
  starts(code?: string | ((rules: Rules) => string)): Act;
  says(text: string, rest?: { readonly messageId?: number; readonly replyTo?: string }): Act;
  speaks(fileId: string, rest?: { readonly messageId?: number; readonly replyTo?: string }): Act;
  /** Speaks, and says yes to voice where that was still to be said. */
  speaksFreely(fileId: string, rest?: { readonly messageId?: number }): Act;
  edits(messageId: number, text: string): Act;
  /** Taps the newest button of that name, whatever stands in the others. */
  taps(name: ButtonName, rest?: Partial<Button>): Act;
  /** Taps the first button of that name there ever was. */
  tapsOld(name: ButtonName): Act;
  /** A button that nobody showed, with anything on it, as an old phone or a clever hand might send it. */
  presses(name: ButtonName, rest?: Partial<Button>): Act;
  does(command: Command, card?: string): Act;
  /** Exactly these sentences, in this order; nothing at all without names. */
  hears(...names: readonly SayName[]): Expectation;
  /** One of the sentences said is this one, and holds at least this. */
  reads<Name extends SayName>(name: Name, params?: Partial<SayParams[Name]>): Expectation;
  is(rest: Partial<Person>): Expectation;
}

export const anne = someone(1, 'Anne');
export const bram = someone(2, 'Bram');
export const carl = someone(3, 'Carl');

function someone(id: PersonId, name: string): Someone {
  const sender = { name };
  const spoken = (rules: Rules, speech: Speech, messageId?: number, card: string | null = null) => {
    const code = speech.kind === 'text' ? readCode(speech.text) : null;
    rules.perform({ type: 'say', sender, speech, messageId: messageId ?? rules.nextMessageId(id), code }, id, card);
  };
  const press = (rules: Rules, button: Button | undefined, wanted: string) => {
    if (button === undefined) throw new Error(`${name} was never shown a button ${wanted}`);
    rules.press(button, id, sender);
  };
  return {
    id,
    name,
    starts: (code) => (rules) => {
      const offered = typeof code === 'function' ? code(rules) : (code ?? null);
      rules.perform({ type: 'start', sender, code: offered }, id);
    },
    says: (text, { messageId, replyTo } = {}) => {
      return (rules) => {
        spoken(rules, { kind: 'text', text }, messageId, replyTo);
      };
    },
    speaks: (fileId, { messageId, replyTo } = {}) => {
      return (rules) => {
        spoken(rules, { kind: 'voice', fileId, seconds: 9 }, messageId, replyTo);
      };
    },
    speaksFreely: (fileId, { messageId } = {}) => {
      return (rules) => {
        spoken(rules, { kind: 'voice', fileId, seconds: 9 }, messageId);
        if (rules.personOf(id).heldVoices.length > 0)
          press(rules, rules.buttonsOf(id).findLast(isLike({ name: 'allowVoice' })), 'allowVoice');
      };
    },
    edits: (messageId, text) => (rules) => {
      rules.perform({ type: 'editSaid', messageId, text }, id);
    },
    taps: (button, rest = {}) => {
      return (rules) => {
        press(rules, rules.buttonsOf(id).findLast(isLike({ name: button, ...rest })), button);
      };
    },
    tapsOld: (button) => (rules) => {
      press(rules, rules.buttonsOf(id).find(isLike({ name: button })), button);
    },
    presses: (button, rest = {}) => {
      return (rules) => {
        rules.press({ name: button, slot: '', step: 0, arg: '', ...rest }, id, sender);
      };
    },
    does: (command, card) => (rules) => {
      rules.perform(command, id, card ?? null);
    },
    hears: (...names) => {
      return ({ heard }) => {
        expect(saidTo(id, heard), `what ${name} hears`).toEqual(names);
      };
    },
    reads: (what, params = {}) => {
      return ({ heard }) => {
        const found = heard.findLast(({ notice }) => notice.to === id && notice.say?.name === what);
        if (found === undefined) throw new Error(`${name} reads no ${what}`);
        expect(found.notice.say?.params, `${name} reads ${what}`).toMatchObject(params);
      };
    },
    is: (rest) => (_, rules) => {
      expect(rules.personOf(id)).toMatchObject(rest);
    },
  };
}

function isLike(rest: Partial<Button>): (button: Button) => boolean {
  return (button) => Object.entries(rest).every(([field, value]) => button[field as keyof Button] === value);
}

function saidTo(id: PersonId, heard: readonly Heard[]): readonly SayName[] {
  return heard.flatMap(({ notice }) => (notice.to === id && notice.say !== null ? [notice.say.name] : []));
}

/** /wis, «alles», and the tap that means it. */
export const erasesAll = (who: Someone): readonly Act[] => [
  who.does({ type: 'erase' }),
  who.taps('erase', { arg: 'everything' }),
  who.taps('eraseNow'),
];

/** /stop, and then out of the couple. */
export const leaves = (who: Someone): readonly Act[] => [who.does({ type: 'stop' }), who.taps('unpair')];

/** Exactly these events, in this order, and no refusal. */
export function happened(...types: readonly Event['type'][]): Expectation {
  return ({ events, refusals }) => {
    expect(refusals).toEqual([]);
    expect(events.map(({ type }) => type)).toEqual(types);
  };
}

/** The last thing done was refused for this reason, and nothing came of it. */
export function refused<Name extends Refusal['refusal']>(
  refusal: Name,
  rest: Partial<Extract<Refusal, { refusal: Name }>> = {},
): Expectation {
  return ({ refusals }) => {
    expect(refusals.at(-1)).toMatchObject({ refusal, ...rest });
  };
}

/** Anything else that can be seen in what happened. */
export const that = (look: Expectation): Expectation => look;

export const minutes = (count: number) => count * 60_000;
export const hours = (count: number) => minutes(count * 60);
export const days = (count: number) => hours(count * 24);

/** The clock: the bot wakes at every moment it meets on the way, as the minute tick does. */
export const time = {
  passes: (delayMs: number): Act => {
    return (rules) => {
      rules.passTo(rules.now() + delayMs);
    };
  },
  /** `time.is('2026-11-23T20:00')`, an hour in Amsterdam unless another zone is given. */
  is: (local: string, zone?: string): Act => {
    return (rules) => {
      rules.passTo(at(local, zone));
    };
  },
  /** The bot has just started behind its last sign of life, or its clock jumped far ahead: for so long it is in doubt. */
  isDoubted: (forMs: number): Act => {
    return (rules) => {
      rules.doubt(forMs);
    };
  },
  /** The bot was not running meanwhile, and wakes once. */
  jumps: (delayMs: number): Act => {
    return (rules) => {
      rules.jump(delayMs);
    };
  },
};

export function at(local: string, zone = 'Europe/Amsterdam'): Instant {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds;
}

/** Sunday 22 November 2026, noon: Anne has agreed and holds an invite. */
export function inviter(rest: Partial<Setting> = {}): Setting {
  return {
    openTo: 'everyone',
    ...rest,
    acts: [anne.starts(), anne.taps('agree'), ordinary(anne), ...(rest.acts ?? [])],
  };
}

export const codeOf = (founder: Someone) => (rules: Rules) => rules.coupleOf(founder.id).invite?.code ?? '';

/** Anne and Bram, just paired, with the opening question before them both. */
export function pairedCouple(rest: Partial<Setting> = {}): Setting {
  return inviter({
    ...rest,
    acts: [bram.starts(codeOf(anne)), bram.taps('agree'), ordinary(bram), ...(rest.acts ?? [])],
  });
}

export function bothAnswer(annes = 'Annes woorden', brams = 'Brams woorden'): readonly Act[] {
  return [anne.says(annes), anne.taps('seal'), bram.says(brams), bram.taps('seal')];
}

/** One of them asks for the next question, and both answer it. */
export function anotherRound(annes?: string, brams?: string): readonly Act[] {
  return [anne.does({ type: 'askQuestion' }), ...bothAnswer(annes, brams)];
}

/** Their first reveal is behind them, and they were told how it goes from here; it is Sunday afternoon. */
export function settledCouple(rest: Partial<Setting> = {}): Setting {
  return pairedCouple({ ...rest, acts: [...bothAnswer(), time.passes(hours(1)), ...(rest.acts ?? [])] });
}

/** A settled couple on Monday at 20:00, with a fresh question. */
export function askedCouple(rest: Partial<Setting> = {}): Setting {
  return settledCouple({ ...rest, acts: [time.is('2026-11-23T20:00'), ...(rest.acts ?? [])] });
}

/** Somebody to whom discreet mode was offered, and who left it as it was. */
const ordinary = (someone: Someone): Act => prefers(someone, false);

/** Whether what somebody did not ask for arrives folded; null while that was not offered yet. */
export function prefers(someone: Someone, discreet: boolean | null): Act {
  return (rules) => {
    rules.change(someone.id, () => ({ discreet }));
  };
}

/** Somebody who said yes to voice long ago. */
export const allowsVoice =
  (someone: Someone): Act =>
  (rules) => {
    rules.change(someone.id, ({ consents }) => ({ consents: { ...consents, voice: { version: 1, at: 0 } } }));
  };

/** Somebody who agreed when the terms were still others. */
export const olderTerms =
  (someone: Someone): Act =>
  (rules) => {
    rules.change(someone.id, ({ consent }) => ({ consent: { version: 1, at: consent?.at ?? 0 } }));
  };
