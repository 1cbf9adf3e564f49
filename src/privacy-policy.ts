import { readFileSync } from 'node:fs';
import type { Config } from './config.js';

/** The template, Dutch and English one below the other. */
const template = new URL('../docs/privacy-policy.md', import.meta.url);
const noContact = { nl: 'via de persoon die je de bot gaf', en: 'through the person who gave you the bot' };

/** The privacy policy with the operator's name and contact filled in. */
export function readPolicy({
  OPERATOR_NAME: operator,
  OPERATOR_CONTACT: contact,
}: Pick<Config, 'OPERATOR_NAME' | 'OPERATOR_CONTACT'>): string {
  const values: Readonly<Record<string, string>> = {
    beheerder: operator,
    contact: contact ?? noContact.nl,
    operator,
    'operator contact': contact ?? noContact.en,
  };
  const text = readFileSync(template, 'utf8').replace(/<!--[\s\S]*?-->\n*/g, '');
  return text.replaceAll(/\{([a-z ]+)\}/g, (place, name: string) => values[name] ?? place);
}
