import { listeningIn, parkedCard, present, putAside, swapCard, type ListeningAnnouncers } from './cards.js';
import { parkedKeys, swapKeys } from './keyboard.js';
import { scheduled } from './announce-before.js';
import { say, type Notice } from '../notice.js';
import { edit, isSilentFor, nameOfOther, send } from '../compose.js';
import { type Stage } from '../stage.js';
import { outsideQuiet } from '../rhythm/rhythm.js';
import type { Person } from '../scene.js';
import type { CoupleId } from '../ids.js';

/** Between two turns, and while it lies: the swap, putting down and going on. */
export const betweenTurns = {
  swapAsked: ({ couple }, stage) =>
    present(couple, stage).flatMap((me) => [
      ...putAside(me.id, listeningIn(stage.before, couple)),
      ...askSwap(me, couple, stage),
    ]),
  swapWished: ({ person, wish }) => [edit(person, swapCard, say('listenSwapNoted', { wish }))],
  turnScheduled: ({ couple, at }, stage) => scheduled(couple, at, stage),
  listeningParked: ({ couple }, stage) => {
    const before = listeningIn(stage.before, couple);
    const listening = listeningIn(stage.after, couple);
    return present(couple, stage).flatMap((me) => [
      ...putAside(me.id, before),
      send(me.id, say('listenParked', {}), {
        lane: 'scheduled',
        card: parkedCard,
        keys: parkedKeys(listening),
        notBefore: me.id === stage.after.actor ? null : outsideQuiet(me, stage.now),
      }),
    ]);
  },
  goOnWished: ({ person }) => [edit(person, parkedCard, say('listenGoOnNoted', {}))],
  listeningLetGo: ({ person }) => [edit(person, parkedCard, say('listenLetGo', {}))],
} satisfies Partial<ListeningAnnouncers>;

export function askSwap(me: Person, couple: CoupleId, stage: Stage): readonly Notice[] {
  const listening = listeningIn(stage.after, couple);
  return [
    send(me.id, say('listenSwap', { partner: nameOfOther(stage.after, me.id) }), {
      lane: 'reveal',
      card: swapCard,
      keys: swapKeys(listening),
      isSilent: isSilentFor(me, stage.after, stage.now),
    }),
  ];
}
