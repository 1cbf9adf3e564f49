import type { EventOf } from '../event.js';
import { nobody, type Announcers } from '../announcers.js';
import { edit, nameOfOther, remove, send } from '../compose.js';
import { answerPostcard, passPostcard } from '../crossing/postcard.js';
import { isEmpty, personOf } from '../person.js';
import { say, type Notice, type Say } from '../notice.js';
import { hasSentence, inGap, linesOf, nextGap } from '../round/gaps.js';
import type { Stage } from '../stage.js';
import type { PostcardEvent } from './event.js';
import { askedKeys, draftKeys, formKeys, heldKeys, whyKeys } from './keyboard.js';
import type { Postcard } from './scene.js';

/** What its writer sees of a postcard: one card, the lowest message while it is written. Nothing on it tells who got it. */

const card = 'postcard';
const whyCard = 'postcard-why';

export const postcardAnnouncers: Announcers<PostcardEvent> = {
  postcardStarted: (event, stage) => started(event, stage),
  postcardFormsShown: ({ person, isOpen }, { after, scenarios }) => {
    const { postcard } = personOf(after, person);
    if (postcard === null) return [];
    return [edit(person, card, null, { keys: (isOpen ? formKeys : askedKeys)(postcard, scenarios) })];
  },
  postcardDrafted: (event, stage) => drafted(event, stage),
  postcardNudged: ({ person, postcard, step }) => [
    send(person, say('postcardWhy', {}), { card: whyCard, keys: whyKeys(postcard, step) }),
  ],
  postcardNudgeLeft: ({ person }) => [remove(person, whyCard)],
  postcardHeld: ({ person }, stage) => {
    const { postcard } = personOf(stage.after, person);
    return postcard === null ? [] : [...whyGone(person, stage), heldCard(person, postcard, stage, 'in-place')];
  },
  postcardReturned: ({ person, why }) => [edit(person, card, say('postcardReturned', { why }))],
  postcardDropped: ({ person }, stage) => [...whyGone(person, stage), edit(person, card, say('leftAsIs', {}))],
  postcardGiven: (event, stage) => [edit(event.person, card, say('postcardGiven', {})), ...passPostcard(event, stage)],
  postcardAnswered: (event, stage) => answerPostcard(event, stage),
  // Where one was in hand, nothing can be tapped any more.
  postcardsLapsed: ({ person }, { before, after }) =>
    personOf(before, person).postcard !== null && personOf(after, person).postcard === null
      ? [edit(person, card, null)]
      : [],
  postcardsSwitched: nobody,
};

function started({ person, postcard, where }: EventOf<'postcardStarted'>, stage: Stage): readonly Notice[] {
  const { after, scenarios } = stage;
  const words = say('postcardAsked', {
    form: postcard.form,
    partner: nameOfOther(after, person),
    isFirst: personOf(after, person).gavePostcard === null,
  });
  const keys = askedKeys(postcard, scenarios);
  const placed =
    where === 'in-place'
      ? [edit(person, card, words, { keys })]
      : [edit(person, card, null), send(person, words, { card, keys })];
  return [...whyGone(person, stage), ...placed];
}

function drafted({ person, postcard, how }: EventOf<'postcardDrafted'>, stage: Stage): readonly Notice[] {
  if (postcard.heldUntil !== null) return [remove(person, card), heldCard(person, postcard, stage, 'below')];
  const keys = draftKeys(postcard, stage.scenarios);
  const words = draftSaid(person, postcard, stage);
  return [
    ...whyGone(person, stage),
    ...(how === 'in-place'
      ? [edit(person, card, words, { keys })]
      : [remove(person, card), send(person, words, { card, keys })]),
  ];
}

/** As far as it has come; of a stem that is not full, with the gap that comes next. */
function draftSaid(person: number, { form, answer }: Postcard, { after, scenarios }: Stage): Say {
  const lines = linesOf(scenarios.get(form));
  const next = lines === null ? null : nextGap(lines, answer);
  if (lines === null || next === null)
    return say('postcardDraft', { form, partner: nameOfOther(after, person), answer });
  const isBegun = inGap(answer.pieces, next.line, 0).length > 0;
  const canGive = hasSentence(lines, answer);
  return say('postcardUnfinished', { form, answer, line: next.line.id, isBegun, canGive });
}

function heldCard(person: number, postcard: Postcard, { after }: Stage, how: 'below' | 'in-place'): Notice {
  const words = say('postcardHeld', { partner: nameOfOther(after, person) });
  const keys = heldKeys(postcard);
  return how === 'in-place' ? edit(person, card, words, { keys }) : send(person, words, { card, keys });
}

/** What was said about a why goes with the next change. */
function whyGone(person: number, { before }: Stage): readonly Notice[] {
  const { postcard } = personOf(before, person);
  return postcard?.isNudged === true && !isEmpty(postcard.answer) ? [remove(person, whyCard)] : [];
}
