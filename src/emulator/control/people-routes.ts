import type { FastifyInstance, FastifyRequest } from 'fastify';
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
import { isTrue, number, objectBody, onlyKnown, optional, text, WrongBody, type Body } from './body.js';
import { tellChat } from './tell.js';
import { currentBot } from '../world/world.js';
import { shareChat, type ShareChat } from '../world/share-chat.js';
import { omit } from '../world/omit.js';
import { groupNamed, peopleNamed } from './named.js';
import { readSends } from './sends.js';
import { viewPerson } from './person-views.js';

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
      isBot: optional(body, 'isBot', isTrue) ?? false,
    };
    change(person, omit(body, 'isBot'));
    if (person.isBot) person.username ??= `${person.firstName.replace(/\W/g, '')}Bot`;
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
  act('share-chat', (person, body) => shareChat(emulator, person, readShare(emulator, body)));
  act('block', (person, body) => block(emulator, person, isTrue(body, 'blocked')));
}

function personOf({ world }: Emulator, request: FastifyRequest<PersonRoute>): Person {
  const person = world.people.get(Number(request.params.id));
  if (person === undefined || person.isBot) throw new WrongBody(`there is no person ${request.params.id}`);
  return person;
}

function readShare(emulator: Emulator, body: Body): ShareChat {
  onlyKnown(body, ['requestId', 'groupId', 'title', 'memberIds']);
  const groupId = optional(body, 'groupId', number);
  const group =
    groupId === undefined
      ? { title: text(body, 'title'), others: peopleNamed(emulator, body['memberIds'] ?? []) }
      : groupNamed(emulator, groupId);
  return { requestId: number(body, 'requestId'), group };
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
