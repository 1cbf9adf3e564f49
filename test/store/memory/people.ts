import { isGone, stranger } from '../../../src/core/person.js';
import type { Couple, Person } from '../../../src/core/scene.js';
import type { Instant, PersonId } from '../../../src/core/ids.js';
import { movedCouple, movedPerson } from '../../../src/store/documents.js';
import { BrokenDocument } from '../../../src/store/failures.js';
import { movedInstant } from '../../../src/store/move.js';
import type { Couples } from '../../../src/store/couples.js';
import type { People } from '../../../src/store/people.js';
import type { Data } from './data.js';

const defaults = { language: 'nl', zone: 'Europe/Amsterdam' } as const;
/** No key: nothing lies anywhere that it could protect. */
const keyId = 0;
const bare = { keyId, lookup: '', isReadable: true } as const;
const seatsOfACouple = 2;

export function peopleOf(data: Data, forgetAllOf: (person: PersonId) => void): People {
  const { people, addresses, seats } = data;
  const save = (person: Person, address: string | null, now: Instant) => {
    if (person.consent !== null && address === null) throw new BrokenDocument('a person who agreed has no address');
    const kept = person.consent === null && !isGone(person) ? strangerOf(person) : person;
    if (isGone(person)) for (const [one, owner] of addresses.entries()) if (owner === person.id) addresses.delete(one);
    people.set(person.id, {
      person: kept,
      address: person.consent === null ? null : address,
      ...bare,
      touchedAt: now,
    });
    return { person, address, ...bare };
  };
  return {
    byAddress: (address) => {
      const stored = people.get(addresses.get(address) ?? 0);
      return stored === undefined ? null : { ...stored, address };
    },
    byId: (id) => people.get(id) ?? null,
    // Nothing here can be damaged.
    unreadable: () => null,
    silence: (id) => {
      const stored = people.get(id);
      if (stored !== undefined) people.set(id, { ...stored, person: { ...stored.person, hasStopped: true } });
    },
    stranger: (language) => stranger(data.nextId(), language ?? defaults.language, defaults.zone),
    insert: (person, address, now) => {
      addresses.set(address, person.id);
      return save(person, address, now);
    },
    update: (before, person, _, now) => save(person, before.address, now),
    erase: ({ id }) => {
      people.delete(id);
      seats.delete(id);
      for (const [address, owner] of addresses.entries()) if (owner === id) addresses.delete(address);
      forgetAllOf(id);
    },
    forget: () => undefined,
    move: (by) => {
      for (const [id, stored] of [...people.entries()]) {
        people.set(id, {
          ...stored,
          person: movedPerson(stored.person, by),
          touchedAt: movedInstant(stored.touchedAt, by),
        });
      }
    },
  };
}

/** Before consent nothing is kept but language and wrong guesses. */
function strangerOf({ id, language, wrongGuesses, coupleId }: Person): Person {
  return { ...stranger(id, language, defaults.zone), wrongGuesses, coupleId };
}

export function couplesOf({ couples, codes, seats, rooms, roomRows }: Data): Couples {
  const saveCodes = (before: Couple | null, after: Couple) => {
    const [had, has] = [before === null ? [] : codesOf(before), codesOf(after)];
    for (const code of had) if (!has.includes(code)) codes.delete(code);
    for (const code of has) {
      if (had.includes(code)) continue;
      if (codes.has(code)) throw new Error('a code leads to another couple already');
      codes.set(code, after.id);
    }
  };
  const clearSeats = ({ members }: Couple) => {
    for (const member of members) seats.delete(member);
  };
  return {
    byId: (id) => couples.get(id) ?? null,
    idByCode: (code) => codes.get(code) ?? null,
    idOfNobody: () => {
      const ids = [...couples.values()].flatMap(({ couple }) => (couple.members.length === 0 ? couple.id : []));
      return ids.length === 0 ? null : Math.min(...ids);
    },
    insert: (couple, wakeAt) => {
      if (couples.has(couple.id)) throw new Error('there is such a couple already');
      saveCodes(null, couple);
      couples.set(couple.id, { couple, keyId, wakeAt });
    },
    update: (before, couple, _, wakeAt) => {
      if (couple === before.couple && wakeAt === before.wakeAt) return keyId;
      if (couple !== before.couple) saveCodes(before.couple, couple);
      couples.set(couple.id, { couple, keyId, wakeAt });
      return keyId;
    },
    clearSeats: (before, couple) => {
      if (!hasSameSeats(before.couple, couple)) clearSeats(before.couple);
    },
    takeSeats: (before, couple) => {
      if (before !== null && hasSameSeats(before.couple, couple)) return;
      if (couple.members.length > seatsOfACouple) throw new Error('a couple has two seats');
      for (const member of couple.members) {
        if (seats.has(member)) throw new Error('a person has a seat already');
        seats.set(member, couple.id);
      }
    },
    erase: ({ couple }) => {
      clearSeats(couple);
      for (const code of codesOf(couple)) codes.delete(code);
      couples.delete(couple.id);
      rooms.delete(couple.id);
      for (const { id, coupleId } of [...roomRows.values()]) if (coupleId === couple.id) roomRows.delete(id);
    },
    forget: () => undefined,
    postpone: (id, wakeAt) => {
      const stored = couples.get(id);
      if (stored !== undefined) couples.set(id, { ...stored, wakeAt });
    },
    move: (by, now) => {
      for (const [id, { couple, wakeAt }] of [...couples.entries()]) {
        couples.set(id, { couple: movedCouple(couple, by), keyId, wakeAt: wakeAt === null ? null : now });
      }
    },
  };
}

const codesOf = ({ invite, spentCodes }: Couple): readonly string[] => [
  ...(invite === null ? [] : [invite.code]),
  ...spentCodes.map(({ code }) => code),
];

const hasSameSeats = (one: Couple, other: Couple) =>
  one.members.length === other.members.length && one.members.every((person, seat) => other.members[seat] === person);
