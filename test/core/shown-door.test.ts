import { describe, expect, test } from 'vitest';
import { announce } from '../../src/core/announce.js';
import type { Refusal } from '../../src/core/event.js';
import {
  anne,
  askedCouple,
  bothAnswer,
  bram,
  codeOf,
  days,
  erasesAll,
  given,
  inviter,
  minutes,
  olderTerms,
  pairedCouple,
  settledCouple,
  that,
  time,
  type Act,
  type Expectation,
} from '../support/given.js';
import { sees } from './chat.js';

/** What stands in a chat from the first /start to the last farewell, line by line. */

const tookBack = (...whose: readonly (readonly [number, string])[]): Expectation =>
  that(({ recalled }) => {
    expect(recalled.map(({ person, lanes }) => [person, lanes.join(' ')])).toEqual(whose);
  });
const everything = 'reply reveal scheduled';

describe('the door', () => {
  test('of a bot for everyone opens on the terms, and shows the invite and a first question behind them', () => {
    given({ openTo: 'everyone' })
      .when(anne.starts())
      .then(sees(anne, '+ welcome: welcome [agree] / [readAll] [language:en]'))
      .when(anne.taps('readAll'), anne.taps('agree'))
      .then(
        sees(
          anne,
          '+ terms [agree]',
          '~ welcome: no keys',
          '+ invite: invite isFirst [shareInvite] [copyInvite] / [newCode]',
          '+ prompt: prompt isFirst [later] [else]',
        ),
      );
  });

  test('for whoever was invited names their inviter, and has a way out that nobody hears of', () => {
    given(inviter())
      .when(bram.starts(codeOf(anne)), bram.taps('readAll'))
      .then(
        sees(anne),
        sees(bram, '+ welcome: welcome [agree] / [readAll] [language:en] / [notNow]', '+ terms [agree]'),
      )
      .when(bram.taps('notNow'))
      .then(sees(anne), sees(bram, '~ welcome: no keys', '+ declined'))
      .when(bram.starts(codeOf(anne)), bram.taps('agree'))
      .then(
        sees(anne, '+ paired: joined [undoPairing] (reveal)'),
        sees(
          bram,
          '+ welcome: welcome [agree] / [readAll] [language:en] / [notNow]',
          '~ welcome: no keys',
          '+ paired: paired [undoPairing]',
          '+ prompt: prompt isFirst [later] [else]',
        ),
      );
  });

  test('is shown again in the other language, and when the terms are others now', () => {
    given({})
      .when(anne.starts(), anne.taps('language', { arg: 'en' }))
      .then(
        sees(
          anne,
          '+ welcome: welcome [agree] / [readAll] [language:en]',
          '+ welcome: welcome [agree] / [readAll] [language:nl]',
        ),
      );
    const changed: Act = olderTerms(anne);
    given(settledCouple(), changed)
      .when(anne.says('zo'))
      .then(
        sees(anne, '~ welcome: no keys', '+ welcome: termsChanged isSaid [agree] / [readAll] [language:en] / [stop]'),
      )
      .when(anne.taps('agree'))
      .then(sees(anne, '~ welcome: no keys', '+ status isPaired [askQuestion] / [chooseNext]'));
    given(settledCouple(), changed, (rules) => {
      rules.change(anne.id, () => ({ language: 'en' }));
    })
      .when(anne.starts())
      .then(sees(anne, '~ welcome: no keys', '+ welcome: termsChanged [agree] / [readAll] [language:nl] / [stop]'));
  });

  test('has one living invite, that can be made anew, and runs out with a word about it', () => {
    given(inviter())
      .when(anne.does({ type: 'showInvite' }), anne.taps('newCode'))
      .then(
        sees(
          anne,
          '+ invite: invite [shareInvite] [copyInvite] / [newCode]',
          '~ invite: no keys',
          '+ invite: invite [shareInvite] [copyInvite] / [newCode]',
        ),
      )
      .when(time.passes(days(8)))
      .then(sees(anne, '+ inviteExpired (scheduled, nudge, from Sun 12:00)'));
  });

  test('was passed by the wrong one: either takes it back, without a message about it', () => {
    given(pairedCouple())
      .when(anne.taps('undoPairing'), anne.taps('keepPairing'))
      .then(sees(anne, '+ undo: undoAsked [confirmUndo] [keepPairing]', '~ undo: undoDropped'), sees(bram))
      .when(anne.taps('undoPairing'), anne.taps('confirmUndo'))
      .then(
        sees(
          anne,
          '+ undo: undoAsked [confirmUndo] [keepPairing]',
          '~ paired: no keys',
          '~ undo: undone',
          '+ invite: invite isFirst [shareInvite] [copyInvite] / [newCode]',
          '+ prompt: prompt isFirst [later] [else]',
        ),
        sees(bram),
        tookBack([1, everything], [2, everything]),
      );
  });
});

describe('voice', () => {
  test('is asked about once, before anything of it is kept', () => {
    given(pairedCouple())
      .when(anne.speaks('een'), anne.speaks('twee'))
      .then(
        sees(
          anne,
          '~ voice: no keys',
          '+ voice: voiceAsked [allowVoice] [refuseVoice]',
          '~ voice: no keys',
          '+ voice: voiceAsked [allowVoice] [refuseVoice]',
        ),
        sees(bram),
      )
      .when(anne.taps('allowVoice'))
      .then(
        sees(
          anne,
          '~ voice: voiceAllowed',
          '- draft',
          '+ draft: draft [seal] [restart]',
          '- draft',
          '+ draft: draft [seal] [restart]',
        ),
        sees(bram),
      );
    given(pairedCouple(), anne.speaks('een')).when(anne.taps('refuseVoice')).then(sees(anne, '~ voice: voiceLetGo'));
  });

  test('that cannot be passed on is told to whoever spoke, at night without a sound', () => {
    given(pairedCouple(), ...bothAnswer(), time.is('2026-11-22T23:00'))
      .when(anne.does({ type: 'voiceRefused' }))
      .then(sees(anne), sees(bram, '+ voiceReturned (reveal, silent)'))
      .when(bram.does({ type: 'voiceGone' }))
      .then(sees(anne, '+ ownVoiceLost (reveal, silent)'), sees(bram, '+ voiceLost (reveal)'));
    given(inviter())
      .when(anne.does({ type: 'voiceGone' }))
      .then(sees(anne));
  });
});

describe('help', () => {
  test('that others should not find goes away by itself; what is for everyone stays', () => {
    given(settledCouple())
      .when(
        ...(['help', 'privacy', 'helplines', 'developer'] as const).map((about) =>
          anne.does({ type: 'inform', about }),
        ),
      )
      .then(
        sees(
          anne,
          '+ informed',
          '+ informed',
          '+ brief: informed [removeNow]',
          '- brief (sweep, from Sun 13:05, until Tue 13:00)',
          '+ brief: informed [removeNow]',
          '- brief (sweep, from Sun 13:05, until Tue 13:00)',
        ),
        sees(bram),
      )
      .when(anne.says('hulp', { messageId: 41 }))
      .then(
        sees(
          anne,
          '+ brief: commandOffered [helplines] / [removeNow]',
          '- brief (sweep, from Sun 13:05, until Tue 13:00)',
          '- message 41 (sweep, from Sun 13:05, until Tue 13:00)',
        ),
      )
      .when(anne.taps('removeNow'))
      .then(sees(anne, '- brief (tapped)', '- message 41'))
      .when(anne.says('stop'))
      .then(sees(anne, '+ commandOffered [stop]'));
  });
});

describe('the rhythm', () => {
  test('is told to each after the first opening, and a yes takes the keys away', () => {
    given(pairedCouple(), ...bothAnswer())
      .when(time.passes(minutes(3)))
      .then(
        sees(anne, '+ rhythm: rhythm [rhythmFits] / [otherRhythm] [otherZone] (scheduled, nudge)'),
        sees(bram, '+ rhythm: rhythm [rhythmFits] / [otherRhythm] [otherZone] (scheduled, nudge)'),
      )
      .when(anne.taps('rhythmFits'))
      .then(sees(anne, '~ rhythm: no keys', '+ rhythmAccepted'), sees(bram));
  });

  test('has a reminder for whoever wants one, and its keys go with the question', () => {
    given(askedCouple(), anne.does({ type: 'showSettings', view: 'rhythm' }), anne.taps('reminder', { arg: 'on' }))
      .when(time.is('2026-11-24T20:01'))
      .then(sees(anne, '+ reminder: reminder [later] (scheduled, nudge, until Tue 21:00)'), sees(bram))
      .when(anne.taps('later'))
      .then(sees(anne, '~ prompt: no keys', '~ reminder: no keys', '+ postponed'));
  });
});

test('a reminder that the bot could not give for more than an hour is let go', () => {
  const wants = [anne.does({ type: 'showSettings', view: 'rhythm' } as const), anne.taps('reminder', { arg: 'on' })];
  given(askedCouple(), ...wants, time.is('2026-11-24T19:00'))
    .when(time.jumps(minutes(150)))
    .then(anne.hears());
  given(askedCouple(), ...wants, time.is('2026-11-24T19:00'))
    .when(time.jumps(minutes(110)))
    .then(anne.hears('reminder'));
});

describe('leaving', () => {
  test('ends with one farewell, that leads back or further', () => {
    given(settledCouple())
      .when(anne.does({ type: 'stop' }))
      .then(
        sees(anne, '+ farewell: stopped [unpair] / [staySilent] / [goOn] / [askErase]'),
        sees(bram),
        tookBack([1, everything]),
      )
      .when(anne.does({ type: 'askQuestion' }))
      .then(sees(anne))
      .when(anne.taps('staySilent'), anne.taps('goOn'))
      .then(sees(anne, '~ farewell: silenceKept', '~ farewell: no keys', '+ wentOn'), sees(bram));
  });

  test('for good is answered, and told to the other without a sound at night', () => {
    given(settledCouple(), anne.does({ type: 'stop' }), time.is('2026-11-22T23:00'))
      .when(anne.taps('unpair'))
      .then(
        sees(anne, '~ farewell: no keys', '+ unpairedSelf'),
        sees(bram, '+ unpaired (reveal, silent)'),
        tookBack([1, everything], [2, everything]),
      );
    given(settledCouple())
      .when(...erasesAll(anne))
      .then(
        sees(
          anne,
          '~ erase: no keys',
          '+ erase: eraseAsked [erase:answers] / [erase:chat] / [erase:everything] / [keepIt]',
          '~ erase: no keys',
          '+ erase: eraseExplained [eraseNow:everything] / [keepIt]',
          '+ erased',
        ),
        sees(bram, '+ unpaired (reveal)'),
      );
  });

  test('by closing the chat finds on return what was opened, and nothing else of before', () => {
    given(askedCouple(), anne.says('zo'), anne.taps('seal'))
      .when(anne.does({ type: 'block' }), bram.says('zus'), bram.taps('seal'))
      .then(
        sees(anne, '+ reveal: revealed [thank] [tellMore] / [chooseNext] / [callBreather] (reveal, protected)'),
        tookBack([1, 'reply scheduled']),
      )
      .when(anne.starts())
      .then(sees(anne, '~ farewell: no keys', '+ wentOn', '+ status isPaired [askQuestion] / [chooseNext]'));
  });

  test('and what the bot says when it was away itself waits for the morning', () => {
    given(askedCouple(), time.is('2026-11-23T23:00'))
      .when((rules) => {
        rules.comeBack();
      })
      .then(
        sees(anne, '+ cameBack (scheduled, nudge, from Tue 08:00)'),
        sees(bram, '+ cameBack (scheduled, nudge, from Tue 08:00)'),
      );
  });
});

test.each<[Refusal, readonly string[]]>([
  [{ refusal: 'has-stopped' }, ['goOn']],
  [{ refusal: 'no-question' }, ['askQuestion']],
  [{ refusal: 'stale-button' }, []],
])('a refusal leads on where there is a way on: %j', (refusal, names) => {
  const scene = given(settledCouple()).rules.sceneOf(anne.id);
  const stage = { before: scene, after: scene, now: 0, scenarios: new Map(), protocols: new Map(), spreadMs: 0 };
  const [notice] = announce({ type: 'refused', person: anne.id, refusal }, stage);
  const keys = notice?.keys.flat().map((key) => (key.kind === 'press' ? key.button.name : key.kind));
  expect([notice?.say?.params, keys]).toEqual([refusal, names]);
});
