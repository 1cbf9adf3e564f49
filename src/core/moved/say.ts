import type { Instant } from '../ids.js';

/** The sentences of a bot that goes on elsewhere: as another bot, or with a copy of an earlier moment. */
export interface MovedSayParams {
  voiceLost: { readonly partner: string };
  ownVoiceLost: { readonly partner: string };
  botChanged: { readonly partner: string | null };
  /** `from`: the moment of the copy, when it is known. */
  restored: { readonly from: Instant | null };
}
