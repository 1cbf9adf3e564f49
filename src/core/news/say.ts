import type { NewsName } from './table.js';

/** The one line after an update; see notice.ts. */
export interface NewsSayParams {
  news: { readonly what: readonly NewsName[] };
}
