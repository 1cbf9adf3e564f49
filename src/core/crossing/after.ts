import type { EventOf } from '../event.js';
import { edit, isSilentFor, remove, send, toast } from '../compose.js';
import type { Instant } from '../ids.js';
import { say, type Notice } from '../notice.js';
import { answerOf, isThere, personOf } from '../person.js';
import { keysUnder, repliesOf } from '../round/after.js';
import { whatOpens } from '../round/gaps.js';
import { openCard } from '../round/open-card.js';
import type { Scene } from '../scene.js';
import type { Stage } from '../stage.js';
import { withoutStep, attached, asWords, asTap, toPartner, aboutOpened } from './shown.js';

/** What goes to the other about a round that has opened. */

/** [Toch delen]: words that stayed closed, because the partner had none yet, go to the partner after all. */
export function shareClosed(
  { person, round }: EventOf<'closedAnswerShared'>,
  { after: scene, now, scenarios }: Stage,
): readonly Notice[] {
  return aboutOpened(scene, person, round, (writer, partner, opened) => {
    const kind = scenarios.get(opened.round.scenario)?.answer;
    const answer = withoutStep(whatOpens(answerOf(writer, round), kind));
    // From now on the other has words to reply to.
    const hasReplies = repliesOf(scenarios.get(opened.round.scenario)).length > 0;
    return [
      send(
        partner.id,
        say('closedAnswer', { scenario: opened.round.scenario, partner: writer.name, answer }),
        asWords(partner, scene, now),
      ),
      ...attached(partner, writer, answer.pieces, isSilentFor(partner, scene, now)),
      ...[writer, ...(hasReplies ? [partner] : [])].map((one) =>
        edit(one.id, openCard(opened), null, { keys: keysUnder(scene, one, opened, { scenarios, now }) }),
      ),
      toast(writer.id, say('closedAnswerSent', { partner: partner.name })),
    ];
  });
}

/** One message in reply to what opened. */
export function passReaction(
  { person, pieces }: EventOf<'reactionSent'>,
  scene: Scene,
  now: Instant,
): readonly Notice[] {
  return toPartner(scene, person, (writer, partner) => {
    const hasText = pieces.some((piece) => piece.kind === 'text' && isThere(piece));
    const words = say('reaction', { partner: writer.name, pieces });
    return [
      ...(hasText ? [send(partner.id, words, asWords(partner, scene, now))] : []),
      ...attached(partner, writer, pieces, isSilentFor(partner, scene, now)),
      edit(writer.id, 'offer', say('reactionSent', { partner: partner.name })),
    ];
  });
}

/** One of the replies that came with a question, and the words that its writer added. */
export function passReply(
  { person, round, reply, pieces }: EventOf<'replied'>,
  { before, after: scene, now, scenarios }: Stage,
): readonly Notice[] {
  return aboutOpened(scene, person, round, (writer, partner, opened) => {
    const { scenario } = opened.round;
    const sent = say('reactionSent', { partner: partner.name });
    const isAsked = personOf(before, person).pending?.what === 'reply';
    return [
      send(partner.id, say('reply', { partner: writer.name, scenario, reply, pieces }), asWords(partner, scene, now)),
      ...attached(partner, writer, pieces, isSilentFor(partner, scene, now)),
      edit(writer.id, openCard(opened), null, { keys: keysUnder(scene, writer, opened, { scenarios, now }) }),
      ...(pieces.length > 0 ? [edit(writer.id, 'offer', sent)] : [toast(writer.id, sent)]),
      ...(pieces.length === 0 && isAsked ? [remove(writer.id, 'offer')] : []),
    ];
  });
}

/** [Dank je] and [Vertel eens meer] hold nobody's words, but they go to the other as well. */
export function thankOrAsk(
  event: EventOf<'thanked'> | EventOf<'moreAsked'>,
  { after: scene, now, scenarios }: Stage,
): readonly Notice[] {
  return aboutOpened(scene, event.person, event.round, (me, partner, opened) => {
    const names = { partner: partner.name };
    const [theirs, mine] =
      event.type === 'thanked'
        ? [say('thanks', { partner: me.name }), say('thanked', names)]
        : [say('moreAsked', { partner: me.name }), say('moreAskedSent', names)];
    return [
      send(partner.id, theirs, asTap(partner, scene, now)),
      edit(me.id, openCard(opened), null, { keys: keysUnder(scene, me, opened, { scenarios, now }) }),
      toast(me.id, mine),
    ];
  });
}
