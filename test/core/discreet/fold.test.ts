import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Command } from '../../../src/core/command.js';
import { isMessage, type Notice } from '../../../src/core/notice.js';
import type { PersonId } from '../../../src/core/ids.js';
import {
  anne,
  askedCouple,
  bothAnswer,
  bram,
  days,
  given,
  happened,
  leaves,
  minutes,
  pairedCouple,
  prefers,
  settledCouple,
  that,
  time,
  type Expectation,
  type Setting,
  type Someone,
} from '../../support/given.js';
import { listeningStep } from '../anything-listening.js';
import { steps, type Step, type World } from '../anything.js';
import type { Happening } from '../memory.js';
import { opening, prompt } from '../prompts.js';

/** Discreet mode: what arrives unasked lies in a message that tells nothing, until its reader opens it. */

const isLine = ({ say }: Notice) => say?.name === 'unopened';

/** Of what arrives at somebody, what is read at once, and what lies folded. */
function arriving(someone: Pick<Someone, 'id'>, { heard }: Happening) {
  const all = heard.flatMap(({ notice }) => (notice.to === someone.id && isMessage(notice) ? [notice] : []));
  const names = (some: readonly Notice[]) => some.map(({ say }) => say?.name);
  return {
    read: names(all.filter(({ fold }) => fold === null)),
    folded: names(all.filter(({ fold }) => fold !== null)),
    lines: all.filter(isLine),
    inside: all.filter(({ fold }) => fold !== null),
  };
}

const folds =
  (someone: Someone, ...names: readonly string[]): Expectation =>
  (happening) => {
    const { read, folded } = arriving(someone, happening);
    expect({ read: [...new Set(read)], folded }).toEqual({
      read: names.length === 0 ? [] : ['unopened'],
      folded: names,
    });
  };

const readsBare =
  (someone: Someone, ...names: readonly string[]): Expectation =>
  (happening) => {
    const { read, folded } = arriving(someone, happening);
    expect({ read, folded }).toEqual({ read: names, folded: [] });
  };

describe('discreet mode is offered', () => {
  const untold = [prefers(anne, null), prefers(bram, null)];

  test('once, to each, with the first question that the clock brings', () => {
    given(settledCouple(), ...untold)
      .when(time.is('2026-11-23T20:00'))
      .then(anne.hears('prompt', 'discreetOffered'), bram.hears('prompt', 'discreetOffered'))
      .when(...bothAnswer(), time.is('2026-11-25T20:00'))
      .then(
        that(({ heard }) => {
          expect(heard.filter(({ notice }) => notice.say?.name === 'discreetOffered')).toEqual([]);
        }),
      );
  });

  test('and a tap switches it on for whoever tapped, who alone hears of it', () => {
    given(settledCouple(), ...untold, time.is('2026-11-23T20:00'))
      .when(anne.taps('discreet', { slot: 'offer', arg: 'on' }))
      .then(anne.hears('discreetChosen'), anne.is({ discreet: true }), bram.hears(), bram.is({ discreet: false }));
  });

  test('or leaves it as it was', () => {
    given(settledCouple(), ...untold, time.is('2026-11-23T20:00'))
      .when(anne.taps('discreet', { slot: 'offer', arg: 'off' }))
      .then(anne.hears('discreetChosen'), anne.is({ discreet: false }));
  });

  test('and stands among the settings', () => {
    given(settledCouple(), anne.does({ type: 'showSettings', view: 'all' }))
      .when(anne.taps('discreet', { arg: 'on' }))
      .then(anne.is({ discreet: true }), anne.reads('settings', { isDiscreet: true }), bram.hears())
      .when(anne.taps('discreet', { arg: 'off' }))
      .then(anne.is({ discreet: false }), bram.hears());
  });
});

describe('in discreet mode', () => {
  const discreet = prefers(anne, true);

  test('a question of the clock’s lies folded, and the other reads theirs as ever', () => {
    given(settledCouple(), discreet)
      .when(time.is('2026-11-23T20:00'))
      .then(folds(anne, 'prompt'), readsBare(bram, 'prompt'));
  });

  test('a deep question is folded once', () => {
    const deep = { prompts: [opening, prompt('diep', { depth: 3 })] };
    const yes = [anne, bram].map((one) => [one.presses('canSayNo', { arg: 'yes' })]).flat();
    given(settledCouple({ ...deep, acts: yes }), discreet, time.passes(days(40)))
      .when(bram.does({ type: 'askQuestion' }))
      .then(
        that((happening) => {
          expect(arriving(anne, happening).folded).not.toContain('folded');
        }),
      );
  });

  test('what opens lies folded with its voice notes, in one message', () => {
    const spoken = [bram.speaksFreely('stem'), bram.taps('seal')];
    given(askedCouple(), discreet, anne.says('woorden'), anne.taps('seal'))
      .when(...spoken)
      .then(
        that((happening) => {
          const { lines, folded, inside } = arriving(anne, happening);
          expect(lines).toHaveLength(1);
          expect(folded).toEqual(['revealed', 'partnerVoice']);
          expect(new Set(inside.map(({ fold }) => fold?.card))).toEqual(new Set([lines[0]?.card]));
          expect(lines[0]).toMatchObject({ lane: 'reveal', isProtected: true });
        }),
      );
  });

  test('what answers one’s own tap does not', () => {
    given(askedCouple(), discreet, bram.says('woorden'), bram.taps('seal'), anne.says('ook'))
      .when(anne.taps('seal'))
      .then(readsBare(anne, 'revealed'));
  });

  test('a breather that the other calls, and its way back, lie folded', () => {
    given(settledCouple(), discreet)
      .when(bram.does({ type: 'callBreather' }))
      .then(folds(anne, 'breatherCalled'))
      .when(time.passes(minutes(31)))
      .then(folds(anne, 'breatherReturn'));
  });

  test('an invitation to listen, thanks, and the end of it all lie folded', () => {
    given(settledCouple(), discreet).when(bram.taps('thank')).then(folds(anne, 'thanks'));
    given(settledCouple(), discreet)
      .when(bram.does({ type: 'listen' }), bram.taps('listenInvite'))
      .then(folds(anne, 'listenInvite'));
    given(settledCouple(), discreet)
      .when(...leaves(bram))
      .then(folds(anne, 'unpaired'));
  });

  test('help that is offered over something typed lies folded, and help that was asked for does not', () => {
    given(askedCouple(), discreet)
      .when(anne.says('ik wil dood'))
      .then(
        that((happening) => {
          const { folded } = arriving(anne, happening);
          expect(folded).toContain('helpOffered');
        }),
      );
    given(askedCouple(), discreet)
      .when(anne.does({ type: 'inform', about: 'helplines' }))
      .then(readsBare(anne, 'informed'));
  });

  test('what is said of another bot, of a copy and of voice notes that were refused lies folded', () => {
    const unasked: readonly [Command, string][] = [
      [{ type: 'restored', from: null }, 'restored'],
      [{ type: 'botChanged' }, 'botChanged'],
    ];
    for (const [command, name] of unasked) {
      given(askedCouple(), discreet).when(anne.does(command)).then(folds(anne, name));
    }
    given(askedCouple(), discreet)
      .when(bram.does({ type: 'voiceRefused' }))
      .then(folds(anne, 'voiceReturned'));
    given(askedCouple(), discreet)
      .when(bram.does({ type: 'voiceGone' }))
      .then(folds(anne, 'ownVoiceLost'));
  });

  test('it stays closed no longer than what it tells of is kept', () => {
    const daysOf = (happening: Happening, rules: { now(): number }) =>
      arriving(anne, happening).inside.map(({ fold }) => Math.round(((fold?.until ?? 0) - rules.now()) / days(1)));
    given(settledCouple(), discreet)
      .when(bram.does({ type: 'callBreather' }))
      .then((happening, rules) => {
        expect(daysOf(happening, rules)).toEqual([1]);
      });
    given(
      askedCouple(),
      discreet,
      bram.presses('keeping', { arg: '7' }),
      anne.says('a'),
      anne.taps('seal'),
      bram.says('b'),
    )
      .when(bram.taps('seal'))
      .then((happening, rules) => {
        expect(daysOf(happening, rules)).toEqual([7]);
      });
  });
});

describe('opening what is folded', () => {
  const opened = anne.presses('unfold', { slot: 'x' });
  const discreet = [prefers(anne, true)];

  test('changes nothing, and the other hears nothing of it', () => {
    given(askedCouple(), ...discreet)
      .when(opened)
      .then(happened('foldOpened'), bram.hears());
  });

  test('works during a breather, after a stop, unpaired and with new terms before one', () => {
    for (const acts of [
      [bram.does({ type: 'callBreather' })],
      [anne.does({ type: 'stop' })],
      leaves(bram),
      [anne.does({ type: 'block' })],
    ]) {
      given(askedCouple(), ...discreet, ...acts)
        .when(opened)
        .then(happened('foldOpened'), bram.hears());
    }
  });

  test('does not wake a programme that rests', () => {
    given(settledCouple(), ...discreet, time.passes(days(40)))
      .when(opened)
      .then(happened('foldOpened'));
  });
});

/** What a phone shows, apart from what lies folded in it. */
function chatsOf(some: readonly Step[], setting: Partial<Setting>, who: PersonId, discreet: readonly Someone[]) {
  const { rules } = given(setting, ...discreet.map((one) => prefers(one, true)));
  const world: World = { rules, words: [] };
  return some.map((one) => {
    const happening = rules.begin();
    one.act(world, one.who);
    return happening.heard.flatMap(({ notice }) => (notice.to === who && !isLine(notice) ? [notice] : []));
  });
}

const settings = [pairedCouple(), askedCouple(), settledCouple()];
const lives = fc.tuple(
  fc.nat(settings.length - 1),
  fc.oneof(steps, fc.array(listeningStep, { minLength: 8, maxLength: 40 })),
);

describe('whatever two people do', () => {
  test('nothing unasked is read bare in discreet mode, and behind every line lies what it stands for', () => {
    fc.assert(
      fc.property(lives, ([setting, some]) => {
        const { rules } = given(settings[setting] ?? {}, prefers(anne, true), prefers(bram, true));
        const world: World = { rules, words: [] };
        for (const one of some) {
          const before = new Map([anne, bram].map(({ id }) => [id, rules.personOf(id).discreet]));
          const happening = rules.begin();
          one.act(world, one.who);
          for (const who of [anne, bram]) {
            const isOn = before.get(who.id) === true && rules.personOf(who.id).discreet === true;
            const unasked = happening.heard.filter(({ by }) => by !== who.id);
            const { lines, inside } = arriving(who, happening);
            const bare = arriving(who, { ...happening, heard: unasked }).read.filter((name) => name !== 'unopened');
            if (isOn) expect(bare, one.name).toEqual([]);
            expect(new Set(inside.map(({ fold }) => fold?.card))).toEqual(new Set(lines.map(({ card }) => card)));
          }
        }
      }),
      { numRuns: 120 },
    );
  });

  test('the other’s phone shows the same whether or not it is on', () => {
    fc.assert(
      fc.property(lives, ([setting, some]) => {
        const ordinary = chatsOf(some, settings[setting] ?? {}, bram.id, []);
        expect(chatsOf(some, settings[setting] ?? {}, bram.id, [anne])).toEqual(ordinary);
      }),
      { numRuns: 60 },
    );
  });
});
