import type { Breather, Resumption } from './scene.js';
import { canExtend, latestEnd, lengthsFrom, moments } from './times.js';
import type { ButtonName } from '../buttons.js';
import { key } from '../keyboard.js';
import type { Key } from '../notice.js';
import type { Person } from '../scene.js';
import type { Instant } from '../ids.js';

/** The keyboards of a breather; every button carries its id. */

type Rows = readonly (readonly Key[])[];

/** Minutes side by side, the longer ones below them, or above them late in the evening. */
export function lengthKeys(
  name: 'breathFor' | 'breathLonger' | 'breathMore',
  breather: Breather,
  from: Instant,
  me: Person,
  members: readonly Person[],
): Rows {
  const fitting = lengthsFrom(from, me, members, latestEnd(breather));
  const minutes = fitting.filter((length) => length.startsWith('m'));
  const others = fitting.filter((length) => !minutes.includes(length));
  const rows = [minutes, others].filter((row) => row.length > 0);
  const ordered = fitting[0] !== undefined && others.includes(fitting[0]) ? rows.toReversed() : rows;
  return ordered.map((row) => row.map((length) => key(name, breather.id, 0, length)));
}

/** For both the same, whoever called it. */
export function restKeys(breather: Breather, me: Person): Rows {
  const tip = (arg: string) => key('breathMenu', breather.id, 0, arg);
  return [
    [tip('breathe'), tip('move')],
    [tip('senses'), tip('music')],
    [tip('nothing')],
    ...(breather.longer.includes(me.id) ? [] : [[key('breathLonger', breather.id)]]),
    [key('breathUnsafe', breather.id)],
  ];
}

export function pictureKeys(breather: Breather): Rows {
  return [[key('breathMenu', breather.id, 0, 'words')]];
}

export function returnKeys(breather: Breather, now: Instant): Rows {
  const button = (name: ButtonName) => [key(name, breather.id)];
  return [
    button('breathBack'),
    ...(canExtend(breather, now) ? [button('breathMore')] : []),
    button('breathNotToday'),
    button('breathUnsafe'),
  ];
}

/** A listening round that was interrupted can go on. */
export function choiceKeys(breather: Breather, canTalk: boolean): Rows {
  return [...(canTalk ? ['talkNow'] : []), 'oneLine', 'letRest'].map((choice) => [
    key('breathChoice', breather.id, 0, choice),
  ]);
}

export function lineKeys(breather: Breather, messageId: number): Rows {
  return [[key('breathSeal', breather.id, messageId)]];
}

export function momentKeys(resumption: Resumption): Rows {
  return [moments.map((moment) => key('breathMoment', resumption.id, 0, moment))];
}
