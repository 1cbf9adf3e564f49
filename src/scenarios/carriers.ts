import { basename, join } from 'node:path';
import type { AskedFields } from './asked-file.js';
import type { Element, Way } from './elements.js';
import { filesIn } from './files-in.js';
import { pathFile, type PathFile, type PathStepInFile } from './path-file.js';
import { asAsked } from './path-rules.js';
import { protocolFile } from './protocol-file.js';
import { postcardFile } from './postcard-file.js';
import { scenarioFile, type ScenarioFile } from './scenario-file.js';
import { readYamlFile } from './yaml-file.js';

/** Where each idea of the sources is found in what ships, and in which way it is carried there. */

/** A prompt, a protocol, a postcard, or a step of a path that names ideas. */
export interface Place {
  readonly file: string;
  readonly step: { readonly id: string; readonly index: number } | null;
  readonly elements: readonly number[];
  readonly ways: ReadonlySet<Way>;
}

/** Files that cannot be read are left to `npm run scenarios`, which names what is wrong with them. */
export function placesIn(directory: string): readonly Place[] {
  const prompts = sound<ScenarioFile>(join(directory, 'prompts'), scenarioFile);
  const protocols = sound(join(directory, 'listening'), protocolFile);
  const paths = sound<PathFile>(join(directory, 'paths'), pathFile);
  const postcards = sound(join(directory, 'postcards'), postcardFile);
  const promptOf = new Map(prompts.map(({ value }) => [value.id, value]));
  return [
    ...prompts.map(({ name, value }) => whole(`prompts/${name}`, value.source?.elements, waysOf(value))),
    ...protocols.map(({ name, value }) => whole(`listening/${name}`, value.source?.elements, new Set(['together']))),
    ...postcards.map(({ name, value }) => whole(`postcards/${name}`, value.source?.elements, new Set(['postcard']))),
    ...paths.flatMap(({ name, value }) =>
      value.steps.map((step, index) => ({
        file: `paths/${name}`,
        step: { id: step.id, index },
        elements: step.source?.elements ?? [],
        ways: waysOfStep(step, promptOf),
      })),
    ),
  ].filter(({ elements }) => elements.length > 0);
}

/** The places that carry an idea in the way that is asked; none when it waits. */
export function carriersOf({ n, by }: Pick<Element, 'n' | 'by'>, places: readonly Place[]): readonly Place[] {
  const named = places.filter(({ elements }) => elements.includes(n));
  const alone = by.filter((way) => way !== 'several-steps' && way !== 'card-then-asked');
  if (by.includes('several-steps')) {
    return (
      byFile(named).filter(
        (group) => group.length > 1 && alone.every((way) => group.some(({ ways }) => ways.has(way))),
      )[0] ?? []
    );
  }
  if (by.includes('card-then-asked')) return byFile(named).find(isCardThenAsked) ?? [];
  return named.filter(({ ways }) => alone.every((way) => ways.has(way)));
}

function isCardThenAsked(group: readonly Place[]): boolean {
  const card = group.findIndex(({ ways }) => ways.has('card'));
  return card >= 0 && group.slice(card + 1).some(({ ways }) => isAsked(ways));
}

function isAsked(ways: ReadonlySet<Way>): boolean {
  return (['round', 'stem', 'ranked', 'choose'] as const).some((way) => ways.has(way));
}

export function byFile(places: readonly Place[]): readonly (readonly Place[])[] {
  const files = [...new Set(places.map(({ file }) => file))];
  return files.map((file) => places.filter((place) => place.file === file));
}

function whole(file: string, elements: readonly number[] | undefined, ways: ReadonlySet<Way>): Place {
  return { file, step: null, elements: elements ?? [], ways };
}

function waysOfStep(step: PathStepInFile, promptOf: ReadonlyMap<string, ScenarioFile>): ReadonlySet<Way> {
  const used = step.use === undefined ? undefined : promptOf.get(step.use);
  return waysOf(used ?? asAsked(step));
}

function waysOf(asked: AskedFields): ReadonlySet<Way> {
  const { after, lesson, may_open: mayOpen } = asked;
  const said: Partial<Record<Way, boolean>> = {
    lesson: lesson !== undefined,
    replies: after?.replies !== undefined,
    'thanks-only': after?.react !== undefined,
    'chosen-aloud': after?.pick_one === true,
    page: after?.keep === true,
    'follow-up': after?.follow_up_days !== undefined,
    loop: after?.picture?.draw === 'loop',
    words: after?.picture?.draw === 'words',
    'may-open': mayOpen !== undefined,
    sheet: asked.answer?.kind === 'sheet',
    ritual: after?.ritual !== undefined,
  };
  const also = (Object.keys(said) as Way[]).filter((way) => said[way]);
  return new Set([formOf(asked), ...also]);
}

function formOf({ visibility, answer }: AskedFields): Way {
  switch (visibility) {
    case 'private':
      return 'card';
    case 'together':
      return 'together';
    case 'choose':
      return 'choose';
    case 'overlap':
      return 'overlap';
    case 'blind':
    case undefined:
      return answer?.kind === 'stem' ? 'stem' : answer?.kind === 'multi' && answer.ranked ? 'ranked' : 'round';
  }
}

function sound<T>(source: string, schema: Parameters<typeof readYamlFile<T>>[1]) {
  return filesIn(source, () => undefined).flatMap((file) => {
    const checked = readYamlFile(file, schema);
    return checked.ok ? [{ name: basename(file), value: checked.value }] : [];
  });
}
