import { ownerOf, type Deed, type Ledger, type Said, type Watch } from './ledger.js';

/**
 * Promise 16: a page is read while both keep both halves, and either takes it away at once; un-paired nobody reads the
 * other's half; and only what both would keep is told. Seen from the phones: what was tapped, and what stands on a page.
 */

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** What was on its way when a page was taken out, or the two parted. */
const lateMs = 20 * minuteMs;
/** A private yes, and the day that a message may be late. */
const wishMs = 31 * dayMs;

interface Since {
  readonly at: number;
  readonly calmMs: number;
}

export function watchBook(ledger: Ledger): Watch {
  /** By the round of a page: when somebody who saw both halves took it out. */
  const removed = new Map<string, Since>();
  /** By person: the pages on which they last saw words of the other. */
  const shared = new Map<number, Set<string>>();
  const lastWord = new Map<number, number>();
  /** Up to which of their words somebody erased. */
  const erased = new Map<number, { readonly upTo: number; readonly since: Since }>();
  const wished = new Map<number, Map<string, number>>();

  const now = (at: number): Since => ({ at, calmMs: ledger.calmMs() });
  const isLate = ({ at, calmMs }: Since) => ledger.calmMs() - calmMs < lateMs || ledger.machine.wasSetSince(at);
  const numberOf = (word: string) => Number(/x(\d+)/.exec(word)?.[1]);

  function hear({ person, at, pressed, words }: Deed): void {
    for (const word of words) {
      if (ownerOf(word) === person) lastWord.set(person, Math.max(lastWord.get(person) ?? 0, numberOf(word)));
    }
    if (pressed === null) return;
    const { name, slot } = pressed;
    if (name === 'removePageNow' && shared.get(person)?.has(slot) === true && !removed.has(slot))
      removed.set(slot, now(at));
    if (name === 'keepPage' || name === 'keepLonger') {
      const all = wished.get(person) ?? new Map<string, number>();
      wished.set(person, all.set(slot, at));
    }
  }

  /** Whoever was last shown a page with both halves and takes it out takes it from both. */
  function seePage({ to, words, call }: Said, round: string): void {
    const gone = removed.get(round);
    if (gone !== undefined && !isLate(gone)) ledger.breach('16', `${round} was taken out, and is read`, to);
    const theirs = words.filter((word) => ownerOf(word) !== to);
    const known = shared.get(to) ?? new Set<string>();
    shared.set(to, known);
    if (theirs.length > 0) known.add(round);
    else known.delete(round);
    for (const word of theirs) {
      const owner = ownerOf(word);
      const loss = erased.get(owner);
      if (loss !== undefined && numberOf(word) <= loss.upTo && !isLate(loss.since))
        ledger.breach('16', `${word} was erased, and is read in the book`, to, owner);
      const left = Math.max(ledger.leftAt(to), ledger.leftAt(owner));
      const isParted = ledger.partnerOf(to) !== owner;
      if (isParted && call.at - left > hourMs + ledger.troubledMs(left))
        ledger.breach('16', `${word} is read in the book by whoever is no partner`, to, owner);
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
      if (kind === 'pageKept' && call.method.startsWith('send')) seeKept(said);
      if (kind === 'answersErased') erased.set(to, { upTo: lastWord.get(to) ?? 0, since: now(call.at) });
    },
  };
}
