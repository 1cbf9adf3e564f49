import type { Button, ButtonOf } from '../buttons.js';
import type { Decision, Event } from '../event.js';
import type { Given } from '../given.js';
import { listenAbout } from '../listening/invite.js';
import type { RoundId } from '../ids.js';
import { coupleOf } from '../person.js';
import type { Person, Scene } from '../scene.js';
import { askForBoth } from '../round/asking.js';
import type { Beside } from './event.js';
import { asksAgain, dropKeep, keepPage } from './keep.js';
import { isShared, pagesOf, timeOf, type Page } from './pages.js';
import type { View } from './view.js';

/**
 * Leafing through the book: nothing of it is kept, so that nobody else can find out. Where somebody is stands on the
 * buttons under the page.
 */

/** /boek. */
export function showBook(me: Person): Decision {
  return [{ type: 'bookShown', person: me.id, how: 'new', view: 'all' }];
}

export function pressBook(scene: Scene, me: Person, button: Button<ButtonOf<'book'>>, given: Given): Decision {
  const view = button.arg === 'kept' ? 'kept' : 'all';
  const pages = pagesOf(scene, me, given.now, view);
  const at = pages.findIndex(({ round }) => round === button.slot);
  const page = pages[at];
  switch (button.name) {
    case 'leaf':
      return [show(me, pages[0], view)];
    case 'older':
    case 'newer':
      if (page === undefined) return missed(me, pages, button, view);
      return [show(me, pages[at + (button.name === 'older' ? 1 : -1)] ?? page, view)];
    case 'keepPage':
    case 'keepLonger':
    case 'dropKeep':
    case 'askAgain':
    case 'removePage':
    case 'removePageNow':
    case 'playVoices':
    case 'showPhotos':
    case 'drawing':
    case 'talkPage':
    case 'samePage':
    case 'ritualQuiet':
    case 'ritualRemind':
      break;
  }
  const isUnderReveal = button.arg === 'reveal';
  if (page === undefined)
    return isUnderReveal ? [{ type: 'pageMissed', person: me.id }] : missed(me, pages, button, view);
  const again = isUnderReveal ? [] : [show(me, page, view)];
  const mine = { person: me.id, round: page.round };
  switch (button.name) {
    case 'samePage':
      return [show(me, page, view)];
    case 'playVoices':
    case 'showPhotos':
    case 'drawing':
      return [{ type: 'besideShown', ...mine, what: beside[button.name] }];
    case 'keepPage':
    case 'keepLonger':
      return [...keepPage(scene, me, page, given), ...again];
    case 'dropKeep':
      return [...dropKeep(me, page.round, given), ...again];
    case 'askAgain':
      return askAgain(scene, me, page, given);
    case 'ritualQuiet':
    case 'ritualRemind':
      return [...silence(scene, me, page.round, button.name === 'ritualQuiet'), ...again];
    case 'talkPage':
      return page.theirs === null || isShared(page, given.scenarios) ? again : listenAbout(me, page.round, given);
    case 'removePage':
      return [{ type: 'removalAsked', ...mine, view }];
    case 'removePageNow':
      return [
        { type: 'pageRemoved', ...mine, isShared: page.isOfBoth },
        show(me, pages[at + 1] ?? pages[at - 1], view),
      ];
  }
}

/** No reminder of it any more, or again: for oneself alone. */
function silence(scene: Scene, me: Person, ritual: RoundId, isSilent: boolean): readonly Event[] {
  const isThere = coupleOf(scene, me)?.rituals.some(({ id }) => id === ritual) === true;
  if (!isThere || me.quietRituals.includes(ritual) === isSilent) return [];
  return [{ type: 'ritualSilenced', person: me.id, ritual, isSilent }];
}

/** [Vraag opnieuw]: as /vraag, with this question. A deep one would tell whether the other allows those. */
function askAgain(scene: Scene, me: Person, page: Page, given: Given): Decision {
  const scenario = asksAgain(page, given);
  return scenario === null ? { refusal: 'stale-button' } : askForBoth(scene, me, scenario, given);
}

const beside: Readonly<Record<'playVoices' | 'showPhotos' | 'drawing', Beside>> = {
  playVoices: 'voices',
  showPhotos: 'photos',
  drawing: 'drawing',
};

/** A page, or the front of the book where there is none. */
function show(me: Person, page: Page | undefined, view: View): Event {
  return page === undefined
    ? { type: 'bookShown', person: me.id, how: 'in-place', view }
    : { type: 'pageShown', person: me.id, round: page.round, view };
}

/** It was taken out, or its time is up: said in passing, and the nearest page shown, on the side they were going to. */
function missed(me: Person, pages: readonly Page[], button: Button, view: View): readonly Event[] {
  const at = button.step;
  const older = pages.find((page) => timeOf(page) <= at);
  const newer = pages.findLast((page) => timeOf(page) >= at);
  const nearest = button.name === 'newer' ? (newer ?? older) : (older ?? newer);
  return [{ type: 'pageMissed', person: me.id }, show(me, nearest, view)];
}
