import type { Button, ButtonOf } from '../buttons.js';
import { readCard } from '../cards.js';
import type { Command } from '../command.js';
import { isRefusal, type Decision, type Event } from '../event.js';
import type { Given } from '../given.js';
import type { Instant } from '../ids.js';
import { coupleOf, emptyAnswer, isEmpty, partnerOf } from '../person.js';
import { isWordedAs, reworded } from '../reading/marks.js';
import {
  fill,
  hasSentence,
  isRefilled,
  isRefused,
  leaving,
  linesOf,
  nextGap,
  refill,
  skippable,
  stemOf,
} from '../round/gaps.js';
import { overLimit } from '../round/limits.js';
import type { Scenarios } from '../round/scenario.js';
import { drawRoundId } from '../time/chance.js';
import { localMoment } from '../time/calendar.js';
import type { Piece } from '../piece.js';
import type { Answer, Person, Scene } from '../scene.js';
import { asksWhy, formsOf } from './forms.js';
import { pressGot } from './got.js';
import type { Postcard } from './scene.js';
import { askedMs, holdMs } from './times.js';

/** Writing a postcard and giving it: a draft, [Geef], and twenty seconds in which it can be taken back. One a day in all. */

const stale = { refusal: 'stale-button' } as const;

/** /waardeer: the question for one, or the one that lies in hand already. */
export function appreciate(scene: Scene, me: Person, given: Given): Decision {
  if (coupleOf(scene, me)?.pairedAt == null || partnerOf(scene, me) === null) return { refusal: 'not-paired' };
  const { postcard } = me;
  if (postcard !== null && !isEmpty(postcard.answer)) return [drafted(me, postcard, 'below', given.now)];
  if (hasGivenToday(me, given.now)) return { refusal: 'gave-today' };
  const [first] = formsOf(given.scenarios);
  if (first === undefined) return { refusal: 'no-scenario' };
  return [started(me, fresh(drawRoundId(given), first.id, 0, given.now), 'new', given.now)];
}

/** Every kind of postcard counts, by one's own day; another zone makes it no shorter. */
function hasGivenToday({ gavePostcard, zone }: Person, now: Instant): boolean {
  if (gavePostcard === null) return false;
  const { at } = gavePostcard;
  return [zone, gavePostcard.zone].some((place) => localMoment(now, place).date <= localMoment(at, place).date);
}

function fresh(id: string, form: string, step: number, now: Instant): Postcard {
  return { id, form, answer: { ...emptyAnswer, step }, isNudged: false, begunAt: now, heldUntil: null };
}

function started({ id }: Person, postcard: Postcard, where: 'new' | 'in-place', now: Instant): Event {
  return { type: 'postcardStarted', person: id, postcard, until: now + askedMs, where };
}

/** More is asked for, unless it is on its way. */
function drafted({ id }: Person, postcard: Postcard, how: 'below' | 'in-place', now: Instant): Event {
  const until = postcard.heldUntil === null ? now + askedMs : null;
  return { type: 'postcardDrafted', person: id, postcard, how, until };
}

/** Whether what is said now is a postcard: it was asked for just now, or replies to the card with what there is of it. */
export function isForPostcard({ card }: Pick<Scene, 'card'>, { postcard, asked }: Person, now: Instant): boolean {
  if (postcard === null || postcard.heldUntil !== null) return false;
  return (asked?.what === 'postcard' && asked.until > now) || readCard(card)?.kind === 'postcard';
}

/** Something said becomes part of it; in a stem it fills the gaps. */
export function sayOnPostcard(me: Person, piece: Piece, { scenarios, now }: Given): Decision {
  const { postcard } = me;
  if (postcard === null) return { refusal: 'no-question' };
  const { answer } = postcard;
  const lines = linesOf(scenarios.get(postcard.form));
  const filled =
    lines === null ? { ...answer, pieces: [...answer.pieces, piece] } : fill(lines, answer, [piece], me.language);
  return isRefused(filled) ? filled : worded(me, postcard, filled, 'below', scenarios, now);
}

/** Other words on it. Its writer is told once where a question asks why. */
function worded(
  me: Person,
  postcard: Postcard,
  answer: Answer,
  how: 'below' | 'in-place',
  scenarios: Scenarios,
  now: Instant,
): Decision {
  const tooLong = overLimit(answer.pieces);
  if (tooLong !== null) return tooLong;
  const isQuestion = scenarios.get(postcard.form)?.postcard?.isQuestion === true;
  const isAsked =
    isQuestion && !postcard.isNudged && answer.pieces.some((piece) => piece.kind === 'text' && asksWhy(piece.text));
  const step = postcard.answer.step + 1;
  const isNudged = postcard.isNudged || isAsked;
  const changed: Postcard = { ...postcard, answer: { ...answer, step }, isNudged, heldUntil: null };
  return [
    drafted(me, changed, how, now),
    ...(isAsked ? [{ type: 'postcardNudged', person: me.id, postcard: postcard.id, step } as const] : []),
  ];
}

/** An edit of words on it; on its way it is taken back by that. Null where the message is no part of one. */
export function editOnPostcard(
  me: Person,
  edit: Extract<Command, { type: 'editSaid' }>,
  { scenarios, now }: Pick<Given, 'scenarios' | 'now'>,
): Decision | null {
  const { postcard, gavePostcard } = me;
  const before = postcard?.answer.pieces.find(({ messageId }) => messageId === edit.messageId);
  if (postcard === null || before === undefined) {
    return gavePostcard?.messages.includes(edit.messageId) === true ? { refusal: 'postcard-given' } : null;
  }
  if (before.kind !== 'text' || isWordedAs(before, edit)) return [];
  const piece = reworded(before, edit);
  const lines = linesOf(scenarios.get(postcard.form));
  const { answer } = postcard;
  const pieces = answer.pieces.map((one) => (one === before ? piece : one));
  const changed = lines === null ? { ...answer, pieces } : refill(lines, answer, piece, me.language);
  if (isRefused(changed)) return changed;
  if (lines !== null && isRefilled(answer, changed, edit.messageId)) return [];
  if (isEmpty(changed)) return [restarted(me, postcard, now)];
  return worded(me, postcard, changed, 'in-place', scenarios, now);
}

function restarted(me: Person, { id, form, answer, isNudged }: Postcard, now: Instant): Event {
  return started(me, { ...fresh(id, form, answer.step + 1, now), isNudged }, 'in-place', now);
}

export function pressPostcard(scene: Scene, me: Person, button: Button<ButtonOf<'postcard'>>, given: Given): Decision {
  const { name, slot, step } = button;
  if (name === 'postcardThank' || name === 'postcardReply') return pressGot(scene, me, { ...button, name }, given);
  const { postcard } = me;
  if (postcard?.id !== slot) return stale;
  if (name === 'postcardTakeBack') return takeBack(me, given.now) ?? [];
  if (name === 'postcardNudgeLeft') return [{ type: 'postcardNudgeLeft', person: me.id, postcard: slot }];
  // On its way: a second tap on [Geef] is done already.
  if (postcard.heldUntil !== null) return name === 'give' && step === postcard.answer.step ? [] : stale;
  if (step !== postcard.answer.step) return stale;
  switch (name) {
    case 'postcardMenu':
      return [{ type: 'postcardFormsShown', person: me.id, isOpen: true }];
    case 'postcardForm':
      return chooseForm(me, postcard, button.arg, given);
    case 'postcardDrop':
      return [{ type: 'postcardDropped', person: me.id }];
    case 'postcardRestart':
      return [restarted(me, postcard, given.now)];
    case 'postcardSkip':
      return skipLine(me, postcard, button.arg, given);
    case 'give':
      return give(scene, me, postcard, given);
  }
}

function chooseForm(me: Person, postcard: Postcard, arg: string, { scenarios, now }: Given): Decision {
  if (arg === '') return [{ type: 'postcardFormsShown', person: me.id, isOpen: false }];
  const form = formsOf(scenarios).find(({ id }) => id === arg);
  if (form === undefined || !isEmpty(postcard.answer)) return stale;
  return [started(me, fresh(postcard.id, form.id, postcard.answer.step + 1, now), 'in-place', now)];
}

/** [Volgende zin]. */
function skipLine(me: Person, postcard: Postcard, line: string, { scenarios, now }: Given): Decision {
  const { answer } = postcard;
  const lines = linesOf(scenarios.get(postcard.form));
  if (stemOf(answer).leftOut.includes(line)) return [];
  if (lines === null || nextGap(lines, answer)?.line.id !== line || skippable(lines, answer) === null) return stale;
  const left: Answer = { ...answer, step: answer.step + 1, stem: leaving(answer, line) };
  return [drafted(me, { ...postcard, answer: left }, 'in-place', now)];
}

function give(scene: Scene, me: Person, { form, answer }: Postcard, { scenarios, now }: Given): Decision {
  const lines = linesOf(scenarios.get(form));
  if (partnerOf(scene, me) === null) return { refusal: 'not-paired' };
  if (isEmpty(answer)) return { refusal: 'empty-draft' };
  if (lines !== null && !hasSentence(lines, answer)) return stale;
  if (hasGivenToday(me, now)) return { refusal: 'gave-today' };
  return [{ type: 'postcardHeld', person: me.id, until: now + holdMs }];
}

/** [Terugnemen] and /intrek: a draft again. Null when none is on its way. */
export function takeBack(me: Person, now: Instant): Decision | null {
  const { postcard } = me;
  if (postcard === null || postcard.heldUntil === null) return null;
  const answer = { ...postcard.answer, step: postcard.answer.step + 1 };
  return [drafted(me, { ...postcard, answer, heldUntil: null }, 'in-place', now)];
}

/** Whether a decision is no more than a change of the postcard, for whom a first voice note is held. */
export function isAboutPostcard(decision: Decision): boolean {
  return !isRefusal(decision) && decision.some(({ type }) => type === 'postcardDrafted');
}
