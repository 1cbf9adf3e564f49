import type { Evolvers } from '../evolvers.js';
import type { Announcers } from '../announcers.js';
import { withoutVoice, withoutOverdue, withoutVoices } from './moved.js';
import { withCouple, withPerson } from '../change.js';
import { say, type Notice } from '../notice.js';
import { isSilentFor, partnerName, send } from '../compose.js';
import { type Stage } from '../stage.js';
import { coupleOf, partnerOf, personOf } from '../person.js';
import { whenFree } from '../rhythm/rhythm.js';
import type { PersonId } from '../ids.js';
import type { ArrivalEvent } from './event.js';

export const arrivalEvolvers: Evolvers<ArrivalEvent> = {
  botChanged: (scene, { person }) =>
    withPerson(scene, person, ({ answers, pending, postcard }) => ({
      isUnreachable: true,
      answers: withoutVoices(answers),
      pending: pending === null ? null : { ...pending, pieces: withoutVoice(pending.pieces) },
      postcard:
        postcard === null
          ? null
          : { ...postcard, answer: { ...postcard.answer, pieces: withoutVoice(postcard.answer.pieces) } },
      heldVoices: [],
      heldPhoto: null,
    })),
  overdueLetGo: (scene, { person, at }) => {
    const couple = coupleOf(scene, personOf(scene, person));
    const after = withPerson(scene, person, (me) => withoutOverdue(me, couple, at));
    if (couple?.tellRhythmAt == null || couple.tellRhythmAt > at) return after;
    return withCouple(after, couple.id, () => ({ tellRhythmAt: null }));
  },
  restoreTold: (scene) => scene,
  voiceLost: (scene) => scene,
};

export const arrivalAnnouncers: Announcers<ArrivalEvent> = {
  /** Waits, as what was opened does, until the person starts the new bot. */
  botChanged: ({ person }, { after }) =>
    personOf(after, person).hasStopped
      ? []
      : [send(person, say('botChanged', { partner: partnerName(after, person) }), { lane: 'reveal' })],
  overdueLetGo: () => [],
  restoreTold: ({ person, from }, { after, now }) => [
    send(person, say('restored', { from }), {
      lane: 'scheduled',
      notBefore: whenFree(personOf(after, person), now),
      isNudge: true,
    }),
  ],
  voiceLost: ({ person, isPhoto }, stage) => lost(person, isPhoto, stage),
};

function lost(receiver: PersonId, isPhoto: boolean, { after, now }: Stage): readonly Notice[] {
  const me = personOf(after, receiver);
  const speaker = partnerOf(after, me);
  if (speaker === null) return [];
  const tell = (to: PersonId, what: Notice['say'] & object) =>
    send(to, what, { lane: 'reveal', isSilent: isSilentFor(personOf(after, to), after, now) });
  return [
    tell(me.id, say('voiceLost', { partner: speaker.name, isPhoto })),
    tell(speaker.id, say('ownVoiceLost', { partner: me.name, isPhoto })),
  ];
}
