import { stranger } from './person.js';
import type { Person } from './scene.js';

/** What becomes of each field of a person, one row each: a field that is not listed does not compile. */
interface Field {
  /** Once the pairing has ended. */
  readonly unpaired: 'stays' | 'goes';
  /** Whether an hour at which the clock looks at the couple may follow from it; see `wakeAt`. */
  readonly movesHours: boolean;
  /**
   * In an export: read by anybody who has this phone in hand for a moment, only when it is asked for once more, or not
   * among what is said of the person, since it is a number, is told elsewhere or only says what the clock has still to do.
   */
  readonly exported: 'open' | 'closed' | 'apart';
}

const fields = {
  id: { unpaired: 'stays', movesHours: true, exported: 'apart' },
  language: { unpaired: 'stays', movesHours: false, exported: 'open' },
  wrongGuesses: { unpaired: 'stays', movesHours: false, exported: 'closed' },
  consent: { unpaired: 'stays', movesHours: true, exported: 'open' },
  // «Iets dieper» and a room are for two; see `unpairedOf`.
  consents: { unpaired: 'stays', movesHours: false, exported: 'closed' },
  name: { unpaired: 'stays', movesHours: false, exported: 'open' },
  coupleId: { unpaired: 'goes', movesHours: true, exported: 'apart' },
  zone: { unpaired: 'stays', movesHours: true, exported: 'open' },
  rhythm: { unpaired: 'stays', movesHours: true, exported: 'closed' },
  revealMinute: { unpaired: 'goes', movesHours: true, exported: 'closed' },
  wish: { unpaired: 'goes', movesHours: true, exported: 'closed' },
  isUnreachable: { unpaired: 'stays', movesHours: true, exported: 'closed' },
  hasStopped: { unpaired: 'stays', movesHours: true, exported: 'closed' },
  spent: { unpaired: 'stays', movesHours: false, exported: 'closed' },
  // Set at the partner's hour.
  servedDate: { unpaired: 'goes', movesHours: true, exported: 'apart' },
  later: { unpaired: 'goes', movesHours: true, exported: 'closed' },
  asked: { unpaired: 'stays', movesHours: false, exported: 'closed' },
  pending: { unpaired: 'goes', movesHours: false, exported: 'apart' },
  heldVoices: { unpaired: 'goes', movesHours: true, exported: 'apart' },
  heldPhoto: { unpaired: 'goes', movesHours: true, exported: 'apart' },
  holidayUntil: { unpaired: 'stays', movesHours: true, exported: 'closed' },
  wantsReminders: { unpaired: 'stays', movesHours: true, exported: 'closed' },
  discreet: { unpaired: 'stays', movesHours: false, exported: 'closed' },
  remindedOf: { unpaired: 'goes', movesHours: true, exported: 'closed' },
  hinted: { unpaired: 'goes', movesHours: false, exported: 'closed' },
  untold: { unpaired: 'goes', movesHours: false, exported: 'apart' },
  keepDays: { unpaired: 'stays', movesHours: false, exported: 'closed' },
  // Silence only ends later for these two: woken too early, a couple is told a new hour.
  seenOn: { unpaired: 'stays', movesHours: false, exported: 'closed' },
  askedToStayOn: { unpaired: 'stays', movesHours: false, exported: 'closed' },
  exportedAt: { unpaired: 'stays', movesHours: false, exported: 'closed' },
  leaving: { unpaired: 'goes', movesHours: true, exported: 'closed' },
  leftAt: { unpaired: 'stays', movesHours: false, exported: 'closed' },
  news: { unpaired: 'goes', movesHours: true, exported: 'apart' },
  // The clock lets a wish lapse.
  wishes: { unpaired: 'goes', movesHours: true, exported: 'apart' },
  restsPath: { unpaired: 'goes', movesHours: false, exported: 'apart' },
  postcard: { unpaired: 'goes', movesHours: true, exported: 'apart' },
  gavePostcard: { unpaired: 'stays', movesHours: false, exported: 'closed' },
  postcardsGot: { unpaired: 'goes', movesHours: true, exported: 'closed' },
  quietRituals: { unpaired: 'goes', movesHours: false, exported: 'apart' },
  wantsPostcards: { unpaired: 'stays', movesHours: false, exported: 'closed' },
  // A reminder depends on them; see `keepsHours`.
  answers: { unpaired: 'goes', movesHours: false, exported: 'apart' },
} as const satisfies { readonly [Name in keyof Person]: Field };

type Name = keyof typeof fields;
type Where<Column extends keyof Field, Value> = {
  readonly [N in Name]: (typeof fields)[N][Column] extends Value ? N : never;
}[Name];

const names = Object.keys(fields) as readonly Name[];
const goneOnceUnpaired = names.filter((name) => fields[name].unpaired === 'goes');
const movers = names.filter((name) => fields[name].movesHours);

/** What a person loses with the pairing: back to what it is of somebody the bot has just met. */
export function unpairedOf(person: Person): Partial<Person> {
  const fresh = stranger(person.id, person.language, person.zone);
  return {
    ...(Object.fromEntries(goneOnceUnpaired.map((name) => [name, fresh[name]])) as Partial<Person>),
    consents: { ...person.consents, deeper: null, room: undefined },
  };
}

/** Whether nothing of a person has changed that `wakeAt` looks at. */
export function keepsHours(before: Person, after: Person): boolean {
  if (before === after) return true;
  if (after.wantsReminders && before.answers !== after.answers) return false;
  return movers.every((name) => before[name] === after[name]);
}

export type PersonExported = Pick<Person, Where<'exported', 'open'>> &
  Partial<Pick<Person, Where<'exported', 'closed'>>>;

export function personExported(person: Person, scope: 'open' | 'all'): PersonExported {
  const told = names.filter((name) => {
    const { exported } = fields[name];
    return exported === 'open' || (exported === 'closed' && scope === 'all');
  });
  return Object.fromEntries(told.map((name) => [name, person[name]])) as unknown as PersonExported;
}
