import { intake } from '../../src/telegram/intake.js';

/** Updates as Anne's chat with the bot would bring them, and what intake makes of them. */

export const me = { username: 'SamenspraakBot' };
export const anne = { id: 77, is_bot: false, first_name: 'Anne', language_code: 'nl' };
export const chat = { id: 77, type: 'private', first_name: 'Anne' };
export const sender = { name: 'Anne' };
export const origin = { from: 'address', address: '77', language: 'nl' };
export const from = (parts: object, update = 5) => intake({ update_id: update, ...parts }, me);
export const message = (parts: object) => from({ message: { message_id: 9, date: 1, from: anne, chat, ...parts } });
export const says = (text: string) => message({ text })?.command;
