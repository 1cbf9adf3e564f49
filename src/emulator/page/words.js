// @ts-check
import { en } from './words/en.js';
import { nl } from './words/nl.js';

/** @typedef {typeof nl} Words */

/** @type {{ nl: Words, en: Words }} */
const words = { nl, en };

/** @param {'nl' | 'en'} language */
export const wordsIn = (language) => words[language];
