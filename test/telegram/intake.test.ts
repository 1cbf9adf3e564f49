import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sender, origin, message, says } from './from-anne.js';

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
