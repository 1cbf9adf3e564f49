import { momentKeys } from '../ritual/keyboard.js';
import { wishesToKeep } from '../book/keep.js';
import { keepUnderReveal } from '../book/keyboard.js';
import type { Button } from '../buttons.js';
import type { Decision, Event, Refusal } from '../event.js';
import type { Given } from '../given.js';
import type { Instant } from '../ids.js';
import { openedKeys } from '../keyboard.js';
import type { Key } from '../notice.js';
import { answerOf, coupleOf, partnerOf } from '../person.js';
import type { Piece } from '../piece.js';
import type { OpenedRound, Pending, Person, Scene } from '../scene.js';
import { overLimit } from './limits.js';
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
  { scenarios, now }: Pick<Given, 'scenarios' | 'now'>,
  isUnfolded = false,
): readonly (readonly Key[])[] {
  const replies = mayReply(scene, me, opened) ? repliesOf(scenarios.get(opened.round.scenario)) : [];
  const partner = partnerOf(scene, me);
  const halves = partner === null ? [] : [me, partner].map((one) => answerOf(one, opened.round.id));
  const isPage = opened.isOffBook !== true && opened.keptAt === undefined;
  const keep = isPage && halves.length === 2 && halves.every(({ state }) => state === 'sealed');
  const keepKey = keep ? keepUnderReveal(opened.round.id, wishesToKeep(me, opened.round.id, { now })) : null;
  if (opened.round.once === 'overlap') {
    const moments = momentKeys(scene, me, opened, { scenarios, now });
    return moments.length > 0 || keepKey === null ? moments : [[keepKey]];
  }
  const after = {
    replies,
    isThanksOnly: isThanksOnly(opened, scenarios),
    keep: keepKey,
  };
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
  const reply = replyIn(scenarios.get(opened.round.scenario), arg);
  if (reply === null) return stale;
  if (opened.replied.includes(me.id)) return { refusal: 'replied-already' };
  if (!mayReply(scene, me, opened)) return stale;
  const { id: round } = opened.round;
  return reply.wordsMax === null
    ? [{ type: 'replied', person: me.id, round, reply: arg, pieces: [] }]
    : beginReply(me, round, reply, reply.wordsMax, { now });
}

export function replyIn(scenario: Scenario | undefined, reply: string | undefined): Reply | null {
  return repliesOf(scenario).find(({ id }) => id === reply) ?? null;
}

/** A reply with words asks for them first. `round` is what it is to: opened answers, or a postcard. */
export function beginReply(
  me: Person,
  round: string,
  { id: reply }: Reply,
  limit: number,
  { now }: Pick<Given, 'now'>,
): readonly Event[] {
  const isAsked = me.pending?.what === 'reply' && me.pending.round === round && me.pending.reply === reply;
  if (isAsked && me.asked?.what === 'reply' && me.asked.until > now) return [];
  const pieces = isAsked ? me.pending.pieces : [];
  return [{ type: 'replyBegun', person: me.id, round, reply, pieces, limit, until: now + wordsAskedMs }];
}

/** The reply whose words are being said; null once its file has no such reply any more, or asks for no words. */
function wordedReply({ reply }: Pending, scenario: string, scenarios: Scenarios): Reply | null {
  const found = replyIn(scenarios.get(scenario), reply);
  return found?.wordsMax == null ? null : found;
}

/** Whether the words of a reply were asked for just now. */
export function asksForReply({ asked, pending }: Person, now: Instant): boolean {
  return pending?.what === 'reply' && asked?.what === 'reply' && asked.until > now;
}

/**
 * Words for a reply that waits for them, and for one tap; `to` is the scenario of what it is to. Null where they have
 * another place.
 */
export function sayForReply(
  me: Person,
  to: string | null,
  piece: Piece,
  { scenarios }: Pick<Given, 'scenarios'>,
): Decision | null {
  const { pending } = me;
  if (pending?.what !== 'reply' || to === null || wordedReply(pending, to, scenarios) === null) return null;
  const pieces = [...pending.pieces.filter(({ messageId }) => messageId !== piece.messageId), piece];
  return (
    overReply({ ...pending, pieces }, scenarios, to) ?? [
      { type: 'tapAwaited', person: me.id, pending: { ...pending, pieces, step: piece.messageId } },
    ]
  );
}

/** More words than go with this reply. */
export function overReply(pending: Pending, scenarios: Scenarios, to: string | null): Refusal | null {
  const limit = to === null ? null : (wordedReply(pending, to, scenarios)?.wordsMax ?? null);
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
  if (opened === null || wordedReply(pending, opened.round.scenario, given.scenarios) === null) return stale;
  if (opened.replied.includes(me.id)) return { refusal: 'replied-already' };
  if (!mayReply(scene, me, opened)) return stale;
  const { round, reply = '', pieces } = pending;
  return [{ type: 'replied', person: me.id, round, reply, pieces }];
}
