import { expect } from 'vitest';
import type { Button } from '../../../src/core/buttons.js';
import type { Event } from '../../../src/core/event.js';
import { draftOf, notesOf, type Listening } from '../../../src/core/listening/scene.js';
import type { SayName, SayParams } from '../../../src/core/notice.js';
import type { Couple } from '../../../src/core/scene.js';
import type { Instant, PersonId } from '../../../src/core/ids.js';
import { coupleFormat, type CoupleDocument } from '../../../src/store/documents.js';
import { readDocument, writeDocument } from '../../../src/store/document-format.js';
import { loadScenarios, shippedDirectory } from '../../../src/scenarios/scenarios.js';
import { hours } from '../../support/given.js';
import type { Happening, Heard } from '../memory.js';
import type { Rules } from '../stage.js';

/**
 * Promise 4 and the nine invariants of a listening round, looked at after every single command. What may be seen is
 * reckoned here from what was said and tapped, and not from what the rules keep.
 */

const { protocols } = loadScenarios({ shipped: shippedDirectory });
const holdMs = 20_000;

/** Something somebody wrote or spoke: one of a kind, like `‹12›`. */
interface Word {
  readonly by: PersonId;
  readonly messageId: number;
  /** The listening round in which its writer held the pen just then; null when they held none. */
  readonly pen: string | null;
}

export interface Memory {
  readonly words: Map<string, Word>;
  readonly delivered: Set<string>;
  /** Since when something is on its way, let go by its writer; null when nothing is. */
  heldAt: Instant | null;
}

export const coupleWith = (couples: readonly Couple[], id: PersonId) =>
  couples.find(({ members }) => members.includes(id));

/** Who may write now, by the protocol's file and nothing else. */
export function pensOf({ members }: Couple, { protocol, step, speaker, phase, left }: Listening): readonly PersonId[] {
  if (!['step', 'together', 'held'].includes(phase)) return [];
  const pen = protocols.get(protocol)?.steps.find(({ id }) => id === step)?.pen;
  return members.filter(
    (id) => !left.includes(id) && (pen === 'both' || (pen === 'speaker') === (id === speaker) || pen === undefined),
  );
}

function wordsIn({ words }: Memory, what: unknown): readonly (readonly [string, Word])[] {
  const found = JSON.stringify(what ?? {}).match(/‹\d+›/g) ?? [];
  return found.flatMap((word) => {
    const said = words.get(word);
    return said === undefined ? [] : [[word, said] as const];
  });
}

/** An agreement that its writer proposes; and what crosses outside a listening round, which promises.test.ts looks at. */
const otherWays: readonly Event['type'][] = [
  'planProposed',
  'planAgreed',
  'answersRevealed',
  'closedAnswerShared',
  'reactionSent',
  'breatherEnded',
];

/** What was delivered before, once more. */
const again: readonly Event['type'][] = ['readyAsked', 'listeningTold', 'heardShown'];

/** Promise 4 and invariants 2 and 6: what reaches the other was written with the pen in hand, in this very round. */
export function checkWords(memory: Memory, { notice, because }: Heard, before: readonly Couple[]): void {
  for (const [word, { by, pen }] of wordsIn(memory, notice.say)) {
    if (by === notice.to) continue;
    const reached = `${word} of ${String(by)} reached ${String(notice.to)} by ${because.type}`;
    if (because.type === 'segmentDelivered' || because.type === 'lettersOpened') {
      const writers = (because.type === 'segmentDelivered' ? [because.said] : because.said).map((one) => one.by);
      const { listening } = coupleWith(before, by) ?? {};
      expect(pen, `promise 4, invariants 2 and 6: ${reached}`).toBe(listening?.id ?? 'no round');
      expect(writers, reached).toContain(by);
      memory.delivered.add(word);
    } else if (notice.say?.name === 'listenQuote') {
      // An answer that was open before.
      expect(because.type, reached).toBe('stepBegan');
    } else if (again.includes(because.type)) {
      expect(memory.delivered, reached).toContain(word);
    } else expect(otherWays, reached).toContain(because.type);
  }
}

/** After these nothing is on its way. */
const takesBack: readonly Event['type'][] = [
  'segmentTakenBack',
  'stepBegan',
  'swapAsked',
  'listeningParked',
  'listeningEnded',
  'breatherBegan',
  'stopped',
];

/** Invariant 3: nothing arrives that was not let go, and held for its full time; no other limit brings anything over. */
export function followHold(memory: Memory, { notice, because, at }: Heard): void {
  if (because.type === 'segmentHeld') memory.heldAt ??= at;
  if (takesBack.includes(because.type)) memory.heldAt = null;
  if (notice.say?.name !== 'listenSaid' && notice.say?.name !== 'listenLetters') return;
  if (wordsIn(memory, notice.say).length === 0) return;
  expect(memory.heldAt, 'invariant 3: let go by its writer').not.toBeNull();
  expect(at - (memory.heldAt ?? at), 'invariant 3: held for its time').toBeGreaterThanOrEqual(holdMs);
}

/** Invariant 1: in a step that is not for both, one is shown the pen and the other is not. */
export function checkPens({ heard }: Happening): void {
  for (const { because, notice } of heard) {
    if (because.type !== 'stepBegan' || because.phase !== 'step' || notice.say?.name !== 'listenStep') continue;
    const shown = heard.filter((one) => one.because === because && one.notice.say?.name === 'listenStep');
    const pens = shown.filter(({ notice: { say } }) => say?.name === 'listenStep' && say.params.isPen);
    expect(pens.length, 'invariant 1: one pen').toBeLessThanOrEqual(1);
    if (shown.length === 2) expect(pens.length, 'invariant 1: and nobody waits for nobody').toBe(1);
  }
}

/** What must sound alike for both, and name nobody. */
const alike: readonly SayName[] = ['listenParked', 'listenOver', 'listenCancelled', 'listenTimeUp'];
/** What somebody chose in silence: only they hear of it. */
const silentChoices: readonly Event['type'][] = [
  'listeningDeclined',
  'listeningLetGo',
  'goOnWished',
  'swapWished',
  'tensionHinted',
  'tensionTold',
  'readyGiven',
  'letterSealed',
  'doneTold',
  'noteTaken',
  'noteChanged',
  'noteKept',
  'notesShown',
  'ownFeelingNamed',
  'stopped',
];

/** Invariant 4. */
export function checkAlike({ heard }: Happening): void {
  for (const { because, notice } of heard) {
    if (notice.say !== null && alike.includes(notice.say.name)) {
      expect(notice.say.params, 'invariant 4: names nobody').toEqual({});
      for (const one of heard) {
        if (one.because !== because || one.notice.say?.name !== notice.say.name) continue;
        expect(one.notice.keys, 'invariant 4: and is the same for both').toEqual(notice.keys);
      }
    }
    if (silentChoices.includes(because.type) && 'person' in because) {
      expect(notice.to, `invariant 4: ${because.type} is between the bot and whoever chose`).toBe(because.person);
    }
  }
}

/** What is for both, of a round that has begun. */
const forBoth: readonly Event['type'][] = [
  'readyAsked',
  'stepBegan',
  'timeUpTold',
  'swapAsked',
  'listeningScheduled',
  'listeningParked',
  'listeningEnded',
];

/** Invariant 5: whoever let it go or stopped is out of it. */
export function checkLeft({ notice, because }: Heard, before: readonly Couple[]): void {
  const listening = coupleWith(before, notice.to)?.listening;
  // An invitation that was declined can still be taken up.
  if (listening == null || listening.phase === 'invited' || !forBoth.includes(because.type)) return;
  expect(listening.left, `invariant 5: ${because.type}`).not.toContain(notice.to);
}

/** Invariant 5: one step, from wherever one is, and nobody else hears a word of it. */
export function checkStop(rules: Rules, { heard }: Happening, by: PersonId): void {
  const { consent, hasStopped } = rules.personOf(by);
  if (consent === null) return;
  expect(hasStopped, 'invariant 5: stopped in one step').toBe(true);
  const told = heard.filter(({ because }) => because.type === 'stopped').map(({ notice }) => notice.to);
  expect(new Set(told), 'invariant 5: in silence').toEqual(new Set([by]));
  const listening = coupleWith(rules.couples(), by)?.listening;
  if (listening == null) return;
  expect(listening.left, 'invariant 5: and is out of the round').toContain(by);
  expect(draftOf(listening, by).pieces, 'invariant 6: with all that was not delivered').toEqual([]);
  expect(notesOf(listening, by)).toEqual([]);
}

const saidParams: Readonly<Partial<Record<SayName, readonly string[]>>> = {
  listenSaid: ['protocol', 'step', 'partner', 'option', 'pieces', 'picks'] satisfies (keyof SayParams['listenSaid'])[],
  listenLetters: ['protocol', 'step', 'partner', 'own', 'theirs'] satisfies (keyof SayParams['listenLetters'])[],
};

/** Invariant 7: nothing of when, how long or how often goes along; and what arrives is protected. */
export function checkDelivered({ notice, because }: Heard): void {
  if (because.type !== 'segmentDelivered' && because.type !== 'lettersOpened') return;
  expect(notice.isProtected || notice.act === 'edit').toBe(true);
  const allowed = saidParams[notice.say?.name ?? 'listenDone'];
  if (allowed !== undefined)
    expect(allowed, 'invariant 7').toEqual(expect.arrayContaining(Object.keys(notice.say?.params ?? {})));
}

/** As a couple is sealed: but for who they are. */
function documentOf(couple: Couple): CoupleDocument {
  return Object.fromEntries(Object.entries(couple).filter(([name]) => name !== 'id' && name !== 'members')) as never;
}

/** Invariants 1, 6 and 8 of what is kept, and that every loop and list has its limit. */
export function checkCouple(memory: Memory, couple: Couple): void {
  const kept = { ...couple, ...readDocument(coupleFormat, writeDocument(coupleFormat, documentOf(couple))) };
  // Rules look at nothing else: what they find after a restart is what they would have found without one.
  expect(kept, 'invariant 8: state, holds and deadlines come back as they were').toMatchObject(couple);

  const { listening, heard, members } = couple;
  if (heard !== null) {
    expect(heard.until - heard.endedAt).toBeLessThanOrEqual(hours(24 * 7));
    for (const [word] of wordsIn(memory, heard.said)) expect(memory.delivered, 'invariant 6').toContain(word);
  }
  if (listening === null) return;
  expect(members).toContain(listening.speaker);
  if (listening.phase === 'step' || listening.phase === 'held') {
    const writers = members.filter((id) => draftOf(listening, id).pieces.length > 0);
    for (const id of writers) expect(pensOf(couple, listening), 'invariant 1: only the pen writes').toContain(id);
  }
  expect(listening.said.length).toBeLessThanOrEqual(60);
  expect(listening.parkings).toBeLessThanOrEqual(3);
  expect(listening.turn).toBeLessThanOrEqual(6);
}

/** Invariant 9: whoever taps the same button again changes nothing by it, and reaches nobody. */
export function checkSecondTap(rules: Rules, { name }: Button, by: PersonId, press: () => Happening): void {
  rules.passTo(rules.now());
  const stands = () => coupleWith(rules.couples(), by);
  const { listening = null, heard = null } = stands() ?? {};
  const others = press().heard.filter(({ notice }) => notice.to !== by);
  expect({ listening: stands()?.listening ?? null, heard: stands()?.heard ?? null }, `invariant 9: ${name}`).toEqual({
    listening,
    heard,
  });
  expect(others, `invariant 9: ${name} again`).toEqual([]);
}
