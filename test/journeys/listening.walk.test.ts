import { describe, test } from 'vitest';
import {
  bothAreDone,
  breathes,
  chooses,
  crashes,
  doNotSwap,
  drafts,
  feels,
  isAway,
  isPutDown,
  only,
  sends,
  tells,
  walks,
  write,
  type Walk,
} from '../support/listening-walk.js';
import { everyCoupleOnASunday } from '../support/sunday.js';

/** Every way of listening that ships whole, by messages and on one sofa, and what may come in between. */

const week = { nl: 'Het was een lange week.', en: 'It was a long week.' };
const evenings = { nl: 'Ik mis onze avonden.', en: 'I miss our evenings.' };
const saidBack = { nl: 'Je mist de avonden samen.', en: 'You miss being together at night.' };
const talking = { nl: 'Vooral het praten.', en: 'The talking most of all.' };
const talkingBack = { nl: 'Je mist vooral het praten.', en: 'What you miss most is the talking.' };
const follow = { nl: 'Dat kan ik volgen.', en: 'That makes sense to me.' };
const sad = { nl: 'verdrietig', en: 'sad' };
const lonely = { nl: 'eenzaam', en: 'lonely' };
const annes = { nl: 'Lieve Bram, ik ben trots.', en: 'Dear Bram, I am proud.' };
const brams = { nl: 'Lieve Anne, ik ben blij.', en: 'Dear Anne, I am glad.' };

const allWalks: readonly Walk[] = [
  {
    protocol: 'alleen-luisteren',
    pace: 'apart',
    steps: [
      ['vertel', drafts(week), only('nl', crashes), sends(week)],
      ['dank', breathes, chooses('dank')],
    ],
  },
  {
    protocol: 'alleen-luisteren',
    pace: 'live',
    steps: [
      ['vertel', isPutDown, tells(week)],
      ['dank', chooses('knuffel')],
    ],
  },
  {
    protocol: 'spiegelen',
    pace: 'apart',
    steps: [
      ['vertel', tells(evenings)],
      ['spiegel', only('en', isAway), tells(saidBack)],
      ['klopt', isPutDown, chooses('bijna', talking)],
      ['spiegel', tells(talkingBack)],
      ['klopt', chooses('ja')],
      ['begrijp', breathes, tells(follow)],
      ['voel', feels(sad, lonely)],
      ['bevestig', chooses('raakt'), doNotSwap],
    ],
  },
  {
    protocol: 'spiegelen',
    pace: 'live',
    steps: [
      ['vertel', tells(evenings)],
      ['spiegel', only('nl', crashes), tells(saidBack)],
      ['klopt', chooses('meer')],
      ['vertel', tells(talking)],
      ['spiegel', isPutDown, tells(talkingBack)],
      ['klopt', chooses('ja')],
      ['begrijp', tells(follow)],
      ['voel', breathes, feels(sad, lonely)],
      ['bevestig', chooses('deels'), doNotSwap],
    ],
  },
  {
    protocol: 'tien-en-tien',
    pace: 'apart',
    steps: [
      ['brief', write(annes, brams, only('en', crashes))],
      ['praat', isPutDown, bothAreDone],
    ],
  },
  {
    protocol: 'tien-en-tien',
    pace: 'live',
    steps: [
      ['brief', isPutDown, write(annes, brams)],
      ['praat', breathes, bothAreDone],
    ],
  },
];

describe('a listening round, from /luister to the last word', () => {
  const couple = everyCoupleOnASunday();

  describe.each(['nl', 'en'] as const)('in %s', (language) => {
    test.each(allWalks)('$protocol, $pace', async (walk) => {
      await walks(await couple(language), language, walk);
    });
  });
});
