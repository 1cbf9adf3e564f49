import { describe, expect, it, onTestFinished } from 'vitest';
import type { Scene } from '../../src/core/scene.js';
import type { Applied, Inbound, Store } from '../../src/store/store.js';
import { describeOutbox } from './contract-outbox.js';
import {
  actorOf,
  agreed,
  agrees,
  anne,
  applyOne,
  bram,
  codeOf,
  couple,
  dayMs,
  deliver,
  from,
  hourMs,
  joins,
  message,
  monday,
  nothing,
  ofCouple,
  ofPerson,
  openRound,
  outcome,
  pairUp,
  perform,
  says,
  sceneOf,
  textOf,
  theCouple,
  withCode,
  withCouple,
  withoutCouple,
  withPerson,
} from './support.js';

export type OpenEmpty = () => Promise<Store>;

/** What every store must do, whatever it is made of. `openEmpty` gives a store of its own to each test. */
export function describeStore(name: string, openEmpty: OpenEmpty): void {
  const open: OpenEmpty = async () => {
    const store = await openEmpty();
    onTestFinished(() => store.close());
    return store;
  };
  describe(name, () => {
    describe('applying', () => {
      describeApplying(open);
    });
    describe('pairing', () => {
      describePairing(open);
    });
    describe('the clock', () => {
      describeClock(open);
    });
    describe('erasing', () => {
      describeErasing(open);
    });
    describe('the outbox', () => {
      describeOutbox(open);
    });
  });
}

function describeApplying(open: OpenEmpty): void {
  it('remembers what a command changed', async () => {
    const store = await open();
    await perform(store, from(anne), (scene) =>
      outcome(withPerson(scene, agreed(actorOf(scene), { zone: 'America/Paramaribo' }))),
    );
    const person = actorOf(await sceneOf(store, from(anne)));
    expect(person).toMatchObject({ name: 'Anne', zone: 'America/Paramaribo', consent: { version: 1, at: monday } });
  });

  it('begins with defaults, and in the language of the sender where it is spoken', async () => {
    const store = await open();
    const dutch = actorOf(await sceneOf(store, from(anne, { command: { type: 'stop' } })));
    const command = { type: 'start', sender: { name: 'Ann', language: 'en' }, code: null } as const;
    const english = actorOf(await sceneOf(store, from(bram, { command })));
    expect([dutch.language, english.language]).toEqual(['nl', 'en']);
    expect(dutch).toMatchObject({ consent: null, name: '', coupleId: null, zone: 'Europe/Amsterdam', answers: {} });
    expect(dutch.rhythm).toEqual({ days: 'three', minute: 1200, quietFromMinute: 1320, quietUntilMinute: 480 });
  });

  it('keeps nothing of a stranger but language and wrong guesses', async () => {
    const store = await open();
    await perform(store, from(anne), (scene) =>
      outcome(
        withPerson(scene, {
          ...actorOf(scene),
          language: 'en',
          wrongGuesses: [monday],
          name: 'Anne',
          zone: 'Asia/Tokyo',
        }),
      ),
    );
    const person = actorOf(await sceneOf(store, from(anne)));
    expect(person).toMatchObject({ language: 'en', wrongGuesses: [monday], name: '', zone: 'Europe/Amsterdam' });
  });

  it('does not remember a stranger about whom there is nothing to remember', async () => {
    const store = await open();
    const first = await sceneOf(store, from(anne));
    const second = await sceneOf(store, from(anne));
    expect(second.actor).not.toBe(first.actor);
    expect(await applyOne(store, ofPerson(first.actor ?? 0), nothing)).toEqual({ result: 'seen' });
  });

  it('answers a stranger at the address they write from', async () => {
    const store = await open();
    await perform(store, from(anne), says({ text: 'Dag' }));
    const [row] = await store.claim(monday, ['reply'], 10);
    expect(row?.params).toEqual({ chat_id: Number(anne), text: 'Dag' });
  });

  it('changes nothing when an update is seen again', async () => {
    const store = await open();
    const update = from(anne);
    await perform(store, update, says({ text: 'een keer' }));
    expect(await applyOne(store, update, says({ text: 'twee keer' }))).toEqual({ result: 'seen' });
    expect((await deliver(store)).map(textOf)).toEqual(['een keer']);
  });

  it('applies what the clock says as often as it says it', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    await perform(store, ofCouple(9), says({ to: anneId }));
    await perform(store, ofCouple(9), says({ to: anneId }));
    expect(await deliver(store)).toHaveLength(2);
  });

  it('rolls back only the update whose rule throws, and says the neutral sentence instead', async () => {
    const store = await open();
    const updates = [from(anne), from(bram), from('700000003')];
    const applied = await store.apply(
      updates,
      (scene, inbound) => {
        if (inbound === updates[1]) throw new Error('poison');
        return says({ text: 'gelukt' })(scene, inbound);
      },
      monday,
      (_, person) => [message(person, { text: 'Er ging iets mis.' })],
    );
    expect(applied.map(({ result }) => result)).toEqual(['applied', 'failed', 'applied']);
    expect(applied[1]).toMatchObject({ error: new Error('poison') });
    const sent = await deliver(store);
    expect(sent.map(({ params }) => [params['chat_id'], params['text']])).toEqual([
      [Number(anne), 'gelukt'],
      [Number(bram), 'Er ging iets mis.'],
      [700000003, 'gelukt'],
    ]);
    expect(await applyOne(store, updates[1] ?? from(bram), nothing)).toEqual({ result: 'seen' });
  });

  it('keeps nothing of an update whose outcome cannot be stored', async () => {
    const store = await open();
    await perform(store, from(anne), agrees());
    const applied = await applyOne(store, from(anne), (scene) => {
      const renamed = { ...actorOf(scene), name: 'Anders' };
      return outcome(withPerson(scene, renamed), { outgoing: [message(renamed.id), message(424242)] });
    });
    expect(applied.result).toBe('failed');
    expect(actorOf(await sceneOf(store, from(anne))).name).toBe('Anne');
    expect(await deliver(store)).toEqual([]);
  });

  it('lets a later update of a batch see what an earlier one did', async () => {
    const store = await open();
    const names: string[] = [];
    await store.apply(
      [from(anne), from(anne), from(anne)],
      (scene) => {
        const person = actorOf(scene);
        names.push(person.name);
        return outcome(withPerson(scene, agreed(person, { name: `${person.name}I` })));
      },
      monday,
      () => [],
    );
    expect(names).toEqual(['', 'I', 'II']);
  });

  it('forgets updates after seven days', async () => {
    const store = await open();
    const update = from(anne);
    await perform(store, update, nothing);
    await store.tidy(monday + 6 * dayMs);
    expect((await applyOne(store, update, nothing)).result).toBe('seen');
    await store.tidy(monday + 8 * dayMs);
    expect((await applyOne(store, update, nothing)).result).toBe('applied');
  });
}

function describePairing(open: OpenEmpty): void {
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
    const empty = couple(77, [], { invite: { code: codeOf(77), expiresAt: null } });
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
      outcome(withCouple(scene, couple(10, [actorOf(scene).id], { invite: { code: codeOf(10), expiresAt: null } }))),
    );
    expect(applied.result).toBe('failed');
    expect((await sceneOf(store, from(anne, { command: withCode(codeOf(10)) }))).invited).toBeNull();
  });

  it('refuses a code that leads to another couple already', async () => {
    const store = await open();
    await perform(store, from(anne), agrees(9));
    const applied = await applyOne(store, from(bram), (scene) => {
      const person = agreed(actorOf(scene), { coupleId: 10 });
      const copy = couple(10, [person.id], { invite: { code: codeOf(9), expiresAt: null } });
      return outcome(withCouple(withPerson(scene, person), copy));
    });
    expect(applied.result).toBe('failed');
    expect((await sceneOf(store, from('700000003', { command: withCode(codeOf(9)) }))).invited).toBe(9);
  });

  it('moves somebody from a couple of their own to the one they join', async () => {
    const store = await open();
    await perform(store, from(anne), agrees(9));
    await perform(store, from(bram), agrees(10));
    await perform(store, from(bram, { command: withCode(codeOf(9)) }), (scene, inbound) => {
      const joined = joins(scene, inbound);
      return { ...joined, scene: withoutCouple(joined.scene, 10) };
    });
    expect((await sceneOf(store, from(bram))).about).toBe(9);
    expect((await sceneOf(store, from('700000003', { command: withCode(codeOf(10)) }))).invited).toBeNull();
  });

  it('lets go of a replaced code', async () => {
    const store = await open();
    await perform(store, from(anne), agrees(9));
    await perform(store, from(anne), (scene) =>
      outcome(withCouple(scene, { ...theCouple(scene), invite: { code: '2NEW00000000', expiresAt: null } })),
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

/** The couple is gone, its people stay. */
const leavesEachOther = (scene: Scene) => {
  const people = Object.fromEntries(
    Object.entries(scene.people).map(([id, person]) => [id, { ...person, coupleId: null }]),
  );
  return outcome({ ...scene, people, couples: {} });
};

function describeClock(open: OpenEmpty): void {
  const seedCouples = async (store: Store) => {
    for (const [index, wakeAt] of [300, 100, 200, null].entries()) {
      await perform(store, from(`90000000${index}`), (scene, inbound) => {
        const after = agrees(index + 1)(scene, inbound);
        return { ...after, wakeAt: { [index + 1]: wakeAt } };
      });
    }
  };

  it('names the couples that are due, the longest overdue first', async () => {
    const store = await open();
    await seedCouples(store);
    expect(await store.nextDueAt()).toBe(100);
    expect(await store.due(99, 10)).toEqual([]);
    expect(await store.due(200, 10)).toEqual([2, 3]);
    expect(await store.due(1000, 2)).toEqual([2, 3]);
  });

  it('keeps the wake time of a couple that an outcome does not mention', async () => {
    const store = await open();
    await seedCouples(store);
    await perform(store, ofCouple(1), nothing);
    expect(await store.due(1000, 10)).toEqual([2, 3, 1]);
    await perform(store, ofCouple(1), (scene) => outcome(scene, { wakeAt: { 1: null } }));
    expect(await store.due(1000, 10)).toEqual([2, 3]);
  });

  it('leaves a couple whose wake-up fails alone for a while', async () => {
    const store = await open();
    await seedCouples(store);
    const applied = await applyOne(
      store,
      ofCouple(2),
      () => {
        throw new Error('poison');
      },
      1000,
    );
    expect(applied.result).toBe('failed');
    expect(await store.due(1000, 10)).toEqual([3, 1]);
    expect(await store.due(1000 + hourMs, 10)).toEqual([3, 1, 2]);
  });

  it('does nothing for a couple that is gone', async () => {
    const store = await open();
    const applied: Applied = await applyOne(store, ofCouple(12345), nothing);
    expect(applied).toEqual({ result: 'seen' });
  });

  it('names the couples with an open round, page by page', async () => {
    const store = await open();
    await seedCouples(store);
    for (const id of [1, 2, 4]) {
      await perform(store, ofCouple(id), (scene) =>
        outcome(withCouple(scene, { ...theCouple(scene), round: openRound })),
      );
    }
    expect(await store.withOpenRound(0, 2)).toEqual([1, 2]);
    expect(await store.withOpenRound(2, 2)).toEqual([4]);
  });

  it('remembers when the bot last said it was alive', async () => {
    const store = await open();
    expect(await store.lastAliveAt()).toBeNull();
    await store.markAlive(monday);
    await store.markAlive(monday + 60_000);
    expect(await store.lastAliveAt()).toBe(monday + 60_000);
  });
}

function describeErasing(open: OpenEmpty): void {
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
}
