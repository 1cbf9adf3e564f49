import { describe, expect, test } from 'vitest';
import { exportOf } from '../../../src/core/own-data/export.js';
import {
  anne,
  bothAnswer,
  bram,
  days,
  given,
  inviter,
  minutes,
  pairedCouple,
  refused,
  settledCouple,
  that,
  time,
  type Act,
  type Someone,
} from '../../support/given.js';
import { held, listens } from '../../support/listening.js';
import { over, underWay } from '../listened.js';
import type { Rules } from '../stage.js';

/** /export, and a second time what is closed. */
const exportsAll = (who: Someone): readonly Act[] => [
  who.does({ type: 'exportData' }),
  who.taps('exportAll'),
  who.taps('exportAllNow'),
];

/** /export: two files of what is kept of somebody, and not a word or name of anybody else. */

describe('/export', () => {
  test('sends two files without a word or name of the partner, and waits a while before the next', () => {
    given(
      pairedCouple(),
      ...bothAnswer('Annes woorden', 'Brams geheim'),
      bram.says('Brams reactie'),
      bram.taps('sendReaction'),
    )
      .when(anne.does({ type: 'exportData' }))
      .then(
        anne.hears('exported', 'exported'),
        that(({ heard }) => {
          const said = JSON.stringify(heard.map(({ notice }) => notice.say));
          expect(said).toContain('Annes woorden');
          expect(said).not.toMatch(/Bram/u);
        }),
      )
      .when(anne.does({ type: 'exportData' }))
      .then(refused('export-too-soon', { minutes: 10 }))
      .when(time.passes(minutes(11)), anne.does({ type: 'exportData' }))
      .then(anne.reads('exported'));
  });
});

describe('what is sent', () => {
  const dataOf = (rules: Rules, who = anne) => exportOf(rules.sceneOf(who.id), rules.personOf(who.id), rules.now());
  const exported = (rules: Rules) => {
    const happening = rules.begin();
    for (const act of exportsAll(anne)) act(rules);
    const says = happening.heard.flatMap(({ notice: { say } }) => (say?.name === 'exported' ? [say.params.data] : []));
    return says.at(-1);
  };

  test('does not tell whether what one did reached the other', () => {
    const dataAfter = (...acts: readonly Act[]) => {
      const asks = [anne.does({ type: 'askQuestion' }), anne.does({ type: 'callBreather' })];
      const { rules } = given(settledCouple(), ...acts, time.is('2026-11-22T15:00'), ...asks);
      return exported(rules);
    };
    const silent = dataAfter();
    expect(dataAfter(bram.does({ type: 'block' }))).toEqual(silent);
    expect(dataAfter(bram.does({ type: 'stop' }))).toEqual(silent);
  });

  test('is in the order in which it was asked, and says where each lies and until when', () => {
    const { rules } = given(
      ...[pairedCouple(), ...bothAnswer('a', 'b'), time.is('2026-12-02T19:00')],
      ...[time.is('2026-12-02T20:00'), anne.says('half'), time.is('2026-12-05T20:00')],
      ...[...bothAnswer('open', 'ook'), anne.does({ type: 'askQuestion' }), anne.says('nieuw')],
    );
    const rounds = exported(rules)?.rounds ?? [];
    expect(rounds.map(({ where, answer }) => [where, answer.pieces.map((one) => 'text' in one && one.text)])).toEqual([
      ['kept', ['a']],
      ['put-away', ['half']],
      ['opened', ['open']],
      ['open-question', ['nieuw']],
    ]);
    const [book, rested, opened, open] = rounds;
    expect(book?.until).toBe((book?.askedAt ?? 0) + days(90));
    expect([rested?.until, opened?.until, open?.until]).toEqual([null, null, null]);
    expect([rested?.openedAt, open?.openedAt]).toEqual([null, null]);
    expect(opened?.openedAt).toBeGreaterThan(opened?.askedAt ?? Infinity);
    expect(rounds.map(({ askedAt }) => askedAt)).toEqual(rounds.map(({ askedAt }) => askedAt).toSorted());
  });

  test('says since when one is paired, and until when an invite lives', () => {
    const paired = exported(given(pairedCouple()).rules);
    expect(paired?.pair).toMatchObject({ since: expect.any(Number) as number, isApart: false, inviteUntil: null });
    const alone = exported(given(inviter()).rules);
    expect(alone?.pair).toMatchObject({ since: null, inviteUntil: expect.any(Number) as number });
    expect([alone?.listened, alone?.pending, alone?.line]).toEqual([[], [], null]);
  });

  test('holds what waits for a tap or a yes to voice, and one’s line of a breather', () => {
    const sealed = given(pairedCouple(), anne.says('een'), anne.taps('seal'), anne.says('twee'), anne.speaks('stem'));
    expect(exported(sealed.rules)?.pending).toMatchObject([{ text: 'twee' }, { kind: 'voice', fileId: 'stem' }]);
    const writing = [
      ...[anne.does({ type: 'callBreather' }), time.passes(minutes(31))],
      ...[anne, bram].map((one) => one.taps('breathBack')),
      ...[anne, bram].map((one) => one.taps('breathChoice', { arg: 'oneLine' })),
    ];
    expect(exported(given(settledCouple(), ...writing, anne.says('regel')).rules)?.line).toBe('regel');
    expect(exported(given(settledCouple(), ...writing, bram.says('regel')).rules)?.line).toBeNull();
  });

  test('is nothing but oneself when one is alone', () => {
    const { rules } = given(pairedCouple(), bram.does({ type: 'stop' }), bram.taps('unpair'));
    expect(dataOf(rules)).toMatchObject({ pair: null, rounds: [], listened: [], pending: [], line: null });
  });

  test('is of a listening round what one said, agreed and felt, and no more', () => {
    const done = [anne.taps('listenDone'), bram.taps('listenDone')];
    const letters = [
      ...listens('tien-en-tien'),
      anne.says('Annes brief'),
      anne.taps('listenDone'),
      bram.says('Brams brief'),
    ];
    const after = [anne, bram].flatMap((one) => [one.taps('listenMore'), one.taps('listenTension', { arg: 'calm' })]);
    const { rules } = given(
      ...[settledCouple(), ...letters, bram.taps('listenDone'), held, ...done, ...after, bram.taps('listenPlan')],
      ...[bram.says('Brams afspraak'), bram.taps('listenPlanSend')],
    );
    const words = (text: string) => [
      { step: expect.any(String) as string, option: null, pieces: [{ text }], picks: [] },
    ];
    const [annes, brams] = [dataOf(rules), dataOf(rules, bram)].map(({ listened }) => listened);
    expect(annes).toMatchObject([{ said: words('Annes brief'), draft: null, notes: [], plan: null, tension: 'calm' }]);
    expect(brams).toMatchObject([{ said: words('Brams brief'), plan: 'Brams afspraak', tension: 'calm' }]);
    expect(annes?.[0]?.said).toHaveLength(1);
  });

  test('holds no draft of a listening round where nothing was begun', () => {
    const { rules } = given(settledCouple(), ...listens('alleen-luisteren'), bram.says('Brams notitie'));
    expect(dataOf(rules).listened).toMatchObject([{ draft: null, said: [], notes: [] }]);
    anne.says('half')(rules);
    expect(dataOf(rules).listened).toMatchObject([{ draft: { pieces: [{ text: 'half' }] } }]);
  });

  test('is of listening rounds one’s own drafts, notes and what one said, and nothing of the other', () => {
    const own = ['Annes verhaal', 'Annes notitie', 'Annes half begin'];
    given(settledCouple(), ...underWay)
      .when(...exportsAll(anne))
      .then(
        that(({ heard }) => {
          const said = JSON.stringify(heard.map(({ notice }) => notice.say));
          for (const words of own) expect(said).toContain(words);
          expect(said).not.toMatch(/Bram/u);
        }),
      );
    given(settledCouple(), ...over)
      .when(...exportsAll(bram))
      .then(
        that(({ heard }) => {
          const said = JSON.stringify(heard.map(({ notice }) => notice.say));
          expect(said).toContain('Brams afspraak');
          expect(said).toContain('Brams brief');
          expect(said).not.toMatch(/Anne/u);
        }),
      );
  });
});

describe('what is sent first', () => {
  const withBook = (rules: Rules, who: Someone) => ({ ...rules.sceneOf(who.id), book: rules.bookOf(who.id) });
  const openTo = (rules: Rules, who = anne) =>
    exportOf(withBook(rules, who), rules.personOf(who.id), rules.now(), 'open');
  const shown = (rules: Rules, who = anne) => {
    const happening = rules.begin();
    who.does({ type: 'exportData', messageId: 41 })(rules);
    return happening.heard.map(({ notice }) => notice);
  };

  test('holds what is open, and of what is closed neither a word nor that it is there', () => {
    const { rules } = given(
      ...[pairedCouple(), ...bothAnswer('Annes open woorden', 'b'), time.is('2026-12-02T20:00')],
      ...[anne.says('Annes rustende woorden'), anne.taps('seal'), time.is('2026-12-05T20:00')],
      ...[anne.says('Annes dichte woorden'), anne.taps('seal'), anne.says('Annes losse woorden')],
    );
    rules.change(anne.id, ({ consents }) => ({
      consents: { ...consents, deeper: { version: 1, at: 1_795_000_000_000 } },
      holidayUntil: '2026-12-30',
      revealMinute: 1290,
    }));
    const said = JSON.stringify(openTo(rules));
    expect(said).toContain('Annes open woorden');
    for (const words of ['rustende', 'dichte', 'losse']) expect(said).not.toContain(words);
    expect(openTo(rules).rounds).toHaveLength(1);
    expect(Object.keys(openTo(rules).person).toSorted()).toEqual(['consent', 'language', 'name', 'zone']);
    expect(said).not.toMatch(/2026-12-30|deeper|revealMinute|hasStopped|isApart/u);
    const all = JSON.stringify(exportOf(withBook(rules, anne), rules.personOf(anne.id), rules.now()));
    for (const words of ['open', 'rustende', 'dichte', 'losse', '2026-12-30', 'deeper']) expect(all).toContain(words);
  });

  test('holds no words that opened to nobody, though their round did', () => {
    const { rules } = given(
      pairedCouple(),
      anne.says('Annes woorden'),
      anne.taps('seal'),
      bram.taps('else'),
      bram.taps('notYet'),
    );
    expect(JSON.stringify(openTo(rules))).not.toContain('Annes woorden');
  });

  test('holds of listening rounds what was said, and no draft, note, feeling or plan of one alone', () => {
    const during = JSON.stringify(openTo(given(settledCouple(), ...underWay).rules));
    expect(during).toContain('Annes verhaal');
    expect(during).not.toMatch(/notitie|half begin/u);
    const after = JSON.stringify(openTo(given(settledCouple(), ...over).rules, bram));
    expect(after).toContain('Brams brief');
    expect(after).not.toMatch(/"tension":"/u);
    const begun = given(settledCouple(), ...listens('alleen-luisteren'), bram.says('Brams notitie'));
    expect(openTo(begun.rules, bram).listened).toEqual([]);
  });

  test('goes away again, with what was typed for it, and leads to the rest by a second question', () => {
    const { rules } = given(settledCouple());
    const first = shown(rules);
    expect(first.filter(({ act }) => act === 'document')).toHaveLength(2);
    const swept = first.filter(({ act, lane }) => act === 'delete' && lane === 'sweep');
    for (const { card } of first.filter(({ act }) => act === 'document')) {
      expect(swept.map((one) => one.card)).toContain(card);
    }
    expect(swept.map(({ messageId }) => messageId)).toContain(41);
    const happening = rules.begin();
    anne.taps('exportAll')(rules);
    expect(happening.heard.map(({ notice }) => notice.say?.name ?? notice.act)).toEqual(['exportAllAsked', 'delete']);
    anne.taps('exportAllNow')(rules);
    expect(happening.heard.filter(({ notice }) => notice.act === 'document')).toHaveLength(2);
    anne.taps('exportAllNow')(rules);
    expect(happening.refusals).toMatchObject([{ refusal: 'export-too-soon' }]);
  });

  test('is the same by [Mijn gegevens], with all that the book holds', () => {
    const { rules } = given(pairedCouple(), ...bothAnswer('Annes boek', 'b'), time.passes(days(9)));
    const happening = rules.begin();
    for (const act of [anne.does({ type: 'showSettings', view: 'all' }), anne.taps('exportData')]) act(rules);
    expect(JSON.stringify(happening.heard.map(({ notice }) => notice.say))).toContain('Annes boek');
  });
});
