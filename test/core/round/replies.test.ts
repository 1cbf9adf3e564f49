import { describe, expect, test } from 'vitest';
import {
  allowsVoice,
  anne,
  askedCouple,
  bothAnswer,
  bram,
  given,
  happened,
  hours,
  minutes,
  pairedCouple,
  refused,
  that,
  time,
  type Act,
} from '../../support/given.js';
import { sees } from '../chat.js';
import { coupleIs } from '../looks.js';
import { naming, only, prompt, request, thanksOnly } from '../prompts.js';

/** What a question brings along for under its opened answers. */

const opened = (...acts: readonly Act[]) => given(askedCouple({ prompts: only(request), acts: bothAnswer() }), ...acts);
const part = anne.taps('reply', { arg: 'deel' });

describe('a reply', () => {
  test('stands in the first row; what does not fit in two stands behind [Meer]', () => {
    given(askedCouple({ prompts: only(request) }), ...bothAnswer().slice(0, -1))
      .when(bram.taps('seal'))
      .then(
        sees(
          anne,
          '- draft',
          '~ prompt: no keys',
          '+ reveal: revealed [reply:graag] [reply:deel] [reply:liever-niet] / [thank] [askBreather] [moreWays] (reveal, protected)',
        ),
      )
      .when(anne.taps('moreWays'), anne.taps('moreWays', { arg: 'back' }))
      .then(
        sees(
          anne,
          '~ reveal: [keepPage:reveal] [talkAbout] / [tellMore] [chooseNext] / [moreWays:back]',
          '~ reveal: [reply:graag] [reply:deel] [reply:liever-niet] / [thank] [askBreather] [moreWays]',
        ),
        sees(bram),
      );
  });

  test('goes to the other by one tap, and makes room for what is usual', () => {
    opened()
      .when(anne.taps('reply', { arg: 'graag' }))
      .then(
        happened('replied'),
        sees(anne, '~ reveal: [thank] [tellMore] / [askBreather] [moreWays]', '! reactionSent'),
        sees(bram, '+ reply (reveal, protected)'),
        bram.reads('reply', { partner: 'Anne', scenario: 'verzoek', reply: 'graag', pieces: [] }),
      );
  });

  test('is one each: a second tap, on the same or another, says so', () => {
    for (const second of ['graag', 'liever-niet', 'deel']) {
      opened(anne.taps('reply', { arg: 'graag' }))
        .when(anne.taps('reply', { arg: second }))
        .then(refused('replied-already'), bram.hears());
    }
    opened(anne.taps('reply', { arg: 'graag' }))
      .when(bram.taps('reply', { arg: 'graag' }))
      .then(anne.hears('reply'));
  });

  test('that nobody gives is silence', () => {
    opened()
      .when(time.passes(hours(23)), anne.taps('moreWays'))
      .then(bram.hears());
  });

  test('makes no sound in the other’s quiet hours', () => {
    opened(time.is('2026-11-23T23:00'))
      .when(anne.taps('reply', { arg: 'graag' }))
      .then(sees(bram, '+ reply (reveal, silent, protected)'));
  });

  test('comes too late a day after the reveal, before the tap and before [Stuur]', () => {
    opened(time.passes(hours(24)))
      .when(anne.taps('reply', { arg: 'graag' }))
      .then(refused('stale-button'));
    opened(time.passes(hours(23) + minutes(58)), part, anne.says('de donderdag'), time.passes(minutes(5)))
      .when(anne.taps('sendReaction'))
      .then(refused('stale-button'), bram.hears());
  });

  test('has no place under a pass, nor under words that stayed closed until they are shared', () => {
    given(askedCouple({ prompts: only(request) }), ...[anne.says('woorden'), anne.taps('seal'), bram.taps('else')])
      .when(bram.taps('notYet'))
      .then(
        that(({ heard }) => {
          expect(JSON.stringify(heard.map(({ notice }) => notice.keys))).not.toContain('"reply"');
        }),
        sees(
          anne,
          '- draft',
          '~ prompt: no keys',
          '+ reveal: revealed [shareAnyway] / [thank] [askBreather] [moreWays] (reveal, protected)',
        ),
      )
      .when(anne.taps('shareAnyway'))
      .then(
        sees(
          bram,
          '+ closedAnswer (reveal, protected)',
          '~ reveal: [reply:graag] [reply:deel] [reply:liever-niet] / [thank] [askBreather] [moreWays]',
        ),
      )
      .when(bram.taps('reply', { arg: 'graag' }))
      .then(anne.hears('reply'));
  });

  test('waits for a breather, and for whoever stopped it is not sent', () => {
    opened(bram.does({ type: 'callBreather' }))
      .when(anne.taps('reply', { arg: 'graag' }))
      .then(refused('in-breather'), bram.hears());
    opened(anne.does({ type: 'stop' }), anne.taps('staySilent'))
      .when(anne.taps('reply', { arg: 'graag' }))
      .then(refused('has-stopped'), bram.hears());
  });

  test('to somebody who stopped looks as if it arrived', () => {
    opened(bram.does({ type: 'stop' }))
      .when(anne.taps('reply', { arg: 'graag' }))
      .then(anne.reads('reactionSent', { partner: 'Bram' }), bram.hears());
  });

  test('that its file does not have any more goes nowhere', () => {
    opened()
      .when((rules) => {
        const [round] = rules.coupleOf(anne.id).opened.slice(-1);
        anne.presses('reply', { slot: round?.round.id ?? '', arg: 'gisteren' })(rules);
      })
      .then(refused('stale-button'));
  });
});

describe('the words of a reply', () => {
  test('are asked for, and go by one tap', () => {
    opened()
      .when(part)
      .then(sees(anne, '+ offer: replyAsked [neverMind]'), sees(bram))
      .when(anne.says('de donderdag'))
      .then(sees(anne, '- offer', '+ offer: offer [sendReaction] [neverMind]'), sees(bram))
      .when(anne.says('en de vrijdag'), anne.taps('sendReaction'))
      .then(
        sees(
          anne,
          '- offer',
          '+ offer: offer [sendReaction] [neverMind]',
          '~ reveal: [thank] [tellMore] / [askBreather] [moreWays]',
          '~ offer: reactionSent',
        ),
        sees(bram, '+ reply (reveal, protected)'),
        bram.reads('reply', { pieces: [{ text: 'de donderdag' }, { text: 'en de vrijdag' }] as never }),
      );
  });

  test('can be spoken', () => {
    opened(allowsVoice(anne), part)
      .when(anne.speaks('stem'), anne.taps('sendReaction'))
      .then(bram.hears('reply', 'partnerVoice'));
  });

  test('wait for the first yes to voice, and go with their reply then', () => {
    opened(part)
      .when(anne.speaks('stem'), anne.taps('allowVoice'), anne.taps('sendReaction'))
      .then(bram.hears('reply', 'partnerVoice'));
  });

  test('that are too many are refused, typed or edited, and are taken once they are fewer', () => {
    const long = 'a'.repeat(41);
    opened(part)
      .when(anne.says(long))
      .then(refused('too-long', { units: 41, limit: 40 }))
      .when(anne.says('kort', { messageId: 70 }), anne.edits(70, long))
      .then(refused('too-long', { units: 41, limit: 40 }))
      .when(anne.edits(70, 'korter'), anne.taps('sendReaction'))
      .then(bram.reads('reply', { pieces: [{ text: 'korter' }] as never }));
  });

  test('are theirs for ten minutes, with the next question open; then that question takes what is typed', () => {
    const prompts = [{ ...request, isOpening: true }, prompt('daarna')];
    const next = () => given(pairedCouple({ prompts }), ...bothAnswer(), anne.does({ type: 'askQuestion' }), part);
    next().when(anne.says('de donderdag')).then(anne.hears('offer'));
    next()
      .when(time.passes(minutes(11)), anne.says('een antwoord'))
      .then(anne.hears('rhythm', 'draft'));
  });

  test('said later, with nothing else open, still go with it', () => {
    opened(part, time.passes(hours(1)))
      .when(anne.says('de donderdag'), anne.taps('sendReaction'))
      .then(bram.hears('reply'));
  });

  test('are let go by [Laat maar], and leave room for another reply', () => {
    opened(part, anne.says('de donderdag'))
      .when(anne.taps('neverMind'), anne.taps('reply', { arg: 'liever-niet' }))
      .then(anne.is({ pending: null, asked: null }), bram.reads('reply', { reply: 'liever-niet', pieces: [] }));
  });

  test('are left behind when another reply is tapped, and their card goes', () => {
    opened(part, anne.says('de donderdag'))
      .when(anne.taps('reply', { arg: 'graag' }))
      .then(
        sees(anne, '~ reveal: [thank] [tellMore] / [askBreather] [moreWays]', '! reactionSent', '- offer'),
        bram.reads('reply', { reply: 'graag', pieces: [] }),
      );
  });

  test('asked for twice are asked for once', () => {
    opened(part).when(part).then(happened());
  });

  test('said in a breather go nowhere', () => {
    opened(part, bram.does({ type: 'callBreather' }))
      .when(anne.says('de donderdag'))
      .then(anne.hears('breatherHush'), bram.hears());
  });

  test('that mean a command are one', () => {
    opened(part).when(anne.says('pauze')).then(happened('commandOffered'));
  });

  test('about life or safety bring help first, and no [Stuur]', () => {
    opened(part).when(anne.says('hij slaat me')).then(anne.hears('helpOffered'), bram.hears());
  });

  test('are gone with a stop, with nothing sent', () => {
    opened(part, anne.says('de donderdag'))
      .when(anne.does({ type: 'stop' }), anne.taps('goOn'), anne.taps('sendReaction'))
      .then(refused('stale-button'), anne.is({ pending: null, asked: null }), bram.hears());
  });
});

describe('what leaves only a thank-you', () => {
  const thanking = () => given(askedCouple({ prompts: only(thanksOnly) }), ...bothAnswer());

  test('has no other button, and takes no more words', () => {
    given(askedCouple({ prompts: only(thanksOnly) }), ...bothAnswer().slice(0, -1))
      .when(bram.taps('seal'))
      .then(sees(anne, '- draft', '~ prompt: no keys', '+ reveal: revealed [thank] (reveal, protected)'))
      .when(anne.taps('thank'))
      .then(sees(anne, '~ reveal: no keys', '! thanked'), sees(bram, '+ thanks (reveal)'));
    thanking().when(anne.says('en nog iets')).then(refused('no-question'), bram.hears());
  });

  test.each(['tellMore', 'talkAbout', 'moreWays'] as const)('cannot be asked %s by an old button', (name) => {
    thanking()
      .when((rules) => {
        anne.presses(name, { slot: rules.coupleOf(anne.id).opened.at(-1)?.round.id ?? '' })(rules);
      })
      .then(refused('stale-button'), bram.hears());
  });
});

test('a reveal that is to be chosen from says so to both, unless somebody passed', () => {
  given(askedCouple({ prompts: only(naming) }), ...bothAnswer().slice(0, -1))
    .when(bram.taps('seal'))
    .then(
      coupleIs(({ opened: [, one] }) => {
        expect(one?.round.scenario).toBe('naam');
      }),
      anne.reads('revealed', { scenario: 'naam' }),
      bram.reads('revealed', { scenario: 'naam' }),
    );
});
