import { withCouple, withPerson } from '../change.js';
import type { Evolvers } from '../evolvers.js';
import type { CoupleId, Instant, RoundId } from '../ids.js';
import { withoutWish } from '../path/wishes.js';
import { pageMs } from '../book/times.js';
import { answerOf } from '../person.js';
import type { Person, Scene } from '../scene.js';
import type { RitualEvent } from './event.js';

export const ritualEvolvers: Evolvers<RitualEvent> = {
  ritualWished: (scene, { person, wish }) =>
    withPerson(scene, person, ({ wishes }) => ({ wishes: [...withoutWish(wishes, wish), wish] })),
  ritualDropped: (scene, { person, subject }) =>
    withPerson(scene, person, ({ wishes }) => ({ wishes: withoutWish(wishes, { on: 'ritual', subject }) })),
  ritualAgreed: (scene, { couple, ritual, replaced }) => {
    const after = withCouple(scene, couple, ({ rituals, opened }) => ({
      rituals: [...rituals.filter(({ id }) => !replaced.includes(id)), ritual],
      opened: opened.map((one) => {
        if (replaced.includes(one.round.id)) return { ...one, isOffBook: true as const };
        return one.round.id === ritual.id ? { ...one, keptAt: ritual.agreedAt } : one;
      }),
    }));
    return membersOf(after, couple).reduce(
      (now, member) => withPerson(now, member, (person) => agreed(person, ritual.id, ritual.moment)),
      after,
    );
  },
  ritualMet: (scene, { couple, ritual, person, date }) =>
    withCouple(scene, couple, ({ rituals }) => ({
      rituals: rituals.map((one) => (one.id === ritual ? { ...one, met: { ...one.met, [person]: date } } : one)),
    })),
  ritualSilenced: (scene, { person, ritual, isSilent }) =>
    withPerson(scene, person, ({ quietRituals }) => {
      const others = quietRituals.filter((one) => one !== ritual);
      return { quietRituals: isSilent ? [...others, ritual] : others };
    }),
  ritualsLapsed: (scene, { couple, rituals }) => withoutRituals(scene, couple, rituals),
};

/** From now on the page shows the moment that they agreed on. */
function agreed(person: Person, round: RoundId, moment: string): Partial<Person> {
  return {
    wishes: person.wishes.filter(({ on, subject }) => on !== 'ritual' || !subject.startsWith(`${round} `)),
    answers: { ...person.answers, [round]: { ...answerOf(person, round), picks: [moment] } },
  };
}

/** When its page goes, the ritual goes, and so does the choice to get no reminders of it. */
export function withoutRituals(scene: Scene, couple: CoupleId, gone: readonly RoundId[]): Scene {
  if (!(scene.couples[couple]?.rituals ?? []).some(({ id }) => gone.includes(id))) return scene;
  const after = withCouple(scene, couple, ({ rituals }) => ({
    rituals: rituals.filter(({ id }) => !gone.includes(id)),
  }));
  return membersOf(after, couple).reduce(
    (now, member) =>
      withPerson(now, member, ({ quietRituals }) => ({
        quietRituals: quietRituals.filter((id) => !gone.includes(id)),
      })),
    after,
  );
}

/** Both keep its page for longer. */
export function ritualKept(scene: Scene, couple: CoupleId, round: RoundId, at: Instant): Scene {
  return withCouple(scene, couple, ({ rituals }) => ({
    rituals: rituals.map((one) => (one.id === round ? { ...one, until: at + pageMs } : one)),
  }));
}

const membersOf = (scene: Scene, couple: CoupleId) => scene.couples[couple]?.members ?? [];
