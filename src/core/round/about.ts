import type { RoundId } from '../ids.js';

/** What a listening round is about: an opened round, or one page of an opened sheet. */

export function aboutPage(round: RoundId, page: number): string {
  return `${round}_${String(page)}`;
}

export function readAbout(about: string | null): readonly [round: RoundId | null, page: number | null] {
  const [round = null, page] = about?.split('_') ?? [];
  return [round, page === undefined ? null : Number(page)];
}
