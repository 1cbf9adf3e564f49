import { expect, it } from 'vitest';
import type { PersonId } from '../../src/core/ids.js';
import type { Outcome, Outgoing, Store } from '../../src/store/store.js';
import type { OpenEmpty } from './contract.js';
import { claim, sent, settleAll, write } from './outbox-support.js';
import { outcome } from '../support/outgoing.js';
import { actorOf, deliver, hourMs, message, monday, ofPerson, pairUp, perform, textOf, withPerson } from './support.js';

export function describeTakingBack(open: OpenEmpty): void {
  const recall = (store: Store, person: PersonId, lanes: readonly Outgoing['lane'][]) =>
    perform(store, ofPerson(person), (scene) => outcome(scene, { recalls: [{ person, lanes }] }));

  it('takes back what is unsent in the lanes named', async () => {
    const store = await open();
    const { anneId, bramId } = await pairUp(store);
    await write(store, anneId, { text: 'prompt', lane: 'scheduled' }, { text: 'antwoord' });
    await write(store, bramId, { text: 'van Bram', lane: 'scheduled' });
    await recall(store, anneId, ['scheduled']);
    expect((await deliver(store)).map(textOf).sort()).toEqual(['antwoord', 'van Bram']);
  });

  it('writes what an outcome says after what it takes back', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    await write(store, anneId, { text: 'oud' });
    await perform(store, ofPerson(anneId), (scene) =>
      outcome(scene, {
        recalls: [{ person: anneId, lanes: ['reply'] }],
        outgoing: [message(anneId, { text: 'vaarwel' })],
      }),
    );
    expect((await deliver(store)).map(textOf)).toEqual(['vaarwel']);
  });

  it('does not try again what was in flight when it was taken back', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    await write(store, anneId, { text: 'onderweg', lane: 'scheduled' });
    const inFlight = await claim(store);
    await recall(store, anneId, ['scheduled']);
    await settleAll(store, inFlight, { as: 'retry', notBefore: monday });
    expect(await claim(store)).toEqual([]);
    expect(await store.nextSendAt()).toBeNull();
  });

  it('takes back what had been tried in vain, and lets an edit in another lane go', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    await write(store, anneId, { text: 'prompt', lane: 'scheduled', card: 'prompt:r1' });
    await settleAll(store, await claim(store), { as: 'retry', notBefore: monday });
    await write(store, anneId, { kind: 'edit', method: 'editMessageText', card: 'prompt:r1' }, { text: 'daarna' });
    await recall(store, anneId, ['scheduled']);
    expect((await deliver(store)).map(textOf)).toEqual(['daarna']);
  });

  it('keeps what is held until it is released, and then goes in the order written', async () => {
    const store = await open();
    const { anneId, bramId } = await pairUp(store);
    await write(store, anneId, { text: 'een', lane: 'reveal' }, { text: 'twee', lane: 'reveal' });
    await settleAll(store, await claim(store), { as: 'held' });
    await settleAll(store, await claim(store), { as: 'held' });
    await write(store, anneId, { text: 'drie', lane: 'reveal' });
    expect(await store.counts()).toMatchObject({ unsent: 3 });
    await perform(store, ofPerson(bramId), (scene) => outcome(scene, { releases: [anneId] }), monday + hourMs);
    expect((await deliver(store, monday + hourMs)).map(textOf)).toEqual(['een', 'twee', 'drie']);
  });

  it('never has two rows of a lane in flight, also when rows are released meanwhile', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    await write(store, anneId, { text: 'een' });
    await settleAll(store, await claim(store), { as: 'held' });
    await write(store, anneId, { text: 'twee' });
    const inFlight = await claim(store);
    await perform(store, ofPerson(anneId), (scene) => outcome(scene, { releases: [anneId] }));
    await write(store, anneId, { text: 'drie' });
    expect(await claim(store)).toEqual([]);
    await settleAll(store, inFlight, sent);
    expect((await deliver(store)).map(textOf)).toEqual(['een', 'drie']);
  });

  it('sends again after a crash what was never settled, but not a nudge', async () => {
    const store = await open();
    const { anneId, bramId } = await pairUp(store);
    await write(store, anneId, { text: 'antwoord' });
    await write(store, bramId, { text: 'por', isNudge: true }, { text: 'na de por' });
    await claim(store);
    await store.recover(monday + 1000);
    expect((await claim(store, monday + 1000)).map(textOf).sort()).toEqual(['antwoord', 'na de por']);
  });

  it('keeps what is opened to somebody who cannot be reached, also when they could be, until they say so', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    const set = (isUnreachable: boolean, more: Partial<Outcome>) =>
      perform(store, ofPerson(anneId), (scene) =>
        outcome(withPerson(scene, { ...actorOf(scene), isUnreachable }), more),
      );
    await write(store, anneId, { lane: 'reveal', text: 'van voor die tijd' });
    await set(true, { outgoing: [message(anneId, { lane: 'reveal', text: 'van daarna' })] });
    expect(await deliver(store)).toEqual([]);
    expect(await store.nextSendAt()).toBeNull();
    await set(false, { releases: [anneId] });
    expect((await deliver(store)).map(textOf)).toEqual(['van voor die tijd', 'van daarna']);
  });
}
