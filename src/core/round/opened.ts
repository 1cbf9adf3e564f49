import { readCard } from '../cards.js';
import type { Button, ButtonOf } from '../buttons.js';
import type { Decision } from '../event.js';
import { listenAbout } from '../listening/invite.js';
import { coupleOf, isEmpty, partnerOf } from '../person.js';
import { gotNow, heartOnPostcard, sendPostcardReply } from '../postcard/got.js';
import { sheetPagesOf } from './words.js';
import { aboutPage } from './about.js';
import { openCard } from './open-card.js';
import { isThanksOnly, pressReply, sendReply } from './after.js';
import { overLimit } from './limits.js';
import type { Scenarios } from './scenario.js';
import type { Couple, OpenedRound, Pending, Person, Scene } from '../scene.js';
import type { Given } from '../given.js';
import type { Piece } from '../piece.js';
import type { Instant, RoundId } from '../ids.js';

/** How long after a reveal the two may still thank, ask on and react. */
const reactionWindowMs = 24 * 3_600_000;

/** What can be tapped under answers that are open. */
export function pressOpened(scene: Scene, me: Person, button: Button<ButtonOf<'opened'>>, given: Given): Decision {
  const couple = coupleOf(scene, me);
  if (button.name === 'leafSheet' || (button.name === 'talkAbout' && button.arg !== '')) {
    return pressPage(scene, me, button, given);
  }
  const opened = openedNow(couple, button.slot, given.now);
  if (opened === null) return { refusal: 'stale-button' };
  const mine = { person: me.id, round: opened.round.id };
  switch (button.name) {
    case 'thank':
      return thank(me, opened);
    case 'shareAnyway':
      return opened.closed.includes(me.id) ? [{ type: 'closedAnswerShared', ...mine }] : [];
    case 'reply':
      return pressReply(scene, me, opened, button, given);
    case 'tellMore':
    case 'talkAbout':
    case 'moreWays':
      break;
  }
  if (isThanksOnly(opened, given.scenarios)) return { refusal: 'stale-button' };
  switch (button.name) {
    case 'tellMore':
      return opened.askedMore.includes(me.id) ? [] : [{ type: 'moreAsked', ...mine }];
    case 'talkAbout':
      return listenAbout(me, opened.round.id, given);
    case 'moreWays':
      return [{ type: 'moreWaysShown', ...mine, isUnfolded: button.arg !== 'back' }];
  }
}

/** A page of an opened sheet: as long as the two still have it, whatever came since. */
function pressPage(scene: Scene, me: Person, { name, slot, step, arg }: Button, given: Given): Decision {
  const opened = coupleOf(scene, me)?.opened.find(({ round }) => round.id === slot);
  const partner = partnerOf(scene, me);
  const pages =
    opened === undefined || partner === null ? [] : sheetPagesOf(me, partner, opened.round, given.scenarios);
  const page = name === 'leafSheet' ? step : Number(arg);
  if (pages[page] === undefined) return { refusal: 'page-gone' };
  return name === 'leafSheet'
    ? [{ type: 'sheetLeafed', person: me.id, round: slot, page }]
    : listenAbout(me, aboutPage(slot, page), given);
}

/** A heart on the opened answers, or on a postcard, says the same as [Dank je]. */
export function heart(scene: Scene, me: Person, now: Instant): Decision {
  const onPostcard = heartOnPostcard(scene, me, now);
  if (onPostcard !== null) return onPostcard;
  const card = readCard(scene.card);
  const opened =
    card?.kind === 'reveal' || card?.kind === 'draft' ? openedNow(coupleOf(scene, me), card.about, now) : null;
  return opened === null || readCard(openCard(opened))?.kind !== card?.kind ? [] : thank(me, opened);
}

/** Whether something said now could go along as a reaction. */
export function mayReactNow(scene: Scene, me: Person, { now, scenarios }: Given): boolean {
  const opened = newestOpened(coupleOf(scene, me), now, scenarios);
  return opened !== null && mayReact(me, scene, opened);
}

/** Something said within a day after a reveal, with no question open: kept until one tap sends it. Null when none is. */
export function offerReaction(scene: Scene, me: Person, piece: Piece, { now, scenarios }: Given): Decision | null {
  const opened = newestOpened(coupleOf(scene, me), now, scenarios);
  if (opened === null || partnerOf(scene, me) === null) return null;
  if (!mayReact(me, scene, opened)) return { refusal: 'reaction-sent-already' };
  return awaitTap(me, 'reaction', opened.round.id, piece);
}

export function sendReaction(scene: Scene, me: Person, pending: Pending, given: Given): Decision {
  const opened = openedNow(coupleOf(scene, me), pending.round, given.now);
  if (isEmpty({ pieces: pending.pieces, picks: [] })) return { refusal: 'empty-draft' };
  const got = pending.what === 'reply' ? gotNow(me, pending.round, given.now) : null;
  if (got !== null) return sendPostcardReply(scene, me, got, pending, given);
  if (pending.what === 'reply') return sendReply(scene, me, pending, opened, given);
  if (opened === null || pending.what !== 'reaction') return { refusal: 'stale-button' };
  if (!mayReact(me, scene, opened)) return { refusal: 'reaction-sent-already' };
  return [{ type: 'reactionSent', person: me.id, round: opened.round.id, pieces: pending.pieces }];
}

/** Keeps what was said until a tap says what it is for; what arrives before that tap joins it. */
export function awaitTap(me: Person, what: Pending['what'], round: RoundId, ...said: readonly Piece[]): Decision {
  const earlier = me.pending?.what === what && me.pending.round === round ? me.pending.pieces : [];
  const ids = said.map(({ messageId }) => messageId);
  const pieces = [...earlier.filter(({ messageId }) => !ids.includes(messageId)), ...said];
  return (
    overLimit(pieces) ?? [
      { type: 'tapAwaited', person: me.id, pending: { what, round, pieces, step: ids.at(-1) ?? 0 } },
    ]
  );
}

function thank(me: Person, opened: OpenedRound): Decision {
  return opened.thanked.includes(me.id) ? [] : [{ type: 'thanked', person: me.id, round: opened.round.id }];
}

/** One message each, and one more when the partner asked for it. */
function mayReact(me: Person, scene: Scene, opened: OpenedRound): boolean {
  const partner = partnerOf(scene, me);
  const sent = opened.reacted.filter((id) => id === me.id).length;
  return partner !== null && sent < (opened.askedMore.includes(partner.id) ? 2 : 1);
}

/** The scenario of what a reply is to: opened answers, or a postcard. */
export function repliedTo(scene: Scene, me: Person, id: string, now: Instant): string | null {
  return openedNow(coupleOf(scene, me), id, now)?.round.scenario ?? gotNow(me, id, now)?.form ?? null;
}

export function openedNow(couple: Couple | null, round: RoundId, now: Instant): OpenedRound | null {
  return couple?.opened.find((opened) => opened.round.id === round && isAtHand(opened, now)) ?? null;
}

/** The one that something said could be about; none where that one asks for no more words. */
function newestOpened(couple: Couple | null, now: Instant, scenarios: Scenarios): OpenedRound | null {
  const newest = couple?.opened.findLast((opened) => isAtHand(opened, now)) ?? null;
  return newest === null || isThanksOnly(newest, scenarios) ? null : newest;
}

/** Of what both tapped there is nobody to thank, and the other may not have heard of it yet. */
function isAtHand({ round, openedAt }: OpenedRound, now: Instant): boolean {
  return round.once !== 'overlap' && now < openedAt + reactionWindowMs;
}
