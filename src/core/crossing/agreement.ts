import type { AgreedSaid } from '../agreement/say.js';
import type { OpenWords } from '../path/scene.js';
import { coupleOf, partnerOf } from '../person.js';
import { whatOpens } from '../round/gaps.js';
import { isOverlap } from '../round/overlap.js';
import type { Answer, Person, Round } from '../scene.js';
import type { Stage } from '../stage.js';

/** What both agreed on, shown above the question that asks after it; null once it is no longer kept. */
export function quoteAgreement(me: Person, { about }: Round, { after, scenarios }: Stage): AgreedSaid | null {
  const agreement = coupleOf(after, me)?.agreements.find(({ page }) => page === about?.page);
  const partner = partnerOf(after, me);
  if (agreement === undefined || partner === null) return null;
  const { scenario, words } = agreement;
  const half = (said: OpenWords | undefined): Answer | null =>
    said === undefined
      ? null
      : whatOpens({ ...said, state: 'sealed' as const, step: 0 }, scenarios.get(scenario)?.answer);
  // What both tapped is the same for both, so it is shown once.
  const isOne = isOverlap(scenarios.get(scenario));
  return { scenario, own: half(words[me.id]), partner: isOne ? null : half(words[partner.id]) };
}
