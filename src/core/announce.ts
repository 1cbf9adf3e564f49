import { nobody } from './announcers.js';
import { type Announcers } from './announcers.js';
import { arrivalAnnouncers } from './moved/follow.js';
import { helpAnnouncers, refusalNotices, withhold } from './help/announce.js';
import { pairingAnnouncers, spentInvites } from './pairing/announce.js';
import { pathAnnouncers } from './path/announce.js';
import { postcardAnnouncers } from './postcard/announce.js';
import { roundAnnouncers } from './round/announce.js';
import { agreementAnnouncers } from './agreement/announce.js';
import { ritualAnnouncers } from './ritual/announce.js';
import { bookAnnouncers } from './book/announce.js';
import { breatherAnnouncers } from './breather/announce.js';
import { hasAgreed } from './pairing/consent.js';
import { foldAnnouncers } from './discreet/fold.js';
import { dataAnnouncers } from './own-data/announce.js';
import type { Event } from './event.js';
import { listeningAnnouncers } from './listening/announce.js';
import type { Notice } from './notice.js';
import type { Stage } from './stage.js';
import { newsAnnouncers } from './news/follow.js';
import { personOf } from './person.js';
import { leavingAnnouncers } from './leaving/announce.js';
import { roomAnnouncers } from './room/announce.js';
import { rhythmAnnouncers } from './rhythm/announce.js';
import { photoAnnouncers } from './photo/announce.js';
import { voiceAnnouncers } from './voice/announce.js';

/**
 * Who hears of an event, and what: the one door out of core. What carries one partner's words to the other stands in
 * crossing/, and nowhere else.
 */
export function announce(event: Event, stage: Stage): readonly Notice[] {
  const notices = announcers[event.type] as (event: Event, stage: Stage) => readonly Notice[];
  const said = notices(event, stage);
  // Whoever is erased is nobody from then on; what they hear of it was written with that in mind.
  const heard = event.type === 'erased' ? said : said.filter((notice) => mayHear(notice, stage));
  const isOver = spentInvites(stage).filter((notice) => mayHear(notice, stage));
  const { withheld } = event;
  const all = [...isOver, ...heard];
  return withheld === undefined ? all : all.flatMap((notice) => withhold(notice, withheld, stage));
}

/** Whoever stopped hears nothing but answers to their own taps; whoever cannot be reached keeps what was opened to them. */
function mayHear(notice: Notice, { before, after }: Stage): boolean {
  if (notice.to === after.actor) return true;
  const person = after.people[notice.to] ?? personOf(before, notice.to);
  if (person.hasStopped || person.consent === null) return false;
  if (notice.lane === 'scheduled' && !hasAgreed(person)) return false;
  return !person.isUnreachable || notice.lane === 'reveal';
}

/** The rooms' own tables, and what belongs to none. An event without an entry does not compile. */
const announcers: Announcers<Event> = {
  ...helpAnnouncers,
  ...pairingAnnouncers,
  ...voiceAnnouncers,
  ...photoAnnouncers,
  ...roundAnnouncers,
  ...rhythmAnnouncers,
  ...pathAnnouncers,
  ...bookAnnouncers,
  ...agreementAnnouncers,
  ...ritualAnnouncers,
  ...postcardAnnouncers,
  ...foldAnnouncers,
  ...leavingAnnouncers,
  refused: (event, stage) => refusalNotices(event.person, event.refusal, stage),
  ...dataAnnouncers,
  ...breatherAnnouncers,
  ...listeningAnnouncers,
  ...arrivalAnnouncers,
  ...newsAnnouncers,
  ...roomAnnouncers,
  rang: nobody,
};
