import type { Clock } from '../../../src/clock.js';
import { keepChoices } from '../../../src/core/own-data/book.js';
import type { Watch } from './ledger.js';

/**
 * Lines that tell nothing, which whoever is in discreet mode gets instead of a message. What lies in one is seen only
 * once it is opened, so until then nobody can tell on the wire whether it is there.
 */
export interface Folds extends Watch {
  /**
   * Whether what has not been seen may lie in a line that came since then. If so, `look` is called once the last such
   * line is opened, or at once where that was so short ago that what lay in it may still be on its way.
   */
  mayHold(person: number, since: number, withinMs: number, look: () => void): boolean;
  /** Since when what comes now may have lain in a line: what is shown was said when the line came. */
  saidSince(person: number, withinMs: number): number;
  /** Whether any such line came since then. */
  cameSince(person: number, since: number): boolean;
}

const keptAtLeastMs = 24 * 3_600_000 * Math.min(...keepChoices);

interface Line {
  readonly cameAt: number;
  openedAt: number | null;
}

export function watchFolds(clock: Clock): Folds {
  const lines = new Map<number, Map<string, Line>>();
  const waiting: {
    readonly person: number;
    readonly since: number;
    readonly slots: Set<string>;
    readonly look: () => void;
  }[] = [];
  const erasedAt = new Map<number, number>();
  /** What lay in them is erased with one's own answers, and after a while by itself. */
  const isKept = (person: number, since: number, at: number) =>
    (erasedAt.get(person) ?? -Infinity) < since && at - since < keptAtLeastMs;
  const linesOf = (person: number) => {
    const known = lines.get(person) ?? new Map<string, Line>();
    lines.set(person, known);
    return known;
  };

  return {
    handed: ({ person, pressed, data, at }) => {
      if (data?.startsWith('eraseNow:') === true) erasedAt.set(person, at);
      if (pressed?.name !== 'unfold') return;
      const line = linesOf(person).get(pressed.slot);
      if (line !== undefined) line.openedAt ??= at;
      for (const one of [...waiting]) {
        if (one.person !== person || !one.slots.delete(pressed.slot) || one.slots.size > 0) continue;
        waiting.splice(waiting.indexOf(one), 1);
        if (isKept(person, one.since, at)) one.look();
      }
    },
    delivered: ({ to, call, buttons }) => {
      const line = buttons.find(({ name }) => name === 'unfold');
      if (line === undefined || call.method !== 'sendMessage' || linesOf(to).has(line.slot)) return;
      linesOf(to).set(line.slot, { cameAt: clock.now(), openedAt: null });
    },
    saidSince: (person, withinMs) => {
      const now = clock.now();
      const opened = [...linesOf(person).values()].filter(({ openedAt }) => (openedAt ?? 0) >= now - withinMs);
      return Math.min(now, ...opened.map(({ cameAt }) => cameAt));
    },
    cameSince: (person, since) => [...linesOf(person).values()].some(({ cameAt }) => cameAt >= since),
    mayHold: (person, since, withinMs, look) => {
      const held = [...linesOf(person)].filter(([, { cameAt }]) => cameAt >= since);
      const closed = held.filter(([, { openedAt }]) => openedAt === null).map(([slot]) => slot);
      if (closed.length > 0) {
        waiting.push({ person, since, slots: new Set(closed), look });
        return true;
      }
      if (!isKept(person, since, clock.now())) return true;
      const isOpening = held.some(([, { openedAt }]) => (openedAt ?? 0) >= clock.now() - withinMs);
      if (isOpening) look();
      return isOpening;
    },
  };
}
