// @ts-check
/** @import { NewPerson } from '../contract.ts' */
import { control } from './control.js';

/**
 * They speak the language of whoever opens the page.
 * @param {'nl' | 'en'} languageCode
 * @returns {NewPerson[]}
 */
const firstTwo = (languageCode) => [
  { firstName: 'Anne', username: 'anne', languageCode, timeZone: 'Europe/Amsterdam' },
  { firstName: 'Bram', username: 'bram', languageCode, timeZone: 'Europe/Amsterdam' },
];

/**
 * Makes Anne and Bram where there is nobody yet. The lock keeps two tabs from making them twice.
 * @param {'nl' | 'en'} language
 */
export async function ensureTwoPeople(language) {
  await alone(async () => {
    const { chats } = await control.state();
    if (chats.length > 0) return;
    for (const person of firstTwo(language)) await control.addPerson(person);
  });
}

/**
 * Adds the second person where somebody made only one.
 * @param {'nl' | 'en'} language
 */
export async function addSecondPerson(language) {
  await alone(async () => {
    const { chats } = await control.state();
    const names = chats.map((chat) => chat.person.firstName);
    const next = firstTwo(language).find((person) => !names.includes(person.firstName));
    if (chats.length < 2 && next) await control.addPerson(next);
  });
}

/** @param {() => Promise<void>} work */
async function alone(work) {
  if ('locks' in navigator) await navigator.locks.request('two-phones-people', work);
  else await work();
}
