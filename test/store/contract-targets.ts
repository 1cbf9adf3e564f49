import { expect, it } from 'vitest';
import type { OpenEmpty } from './contract.js';
import { claim, settleAll, write, type Message } from './outbox-support.js';
import { anne, dayMs, deliver, hourMs, monday, pairUp, textOf } from './support.js';

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

  it('lets an edit wait for its message in the lane of that, and nothing else with it', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    await write(store, anneId, { card: 'open:r1', lane: 'reveal' }, edit('open:r1'), { text: 'meteen' });
    const begun = await claim(store);
    expect(begun.map(({ lane, kind }) => [lane, kind])).toEqual([
      ['reply', 'send'],
      ['reveal', 'send'],
    ]);
    await settleAll(store, begun, { as: 'sent', messageId: 77 });
    expect((await deliver(store)).map(({ kind, params }) => [kind, params['message_id']])).toEqual([['edit', 77]]);
  });

  it('sends a newer message instead of an older one of the same card that waits', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    const later = monday + dayMs;
    await write(store, anneId, { text: 'straks', card: 'prompt:r1', lane: 'scheduled', notBefore: later });
    await write(store, anneId, edit('prompt:r1'), { text: 'nu', card: 'prompt:r1' });
    expect((await deliver(store)).map(textOf)).toEqual(['nu']);
    expect(await deliver(store, later)).toEqual([]);
  });

  it('drops an edit of a message that never arrived', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    await write(store, anneId, { card: 'open:r1', lane: 'reveal' }, edit('open:r1'), { text: 'daarna' });
    await settleAll(store, await store.claim(monday, ['reveal'], 10), { as: 'dropped' });
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
