import { expect, it } from 'vitest';
import type { OpenEmpty } from './contract.js';
import { outcome } from '../support/outgoing.js';
import {
  actorOf,
  agreed,
  agrees,
  anne,
  applyOne,
  bram,
  dayMs,
  deliver,
  from,
  message,
  monday,
  nothing,
  ofCouple,
  ofPerson,
  pairUp,
  perform,
  says,
  sceneOf,
  textOf,
  withPerson,
} from './support.js';

export function describeApplying(open: OpenEmpty): void {
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
    const origin = { from: 'address', address: bram, language: 'en' } as const;
    const english = actorOf(
      await sceneOf(store, from(bram, { origin, command: { type: 'inform', about: 'privacy' } })),
    );
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

  it('says nothing to a stranger who is not writing: their address is not stored', async () => {
    const store = await open();
    const { actor } = await perform(store, from(anne), says({ text: 'Dag' }));
    await perform(store, ofPerson(actor ?? 0), says({ text: 'Ben je er nog?' }));
    expect((await deliver(store)).map(textOf)).toEqual(['Dag']);
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
      (scene, inbound, now) => {
        if (inbound === updates[1]) throw new Error('poison');
        return says({ text: 'gelukt' })(scene, inbound, now);
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

  it('takes nothing from the updates around one whose outcome cannot be stored', async () => {
    const store = await open();
    const updates = [from(anne), from(bram), from(anne), from(bram)];
    const applied = await store.apply(
      updates,
      (scene, inbound) => {
        if (inbound === updates[1]) return outcome(scene, { outgoing: [message(424242)] });
        const person = actorOf(scene);
        return outcome(withPerson(scene, agreed(person, { name: `${person.name}I` })), {
          outgoing: [message(person.id, { text: `${person.name}I` })],
        });
      },
      monday,
      (_, person) => [message(person, { text: 'Er ging iets mis.' })],
    );
    expect(applied.map(({ result }) => result)).toEqual(['applied', 'failed', 'applied', 'applied']);
    const sent = await deliver(store);
    const heard = (who: string) =>
      sent.filter(({ params }) => params['chat_id'] === Number(who)).map(({ params }) => params['text']);
    expect(heard(anne)).toEqual(['I', 'II']);
    expect(heard(bram)).toEqual(['Er ging iets mis.', 'I']);
    for (const update of updates) expect(await applyOne(store, update, nothing)).toEqual({ result: 'seen' });
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
