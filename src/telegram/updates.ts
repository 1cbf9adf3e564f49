import { z } from 'zod';

/**
 * What intake reads of an update, and no more. A required part that is missing or odd makes the update none of ours; an
 * optional part that is odd counts as absent, so that no strange attachment hides what a person said.
 */
const id = z.int().positive();

/** In a private chat the chat and the person have the same id. */
const privateChat = z.object({ id, type: z.literal('private') });

const person = z.object({
  id,
  is_bot: z.literal(false).optional(),
  first_name: z.string().catch(''),
  language_code: z.string().optional().catch(undefined),
});

const entitiesMax = 200;
const entity = z.object({
  type: z.string(),
  offset: z.int().nonnegative(),
  length: z.int().positive(),
  url: z.string().optional().catch(undefined),
});

const message = z.looseObject({
  message_id: id,
  from: person,
  chat: privateChat,
  text: z.string().optional().catch(undefined),
  caption: z.string().optional().catch(undefined),
  entities: z.array(entity.nullable().catch(null)).max(entitiesMax).catch([]).default([]),
  caption_entities: z.array(entity.nullable().catch(null)).max(entitiesMax).catch([]).default([]),
  /** What sent several at once have in common. */
  media_group_id: z.string().optional().catch(undefined),
  date: z.int().optional().catch(undefined),
  /** Null when there is one that cannot be sent on. Of some Telegram does not know how long they are. */
  voice: z
    .object({ file_id: z.string().min(1), duration: z.int().nonnegative().catch(0) })
    .nullish()
    .catch(null),
  /** In several sizes, the largest last; null when there is one that cannot be sent on. */
  photo: z
    .array(z.object({ file_id: z.string().min(1) }))
    .min(1)
    .nullish()
    .catch(null),
  /** Null when there is one that is nowhere. */
  location: z.object({ latitude: z.number(), longitude: z.number() }).nullish().catch(null),
  reply_to_message: z.object({ message_id: id }).optional().catch(undefined),
});

const reaction = z.object({ type: z.string(), emoji: z.string().optional().catch(undefined) });
const reactions = z.array(reaction).max(100).catch([]);

export const shapes = {
  update: z.looseObject({ update_id: z.int().nonnegative() }),
  message,
  callbackQuery: z.object({
    id: z.string().min(1).max(64),
    from: person,
    /** Absent when Telegram no longer knows the message; in another chat it is none of ours. */
    message: z.object({ chat: privateChat, message_id: id.nullable().catch(null) }).nullish(),
    /** Set for a message that some chat got through inline mode, which is never ours. */
    inline_message_id: z.null().optional(),
    data: z.string().optional().catch(undefined),
  }),
  messageReaction: z.object({
    chat: privateChat,
    user: person,
    message_id: id,
    old_reaction: reactions,
    new_reaction: reactions,
  }),
  myChatMember: z.object({
    chat: privateChat,
    from: person,
    new_chat_member: z.object({ status: z.string() }),
  }),
};

export type Message = z.infer<typeof message>;
export type Person = z.infer<typeof person>;
export type Reaction = z.infer<typeof reaction>;

/** Parts of a message that are something a person sent, but nothing a round can hold. */
export const mediaParts = [
  ...['animation', 'audio', 'document', 'live_photo', 'paid_media', 'photo', 'sticker', 'story', 'video', 'video_note'],
  ...['voice', 'contact', 'dice', 'game', 'poll', 'venue', 'location', 'checklist', 'invoice', 'caption'],
] as const;
const forwardParts = ['forward_origin', 'forward_date', 'forward_from', 'forward_sender_name'] as const;

export function isForwarded(message: Message): boolean {
  return forwardParts.some((part) => message[part] != null);
}

export function hasMedia(message: Message): boolean {
  return mediaParts.some((part) => message[part] !== undefined);
}
