import { figuresOfSpeech, suicideWords, violenceWords } from './crisis-words.js';
import type { Command, PersonCommand } from './command.js';
import type { Decision } from './event.js';
import { saidAsEvents } from './exits.js';
import type { Given, Person } from './scene.js';

/**
 * What somebody writes may be about their life or their safety. Then one line stands below it, for them alone, with the
 * way to people who can help. Nothing is held up, reported or kept, not even that it was so.
 */
export type Crisis = 'violence' | 'suicide';

/** Longer than anything Telegram lets a person send in one message. */
const longestUnits = 4096;

/** Null for nearly everything people write. Both languages are looked at, since people mix them. */
export function crisisIn(text: string): Crisis | null {
  const said = tidy(text);
  if (about(said) === null) return null;
  return about(figuresOfSpeech.reduce((rest, figure) => rest.replace(figure, ' ~ '), said));
}

function about(said: string): Crisis | null {
  if (suicideWords.some((words) => words.test(said))) return 'suicide';
  return violenceWords.some((words) => words.test(said)) ? 'violence' : null;
}

/** The decision with that line after it. */
export function offerHelp(me: Person, command: PersonCommand, decision: Decision, given: Given): Decision {
  const found = given.hasOfferedHelp ? null : crisisIn(wordsOf(command));
  return found === null
    ? decision
    : [...saidAsEvents(me, decision), { type: 'helpOffered', person: me.id, about: found }];
}

function wordsOf(command: Command): string {
  if (command.type === 'editSaid') return command.text;
  return command.type === 'say' && command.speech.kind === 'text' ? command.speech.text : '';
}

function tidy(text: string): string {
  return text
    .slice(0, longestUnits)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/[.,;:!?…()\n]/g, ' | ')
    .replace(/[^a-z0-9'|]/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
}
