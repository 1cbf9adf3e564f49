import { expect, it } from 'vitest';
import type { BookEntry } from '../../src/core/scene.js';
import type { PersonId } from '../../src/core/ids.js';
import type { OpenEmpty } from './contract.js';
import { outcome } from '../support/outgoing.js';
import { anne, dayMs, deliver, from, message, monday, pairUp, perform, sceneOf } from './support.js';

const entry = (round: string, until: number): BookEntry => ({
  round,
  scenario: 'begin',
  askedAt: monday,
  openedAt: monday,
  answer: { state: 'sealed', pieces: [{ kind: 'text', at: null, messageId: 1, text: round }], picks: [], step: 1 },
  until,
});
const asks = () => from(anne, { command: { type: 'exportData' } });

export function describeBook(open: OpenEmpty): void {
  const kept = (person: PersonId, ...entries: readonly BookEntry[]) =>
    entries.map((one) => ({ kind: 'keep', person, entry: one }) as const);

  it('gives somebody their own book, until its time is up', async () => {
    const store = await open();
    const { anneId, bramId } = await pairUp(store);
    const book = [
      ...kept(anneId, entry('een', monday + 90 * dayMs), entry('twee', monday - 1)),
      ...kept(bramId, entry('van Bram', monday + 90 * dayMs)),
    ];
    await perform(store, from(anne), (scene) => outcome(scene, { book }));
    expect((await sceneOf(store, asks())).book).toEqual([entry('een', monday + 90 * dayMs)]);
    expect((await sceneOf(store, from(anne))).book).toEqual([]);
    await perform(store, from(anne), (scene) =>
      outcome(scene, {
        book: [{ kind: 'shorten', person: anneId, days: 30 }],
        rekeyed: [{ people: [anneId], couples: [] }],
      }),
    );
    expect((await sceneOf(store, asks())).book).toEqual([entry('een', monday + 30 * dayMs)]);
    await store.tidy(monday + 31 * dayMs);
    expect((await sceneOf(store, asks())).book).toEqual([]);
  });

  it('sends what waits also when its person has another key by then', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    await perform(store, from(anne), (scene) => outcome(scene, { outgoing: [message(anneId, { text: 'straks' })] }));
    await perform(store, from(anne), (scene) => outcome(scene, { rekeyed: [{ people: [anneId], couples: [] }] }));
    expect((await deliver(store)).map(({ params }) => params['text'])).toEqual(['straks']);
  });

  it('takes away what somebody and the bot sent, by number', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    await perform(store, from(anne, { ownMessageId: 7 }), (scene) =>
      outcome(scene, { outgoing: [message(anneId, { text: 'dag' })] }),
    );
    const [sent] = await deliver(store);
    await perform(store, from(anne), (scene) => outcome(scene, { cleared: [anneId] }));
    const [call] = await deliver(store);
    expect(call).toMatchObject({ method: 'deleteMessages', params: { message_ids: [7, 1000 + (sent?.id ?? 0)] } });
  });

  it('takes away what was tapped, also before it is known to have arrived', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    await perform(store, from(anne), (scene) => outcome(scene, { outgoing: [message(anneId, { text: 'zeker?' })] }));
    const [flying] = await store.claim(monday, ['reply'], 1);
    const tap = from(anne, { callbackQueryId: 'q', messageId: 12 });
    await perform(store, tap, (scene) => outcome(scene, { cleared: [anneId] }));
    await store.settle([{ row: flying?.id ?? 0, as: 'sent', messageId: 12 }], monday);
    const [call] = await deliver(store);
    expect(call).toMatchObject({ method: 'deleteMessages', params: { message_ids: [12] } });
  });
}
