import { withCouple, withOpened, withPerson } from '../change.js';
import { turnOf } from './choose.js';
import { afterAsked } from '../agreement/agreement.js';
import { agreedNow } from '../pairing/consent.js';
import type { EventOf } from '../event.js';
import { wishLastsMs } from './pace.js';
import { personOf } from '../person.js';
import type { Couple, Round, Scene } from '../scene.js';
import { unchanged, type Evolvers } from '../evolvers.js';
import type { RoundEvent } from './event.js';
import { takenBack, lapsed, without, withOpening, withoutPerson, revealed } from './evolve-opening.js';
import { settled, told } from './evolve-overlap.js';
import { letGo, setAside, withAnswer } from './evolve-person.js';
import { rested, forgotten } from './evolve-rest.js';

/** A new round: a pick that was used passes the turn on. */
function afterStart(couple: Couple, { scenario }: Round): Partial<Couple> {
  const fresh = { hasLetPass: false, isLightNext: false };
  if (couple.picked !== scenario) return fresh;
  const holder = turnOf(couple);
  return { ...fresh, picked: null, turn: couple.members.find((member) => member !== holder) ?? null };
}

type Answered = EventOf<
  'draftChanged' | 'lineSkipped' | 'lineToggled' | 'rowShown' | 'answerSealed' | 'sealedAnswerExtended'
>;

export const roundEvolvers: Evolvers<RoundEvent> = {
  kindAsked: unchanged,
  kindChosen: unchanged,
  groupOpened: unchanged,
  ownPartNudged: unchanged,
  verdictNudged: unchanged,
  ownPartKept: unchanged,
  otherWaysShown: unchanged,
  waysClosed: unchanged,
  cameBack: unchanged,
  roundStarted: (scene, event) =>
    withCouple(scene, event.couple, (couple) => ({
      ...afterStart(couple, event.round),
      ...afterAsked(couple, event.round),
      round: event.round,
      lastAsked: { ...couple.lastAsked, [event.round.scenario]: event.round.startedAt },
    })),
  promptShown: (scene, event) => shown(scene, event),
  hinted: (scene, { person, hint, at }) =>
    withPerson(scene, person, ({ hinted }) => ({ hinted: { ...hinted, [hint]: at } })),
  draftChanged: (scene, event) => answered(scene, event),
  lineSkipped: (scene, event) => answered(scene, event),
  lineToggled: (scene, event) => answered(scene, event),
  rowShown: (scene, event) =>
    withPerson(answered(scene, event), event.person, ({ asked }) =>
      event.wordsUntil === null
        ? { asked: asked?.what === 'row' ? null : asked }
        : { asked: { what: 'row', until: event.wordsUntil } },
    ),
  sheetLeafed: unchanged,
  keptToMyself: (scene, event) =>
    withPerson(scene, event.person, (person) => {
      const { later, pending } = setAside(person, event.round);
      return { ...withAnswer(person, event.round, event.answer), later, pending };
    }),
  answerSealed: (scene, event) => answered(scene, event),
  sealedAnswerExtended: (scene, event) => answered(scene, event),
  promptSkipped: (scene, event) =>
    withPerson(scene, event.person, (person) => ({
      ...withAnswer(person, event.round, event.answer),
      later: setAside(person, event.round).later,
    })),
  promptPostponed: (scene, event) =>
    withPerson(scene, event.person, () => ({
      later: { round: event.round, at: event.until },
      remindedOf: event.round,
    })),
  answersRevealed: (scene, event) => revealed(scene, event),
  overlapSettled: (scene, event) => settled(scene, event),
  overlapOpened: (scene, event) => told(scene, event.person, event.round),
  roundRested: (scene, event) => rested(scene, event.couple, event.at),
  restTold: (scene, event) => told(scene, event.person, event.round),
  pastForgotten: (scene, event) => forgotten(scene, event.couple, event.rounds),
  closedAnswerShared: (scene, event) =>
    withOpened(scene, event, (opened) => ({ closed: opened.closed.filter((id) => id !== event.person) })),
  thanked: (scene, event) => withOpened(scene, event, (opened) => ({ thanked: [...opened.thanked, event.person] })),
  moreAsked: (scene, event) =>
    withOpened(scene, event, (opened) => ({ askedMore: [...opened.askedMore, event.person] })),
  reactionSent: (scene, event) =>
    withPerson(
      withOpened(scene, event, (opened) => ({ reacted: [...opened.reacted, event.person] })),
      event.person,
      () => ({ pending: null }),
    ),
  moreWaysShown: unchanged,
  replyBegun: (scene, { person, round, reply, pieces, until }) =>
    withPerson(scene, person, () => ({
      asked: { what: 'reply', until },
      pending: { what: 'reply', round, reply, pieces, step: pieces.at(-1)?.messageId ?? 0 },
    })),
  replied: (scene, event) =>
    withPerson(
      withOpened(scene, event, (opened) => ({ replied: [...opened.replied, event.person] })),
      event.person,
      // Words that wait for something else keep waiting.
      (person) => (person.pending?.what === 'reply' ? letGo(person) : {}),
    ),
  tapAwaited: (scene, event) => withPerson(scene, event.person, () => ({ pending: event.pending })),
  pendingDropped: (scene, event) => withPerson(scene, event.person, letGo),
  promptUnfolded: unchanged,
  choicesShown: unchanged,
  openingHourAsked: unchanged,
  deeperAsked: unchanged,
  helpAsked: unchanged,
  openingSet: (scene, { couple, opening }) =>
    withCouple(scene, couple, ({ openings }) => ({ openings: [...without(openings, opening.round), opening] })),
  yesAsked: (scene, { person, round }) =>
    withOpening(scene, person, round, (opening) => ({ askAt: withoutPerson(opening.askAt, person) })),
  yesGiven: (scene, { person, round }) =>
    withOpening(scene, person, round, (opening) => ({ yes: [...opening.yes, person] })),
  openingLapsed: (scene, event) => lapsed(scene, event),
  nextPicked: (scene, { couple, scenario }) => withCouple(scene, couple, () => ({ picked: scenario })),
  openingHourChosen: (scene, { person, minute }) => withPerson(scene, person, () => ({ revealMinute: minute })),
  deeperChosen: (scene, { person, how, at }) =>
    withPerson(scene, person, ({ consents }) => ({
      consents: { ...consents, deeper: how === 'on' ? agreedNow('deeper', at) : null },
    })),
  apartChosen: (scene, { couple, isApart }) => withCouple(scene, couple, () => ({ isApart })),
  slotLetPass: (scene, { couple }) => withCouple(scene, couple, () => ({ hasLetPass: true })),
  helpChosen: (scene, { person, help, days, at }) =>
    withPerson(scene, person, ({ rhythm, wish }) => ({
      rhythm: { ...rhythm, days },
      wish: help === 'shorter' || help === 'other' ? { what: help, until: at + wishLastsMs } : wish,
    })),
  programmeResumed: (scene, { couple }) => withCouple(scene, couple, () => ({ unanswered: 0 })),
};

function answered(scene: Scene, { person, round, answer }: Answered): Scene {
  const opening = answer.state === 'draft' ? takenBack(scene, person, round) : scene;
  return withPerson(opening, person, (me) => {
    const { later, pending } = setAside(me, round);
    return { later, pending, ...withAnswer(me, round, answer) };
  });
}

function shown(scene: Scene, event: EventOf<'promptShown'>): Scene {
  const couple = personOf(scene, event.person).coupleId;
  const offered =
    couple === null
      ? scene
      : withCouple(scene, couple, ({ round }) =>
          round?.id !== event.round || event.person in round.offered
            ? {}
            : { round: { ...round, offered: { ...round.offered, [event.person]: event.at } } },
        );
  return event.why === 'later' ? withPerson(offered, event.person, () => ({ later: null })) : offered;
}
