import { spelledOut } from './crisis-spelling.js';
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

/** Null for nearly everything people write. What has been offered already is not found again, so that it hides nothing else. */
export function crisisIn(text: string, offered: readonly Crisis[] = []): Crisis | null {
  const said = spelledOut(text.slice(0, longestUnits));
  if (about(said, offered) === null) return null;
  return about(
    figuresOfSpeech.reduce((rest, figure) => rest.replace(figure, ' ~ '), said).replace(/ +/g, ' '),
    offered,
  );
}

function about(said: string, offered: readonly Crisis[]): Crisis | null {
  const isFound = (crisis: Crisis, list: readonly RegExp[]): boolean =>
    !offered.includes(crisis) && list.some((words) => words.test(said));
  if (isFound('suicide', suicideWords)) return 'suicide';
  return isFound('violence', violenceWords) ? 'violence' : null;
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
