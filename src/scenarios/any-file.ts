import { pathFile, type PathFile } from './path-file.js';
import { postcardFile, type PostcardFile } from './postcard-file.js';
import { faultsInPostcard, remarksOnPostcard, remarksOnShippedPostcard } from './postcard-rules.js';
import { faultsInPath, remarksOnPath, remarksOnShippedPath } from './path-rules.js';
import { protocolFile, type ProtocolFile } from './protocol-file.js';
import { faultsIn, remarksOnProtocol, remarksOnShippedProtocol } from './protocol-rules.js';
import { scenarioFile, type ScenarioFile } from './scenario-file.js';
import { faultsInPrompt, remarksOn, remarksOnShipped } from './scenario-rules.js';
import type { Remark } from './word-rules.js';

/** A file of any kind: how each is recognised, and which rules it is held to. */

export type AnyFile = ScenarioFile | ProtocolFile | PathFile | PostcardFile;

/** What a file of each kind must hold, how it should sound, and what is asked of one that ships. */
export function rulesFor(
  value: AnyFile,
  file: string,
): Record<'faults' | 'remarks' | 'shipped', () => readonly Remark[]> {
  switch (value.kind) {
    case 'listening':
      return {
        faults: () => faultsIn(value),
        remarks: () => remarksOnProtocol(value),
        shipped: () => remarksOnShippedProtocol(value, file),
      };
    case 'path':
      return {
        faults: () => faultsInPath(value),
        remarks: () => remarksOnPath(value),
        shipped: () => remarksOnShippedPath(value, file),
      };
    case 'postcard':
      return {
        faults: () => faultsInPostcard(value),
        remarks: () => remarksOnPostcard(value),
        shipped: () => remarksOnShippedPostcard(value, file),
      };
    case 'prompt':
      return {
        faults: () => faultsInPrompt(value),
        remarks: () => remarksOn(value),
        shipped: () => remarksOnShipped(value, file),
      };
  }
}

export function schemaFor(data: unknown) {
  const kind = typeof data === 'object' && data !== null && 'kind' in data ? data.kind : undefined;
  switch (kind) {
    case 'listening':
      return protocolFile;
    case 'path':
      return pathFile;
    case 'postcard':
      return postcardFile;
    default:
      return scenarioFile;
  }
}
