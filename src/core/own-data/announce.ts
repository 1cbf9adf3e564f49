import { brief, removeKeys } from '../help/announce.js';
import type { Announcers } from '../announcers.js';
import type { OwnDataEvent } from './event.js';
import type { EventOf } from '../event.js';
import type { Erasure } from './event.js';
import { exportOf } from './export.js';
import { key } from '../keyboard.js';
import { withdrawn } from '../listening/announce.js';
import { say, type Key, type Notice } from '../notice.js';
import { draftCard, edit, isSilentFor, partnerName, remove, roomOf, send, sendDocument } from '../compose.js';
import { type Stage } from '../stage.js';
import { coupleOf, canBeWrittenTo, personOf } from '../person.js';
import { keysOfPrompt } from '../round/cards.js';
import { liveRounds } from '../round/live-round.js';
import type { PersonId } from '../ids.js';

/** What is said about what is kept: to one person at a time, and never about the other. */

const card = 'erase';
const eraseKeys: readonly (readonly Key[])[] = [
  [key('erase', '', 0, 'answers')],
  [key('erase', '', 0, 'chat')],
  [key('erase', '', 0, 'everything')],
  [key('keepIt')],
];

export const dataAnnouncers: Announcers<OwnDataEvent> = {
  keepDaysChosen: () => [],
  exported: ({ person, scope, at, typed = 0 }, stage) => {
    const data = exportOf(stage.after, personOf(stage.after, person), at, scope);
    const more = scope === 'open' ? [[key('exportAll')]] : [];
    return [
      ...brief(person, say('exported', { as: 'page', data }), more, typed, stage, { by: sendDocument, as: 'p' }),
      ...brief(person, say('exported', { as: 'data', data }), [], 0, stage, { by: sendDocument, as: 'd' }),
    ];
  },
  exportAllAsked: ({ person }, stage) =>
    brief(person, say('exportAllAsked', {}), [[key('exportAllNow')]], 0, stage, { as: 'q' }),
  eraseAsked: ({ person }, { after }) => [
    edit(person, card, null),
    send(person, say('eraseAsked', { partner: partnerName(after, person) }), {
      card,
      keys: eraseKeys,
    }),
  ],
  eraseExplained: (event, stage) => explained(event.person, event.what, stage),
  eraseDropped: ({ person }) => [edit(person, card, say('eraseDropped', {}))],
  answersErased: ({ person }, stage) => [
    ...cardsClosed(person, stage),
    edit(person, card, say('answersErased', { partner: partnerName(stage.after, person) })),
  ],
  chatCleared: ({ person }) => [send(person, say('chatCleared', {}))],
  erased: (event, stage) => farewell(event, stage),
  stayAsked: ({ person, isPaired }) => [
    send(person, say('stayAsked', { isPaired }), {
      lane: 'scheduled',
      card: 'stay',
      keys: [[key('stay')], [key('erase', '', 0, 'everything')]],
    }),
  ],
  stayed: ({ person }) => [edit(person, 'stay', say('stayed', {}))],
};

/** Under the choice that was tapped; a card that has gone by, and other buttons that lead here, get a new one. */
function explained(person: PersonId, what: Erasure, { after }: Stage): readonly Notice[] {
  const me = personOf(after, person);
  const hasFolds = me.discreet === true;
  const words = say('eraseExplained', { what, partner: partnerName(after, person), hasFolds, ...roomOf(me, after) });
  // Of thinking of leaving nothing has to stay in the chat.
  const away = what === 'everything' ? [removeKeys(card)] : [];
  const keys = [[key('eraseNow', '', 0, what)], [key('keepIt')], ...away];
  if (after.card === card) return [edit(person, card, words, { keys })];
  return [edit(person, card, null), send(person, words, { card, keys })];
}

/** The cards with words that are no more go too, and what can still be answered can be answered anew. */
function cardsClosed(person: PersonId, stage: Stage): readonly Notice[] {
  const { before, after } = stage;
  const couple = coupleOf(after, personOf(after, person));
  const rounds = couple === null ? [] : liveRounds(couple);
  return [
    ...(personOf(before, person).pending === null ? [] : [remove(person, 'offer')]),
    ...listenedAway(person, stage),
    ...rounds
      .filter((round) => round in personOf(before, person).answers)
      .flatMap((round) => [remove(person, draftCard(round)), ...keysOfPrompt(person, round, stage, null)]),
  ];
}

/** Of a listening round nothing can be tapped any more; to the other it looks like silence. */
function listenedAway(person: PersonId, { before, after }: Stage): readonly Notice[] {
  const was = coupleOf(before, personOf(before, person))?.listening ?? null;
  if (was === null || was.left.includes(person)) return [];
  const { listening } = coupleOf(after, personOf(after, person)) ?? { listening: null };
  return listening?.left.includes(person) === false ? [] : withdrawn(person, was);
}

/** Whoever was erased for their silence hears it as they heard the question; whoever had left hears nothing. */
function farewell({ person, why }: EventOf<'erased'>, { before, now }: Stage): readonly Notice[] {
  const was = personOf(before, person);
  if (why === 'asked') return [send(person, say('erased', {}))];
  if (!canBeWrittenTo(was)) return [];
  return [send(person, say('erasedInSilence', {}), { lane: 'scheduled', isSilent: isSilentFor(was, before, now) })];
}
