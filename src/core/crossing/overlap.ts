import type { EventOf } from '../event.js';
import { draftCard, edit, promptCard, revealCard, send } from '../compose.js';
import { say, type Notice } from '../notice.js';
import { answerOf } from '../person.js';
import { ritualPlanOf } from '../ritual/ritual.js';
import { keysUnder } from '../round/after.js';
import { picksOfBoth } from '../round/overlap.js';
import type { Stage } from '../stage.js';
import { aboutOpened, asWords, withoutStep } from './shown.js';

/**
 * Tells one of the two, at their own hour, what both tapped. Both read the same words, and nothing that only one
 * tapped.
 */
export function openOverlap({ person, round: id }: EventOf<'overlapOpened'>, stage: Stage): readonly Notice[] {
  const { after: scene, now } = stage;
  return aboutOpened(scene, person, id, (me, partner, opened) => {
    const { round } = opened;
    const answer = { ...withoutStep(answerOf(me, id)), picks: picksOfBoth([me, partner], round), pieces: [] };
    const canAgree = ritualPlanOf(round.scenario, stage.scenarios) !== null;
    return [
      // The card keeps their own taps, as the card of a question that was put away does.
      edit(me.id, draftCard(id), null),
      edit(me.id, promptCard(id), null),
      send(me.id, say('overlapOpened', { scenario: round.scenario, answer, canAgree }), {
        card: revealCard(id),
        keys: keysUnder(scene, me, opened, stage),
        ...asWords(me, scene, now),
      }),
    ];
  });
}
