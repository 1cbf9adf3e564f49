import type { Breather } from '../breather/scene.js';
import type { Button } from '../buttons.js';
import type { Command, Crisis } from '../command.js';
import type { PersonCommand } from '../commands.js';
import { crisisIn } from './crisis.js';
import { isRefusal, type Decision, type Event, type Withheld } from '../event.js';
import { type WordsPlace } from './event.js';
import { evolveAll } from '../evolve.js';
import { refusalAsEvent } from '../leaving/exits.js';
import { draftOf, notesOf, planDraftOf, type Draft, type Plan } from '../listening/scene.js';
import { coupleOf, personOf } from '../person.js';
import type { Postcard } from '../postcard/scene.js';
import type { Answer, HeldPhoto, HeldVoice, Pending, Person, Scene } from '../scene.js';
import type { Given } from '../given.js';
import type { Piece } from '../piece.js';
import type { CoupleId, PersonId, RoundId } from '../ids.js';

/**
 * Help first, when words sound heavy. They go where any words would have gone, but nothing that sends them on is shown
 * before their writer has said whom they are for. See docs/decisions/crisis-words-leave-no-trace.md.
 */

/** Where words stand that have not crossed. */
type Place =
  | { readonly in: 'answer'; readonly round: RoundId; readonly answer: Answer }
  | { readonly in: 'pending'; readonly pending: Pending }
  | { readonly in: 'postcard'; readonly postcard: Postcard }
  /** A voice note that waits for the first yes to voice, with words below it. */
  | { readonly in: 'voice'; readonly voice: HeldVoice }
  /** A photo that waits for the first yes to photos, with words below it. */
  | { readonly in: 'photo'; readonly photo: HeldPhoto }
  | { readonly in: 'segment'; readonly couple: CoupleId; readonly draft: Draft }
  | { readonly in: 'note'; readonly couple: CoupleId; readonly notes: readonly Piece[] }
  | { readonly in: 'line'; readonly couple: CoupleId; readonly line: Breather['lines'][number] }
  | { readonly in: 'plan'; readonly couple: CoupleId; readonly plan: Plan };

/** The decision with the help before it. */
export function offerHelp(
  scene: Scene,
  me: Person,
  command: PersonCommand,
  decision: Decision,
  given: Given,
): Decision {
  const { text, messageId } = wordsOf(command);
  const found = crisisIn(text, given.passing?.[me.id]?.offered);
  if (found === null) return decision;
  const events = refusalAsEvent(me, decision);
  const place = placeOf(evolveAll(scene, events), me, messageId);
  const isAsking = place !== null && place.in !== 'note';
  const help: Event = {
    type: 'helpOffered',
    person: me.id,
    about: found,
    typed: messageId,
    // An edit that changes nothing may be of something that stands elsewhere.
    words: place === null && command.type === 'editSaid' ? 'unsaid' : wordsPlace(place),
    isAsking,
  };
  // Where nothing is drawn anew, its card still stands as it was.
  const isDrawn = !events.every(({ type }) => type === 'refused');
  return [help, ...events, ...(isAsking && !isDrawn ? shownAgain(me, place) : [])];
}

/**
 * The decision without the cards that would send heavy words on before their writer has said whom they are for: the
 * writer's own, the other's and the clock's, since any of them may draw such a card again.
 */
export function withholdWords(scene: Scene, decision: Decision, given: Given): Decision {
  if (isRefusal(decision)) return decision;
  const open = openIn(decision, given);
  if (open.length === 0) return decision;
  const after = evolveAll(scene, decision);
  const withheld = open.filter(({ person, typed }) => {
    const writer = after.people[person];
    return writer !== undefined && placeOf(after, writer, typed) !== null;
  });
  return withheld.length === 0 ? decision : decision.map((event) => ({ ...event, withheld }));
}

/** Whose words are open after this. */
function openIn(decision: readonly Event[], { passing = {} }: Given): readonly Withheld[] {
  const asked = decision.flatMap((event): readonly Withheld[] =>
    event.type === 'helpOffered' && event.isAsking ? [{ person: event.person, typed: event.typed, isAsked: true }] : [],
  );
  const isDone = (id: PersonId) =>
    asked.some(({ person }) => person === id) ||
    decision.some((event) => event.type === 'wordsSettled' && event.person === id);
  const before = Object.entries(passing).flatMap(([id, { unsettled }]): readonly Withheld[] =>
    unsettled === null || isDone(Number(id)) ? [] : [{ person: Number(id), typed: unsettled, isAsked: false }],
  );
  return [...asked, ...before];
}

/** For the other, for oneself, or gone: what the taps under the help do. */
export function settleWords(
  scene: Scene,
  me: Person,
  { name, slot, step, arg }: Button<'forPartner' | 'forMe' | 'wipeTyped'>,
): Decision {
  const place = placeOf(scene, me, step);
  const about: Crisis | null = arg === 'suicide' || arg === 'violence' ? arg : null;
  const settled = { type: 'wordsSettled', person: me.id, slot, typed: step, about } as const;
  if (name === 'forPartner') {
    return [{ ...settled, how: 'forPartner', messages: [] }, ...(place === null ? [] : shownAgain(me, place))];
  }
  const ids = place === null ? [step] : heavyIn(place, step);
  const events = place === null ? [] : wiped(me, place, ids);
  const isStanding = Object.values(personOf(evolveAll(scene, events), me.id).answers).some(hasOne(ids));
  const how = name === 'forMe' ? 'forMe' : isStanding ? 'wipedHere' : 'wiped';
  return [{ ...settled, how, messages: name === 'forMe' ? [] : ids.filter((id) => id !== 0) }, ...events];
}

const nothing = { text: '', messageId: 0 };

/** What somebody wrote with this: in a message, below a voice note or a picture, or in the place of what stood there. */
function wordsOf(command: Command): { readonly text: string; readonly messageId: number } {
  if (command.type === 'editSaid') return command;
  if (command.type === 'sendUnsupported') return command.caption ?? nothing;
  if (command.type === 'sendPhoto') return { text: command.caption?.text ?? '', messageId: command.messageId };
  if (command.type !== 'say') return nothing;
  const { speech, caption = '', messageId } = command;
  return { text: speech.kind === 'text' ? speech.text : caption, messageId };
}

function wordsPlace(place: Place | null): WordsPlace {
  if (place === null) return 'nowhere';
  return place.in === 'answer' || place.in === 'note' ? place.in : 'elsewhere';
}

const isOf = (id: number) => (one: { readonly messageId: number }) => one.messageId === id;
const hasOne = (ids: readonly number[]) => (one: { readonly pieces: readonly Piece[] }) =>
  one.pieces.some(({ messageId }) => ids.includes(messageId));

function placeOf(scene: Scene, { id }: Person, messageId: number): Place | null {
  const me = personOf(scene, id);
  const couple = coupleOf(scene, me);
  if (me.pending?.pieces.some(isOf(messageId)) === true) return { in: 'pending', pending: me.pending };
  if (me.postcard?.answer.pieces.some(isOf(messageId)) === true) return { in: 'postcard', postcard: me.postcard };
  const voice = me.heldVoices.find(isOf(messageId));
  if (voice !== undefined) return { in: 'voice', voice };
  if (me.heldPhoto?.messageId === messageId) return { in: 'photo', photo: me.heldPhoto };
  const answered = Object.entries(me.answers).find(
    ([, answer]) => answer.state === 'draft' && answer.pieces.some(isOf(messageId)),
  );
  if (answered !== undefined) return { in: 'answer', round: answered[0], answer: answered[1] };
  if (couple === null) return null;
  const { listening, breather, heard } = couple;
  const draft = listening === null ? null : draftOf(listening, id);
  if (draft?.pieces.some(isOf(messageId)) === true) return { in: 'segment', couple: couple.id, draft };
  const notes = listening === null ? [] : notesOf(listening, id);
  if (notes.some(isOf(messageId))) return { in: 'note', couple: couple.id, notes };
  const line = breather?.lines[id];
  if (line?.messageId === messageId && !line.isSealed) return { in: 'line', couple: couple.id, line };
  const plan = heard === null ? null : planDraftOf(heard, id);
  return plan?.messageId === messageId ? { in: 'plan', couple: couple.id, plan } : null;
}

/** What is heavy beside it goes along: said in the same breath, it would be left behind alone. */
function heavyIn(place: Place, messageId: number): readonly number[] {
  const isHeavy = (piece: Piece) => piece.kind === 'text' && crisisIn(piece.text) !== null;
  return [...new Set([messageId, ...piecesIn(place).flatMap((one) => (isHeavy(one) ? [one.messageId] : []))])];
}

function piecesIn(place: Place): readonly Piece[] {
  switch (place.in) {
    case 'answer':
      return place.answer.pieces;
    case 'postcard':
      return place.postcard.answer.pieces;
    case 'pending':
      return place.pending.pieces;
    case 'segment':
      return place.draft.pieces;
    case 'note':
      return place.notes;
    case 'voice':
    case 'photo':
    case 'line':
    case 'plan':
      return [];
  }
}

/** Its card once more, with its buttons. */
function shownAgain(me: Person, place: Place): readonly Event[] {
  const mine = { person: me.id };
  switch (place.in) {
    case 'answer':
      return [{ type: 'draftChanged', ...mine, round: place.round, answer: place.answer, how: 'said' }];
    case 'pending':
      return [{ type: 'tapAwaited', ...mine, pending: place.pending }];
    case 'postcard':
      return [{ type: 'postcardDrafted', ...mine, postcard: place.postcard, how: 'below', until: null }];
    case 'voice':
      return [{ type: 'voiceHeld', ...mine, voice: place.voice }];
    case 'photo':
      return [{ type: 'photoHeld', ...mine, photo: place.photo }];
    case 'segment': {
      const { pieces, picks } = place.draft;
      return [{ type: 'segmentDrafted', couple: place.couple, ...mine, pieces, picks, how: 'said' }];
    }
    case 'line':
      return [{ type: 'lineChanged', couple: place.couple, ...mine, line: place.line }];
    case 'plan': {
      const { text, messageId } = place.plan;
      return [{ type: 'planWritten', couple: place.couple, ...mine, text, messageId }];
    }
    case 'note':
      return [];
  }
}

function wiped(me: Person, place: Place, ids: readonly number[]): readonly Event[] {
  const mine = { person: me.id };
  const left = piecesIn(place).filter(({ messageId }) => !ids.includes(messageId));
  switch (place.in) {
    case 'answer': {
      const answer: Answer = { ...place.answer, pieces: left, step: place.answer.step + 1 };
      const how = left.length === 0 && answer.picks.length === 0 ? 'withdrawn' : 'said';
      return [{ type: 'draftChanged', ...mine, round: place.round, answer, how }];
    }
    case 'postcard': {
      const { answer } = place.postcard;
      const rest = { ...answer, pieces: left, step: answer.step + 1 };
      const postcard = { ...place.postcard, answer: rest, heldUntil: null };
      return left.length === 0
        ? [{ type: 'postcardDropped', ...mine }]
        : [{ type: 'postcardDrafted', ...mine, postcard, how: 'below', until: null }];
    }
    case 'pending': {
      const step = left.at(-1)?.messageId;
      if (step === undefined) return [{ type: 'pendingDropped', ...mine }];
      return [{ type: 'tapAwaited', ...mine, pending: { ...place.pending, pieces: left, step } }];
    }
    case 'voice':
      return [{ type: 'voiceLetGo', ...mine }];
    case 'photo':
      return [{ type: 'photoLetGo', ...mine }];
    case 'segment': {
      const { picks } = place.draft;
      const how = left.length + picks.length === 0 ? 'cleared' : 'said';
      return [{ type: 'segmentDrafted', couple: place.couple, ...mine, pieces: left, picks, how }];
    }
    case 'note':
      return ids.map((messageId) => ({ type: 'noteChanged', couple: place.couple, ...mine, messageId, piece: null }));
    case 'line':
      return [{ type: 'lineChanged', couple: place.couple, ...mine, line: null }];
    case 'plan':
      return [{ type: 'planLeft', couple: place.couple, ...mine }];
  }
}
