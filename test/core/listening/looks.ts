import { expect } from 'vitest';
import type { Listening } from '../../../src/core/listening/scene.js';
import { anne, type Expectation } from '../../support/given.js';

/** The listening round of Anne and Bram holds at least this; null once it is over. */
export const roundIs =
  (rest: Partial<Listening> | null): Expectation =>
  (_, rules) => {
    const { listening: now } = rules.coupleOf(anne.id);
    if (rest === null) expect(now).toBeNull();
    else expect(now).toMatchObject(rest);
  };

/** Nobody was told that it is over. */
export const inSilence: Expectation = ({ heard }) => {
  expect(heard.map(({ notice }) => notice.say?.name)).not.toContain('listenOver');
};
