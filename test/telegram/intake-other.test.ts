import { describe, expect, it } from 'vitest';
import { intake } from '../../src/telegram/intake.js';
import { me, anne, chat, sender, origin, from, message } from './from-anne.js';

describe('what is no text', () => {
  it('is said when it is a voice note', () => {
    expect(message({ voice: { file_id: 'f1', file_unique_id: 'u', duration: 3 } })?.command).toEqual({
      type: 'say',
      sender,
      speech: { kind: 'voice', fileId: 'f1', seconds: 3 },
      messageId: 9,
      code: null,
    });
  });

  it.each([0, undefined, null, -1, 2.5, '3'])('is said when Telegram calls it %j seconds long', (duration) => {
    const speech = { kind: 'voice', fileId: 'f1', seconds: 0 };
    expect(message({ voice: { file_id: 'f1', duration } })?.command).toMatchObject({ type: 'say', speech });
  });

  it('names what it came together with', () => {
    const photo = message({ photo: [{ file_id: 'p' }], media_group_id: 'g7' });
    expect(photo?.command).toEqual({ type: 'sendPhoto', fileId: 'p', caption: null, messageId: 9, together: 'g7' });
    const poll = message({ document: { file_id: 'd' }, media_group_id: 'g7' });
    expect(poll?.command).toEqual({ type: 'sendUnsupported', what: 'media', together: 'g7' });
  });

  it('has the words below it', () => {
    const captioned = { text: 'kijk', messageId: 9 };
    expect(message({ document: { file_id: 'd' }, caption: 'kijk' })?.command).toMatchObject({ caption: captioned });
    const bold = [{ type: 'bold', offset: 0, length: 4 }];
    const photo = [{ file_id: 'small' }, { file_id: 'large' }];
    expect(message({ photo, caption: 'kijk', caption_entities: bold })?.command).toEqual({
      ...{ type: 'sendPhoto', fileId: 'large', messageId: 9 },
      caption: { text: 'kijk', marks: bold },
    });
    expect(message({ voice: { file_id: 'f1', duration: 3 }, caption: 'hoor' })?.command).toMatchObject({
      type: 'say',
      caption: 'hoor',
    });
    // Below what is passed on stand somebody else's words.
    const origin = { type: 'user', date: 1, sender_user: anne };
    const passedOn = message({ photo: [{ file_id: 'p' }], caption: 'kijk', forward_origin: origin });
    expect(passedOn?.command).not.toHaveProperty('caption');
  });

  it('has them when they are changed too, without being said anew; a command in them counts', () => {
    const edited = (caption: string) =>
      intake(
        {
          update_id: 8,
          edited_message: { message_id: 9, from: anne, chat, voice: { file_id: 'f', duration: 3 }, caption },
        },
        { username: 'samenspraak_bot' },
      )?.command;
    expect(edited('hoor')).toEqual({ type: 'editSaid', messageId: 9, text: 'hoor' });
    expect(edited('/stop')).toMatchObject({ type: 'editSaid', now: { type: 'stop' } });
  });

  it('has them with the photo above them, also once they were taken away', () => {
    const edited = (rest: object) =>
      intake(
        { update_id: 8, edited_message: { message_id: 9, from: anne, chat, photo: [{ file_id: 'p' }], ...rest } },
        { username: 'samenspraak_bot' },
      )?.command;
    expect(edited({ caption: 'wij' })).toEqual({ type: 'editSaid', messageId: 9, text: 'wij', photo: 'p' });
    expect(edited({})).toEqual({ type: 'editSaid', messageId: 9, text: '', photo: 'p' });
  });

  it.each([
    ['a photo without a file', { photo: [{}] }],
    ['a sticker', { sticker: { file_id: 's' } }],
    ['a video note', { video_note: { file_id: 'v' } }],
    ['a venue', { location: { latitude: 1, longitude: 2 }, venue: { title: 'Café' } }],
    ['a location without a place', { location: { latitude: 'here' } }],
    ['a poll', { poll: { id: 'p' } }],
    ['a document', { document: { file_id: 'd' } }],
    ['a contact', { contact: { phone_number: '1' } }],
    ['a voice note without a file', { voice: { duration: 3 } }],
  ])('is unsupported when it is %s', (_what, parts) => {
    expect(message(parts)?.command).toEqual({ type: 'sendUnsupported', what: 'media' });
  });

  it.each([
    ['Ghent', { latitude: 51.05, longitude: 3.72 }, 'Europe/Brussels'],
    ['Vigo', { latitude: 42.24, longitude: -8.72 }, 'Europe/Madrid'],
    ['Auckland', { latitude: -36.85, longitude: 174.76 }, 'Pacific/Auckland'],
    ['nowhere', { latitude: 999, longitude: 0 }, null],
  ])('is a time zone, and nothing more, when it is a location: %s', (_place, location, zone) => {
    expect(message({ location })?.command).toEqual({ type: 'shareZone', zone });
    expect(JSON.stringify(message({ location }))).not.toContain(String(location.latitude));
  });

  it('is unsupported when somebody else said it', () => {
    const forwarded = { text: 'hoi', forward_origin: { type: 'user' } };
    expect(message(forwarded)?.command).toMatchObject({ type: 'sendUnsupported', what: 'forwarded' });
  });

  it.each([
    ['a pinned message', { pinned_message: { message_id: 1 } }],
    ['a timer setting', { message_auto_delete_timer_changed: {} }],
    ['an empty message', {}],
  ])('asks nothing when it is %s', (_what, parts) => {
    expect(message(parts)).toBeNull();
  });
});

describe('a tap', () => {
  const tap = (data: string) =>
    from({ callback_query: { id: 'q1', from: anne, data, message: { message_id: 8, chat } } });

  it('presses the button', () => {
    expect(tap('seal:k3f9x2:4:')).toEqual({
      updateId: 5,
      origin,
      command: { type: 'press', sender, button: { name: 'seal', slot: 'k3f9x2', step: 4, arg: '' }, code: null },
      callbackQueryId: 'q1',
      messageId: 8,
      ownMessageId: null,
    });
  });

  it.each(['agree', 'readAll', 'language', 'notNow'])('on %s carries the code in its slot', (name) => {
    expect(tap(`${name}:7K3F9X2MQ4TB:0:`)?.command).toMatchObject({ code: '7K3F9X2MQ4TB' });
    expect(tap(`${name}::0:`)?.command).toMatchObject({ code: null });
  });

  it('that agrees brings the message that began it', () => {
    expect(tap('agree:7K3F9X2MQ4TB:7:')?.ownMessageId).toBe(7);
    for (const data of ['agree:7K3F9X2MQ4TB:0:', 'readAll::7:', 'seal:r1:7:'])
      expect(tap(data)?.ownMessageId).toBeNull();
  });

  it('on another button carries no code, whatever its slot', () => {
    expect(tap('seal:7K3F9X2MQ4TB:0:')?.command).toMatchObject({ code: null });
  });

  it.each(['', 'old-button', 'seal:::::'])('on a button of another age is unknown: %j', (data) => {
    expect(tap(data)).toMatchObject({ command: { type: 'pressUnknown' }, callbackQueryId: 'q1' });
  });
});

describe('other updates', () => {
  it('tell of an edit', () => {
    const edited = { message_id: 9, from: anne, chat, text: 'anders' };
    const now = { type: 'say', sender, speech: { kind: 'text', text: 'anders' }, messageId: 9, code: null };
    expect(from({ edited_message: edited })?.command).toEqual({ type: 'editSaid', messageId: 9, text: 'anders', now });
    const stop = from({ edited_message: { ...edited, text: '/stop.' } })?.command;
    expect(stop).toEqual({ type: 'editSaid', messageId: 9, text: '/stop.', now: { type: 'stop', messageId: 9 } });
  });

  it.each(['❤', '❤️', '🥰', '❤️‍🔥', '💘'])('tell of a heart: %s', (emoji) => {
    const reaction = { chat, user: anne, message_id: 3, old_reaction: [], new_reaction: [{ type: 'emoji', emoji }] };
    expect(from({ message_reaction: reaction })).toMatchObject({ command: { type: 'heart' }, messageId: 3 });
  });

  it.each([
    ['no heart', { old_reaction: [], new_reaction: [{ type: 'emoji', emoji: '👍' }] }],
    ['a broken heart', { old_reaction: [], new_reaction: [{ type: 'emoji', emoji: '💔' }] }],
    ['a heart taken away', { old_reaction: [{ type: 'emoji', emoji: '❤' }], new_reaction: [] }],
    [
      'a heart that was there',
      { old_reaction: [{ type: 'emoji', emoji: '❤' }], new_reaction: [{ type: 'emoji', emoji: '❤' }] },
    ],
  ])('ask nothing with %s', (_what, reactions) => {
    expect(from({ message_reaction: { chat, user: anne, message_id: 3, ...reactions } })).toBeNull();
  });

  it.each([
    ['kicked', { type: 'block' }],
    ['member', { type: 'unblock' }],
  ])('tell that the bot is %s', (status, command) => {
    expect(from({ my_chat_member: { chat, from: anne, new_chat_member: { status } } })?.command).toEqual(command);
  });
});

describe('who is not heard', () => {
  const group = { id: -5, type: 'supergroup' };

  it.each([
    ['a group', { message: { message_id: 1, from: anne, chat: group, text: 'hoi' } }],
    ['a channel', { message: { message_id: 1, chat: { id: -6, type: 'channel' }, text: 'hoi' } }],
    ['a bot', { message: { message_id: 1, from: { ...anne, is_bot: true }, chat, text: 'hoi' } }],
    ['someone without a face', { message: { message_id: 1, from: anne, sender_chat: group, chat, text: 'hoi' } }],
    [
      'a tap in a group',
      { callback_query: { id: 'q', from: anne, data: 'x', message: { message_id: 1, chat: group } } },
    ],
    ['a tap in an inline message', { callback_query: { id: 'q', from: anne, data: 'x', inline_message_id: 'i' } }],
    [
      'a group that takes the bot in',
      { my_chat_member: { chat: group, from: anne, new_chat_member: { status: 'member' } } },
    ],
    ['a kind of update of later years', { tea_break: { from: anne } }],
  ])('is %s', (_who, parts) => {
    expect(from(parts)).toBeNull();
  });

  it('is an update without a number', () => {
    expect(intake({ message: { message_id: 1, from: anne, chat, text: 'hoi' } }, me)).toBeNull();
  });
});

describe('a name', () => {
  const named = (first_name: unknown, language_code?: unknown) =>
    message({ text: '/start', from: { ...anne, first_name, language_code } });

  it.each([
    ['  Anne  Marie ', 'Anne Marie'],
    ['Anne\u202egnorw\u0007\nB', 'Anne gnorw B'],
    ['👩‍🚀 Anne', '👩‍🚀 Anne'],
    ['\u3164An\u00adne\u2800', 'An ne'],
    ...['\u3164', '\u2800', '\u00ad', '\u200f', '\u0301\u0336', '\u{e0041}', '\ufe0f', '\u200d', '\u{1d159}'].map(
      (blank): [string, string] => [blank, ''],
    ),
    ['x'.repeat(500), 'x'.repeat(64)],
    [42, ''],
  ] as readonly (readonly [unknown, string])[])('%j is tidied', (given, name) => {
    expect(named(given)).toMatchObject({ command: { sender: { name } } });
  });

  it.each([
    ['nl', 'nl'],
    ['nl-BE', 'nl'],
    ['en', 'en'],
    ['EN-us', 'en'],
    ['de', null],
    [undefined, null],
    [7, null],
  ])('comes with the language of %j', (code, language) => {
    expect(named('Anne', code)).toMatchObject({ origin: { language } });
  });
});
