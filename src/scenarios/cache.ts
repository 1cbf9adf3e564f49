import { fileURLToPath } from 'node:url';
import { keep, known } from '../kept.js';
import type { Loaded, loadScenarios } from './scenarios.js';

/**
 * The prompts as they were read, kept for the next start. Reading some 250 files with the place of every field costs half a
 * second of processor time; one file of JSON costs a few milliseconds. What reads them is not even loaded. Only what ships is
 * kept: files of an owner's own are theirs alone, and may be few or a whole disk.
 */

type Sources = Parameters<typeof loadScenarios>[0];

const reader = fileURLToPath(new URL('.', import.meta.url));

export async function loadScenariosCached(sources: Sources, directory?: string): Promise<Loaded> {
  if (sources.own !== undefined) return read(sources);
  const place = { name: 'content', files: [sources.shipped], readBy: [reader], directory };
  return fromEntries((known(place) as Kept | null) ?? keep(place, toEntries(await read(sources))));
}

async function read(sources: Sources): Promise<Loaded> {
  return (await import('./scenarios.js')).loadScenarios(sources);
}

/** A map of what was read, as its entries; anything else as it is. */
type Kept = readonly (readonly [
  string,
  { readonly map: readonly (readonly [string, unknown])[] } | { readonly plain: unknown },
])[];

function toEntries(loaded: Loaded): Kept {
  return Object.entries(loaded).map(([name, value]: [string, unknown]) => [
    name,
    value instanceof Map ? { map: [...(value as Map<string, unknown>)] } : { plain: value },
  ]);
}

function fromEntries(kept: Kept): Loaded {
  const fields = kept.map(([name, value]) => [name, 'map' in value ? new Map(value.map) : value.plain] as const);
  return Object.fromEntries(fields) as unknown as Loaded;
}
