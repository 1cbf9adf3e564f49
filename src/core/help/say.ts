import type { Crisis, Info } from '../command.js';
import type { WordsPlace } from './event.js';
import type { WordsSettled } from './event.js';

/** The sentences of help and information; see notice.ts. */
export interface HelpSayParams {
  helpOffered: {
    readonly about: Crisis;
    readonly words: WordsPlace;
    readonly isAsking: boolean;
    readonly partner: string | null;
  };
  whoseAsked: { readonly partner: string | null };
  /** `about`: the help that stood there stays until it goes away. */
  wordsSettled: { readonly how: WordsSettled; readonly about: Crisis | null };
  commandOffered: { readonly command: 'stop' | 'helplines' | 'callBreather' };
  /** Of help lines those of the reader's own country, or the others; `isTyped`: a command goes away with it. */
  informed: { readonly about: Info; readonly lands?: 'own' | 'other'; readonly isTyped?: boolean };
}
