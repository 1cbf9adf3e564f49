import { evolveAll } from '../evolve.js';
import { breatherChoices, type Breather, type BreatherChoice, type Line, type Resumption } from './scene.js';
import { type Breathing } from './breathing.js';
import {
  answerWithinMs,
  canExtend,
  endAfter,
  latestEnd,
  lengths,
  momentAfter,
  moments,
  resumptionKeptMs,
} from './times.js';
import type { Button, ButtonOf } from '../buttons.js';
import type { Speech } from '../command.js';
import type { Decision, Event } from '../event.js';
import { resume } from '../listening/steps.js';
import { coupleOf, personOf } from '../person.js';
import type { Couple, Person, Scene } from '../scene.js';
import type { Given } from '../given.js';
import type { Instant } from '../ids.js';

/** A line is a sentence or two; nobody is to argue in it. */
const lineLimitUnits = 300;

/** The way back: what each does once the time is over. */
export function pressReturn(scene: Scene, me: Person, button: Button<ButtonOf<'breather'>>, given: Given): Decision {
  const couple = coupleOf(scene, me);
  if (couple === null) return { refusal: 'stale-button' };
  if (button.name === 'breathMoment') return pickMoment(scene, couple, me, button, given);
  const { breather } = couple;
  if (breather?.id !== button.slot || breather.notToday.includes(me.id)) return { refusal: 'stale-button' };
  const { now } = given;
  switch (button.name) {
    case 'breathBack':
      if (breather.phase !== 'return') return { refusal: 'stale-button' };
      return breather.back.includes(me.id) ? [] : comeBack(couple, breather, me, now);
    case 'breathMore':
      return more(scene, couple, breather, me, button.arg, now);
    case 'breathNotToday':
      return breather.phase === 'return' ? leaveForToday(couple, breather, me, now) : { refusal: 'stale-button' };
    case 'breathChoice':
      return choose(scene, couple, breather, me, button.arg, given);
    case 'breathSeal':
      return sealLine(scene, couple, breather, me, button.step, now);
    case 'breathFor':
    case 'breathLonger':
    case 'breathMenu':
    case 'breathUnsafe':
      return { refusal: 'stale-button' };
  }
}

/** Not today. The other hears what silence would have told them, and at the same moment. */
export function leaveForToday(couple: Couple, breather: Breather, me: Person, now: number): Decision {
  const resumption = resumptionOf(couple, breather, now);
  return [{ type: 'notTodayChosen', couple: couple.id, person: me.id, resumption }];
}

function comeBack(couple: Couple, breather: Breather, me: Person, now: Instant): Decision {
  const back: Event = { type: 'cameBackToIt', couple: couple.id, person: me.id };
  const isComplete = couple.members.every((member) => member === me.id || breather.back.includes(member));
  return isComplete ? [back, { type: 'choiceAsked', couple: couple.id, at: now, until: now + answerWithinMs }] : [back];
}

/** [Nog even]: first which time, then that time; for both, and unattributed. */
function more(scene: Scene, couple: Couple, breather: Breather, me: Person, arg: string, now: Instant): Decision {
  if (breather.phase !== 'return') return { refusal: 'stale-button' };
  if (!canExtend(breather, now)) return { refusal: 'breather-full' };
  if (arg === '') return [{ type: 'breatherTimesShown', person: me.id, how: 'extended' }];
  const length = lengths.find((one) => one === arg);
  if (length === undefined) return { refusal: 'stale-button' };
  const members = couple.members.map((member) => personOf(scene, member));
  const until = endAfter(length, now, me, members, latestEnd(breather));
  if (until === null) return { refusal: 'breather-full' };
  return [{ type: 'breatherLengthened', couple: couple.id, by: me.id, at: now, until, how: 'extended' }];
}

/** What next, quietly. Once both have said it the gentlest counts, and nobody hears whose it was. */
function choose(scene: Scene, couple: Couple, breather: Breather, me: Person, arg: string, given: Given): Decision {
  const { now } = given;
  const choice = breatherChoices.find((one) => one === arg);
  if (choice === undefined || breather.phase !== 'choice') return { refusal: 'stale-button' };
  if (choice === 'talkNow' && couple.listening?.phase !== 'paused') return { refusal: 'stale-button' };
  if (breather.choices[me.id] === choice) return [];
  const chosen: Event = { type: 'nextChosen', couple: couple.id, person: me.id, choice };
  const choices = evolveAll(scene, [chosen]).couples[couple.id]?.breather?.choices ?? {};
  const all = couple.members.flatMap((member) => choices[member] ?? []);
  if (all.length < couple.members.length) return [chosen];
  switch (gentlest(all)) {
    case 'letRest':
      return [chosen, rested(couple, now)];
    case 'oneLine':
      return [chosen, askLines(couple, now)];
    case 'talkNow':
      return [chosen, ...talkNow(evolveAll(scene, [chosen]), couple, given)];
  }
}

function gentlest(choices: readonly BreatherChoice[]): BreatherChoice {
  return breatherChoices.find((one) => choices.includes(one)) ?? 'letRest';
}

/** Both want to go on with what was interrupted: it goes on where it was. */
function talkNow(scene: Scene, couple: Couple, { now, protocols }: Given): readonly Event[] {
  const over: Event = { type: 'breatherEnded', couple: couple.id, how: 'resumed', at: now, resumption: null };
  const { listening } = evolveAll(scene, [over]).couples[couple.id] ?? couple;
  const protocol = listening === null ? undefined : protocols.get(listening.protocol);
  if (listening === null || protocol === undefined) {
    return [over, { type: 'listeningEnded', couple: couple.id, how: 'over', at: now }];
  }
  return [over, ...resume({ couple, listening, protocol }, now)];
}

function askLines(couple: Couple, now: Instant): Event {
  return { type: 'linesAsked', couple: couple.id, at: now, until: now + answerWithinMs };
}

function rested(couple: Couple, now: Instant): Extract<Event, { type: 'breatherEnded' }> {
  return { type: 'breatherEnded', couple: couple.id, how: 'rested', at: now, resumption: null };
}

/** One line, typed; what is typed next takes its place, until it is sealed. */
export function sayLine({ couple, breather }: Breathing, me: Person, speech: Speech, messageId: number): Decision {
  if (speech.kind !== 'text') return { refusal: 'line-typed-only' };
  if (breather.lines[me.id]?.isSealed === true) return { refusal: 'in-breather' };
  const { text } = speech;
  if (text.length > lineLimitUnits) return { refusal: 'line-too-long', units: text.length, limit: lineLimitUnits };
  return [lineChanged(couple, me, { text, messageId, isSealed: false })];
}

/** /intrek takes a line back, sealed or not, until both are open. Null: there is none, and other rules may know more. */
export function takeBackLine({ couple, breather }: Breathing, me: Person): Decision | null {
  return breather.lines[me.id] === undefined ? null : [lineChanged(couple, me, null)];
}

/** The one place where the lines can open; the breather ends in the same step. */
function sealLine(scene: Scene, couple: Couple, breather: Breather, me: Person, step: number, now: Instant): Decision {
  const line = breather.lines[me.id];
  if (breather.phase !== 'lines' || line?.messageId !== step) return { refusal: 'stale-button' };
  if (line.isSealed) return [];
  const sealed = lineChanged(couple, me, { ...line, isSealed: true });
  const lines = evolveAll(scene, [sealed]).couples[couple.id]?.breather?.lines ?? {};
  if (!couple.members.every((member) => lines[member]?.isSealed === true)) return [sealed];
  return [sealed, { type: 'breatherEnded', couple: couple.id, how: 'opened', at: now, resumption: null }];
}

function lineChanged(couple: Couple, me: Person, line: Line | null): Event {
  return { type: 'lineChanged', couple: couple.id, person: me.id, line };
}

/** A time to come back to it counts once both have picked one, and then the later. One alone is never told on. */
function pickMoment(scene: Scene, couple: Couple, me: Person, button: Button, { now }: Given): Decision {
  const { resumption } = couple;
  const name = moments.find((one) => one === button.arg);
  if (resumption?.id !== button.slot || resumption.at !== null || name === undefined)
    return { refusal: 'stale-button' };
  const at = momentAfter(name, now, me);
  if (resumption.picks[me.id] === at) return [];
  const picked: Event = { type: 'momentPicked', couple: couple.id, person: me.id, at };
  const after = evolveAll(scene, [picked]).couples[couple.id] ?? couple;
  return after.breather !== null || after.resumption === null ? [picked] : [picked, ...agreed(after, after.resumption)];
}

/** How it ends when not both came back in time. Times that both picked meanwhile count from here on. */
export function lapse(couple: Couple, breather: Breather, now: Instant): readonly Event[] {
  const wasOnTheWay = breather.phase === 'choice' || breather.phase === 'lines';
  // What somebody who wants no more today was offered stays theirs; the other hears what silence would have told them.
  if (wasOnTheWay) return [{ ...rested(couple, now), resumption: stillOffered(couple, now) }];
  const offered = resumptionOf(couple, breather, now);
  // Somebody who said «not today» may have picked already; a bot that was away may find that time past.
  const picks = Object.fromEntries(Object.entries(offered.picks).filter(([, at]) => at > now));
  const resumption = { ...offered, picks, until: now + resumptionKeptMs };
  return [
    { type: 'breatherEnded', couple: couple.id, how: 'lapsed', at: now, resumption },
    ...agreed(couple, resumption),
  ];
}

/** A bot that was away may find that its time is over. */
function stillOffered({ resumption }: Couple, now: Instant): Resumption | null {
  return resumption !== null && resumption.until > now ? resumption : null;
}

function resumptionOf(couple: Couple, breather: Breather, now: Instant): Resumption {
  return couple.resumption ?? { id: breather.id, picks: {}, at: null, until: now + resumptionKeptMs };
}

function agreed(couple: Couple, { picks }: Resumption): readonly Event[] {
  const all = couple.members.flatMap((member) => picks[member] ?? []);
  if (all.length < couple.members.length) return [];
  return [{ type: 'momentAgreed', couple: couple.id, at: Math.max(...all) }];
}
