import type { Button } from '../buttons.js';
import type { Decision, Event } from '../event.js';
import type { Given } from '../given.js';
import type { Instant } from '../ids.js';
import { withEvent } from '../leaving/exits.js';
import { answerOf } from '../person.js';
import type { Piece } from '../piece.js';
import type { Answer, Couple, Person, Round } from '../scene.js';
import { fill, isRefused } from './gaps.js';
import { isFinal, liveRound } from './live-round.js';
import { isSpent } from './once.js';
import { answerLimitUnits, overLimit } from './limits.js';
import type { Scenarios, Sheet } from './scenario.js';
import {
  chosenThemes,
  linesOfSheet,
  onward,
  passed,
  placeOf,
  placesOf,
  rowBefore,
  sheetOf,
  tapped,
  themesToChoose,
} from './sheet.js';

/** What a tap on a sheet does, and words for a row that waits for them. */

/** How long words go to the row that was just shown, while there is something else that they could be for. */
const wordsAskedMs = 10 * 60_000;
/** After that somebody has looked away, and is answered anew. */
const hintLastsMs = 10 * 60_000;
const stale = { refusal: 'stale-button' } as const;

type SheetButton = 'fillIn' | 'row' | 'rowPass' | 'rowBack';

export function pressSheet(
  me: Person,
  round: Round,
  { name, arg }: Button<SheetButton>,
  { scenarios, now }: Given,
): Decision {
  const sheet = sheetOf(scenarios.get(round.scenario));
  if (sheet === null) return stale;
  const answer = answerOf(me, round.id);
  const at = arg.split('_').slice(0, 2).join('_');
  const here = answer.row === undefined ? undefined : placeOf(sheet, answer);
  const isHere = here !== undefined && here?.at === at;
  // The second of two taps meets the row after this one.
  const isBehind = here !== undefined && !isHere && at !== '' && rowBefore(sheet, answer) === at;
  switch (name) {
    case 'fillIn':
      return shown(me, round, sheet, { ...answer, row: started(sheet, answer) }, 'new', now);
    case 'row': {
      if (isBehind) return [];
      const next = isHere ? tapped(sheet, answer, at, arg.slice(at.length + 1)) : null;
      return next === null ? stale : shown(me, round, sheet, next, 'in-place', now);
    }
    case 'rowPass':
      if (isBehind) return [];
      return isHere ? shown(me, round, sheet, passed(sheet, answer, at), 'in-place', now) : stale;
    case 'rowBack': {
      const row = rowBefore(sheet, answer);
      const isOf = arg === '' ? here === null : isHere;
      if (here != null && onward(sheet, answer, here.at).row === (arg === '' ? null : at)) return [];
      return row === null || !isOf ? stale : shown(me, round, sheet, { ...answer, row }, 'in-place', now);
    }
  }
}

function started(sheet: Sheet, answer: Answer): string | null {
  return answer.row === undefined ? (placesOf(sheet)[0]?.at ?? null) : (placeOf(sheet, answer)?.at ?? null);
}

function shown(
  me: Person,
  round: Round,
  sheet: Sheet,
  answer: Answer,
  how: Extract<Event, { type: 'rowShown' }>['how'],
  now: Instant,
): readonly Event[] {
  const wants = placeOf(sheet, answer)?.row.is === 'stem';
  return [
    {
      type: 'rowShown',
      person: me.id,
      round: round.id,
      answer: { ...answer, state: 'draft', step: answer.step + 1 },
      how,
      wordsUntil: wants ? now + wordsAskedMs : null,
    },
  ];
}

/** Words, while a sheet is before them: for a sentence to finish, and nowhere else. */
export function sayOnSheet(me: Person, round: Round, piece: Piece, { scenarios, now }: Given): Decision {
  const sheet = sheetOf(scenarios.get(round.scenario));
  const answer = answerOf(me, round.id);
  const place = sheet === null || answer.row === undefined ? null : placeOf(sheet, answer);
  if (sheet === null || place?.row.is !== 'stem') return tapsOnly(me, now);
  const lines = linesOfSheet(sheet);
  const own = lines.filter(({ id }) => id === place.at);
  const filled = fill(own, passed(sheet, answer, place.at), [{ ...piece, at: null }], me.language);
  if (isRefused(filled)) return filled;
  // A sentence each may be spoken.
  const tooLong = overLimit(filled.pieces, answerLimitUnits, lines.length);
  return tooLong ?? shown(me, round, sheet, onward(sheet, filled, place.at), 'new', now);
}

/** Whoever sends five messages one after another hears it with the first. */
export function tapsOnly(me: Person, now: Instant): Decision {
  const saidAt = me.hinted['taps-only'];
  if (saidAt !== undefined && now - saidAt < hintLastsMs) return [];
  return withEvent({ type: 'hinted', person: me.id, hint: 'taps-only', at: now }, me, { refusal: 'tap-here-only' });
}

/** The sheet whose row asks this person for words; null for none. */
export function sheetForWords(couple: Couple | null, me: Person, scenarios: Scenarios): Round | null {
  const asking = Object.entries(me.answers).flatMap(([id, answer]) => {
    const round = liveRound(couple, id);
    const sheet = round?.once === 'sheet' ? sheetOf(scenarios.get(round.scenario)) : null;
    const isBegun = answer.row !== undefined && !isFinal(answer) && !isSpent(answer);
    return round !== null && sheet !== null && isBegun && placeOf(sheet, answer)?.row.is === 'stem' ? [round] : [];
  });
  return asking.at(-1) ?? null;
}

/** A tap on a theme says what it wants, so that a double tap does not undo itself. Null where it cannot open. */
export function toggledTheme(sheet: Sheet, answer: Answer, theme: string, isOn: boolean): Answer | null {
  if (answer.row !== null || !themesToChoose(sheet, answer).some(({ id }) => id === theme)) return null;
  const others = chosenThemes(sheet, answer).filter((id) => id !== theme);
  return { ...answer, chosen: isOn ? [...others, theme] : others };
}
