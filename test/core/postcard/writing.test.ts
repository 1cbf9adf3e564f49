import { describe, expect, test } from 'vitest';
import {
  anne,
  askedCouple,
  bram,
  days,
  given,
  happened,
  hours,
  minutes,
  olderTerms,
  refused,
  that,
  time,
  type Act,
} from '../../support/given.js';
import { sees } from '../chat.js';
import { opening, postcards, prompt } from '../prompts.js';
import { asksForOne, chooses, given20, gives, withCards, writes } from './cards.js';

/** /waardeer: a postcard is written, given, and for twenty seconds it can be taken back. */

/** With a question before them. */
const openQuestion = askedCouple({ prompts: [opening, ...postcards, prompt('q'), prompt('r')] });
const seconds = (count: number) => count * 1000;
const noted = (story: { rules: { nextMessageId(id: number): number } }) => story.rules.nextMessageId(anne.id) - 1;

describe('/waardeer', () => {
  test('asks, says once what is kept, and takes what is said next, gap by gap', () => {
    given(withCards())
      .when(asksForOne(anne))
      .then(
        happened('postcardStarted'),
        sees(anne, '~ postcard: no keys', '+ postcard: postcardAsked isFirst [postcardMenu] [postcardDrop]'),
        bram.hears(),
      )
      .when(anne.says('de planten water geeft'))
      .then(sees(anne, '- postcard', '+ postcard: postcardUnfinished canGive [give] [postcardRestart]'), bram.hears())
      .when(anne.says('dan voel ik me thuis'))
      .then(sees(anne, '- postcard', '+ postcard: postcardDraft [give] [postcardRestart]'), bram.hears());
  });

  test('takes the whole sentence at once as well, and a voice message for a gap', () => {
    given(withCards(), asksForOne(anne))
      .when(anne.says('Ik merk dat jij zingt. Dat waardeer ik, want dan ben je thuis.'))
      .then(anne.hears('postcardDraft'));
    given(withCards(), asksForOne(anne), anne.says('zingt'))
      .when(anne.speaksFreely('stem'))
      .then(anne.hears('voiceAsked', 'voiceAllowed', 'postcardDraft'));
  });

  test('keeps a first voice message for the postcard however long its yes takes', () => {
    given(openQuestion, asksForOne(anne), anne.speaks('stem'))
      .when(time.passes(minutes(30)), anne.taps('allowVoice'))
      .then(anne.hears('voiceAllowed', 'postcardUnfinished'));
  });

  test('lasts ten minutes, and every word begins them anew; then words have their own place again', () => {
    given(openQuestion, asksForOne(anne), time.passes(minutes(9)), anne.says('zingt'), time.passes(minutes(9)))
      .when(anne.says('dan ben je thuis'))
      .then(anne.hears('postcardDraft'));
    given(openQuestion, asksForOne(anne), time.passes(minutes(11)))
      .when(anne.says('mijn antwoord'))
      .then(anne.hears('draft'));
    given(openQuestion, asksForOne(anne), anne.says('zingt'), time.passes(minutes(11)))
      .when(anne.says('mijn antwoord'))
      .then(anne.hears('draft'))
      .when(anne.says('dan ben je thuis', { replyTo: 'postcard' }))
      .then(anne.hears('postcardDraft'));
  });

  test('is dropped by [Laat maar] and let go by any other command', () => {
    given(withCards(), asksForOne(anne))
      .when(anne.taps('postcardDrop'))
      .then(happened('postcardDropped'), anne.is({ postcard: null, asked: null }))
      .when(anne.says('zingt'))
      .then(
        that(({ events }) => {
          expect(events.map(({ type }) => type)).not.toContain('postcardDrafted');
        }),
      );
    given(withCards(), asksForOne(anne), anne.does({ type: 'showSettings', view: 'all' }))
      .when(anne.says('zingt'))
      .then(
        that(({ events }) => {
          expect(events.map(({ type }) => type)).not.toContain('postcardDrafted');
        }),
      );
  });

  test('shows what lies in hand once more', () => {
    given(withCards(), ...writes(anne), time.passes(hours(3)))
      .when(asksForOne(anne))
      .then(sees(anne, '- postcard', '+ postcard: postcardDraft [give] [postcardRestart]'));
  });

  test('needs the two of them', () => {
    given({ prompts: postcards, acts: [anne.starts(), anne.taps('agree')] })
      .when(asksForOne(anne))
      .then(refused('not-paired'));
  });

  test('says so where there is nothing to write', () => {
    given(withCards({ prompts: [opening] }))
      .when(asksForOne(anne))
      .then(refused('no-scenario'));
  });

  test('takes no photo, and a photo goes into no open question meanwhile', () => {
    given(openQuestion, asksForOne(anne))
      .when(anne.does({ type: 'sendPhoto', fileId: 'foto', caption: null, messageId: 7 }))
      .then(refused('photo-not-here'));
  });
});

describe('[Anders…]', () => {
  test('shows the other ones, and one of them takes the place of the first', () => {
    given(withCards(), asksForOne(anne))
      .when(anne.taps('postcardMenu'))
      .then(sees(anne, '~ postcard: [postcardForm:vraagje] / [postcardForm:aanbod] / [postcardForm]'))
      .when(anne.taps('postcardForm', { arg: '' }))
      .then(sees(anne, '~ postcard: [postcardMenu] [postcardDrop]'))
      .when(anne.taps('postcardMenu'), anne.taps('postcardForm', { arg: 'aanbod' }))
      .then(anne.reads('postcardAsked', { form: 'aanbod', partner: 'Bram' }))
      .when(anne.says('Zal ik koken?'))
      .then(sees(anne, '- postcard', '+ postcard: postcardDraft [give] [postcardRestart]'));
  });

  test('is stale once words are there, or its form is gone', () => {
    given(withCards(), asksForOne(anne), anne.taps('postcardMenu'), anne.says('zingt'))
      .when(anne.taps('postcardForm', { arg: 'aanbod' }))
      .then(refused('stale-button'));
    given(withCards(), asksForOne(anne))
      .when(anne.taps('postcardMenu'), anne.taps('postcardForm', { arg: 'aanbod' }), anne.tapsOld('postcardForm'))
      .then(refused('stale-button'));
  });
});

describe('a question that begins with why', () => {
  const asks = (words: string): readonly Act[] => [...chooses(anne, 'vraagje'), anne.says(words)];

  test('is asked about once, to its writer alone, and never blocked', () => {
    given(withCards(), ...chooses(anne, 'vraagje'))
      .when(anne.says('Waarom ben je zo stil?'))
      .then(
        sees(
          anne,
          '- postcard',
          '+ postcard: postcardDraft [give] [postcardRestart]',
          '+ postcard-why: postcardWhy [postcardNudgeLeft] [postcardRestart:rewrite]',
        ),
        bram.hears(),
      )
      .when(anne.taps('postcardNudgeLeft'))
      .then(sees(anne, '- postcard-why'))
      .when(anne.taps('give'), time.passes(minutes(1)))
      .then(bram.hears('postcardCame'));
  });

  test('[Herschrijven] begins anew, and does not ask a second time', () => {
    given(withCards(), ...asks('Why are you so quiet?'))
      .when(anne.taps('postcardRestart', { arg: 'rewrite' }))
      .then(sees(anne, '- postcard-why', '~ postcard: postcardAsked isFirst [postcardMenu] [postcardDrop]'))
      .when(anne.says('Waarom zeg je niets?'))
      .then(sees(anne, '- postcard', '+ postcard: postcardDraft [give] [postcardRestart]'));
  });

  test.each([
    ['Waarom?', true],
    ['«Waarom ging je weg?»', true],
    ['Hoi. En waarom dan?', true],
    ['why not', true],
    ['Hoe was het, en waarom?', false],
    ['Wat is het waarom hiervan?', false],
    ['waaromheen liep je?', false],
    ['Whyte is mijn achternaam', false],
  ])('%s: %s', (words, isAsked) => {
    given(withCards(), ...chooses(anne, 'vraagje'))
      .when(anne.says(words))
      .then(anne.hears('postcardDraft', ...(isAsked ? (['postcardWhy'] as const) : [])));
  });

  test('is what one noticed on any other postcard, and asked about nowhere', () => {
    given(withCards(), ...chooses(anne, 'aanbod'))
      .when(anne.says('Waarom zal ik niet koken?'))
      .then(anne.hears('postcardDraft'));
  });
});

describe('[Geef]', () => {
  test('holds it for twenty seconds; then it is given, under a cover and protected', () => {
    given(withCards(), ...writes(anne))
      .when(anne.taps('give'))
      .then(happened('postcardHeld'), sees(anne, '~ postcard: postcardHeld [postcardTakeBack]'), bram.hears())
      .when(time.passes(seconds(18)))
      .then(bram.hears(), anne.hears())
      .when(time.passes(seconds(3)))
      .then(
        happened('postcardGiven'),
        sees(anne, '~ postcard: postcardGiven'),
        sees(bram, '+ postcard-came: postcardCame [postcardThank] (reveal, protected)'),
        bram.reads('postcardCame', { partner: 'Anne', form: 'opgemerkt' }),
        anne.is({ postcard: null, asked: null }),
      );
  });

  test('makes no sound in the other’s quiet hours, as a reveal does not', () => {
    given(withCards(), time.is('2026-11-23T23:00'))
      .when(...given20(anne))
      .then(sees(bram, '+ postcard-came: postcardCame [postcardThank] (reveal, silent, protected)'));
  });

  test('passes on the lines that are whole, and nothing of one with an empty gap', () => {
    given(withCards(), asksForOne(anne), anne.says('zingt'), anne.taps('give'))
      .when(time.passes(minutes(1)))
      .then(
        that(({ heard }) => {
          const came = heard.find(({ notice }) => notice.to === bram.id)?.notice.say;
          expect(came).toMatchObject({ name: 'postcardCame', params: { answer: { step: 0, picks: [] } } });
          expect(JSON.stringify(came)).not.toContain('stem');
        }),
      );
  });

  test('a second tap does nothing, and one on an older card is stale', () => {
    given(withCards(), ...gives(anne))
      .when(anne.taps('give'))
      .then(happened());
    given(withCards(), asksForOne(anne), anne.says('zingt'), anne.says('dan ben je thuis'))
      .when(anne.tapsOld('give'))
      .then(refused('stale-button'));
  });

  test('gives one a day in all, by the writer’s own day', () => {
    given(withCards(), ...given20(anne))
      .when(asksForOne(anne))
      .then(refused('gave-today'))
      .when(time.is('2026-11-24T00:01'), ...given20(anne))
      .then(bram.reads('postcardCame'));
  });

  test('another zone brings back no day', () => {
    const flies = (zone: string): Act => anne.does({ type: 'shareZone', zone });
    const flown = [anne.taps('otherZone'), flies('Pacific/Auckland')];
    given(withCards(), anne.does({ type: 'showSettings', view: 'rhythm' }), ...flown)
      .when(...given20(anne))
      .then(bram.reads('postcardCame'))
      .when(anne.does({ type: 'showSettings', view: 'rhythm' }), anne.taps('otherZone'), flies('Europe/Amsterdam'))
      .then(anne.is({ zone: 'Europe/Amsterdam' }))
      .when(asksForOne(anne))
      .then(refused('gave-today'))
      .when(time.passes(hours(22)), asksForOne(anne))
      .then(refused('gave-today'))
      .when(time.passes(hours(3)), asksForOne(anne))
      .then(anne.hears('postcardAsked'));
  });

  test('each has one of their own', () => {
    given(withCards(), ...given20(anne))
      .when(...given20(bram))
      .then(anne.reads('postcardCame'));
  });
});

describe('[Terugnemen] and /intrek', () => {
  test.each<[string, Act]>([
    ['the button', anne.taps('postcardTakeBack')],
    ['the command', anne.does({ type: 'withdraw' })],
  ])('%s makes it a draft again, and nothing reaches the other', (_, takesBack) => {
    given(withCards(), ...gives(anne))
      .when(takesBack)
      .then(sees(anne, '~ postcard: postcardDraft [give] [postcardRestart]'))
      .when(time.passes(hours(5)))
      .then(bram.hears(), anne.is({ gavePostcard: null }))
      .when(anne.taps('give'), time.passes(minutes(1)))
      .then(bram.hears('postcardCame'));
  });

  test('come too late once it is given', () => {
    given(withCards(), ...given20(anne))
      .when(anne.taps('postcardTakeBack'))
      .then(refused('stale-button'));
  });
});

describe('an edit', () => {
  test('changes its gap, and takes it back where it was on its way', () => {
    const story = given(withCards(), ...gives(anne));
    story
      .when(anne.edits(noted(story) - 1, 'fluit'))
      .then(sees(anne, '~ postcard: postcardDraft [give] [postcardRestart]'))
      .when(time.passes(minutes(1)))
      .then(bram.hears());
  });

  test('after it was given changes nothing, and its writer is told', () => {
    const story = given(withCards(), ...gives(anne));
    const message = noted(story) - 1;
    story.when(time.passes(minutes(1)), anne.edits(message, 'fluit')).then(refused('postcard-given'));
  });

  test('that leaves nothing asks anew', () => {
    const story = given(withCards(), ...chooses(anne, 'aanbod'), anne.says('Zal ik koken?'));
    story
      .when(anne.edits(noted(story), ' '))
      .then(sees(anne, '~ postcard: postcardAsked isFirst [postcardMenu] [postcardDrop]'));
  });
});

describe('a breather', () => {
  test.each([anne, bram])('called by $name hands it back: it lies with its writer again', (caller) => {
    given(withCards(), ...gives(anne))
      .when(caller.does({ type: 'callBreather' }))
      .then(anne.reads('postcardReturned', { why: 'breather' }), anne.is({ gavePostcard: null }))
      .when(time.passes(hours(2)))
      .then(
        that(({ heard }) => {
          expect(heard.map(({ notice }) => notice.say?.name)).not.toContain('postcardCame');
        }),
      );
  });

  test('takes no new one, and keeps nothing of what is typed', () => {
    given(withCards(), asksForOne(anne), bram.does({ type: 'callBreather' }))
      .when(anne.says('zingt'))
      .then(
        that((_, rules) => {
          expect(rules.personOf(anne.id).postcard?.answer.pieces).toEqual([]);
        }),
      )
      .when(asksForOne(anne))
      .then(refused('in-breather'));
    given(withCards(), ...writes(anne), bram.does({ type: 'callBreather' }))
      .when(anne.taps('give'))
      .then(refused('in-breather'));
  });
});

describe('whoever stops, blocks or unpairs', () => {
  test.each<[string, Act]>([
    ['stops', anne.does({ type: 'stop' })],
    ['blocks', anne.does({ type: 'block' })],
  ])('gives nothing any more: %s', (_, act) => {
    given(withCards(), ...gives(anne), act)
      .when(time.passes(hours(1)))
      .then(bram.hears(), anne.is({ postcard: null }));
  });

  test('nor does whoever agreed to older terms', () => {
    given(withCards(), ...gives(anne), olderTerms(anne))
      .when(time.passes(hours(1)))
      .then(bram.hears(), anne.is({ postcard: null }));
  });
});

describe('the clock', () => {
  test('forgets after two days what was not given', () => {
    given(withCards(), ...writes(anne))
      .when(time.passes(days(2)))
      .then(anne.is({ postcard: null }), bram.hears());
  });
});
