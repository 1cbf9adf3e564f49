import type { Language } from '../core/scenario.js';
import { fmt, italic, type FmtString } from '../telegram/format.js';
import type { About } from './texts.js';

/** A prompt's own words; null when its file is gone since it was asked. */
export function questionOf(scenario: string, language: Language, { scenarios }: About): string | null {
  const found = scenarios.get(scenario);
  if (found === undefined) return null;
  return found.safetyNote === undefined
    ? found.text[language]
    : `${found.safetyNote[language]}\n\n${found.text[language]}`;
}

export function exampleOf(
  scenario: string,
  example: number,
  language: Language,
  { scenarios }: About,
  lead: string,
): FmtString | null {
  const line = scenarios.get(scenario)?.examples[example]?.[language];
  return line === undefined ? null : italic(fmt`${lead}: ${line}`);
}

/** The address that opens the bot with an invite's code. */
export function inviteUrl(code: string, botUsername: string): string {
  return `https://t.me/${botUsername}?start=${code}`;
}
