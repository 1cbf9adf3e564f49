import { expect, it } from 'vitest';
import { stranger } from '../../src/core/person.js';
import type { Scene } from '../../src/core/scene.js';
import type { OpenEmpty } from './contract.js';
import { outcome } from '../support/outgoing.js';
import {
  actorOf,
  anne,
  applyOne,
  bram,
  codeOf,
  dayMs,
  deliver,
  from,
  leavesEachOther,
  message,
  monday,
  ofCouple,
  ofPerson,
  pairUp,
  perform,
  says,
  textOf,
  sceneOf,
  theCouple,
  withCode,
  withPerson,
} from './support.js';

export function describeErasing(open: OpenEmpty): void {
  it('forgets a couple that is missing from the outcome, with its codes and its wake time', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    await perform(store, ofCouple(9), (scene) => outcome(scene, { wakeAt: { 9: monday } }));
    await perform(store, from(anne), leavesEachOther);
    expect((await sceneOf(store, ofPerson(anneId))).about).toBeNull();
    expect((await sceneOf(store, from('700000003', { command: withCode(codeOf(9)) }))).invited).toBeNull();
    expect(await store.nextDueAt()).toBeNull();
  });

  it('makes a stranger of somebody who takes back their consent, says farewell and nothing else', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    await perform(store, from(anne), says({ text: 'eerder' }, { text: 'nog iets', lane: 'reveal' }));
    await perform(store, ofPerson(anneId), (scene) => {
      const gone = { ...actorOf(scene), consent: null };
      const apart = leavesEachOther(withPerson(scene, gone));
      return { ...apart, outgoing: [message(anneId, { text: 'Vaarwel.' })] };
    });
    expect((await deliver(store)).map(({ params }) => params)).toEqual([{ chat_id: Number(anne), text: 'Vaarwel.' }]);
    expect(actorOf(await sceneOf(store, from(anne)))).toMatchObject({ id: anneId, name: '', consent: null });
  });

  it('forgets a person who is missing from the outcome', async () => {
    const store = await open();
    const { anneId, bramId } = await pairUp(store);
    await perform(store, from(bram), (scene) => {
      const { people } = leavesEachOther(scene).scene;
      return outcome({
        ...scene,
        people: Object.fromEntries(Object.entries(people).filter(([id]) => Number(id) !== anneId)),
        couples: {},
      });
    });
    expect((await sceneOf(store, from(anne))).actor).not.toBe(anneId);
    expect((await sceneOf(store, from(bram))).actor).toBe(bramId);
  });

  it('keeps an empty seat for somebody who is erased while the other goes on, and knows their address no more', async () => {
    const store = await open();
    const { anneId, bramId } = await pairUp(store);
    await perform(store, from(bram), says({ text: 'onderweg' }));
    const rhythm = { days: 'weekly', minute: 1140, quietFromMinute: 1320, quietUntilMinute: 480 } as const;
    await perform(store, ofCouple(9), (scene) => {
      const seat = {
        ...stranger(bramId, 'nl', 'America/New_York'),
        coupleId: 9,
        name: 'Bram',
        rhythm,
        revealMinute: 1290,
      };
      return outcome(withPerson(scene, seat));
    });
    expect(await deliver(store)).toEqual([]);
    await store.tidy(monday + 40 * dayMs);
    const seen = (await sceneOf(store, from(anne))).people[bramId];
    expect(seen).toMatchObject({ name: 'Bram', zone: 'America/New_York', rhythm, revealMinute: 1290, consent: null });
    expect(seen).toMatchObject({ seenOn: null, answers: {}, spent: {}, coupleId: 9 });
    expect((await sceneOf(store, from(bram))).actor).not.toBe(bramId);
    expect(await store.peopleAfter(0, 10)).toEqual([anneId]);
    // It changes as the other's days go by, and goes with the couple.
    await perform(store, ofCouple(9), (scene) => {
      const seat = scene.people[bramId];
      return outcome(seat === undefined ? scene : withPerson(scene, { ...seat, servedDate: '2027-01-02' }));
    });
    expect((await sceneOf(store, from(anne))).people[bramId]?.servedDate).toBe('2027-01-02');
    await perform(store, from(anne), (scene) => {
      const { people } = leavesEachOther(scene).scene;
      const left = Object.fromEntries(Object.entries(people).filter(([id]) => Number(id) !== bramId));
      return outcome({ ...scene, people: left, couples: {} });
    });
    expect(await store.peopleAfter(0, 10)).toEqual([anneId]);
    expect((await sceneOf(store, ofPerson(anneId))).about).toBeNull();
  });

  it('refuses to erase a person whom a couple still counts on', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    const applied = await applyOne(store, from(bram), (scene) =>
      outcome({ ...scene, people: { [actorOf(scene).id]: actorOf(scene) } }),
    );
    expect(applied.result).toBe('failed');
    expect((await sceneOf(store, from(anne))).actor).toBe(anneId);
  });

  it('forgets strangers after seven days, and nobody else', async () => {
    const store = await open();
    await pairUp(store);
    const guess = (scene: Scene) => outcome(withPerson(scene, { ...actorOf(scene), wrongGuesses: [monday] }));
    await perform(store, from('700000003'), guess);
    const stranger = (await sceneOf(store, from('700000003'))).actor;
    await store.tidy(monday + 6 * dayMs);
    expect((await sceneOf(store, from('700000003'))).actor).toBe(stranger);
    await store.tidy(monday + 8 * dayMs);
    expect((await sceneOf(store, from('700000003'))).actor).not.toBe(stranger);
    expect(theCouple(await sceneOf(store, from(anne))).members).toHaveLength(2);
  });

  it('answers a stranger who wrote a moment ago before it forgets them', async () => {
    const store = await open();
    const guess = (scene: Scene) => outcome(withPerson(scene, { ...actorOf(scene), wrongGuesses: [monday] }));
    await perform(store, from('700000003'), guess);
    const later = monday + 8 * dayMs;
    await perform(store, from('700000003'), says({ text: 'Welkom' }), later);
    await store.tidy(later);
    expect((await deliver(store, later)).map(textOf)).toEqual(['Welkom']);
    const stranger = (await sceneOf(store, from('700000003'))).actor;
    await store.tidy(later + 1);
    expect((await sceneOf(store, from('700000003'))).actor).not.toBe(stranger);
  });
}
