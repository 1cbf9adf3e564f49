import type { EventOf } from '../event.js';
import { pageOfPlan, questionOfPlans } from '../agreement/plan.js';
import { edit, isSilentFor, send } from '../compose.js';
import type { PersonId } from '../ids.js';
import { keepPlanKeys, planKeys } from '../listening/keyboard.js';
import type { Listening, Said } from '../listening/scene.js';
import { say, type Notice } from '../notice.js';
import { coupleIn, personOf } from '../person.js';
import { readAbout } from '../round/about.js';
import { sheetPagesOf } from '../round/words.js';
import type { Couple, OpenedRound } from '../scene.js';
import type { Stage } from '../stage.js';
import { shownTo, attached, wordsOf, asWords, asTap, membersOf, toPartner } from './shown.js';

/** What is said in a listening round, and what is shown of it afterwards. */

/**
 * The only way in which words of a listening round reach the other. When the two sit side by side nothing is sent, because
 * it was said aloud. Nothing tells when or how the words were written.
 */
export function deliver({ couple, said }: EventOf<'segmentDelivered'>, { after, now }: Stage): readonly Notice[] {
  const listening = after.couples[couple]?.listening ?? null;
  if (listening === null || listening.pace === 'live') return [];
  return toPartner(after, said.by, (writer, reader) => {
    const { step, option, pieces, picks } = said;
    const words = { protocol: listening.protocol, step, partner: writer.name, option, pieces, picks };
    return [
      send(reader.id, say('listenSaid', words), asWords(reader, after, now)),
      ...attached(reader, writer, pieces, isSilentFor(reader, after, now)),
    ];
  });
}

/** Two letters, to both at once. */
export function openLetters({ couple, said }: EventOf<'lettersOpened'>, { after, now }: Stage): readonly Notice[] {
  const listening = after.couples[couple]?.listening ?? null;
  if (listening === null) return [];
  const lettersOf = (id: PersonId) => said.flatMap(({ by, pieces }) => (by === id ? pieces : []));
  return membersOf(after, couple).flatMap((id) =>
    toPartner(after, id, (me, partner) => {
      const [own, theirs] = [lettersOf(id), lettersOf(partner.id)];
      const words = { protocol: listening.protocol, step: listening.step, partner: partner.name, own, theirs };
      return [
        send(id, say('listenLetters', words), asWords(me, after, now)),
        ...attached(me, partner, theirs, isSilentFor(me, after, now)),
      ];
    }),
  );
}

/** The opened answer that a listening round is about. Both see it at the start. */
export function quoteAnswer(
  couple: Couple,
  { about, speaker }: Listening,
  { after, now, scenarios }: Stage,
): readonly Notice[] {
  const writer = personOf(after, speaker);
  const [id, page] = readAbout(about);
  const opened = couple.opened.find(({ round }) => round.id === id);
  if (opened === undefined) return [];
  if (page !== null) return quotePage(couple, opened, page, { after, now, scenarios });
  const { answer, isClosed } = shownTo(opened, writer, scenarios);
  if (isClosed || answer.state !== 'sealed') return [];
  const { scenario } = opened.round;
  return couple.members.map((id) =>
    send(
      id,
      say('listenQuote', { partner: writer.name, isOwn: id === speaker, scenario, answer }),
      asWords(personOf(after, id), after, now),
    ),
  );
}

/** A theme of a sheet, with the words of both. */
function quotePage(
  { members }: Couple,
  opened: OpenedRound,
  page: number,
  { after, now, scenarios }: Pick<Stage, 'after' | 'now' | 'scenarios'>,
): readonly Notice[] {
  return members.flatMap((id) =>
    toPartner(after, id, (me, partner) => {
      const said = sheetPagesOf(me, partner, opened.round, scenarios)[page];
      if (said === undefined) return [];
      return [send(id, say('listenTheme', { said, ...wordsOf(me, partner) }), asWords(me, after, now))];
    }),
  );
}

/** A tap of whoever listens or waits. It holds nobody's words. */
export function sendSignal({ person, signal }: EventOf<'signalGiven'>, { after, now }: Stage): readonly Notice[] {
  return toPartner(after, person, (me, partner) => [
    send(partner.id, say('listenSignal', { partner: me.name, signal }), asTap(partner, after, now)),
  ]);
}

export function thankListener({ person }: EventOf<'listenerThanked'>, { after, now }: Stage): readonly Notice[] {
  return toPartner(after, person, (me, partner) => [
    send(partner.id, say('listenThanks', { partner: me.name }), asTap(partner, after, now)),
  ]);
}

/** Shows whoever asks what was said in the last listening round, and nothing that was not delivered then. */
export function showHeard({ couple, person }: EventOf<'heardShown'>, { after }: Stage): readonly Notice[] {
  const heard = after.couples[couple]?.heard ?? null;
  if (heard === null) return [];
  return toPartner(after, person, (me, partner) => [
    ...inPages(heard.said).map((said) =>
      send(person, say('listenHeardAgain', { protocol: heard.protocol, me: person, partner: partner.name, said }), {
        isProtected: true,
      }),
    ),
    ...heard.said.flatMap(({ by, pieces }) => (by === person ? [] : attached(me, partner, pieces, false))),
  ]);
}

/** How much of it fits in one message of Telegram, with room for the words around it. */
function inPages(said: readonly Said[]): readonly (readonly Said[])[] {
  const unitsMax = 3_000;
  const unitsOf = ({ pieces }: Said) =>
    200 + pieces.reduce((sum, piece) => sum + (piece.kind === 'text' ? piece.text.length : 10), 0);
  return said.reduce<Said[][]>((pages, one) => {
    const last = pages.at(-1);
    const isFull = last === undefined || last.reduce((sum, each) => sum + unitsOf(each), unitsOf(one)) > unitsMax;
    if (isFull) pages.push([one]);
    else last.push(one);
    return pages;
  }, []);
}

/** An agreement, proposed to the other, or agreed by both. */
export function tellPlan(
  event: EventOf<'planProposed'> | EventOf<'planAgreed'>,
  { after, now, scenarios }: Stage,
): readonly Notice[] {
  const heard = after.couples[event.couple]?.heard ?? null;
  const isProposed = event.type === 'planProposed';
  const written = heard?.plans.find(
    ({ by, messageId }) => messageId === event.messageId && (by === event.person) === isProposed,
  );
  if (heard === null || written === undefined) return [];
  const plan = { words: written.text };
  return toPartner(after, event.person, (me, partner) => {
    if (isProposed) {
      return [
        edit(me.id, 'listen-plan', say('listenPlanSent', { partner: partner.name, plan })),
        send(partner.id, say('listenPlanProposed', { partner: me.name, plan }), {
          card: 'listen-plan-theirs',
          keys: planKeys(heard, 'listenPlanYes', event.messageId),
          ...asWords(partner, after, now),
        }),
      ];
    }
    const couple = coupleIn(after, event.couple);
    const canBeKept = questionOfPlans(scenarios) !== null;
    const keys = canBeKept ? keepPlanKeys(couple, pageOfPlan(couple, heard, written), false) : [];
    return [
      edit(me.id, 'listen-plan-theirs', null),
      ...[me, partner].map((one) =>
        send(one.id, say('listenPlanAgreed', { plan }), {
          card: 'listen-plan-agreed',
          keys,
          ...asWords(one, after, now),
        }),
      ),
    ];
  });
}
