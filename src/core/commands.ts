import type { Command } from './command.js';

/** Every command there is, one row each. What is not listed does not compile. */

/** A sign that somebody is there. */
interface Asked {
  readonly from: 'person';
  /** Neither a breather nor a listening round stands in its way. */
  readonly passes: boolean;
  /** Leaving, taking back, rest, help and information: also for whoever has stopped, or agreed to earlier terms only. */
  readonly wayOut: boolean | 'by-button';
  /** What asks for no answer gets none where it cannot be done. */
  readonly isUnasked?: true;
  /** Nothing of it is done for somebody who has not agreed to the terms. */
  readonly needsConsent?: true;
}

/** Nothing that anybody did: what Telegram, the courier, the start or the clock reports. */
interface Reported {
  readonly from: 'telegram' | 'group' | 'courier' | 'start' | 'clock';
}

export const commands = {
  start: { from: 'person', passes: false, wayOut: true },
  say: { from: 'person', passes: false, wayOut: false },
  editSaid: { from: 'person', passes: false, wayOut: false, isUnasked: true },
  press: { from: 'person', passes: false, wayOut: 'by-button' },
  pressUnknown: { from: 'person', passes: true, wayOut: true },
  heart: { from: 'person', passes: false, wayOut: false, isUnasked: true },
  showInvite: { from: 'person', passes: true, wayOut: false, needsConsent: true },
  listen: { from: 'person', passes: false, wayOut: false, needsConsent: true },
  showPaths: { from: 'person', passes: true, wayOut: false, needsConsent: true },
  appreciate: { from: 'person', passes: false, wayOut: false, needsConsent: true },
  askQuestion: { from: 'person', passes: false, wayOut: false, needsConsent: true },
  showBook: { from: 'person', passes: true, wayOut: false, needsConsent: true },
  showSettings: { from: 'person', passes: true, wayOut: false, needsConsent: true },
  shareZone: { from: 'person', passes: true, wayOut: false },
  withdraw: { from: 'person', passes: false, wayOut: true, needsConsent: true },
  callBreather: { from: 'person', passes: true, wayOut: true, needsConsent: true },
  stop: { from: 'person', passes: true, wayOut: true },
  erase: { from: 'person', passes: true, wayOut: true },
  exportData: { from: 'person', passes: true, wayOut: true },
  inform: { from: 'person', passes: true, wayOut: true },
  unknownCommand: { from: 'person', passes: true, wayOut: true },
  tooFast: { from: 'person', passes: true, wayOut: true },
  sendUnsupported: { from: 'person', passes: false, wayOut: false },
  sendPhoto: { from: 'person', passes: false, wayOut: false },
  sendMore: { from: 'person', passes: true, wayOut: true },
  passInvite: { from: 'person', passes: true, wayOut: false },
  showRoom: { from: 'person', passes: true, wayOut: false, needsConsent: true },
  roomAdded: { from: 'person', passes: true, wayOut: false, isUnasked: true },
  roomNews: { from: 'group' },
  roomMigrated: { from: 'group' },
  roomChecked: { from: 'courier' },
  roomArrived: { from: 'courier' },
  roomLost: { from: 'courier' },
  roomsEnded: { from: 'start' },
  block: { from: 'telegram' },
  unblock: { from: 'telegram' },
  unreachable: { from: 'courier' },
  voiceRefused: { from: 'courier' },
  voiceGone: { from: 'courier' },
  botChanged: { from: 'start' },
  restored: { from: 'start' },
  updated: { from: 'start' },
  wake: { from: 'clock' },
  comeBack: { from: 'clock' },
  openHouse: { from: 'start' },
} as const satisfies { readonly [Type in Command['type']]: Asked | Reported };

type Rows = typeof commands;
type Where<Column extends string, Value> = {
  readonly [Type in keyof Rows]: Rows[Type] extends { readonly [C in Column]: Value } ? Type : never;
}[keyof Rows];

/** What a person asks, rather than the clock or the courier. */
export type PersonCommand = Extract<Command, { type: Where<'from', 'person'> }>;
/** What neither a breather nor a listening round ever stands in the way of. */
type Passing = Extract<PersonCommand, { type: Where<'passes', true> }>;
export type Consented = Extract<PersonCommand, { type: Where<'needsConsent', true> }>;

export function isAlwaysThrough(command: PersonCommand): command is Passing {
  return commands[command.type].passes;
}

export function needsConsent(command: PersonCommand): command is Consented {
  return 'needsConsent' in commands[command.type];
}

/** What asks for no answer gets none. */
export function isUnasked({ type }: PersonCommand): boolean {
  return 'isUnasked' in commands[type];
}

/** Whether somebody did this, so that what follows for them answers it, and shows that they are there. */
export function isDoing({ type }: Command): boolean {
  return commands[type].from === 'person';
}
