import { rowOf } from '../buttons.js';
import { commands, isUnasked, type PersonCommand } from '../commands.js';
import { hasAgreed } from '../pairing/consent.js';
import { isRefusal, type Decision, type Event } from '../event.js';
import { drawLeaving } from './leaving.js';
import { coupleOf, isAway, partnerOf } from '../person.js';
import type { Person, Scene } from '../scene.js';
import type { Moment } from '../given.js';
import type { Instant } from '../ids.js';

/**
 * The ways out, open from every state; and what holds a person back from everything else: that they stopped, that they
 * blocked the bot, or that they agreed to terms which have changed since.
 */

/** The other hears that the pairing is over, and nothing of why. */
export function unpair(scene: Scene, me: Person, now: Instant): readonly Event[] {
  const couple = coupleOf(scene, me);
  return couple === null ? [] : [{ type: 'unpaired', couple: couple.id, by: me.id, at: now }];
}

/** /stop: silence at once; how to leave is asked afterwards. `typed` is the message that said so. */
export function stop(me: Person, typed?: number): Decision {
  if (me.consent === null) return [{ type: 'declined', person: me.id }];
  return [{ type: 'stopped', person: me.id, ...(typed === undefined ? {} : { typed }) }];
}

/** [Over een paar dagen]: it ends at an hour that the clock draws, and until then it is as if they were silent. */
export function leaveLater(scene: Scene, me: Person, typed: number, given: Moment): Decision {
  const partner = partnerOf(scene, me);
  if (partner === null || !me.hasStopped) return { refusal: 'stale-button' };
  if (me.leaving !== null) return [];
  return [{ type: 'leavingSet', person: me.id, askedAt: given.now, at: drawLeaving(partner, given), typed }];
}

/** [Toch niet]: it does not end. They are as silent as before. */
export function stayAfterAll(me: Person, typed: number): Decision {
  return me.leaving === null ? { refusal: 'stale-button' } : [{ type: 'leavingDropped', person: me.id, typed }];
}

/** [Stil blijven]: it stays as it is, for good. The other sees rounds that are not answered. */
export function staySilent(me: Person, typed: number): Decision {
  return me.hasStopped ? [{ type: 'silenceKept', person: me.id, typed }] : { refusal: 'stale-button' };
}

/** [Toch verder], /start and agreeing anew: on from where it was. Nothing else ends the silence. */
export function goOn(me: Person): readonly Event[] {
  return [
    ...(me.isUnreachable ? [{ type: 'becameReachable', person: me.id } as const] : []),
    ...(isAway(me) ? [{ type: 'wentOn', person: me.id } as const] : []),
  ];
}

export function pressGoOn(me: Person): Decision {
  return [...goOn(me), ...(hasAgreed(me) ? [] : [termsChanged(me, false)])];
}

/** Blocking counts as [Stil blijven]; of somebody who agreed to nothing there is nothing to note. */
export function block(me: Person): readonly Event[] {
  return me.consent === null || me.isUnreachable ? [] : [{ type: 'becameUnreachable', person: me.id }];
}

/** Null when nothing holds this person back from this command. */
export function heldByAbsence(me: Person, command: PersonCommand): Decision | null {
  if (me.consent === null) return null;
  if (!hasAgreed(me) && command.type === 'start' && command.code === null) return pressGoOn(me);
  if (isWayOut(command)) return null;
  if (isAway(me)) return isUnasked(command) ? [] : { refusal: 'has-stopped' };
  if (hasAgreed(me)) return null;
  return isUnasked(command) ? [] : [termsChanged(me, command.type === 'say')];
}

function termsChanged(me: Person, isSaid: boolean): Event {
  return { type: 'termsChanged', person: me.id, isSaid };
}

function isWayOut(command: PersonCommand): boolean {
  const { wayOut } = commands[command.type];
  if (wayOut !== 'by-button') return wayOut;
  return command.type === 'press' && rowOf(command.button).wayOut;
}

/** What is so whatever was decided; a no that follows it is said all the same. */
export function withEvent(event: Event, me: Person, decision: Decision): readonly Event[] {
  return [event, ...refusalAsEvent(me, decision)];
}

/** A no among things that did happen. */
export function refusalAsEvent(me: Person, decision: Decision): readonly Event[] {
  return isRefusal(decision) ? [{ type: 'refused', person: me.id, refusal: decision }] : decision;
}
