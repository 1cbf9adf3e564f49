import { describe, expect, test } from 'vitest';
import { nl } from '../../src/texts/nl/nl.js';
import { house } from './house.js';
import { createOracle } from './oracle/oracle.js';

/**
 * A page that is taken out is gone for both while the two are a couple; after that whoever takes it out takes only their
 * own half. The oracle went by what the page had last shown, which may have been before the couple ended.
 */

const anne = 1000;
const bram = 1001;
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const about = { ...house, now: 0, zone: 'Europe/Amsterdam' };
const textOf = (said: unknown) => String((said as { text?: string }).text ?? said);
const paired = textOf(nl.say.paired({ partner: 'Anne' }, about));
const noAnswer = { state: 'sealed', pieces: [], picks: [], step: 0 } as const;
const side = { answer: noAnswer, isClosed: false };
const revealed = textOf(nl.say.revealed({ scenario: '', own: side, partner: side, partnerName: 'Bram' }, about));
const ended = textOf(nl.say.unpairedSelf({ partner: 'Anne' }, about));
const [asked = ''] = textOf(
  nl.say.prompt(
    {
      ...{ scenario: '', example: 0, isFirst: true, step: null, shows: null, partnerName: 'Anne' },
      agreed: { scenario: '', own: noAnswer, partner: noAnswer },
    },
    about,
  ),
).split('\n');
const bothHalves = 'w1001x1w w1000x1w';
const annesHalf = 'w1000x1w';

/** Anne and Bram are a couple, and Bram has a page before him with both halves. */
function pageShown() {
  let now = Date.parse('2026-11-16T19:00Z');
  let updates = 0;
  const oracle = createOracle({ now: () => now });
  const step = Math.floor(now / 1000).toString(36);
  const press = (person: number, data: string) => {
    updates += 1;
    oracle.handed({ update_id: updates, callback_query: { id: String(updates), from: { id: person }, data } }, now);
  };
  const comes = (chat: number, text: string, buttons: readonly string[] = []) => {
    const call = { at: now, chat, method: 'sendMessage', params: {}, text, buttons, isSilent: false };
    oracle.called(call);
    oracle.delivered(call, null);
  };
  const passes = (ms: number) => {
    now += ms;
  };
  const reads = (person: number, text: string) => {
    comes(person, text, [`removePage:r1:${step}:all`]);
  };
  comes(anne, 't.me/x?start=ABCDEF');
  press(bram, 'agree:ABCDEF:0:');
  comes(bram, paired, ['undoPairing::0:']);
  for (const who of [anne, bram]) press(who, 'seal:r1:1:');
  for (const who of [anne, bram]) comes(who, `${revealed}\n${bothHalves}`, ['thank:r1:0:']);
  reads(bram, bothHalves);
  return {
    passes,
    takesOut: () => {
      press(bram, `removePageNow:r1:${step}:all`);
    },
    unpairs: () => {
      press(bram, 'unpair::0:');
    },
    wouldKeep: (...people: readonly number[]) => {
      for (const who of people) press(who, `keepPage:r1:${step}:all`);
    },
    whenBramIsAskedAgain: () => {
      comes(bram, `${asked}\n${bothHalves}`);
      return oracle.breach()?.what ?? null;
    },
    hearsOfTheEnd: () => {
      comes(bram, ended);
    },
    whenAnneReads: (text: string) => {
      reads(anne, text);
      return oracle.breach()?.what ?? null;
    },
  };
}

describe('a page that is taken out', () => {
  test.each([annesHalf, bothHalves])('of a couple may be read by neither from then on: %s', (text) => {
    const { takesOut, passes, whenAnneReads } = pageShown();
    takesOut();
    passes(21 * minuteMs);
    expect(whenAnneReads(text)).toBe('r1 was taken out, and is read');
  });

  test('of a couple stays gone, also when the two part later', () => {
    const { takesOut, unpairs, hearsOfTheEnd, passes, whenAnneReads } = pageShown();
    takesOut();
    passes(21 * minuteMs);
    unpairs();
    hearsOfTheEnd();
    expect(whenAnneReads(annesHalf)).toBe('r1 was taken out, and is read');
  });

  test('after the couple ended is still read by the other: their own half', () => {
    const { takesOut, unpairs, hearsOfTheEnd, passes, whenAnneReads } = pageShown();
    unpairs();
    hearsOfTheEnd();
    passes(10 * dayMs);
    takesOut();
    passes(dayMs);
    expect(whenAnneReads(annesHalf)).toBe(null);
  });

  test('while the end was on its way is still read by the other', () => {
    const { takesOut, unpairs, hearsOfTheEnd, passes, whenAnneReads } = pageShown();
    unpairs();
    takesOut();
    passes(minuteMs);
    hearsOfTheEnd();
    passes(dayMs);
    expect(whenAnneReads(annesHalf)).toBe(null);
  });

  test('when its time for two is over is still read by the other', () => {
    const { takesOut, passes, whenAnneReads } = pageShown();
    passes(181 * dayMs);
    takesOut();
    passes(dayMs);
    expect(whenAnneReads(annesHalf)).toBe(null);
  });
});

describe('what is asked after again', () => {
  test('is of a page that both would keep', () => {
    const { wouldKeep, passes, whenBramIsAskedAgain } = pageShown();
    wouldKeep(anne, bram);
    passes(14 * dayMs);
    expect(whenBramIsAskedAgain()).toBe(null);
  });

  test.each([[[]], [[bram]], [[anne]]])('is nothing that %j alone would keep', (people) => {
    const { wouldKeep, passes, whenBramIsAskedAgain } = pageShown();
    wouldKeep(...people);
    passes(14 * dayMs);
    expect(whenBramIsAskedAgain()).toBe('w1000x1w is asked after, and one of the two does not keep it');
  });

  test('is nothing that was taken out', () => {
    const { wouldKeep, takesOut, passes, whenBramIsAskedAgain } = pageShown();
    wouldKeep(anne, bram);
    takesOut();
    passes(14 * dayMs);
    expect(whenBramIsAskedAgain()).toBe('w1000x1w was taken out, and is asked after');
  });
});
