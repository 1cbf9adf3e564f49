import { drawFoldMark } from '../time/chance.js';
import type { Moment } from '../given.js';
import type { Announcers } from '../announcers.js';
import type { DiscreetEvent } from './event.js';
import { foldedDaysOf, type Card } from '../cards.js';
import { sharedKeepDays } from '../own-data/book.js';
import type { Event } from '../event.js';
import { key } from '../keyboard.js';
import { isMessage, say, type Notice, type SayName, type Way } from '../notice.js';
import { edit, send, unfold } from '../compose.js';
import { coupleOf } from '../person.js';
import type { Person, Scene } from '../scene.js';
import type { Instant, PersonId } from '../ids.js';
import { dayMs } from '../time/durations.js';

/**
 * Discreet mode, one's own setting. What the bot sends of its own accord then arrives as one line that tells nothing,
 * and unfolds in its place by a tap; see docs/decisions/folded-until-a-tap.md. What lies in it waits in the store, with
 * everything that changes it meanwhile. It counts as arrived: nothing here depends on whether it was opened.
 */

/** A question that could not be sent by then is not sent, and neither is what belongs to it. */
const offerLifeMs = 20 * 3_600_000;

const foldCard = (slot: string): Card => `fold:${slot}`;
/** In the slot of the button under the one offer, so that it is not taken for the one on the settings card. */
export const discreetOffer = 'offer';
const offerCard = 'discreet';

/** What answers nobody's question, although it follows at once on what they did. */
const unasked: readonly SayName[] = ['helpOffered'];

export const foldAnnouncers: Announcers<DiscreetEvent> = {
  discreetOffered: ({ person, at }) => [
    send(person, say('discreetOffered', {}), {
      lane: 'scheduled',
      card: offerCard,
      keys: [[key('discreet', discreetOffer, 0, 'on')], [key('discreet', discreetOffer, 0, 'off')]],
      isSilent: true,
      isNudge: true,
      dropAfter: at + offerLifeMs,
    }),
  ],
  discreetChosen: ({ person, isOn, isOffer }) =>
    isOffer ? [edit(person, offerCard, say('discreetChosen', { isOn }))] : [],
  foldOpened: ({ person, fold }) => [unfold(person, foldCard(fold), say('unopenedGone', {}))],
};

/** Whose discreet mode begins: what waits to be sent to them is folded as well. */
export function foldedBy(event: Event): readonly PersonId[] {
  return event.type === 'discreetChosen' && event.isOn ? [event.person] : [];
}

/** The line for the nth part of what waited when discreet mode began. The store sends it as that would have gone. */
export function waitingLine(to: PersonId, nth: number, isSilent: boolean, moment: Moment): Notice {
  return lineTo(to, `${markOf(moment)}-w${String(nth)}`, { lane: 'reveal', isSilent });
}

/** How long what waited then may lie folded; only its card is known of it. */
export function foldedUntil(card: string | null, person: Person, scene: Scene, now: Instant): Instant {
  return now + keptDays(foldedDaysOf(card), person, scene) * dayMs;
}

/** Whether a message that this person did not ask for is folded. */
export function isFolded({ id, discreet }: Person, { actor }: Scene): boolean {
  return discreet === true && id !== actor;
}

/** All that one command leads to, with what arrives unasked at somebody who wants it so in folds. */
export function foldAll<Told extends { readonly notice: Notice }>(
  told: readonly Told[],
  { after, isAsked, moment }: { readonly after: Scene; readonly isAsked: boolean; readonly moment: Moment },
): readonly Told[] {
  const { now } = moment;
  if (!Object.values(after.people).some(({ discreet }) => discreet === true)) return told;
  const begun = new Map<string, Fold>();
  // Counted for each reader apart: the other's folds would show in what stands on this one's button.
  const counts = new Map<PersonId, number>();
  for (const { notice } of told) {
    const person = after.people[notice.to];
    if (person === undefined || !folds(notice, person, after, isAsked)) continue;
    const way = wayOf(notice);
    const count = counts.get(person.id) ?? 0;
    const known = begun.get(way);
    const slot = known?.slot ?? `${markOf(moment)}-${String(count)}`;
    if (known === undefined) counts.set(person.id, count + 1);
    const until = now + keptDays(foldedDaysOf(notice.card, notice.say?.name), person, after) * dayMs;
    begun.set(way, {
      slot,
      until: Math.min(until, known?.until ?? until),
      isSilent: notice.isSilent && known?.isSilent !== false,
    });
  }
  const opened = new Set<string>();
  return told.flatMap((one) => {
    const { notice } = one;
    const person = after.people[notice.to];
    const way = wayOf(notice);
    const fold = begun.get(way);
    if (fold === undefined || person === undefined || !folds(notice, person, after, isAsked)) return [one];
    const isFirst = !opened.has(way);
    opened.add(way);
    const inside = { ...one, notice: inFold(notice, fold) };
    return isFirst ? [{ ...one, notice: lineOf(notice, fold) }, inside] : [inside];
  });
}

/** A clock that was set back meets the same moment twice, so the moment alone names no message. */
function markOf(moment: Moment): string {
  return `${moment.now.toString(36)}${drawFoldMark(moment)}`;
}

interface Fold {
  readonly slot: string;
  readonly until: Instant;
  readonly isSilent: boolean;
}

function folds(notice: Notice, person: Person, scene: Scene, isAsked: boolean): boolean {
  if (person.discreet !== true || !isMessage(notice)) return false;
  const name = notice.say?.name;
  return notice.to !== scene.actor || !isAsked || (name !== undefined && unasked.includes(name));
}

/** Of what goes the same way to the same person one line is sent. */
function wayOf({ to, lane, notBefore, dropAfter, localDate, isNudge }: Notice): string {
  return JSON.stringify([to, lane, notBefore, dropAfter, localDate, isNudge]);
}

/** Goes as the message itself would have gone. */
function lineOf(notice: Notice, { slot, isSilent }: Fold): Notice {
  const { to, lane, notBefore, dropAfter, localDate, isNudge } = notice;
  return lineTo(to, slot, { lane, notBefore, dropAfter, localDate, isNudge, isSilent });
}

/** Nobody can pass it on, since an edit cannot forbid that afterwards. */
function lineTo(to: PersonId, slot: string, way: Partial<Way>): Notice {
  return send(to, say('unopened', {}), {
    ...way,
    card: foldCard(slot),
    keys: [[key('unfold', slot)]],
    isProtected: true,
  });
}

function inFold(notice: Notice, { slot, until }: Fold): Notice {
  const fold = { card: foldCard(slot), until };
  return { ...notice, fold, notBefore: null, dropAfter: null, localDate: null, isNudge: false };
}

/** What has no time of its own stays as long as the shorter of both wishes. */
function keptDays(own: number | null, person: Person, scene: Scene): number {
  if (own !== null) return own;
  const couple = coupleOf(scene, person);
  const ids: readonly PersonId[] = couple?.members ?? [person.id];
  return sharedKeepDays(ids.flatMap((id) => scene.people[id] ?? []));
}
