import { describe, expect, test } from 'vitest';
import {
  anne,
  bram,
  days,
  given,
  happened,
  hours,
  minutes,
  refused,
  settledCouple,
  that,
  time,
  type Act,
  type Expectation,
} from '../../support/given.js';
import { asksToListen, bothGoOn, checking, held, lies, listens } from '../../support/listening.js';
import { sees } from '../chat.js';
import { roundIs } from './looks.js';

/** What a listening round keeps of what was done, and what it lets go of. It is Sunday afternoon. */

describe('a letter that is ready', () => {
  const ready = () =>
    given(settledCouple(), ...listens('tien-en-tien'), anne.says('Lieve', { messageId: 70 }), anne.taps('listenDone'));

  test('is a draft again when it is edited, and does not open before it is ready once more', () => {
    ready()
      .when(anne.edits(70, 'Liefste'))
      .then(
        happened('segmentTakenBack', 'segmentDrafted'),
        sees(
          anne,
          '~ listen-held: listenTakenBack',
          '~ listen-step: no keys',
          '- listen-draft',
          '+ listen-draft: listenDraft isLetter [listenDone:1] [listenRestart:1]',
          '~ listen-draft: listenDraft isLetter [listenDone:2] [listenRestart:2]',
        ),
        sees(bram),
      )
      .when(bram.says('Lieve'), bram.taps('listenDone'), held)
      .then(anne.hears())
      .when(anne.taps('listenDone'), held)
      .then(bram.reads('listenLetters', { theirs: [{ text: 'Liefste' }] as never }));
  });

  test('is not begun anew by the card it had as a draft', () => {
    ready().when(anne.taps('listenRestart')).then(refused('stale-button'));
  });

  test('that is taken back leaves the other’s draft with buttons that work', () => {
    ready()
      .when(bram.says('Lieve'), anne.taps('listenTakeBack'), bram.taps('listenDone'))
      .then(bram.hears('listenDraft', 'listenLetterSealed'));
  });

  test('gets no more time by being taken back, while one that was about to open does', () => {
    const until = (rules: Parameters<Expectation>[1]) => rules.coupleOf(anne.id).listening?.until ?? 0;
    const story = ready();
    const before = until(story.rules);
    const { nudgeAt } = story.rules.coupleOf(anne.id).listening ?? {};
    story.when(time.passes(hours(3)), anne.taps('listenTakeBack')).then((_, rules) => {
      expect(until(rules)).toBe(before);
      expect(rules.coupleOf(anne.id).listening?.nudgeAt).toBe(nudgeAt);
    });
    story
      .when(anne.taps('listenDone'), bram.says('Lieve'), bram.taps('listenDone'), bram.taps('listenTakeBack'))
      .then((_, rules) => {
        expect(until(rules)).toBeGreaterThan(before + hours(2));
        expect(rules.coupleOf(anne.id).listening?.nudgeAt).toBeGreaterThan(rules.now() + hours(23));
      });
  });
});

describe('put down', () => {
  const putDown = () => given(settledCouple(), ...listens('spiegelen'), anne.says('half', { messageId: 70 }), lies);

  test('a wish to go on outlasts an edit, and not letting it go', () => {
    putDown()
      .when(anne.taps('listenGoOn'), anne.edits(70, 'heel'), bram.taps('listenGoOn'))
      .then(happened('goOnWished', 'segmentDrafted', 'goOnWished', 'readyAsked'));
    putDown()
      .when(anne.taps('listenGoOn'), anne.taps('listenLetGo'), bram.taps('listenGoOn'))
      .then(happened('goOnWished', 'listeningLetGo', 'goOnWished'));
    putDown()
      .when(anne.taps('listenGoOn'), bram.taps('listenLetGo'), anne.taps('listenGoOn'))
      .then(happened('goOnWished', 'listeningLetGo'));
  });

  test('it is over the third time, and nothing of it can be read again', () => {
    const again: readonly Act[] = [...bothGoOn, lies];
    putDown()
      .when(...again)
      .then(
        anne.hears(
          'listenGoOnNoted',
          'listenReady',
          'listenReadyNoted',
          'listenStep',
          'listenDraft',
          'listenNudge',
          'listenParked',
        ),
      )
      .when(...again)
      .then(roundIs(null), bram.reads('listenOver'), (_, rules) => {
        expect(rules.coupleOf(anne.id).heard).toBeNull();
      });
  });

  test('after a breather it lies for three days as well, and goes on when both want that', () => {
    const rested: readonly Act[] = [
      ...[bram.does({ type: 'callBreather' }), time.passes(minutes(31))],
      ...[anne, bram].flatMap((one) => [one.taps('breathBack')]),
      ...[anne, bram].flatMap((one) => [one.taps('breathChoice', { arg: 'letRest' })]),
      anne.does({ type: 'listen' }),
      bram.does({ type: 'listen' }),
    ];
    given(settledCouple(), ...listens('spiegelen'), ...rested)
      .when(...bothGoOn)
      .then(bram.reads('listenStep', { isNewTurn: false }));
    given(settledCouple(), ...listens('spiegelen'), ...rested)
      .when(time.passes(hours(71)))
      .then(roundIs({ phase: 'parked', parkings: 1 }))
      .when(time.passes(hours(2)))
      .then(roundIs(null));
  });

  test('before it began a breather leaves an invitation as it is', () => {
    given(settledCouple(), ...asksToListen('spiegelen'), bram.does({ type: 'callBreather' }))
      .when()
      .then(roundIs({ phase: 'invited' }));
  });
});

describe('what was said out of turn', () => {
  test('is shown as one’s own turn begins, and not a second time', () => {
    const toBram: readonly Act[] = [
      ...[anne.taps('listenOption', { arg: 'ja' }), bram.says('dat volg ik'), bram.taps('listenDone'), held],
      ...[bram.taps('listenGroup', { arg: 'blij' }), bram.taps('listenPick', { arg: 'f_dankb' })],
      ...[bram.taps('listenDone'), held, anne.taps('listenOption', { arg: 'dank' })],
      ...[anne, bram].map((one) => one.taps('listenSwap', { arg: 'now' })),
    ];
    const story = given(settledCouple(), ...listens('spiegelen'), bram.says('Ja maar'), anne.says('zo'));
    story
      .when(anne.taps('listenDone'), held, bram.says('zo dus'), bram.taps('listenDone'), held, ...toBram)
      .then(bram.reads('listenNotes', { pieces: [{ text: 'Ja maar' }] as never }))
      .then(roundIs({ turn: 2, used: {}, mirrored: [], confirmed: [], notes: {} }))
      .when(bram.says('half'), lies, ...bothGoOn)
      .then(({ heard }) => {
        expect(heard.map(({ notice }) => notice.say?.name)).not.toContain('listenNotes');
      });
  });

  test('to a turn that was put down waits until then', () => {
    given(settledCouple(), ...listens('spiegelen'), lies, ...bothGoOn)
      .when(bram.says('Ja maar'), lies)
      .then(bram.hears('listenAside', 'listenParked'));
  });
});

describe('whoever stops', () => {
  test('takes along what they were about to send, and the step waits as it would for silence', () => {
    const story = given(settledCouple(), ...listens('alleen-luisteren'), anne.says('geheim'));
    const doneAt = story.rules.now();
    story
      .when(anne.taps('listenDone'), anne.does({ type: 'stop' }), held)
      .then(bram.hears(), roundIs({ phase: 'step', left: [anne.id], drafts: {}, until: doneAt + hours(48) }))
      .when(lies)
      .then(bram.reads('listenParked'), anne.hears());
    given(settledCouple(), ...listens('tien-en-tien'))
      .when(...[anne, bram].flatMap((one) => [one.says('Lieve'), one.taps('listenDone')]), anne.does({ type: 'stop' }))
      .then(roundIs({ phase: 'together', ready: [bram.id], left: [anne.id] }));
  });

  test('is not waited for by the other’s wish to go on', () => {
    given(settledCouple(), ...listens('spiegelen'), lies, anne.taps('listenGoOn'), anne.does({ type: 'stop' }))
      .when(bram.taps('listenGoOn'))
      .then(happened('goOnWished'), roundIs({ phase: 'parked', ready: [bram.id] }));
  });

  test('ends it when the other had let it go', () => {
    given(settledCouple(), ...listens('spiegelen'), lies, anne.taps('listenLetGo'))
      .when(bram.does({ type: 'stop' }))
      .then(roundIs(null));
    given(settledCouple(), ...listens('spiegelen'), lies, anne.taps('listenLetGo'))
      .when(anne.does({ type: 'stop' }))
      .then(roundIs({ left: [anne.id] }));
  });
});

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

test('after the bot was away nothing is shown again of what the clock is about to put down, or of what lies or is left', () => {
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

test('of two letters only the one that is not ready is asked for', () => {
  given(settledCouple(), ...listens('tien-en-tien'), anne.says('Lieve'), anne.taps('listenDone'))
    .when(time.passes(hours(25)))
    .then(anne.hears(), bram.hears('listenNudge'));
});
