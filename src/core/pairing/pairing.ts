import { localMoment } from '../time/calendar.js';
import { drawCoupleId, drawInviteCode } from '../time/chance.js';
import type { Button, ButtonOf } from '../buttons.js';
import type { Command, Sender } from '../command.js';
import { hasAgreed } from './consent.js';
import type { Decision, Event, Refusal } from '../event.js';
import { inviteLifeMs } from './limits.js';
import { isSpent } from './spent.js';
import { answerOf, coupleOf, emptyCouple, isAway, isEmpty, partnerOf, personOf } from '../person.js';
import { beginPlayed, openingQuestion } from '../path/played.js';
import { begin } from '../round/begin.js';
import type { Couple, Person, Scene } from '../scene.js';
import type { Given } from '../given.js';
import type { CoupleId, Instant } from '../ids.js';
import { hourMs } from '../time/durations.js';

const undoWindowMs = 72 * hourMs;
/** For so long after the other ended it, nothing invites to begin anew. */
const calmAfterLeavingMs = 30 * 24 * hourMs;
/** Nine wrong codes an hour; the tenth is not looked at. */
const guessesAnHour = 9;

/** /start, with a deep link's code or without. */
export function start(scene: Scene, me: Person, command: Extract<Command, { type: 'start' }>, given: Given): Decision {
  const { code } = command;
  if (code !== null) return openByCode(scene, me, { ...command, code }, given);
  if (command.isUnread === true && partnerOf(scene, me) === null) return { refusal: 'code-unreadable' };
  if (me.consent === null) return welcome(me, command, given);
  return coupleOf(scene, me) === null ? beginUnlessLeft(me, given) : [{ type: 'statusTold', person: me.id }];
}

/** Whoever did not agree yet is told so; of a bot that is open to one couple, that it is not theirs to use. */
export function agreeFirst(given: Given): Decision {
  if (given.waiting !== null) return { refusal: 'agree-above' };
  return { refusal: given.openTo === 'couple' ? 'not-open' : 'agree-first' };
}

/** Somebody offers a code: by link, by typing it, or by a button that carries it. Shows who invites, pairs nobody yet. */
export function openByCode(
  scene: Scene,
  me: Person,
  knocked: Knock & { readonly code: string },
  given: Given,
): Decision {
  return refuseCode(scene, me, knocked.code, given.now) ?? [...speakAsInviter(scene, me), welcomed(me, knocked)];
}

/** What somebody comes with: a code or none, and the message they sent it in. */
type Knock = Pick<Extract<Command, { type: 'start' }>, 'sender' | 'code' | 'messageId'>;

function welcomed(me: Person, { sender, code, messageId = 0 }: Knock): Event {
  return { type: 'welcomed', person: me.id, name: sender.name, code, typed: messageId };
}

/** Whoever is invited is met in the language of who invites, until they choose another. */
function speakAsInviter(scene: Scene, me: Person): readonly Event[] {
  const inviter = scene.invited === null ? undefined : scene.couples[scene.invited]?.members[0];
  if (inviter === undefined || me.consent !== null) return [];
  const { language } = personOf(scene, inviter);
  return language === me.language ? [] : [{ type: 'languageChosen', person: me.id, language }];
}

/** The one tap that pairs, or that makes a first invite. */
export function agree(scene: Scene, me: Person, sender: Sender, code: string | null, given: Given): Decision {
  const consent: readonly Event[] = hasAgreed(me)
    ? []
    : [{ type: 'consentGiven', person: me.id, name: sender.name, at: given.now }];
  if (code === null) {
    if (me.consent === null && given.openTo === 'couple') return { refusal: 'not-open' };
    if (coupleOf(scene, me) === null) {
      if (wasLeftLately(me, given.now)) return [...consent, { type: 'beginningAsked', person: me.id }];
      return isSpent(me, 'invite', given.now)
        ? { refusal: 'too-many-invites' }
        : [...consent, ...found(me, null, given)];
    }
    return hasAgreed(me) ? [] : [...consent, { type: 'statusTold', person: me.id }];
  }
  const host = scene.invited === null ? null : (scene.couples[scene.invited] ?? null);
  const isThrough = host !== null && host.members.includes(me.id) && host.invite?.code !== code;
  if (isThrough) return [];
  const no = refuseCode(scene, me, code, given.now);
  if (no !== null || host === null) return no ?? { refusal: 'stale-button' };
  if (isSpent(me, 'join', given.now)) return { refusal: 'too-many-joins' };
  return host.members.length === 0
    ? [...consent, ...found(me, host, given)]
    : [...consent, ...join(scene, me, host, given)];
}

export function showInvite(scene: Scene, me: Person, given: Given): Decision {
  const couple = coupleOf(scene, me);
  if (couple === null) return foundIfAllowed(me, given);
  const partner = partnerOf(scene, me);
  if (partner !== null) return { refusal: 'already-paired', partner: partner.name };
  if (couple.invite === null || isExpired(couple, given.now)) return renewInvite(me, couple, given);
  return [{ type: 'inviteShown', person: me.id, isFirst: false }];
}

/** [Nieuwe code] voids the living one. */
function newCode(scene: Scene, me: Person, couple: Couple, given: Given): Decision {
  const partner = partnerOf(scene, me);
  return partner === null ? renewInvite(me, couple, given) : { refusal: 'already-paired', partner: partner.name };
}

/** [QR-code]: of the living invite; of one that is over, a new invite instead. */
function showQr(scene: Scene, me: Person, couple: Couple, given: Given): Decision {
  const isLiving = couple.pairedAt === null && couple.invite !== null && !isExpired(couple, given.now);
  return isLiving ? [{ type: 'inviteQrShown', person: me.id }] : showInvite(scene, me, given);
}

/** The buttons under an invite and under a fresh pairing. */
export function pressPairing(scene: Scene, me: Person, button: Button<ButtonOf<'pairing'>>, given: Given): Decision {
  const couple = coupleOf(scene, me);
  if (couple === null || slotOf(couple.id) !== button.slot) return { refusal: 'stale-button' };
  if (button.name === 'newCode') return newCode(scene, me, couple, given);
  if (button.name === 'qrCode') return showQr(scene, me, couple, given);
  if (couple.pairedAt === null) return { refusal: 'stale-button' };
  if (given.now >= couple.pairedAt + undoWindowMs) return { refusal: 'too-late-to-undo' };
  switch (button.name) {
    case 'undoPairing':
      return [{ type: 'undoAsked', person: me.id }];
    case 'keepPairing':
      return [{ type: 'undoDropped', person: me.id }];
    case 'confirmUndo':
      return undo(me, couple, given);
  }
}

/** [Dit klopt niet], tapped and confirmed; the other never hears of it. Whoever invited gets a fresh invite. */
function undo(me: Person, couple: Couple, given: Given): Decision {
  const undone: Event = { type: 'pairingUndone', couple: couple.id, by: me.id };
  const getsInvite = couple.members[0] === me.id && !isAway(me) && !isSpent(me, 'invite', given.now);
  return getsInvite ? [undone, ...found(me, null, given)] : [undone];
}

/** The first link of a bot that is open to one couple; the same one until somebody has come through it. */
export function openHouse(scene: Scene, given: Given): Decision {
  return scene.about === null
    ? [{ type: 'houseOpened', couple: drawCoupleId(given), code: drawInviteCode(given) }]
    : [];
}

/** A couple's id as buttons carry it. */
export function slotOf(couple: CoupleId): string {
  return couple.toString(36);
}

/** Whoever was left lately is not invited to anything: whether they want to begin again is asked first. */
function beginUnlessLeft(me: Person, given: Given): Decision {
  return wasLeftLately(me, given.now) ? [{ type: 'beginningAsked', person: me.id }] : foundIfAllowed(me, given);
}

function wasLeftLately({ leftAt }: Person, now: Instant): boolean {
  return leftAt !== null && now - leftAt < calmAfterLeavingMs;
}

function foundIfAllowed(me: Person, given: Given): Decision {
  return isSpent(me, 'invite', given.now) ? { refusal: 'too-many-invites' } : found(me, null, given);
}

function welcome(me: Person, knocked: Knock, given: Given): Decision {
  return given.openTo === 'couple' ? { refusal: 'not-open' } : [welcomed(me, knocked)];
}

/** Why this code opens nothing for this person; null when it does. */
function refuseCode(scene: Scene, me: Person, code: string, now: Instant): Decision | null {
  const partner = partnerOf(scene, me);
  if (partner !== null) return { refusal: 'already-paired', partner: partner.name };
  if (me.wrongGuesses.filter((at) => at > now - hourMs).length >= guessesAnHour) return { refusal: 'too-many-guesses' };
  const host = scene.invited === null ? null : (scene.couples[scene.invited] ?? null);
  if (host === null) return [{ type: 'guessedWrong', person: me.id, at: now }];
  if (host.invite?.code === code) {
    if (host.members.includes(me.id)) return { refusal: 'code-own' };
    const inviter = host.members[0] === undefined ? null : personOf(scene, host.members[0]);
    // Whoever stopped would not hear who came: their invite is as good as expired.
    return isExpired(host, now) || (inviter !== null && isAway(inviter)) ? { refusal: 'code-expired' } : null;
  }
  const spent = host.spentCodes.find((one) => one.code === code);
  const refusals: Readonly<Record<'used' | 'expired' | 'replaced', Refusal>> = {
    used: { refusal: 'code-used' },
    expired: { refusal: 'code-expired' },
    replaced: { refusal: 'code-replaced' },
  };
  return spent === undefined ? [{ type: 'guessedWrong', person: me.id, at: now }] : refusals[spent.how];
}

function isExpired(couple: Couple, now: Instant): boolean {
  return couple.invite?.expiresAt != null && couple.invite.expiresAt <= now;
}

/** A couple of one, in the house whose link they came through or in one of their own, with an invite to share and a light question to begin with. */
function found(me: Person, house: Couple | null, given: Given): readonly Event[] {
  const couple = house?.id ?? drawCoupleId(given);
  const founded: Event = {
    type: 'coupleFounded',
    couple,
    person: me.id,
    code: drawInviteCode(given),
    expiresAt: given.now + inviteLifeMs,
  };
  const shown: Event = { type: 'inviteShown', person: me.id, isFirst: true, isAgain: me.leftAt !== null };
  const opening = openingQuestion(given);
  if (opening === null) return [founded, shown];
  const { round, event } = begin(emptyCouple(couple), opening.scenario, given, { step: opening.step });
  return [
    founded,
    shown,
    event,
    { type: 'promptShown', person: me.id, round: round.id, why: 'opening', at: given.now, date: null },
  ];
}

function join(scene: Scene, me: Person, host: Couple, given: Given): readonly Event[] {
  const { now } = given;
  const joined: Event = { type: 'partnerJoined', couple: host.id, person: me.id, at: now };
  const served = [...host.members, me.id].map((id): Event => {
    const { zone } = personOf(scene, id);
    return { type: 'dateServed', person: id, date: localMoment(now, zone).date };
  });
  const begun = [joined, ...served, ...beginPlayed(host.id, [...host.members, me.id], given)];
  if (host.round === null) return begun;
  const shown: Event = {
    type: 'promptShown',
    person: me.id,
    round: host.round.id,
    why: 'opening',
    at: now,
    date: null,
  };
  return [...begun, shown, ...carryDraft(scene, me, host)];
}

/**
 * What the joiner already answered to the same opening question comes along, as a draft again: it was sealed before
 * they knew for whom.
 */
function carryDraft(scene: Scene, me: Person, host: Couple): readonly Event[] {
  const former = coupleOf(scene, me)?.round ?? null;
  if (former === null || host.round === null || former.scenario !== host.round.scenario) return [];
  const answer = answerOf(me, former.id);
  if (isEmpty(answer)) return [];
  return [
    {
      type: 'draftChanged',
      person: me.id,
      round: host.round.id,
      answer: { ...answer, state: 'draft', step: answer.step + 1 },
      how: 'carried',
    },
  ];
}

function renewInvite(me: Person, couple: Couple, given: Given): Decision {
  if (isSpent(me, 'invite', given.now)) return { refusal: 'too-many-invites' };
  const renewed: Event = {
    type: 'inviteRenewed',
    couple: couple.id,
    person: me.id,
    code: drawInviteCode(given),
    expiresAt: given.now + inviteLifeMs,
  };
  return [renewed, { type: 'inviteShown', person: me.id, isFirst: false }];
}
