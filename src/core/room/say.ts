import type { AnswerShown } from '../round/say.js';
import type { Language } from '../round/scenario.js';
import type { RoomReason } from './scene.js';

/** The sentences about a room; see notice.ts. */
export interface RoomSayParams {
  /** K1: what it is, and what it is not. */
  roomExplained: { readonly partner: string };
  /** Below it, with the key that makes one. */
  roomMaking: { readonly partner: string };
  roomLink: { readonly partner: string };
  roomUnfit: object;
  roomDropped: object;
  roomTooOften: object;
  /** K2 */
  roomMissing: { readonly partner: string };
  roomFits: { readonly partner: string };
  /** K3; without a maker it was looked at again, and both are asked. */
  roomAsked: { readonly partner: string; readonly isAgain: boolean };
  roomYesNoted: object;
  roomNoNoted: object;
  /** K4 */
  /** `language`: in which the bot writes there. */
  roomOpen: { readonly partner: string; readonly language: Language };
  roomGreeting: object;
  /** K5 */
  roomReveal: RoomReveal;
  openInRoom: object;
  roomApartSaid: object;
  roomNotYours: object;
  /** K6 */
  roomShut: { readonly reason: RoomReason; readonly hasStranded: boolean };
  roomStillShut: { readonly reason: RoomReason };
  roomLooking: object;
  roomNotMade: { readonly reason: RoomReason | null };
  roomOff: object;
  /** K10 */
  roomEmpty: object;
}

/** The two in the order of a coin that was tossed when the question was asked. */
export interface RoomReveal {
  readonly scenario: string;
  readonly said: readonly { readonly writer: string; readonly shown: AnswerShown }[];
}
