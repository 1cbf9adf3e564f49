/**
 * Something said: one message of a person, and the words in it. `at` is the gap of a stem that it fills («zin.1», line and
 * number), null elsewhere; a whole sentence typed at once is a piece for each gap, all of one message.
 */
export type Piece =
  | {
      readonly kind: 'text';
      readonly at: string | null;
      readonly messageId: number;
      readonly text: string;
      /** How it was set; absent for plain words. */
      readonly marks?: readonly Mark[] | undefined;
    }
  /** `fileId` is null once it is gone: it belonged to another bot. */
  | {
      readonly kind: 'voice';
      readonly at: string | null;
      readonly messageId: number;
      readonly fileId: string | null;
      readonly seconds: number;
    }
  /** Of an answer in free words alone, and of no part of one. */
  | {
      readonly kind: 'photo';
      readonly at: null;
      readonly messageId: number;
      readonly fileId: string | null;
    };

export type TextPiece = Extract<Piece, { kind: 'text' }>;
export type Wording = Pick<TextPiece, 'text' | 'marks'>;

/** Words that somebody wrote. No string, so that no sentence takes them bare: texts/ shows them by `covered` only. */
export interface Words {
  readonly words: string;
}

/**
 * How somebody set their words: in Telegram's own terms, and only what a bot may send again. Code is left out, since it
 * would lie bare within a covered text, and so are emoji of somebody's own, whose plain ones stand in the words anyway.
 */
export interface Mark {
  readonly type: MarkType;
  /** In UTF-16 units, as Telegram counts. */
  readonly offset: number;
  readonly length: number;
  /** Of a link. */
  readonly url?: string | undefined;
}

export const markTypes = [
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'blockquote',
  'text_link',
] as const;
export type MarkType = (typeof markTypes)[number];
