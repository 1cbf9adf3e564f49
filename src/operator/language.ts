import { refuseUsage } from '../command-line.js';

/**
 * The language of a command: that of `--language`, or else of the machine. Ends the process with a sentence when it
 * knows no such language.
 */
export function chosenLanguage(asked: string | undefined, usage: string): 'nl' | 'en' {
  const language = asked ?? languageOf(process.env);
  if (language === 'nl' || language === 'en') return language;
  return refuseUsage('--language takes nl or en.', usage);
}

/** Dutch where the machine's locale says so. */
export function languageOf(environment: Readonly<Record<string, string | undefined>>): 'nl' | 'en' {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const locale = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '') ?? '';
  return /^nl\b|^nl_/i.test(locale) ? 'nl' : 'en';
}
