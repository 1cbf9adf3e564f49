import type { EventOf } from '../event.js';
import { withCouple, withNewCouple, withPerson } from '../change.js';
import { unchanged, type Evolvers } from '../evolvers.js';
import type { CoupleId, PersonId } from '../ids.js';
import { seenToday } from '../leaving/silence.js';
import { unpairedOf } from '../person-fields.js';
import { emptyCouple, isGone, personOf } from '../person.js';
import type { Couple, Invite, Scene, SpentCode } from '../scene.js';
import { agreedNow } from './consent.js';
import type { PairingEvent } from './event.js';
import { inviteAskMs, inviteLifeMs } from './limits.js';
import { spend } from './spent.js';

/** The scene after each event of meeting somebody, and of becoming two. */

const spentCodesKept = 10;

export const pairingEvolvers: Evolvers<PairingEvent> = {
  welcomed: unchanged,
  termsShown: unchanged,
  declined: unchanged,
  termsChanged: unchanged,
  statusTold: unchanged,
  inviteShown: unchanged,
  inviteQrShown: unchanged,
  beginningAsked: unchanged,
  undoAsked: unchanged,
  undoDropped: unchanged,
  languageChosen: (scene, event) => withPerson(scene, event.person, () => ({ language: event.language })),
  guessedWrong: (scene, event) =>
    withPerson(scene, event.person, (person) => ({
      wrongGuesses: [...person.wrongGuesses.filter((at) => at > event.at - 3_600_000), event.at],
    })),
  consentGiven: (scene, event) =>
    withPerson(scene, event.person, (person) => ({
      name: event.name,
      consent: agreedNow('terms', event.at),
      ...seenToday(person, event.at),
    })),
  houseOpened: (scene, event) =>
    withNewCouple(scene, {
      ...emptyCouple(event.couple),
      invite: { code: event.code, expiresAt: null, askAt: null },
    }),
  coupleFounded: (scene, event) => founded(scene, event),
  inviteExpired: (scene, event) => withCouple(scene, event.couple, (couple) => spendInvite(couple, 'expired')),
  inviteRenewed: (scene, event) =>
    withPerson(
      withCouple(scene, event.couple, (couple) => ({
        ...spendInvite(couple, 'replaced'),
        invite: inviteOf(event),
      })),
      event.person,
      (person) => spend(person, 'invite', event.expiresAt - inviteLifeMs),
    ),
  partnerAwaited: (scene, event) =>
    withCouple(scene, event.couple, ({ invite }) => (invite === null ? {} : { invite: { ...invite, askAt: null } })),
  partnerJoined: (scene, event) => joined(scene, event.couple, event.person, event.at),
  pairingUndone: (scene, event) => dissolved(scene, event.couple),
};

function founded(scene: Scene, event: EventOf<'coupleFounded'>): Scene {
  const existing = scene.couples[event.couple];
  const couple: Couple = {
    ...(existing === undefined ? emptyCouple(event.couple) : { ...existing, ...spendInvite(existing, 'used') }),
    members: [event.person],
    invite: inviteOf(event),
  };
  return withPerson(withNewCouple(scene, couple), event.person, (person) => ({
    coupleId: event.couple,
    leftAt: null,
    ...spend(person, 'invite', event.expiresAt - inviteLifeMs),
  }));
}

function joined(scene: Scene, coupleId: CoupleId, personId: PersonId, at: number): Scene {
  const former = personOf(scene, personId).coupleId;
  const free = former === null ? scene : dissolved(scene, former);
  const paired = withCouple(free, coupleId, (couple) => ({
    ...spendInvite(couple, 'used'),
    members: [...couple.members, personId],
    pairedAt: at,
  }));
  return withPerson(paired, personId, (person) => ({ coupleId, leftAt: null, ...spend(person, 'join', at) }));
}

export function dissolved(scene: Scene, coupleId: CoupleId): Scene {
  const all = scene.couples[coupleId]?.members ?? [];
  const members = all.filter((member) => !isGone(personOf(scene, member)));
  const couples = Object.fromEntries(Object.entries(scene.couples).filter(([id]) => Number(id) !== coupleId));
  // Whoever was erased and left an empty seat is in nothing any more.
  const people = Object.fromEntries(
    Object.entries(scene.people).filter(([, person]) => !isGone(person) || person.coupleId !== coupleId),
  );
  return members.reduce((now, member) => withPerson(now, member, unpairedOf), { ...scene, couples, people });
}

function inviteOf({ code, expiresAt }: EventOf<'coupleFounded'> | EventOf<'inviteRenewed'>): Invite {
  return { code, expiresAt, askAt: expiresAt - inviteLifeMs + inviteAskMs };
}

function spendInvite(couple: Couple, how: SpentCode['how']): Partial<Couple> {
  if (couple.invite === null) return {};
  const spent = { code: couple.invite.code, how };
  return { invite: null, spentCodes: [...couple.spentCodes, spent].slice(-spentCodesKept) };
}
