import { expect, test } from 'vitest';
import { anne, bram, days, given, happened, hours, settledCouple, that, time, type Act } from '../../support/given.js';
import { checking, lies, listens } from '../../support/listening.js';

/** A listening round that finds the bot gone for a while. */

test('whoever was shown their step again after the bot was away is not nudged beside it', () => {
  given(settledCouple(), ...listens('spiegelen'))
    .when(
      (rules) => {
        rules.comeBack();
      },
      time.passes(hours(25)),
    )
    .then(anne.hears('listenAwayAgain', 'listenStep'));
  given(settledCouple(), ...checking)
    .when(time.jumps(days(3)), (rules) => {
      rules.comeBack();
    })
    .then(
      that(({ heard }) => {
        expect(heard.map(({ notice }) => notice.say?.name)).not.toContain('listenAwayAgain');
      }),
    );
});

test('nothing is shown again of what the clock is about to put down, or of what lies or is left', () => {
  const away: Act = (rules) => {
    rules.comeBack();
  };
  given(settledCouple(), ...listens('spiegelen'))
    .when((rules) => {
      rules.startAt(rules.now() + days(3), { type: 'comeBack' });
    })
    .then(happened());
  given(settledCouple(), ...listens('spiegelen'), lies)
    .when(away)
    .then(happened());
  given(settledCouple(), ...listens('spiegelen'), anne.says('zo'), anne.taps('listenDone'))
    .when(away)
    .then(happened());
  given(settledCouple(), ...listens('spiegelen'), anne.does({ type: 'stop' }))
    .when(away)
    .then(happened());
  given(settledCouple(), ...listens('spiegelen'), bram.does({ type: 'callBreather' }))
    .when(away)
    .then(({ events }) => {
      expect(events.map(({ type }) => type)).not.toContain('turnShownAgain');
    });
});
