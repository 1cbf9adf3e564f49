import { optionsOf } from '../core/round/kinds.js';
import type { InBoth, Language, Option, Scenario, Scenarios } from '../core/round/scenario.js';

/** Checks across all shipped files: whether two questions are the same one, and whether a translation was forgotten. */

const languages: readonly Language[] = ['nl', 'en'];

/** Words that say nothing about the subject of a question. */
const plain: Readonly<Record<Language, ReadonlySet<string>>> = {
  nl: wordsOf(
    'aan al alle allebei als altijd ander andere bij daar dan dat de deed deze die dingen ding dit doe doen doet door dus echt een eens eén elkaar en er even gaat gaan geen graag had hebben hebt heeft het hier hoe hoort iemand iets ik in is ja je jij jou jouw jullie kan keer kleine klein komt kun kunnen laat laatste liever lang maak maar maken mag man me meer meest met mij mijn mocht moment na naar nee net niet nog nu of om ons ook op over partner samen soms stel te tegen tijd toch toen tot uit van vandaag veel vertel vind voor waar waarop wanneer waren was wat we wel welk welke week weer wie wij wil worden wordt zei zelf zich zie zijn zit zo zou zonder zin zinnen kies af één twee',
  ),
  en: wordsOf(
    'a about all an and another any are as at be been being both but by can could day did do does don’t down each else ever few finish for from get go going goes good had has have how i if i’d i’m in into is it it’s its just kind last let like little lately made make me might mine moment more most much my nice no not now of off on once one or other our out over own partner pick really say see small so some someone something still such suppose tell than that that’s the their them then there these they thing things this time to together today too two up us use want was way we week were what what’s when where which while who will with without would you you’d you’re your yours yourself sentence sentences',
  ),
};

const sharedAtMost = 0.5;
/** Texts with fewer words are too short to compare by half of their words. */
const fewest = 4;

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}’]+/gu) ?? []);
}

function contentWords(text: string, language: Language): ReadonlySet<string> {
  return new Set([...wordsOf(text)].filter((word) => word.length > 2 && !plain[language].has(word)));
}

/**
 * One line for each pair of questions that are the same, each text that was not translated, and each example that
 * stands twice.
 */
export function alikeIn(scenarios: Scenarios): readonly string[] {
  const all = [...scenarios.values()].filter(({ isRetired }) => isRetired !== true);
  // What two people do side by side is worded the same each time, so it is not compared.
  const asked = all.filter(({ visibility }) => visibility !== 'together' && visibility !== 'private');
  const options = optionsIn(all);
  return [
    ...pairsAlike(asked),
    ...all.flatMap(({ text, safetyNote, lesson, ...one }) => untranslated(one, [text, safetyNote, lesson])),
    ...options.flatMap((one) => untranslated(one, [])),
    ...examplesTwice([...all, ...options]),
  ];
}

function pairsAlike(all: readonly Scenario[]): readonly string[] {
  return languages.flatMap((language) => {
    const words = all.map(({ id, text }) => ({ id, words: contentWords(text[language], language) }));
    return words.flatMap((one, index) =>
      words.slice(index + 1).flatMap((other) => {
        const most = Math.max(one.words.size, other.words.size);
        const shared = [...one.words].filter((word) => other.words.has(word));
        return most >= fewest && shared.length > most * sharedAtMost
          ? [`${one.id} and ${other.id} ask much the same (${language}: ${shared.join(', ')})`]
          : [];
      }),
    );
  });
}

/** One or two words may be the same in both languages; a sentence may not. */
function untranslated(
  { id, examples = [] }: Pick<Option, 'id' | 'examples'>,
  others: readonly (InBoth | undefined)[],
): readonly string[] {
  return [...others, ...examples]
    .filter((one) => one !== undefined)
    .filter(({ nl, en }) => nl === en && wordsOf(nl).size > 2)
    .map(({ nl }) => `${id}: «${nl}» is the same in both languages`);
}

/** Each option once, also when several questions offer its list. */
function optionsIn(all: readonly Scenario[]): readonly Option[] {
  const options = all.flatMap(({ answer }) => optionsOf(answer)).filter(({ examples }) => examples !== undefined);
  return [...new Map(options.map((one) => [one.id, one])).values()];
}

function examplesTwice(all: readonly Pick<Option, 'id' | 'examples'>[]): readonly string[] {
  const known = new Map<string, string>();
  return all.flatMap(({ id, examples = [] }) =>
    examples.flatMap((example) => {
      const texts = languages.map((language) => `${language} ${example[language]}`);
      const before = texts.map((text) => known.get(text)).find((one) => one !== undefined);
      for (const text of texts) known.set(text, id);
      return before === undefined ? [] : [`${id}: the example «${example.nl}» stands in ${before} as well`];
    }),
  );
}

/** Counts of the loose prompts by depth, tag and kind, and of the steps of each path. */
export function countsOf(scenarios: Scenarios): readonly string[] {
  const isLoose = ({ path, postcard, isRetired }: Scenario) =>
    path === undefined && postcard === undefined && isRetired !== true;
  const loose = [...scenarios.values()].filter(isLoose);
  const line = (name: string, of: (one: Scenario) => readonly string[]) => {
    const counts = new Map<string, number>();
    for (const key of loose.flatMap(of)) counts.set(key, (counts.get(key) ?? 0) + 1);
    const sorted = [...counts].sort(([, one], [, other]) => other - one);
    return `${name}: ${sorted.map(([key, count]) => `${key} ${String(count)}`).join(' · ')}`;
  };
  return [
    line('depth', ({ depth }) => [String(depth)]),
    line('tags', ({ tags }) => tags ?? []),
    line('kinds', ({ answer }) => [answer.kind]),
    line('comes back', ({ isRecurring }) => [isRecurring ? 'yes' : 'no']),
    line('season', ({ season }) => (season === undefined ? [] : [`${season.from}–${season.until}`])),
  ];
}
