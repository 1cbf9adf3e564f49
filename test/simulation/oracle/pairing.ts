import type { Ledger, Watch } from './ledger.js';

/** Promise 8: a code pairs exactly two people, once, within its life. */

export interface Pairs extends Watch {
  partnerOf(person: number): number | null;
}

const lifeMs = 7 * 24 * 3_600_000;

export function watchPairing(ledger: Ledger): Pairs {
  const owners = new Map<string, { readonly owner: number; readonly shownAt: number }>();
  /** The last first: an old button may be pressed beside the one that pairs. */
  const offered = new Map<number, readonly { readonly code: string; readonly at: number }[]>();
  const usedBy = new Map<string, number>();
  const partners = new Map<number, number>();

  const part = (person: number) => {
    const partner = partners.get(person);
    partners.delete(person);
    if (partner !== undefined) partners.delete(partner);
  };

  function pair(joiner: number, code: string, at: number): void {
    const host = owners.get(code);
    if (host === undefined) {
      ledger.breach('8', 'a code that nobody was given pairs', joiner);
      return;
    }
    const user = usedBy.get(code);
    if (user !== undefined && user !== joiner) {
      ledger.breach('8', 'one code paired twice', joiner, user, host.owner);
    }
    usedBy.set(code, joiner);
    // Of time that no clock told of, a code cannot know either.
    if (at > host.shownAt + lifeMs && !ledger.machine.lostTimeSince(host.shownAt)) {
      ledger.breach('8', 'a code paired after its life', joiner, host.owner);
    }
    const present = partners.get(host.owner);
    if (present !== undefined && present !== joiner && ledger.leftAt(host.owner) < at - 3_600_000) {
      ledger.breach('8', 'a third joined a pair', joiner, present, host.owner);
    }
    part(joiner);
    part(host.owner);
    partners.set(joiner, host.owner);
    partners.set(host.owner, joiner);
  }

  return {
    partnerOf: (person) => partners.get(person) ?? null,
    handed: ({ person, pressed, at }) => {
      const isYes = pressed?.name === 'agree' || pressed?.name === 'pairUp';
      if (isYes && pressed.slot !== '')
        offered.set(person, [{ code: pressed.slot, at }, ...(offered.get(person) ?? [])].slice(0, 3));
    },
    called: ({ to, kind, call, buttons }) => {
      const code = /\?start=([0-9A-Z]+)/.exec(call.text)?.[1];
      if (code !== undefined && !owners.has(code)) owners.set(code, { owner: to, shownAt: call.at });
      if (kind === 'paired' && buttons.some(({ name }) => name === 'undoPairing')) {
        const offers = offered.get(to) ?? [];
        const isAlive = ({ code: one, at }: (typeof offers)[number]) => at <= (owners.get(one)?.shownAt ?? 0) + lifeMs;
        const offer = offers.find(isAlive) ?? offers[0];
        if (offer === undefined) ledger.breach('8', 'somebody was paired who had offered no code', to);
        else pair(to, offer.code, offer.at);
      }
      if (kind === 'unpaired' || kind === 'unpairedSelf' || kind === 'undone' || kind === 'erased') part(to);
    },
  };
}
