import { readCard } from '../cards.js';
import type { Button } from '../buttons.js';
import type { Decision, Event } from '../event.js';
import type { Given } from '../given.js';
import type { Instant } from '../ids.js';
import { isEmpty, partnerOf } from '../person.js';
import { beginReply, overReply, replyIn } from '../round/after.js';
import type { Pending, Person, Scene } from '../scene.js';
import type { GotPostcard } from './scene.js';
import { answerableMs } from './times.js';

/** What can be done with a postcard that arrived, for a day: thank for it, or give one of the replies it came with. Once each. */

export function gotNow({ postcardsGot }: Person, id: string, now: Instant): GotPostcard | null {
  return postcardsGot.find((one) => one.id === id && now < one.at + answerableMs) ?? null;
}

export function pressGot(
  scene: Scene,
  me: Person,
  { name, slot, arg }: Button<'postcardThank' | 'postcardReply'>,
  given: Given,
): Decision {
  const got = gotNow(me, slot, given.now);
  if (got === null || partnerOf(scene, me) === null) return { refusal: 'stale-button' };
  if (name === 'postcardThank') return thank(me, got);
  const reply = replyIn(given.scenarios.get(got.form), arg);
  if (reply === null) return { refusal: 'stale-button' };
  if (got.hasReplied) return { refusal: 'replied-already' };
  return reply.wordsMax === null ? [answered(me, got, arg, [])] : beginReply(me, got.id, reply, reply.wordsMax, given);
}

/** A heart on it says the same as [Dank je]. */
export function heartOnPostcard(scene: Scene, me: Person, now: Instant): Decision | null {
  const card = readCard(scene.card);
  if (card?.kind !== 'postcard-came') return null;
  const got = gotNow(me, card.about, now);
  return got === null || partnerOf(scene, me) === null ? [] : thank(me, got);
}

/** [Stuur] under the words of a reply to one. */
export function sendPostcardReply(
  scene: Scene,
  me: Person,
  got: GotPostcard,
  pending: Pending,
  given: Given,
): Decision {
  const { reply = '', pieces } = pending;
  const found = replyIn(given.scenarios.get(got.form), reply);
  if (found?.wordsMax == null || partnerOf(scene, me) === null) return { refusal: 'stale-button' };
  if (got.hasReplied) return { refusal: 'replied-already' };
  if (isEmpty({ pieces, picks: [] })) return { refusal: 'empty-draft' };
  return overReply(pending, given.scenarios, got.form) ?? [answered(me, got, reply, pieces)];
}

function thank(me: Person, got: GotPostcard): Decision {
  return got.isThanked ? [] : [answered(me, got, null, [])];
}

function answered(me: Person, { id, form }: GotPostcard, reply: string | null, pieces: Pending['pieces']): Event {
  return { type: 'postcardAnswered', person: me.id, postcard: id, form, reply, pieces };
}
