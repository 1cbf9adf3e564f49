import { describe, expect, test } from 'vitest';
import {
  anne,
  bram,
  given,
  happened,
  hours,
  refused,
  settledCouple,
  time,
  type Expectation,
} from '../../support/given.js';
import { held, listens } from '../../support/listening.js';
import { sees } from '../chat.js';
import { taps } from './steps.js';

/** Two letters, written side by side, that open together. */

describe('two letters', () => {
  const writing = () => given(settledCouple(), ...listens('tien-en-tien'));

  test('are sealed once, and taken back one by one', () => {
    writing()
      .when(anne.says('Lieve'), anne.taps('listenDone'), taps(anne, 'listenDone', { arg: '1' }))
      .then(happened('segmentDrafted', 'letterSealed'))
      .when(taps(bram, 'listenTakeBack'))
      .then(refused('stale-button'));
  });

  test('one that is taken back does not open', () => {
    writing()
      .when(anne.says('Lieve'), anne.taps('listenDone'), anne.taps('listenTakeBack'))
      .then(happened('segmentDrafted', 'letterSealed', 'segmentTakenBack'))
      .when(bram.says('Lieve'), bram.taps('listenDone'), held)
      .then(happened('segmentDrafted', 'letterSealed'), anne.hears());
  });

  test('are asked for one by one: only the one that is not ready', () => {
    given(settledCouple(), ...listens('tien-en-tien'), anne.says('Lieve'), anne.taps('listenDone'))
      .when(time.passes(hours(25)))
      .then(anne.hears(), bram.hears('listenNudge'));
  });
});

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
