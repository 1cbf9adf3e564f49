import type { Piece } from '../piece.js';
import type { Answer } from '../scene.js';

/** The sentences about postcards; see notice.ts. */
export interface PostcardSayParams {
  /** `isFirst`: they never gave one, so it is said what is kept. */
  postcardAsked: { readonly form: string; readonly partner: string; readonly isFirst: boolean };
  postcardDraft: { readonly form: string; readonly partner: string; readonly answer: Answer };
  /** Of a stem that is not full; `line` is the one that comes next, and `isBegun` when half of it is there. */
  postcardUnfinished: {
    readonly form: string;
    readonly answer: Answer;
    readonly line: string;
    readonly isBegun: boolean;
    readonly canGive: boolean;
  };
  postcardWhy: object;
  postcardHeld: { readonly partner: string };
  postcardReturned: { readonly why: 'breather' | 'listening' };
  postcardGiven: object;
  postcardCame: { readonly form: string; readonly partner: string; readonly answer: Answer };
  postcardThanks: { readonly partner: string };
  postcardReply: {
    readonly partner: string;
    readonly form: string;
    readonly reply: string;
    readonly pieces: readonly Piece[];
  };
}
