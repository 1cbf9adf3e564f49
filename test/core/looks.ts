import { expect } from 'vitest';
import type { Notice } from '../../src/core/notice.js';
import { stranger } from '../../src/core/person.js';
import type { Couple } from '../../src/core/scene.js';
import { anne, that, type Expectation, type Someone } from '../support/given.js';

/** What can be looked at besides what people hear. */

export const draftOf =
  (someone: Someone, texts: readonly string[], state = 'draft'): Expectation =>
  (_, rules) => {
    const { round } = rules.coupleOf(someone.id);
    const answer = rules.personOf(someone.id).answers[round?.id ?? ''];
    expect(answer?.state).toBe(state);
    expect(answer?.pieces.map((piece) => (piece.kind === 'text' ? piece.text : piece.fileId))).toEqual(texts);
  };

export const picksOf =
  (someone: Someone, ...picks: readonly string[]): Expectation =>
  (_, rules) => {
    const { round } = rules.coupleOf(someone.id);
    expect(rules.personOf(someone.id).answers[round?.id ?? '']?.picks).toEqual(picks);
  };

/** What the notices to somebody do to their messages, in order: `send draft:…` without the round's name. */
export const doneTo =
  (someone: Someone, ...acts: readonly string[]): Expectation =>
  ({ heard }) => {
    const plain = ({ act, card }: Notice) => `${act} ${card?.replace(/:.*/, '') ?? '-'}`;
    expect(heard.flatMap(({ notice }) => (notice.to === someone.id ? [plain(notice)] : []))).toEqual(acts);
  };

export function revealTo(someone: Someone, notices: readonly Notice[]) {
  const say = notices.find((notice) => notice.to === someone.id && notice.say?.name === 'revealed')?.say;
  if (say?.name !== 'revealed') throw new Error(`nothing was revealed to ${someone.name}`);
  return say.params;
}

export function textsOf({ own, partner }: ReturnType<typeof revealTo>) {
  return [own, partner].map(({ answer }) =>
    answer.pieces.map((piece) => (piece.kind === 'text' ? piece.text : piece.fileId)),
  );
}

/** Nothing of this person is kept but their language and their guesses. */
export const keptOf =
  (someone: Someone, language: 'nl' | 'en' = 'nl', guesses = 0): Expectation =>
  (_, rules) => {
    const { wrongGuesses, ...rest } = rules.personOf(someone.id);
    expect(wrongGuesses).toHaveLength(guesses);
    expect({ ...rest, wrongGuesses: [] }).toEqual(stranger(someone.id, language, 'Europe/Amsterdam'));
  };

export const inCouples =
  (...seats: readonly (readonly number[])[]): Expectation =>
  (_, rules) => {
    expect(rules.couples().map(({ members }) => members)).toEqual(seats);
  };

/** How the couple of Anne and Bram stands. */
export const coupleIs = (look: (couple: Couple) => void): Expectation =>
  that((_, rules) => {
    look(rules.coupleOf(anne.id));
  });

/** Whose unsent messages were taken back, in which lanes. */
export const tookBack = (...whose: readonly (readonly [number, string])[]): Expectation =>
  that(({ recalled }) => {
    expect(recalled.map(({ person, lanes }) => [person, lanes.join(' ')])).toEqual(whose);
  });
export const everyLane = 'reply reveal scheduled';
