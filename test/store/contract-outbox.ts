import { expect, it } from 'vitest';
import type { Instant, PersonId } from '../../src/core/scene.js';
import type { Outgoing, Row, Settlement, Store } from '../../src/store/store.js';
import type { OpenEmpty } from './contract.js';
import {
  agrees,
  allLanes,
  anne,
  applyOne,
  bram,
  dayMs,
  deliver,
  from,
  hourMs,
  message,
  monday,
  ofPerson,
  outcome,
  pairUp,
  perform,
  says,
  sceneOf,
  textOf,
} from './support.js';

type Message = Partial<Outgoing> & { readonly text?: string };

export function describeOutbox(open: OpenEmpty): void {
  describeOrder(open);
  describeTargets(open);
  describeTakingBack(open);
  describeKeeping(open);
}

async function write(store: Store, person: PersonId, ...messages: readonly Message[]): Promise<void> {
  await perform(store, ofPerson(person), says(...messages));
}

const claim = (store: Store, now: Instant = monday, limit = 100) => store.claim(now, allLanes, limit);

async function settleAll(store: Store, rows: readonly Row[], how: Omit<Settlement, 'row'>): Promise<void> {
  await store.settle(
    rows.map(({ id }) => ({ ...how, row: id }) as Settlement),
    monday,
  );
}

const sent = { as: 'sent', messageId: 55 } as const;

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
    await settleAll(store, await claim(store), { as: 'retry', notBefore: monday + 5000 } as Omit<Settlement, 'row'>);
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
    await settleAll(store, rows, { as: 'sent', messageId: null } as Omit<Settlement, 'row'>);
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

function describeTargets(open: OpenEmpty): void {
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
    await settleAll(store, await claim(store), { as: 'sent', messageId: 41 } as Omit<Settlement, 'row'>);
    await write(store, anneId, { card: 'draft:r1' });
    await settleAll(store, await claim(store), { as: 'sent', messageId: 42 } as Omit<Settlement, 'row'>);
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
    await settleAll(store, reveal === undefined ? [] : [reveal], { as: 'sent', messageId: 77 } as Omit<
      Settlement,
      'row'
    >);
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
    await settleAll(store, inFlight, { as: 'sent', messageId: 61 } as Omit<Settlement, 'row'>);
    expect((await deliver(store)).map(({ kind, params }) => [kind, params])).toEqual([
      ['delete', { chat_id: Number(anne), message_id: 61 }],
    ]);
  });
}

function describeTakingBack(open: OpenEmpty): void {
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
    await settleAll(store, inFlight, { as: 'retry', notBefore: monday } as Omit<Settlement, 'row'>);
    expect(await claim(store)).toEqual([]);
    expect(await store.nextSendAt()).toBeNull();
  });

  it('takes back what had been tried in vain, and lets an edit in another lane go', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    await write(store, anneId, { text: 'prompt', lane: 'scheduled', card: 'prompt:r1' });
    await settleAll(store, await claim(store), { as: 'retry', notBefore: monday } as Omit<Settlement, 'row'>);
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

  it('settles nothing twice', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    await write(store, anneId, { text: 'een' });
    const rows = await claim(store);
    await settleAll(store, rows, sent);
    await settleAll(store, rows, { as: 'retry', notBefore: monday } as Omit<Settlement, 'row'>);
    expect([await claim(store), await store.nextSendAt(), await store.counts()]).toEqual([
      [],
      null,
      { couples: 1, unsent: 0 },
    ]);
  });
}
