import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  anne,
  bothAnswer,
  bram,
  given,
  happened,
  leaves,
  minutes,
  pairedCouple,
  settledCouple,
  that,
  time,
  type Act,
  type Story,
} from '../../support/given.js';
import { listens } from '../../support/listening.js';
import { sees } from '../chat.js';
import { buttonsShownTo, commands, pressing } from '../everything.js';
import { opening, prompt } from '../prompts.js';
import { call, rest } from './steps.js';

/** [Even adem] under opened answers: whoever is only curious silences nobody; whoever needs it has it at once. */

const opened = (depth: 1 | 2) =>
  given(
    settledCouple({ prompts: [opening, prompt('vraag', { depth })] }),
    time.passes(minutes(10)),
    anne.does({ type: 'askQuestion' }),
    ...bothAnswer(),
  );
const light = () => given(pairedCouple(), ...bothAnswer());

describe('under light answers', () => {
  test('a tap asks whoever tapped, and nobody else', () => {
    light()
      .when(anne.taps('askBreather'))
      .then(
        happened('breatherAsked'),
        anne.hears('breatherAsked'),
        that(({ heard }) => {
          const [asked, sweep] = heard.map(({ notice }) => notice);
          expect(asked?.keys.flat().map((key) => key.kind === 'press' && key.button.name)).toEqual([
            'beginBreather',
            'noBreather',
          ]);
          // Unanswered it goes by itself: what somebody considered is not for whoever looks at this phone later.
          expect(sweep).toMatchObject({ act: 'delete', card: asked?.card, lane: 'sweep' });
        }),
        sees(bram),
      );
  });

  test('[Toch niet] takes the question away', () => {
    light()
      .when(anne.taps('askBreather'), anne.taps('noBreather'))
      .then(
        happened('breatherAsked', 'briefRemoved'),
        that(({ heard }) => {
          expect(heard.at(-1)?.notice).toMatchObject({ act: 'delete', isTapped: true, lane: 'reply' });
        }),
        sees(bram),
      );
  });

  test('[Ja, begin] reaches the other as a call by its command does', () => {
    const heardByBram = (...acts: readonly Act[]) => {
      const { rules } = light();
      const happening = rules.begin();
      for (const act of acts) act(rules);
      const heard = happening.heard.flatMap(({ notice }) => (notice.to === bram.id ? [notice] : []));
      return heard.map(({ act, card, isSilent, lane, say }) => ({ act, card, isSilent, lane, says: say?.name }));
    };
    const typed = heardByBram(call);
    expect(typed.map(({ says }) => says)).toContain('breatherCalled');
    expect(heardByBram(anne.taps('askBreather'), anne.taps('beginBreather'))).toEqual(typed);
  });
});

describe('nothing is asked', () => {
  const begins = (story: Story, ...first: readonly Act[]) => {
    story.when(...first, anne.taps('askBreather')).then(
      that(({ events }) => {
        expect(events.at(-1)?.type).toBe('breatherBegan');
      }),
    );
  };

  test('under what is more personal', () => {
    opened(2).when(anne.taps('callBreather')).then(happened('breatherBegan'));
  });

  test('of whoever types it, in a light moment too', () => {
    light().when(call).then(happened('breatherBegan'));
    light().when(anne.says('Adempauze')).then(happened('breatherBegan'));
    light().when(anne.says('pauze'), anne.taps('callBreather')).then(happened('commandOffered', 'breatherBegan'));
  });

  test('while the two listen to each other', () => {
    begins(given(settledCouple(), ...listens('spiegelen')));
  });

  test('once help was offered over what was said', () => {
    begins(light(), anne.says('hij slaat me'));
  });

  test('while there is a breather: it says how that stands', () => {
    given(settledCouple(), ...rest)
      .when(anne.taps('askBreather'))
      .then(happened('breatherTold'));
  });

  test('of whoever has nobody to breathe with any more', () => {
    given(settledCouple(), ...leaves(bram))
      .when(anne.taps('askBreather'))
      .then(
        that(({ refusals }) => {
          expect(refusals.at(-1)).toMatchObject({ refusal: 'breather-needs-two' });
        }),
      );
  });
});

test('that somebody considered it and did not begin is nowhere to be found for the other', () => {
  const turnMs = 20_000;
  const lived = (secret: readonly Act[], probes: readonly number[]) => {
    const { rules } = given(settledCouple(), time.passes(minutes(10)));
    const happening = rules.begin();
    const turn = (act: Act): void => {
      const begunAt = rules.now();
      act(rules);
      rules.passTo(begunAt + turnMs);
    };
    turn((to) => {
      for (const act of secret) act(to);
    });
    for (const which of probes) {
      const doable = [...commands, ...buttonsShownTo(rules, bram).map(pressing)];
      turn((to) => doable[which % doable.length]?.by(to, bram));
    }
    const { heard, refusals } = happening;
    return { heard: heard.filter(({ notice }) => notice.to === bram.id), refusals };
  };
  fc.assert(
    fc.property(fc.array(fc.nat(200), { maxLength: 12 }), (probes) => {
      const silent = lived([], probes);
      expect(lived([anne.taps('askBreather')], probes)).toEqual(silent);
      expect(lived([anne.taps('askBreather'), anne.taps('noBreather')], probes)).toEqual(silent);
    }),
    { numRuns: 100 },
  );
});
