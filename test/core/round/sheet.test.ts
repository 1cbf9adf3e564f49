import { describe, expect, test } from 'vitest';
import { answerOf } from '../../../src/core/person.js';
import {
  anne,
  bram,
  days,
  given,
  happened,
  minutes,
  refused,
  that,
  time,
  type Act,
  type Someone,
} from '../../support/given.js';
import { sees } from '../chat.js';
import type { Rules } from '../stage.js';
import { begins, chooses, fillsIn, rowsOf, seals, taps, withSheet } from './sheets.js';

/** A sheet: rows filled in alone, themes chosen, and only what both chose opens. */

const asked = (...acts: readonly Act[]) => given(withSheet(), ...acts);
const roundId = (rules: Rules) =>
  rules.coupleOf(anne.id).round?.id ?? rules.coupleOf(anne.id).rested.at(-1)?.round.id ?? '';
const answer = (rules: Rules, who: Someone, round = roundId(rules)) => answerOf(rules.personOf(who.id), round);

describe('filling in a sheet', () => {
  test('is one message, changed in place by each tap, and by words brought down', () => {
    asked()
      .when(begins(anne))
      .then(
        happened('rowShown'),
        sees(
          anne,
          '~ prompt: [fillIn:on] / [later] [else]',
          '- sheet',
          '+ sheet: sheetRow [row:plezier_klein_niet] [row:plezier_klein_soms] / [row:plezier_klein_vaak] [row:plezier_klein_helemaal] / [rowPass:plezier_klein] (protected)',
        ),
        sees(bram),
      )
      .when(taps(anne, 'plezier_klein'), taps(anne, 'plezier_dag'), taps(anne, 'plezier_gek'))
      .then(anne.reads('sheetRow', { at: 'plezier_ons' }), sees(bram))
      .when(anne.says('het regent'))
      .then(happened('rowShown'), anne.reads('sheetRow', { at: 'eerlijk_mezelf' }), sees(bram));
  });

  test('goes back and on; a second tap on the same word does nothing', () => {
    asked(begins(anne), taps(anne, 'plezier_klein'))
      .when(taps(anne, 'plezier_klein'))
      .then(happened())
      .when(anne.taps('rowBack'))
      .then(anne.reads('sheetRow', { at: 'plezier_klein' }))
      .when(anne.tapsOld('rowBack'))
      .then(happened());
  });

  test('takes no words where there is a row to tap, and says so once in ten minutes', () => {
    asked(begins(anne))
      .when(anne.says('hoi'), anne.says('hallo?'))
      .then(anne.hears('refused'), anne.reads('refused', { refusal: 'tap-here-only' }), bram.hears())
      .when(taps(anne, 'plezier_klein'), anne.says('hoi'))
      .then(anne.hears('sheetRow'))
      .when(time.passes(minutes(11)), anne.says('hoi'))
      .then(anne.hears('refused'));
  });

  test('keeps nothing of a row that is its reader’s own, whatever was tapped', () => {
    asked(...fillsIn(anne, 'niet')).then(
      that((_, rules) => {
        expect(answer(rules, anne).picks.filter((pick) => pick.includes('_nee_'))).toEqual([]);
      }),
    );
  });

  test('stays to be answered for thirty days, while other questions come', () => {
    asked(begins(anne), taps(anne, 'plezier_klein'), time.is('2026-11-25T20:01'))
      .when(taps(anne, 'plezier_dag'))
      .then(happened('rowShown'))
      .when(time.passes(days(29)), taps(anne, 'plezier_gek'))
      .then(anne.reads('sheetRow', { at: 'plezier_ons' }))
      .when(time.passes(days(3)), anne.taps('rowPass'))
      .then(refused('stale-button'));
  });
});

describe('choosing what may open', () => {
  test('asks for exactly as many themes as the file says', () => {
    asked(...fillsIn(anne), anne.taps('toggleLine', { arg: 'later' }))
      .when(anne.taps('sealChosen'))
      .then(refused('choose-exactly'))
      .when(anne.taps('toggleLine', { arg: 'plezier' }), anne.taps('toggleLine', { arg: 'eerlijk' }))
      .then(refused('too-many-picks'));
  });

  test('has no theme of which too little was filled in', () => {
    const passes = (count: number) => Array.from({ length: count }, () => anne.taps('rowPass'));
    asked(begins(anne), ...passes(4), ...rowsOf.eerlijk.map((row) => taps(anne, `eerlijk_${row}`)), ...passes(1))
      .when(...passes(4))
      .then(anne.reads('sheetThemes', { canChoose: false }), sees(bram));
  });

  test('keeps of what was chosen the rows that are drawn, and nothing else', () => {
    asked(...fillsIn(anne), ...chooses(anne, 'plezier', 'later')).then(
      that((_, rules) => {
        const { picks, chosen, state } = answer(rules, anne);
        expect(state).toBe('sealed');
        expect(chosen).toEqual(['plezier', 'later']);
        expect(picks.map((pick) => pick.split('_')[0])).toEqual(['plezier', 'plezier', 'later', 'later']);
      }),
    );
  });

  test('is once and for all', () => {
    const ways: readonly Act[] = [
      anne.taps('sealChosen', { arg: '' }),
      anne.taps('row'),
      anne.taps('rowBack'),
      anne.taps('fillIn'),
      anne.taps('keepToMyself'),
      anne.does({ type: 'withdraw' }),
      anne.says('toch anders'),
      anne.presses('notYet'),
    ];
    const story = asked(...seals(anne, 'plezier', 'later'));
    const before = JSON.stringify(answer(story.rules, anne));
    story.when(...ways).then(
      that((_, rules) => {
        expect(JSON.stringify(answer(rules, anne))).toBe(before);
      }),
    );
  });

  test('gives no second try to whoever erases: to the other it looks like no answer', () => {
    asked(
      ...seals(anne, 'plezier', 'later'),
      anne.does({ type: 'erase' }),
      anne.taps('erase', { arg: 'answers' }),
      anne.taps('eraseNow'),
    )
      .when(anne.taps('fillIn'))
      .then(refused('sealed-once'))
      .when(...seals(bram, 'plezier', 'later'))
      .then(anne.hears(), bram.reads('sheetSealed'));
  });
});

describe('what the other may know of it', () => {
  const ways: Readonly<Record<string, readonly Act[]>> = {
    'fills in some rows': [begins(anne), taps(anne, 'plezier_klein'), taps(anne, 'plezier_dag')],
    'fills in all': fillsIn(anne),
    seals: seals(anne, 'plezier', 'later'),
    skips: [anne.taps('else'), anne.taps('skip')],
    'keeps it': [...fillsIn(anne), anne.taps('toggleLine', { arg: 'later' }), anne.taps('keepToMyself')],
    'seals and erases': [
      ...seals(anne, 'plezier', 'later'),
      anne.does({ type: 'erase' }),
      anne.taps('erase', { arg: 'answers' }),
      anne.taps('eraseNow'),
    ],
  };
  const seenByBram = (...acts: readonly Act[]) => {
    const { rules } = asked();
    const happening = rules.begin();
    for (const act of [...acts, time.is('2026-11-23T20:05'), ...fillsIn(bram), time.is('2026-12-30T12:00')]) act(rules);
    return happening.heard.filter(({ notice }) => notice.to === bram.id).map(({ at, notice }) => [at, notice]);
  };

  test.each(Object.keys(ways))('is nothing: who %s looks like who says nothing', (way) => {
    expect(seenByBram(...(ways[way] ?? []))).toEqual(seenByBram());
  });
});

describe('an opened sheet', () => {
  const opened = () => asked(...seals(anne, 'plezier', 'later'), ...fillsIn(bram, 'soms'));

  test('shows only the themes that both chose, to both at once', () => {
    opened()
      .when(...chooses(bram, 'eerlijk', 'later'))
      .then(
        anne.reads('sheetPage', { page: 0, mine: 0, names: ['Anne', 'Bram'] }),
        bram.reads('sheetPage', { page: 0, mine: 1, names: ['Anne', 'Bram'] }),
        that(({ heard }, rules) => {
          const pages = heard.flatMap(({ notice }) =>
            notice.say?.name === 'sheetPage' ? [notice.say.params.pages] : [],
          );
          expect(pages).toHaveLength(2);
          expect(pages.map((all) => all.map(({ title }) => title?.nl))).toEqual([['thema later'], ['thema later']]);
          for (const who of [anne, bram]) {
            const kept = JSON.stringify(rules.personOf(who.id).answers);
            expect(kept).not.toMatch(/plezier|eerlijk/);
          }
        }),
      );
  });

  test('is leafed through in place, and a talk begins with the theme of both', () => {
    opened()
      .when(...chooses(bram, 'plezier', 'later'))
      .then(anne.reads('sheetOpened'))
      .when(anne.taps('leafSheet'))
      .then(happened('sheetLeafed'), anne.reads('sheetPage', { page: 1 }), sees(bram))
      .when(anne.taps('talkAbout', { arg: '1' }), anne.taps('listenInvite'), bram.taps('listenNow'))
      .then(
        that(({ heard }) => {
          expect(heard.length).toBeGreaterThan(0);
        }),
      );
  });

  test('is talked about once more, each time beginning with the theme that was tapped', () => {
    const talks = (page: string) => [
      ...[anne.taps('talkAbout', { arg: page }), anne.taps('listenInvite', { step: 0 }), bram.taps('listenNow')],
      ...[anne, bram].map((who) => who.taps('listenReady', { arg: 'calm' })),
    ];
    const quoted = (title: string) =>
      that(({ heard }) => {
        const themes = heard.flatMap(({ notice }) =>
          notice.say?.name === 'listenTheme' ? [[notice.to, notice.say.params.said.title?.nl]] : [],
        );
        expect(themes).toEqual([anne, bram].map(({ id }) => [id, title]));
      });
    opened()
      .when(...chooses(bram, 'plezier', 'later'))
      .then(anne.reads('sheetOpened'))
      .when(...talks('0'))
      .then(quoted('thema plezier'))
      // Put down, and over.
      .when(time.passes(days(2)), time.passes(days(3) + 3_600_000))
      .then(anne.reads('listenOver'))
      .when(anne.taps('leafSheet'), ...talks('1'))
      .then(quoted('thema later'));
  });

  test('has no page any more once either erased', () => {
    opened()
      .when(
        ...chooses(bram, 'plezier', 'later'),
        bram.does({ type: 'erase' }),
        bram.taps('erase', { arg: 'answers' }),
        bram.taps('eraseNow'),
      )
      .then()
      .when(anne.taps('leafSheet'))
      .then(refused('page-gone'));
  });
});
