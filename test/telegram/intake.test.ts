import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intake } from '../../src/telegram/intake.js';

const me = { username: 'SamenspraakBot' };
const anne = { id: 77, is_bot: false, first_name: 'Anne', language_code: 'nl' };
const chat = { id: 77, type: 'private', first_name: 'Anne' };
const sender = { name: 'Anne' };
const origin = { from: 'address', address: '77', language: 'nl' };
const from = (parts: object, update = 5) => intake({ update_id: update, ...parts }, me);
const message = (parts: object) => from({ message: { message_id: 9, date: 1, from: anne, chat, ...parts } });
const says = (text: string) => message({ text })?.command;

describe('what a person types', () => {
  it('is said, as typed', () => {
    expect(message({ text: 'Ik wil *rust* <b>nu</b>' })).toEqual({
      updateId: 5,
      origin,
      command: {
        type: 'say',
        sender,
        speech: { kind: 'text', text: 'Ik wil *rust* <b>nu</b>' },
        messageId: 9,
        code: null,
      },
      callbackQueryId: null,
      messageId: null,
      ownMessageId: 9,
    });
  });

  it('carries an invite code when it is one', () => {
    expect(says('7k3f 9x2m q4tb')).toMatchObject({ type: 'say', code: '7K3F9X2MQ4TB' });
  });

  it('names the message it replies to', () => {
    expect(message({ text: 'ja', reply_to_message: { message_id: 4 } })?.messageId).toBe(4);
  });

  it('counts when what it replies to can no longer be seen', () => {
    expect(message({ text: 'ja', reply_to_message: { odd: true } })).toMatchObject({ messageId: null });
  });

  it.each(['/', '/vraag/anders', '/één', 'kijk /stop', '//stop'])(
    'is no command when it only looks like one: %j',
    (text) => {
      expect(says(text)).toMatchObject({ type: 'say' });
    },
  );
});

describe('a command', () => {
  it.each([
    ['/vraag', { type: 'askQuestion' }],
    ['/question', { type: 'askQuestion' }],
    ['/Vraag', { type: 'askQuestion' }],
    ['/VRAAG@samenspraakbot', { type: 'askQuestion' }],
    ['/vraag over vakantie', { type: 'askQuestion' }],
    ['/uitnodigen', { type: 'showInvite' }],
    ['/invite', { type: 'showInvite' }],
    ['/intrek', { type: 'withdraw' }],
    ['/withdraw', { type: 'withdraw' }],
    ['/stop', { type: 'stop' }],
    ['/wis', { type: 'erase' }],
    ['/erase', { type: 'erase' }],
    ['/help', { type: 'inform', about: 'help', messageId: 9 }],
    ['/hulp', { type: 'inform', about: 'helplines', messageId: 9 }],
    ['/helplines', { type: 'inform', about: 'helplines', messageId: 9 }],
    ['/privacy', { type: 'inform', about: 'privacy', messageId: 9 }],
    ['/luister', { type: 'listen' }],
    ['/nietbestaand', { type: 'unknownCommand' }],
    ['/constructor', { type: 'unknownCommand' }],
  ])('%s is heard', (text, command) => {
    expect(says(text)).toEqual(command);
  });

  it('for another bot is not ours', () => {
    expect(says('/stop@AnotherBot')).toBeUndefined();
  });

  it.each([
    ['/start', null],
    ['/start 7K3F-9X2M-Q4TB', '7K3F9X2MQ4TB'],
    ['/start 7k3f9x2mq4tb', '7K3F9X2MQ4TB'],
    ['/START@SamenspraakBot 7K3F9X2MQ4TB', '7K3F9X2MQ4TB'],
    ['/start 7k3f 9x2m q4tb', '7K3F9X2MQ4TB'],
    ['/start ABCDEFGHJKMN', null],
    ['/start iets anders', null],
  ])('%s starts with the code %s', (text, code) => {
    expect(says(text)).toEqual({ type: 'start', sender, code, messageId: 9 });
  });
});

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

  it.each([
    ['a photo', { photo: [{ file_id: 'p' }], caption: 'kijk' }],
    ['a sticker', { sticker: { file_id: 's' } }],
    ['a video note', { video_note: { file_id: 'v' } }],
    ['a venue', { location: { latitude: 1, longitude: 2 }, venue: { title: 'Café' } }],
    ['a location without a place', { location: { latitude: 'here' } }],
    ['a poll', { poll: { id: 'p' } }],
    ['a document', { document: { file_id: 'd' } }],
    ['a contact', { contact: { phone_number: '1' } }],
    ['an empty voice note', { voice: { file_id: 'f', duration: 0 } }],
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
    expect(message(forwarded)?.command).toEqual({ type: 'sendUnsupported', what: 'forwarded' });
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
    expect(from({ edited_message: edited })?.command).toEqual({ type: 'editSaid', messageId: 9, text: 'anders' });
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
    ['x'.repeat(500), 'x'.repeat(64)],
    [42, ''],
  ])('%j is tidied', (given, name) => {
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

describe('malformed updates', () => {
  it('are nothing or something, never an error', () => {
    fc.assert(
      fc.property(fc.anything(), (update) => {
        intake(update, me);
      }),
    );
  });

  it('are nothing or something, never an error, when they are nearly right', () => {
    const spoiled = fc.oneof(fc.jsonValue(), fc.constant(undefined));
    const person = fc.record({ id: fc.oneof(fc.constant(77), spoiled), first_name: spoiled, language_code: spoiled });
    const part = fc.record(
      {
        message_id: fc.oneof(fc.constant(9), spoiled),
        id: fc.oneof(fc.constant('q'), spoiled),
        from: fc.oneof(fc.constant(anne), person),
        user: fc.oneof(fc.constant(anne), person),
        chat: fc.oneof(fc.constant(chat), spoiled),
        text: fc.oneof(fc.string(), spoiled),
        voice: spoiled,
        photo: spoiled,
        reply_to_message: spoiled,
        message: spoiled,
        data: fc.oneof(fc.string(), spoiled),
        old_reaction: spoiled,
        new_reaction: fc.oneof(fc.constant([{ type: 'emoji', emoji: '❤' }]), spoiled),
        new_chat_member: fc.oneof(fc.constant({ status: 'kicked' }), spoiled),
      },
      { requiredKeys: [] },
    );
    const kinds = ['message', 'edited_message', 'callback_query', 'message_reaction', 'my_chat_member'];
    fc.assert(
      fc.property(fc.constantFrom(...kinds), part, (kind, value) => {
        const read = intake({ update_id: 1, [kind]: value }, me);
        if (read !== null) expect(read.origin).toMatchObject({ from: 'address' });
      }),
      { numRuns: 500 },
    );
  });
});
