import { rowOf } from './buttons.js';
import { type Command } from './command.js';

/** Says that whoever sent it wants to hear nothing more. */
export function isStop(command: Command): boolean {
  return command.type === 'stop' || (command.type === 'press' && command.button.name === 'stop');
}

/** Help and the way out: what somebody is answered even if nothing stored can be read. */
export function asksForNothingStored(command: Command): boolean {
  if (isStop(command) || command.type === 'inform') return true;
  return command.type === 'press' && rowOf(command.button).needsNothing === true;
}

/** Nobody's book, the actor's own, or that of their partner beside it. */
export type BookNeeded = 'none' | 'own' | 'both';

/** Which part of the store a command needs to see. */
export interface Needs {
  /** A code to look up; null when the command carries none. */
  readonly code: string | null;
  /** The couple without members that holds the owner's first link. */
  readonly ownerCouple: boolean;
  readonly book: BookNeeded;
}

export function needs(command: Command): Needs {
  return {
    code: 'code' in command ? command.code : null,
    ownerCouple: command.type === 'openHouse',
    book: bookNeeded(command),
  };
}

function bookNeeded(command: Command): BookNeeded {
  if (command.type === 'exportData') return 'own';
  if (command.type === 'showBook') return 'both';
  return command.type === 'press' ? (rowOf(command.button).needsBook ?? 'none') : 'none';
}
