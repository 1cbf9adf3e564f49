import fc from 'fast-check';
import { describe, test } from 'vitest';
import type { Protocol } from '../../../src/core/listening/protocol.js';
import { given, hours, settledCouple } from '../../support/given.js';
import { listeningStep } from '../anything-listening.js';

/** An owner may change or take away files while a round of them is under way: that round may end, and nothing may break. */

const withOtherSteps = (protocol: Protocol): Protocol => ({
  ...protocol,
  steps: protocol.steps.map((step) => ({ ...step, id: `other-${step.id}` })),
});
const withFewerSteps = (protocol: Protocol): Protocol => ({ ...protocol, steps: protocol.steps.slice(0, 1) });
const withoutOptions = (protocol: Protocol): Protocol => ({
  ...protocol,
  feelings: [],
  steps: protocol.steps.map((step) => ({ ...step, options: [], groups: [], questions: [] })),
});
const changes = { gone: () => null, withOtherSteps, withFewerSteps, withoutOptions };

describe('in the middle of a listening round', () => {
  test.each(Object.entries(changes))('files that are %s break nothing for anybody', (_, change) => {
    const some = fc.array(listeningStep, { minLength: 4, maxLength: 40 });
    fc.assert(
      fc.property(some, some, (before, after) => {
        const { rules } = given(settledCouple());
        const world = { rules, words: [] };
        for (const one of before) one.act(world, one.who);
        rules.changeProtocols(change);
        for (const one of after) one.act(world, one.who);
        rules.passTo(rules.now() + hours(24 * 40));
      }),
      { numRuns: 60 },
    );
  });
});
