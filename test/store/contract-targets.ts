import { expect, it } from 'vitest';
import type { OpenEmpty } from './contract.js';
import { claim, settleAll, write, type Message } from './outbox-support.js';
import { anne, deliver, hourMs, monday, pairUp, textOf } from './support.js';

export function describeTargets(open: OpenEmpty): void {
  const edit = (card: string, more: Message = {}): Message => ({
    kind: 'edit',
    method: 'editMessageText',
    card,
    ...more,
  });
  const remove = (card: string): Message => ({ kind: 'delete', method: 'deleteMessage', card, params: {} });

  it('edits the newest message of that card, by the id it was sent under', async () => {
    const store = await open();
    const { anneId, bramId } = await pairUp(store);
    await write(store, anneId, { card: 'draft:r1' });
    await settleAll(store, await claim(store), { as: 'sent', messageId: 41 });
    await write(store, anneId, { card: 'draft:r1' });
    await settleAll(store, await claim(store), { as: 'sent', messageId: 42 });
    await write(store, bramId, { card: 'draft:r1' });
    await write(store, anneId, edit('draft:r1', { text: 'nieuw' }));
    const rows = await store.claim(monday, ['reply'], 10);
    expect(rows.find(({ kind }) => kind === 'edit')?.params).toEqual({
      chat_id: Number(anne),
      message_id: 42,
      text: 'nieuw',
    });
  });

  it('lets an edit wait for its message, also in another lane', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    await write(store, anneId, { card: 'open:r1', lane: 'reveal' }, edit('open:r1'), { text: 'daarna' });
    const [reveal, ...others] = await claim(store);
    expect([reveal?.lane, others]).toEqual(['reveal', []]);
    await settleAll(store, reveal === undefined ? [] : [reveal], { as: 'sent', messageId: 77 });
    const after = await deliver(store);
    expect(after.map(({ kind, params }) => [kind, params['message_id']])).toEqual([
      ['edit', 77],
      ['send', undefined],
    ]);
  });

  it('drops an edit of a message that never arrived', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    await write(store, anneId, { card: 'open:r1', lane: 'reveal' }, edit('open:r1'), { text: 'daarna' });
    await settleAll(store, await claim(store), { as: 'dropped' });
    expect((await deliver(store)).map(textOf)).toEqual(['daarna']);
    await write(store, anneId, edit('open:r1'), edit('onbekend'));
    expect(await deliver(store)).toEqual([]);
  });

  it('drops an edit of a message that is forgotten by the time it could go', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    await write(store, anneId, { card: 'draft:r1' });
    await settleAll(store, await claim(store), { as: 'sent', messageId: 41 });
    await write(store, anneId, edit('draft:r1'), { text: 'daarna' });
    await store.tidy(monday + 30 * 24 * hourMs);
    expect((await deliver(store)).map(textOf)).toEqual(['daarna']);
  });

  it('cancels a message that is to be deleted before it was ever tried', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    await write(store, anneId, { text: 'oud', card: 'draft:r1' }, edit('draft:r1'));
    await write(store, anneId, remove('draft:r1'), { text: 'nieuw', card: 'draft:r1' });
    expect((await deliver(store)).map(textOf)).toEqual(['nieuw']);
  });

  it('deletes a message that may have arrived once that is known', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    await write(store, anneId, { text: 'oud', card: 'draft:r1' });
    const inFlight = await claim(store);
    await write(store, anneId, remove('draft:r1'));
    expect(await claim(store)).toEqual([]);
    await settleAll(store, inFlight, { as: 'sent', messageId: 61 });
    expect((await deliver(store)).map(({ kind, params }) => [kind, params])).toEqual([
      ['delete', { chat_id: Number(anne), message_id: 61 }],
    ]);
  });
}
