import { createRenderer } from '../../src/app/render.js';
import type { Notice } from '../../src/core/notice.js';
import type { Person } from '../../src/core/scene.js';
import type { Instant } from '../../src/core/ids.js';
import type { Protocols } from '../../src/core/listening/protocol.js';
import type { PathPlans } from '../../src/core/path/plan.js';
import type { Scenarios } from '../../src/core/round/scenario.js';
import { en } from '../../src/texts/en/en.js';
import { nl } from '../../src/texts/nl/nl.js';

/** Says what nobody would ever read, when something that a sentence tells of was left out of its notice. */
const holes = /undefined|NaN|\[object/;

export type InWords = (notice: Notice, reader: Person, now: Instant) => void;

/** Every message of every story is put into words, as it would go out: what cannot be said throws. */
export function inWords(scenarios: Scenarios, protocols: Protocols, paths: PathPlans): InWords {
  const house = {
    ...{ operator: 'Els', operatorContact: null, policyUrl: null, botUsername: 'samenspraak_bot' },
    ...{ scenarios, protocols, paths },
  };
  const renderer = createRenderer({ nl, en }, house);
  return (notice, reader, now) => {
    const { params } = renderer.notice(notice, reader, now);
    const said = JSON.stringify(params);
    if (holes.test(said)) throw new Error(`«${notice.say?.name ?? notice.act}» has a hole in it: ${said}`);
  };
}
