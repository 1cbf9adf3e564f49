import { showHeard, tellPlan, thankListener } from './crossing.js';
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
} from './listening-cards.js';
import { doneKeys, moreKeys, planKeys } from './listening-keys.js';
import { say, type Notice } from './notice.js';
import { edit, isSilentFor, partnerName, remove, send, type Stage } from './notices.js';
import { outsideQuiet } from './rhythm.js';

/** The end of a listening round, and what may still be wanted of it. */
export const afterListening = {
  listeningEnded: (event, stage) => ended(event, stage),
  listenerThanked: (event, stage) => {
    const heard = stage.after.couples[event.couple]?.heard ?? null;
    return [
      ...(heard === null ? [] : [edit(event.person, doneCard, null, { keys: doneKeys(heard, event.person) })]),
      send(event.person, say('listenThanked', { partner: partnerName(stage.after, event.person) ?? '' })),
      ...thankListener(event, stage),
    ];
  },
  afterwardsShown: ({ couple, person, where }, { after }) => {
    const pair = after.couples[couple];
    if (pair?.heard == null) return [];
    const keys = moreKeys(pair.heard, person, pair.members);
    const words = say('listenMore', {});
    return where === 'new'
      ? [edit(person, moreCard, null), send(person, words, { card: moreCard, keys })]
      : [edit(person, moreCard, words, { keys })];
  },
  tensionTold: ({ couple, person }, { after }) => {
    const pair = after.couples[couple];
    const keys = pair?.heard == null ? [] : moreKeys(pair.heard, person, pair.members);
    return [edit(person, moreCard, say('listenTensionNoted', {}), { keys })];
  },
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

/** To both alike, at the same moment, but for what their own card said. */
function ended({ couple, how }: ListeningEventOf<'listeningEnded'>, stage: Stage): readonly Notice[] {
  const before = listeningOf(couple, stage.before);
  const heard = stage.after.couples[couple]?.heard ?? null;
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
