import { describe, expect, test } from 'vitest';
import {
  anne,
  askedCouple,
  at,
  bram,
  days,
  given,
  happened,
  inviter,
  minutes,
  pairedCouple,
  settledCouple,
  that,
  time,
  type Act,
} from '../support/given.js';

const moved = [anne.does({ type: 'botChanged' }), bram.does({ type: 'botChanged' })];
const restoredFrom = (from: number | null) => [
  anne.does({ type: 'restored', from }),
  bram.does({ type: 'restored', from }),
];

describe('another bot on the same data', () => {
  test('has everybody come to it first, and tells them what it still has', () => {
    given(pairedCouple())
      .when(...moved)
      .then(anne.reads('botChanged', { partner: 'Bram' }), bram.reads('botChanged', { partner: 'Anne' }))
      .then(anne.is({ isUnreachable: true }), bram.is({ isUnreachable: true }))
      .when(time.passes(days(9)))
      .then(anne.hears(), bram.hears())
      .when(anne.starts())
      .then(anne.is({ isUnreachable: false }), bram.is({ isUnreachable: true }));
  });

  test('marks voice as gone, keeps words, and opens without it', () => {
    given(
      pairedCouple(),
      anne.says('met woorden'),
      anne.speaksFreely('file-of-the-old-bot'),
      anne.taps('seal'),
      ...moved,
    )
      .when(anne.starts(), bram.starts(), bram.says('b'), bram.taps('seal'))
      .then(
        bram.reads('revealed', {
          partner: {
            answer: expect.objectContaining({
              pieces: [
                expect.objectContaining({ text: 'met woorden' }),
                expect.objectContaining({ kind: 'voice', fileId: null }),
              ],
            }) as never,
            isClosed: false,
          },
        }),
        that(({ heard }) => {
          expect(heard.filter(({ notice }) => notice.act === 'voice')).toEqual([]);
        }),
      );
  });

  test('asks nothing of whoever stopped', () => {
    given(pairedCouple(), anne.does({ type: 'stop' }))
      .when(...moved)
      .then(anne.hears(), bram.hears('botChanged'));
  });

  test('that is refused a voice message tells both, so that it can be typed', () => {
    given(pairedCouple())
      .when(bram.does({ type: 'voiceGone' }))
      .then(bram.reads('voiceLost', { partner: 'Anne' }), anne.reads('ownVoiceLost', { partner: 'Bram' }));
  });
});

describe('a bot that was restored', () => {
  test('lets the missed moment pass for both, and asks at the next', () => {
    given(settledCouple(), time.is('2026-11-23T19:00'))
      .when(...startedAt('2026-11-23T20:30'))
      .then(anne.hears('restored'), bram.hears('restored'))
      .when(time.is('2026-11-25T19:59'))
      .then(anne.hears(), bram.hears())
      .when(time.is('2026-11-25T20:00'))
      .then(anne.hears('prompt'), bram.hears('prompt'));
  });

  test('lets a moment of yesterday pass, and keeps today’s', () => {
    given(settledCouple(), time.is('2026-11-25T19:00'))
      .when(...startedAt('2026-11-26T10:00'))
      .then(anne.hears('restored'), bram.hears('restored'), anne.is({ servedDate: '2026-11-25' }));
  });

  test('shows nothing that was postponed till then, and still opens what both sealed', () => {
    given(askedCouple(), anne.taps('later'), anne.says('a'), anne.taps('seal'))
      .when(...startedAt('2026-11-24T11:00'))
      .then(anne.is({ later: null }))
      .when(bram.says('b'), bram.taps('seal'))
      .then(anne.hears('sealedAndOpen', 'revealed'));
  });

  test('says of which moment it is, and nothing during a breather or to whoever stopped', () => {
    const from = at('2026-11-22T10:00');
    given(pairedCouple())
      .when(...restoredFrom(from))
      .then(anne.reads('restored', { from }), bram.reads('restored', { from }));
    given(pairedCouple(), anne.does({ type: 'callBreather' }))
      .when(...restoredFrom(from))
      .then(anne.hears(), bram.hears());
    given(pairedCouple(), anne.does({ type: 'stop' }))
      .when(...restoredFrom(from))
      .then(anne.hears(), bram.hears('restored'));
  });

  test('changes nothing the second time', () => {
    const story = given(settledCouple(), time.is('2026-11-23T19:00'), ...startedAt('2026-11-23T20:30'));
    const before = JSON.stringify([story.rules.personOf(1), story.rules.coupleOf(1)]);
    story.when(...restoredFrom(null)).then(
      that((_, rules) => {
        expect(JSON.stringify([rules.personOf(1), rules.coupleOf(1)])).toBe(before);
      }),
    );
  });

  test('has nothing to let pass for somebody who waits for their partner', () => {
    given(inviter())
      .when(anne.does({ type: 'restored', from: null }))
      .then(happened('overdueLetGo', 'restoreTold'));
  });
});

/** The bot is started at that hour with a copy of the moment before it. */
function startedAt(local: string): readonly Act[] {
  return [
    (rules) => {
      rules.startAt(at(local), { type: 'restored', from: null });
    },
    time.jumps(minutes(1)),
  ];
}
