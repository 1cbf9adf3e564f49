import { showHeard, tellPlan, thankListener } from '../crossing/listening.js';
import {
  doneCard,
  inviteCard,
  listeningIn,
  moreCard,
  planCard,
  putAside,
  type ListeningAnnouncers,
  type ListeningEventOf,
} from './cards.js';
import { doneKeys, moreKeys, ownFeelingKeys, planKeys } from './keyboard.js';
import type { Heard } from './scene.js';
import { say, type Key, type Notice } from '../notice.js';
import { edit, isSilentFor, nameOfOther, remove, send, toast } from '../compose.js';
import { type Stage } from '../stage.js';
import { coupleIn, membersIn } from '../person.js';
import type { Protocol } from './protocol.js';
import { outsideQuiet } from '../rhythm/rhythm.js';
import type { CoupleId, PersonId } from '../ids.js';

/** The end of a listening round, and what may still be wanted of it. */
export const afterListening = {
  listeningEnded: (event, stage) => ended(event, stage),
  listenerThanked: (event, stage) => {
    const heard = heardIn(stage, event.couple);
    return [
      edit(event.person, doneCard, null, { keys: doneKeys(heard, event.person) }),
      toast(event.person, say('listenThanked', { partner: nameOfOther(stage.after, event.person) })),
      ...thankListener(event, stage),
    ];
  },
  afterwardsShown: ({ couple, person }, stage) => {
    const words = say('listenMore', { isKept: heardIn(stage, couple).said.length > 0 });
    const keys = keysOfMore(couple, person, stage);
    return [edit(person, moreCard, null), send(person, words, { card: moreCard, keys })];
  },
  ownFeelingsShown: ({ couple, person, group }, stage) => {
    const heard = heardIn(stage, couple);
    const keys =
      group === null ? keysOfMore(couple, person, stage) : ownFeelingKeys(heard, feelingsOf(heard, stage), group);
    return [edit(person, moreCard, null, { keys })];
  },
  ownFeelingNamed: ({ couple, person, feeling }, stage) => {
    const protocol = heardIn(stage, couple).protocol;
    const keys = keysOfMore(couple, person, stage);
    return [edit(person, moreCard, say('listenFeelingNoted', { protocol, feeling }), { keys })];
  },
  tensionTold: ({ couple, person }, stage) => [
    edit(person, moreCard, say('listenTensionNoted', {}), { keys: keysOfMore(couple, person, stage) }),
  ],
  keepingChosen: ({ person, until }, { now }) => [
    edit(person, moreCard, say('listenKeeping', { until: until <= now ? null : until })),
  ],
  heardShown: (event, stage) => showHeard(event, stage),
  planWritten: ({ couple, person, text, messageId }, stage) => [
    remove(person, planCard),
    send(person, say('listenPlan', { plan: { words: text } }), {
      card: planCard,
      keys: planKeys(heardIn(stage, couple), 'listenPlanSend', messageId),
    }),
  ],
  planLeft: ({ person }) => [remove(person, planCard)],
  planProposed: (event, stage) => tellPlan(event, stage),
  planAgreed: (event, stage) => tellPlan(event, stage),
  heardForgotten: () => [],
} satisfies Partial<ListeningAnnouncers>;

/** What is left of the round that an event after one is about. */
function heardIn({ after }: Stage, couple: CoupleId): Heard {
  const { heard } = coupleIn(after, couple);
  if (heard === null) throw new Error('an event after a listening round comes without one');
  return heard;
}

function feelingsOf({ protocol }: Heard, { protocols }: Stage): Protocol['feelings'] {
  return protocols.get(protocol)?.feelings ?? [];
}

function keysOfMore(couple: CoupleId, person: PersonId, stage: Stage): readonly (readonly Key[])[] {
  const heard = heardIn(stage, couple);
  return moreKeys(heard, person, coupleIn(stage.after, couple).members);
}

/** To both alike, at the same moment, but for what their own card said. */
function ended({ couple, how }: ListeningEventOf<'listeningEnded'>, stage: Stage): readonly Notice[] {
  const before = listeningIn(stage.before, couple);
  return membersIn(stage.after, couple).flatMap((me): readonly Notice[] => {
    const partner = nameOfOther(stage.after, me.id);
    const isSilent = isSilentFor(me, stage.after, stage.now);
    if (how === 'unnoticed' || how === 'recalled') {
      if (me.id !== before.starter) {
        if (before.left.includes(me.id)) return [];
        // What is taken back goes from the chat too, as if it had not been asked.
        return [how === 'recalled' ? remove(me.id, inviteCard) : edit(me.id, inviteCard, say('listenGone', {}))];
      }
      if (how === 'recalled') return [edit(me.id, inviteCard, say('listenGone', {}))];
      return [
        edit(me.id, inviteCard, null),
        send(me.id, say('listenUnnoticed', { partner }), {
          lane: 'scheduled',
          notBefore: outsideQuiet(me, stage.now),
        }),
      ];
    }
    if (before.left.includes(me.id)) return [];
    const aside = putAside(me.id, before);
    switch (how) {
      case 'cancelled':
        return [...aside, send(me.id, say('listenCancelled', {}), { lane: 'reveal', isSilent })];
      case 'over':
        return [
          ...aside,
          send(me.id, say('listenOver', {}), { lane: 'scheduled', notBefore: outsideQuiet(me, stage.now) }),
        ];
      case 'done':
        return [
          ...aside,
          send(me.id, say('listenDone', { partner }), {
            lane: 'reveal',
            card: doneCard,
            keys: doneKeys(heardIn(stage, couple), me.id),
            isSilent,
          }),
        ];
    }
  });
}
