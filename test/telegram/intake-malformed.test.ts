import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intake } from '../../src/telegram/intake.js';
import { me, anne, chat, from } from './from-anne.js';

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
