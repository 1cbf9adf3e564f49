import { botChanged, restored, voiceGone } from './moved/moved.js';
import { askBreather, callBreather, pressBreather } from './breather/breather.js';
import { pressBook, showBook } from './book/book.js';
import { pressRitual } from './ritual/ritual.js';
import { buttons, type Button, type ButtonOf, type Family } from './buttons.js';
import { comeBack } from './come-back.js';
import { type Command } from './command.js';
import { needsConsent, type Consented, type PersonCommand } from './commands.js';
import { askOfKind, askOrChoose, askQuestion } from './round/asking.js';
import { appreciate, pressPostcard, takeBack } from './postcard/postcard.js';
import { handBack } from './postcard/wake.js';
import { pressPath, showPaths } from './path/path.js';
import { hasAllowed } from './pairing/consent.js';
import { offerHelp, withholdWords } from './help/heavy-words.js';
import type { Decision, Event } from './event.js';
import { evolveAll } from './evolve.js';
import {
  withEvent,
  block,
  heldByAbsence,
  leaveLater,
  pressGoOn,
  refusalAsEvent,
  stayAfterAll,
  staySilent,
  stop,
  unpair,
} from './leaving/exits.js';
import { askToErase, exportData, pressData } from './own-data/your-data.js';
import { pressAfterwards } from './listening/afterwards.js';
import { pressListeningTurn } from './listening/listening.js';
import { listen, pressListeningCard } from './listening/invite.js';
import { heart, pressOpened } from './round/opened.js';
import { agreeFirst, openByCode, openHouse, pressPairing, showInvite, start } from './pairing/pairing.js';
import { resumed } from './round/pace.js';
import { awaitNews } from './news/news.js';
import { coupleOf, personOf } from './person.js';
import { pressRound } from './round/round.js';
import { hasSealedOnce, withdraw, withdrawable } from './round/sealing.js';
import { editSaid, say, settlePending } from './routing.js';
import type { Person, Scene } from './scene.js';
import type { Given } from './given.js';
import { pressSettings, shareZone, showSettings } from './rhythm/settings.js';
import { pressShared } from './round/opening-settings.js';
import { meetSilenceAlone } from './leaving/silence.js';
import { duringSlots } from './slots.js';
import { isVisible } from './reading/visible.js';
import { askForVoice, heldAsCommand, listeningOf, voiceRefused } from './voice/voice.js';
import { allowPhoto, refusePhoto, sendPhoto } from './photo/photo.js';
import { inRoom, pressRoom, roomAdded, showRoom } from './room/room.js';
import { isReportOfRoom } from './room/command.js';
import { remindOfCode } from './pairing/waiting.js';
import { wake } from './wake.js';
import { type Press, pressAtTheDoor, putAway, wentOn } from './at-the-door.js';
import { decideOfRoom } from './room/reports.js';

/** What each command leads to, or why it does not. Changes nothing itself. */
export function decide(scene: Scene, command: Command, given: Given): Decision {
  return withholdWords(scene, handBack(scene, decideAll(scene, command, given)), given);
}

/** The rule book's table of contents. */
function decideAll(scene: Scene, command: Command, given: Given): Decision {
  if (command.type === 'wake') return wakeUp(scene, given);
  if (command.type === 'openHouse') return openHouse(scene, given);
  if (command.type === 'comeBack') return comeBack(scene, given);
  if (isReportOfRoom(command)) return decideOfRoom(scene, command, given);
  if (scene.actor === null) throw new Error('a command of a person came without that person');
  const me = personOf(scene, scene.actor);
  if (command.type === 'unreachable' || command.type === 'block') return block(me);
  if (command.type === 'voiceRefused') return voiceRefused(scene, me);
  if (command.type === 'voiceGone') return voiceGone(me, command.isPhoto === true);
  if (command.type === 'botChanged') return botChanged(me);
  if (command.type === 'restored') return restored(scene, me, command.from, given.now);
  if (command.type === 'updated') return awaitNews(scene, me, command.since, given.now);
  if (command.type === 'unblock') return [];
  if (command.type === 'roomAdded') return roomAdded(scene, me, command, given);
  const elsewhere = inRoom(scene, me, command, given.now);
  if (elsewhere !== null) return elsewhere;
  const decision = heldByAbsence(me, command) ?? unseen(me, command) ?? decideFreely(scene, me, command, given);
  const offered = offerHelp(scene, me, command, askForVoice(scene, me, command, decision, given.now), given);
  return remindOfCode(scene, me, offered, given);
}

/** Words that nobody can see are none, wherever they would have gone. */
function unseen(me: Person, command: PersonCommand): Decision | null {
  if (me.consent === null || command.type !== 'say' || command.speech.kind !== 'text') return null;
  return isVisible(command.speech.text) ? null : { refusal: 'empty-draft' };
}

function decideFreely(scene: Scene, me: Person, command: PersonCommand, given: Given): Decision {
  const back = resumed(scene, me, command);
  const decided = decideNow(scene, me, command, given);
  return back === null ? decided : withEvent(back, me, decided);
}

function decideNow(scene: Scene, me: Person, command: PersonCommand, given: Given): Decision {
  return duringSlots(scene, me, command, given) ?? decideFor(scene, me, command, given);
}

/** The clock: something of a couple has come due, or of somebody who is in none. */
function wakeUp(scene: Scene, given: Given): Decision {
  if (scene.about !== null) return wake(scene, scene.about, given);
  return scene.actor === null ? [] : meetSilenceAlone(scene, scene.actor, given.now);
}

function decideFor(scene: Scene, me: Person, command: PersonCommand, given: Given): Decision {
  if (needsConsent(command)) {
    return me.consent === null ? agreeFirst(given) : dropAsked(me, consented(scene, me, command, given));
  }
  switch (command.type) {
    case 'inform':
      return dropAsked(me, [inform(me, command)]);
    case 'start':
      return dropAsked(me, wentOn(me, start(scene, me, command, given)));
    case 'press':
      return press(scene, me, command, given);
    case 'pressUnknown':
      return { refusal: 'stale-button' };
    case 'stop':
      return stop(me, command.messageId);
    case 'erase':
      return askToErase(me);
    case 'exportData':
      return exportData(me, 'open', given.now, command.messageId);
    case 'say':
      return say(scene, me, command, given);
    case 'shareZone':
      return shareZone(me, command.zone, given.now);
    case 'sendUnsupported':
      return { refusal: command.what === 'media' ? 'media-unsupported' : 'forwarded-unsupported' };
    case 'sendPhoto':
      return sendPhoto(scene, me, command, given);
    case 'sendMore':
      return [];
    case 'passInvite':
      return openByCode(scene, me, command, given);
    case 'unknownCommand':
      return { refusal: 'unknown-command' };
    case 'tooFast':
      return { refusal: 'too-fast' };
    case 'editSaid':
      return editSaid(scene, me, command, given);
    case 'heart':
      return heart(scene, me, given.now);
    case 'roomAdded':
      return [];
  }
}

function consented(scene: Scene, me: Person, command: Consented, given: Given): Decision {
  switch (command.type) {
    case 'showInvite':
      return showInvite(scene, me, given);
    case 'showSettings':
      return showSettings(me, command.view, 'new');
    case 'askQuestion':
      return (command.choose === true ? askOrChoose : askQuestion)(scene, me, given);
    case 'showPaths':
      return showPaths(scene, me, given);
    case 'showBook':
      return showBook(me);
    case 'callBreather':
      return callBreather(scene, me, given);
    case 'listen':
      return listen(scene, me, given);
    case 'appreciate':
      return appreciate(scene, me, given);
    case 'showRoom':
      return showRoom(scene, me, given);
    case 'withdraw': {
      const postcard = takeBack(me, given.now);
      if (postcard !== null) return postcard;
      const round = withdrawable(coupleOf(scene, me), me);
      if (round !== null) return withdraw(me, round);
      return { refusal: hasSealedOnce(coupleOf(scene, me), me) ? 'sealed-once' : 'nothing-to-withdraw' };
    }
  }
}

type Pressers = {
  readonly [Of in Family]: (
    scene: Scene,
    me: Person,
    button: Button<ButtonOf<Of>>,
    given: Given,
    command: Press,
  ) => Decision;
};

/** Whose rule answers a button; a family without one does not compile. */
const pressers: Pressers = {
  door: pressAtTheDoor,
  round: pressRound,
  opened: pressOpened,
  shared: pressShared,
  pending: settlePending,
  breather: pressBreather,
  listeningTurn: pressListeningTurn,
  listeningCard: pressListeningCard,
  afterwards: pressAfterwards,
  pairing: pressPairing,
  data: (scene, me, button, { now }) => pressData(scene, me, button, now),
  settings: pressSettings,
  path: pressPath,
  book: pressBook,
  ritual: pressRitual,
  postcard: pressPostcard,
  room: pressRoom,
  personal: pressPersonal,
};

export function press(scene: Scene, me: Person, command: Press, given: Given): Decision {
  const { button } = command;
  const { of } = buttons[button.name];
  if (of !== 'door' && me.consent === null) return agreeFirst(given);
  // The table says which family a button is of, and the type of `pressers` that it gets no other.
  const answer = pressers[of] as (...about: [Scene, Person, Button, Given, Press]) => Decision;
  return answer(scene, me, button, given, command);
}

function pressPersonal(scene: Scene, me: Person, button: Button<ButtonOf<'personal'>>, given: Given): Decision {
  switch (button.name) {
    case 'callBreather':
      return callBreather(scene, me, given);
    case 'askBreather':
      return askBreather(scene, me, given);
    case 'beginBreather':
      return withEvent(putAway(me, button), me, callBreather(scene, me, given));
    case 'noBreather':
      return [putAway(me, button)];
    case 'rhythmFits':
      return [{ type: 'rhythmAccepted', person: me.id }];
    case 'askQuestion':
      return askOfKind(scene, me, button.arg, given);
    case 'allowVoice':
      return allowVoice(scene, me, given);
    case 'refuseVoice':
      return me.heldVoices.length === 0 ? { refusal: 'stale-button' } : [{ type: 'voiceLetGo', person: me.id }];
    case 'allowPhoto':
      return allowPhoto(scene, me, given);
    case 'refusePhoto':
      return refusePhoto(me);
    case 'beginAgain':
      return showInvite(scene, me, given);
    case 'unpair':
      return unpair(scene, me, given.now);
    case 'unpairLater':
      return leaveLater(scene, me, button.step, given);
    case 'keepPaired':
      return stayAfterAll(me, button.step);
    case 'staySilent':
      return staySilent(me, button.step);
    case 'goOn':
      return pressGoOn(me);
    case 'askErase':
      return askToErase(me);
  }
}

function inform(me: Person, { about, messageId }: Extract<Command, { type: 'inform' }>): Event {
  return { type: 'informed', person: me.id, about, ...(messageId === undefined ? {} : { typed: messageId }) };
}

/** The one yes to voice; what waited for it goes where it would have gone, each after the one before it. */
function allowVoice(scene: Scene, me: Person, given: Given): Decision {
  if (me.heldVoices.length === 0) return hasAllowed(me, 'voice') ? [] : { refusal: 'stale-button' };
  const current = listeningOf(coupleOf(scene, me));
  if (current !== null && me.heldVoices.some(({ listening }) => listening !== current)) {
    return { refusal: 'in-listening' };
  }
  const events: Event[] = [{ type: 'voiceAllowed', person: me.id, at: given.now }];
  for (const held of me.heldVoices) {
    const now = { ...evolveAll(scene, events), card: held.card };
    const speaker = personOf(now, me.id);
    const isOver = held.listening !== current;
    const decision: Decision = isOver
      ? { refusal: 'no-question' }
      : decideNow(now, speaker, heldAsCommand(speaker, held), given);
    events.push(...refusalAsEvent(speaker, decision));
  }
  return events;
}

/** A question the bot asked is let go by any command. */
function dropAsked(me: Person, decision: Decision): Decision {
  return me.asked === null ? decision : withEvent({ type: 'askedDropped', person: me.id }, me, decision);
}
