import { en } from '../../src/texts/en/en.js';
import { nl } from '../../src/texts/nl/nl.js';
import { loadScenarios, shippedDirectory } from '../../src/scenarios/scenarios.js';
import { answers } from './couple.js';
import { chooses, walks, type Language } from './listening-walk.js';
import type { Sunday } from './sunday.js';
import type { Someone } from './world.js';

/** Two people on a path: how they come so far that one with deep steps may come, and what they do on it. */

const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
/** From the Sunday noon of their pairing to the first moment of their rhythm, a minute past it. */
const mondayEveningMs = 32 * hourMs + minuteMs;
const daysOf = { monday: 0, wednesday: 2, saturday: 5 } as const;

export const labelsOf = { nl: nl.labels, en: en.labels };
const { paths } = loadScenarios({ shipped: shippedDirectory });

const wordsOf = {
  nl: {
    question: '/vraag',
    breather: '/adempauze',
    settings: '/instellingen',
    paths: '/programma',
    open: 'Jullie antwoorden zijn open.',
    timesUp: 'De tijd is om.',
    back: 'Jullie zijn er allebei weer.',
    rests: 'Jullie laten het rusten.',
    canSayNo: 'Kun je nee zeggen',
    isDeeper: 'het staat bij jou aan',
    shelf: 'Zin in een pad?',
    mayOpen: 'Mag het nog steeds open?',
  },
  en: {
    question: '/question',
    breather: '/breather',
    settings: '/settings',
    paths: '/programme',
    open: 'Your answers are open.',
    timesUp: 'The time is up.',
    back: 'You’re both back.',
    rests: 'You’re letting it rest.',
    canSayNo: 'Can you say no',
    isDeeper: 'it’s on for you',
    shelf: 'Would you like a path?',
    mayOpen: 'Is it still all right to open it?',
  },
} as const;

export const titleOf = (path: string, language: Language) => paths.get(path)?.title[language] ?? path;

/** A moment of their rhythm, a minute past it; `week` 0 is the first. */
export async function comesTo(
  { world, noonMs }: Sunday,
  week: number,
  day: keyof typeof daysOf,
  laterMs = 0,
): Promise<void> {
  await world.setClock(noonMs + mondayEveningMs + (7 * week + daysOf[day]) * dayMs + laterMs);
}

/** Six reveals, a breather both come back from, a listening round to its end, and deeper questions on for both. */
export async function practise(sunday: Sunday, language: Language): Promise<void> {
  for (let reveals = 1; reveals <= 6; reveals += 1) {
    if (reveals > 1) await asksForOne(sunday.anne, language);
    await answersAny(sunday, language);
  }
  await pauses(sunday, language);
  const dank = chooses('knuffel');
  await walks(sunday, language, {
    protocol: 'alleen-luisteren',
    pace: 'live',
    steps: [
      ['vertel', doneTelling(language)],
      ['dank', dank],
    ],
  });
  for (const each of [sunday.anne, sunday.bram]) await goesDeeper(each, sunday, language);
}

const doneTelling =
  (language: Language) =>
  async ({ pen }: { readonly pen: Someone }): Promise<void> => {
    await pen.taps(labelsOf[language].listenDone);
  };

/** /vraag, whatever kind comes. */
async function asksForOne(someone: Someone, language: Language): Promise<void> {
  await someone.says(wordsOf[language].question);
  await someone.taps(labelsOf[language].surpriseUs);
}

/** Both answer whatever question lies open, also one with gaps to fill, and it opens. */
export async function answersAny(sunday: Sunday, language: Language): Promise<void> {
  await sunday.world.later(20_000);
  for (const each of [sunday.anne, sunday.bram]) {
    const words = `iets van ${each.name}`;
    for (let gaps = 0; gaps < 8; gaps += 1) {
      await each.says(words);
      const { keyboard } = await each.hears(words);
      if (keyboard.flat().some(({ text }) => text === labelsOf[language].seal)) break;
    }
    await each.taps(labelsOf[language].seal);
  }
  for (const each of [sunday.anne, sunday.bram]) await each.hears(wordsOf[language].open);
}

/** A breather on a day that nothing is the matter; both come back, and let it rest. */
async function pauses({ anne, bram, world }: Sunday, language: Language): Promise<void> {
  const says = wordsOf[language];
  const labels = labelsOf[language];
  await anne.says(says.breather);
  await bram.hears('Anne');
  await world.later(31 * minuteMs);
  for (const each of [anne, bram]) await each.hears(says.timesUp);
  for (const each of [anne, bram]) await each.taps(labels.breathBack);
  for (const each of [anne, bram]) await each.hears(says.back);
  await anne.taps(labels.letRest);
  await bram.taps(labels.letRest);
  for (const each of [anne, bram]) await each.hears(says.rests);
}

async function goesDeeper(someone: Someone, { world }: Sunday, language: Language): Promise<void> {
  const labels = labelsOf[language];
  await someone.says(wordsOf[language].settings);
  await someone.taps(labels.deeper);
  await someone.sees(wordsOf[language].canSayNo);
  await someone.taps(labels.canSayNo);
  await world.until(`deeper to be on for ${someone.name}`, () =>
    someone.reads().includes(wordsOf[language].isDeeper) ? true : undefined,
  );
}

/** Says /programma and taps what they would like, on whichever page it stands. */
export async function wishes(someone: Someone, path: string, language: Language, { world }: Sunday): Promise<void> {
  await someone.says(wordsOf[language].paths);
  const { messageId } = await someone.hears(wordsOf[language].shelf);
  const labels = () => keysOf(someone, messageId);
  const title = titleOf(path, language);
  for (let page = 0; page < 10 && !labels().includes(title); page += 1) {
    const before = labels().join();
    await someone.taps(labelsOf[language].morePaths);
    await world.until('the next page of paths', () => (labels().join() === before ? undefined : true));
  }
  await someone.taps(title);
}

function keysOf(someone: Someone, messageId: number): readonly string[] {
  const message = someone.messages().find((one) => one.messageId === messageId);
  return message?.keyboard.flat().map(({ text }) => text) ?? [];
}

/** /programma while a path lives: the list of steps as it reads. */
export async function looks(someone: Someone, path: string, language: Language): Promise<string> {
  await someone.says(wordsOf[language].paths);
  return (await someone.hears(titleOf(path, language))).text;
}

/** «De dans · Wat ik hoop», as it stands above every step. */
export function headOf(path: string, step: string, language: Language): string {
  const title = paths.get(path)?.steps.find(({ id }) => id === step)?.title[language];
  if (title === undefined) throw new Error(`${path} has no step ${step}`);
  return `${titleOf(path, language)} · ${title}`;
}

/** Both answer the step, and it opens to both. */
export async function bothAnswer(
  { anne, bram }: Sunday,
  words: readonly [annes: string, brams: string],
  language: Language,
): Promise<void> {
  await answers(anne, words[0], language);
  await answers(bram, words[1], language);
  await opensTo([anne, bram], words, language);
}

export async function opensTo(
  readers: readonly Someone[],
  words: readonly string[],
  language: Language,
): Promise<void> {
  for (const reader of readers) {
    const { text } = await reader.hears(wordsOf[language].open);
    for (const word of words)
      if (!text.includes(word)) throw new Error(`${reader.name} does not read ${word}:\n${text}`);
  }
}

/** A few hours after a deep answer, and not in the night, each is asked again, and both say yes. */
export async function bothSayYes({ anne, bram, world }: Sunday, language: Language): Promise<void> {
  await world.later(14 * hourMs);
  for (const each of [anne, bram]) await each.hears(wordsOf[language].mayOpen);
  for (const each of [anne, bram]) await each.taps(labelsOf[language].openYes);
}

export function stepTitle(path: string, index: number, language: Language): string {
  return paths.get(path)?.steps[index]?.title[language] ?? '';
}
