import { isCall } from './calling.js';
import type { Folds } from './folds.js';
import type { Ledger, Said, Watch } from './ledger.js';

/** Promise 5: during a breather nothing new crosses, nothing is asked, and it ends. */

interface Rest {
  readonly seenAt: number;
  /** When whoever called it was heard. */
  readonly calledAt: number;
  readonly members: readonly number[];
  isOver: boolean;
  /** Somebody was asked how it is now. */
  isMet: boolean;
}

const hourMs = 3_600_000;
const longestMs = 26 * hourMs;
const slackMs = 30 * 60_000;
const askedWithinMs = 20 * 60_000;
const endsWithinMs = 2 * 60_000;
const enabling = new Set(['seal', 'notYet', 'live', 'shareAnyway', 'sendReaction', 'thank', 'tellMore', 'breathSeal']);
const nudges = new Set(['reminder', 'cameBack', 'rhythm']);
const ends = new Set(['breatherRested', 'breatherOver', 'breatherOpened']);
const crossing = new Set(['revealed', 'closedAnswer', 'reaction', 'reply', 'thanks', 'moreAsked']);

export function watchBreathers(ledger: Ledger, folds: Folds): Watch {
  const rests = new Map<number, Rest>();
  const calledAt = new Map<number, number>();
  const enabledAt = new Map<number, number>();
  const leftAt = new Map<number, number>();
  /** In calm time: an answer to who asked may come late. */
  const askedAt = new Map<number, number>();
  const at = (map: ReadonlyMap<number, number>, person: number | null) =>
    person === null ? -Infinity : (map.get(person) ?? -Infinity);

  const begin = (person: number) => {
    const partner = ledger.partnerOf(person);
    const seenAt = folds.saidSince(person, slackMs);
    // What is read in a line of hours ago may be over.
    if (partner === null || rests.has(person) || ledger.clock.now() - seenAt > slackMs) return;
    const called = Math.max(at(calledAt, person), at(calledAt, partner));
    const rest = {
      seenAt,
      calledAt: called,
      members: [person, partner],
      isOver: false,
      isMet: false,
    };
    for (const member of rest.members) rests.set(member, rest);
    ledger.owe({
      promise: '5',
      what: 'a breather has no end',
      people: rest.members,
      withinMs: longestMs + hourMs,
      isMet: () => rest.isMet || rest.isOver,
      isExcused: () =>
        ledger.machine.lostTimeSince(rest.seenAt) ||
        rest.members.some(
          (member) =>
            ledger.stoppedAt(member) !== null ||
            ledger.leftAt(member) >= rest.seenAt ||
            mayHoldTheEnd(member, rest) ||
            hasBeenAway(member, rest.seenAt),
        ),
    });
  };
  const hasBeenAway = (member: number, since: number) =>
    ledger.wasAway(member, since) || ledger.blockedAt(member) >= since || ledger.wasStopped(member, since);
  /** In a line that tells nothing; what came with the breather itself is not its end. */
  const mayHoldTheEnd = (member: number, { seenAt }: Rest) => folds.cameSince(member, seenAt + slackMs);
  const end = (rest: Rest) => {
    rest.isOver = true;
    for (const member of rest.members) rests.delete(member);
  };

  function during(rest: Rest, { to, kind, call, buttons }: Said): void {
    // What was already there is read when its reader opens it.
    if (!call.method.startsWith('send')) return;
    const isQuestion =
      call.method === 'sendMessage' && buttons.some(({ name }) => name === 'else' || name === 'openPrompt');
    const isAnswer = rest.members.some((member) => ledger.calmMs() - at(askedAt, member) < askedWithinMs);
    if ((isQuestion && !isAnswer) || (kind !== null && nudges.has(kind)) || isReminder(buttons, kind)) {
      // The last word of a breather and what follows it go out in the same second, by different lanes.
      ledger.owe({
        promise: '5',
        what: `${kind ?? 'a question'} came during a breather`,
        people: rest.members,
        withinMs: endsWithinMs,
        isMet: () => rest.isOver,
        // Who is away is not told of the end, which is then nowhere on the wire.
        isExcused: () => rest.members.some((member) => hasBeenAway(member, rest.seenAt)),
      });
    }
    if (kind === null || !crossing.has(kind)) return;
    // With both away when it ends, nobody is told, and the end is nowhere on the wire.
    if (rest.members.every((member) => hasBeenAway(member, rest.seenAt))) return;
    const others = rest.members.map((member) => at(enabledAt, member));
    if (Math.min(...others.filter((one) => one > -Infinity)) > rest.calledAt) {
      ledger.breach('5', `${kind} crossed to ${to} during a breather`, ...rest.members);
    }
  }

  return {
    handed: ({ person, at: now, text, pressed }) => {
      if (isCall(text, pressed)) calledAt.set(person, now);
      if (text === '/vraag' || pressed?.name === 'askQuestion') askedAt.set(person, ledger.calmMs());
      if (pressed !== null && enabling.has(pressed.name)) enabledAt.set(person, now);
      if (pressed?.name === 'breathNotToday' || pressed?.name === 'breathUnsafe') leftAt.set(person, now);
    },
    called: (said) => {
      const { to, kind, buttons, call } = said;
      const rest = rests.get(to);
      if (rest !== undefined) {
        const isOver =
          call.at > rest.seenAt + longestMs + slackMs ||
          ledger.partnerOf(to) === null ||
          rest.members.some((member) => mayHoldTheEnd(member, rest)) ||
          rest.members.every((member) => at(leftAt, member) >= rest.seenAt);
        if (isOver || (kind !== null && ends.has(kind))) end(rest);
        else during(rest, said);
      }
      if (rest !== undefined && buttons.some(({ name }) => name === 'breathBack')) rest.isMet = true;
      const isCall = call.method !== 'editMessageReplyMarkup' && buttons.some(({ name }) => name === 'breathFor');
      if (isCall || kind === 'breatherCalled') begin(to);
      if (kind === 'inBreather') {
        const called = Math.max(at(calledAt, to), at(calledAt, ledger.partnerOf(to)));
        if (called > -Infinity && ledger.calmMs() > longestMs && call.at > called + longestMs + 2 * hourMs) {
          seeEndless(said, called);
        }
      }
    },
  };

  /** A bot that was away may meet the end late; one that was there may not. */
  function seeEndless({ to, call }: Said, called: number): void {
    if (ledger.troubledMs(called) > 0 || folds.cameSince(to, called)) return;
    ledger.breach('5', `a breather of ${String((call.at - called) / hourMs)} hours has not ended`, to);
  }
}

const isReminder = (buttons: Said['buttons'], kind: Said['kind']) =>
  kind === 'reminder' && buttons.some(({ name }) => name === 'later');
