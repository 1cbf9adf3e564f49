import type { Instant } from '../ids.js';

/** The sentences of a bot that goes on elsewhere: as another bot, or with a copy of an earlier moment. */
export interface MovedSayParams {
  /** `isPhoto`: it is a photo that was lost. */
  voiceLost: { readonly partner: string; readonly isPhoto: boolean };
  ownVoiceLost: { readonly partner: string; readonly isPhoto: boolean };
  botChanged: { readonly partner: string | null };
  /** `from`: the moment of the copy, when it is known. */
  restored: { readonly from: Instant | null };
}
