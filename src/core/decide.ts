import {
  doorButtons,
  isOneOf,
  openedButtons,
  pairingButtons,
  pendingButtons,
  personalButtons,
  roundButtons,
  type Button,
  type Command,
  type Sender,
} from './command.js';
import { isRefusal, type Decision, type Event } from './event.js';
import { heart, awaitTap, offerReaction, pressOpened, sendReaction } from './opened.js';
import { agree, knock, openHouse, pressPairing, showInvite, start } from './pairing.js';
import { answerOf, coupleOf, partnerOf, personOf } from './person.js';
import {
  addToDraft,
  beginForBoth,
  chooseScenario,
  extendSealed,
  isFinal,
  liveRound,
  overLimit,
  pieceOf,
  pressRound,
  rewrite,
  withdraw,
  withdrawable,
} from './round.js';
import type { Given, Person, Piece, Round, Scene } from './scene.js';
import { chooseDays } from './rhythm.js';
import { wake } from './wake.js';
import { askCity, answerCity } from './zone.js';

/** The rule book's table of contents: what each command leads to, or why it does not. Changes nothing itself. */
export function decide(scene: Scene, command: Command, given: Given): Decision {
  if (command.type === 'wake') return scene.about === null ? [] : wake(scene, scene.about, given);
  if (command.type === 'openHouse') return openHouse(scene, given);
  if (command.type === 'comeBack') return comeBack(scene);
  if (scene.actor === null) throw new Error('a command of a person came without that person');
  const me = personOf(scene, scene.actor);
  if (command.type === 'unreachable' || command.type === 'block') {
    return me.consent === null || me.isUnreachable ? [] : [{ type: 'becameUnreachable', person: me.id }];
  }
  if (command.type === 'voiceRefused') return voiceRefused(scene, me);
  if (command.type === 'unblock') return [];
  const back: readonly Event[] = me.isUnreachable ? [{ type: 'becameReachable', person: me.id }] : [];
  const decision = decideFor(scene, me, command, given);
  if (back.length === 0) return decision;
  return isRefusal(decision) ? back : [...back, ...decision];
}

type PersonCommand = Exclude<
  Command,
  { type: 'wake' | 'openHouse' | 'comeBack' | 'unreachable' | 'block' | 'unblock' | 'voiceRefused' }
>;

function decideFor(scene: Scene, me: Person, command: PersonCommand, given: Given): Decision {
  switch (command.type) {
    case 'inform':
      return dropAsked(me, [{ type: 'informed', person: me.id, about: command.about }]);
    case 'start':
      return dropAsked(me, wentOn(me, start(scene, me, command.sender, command.code, given)));
    case 'press':
      return press(scene, me, command, given);
    case 'pressUnknown':
      return { refusal: 'stale-button' };
    case 'stop':
      return stop(me);
    case 'erase':
      return me.consent === null ? [{ type: 'declined', person: me.id }] : [{ type: 'eraseAsked', person: me.id }];
    case 'say':
      return say(scene, me, command, given);
    case 'sendUnsupported':
      return { refusal: command.what === 'media' ? 'media-unsupported' : 'forwarded-unsupported' };
    case 'unknownCommand':
      return { refusal: 'unknown-command' };
    case 'editSaid':
      return editSaid(scene, me, command.messageId, command.text);
    case 'heart':
      return heart(scene, me, given.now);
    case 'showInvite':
    case 'askQuestion':
    case 'withdraw': {
      if (me.consent === null) return agreeFirst(given);
      return dropAsked(me, consented(scene, me, command, given));
    }
  }
}

function consented(
  scene: Scene,
  me: Person,
  command: { type: 'showInvite' | 'askQuestion' | 'withdraw' },
  given: Given,
): Decision {
  switch (command.type) {
    case 'showInvite':
      return showInvite(scene, me, given);
    case 'askQuestion':
      return askQuestion(scene, me, given);
    case 'withdraw': {
      const round = withdrawable(coupleOf(scene, me), me);
      return round === null ? { refusal: 'nothing-to-withdraw' } : withdraw(me, round);
    }
  }
}

/** Where words and voice go: design.md, «Scene, slots, routing»; the first that matches wins. */
function say(scene: Scene, me: Person, command: Extract<Command, { type: 'say' }>, given: Given): Decision {
  const { speech } = command;
  const piece = pieceOf(speech, command.messageId);
  if (me.asked !== null && me.asked.until > given.now && speech.kind === 'text') {
    return answerCity(me, speech.text, given.now);
  }
  if (command.code !== null && partnerOf(scene, me) === null) {
    return knock(scene, me, command.sender, command.code, given);
  }
  if (me.consent === null) return agreeFirst(given);
  const word = speech.kind === 'text' ? plainWord(speech.text) : '';
  if (word === 'stop') return [{ type: 'commandOffered', person: me.id, command: 'stop' }];
  if (word === 'hulp') return [{ type: 'commandOffered', person: me.id, command: 'helplines' }];
  return sayInRound(scene, me, piece, word, given);
}

function sayInRound(scene: Scene, me: Person, piece: Piece, word: string, given: Given): Decision {
  const couple = coupleOf(scene, me);
  const open = couple?.round ?? null;
  const replied = repliedRound(scene, me);
  if (replied !== null && replied.id !== open?.id) return inRound(me, replied, piece, word);
  if (open !== null) return inRound(me, open, piece, word);
  const unfinished = couple?.rested.findLast(({ round }) => me.answers[round.id]?.state === 'draft')?.round ?? null;
  if (unfinished !== null) return inRound(me, unfinished, piece, word);
  return offerReaction(scene, me, piece, given.now) ?? { refusal: couple === null ? 'not-paired' : 'no-question' };
}

function inRound(me: Person, round: Round, piece: Piece, word: string): Decision {
  if (isFinal(answerOf(me, round.id))) {
    return answerOf(me, round.id).state === 'sealed'
      ? awaitTap(me, 'addition', round.id, piece)
      : addToDraft(me, round, [piece]);
  }
  return shortWords.has(word) ? awaitTap(me, 'short', round.id, piece) : addToDraft(me, round, [piece]);
}

/** The live round whose prompt or draft card this message replies to. */
function repliedRound(scene: Scene, me: Person): Round | null {
  const id = /^(?:prompt|draft):(.+)$/.exec(scene.card ?? '')?.[1];
  return id === undefined ? null : liveRound(coupleOf(scene, me), id);
}

const shortWords: ReadonlySet<string> = new Set(['ok', 'oke', 'okay', 'later', 'straks', 'not now', 'niet nu']);

/** Lower case, without accents and end marks, so that «Oké.» is «oke». */
function plainWord(text: string): string {
  const plain = text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  return plain
    .toLowerCase()
    .replace(/[.!?…]+$/, '')
    .trim();
}

function press(scene: Scene, me: Person, command: Extract<Command, { type: 'press' }>, given: Given): Decision {
  const { button } = command;
  if (isOneOf(button, doorButtons)) return pressAtTheDoor(scene, me, button, command, given);
  if (me.consent === null) return agreeFirst(given);
  if (isOneOf(button, roundButtons)) return pressRound(scene, me, button, given);
  if (isOneOf(button, openedButtons)) return pressOpened(scene, me, button, given.now);
  if (isOneOf(button, pendingButtons)) return settlePending(scene, me, button, given);
  if (isOneOf(button, pairingButtons)) return pressPairing(scene, me, button, given);
  if (isOneOf(button, personalButtons)) return pressPersonal(scene, me, button, given);
  throw new Error('a button belongs to no family');
}

function pressAtTheDoor(
  scene: Scene,
  me: Person,
  button: Button<(typeof doorButtons)[number]>,
  { sender, code }: { sender: Sender; code: string | null },
  given: Given,
): Decision {
  switch (button.name) {
    case 'agree':
      return wentOn(me, agree(scene, me, sender, code, given));
    case 'readAll':
      return [{ type: 'termsShown', person: me.id, code }];
    case 'language':
      return [
        { type: 'languageChosen', person: me.id, language: button.arg === 'en' ? 'en' : 'nl' },
        { type: 'welcomed', person: me.id, name: sender.name, code },
      ];
    case 'notNow':
      return [{ type: 'declined', person: me.id }];
    case 'helplines':
      return [{ type: 'informed', person: me.id, about: 'helplines' }];
    case 'stop':
      return stop(me);
  }
}

function pressPersonal(
  scene: Scene,
  me: Person,
  button: Button<(typeof personalButtons)[number]>,
  given: Given,
): Decision {
  switch (button.name) {
    case 'rhythmFits':
      return [{ type: 'rhythmAccepted', person: me.id }];
    case 'otherRhythm':
      return [{ type: 'daysAsked', person: me.id }];
    case 'days':
      return chooseDays(me, button.arg);
    case 'otherZone':
      return askCity(me, given.now);
    case 'askQuestion':
      return askQuestion(scene, me, given);
    case 'unpair':
      return unpair(scene, me);
    case 'goOn':
      return me.hasStopped ? [{ type: 'wentOn', person: me.id }] : [];
    case 'eraseAll':
      return [...unpair(scene, me), { type: 'erased', person: me.id }];
  }
}

/** The tap that says what something just said was for. */
function settlePending(
  scene: Scene,
  me: Person,
  button: Button<(typeof pendingButtons)[number]>,
  given: Given,
): Decision {
  const { pending } = me;
  if (pending?.step !== button.step || pending.round !== button.slot) return { refusal: 'stale-button' };
  if (button.name === 'leaveIt' || button.name === 'neverMind') return [{ type: 'pendingDropped', person: me.id }];
  if (button.name === 'sendReaction') return sendReaction(scene, me, pending, given.now);
  const round = liveRound(coupleOf(scene, me), pending.round);
  if (round === null) return { refusal: 'stale-button' };
  switch (button.name) {
    case 'thisIsIt':
      return addToDraft(me, round, pending.pieces);
    case 'add':
      return extendSealed(me, round, pending.pieces);
    case 'rewrite':
      return rewrite(me, round, pending.pieces);
  }
}

/** An edit of something said: changes a draft, offers to rewrite what is sealed, changes nothing that is open. */
function editSaid(scene: Scene, me: Person, messageId: number, text: string): Decision {
  const found = Object.entries(me.answers).find(([, { pieces }]) => pieces.some((one) => one.messageId === messageId));
  if (found === undefined) return editPending(me, messageId, text);
  const [roundId, answer] = found;
  const before = answer.pieces.find((one) => one.messageId === messageId);
  if (before?.kind !== 'text' || before.text === text) return [];
  const round = liveRound(coupleOf(scene, me), roundId);
  if (round === null) return { refusal: 'edit-too-late' };
  const piece: Piece = { ...before, text };
  if (isFinal(answer)) return awaitTap(me, 'rewrite', roundId, piece);
  const pieces = answer.pieces.map((one) => (one.messageId === messageId ? piece : one));
  const changed = { ...answer, pieces, step: answer.step + 1 };
  return overLimit(pieces) ?? [{ type: 'draftChanged', person: me.id, round: roundId, answer: changed, how: 'edited' }];
}

function editPending(me: Person, messageId: number, text: string): Decision {
  const { pending } = me;
  const before = pending?.pieces.find((one) => one.messageId === messageId);
  if (pending === null || before?.kind !== 'text' || before.text === text) return [];
  const pieces = pending.pieces.map((one) => (one === before ? { ...before, text } : one));
  return overLimit(pieces) ?? [{ type: 'tapAwaited', person: me.id, pending: { ...pending, pieces } }];
}

/** /vraag: the open one again, or a new one for both. */
function askQuestion(scene: Scene, me: Person, given: Given): Decision {
  const couple = coupleOf(scene, me);
  if (couple === null) return { refusal: 'not-paired' };
  const { round } = couple;
  if (round !== null) {
    return isFinal(answerOf(me, round.id))
      ? [{ type: 'statusTold', person: me.id }]
      : [{ type: 'promptShown', person: me.id, round: round.id, why: 'again', at: given.now, date: null }];
  }
  if (couple.pairedAt === null) return { refusal: 'not-paired' };
  const scenario = chooseScenario(couple, given);
  return scenario === null ? { refusal: 'no-scenario' } : beginForBoth(scene, me, couple, scenario, given);
}

function stop(me: Person): Decision {
  return me.consent === null ? [{ type: 'declined', person: me.id }] : [{ type: 'stopped', person: me.id }];
}

function unpair(scene: Scene, me: Person): readonly Event[] {
  const couple = coupleOf(scene, me);
  return couple === null ? [] : [{ type: 'unpaired', couple: couple.id, by: me.id }];
}

/** The receiver's settings refuse voice notes: their partner is told, so that it can be typed. */
function voiceRefused(scene: Scene, receiver: Person): Decision {
  const speaker = partnerOf(scene, receiver);
  return speaker === null ? [] : [{ type: 'voiceReturned', person: speaker.id }];
}

/** After more than a day away: whoever has not sealed may have sent words that never arrived. */
function comeBack(scene: Scene): Decision {
  const couple = scene.about === null ? null : (scene.couples[scene.about] ?? null);
  const round = couple?.round ?? null;
  if (couple === null || round === null) return [];
  return couple.members
    .filter((member) => !isFinal(answerOf(personOf(scene, member), round.id)))
    .map((person) => ({ type: 'cameBack', person }));
}

/** A question the bot asked is let go by any command. */
function dropAsked(me: Person, decision: Decision): Decision {
  if (me.asked === null || isRefusal(decision)) return decision;
  return [{ type: 'askedDropped', person: me.id }, ...decision];
}

/** /start after /stop goes on where it was. */
function wentOn(me: Person, decision: Decision): Decision {
  if (!me.hasStopped || isRefusal(decision)) return decision;
  return [{ type: 'wentOn', person: me.id }, ...decision];
}

function agreeFirst(given: Given): Decision {
  return { refusal: given.openTo === 'couple' ? 'not-open' : 'agree-first' };
}
