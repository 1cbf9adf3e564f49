// @ts-check
/** @import { NewPerson } from '../contract.ts' */
import { control } from './control.js';

/** @type {NewPerson[]} */
const firstTwo = [
  { firstName: 'Anne', username: 'anne', languageCode: 'nl', timeZone: 'Europe/Amsterdam' },
  { firstName: 'Bram', username: 'bram', languageCode: 'nl', timeZone: 'Europe/Amsterdam' },
];

/** Makes Anne and Bram where there is nobody yet. The lock keeps two tabs from making them twice. */
export async function ensureTwoPeople() {
  await alone(async () => {
    const { chats } = await control.state();
    if (chats.length > 0) return;
    for (const person of firstTwo) await control.addPerson(person);
  });
}

/** Adds the second person where somebody made only one. */
export async function addSecondPerson() {
  await alone(async () => {
    const { chats } = await control.state();
    const names = chats.map((chat) => chat.person.firstName);
    const next = firstTwo.find((person) => !names.includes(person.firstName));
    if (chats.length < 2 && next) await control.addPerson(next);
  });
}

/** @param {() => Promise<void>} work */
async function alone(work) {
  if ('locks' in navigator) await navigator.locks.request('two-phones-people', work);
  else await work();
}
