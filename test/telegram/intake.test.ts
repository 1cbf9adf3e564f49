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

  it('is no command when one stands further on', () => {
    expect(says('kijk /stop')).toMatchObject({ type: 'say' });
  });
});

describe('how words are set', () => {
  const speech = (text: string, entities: unknown) => {
    const command = message({ text, entities })?.command;
    return command?.type === 'say' ? command.speech : null;
  };

  it.each(['bold', 'italic', 'underline', 'strikethrough', 'spoiler', 'blockquote'])('is kept: %s', (type) => {
    const marks = [{ type, offset: 0, length: 3 }];
    expect(speech('hoi Bram', marks)).toEqual({ kind: 'text', text: 'hoi Bram', marks });
  });

  it('is kept of a link to a page, and of a longer quote', () => {
    const link = { type: 'text_link', offset: 4, length: 4, url: 'https://example.org/' };
    const quote = { type: 'expandable_blockquote', offset: 0, length: 3 };
    expect(speech('hoi Bram', [link, quote])).toMatchObject({ marks: [link, { ...quote, type: 'blockquote' }] });
  });

  it.each([
    ['code', { type: 'code', offset: 0, length: 3 }],
    ['an emoji of somebody’s own', { type: 'custom_emoji', offset: 0, length: 2, custom_emoji_id: '5' }],
    ['somebody else', { type: 'text_mention', offset: 0, length: 3, user: { id: 5 } }],
    ['what Telegram finds itself', { type: 'url', offset: 0, length: 3 }],
    ['a link into the app', { type: 'text_link', offset: 0, length: 3, url: 'tg://user?id=5' }],
    ['an endless link', { type: 'text_link', offset: 0, length: 3, url: `https://example.org/${'x'.repeat(2_000)}` }],
    ['a mark beyond the words', { type: 'bold', offset: 6, length: 9 }],
    ['a mark around nothing', { type: 'bold', offset: 0, length: 0 }],
    ['a mark of no shape', { type: 5 }],
    ['no list', 7],
  ])('is left out for %s, and the words stay', (_what, entity) => {
    expect(speech('hoi Bram', typeof entity === 'number' ? entity : [entity])).toEqual({
      kind: 'text',
      text: 'hoi Bram',
    });
  });

  it('is kept up to a bound', () => {
    const many = Array.from({ length: 150 }, (_, offset) => ({ type: 'bold', offset, length: 1 }));
    expect(speech('x'.repeat(150), many)).toMatchObject({ marks: many.slice(0, 40) });
  });
});

describe('a command', () => {
  it.each([
    ['/vraag', { type: 'askQuestion', choose: true }],
    ['/question', { type: 'askQuestion', choose: true }],
    ['/Vraag', { type: 'askQuestion', choose: true }],
    ['/VRAAG@samenspraakbot', { type: 'askQuestion', choose: true }],
    ['/vraag over vakantie', { type: 'askQuestion', choose: true }],
    ['/uitnodigen', { type: 'showInvite' }],
    ['/invite', { type: 'showInvite' }],
    ['/intrek', { type: 'withdraw' }],
    ['/withdraw', { type: 'withdraw' }],
    ['/stop', { type: 'stop', messageId: 9 }],
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

  it.each([
    ...['/stop.', '/stop!', '/stop?!', '/Stop…', '/stop,', '//stop', '///STOP', '/stop@SamenspraakBot.', '/stop nu.'],
    ...['/ stop', '/stop:', '/stop\u200b', '\u200b/stop', '/\u2060stop', '\n/stop\n', '／stop', '⁄stop', '／ｓｔｏｐ'],
    ...['/stóp', '/stop_', '_/stop_'.slice(1), '/stop-', '/stop…', '/stop)', '/stop/', '/stop🙏', '/stop@'],
  ])('is heard whatever its keyboard made of it: %j', (text) => {
    expect(says(text)).toEqual({ type: 'stop', messageId: 9 });
  });

  it.each(['/', '//', '/ ', '/één', '/5 sterren', '/stopp', '/ik wil niet meer', '/.', '／', '/😢'])(
    'that is none is never taken for words: %j',
    (text) => {
      expect(says(text)).toEqual({ type: 'unknownCommand' });
    },
  );

  it('is heard below a picture', () => {
    expect(message({ photo: [{ file_id: 'p' }], caption: '/hulp!' })?.command).toMatchObject({ type: 'inform' });
  });

  it('is never words of any kind when it begins with a slash', () => {
    fc.assert(
      fc.property(fc.constantFrom('/', '//', '／', ' /', '\u200b/'), fc.string({ unit: 'grapheme' }), (slash, text) => {
        expect(says(`${slash}${text}`)?.type).not.toBe('say');
      }),
    );
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
    ['/start «7K3F-9X2M-Q4TB».', '7K3F9X2MQ4TB'],
    ['/start https://t.me/SamenspraakBot?start=7K3F9X2MQ4TB', '7K3F9X2MQ4TB'],
    ['/start\u200b', null],
  ])('%s starts with the code %s', (text, code) => {
    expect(says(text)).toEqual({ type: 'start', sender, code, messageId: 9 });
  });

  it.each(['/start ABCDEFGHJKMN', '/start iets anders', '/start https://t.me/SamenspraakBot?start=7K3F'])(
    '%s was meant to bring a code',
    (text) => {
      expect(says(text)).toEqual({ type: 'start', sender, code: null, messageId: 9, isUnread: true });
    },
  );

  it('carries the code that stands behind a link with other words', () => {
    const url = 'https://t.me/SamenspraakBot?start=7K3F9X2MQ4TB';
    const entities = [{ type: 'text_link', offset: 0, length: 7, url }];
    expect(message({ text: 'Doe mee', entities })?.command).toMatchObject({ type: 'say', code: '7K3F9X2MQ4TB' });
  });

  it('is an invite that is passed on when it was forwarded', () => {
    const text = 'Zin om dit samen te doen?\nhttps://t.me/SamenspraakBot?start=7K3F9X2MQ4TB';
    const command = { type: 'passInvite', sender, code: '7K3F9X2MQ4TB', messageId: 9 };
    expect(message({ text, forward_origin: { type: 'user' } })?.command).toEqual(command);
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

describe('a field that nobody needs', () => {
  const whole = {
    message: [
      { message_id: 9, date: 1, from: anne, chat, text: 'hoi' },
      { message_id: 9, date: 1, from: anne, chat, text: '/stop', reply_to_message: { message_id: 4 } },
      { message_id: 9, date: 1, from: anne, chat, voice: { file_id: 'f', file_unique_id: 'u', duration: 3 } },
      { message_id: 9, date: 1, from: anne, chat, photo: [{ file_id: 'p' }], caption: 'kijk' },
    ],
    edited_message: [{ message_id: 9, date: 1, edit_date: 2, from: anne, chat, text: 'hoi' }],
    callback_query: [{ id: 'q', from: anne, data: 'seal:r1:0:', chat_instance: 'c', message: { message_id: 8, chat } }],
    message_reaction: [
      { chat, user: anne, message_id: 3, old_reaction: [], new_reaction: [{ type: 'emoji', emoji: '❤' }] },
    ],
    my_chat_member: [{ chat, from: anne, old_chat_member: {}, new_chat_member: { status: 'kicked', user: {} } }],
  };
  const needed: readonly string[] = [
    ...[
      'from',
      'from.id',
      'user',
      'user.id',
      'chat',
      'chat.id',
      'chat.type',
      'message_id',
      'text',
      'photo',
      'id',
      'data',
    ],
    ...['voice', 'voice.file_id', 'message', 'message.chat', 'message.chat.id', 'message.chat.type'],
    ...['new_reaction', 'new_chat_member', 'new_chat_member.status', 'from.is_bot', 'user.is_bot'],
  ];
  const added = [
    ...[
      'author_signature',
      'via_bot',
      'quote',
      'link_preview_options',
      'entities',
      'effect_id',
      'forward_date',
      'sender_chat',
    ],
    ...['media_group_id', 'caption', 'caption_entities', 'voice', 'location', 'inline_message_id', 'edit_date', 'date'],
  ];
  const cases = Object.entries(whole).flatMap(([kind, samples]) =>
    samples.flatMap((sample) => {
      const fields = Object.entries(sample).flatMap(([field, value]) => [
        field,
        ...(typeof value === 'object' && !Array.isArray(value)
          ? Object.keys(value).map((one) => `${field}.${one}`)
          : []),
      ]);
      return [...new Set([...fields, ...added.filter((one) => !(one in sample))])]
        .filter((field) => !needed.includes(field))
        .map((field) => ({ kind, sample, field }));
    }),
  );
  const spoiled = (sample: object, field: string, value: unknown): object => {
    const [outer = '', inner] = field.split('.');
    const before = sample as Record<string, object>;
    return { ...sample, [outer]: inner === undefined ? value : { ...before[outer], [inner]: value } };
  };

  it.each(cases)('never decides what it is: $kind with an odd $field', ({ kind, sample, field }) => {
    const typeOf = (one: object) => from({ [kind]: one })?.command.type;
    const isTold = ['forward_date', 'sender_chat', 'inline_message_id'].includes(field);
    const odd = isTold ? [null, undefined] : [null, undefined, {}, [], -1, ''];
    for (const value of odd) expect(typeOf(spoiled(sample, field, value)), JSON.stringify(value)).toBe(typeOf(sample));
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
