import { expect, it } from 'vitest';
import type { Inbound } from '../../src/store/store.js';
import type { OpenEmpty } from './contract.js';
import { outcome } from '../support/outgoing.js';
import {
  actorOf,
  agreed,
  agrees,
  anne,
  applyOne,
  bram,
  codeOf,
  couple,
  from,
  joins,
  leavesEachOther,
  monday,
  ofCouple,
  ofPerson,
  pairUp,
  perform,
  says,
  sceneOf,
  theCouple,
  withCode,
  withCouple,
  withPerson,
  withoutCouple,
} from './support.js';

export function describePairing(open: OpenEmpty): void {
  it('shows both partners to each other, in the order of their seats', async () => {
    const store = await open();
    const { anneId, bramId } = await pairUp(store);
    for (const address of [anne, bram]) {
      const scene = await sceneOf(store, from(address));
      expect(theCouple(scene).members).toEqual([anneId, bramId]);
      expect(Object.keys(scene.people).map(Number)).toEqual([anneId, bramId]);
    }
    expect((await sceneOf(store, ofPerson(bramId))).actor).toBe(bramId);
    expect(await sceneOf(store, ofCouple(9))).toMatchObject({ actor: null, about: 9 });
  });

  it('finds the couple of a code, living or spent, with who is in it', async () => {
    const store = await open();
    await perform(store, from(anne), agrees(9));
    const living = await sceneOf(store, from('700000003', { command: withCode(codeOf(9)) }));
    expect(living).toMatchObject({ about: null, invited: 9 });
    expect(Object.keys(living.people)).toHaveLength(2);
    await perform(store, from(bram, { command: withCode(codeOf(9)) }), joins);
    const spent = await sceneOf(store, from('700000003', { command: withCode(codeOf(9)) }));
    expect(spent.couples[9]?.spentCodes).toEqual([{ code: codeOf(9), how: 'used' }]);
    expect((await sceneOf(store, from(anne, { command: withCode('0ZZZZZZZZZZZ') }))).invited).toBeNull();
  });

  it('finds the couple of nobody for the owner', async () => {
    const store = await open();
    const house = (): Inbound => ({
      ...from(anne),
      updateId: null,
      origin: { from: 'house' },
      command: { type: 'openHouse' },
    });
    expect(await sceneOf(store, house())).toMatchObject({ actor: null, about: null, couples: {} });
    const empty = couple(77, [], { invite: { code: codeOf(77), expiresAt: null, askAt: null } });
    await perform(store, house(), (scene) => outcome(withCouple(scene, empty)));
    expect(await sceneOf(store, house())).toMatchObject({ about: 77, couples: { 77: empty } });
  });

  it('lets one of ten in who open one code at once', async () => {
    const store = await open();
    await perform(store, from(anne), agrees(9));
    const ten = Array.from({ length: 10 }, (_, guest) => from(`80000000${guest}`, { command: withCode(codeOf(9)) }));
    const batches = [
      store.apply(ten.slice(0, 5), joins, monday, () => []),
      store.apply(ten.slice(5), joins, monday, () => []),
    ];
    const applied = (await Promise.all(batches)).flat();
    const joined = applied.filter(
      (one) => one.result === 'applied' && one.outcome.scene.couples[9]?.pairedAt === monday,
    );
    expect(applied.map(({ result }) => result)).toEqual(Array(10).fill('applied'));
    const inSeats = theCouple(await sceneOf(store, from(anne))).members;
    expect(inSeats).toHaveLength(2);
    expect(joined.length).toBeGreaterThan(0);
    expect(await store.counts()).toMatchObject({ couples: 1 });
  });

  it('refuses a rule that puts a third person in a couple', async () => {
    const store = await open();
    const { anneId, bramId } = await pairUp(store);
    const applied = await applyOne(store, from('700000003', { command: withCode(codeOf(9)) }), (scene) => {
      const third = agreed(actorOf(scene), { coupleId: 9 });
      return outcome(withCouple(withPerson(scene, third), couple(9, [anneId, bramId, third.id])));
    });
    expect(applied.result).toBe('failed');
    expect(theCouple(await sceneOf(store, from(anne))).members).toEqual([anneId, bramId]);
  });

  it('refuses a person in two couples', async () => {
    const store = await open();
    await pairUp(store);
    const applied = await applyOne(store, from(anne), (scene) =>
      outcome(
        withCouple(
          scene,
          couple(10, [actorOf(scene).id], { invite: { code: codeOf(10), expiresAt: null, askAt: null } }),
        ),
      ),
    );
    expect(applied.result).toBe('failed');
    expect((await sceneOf(store, from(anne, { command: withCode(codeOf(10)) }))).invited).toBeNull();
  });

  it('refuses a code that leads to another couple already', async () => {
    const store = await open();
    await perform(store, from(anne), agrees(9));
    const applied = await applyOne(store, from(bram), (scene) => {
      const person = agreed(actorOf(scene), { coupleId: 10 });
      const copy = couple(10, [person.id], { invite: { code: codeOf(9), expiresAt: null, askAt: null } });
      return outcome(withCouple(withPerson(scene, person), copy));
    });
    expect(applied.result).toBe('failed');
    expect((await sceneOf(store, from('700000003', { command: withCode(codeOf(9)) }))).invited).toBe(9);
  });

  it('moves somebody from a couple of their own to the one they join', async () => {
    const store = await open();
    await perform(store, from(anne), agrees(9));
    await perform(store, from(bram), agrees(10));
    await perform(store, from(bram, { command: withCode(codeOf(9)) }), (scene, inbound, now) => {
      const joined = joins(scene, inbound, now);
      return { ...joined, scene: withoutCouple(joined.scene, 10) };
    });
    expect((await sceneOf(store, from(bram))).about).toBe(9);
    expect((await sceneOf(store, from('700000003', { command: withCode(codeOf(10)) }))).invited).toBeNull();
  });

  it('lets go of a replaced code', async () => {
    const store = await open();
    await perform(store, from(anne), agrees(9));
    await perform(store, from(anne), (scene) =>
      outcome(
        withCouple(scene, { ...theCouple(scene), invite: { code: '2NEW00000000', expiresAt: null, askAt: null } }),
      ),
    );
    const invitedBy = async (code: string) => (await sceneOf(store, from(bram, { command: withCode(code) }))).invited;
    expect([await invitedBy(codeOf(9)), await invitedBy('2NEW00000000')]).toEqual([null, 9]);
  });

  it('counts the couples of two, and people who agreed', async () => {
    const store = await open();
    await perform(store, from(anne), says({}));
    expect([await store.hasPeople(), await store.counts()]).toEqual([false, { couples: 0, unsent: 1 }]);
    await pairUp(store);
    expect([await store.hasPeople(), await store.counts()]).toEqual([true, { couples: 1, unsent: 1 }]);
    await perform(store, ofCouple(9), leavesEachOther);
    expect(await store.counts()).toMatchObject({ couples: 0 });
  });
}
