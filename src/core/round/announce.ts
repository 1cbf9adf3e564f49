import type { Card } from '../cards.js';
import { goesAway, helpPage } from '../help/announce.js';
import {
  askOnKeys,
  choiceKeys,
  deeperKeys,
  kindKeys,
  helpKeys,
  key,
  offerKeys,
  openingHourKeys,
  replyAskedKeys,
} from '../keyboard.js';
import { say, type Key, type Notice, type Say } from '../notice.js';
import {
  answerCard,
  draftCard,
  edit,
  openedOf,
  ownPartCard,
  partnerName,
  promptCard,
  reminderCard,
  remove,
  send,
} from '../compose.js';
import type { Stage } from '../stage.js';
import { answerOf, coupleIn, coupleOf, personOf } from '../person.js';
import { leavesNoTime } from './opening.js';
import { isFinal, liveRound } from './live-round.js';
import { settingsCardName } from '../rhythm/settings-card.js';
import type { Pending, Person, Round, Scene } from '../scene.js';
import type { PersonId, RoundId } from '../ids.js';
import { passReaction, passReply, shareClosed, thankOrAsk } from '../crossing/after.js';
import { reveal } from '../crossing/reveal.js';
import { leafSheet } from '../crossing/sheet.js';
import { openOverlap } from '../crossing/overlap.js';
import { keysUnder } from './after.js';
import { openCard } from './open-card.js';
import type { Announcers } from '../announcers.js';
import { whenFree } from '../rhythm/rhythm.js';
import {
  draftCards,
  keptCards,
  keysOfPrompt,
  nudgeSettled,
  promptCards,
  roundIn,
  rowCards,
  sealedCards,
  toggledCards,
  unfolded,
} from './cards.js';
import type { RoundEvent } from './event.js';

/** What is said about pace, opening and choosing: to one person at a time, and never about the other. */

/** The rows remember it; nobody needs to hear of it. */
const nobody = () => [];

export const yesCard = (round: RoundId): Card => `yes:${round}`;

type Rows = readonly (readonly Key[])[];

const wayBack: Rows = [[key('settings', 'back', 0, 'all')]];

/** Asked on the settings card where that was tapped; on a card of its own where it is too old to be known. */
function onCard(to: PersonId, own: Card, words: Say, keys: Rows, { after }: Stage): readonly Notice[] {
  if (after.card === settingsCardName) return [edit(to, settingsCardName, words, { keys: [...keys, ...wayBack] })];
  return [edit(to, own, null), send(to, words, { card: own, keys })];
}

/** In the place of what was asked. */
function answerOn(to: PersonId, own: Card, words: Say, keys: Rows, { card }: Scene): Notice {
  return card === settingsCardName
    ? edit(to, settingsCardName, words, { keys: [...keys, ...wayBack] })
    : edit(to, own, words, { keys });
}

/** What something just said could be for. */
function offered(to: PersonId, pending: Pending, scene: Scene): Notice {
  return send(to, say('offer', { what: pending.what, partner: partnerName(scene, to) }), {
    card: 'offer',
    keys: offerKeys(pending),
  });
}

/** One that can still be filled in for a while. */
function patientRound(scene: Scene, person: Person, id: RoundId): Round | null {
  const round = liveRound(coupleOf(scene, person), id);
  return round?.patienceDays === undefined ? null : round;
}

/** The same at the same moment, whatever its reader did with it. */
function stillOpen(person: Person, { id, patienceDays = 0, once }: Round): readonly Notice[] {
  const { state, row } = answerOf(person, id);
  if (state === 'skipped' || state === 'sealed') return [];
  const isBegun = row !== undefined;
  return [
    send(person.id, say('stillOpen', { days: patienceDays }), {
      lane: 'scheduled',
      keys: once === 'sheet' ? [[key('fillIn', id, 0, isBegun ? 'on' : '')]] : [],
    }),
  ];
}

export const roundAnnouncers: Announcers<RoundEvent> = {
  promptShown: (event, stage) => promptCards(event, stage),
  kindAsked: ({ person, isRunOut }) => [
    edit(person, 'kinds', null),
    send(person, say('kindAsked', { isRunOut }), { card: 'kinds', keys: kindKeys() }),
  ],
  hinted: nobody,
  kindChosen: ({ person }) => [remove(person, 'kinds')],
  groupOpened: (event, stage) =>
    keysOfPrompt(event.person, event.round, stage, event.group === '' ? null : { group: event.group }),
  otherWaysShown: (event, stage) => keysOfPrompt(event.person, event.round, stage, 'otherWays'),
  waysClosed: (event, stage) => keysOfPrompt(event.person, event.round, stage, null),
  draftChanged: (event, stage) => draftCards(event, stage),
  lineSkipped: (event, stage) => draftCards(event, stage),
  lineToggled: (event, stage) => toggledCards(event, stage),
  rowShown: (event, stage) => rowCards(event, stage),
  sheetLeafed: (event, stage) => leafSheet(event, stage),
  keptToMyself: (event, stage) => keptCards(event, stage),
  ownPartNudged: ({ person, round, step, isSecond }) => [
    send(person, say('ownPartAsked', { isSecond }), {
      card: ownPartCard(round),
      keys: [[key('keepAsIs', round, step), key('restart', round, step)]],
    }),
  ],
  verdictNudged: ({ person, round, step, word, options, namesHelp }, stage) => {
    const card = ownPartCard(round);
    const words = say('verdictAsked', { word, feelings: options.map(({ label }) => label), namesHelp });
    return [
      send(person, words, { card, keys: askOnKeys(round, step, options) }),
      // What names help is not for somebody else to find on this phone.
      ...(namesHelp ? goesAway(person, card, stage) : []),
    ];
  },
  ownPartKept: ({ person, round }) => [remove(person, ownPartCard(round))],
  answerSealed: (event, stage) => sealedCards(event, stage),
  sealedAnswerExtended: (event, stage) => sealedCards(event, stage),
  promptSkipped: (event, { before, after }) => [
    edit(event.person, promptCard(event.round), null),
    ...nudgeSettled(event.person, event.round, answerOf(personOf(before, event.person), event.round)),
    remove(event.person, answerCard(roundIn(after, personOf(after, event.person), event.round))),
    send(event.person, say('skipped', { partner: partnerName(after, event.person) })),
  ],
  promptPostponed: (event, { before }) => [
    edit(event.person, promptCard(event.round), null),
    ...(personOf(before, event.person).remindedOf === event.round
      ? [edit(event.person, reminderCard(event.round), null)]
      : []),
    send(event.person, say('postponed', { at: event.until })),
  ],
  answersRevealed: (event, stage) => reveal(event, stage),
  overlapOpened: (event, stage) => openOverlap(event, stage),
  closedAnswerShared: (event, stage) => shareClosed(event, stage),
  thanked: (event, stage) => thankOrAsk(event, stage),
  moreAsked: (event, stage) => thankOrAsk(event, stage),
  reactionSent: (event, stage) => passReaction(event, stage.after, stage.now),
  replied: (event, stage) => passReply(event, stage),
  replyBegun: ({ person, limit }, { before, after }) => {
    const { pending } = personOf(after, person);
    if (pending === null) return [];
    return [
      ...(personOf(before, person).pending === null ? [] : [remove(person, 'offer')]),
      pending.pieces.length === 0
        ? send(person, say('replyAsked', { limit }), { card: 'offer', keys: replyAskedKeys(pending) })
        : offered(person, pending, after),
    ];
  },
  moreWaysShown: ({ person, round, isUnfolded }, stage) => {
    const { after } = stage;
    const me = personOf(after, person);
    const opened = openedOf(after, me, round);
    if (opened === null) return [];
    return [edit(person, openCard(opened), null, { keys: keysUnder(after, me, opened, stage, isUnfolded) })];
  },
  tapAwaited: (event, { before, after }) => [
    ...(personOf(before, event.person).pending === null ? [] : [remove(event.person, 'offer')]),
    offered(event.person, event.pending, after),
  ],
  pendingDropped: (event, { before }) =>
    ['short', 'question'].includes(personOf(before, event.person).pending?.what ?? '')
      ? [remove(event.person, 'offer')]
      : [edit(event.person, 'offer', say('leftAsIs', {}))],
  restTold: (event, { before }) => {
    const person = personOf(before, event.person);
    const answer = answerOf(person, event.round);
    const patient = patientRound(before, person, event.round);
    if (patient !== null) return stillOpen(person, patient);
    const hadSealed = isFinal(answer);
    return [
      // Who said nothing has no draft card.
      ...(event.round in person.answers ? [edit(event.person, draftCard(event.round), null)] : []),
      ...nudgeSettled(event.person, event.round, answer),
      ...(answer.state === 'skipped'
        ? []
        : [send(event.person, say('rested', { hadSealed, isLast: event.isLast }), { lane: 'scheduled' })]),
    ];
  },
  cameBack: (event, stage) => [
    send(event.person, say('cameBack', {}), {
      lane: 'scheduled',
      notBefore: whenFree(personOf(stage.after, event.person), stage.now),
      isNudge: true,
    }),
  ],
  roundStarted: nobody,
  roundRested: nobody,
  overlapSettled: nobody,
  pastForgotten: nobody,
  promptUnfolded: ({ person, round }, stage) => unfolded(person, round, stage),
  openingSet: nobody,
  yesAsked: ({ person, round, until }) => [
    send(person, say('yesAsked', {}), {
      lane: 'scheduled',
      card: yesCard(round),
      keys: [[key('openYes', round)]],
      dropAfter: until,
    }),
  ],
  yesGiven: ({ person, round }) => [edit(person, yesCard(round), say('yesNoted', {}))],
  openingLapsed: ({ couple, round }, { after }) =>
    coupleIn(after, couple).members.map((member) => edit(member, yesCard(round), null)),
  choicesShown: ({ person, scenarios }, stage) => [
    edit(person, 'choices', null),
    send(person, say('choices', { scenarios }), {
      card: 'choices',
      keys: choiceKeys(scenarios.flatMap((id) => stage.scenarios.get(id) ?? [])),
    }),
  ],
  nextPicked: ({ person, scenario }) => [edit(person, 'choices', say('nextPicked', { scenario }))],
  openingHourAsked: ({ person }, stage) =>
    onCard(person, 'opening-hour', say('openingHourAsked', {}), openingHourKeys(personOf(stage.after, person)), stage),
  openingHourChosen: ({ person, minute }, { after }) => {
    const me = personOf(after, person);
    const question = minute !== null && leavesNoTime(me, minute) ? me.rhythm.minute : null;
    const keys = question === null ? [] : openingHourKeys(me);
    return [answerOn(person, 'opening-hour', say('openingHourChosen', { minute, question }), keys, after)];
  },
  deeperAsked: ({ person, isOn }, stage) =>
    onCard(person, 'deeper', say('deeperAsked', { isOn }), deeperKeys(isOn), stage),
  deeperChosen: ({ person, how }, stage) => [
    answerOn(person, 'deeper', say('deeperChosen', { how: how === 'on' ? 'on' : 'off' }), [], stage.after),
    ...(how === 'kept-off' ? helpPage(person, 'helplines', 0, stage) : []),
  ],
  apartChosen: ({ person, isApart }, { after }) =>
    after.card === settingsCardName
      ? [answerOn(person, settingsCardName, say('apartChosen', { isApart }), [], after)]
      : [send(person, say('apartChosen', { isApart }))],
  slotLetPass: nobody,
  helpAsked: ({ person }, { after }) => [
    send(person, say('helpAsked', {}), { lane: 'scheduled', card: 'help', keys: helpKeys(personOf(after, person)) }),
  ],
  helpChosen: ({ person, help }) => [edit(person, 'help', say('helpChosen', { help }))],
  programmeResumed: nobody,
};
