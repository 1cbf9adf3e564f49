import type { Phone } from '../phone.js';
import { minuteMs, press, pressAny, pressData, sayWord, secondMs, text, type Hands, type Somebody } from './hands.js';

/** Two people who walk a path to its end: each sits down with the phone several times a day and does whatever it asks. */

const hourMs = 60 * minuteMs;
const tapEveryMs = 8 * secondMs;
/** A sheet of thirty rows is done in one sitting. */
const tapsInSitting = 70;
/** From ten in the morning, where the day begins: within the waking hours, also after the question of the evening. */
const sittingsAtMs = [25 * minuteMs, 5 * hourMs, 11 * hourMs];
const betweenThemMs = 12 * minuteMs;

/** A breather that both come back from, and a listening round to its end: before them no path with deeper steps is there. */
export function practises(hands: Hands, one: Somebody, other: Somebody): void {
  const at = atTimes(hands);
  const both = [one, other];
  at(0, () => {
    text(hands, one, '/adempauze');
  });
  at(10 * secondMs, () => {
    press(hands, one, 'breathFor');
  });
  // Whatever it was agreed to last: who is back twice is back once.
  for (const [index, who] of both.entries()) {
    for (const round of [0, 1, 2, 3]) {
      at((45 + 20 * round + index) * minuteMs, () => {
        press(hands, who, 'breathBack');
      });
      at((48 + 20 * round + index) * minuteMs, () => {
        press(hands, who, 'breathChoice', 1);
      });
    }
  }
  at(4 * hourMs, () => {
    text(hands, one, '/luister');
  });
  at(4 * hourMs + 10 * secondMs, () => {
    press(hands, one, 'listenInvite', 1);
  });
  at(4 * hourMs + minuteMs, () => {
    press(hands, other, 'listenNow');
  });
  for (let turn = 0; turn < 12; turn += 1) {
    for (const [index, who] of both.entries()) {
      at(4 * hourMs + (2 + 2 * turn + index) * minuteMs, () => {
        pressAny(hands, who, 0, ['listenOption', 'listenDone', 'listenReady']);
      });
    }
  }
}

/** Both would like this path, with deeper questions on, and one of them begins it. */
export function wantsPath(hands: Hands, one: Somebody, other: Somebody, path: string): void {
  const at = atTimes(hands);
  for (const [index, who] of [one, other].entries()) {
    at(index * minuteMs, () => {
      pressData(hands, who, 'canSayNo::0:yes');
    });
    at((3 + index) * minuteMs, () => {
      pressData(hands, who, `wishPath::0:${path}`);
    });
  }
  at(6 * minuteMs, () => {
    press(hands, one, 'beginPath');
  });
}

/** A day on it: one of them goes a step further, and both answer whatever there is. */
export function walksForADay(hands: Hands, one: Somebody, other: Somebody, path: string): void {
  const at = atTimes(hands);
  at(15 * minuteMs, () => {
    pressData(hands, one, `nextStep::0:${path}`);
  });
  answersForADay(hands, one, other);
}

export function answersForADay(hands: Hands, one: Somebody, other: Somebody): void {
  const at = atTimes(hands);
  for (const [index, who] of [one, other].entries()) {
    for (const sittingMs of sittingsAtMs) {
      for (let tap = 0; tap < tapsInSitting; tap += 1) {
        at(sittingMs + index * betweenThemMs + tap * tapEveryMs, () => {
          doesNext(hands, who, tap);
        });
      }
    }
  }
}

const atTimes =
  ({ timeline }: Hands) =>
  (delayMs: number, run: () => void) => {
    timeline.after(delayMs, run);
  };

/** What a thumb would do next: say yes, open, fill in a row, say words, choose, seal. Nothing where nothing is asked. */
function doesNext(hands: Hands, who: Somebody, tap: number): void {
  const phone = hands.telegram.phoneOf(who.id);
  const first = (['openYes', 'openPrompt'] as const).find((name) => phone.newest(name) !== null);
  if (first !== undefined) press(hands, who, first);
  else if (phone.newest('rowPass') !== null) fillsRow(hands, who, tap);
  else if (isLeftToSay(phone)) sayWord(hands, who);
  else if (phone.newest('sealChosen') !== null) chooses(hands, who, tap);
  else if (phone.newest('seal') !== null) press(hands, who, 'seal');
  else if (phone.newest('fillIn') !== null) press(hands, who, 'fillIn');
  else if (phone.newest('pick') !== null) press(hands, who, 'pick');
  else if (phone.newest('group') !== null) press(hands, who, 'group');
  else if (phone.newest('else') !== null) sayWord(hands, who);
}

/** A row with words to tap, or a sentence to finish. */
function fillsRow(hands: Hands, who: Somebody, tap: number): void {
  const phone = hands.telegram.phoneOf(who.id);
  const isTapped = phone.newest('row')?.message.id === phone.newest('rowPass')?.message.id;
  if (isTapped) press(hands, who, 'row', tap);
  else sayWord(hands, who);
}

/** A stem with gaps left: its card has a way to the next line, or nothing yet to seal. */
function isLeftToSay(phone: Phone): boolean {
  const card = phone.newest('restart')?.message ?? phone.newest('sealChosen')?.message;
  if (card === undefined) return false;
  const has = (name: string) => card.buttons.some((data) => data.startsWith(`${name}:`));
  return has('skipLine') || !(has('seal') || has('sealChosen'));
}

/** Tries to seal, and marks one more in between: how many have to be, the file says. */
function chooses(hands: Hands, who: Somebody, tap: number): void {
  const card = hands.telegram.phoneOf(who.id).newest('sealChosen')?.message;
  const off = card?.buttons.find((data) => /^toggleLine:\w+:1:/.test(data));
  if (tap % 2 === 0 || off === undefined) press(hands, who, 'sealChosen');
  else pressData(hands, who, off);
}
