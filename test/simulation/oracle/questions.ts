import { localMoment } from '../../../src/core/time/calendar.js';
import type { Ledger, Said, Watch } from './ledger.js';

/** The rhythm: never two questions of the clock's beside each other or on one date, none in the quiet hours. */

interface Shown {
  readonly round: string;
  readonly at: number;
  readonly isAsked: boolean;
}

const hourMs = 3_600_000;
const besideMs = 4 * hourMs;
const askedWithinMs = 20 * 60_000;
/** A step of the clock is noticed at the next beat, and what was due by it is on its way for a while. */
const followedWithinMs = 20 * 60_000;
const apartMs = 12 * hourMs;
const unsureForMs = 3 * 24 * hourMs;
/** Whoever begins or invites anew gets a first question at once. */
const asking = /^\/(?:vraag|start|uitnodigen)/;
/** Where nobody said otherwise. */
const home = 'Europe/Amsterdam';
const quiet = { from: 22 * 60, until: 8 * 60 };
const isQuiet = (minute: number) => minute >= quiet.from || minute < quiet.until;

export function watchQuestions(ledger: Ledger): Watch {
  const shown = new Map<number, Shown[]>();
  const arrived = new Map<number, Shown>();
  /** In calm time, since an answer may come late. */
  const askedAt = new Map<number, number>();
  const changedAt = new Map<number, number>();
  const hasMoved = new Set<number>();
  const hasOwnQuiet = new Set<number>();

  const isSure = (person: number, at: number) =>
    !hasMoved.has(person) && at - (changedAt.get(person) ?? -Infinity) > unsureForMs;

  const hasAsked = (to: number) =>
    [to, ledger.partnerOf(to) ?? to].some((one) => ledger.calmMs() - (askedAt.get(one) ?? -Infinity) < askedWithinMs);

  /** `isPatient`: a sheet, which can be filled in for weeks, while other questions come. */
  function see(to: number, round: string, at: number, isPatient: boolean): void {
    const everShown = shown.get(to) ?? [];
    if (everShown.some((one) => one.round === round)) return;
    // What was asked in another pair, or alone, has no place in the order of this one.
    const before = everShown.filter((one) => one.at > ledger.leftAt(to));
    const partner = ledger.partnerOf(to);
    const isAsked = hasAsked(to);
    const last = before.at(-1);
    shown.set(to, [...everShown, { round, at, isAsked }].slice(-40));
    // Which of two began first is known only from whoever was shown both: one may have reached nobody at its hour.
    const theirs = (shown.get(partner ?? 0) ?? []).map((one) => one.round);
    const isLate = last !== undefined && theirs.includes(round) && theirs.indexOf(last.round) > theirs.indexOf(round);
    if (isLate && !isPatient) {
      ledger.breach('rhythm', `question ${round} came after the one that followed it`, to);
    }
    if (isAsked) return;
    if (ledger.machine.isDoubtful()) ledger.breach('clock', 'a question came while the clock was in doubt', to);
    const shownMs = ledger.machine.errorMs();
    const local = localMoment(at + shownMs, home);
    const isSettled = !ledger.machine.wasSetSince(at - followedWithinMs);
    if (
      isSettled &&
      isSure(to, at) &&
      !hasOwnQuiet.has(to) &&
      [-ledger.apartMs, ledger.apartMs].every((ms) => isQuiet(localMoment(at + shownMs + ms, home).minute))
    ) {
      ledger.breach('rhythm', 'a question of the clock came in the quiet hours', to);
    }
    if (last === undefined || last.isAsked) return;
    // Where the clock was set meanwhile, two dates of it may be one in truth: then it is the time between that counts.
    const isOneDate = ledger.machine.wasSetSince(last.at)
      ? at - last.at < apartMs
      : localMoment(last.at + shownMs, home).date === local.date;
    if (isOneDate && isSure(to, at) && ledger.troubledMs(last.at - 24 * hourMs) === 0) {
      ledger.breach('rhythm', 'two questions came on one date', to);
    }
  }

  /** A question may have been called long before it arrives. */
  function arrive(to: number, round: string, at: number): void {
    const last = arrived.get(to);
    const one = shown.get(to)?.find((known) => known.round === round);
    if (one === undefined || last?.round === round) return;
    const isAsked = one.isAsked || hasAsked(to);
    arrived.set(to, { round, at, isAsked });
    if (last === undefined || last.isAsked || isAsked || last.at <= ledger.leftAt(to)) return;
    // Nobody can tell a machine that hears the time after its start from one that is set wrong then.
    if (ledger.machine.passesForAbsence(last.at)) return;
    if (at - last.at < besideMs && isSure(to, at)) ledger.breach('rhythm', 'two questions came beside each other', to);
  }

  const roundIn = ({ buttons, call }: Said) =>
    call.method.startsWith('send')
      ? buttons.find(({ name }) => name === 'else' || name === 'openPrompt')?.slot
      : undefined;

  return {
    handed: ({ person, text, pressed }) => {
      const name = pressed?.name ?? '';
      const isAsk = text !== null && asking.test(text);
      if (
        isAsk ||
        ['askQuestion', 'beginPath', 'nextStep', 'goOnPath'].includes(name) ||
        ['agree', 'pairUp', 'confirmUndo', 'beginAgain'].includes(name)
      ) {
        askedAt.set(person, ledger.calmMs());
      }
      if (['hour', 'days', 'holiday', 'quiet', 'type', 'wouldHelp', 'rhythmFits'].includes(name)) {
        for (const one of [person, ledger.partnerOf(person) ?? person]) changedAt.set(one, ledger.clock.now());
      }
      if (name === 'otherZone') hasMoved.add(person);
      if (name === 'quiet' || name === 'type') hasOwnQuiet.add(person);
    },
    called: (said) => {
      const round = roundIn(said);
      if (round === undefined) return;
      see(
        said.to,
        round,
        said.call.at,
        said.buttons.some(({ name }) => name === 'fillIn'),
      );
    },
    delivered: (said) => {
      const round = roundIn(said);
      if (round !== undefined) arrive(said.to, round, said.call.at);
    },
  };
}
