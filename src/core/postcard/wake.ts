import { evolveAll } from '../evolve.js';
import { isRefusal, type Decision, type Event } from '../event.js';
import type { Given } from '../given.js';
import { isHeldBack } from '../held-back.js';
import type { Instant } from '../ids.js';
import { canBeWrittenTo, coupleOf, isAway, partnerOf, personOf } from '../person.js';
import { whatOpens } from '../round/gaps.js';
import type { Couple, Person, Scene } from '../scene.js';
import type { Postcard } from './scene.js';
import { answerableMs, draftKeptMs } from './times.js';

/** What the clock does with postcards: it gives what was on its way, and forgets what was not given. */

export function meetPostcards(scene: Scene, couple: Couple, given: Given): readonly Event[] {
  return couple.members.flatMap((id): readonly Event[] => {
    const me = personOf(scene, id);
    const { postcard } = me;
    if (postcard === null || postcard.heldUntil === null || postcard.heldUntil > given.now) return [];
    if (isHeldBack(couple)) return [returned(couple, me)];
    // A writer who is away gives nothing.
    return canBeWrittenTo(me) ? [giving(scene, me, postcard, given)] : [{ type: 'postcardDropped', person: id }];
  });
}

/** Its writer is told the same whoever gets it, and keeps it the same. */
function giving(scene: Scene, me: Person, postcard: Postcard, { now, scenarios }: Given): Event {
  const answer = whatOpens(postcard.answer, scenarios.get(postcard.form)?.answer);
  const partner = partnerOf(scene, me);
  // For somebody who blocked the bot none waits either: they would come all at once on the day of their return.
  const gets = partner !== null && partner.consent !== null && partner.wantsPostcards && !isAway(partner);
  return {
    type: 'postcardGiven',
    person: me.id,
    postcard: { ...postcard, answer: { ...answer, state: 'sealed' } },
    to: gets ? partner.id : null,
    at: now,
    gave: {
      at: now,
      zone: me.zone,
      messages: [...new Set(postcard.answer.pieces.map(({ messageId }) => messageId))],
    },
  };
}

export function forgetPostcards(scene: Scene, couple: Couple, { now }: Given): readonly Event[] {
  return couple.members.flatMap((id): readonly Event[] =>
    lapseTimes(personOf(scene, id)).some((at) => at <= now) ? [{ type: 'postcardsLapsed', person: id, at: now }] : [],
  );
}

/** When what is on its way is given. */
export function givenAt({ postcard }: Person): Instant | null {
  return postcard?.heldUntil ?? null;
}

export function lapseTimes({ postcard, postcardsGot }: Person): readonly Instant[] {
  const draft = postcard === null || postcard.heldUntil !== null ? [] : [postcard.begunAt + draftKeptMs];
  return [...draft, ...postcardsGot.map(({ at }) => at + answerableMs)];
}

/**
 * A decision by which a breather or a listening round begins, with what it does to a postcard that was on its way: it
 * lies with its writer again, whoever began it.
 */
export function handBack(scene: Scene, decision: Decision): Decision {
  const held = Object.values(scene.people).filter((person) => givenAt(person) !== null);
  if (held.length === 0 || isRefusal(decision)) return decision;
  const after = evolveAll(scene, decision);
  const back = held.flatMap(({ id }): readonly Event[] => {
    const me = after.people[id];
    const couple = me === undefined || givenAt(me) === null ? null : coupleOf(after, me);
    return me !== undefined && couple !== null && isHeldBack(couple) ? [returned(couple, me)] : [];
  });
  return back.length === 0 ? decision : [...decision, ...back];
}

function returned({ breather }: Couple, { id }: Person): Event {
  return { type: 'postcardReturned', person: id, why: breather === null ? 'listening' : 'breather' };
}
