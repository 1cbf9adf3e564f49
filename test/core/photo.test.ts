import { describe, expect, test } from 'vitest';
import type { Command } from '../../src/core/command.js';
import { answerOf } from '../../src/core/person.js';
import {
  anne,
  askedCouple,
  bothAnswer,
  bram,
  days,
  given,
  happened,
  pairedCouple,
  refused,
  that,
  time,
  type Act,
  type Someone,
} from '../support/given.js';
import { listens } from '../support/listening.js';
import { sees } from './chat.js';
import { choice, freely, only, prompt, request, ring } from './prompts.js';

/** A photo in an answer in free words: its reference alone, under a cover, with a yes of its own at first use. */

const photo = (fileId = 'foto', caption: string | null = null, messageId = 40): Command => ({
  type: 'sendPhoto',
  fileId,
  caption: caption === null ? null : { text: caption },
  messageId,
});
const allowsPhotos =
  (someone: Someone): Act =>
  (rules) => {
    rules.change(someone.id, ({ consents }) => ({ consents: { ...consents, photo: { version: 1, at: 0 } } }));
  };
const free = (...acts: readonly Act[]) => given(askedCouple({ prompts: only(prompt('vrij')) }), ...acts);
const allowed = (...acts: readonly Act[]) => free(allowsPhotos(anne), ...acts);
const drafted = (...kinds: readonly string[]) =>
  that((_, rules) => {
    const { pieces } = answerOf(rules.personOf(anne.id), rules.coupleOf(anne.id).round?.id ?? '');
    expect(pieces.map(({ kind }) => kind)).toEqual(kinds);
  });

describe('the first photo', () => {
  test('waits for a yes of its own, and goes into the answer then', () => {
    free()
      .when(anne.does(photo('foto', 'wij, toen')))
      .then(happened('photoHeld'), sees(anne, '~ photo: no keys', '+ photo: photoAsked [allowPhoto] [refusePhoto]'))
      .when(anne.taps('allowPhoto'))
      .then(happened('photoAllowed', 'draftChanged'), anne.hears('photoAllowed', 'draft'), drafted('text', 'photo'))
      .when(anne.taps('allowPhoto'))
      .then(happened());
  });

  test('is thrown away by a no, by a day, and by a stop', () => {
    free(anne.does(photo()))
      .when(anne.taps('refusePhoto'))
      .then(anne.hears('photoLetGo'), anne.is({ heldPhoto: null }));
    free(anne.does(photo()))
      .when(time.passes(days(1)))
      .then(anne.is({ heldPhoto: null }));
    free(anne.does(photo()))
      .when(anne.does({ type: 'stop' }))
      .then(anne.is({ heldPhoto: null }));
  });

  test('of which the question is gone by then says where a photo goes', () => {
    free(anne.does(photo()))
      .when(anne.says('woorden'), anne.taps('seal'), ...[bram.says('ook'), bram.taps('seal')], anne.taps('allowPhoto'))
      .then(
        happened(
          'draftChanged',
          'answerSealed',
          'draftChanged',
          'answerSealed',
          'answersRevealed',
          'photoAllowed',
          'refused',
        ),
      );
  });

  test('with heavy words below it brings help first', () => {
    free()
      .when(anne.does(photo('foto', 'hij slaat me')))
      .then(happened('helpOffered', 'photoHeld'))
      .when(anne.taps('wipeTyped'))
      .then(anne.is({ heldPhoto: null }));
  });
});

describe('a photo', () => {
  test('opens with the words, covered and protected, for the other alone', () => {
    allowed(anne.does(photo('foto', 'wij, toen')), anne.taps('seal'), bram.says('Brams woorden'))
      .when(bram.taps('seal'))
      .then(
        anne.hears('revealed'),
        bram.hears('sealed', 'revealed', 'partnerPhoto'),
        bram.reads('partnerPhoto', { partner: 'Anne', fileId: 'foto' }),
        that(({ heard }) => {
          const sent = heard.find(({ notice }) => notice.say?.name === 'partnerPhoto');
          expect(sent?.notice).toMatchObject({ act: 'photo', isProtected: true, lane: 'reveal' });
        }),
      );
  });

  test('is enough for an answer', () => {
    allowed(anne.does(photo())).when(anne.taps('seal')).then(happened('answerSealed'));
  });

  test('is one to an answer; the next is refused, and another one is possible after [Opnieuw]', () => {
    allowed(anne.does(photo()))
      .when(anne.does(photo('tweede', null, 41)))
      .then(refused('one-photo'), drafted('photo'))
      .when(anne.taps('restart'), anne.does(photo('derde', null, 42)))
      .then(drafted('photo'));
  });

  test('whose words are edited keeps its place', () => {
    allowed(anne.does(photo('foto', 'wij, toen')))
      .when(anne.edits(40, 'wij, nu'))
      .then(
        drafted('text', 'photo'),
        that((_, rules) => {
          expect(JSON.stringify(rules.personOf(anne.id).answers)).toContain('wij, nu');
        }),
      )
      .when(anne.taps('seal'), anne.edits(40, 'wij, straks'), anne.taps('rewrite'))
      .then(drafted('text', 'photo'));
  });

  const reworks = (text: string, fileId?: string): Act =>
    anne.does({ type: 'editSaid', messageId: 40, text, ...(fileId === undefined ? {} : { photo: fileId }) });
  const opens = (fileId: string, ...words: readonly string[]) =>
    that((_, rules) => {
      const { pieces } = answerOf(rules.personOf(anne.id), rules.coupleOf(anne.id).round?.id ?? '');
      const stands = pieces.map((one) => (one.kind === 'text' ? one.text : one.fileId));
      expect(stands).toEqual([...words, fileId]);
    });

  test('takes words that are added below it later, and lets them go again', () => {
    allowed(anne.does(photo('strand')))
      .when(reworks('wij, toen', 'strand'))
      .then(anne.hears('draft'), opens('strand', 'wij, toen'))
      .when(reworks('', 'strand'))
      .then(opens('strand'))
      .when(reworks('', 'strand'))
      .then(happened());
  });

  test('gives way to the one that took its place, between the words before and after it', () => {
    allowed(anne.says('Kijk:'), anne.does(photo('verkeerd', 'hier')), anne.says('Mooi, hè.'))
      .when(reworks('hier', 'goed'))
      .then(
        that((_, rules) => {
          const { pieces } = answerOf(rules.personOf(anne.id), rules.coupleOf(anne.id).round?.id ?? '');
          const stands = pieces.map((one) => (one.kind === 'text' ? one.text : one.fileId));
          expect(stands).toEqual(['Kijk:', 'hier', 'goed', 'Mooi, hè.']);
        }),
      );
  });

  test('takes added words after the seal only by a tap, and none once it is open', () => {
    allowed(anne.does(photo('strand')), anne.taps('seal'))
      .when(reworks('wij, toen', 'strand'))
      .then(happened('tapAwaited'), opens('strand'))
      .when(anne.taps('rewrite'))
      .then(opens('strand', 'wij, toen'))
      .when(anne.taps('seal'), bram.says('ja'), bram.taps('seal'), reworks('toch anders', 'strand'))
      .then(refused('edit-too-late'));
  });

  test('takes words that are added while it waits for its yes, and asks no second time', () => {
    free(anne.does(photo('strand')))
      .when(reworks('wij, toen', 'strand'))
      .then(anne.hears())
      .when(anne.taps('allowPhoto'))
      .then(opens('strand', 'wij, toen'));
  });

  test('with heavy words added below it brings help first', () => {
    allowed(anne.does(photo('strand')))
      .when(reworks('hij slaat me', 'strand'))
      .then(
        that(({ events }) => {
          expect(events[0]?.type).toBe('helpOffered');
        }),
      );
  });

  test('whose added words are too long keeps what it had, and says so', () => {
    allowed(anne.does(photo('strand')))
      .when(reworks('a'.repeat(1501), 'strand'))
      .then(refused('too-long'), opens('strand'));
  });

  test('has no place anywhere else, and says so', () => {
    for (const scenario of [choice, freely, ring]) {
      given(askedCouple({ prompts: only(scenario) }), allowsPhotos(anne))
        .when(anne.does(photo()))
        .then(refused('photo-not-here'), bram.hears());
    }
    given(pairedCouple(), ...bothAnswer(), allowsPhotos(anne))
      .when(anne.does(photo()))
      .then(refused('photo-not-here'));
    given(
      askedCouple({ prompts: only(request), acts: bothAnswer() }),
      allowsPhotos(anne),
      anne.taps('reply', { arg: 'deel' }),
    )
      .when(anne.does(photo()))
      .then(refused('photo-not-here'), bram.hears());
    allowed(...listens('alleen-luisteren'))
      .when(anne.does(photo()))
      .then(refused('photo-not-here'), drafted());
  });

  test('in a breather goes nowhere, and after the seal waits for it to be taken back', () => {
    allowed(bram.does({ type: 'callBreather' }))
      .when(anne.does(photo()))
      .then(anne.hears('breatherHush'), drafted());
    allowed(anne.says('woorden'), anne.taps('seal')).when(anne.does(photo())).then(refused('sealed-already'));
  });

  test('means nothing to another bot, and its place says so', () => {
    allowed(anne.does(photo()))
      .when(anne.does({ type: 'botChanged' }))
      .then(
        that((_, rules) => {
          const { pieces } = answerOf(rules.personOf(anne.id), rules.coupleOf(anne.id).round?.id ?? '');
          expect(pieces).toEqual([{ kind: 'photo', at: null, messageId: 40, fileId: null }]);
        }),
      );
  });
});
