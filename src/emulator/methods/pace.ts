import { tooManyRequests, type Refusal } from '../bot-api/reply.js';
import type { Conversation } from '../world/conversation.js';
import type { Call } from './call.js';

/** Telegram's limits, when they are on: the no to a message that comes too soon after others. */
export function takeMessage({ emulator }: Call, chat: Conversation, isPaid = false): Refusal | null {
  if (!emulator.limits.isOn) return null;
  const waitSeconds = emulator.limits.take(chat.id, emulator.clock.nowMs(), isPaid);
  return waitSeconds > 0 ? tooManyRequests(waitSeconds) : null;
}

/** In a group an edit counts as a message does. */
export function takeGroupEdit(call: Call, chat: Conversation): Refusal | null {
  return chat.id < 0 ? takeMessage(call, chat) : null;
}
