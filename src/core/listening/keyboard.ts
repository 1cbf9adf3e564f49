import type { ButtonName } from '../buttons.js';
import { key } from '../keyboard.js';
import { mayPlan } from './afterwards.js';
import { draftOf, signals, type Heard, type Listening, type Signal } from './scene.js';
import { optionsLeft, takesNow } from './steps.js';
import { sendingArg, versionArg } from './moves.js';
import { anotherHour, laterHoursFor } from './times.js';
import type { Key, PressKey } from '../notice.js';
import type { Protocol, Protocols, Step, StepOption } from './protocol.js';
import type { Couple, Person } from '../scene.js';
import type { Instant, PersonId, RoundId } from '../ids.js';

/** The keyboards of a listening round; every button carries its id and the tick it was made for. */

type Feelings = Protocol['feelings'];
type Rows = readonly (readonly Key[])[];

/** Which way it goes, as the button of an invitation carries it: side by side, and who has the floor first. */
export const inviteStep = (isLive: boolean, isHearing: boolean) => (isLive ? 1 : 0) + (isHearing ? 2 : 0);

/** The card to begin with: one tap asks the other. It asks who tells as well, where that is not said yet. */
export function startKeys(
  protocol: Protocol,
  { about, others, isHearing, partner }: { about: RoundId | null; others: number; isHearing: boolean; partner: string },
): Rows {
  const invite = (isLive: boolean) => key('listenInvite', about ?? '', inviteStep(isLive, isHearing), protocol.id);
  const isOpen = about === null && protocol.steps[0]?.pen !== 'both';
  const turn = { ...key('listenWho', '', isHearing ? 0 : 1, protocol.id), partner };
  return [
    ...(protocol.paces.includes('apart') ? [[invite(false)]] : []),
    ...(protocol.paces.includes('live') ? [[invite(true)]] : []),
    ...(isOpen ? [[turn]] : []),
    ...(others > 0 ? [[key('listenMenu', about ?? '')]] : []),
  ];
}

export function menuKeys(protocols: Protocols, about: RoundId | null): Rows {
  return [...protocols.values()].map(({ id, title }) => [labelled(key('listenChoose', about ?? '', 0, id), title)]);
}

export function invitationKeys(listening: Listening): Rows {
  return (['listenNow', 'listenLater', 'listenNotNow'] as const).map((name) => [of(listening, name)]);
}

export function recallKeys(listening: Listening): Rows {
  return [[of(listening, 'listenRecall')]];
}

export function hourKeys(listening: Listening, me: Person, now: Instant): Rows {
  const otherwise = of(listening, listening.phase === 'parked' ? 'listenLetGo' : 'listenNotNow');
  return [...laterHoursFor(me, now).map((hour) => [of(listening, 'listenLater', hour)]), [otherwise]];
}

export function scheduledKeys(listening: Listening): Rows {
  return [[of(listening, 'listenCancel')]];
}

/** How tense somebody says to be takes no tap of its own. */
export function readyKeys(listening: Listening): Rows {
  return ['calm', 'some', 'high'].map((tension) => [of(listening, 'listenReady', tension)]);
}

export function tenseKeys(listening: Listening): Rows {
  return [[key('callBreather')], [of(listening, 'listenReady', 'anyway')]];
}

/** Under the card of a step, for whoever holds the pen: the ways on, feelings to pick, and, aloud, [Klaar]. */
export function penKeys(listening: Listening, step: Step, me: PersonId, group: string): Rows {
  if (listening.option !== null) return [[of(listening, 'listenOption', '')]];
  const takes = takesNow(step, listening);
  const options = optionsLeft(step, listening)
    .filter(({ sends }) => !sends)
    .map((option) => [optionKey(listening, option)]);
  if (group !== '') return feelingRows(listening, step, me, group);
  const isDone = takes === 'nothing' && !listening.ready.includes(me);
  return [
    ...(takes === 'picks' ? feelingRows(listening, step, me, group) : []),
    ...(isDone ? [[of(listening, 'listenDone')]] : []),
    ...options,
  ];
}

/** For the other: one tap that takes no turn. */
export function otherKeys(listening: Listening, step: Step, me: PersonId): Rows {
  const fitting: readonly Signal[] = step.pen === 'listener' ? ['time'] : signals.filter((signal) => signal !== 'time');
  return [
    fitting.map((signal) => {
      const isOn = listening.signals.includes(`${String(me)}/${signal}`);
      return { ...of(listening, 'listenSignal', signal), isOn };
    }),
  ];
}

export function draftKeys(listening: Listening, step: Step, me: PersonId): Rows {
  const draft = draftOf(listening, me);
  const version = versionArg(draft.version);
  const sending = listening.option === null ? optionsLeft(step, listening).filter(({ sends }) => sends) : [];
  return [
    [of(listening, 'listenDone', version), of(listening, 'listenRestart', version)],
    ...sending.map(({ id, label }) => [labelled(of(listening, 'listenOption', sendingArg(id, draft.version)), label)]),
  ];
}

export function heldKeys(listening: Listening): Rows {
  return [[of(listening, 'listenTakeBack')]];
}

export function noteKeys({ id }: Listening, messageId: number): Rows {
  return [[key('listenKeepNote', id, messageId), key('listenDropNote', id, messageId)]];
}

export function swapKeys(listening: Listening): Rows {
  return ['now', 'tomorrow', 'no'].map((wish) => [of(listening, 'listenSwap', wish)]);
}

export function parkedKeys(listening: Listening): Rows {
  return [[of(listening, 'listenGoOn')], [of(listening, 'listenLater', anotherHour)], [of(listening, 'listenLetGo')]];
}

/** One thank-you; the rest stands behind [Meer]. */
export function doneKeys({ id, thanked }: Heard, me: PersonId): Rows {
  return [[...(thanked.includes(me) ? [] : [key('listenThank', id)]), key('listenMore', id)]];
}

export function moreKeys(heard: Heard, me: PersonId, members: readonly PersonId[]): Rows {
  const { id, said, tension } = heard;
  return [
    ...(tension[me] === undefined
      ? ['calm', 'some', 'high'].map((one) => [key('listenTension', id, 0, one)])
      : mayPlan(members, heard) && !isPlanKnown(heard, me)
        ? [[key('listenPlan', id)]]
        : []),
    [key('listenFeelings', id)],
    ...(said.length === 0 ? [] : [[key('listenAgain', id)], keepKeys(id)]),
  ];
}

/** The feelings under [Meer], by groups; in one of them a tap names one. */
export function ownFeelingKeys({ id }: Heard, feelings: Feelings, open: string): Rows {
  const group = feelings.find((one) => one.id === open);
  const keys =
    group === undefined
      ? feelings.map((one) => labelled(key('listenFeelings', id, 0, one.id), one.label))
      : group.options.map((one) => labelled(key('listenFeeling', id, 0, one.id), one.label));
  return [...inPairs(keys), [key('listenFeelings', id, 0, group === undefined ? 'back' : '')]];
}

function keepKeys(id: string): readonly Key[] {
  return ['now', 'day'].map((keep) => key('listenKeep', id, 0, keep));
}

/** One's own, or what the other proposed. That the other is writing one is not to be seen here. */
function isPlanKnown({ plans }: Heard, me: PersonId): boolean {
  return plans.some(({ by, phase }) => by === me || phase !== 'draft');
}

/** [Bewaar] under what both agreed on, with a mark once they said so; nothing once it is kept. */
export function keepPlanKeys(couple: Couple, page: string, isWished: boolean): Rows {
  const { heard } = couple;
  if (heard === null || couple.agreements.some((one) => one.page === page)) return [];
  return [[{ ...key(isWished ? 'dropPlan' : 'keepPlan', heard.id, 0, page), isOn: isWished }]];
}

export function planKeys({ id }: Heard, name: 'listenPlanSend' | 'listenPlanYes', messageId: number): Rows {
  return [[key(name, id, messageId)]];
}

function feelingRows(listening: Listening, { groups }: Step, me: PersonId, open: string): Rows {
  const { picks } = draftOf(listening, me);
  const group = groups.find(({ id }) => id === open);
  if (group === undefined) {
    return inPairs(
      groups.map(({ id, label, options }) => ({
        ...labelled(of(listening, 'listenGroup', id), label),
        isOn: options.some((option) => picks.includes(option.id)),
      })),
    );
  }
  const options = group.options.map(({ id, label }) => {
    const isOn = picks.includes(id);
    return { ...labelled(key('listenPick', listening.id, listening.tick * 2 + (isOn ? 0 : 1), id), label), isOn };
  });
  return [...inPairs(options), [of(listening, 'listenGroup', '')]];
}

function of({ id, tick }: Listening, name: ButtonName, arg = ''): PressKey {
  return key(name, id, tick, arg);
}

function optionKey(listening: Listening, { id, label }: StepOption): Key {
  return labelled(of(listening, 'listenOption', id), label);
}

function labelled(one: PressKey, label: Step['toPen']): PressKey {
  return { ...one, label };
}

function inPairs(keys: readonly Key[]): Rows {
  return keys.flatMap((_, index) => (index % 2 === 0 ? [keys.slice(index, index + 2)] : []));
}
