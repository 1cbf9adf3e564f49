import {
  codeOf,
  message,
  press,
  pressAny,
  pressData,
  secondMs,
  text,
  type Deed,
  type Hands,
  type Somebody,
} from './hands.js';

/** How people begin, look around and set things as they like them. */

const cities = ['Gent', 'New York', 'Auckland', 'Tokyo', 'Honolulu', 'Lisboa', 'Utrecht', 'Nergenshuizen'];
const hours = ['20:00', '7 uur', '12.30', 'half negen', '23:30', 'geen idee', '18:15', '02:30'];

export const settling = {
  pairs: (hands, who) => {
    const code = codeOf(hands.telegram.phoneOf(who.partner));
    if (code === null) {
      if (who.id < who.partner) starts(hands, who, '/start');
      return;
    }
    starts(hands, who, `/start ${code}`);
  },
  starts: (hands, who) => {
    starts(hands, who, '/start');
  },
  'looks around': (hands, who, n) => {
    const words = ['/hulp', '/help', '/privacy', '/instellingen', '/ritme', '/start', '/uitnodigen', '/onzin'];
    text(hands, who, words[n % words.length] ?? '');
  },
  'says a word': (hands, who, n) => {
    text(hands, who, ['ok', 'later', 'stop', 'hulp', 'pauze'][n % 5] ?? '');
  },
  'sets something': (hands, who, n) => {
    text(hands, who, '/ritme');
    hands.timeline.after(6 * secondMs, () => {
      press(hands, who, 'settings', n);
    });
    hands.timeline.after(12 * secondMs, () => {
      pressAny(hands, who, n >> 3, ['days', 'hour', 'quiet', 'holiday', 'reminder', 'type', 'settings']);
    });
    hands.timeline.after(18 * secondMs, () => {
      if (n % 3 === 0) text(hands, who, hours[n % hours.length] ?? '');
    });
  },
  moves: (hands, who, n) => {
    press(hands, who, 'otherZone');
    hands.timeline.after(6 * secondMs, () => {
      if (n % 4 === 0) message(hands, who, { location: { latitude: -36.8 + (n % 80), longitude: 174 - (n % 300) } });
      else text(hands, who, cities[n % cities.length] ?? '');
    });
  },
  'sets something shared': (hands, who, n) => {
    text(hands, who, '/instellingen');
    hands.timeline.after(6 * secondMs, () => {
      pressAny(hands, who, n, ['openingHour', 'deeper', 'apart', 'together', 'chooseNext', 'speak']);
    });
    hands.timeline.after(12 * secondMs, () => {
      pressAny(hands, who, n, ['setOpeningHour', 'canSayNo', 'notDeeper', 'pickNext', 'wouldHelp']);
    });
  },
  /** Every view of the card, so that any of it can be changed with one tap. */
  'opens all settings': (hands, who) => {
    text(hands, who, '/instellingen');
    for (const [index, view] of ['keeping', 'rhythm', 'quiet', 'days', 'hour', 'holiday'].entries()) {
      hands.timeline.after((index + 1) * 3 * secondMs, () => {
        const shown = hands.telegram.phoneOf(who.id).everyButton.findLast((data) => data === `settings::0:${view}`);
        if (shown !== undefined) pressData(hands, who, shown);
      });
    }
  },
  'wants one a day': (hands, who) => {
    text(hands, who, '/ritme');
    hands.timeline.after(6 * secondMs, () => {
      press(hands, who, 'settings', 'settings::0:days');
    });
    hands.timeline.after(12 * secondMs, () => {
      press(hands, who, 'days', 'days::0:daily');
    });
  },
  'opens a link that lies about': (hands, who, n) => {
    const code = codeOf(hands.telegram.phoneOf(1000 + (n % 16)));
    if (code !== null) starts(hands, who, `/start ${code}`);
  },
  guesses: (hands, who, n) => {
    const other = codeOf(hands.telegram.phoneOf(1001 + (n % 40)));
    starts(hands, who, `/start ${n % 3 === 0 && other !== null ? other : `ABCDEF${String(100000 + (n % 900000))}`}`);
  },
} satisfies Readonly<Record<string, Deed>>;

function starts(hands: Hands, who: Somebody, line: string): void {
  text(hands, who, line);
  hands.timeline.after(7 * secondMs, () => {
    press(hands, who, 'agree');
    press(hands, who, 'pairUp');
  });
}
