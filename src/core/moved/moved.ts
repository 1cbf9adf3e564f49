import { instantAt } from '../time/calendar.js';
import { membersOf } from '../round/choose.js';
import type { Decision, Event } from '../event.js';
import { coupleOf, canBeWrittenTo } from '../person.js';
import { reminderAt } from '../rhythm/reminder.js';
import { nextSlot } from '../rhythm/rhythm.js';
import type { Answer, Couple, Person, Scene } from '../scene.js';
import type { Piece } from '../piece.js';
import type { Instant } from '../ids.js';

/** What changes for people when the bot goes on with data that comes from elsewhere: from another bot, or from a backup. */

/** Another bot cannot write to this person until they start it, and the other's voice messages mean nothing to it. */
export function botChanged(me: Person): Decision {
  return me.consent === null ? [] : [{ type: 'botChanged', person: me.id }];
}

/**
 * The data is a copy of some time ago. What has come due since is let pass, so that nothing comes on the heels of what
 * was sent then; and whoever is in the middle of something is told that what they sent since is gone.
 */
export function restored(scene: Scene, me: Person, from: Instant | null, now: Instant): Decision {
  if (me.consent === null) return [];
  const couple = coupleOf(scene, me);
  const missed = couple?.pairedAt == null ? null : missedDate(me, membersOf(scene, couple), now);
  const passed: readonly Event[] =
    missed === null || couple === null
      ? []
      : [
          { type: 'dateServed', person: me.id, date: missed },
          ...((couple.slot?.date ?? '') >= missed
            ? []
            : [{ type: 'slotMet', couple: couple.id, date: missed, round: null } as const]),
        ];
  return [{ type: 'overdueLetGo', person: me.id, at: now }, ...passed, ...restoreEvents(me, couple, from)];
}

/** The Telegram of this person's has no voice message, or no photo, any more that the bot was to pass on. */
export function voiceGone(me: Person, isPhoto: boolean): Decision {
  return [{ type: 'voiceLost', person: me.id, isPhoto }];
}

function missedDate(me: Person, members: readonly Person[], now: Instant): string | null {
  const date = nextSlot(me, members, now)?.date ?? null;
  if (date === null || instantAt(date, me.rhythm.minute, me.zone) > now) return null;
  return date;
}

function restoreEvents(me: Person, couple: Couple | null, from: Instant | null): readonly Event[] {
  if (couple === null || couple.breather !== null || !canBeWrittenTo(me)) return [];
  return [{ type: 'restoreTold', person: me.id, from }];
}

/** Without what cannot be played any more. */
export function withoutVoices(answers: Person['answers']): Person['answers'] {
  return Object.fromEntries(Object.entries(answers).map(([round, answer]) => [round, silent(answer)]));
}

function silent(answer: Answer): Answer {
  return answer.pieces.some(({ kind }) => kind !== 'text')
    ? { ...answer, pieces: withoutVoice(answer.pieces) }
    : answer;
}

export function withoutVoice(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.map((piece) => (piece.kind === 'text' ? piece : { ...piece, fileId: null }));
}

/** What this person had coming that is now past. */
export function withoutOverdue(me: Person, couple: Couple | null, at: Instant): Partial<Person> {
  const reminder = couple === null ? null : reminderAt(me, couple, at);
  return {
    later: me.later !== null && me.later.at <= at ? null : me.later,
    remindedOf: reminder !== null && reminder <= at ? (couple?.round?.id ?? me.remindedOf) : me.remindedOf,
    // Whose couple did not come back has nothing left that could open.
    answers: couple === null ? {} : me.answers,
  };
}
