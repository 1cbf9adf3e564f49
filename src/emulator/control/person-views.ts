import type { PersonView } from '../contract.js';
import type { Person } from '../world/world.js';

export function viewPerson(person: Person): PersonView {
  return { ...person };
}
