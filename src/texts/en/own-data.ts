import type { OwnDataSayParams } from '../../core/own-data/say.js';
import { paragraphs } from '../answer.js';
import type { Labels, Says } from '../texts.js';

/** In English: what is kept, having it sent, having it erased, and whether it may stay. */

export const ownDataLabels = {
  keepingView: 'How long I keep things',
  keep7: 'One week',
  keep30: '30 days',
  keep90: '90 days',
  keep365: 'One year',
  exportData: 'My data',
  exportAll: 'What’s still closed too',
  exportAllNow: 'Yes, send everything',
  eraseData: 'Erase',
  eraseAnswers: 'My answers',
  eraseChat: 'The last 48 hours here',
  eraseEverything: 'Erase everything',
  eraseNow: 'Yes, erase this',
  keepIt: 'Never mind',
  stay: 'Keep it',
} satisfies Labels;

export const keptFor: Readonly<Record<number, string>> = {
  7: 'a week',
  30: '30 days',
  90: '90 days',
  365: 'a year',
};

export const ownDataSay: Says<keyof OwnDataSayParams> = {
  exported: ({ as, data }) =>
    as === 'page'
      ? `${data.scope === 'open' ? 'This is everything of yours that’s already open. I’ll only send what’s still closed, and what you told only me, if you ask once more.' : 'This is everything I keep about you, including what’s still closed.'} Open it in your browser; you don’t need internet for it. What your partner wrote isn’t in it: that belongs to your partner. I’ll take this file out of this chat in five minutes. Save it somewhere else before then.`
      : 'The same data as JSON, for another program.',
  exportAllAsked: () =>
    'This one also includes what your partner doesn’t know: answers that are still closed, notes, and what you set just for yourself. Is nobody looking over your shoulder?',
  eraseAsked: () =>
    'What would you like to erase? First I’ll tell you what you can’t get back. Then you tap once more.',
  eraseExplained: ({ what, partner, hasFolds, hasRoom }) => {
    const folds = hasFolds ? 'What you haven’t opened here yet can’t be opened after that.' : null;
    switch (what) {
      case 'answers':
        return paragraphs(
          'I’ll erase all your own words: what you’re writing now, what is sealed, and what I keep of what was opened. This can’t be undone.',
          partner === null
            ? 'What is in this chat stays in Telegram until you delete it there.'
            : `${partner} won’t be told: a question that was still closed simply stays quiet. What is already open is still in ${partner}’s chat, and here in Telegram as well.`,
          hasRoom === true ? `I’ll take it out of your room, though, and ${String(partner)} can see that.` : null,
          partner === null ? null : 'Pages in your book disappear for both of you, along with their reminders.',
          folds,
        );
      case 'everything':
        return paragraphs(
          'I’ll erase everything: your name, your settings and all your answers, including what is still closed. This can’t be undone.',
          partner === null
            ? 'What is in this chat stays in Telegram until you delete it there yourself. I can take away the last 48 hours, but only before you erase everything.'
            : `${partner} hears only that you’re no longer paired here, and keeps their own words. What is already open stays in ${partner}’s chat. I can take the last 48 hours out of this chat, but only before you erase everything.`,
          hasRoom === true ? 'I’ll take away what I wrote in your room, and leave it.' : null,
          folds,
          partner === null ? null : `Would you rather ${partner} didn’t notice? Then choose Stay silent at /stop.`,
          '[Remove now] only takes this message away and erases nothing else.',
        );
      case 'chat':
        return paragraphs(
          'I’ll take out of this chat what you and I sent here in the last 48 hours. It can’t be brought back.',
          'A bot isn’t allowed to remove anything older: you can, in Telegram itself. This doesn’t erase what I keep about you.',
          partner === null ? null : `Nothing changes in ${partner}’s chat.`,
          folds,
        );
    }
  },
  eraseDropped: () => 'All right, everything stays as it is.',
  answersErased: ({ partner }) =>
    partner === null
      ? 'Your answers have been erased.'
      : `Your answers have been erased. ${partner} gets no message about it.`,
  chatCleared: () => 'The last 48 hours are gone from here. If a question was still open, /question brings it back.',
  erased: () => 'Everything has been erased. Take care.',
  stayAsked: ({ isPaired }) =>
    isPaired
      ? 'It’s been quiet here for half a year. That’s fine. Shall I hold on to what I have of yours? If neither of you lets me know within a month, I’ll erase it, and you’ll no longer be paired here.'
      : 'It’s been quiet here for half a year. That’s fine. Shall I hold on to what I have of yours? If you don’t let me know within a month, I’ll erase it.',
  stayed: () => 'All right, I’ll keep it.',
  erasedInSilence: () =>
    'It stayed quiet, so I’ve erased what I had of yours. Should you ever want to begin again, /start will do. Take care.',
};
