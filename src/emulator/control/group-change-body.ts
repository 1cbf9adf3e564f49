import { permissionNames, type Permission } from '../world/group.js';
import type { GroupChange } from '../world/group-change.js';
import { isTrue, number, onlyKnown, optional, part, text, type Body } from './body.js';

/** What is changed of a group; null takes a name, a channel or a place away. */
export function readChange(body: Body): GroupChange {
  onlyKnown(body, [...flags, ...texts, ...numbers, ...counts, 'title', 'permissions']);
  const title = optional(body, 'title', text);
  const permissions = body['permissions'] === undefined ? undefined : readPermissions(part(body, 'permissions'));
  return {
    ...(title !== undefined && { title }),
    ...(permissions !== undefined && { permissions }),
    ...fields(body, flags, isTrue),
    ...fields(body, texts, orNull(text)),
    ...fields(body, numbers, orNull(number)),
    ...fields(body, counts, number),
  };
}

const flags = ['isForum', 'hasHiddenMembers'] as const;
const texts = ['username', 'location'] as const;
const numbers = ['linkedChannelId', 'communityId'] as const;
const counts = ['paidMessageStarCount'] as const;

type Read<T> = (body: Body, name: string) => T;

function orNull<T>(read: Read<T>): Read<T | null> {
  return (body, name) => (body[name] === null ? null : read(body, name));
}

function fields<Name extends string, T>(body: Body, names: readonly Name[], read: Read<T>): Partial<Record<Name, T>> {
  const given = names.filter((name) => body[name] !== undefined);
  return Object.fromEntries(given.map((name) => [name, read(body, name)])) as Partial<Record<Name, T>>;
}

function readPermissions(body: Body): Partial<Record<Permission, boolean>> {
  onlyKnown(body, permissionNames);
  return fields(body, permissionNames, isTrue);
}
