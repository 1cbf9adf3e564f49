import type { Protocol } from '../core/listening/protocol.js';
import type { Scenario } from '../core/round/scenario.js';
import type { PathFile } from './path-file.js';
import type { ScenarioFile } from './scenario-file.js';
import type { Lists } from './to-core.js';
import type { Checked } from './yaml-file.js';

export type Origin = 'shipped' | 'own';

/** A file that is sound in itself. */
export interface Sound<T> {
  readonly file: string;
  readonly origin: Origin;
  readonly checked: Extract<Checked<T>, { ok: true }>;
}

/** What was read so far. */
export interface Reading {
  readonly lists: Lists;
  readonly fileOf: Map<string, string>;
  readonly scenarios: Map<string, Scenario>;
  readonly protocols: Map<string, Protocol>;
  /** What names other files waits until those are read. */
  readonly covering: Sound<ScenarioFile>[];
  readonly paths: Map<string, Sound<PathFile>>;
}
