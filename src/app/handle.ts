import { randomFillSync } from 'node:crypto';
import { refusalNotices } from '../core/help/announce.js';
import { clearedBy, rekeyedBy, silencedBy } from '../core/recalls.js';
import { bookChanges, type BookChange } from '../core/own-data/book.js';
import { chanceLength } from '../core/time/chance.js';
import { agreedNow } from '../core/pairing/consent.js';
import { decide } from '../core/decide.js';
import { isRefusal, type Decision, type Refusal } from '../core/event.js';
import { foldAll, foldedBy, foldedUntil, waitingLine } from '../core/discreet/fold.js';
import { happen } from '../core/happen.js';
import { say, type Notice, type Say } from '../core/notice.js';
import { send } from '../core/compose.js';
import { knownAfter, nothingKnown, passingOf } from '../core/help/passing.js';
import { personOf, stranger } from '../core/person.js';
import { isDoing } from '../core/commands.js';
import { noteSeen } from '../core/leaving/silence.js';
import { errandsOf, type RoomErrand } from '../core/room/errands.js';
import { type Person, type Scene } from '../core/scene.js';
import { type Given } from '../core/given.js';
import { asksForNothingStored } from '../core/needs.js';
import { type Instant, type PersonId } from '../core/ids.js';
import type { Clock } from '../clock.js';
import type { Log } from '../log.js';
import type { Applied, Claiming, Duty, Folding, Inbound, Outcome, Outgoing } from '../store/store.js';
import { systemTimers } from '../timers.js';
import { createAlbums } from './albums.js';
import { createEdits, isEditOf } from './edits.js';
import { createFlood } from './flood.js';
import { createInPassing } from './in-passing.js';
import type { Renderer } from './render.js';
import { createWelcomes } from './waiting.js';
import { carried } from './room-errands.js';
import { coupleTimes, aloneTimes } from './times-after.js';

export interface HandleOptions {
  readonly store: Pick<Duty, 'apply'>;
  readonly clock: Clock;
  /** Milliseconds that have passed, however the clock was set; the system's when absent. */
  readonly elapsedMs?: () => number;
  /** Until when the clock is in doubt; see timekeeper.ts. */
  readonly doubtedUntil?: () => Instant | null;
  readonly given: Pick<
    Given,
    'scenarios' | 'protocols' | 'paths' | 'playedPath' | 'openTo' | 'rooms' | 'tellsNews' | 'spreadMs'
  >;
  readonly renderer: Renderer;
  readonly defaults: { readonly language: 'nl' | 'en'; readonly zone: string };
  readonly log: Log;
  /** Fresh random bytes for one command; the system's when absent. */
  readonly chance?: (inbound: Inbound) => Uint8Array;
  /** What may be sent at once of what is put into the outbox; see Courier. */
  readonly claiming?: () => Claiming | null;
  /** Something may have been put into the outbox, and the next wake time may have changed. */
  readonly onApplied: () => void;
}

/** Applies a batch: of each command load, decide, evolve, announce, render, save, all within the store's transaction. */
export type Handle = (inbound: readonly Inbound[]) => Promise<readonly Applied[]>;

export function createHandle(options: HandleOptions): Handle {
  const { store, clock, log } = options;
  const elapsedMs = options.elapsedMs ?? (() => systemTimers.elapsedMs());
  const draw = options.chance ?? createDraw();
  const edits = createEdits();
  const welcomes = createWelcomes();
  const flood = createFlood();
  const albums = createAlbums();
  const inPassing = createInPassing();

  function givenFor(one: Inbound, now: Instant, passing: NonNullable<Given['passing']>): Given {
    const doubtedUntil = options.doubtedUntil?.() ?? null;
    return { now, chance: draw(one), passing, waiting: welcomes.of(one), doubtedUntil, ...options.given };
  }

  function rule(scene: Scene, one: Inbound, now: Instant): Outcome {
    const { actor } = scene;
    const passed = elapsedMs();
    const known = actor === null ? nothingKnown : inPassing.of(actor, one);
    const people = Object.values(scene.people).map(({ id }) => [id, passingOf(inPassing.of(id, one), passed)] as const);
    const given = givenFor(one, now, Object.fromEntries(people));
    const here = noteSeen(scene, one.command, now);
    const decision = decide(here, one.command, given);
    welcomes.note(one, decision);
    edits.note(one, decision);
    if (actor !== null && !isRefusal(decision)) inPassing.note(actor, one, knownAfter(known, decision, passed));
    return carryOut(scene, here, one, decision, given, options.renderer);
  }

  async function applyAll(sent: readonly Inbound[], now: Instant): Promise<readonly Applied[]> {
    const inbound = sent.map((one) => flood(albums(edits.read(one)), elapsedMs())).filter((one) => one !== null);
    if (inbound.length === 0) return [];
    const onFailure = (one: Inbound, person: PersonId) => apologise(one, person, givenFor(one, now, {}), options);
    const applied = await store.apply(inbound, rule, now, onFailure, options.claiming?.() ?? null);
    for (const one of applied) if (one.result === 'failed') log.error({ error: one.error }, 'a command failed');
    options.onApplied();
    return applied;
  }

  return async (sent) => {
    const now = clock.now();
    const applied: Applied[] = [];
    for (const part of beforeEdits(sent)) applied.push(...(await applyAll(part, now)));
    return applied;
  };
}

/** What an edit means depends on what became of its message, so a message and its edit are not read in one go. */
function beforeEdits(sent: readonly Inbound[]): readonly (readonly Inbound[])[] {
  const parts: Inbound[][] = [[]];
  for (const one of sent) {
    const part = parts.at(-1) ?? [];
    if (part.some((earlier) => isEditOf(one, earlier))) parts.push([one]);
    else part.push(one);
  }
  return parts;
}

/** The whole path of one command, pure: the scene after it and everything that is to be sent. */
export function follow(loaded: Scene, inbound: Inbound, given: Given, renderer: Renderer): Outcome {
  const scene = noteSeen(loaded, inbound.command, given.now);
  return carryOut(loaded, scene, inbound, decide(scene, inbound.command, given), given, renderer);
}

function carryOut(
  loaded: Scene,
  scene: Scene,
  inbound: Inbound,
  decision: Decision,
  given: Given,
  renderer: Renderer,
): Outcome {
  const tapped = inbound.callbackQueryId;
  if (isRefusal(decision)) return refuse(loaded, scene, decision, tapped, given, renderer);
  const book: BookChange[] = [];
  let toasted: Say | null = null;
  const told: { readonly notice: Notice; readonly reader: Person }[] = [];
  const errands: RoomErrand[] = [];
  let after = scene;
  for (const event of decision) {
    const before = after;
    book.push(...bookChanges(event, before, given.now));
    const happened = happen(event, before, given);
    after = happened.after;
    errands.push(...errandsOf(event, { before, after, ...given }));
    for (const notice of happened.notices) {
      if (notice.act === 'toast' && tapped !== null && notice.to === scene.actor) toasted = notice.say;
      else told.push({ notice, reader: after.people[notice.to] ?? personOf(before, notice.to) });
    }
  }
  const outgoing: readonly Outgoing[] = [
    ...(tapped === null || scene.actor === null
      ? []
      : [renderer.tapAnswer(personOf(scene, scene.actor), tapped, toasted, given.now)]),
    ...foldAll(told, { after, isAsked: isDoing(inbound.command), moment: given }).map(({ notice, reader }) =>
      renderer.notice(notice, reader, given.now),
    ),
  ];
  return {
    scene: after,
    outgoing: outgoing.filter(isLastEdit),
    recalls: decision.flatMap((event) => silencedBy(event, scene)),
    releases: decision.flatMap((event) => (event.type === 'becameReachable' ? [event.person] : [])),
    foldings: decision.flatMap(foldedBy).map((person) => foldingOf(personOf(after, person), after, given, renderer)),
    wakeAt: coupleTimes(loaded, after, given),
    aloneWakeAt: aloneTimes(loaded, after, given.now),
    book,
    rekeyed: decision.flatMap((event) => rekeyedBy(event, scene)),
    cleared: decision.flatMap(clearedBy),
    ...(errands.length === 0 ? {} : { rooms: errands.flatMap((one) => carried(one, renderer, given.now)) }),
  };
}

function foldingOf(reader: Person, after: Scene, given: Given, renderer: Renderer): Folding {
  const { now } = given;
  return {
    person: reader.id,
    lineOf: (nth, isSilent) => renderer.notice(waitingLine(reader.id, nth, isSilent, given), reader, now),
    until: (card) => foldedUntil(card, reader, after, now),
  };
}

function refuse(
  loaded: Scene,
  scene: Scene,
  refusal: Refusal,
  tapped: string | null,
  { now, doubtedUntil }: Pick<Given, 'now' | 'doubtedUntil'>,
  renderer: Renderer,
): Outcome {
  if (scene.actor === null) throw new Error('the clock was refused something');
  const reader = personOf(scene, scene.actor);
  const words = say('refused', refusal);
  const answers =
    tapped === null
      ? refusalNotices(reader.id, refusal, { now }).map((notice) => renderer.notice(notice, reader, now))
      : [renderer.tapAnswer(reader, tapped, words, now)];
  return {
    scene,
    outgoing: answers,
    recalls: [],
    releases: [],
    foldings: [],
    wakeAt: coupleTimes(loaded, scene, { now, doubtedUntil }),
    aloneWakeAt: aloneTimes(loaded, scene, now),
    book: [],
    rekeyed: [],
    cleared: [],
  };
}

/** Of several edits of one card in one go only the last is worth sending. */
function isLastEdit(one: Outgoing, index: number, all: readonly Outgoing[]): boolean {
  if (one.kind !== 'edit') return true;
  const later = all.slice(index + 1);
  return !later.some((other) => other.kind === 'edit' && other.card === one.card && other.to === one.to);
}

/**
 * A rule threw, or nothing could be loaded: its writer hears a neutral sentence, or gets what asks for no data, in the
 * language of their Telegram, since nothing of the scene is sure.
 */
function apologise(one: Inbound, person: PersonId, given: Given, options: HandleOptions): readonly Outgoing[] {
  const { renderer, defaults } = options;
  const { now } = given;
  const language = (one.origin.from === 'address' ? one.origin.language : null) ?? defaults.language;
  const reader = stranger(person, language, defaults.zone);
  if (asksForNothingStored(one.command)) return followAlone(reader, one, given, renderer).outgoing;
  return [
    ...(one.callbackQueryId === null ? [] : [renderer.tapAnswer(reader, one.callbackQueryId, null, now)]),
    renderer.notice(send(person, say('failed', {})), reader, now),
  ];
}

/** As somebody who agreed, of whom nothing else is known. */
function followAlone(reader: Person, one: Inbound, given: Given, renderer: Renderer): Outcome {
  const person = { ...reader, consent: agreedNow('terms', given.now) };
  const people = { [person.id]: person };
  const scene = {
    actor: person.id,
    about: null,
    invited: null,
    card: null,
    people,
    couples: {},
    book: [],
    otherBook: [],
  };
  return follow(scene, one, given, renderer);
}

/** Random bytes for one command after another, drawn from the system a page at a time. */
function createDraw(): () => Uint8Array {
  const page = new Uint8Array(chanceLength * 512);
  let used = page.length;
  return () => {
    if (used >= page.length) {
      randomFillSync(page);
      used = 0;
    }
    used += chanceLength;
    return page.slice(used - chanceLength, used);
  };
}
