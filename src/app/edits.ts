import { isRefusal, type Decision, type Event } from '../core/event.js';
import type { Command } from '../core/command.js';
import type { Inbound } from '../store/store.js';

/** Nobody edits further back, and few edit at all. */
const messagesEach = 20;
const peopleMax = 10_000;

/**
 * What became of the messages people sent lately, so that an edit of what was refused counts as said now, and counts
 * once. Only in memory: after a restart commands still work by edit, and words that were refused must be sent again.
 */
export interface Edits {
  /** An edit as what it asks: what it says now, or a change of what was taken. */
  read(inbound: Inbound): Inbound;
  note(inbound: Inbound, decision: Decision): void;
}

/** `words` were taken; anything else names the command that was carried out. */
type Fate = string;
const refused: Fate = 'refused';
const words: Fate = 'words';

export function createEdits(): Edits {
  const fates = new Map<string, Map<number, Fate>>();
  const editOf = new WeakMap<Inbound, number>();

  function remember(address: string, messageId: number, fate: Fate): void {
    const own = fates.get(address) ?? new Map<number, Fate>();
    own.delete(messageId);
    own.set(messageId, fate);
    dropOldest(own, messagesEach);
    fates.delete(address);
    fates.set(address, own);
    dropOldest(fates, peopleMax);
  }

  return {
    read(inbound) {
      const { origin, command } = inbound;
      if (origin.from !== 'address' || command.type !== 'editSaid' || command.now === undefined) return inbound;
      const fate = fates.get(origin.address)?.get(command.messageId);
      if (!counts(command.now, fate)) return inbound;
      const said: Inbound = { ...inbound, command: command.now };
      editOf.set(said, command.messageId);
      return said;
    },
    note(inbound, decision) {
      const { origin, command } = inbound;
      const edited = editOf.get(inbound);
      const messageId = edited ?? inbound.ownMessageId;
      if (origin.from !== 'address' || messageId === null || command.type === 'press') return;
      const isLost = wasRefused(command, decision);
      // Words that were taken stay taken, whatever an edit asked for in vain.
      if (isLost && fates.get(origin.address)?.get(messageId) === words) return;
      remember(origin.address, messageId, isLost ? refused : nameOf(command));
    },
  };
}

/** A command counts wherever it was not carried out already; words and codes where they came to nothing. */
function counts(now: Command, fate: Fate | undefined): boolean {
  return now.type === 'say' ? fate === refused : fate !== nameOf(now);
}

function nameOf(command: Command): Fate {
  if (command.type === 'say') return command.code ?? words;
  const { code, about, view } = command as { code?: string | null; about?: string; view?: string };
  return [command.type, code, about, view].join(' ');
}

/** Whether nothing at all came of it. */
function wasRefused(command: Command, decision: Decision): boolean {
  if (isRefusal(decision)) return true;
  const isSaid = command.type === 'say';
  return (isSaid && decision.length === 0) || decision.some((event) => cameToNothing(event, isSaid));
}

function cameToNothing({ type }: Event, isSaid: boolean): boolean {
  if (type === 'refused' || type === 'guessedWrong') return true;
  return isSaid && (type === 'breatherHushed' || type === 'termsChanged' || type === 'commandOffered');
}

/** Whether one changes what the other said, or changed. */
export function isEditOf({ origin, command }: Inbound, earlier: Inbound): boolean {
  if (command.type !== 'editSaid' || origin.from !== 'address' || earlier.origin.from !== 'address') return false;
  if (origin.address !== earlier.origin.address) return false;
  const before = earlier.command.type === 'editSaid' ? earlier.command.messageId : earlier.ownMessageId;
  return before === command.messageId;
}

function dropOldest<K, V>(of: Map<K, V>, max: number): void {
  const [oldest] = of.keys();
  if (of.size > max && oldest !== undefined) of.delete(oldest);
}
