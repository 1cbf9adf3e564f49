import { expect, it } from 'vitest';
import type { Instant, PersonId } from '../../src/core/ids.js';
import type { Outgoing, Row, Store } from '../../src/store/store.js';
import type { OpenEmpty } from './contract.js';
import { outcome } from '../support/outgoing.js';
import { dayMs, deliver, hourMs, message, monday, ofPerson, pairUp, perform, sceneOf, textOf } from './support.js';
import { claim, settleAll, write, type Message } from './outbox-support.js';

/** Messages that lie in another until their reader opens it. */

const card = 'fold:a';
const until = monday + 30 * dayMs;
const line: Message = {
  text: 'Er ligt iets',
  lane: 'reveal',
  card,
  params: { text: 'Er ligt iets', protect_content: true },
};
const inside = (text: string, more: Message = {}): Message => ({
  lane: 'reveal',
  fold: { card, until },
  params: { text, protect_content: true, disable_notification: true },
  ...more,
});
const voice = inside('', { method: 'sendVoice', params: { voice: 'file', protect_content: true } });
const openIt: Partial<Outgoing> = {
  kind: 'edit',
  method: 'editMessageText',
  params: { text: 'Hier ligt niets' },
  card,
  unfolds: true,
};

async function tap(store: Store, person: PersonId, messageId: number, now: Instant = monday): Promise<readonly Row[]> {
  const inbound = ofPerson(person, { callbackQueryId: 'q', messageId });
  await perform(store, inbound, (scene) => outcome(scene, { outgoing: [message(person, openIt)] }), now);
  return deliver(store, now);
}

const arrived = async (store: Store, person: PersonId, ...messages: readonly Message[]): Promise<number> => {
  await write(store, person, ...messages);
  const [sent] = await deliver(store);
  if (sent === undefined) throw new Error('no line was sent');
  return 1000 + sent.id;
};

export function describeFolds(open: OpenEmpty): void {
  it('sends the line alone, and what lies in it in its place once that is tapped', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    await write(store, anneId, line, inside('Jullie antwoorden', { card: 'reveal:r1' }), voice);
    const sent = await deliver(store);
    expect(sent.map(textOf)).toEqual(['Er ligt iets']);
    expect(await store.counts()).toMatchObject({ unsent: 0 });
    const messageId = 1000 + (sent[0]?.id ?? 0);
    const opened = await tap(store, anneId, messageId);
    expect(opened.map(({ method, params }) => ({ method, params }))).toEqual([
      {
        method: 'editMessageText',
        params: { chat_id: expect.any(Number) as number, text: 'Jullie antwoorden', message_id: messageId },
      },
      { method: 'sendVoice', params: { chat_id: expect.any(Number) as number, voice: 'file', protect_content: true } },
    ]);
  });

  it('opens once, however often it is tapped', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    const messageId = await arrived(store, anneId, line, inside('woorden'));
    expect(await tap(store, anneId, messageId)).toHaveLength(1);
    expect(await tap(store, anneId, messageId)).toEqual([]);
  });

  it('keeps nothing else waiting', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    await arrived(store, anneId, line, inside('woorden', { card: 'prompt:r1' }));
    await write(
      store,
      anneId,
      { kind: 'edit', method: 'editMessageReplyMarkup', params: {}, card: 'prompt:r1', lane: 'reveal' },
      { text: 'daarna', lane: 'reveal' },
    );
    expect((await deliver(store)).map(textOf)).toEqual(['daarna']);
  });

  it('shows what it was changed to meanwhile', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    const messageId = await arrived(store, anneId, line, inside('uitnodiging', { card: 'invite' }));
    await write(store, anneId, {
      kind: 'edit',
      method: 'editMessageText',
      params: { text: 'voorbij' },
      card: 'invite',
    });
    expect(await deliver(store)).toEqual([]);
    const shown = await tap(store, anneId, messageId);
    expect(shown.map(textOf).at(-1)).toBe('voorbij');
    expect(shown.every(({ params }) => params['message_id'] === messageId)).toBe(true);
  });

  it('lets a later change find the message that took its place', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    const messageId = await arrived(store, anneId, line, inside('woorden', { card: 'reveal:r1' }));
    await tap(store, anneId, messageId);
    await write(store, anneId, { kind: 'edit', method: 'editMessageReplyMarkup', params: {}, card: 'reveal:r1' });
    expect((await deliver(store)).map(({ params }) => params['message_id'])).toEqual([messageId]);
    const seen = await sceneOf(store, ofPerson(anneId, { messageId }));
    expect(seen.card).toBe('reveal:r1');
  });

  it('takes a reply to a question that is folded for one to the question', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    const messageId = await arrived(store, anneId, line, inside('vraag', { card: 'prompt:r1' }));
    expect((await sceneOf(store, ofPerson(anneId, { messageId }))).card).toBe('prompt:r1');
  });

  it('takes the line away with what is taken away, before it arrived and after', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    const gone: Message = { kind: 'delete', method: 'deleteMessage', params: {}, card: 'breather' };
    await write(store, anneId, line, inside('adempauze', { card: 'breather' }), gone);
    expect(await deliver(store)).toEqual([]);
    const messageId = await arrived(store, anneId, line, inside('adempauze', { card: 'breather' }));
    await write(store, anneId, gone);
    expect((await deliver(store)).map(({ method, params }) => [method, params['message_id']])).toEqual([
      ['deleteMessage', messageId],
    ]);
    expect((await tap(store, anneId, messageId)).map(textOf)).toEqual(['Hier ligt niets']);
  });

  it('is taken back with its line, and not once that has arrived', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    const recall = () =>
      perform(store, ofPerson(anneId), (scene) =>
        outcome(scene, { recalls: [{ person: anneId, lanes: ['reply', 'reveal', 'scheduled'] }] }),
      );
    await write(store, anneId, line, inside('niet meer nodig'));
    await recall();
    expect(await deliver(store)).toEqual([]);
    const messageId = await arrived(store, anneId, line, inside('woorden'));
    await recall();
    expect((await tap(store, anneId, messageId)).map(textOf)).toEqual(['woorden']);
  });

  it('is dropped with a line that comes too late, and opens long after one that came in time', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    await write(store, anneId, { ...line, dropAfter: monday + hourMs }, inside('te laat'));
    expect(await deliver(store, monday + 2 * hourMs)).toEqual([]);
    const messageId = await arrived(store, anneId, { ...line, dropAfter: monday + hourMs }, inside('op tijd'));
    expect((await tap(store, anneId, messageId, monday + 20 * dayMs)).map(textOf)).toEqual(['op tijd']);
  });

  it('is erased when its time is over', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    const messageId = await arrived(store, anneId, line, inside('woorden'));
    await store.tidy(until + 1);
    expect((await tap(store, anneId, messageId, until + 2)).map(textOf)).toEqual(['Hier ligt niets']);
  });

  it('is erased by hand with one’s own words', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    const messageId = await arrived(store, anneId, line, inside('woorden van mij en van Bram'));
    await perform(store, ofPerson(anneId), (scene) => outcome(scene, { rekeyed: [{ people: [anneId], couples: [] }] }));
    expect((await tap(store, anneId, messageId)).map(textOf)).toEqual(['Hier ligt niets']);
  });

  it('is erased with the chat that it lay in', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    const messageId = await arrived(store, anneId, line, inside('woorden'));
    await perform(store, ofPerson(anneId), (scene) => outcome(scene, { cleared: [anneId] }));
    await deliver(store);
    expect((await tap(store, anneId, messageId)).map(textOf)).toEqual(['Hier ligt niets']);
  });

  it('opens where it was tapped when nobody knew yet that the line had arrived', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    await write(store, anneId, line, inside('woorden'));
    const inFlight = await claim(store);
    const opened = await tap(store, anneId, 77);
    expect(opened.map(({ params }) => [params['text'], params['message_id']])).toEqual([['woorden', 77]]);
    await settleAll(store, inFlight, { as: 'sent', messageId: 77 });
    expect(await deliver(store)).toEqual([]);
  });

  it('goes by tap also where only a voice note lies in it', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    const messageId = await arrived(store, anneId, line, voice);
    expect((await tap(store, anneId, messageId)).map(({ method }) => method).toSorted()).toEqual([
      'editMessageReplyMarkup',
      'sendVoice',
    ]);
  });
}
