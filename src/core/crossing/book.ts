import type { EventOf } from '../event.js';
import { onBook } from '../book/cards.js';
import { asksAgain, wishesToKeep } from '../book/keep.js';
import { isToPlay, isToSee, pageKeys } from '../book/keyboard.js';
import { halfOf, isShared, keptUntilOf, pageOf, pagesOf, type Page } from '../book/pages.js';
import { sendPhoto } from '../compose.js';
import { say, type Notice } from '../notice.js';
import { coupleOf, partnerOf, personOf } from '../person.js';
import { loopOf, type Opened } from '../round/loop.js';
import type { LoopSaid } from '../round/say.js';
import type { Person } from '../scene.js';
import type { Stage } from '../stage.js';
import { withoutStep, attached } from './shown.js';

/** Pages of the book, which hold the other's words. */

/** Shows a page of the book: the reader's own half, and the other's as long as both halves exist. */
export function showPage({ person, round, view }: EventOf<'pageShown'>, stage: Stage): readonly Notice[] {
  const { after, now, scenarios } = stage;
  const me = personOf(after, person);
  const pages = pagesOf(after, me, now, view);
  const at = pages.findIndex((one) => one.round === round);
  const page = pages[at];
  if (page === undefined) return [];
  const partner = partnerOf(after, me);
  const isRitual = coupleOf(after, me)?.rituals.some(({ id }) => id === round) === true;
  const reminds = isRitual ? !me.quietRituals.includes(round) : null;
  const words = say('page', {
    scenario: page.scenario,
    openedAt: page.openedAt,
    own: halfOf(page.own, page, scenarios),
    theirs: partner === null || page.theirs === null ? null : withoutStep(halfOf(page.theirs, page, scenarios)),
    partnerName: partner?.name ?? null,
    keptUntil: keptUntilOf(page, now),
    isPaired: coupleOf(after, me)?.pairedAt != null,
    isShared: isShared(page, scenarios),
    reminds,
  });
  const drawing = loopOnPage(me, page, stage) !== null;
  const keys = pageKeys(page, view, {
    older: at < pages.length - 1,
    newer: at > 0,
    drawing,
    wish: wishesToKeep(me, round, stage),
    askAgain: asksAgain(page, stage) !== null,
    isShared: isShared(page, scenarios),
    reminds,
  });
  return onBook(person, words, keys, true, after);
}

/** Sends the voice notes and photos of a page, in messages of their own, to whoever asks for them. */
export function showBeside({ person, round, what }: EventOf<'besideShown'>, stage: Stage): readonly Notice[] {
  const { after, now } = stage;
  const me = personOf(after, person);
  const page = pageOf(after, me, round, now);
  if (page === null) return [];
  if (what === 'drawing') {
    const loop = loopOnPage(me, page, stage);
    return loop === null ? [] : [sendPhoto(me.id, say('loop', loop), { isProtected: true })];
  }
  const isMeant = what === 'voices' ? isToPlay : isToSee;
  return [me, partnerOf(after, me)].flatMap((writer) => {
    const half = writer === null ? null : writer.id === me.id ? page.own : page.theirs;
    if (writer === null || half === null) return [];
    return attached(me, writer, half.pieces.filter(isMeant), false, 'reply');
  });
}

/** Draws the picture of what both wrote again, from this page and the earlier one that it refers to. */
function loopOnPage(me: Person, page: Page, { after, now, scenarios }: Stage): LoopSaid | null {
  if (page.theirs === null) return null;
  const members = coupleOf(after, me)?.members ?? [];
  const earlier = pagesOf(after, me, now).filter(({ openedAt }) => openedAt <= page.openedAt);
  const said: Opened = (scenario, person) => {
    const found = scenario === page.scenario ? page : earlier.find((one) => one.scenario === scenario);
    return (person === me.id ? found?.own : found?.theirs)?.pieces ?? null;
  };
  return loopOf(members, scenarios.get(page.scenario), said, scenarios);
}
