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
  keptAt: null,
});
const leafs = () => from(anne, { command: { type: 'showBook' } });
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

  it('gives the book of both to what needs both, and joins nobody who is not a couple', async () => {
    const store = await open();
    const { anneId, bramId } = await pairUp(store);
    const book = [
      ...kept(anneId, entry('een', monday + 90 * dayMs)),
      ...kept(bramId, entry('een', monday + 90 * dayMs), entry('voorbij', monday - 1)),
    ];
    await perform(store, from(anne), (scene) => outcome(scene, { book }));
    const both = await sceneOf(store, leafs());
    expect([both.book.map(({ round }) => round), both.otherBook.map(({ round }) => round)]).toEqual([['een'], ['een']]);
    expect((await sceneOf(store, asks())).otherBook).toEqual([]);
    const alone = await sceneOf(store, from('700000003', { command: { type: 'showBook' } }));
    expect([alone.book, alone.otherBook]).toEqual([[], []]);
  });

  it('takes a page out of one book, and leaves the rest', async () => {
    const store = await open();
    const { anneId, bramId } = await pairUp(store);
    const until = monday + 90 * dayMs;
    const book = [...kept(anneId, entry('een', until), entry('twee', until)), ...kept(bramId, entry('een', until))];
    await perform(store, from(anne), (scene) => outcome(scene, { book }));
    await perform(store, from(anne), (scene) =>
      outcome(scene, { book: [{ kind: 'drop', person: anneId, round: 'een' }] }),
    );
    const left = await sceneOf(store, leafs());
    expect([left.book, left.otherBook]).toEqual([[entry('twee', until)], [entry('een', until)]]);
  });

  it('keeps what both keep past the time of its words, and through a shorter wish', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    const book = kept(anneId, entry('een', monday + 90 * dayMs), entry('twee', monday + 90 * dayMs));
    await perform(store, from(anne), (scene) => outcome(scene, { book }));
    const holds = { kind: 'hold', person: anneId, round: 'een', at: monday + dayMs } as const;
    await perform(store, from(anne), (scene) => outcome(scene, { book: [holds] }));
    const held = { ...entry('een', monday + 181 * dayMs), keptAt: monday + dayMs };
    expect((await sceneOf(store, asks())).book).toEqual([held, entry('twee', monday + 90 * dayMs)]);
    const shortens = { kind: 'shorten', person: anneId, days: 7 } as const;
    await perform(store, from(anne), (scene) =>
      outcome(scene, { book: [shortens], rekeyed: [{ people: [anneId], couples: [] }] }),
    );
    await store.tidy(monday + 8 * dayMs);
    expect((await sceneOf(store, asks())).book).toEqual([held]);
    await store.tidy(monday + 181 * dayMs);
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
