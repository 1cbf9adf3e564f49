import { inviteKeys, key, sealedKeys, turnKeys } from '../keyboard.js';
import { say, type Notice } from '../notice.js';
import { edit, partnerName, send } from '../compose.js';
import { type Stage } from '../stage.js';
import { answerOf, coupleOf, personOf } from '../person.js';
import { isOnHoliday, sharedDays } from '../rhythm/rhythm.js';
import { isFinal, questionFor } from '../round/live-round.js';
import type { PersonId } from '../ids.js';

/** How things stand, and the living invite. */

/** Where a person stands, and the invite that still waits for somebody. */
export function statusCards(id: PersonId, stage: Stage): readonly Notice[] {
  const { after, now } = stage;
  const me = personOf(after, id);
  const couple = coupleOf(after, me);
  const round = questionFor(couple, me);
  const answer = round === null ? null : answerOf(me, round.id);
  const hasAnswered = answer !== null && isFinal(answer);
  const isPaired = couple?.pairedAt != null;
  return [
    send(
      id,
      say('status', {
        partner: partnerName(after, id),
        round: round === null ? 'none' : hasAnswered ? 'answered' : 'open',
        isPaired,
        // Their own wish, and no date: that would tell of the partner's holiday, or that they asked for less.
        own: isPaired && !isOnHoliday(me, now) ? { days: sharedDays([me]), minute: me.rhythm.minute } : null,
      }),
      {
        keys: [
          ...(round === null || !hasAnswered
            ? [[key('askQuestion')]]
            : round.once === undefined
              ? sealedKeys(round.id, answer.step)
              : []),
          ...turnKeys(couple, me),
        ],
      },
    ),
    ...(isPaired ? [] : inviteCard(id, { isFirst: false }, stage)),
  ];
}

/** Only the newest has buttons. */
export function inviteCard(
  person: PersonId,
  { isFirst, isAgain = false }: { readonly isFirst: boolean; readonly isAgain?: boolean },
  { after }: Stage,
): readonly Notice[] {
  const couple = coupleOf(after, personOf(after, person));
  if (couple?.invite == null) return [];
  const { code, expiresAt } = couple.invite;
  return [
    ...(isFirst ? [] : [edit(person, 'invite', null)]),
    send(person, say('invite', { code, expiresAt, isFirst, isAgain }), {
      card: 'invite',
      keys: inviteKeys(couple, code),
    }),
  ];
}
