import { anne, askedCouple, bram, days, time, type Act, type Setting } from '../support/given.js';
import { askedAgain, bothKeep, deck, looksBack } from '../core/agreement/agreements.js';
import { only, overlap, ritualOf } from '../core/prompts.js';
import { seals, withOverlap } from '../core/round/overlaps.js';

/** Lives in which only what both tapped opens, with a ritual, and with an agreement that is asked after; see lives.ts. */

const nextMoment = time.is('2026-11-25T20:00');
const sealedBy = (one: string, other: string): readonly Act[] => [...seals(anne, one), ...seals(bram, other)];
const looked = (how: string): readonly Act[] => [...looksBack(anne, how), ...looksBack(bram, how)];

export const livesOfWhatReturns: readonly Partial<Setting>[] = [
  withOverlap({ acts: [...sealedBy('zee', 'zee'), nextMoment] }),
  withOverlap({ acts: [...sealedBy('zee', 'koken'), nextMoment] }),
  askedCouple({
    prompts: only(ritualOf('week')),
    acts: [
      ...sealedBy('m_za_m', 'm_za_m'),
      nextMoment,
      anne.taps('ritualYes', { arg: 'm_za_m' }),
      anne.taps('ritualYes', { step: 0 }),
      ...[anne, bram].map((who) => who.taps('ritualYes', { arg: 'm_za_m' })),
      time.passes(days(8)),
    ],
  }),
  askedAgain({ acts: looked('loslaten') }),
  askedAgain({
    acts: [...looked('aanpassen'), time.is('2026-12-09T20:00'), ...bothKeep],
  }),
];

/** What is asked in them. */
export const asksThatReturn = [...deck, overlap, ritualOf('week')];
