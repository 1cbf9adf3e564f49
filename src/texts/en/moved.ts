import type { MovedSayParams } from '../../core/moved/say.js';
import type { Says } from '../texts.js';
import { dayAndClock } from '../when.js';

/** In English: the bot goes on elsewhere, as another bot or with a copy of an earlier moment. */

export const movedSay: Says<keyof MovedSayParams> = {
  voiceLost: ({ partner, isPhoto }) =>
    isPhoto
      ? `I can no longer show a photo from ${partner}. I’ll ask ${partner} for another one, or for words.`
      : `I can no longer play a voice message from ${partner}. I’ll ask ${partner} whether typing works.`,
  ownVoiceLost: ({ partner, isPhoto }) =>
    isPhoto
      ? `A photo of yours never reached ${partner}: I can’t get at it any more. Would you say what’s in it?`
      : `A voice message of yours never reached ${partner}: I can’t get at it any more. Would you type it?`,
  botChanged: ({ partner }, { botUsername }) =>
    [
      'I’ve moved: from now on this is our chat. I still have what you wrote and how you set things up. Only voice messages and photos that hadn’t opened yet can no longer be passed on.',
      ...(partner === null
        ? []
        : [`${partner} has to tap Start here once too. Will you pass this on? https://t.me/${botUsername}`]),
    ].join('\n\n'),
  restored: ({ from }, about) =>
    `Something went wrong, and I’m now working from a copy${from === null ? ' of some time ago' : ` from ${dayAndClock(from, 'en', about.zone)}`}. I no longer know what you sent after that. Is there still a question? Then send your answer again. /question shows it once more.`,
};
