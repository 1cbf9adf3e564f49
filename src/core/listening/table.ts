import type { ListeningPhase } from './scene.js';

/**
 * The whole of a listening round as one table: in each phase, what each may do and where that can lead. What has no
 * cell here cannot be done; what a cell does stands in moves.ts under its name.
 */

/** Before and between turns the two are starter and guest; within one, whoever holds the pen, and the other. */
export type ListeningRole = 'starter' | 'guest' | 'pen' | 'other';

export const listeningCommands = [
  'now',
  'later',
  'notNow',
  'recall',
  'cancel',
  'ready',
  'say',
  'done',
  'restart',
  'takeBack',
  'option',
  'pick',
  'group',
  'signal',
  'swap',
  'goOn',
  'letGo',
] as const;
export type ListeningCommand = (typeof listeningCommands)[number];

export type MoveName =
  | 'accept'
  | 'chooseHour'
  | 'decline'
  | 'recall'
  | 'cancel'
  | 'beThere'
  | 'write'
  | 'takeNote'
  | 'finish'
  | 'clear'
  | 'takeBack'
  | 'takeOption'
  | 'pickFeeling'
  | 'openGroup'
  | 'signal'
  | 'wishSwap'
  | 'wishOn'
  | 'letGo';

export interface Cell {
  readonly move: MoveName;
  /** Every phase it can lead to; `over` is the end. */
  readonly to: readonly (ListeningPhase | 'over')[];
}

type Row = { readonly [C in ListeningCommand]?: { readonly [R in ListeningRole]?: Cell } };

/** Where a step leads once its pen-holder is through with it. */
const onward = ['step', 'together', 'swap', 'over'] as const;

const cell = (move: MoveName, ...to: Cell['to']): Cell => ({ move, to });
const each = (one: Cell): { readonly starter: Cell; readonly guest: Cell } => ({ starter: one, guest: one });

export const listeningTable: Readonly<Record<ListeningPhase, Row>> = {
  invited: {
    now: { guest: cell('accept', 'ready') },
    later: { guest: cell('chooseHour', 'invited', 'scheduled') },
    notNow: { guest: cell('decline', 'invited') },
    recall: { starter: cell('recall', 'over') },
  },
  scheduled: {
    cancel: each(cell('cancel', 'parked', 'over')),
  },
  ready: {
    ready: each(cell('beThere', 'ready', 'step', 'together', 'swap')),
  },
  step: {
    say: { pen: cell('write', 'step'), other: cell('takeNote', 'step') },
    done: { pen: cell('finish', 'held', ...onward) },
    restart: { pen: cell('clear', 'step') },
    option: { pen: cell('takeOption', 'held', ...onward) },
    pick: { pen: cell('pickFeeling', 'step') },
    group: { pen: cell('openGroup', 'step') },
    signal: { other: cell('signal', 'step') },
  },
  together: {
    say: { pen: cell('write', 'together') },
    done: { pen: cell('finish', 'together', 'held', 'step', 'swap', 'over') },
    restart: { pen: cell('clear', 'together') },
    takeBack: { pen: cell('takeBack', 'together') },
  },
  held: {
    say: { pen: cell('write', 'step', 'together'), other: cell('takeNote', 'held') },
    takeBack: { pen: cell('takeBack', 'step', 'together') },
    signal: { other: cell('signal', 'held') },
  },
  swap: {
    swap: each(cell('wishSwap', 'swap', 'step', 'together', 'scheduled', 'over')),
  },
  parked: {
    goOn: each(cell('wishOn', 'parked', 'ready')),
    later: each(cell('chooseHour', 'parked', 'scheduled')),
    letGo: each(cell('letGo', 'parked')),
  },
  // A breather has rules of its own, and is looked at before this table.
  paused: {},
};
