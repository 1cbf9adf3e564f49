import type { Erasure } from './event.js';
import type { ExportSaid } from './export.js';

/** The sentences about what is kept; see notice.ts. */
export interface OwnDataSayParams {
  /** With a file: a page to read, or data for another program. */
  exported: { readonly as: 'page' | 'data'; readonly data: ExportSaid };
  exportAllAsked: object;
  eraseAsked: { readonly partner: string | null };
  /** `hasFolds`: what they have not opened yet goes as well. `hasRoom`: the other sees it go from there. */
  eraseExplained: {
    readonly what: Erasure;
    readonly partner: string | null;
    readonly hasFolds: boolean;
    readonly hasRoom?: true;
  };
  eraseDropped: object;
  answersErased: { readonly partner: string | null };
  chatCleared: object;
  erased: object;
  stayAsked: { readonly isPaired: boolean };
  stayed: object;
  erasedInSilence: object;
}
