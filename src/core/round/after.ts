import type { Button } from '../buttons.js';
import type { Decision, Refusal } from '../event.js';
import type { Given } from '../given.js';
import type { Instant } from '../ids.js';
import { openedKeys } from '../keyboard.js';
import type { Key } from '../notice.js';
import { answerOf, coupleOf, partnerOf } from '../person.js';
import type { Piece } from '../piece.js';
import type { OpenedRound, Pending, Person, Scene } from '../scene.js';
import { overLimit } from './round.js';
import type { Reply, Scenario, Scenarios } from './scenario.js';

/** What a question brings along for under its opened answers: replies of its own, or nothing but a thank-you. */

/** How long words go with the reply that asked for them, while there is something else that they could be for. */
const wordsAskedMs = 10 * 60_000;
const stale: Refusal = { refusal: 'stale-button' };

export function repliesOf(scenario: Scenario | undefined): readonly Reply[] {
  return scenario?.after?.replies ?? [];
}

/** Its file leaves no more to say. */
export function isThanksOnly({ round }: OpenedRound, scenarios: Scenarios): boolean {
  return scenarios.get(round.scenario)?.after?.isThanksOnly === true;
}

/** What can be tapped under opened answers; `isUnfolded` after [Meer]. */
export function keysUnder(
  scene: Scene,
  me: Person,
  opened: OpenedRound,
  scenarios: Scenarios,
  isUnfolded = false,
): readonly (readonly Key[])[] {
  const replies = mayReply(scene, me, opened) ? repliesOf(scenarios.get(opened.round.scenario)) : [];
  const after = { replies, isThanksOnly: isThanksOnly(opened, scenarios) };
  return openedKeys(opened, me, coupleOf(scene, me), after, isUnfolded);
}

/** A reply is to words: there is none to a pass, nor to what stayed closed. */
function mayReply(scene: Scene, me: Person, opened: OpenedRound): boolean {
  const partner = partnerOf(scene, me);
  if (partner === null || opened.replied.includes(me.id) || opened.closed.includes(partner.id)) return false;
  return answerOf(partner, opened.round.id).state === 'sealed';
}

/** A reply goes at once, or first asks for the words that go with it. */
export function pressReply(
  scene: Scene,
  me: Person,
  opened: OpenedRound,
  { arg }: Pick<Button, 'arg'>,
  { scenarios, now }: Given,
): Decision {
  const reply = repliesOf(scenarios.get(opened.round.scenario)).find(({ id }) => id === arg);
  if (reply === undefined) return stale;
  if (opened.replied.includes(me.id)) return { refusal: 'replied-already' };
  if (!mayReply(scene, me, opened)) return stale;
  const mine = { person: me.id, round: opened.round.id, reply: arg };
  if (reply.wordsMax === null) return [{ type: 'replied', ...mine, pieces: [] }];
  const isAsked = me.pending?.what === 'reply' && me.pending.round === mine.round && me.pending.reply === arg;
  if (isAsked && me.asked?.what === 'reply' && me.asked.until > now) return [];
  const pieces = isAsked ? me.pending.pieces : [];
  const until = now + wordsAskedMs;
  return [{ type: 'replyBegun', ...mine, pieces, limit: reply.wordsMax, until }];
}

/** The reply whose words are being said; null once its file has no such reply any more, or asks for no words. */
function wordedReply({ reply }: Pending, opened: OpenedRound, scenarios: Scenarios): Reply | null {
  const found = repliesOf(scenarios.get(opened.round.scenario)).find(({ id }) => id === reply);
  return found === undefined || found.wordsMax === null ? null : found;
}

/** Whether the words of a reply were asked for just now. */
export function asksForReply({ asked, pending }: Person, now: Instant): boolean {
  return pending?.what === 'reply' && asked?.what === 'reply' && asked.until > now;
}

/** Words for a reply that waits for them, and for one tap. Null where they have another place. */
export function sayForReply(
  me: Person,
  opened: OpenedRound | null,
  piece: Piece,
  { scenarios }: Pick<Given, 'scenarios'>,
): Decision | null {
  const { pending } = me;
  if (pending?.what !== 'reply' || opened === null || wordedReply(pending, opened, scenarios) === null) return null;
  const pieces = [...pending.pieces.filter(({ messageId }) => messageId !== piece.messageId), piece];
  return (
    overReply({ ...pending, pieces }, scenarios, opened) ?? [
      { type: 'tapAwaited', person: me.id, pending: { ...pending, pieces, step: piece.messageId } },
    ]
  );
}

/** More words than go with this reply. */
export function overReply(pending: Pending, scenarios: Scenarios, opened: OpenedRound | null): Refusal | null {
  const limit = opened === null ? null : (wordedReply(pending, opened, scenarios)?.wordsMax ?? null);
  return limit === null ? null : overLimit(pending.pieces, limit);
}

/** [Stuur] under the words of a reply. */
export function sendReply(
  scene: Scene,
  me: Person,
  pending: Pending,
  opened: OpenedRound | null,
  given: Given,
): Decision {
  if (opened === null || wordedReply(pending, opened, given.scenarios) === null) return stale;
  if (opened.replied.includes(me.id)) return { refusal: 'replied-already' };
  if (!mayReply(scene, me, opened)) return stale;
  const { round, reply = '', pieces } = pending;
  return [{ type: 'replied', person: me.id, round, reply, pieces }];
}
