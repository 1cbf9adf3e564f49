import { ownerOf, type Deed, type Ledger, type Said, type Watch } from './ledger.js';
import type { Pressed } from './reading.js';

/**
 * Promise 16: a page is read while both keep both halves, and either takes it away at once; un-paired nobody reads the
 * other's half; and only what both would keep is told, or asked after again. Seen from the phones: what was tapped, and what
 * stands on a page or above a question.
 */

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** What was on its way when a page was taken out, or the two parted. */
const lateMs = 20 * minuteMs;
/** A private yes, and the day that a message may be late. */
const wishMs = 31 * dayMs;
/** A page is for two until 180 days after its question, which opened some weeks later at most. */
const surelyForTwoMs = 150 * dayMs;

interface Since {
  readonly at: number;
  readonly calmMs: number;
}

interface Removal extends Since {
  /** Whoever took it out, and whose half stood beside theirs. */
  readonly pair: readonly [number, number];
}

export function watchBook(ledger: Ledger): Watch {
  /** By the round of a page: when somebody took it out that was for two. */
  const removed = new Map<string, Removal>();
  /** By person: the pages on which they last saw words of the other, and whose. */
  const shared = new Map<number, Map<string, number>>();
  const lastWord = new Map<number, number>();
  /** Up to which of their words somebody erased. */
  const erased = new Map<number, { readonly upTo: number; readonly since: Since }>();
  const wished = new Map<number, Map<string, number>>();
  /** The words that stood on a page, by its round. */
  const onPage = new Map<string, readonly string[]>();

  const now = (at: number): Since => ({ at, calmMs: ledger.calmMs() });
  const isLate = ({ at, calmMs }: Since) => ledger.calmMs() - calmMs < lateMs || ledger.machine.wasSetSince(at);
  const numberOf = (word: string) => Number(/x(\d+)/.exec(word)?.[1]);

  function hear({ person, at, pressed, words }: Deed): void {
    for (const word of words) {
      if (ownerOf(word) === person) lastWord.set(person, Math.max(lastWord.get(person) ?? 0, numberOf(word)));
    }
    if (pressed === null) return;
    const { name, slot } = pressed;
    if (name === 'removePageNow') takeOut(person, pressed, at);
    // Of an agreement the button carries the page that it would be.
    const page = name === 'keepPlan' ? pressed.arg : name === 'keepPage' || name === 'keepLonger' ? slot : null;
    if (page !== null) {
      const all = wished.get(person) ?? new Map<string, number>();
      wished.set(person, all.set(page, at));
    }
  }

  /**
   * Whoever was last shown a page with both halves takes it out for both, while the two are a couple and the page is for
   * two. The page may have been shown long before: if that is over by now, they take out their own half alone.
   */
  function takeOut(person: number, { slot, step }: Pressed, at: number): void {
    const other = shared.get(person)?.get(slot);
    if (other === undefined || removed.has(slot)) return;
    const isForTwo = ledger.partnerOf(person) === other && at < step * 1000 + surelyForTwoMs;
    if (isForTwo) removed.set(slot, { ...now(at), pair: [person, other] });
  }

  /** They hear of the end only now, and it may have come before they took a page out. */
  function seeEnd(to: number): void {
    for (const [round, removal] of removed) {
      if (removal.pair.includes(to) && isLate(removal)) removed.delete(round);
    }
  }

  function seePage({ to, words, call }: Said, round: string): void {
    const gone = removed.get(round);
    if (gone !== undefined && !isLate(gone)) ledger.breach('16', `${round} was taken out, and is read`, to);
    const theirs = words.filter((word) => ownerOf(word) !== to);
    const known = shared.get(to) ?? new Map<string, number>();
    shared.set(to, known);
    if (theirs[0] === undefined) known.delete(round);
    else known.set(round, ownerOf(theirs[0]));
    onPage.set(round, [...new Set([...(onPage.get(round) ?? []), ...words])]);
    readInBook(to, theirs, call.at);
  }

  function readInBook(to: number, theirs: readonly string[], at: number): void {
    for (const word of theirs) {
      const owner = ownerOf(word);
      const loss = erased.get(owner);
      if (loss !== undefined && numberOf(word) <= loss.upTo && !isLate(loss.since))
        ledger.breach('16', `${word} was erased, and is read in the book`, to, owner);
      const left = Math.max(ledger.leftAt(to), ledger.leftAt(owner));
      const isParted = ledger.partnerOf(to) !== owner;
      if (isParted && at - left > hourMs + ledger.troubledMs(left))
        ledger.breach('16', `${word} is read in the book by whoever is no partner`, to, owner);
    }
  }

  /** Asked after again: words of a page that both would keep, and that nobody has taken out. */
  function seeAskedAgain({ to, words, call }: Said): void {
    const theirs = words.filter((word) => ownerOf(word) !== to);
    readInBook(to, theirs, call.at);
    for (const word of theirs) {
      const gone = [...removed].find(([round]) => onPage.get(round)?.includes(word) === true)?.[1];
      if (gone !== undefined && !isLate(gone)) ledger.breach('16', `${word} was taken out, and is asked after`, to);
      const [mine, other] = [wished.get(to), wished.get(ownerOf(word))];
      if (![...(mine ?? [])].some(([round]) => other?.has(round) === true))
        ledger.breach('16', `${word} is asked after, and one of the two does not keep it`, to, ownerOf(word));
    }
  }

  function seeKept({ to, call }: Said): void {
    const partner = ledger.partnerOf(to);
    if (partner === null) return;
    const mine = [...(wished.get(to) ?? [])].filter(([, at]) => call.at - at < wishMs + ledger.troubledMs(at));
    const theirs = wished.get(partner);
    if (!mine.some(([round]) => theirs?.has(round) === true))
      ledger.breach('16', `a page is kept that one of the two does not keep`, to, partner);
  }

  return {
    handed: hear,
    called: (said) => {
      const { to, kind, buttons, call } = said;
      const page = buttons.find(({ name }) => name === 'removePage');
      if (page !== undefined) seePage(said, page.slot);
      if (kind === 'askedAgain') seeAskedAgain(said);
      if (kind === 'pageKept' && call.method.startsWith('send')) seeKept(said);
      if (kind === 'unpaired' || kind === 'unpairedSelf' || kind === 'undone' || kind === 'erased') seeEnd(to);
      if (kind === 'answersErased') erased.set(to, { upTo: lastWord.get(to) ?? 0, since: now(call.at) });
    },
  };
}
