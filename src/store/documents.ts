import { z } from 'zod';
import { hints, type BookEntry, type Couple, type Person, type Quiet } from '../core/scene.js';
import { isGone } from '../core/person.js';
import type { RoomTask } from './store.js';
import type { Move } from './move.js';
import { agreementPart } from './shapes/agreement.js';
import { breather, resumption } from './shapes/breather.js';
import { leaving } from './shapes/leaving.js';
import { heard, listening } from './shapes/listening.js';
import { news } from './shapes/news.js';
import { keepDays } from './shapes/own-data.js';
import { consent, consents, invite, spent, spentCode } from './shapes/pairing.js';
import { pathPart, wish as privateWish } from './shapes/path.js';
import { asked, rhythm, slot, wish } from './shapes/rhythm.js';
import { answer, later, openedRound, opening, pending, restedRound, round } from './shapes/round.js';
import { gavePostcard, gotPostcard, postcard } from './shapes/postcard.js';
import { heldPhoto } from './shapes/photo.js';
import { heldVoice } from './shapes/voice.js';
import { ritual } from './shapes/ritual.js';
import { room, roomTask } from './shapes/room.js';
import { hour, instant, localDate, movedIn, servedDate } from './times.js';
import {
  bookFrom1,
  bookFrom2,
  bookFrom3,
  bookFrom4,
  bookFrom5,
  coupleFrom1,
  coupleFrom2,
  coupleFrom3,
  coupleFrom4,
  coupleFrom5,
  coupleFrom6,
  coupleFrom7,
  coupleFrom8,
  coupleFrom9,
  coupleFrom10,
  coupleFrom11,
  coupleFrom12,
  coupleFrom13,
  coupleFrom14,
  payloadFrom1,
  roomTaskFrom1,
  personFrom1,
  personFrom2,
  personFrom3,
  personFrom4,
  personFrom5,
  personFrom6,
  personFrom7,
  personFrom8,
  personFrom9,
  personFrom10,
  personFrom11,
  personFrom12,
  personFrom13,
  personFrom14,
  personFrom15,
} from './upcasts.js';
import type { Format } from './document-format.js';

/** What is sealed in a couple's row; its id and members are columns. */
export type CoupleDocument = Omit<Couple, 'id' | 'members'>;
/** What is sealed in a person's row. Before consent there is no address and no name, by construction. */
export type PersonDocument =
  | { readonly kind: 'stranger'; readonly person: Pick<Person, 'language' | 'wrongGuesses'> }
  | { readonly kind: 'member'; readonly address: string; readonly person: Omit<Person, 'id' | 'coupleId'> }
  /** Erased, with a seat in a couple that goes on: what its questions and their hours follow, and nowhere to write to. */
  | { readonly kind: 'gone'; readonly person: Pick<Person, GoneField> };
type GoneField = 'name' | 'zone' | 'rhythm' | 'revealMinute' | 'servedDate' | 'consents';
/** What is sealed in a row of the book; whose it is, and how long it stays, are columns. */
export type BookDocument = Pick<BookEntry, 'round' | 'scenario' | 'openedAt' | 'answer' | 'keptAt'>;
/** What is sealed in an outbox row: the parameters of one Bot API call, and when its receiver wants no sound. */
export interface PayloadDocument {
  readonly params: Readonly<Record<string, unknown>>;
  readonly quiet: Quiet | null;
}

/** What is sealed in a row of a room. */
export interface RoomTaskDocument {
  readonly task: RoomTask;
}

const stranger = z.strictObject({ language: z.enum(['nl', 'en']), wrongGuesses: z.array(instant) });

/** Not strict: a person is handed over whole, and id and couple, which are columns, stay out of what is sealed. */
const member = z.object({
  ...stranger.shape,
  consent,
  consents,
  name: z.string(),
  zone: z.string(),
  rhythm,
  revealMinute: z.number().nullable(),
  wish: wish.nullable(),
  isUnreachable: z.boolean(),
  hasStopped: z.boolean(),
  spent,
  servedDate: servedDate.nullable(),
  later: later.nullable(),
  asked: asked.nullable(),
  pending: pending.nullable(),
  heldVoices: z.array(heldVoice),
  heldPhoto: heldPhoto.nullable(),
  untold: z.string().nullable(),
  holidayUntil: localDate.nullable(),
  wantsReminders: z.boolean(),
  discreet: z.boolean().nullable(),
  remindedOf: z.string().nullable(),
  hinted: z.partialRecord(z.enum(hints), instant),
  keepDays,
  seenOn: localDate.nullable(),
  askedToStayOn: localDate.nullable(),
  exportedAt: instant.nullable(),
  leaving: leaving.nullable(),
  leftAt: instant.nullable(),
  news: news.nullable(),
  wishes: z.array(privateWish),
  restsPath: z.string().nullable(),
  postcard: postcard.nullable(),
  gavePostcard: gavePostcard.nullable(),
  postcardsGot: z.array(gotPostcard),
  wantsPostcards: z.boolean(),
  quietRituals: z.array(z.string()),
  answers: z.record(z.string(), answer),
} satisfies Record<keyof Omit<Person, 'id' | 'coupleId'>, z.ZodType>);

/** Not strict for the same reason: all else of the person is empty. */
const gone = z.object({
  name: member.shape.name,
  zone: member.shape.zone,
  rhythm: member.shape.rhythm,
  revealMinute: member.shape.revealMinute,
  servedDate: member.shape.servedDate,
  consents: member.shape.consents,
} satisfies Record<GoneField, z.ZodType>);

const personSchema = z.discriminatedUnion('kind', [
  z.strictObject({ v: z.literal(16), kind: z.literal('stranger'), person: stranger }),
  z.strictObject({ v: z.literal(16), kind: z.literal('member'), address: z.string().regex(/^\d+$/), person: member }),
  z.strictObject({ v: z.literal(16), kind: z.literal('gone'), person: gone }),
]) satisfies z.ZodType<PersonDocument>;

const coupleSchema = z.strictObject({
  v: z.literal(15),
  pairedAt: instant.nullable(),
  invite: invite.nullable(),
  spentCodes: z.array(spentCode),
  round: round.nullable(),
  rested: z.array(restedRound),
  opened: z.array(openedRound),
  lastAsked: z.record(z.string(), instant),
  reveals: z.number(),
  slot: slot.nullable(),
  tellRhythmAt: instant.nullable(),
  unanswered: z.number(),
  hasLetPass: z.boolean(),
  isApart: z.boolean(),
  openings: z.array(opening),
  isLightNext: z.boolean(),
  picked: z.string().nullable(),
  turn: z.number().nullable(),
  ...pathPart,
  ...agreementPart,
  breather: breather.nullable(),
  resumption: resumption.nullable(),
  listening: listening.nullable(),
  heard: heard.nullable(),
  room: room.nullable(),
  rituals: z.array(ritual),
}) satisfies z.ZodType<CoupleDocument>;

const bookSchema = z.strictObject({
  v: z.literal(6),
  round: z.string(),
  scenario: z.string(),
  openedAt: instant.nullable(),
  answer,
  keptAt: instant.nullable(),
}) satisfies z.ZodType<BookDocument>;

const payloadSchema = z.strictObject({
  v: z.literal(2),
  params: z.custom<PayloadDocument['params']>((value) => typeof value === 'object' && value !== null),
  quiet: z.strictObject({ from: hour, until: hour }).nullable(),
}) satisfies z.ZodType<PayloadDocument>;

const roomTaskSchema = z.strictObject({ v: z.literal(2), task: roomTask }) satisfies z.ZodType<RoomTaskDocument>;

export const personFormat: Format<PersonDocument> = {
  name: 'person',
  version: 16,
  schema: personSchema,
  upcasts: {
    ...{ 1: personFrom1, 2: personFrom2, 3: personFrom3, 4: personFrom4, 5: personFrom5, 6: personFrom6 },
    ...{
      7: personFrom7,
      8: personFrom8,
      9: personFrom9,
      10: personFrom10,
      11: personFrom11,
      12: personFrom12,
      13: personFrom13,
      14: personFrom14,
      15: personFrom15,
    },
  },
};
export const coupleFormat: Format<CoupleDocument> = {
  name: 'couple',
  version: 15,
  schema: coupleSchema,
  upcasts: {
    ...{ 1: coupleFrom1, 2: coupleFrom2, 3: coupleFrom3, 4: coupleFrom4, 5: coupleFrom5, 6: coupleFrom6 },
    ...{ 7: coupleFrom7, 8: coupleFrom8, 9: coupleFrom9, 10: coupleFrom10, 11: coupleFrom11 },
    ...{ 12: coupleFrom12, 13: coupleFrom13, 14: coupleFrom14 },
  },
};
export const bookFormat: Format<BookDocument> = {
  name: 'book entry',
  version: 6,
  schema: bookSchema,
  upcasts: { 1: bookFrom1, 2: bookFrom2, 3: bookFrom3, 4: bookFrom4, 5: bookFrom5 },
};
export const payloadFormat: Format<PayloadDocument> = {
  name: 'payload',
  version: 2,
  schema: payloadSchema,
  upcasts: { 1: payloadFrom1 },
};

export const roomTaskFormat: Format<RoomTaskDocument> = {
  name: 'room task',
  version: 2,
  schema: roomTaskSchema,
  upcasts: { 1: roomTaskFrom1 },
};

/** The versions that this program writes, by the names of the formats. */
export const documentVersions: Readonly<Record<string, number>> = Object.fromEntries(
  [personFormat, coupleFormat, bookFormat, payloadFormat, roomTaskFormat].map(({ name, version }) => [name, version]),
);

/** The mark that says which version of a kind of document was last written. */
export const versionMark = (format: string) => `version-of-${format.replace(' ', '-')}`;

/** Whether documents were written that this program cannot read. */
export function areNewer(writtenOf: (mark: string) => number): boolean {
  return Object.entries(documentVersions).some(([name, version]) => writtenOf(versionMark(name)) > version);
}

/** The clock was set: the same person, couple or entry by the clock as it is now. */
export const movedPerson = (person: Person, move: Move): Person =>
  movedIn(person.consent !== null ? member : isGone(person) ? gone : stranger, person, move);
export const movedCouple = (couple: Couple, move: Move): Couple => movedIn(coupleSchema, couple, move);
export const movedEntry = (document: BookDocument, move: Move): BookDocument => movedIn(bookSchema, document, move);
export const movedPayload = (document: PayloadDocument, move: Move): PayloadDocument =>
  movedIn(payloadSchema, document, move);
