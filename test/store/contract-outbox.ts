import { expect, it } from 'vitest';
import type { PersonId } from '../../src/core/ids.js';
import type { Lane, Row, Store } from '../../src/store/store.js';
import type { OpenEmpty } from './contract.js';
import { outcome, outgoing } from '../support/outgoing.js';
import { claim, sent, settleAll, write } from './outbox-support.js';
import {
  agrees,
  anne,
  applyOne,
  bram,
  dayMs,
  deliver,
  from,
  hourMs,
  monday,
  ofPerson,
  pairUp,
  perform,
  says,
  sceneOf,
  textOf,
} from './support.js';

export function describeOutbox(open: OpenEmpty): void {
  describeOrder(open);
  describeKeeping(open);
}

function describeOrder(open: OpenEmpty): void {
  it('gives out one row a person and lane at a time, in the order they were written', async () => {
    const store = await open();
    const { anneId, bramId } = await pairUp(store);
    await write(store, anneId, { text: 'a1' }, { text: 'a2' }, { text: 'a3', lane: 'reveal' });
    await write(store, bramId, { text: 'b1' });
    const first = await claim(store);
    expect(first.map(textOf)).toEqual(['a1', 'b1', 'a3']);
    expect(await claim(store)).toEqual([]);
    await settleAll(store, first.slice(0, 1), sent);
    expect((await claim(store)).map(textOf)).toEqual(['a2']);
  });

  it('gives out only the lanes asked for, and no more than asked for', async () => {
    const store = await open();
    const { anneId, bramId } = await pairUp(store);
    await write(store, anneId, { text: 'a' }, { text: 'avond', lane: 'scheduled' });
    await write(store, bramId, { text: 'b' });
    expect((await store.claim(monday, ['scheduled'], 10)).map(textOf)).toEqual(['avond']);
    expect((await store.claim(monday, ['reply'], 1)).map(textOf)).toEqual(['a']);
    expect((await store.claim(monday, ['reply'], 1)).map(textOf)).toEqual(['b']);
  });

  it('hands over what may go at once with what it applies, or leaves it to the next claim', async () => {
    const store = await open();
    const { anneId, bramId } = await pairUp(store);
    const taken: Row[] = [];
    const take = (rows: readonly Row[]) => void taken.push(...rows);
    const put = (...texts: readonly [PersonId, string, Lane][]) =>
      store.apply(
        [from(anne)],
        (scene) =>
          outcome(scene, { outgoing: texts.map(([to, text, lane]) => outgoing(to, { lane, params: { text } })) }),
        monday,
        () => [],
        { lanes: ['reply', 'reveal'], limit: 2, take },
      );
    await put([anneId, 'a1', 'reply'], [anneId, 'a2', 'reply'], [bramId, 'avond', 'scheduled'], [bramId, 'b', 'reply']);
    expect(taken.length).toBeLessThanOrEqual(2);
    const claimed = await claim(store);
    expect([...taken, ...claimed].map(textOf).toSorted()).toEqual(['a1', 'avond', 'b']);
    await settleAll(store, [...taken, ...claimed], sent);
    expect((await claim(store)).map(textOf)).toEqual(['a2']);
  });

  it('tells everything a courier needs', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    await write(store, anneId, { lane: 'scheduled', isNudge: true, notBefore: monday - 5, dropAfter: monday + 5 });
    const [row] = await claim(store);
    expect(row).toEqual({
      id: row?.id,
      person: anneId,
      lane: 'scheduled',
      kind: 'send',
      method: 'sendMessage',
      params: { chat_id: Number(anne), text: 'Dag' },
      attempts: 1,
      isNudge: true,
      notBefore: monday - 5,
      dropAfter: monday + 5,
      quiet: null,
    });
  });

  it('waits for not-before, and says until when', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    expect(await store.nextSendAt()).toBeNull();
    await write(store, anneId, { text: 'straks', notBefore: monday + hourMs }, { text: 'daarna' });
    expect(await claim(store)).toEqual([]);
    expect(await store.nextSendAt()).toBe(monday + hourMs);
    expect((await deliver(store, monday + hourMs)).map(textOf)).toEqual(['straks', 'daarna']);
  });

  it('tries a row again at its time, before what was written after it', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    await write(store, anneId, { text: 'een' }, { text: 'twee' });
    await settleAll(store, await claim(store), { as: 'retry', notBefore: monday + 5000 });
    expect(await claim(store, monday + 4999)).toEqual([]);
    const again = await claim(store, monday + 5000);
    expect(again.map(({ attempts, params }) => [attempts, params['text']])).toEqual([[2, 'een']]);
  });

  it('drops what is too late, and goes on with what comes after it', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    await write(store, anneId, { text: 'te laat', dropAfter: monday + 10 }, { text: 'op tijd' });
    expect((await claim(store, monday + 10)).map(textOf)).toEqual(['op tijd']);
  });

  it('drops any number of late rows within a few claims', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    await write(store, anneId, ...Array.from({ length: 300 }, () => ({ dropAfter: monday + 10 })), { text: 'op tijd' });
    const found: Row[] = [];
    for (let turn = 0; turn < 30 && found.length === 0; turn += 1) found.push(...(await claim(store, monday + 10)));
    expect(found.map(textOf)).toEqual(['op tijd']);
  });

  it('answers a callback query beside the lanes, with the id of the tap', async () => {
    const store = await open();
    await perform(store, from(anne), agrees());
    const answer = { kind: 'answer', method: 'answerCallbackQuery', params: { text: 'ok' } } as const;
    await perform(store, from(anne, { callbackQueryId: 'q1' }), says({ text: 'bericht' }, answer));
    await perform(store, from(anne), says(answer));
    const rows = await store.claim(monday, ['answer'], 10);
    expect(rows.map(({ params }) => params)).toEqual([{ callback_query_id: 'q1', text: 'ok' }]);
    expect((await store.claim(monday, ['reply'], 10)).map(textOf)).toEqual(['bericht']);
    await settleAll(store, rows, { as: 'sent', messageId: null });
    expect(await store.claim(monday, ['answer'], 10)).toEqual([]);
  });

  it('refuses a second prompt to a person on one local date', async () => {
    const store = await open();
    const { anneId, bramId } = await pairUp(store);
    const prompt = { lane: 'scheduled', localDate: '2026-11-23' } as const;
    await write(store, anneId, { ...prompt, text: 'eerste' });
    expect((await applyOne(store, ofPerson(anneId), says({ ...prompt, text: 'tweede' }))).result).toBe('failed');
    await write(store, bramId, prompt);
    await write(store, anneId, { ...prompt, localDate: '2026-11-25', text: 'derde' });
    expect((await deliver(store)).filter(({ person }) => person === anneId).map(textOf)).toEqual(['eerste', 'derde']);
  });
}

function describeKeeping(open: OpenEmpty): void {
  const cardOf = async (store: Store, messageId: number) => (await sceneOf(store, from(anne, { messageId }))).card;

  it('knows a message of the bot by the card it was sent as, for fifteen days when it is a prompt', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    await write(store, anneId, { card: 'prompt:r1' }, { card: 'hulp' });
    const [prompt, help] = await deliver(store);
    const ids = [prompt, help].map((row) => 1000 + (row?.id ?? 0)) as [number, number];
    expect([await cardOf(store, ids[0]), await cardOf(store, ids[1]), await cardOf(store, 4)]).toEqual([
      'prompt:r1',
      'hulp',
      null,
    ]);
    expect((await sceneOf(store, from(bram, { messageId: ids[0] }))).card).toBeNull();
    await store.tidy(monday + 3 * dayMs);
    expect([await cardOf(store, ids[0]), await cardOf(store, ids[1])]).toEqual(['prompt:r1', null]);
    await store.tidy(monday + 16 * dayMs);
    expect(await cardOf(store, ids[0])).toBeNull();
  });

  it('knows of a breather for a day', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    await write(store, anneId, { card: 'breather' });
    const [row] = await deliver(store);
    const id = 1000 + (row?.id ?? 0);
    expect(await cardOf(store, id)).toBe('breather');
    await store.tidy(monday + dayMs + 60_000);
    expect(await cardOf(store, id)).toBeNull();
  });

  it('settles nothing twice', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    await write(store, anneId, { text: 'een' });
    const rows = await claim(store);
    await settleAll(store, rows, sent);
    await settleAll(store, rows, { as: 'retry', notBefore: monday });
    expect([await claim(store), await store.nextSendAt(), await store.counts()]).toEqual([
      [],
      null,
      { couples: 1, unsent: 0 },
    ]);
  });
}
