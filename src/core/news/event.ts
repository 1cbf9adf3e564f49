import type { Instant, PersonId } from '../ids.js';
import type { NewsName } from './table.js';

export type NewsEvent =
  /** What the rows of the table from `since` on brought is still to be told. */
  | { readonly type: 'newsAwaited'; readonly person: PersonId; readonly since: number; readonly at: Instant }
  | { readonly type: 'newsPutOff'; readonly person: PersonId; readonly at: Instant }
  /** Without any of it nothing is said. */
  | { readonly type: 'newsTold'; readonly person: PersonId; readonly what: readonly NewsName[] };
