import { describe, expect, test } from 'vitest';
import { allowsVoice, anne, bram, days, given, pairedCouple, that, time } from '../../support/given.js';

const moved = [anne.does({ type: 'botChanged' }), bram.does({ type: 'botChanged' })];

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

  test('can play no voice of the one before it, wherever it waited, and keeps every word', () => {
    const spoken = given(
      ...[pairedCouple(), allowsVoice(anne), anne.says('woorden', { messageId: 70 }), anne.taps('seal')],
      ...[anne.speaks('stem', { messageId: 71 }), anne.does({ type: 'botChanged' })],
    );
    const { answers, pending } = spoken.rules.personOf(anne.id);
    expect(Object.values(answers).map(({ pieces }) => pieces)).toEqual([
      [{ kind: 'text', at: null, text: 'woorden', messageId: 70 }],
    ]);
    expect(pending?.pieces).toMatchObject([{ kind: 'voice', fileId: null, messageId: 71 }]);
    const mixed = given(
      ...[pairedCouple(), allowsVoice(anne), anne.says('woorden', { messageId: 70 })],
      ...[anne.speaks('stem', { messageId: 71 }), bram.speaksFreely('stem', { messageId: 72 }), ...moved],
    );
    const kept = ({ id }: typeof anne) => Object.values(mixed.rules.personOf(id).answers).map(({ pieces }) => pieces);
    expect(kept(anne)).toEqual([
      [
        { kind: 'text', at: null, text: 'woorden', messageId: 70 },
        { kind: 'voice', at: null, fileId: null, seconds: 9, messageId: 71 },
      ],
    ]);
    expect(kept(bram)).toEqual([[{ kind: 'voice', at: null, fileId: null, seconds: 9, messageId: 72 }]]);
    given(pairedCouple(), anne.speaks('stem'), anne.does({ type: 'botChanged' }))
      .when()
      .then(anne.is({ heldVoices: [], pending: null }));
  });
});
