import { describe, expect, test } from 'vitest';
import { answerOf } from '../../../src/core/person.js';
import type { AnswerKind, Scenario } from '../../../src/core/round/scenario.js';
import { anne, askedCouple, bram, given, refused, that, time, type Act, type Someone } from '../../support/given.js';
import { complaint, only, overlap, sheet } from '../prompts.js';
import type { Happening } from '../memory.js';
import type { Rules } from '../stage.js';
import { seals as sealsPicks, withOverlap } from './overlaps.js';
import { begins, chooses, fillsIn, rowsOf, taps, withSheet } from './sheets.js';

/** A question lies open, and its file is another one after a start: not a word is lost, and nothing fails. */

/** The same question with another answer; null for no file at all. */
const becomes =
  (id: string, how: ((scenario: Scenario) => Scenario) | null): Act =>
  (rules) => {
    rules.changePrompts((scenario) => (scenario.id !== id ? scenario : (how?.(scenario) ?? null)));
  };
const answered =
  <Kind extends AnswerKind['kind']>(kind: Kind, how: (answer: Extract<AnswerKind, { kind: Kind }>) => AnswerKind) =>
  (scenario: Scenario): Scenario => ({ ...scenario, answer: how(scenario.answer as never) });

/** All that somebody can read in what came to them. */
const readBy = (who: Someone, { heard }: Happening) =>
  JSON.stringify(heard.flatMap(({ notice }) => (notice.to === who.id ? [notice.say?.params] : [])));
/** Each of these stands in what opened to both. */
const opensWith = (...words: readonly string[]) =>
  that((happening, rules) => {
    for (const who of [anne, bram]) {
      who.reads('revealed')(happening, rules);
      for (const word of words) expect(readBy(who, happening)).toContain(word);
    }
    for (const { notice } of happening.heard) rules.tell(notice);
  });

describe('a stem', () => {
  const { id } = complaint;
  const sentences = (who: Someone): readonly Act[] =>
    ['lawaai', 'moe', 'stil zijn'].map((words) => who.says(`${words} van ${who.name}`));
  const begun = (...acts: readonly Act[]) => given(askedCouple({ prompts: only(complaint) }), ...acts);
  const changes: Readonly<Record<string, Act>> = {
    'loses its first line': becomes(
      id,
      answered('stem', (stem) => ({ ...stem, lines: stem.lines.slice(1) })),
    ),
    'has its lines in another order': becomes(
      id,
      answered('stem', (stem) => ({ ...stem, lines: stem.lines.toReversed() })),
    ),
    'calls its lines by other names': becomes(
      id,
      answered('stem', (stem) => ({
        ...stem,
        lines: stem.lines.map((line) => ({ ...line, id: `${line.id}-anders` })),
      })),
    ),
    'gets a line more': becomes(
      id,
      answered('stem', (stem) => ({
        ...stem,
        lines: [...stem.lines, { id: 'vier', text: { nl: 'En ook …', en: 'And …' }, max: 90, isOwnPart: false }],
      })),
    ),
    'takes shorter parts': becomes(
      id,
      answered('stem', (stem) => ({ ...stem, lines: stem.lines.map((line) => ({ ...line, max: 2 })) })),
    ),
    'is a question in free words': becomes(
      id,
      answered('stem', () => ({ kind: 'text' })),
    ),
    'is gone': becomes(id, null),
  };

  test.each(Object.entries(changes))('that %s once one has sealed opens with every word of theirs', (_, change) => {
    begun(...sentences(anne), anne.taps('seal'), change)
      .when(bram.says('ja'), bram.says('zo'), bram.taps('seal'))
      .then(opensWith('lawaai van Anne', 'moe van Anne', 'stil zijn van Anne'));
  });

  test.each(Object.entries(changes))(
    'that %s while it is filled in keeps what was said, and is sealed',
    (_, change) => {
      begun(...sentences(bram), bram.taps('seal'), anne.says('lawaai van Anne'), anne.says('moe van Anne'), change)
        .when(anne.says('zo'), anne.taps('seal'))
        .then(opensWith('lawaai van Anne', 'moe van Anne', 'lawaai van Bram', 'moe van Bram', 'stil zijn van Bram'));
    },
  );
});

describe('a sheet', () => {
  const { id } = sheet;
  const asked = (...acts: readonly Act[]) => given(withSheet(), ...acts);
  const answer = (rules: Rules, who: Someone) => {
    const couple = rules.coupleOf(who.id);
    const found = [couple.round, ...couple.rested.map(({ round }) => round)].find((round) => round?.scenario === id);
    return answerOf(rules.personOf(who.id), found?.id ?? '');
  };
  const themes = (how: (all: Extract<AnswerKind, { kind: 'sheet' }>['themes']) => typeof all) =>
    becomes(
      id,
      answered('sheet', (one) => ({ ...one, themes: how(one.themes) })),
    );
  const without = (theme: string, row: string) =>
    themes((all) =>
      all.map((one) => (one.id === theme ? { ...one, rows: one.rows.filter((each) => each.id !== row) } : one)),
    );

  test('goes on at the first row without an answer where the row before its writer is gone', () => {
    asked(begins(anne), taps(anne, 'plezier_klein'), without('plezier', 'dag'))
      .when(taps(anne, 'plezier_dag'))
      .then(refused('stale-button'))
      .when(begins(anne))
      .then(
        anne.reads('sheetRow', { at: 'plezier_gek' }),
        that((_, rules) => {
          expect(answer(rules, anne).picks).toEqual(['plezier_klein_vaak']);
        }),
      );
  });

  test('asks a row that is new where its writer has not been yet, and can be sealed without one behind them', () => {
    const more = themes((all) =>
      all.map((one) => ({
        ...one,
        rows: [{ is: 'tapped', id: 'nieuw', text: { nl: 'Nieuw.', en: 'New.' }, isOwnOnly: false }, ...one.rows],
      })),
    );
    asked(begins(anne), taps(anne, 'plezier_klein'), more)
      .when(
        ...['plezier_dag', 'plezier_gek'].map((row) => taps(anne, row)),
        anne.says('het regent'),
        taps(anne, 'eerlijk_nieuw'),
      )
      .then(anne.reads('sheetRow', { at: 'eerlijk_mezelf' }))
      .when(...rowsOf.eerlijk.map((row) => taps(anne, `eerlijk_${row}`)), anne.taps('rowPass'))
      .then(anne.reads('sheetRow', { at: 'later_nieuw' }));
  });

  test('has no theme any more that its file has not, neither to choose nor in what opens', () => {
    const gone = themes((all) => all.filter((one) => one.id !== 'plezier'));
    asked(...fillsIn(anne), anne.taps('toggleLine', { arg: 'plezier' }), gone)
      .when(anne.taps('toggleLine', { arg: 'plezier' }))
      .then(refused('stale-button'))
      .when(...chooses(anne, 'eerlijk', 'later'), ...fillsRest(bram), ...chooses(bram, 'eerlijk', 'later'))
      .then(
        anne.reads('sheetOpened'),
        that(({ heard }, rules) => {
          const pages = heard.flatMap(({ notice }) =>
            notice.say?.name === 'sheetPage' ? [notice.say.params.pages.map(({ title }) => title?.nl)] : [],
          );
          expect(pages).toEqual([
            ['thema eerlijk', 'thema later'],
            ['thema eerlijk', 'thema later'],
          ]);
          for (const { notice } of heard) rules.tell(notice);
        }),
      );
  });

  test('that both sealed is leafed through by what there is of it, and a page that is gone says so', () => {
    const opened = () => asked(...fillsIn(anne), ...chooses(anne, 'plezier', 'later'), ...fillsIn(bram));
    const gone = themes((all) => all.filter((one) => one.id !== 'later'));
    const bothChose = chooses(bram, 'plezier', 'later');
    opened()
      .when(...bothChose, gone, anne.taps('leafSheet'))
      .then(
        that(({ heard }, rules) => {
          for (const { notice } of heard) rules.tell(notice);
        }),
      );
    opened()
      .when(...bothChose, becomes(id, null), anne.taps('leafSheet'))
      .then(refused('page-gone'));
  });

  test('whose file is gone takes nothing more, keeps what is there, and is put away like any other', () => {
    asked(begins(anne), taps(anne, 'plezier_klein'), becomes(id, null))
      .when(taps(anne, 'plezier_dag'), anne.taps('fillIn'))
      .then(refused('stale-button'), bram.hears())
      .when(anne.says('hallo'))
      .then(
        bram.hears(),
        that((_, rules) => {
          expect(answer(rules, anne).picks).toEqual(['plezier_klein_vaak']);
        }),
      )
      .when(time.is('2027-01-10T12:00'))
      .then(
        that(({ heard }, rules) => {
          for (const { notice } of heard) rules.tell(notice);
        }),
      );
  });

  function fillsRest(who: Someone): readonly Act[] {
    return [
      begins(who),
      ...(['eerlijk', 'later'] as const).flatMap((theme) => [
        ...rowsOf[theme].map((row) => taps(who, `${theme}_${row}`)),
        who.taps('rowPass'),
      ]),
    ];
  }
});

describe('what only both tap', () => {
  const wednesday = time.is('2026-11-25T20:00');
  const said = that(({ heard }, rules) => {
    for (const { notice } of heard) rules.tell(notice);
  });

  test('opens all the same where its file is gone, without words that nobody has any more', () => {
    given(
      withOverlap(),
      ...sealsPicks(anne, 'koken'),
      ...sealsPicks(bram, 'koken'),
      time.is('2026-11-25T19:59'),
      becomes(overlap.id, null),
    )
      .when(wednesday)
      .then(anne.hears('overlapOpened'), bram.hears('overlapOpened'), said);
  });

  test('takes no tap on what its file has not any more', () => {
    const shrunk = becomes(
      overlap.id,
      answered('multi', (multi) => ({ ...multi, groups: multi.groups.slice(0, 1) })),
    );
    given(withOverlap(), shrunk)
      .when(...sealsPicks(anne, 'koken').slice(0, 1))
      .then(refused('stale-button'), bram.hears());
  });
});
