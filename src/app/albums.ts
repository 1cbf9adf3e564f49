import type { Inbound } from '../store/store.js';

/** How many people's last album is remembered: those who send one right now are far fewer. */
const peopleMax = 1_000;

/** What is sent in one go arrives piece by piece, and is answered once: the first of it, and the rest without a word. */
export type Albums = (inbound: Inbound) => Inbound;

/** Remembers in memory: after a restart the rest of an album is answered once more. */
export function createAlbums(): Albums {
  const answered = new Map<string, string>();
  return (inbound) => {
    const { origin, command } = inbound;
    const isInAlbum = command.type === 'sendUnsupported' || command.type === 'sendPhoto';
    if (origin.from !== 'address' || !isInAlbum || command.together === undefined) return inbound;
    const isMore = answered.get(origin.address) === command.together;
    answered.delete(origin.address);
    answered.set(origin.address, command.together);
    const [oldest] = answered.keys();
    if (answered.size > peopleMax && oldest !== undefined) answered.delete(oldest);
    return isMore ? { ...inbound, command: { type: 'sendMore' } } : inbound;
  };
}
