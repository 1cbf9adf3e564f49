import {
  anne,
  askedCouple,
  bram,
  days,
  hours,
  minutes,
  time,
  type Act,
  type Setting,
  type Someone,
} from '../support/given.js';
import { chooses as choosesForm, given20, gives, withCards } from '../core/postcard/cards.js';
import { only } from '../core/prompts.js';
import { begins, chooses, fillsIn, seals, taps, withSheet } from '../core/round/sheets.js';
import { picks, values } from '../core/round/tapped.js';

/** Lives with postcards, with a sheet, and with words that are drawn; see lives.ts. */

const both = (act: (who: Someone) => readonly Act[]) => [...act(anne), ...act(bram)];

const postcards: readonly Partial<Setting>[] = [
  withCards({
    acts: [
      ...[...given20(anne), bram.taps('postcardThank'), time.passes(days(1))],
      ...[...choosesForm(anne, 'vraagje'), anne.says('Waarom ben je zo stil?'), anne.taps('give')],
      ...[time.passes(minutes(1)), bram.taps('postcardReply', { arg: 'vertel' })],
      ...[bram.says('De zee'), bram.taps('sendReaction'), bram.taps('postcardThank')],
    ],
  }),
  withCards({ acts: [...gives(anne), anne.taps('postcardTakeBack'), anne.taps('postcardRestart')] }),
  withCards({ acts: [...gives(anne), bram.does({ type: 'callBreather' }), time.passes(hours(2))] }),
  withCards({
    acts: [
      ...[bram.does({ type: 'showSettings', view: 'all' }), bram.taps('postcards', { arg: 'off' })],
      ...[...given20(anne), time.passes(days(3))],
    ],
  }),
];

const sheets: readonly Partial<Setting>[] = [
  withSheet({
    acts: [
      ...[...seals(anne, 'plezier', 'later'), time.passes(minutes(5)), ...fillsIn(bram, 'soms')],
      ...[...chooses(bram, 'plezier', 'later'), anne.taps('leafSheet'), anne.taps('talkAbout', { arg: '1' })],
      ...[anne.taps('listenInvite'), bram.taps('listenNow')],
      ...both((who) => [who.taps('listenReady', { arg: 'calm' })]),
    ],
  }),
  withSheet({
    acts: [
      ...[begins(anne), taps(anne, 'plezier_klein'), anne.says('hoi'), anne.taps('rowBack'), anne.taps('rowPass')],
      ...[time.passes(days(4)), ...seals(bram, 'plezier', 'later'), time.passes(days(35))],
    ],
  }),
];

const drawn = askedCouple({ prompts: only(values), acts: [...picks(anne, 'humor', 'trouw'), ...picks(bram, 'rust')] });

export const livesOfCards: readonly Partial<Setting>[] = [...postcards, ...sheets, drawn];
