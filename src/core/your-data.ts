import type { Button, dataButtons } from './command.js';
import type { Decision, Erasure, Event } from './event.js';
import { unpair } from './exits.js';
import type { Instant, Person, Scene } from './scene.js';

/** What somebody can do with what is kept of them: have it sent, have it erased, let it stay. From every state. */

/** Making it takes some work, and one reader needs it no more often. */
const minuteMs = 60_000;
const exportEveryMs = 10 * minuteMs;
const erasures: readonly Erasure[] = ['answers', 'everything', 'chat'];

/** /export. */
export function exportData(me: Person, now: Instant): Decision {
  if (me.consent === null) return { refusal: 'nothing-kept' };
  const waitMs = me.exportedAt === null ? 0 : me.exportedAt + exportEveryMs - now;
  if (waitMs > 0) return { refusal: 'export-too-soon', minutes: Math.ceil(waitMs / minuteMs) };
  return [{ type: 'exported', person: me.id, at: now }];
}

/** /wis: nothing is erased before it was said what cannot be undone, and a second tap. */
export function askToErase(me: Person): Decision {
  return me.consent === null ? [{ type: 'declined', person: me.id }] : [{ type: 'eraseAsked', person: me.id }];
}

export function pressData(
  scene: Scene,
  me: Person,
  { name, arg }: Button<(typeof dataButtons)[number]>,
  now: Instant,
): Decision {
  const what = erasures.find((one) => one === arg);
  switch (name) {
    case 'exportData':
      return exportData(me, now);
    case 'eraseData':
      return askToErase(me);
    case 'erase':
      return what === undefined ? { refusal: 'stale-button' } : [{ type: 'eraseExplained', person: me.id, what }];
    case 'eraseNow':
      return what === undefined ? { refusal: 'stale-button' } : erase(scene, me, what);
    case 'keepIt':
      return [{ type: 'eraseDropped', person: me.id }];
    case 'stay':
      return [{ type: 'stayed', person: me.id }];
  }
}

function erase(scene: Scene, me: Person, what: Erasure): readonly Event[] {
  switch (what) {
    case 'answers':
      return [{ type: 'answersErased', person: me.id }];
    case 'everything':
      return [{ type: 'erased', person: me.id, why: 'asked' }, ...unpair(scene, me)];
    case 'chat':
      return [{ type: 'chatCleared', person: me.id }];
  }
}
