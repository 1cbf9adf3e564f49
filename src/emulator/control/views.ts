import type { BotView, ChatView, ReplyKeyboardView, State } from '../contract.js';
import type { Emulator } from '../emulator.js';
import { descriptionFor, menuFor } from '../world/languages.js';
import type { ReplyKeyboard } from '../world/reply-keyboard.js';
import { currentBot, type Bot, type Person } from '../world/world.js';
import { viewMessage } from './message-views.js';
import { viewGroup } from './group-views.js';
import { viewPerson } from './person-views.js';

const shownCalls = 200;

export function viewState(emulator: Emulator): State {
  const bot = currentBot(emulator.world);
  const people = [...emulator.world.people.values()].filter(({ isBot }) => !isBot);
  return {
    bot: viewBot(emulator, bot),
    chats: people.map((person) => viewChat(emulator, bot, person)),
    groups: [...bot.groups.values()].map((group) => viewGroup(emulator, bot, group)),
    clock: viewClock(emulator),
    faults: emulator.faults.list(),
    limits: emulator.limits.isOn,
    queue: { pending: bot.queue.length },
    nextAtMs: emulator.nextAtMs,
    calls: emulator.calls.last(shownCalls),
  };
}

/** Null as long as no token was used. */
export function viewBot(emulator: Emulator, bot: Bot): BotView | null {
  if (bot.token === '') return null;
  return {
    id: bot.user.id,
    username: bot.user.username,
    firstName: bot.user.first_name,
    isPolling: emulator.polls.isPolling(bot.token),
    hasWebhook: bot.webhook !== null,
  };
}

export function viewClock({ clock }: Emulator): State['clock'] {
  return { nowMs: clock.nowMs(), offsetMs: clock.offsetMs };
}

export function viewChat(emulator: Emulator, bot: Bot, person: Person): ChatView {
  const chat = bot.chats.get(person.id);
  return {
    person: viewPerson(person),
    hasStarted: chat?.hasStarted ?? false,
    hasBlockedBot: chat?.hasBlockedBot ?? false,
    unreadCount: chat?.unreadCount ?? 0,
    isBotTyping: (chat?.typingUntilMs ?? 0) > emulator.clock.nowMs(),
    toast: chat?.toast ?? null,
    menu: menuFor(bot, person),
    replyKeyboard: viewKeyboard(chat?.replyKeyboard ?? null),
    description: descriptionFor(bot, person.languageCode),
    messages: [...(chat?.messages.values() ?? [])].map((stored) => viewMessage(bot, stored)),
  };
}

function viewKeyboard(keyboard: ReplyKeyboard | null): ReplyKeyboardView | null {
  if (keyboard === null) return null;
  const rows = keyboard.rows.map((row) =>
    row.map(({ text, requestsChat }) => ({
      text,
      requestsChat: requestsChat === null ? null : { requestId: requestsChat.request_id },
    })),
  );
  return { rows, isOpen: keyboard.isOpen };
}
