import type { NewsName } from '../../core/news/table.js';
import type { NewsSayParams } from '../../core/news/say.js';
import type { Says } from '../texts.js';

/** In English: what an update brought. One sentence each, with the command where there is one. */

const brought: Readonly<Record<NewsName, string>> = {
  paths:
    'a path is a few questions that belong together, and only comes if you both want it. Have a look at /programme.',
  moreQuestions:
    'there are many more questions, and at /question you can now choose: something light, or something about you two.',
};

export const newsSay: Says<keyof NewsSayParams> = {
  news: ({ what }) => what.map((name) => `New: ${brought[name]}`).join('\n'),
};
