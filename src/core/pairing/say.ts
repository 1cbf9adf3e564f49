import type { Instant } from '../ids.js';

/** The sentences of the first welcome, an invite and a pairing; see notice.ts. */
export interface PairingSayParams {
  welcome: { readonly name: string; readonly inviter: string | null };
  terms: object;
  declined: object;
  /** To somebody who uses the bot already: who invites them; null where that is not known now. */
  pairAsked: { readonly inviter: string | null };
  pairDeclined: object;
  termsChanged: { readonly isSaid: boolean };
  codeUnknown: object;
  /** `isAgain`: they were in a couple before, and that ended. */
  invite: {
    readonly code: string;
    readonly expiresAt: Instant | null;
    readonly isFirst: boolean;
    readonly isAgain: boolean;
  };
  /** Under the picture of its link. */
  inviteQr: { readonly code: string };
  partnerAwaited: { readonly expiresAt: Instant | null };
  inviteExpired: object;
  paired: { readonly partner: string };
  joined: { readonly partner: string };
  undoAsked: { readonly partner: string };
  undoDropped: { readonly partner: string };
  undone: { readonly partner: string };
  status: {
    readonly partner: string | null;
    readonly round: 'none' | 'open' | 'answered';
    readonly isPaired: boolean;
    /** The reader's own rhythm; null where it has nothing to say. */
    readonly own: { readonly days: readonly number[]; readonly minute: number } | null;
  };
  beginningAsked: object;
}
