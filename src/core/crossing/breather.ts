import type { Breather } from '../breather/scene.js';
import { send } from '../compose.js';
import type { Instant } from '../ids.js';
import { say, type Notice } from '../notice.js';
import type { Couple, Scene } from '../scene.js';
import { asWords, toPartner } from './shown.js';

/** The one line of each after a breather. */

/** When both have come back from a breather and sealed their one line, both lines go to both at once. */
export function openLines(couple: Couple, breather: Breather, scene: Scene, now: Instant): readonly Notice[] {
  return couple.members.flatMap((id) =>
    toPartner(scene, id, (me, partner) => {
      const [own, theirs] = [breather.lines[id], breather.lines[partner.id]];
      if (own?.isSealed !== true || theirs?.isSealed !== true) return [];
      const said = { own: { words: own.text }, partner: { words: theirs.text }, partnerName: partner.name };
      return [send(id, say('breatherOpened', said), asWords(me, scene, now))];
    }),
  );
}
