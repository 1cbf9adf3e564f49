import { describe, expect, it } from 'vitest';
import type { Row, Store } from '../../src/store/store.js';
import type { OpenEmpty } from './contract.js';
import { claim, settleAll, write, type Message } from './outbox-support.js';
import { outcome } from '../support/outgoing.js';
import {
  anne,
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

  it('edits from then on the message that was sent in the place of one that was gone', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    await write(store, anneId, { card: 'draft:r1' });
    await settleAll(store, await claim(store), { as: 'sent', messageId: 41 });
    await write(store, anneId, edit('draft:r1', { text: 'verzegeld' }));
    await settleAll(store, await claim(store), { as: 'sent', messageId: 52, isAnew: true });
    await write(store, anneId, edit('draft:r1', { text: 'teruggenomen' }));
    expect((await claim(store)).map(({ params }) => params['message_id'])).toEqual([52]);
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

  describe('a message that goes away by itself', () => {
    const fiveMinutes = 300_000;
    const away = (more: Message = {}): Message => ({
      ...remove('brief:1'),
      lane: 'sweep',
      notBefore: monday + fiveMinutes,
      dropAfter: monday + 48 * 3_600_000,
      ...more,
    });
    const acts = (rows: readonly Row[]) =>
      rows.map(({ kind, params }) => [kind, params['text'] ?? params['message_id']]);
    const typed = away({ params: { message_id: 7 } });

    it('is sent, holds nothing up, and is taken away at its time with what was typed for it', async () => {
      const store = await open();
      const { anneId } = await pairUp(store);
      await write(store, anneId, { text: 'hulp', card: 'brief:1' }, away(), typed, { text: 'daarna' });
      expect(acts(await deliver(store))).toEqual([
        ['send', 'hulp'],
        ['send', 'daarna'],
      ]);
      await write(store, anneId, { text: 'nog iets' }, { text: 'vraag', lane: 'scheduled' });
      expect(await store.nextSendAt()).toBe(monday);
      expect(acts(await deliver(store, monday + fiveMinutes - 1))).toEqual([
        ['send', 'nog iets'],
        ['send', 'vraag'],
      ]);
      expect(await store.nextSendAt()).toBe(monday + fiveMinutes);
      const gone = acts(await deliver(store, monday + fiveMinutes));
      expect(gone).toEqual([
        ['delete', expect.any(Number)],
        ['delete', 7],
      ]);
    });

    it('goes at once where somebody asks for it, and then not once more', async () => {
      const store = await open();
      const { anneId } = await pairUp(store);
      await write(store, anneId, { text: 'hulp', card: 'brief:1' }, away(), typed);
      await deliver(store);
      await write(store, anneId, remove('brief:1'), { ...remove('brief:1'), params: { message_id: 7 } });
      expect(acts(await deliver(store))).toEqual([
        ['delete', expect.any(Number)],
        ['delete', 7],
      ]);
      expect(await store.nextSendAt()).toBeNull();
    });

    describe('by a tap on it', () => {
      const tapOn = async (store: Store, messageId: number) => {
        const tap = from(anne, { callbackQueryId: 'tap', messageId });
        const goes = { ...remove('brief:1'), isTapped: true };
        await perform(store, tap, says(goes, { ...remove('brief:1'), params: { message_id: 7 } }));
      };
      const shown = async () => {
        const store = await open();
        const { anneId } = await pairUp(store);
        await write(store, anneId, { text: 'hulp', card: 'brief:1' }, away(), typed);
        return { store, inFlight: await claim(store) };
      };

      it('goes before the bot knows that it arrived', async () => {
        const { store, inFlight } = await shown();
        await tapOn(store, 61);
        await settleAll(store, inFlight, { as: 'sent', messageId: 61 });
        expect(acts(await deliver(store))).toEqual([
          ['delete', 61],
          ['delete', 7],
        ]);
        expect(await store.nextSendAt()).toBeNull();
      });

      it.each([
        ['a crash', async (store: Store) => store.recover(monday)],
        [
          'a connection that broke',
          async (store: Store, inFlight: readonly Row[]) =>
            settleAll(store, inFlight, { as: 'retry', notBefore: monday + 1000 }),
        ],
      ])('goes, and is not sent again, when %s leaves in doubt whether it arrived', async (_, goesWrong) => {
        const { store, inFlight } = await shown();
        await goesWrong(store, inFlight);
        await tapOn(store, 61);
        expect(acts(await deliver(store, monday + fiveMinutes))).toEqual([
          ['delete', 61],
          ['delete', 7],
        ]);
        expect(await store.nextSendAt()).toBeNull();
      });

      it.each([['before'], ['after']] as const)(
        'goes with its copy, when it was sent twice and tapped %s the second was known',
        async (when) => {
          const { store } = await shown();
          await store.recover(monday);
          const again = await claim(store);
          if (when === 'before') await tapOn(store, 61);
          await settleAll(store, again, { as: 'sent', messageId: 62 });
          if (when === 'after') await tapOn(store, 61);
          expect(
            acts(await deliver(store))
              .map(([, id]) => id)
              .sort(),
          ).toEqual([61, 62, 7].sort());
        },
      );

      it('goes also when nothing is known of it any more', async () => {
        const store = await open();
        await pairUp(store);
        await tapOn(store, 61);
        expect(acts(await deliver(store))).toEqual([
          ['delete', 61],
          ['delete', 7],
        ]);
      });
    });

    it('goes after a stop, a restart and a long absence as well, for as long as Telegram allows', async () => {
      const store = await open();
      const { anneId } = await pairUp(store);
      await write(store, anneId, { text: 'hulp', card: 'brief:1' }, away(), typed);
      await deliver(store);
      await perform(store, ofPerson(anneId), (scene) =>
        outcome(scene, { recalls: [{ person: anneId, lanes: ['reply', 'reveal', 'scheduled'] }] }),
      );
      const late = monday + 47 * 3_600_000;
      await store.recover(late);
      await store.tidy(late);
      expect(acts(await deliver(store, late))).toHaveLength(2);
    });

    it('leaves nothing behind once it is gone, neither of the message nor of its going', async () => {
      const store = await open();
      const { anneId } = await pairUp(store);
      await write(store, anneId, { text: 'hulp', card: 'brief:1' }, away());
      const [sent] = await deliver(store);
      const messageId = 1000 + (sent?.id ?? 0);
      const cardNow = async () => (await sceneOf(store, from(anne, { messageId }))).card;
      expect(await cardNow()).toBe('brief:1');
      await deliver(store, monday + fiveMinutes);
      await store.tidy(monday + fiveMinutes + 1);
      expect(await cardNow()).toBeNull();
    });
  });
}
