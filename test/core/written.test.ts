import { describe, expect, test } from 'vitest';
import { anne, askedCouple, bram, given, type Act } from '../support/given.js';

/** The store writes whoever and whatever is another object afterwards, so what did not change has to stay the same one. */

const names = ['Anne', 'Bram', 'their couple'] as const;
const deeds: readonly { readonly deed: string; readonly act: Act; readonly writes: readonly string[] }[] = [
  { deed: 'a draft', act: anne.says('Het strand'), writes: ['Anne'] },
  { deed: 'a breather', act: bram.does({ type: 'callBreather' }), writes: ['Bram', 'their couple'] },
  { deed: 'the settings shown', act: anne.does({ type: 'showSettings', view: 'all' }), writes: [] },
  { deed: 'a prompt shown again', act: anne.does({ type: 'askQuestion' }), writes: [] },
];

describe('what is written', () => {
  test.each(deeds)('by $deed is $writes', ({ act, writes }) => {
    // Who does something for the first time on a day is written for that.
    const story = given(askedCouple(), ...[anne, bram].map((one) => one.does({ type: 'inform', about: 'help' })));
    const look = () => [anne, bram].map(({ id }) => story.rules.personOf(id));
    const before = [...look(), story.rules.coupleOf(anne.id)];
    story.when(act);
    const after = [...look(), story.rules.coupleOf(anne.id)];
    expect(names.filter((_, place) => after[place] !== before[place])).toEqual(writes);
  });
});
