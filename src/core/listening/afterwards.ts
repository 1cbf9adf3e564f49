import { keepPlan } from '../agreement/plan.js';
import { dropKeep } from '../book/keep.js';
import type { Button, ButtonOf } from '../buttons.js';
import type { Decision, Refusal } from '../event.js';
import { planDraftOf, tensions, type Heard } from './scene.js';
import { isSpent } from '../pairing/spent.js';
import { coupleOf } from '../person.js';
import { optionsOfGroups } from './protocol.js';
import type { Couple, Person, Scene } from '../scene.js';
import type { Given } from '../given.js';
import type { Instant, PersonId } from '../ids.js';
import { dayMs } from '../time/durations.js';

/** After a listening round: one thank-you, and behind [Meer] what may still be wanted. */

const planAskedMs = 10 * 60_000;
const planMax = 300;
const stale: Refusal = { refusal: 'stale-button' };

export function pressAfterwards(
  scene: Scene,
  me: Person,
  button: Button<ButtonOf<'afterwards'>>,
  given: Given,
): Decision {
  const { now } = given;
  const couple = coupleOf(scene, me);
  const heard = couple?.heard ?? null;
  if (couple === null || heard?.id !== button.slot) return stale;
  const mine = { couple: couple.id, person: me.id };
  switch (button.name) {
    case 'listenThank':
      return heard.thanked.includes(me.id) ? [] : [{ type: 'listenerThanked', ...mine }];
    case 'listenMore':
      return [{ type: 'afterwardsShown', ...mine }];
    case 'listenTension': {
      const tension = tensions.find((one) => one === button.arg);
      return tension === undefined ? stale : [{ type: 'tensionTold', ...mine, tension }];
    }
    case 'listenFeelings':
      return [{ type: 'ownFeelingsShown', ...mine, group: button.arg === 'back' ? null : button.arg }];
    case 'listenFeeling':
      return isFeeling(heard, button.arg, given) ? [{ type: 'ownFeelingNamed', ...mine, feeling: button.arg }] : stale;
    case 'listenAgain':
      return [{ type: 'heardShown', ...mine }];
    case 'listenKeep':
      return keep(couple, me, button.arg, now);
    case 'listenPlan':
      return askPlan(couple, heard, me, now);
    case 'listenPlanSend':
      return planDraftOf(heard, me.id)?.messageId === button.step ? proposePlan(couple, me, button.step, now) : stale;
    case 'listenPlanYes':
      return heard.plans.some(
        (plan) => plan.by !== me.id && plan.phase === 'proposed' && plan.messageId === button.step,
      )
        ? [{ type: 'planAgreed', ...mine, messageId: button.step }]
        : stale;
    case 'keepPlan':
      return keepPlan(scene, me, couple, button.arg, given) ?? stale;
    case 'dropPlan':
      return dropKeep(me, button.arg, given);
  }
}

function isFeeling({ protocol }: Heard, feeling: string, { protocols }: Given): boolean {
  return optionsOfGroups(protocols.get(protocol)?.feelings ?? []).some(({ id }) => id === feeling);
}

/** The shorter of both wishes counts: a wish can only bring the end nearer. */
function keep(couple: Couple, me: Person, arg: string, now: Instant): Decision {
  if (arg !== 'now' && arg !== 'day') return stale;
  const until = arg === 'now' ? now : now + dayMs;
  return [
    { type: 'keepingChosen', couple: couple.id, person: me.id, until },
    ...(arg === 'now' ? [{ type: 'heardForgotten', couple: couple.id } as const] : []),
  ];
}

/** An agreement is for when both are calm; else the day after is soon enough. */
export function mayPlan(members: readonly PersonId[], { tension, plans }: Heard): boolean {
  return (
    !plans.some(({ phase }) => phase === 'agreed') &&
    members.every((one) => tension[one] === 'calm' || tension[one] === 'some')
  );
}

function askPlan(couple: Couple, heard: Heard, me: Person, now: Instant): Decision {
  if (!mayPlan(couple.members, heard)) return stale;
  return [{ type: 'asked', person: me.id, what: 'plan', until: now + planAskedMs, where: 'new' }];
}

function proposePlan(couple: Couple, me: Person, messageId: number, now: Instant): Decision {
  if (isSpent(me, 'plan', now)) return { refusal: 'too-many-plans' };
  return [{ type: 'planProposed', couple: couple.id, person: me.id, messageId, at: now }];
}

/** «Als we merken dat …, dan …», typed. */
export function writePlan(scene: Scene, me: Person, text: string, messageId: number): Decision {
  const couple = coupleOf(scene, me);
  if (couple?.heard == null || !mayPlan(couple.members, couple.heard)) return { refusal: 'no-question' };
  if (text.length > planMax) return { refusal: 'too-long', units: text.length, limit: planMax };
  return [
    { type: 'askedDropped', person: me.id },
    { type: 'planWritten', couple: couple.id, person: me.id, text, messageId },
  ];
}
