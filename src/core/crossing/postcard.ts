import type { EventOf } from '../event.js';
import { edit, isSilentFor, postcardCard, remove, send, toast } from '../compose.js';
import { say, type Notice } from '../notice.js';
import { personOf } from '../person.js';
import { gotKeys } from '../postcard/keyboard.js';
import { whatOpens } from '../round/gaps.js';
import type { Stage } from '../stage.js';
import { withoutStep, attached, asWords, asTap, toPartner } from './shown.js';

/** A postcard, and the replies to it. */

/** Gives a postcard to the other. Where it reaches nobody, its writer notices no difference. */
export function passPostcard(
  { person, postcard, to }: EventOf<'postcardGiven'>,
  { after: scene, now, scenarios }: Stage,
): readonly Notice[] {
  return toPartner(scene, person, (writer, partner) => {
    const { id, form, answer } = postcard;
    const got = partner.postcardsGot.find((one) => one.id === id);
    if (to !== partner.id || got === undefined) return [];
    const scenario = scenarios.get(form);
    const shown = withoutStep(whatOpens(answer, scenario?.answer));
    return [
      send(partner.id, say('postcardCame', { form, partner: writer.name, answer: shown }), {
        card: postcardCard(id),
        keys: gotKeys(got, scenario),
        ...asWords(partner, scene, now),
      }),
      ...attached(partner, writer, shown.pieces, isSilentFor(partner, scene, now)),
    ];
  });
}

/** [Dank je] under a postcard, or one of its replies with the words that were added to it. */
export function answerPostcard(
  { person, postcard, form, reply, pieces }: EventOf<'postcardAnswered'>,
  { before, after: scene, now, scenarios }: Stage,
): readonly Notice[] {
  return toPartner(scene, person, (me, writer) => {
    const got = me.postcardsGot.find((one) => one.id === postcard);
    const isAsked = personOf(before, person).pending?.what === 'reply';
    const names = { partner: writer.name };
    const keys = got === undefined ? [] : gotKeys(got, scenarios.get(form));
    const under = edit(me.id, postcardCard(postcard), null, { keys });
    if (reply === null) {
      const thanks = say('postcardThanks', { partner: me.name });
      return [send(writer.id, thanks, asTap(writer, scene, now)), under, toast(me.id, say('thanked', names))];
    }
    const sent = say('reactionSent', names);
    return [
      send(writer.id, say('postcardReply', { partner: me.name, form, reply, pieces }), asWords(writer, scene, now)),
      ...attached(writer, me, pieces, isSilentFor(writer, scene, now)),
      under,
      ...(pieces.length > 0 ? [edit(me.id, 'offer', sent)] : [toast(me.id, sent)]),
      ...(pieces.length === 0 && isAsked ? [remove(me.id, 'offer')] : []),
    ];
  });
}
