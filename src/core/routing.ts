import { isOver } from './round/overlap.js';
import { readCard } from './cards.js';
import { askedOfBot } from './reading/asks-bot.js';
import { callBreather } from './breather/breather.js';
import { isBrokenCode } from './reading/code.js';
import type { Button, ButtonOf } from './buttons.js';
import type { Command } from './command.js';
import { isRefusal, type Decision, type Event } from './event.js';
import { writePlan } from './listening/afterwards.js';
import { asksForReply, overReply, sayForReply } from './round/after.js';
import { awaitTap, mayReactNow, offerReaction, repliedTo, sendReaction } from './round/opened.js';
import { coolAgain } from './round/opening.js';
import { agreeFirst, openByCode } from './pairing/pairing.js';
import { isWordedAs, reworded } from './reading/marks.js';
import { answerOf, coupleOf, isEmpty, partnerOf } from './person.js';
import { askedByWord, plainWord } from './reading/plain-word.js';
import { editPhoto } from './photo/edit.js';
import { editOnPostcard, isForPostcard, sayOnPostcard } from './postcard/postcard.js';
import { isRefilled, isRefused, linesOf, refill } from './round/gaps.js';
import { extendSealed, sealedAlready } from './round/sealing.js';
import { addToDraft, drafted, pieceOf, rewrite } from './round/draft.js';
import { overLimit } from './round/limits.js';
import { isFinal, liveRound, questionFor } from './round/live-round.js';
import { isSpent } from './round/once.js';
import { linesOfSheet, sheetOf } from './round/sheet.js';
import { sayOnSheet, sheetForWords, tapsOnly } from './round/sheet-taps.js';
import type { Instant } from './ids.js';
import type { Answer, Pending, Person, Round, Scene } from './scene.js';
import type { Given } from './given.js';
import type { Piece } from './piece.js';
import { answerAsked } from './rhythm/settings.js';

/** Where words and voice go: design.md, «Scene, slots, routing»; the first that matches wins. */
export function say(scene: Scene, me: Person, command: Extract<Command, { type: 'say' }>, given: Given): Decision {
  const { speech } = command;
  const piece = pieceOf(speech, command.messageId);
  const asked = askedByWord(speech);
  const leavesQuestion = asked === 'stop' || asked === 'helplines';
  const what = me.asked !== null && me.asked.until > given.now ? me.asked.what : 'reply';
  if (what !== 'reply' && what !== 'row' && what !== 'postcard' && speech.kind === 'text' && !leavesQuestion) {
    return what === 'plan'
      ? writePlan(scene, me, speech.text, command.messageId)
      : answerAsked(scene, me, what, speech.text, given.now);
  }
  if (command.code !== null && partnerOf(scene, me) === null) {
    return openByCode(scene, me, { ...command, code: command.code }, given);
  }
  if (speech.kind === 'text' && partnerOf(scene, me) === null && isBrokenCode(speech.text)) {
    return { refusal: 'code-unreadable' };
  }
  if (me.consent === null) return agreeFirst(given);
  if (asked === 'breather') return callBreather(scene, me, given);
  if (asked !== null) return [{ type: 'commandOffered', person: me.id, command: asked, typed: command.messageId }];
  const word = speech.kind === 'text' ? plainWord(speech.text) : '';
  return sayInRound(scene, me, piece, word, given);
}

function sayInRound(scene: Scene, me: Person, piece: Piece, word: string, given: Given): Decision {
  const couple = coupleOf(scene, me);
  const replied = repliedRound(scene, me);
  const inReply = () => sayForReply(me, repliedTo(scene, me, me.pending?.round ?? '', given.now), piece, given);
  // The words of a reply were asked for just now; later they have the room that a reaction has.
  const asked = replied === null && asksForReply(me, given.now) ? inReply() : null;
  if (asked !== null) return asked;
  if (replied === null && isForPostcard(scene, me, given.now)) return sayOnPostcard(me, piece, given);
  const sheet = replied === null && asksForRow(me, given.now) ? sheetForWords(couple, me, given.scenarios) : null;
  const round = replied ?? sheet ?? questionFor(couple, me);
  if (round !== null) return inRound(me, round, piece, word, given);
  const late =
    couple?.rested.findLast(({ round: { id, once } }) => once === undefined && isUnfinished(answerOf(me, id)))?.round ??
    sheetForWords(couple, me, given.scenarios);
  if (late !== null && !mayReactNow(scene, me, given)) return inRound(me, late, piece, word, given);
  const offered = inReply() ?? offerReaction(scene, me, piece, given);
  return offered ?? { refusal: couple === null ? 'not-paired' : 'no-question' };
}

/** An answer to a question put away that was begun and not sealed: more words belong to it, unless they are a reaction. */
function isUnfinished(answer: Answer): boolean {
  return answer.state === 'draft' && !isEmpty(answer);
}

/** Whether a row of a sheet asked for words just now. */
function asksForRow({ asked }: Person, now: Instant): boolean {
  return asked?.what === 'row' && asked.until > now;
}

function inRound(me: Person, round: Round, piece: Piece, word: string, given: Given): Decision {
  const { scenarios } = given;
  if (round.once !== undefined) return sayOnce(me, round, piece, given);
  const lines = linesOf(scenarios.get(round.scenario));
  const answer = answerOf(me, round.id);
  if (isFinal(answer)) {
    if (answer.state !== 'sealed') return addToDraft(me, round, [piece], scenarios);
    // A sentence that is finished has no end to add to.
    return lines === null ? awaitTap(me, 'addition', round.id, piece) : sealedAlready(round, answer);
  }
  if (shortWords.has(word)) return awaitTap(me, 'short', round.id, piece);
  if (piece.kind === 'text' && askedOfBot(piece.text) !== null) return awaitTap(me, 'question', round.id, piece);
  // Whoever goes on writing, rather than say what a question was for, meant it for their partner.
  const before = me.pending?.what === 'question' && me.pending.round === round.id ? me.pending.pieces : [];
  return addToDraft(me, round, [...before, piece], scenarios);
}

/** Where what is sealed once is answered by taps, words go to the sentences of a sheet alone. */
function sayOnce(me: Person, round: Round, piece: Piece, given: Given): Decision {
  const answer = answerOf(me, round.id);
  if (isFinal(answer) || isSpent(answer)) return { refusal: 'sealed-once' };
  return round.once === 'sheet' ? sayOnSheet(me, round, piece, given) : tapsOnly(me, given.now);
}

/** The live round whose prompt, reminder or draft card this message replies to. */
export function repliedRound(scene: Scene, me: Person): Round | null {
  const card = readCard(scene.card);
  const isOfRound = card !== null && ['prompt', 'draft', 'sheet', 'reminder'].includes(card.kind);
  const couple = coupleOf(scene, me);
  const round = isOfRound ? liveRound(couple, card.about) : null;
  return round === null || couple === null || isOver(couple, me, round) ? null : round;
}

const shortWords: ReadonlySet<string> = new Set(['ok', 'oke', 'okay', 'later', 'straks', 'not now', 'niet nu']);

/** The tap that says what something just said was for. */
export function settlePending(scene: Scene, me: Person, button: Button<ButtonOf<'pending'>>, given: Given): Decision {
  const { pending } = me;
  if (pending?.step !== button.step || pending.round !== button.slot) return { refusal: 'stale-button' };
  if (button.name === 'leaveIt' || button.name === 'neverMind') return [{ type: 'pendingDropped', person: me.id }];
  if (button.name === 'forBot') return answerForBot(me, pending);
  if (button.name === 'sendReaction') return sendReaction(scene, me, pending, given);
  const round = liveRound(coupleOf(scene, me), pending.round);
  if (round === null) return { refusal: 'stale-button' };
  switch (button.name) {
    case 'thisIsIt':
      return addToDraft(me, round, pending.pieces, given.scenarios);
    case 'add':
      return extend(scene, me, round, pending.pieces, given);
    case 'rewrite':
      return rewrite(me, round, pending.pieces, given.scenarios);
  }
}

/** [Aan jou]: what was asked of the bot is answered by it, and is no part of anything. */
function answerForBot(me: Person, { pieces }: Pending): Decision {
  const isHow = pieces.some((piece) => piece.kind === 'text' && askedOfBot(piece.text) === 'help');
  const answer: Event = isHow
    ? { type: 'informed', person: me.id, about: 'help' }
    : { type: 'statusTold', person: me.id };
  return [{ type: 'pendingDropped', person: me.id }, answer];
}

function extend(scene: Scene, me: Person, round: Round, pieces: readonly Piece[], { now }: Given): Decision {
  const extended = extendSealed(me, round, pieces);
  return isRefusal(extended) ? extended : [...extended, ...coolAgain(coupleOf(scene, me), round, me.id, now)];
}

/** An edit of something said: changes a draft, offers to rewrite what is sealed, changes nothing that is open. */
export function editSaid(
  scene: Scene,
  me: Person,
  edit: Extract<Command, { type: 'editSaid' }>,
  { scenarios, now }: Given,
): Decision {
  const photo = editPhoto(scene, me, edit, { scenarios });
  if (photo !== null) return photo;
  const { messageId } = edit;
  const found = Object.entries(me.answers).find(([, { pieces }]) => pieces.some((one) => one.messageId === messageId));
  if (found === undefined) {
    return editOnPostcard(me, edit, { scenarios, now }) ?? editPending(scene, me, edit, { scenarios, now });
  }
  const [roundId, answer] = found;
  const before = answer.pieces.find((one) => one.messageId === messageId);
  if (before?.kind !== 'text' || isWordedAs(before, edit)) return [];
  const round = liveRound(coupleOf(scene, me), roundId);
  if (round === null) return { refusal: 'edit-too-late' };
  const piece = reworded(before, edit);
  const scenario = scenarios.get(round.scenario);
  const sheet = sheetOf(scenario);
  if (round.once !== undefined && (isFinal(answer) || isSpent(answer))) return { refusal: 'sealed-once' };
  const lines = sheet === null ? linesOf(scenario) : linesOfSheet(sheet);
  const pieces = answer.pieces.map((one) => (one === before ? piece : one));
  const changed = lines === null ? { ...answer, pieces } : refill(lines, answer, piece, me.language);
  if (isRefused(changed)) return changed;
  if (lines !== null && isRefilled(answer, changed, messageId)) return [];
  if (isFinal(answer)) return awaitTap(me, 'rewrite', roundId, piece);
  const how = isEmpty(changed) ? 'cleared' : answer.state === 'skipped' ? 'said' : 'edited';
  return overLimit(changed.pieces) ?? drafted(me, round, scenario, changed, how);
}

function editPending(
  scene: Scene,
  me: Person,
  edit: Extract<Command, { type: 'editSaid' }>,
  { scenarios, now }: Pick<Given, 'scenarios' | 'now'>,
): Decision {
  const { pending } = me;
  const before = pending?.pieces.find((one) => one.messageId === edit.messageId);
  if (pending === null || before?.kind !== 'text' || isWordedAs(before, edit)) return [];
  const pieces = pending.pieces.map((one) => (one === before ? reworded(before, edit) : one));
  const edited = { ...pending, pieces };
  const tooLong =
    pending.what === 'reply'
      ? overReply(edited, scenarios, repliedTo(scene, me, pending.round, now))
      : overLimit(pieces);
  return tooLong ?? [{ type: 'tapAwaited', person: me.id, pending: edited }];
}
