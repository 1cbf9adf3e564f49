import { describe, expect, test } from 'vitest';
import { anne, bram, given, happened, pairedCouple, time, that } from '../support/given.js';
import { revealTo, textsOf } from './looks.js';

describe('opening', () => {
  test('happens to both in the same step, own answer first, protected, the cards closed', () => {
    given(pairedCouple(), anne.says('Het strand'), anne.taps('seal'), bram.says('De trein'), bram.speaksFreely('stem'))
      .when(bram.taps('seal'))
      .then(
        happened('answerSealed', 'answersRevealed'),
        that(({ heard }) => {
          const notices = heard.map(({ notice }) => notice);
          expect(textsOf(revealTo(anne, notices))).toEqual([['Het strand'], ['De trein', 'stem']]);
          expect(textsOf(revealTo(bram, notices))).toEqual([['De trein', 'stem'], ['Het strand']]);
          const crossing = notices.filter(({ say }) => say?.name === 'revealed' || say?.name === 'partnerVoice');
          expect(crossing.map(({ to, isProtected, lane }) => [to, isProtected, lane])).toEqual([
            [anne.id, true, 'reveal'],
            [anne.id, true, 'reveal'],
            [bram.id, true, 'reveal'],
          ]);
        }),
      );
  });

  test('makes no sound for a partner in quiet hours, neither words nor voice', () => {
    given(pairedCouple(), anne.says('a'), anne.taps('seal'), time.is('2026-11-22T23:00'), bram.speaksFreely('stem'))
      .when(bram.taps('seal'))
      .then(
        that(({ heard }) => {
          const sent = heard.filter(({ notice }) => notice.to === anne.id && notice.lane === 'reveal');
          expect(sent.map(({ notice }) => [notice.say?.name, notice.isSilent])).toEqual([
            ['revealed', true],
            ['partnerVoice', true],
          ]);
        }),
      );
  });

  test('a pass leaves the partner’s words closed, and a draft that was never sealed with its writer', () => {
    const passed = () =>
      given(
        pairedCouple(),
        anne.says('nooit verzegeld'),
        anne.speaksFreely('nooit'),
        anne.taps('else'),
        anne.taps('notYet'),
        bram.says('Brams woorden'),
      );
    passed()
      .when(bram.taps('seal'))
      .then(
        anne.hears('sealedAndOpen', 'revealed'),
        bram.hears('sealed', 'sealedAndOpen', 'revealed'),
        that(({ heard }) => {
          const notices = heard.map(({ notice }) => notice);
          expect(revealTo(anne, notices).partner).toMatchObject({ isClosed: true, answer: { pieces: [] } });
          expect(revealTo(bram, notices).own.isClosed).toBe(true);
          const toBram = notices.filter(({ to }) => to === bram.id);
          expect(JSON.stringify(toBram)).not.toContain('nooit');
        }),
      );
  });

  test('[Toch delen] gives them after all, once', () => {
    const closed = () =>
      given(
        pairedCouple(),
        anne.taps('else'),
        anne.taps('live'),
        bram.says('woorden'),
        bram.speaksFreely('stem'),
        bram.taps('seal'),
      );
    closed()
      .when(bram.taps('shareAnyway'))
      .then(anne.hears('closedAnswer', 'partnerVoice'), bram.hears('closedAnswerSent'));
    closed().when(bram.taps('shareAnyway'), bram.taps('shareAnyway')).then(happened('closedAnswerShared'));
  });

  test('two passes close nothing', () => {
    given(pairedCouple(), anne.taps('else'), anne.taps('live'), bram.taps('else'))
      .when(bram.taps('notYet'))
      .then(
        anne.reads('revealed'),
        that(({ heard }) => {
          expect(heard.some(({ notice }) => JSON.stringify(notice.keys).includes('shareAnyway'))).toBe(false);
        }),
      );
  });
});
