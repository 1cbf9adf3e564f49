import { arrivalAnnouncers } from './moved/follow.js';
import { brief, helpAnnouncers, passing, refusalNotices, removeKeys, withhold } from './help/announce.js';
import { inviteAnnouncers, spentInvites } from './pairing/announce.js';
import { openingAnnouncers } from './round/announce.js';
import { breatherAnnouncers } from './breather/notices.js';
import { hasAgreed } from './pairing/consent.js';
import { foldAnnouncers } from './discreet/fold.js';
import { passReaction, reveal, shareClosed, thankOrAsk } from './crossing.js';
import { dataAnnouncers } from './own-data/notices.js';
import type { Event } from './event.js';
import { changedTermsKeys, farewellKeys, key, offerKeys, welcomeKeys } from './keyboard.js';
import { listeningAnnouncers } from './listening/notices.js';
import { say, type Notice } from './notice.js';
import {
  draftCard,
  edit,
  isSilentFor,
  nameOfOther,
  partnerName,
  promptCard,
  reminderCard,
  remove,
  send,
  toast,
} from './compose.js';
import { type Stage } from './stage.js';
import { slotOf } from './pairing/pairing.js';
import { answerOf, coupleIn, isGone, membersIn, personOf } from './person.js';
import { isOnHoliday, sharedDays, whenFree } from './rhythm/rhythm.js';
import { draftCards, keysOfPrompt, promptCards, sealedCards } from './round/cards.js';
import { isFinal } from './round/live-round.js';
import { askedCard, cityQuestionRemoved, settingsCard } from './rhythm/settings-card.js';
import { statusCards } from './pairing/status-cards.js';
import type { PersonId } from './ids.js';

/**
 * Who hears of an event, and what: the one door out of core. What carries one partner's words to the other stands in
 * crossing.ts, and nowhere else.
 */
export function announce(event: Event, stage: Stage): readonly Notice[] {
  const notices = announcers[event.type] as Announce<Event['type']>;
  const said = notices(event, stage);
  // Whoever is erased is nobody from then on; what they hear of it was written with that in mind.
  const heard = event.type === 'erased' ? said : said.filter((notice) => mayHear(notice, stage));
  const isOver = spentInvites(stage).filter((notice) => mayHear(notice, stage));
  const { withheld } = event;
  const all = [...isOver, ...heard];
  return withheld === undefined ? all : all.flatMap((notice) => withhold(notice, withheld, stage));
}

/** Whoever stopped hears nothing but answers to their own taps; whoever cannot be reached keeps what was opened to them. */
function mayHear(notice: Notice, { before, after }: Stage): boolean {
  if (notice.to === after.actor) return true;
  const person = after.people[notice.to] ?? personOf(before, notice.to);
  if (person.hasStopped || person.consent === null) return false;
  if (notice.lane === 'scheduled' && !hasAgreed(person)) return false;
  return !person.isUnreachable || notice.lane === 'reveal';
}

type Of<T extends Event['type']> = Extract<Event, { type: T }>;
type Announce<T extends Event['type']> = (event: Of<T>, stage: Stage) => readonly Notice[];

/** A reminder that could not be sent within this time is not sent at all. */
const reminderLifeMs = 3_600_000;

/** The rows remember it; nobody needs to hear of it. */
const nobody = () => [];

const announcers: { readonly [T in Event['type']]: Announce<T> } = {
  welcomed: (event, { after }) => {
    const host = after.invited === null ? undefined : after.couples[after.invited];
    const inviter = event.code === null || host?.members[0] === undefined ? null : personOf(after, host.members[0]);
    const { language } = personOf(after, event.person);
    if (event.code !== null && hasAgreed(personOf(after, event.person))) {
      return [
        remove(event.person, 'welcome'),
        send(event.person, say('pairAsked', { inviter: inviter?.name ?? null }), {
          card: 'welcome',
          keys: [[key('pairUp', event.code), key('notNow', event.code)]],
        }),
      ];
    }
    return [
      send(event.person, say('welcome', { name: event.name, inviter: inviter?.name ?? null }), {
        card: 'welcome',
        keys: welcomeKeys(event.code, event.typed, inviter !== null, language),
      }),
    ];
  },
  termsShown: (event) => [
    send(event.person, say('terms', {}), { keys: [[key('agree', event.code ?? '', event.typed)]] }),
  ],
  declined: (event, { after }) => [
    edit(event.person, 'welcome', null),
    send(event.person, hasAgreed(personOf(after, event.person)) ? say('pairDeclined', {}) : say('declined', {})),
  ],
  guessedWrong: (event) => [send(event.person, say('codeUnknown', {}))],
  consentGiven: (event) => [edit(event.person, 'welcome', null)],
  ...helpAnnouncers,
  termsChanged: (event, { before }) => [
    edit(event.person, 'welcome', null),
    send(event.person, say('termsChanged', { isSaid: event.isSaid }), {
      card: 'welcome',
      keys: changedTermsKeys(personOf(before, event.person)),
    }),
  ],
  voiceHeld: (event) => [
    edit(event.person, 'voice', null),
    send(event.person, say('voiceAsked', {}), { card: 'voice', keys: [[key('allowVoice'), key('refuseVoice')]] }),
  ],
  voiceAllowed: (event) => [edit(event.person, 'voice', say('voiceAllowed', {}))],
  voiceLetGo: (event) => [edit(event.person, 'voice', say('voiceLetGo', {}))],
  statusTold: (event, stage) => statusCards(event.person, stage),
  ...inviteAnnouncers,
  partnerJoined: (event, stage) => joined(event.couple, event.person, stage),
  undoAsked: (event, stage) => undo(event, stage),
  undoDropped: (event, stage) => undo(event, stage),
  pairingUndone: (event, stage) => undo(event, stage),
  promptShown: (event, stage) => promptCards(event, stage),
  groupOpened: (event, stage) =>
    keysOfPrompt(event.person, event.round, stage, event.group === '' ? null : { group: event.group }),
  otherWaysShown: (event, stage) => keysOfPrompt(event.person, event.round, stage, 'otherWays'),
  waysClosed: (event, stage) => keysOfPrompt(event.person, event.round, stage, null),
  draftChanged: (event, stage) => draftCards(event, stage),
  answerSealed: (event, stage) => sealedCards(event, stage),
  sealedAnswerExtended: (event, stage) => sealedCards(event, stage),
  promptSkipped: (event, { after }) => [
    edit(event.person, promptCard(event.round), null),
    remove(event.person, draftCard(event.round)),
    send(event.person, say('skipped', { partner: partnerName(after, event.person) })),
  ],
  promptPostponed: (event, { before }) => [
    edit(event.person, promptCard(event.round), null),
    ...(personOf(before, event.person).remindedOf === event.round
      ? [edit(event.person, reminderCard(event.round), null)]
      : []),
    send(event.person, say('postponed', { at: event.until })),
  ],
  answersRevealed: (event, stage) => reveal(event, stage.after, stage.now),
  closedAnswerShared: (event, stage) => shareClosed(event, stage.after, stage.now),
  thanked: (event, stage) => thankOrAsk(event, stage.after, stage.now),
  moreAsked: (event, stage) => thankOrAsk(event, stage.after, stage.now),
  reactionSent: (event, stage) => passReaction(event, stage.after, stage.now),
  tapAwaited: (event, { before, after }) => [
    ...(personOf(before, event.person).pending === null ? [] : [remove(event.person, 'offer')]),
    send(event.person, say('offer', { what: event.pending.what, partner: partnerName(after, event.person) }), {
      card: 'offer',
      keys: offerKeys(event.pending),
    }),
  ],
  pendingDropped: (event, { before }) =>
    ['short', 'question'].includes(personOf(before, event.person).pending?.what ?? '')
      ? [remove(event.person, 'offer')]
      : [edit(event.person, 'offer', say('leftAsIs', {}))],
  restTold: (event, { before }) => {
    const person = personOf(before, event.person);
    const answer = answerOf(person, event.round);
    const hadSealed = isFinal(answer);
    return [
      // Who said nothing has no draft card.
      ...(event.round in person.answers ? [edit(event.person, draftCard(event.round), null)] : []),
      ...(answer.state === 'skipped'
        ? []
        : [send(event.person, say('rested', { hadSealed, isLast: event.isLast }), { lane: 'scheduled' })]),
    ];
  },
  voiceReturned: (event, { after, now }) => [
    send(event.person, say('voiceReturned', { partner: nameOfOther(after, event.person) }), {
      lane: 'reveal',
      isSilent: isSilentFor(personOf(after, event.person), after, now),
    }),
  ],
  ...openingAnnouncers,
  rhythmTold: (event, stage) => rhythm(event.couple, stage),
  rhythmAccepted: (event) => [edit(event.person, 'rhythm', null), toast(event.person, say('rhythmAccepted', {}))],
  settingsShown: (event, stage) => settingsCard(event, stage),
  asked: (event, stage) => askedCard(event, stage),
  zoneChanged: (event, stage) => [
    ...cityQuestionRemoved(event.person, stage),
    edit(event.person, 'rhythm', null),
    send(event.person, say('zoneChanged', { zone: event.zone, at: event.at }), { board: 'none' }),
  ],
  askedDropped: (event, stage) => cityQuestionRemoved(event.person, stage),
  reminded: (event) => [
    send(event.person, say('reminder', {}), {
      lane: 'scheduled',
      card: reminderCard(event.round),
      keys: [[key('later', event.round)]],
      dropAfter: event.at + reminderLifeMs,
      isNudge: true,
    }),
  ],
  ...foldAnnouncers,
  stopped: ({ person, typed = 0 }, { before, after }) => {
    const [partner, isLeaving] = [partnerName(after, person), personOf(after, person).leaving !== null];
    return [
      ...cityQuestionRemoved(person, { before }),
      send(person, say('stopped', { partner, isLeaving }), {
        card: 'farewell',
        keys: [...farewellKeys(partner !== null, isLeaving, typed), removeKeys('farewell', typed)],
      }),
    ];
  },
  silenceKept: ({ person, typed }, stage) =>
    passing(person, 'farewell', say('silenceKept', { partner: partnerName(stage.after, person) }), stage, { typed }),
  leavingSet: ({ person, typed }, stage) =>
    passing(person, 'farewell', say('leavingSet', { partner: nameOfOther(stage.after, person) }), stage, {
      typed,
      keys: [[key('keepPaired', '', typed)]],
    }),
  leavingDropped: ({ person, typed }, stage) =>
    passing(person, 'farewell', say('leavingDropped', { partner: partnerName(stage.after, person) }), stage, { typed }),
  wentOn: (event, stage) => [
    remove(event.person, 'farewell'),
    ...brief(event.person, say('wentOn', {}), [], 0, stage, { as: 'w' }),
  ],
  unpaired: (event, stage) => unpaired(event.couple, event.by, stage),
  cameBack: (event, stage) => [
    send(event.person, say('cameBack', {}), {
      lane: 'scheduled',
      notBefore: whenFree(personOf(stage.after, event.person), stage.now),
      isNudge: true,
    }),
  ],
  refused: (event, stage) => refusalNotices(event.person, event.refusal, stage),
  beginningAsked: ({ person }) => [
    edit(person, 'begin-again', null),
    send(person, say('beginningAsked', {}), { card: 'begin-again', keys: [[key('beginAgain')], [key('helplines')]] }),
  ],
  ...dataAnnouncers,
  ...breatherAnnouncers,
  ...listeningAnnouncers,
  ...arrivalAnnouncers,
  rang: nobody,
  languageChosen: nobody,
  daysChosen: nobody,
  hourChosen: nobody,
  quietHoursChosen: nobody,
  holidayChosen: nobody,
  remindersSwitched: nobody,
  houseOpened: nobody,
  coupleFounded: nobody,
  roundStarted: nobody,
  roundRested: nobody,
  pastForgotten: nobody,
  slotMet: nobody,
  dateServed: nobody,
  becameUnreachable: nobody,
  becameReachable: nobody,
};

function joined(coupleId: number, joiner: PersonId, { after, now }: Stage): readonly Notice[] {
  const keys = [[key('undoPairing', slotOf(coupleId))]];
  return coupleIn(after, coupleId).members.map((member) => {
    const partner = nameOfOther(after, member);
    return member === joiner
      ? send(member, say('paired', { partner }), { card: 'paired', keys })
      : send(member, say('joined', { partner }), {
          card: 'paired',
          keys,
          lane: 'reveal',
          isSilent: isSilentFor(personOf(after, member), after, now),
        });
  });
}

function undo(event: Of<'undoAsked'> | Of<'undoDropped'> | Of<'pairingUndone'>, stage: Stage): readonly Notice[] {
  const { before } = stage;
  const me = event.type === 'pairingUndone' ? event.by : event.person;
  const partner = nameOfOther(before, me);
  const slot = slotOf(personOf(before, me).coupleId ?? 0);
  switch (event.type) {
    case 'undoAsked':
      return [
        send(me, say('undoAsked', { partner }), {
          card: 'undo',
          keys: [[key('confirmUndo', slot), key('keepPairing', slot)], removeKeys('undo')],
        }),
      ];
    case 'undoDropped':
      return passing(me, 'undo', say('undoDropped', { partner }), stage);
    case 'pairingUndone':
      return [edit(me, 'paired', null), ...passing(me, 'undo', say('undone', { partner }), stage)];
  }
}

function rhythm(coupleId: number, { after, now }: Stage): readonly Notice[] {
  const present = membersIn(after, coupleId).filter((person) => !isOnHoliday(person, now));
  return present.map((person) =>
    send(person.id, say('rhythm', { days: sharedDays([person]), minute: person.rhythm.minute }), {
      lane: 'scheduled',
      card: 'rhythm',
      keys: [[key('rhythmFits')], [key('otherRhythm'), key('otherZone')]],
      isSilent: isSilentFor(person, after, now),
      isNudge: true,
    }),
  );
}

/**
 * The one who leaves is answered; the other hears that it ended, and nothing of why. No name is said: whoever erased
 * everything has none any more, so a name would tell a parting from an erasure.
 */
function unpaired(coupleId: number, by: PersonId, { before, after, now }: Stage): readonly Notice[] {
  const { members } = coupleIn(before, coupleId);
  const isErased = personOf(after, by).consent === null;
  return members.flatMap((member) => {
    if (isGone(personOf(before, member))) return [];
    if (member !== by) {
      const isSilent = isSilentFor(personOf(after, member), after, now);
      return [send(member, say('unpaired', {}), { lane: 'reveal', isSilent, keys: [[key('helplines')]] })];
    }
    return isErased
      ? []
      : [edit(by, 'farewell', null), send(by, say('unpairedSelf', { partner: partnerName(before, by) }))];
  });
}
