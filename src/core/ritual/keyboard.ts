import type { Given } from '../given.js';
import { press } from '../keyboard.js';
import type { Key } from '../notice.js';
import { coupleOf } from '../person.js';
import { optionsOf } from '../round/kinds.js';
import type { OpenedRound, Person, Scene } from '../scene.js';
import { momentsUnder } from './ritual.js';

/** A button for each moment that both tapped. Where there is only one, the button says what it does. */
export function momentKeys(
  scene: Scene,
  me: Person,
  opened: OpenedRound,
  given: Pick<Given, 'scenarios' | 'now'>,
): readonly (readonly Key[])[] {
  const moments = momentsUnder(coupleOf(scene, me), me, opened, given);
  const kind = given.scenarios.get(opened.round.scenario)?.answer;
  const options = kind === undefined ? [] : optionsOf(kind);
  return moments.flatMap(({ moment, isOn }) => {
    const option = options.find(({ id }) => id === moment);
    if (option === undefined) return [];
    const button = { name: 'ritualYes', slot: opened.round.id, step: isOn ? 0 : 1, arg: moment } as const;
    return [[press(button, moments.length === 1 ? null : (option.sentence ?? option.label), isOn)]];
  });
}
