import type { Card } from '../cards.js';
import { helpPage } from '../help/announce.js';
import type { Event } from '../event.js';
import type { OpeningEvents } from './evolve.js';
import { choiceKeys, deeperKeys, foldedKeys, helpKeys, key, openingHourKeys, promptKeys } from '../keyboard.js';
import { say, type Key, type Notice, type Say } from '../notice.js';
import { edit, promptCard, send, type Rest } from '../compose.js';
import { type Stage } from '../stage.js';
import { answerOf, coupleIn, coupleOf, personOf } from '../person.js';
import { leavesNoTime } from './opening.js';
import { liveRound } from './live-round.js';
import { settingsCardName } from '../rhythm/settings-card.js';
import type { Person, Round, Scene } from '../scene.js';
import type { PersonId, RoundId } from '../ids.js';

/** What is said about pace, opening and choosing: to one person at a time, and never about the other. */

type Announce<T extends Event['type']> = (event: Extract<Event, { type: T }>, stage: Stage) => readonly Notice[];

/** The rows remember it; nobody needs to hear of it. */
const nobody = () => [];

export const yesCard = (round: RoundId): Card => `yes:${round}`;

export const openingAnnouncers: { readonly [T in OpeningEvents]: Announce<T> } = {
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

/** The round that somebody is shown something of: the open one, or one that was put away and can still be answered. */
export function roundIn(scene: Scene, me: Person, id: RoundId): Round {
  const round = liveRound(coupleOf(scene, me), id);
  if (round === null) throw new Error('an event of a round comes without one');
  return round;
}

/** What a deeper prompt is before its reader opens it: a line that tells nothing. */
export function folded(me: PersonId, round: RoundId, rest: Rest): Notice {
  return send(me, say('folded', {}), { ...rest, card: promptCard(round), keys: foldedKeys(round) });
}

/** The text of a deeper prompt, in the place of that line. */
export function unfolded(id: PersonId, roundId: RoundId, { after, scenarios }: Stage): readonly Notice[] {
  const me = personOf(after, id);
  const round = roundIn(after, me, roundId);
  const { scenario, example } = round;
  const keys = promptKeys(round, scenarios.get(scenario), answerOf(me, roundId), null);
  return [edit(id, promptCard(roundId), say('prompt', { scenario, example, isFirst: true }), { keys })];
}
