import type { NewsName } from '../../core/news/table.js';
import type { NewsSayParams } from '../../core/news/say.js';
import type { Says } from '../texts.js';

/** In Dutch: what an update brought. One sentence each, with the command where there is one. */

const brought: Readonly<Record<NewsName, string>> = {
  paths:
    'een pad is een paar vragen die bij elkaar horen, en komt alleen als jullie het allebei willen. Kijk bij /programma.',
  moreQuestions: 'er zijn veel meer vragen, en bij /vraag kies je nu: iets luchtigs, of iets over jullie.',
};

export const newsSay: Says<keyof NewsSayParams> = {
  news: ({ what }) => what.map((name) => `Nieuw: ${brought[name]}`).join('\n'),
};
