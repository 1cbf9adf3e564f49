import type { EventOf } from '../event.js';
import { withPerson } from '../change.js';
import { unchanged, type Evolvers } from '../evolvers.js';
import type { Person, Scene } from '../scene.js';
import type { PostcardEvent } from './event.js';
import type { GotPostcard } from './scene.js';
import { answerableMs, draftKeptMs } from './times.js';

/** The scene after each event of a postcard. */

export const postcardEvolvers: Evolvers<PostcardEvent> = {
  postcardStarted: (scene, { person, postcard, until }) =>
    withPerson(scene, person, () => ({ postcard, asked: { what: 'postcard', until } })),
  postcardFormsShown: unchanged,
  postcardDrafted: (scene, { person, postcard, until }) =>
    withPerson(scene, person, ({ asked }) => ({
      postcard,
      asked: until === null ? asked : { what: 'postcard', until },
    })),
  postcardNudged: unchanged,
  postcardNudgeLeft: unchanged,
  postcardHeld: (scene, { person, until }) =>
    withPerson(scene, person, (me) => ({
      postcard: me.postcard === null ? null : { ...me.postcard, heldUntil: until },
      ...notAsked(me),
    })),
  postcardReturned: (scene, { person }) =>
    withPerson(scene, person, ({ postcard }) =>
      postcard === null
        ? {}
        : {
            postcard: { ...postcard, heldUntil: null, answer: { ...postcard.answer, step: postcard.answer.step + 1 } },
          },
    ),
  postcardDropped: (scene, { person }) => withPerson(scene, person, dropped),
  postcardGiven: given,
  postcardAnswered: (scene, { person, postcard, reply }) =>
    withPerson(scene, person, (me) => ({
      postcardsGot: me.postcardsGot.map((one) =>
        one.id !== postcard ? one : reply === null ? { ...one, isThanked: true } : { ...one, hasReplied: true },
      ),
      // Words that wait for something else keep waiting.
      ...(reply !== null && me.pending?.what === 'reply' && me.pending.round === postcard
        ? { pending: null, asked: me.asked?.what === 'reply' ? null : me.asked }
        : {}),
    })),
  postcardsLapsed: (scene, { person, at }) =>
    withPerson(scene, person, (me) => ({
      ...(me.postcard !== null && me.postcard.heldUntil === null && me.postcard.begunAt + draftKeptMs <= at
        ? dropped(me)
        : {}),
      postcardsGot: answerable(me.postcardsGot, at),
    })),
  postcardsSwitched: (scene, { person, isOn }) => withPerson(scene, person, () => ({ wantsPostcards: isOn })),
};

function given(scene: Scene, { person, postcard, to, at, gave }: EventOf<'postcardGiven'>): Scene {
  const gone = withPerson(scene, person, () => ({ postcard: null, gavePostcard: gave }));
  if (to === null) return gone;
  const got: GotPostcard = { id: postcard.id, form: postcard.form, at, isThanked: false, hasReplied: false };
  return withPerson(gone, to, ({ postcardsGot }) => ({ postcardsGot: [...answerable(postcardsGot, at), got] }));
}

function answerable(all: readonly GotPostcard[], now: number): readonly GotPostcard[] {
  return all.some(({ at }) => at + answerableMs <= now) ? all.filter(({ at }) => at + answerableMs > now) : all;
}

export function dropped(me: Person): Partial<Person> {
  return { postcard: null, ...notAsked(me) };
}

function notAsked({ asked }: Person): Pick<Person, 'asked'> {
  return { asked: asked?.what === 'postcard' ? null : asked };
}
