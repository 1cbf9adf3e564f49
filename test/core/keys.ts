/** Rows of keys that stand under more than one card. */

/** The keys of the rest: something to do for whoever cannot. */
export const menu =
  '[breathMenu:breathe] [breathMenu:move] / [breathMenu:senses] [breathMenu:music] / [breathMenu:nothing]';
export const wayBack = '[breathBack] / [breathMore] / [breathNotToday] / [breathUnsafe]';

export const ready = '[listenReady:calm] / [listenReady:some] / [listenReady:high]';
export const lying = 'listenParked [listenGoOn] / [listenLater:other] / [listenLetGo]';
export const wishes = '[listenSwap:now] / [listenSwap:tomorrow] / [listenSwap:no]';
export const signs = '[listenSignal:here] [listenSignal:slower]';
