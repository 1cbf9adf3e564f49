import { showHeard, tellPlan, thankListener } from '../crossing.js';
import {
  doneCard,
  inviteCard,
  listeningOf,
  membersOf,
  moreCard,
  planCard,
  putAside,
  type ListeningAnnouncers,
  type ListeningEventOf,
} from './cards.js';
import { doneKeys, moreKeys, ownFeelingKeys, planKeys } from './keys.js';
import type { Heard } from './scene.js';
import { say, type Key, type Notice } from '../notice.js';
import { edit, isSilentFor, partnerName, remove, send, type Stage } from '../notices.js';
import type { Protocol } from '../protocol.js';
import { outsideQuiet } from '../rhythm.js';
import type { CoupleId, PersonId } from '../scene.js';

/** The end of a listening round, and what may still be wanted of it. */
export const afterListening = {
  listeningEnded: (event, stage) => ended(event, stage),
  listenerThanked: (event, stage) => {
    const heard = heardOf(event.couple, stage);
    return [
      ...(heard === null ? [] : [edit(event.person, doneCard, null, { keys: doneKeys(heard, event.person) })]),
      send(event.person, say('listenThanked', { partner: partnerName(stage.after, event.person) ?? '' })),
      ...thankListener(event, stage),
    ];
  },
  afterwardsShown: ({ couple, person, where }, stage) => {
    const keys = keysOfMore(couple, person, stage);
    const words = say('listenMore', { isKept: (heardOf(couple, stage)?.said.length ?? 0) > 0 });
    return where === 'new'
      ? [edit(person, moreCard, null), send(person, words, { card: moreCard, keys })]
      : [edit(person, moreCard, words, { keys })];
  },
  ownFeelingsShown: ({ couple, person, group }, stage) => {
    const heard = heardOf(couple, stage);
    if (heard === null) return [];
    const keys =
      group === null ? keysOfMore(couple, person, stage) : ownFeelingKeys(heard, feelingsOf(heard, stage), group);
    return [edit(person, moreCard, null, { keys })];
  },
  ownFeelingNamed: ({ couple, person, feeling }, stage) => {
    const protocol = heardOf(couple, stage)?.protocol ?? '';
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
  planWritten: ({ couple, person, text }, { after }) => {
    const heard = after.couples[couple]?.heard ?? null;
    return [
      remove(person, planCard),
      send(person, say('listenPlan', { text }), {
        card: planCard,
        keys: heard === null ? [] : planKeys(heard, 'listenPlanSend'),
      }),
    ];
  },
  planProposed: (event, stage) => tellPlan(event, stage),
  planAgreed: (event, stage) => tellPlan(event, stage),
  heardForgotten: () => [],
} satisfies Partial<ListeningAnnouncers>;

function heardOf(couple: CoupleId, { after }: Stage): Heard | null {
  return after.couples[couple]?.heard ?? null;
}

function feelingsOf({ protocol }: Heard, { protocols }: Stage): Protocol['feelings'] {
  return protocols.get(protocol)?.feelings ?? [];
}

function keysOfMore(couple: CoupleId, person: PersonId, stage: Stage): readonly (readonly Key[])[] {
  const heard = heardOf(couple, stage);
  const members = stage.after.couples[couple]?.members ?? [];
  return heard === null ? [] : moreKeys(heard, person, members, feelingsOf(heard, stage));
}

/** To both alike, at the same moment, but for what their own card said. */
function ended({ couple, how }: ListeningEventOf<'listeningEnded'>, stage: Stage): readonly Notice[] {
  const before = listeningOf(couple, stage.before);
  const heard = heardOf(couple, stage);
  if (before === null) return [];
  return membersOf(couple, stage.after).flatMap((me): readonly Notice[] => {
    const partner = partnerName(stage.after, me.id) ?? '';
    const isSilent = isSilentFor(me, stage.after, stage.now);
    if (how === 'unnoticed' || how === 'recalled') {
      if (me.id !== before.starter) {
        return before.left.includes(me.id) ? [] : [edit(me.id, inviteCard, say('listenGone', {}))];
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
            keys: heard === null ? [] : doneKeys(heard, me.id),
            isSilent,
          }),
        ];
    }
  });
}
