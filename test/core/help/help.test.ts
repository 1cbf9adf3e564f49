import { describe, expect, test } from 'vitest';
import { anne, askedCouple, bram, given, happened, hours, inviter, refused, that, time } from '../../support/given.js';

describe('/hulp', () => {
  test('goes away with the command that was typed for it', () => {
    given(askedCouple())
      .when(anne.does({ type: 'inform', about: 'helplines', messageId: 41 }))
      .then(
        anne.hears('informed'),
        bram.hears(),
        that(({ heard }) => {
          const [page, ...gone] = heard.map(({ notice }) => notice);
          expect(gone.map(({ act, lane, card, messageId }) => ({ act, lane, card, messageId }))).toEqual([
            { act: 'delete', lane: 'sweep', card: page?.card, messageId: null },
            { act: 'delete', lane: 'sweep', card: page?.card, messageId: 41 },
          ]);
          expect(new Set(gone.map(({ notBefore }) => notBefore)).size).toBe(1);
        }),
      )
      .when(anne.taps('removeNow'))
      .then(({ heard }) => {
        expect(heard.map(({ notice }) => [notice.act, notice.messageId])).toEqual([
          ['delete', null],
          ['delete', 41],
        ]);
      });
  });

  test('is there for anyone, in any state, and changes nothing of them', () => {
    for (const story of [given({}), given(inviter()), given(askedCouple(), anne.does({ type: 'callBreather' }))]) {
      const before = story.rules.personOf(anne.id);
      story
        .when(anne.does({ type: 'inform', about: 'helplines', messageId: 3 }))
        .then(anne.hears('informed'), bram.hears());
      expect(story.rules.personOf(anne.id)).toEqual(before);
    }
  });

  test('the word alone offers it, and goes away with the offer', () => {
    given(askedCouple())
      .when(anne.says('hulp', { messageId: 12 }))
      .then(
        anne.reads('commandOffered', { command: 'helplines' }),
        that(({ heard }) => {
          const acts = heard.map(({ notice }) => [notice.act, notice.messageId]);
          expect(acts).toEqual([
            ['send', null],
            ['delete', null],
            ['delete', 12],
          ]);
        }),
      )
      .when(time.passes(hours(1)))
      .then(anne.hears());
  });
});

describe('the other countries', () => {
  test('stand in the place of the page, which goes away when it would have, with what was typed for it', () => {
    const story = given(askedCouple(), anne.does({ type: 'inform', about: 'helplines', messageId: 41 }));
    for (const [button, lands] of [
      ['otherCountries', 'other'],
      ['ownCountry', 'own'],
    ] as const) {
      story.when(time.passes(60_000), anne.taps(button)).then(
        anne.reads('informed', { about: 'helplines', lands, isTyped: true }),
        bram.hears(),
        that(({ heard }) => {
          expect(heard.map(({ notice }) => [notice.act, notice.lane])).toEqual([['edit', 'reply']]);
        }),
      );
    }
    story.when(anne.taps('removeNow')).then(({ heard }) => {
      expect(heard.map(({ notice }) => notice.messageId)).toEqual([null, 41]);
    });
  });

  test('are there under what fits somebody’s words, also before anybody agreed to anything', () => {
    given({}, anne.starts(), anne.presses('showHelp', { arg: 'violence' }))
      .when(anne.taps('otherCountries'))
      .then(anne.reads('informed', { about: 'violence', lands: 'other' }))
      .when(anne.presses('otherCountries', { arg: 'weg' }))
      .then(refused('stale-button'));
  });
});

describe('buttons for help', () => {
  test('work before anybody agreed to anything', () => {
    given({}, anne.starts()).when(anne.presses('helplines')).then(happened('informed'));
    given({}, anne.starts())
      .when(anne.presses('showHelp', { arg: 'suicide' }))
      .then(happened('informed'));
    given({}, anne.starts())
      .when(anne.presses('showHelp', { arg: 'violence' }))
      .then(happened('informed'));
  });

  test.each([
    ['helplines', '', 'helplines'],
    ['showHelp', 'suicide', 'suicide'],
    ['showHelp', 'violence', 'violence'],
  ] as const)('[%s] %s tells of %s, also to a stranger', (name, arg, about) => {
    given({}, bram.starts())
      .when(bram.presses(name, { arg }))
      .then(({ events }) => {
        expect(events).toMatchObject([{ type: 'informed', about }]);
      });
  });
});
