import { describe, expect, test } from 'vitest';
import {
  anne,
  askedCouple,
  bram,
  days,
  given,
  happened,
  inviter,
  pairedCouple,
  refused,
  that,
  time,
  type Act,
} from '../support/given.js';
import type { Button } from '../../src/core/command.js';

/** Buttons and messages that are told from others like them. */

const pressed =
  (name: Button['name']): Act =>
  (rules) => {
    rules.press({ name, slot: '', step: 0, arg: '' }, anne.id, { name: 'Anne' });
  };

test('the buttons about one’s data do what the commands do', () => {
  given(pairedCouple()).when(pressed('exportData')).then(happened('exported'));
  given(pairedCouple()).when(pressed('eraseData')).then(happened('eraseAsked'));
  given(pairedCouple()).when(pressed('stay')).then(happened('stayed'));
});

test('[Terug] closes the other ways again', () => {
  given(pairedCouple(), anne.taps('else')).when(anne.taps('back')).then(happened('waysClosed'));
});

test('a short word that was meant as the answer becomes one', () => {
  given(pairedCouple(), anne.says('ok')).when(anne.taps('thisIsIt')).then(happened('draftChanged'));
});

test('what is rewritten is the message that was edited, and no other', () => {
  given(pairedCouple(), anne.says('een', { messageId: 61 }), anne.says('twee', { messageId: 62 }), anne.taps('seal'))
    .when(anne.edits(62, 'drie'), anne.taps('rewrite'))
    .then(
      anne.reads('draft'),
      that((_, rules) => {
        const [answer] = Object.values(rules.personOf(anne.id).answers);
        expect(answer?.pieces).toMatchObject([{ text: 'een' }, { text: 'drie' }]);
      }),
    );
});

test('of several questions that were put away a reply reopens the one it is to', () => {
  const second: Act = (rules) => {
    bram.says('laat', { replyTo: `prompt:${rules.coupleOf(1).rested[1]?.round.id ?? ''}` })(rules);
  };
  given(askedCouple(), time.is('2026-11-28T20:00'))
    .when(second)
    .then(
      that((_, rules) => {
        const begun = Object.keys(rules.personOf(bram.id).answers);
        expect(rules.coupleOf(1).rested.map(({ round }) => begun.includes(round.id))).toEqual([false, true]);
      }),
    );
});

describe('a code', () => {
  test('is told apart from those before it: one that ran out, and one that was replaced', () => {
    const codes: string[] = [];
    const note: Act = (rules) => {
      codes.push(rules.coupleOf(anne.id).invite?.code ?? '');
    };
    given(inviter(), note, time.passes(days(8)), anne.does({ type: 'showInvite' }), note, anne.taps('newCode'))
      .when(bram.starts(() => codes[0] ?? ''))
      .then(refused('code-expired'))
      .when(bram.starts(() => codes[1] ?? ''))
      .then(refused('code-replaced'));
  });

  test('and a room of one’s own are refused to whoever made ten today', () => {
    const nine = Array.from({ length: 9 }, () => anne.taps('newCode'));
    given(inviter(), ...nine, anne.does({ type: 'stop' }), anne.taps('unpair'), anne.taps('goOn'))
      .when(anne.does({ type: 'showInvite' }))
      .then(refused('too-many-invites'))
      .when(anne.starts(), anne.tapsOld('agree'))
      .then(refused('too-many-invites'));
  });
});
