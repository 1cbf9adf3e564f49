import { expect } from 'vitest';
import type { Pace, Protocol, Step } from '../../src/core/listening/protocol.js';
import { en } from '../../src/texts/en/en.js';
import { fill } from '../../src/texts/listening.js';
import { nl } from '../../src/texts/nl/nl.js';
import { loadScenarios, shippedDirectory } from '../../src/scenarios/scenarios.js';
import type { Sunday } from './sunday.js';
import type { Someone } from './world.js';

/**
 * A listening round as two people walk it, told once for both languages and both paces: which steps come, and what
 * whoever holds the pen does in each. The words of a step are read from its file, all others stand here.
 */

export type Language = 'nl' | 'en';

export interface Walk {
  readonly protocol: string;
  readonly pace: Pace;
  /** The steps in their order, with what is done in each. */
  readonly steps: readonly (readonly [id: string, ...acts: readonly Act[]])[];
}

/** A walk, seen from one of its steps. */
export interface Here {
  readonly sunday: Sunday;
  readonly language: Language;
  readonly pace: Pace;
  readonly step: Step;
  /** Whoever holds the pen first, in this step; both do when it is for both. */
  readonly pen: Someone;
  readonly other: Someone;
}

export type Act = (here: Here) => Promise<void>;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const labelsOf = { nl: nl.labels, en: en.labels };
const { protocols } = loadScenarios({ shipped: shippedDirectory });

const wordsOf = {
  nl: {
    listen: '/luister',
    breather: '/adempauze',
    menu: 'Welke vorm past nu?',
    aloud: 'Naast elkaar, hardop',
    mayCome: 'Komt het nu uit?',
    draft: 'Zo komt het aan bij',
    letter: 'Je brief tot nu toe:',
    letterReady: 'Je brief ligt klaar.',
    held: 'Over 20 seconden gaat dit naar',
    lettersHeld: 'Jullie zijn allebei klaar. Over 20 seconden gaan de brieven open.',
    lettersOpen: 'De brieven zijn open.',
    doneToo: 'Het gaat verder zodra',
    timesUp: 'De tijd is om.',
    swap: 'Willen jullie wisselen',
    parked: 'We laten het hier even bij. Dat is niet erg.',
    goesOn: 'Jullie gaan verder waar jullie gebleven waren.',
    away: 'Ik was even weg. Je bent nog aan de beurt.',
    over: 'Dat was het. Fijn dat je er was.',
  },
  en: {
    listen: '/listen',
    breather: '/breather',
    menu: 'Which way fits now?',
    aloud: 'Side by side, out loud',
    mayCome: 'Is now a good moment?',
    draft: 'This is how it reaches',
    letter: 'Your letter so far:',
    letterReady: 'Your letter is ready.',
    held: 'In 20 seconds this goes to',
    lettersHeld: 'You’re both done. The letters open in 20 seconds.',
    lettersOpen: 'The letters are open.',
    doneToo: 'It goes on as soon as',
    timesUp: 'The time is up.',
    swap: 'Would you like to swap',
    parked: 'We’ll leave it here for now. That’s all right.',
    goesOn: 'You’re picking up where you left off.',
    away: 'I was away for a while. It’s still your turn.',
    over: 'That was it. I’m glad you were there.',
  },
} as const;

/** From /luister to the last line. Anne asks and begins. */
export async function walks(sunday: Sunday, language: Language, walk: Walk): Promise<void> {
  const protocol = protocolOf(walk.protocol);
  await begins(sunday, language, protocol, walk.pace);
  for (const [id, ...acts] of walk.steps) {
    const here = hereAt(sunday, language, walk.pace, stepOf(protocol, id));
    await meets(here);
    for (const act of acts) await act(here);
  }
  for (const each of [sunday.anne, sunday.bram]) await each.hears(wordsOf[language].over);
}

/** Up to the moment at which both are there. */
export async function begins(sunday: Sunday, language: Language, protocol: Protocol, pace: Pace): Promise<void> {
  const { anne, bram } = sunday;
  const labels = labelsOf[language];
  await asks(sunday, language, protocol, pace);
  await bram.hears(wordsOf[language].mayCome);
  await bram.taps(labels.listenNow);
  for (const each of [anne, bram]) await each.taps(labels.readyCalm);
}

/** Anne asks Bram, in this protocol and at this pace. */
export async function asks(
  { anne }: Sunday,
  language: Language,
  { title, about, isDefault }: Protocol,
  pace: Pace,
): Promise<void> {
  const labels = labelsOf[language];
  await anne.says(wordsOf[language].listen);
  await anne.hears(defaultTitle(language));
  if (!isDefault) {
    await anne.taps(labels.listenMenu);
    await anne.sees(wordsOf[language].menu);
    await anne.taps(title[language]);
    await anne.sees(about[language]);
  }
  await anne.taps(pace === 'live' ? labels.listenLive : labels.listenApart);
}

export function protocolOf(id: string): Protocol {
  const protocol = protocols.get(id);
  if (protocol === undefined) throw new Error(`there is no protocol ${id}`);
  return protocol;
}

function stepOf({ steps, id: protocol }: Protocol, id: string): Step {
  const step = steps.find((one) => one.id === id);
  if (step === undefined) throw new Error(`${protocol} has no step ${id}`);
  return step;
}

function defaultTitle(language: Language): string {
  return [...protocols.values()].find(({ isDefault }) => isDefault)?.title[language] ?? '';
}

/** Anne speaks. */
function hereAt(sunday: Sunday, language: Language, pace: Pace, step: Step): Here {
  const { anne, bram } = sunday;
  const [pen, other] = step.pen === 'listener' ? [bram, anne] : [anne, bram];
  return { sunday, language, pace, step, pen, other };
}

/** Each hears what this step is to them. */
async function meets({ step, pen, other, language }: Here): Promise<void> {
  const isForBoth = step.pen === 'both';
  await pen.hears(fill(step.toPen, language, other.name));
  await other.hears(fill(isForBoth ? step.toPen : step.toOther, language, pen.name));
}

/** Says it and lets it go; aloud, one tap is all. */
export const tells =
  (words: Readonly<Record<Language, string>>): Act =>
  async (here) => {
    await drafts(words)(here);
    await sends(words)(here);
  };

/** Says it, and has it before them. */
export const drafts =
  (words: Readonly<Record<Language, string>>): Act =>
  async ({ pen, language, pace }) => {
    if (pace === 'live') return;
    await pen.says(words[language]);
    await pen.hears(wordsOf[language].draft);
    expect(pen.messages().at(-1)?.text).toContain(words[language]);
  };

/** Lets go what stands there; it arrives when the hold has passed, and not before. */
export const sends =
  (words: Readonly<Record<Language, string>>): Act =>
  async ({ pen, other, language, pace, sunday }) => {
    await pen.taps(labelsOf[language].listenDone);
    if (pace === 'live') return;
    await pen.hears(wordsOf[language].held);
    expect(other.reads()).not.toContain(words[language]);
    await passesHold(sunday);
    await other.hears(words[language]);
  };

export async function passesHold({ world }: Sunday): Promise<void> {
  await world.later(21_000);
}

/** One of the ways on; with words of its own, by messages. */
export const chooses =
  (option: string, words?: Readonly<Record<Language, string>>): Act =>
  async (here) => {
    const { step, pen, language, pace } = here;
    const label = step.options.find(({ id }) => id === option)?.label[language];
    if (label === undefined) throw new Error(`${step.id} has no ${option}`);
    await pen.taps(label);
    if (words === undefined || pace === 'live') return;
    await pen.hears(label.replace('…', ':'));
    await tells(words)(here);
  };

/** By messages a feeling is picked from the list, aloud it is said. */
export const feels =
  (group: Readonly<Record<Language, string>>, feeling: Readonly<Record<Language, string>>): Act =>
  async (here) => {
    const { pen, language, pace } = here;
    if (pace === 'apart') {
      await pen.taps(group[language]);
      await pen.taps(feeling[language]);
      await pen.hears(feeling[language]);
    }
    await sends(feeling)(here);
  };

/** Two letters: the first waits for the second, and both open together. */
export const write =
  (annes: Readonly<Record<Language, string>>, brams: Readonly<Record<Language, string>>, ...meanwhile: Act[]): Act =>
  async (here) => {
    const { pen, other, language, pace, sunday } = here;
    const labels = labelsOf[language];
    const says = wordsOf[language];
    if (pace === 'apart') await writesLetter(pen, annes[language], language);
    await pen.taps(labels.listenDone);
    await pen.hears(pace === 'apart' ? says.letterReady : says.doneToo);
    for (const act of meanwhile) await act({ ...here, pen: other, other: pen });
    if (pace === 'apart') await writesLetter(other, brams[language], language);
    await other.taps(labels.listenDone);
    if (pace === 'live') return;
    await other.sees(says.lettersHeld);
    expect(other.reads()).not.toContain(annes[language]);
    await passesHold(sunday);
    for (const reader of [pen, other]) {
      const { text } = await reader.hears(says.lettersOpen);
      expect(text).toContain(annes[language]);
      expect(text).toContain(brams[language]);
    }
  };

async function writesLetter(writer: Someone, words: string, language: Language): Promise<void> {
  await writer.says(words);
  await writer.hears(wordsOf[language].letter);
}

/** Both are through with it, one after the other. */
export const bothAreDone: Act = async ({ pen, other, language }) => {
  await pen.taps(labelsOf[language].listenDone);
  await pen.hears(wordsOf[language].doneToo);
  await other.taps(labelsOf[language].listenDone);
};

/** The turn is over, and one is enough for today: of the two wishes the gentler counts. */
export const doNotSwap: Act = async ({ pen, other, language }) => {
  const labels = labelsOf[language];
  for (const each of [pen, other]) await each.hears(wordsOf[language].swap);
  await pen.taps(labels.swapNo);
  await other.taps(labels.swapNow);
};

/** What takes a process its time needs no telling in each language. */
export const only =
  (language: Language, act: Act): Act =>
  async (here) => {
    if (here.language === language) await act(here);
  };

/** A kill -9: nothing of it is to be noticed. */
export const crashes: Act = async ({ sunday }) => {
  await sunday.dies();
};

/** Whoever does not hold the pen takes a breather; both come back to where it was. */
export const breathes: Act = async (here) => {
  const { sunday, pen, other, language } = here;
  const labels = labelsOf[language];
  await other.says(wordsOf[language].breather);
  await pen.hears(other.name);
  await sunday.world.later(31 * minuteMs);
  for (const each of [pen, other]) await each.hears(wordsOf[language].timesUp);
  for (const each of [pen, other]) await each.taps(labels.breathBack);
  for (const each of [pen, other]) await each.taps(labels.talkNow);
  await meets(here);
};

/** Nobody goes on, and it is put down: side by side within the hour, by messages after two days. Then both want it again. */
export const isPutDown: Act = async (here) => {
  const { sunday, pen, other, language, pace } = here;
  const labels = labelsOf[language];
  await sunday.world.later(pace === 'live' ? hourMs : 49 * hourMs);
  for (const each of [pen, other]) await each.hears(wordsOf[language].parked);
  for (const each of [pen, other]) await each.taps(labels.listenGoOn);
  for (const each of [pen, other]) {
    await each.hears(wordsOf[language].goesOn);
    await each.taps(labels.readyCalm);
  }
  await meets(here);
};

/** The bot is gone for more than a day; whoever holds the pen is shown where they were. */
export const isAway: Act = async ({ sunday, step, pen, other, language }) => {
  await sunday.bot.kill();
  await sunday.world.later(25 * hourMs);
  await sunday.bot.start();
  await pen.hears(wordsOf[language].away);
  await pen.hears(fill(step.toPen, language, other.name));
};
