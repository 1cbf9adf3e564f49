import { expect, it } from 'vitest';
import type { Instant, PersonId } from '../../src/core/ids.js';
import type { Folding, Outgoing, Row, Store } from '../../src/store/store.js';
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

/** What waits lies down behind lines of its own; what is about a breather may lie there for a day. */
async function beginsDiscreet(store: Store, person: PersonId): Promise<void> {
  const folding: Folding = {
    person,
    lineOf: (nth) => message(person, { text: `regel ${String(nth)}`, card: `fold:w${String(nth)}` }),
    until: (card) => (card === 'breather' ? monday + dayMs : until),
  };
  await perform(store, ofPerson(person), (scene) => outcome(scene, { foldings: [folding] }));
}

async function openAll(
  store: Store,
  person: PersonId,
  lines: readonly Row[],
  at: Instant = monday + hourMs,
): Promise<readonly unknown[]> {
  const read: unknown[] = [];
  for (const sent of lines) {
    const messageId = 1000 + sent.id;
    const opening = { ...openIt, card: `fold:w${String(textOf(sent)).replace('regel ', '')}` };
    const inbound = ofPerson(person, { callbackQueryId: 'q', messageId });
    await perform(store, inbound, (scene) => outcome(scene, { outgoing: [message(person, opening)] }), at);
    read.push(...(await deliver(store, at)).map(textOf));
  }
  return read;
}

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

  it('covers what waits when discreet mode begins, however often it was put off', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    await write(store, anneId, { text: 'vraag', lane: 'scheduled' }, { text: 'woorden', lane: 'reveal' });
    await settleAll(store, await claim(store), { as: 'retry', notBefore: monday + hourMs });
    await beginsDiscreet(store, anneId);
    expect(await deliver(store)).toEqual([]);
    const lines = await deliver(store, monday + hourMs);
    expect(lines.map(textOf).toSorted()).toEqual(['regel 0', 'regel 1']);
    expect((await openAll(store, anneId, lines)).toSorted()).toEqual(['vraag', 'woorden']);
  });

  it('covers in one line what goes the same way, and lets what answers its reader go by', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    const spoken: Message = { method: 'sendVoice', params: { voice: 'file' }, lane: 'reveal' };
    await write(store, anneId, { text: 'antwoord' }, { text: 'woorden', lane: 'reveal' }, spoken);
    await beginsDiscreet(store, anneId);
    const lines = await deliver(store);
    expect(lines.map(textOf)).toEqual(['antwoord', 'regel 0']);
    expect(await openAll(store, anneId, lines.slice(1))).toEqual(['woorden', undefined]);
  });

  it('covers each for as long as it may lie there, with its own times', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    const [noon, night] = [monday + 3 * hourMs, monday + 12 * hourMs];
    await write(
      store,
      anneId,
      { text: 'adempauze', card: 'breather', lane: 'scheduled', notBefore: noon },
      {
        text: 'vraag',
        card: 'prompt:r1',
        lane: 'scheduled',
        notBefore: noon,
        dropAfter: night,
        localDate: '2026-11-23',
      },
    );
    await beginsDiscreet(store, anneId);
    expect(await deliver(store, noon - 1)).toEqual([]);
    const [breather] = await deliver(store, noon);
    expect(await deliver(store, night)).toEqual([]);
    await store.tidy(monday + dayMs + 1);
    expect(await openAll(store, anneId, breather === undefined ? [] : [breather], monday + dayMs + 2)).toEqual([
      'Hier ligt niets',
    ]);
  });

  it('covers what was to change or to go with it', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    const later = monday + 2 * hourMs;
    const toDelete: Message = { kind: 'delete', method: 'deleteMessage', params: {}, card: 'breather', lane: 'sweep' };
    await write(
      store,
      anneId,
      { text: 'uitnodiging', card: 'listen-invite', lane: 'reveal' },
      { kind: 'edit', method: 'editMessageText', params: { text: 'voorbij' }, card: 'listen-invite', lane: 'reveal' },
      { text: 'adempauze', card: 'breather', lane: 'scheduled' },
      { ...toDelete, notBefore: later },
    );
    await beginsDiscreet(store, anneId);
    const lines = await deliver(store);
    expect(lines.map(textOf).toSorted()).toEqual(['regel 0', 'regel 1']);
    const [invited, rested] = lines.toSorted((one, other) => one.id - other.id);
    expect(await openAll(store, anneId, invited === undefined ? [] : [invited])).toEqual(['uitnodiging', 'voorbij']);
    const gone = await deliver(store, later);
    expect(gone.map(({ method, params }) => [method, params['message_id']])).toEqual([
      ['deleteMessage', 1000 + (rested?.id ?? 0)],
    ]);
    expect(await openAll(store, anneId, rested === undefined ? [] : [rested], later)).toEqual(['Hier ligt niets']);
  });

  it('keeps covered what is held until its reader can be reached', async () => {
    const store = await open();
    const { anneId } = await pairUp(store);
    await write(store, anneId, { text: 'woorden', lane: 'reveal' });
    await settleAll(store, await claim(store), { as: 'held' });
    await beginsDiscreet(store, anneId);
    expect(await deliver(store)).toEqual([]);
    await perform(store, ofPerson(anneId), (scene) => outcome(scene, { releases: [anneId] }));
    const lines = await deliver(store);
    expect(lines.map(textOf)).toEqual(['regel 0']);
    expect(await openAll(store, anneId, lines)).toEqual(['woorden']);
  });
}
