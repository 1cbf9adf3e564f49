import { wishesToKeep } from '../book/keep.js';
import { pageMs } from '../book/times.js';
import type { Event } from '../event.js';
import type { Given } from '../given.js';
import { personOf } from '../person.js';
import type { Couple, Scene } from '../scene.js';

/** What the clock does with agreements, apart from asking after them. */

/** At the couple's own hour, what both want to keep is kept, if both still want it. */
export function keepDue(scene: Scene, couple: Couple, { now }: Given): readonly Event[] {
  return couple.keeping
    .filter(({ at }) => at <= now)
    .map(({ at: _, ...page }): Event => {
      const isOfBoth = couple.members.every((id) => wishesToKeep(personOf(scene, id), page.round, { now }));
      return isOfBoth
        ? { type: 'pageKept', couple: couple.id, ...page, at: now }
        : { type: 'keepingLapsed', couple: couple.id, round: page.round };
    });
}

export function forgetAgreements(_scene: Scene, couple: Couple, { now }: Given): readonly Event[] {
  const rounds = couple.agreements.filter(({ keptAt }) => keptAt + pageMs <= now).map(({ page }) => page);
  return rounds.length === 0 ? [] : [{ type: 'agreementsForgotten', couple: couple.id, rounds }];
}
