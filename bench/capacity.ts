import { noted, shown, type Figure } from './figures.js';

/** What Telegram's limits make of a number of couples. Nothing here is measured: it follows from the four numbers below. */

/** What Telegram sends for nothing, a tenth of the way to what it sends for money, and that. */
const rates = [30, 100, 1000] as const;
/** Of both together, from the question to what was opened, with a draft or two. */
const messagesARound = 12;
const roundsAWeek = 3;
const promptsACouple = 2;
const starsAMessage = 0.1;

const daySeconds = 86_400;
const weekSeconds = 7 * daySeconds;
const crowd = 100_000;

export function capacity(): Promise<readonly Figure[]> {
  return Promise.resolve([
    noted('taken: messages a round, rounds a week', `${shown(messagesARound)}, ${shown(roundsAWeek)}`),
    ...rates.flatMap((rate) => [
      noted(`messages a day, at ${shown(rate)} a second`, shown(rate * daySeconds)),
      noted('couples, if what they do were spread evenly over the week', shown(evenly(rate))),
      noted('couples whose question is due in one evening hour (SPREAD_MINUTES=60)', shown(inAnHour(rate))),
      noted(`until ${shown(crowd)} couples who are due at once have their question`, minutes(rate)),
    ]),
    noted(`Stars a day for ${shown(crowd)} couples, where every message is paid for`, shown(starsADay())),
  ]);
}

function evenly(rate: number): number {
  return Math.floor((rate * weekSeconds) / (messagesARound * roundsAWeek));
}

const inAnHour = (rate: number) => Math.floor((rate * 3600) / promptsACouple);

const minutes = (rate: number) => `${shown(Math.ceil((crowd * promptsACouple) / rate / 60))} minutes`;

const starsADay = () => Math.round((crowd * messagesARound * roundsAWeek * starsAMessage) / 7);
