import type { PathFile } from './path-file.js';
import type { PostcardFile } from './postcard-file.js';
import type { ProtocolFile } from './protocol-file.js';
import type { ScenarioFile } from './scenario-file.js';
import type { Remark } from './word-rules.js';
import type { Origin, Reading } from './reading.js';
import type { AnyFile } from './any-file.js';

/** Why a file that is sound in itself cannot stand beside what was read before it. */
export function clashOf(file: AnyFile, origin: Origin, reading: Reading): Remark | undefined {
  const { id } = file;
  const earlier = reading.fileOf.get(id);
  if (earlier !== undefined) return { path: ['id'], message: `id "${id}" is already used in ${earlier}` };
  switch (file.kind) {
    case 'listening':
      return protocolClash(file, origin, reading);
    case 'path':
      return pathClash(file, reading);
    case 'postcard':
      return postcardClash(file, origin, reading);
    case 'prompt':
      return promptClash(file, origin, reading);
  }
}

function promptClash(
  { opening, answer, asks_after: asksAfter }: ScenarioFile,
  origin: Origin,
  { lists, scenarios }: Reading,
): Remark | undefined {
  if (answer?.kind === 'multi' && answer.list && !lists[answer.list]) {
    return { path: ['answer', 'list'], message: `the list ${answer.list} could not be read` };
  }
  if (asksAfter !== undefined) {
    if (origin === 'own') return { path: ['asks_after'], message: 'an own prompt cannot ask after an agreement' };
    const other = [...scenarios.values()].find((one) => one.asksAfter === asksAfter);
    return other && { path: ['asks_after'], message: `${other.id} does so already` };
  }
  if (!opening) return undefined;
  if (origin === 'own') return { path: ['opening'], message: 'an own prompt cannot be the opening one' };
  const first = [...scenarios.values()].find(({ isOpening }) => isOpening);
  return first && { path: ['opening'], message: `${first.id} is the opening prompt already` };
}

function postcardClash({ first }: PostcardFile, origin: Origin, { scenarios }: Reading): Remark | undefined {
  if (!first) return undefined;
  if (origin === 'own') return { path: ['first'], message: 'an own postcard cannot be the first one' };
  const other = [...scenarios.values()].find(({ postcard }) => postcard?.isFirst === true);
  return other && { path: ['first'], message: `${other.id} is the first one already` };
}

function pathClash({ steps }: PathFile, { lists }: Reading): Remark | undefined {
  const lacking = steps.findIndex(({ answer }) => answer?.kind === 'multi' && answer.list && !lists[answer.list]);
  return lacking < 0
    ? undefined
    : { path: ['steps', lacking, 'answer', 'list'], message: 'its list could not be read' };
}

function protocolClash(
  { first, steps }: ProtocolFile,
  origin: Origin,
  { lists, protocols }: Reading,
): Remark | undefined {
  const lacking = steps.findIndex(({ list }) => list !== undefined && !lists[list]);
  if (lacking >= 0) return { path: ['steps', lacking, 'list'], message: 'its list could not be read' };
  if (!first) return undefined;
  if (origin === 'own') return { path: ['first'], message: 'an own protocol cannot be the first one' };
  const other = [...protocols.values()].find(({ isDefault }) => isDefault);
  return other && { path: ['first'], message: `${other.id} is the first one already` };
}
