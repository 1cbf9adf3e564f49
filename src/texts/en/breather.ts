import type { BreatherSayParams } from '../../core/breather/say.js';
import { bold } from '../../telegram/format.js';
import { covered, lines, paragraphs } from '../answer.js';
import type { Labels, Says } from '../texts.js';
import { soon, until } from '../when.js';

/** A breather in English. Calm, short, without blame; nothing says who asked for more time or who stayed away. */

const language = 'en';

/** What a breather does not reach. */
const roomGoesOn = ' I can’t close your room. Feel free to mute it for as long.';
const offer =
  'Would you like to come back to it calmly later? Pick a time. It counts once you’ve both picked one, and then the later of the two.';

export const breatherLabels = {
  callBreather: 'Take a breather',
  askBreather: 'Take a breather',
  beginBreather: 'Yes, start',
  noBreather: 'Not now',
  m20: '20 minutes',
  m30: '30 minutes',
  m60: '1 hour',
  tonight: 'Tonight 21:00',
  tomorrow: 'Tomorrow 9:00',
  breathe: 'Breathe',
  words: 'In words, please',
  move: 'Move',
  senses: 'Senses',
  music: 'Music',
  nothing: 'Nothing',
  breathLonger: 'I need longer',
  breathUnsafe: 'I don’t feel safe',
  breathBack: 'I’m back',
  breathMore: 'A little longer',
  breathNotToday: 'Not today',
  letRest: 'Let it rest',
  oneLine: 'One line each, opened together',
  talkNow: 'Keep talking',
  breathSeal: 'Seal',
  morning: 'Tomorrow 10:00',
  evening: 'Tomorrow 20:00',
} satisfies Labels;

export const breatherSay: Says<keyof BreatherSayParams> = {
  breatherAsked: () => 'A breather for both of you. Start it now?',
  breatherBegan: (said, about) =>
    `You two have a breather until ${until(said.until, language, about)}. Then I’ll ask you both how you are. How long would you like? If you don’t choose, it stays at half an hour.${said.hasRoom === true ? roomGoesOn : ''}`,
  breatherCalled: ({ caller, ...said }, about) =>
    `${caller} is taking a breather, until ${until(said.until, language, about)}. Then I’ll ask you both how you are.${said.hasRoom === true ? roomGoesOn : ''}`,
  breatherRest: (said, about) =>
    `Time out until ${until(said.until, language, about)}. Then I’ll ask you both how you are. Meanwhile, do something that calms you. Try to let the conversation go for now, in other apps too.`,
  breatherMoved: (said, about) =>
    `There’s more time, until ${until(said.until, language, about)}. Then I’ll ask you both how you are.`,
  breatherTimes: () => 'How much longer?',
  breatherTip: ({ tip }) =>
    ({
      words:
        'Breathe in and count to four. Breathe out and count to six. A few minutes is enough. If it makes you restless, choose something else.',
      move: 'Walk around the block, or stretch. Gently, it needn’t become exercise. Leave the phone at home. Better not to drive.',
      senses:
        'Put your feet on the floor. Name five things you see, four you feel, three you hear, two you smell and one you taste.',
      music: 'Put on music that calms you. One song, or a whole album. Listening is enough.',
      nothing: 'Nothing is fine too. Sit or lie down. It needn’t be about anything for a while.',
    })[tip],
  breathingPicture: () => 'Breathe in while the circle grows, for four. Breathe out while it shrinks, for six.',
  breatherHush: ({ partner, ...said }, about) =>
    `This doesn’t go to ${partner}. I won’t keep what you type until ${until(said.until, language, about)}.`,
  breatherLeft: () => 'For you this breather is over. You don’t have to come back, and I won’t tell anyone about it.',
  breatherReturn: ({ canExtend }) =>
    `The time is up. How are you now? Coming back just means being in touch again. The conversation itself can wait until tomorrow.${canExtend ? '' : ' There’s no more time to give. Leaving it for today is fine.'}`,
  breatherBackNoted: () => 'Good that you’re here. You’ll hear what happens next within half an hour.',
  breatherNotToday: () => paragraphs('That’s fine. Nothing more needs to happen today.', offer),
  breatherChoice: () =>
    'You’re both back. What now? Choose for yourselves: if you choose differently, the calmer choice counts, and I won’t say whose it was.',
  breatherChoiceNoted: () => 'Noted. You’ll hear within half an hour.',
  breatherLineAsked: () =>
    'One line each: how you feel, and what you’d like now. Type it here. Both lines open once you’ve both sealed.',
  breatherLine: ({ line }) =>
    paragraphs(
      lines('This is what your partner will read:', covered(line)),
      'If you type another line, it replaces this one.',
    ),
  breatherLineSealed: ({ line }) =>
    paragraphs('Sealed. Until your lines open you can take yours back with /withdraw.', covered(line)),
  breatherLineTakenBack: () => 'Taken back. Type another line if you like; you don’t have to.',
  breatherOpened: ({ own, partner, partnerName }) =>
    paragraphs(
      'Your lines are open.',
      lines(bold('You'), covered(own)),
      lines(bold(partnerName), covered(partner)),
      'The breather is over. You can keep talking calmly, or just be quiet together.',
    ),
  breatherRested: () =>
    'You’re letting it rest. The breather is over, and nothing needs to happen now. Any line that didn’t open has been erased.',
  breatherOver: ({ hadCameBack }) =>
    paragraphs(
      hadCameBack
        ? 'The time is over. You don’t have to wait. Do something for yourself, or call someone you feel at ease with.'
        : 'The time is over. Nothing more needs to happen today.',
      offer,
    ),
  momentPicked: ({ at }, about) =>
    `Noted: ${soon(at, language, about)}. It counts once you’ve both picked a time; then you’ll hear.`,
  momentAgreed: ({ at }, about) =>
    `You’ll both come back to it ${soon(at, language, about)}. Until then nothing needs to happen.`,
  momentCame: () =>
    'This is the time the two of you picked. Start small: what do you notice, and what would you like? If it gets too much: /breather.',
};
