import type { EventOf } from '../event.js';
import type { Announcers } from '../announcers.js';
import type { BreatherEvent } from './event.js';
import { choiceKeys, lengthKeys, lineKeys, momentKeys, pictureKeys, restKeys, returnKeys } from './keyboard.js';
import type { Breather } from './scene.js';
import { canExtend } from './times.js';
import { brief } from '../help/announce.js';
import { openLines } from '../crossing/breather.js';
import { keptBack } from '../listening/cards.js';
import { say, type Notice } from '../notice.js';
import { edit, isSilentFor, nameOfOther, remove, roomOf, send, sendAnimation } from '../compose.js';
import { type Stage } from '../stage.js';
import { coupleIn, membersIn, personOf } from '../person.js';
import { outsideQuiet } from '../rhythm/rhythm.js';
import type { Person, Scene } from '../scene.js';
import type { CoupleId, PersonId } from '../ids.js';
import { hourMs } from '../time/durations.js';

/** Who hears what of a breather; part of announce.ts. Nothing here says who asked for more time or did not come back. */

/** A reminder of a time agreed that comes later than this is none. */
const momentLifeMs = 6 * hourMs;

const restCard = 'breather';
const pictureCard = 'breather-picture';
const timesCard = 'breather-times';
const returnCard = 'breather-return';
const choiceCard = 'breather-choice';
const lineCard = 'breather-line';
const momentCard = 'breather-moment';

export const breatherAnnouncers: Announcers<BreatherEvent> = {
  breatherBegan: ({ couple, breather }, stage) =>
    membersIn(stage.after, couple).flatMap((me) => [
      ...keptBack(me.id, coupleIn(stage.before, couple)),
      ...(me.id === breather.caller ? begun(me, breather, stage) : called(me, breather, stage)),
    ]),
  breatherSettled: ({ couple, until }, stage) => {
    const breather = breatherIn(stage.after, couple);
    const hasChanged = breatherIn(stage.before, couple).until !== until;
    return present(couple, breather, stage).flatMap((me) => {
      if (me.id === breather.caller) {
        return [edit(me.id, restCard, say('breatherRest', { until }), { keys: restKeys(breather, me) })];
      }
      return hasChanged ? called(me, breather, stage) : [];
    });
  },
  breatherLengthened: (event, stage) => lengthened(event, stage),
  breatherTimesShown: ({ person, how }, stage) => {
    const { me, members, breather } = breathing(person, stage.after);
    const [name, from] =
      how === 'longer' ? (['breathLonger', breather.until] as const) : (['breathMore', stage.now] as const);
    const keys = lengthKeys(name, breather, from, me, members);
    return [send(person, say('breatherTimes', {}), { card: timesCard, keys })];
  },
  breatherTold: ({ person }, stage) => stands(person, stage),
  tipShown: ({ person, tip }, { after }) =>
    tip === 'breathe'
      ? [
          sendAnimation(person, say('breathingPicture', {}), {
            card: pictureCard,
            keys: pictureKeys(breathing(person, after).breather),
          }),
        ]
      : [send(person, say('breatherTip', { tip }))],
  breatherHushed: ({ couple, person }, { after }) => {
    const { until } = breatherIn(after, couple);
    return [send(person, say('breatherHush', { partner: nameOfOther(after, person), until }))];
  },
  // Its card stays as it was: whoever takes this phone in hand sees somebody who rests.
  breatherLeft: ({ person }, stage) => brief(person, say('breatherLeft', {}), [], 0, stage, { as: 'l' }),
  returnAsked: ({ couple, at }, stage) => {
    const breather = breatherIn(stage.after, couple);
    const wasLong = at - breatherIn(stage.before, couple).since > hourMs;
    const asked = present(couple, breather, stage).map((me) =>
      send(me.id, say('breatherReturn', { canExtend: canExtend(breather, at) }), {
        card: returnCard,
        keys: returnKeys(breather, at),
        // Who put the phone away for half an hour wants to hear it, at night as well.
        isSilent: wasLong && isSilentFor(me, stage.after, stage.now),
      }),
    );
    // Also for whoever left: their card goes by as the other's does.
    return [...coupleIn(stage.after, couple).members.map((member) => edit(member, restCard, null)), ...asked];
  },
  cameBackToIt: ({ person }) => [edit(person, returnCard, say('breatherBackNoted', {}))],
  notTodayChosen: ({ couple, person, resumption }, stage) => [
    ...cleared(person, breatherIn(stage.before, couple)),
    send(person, say('breatherNotToday', {}), { card: momentCard, keys: momentKeys(resumption) }),
  ],
  choiceAsked: ({ couple }, stage) => {
    const breather = breatherIn(stage.after, couple);
    const keys = choiceKeys(breather, canTalk(couple, stage.after));
    return present(couple, breather, stage).map(({ id }) =>
      send(id, say('breatherChoice', {}), { card: choiceCard, keys }),
    );
  },
  nextChosen: ({ person }) => [edit(person, choiceCard, say('breatherChoiceNoted', {}))],
  linesAsked: ({ couple }, stage) =>
    present(couple, breatherIn(stage.after, couple), stage).map(({ id }) => send(id, say('breatherLineAsked', {}))),
  lineChanged: (event, stage) => lineChanged(event, stage),
  breatherEnded: (event, stage) => ended(event, stage),
  momentPicked: ({ person, at }) => [edit(person, momentCard, say('momentPicked', { at }))],
  momentAgreed: ({ couple, at }, { after }) =>
    membersIn(after, couple).map(({ id }) => send(id, say('momentAgreed', { at }))),
  momentCame: ({ couple }, { after, now }) =>
    membersIn(after, couple).map((me) =>
      send(me.id, say('momentCame', {}), {
        lane: 'scheduled',
        notBefore: outsideQuiet(me, now),
        dropAfter: outsideQuiet(me, now) + momentLifeMs,
        isNudge: true,
      }),
    ),
  resumptionForgotten: () => [],
};

function begun(me: Person, breather: Breather, { after }: Stage): readonly Notice[] {
  const { members } = breathing(me.id, after);
  return [
    edit(me.id, restCard, null),
    send(me.id, say('breatherBegan', { until: breather.until, ...roomOf(me, after) }), {
      card: restCard,
      keys: lengthKeys('breathFor', breather, breather.beganAt, me, members),
    }),
  ];
}

/** The other is told at once, and again, as a new message, when the caller chooses another time. */
function called(me: Person, breather: Breather, { after, now }: Stage): readonly Notice[] {
  const caller = personOf(after, breather.caller).name;
  return [
    edit(me.id, restCard, null),
    send(me.id, say('breatherCalled', { caller, until: breather.until, ...roomOf(me, after) }), {
      card: restCard,
      keys: restKeys(breather, me),
      isSilent: isSilentFor(me, after, now),
      dropAfter: breather.until,
    }),
  ];
}

function lengthened(event: EventOf<'breatherLengthened'>, stage: Stage): readonly Notice[] {
  const before = breatherIn(stage.before, event.couple);
  const breather = breatherIn(stage.after, event.couple);
  return present(event.couple, breather, stage).flatMap((me) => {
    const isCallerChoosing = me.id === breather.caller && !breather.isSettled;
    const sentence = me.id === event.by ? 'breatherRest' : 'breatherMoved';
    return [
      ...(me.id === event.by ? [remove(me.id, timesCard)] : []),
      ...(isCallerChoosing ? [] : cleared(me.id, before)),
      send(me.id, say(sentence, { until: event.until }), {
        ...(isCallerChoosing ? {} : { card: restCard, keys: restKeys(breather, me) }),
        isSilent: isSilentFor(me, stage.after, stage.now),
      }),
    ];
  });
}

/** How things stand, for whoever asks: never more than they were already told. */
function stands(person: PersonId, stage: Stage): readonly Notice[] {
  const { after, now } = stage;
  const { me, couple, breather } = breathing(person, after);
  if (breather.freed.includes(me.id)) return brief(me.id, say('breatherLeft', {}), [], 0, stage);
  if (breather.notToday.includes(me.id) && couple.resumption !== null) {
    const keys = momentKeys(couple.resumption);
    return [send(me.id, say('breatherNotToday', {}), { card: momentCard, keys })];
  }
  switch (breather.phase) {
    case 'rest':
      return [
        edit(me.id, restCard, null),
        send(me.id, say('breatherRest', { until: breather.until }), { card: restCard, keys: restKeys(breather, me) }),
      ];
    case 'return':
      if (breather.back.includes(me.id)) return [send(me.id, say('breatherBackNoted', {}))];
      return [
        edit(me.id, returnCard, null),
        send(me.id, say('breatherReturn', { canExtend: canExtend(breather, now) }), {
          card: returnCard,
          keys: returnKeys(breather, now),
        }),
      ];
    case 'choice':
      return [
        send(me.id, say('breatherChoice', {}), {
          card: choiceCard,
          keys: choiceKeys(breather, canTalk(couple.id, after)),
        }),
      ];
    case 'lines':
      return [send(me.id, say('breatherLineAsked', {}))];
  }
}

function lineChanged({ couple, person, line }: EventOf<'lineChanged'>, { after }: Stage): readonly Notice[] {
  if (line === null) return [edit(person, lineCard, say('breatherLineTakenBack', {}))];
  const { text, messageId, isSealed } = line;
  if (isSealed) return [edit(person, lineCard, say('breatherLineSealed', { line: { words: text } }))];
  return [
    remove(person, lineCard),
    send(person, say('breatherLine', { line: { words: text } }), {
      card: lineCard,
      keys: lineKeys(breatherIn(after, couple), messageId),
    }),
  ];
}

/** To both at the same moment; whoever left, or said «not today», has heard what there was to hear. */
function ended({ couple, how, resumption }: EventOf<'breatherEnded'>, stage: Stage): readonly Notice[] {
  const before = breatherIn(stage.before, couple);
  if (how === 'opened') return openLines(coupleIn(stage.before, couple), before, stage.after, stage.now);
  if (how === 'resumed') return [];
  return present(couple, before, stage).flatMap((me) => {
    const isSilent = isSilentFor(me, stage.after, stage.now);
    if (how === 'rested' || resumption === null) {
      return [...cleared(me.id, before), send(me.id, say('breatherRested', {}), { isSilent })];
    }
    const hadCameBack = before.back.includes(me.id);
    return [
      ...cleared(me.id, before),
      send(me.id, say('breatherOver', { hadCameBack }), {
        card: momentCard,
        keys: momentKeys(resumption),
        isSilent,
      }),
    ];
  });
}

/** The buttons of the phase that is left behind go away. */
function cleared(id: PersonId, breather: Breather): readonly Notice[] {
  switch (breather.phase) {
    case 'rest':
      return [edit(id, restCard, null)];
    case 'return':
      return breather.back.includes(id) ? [] : [edit(id, returnCard, null)];
    case 'choice':
      return breather.choices[id] === undefined ? [edit(id, choiceCard, null)] : [];
    case 'lines':
      return breather.lines[id] === undefined ? [] : [edit(id, lineCard, null)];
  }
}

/** The listening round that it interrupted can go on. */
function canTalk(couple: CoupleId, scene: Scene): boolean {
  return coupleIn(scene, couple).listening?.phase === 'paused';
}

/** Whom the breather still concerns. */
function present(couple: CoupleId, { freed, notToday }: Breather, { after }: Stage): readonly Person[] {
  return membersIn(after, couple).filter(({ id }) => !freed.includes(id) && !notToday.includes(id));
}

/** The breather that an event is about. */
function breatherIn(scene: Scene, id: CoupleId): Breather {
  const { breather } = coupleIn(scene, id);
  if (breather === null) throw new Error('an event of a breather comes without one');
  return breather;
}

/** Somebody in the middle of one. */
function breathing(person: PersonId, scene: Scene) {
  const me = personOf(scene, person);
  const couple = coupleIn(scene, me.coupleId ?? 0);
  return { me, couple, members: membersIn(scene, couple.id), breather: breatherIn(scene, couple.id) };
}
