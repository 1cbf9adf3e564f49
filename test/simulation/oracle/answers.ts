import type { Folds } from './folds.js';
import { goesOn, ownerOf, type Deed, type Ledger, type Said, type Watch } from './ledger.js';
import type { Spoken } from './listening.js';
import type { Given } from './postcards.js';

/** Promises 1, 2 and 3: nothing early, nothing to one only, nothing lost, nothing twice. */

/** One person's side of one round, as the wire shows it. */
interface Side {
  /** Words of each card that was sent, by its step. */
  readonly cards: Map<number, readonly string[]>;
  draftStep: number;
  sealedStep: number;
  readonly sealsPressed: Set<number>;
  readonly restarts: number[];
  hasPassed: boolean;
  isChosen: boolean;
  finalAt: number;
  withdrawnAt: number;
  sealedAtOnce: boolean;
  calledAt: number;
  isDelivered: boolean;
}

const minuteMs = 60_000;
const revealWithinMs = 45 * minuteMs;
const returnWithinMs = 30 * minuteMs;
/** Erased answers are taken back, whatever became of them. */
function forget(side: Side, at: number): void {
  side.cards.clear();
  side.sealedAtOnce = false;
  side.withdrawnAt = at;
}

const finals = new Set(['seal', 'sealChosen', 'notYet', 'live']);

export function watchAnswers(ledger: Ledger, spoken: Spoken, folds: Folds, postcards: Given): Watch {
  const sides = new Map<string, Side>();
  const shared = new Map<string, number>();
  const edited = new Set<string>();
  const wordsOfMessage = new Map<number, readonly string[]>();
  /** Who is away, and what is to reach whom once they are back. */
  const owed = new Map<number, Map<string, readonly [person: number, round: string, since: number]>>();
  /** Words that have been read already may be read again. */
  const known = new Set<string>();

  const sideOf = (person: number, round: string): Side => {
    const key = `${person} ${round}`;
    const known = sides.get(key) ?? {
      cards: new Map(),
      draftStep: -1,
      sealedStep: -1,
      sealsPressed: new Set(),
      restarts: [],
      hasPassed: false,
      isChosen: false,
      finalAt: -Infinity,
      withdrawnAt: -Infinity,
      sealedAtOnce: false,
      calledAt: Infinity,
      isDelivered: false,
    };
    sides.set(key, known);
    return known;
  };
  const lastOf = (map: ReadonlyMap<string, number>, what: string, person: number) =>
    map.get(`${what} ${person}`) ?? -Infinity;

  function hear(deed: Deed): void {
    const { person, pressed } = deed;
    if (deed.messageId !== null && deed.words.length > 0) {
      if (deed.isEdit) for (const word of wordsOfMessage.get(deed.messageId) ?? []) edited.add(word);
      wordsOfMessage.set(deed.messageId, deed.words);
    }
    if (deed.text === '/stop') loseSightOfTakingBack(deed);
    if (pressed === null) {
      if (deed.text === '/intrek') shared.set(`withdraw ${person}`, deed.at);
    } else {
      const side = sideOf(person, pressed.slot);
      if (pressed.name === 'seal' || pressed.name === 'sealChosen') side.sealsPressed.add(pressed.step);
      if (pressed.name === 'notYet' || pressed.name === 'live') side.hasPassed = true;
      if (finals.has(pressed.name)) side.finalAt = deed.at;
      if (pressed.name === 'restart') side.restarts.push(pressed.step);
      if (pressed.name === 'withdraw') side.withdrawnAt = deed.at;
      if (['shareAnyway', 'sendReaction', 'breathSeal'].includes(pressed.name))
        shared.set(`${pressed.name} ${person}`, deed.at);
    }
    if (pressed?.name === 'eraseNow' && deed.data !== 'eraseNow::0:chat') {
      for (const [key, side] of sides) if (key.startsWith(`${person} `)) forget(side, deed.at);
    }
    // Who comes back hears what was kept for them, and the other what could not open without them.
    const kept = owed.get(person);
    if (kept === undefined || !goesOn(deed)) return;
    owed.delete(person);
    for (const [whom, round, since] of kept.values()) {
      if (ledger.leftAt(whom) < since) mustReach(whom, round, returnWithinMs);
    }
  }

  /** A stop takes back what was on its way, also the card that shows a seal as taken off. */
  function loseSightOfTakingBack({ person, at }: Deed): void {
    const by = lastOf(shared, 'withdraw', person);
    for (const [key, side] of sides) {
      if (key.startsWith(`${person} `) && Math.max(side.withdrawnAt, by) >= at - 10 * minuteMs)
        side.sealedAtOnce = false;
    }
  }

  /** A card of one's own: what was there stays there, but for what its writer took away, or did not choose. */
  function seeCard({ to, call, buttons, words, kind }: Said): void {
    for (const { name, slot } of buttons) if (name === 'sealChosen') sideOf(to, slot).isChosen = true;
    const card = buttons.find(({ name }) => name === 'seal' || name === 'withdraw');
    if (card === undefined || call.text === '') return;
    const side = sideOf(to, card.slot);
    const own = words.filter((word) => ownerOf(word) === to);
    const before = [...side.cards.keys()].filter((step) => step < card.step).sort((one, other) => other - one)[0];
    const isStatus = card.name === 'withdraw' && own.length === 0;
    if (before !== undefined && !side.cards.has(card.step) && !isStatus) {
      const isCleared = side.restarts.some((step) => step >= before && step < card.step);
      const lost = (side.cards.get(before) ?? []).filter((word) => !own.includes(word) && !edited.has(word));
      if (lost.length > 0 && !isCleared && !side.isChosen) {
        ledger.breach('3', `${lost.join(' ')}, which a card had shown, is not on the next`, to);
      }
    }
    if (isStatus) {
      side.sealedStep = Math.max(side.sealedStep, card.step);
      return;
    }
    side.cards.set(card.step, own);
    if (card.name === 'seal') {
      side.draftStep = Math.max(side.draftStep, card.step);
      if (card.step > side.sealedStep) side.sealedAtOnce = false;
      return;
    }
    side.sealedStep = Math.max(side.sealedStep, card.step);
    side.sealedAtOnce = kind === 'sealedAtOnce' && card.step > side.draftStep;
    const partner = ledger.partnerOf(to);
    if (partner === null || !side.sealedAtOnce || !sideOf(partner, card.slot).sealedAtOnce) return;
    for (const person of [to, partner]) mustReach(person, card.slot, revealWithinMs);
  }

  /** What both sealed is opened to this one as well. */
  function mustReach(person: number, round: string, withinMs: number): void {
    const side = sideOf(person, round);
    const since = ledger.clock.now();
    const partner = ledger.partnerOf(person);
    const other = partner === null ? null : sideOf(partner, round);
    ledger.owe({
      promise: '2',
      what: `round ${round} did not reach ${person}`,
      people: partner === null ? [person] : [person, partner],
      withinMs,
      isMet: () => side.isDelivered,
      isExcused: () => {
        // A stop lets go of what was on its way, also when it is being tried for the tenth time; and what opens meanwhile
        // opens to the other alone, who may have been away then.
        const openedAt = Math.min(since, side.calledAt, other?.calledAt ?? Infinity);
        if (ledger.wasStopped(person, openedAt - 10 * minuteMs)) return true;
        const absent = [person, partner ?? person].filter(
          (one) => ledger.isAway(one) || ledger.blockedAt(one) >= since - 1,
        );
        for (const one of absent) {
          const kept = owed.get(one) ?? new Map<string, readonly [number, string, number]>();
          owed.set(one, kept.set(`${person} ${round}`, [person, round, since]));
        }
        if (absent.length > 0) return true;
        const hasLeft = [person, partner ?? person].some((one) => ledger.leftAt(one) >= since - 10 * minuteMs);
        const tookBack = [side, other].some((one) => one !== null && one.withdrawnAt >= since - 10 * minuteMs);
        const withdrew = [person, partner ?? person].some(
          (one) => lastOf(shared, 'withdraw', one) >= since - 10 * minuteMs,
        );
        if (hasLeft || ((tookBack || withdrew) && !(other?.isDelivered ?? false))) return true;
        // To the other it may open days later, on their return; in a line it lies since both had sealed.
        const bothSealedAt = Math.max(side.finalAt, other?.finalAt ?? -Infinity);
        const cameSince = bothSealedAt === -Infinity ? openedAt : Math.min(openedAt, bothSealedAt);
        return folds.mayHold(person, cameSince - 10 * minuteMs, revealWithinMs, () => {
          mustReach(person, round, revealWithinMs);
        });
      },
    });
  }

  function seeReveal({ to, buttons, words }: Said): void {
    const round = buttons.find(({ name }) => name === 'thank' || name === 'tellMore')?.slot;
    if (round === undefined) return;
    const foreign = words.map(ownerOf).find((owner) => owner !== to);
    const partner = foreign ?? ledger.partnerOf(to);
    if (partner === null) return;
    const side = sideOf(to, round);
    for (const person of [to, partner]) {
      const one = sideOf(person, round);
      if (one.sealsPressed.size === 0 && !one.hasPassed) {
        ledger.breach('1', `round ${round} opened before ${person} had sealed it`, to, partner);
        continue;
      }
      const isFirst = side.calledAt === Infinity;
      if (!one.hasPassed && one.draftStep >= 0 && Math.max(...one.sealsPressed) < one.draftStep && isFirst) {
        ledger.breach('1', `round ${round} opened while ${person} was at a draft`, to, partner);
      }
    }
    const hasPassed = [to, partner].some((person) => sideOf(person, round).hasPassed);
    for (const person of hasPassed ? [] : [to, partner]) {
      const { cards } = sideOf(person, round);
      const last = Math.max(...cards.keys());
      const missing = (cards.get(last) ?? []).filter((word) => !words.includes(word) && !edited.has(word));
      if (missing.length > 0) ledger.breach('3', `${missing.join(' ')} is missing from what opened`, to, partner);
    }
    side.calledAt = Math.min(side.calledAt, folds.saidSince(to, revealWithinMs));
  }

  function seeForeign({ to, kind, words, call, buttons }: Said): void {
    // Opened while its reader was away, it is read in the book first. A theme of a sheet reads like a reveal only where both said
    // something in its first row; which theme may be shown, sheets.ts knows.
    const isPage = buttons.some(
      ({ name, arg }) => name === 'removePage' || name === 'leafSheet' || (name === 'talkAbout' && arg !== ''),
    );
    for (const word of words) {
      const owner = ownerOf(word);
      if (owner === to) continue;
      const last = (what: string) => lastOf(shared, what, owner) > -Infinity;
      const isVoice = call.method === 'sendVoice';
      const isOpen =
        kind === 'revealed' ||
        known.has(`${to} ${word}`) ||
        spoken.mayReach(word, to, kind === 'listenLetters' || call.method === 'sendVoice') ||
        (kind === 'closedAnswer' && last('shareAnyway')) ||
        ((kind === 'reaction' || kind === 'reply' || kind === 'postcardReply') && last('sendReaction')) ||
        (isPage && hasSealed(owner) && hasSealed(to)) ||
        (kind === 'postcardCame' && postcards.mayReach(word)) ||
        (kind === 'breatherOpened' && last('breathSeal') && lastOf(shared, 'breathSeal', to) > -Infinity) ||
        (isVoice && (last('shareAnyway') || last('sendReaction') || hasSealed(owner) || postcards.hasGiven(owner)));
      known.add(`${to} ${word}`);
      if (!isOpen)
        ledger.breach(
          spoken.isListening(to) ? '4' : '1',
          `${word} reached ${to} in «${call.text.slice(0, 60)}»`,
          to,
          owner,
        );
    }
  }

  const hasSealed = (person: number) =>
    [...sides].some(([key, side]) => key.startsWith(`${person} `) && side.finalAt > -Infinity);

  return {
    handed: hear,
    called: (said) => {
      const twice = said.words.find((word, index) => said.words.indexOf(word) !== index);
      if (twice !== undefined) ledger.breach('3', `${twice} stands twice in one message`, said.to);
      seeForeign(said);
      if (said.kind === 'revealed') seeReveal(said);
      else seeCard(said);
    },
    delivered: ({ kind, to, buttons }) => {
      if (kind !== 'revealed') return;
      const round = buttons.find(({ name }) => name === 'thank' || name === 'tellMore')?.slot;
      const partner = ledger.partnerOf(to);
      if (round === undefined) return;
      sideOf(to, round).isDelivered = true;
      if (partner !== null && !sideOf(partner, round).isDelivered) mustReach(partner, round, revealWithinMs);
    },
  };
}
