import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { PersonSends } from '../contract.js';
import type { Emulator } from '../emulator.js';
import {
  block,
  deleteFromPerson,
  editFromPerson,
  pressButton,
  react,
  readChat,
  sendFromPerson,
} from '../world/people.js';
import type { Person } from '../world/world.js';
import { isTrue, number, objectBody, onlyKnown, optional, part, text, WrongBody, type Body } from './body.js';
import { tellChat } from './tell.js';
import { currentBot } from '../world/world.js';
import { viewPerson } from './views.js';

interface PersonRoute {
  Params: { id: string };
}

/** What people do with their phones. */
export function peopleRoutes(app: FastifyInstance, emulator: Emulator): void {
  const act = (path: string, does: (person: Person, body: Body) => object) => {
    app.post<PersonRoute>(`/control/people/:id/${path}`, (request) => {
      const done = does(personOf(emulator, request), objectBody(request.body ?? {}));
      if ('error' in done) throw new WrongBody(String(done.error));
      return done;
    });
  };

  app.post('/control/people', (request) => {
    const { world } = emulator;
    const body = objectBody(request.body);
    const person: Person = {
      id: world.nextPersonId,
      firstName: text(body, 'firstName'),
      username: null,
      languageCode: 'nl',
      timeZone: 'Europe/Amsterdam',
      allowsVoice: true,
    };
    change(person, body);
    world.nextPersonId += 1;
    world.people.set(person.id, person);
    tellChat(emulator, currentBot(world), person.id);
    return viewPerson(person);
  });
  app.patch<PersonRoute>('/control/people/:id', (request) => {
    const person = personOf(emulator, request);
    change(person, objectBody(request.body));
    tellChat(emulator, currentBot(emulator.world), person.id);
    return viewPerson(person);
  });

  act('send', (person, body) => sendFromPerson(emulator, person, readSends(body)));
  act('press', (person, body) =>
    pressButton(emulator, person, { messageId: number(body, 'messageId'), callbackData: text(body, 'callbackData') }),
  );
  act('edit', (person, body) =>
    editFromPerson(emulator, person, { messageId: number(body, 'messageId'), text: text(body, 'text') }),
  );
  act('delete', (person, body) => deleteFromPerson(emulator, person, number(body, 'messageId')) ?? {});
  act('react', (person, body) => {
    const emoji = body['emoji'] === null ? null : text(body, 'emoji');
    return react(emulator, person, { messageId: number(body, 'messageId'), emoji });
  });
  act('read', (person) => {
    readChat(emulator, person);
    return {};
  });
  act('block', (person, body) => block(emulator, person, isTrue(body, 'blocked')));
}

function personOf({ world }: Emulator, request: FastifyRequest<PersonRoute>): Person {
  const person = world.people.get(Number(request.params.id));
  if (person === undefined) throw new WrongBody(`there is no person ${request.params.id}`);
  return person;
}

function change(person: Person, body: Body): void {
  onlyKnown(body, ['firstName', 'username', 'languageCode', 'timeZone', 'allowsVoice']);
  const timeZone = optional(body, 'timeZone', text) ?? person.timeZone;
  if (!isTimeZone(timeZone)) throw new WrongBody(`"${timeZone}" is no time zone`);
  person.firstName = optional(body, 'firstName', text) ?? person.firstName;
  person.username = body['username'] === null ? null : (optional(body, 'username', text) ?? person.username);
  person.languageCode = optional(body, 'languageCode', text) ?? person.languageCode;
  person.timeZone = timeZone;
  person.allowsVoice = optional(body, 'allowsVoice', isTrue) ?? person.allowsVoice;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const things = ['text', 'voice', 'photo', 'sticker', 'location', 'poll', 'videoNote'] as const;

function readSends(body: Body): PersonSends {
  onlyKnown(body, [...things, 'forwardedFrom', 'replyToMessageId']);
  const sent = things.filter((thing) => body[thing] !== undefined);
  if (sent.length !== 1) throw new WrongBody(`a message holds one of: ${things.join(', ')}`);
  const forwardedFrom = optional(body, 'forwardedFrom', text);
  const replyToMessageId = optional(body, 'replyToMessageId', number);
  return {
    ...(body['text'] !== undefined && { text: text(body, 'text') }),
    ...(body['voice'] !== undefined && { voice: readVoice(part(body, 'voice')) }),
    ...(body['photo'] !== undefined && { photo: readPhoto(part(body, 'photo')) }),
    ...(body['sticker'] !== undefined && { sticker: { emoji: text(part(body, 'sticker'), 'emoji') } }),
    ...(body['location'] !== undefined && { location: readLocation(part(body, 'location')) }),
    ...(body['poll'] !== undefined && { poll: { question: text(part(body, 'poll'), 'question') } }),
    ...(body['videoNote'] !== undefined && {
      videoNote: { durationSeconds: number(part(body, 'videoNote'), 'durationSeconds') },
    }),
    ...(forwardedFrom !== undefined && { forwardedFrom }),
    ...(replyToMessageId !== undefined && { replyToMessageId }),
  };
}

function readVoice(body: Body): NonNullable<PersonSends['voice']> {
  const durationSeconds = number(body, 'durationSeconds');
  if (durationSeconds < 0 || durationSeconds > 3600) throw new WrongBody('a voice note lasts at most an hour');
  const data = optional(body, 'data', text);
  const mimeType = optional(body, 'mimeType', text);
  return { durationSeconds, ...(data !== undefined && { data }), ...(mimeType !== undefined && { mimeType }) };
}

function readPhoto(body: Body): NonNullable<PersonSends['photo']> {
  const data = optional(body, 'data', text);
  const caption = optional(body, 'caption', text);
  return { ...(data !== undefined && { data }), ...(caption !== undefined && { caption }) };
}

function readLocation(body: Body): NonNullable<PersonSends['location']> {
  return { latitude: number(body, 'latitude'), longitude: number(body, 'longitude') };
}
