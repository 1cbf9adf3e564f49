import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Piece } from '../../../src/core/piece.js';
import { loopOf } from '../../../src/core/round/loop.js';
import type { Scenario } from '../../../src/core/round/scenario.js';
import {
  allowsVoice,
  anne,
  askedCouple,
  bram,
  given,
  prefers,
  that,
  time,
  type Act,
  type Someone,
} from '../../support/given.js';
import { sees } from '../chat.js';
import { complaint, only, prompt, ring, usualAfter } from '../prompts.js';

/** The ring of two sentences, drawn once both are open. */

const [annes, brams] = ['Als jij stil wordt, dan ga ik harder praten', 'Als jij harder praat, dan word ik stil'];
const seals = (who: Someone, words: string) => [who.says(words), who.taps('seal')];
const asked = (...acts: readonly Act[]) => given(askedCouple({ prompts: only(ring) }), ...acts);
const drawsNothing = that(({ heard }) => {
  const said = heard.map(({ notice }) => notice.say?.name);
  expect(said).toContain('revealed');
  expect(said).not.toContain('loop');
});

describe('a loop', () => {
  test('comes to both after the words, covered, protected and without a sound of its own', () => {
    asked(...seals(anne, annes), bram.says(brams))
      .when(bram.taps('seal'))
      .then(
        sees(
          anne,
          '- draft',
          '~ prompt: no keys',
          '+ reveal: revealed [thank] [tellMore] / [askBreather] [moreWays] (reveal, protected)',
          '+ photo loop (reveal, silent, protected)',
        ),
        sees(
          bram,
          '~ prompt: no keys',
          '~ draft: sealed [withdraw]',
          '- draft',
          '~ prompt: no keys',
          '+ reveal: revealed [thank] [tellMore] / [askBreather] [moreWays] (reveal, protected)',
          '+ photo loop (reveal, silent, protected)',
        ),
        that(({ heard }) => {
          const loops = heard.flatMap(({ notice }) => (notice.say?.name === 'loop' ? [notice.say.params] : []));
          const half = (...gaps: readonly string[]) => ({
            sentence: {
              text: { nl: 'Als jij …, dan …', en: 'When you …, I …' },
              gaps: gaps.map((words) => ({ words })),
            },
            hope: null,
          });
          const both = {
            top: half('stil wordt', 'ga ik harder praten'),
            bottom: half('harder praat', 'word ik stil'),
          };
          expect(loops).toEqual([both, both]);
        }),
      );
  });

  test('says where something was spoken, and the voice comes after it', () => {
    asked(allowsVoice(anne), anne.speaks('stem'), anne.says('ga ik weg'), anne.taps('seal'), bram.says(brams))
      .when(bram.taps('seal'))
      .then(
        bram.hears('sealed', 'revealed', 'loop', 'partnerVoice'),
        bram.reads('loop', {
          top: expect.objectContaining({
            sentence: expect.objectContaining({ gaps: [null, { words: 'ga ik weg' }] }) as unknown,
          }) as never,
        }),
      );
  });

  test('is left out where one of the two has no sentence', () => {
    asked(...seals(anne, annes), bram.taps('else'))
      .when(bram.taps('notYet'))
      .then(drawsNothing);
  });

  test.each([
    ['a part', 'Als jij boos bent, dan slaat hij me'],
    ['the sentence as a whole', 'Als jij me slaat, dan ren ik weg'],
    ['a part about one’s life', 'Als jij boos bent, dan wil ik niet meer leven'],
  ])('is left out where %s sounds like violence or worse; the words open all the same', (_, words) => {
    asked(...seals(anne, annes), bram.says(words), bram.taps('forPartner'))
      .when(bram.taps('seal'))
      .then(drawsNothing, bram.hears('sealed', 'revealed'));
  });

  test('lies folded in discreet mode, with the words', () => {
    asked(prefers(anne, true), ...seals(anne, annes), bram.says(brams))
      .when(bram.taps('seal'))
      .then(anne.hears('unopened', 'revealed', 'loop'));
  });

  test('waits with the words for the hour of the two', () => {
    asked(
      ...[anne.does({ type: 'showSettings', view: 'all' }), anne.taps('openingHour')],
      ...[anne.taps('setOpeningHour', { arg: '1290' }), ...seals(anne, annes), ...seals(bram, brams)],
    )
      .when(time.is('2026-11-23T21:31'))
      .then(anne.hears('revealed', 'loop'), bram.hears('revealed', 'loop'));
  });
});

describe('what is drawn', () => {
  const piece = (at: string, text: string): Piece => ({ kind: 'text', at, messageId: 1, text });
  const sentence = [piece('zin.1', 'lacht'), piece('zin.2', 'lach ik mee')];
  const hope = [piece('gevoel.1', 'gezien')];
  const hoping = prompt('hopen', {
    after: { ...usualAfter, drawing: { draw: 'loop', from: 'ring', with: 'klacht' } },
  });
  const all = new Map([ring, complaint, hoping].map((one) => [one.id, one]));
  const draw = (scenario: Scenario, said: Readonly<Record<string, Readonly<Record<number, readonly Piece[]>>>>) =>
    loopOf([anne.id, bram.id], scenario, (of, person) => said[of]?.[person] ?? null, all);

  test('has the hope of both below, from another step, or of neither', () => {
    const both = { [anne.id]: sentence, [bram.id]: sentence };
    const hopes = draw(hoping, { ring: both, klacht: { [anne.id]: hope, [bram.id]: hope } });
    expect([hopes?.top.hope?.gaps, hopes?.bottom.hope?.gaps]).toEqual([[{ words: 'gezien' }], [{ words: 'gezien' }]]);
    const one = draw(hoping, { ring: both, klacht: { [anne.id]: hope } });
    expect([one?.top.hope, one?.bottom.hope]).toEqual([null, null]);
  });

  test('is nothing where a sentence is missing, half, or its file lost the line', () => {
    expect(draw(ring, { ring: { [anne.id]: sentence } })).toBeNull();
    expect(draw(ring, { ring: { [anne.id]: sentence, [bram.id]: sentence.slice(1) } })).toBeNull();
    const both = { ring: { [anne.id]: sentence, [bram.id]: sentence } };
    expect(draw(ring, both)).not.toBeNull();
    const lost = new Map([['ring', { ...ring, answer: complaint.answer }]]);
    expect(loopOf([1, 2], ring, (of, person) => both[of as 'ring'][person] ?? null, lost)).toBeNull();
    expect(loopOf([1, 2], prompt('gewoon'), () => sentence, all)).toBeNull();
  });

  test('is the same whoever of the two is named first', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (mine, theirs) => {
        const said = (_: string, person: number) => [piece('zin.1', person === 1 ? mine : theirs), piece('zin.2', 'x')];
        expect(loopOf([2, 1], ring, said, all)).toEqual(loopOf([1, 2], ring, said, all));
      }),
    );
  });
});
