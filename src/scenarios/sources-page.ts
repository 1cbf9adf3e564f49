import { byFile, carriersOf, type Place } from './carriers.js';
import { notBuilt, type Element, type Elements, type Way } from './elements.js';

/** docs/sources.md: idea → file → step. */

const about = `# Where the ideas went

Five articles stand behind what the bot asks. Ideas are free and sentences are not: all words here and in \`scenarios/\` are our own. This
page says for each of the ideas in those articles where it is found today. \`npm run scenarios -- --sources\` writes it from
\`scenarios/elements.yaml\` and from \`source.elements\` in each file and step; a test fails while it is stale.

_In het kort: bij elk idee uit de vijf artikelen staat welk bestand en welke stap het draagt._

What carries an idea: a **round** of taps or words, sentences to finish (**stem**), a **ranked** choice, lines of which one's own choice
opens (**choose**), a private **card**, something done **together**, a **postcard**, a folded **lesson**; with replies, only a thank-you, a picture, one
**chosen aloud**, a **page** both keep, a **follow-up**, a **sheet** of rows, a **ritual** with its moment.
`;

export function sourcesPage({ seeds, elements }: Elements, places: readonly Place[]): string {
  const parts = seeds.map(({ seed, title }, index) => {
    const rows = elements.filter((element) => element.seed === index).map((element) => rowOf(element, places));
    return [
      `## ${title.charAt(0).toUpperCase()}${title.slice(1)}`,
      '',
      `\`${seed}\``,
      '',
      '| | Idea | Carried by | Where |',
      '| - | - | - | - |',
      ...rows,
      '',
    ].join('\n');
  });
  return [about, ...parts].join('\n');
}

function rowOf(element: Element, places: readonly Place[]): string {
  const { n, idea, by, also } = element;
  const carried = carriersOf(element, places);
  const waits = [...by, ...(also ?? [])].filter((way) => notBuilt.includes(way));
  const meanwhile = carried.length > 0 ? [] : places.filter(({ elements }) => elements.includes(n));
  const besides = (also ?? []).flatMap((way) => carriersOf({ n, by: [way] }, places));
  const where = [
    ...outsideFiles(by),
    ...asList([...carried, ...besides]),
    ...(waits.length > 0 ? [`_waits for: ${waits.join(', ')}_`] : []),
    ...asList(meanwhile).map((line) => `until then ${line}`),
  ];
  return `| ${String(n)} | ${idea} | ${by.join(', ')} | ${where.join('<br>')} |`;
}

function outsideFiles(by: readonly Way[]): readonly string[] {
  if (by.includes('order')) return ['the `order` of the twenty-four paths'];
  if (by.includes('engine')) return ['«Weet ik nog niet» and «Later» stand beside every question'];
  return [];
}

/** One line for each file, with its steps. */
function asList(carried: readonly Place[]): readonly string[] {
  return byFile(carried).map((inFile) => {
    const file = inFile[0]?.file ?? '';
    const steps = inFile.flatMap(({ step }) => (step === null ? [] : [step.id]));
    const link = `[${file.replace(/\.yaml$/u, '')}](../scenarios/${file})`;
    return steps.length === 0 ? link : `${link}: ${steps.join(', ')}`;
  });
}
