import type { Button, ButtonOf } from '../buttons.js';
import type { Decision, Event } from '../event.js';
import type { Erasure, ExportScope } from './event.js';
import { unpair } from '../leaving/exits.js';
import { waitMs } from '../pairing/spent.js';
import type { Person, Scene } from '../scene.js';
import type { Instant } from '../ids.js';
import { minuteMs } from '../time/durations.js';

/** What somebody can do with what is kept of them: have it sent, have it erased, let it stay. From every state. */

/** Making it takes some work, and one reader needs it no more often. */
const exportEveryMs = 10 * minuteMs;
const erasures: readonly Erasure[] = ['answers', 'everything', 'chat'];

/**
 * /export: what is open, so that whoever has this phone in their hands for a moment gets no more than that; and what is
 * closed after a second question. `typed` is the message that asked for it.
 */
export function exportData(me: Person, scope: ExportScope, now: Instant, typed?: number): Decision {
  if (me.consent === null) return { refusal: 'nothing-kept' };
  const since = me.exportedAt === null ? exportEveryMs : now - me.exportedAt;
  const wait = scope === 'all' ? waitMs(me, 'exportAll', now) : exportEveryMs - since;
  if (wait > 0) return { refusal: 'export-too-soon', minutes: Math.ceil(wait / minuteMs) };
  return [{ type: 'exported', person: me.id, scope, at: now, ...(typed === undefined ? {} : { typed }) }];
}

/** /wis: nothing is erased before it was said what cannot be undone, and a second tap. */
export function askToErase(me: Person): Decision {
  return me.consent === null ? [{ type: 'declined', person: me.id }] : [{ type: 'eraseAsked', person: me.id }];
}

export function pressData(scene: Scene, me: Person, { name, arg }: Button<ButtonOf<'data'>>, now: Instant): Decision {
  const what = erasures.find((one) => one === arg);
  switch (name) {
    case 'exportData':
      return exportData(me, 'open', now);
    case 'exportAll':
      return me.consent === null ? { refusal: 'nothing-kept' } : [{ type: 'exportAllAsked', person: me.id }];
    case 'exportAllNow':
      return exportData(me, 'all', now);
    case 'eraseData':
      return askToErase(me);
    case 'erase':
      return what === undefined ? { refusal: 'stale-button' } : [{ type: 'eraseExplained', person: me.id, what }];
    case 'eraseNow':
      return what === undefined ? { refusal: 'stale-button' } : erase(scene, me, what, now);
    case 'keepIt':
      return [{ type: 'eraseDropped', person: me.id }];
    case 'stay':
      return [{ type: 'stayed', person: me.id }];
  }
}

function erase(scene: Scene, me: Person, what: Erasure, now: Instant): readonly Event[] {
  switch (what) {
    case 'answers':
      return [{ type: 'answersErased', person: me.id }];
    case 'everything':
      return [{ type: 'erased', person: me.id, why: 'asked' }, ...unpair(scene, me, now)];
    case 'chat':
      return [{ type: 'chatCleared', person: me.id }];
  }
}
