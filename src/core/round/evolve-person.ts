import type { Answer, Person } from '../scene.js';
import type { RoundId } from '../ids.js';

/** What the events of a round change in one person. */

/** Nothing waits for a tap any more, and no words of a reply are asked for. */
export function letGo({ asked }: Person): Pick<Person, 'pending' | 'asked'> {
  return { pending: null, asked: asked?.what === 'reply' ? null : asked };
}

/** A person with nothing waiting any more for a round that, to them, has ended. */
export function setAside(person: Person, round: RoundId): Pick<Person, 'later' | 'pending' | 'untold'> {
  return {
    later: person.later?.round === round ? null : person.later,
    pending: person.pending?.round === round ? null : person.pending,
    untold: person.untold === round ? null : person.untold,
  };
}

/** Still to hear of this one; of an earlier one no more. */
export function awaits(person: Person, round: RoundId): Partial<Person> {
  return { ...(person.untold === null ? {} : setAside(person, person.untold)), untold: round };
}

export function withoutAnswer({ answers }: Person, round: RoundId): Pick<Person, 'answers'> {
  return { answers: Object.fromEntries(Object.entries(answers).filter(([id]) => id !== round)) };
}

export function withAnswer(person: Person, round: RoundId, answer: Answer): Pick<Person, 'answers'> {
  return { answers: { ...person.answers, [round]: answer } };
}
