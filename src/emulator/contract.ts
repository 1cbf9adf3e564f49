/**
 * What the emulator's control side says over HTTP, shared by the server, its tests and (as JSDoc types) the two-phones page.
 * Times are epoch milliseconds on the emulator's own clock.
 */

export interface PersonView {
  id: number;
  firstName: string;
  username: string | null;
  languageCode: string;
  /** IANA zone this person's phone shows times in; the Bot API never tells it to a bot. */
  timeZone: string;
  /** False: voice notes of a bot are refused with VOICE_MESSAGES_FORBIDDEN. */
  allowsVoice: boolean;
  /** Somebody else's bot: it has no phone here, but can be let into groups. */
  isBot: boolean;
}

export interface EntityView {
  type: string;
  offset: number;
  length: number;
  url?: string;
}

export interface ButtonView {
  text: string;
  callbackData?: string;
  url?: string;
  copyText?: string;
}

export interface MediaView {
  kind: 'photo' | 'voice' | 'animation' | 'document' | 'sticker' | 'location';
  /** Path on the emulator where the bytes can be read; null for a sticker or a location. */
  url: string | null;
  mimeType: string | null;
  fileName: string | null;
  durationSeconds: number | null;
  /** Blurred until it is tapped. */
  isCovered: boolean;
}

export interface MessageView {
  messageId: number;
  from: 'person' | 'bot' | 'service';
  /** Who wrote it, or did what it tells; in a private chat nobody needs to ask. */
  author: { id: number; name: string } | null;
  /** False: it stands in a group, where privacy mode kept it from the bot. */
  isForBot: boolean;
  /** What happened, when nobody wrote it. */
  service: ServiceView | null;
  atMs: number;
  /** When its words were last changed; null when only its buttons were, or nothing. */
  editedAtMs: number | null;
  /** The text, or the caption of media. */
  text: string;
  entities: EntityView[];
  media: MediaView | null;
  replyToMessageId: number | null;
  keyboard: ButtonView[][];
  isProtected: boolean;
  isSilent: boolean;
  isPinned: boolean;
  /** Emoji by who put them there; empty when none. */
  reactions: { by: 'person' | 'bot'; emoji: string }[];
}

export interface ServiceView {
  kind: 'created' | 'joined' | 'left' | 'migrated' | 'renamed' | 'pinned' | 'shared';
  /** Whom it is about. */
  names: string[];
}

/** The keyboard a bot put in place of a person's own. */
export interface ReplyKeyboardView {
  rows: { text: string; requestsChat: { requestId: number } | null }[][];
  isOpen: boolean;
}

export type MemberStatus = 'creator' | 'administrator' | 'member' | 'restricted' | 'left' | 'kicked';

/** A group, as it looks to those in it. */
export interface GroupView {
  id: number;
  kind: 'group' | 'supergroup';
  title: string;
  username: string | null;
  linkedChannelId: number | null;
  migratedTo: number | null;
  migratedFrom: number | null;
  isDeleted: boolean;
  memberCount: number;
  /** `readsAll`: as an administrator, or because privacy mode was off when it joined. */
  bot: { status: MemberStatus; readsAll: boolean };
  members: {
    person: PersonView;
    status: MemberStatus;
    isAnonymous: boolean;
    menu: { command: string; description: string }[];
  }[];
  unreadCount: number;
  isBotTyping: boolean;
  /** The last callback answer, and on whose phone it shows. */
  toast: { text: string; isAlert: boolean; atMs: number; personId: number } | null;
  messages: MessageView[];
}

/** A private chat between one person and the bot. */
export interface ChatView {
  person: PersonView;
  hasStarted: boolean;
  hasBlockedBot: boolean;
  unreadCount: number;
  isBotTyping: boolean;
  /** The last callback answer shown as a toast or an alert; null when none is showing. */
  toast: { text: string; isAlert: boolean; atMs: number } | null;
  menu: { command: string; description: string }[];
  replyKeyboard: ReplyKeyboardView | null;
  description: string;
  messages: MessageView[];
}

export interface BotView {
  id: number;
  username: string;
  firstName: string;
  isPolling: boolean;
  hasWebhook: boolean;
}

export interface CallView {
  /** Grows by one with every call; use it as a cursor. */
  seq: number;
  atMs: number;
  method: string;
  chatId: number | null;
  params: Record<string, unknown>;
  isOk: boolean;
  errorCode: number | null;
  /** Telegram's own error text, or what the fault did. */
  error: string | null;
  /** True when the call broke the Bot API schema or its limits (a defect of the bot, never a fault set on purpose). */
  isWrongCall: boolean;
  /** Set when a fault answered or spoiled this call. */
  fault: string | null;
}

export type FaultKind =
  | 'too-many-requests'
  | 'server-error'
  | 'forbidden'
  | 'unauthorized'
  | 'conflict'
  | 'latency'
  | 'hang'
  | 'truncate'
  | 'drop-after-accept';

export interface Fault {
  id?: number;
  kind: FaultKind;
  /** Bot API method the fault applies to, case-insensitive; every method when absent. */
  method?: string;
  chatId?: number;
  /** How often it strikes before it is spent; for ever when absent. */
  times?: number;
  /** 0..1, drawn from `seed`; always when absent. */
  probability?: number;
  seed?: number;
  retryAfterSeconds?: number;
  delayMs?: number;
}

/** The updates a bot gets can be disturbed too, each for the next `times` updates. */
export interface UpdateFaults {
  duplicate?: number;
  reorder?: number;
  /** Adds this much to the next update_id, as Telegram does after a quiet week. */
  jump?: number;
}

export interface State {
  bot: BotView | null;
  chats: ChatView[];
  groups: GroupView[];
  clock: { nowMs: number; offsetMs: number };
  faults: Fault[];
  limits: boolean;
  queue: { pending: number };
  /** When the bot next does something of itself; null when nobody said. */
  nextAtMs: number | null;
  /** Newest last; at most the last 200. */
  calls: CallView[];
}

/**
 * Server-sent events on GET /control/events. `state` comes first and after a reset; the others carry the part that changed.
 */
export type ControlEvent =
  | { type: 'state'; state: State }
  | { type: 'chat'; chat: ChatView }
  | { type: 'group'; group: GroupView }
  | { type: 'bot'; bot: BotView }
  | { type: 'clock'; clock: State['clock'] }
  | { type: 'call'; call: CallView }
  | { type: 'faults'; faults: Fault[]; limits: boolean }
  | { type: 'queue'; queue: State['queue'] }
  | { type: 'next'; nextAtMs: number | null };

/**
 * The control routes. Bodies and answers are JSON; a wrong body is 400 with `{ error }`.
 *
 * GET   /control/state                               → State
 * GET   /control/events                              → text/event-stream of ControlEvent (data: JSON)
 * POST  /control/people        NewPerson             → PersonView
 * PATCH /control/people/:id    Partial<NewPerson>    → PersonView
 * POST  /control/people/:id/send    PersonSends      → { messageId, updateId }
 * POST  /control/people/:id/press   { messageId, callbackData } → { callbackQueryId, updateId }
 * POST  /control/people/:id/edit    { messageId, text }         → { updateId }
 * POST  /control/people/:id/delete  { messageId }               → {}
 * POST  /control/people/:id/react   { messageId, emoji: string | null } → { updateId: number | null }
 * POST  /control/people/:id/read    {}               → {}          (clears unreadCount)
 * POST  /control/people/:id/block   { blocked }      → { updateId }
 * POST  /control/people/:id/share-chat { requestId, groupId } or { requestId, title, memberIds? } → { groupId, updateId }
 *                                                      (taps a `request_chat` button; the second makes a new group for it)
 * PATCH /control/bot           Partial<BotFlags>     → BotFlags    (what its owner chose at @BotFather; `getMe` says it)
 * POST  /control/groups        NewGroup              → GroupView
 * GET   /control/groups/:id                          → GroupView
 *   Whom: { personId } or { bot: true }, and { byId }: whoever made the group unless said
 * POST  /control/groups/:id/add     Whom & { startPayload? } → GroupView   (with a payload: by a `startgroup` link)
 * POST  /control/groups/:id/remove  Whom             → GroupView
 * POST  /control/groups/:id/join    { personId }     → GroupView   (by the link)
 * POST  /control/groups/:id/leave   { personId }     → GroupView
 * POST  /control/groups/:id/promote Whom & { rights?, isAnonymous? } → GroupView   (rights as the Bot API names them)
 * POST  /control/groups/:id/demote  Whom             → GroupView
 * POST  /control/groups/:id/change  { byId?, title?, username?, linkedChannelId?, isForum?, hasHiddenMembers?, location?,
 *                                     paidMessageStarCount?, communityId?, permissions? } → GroupView
 * POST  /control/groups/:id/migrate { byId?, joinComes? } → GroupView (the new one)
 * POST  /control/groups/:id/destroy { byId? }        → GroupView
 * POST  /control/groups/:id/send    { personId } & PersonSends → { messageId, updateId: number | null }
 * POST  /control/groups/:id/press   { personId, messageId, callbackData } → { callbackQueryId, updateId }
 * POST  /control/groups/:id/edit    { personId, messageId, text }  → { updateId: number | null }
 * POST  /control/groups/:id/delete  { personId, messageId }        → {}
 * POST  /control/groups/:id/read    {}               → {}
 * POST  /control/updates            one raw update object without update_id, queued as it is → { updateId }
 * POST  /control/clock              { advanceMs } | { setToMs }    → clock   (never backwards unless { allowBackwards: true })
 *                                                      answers once the programs that follow the clock have caught up;
 *                                                      who they are is known by the connection each keeps
 * GET   /control/clock?offsetMs=KNOWN&waitMs=N       → clock   (waits up to N ms for another offset than the one known)
 * PUT   /control/next               { atMs: number | null }        → { nextAtMs }  (the program that runs the bot says when the
 *                                                      bot next does something of itself; the page offers to go there)
 * GET   /control/calls?after=SEQ&method=M&waitMs=N   → CallView[]  (waits up to N ms for the first match)
 * POST  /control/faults             Fault            → Fault        DELETE /control/faults → {} (all), DELETE /control/faults/:id
 * POST  /control/update-faults      UpdateFaults     → {}
 * POST  /control/limits             { on }           → { limits }
 * GET   /control/snapshot → opaque JSON;  POST /control/restore (that JSON);  POST /control/reset → {}
 */
export interface NewPerson {
  firstName: string;
  username?: string;
  languageCode?: string;
  timeZone?: string;
  allowsVoice?: boolean;
  isBot?: boolean;
}

export interface NewGroup {
  title: string;
  creatorId: number;
  memberIds?: number[];
  /** A basic group unless said. */
  kind?: 'group' | 'supergroup';
  /** Whether the bot is in it from the start; it is unless said. */
  hasBot?: boolean;
}

export interface BotFlags {
  can_join_groups: boolean;
  can_read_all_group_messages: boolean;
  supports_guest_queries: boolean;
  supports_inline_queries: boolean;
  can_connect_to_business: boolean;
  has_main_web_app: boolean;
  has_topics_enabled: boolean;
}

export interface PersonSends {
  text?: string;
  /** A voice note of this length; `data` is base64 audio, a sample when absent. */
  voice?: { durationSeconds: number; data?: string; mimeType?: string };
  photo?: { data?: string; caption?: string };
  sticker?: { emoji: string };
  location?: { latitude: number; longitude: number };
  poll?: { question: string };
  videoNote?: { durationSeconds: number };
  forwardedFrom?: string;
  replyToMessageId?: number;
}
