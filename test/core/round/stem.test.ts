import { describe, expect, test } from 'vitest';
import { answerOf } from '../../../src/core/person.js';
import {
  allowsVoice,
  anne,
  askedCouple,
  bram,
  given,
  happened,
  refused,
  that,
  type Someone,
} from '../../support/given.js';
import { draftOf, revealTo } from '../looks.js';
import { complaint, dance, only } from '../prompts.js';

/** Sentences to finish: a message for each gap, or all of it at once. */

const dancing = (...acts: Parameters<typeof given>[1][]) => given(askedCouple({ prompts: only(dance) }), ...acts);
const complaining = (...acts: Parameters<typeof given>[1][]) =>
  given(askedCouple({ prompts: only(complaint) }), ...acts);

const gapsOf = (someone: Someone, gaps: Readonly<Record<string, string>>) =>
  that((_, rules) => {
    const { pieces } = answerOf(rules.personOf(someone.id), rules.coupleOf(someone.id).round?.id ?? '');
    const said = pieces.map((piece) => [piece.at, piece.kind === 'text' ? piece.text : piece.fileId]);
    expect(Object.fromEntries(said)).toEqual(gaps);
  });

describe('a sentence to finish', () => {
  test('is filled gap by gap, and can be sealed once it is whole', () => {
    dancing()
      .when(anne.says('stil wordt'))
      .then(gapsOf(anne, { 'zin.1': 'stil wordt' }), anne.reads('unfinished', { isBegun: true, sealing: null }))
      .when(anne.says('ga ik harder praten'))
      .then(gapsOf(anne, { 'zin.1': 'stil wordt', 'zin.2': 'ga ik harder praten' }), anne.hears('draft'))
      .when(anne.taps('seal'))
      .then(happened('answerSealed'), bram.hears());
  });

  test('is taken apart when it is typed whole', () => {
    dancing()
      .when(anne.says('Als jij stil wordt, dan ga ik harder praten'))
      .then(gapsOf(anne, { 'zin.1': 'stil wordt', 'zin.2': 'ga ik harder praten' }), anne.hears('draft'));
  });

  test('typed whole in another order fills the first gap, and nothing of it is lost', () => {
    const typed = 'Ik ga harder praten als jij stil wordt';
    dancing()
      .when(anne.says(typed))
      .then(gapsOf(anne, { 'zin.1': typed }), anne.hears('unfinished'));
  });

  test('typed once more from its beginning fills what is open', () => {
    dancing(anne.says('stil wordt'))
      .when(anne.says('Als jij stil wordt, dan ga ik weg'))
      .then(gapsOf(anne, { 'zin.1': 'stil wordt', 'zin.2': 'ga ik weg' }));
  });

  test('takes a voice note for a gap', () => {
    given(askedCouple({ prompts: only(dance) }), allowsVoice(anne), anne.speaks('stem'))
      .when(anne.says('ga ik weg'))
      .then(gapsOf(anne, { 'zin.1': 'stem', 'zin.2': 'ga ik weg' }), anne.hears('draft'));
  });

  test('has no place for a third voice note, and says so', () => {
    given(askedCouple({ prompts: only(dance) }), allowsVoice(anne), anne.speaks('1'), anne.speaks('2'))
      .when(anne.speaks('3'), anne.speaks('4'))
      .then(refused('sentence-full'), gapsOf(anne, { 'zin.1': '1', 'zin.2': '2' }));
  });

  test('says how long a part may be, and takes it once it is shorter', () => {
    dancing()
      .when(anne.says('a'.repeat(1000)))
      .then(refused('part-too-long', { units: 1000, limit: 90 }));
    dancing(anne.says('stil wordt', { messageId: 5 }))
      .when(anne.edits(5, 'a'.repeat(91)))
      .then(refused('part-too-long', { units: 91, limit: 90 }), gapsOf(anne, { 'zin.1': 'stil wordt' }));
  });

  test('that is whole takes no more words, before and after it is sealed', () => {
    dancing(anne.says('als jij stil wordt, dan ga ik weg'))
      .when(anne.says('en nog iets'))
      .then(refused('sentence-full'));
    dancing(anne.says('als jij stil wordt, dan ga ik weg'), anne.taps('seal'))
      .when(anne.says('en nog iets'))
      .then(refused('sealed-already'));
  });

  test('cannot be sealed half', () => {
    dancing(anne.says('stil wordt')).when(anne.presses('seal', {})).then(refused('stale-button'));
    dancing(anne.says('stil wordt'))
      .when((rules) => {
        const round = rules.coupleOf(anne.id).round?.id ?? '';
        anne.presses('seal', { slot: round, step: 1 })(rules);
      })
      .then(refused('line-needed'));
  });
});

describe('an edit', () => {
  test('changes its own gap', () => {
    dancing(anne.says('stil wordt', { messageId: 5 }), anne.says('ga ik weg'))
      .when(anne.edits(5, 'wegloopt'))
      .then(gapsOf(anne, { 'zin.1': 'wegloopt', 'zin.2': 'ga ik weg' }), anne.hears('draft'));
  });

  test('of a whole sentence changes both gaps; the same words again change nothing', () => {
    const whole = dancing(anne.says('Als jij stil wordt, dan ga ik weg', { messageId: 5 }));
    whole.when(anne.edits(5, 'Als jij stil wordt, dan ga ik weg')).then(happened());
    whole
      .when(anne.edits(5, 'Als jij praat, dan luister ik'))
      .then(gapsOf(anne, { 'zin.1': 'praat', 'zin.2': 'luister ik' }));
  });

  test('of what is sealed counts once it is rewritten', () => {
    dancing(anne.says('Als jij stil wordt, dan ga ik weg', { messageId: 5 }), anne.taps('seal'))
      .when(anne.edits(5, 'Als jij praat, dan luister ik'), anne.taps('rewrite'))
      .then(gapsOf(anne, { 'zin.1': 'praat', 'zin.2': 'luister ik' }), anne.hears('offer', 'draft'));
  });

  test('of what is open comes too late', () => {
    dancing(
      anne.says('Als jij stil wordt, dan ga ik weg', { messageId: 5 }),
      anne.taps('seal'),
      bram.says('Als jij praat, dan luister ik'),
      bram.taps('seal'),
    )
      .when(anne.edits(5, 'Als jij zingt, dan zing ik mee'))
      .then(refused('edit-too-late'));
  });
});

describe('one’s own part', () => {
  const touching = 'word jij boos';

  test('that speaks of the other is asked about once, in private', () => {
    dancing(anne.says('stil wordt'))
      .when(anne.says(touching))
      .then(anne.hears('draft', 'ownPartAsked'), bram.hears())
      .when(anne.taps('restart'), anne.says('stil wordt'), anne.says(touching))
      .then(anne.hears('draftCleared', 'unfinished', 'draft'));
  });

  test('may stay as it is, and seals without a word about it', () => {
    dancing(anne.says('stil wordt'), anne.says(touching))
      .when(anne.taps('keepAsIs'), anne.taps('seal'))
      .then(happened('ownPartKept', 'answerSealed'), anne.hears('sealed'))
      .when(anne.taps('keepAsIs'))
      .then(happened());
    dancing(anne.says('stil wordt'), anne.says(touching)).when(anne.taps('seal')).then(happened('answerSealed'));
  });
});

describe('several sentences', () => {
  test('are filled in order, and one is enough', () => {
    complaining()
      .when(anne.says('je te laat bent'))
      .then(anne.reads('unfinished', { line: 'gevoel', isBegun: false }))
      .when(anne.taps('seal'))
      .then(happened('answerSealed'));
  });

  test('can be left one by one, but for the last; a second tap is one', () => {
    complaining()
      .when(anne.taps('skipLine'))
      .then(happened('lineSkipped'), anne.reads('unfinished', { line: 'gevoel' }))
      .when(anne.tapsOld('skipLine'))
      .then(happened())
      .when(anne.taps('skipLine'), anne.presses('skipLine', { arg: 'verzoek' }))
      .then(refused('stale-button'))
      .when(anne.says('samen koken'))
      .then(gapsOf(anne, { 'verzoek.1': 'samen koken' }), anne.hears('draft'));
  });

  test('typed at once, in any order, each find their own line', () => {
    complaining()
      .when(anne.says('Daarbij voel ik me moe. Wat me dwarszit, is dat je te laat bent.'))
      .then(gapsOf(anne, { 'gevoel.1': 'moe.', 'klacht.1': 'je te laat bent.' }))
      .when(anne.says('Zou je deze week bellen?'))
      .then(anne.hears('draft'));
  });

  test('begin again, and come back when taken back', () => {
    complaining(anne.taps('skipLine'), anne.says('moe'))
      .when(anne.taps('restart'))
      .then(draftOf(anne, []), anne.hears('draftCleared'))
      .when(anne.says('je te laat bent'), anne.taps('seal'), anne.taps('withdraw'))
      .then(gapsOf(anne, { 'klacht.1': 'je te laat bent' }), bram.hears());
  });
});

describe('what opens', () => {
  test('is whole lines only: of a half one not a word, and no voice', () => {
    given(askedCouple({ prompts: only(halves) }), allowsVoice(anne))
      .when(
        anne.speaks('half'),
        anne.taps('skipLine'),
        anne.says('we lachen'),
        anne.taps('seal'),
        bram.says('Ik hoop dat we slapen'),
        bram.taps('seal'),
      )
      .then(
        bram.hears('unfinished', 'sealed', 'revealed'),
        that(({ heard }) => {
          const { own, partner } = revealTo(
            bram,
            heard.map(({ notice }) => notice),
          );
          expect(own.answer.pieces.map(({ at }) => at)).toEqual(['hoop.1']);
          expect(partner.answer.pieces.map(({ at }) => at)).toEqual(['hoop.1']);
          expect(partner.answer).not.toHaveProperty('stem');
        }),
      );
  });

  test('is nothing before both have sealed', () => {
    dancing()
      .when(anne.says('stil wordt'), anne.says('word jij boos'), anne.taps('keepAsIs'), anne.taps('seal'))
      .then(bram.hears())
      .when(bram.says('praat'), bram.taps('restart'), bram.says('zingt'))
      .then(anne.hears());
  });
});

const halves = {
  ...dance,
  id: 'helft',
  answer: {
    kind: 'stem' as const,
    lines: [
      ...(dance.answer.kind === 'stem' ? dance.answer.lines : []),
      { id: 'hoop', text: { nl: 'Ik hoop dat …', en: 'I hope that …' }, max: 90, isOwnPart: false },
    ],
  },
};
