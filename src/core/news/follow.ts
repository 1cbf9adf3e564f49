import { nobody, type Announcers } from '../announcers.js';
import { withPerson } from '../change.js';
import { send } from '../compose.js';
import type { Evolvers } from '../evolvers.js';
import { say } from '../notice.js';
import { personOf } from '../person.js';
import { spreadMoment } from '../rhythm/rhythm.js';
import type { NewsEvent } from './event.js';

/** What follows from the events of news.ts: the scene after them, and what is said. */

/** What could not be sent by then would come in the evening, and is not sent. */
const newsLifeMs = 3 * 3_600_000;

export const newsEvolvers: Evolvers<NewsEvent> = {
  newsAwaited: (scene, { person, since, at }) => withPerson(scene, person, () => ({ news: { since, at } })),
  newsPutOff: (scene, { person, at }) =>
    withPerson(scene, person, ({ news }) => ({ news: news === null ? null : { ...news, at } })),
  newsTold: (scene, { person }) => withPerson(scene, person, () => ({ news: null })),
};

export const newsAnnouncers: Announcers<NewsEvent> = {
  newsAwaited: nobody,
  newsPutOff: nobody,
  newsTold: ({ person, what }, { after, now, spreadMs }) =>
    what.length === 0
      ? []
      : [
          send(person, say('news', { what }), {
            lane: 'scheduled',
            notBefore: spreadMoment(personOf(after, person), now, spreadMs),
            dropAfter: now + newsLifeMs,
            isSilent: true,
            isNudge: true,
          }),
        ],
};
