import type { Info, Crisis, HelpPage } from '../command.js';
import type { PersonId } from '../ids.js';

export type HelpEvent =
  /** `typed` is the message that asked for it: where others should not find it, it goes away with the answer. */
  | { readonly type: 'informed'; readonly person: PersonId; readonly about: Info; readonly typed?: number }
  /** Something written sounds as if its writer could use help; only they are told, and nothing of it is kept. */
  | {
      readonly type: 'helpOffered';
      readonly person: PersonId;
      readonly about: Crisis;
      /** The message with the words, and where they stand now. */
      readonly typed: number;
      readonly words: WordsPlace;
      /** They could cross from there: nothing that sends them on is shown before somebody says whom they are for. */
      readonly isAsking: boolean;
    }
  /** Said whom the words are for; `messages` are taken from the chat. */
  | {
      readonly type: 'wordsSettled';
      readonly person: PersonId;
      readonly slot: string;
      readonly typed: number;
      readonly about: Crisis | null;
      readonly how: WordsSettled;
      readonly messages: readonly number[];
    }
  /** Of the help lines those of the reader's own country, or the others, in the place of what stood there. */
  | {
      readonly type: 'countriesShown';
      readonly person: PersonId;
      readonly about: HelpPage;
      readonly lands: 'own' | 'other';
      readonly slot: string;
      readonly typed: number;
    }
  /** [Nu weghalen]: `slot` and `typed` name the message, and what was typed for it. */
  | { readonly type: 'briefRemoved'; readonly person: PersonId; readonly slot: string; readonly typed: number }
  | {
      readonly type: 'commandOffered';
      readonly person: PersonId;
      readonly command: 'stop' | 'helplines' | 'callBreather';
      readonly typed: number;
    }
  /** A tap on [Even adem] under light answers: it would begin for both. */
  | { readonly type: 'breatherAsked'; readonly person: PersonId };

/** For the partner; for oneself, so out of what may cross; or wiped from the chat too, where an older copy may stay. */
export type WordsSettled = 'forPartner' | 'forMe' | 'wiped' | 'wipedHere';

/** The same, as far as a sentence about it has to know. */
export type WordsPlace = 'answer' | 'note' | 'elsewhere' | 'nowhere' | 'unsaid';
