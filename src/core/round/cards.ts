import { hasSentence, inGap, linesOf, nextGap, stemOf } from './gaps.js';
import { rowOfKind } from './kinds.js';
import { isDeep } from './choose.js';
import { isChoosing } from './choosing.js';
import type { EventOf } from '../event.js';
import { quoteStep } from '../crossing/reveal.js';
import { quoteAgreement } from '../crossing/agreement.js';
import { isFolded } from '../discreet/fold.js';
import { draftKeys, foldedKeys, promptKeys, sealedKeys } from '../keyboard.js';
import { say, type Notice, type Say, type Way } from '../notice.js';
import type { Opens } from './say.js';
import {
  answerCard,
  draftCard,
  edit,
  isSilentFor,
  ownPartCard,
  partnerName,
  promptCard,
  remove,
  send,
  type Rest,
} from '../compose.js';
import { type Stage } from '../stage.js';
import { answerOf, coupleOf, isEmpty, membersIn, partnerOf, personOf } from '../person.js';
import { howItOpens } from './opening.js';
import { spreadMoment } from '../rhythm/rhythm.js';
import type { Scenarios } from './scenario.js';
import type { Answer, Person, Round, Scene } from '../scene.js';
import type { PersonId, RoundId } from '../ids.js';
import { liveRound } from './live-round.js';
import { sheetOf } from './sheet.js';
import { sheetCards, sheetKeys, sheetSealed } from './sheet-cards.js';

/** The three messages of a round before it opens: the prompt, the draft card below it, and the sealed card. */

/** A prompt that could not be sent within this time is not sent at all: it must never arrive beside the next one. */
const promptLifeMs = 20 * 3_600_000;

export function promptCards(event: EventOf<'promptShown'>, stage: Stage): readonly Notice[] {
  const { after, now, scenarios, spreadMs } = stage;
  const me = personOf(after, event.person);
  const round = roundIn(after, me, event.round);
  const { scenario } = round;
  const isFirst = event.why !== 'again' && event.why !== 'later';
  const isDue = event.why === 'scheduled' || event.why === 'later';
  const answer = answerOf(me, round.id);
  const way: Partial<Way> = {
    lane: isDue ? 'scheduled' : 'reply',
    isSilent: isSilentFor(me, after, now),
    notBefore: event.why === 'scheduled' ? spreadMoment(me, now, spreadMs) : null,
    dropAfter: isDue ? now + promptLifeMs : null,
    localDate: event.date,
  };
  const keys = promptKeys(round, scenarios.get(scenario), answer, null);
  return [
    ...(isFirst ? [] : [edit(me.id, promptCard(round.id), null)]),
    isDeep(round) && !isFolded(me, after)
      ? folded(me.id, round.id, way)
      : asked(me, round, isFirst, stage, { keys, ...way }),
  ];
}

/** The question itself; with words of the other above it nobody can pass it on. */
function asked(me: Person, round: Round, isFirst: boolean, stage: Stage, rest: Rest): Notice {
  const words = promptSaid(me, round, isFirst, stage);
  const isProtected = words.params.shows !== null || words.params.agreed !== null;
  return send(me.id, words, { ...rest, card: promptCard(round.id), isProtected });
}

function promptSaid(me: Person, round: Round, isFirst: boolean, stage: Stage) {
  const { scenario, example, step = null } = round;
  const named = step === null ? null : { path: step.path, id: step.id };
  const shows = quoteStep(me, round, stage);
  const agreed = quoteAgreement(me, round, stage);
  const other = shows === null && agreed === null ? null : partnerName(stage.after, me.id);
  return say('prompt', { scenario, example, isFirst, step: named, shows, agreed, partnerName: other });
}

export function keysOfPrompt(
  id: PersonId,
  roundId: RoundId,
  stage: Stage,
  view: { group: string } | 'otherWays' | null,
): readonly Notice[] {
  const { after, scenarios } = stage;
  const me = personOf(after, id);
  const round = roundIn(after, me, roundId);
  // A deeper prompt may still be closed there; buttons without its text would ask nothing.
  if (isDeep(round) && view === null) return unfolded(id, roundId, stage);
  const keys = promptKeys(round, scenarios.get(round.scenario), answerOf(me, roundId), view);
  return [edit(id, promptCard(roundId), null, { keys })];
}

/** The draft card is always the lowest message: words bring a new one, taps change the one there is. */
export function draftCards(event: EventOf<'draftChanged'> | EventOf<'lineSkipped'>, stage: Stage): readonly Notice[] {
  const { before, after, scenarios } = stage;
  const me = personOf(after, event.person);
  const round = roundIn(after, me, event.round);
  if (round.once === 'sheet') {
    const isEdit = event.type === 'draftChanged' && event.how === 'edited';
    return rowCards({ ...event, how: isEdit ? 'in-place' : 'new' }, stage);
  }
  const card = draftCard(round.id);
  const again = keysOfPrompt(me.id, round.id, stage, null);
  const cleared = say('draftCleared', {});
  const how = event.type === 'lineSkipped' ? 'picked' : event.how;
  const earlier = answerOf(personOf(before, me.id), round.id);
  const settled = nudgeSettled(me.id, round.id, earlier);
  if (how === 'cleared') return [...settled, edit(me.id, card, cleared), ...again];
  // Said below, since what was taken back may stand far above, or be gone.
  if (how === 'withdrawn' && isEmpty(event.answer)) {
    return [...again, remove(me.id, card), send(me.id, cleared, { card })];
  }
  const words = draftSaid(me, round, event.answer, stage);
  const keys = draftKeys(round.id, event.answer, scenarios.get(round.scenario));
  const hadCard = earlier.state === 'draft' && (!isEmpty(earlier) || stemOf(earlier).leftOut.length > 0);
  const inPlace = how === 'edited' || (how === 'picked' && hadCard);
  const picked = openGroup(scenarios, round, event.answer.picks, earlier.picks);
  return [
    ...settled,
    ...offerTaken(me.id, stage),
    ...(how === 'picked' || how === 'withdrawn' ? keysOfPrompt(me.id, round.id, stage, picked) : []),
    ...(inPlace ? [edit(me.id, card, words, { keys })] : [remove(me.id, card), send(me.id, words, { card, keys })]),
  ];
}

/** The row of a sheet that comes next. */
export function rowCards(
  { person, round: id, answer, how }: Pick<EventOf<'rowShown'>, 'person' | 'round' | 'answer' | 'how'>,
  stage: Stage,
): readonly Notice[] {
  const me = personOf(stage.after, person);
  const round = roundIn(stage.after, me, id);
  return [
    ...offerTaken(person, stage),
    ...sheetCards(me, round, { answer, how, opens: opensFor(me, round, stage) }, stage),
  ];
}

/** The answer so far; of a stem that is not full, with the gap that comes next. */
function draftSaid(me: Person, round: Round, answer: Answer, stage: Stage): Say {
  const { after, scenarios } = stage;
  const { scenario } = round;
  const lines = linesOf(scenarios.get(scenario));
  const sealing = { isAlone: partnerOf(after, me) === null, opens: opensFor(me, round, stage) };
  const next = lines === null ? null : nextGap(lines, answer);
  if (isChoosing(scenarios.get(scenario))) {
    const isBegun = next !== null && inGap(answer.pieces, next.line, 0).length > 0;
    return say('choosing', { answer, scenario, line: next?.line.id ?? null, isBegun, sealing });
  }
  if (lines === null || next === null) return say('draft', { answer, scenario, ...sealing });
  const { line } = next;
  const isBegun = inGap(answer.pieces, line, 0).length > 0;
  const canSeal = hasSentence(lines, answer);
  return say('unfinished', { answer, scenario, line: line.id, isBegun, sealing: canSeal ? sealing : null });
}

/** Other marks on the numbers: the words above them stay. */
export function toggledCards({ person, round: id, answer }: EventOf<'lineToggled'>, stage: Stage): readonly Notice[] {
  const round = roundIn(stage.after, personOf(stage.after, person), id);
  const scenario = stage.scenarios.get(round.scenario);
  const sheet = sheetOf(scenario);
  const keys = sheet === null ? draftKeys(id, answer, scenario) : sheetKeys(id, sheet, answer);
  return [edit(person, answerCard(round), null, { keys })];
}

/** Nothing is left of what they had, here or in what is kept. */
export function keptCards({ person, round: id }: EventOf<'keptToMyself'>, stage: Stage): readonly Notice[] {
  const round = roundIn(stage.before, personOf(stage.before, person), id);
  return [
    edit(person, promptCard(id), null),
    ...nudgeSettled(person, id, answerOf(personOf(stage.before, person), id)),
    ...offerTaken(person, stage),
    remove(person, answerCard(round)),
    send(person, say('keptToMyself', { partner: partnerName(stage.after, person) })),
  ];
}

/** What a writer was asked about their own words goes with the next change. */
export function nudgeSettled(me: PersonId, round: RoundId, earlier: Answer): readonly Notice[] {
  return stemOf(earlier).isNudged ? [remove(me, ownPartCard(round))] : [];
}

/** The group of the option that was just tapped, so that its keyboard stays open for the next tap. */
function openGroup(
  scenarios: Scenarios,
  round: Round,
  picks: readonly string[],
  earlier: readonly string[],
): { group: string } | null {
  const kind = scenarios.get(round.scenario)?.answer;
  if (kind === undefined) return null;
  const changed = [...picks, ...earlier].find((id) => picks.includes(id) !== earlier.includes(id));
  const group = changed === undefined ? null : rowOfKind(kind).groupOf(kind, changed);
  return group === null ? null : { group };
}

export function sealedCards(
  event: EventOf<'answerSealed'> | EventOf<'sealedAnswerExtended'>,
  stage: Stage,
): readonly Notice[] {
  const { after } = stage;
  const me = personOf(after, event.person);
  const round = roundIn(after, me, event.round);
  const card = draftCard(round.id);
  const partner = partnerName(after, me.id);
  const opens = opensFor(me, round, stage);
  if (round.once === 'sheet') return sheetSealed(me.id, round, event.answer, opens, stage);
  const words = say('sealed', { answer: event.answer, scenario: round.scenario, partner, opens });
  const keys = round.once === undefined ? sealedKeys(round.id, event.answer.step) : [];
  const hadCard = event.type === 'answerSealed' && event.answer.state === 'sealed';
  return [
    edit(me.id, promptCard(round.id), null),
    ...nudgeSettled(me.id, round.id, answerOf(personOf(stage.before, me.id), round.id)),
    ...offerTaken(me.id, stage),
    ...(hadCard ? [edit(me.id, card, words, { keys })] : [remove(me.id, card), send(me.id, words, { card, keys })]),
  ];
}

/** The same whether or not the partner has sealed, so that it tells nothing of them. */
function opensFor(me: Person, round: Round, { after, now }: Stage): Opens {
  return howItOpens(membersIn(after, me.coupleId ?? 0), round, coupleOf(after, me)?.room ?? null, now);
}

/** The question what something was for goes away once that is settled. */
function offerTaken(me: PersonId, { before, after }: Stage): readonly Notice[] {
  const isSettled = personOf(before, me).pending !== null && personOf(after, me).pending === null;
  return isSettled ? [remove(me, 'offer')] : [];
}

/** The round that somebody is shown something of: the open one, or one that was put away and can still be answered. */
export function roundIn(scene: Scene, me: Person, id: RoundId): Round {
  const round = liveRound(coupleOf(scene, me), id);
  if (round === null) throw new Error('an event of a round comes without one');
  return round;
}

/** What a deeper prompt is before its reader opens it: a line that tells nothing. */
export function folded(me: PersonId, round: RoundId, rest: Rest): Notice {
  return send(me, say('folded', {}), { ...rest, card: promptCard(round), keys: foldedKeys(round) });
}

/** The text of a deeper prompt, in the place of that line. */
export function unfolded(id: PersonId, roundId: RoundId, stage: Stage): readonly Notice[] {
  const { after, scenarios } = stage;
  const me = personOf(after, id);
  const round = roundIn(after, me, roundId);
  const keys = promptKeys(round, scenarios.get(round.scenario), answerOf(me, roundId), null);
  return [edit(id, promptCard(roundId), promptSaid(me, round, true, stage), { keys })];
}
