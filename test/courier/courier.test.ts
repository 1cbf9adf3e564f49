import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonView } from '../../src/emulator/contract.js';
import { startEmulator } from '../../src/emulator/server.js';
import { createClient } from '../../src/telegram/client.js';
import { createSend } from '../../src/telegram/send.js';
import { setStage, token, type Stage } from '../telegram/stage.js';
import { openPostOffice, openTestStore, spoil, text, type Changes, type PostOffice } from './post-office.js';

let stage: Stage;
let anne: number;
let offices: PostOffice[];

beforeEach(async () => {
  stage = await setStage();
  anne = await stage.newPerson();
  offices = [];
});
afterEach(async () => {
  await Promise.all(offices.map((office) => office.close()));
  await stage.close();
});

async function open(changes: Changes = {}): Promise<PostOffice> {
  const office = await openPostOffice(stage, changes);
  offices.push(office);
  return office;
}

async function crowd(count: number): Promise<readonly number[]> {
  const people: number[] = [];
  for (let index = 0; index < count; index += 1) people.push(await stage.newPerson({ firstName: `P${index}` }));
  return people;
}

describe('the courier', () => {
  it('brings what was written, in order', async () => {
    const { courier, put, texts } = await open();
    await put(anne, text('een'), text('twee'), text('drie'));
    await courier.drain();
    expect(await texts(anne)).toEqual(['een', 'twee', 'drie']);
  });

  it('lets an edit follow the message it is about', async () => {
    const { courier, put, texts } = await open();
    await put(anne, text('een', { card: 'draft' }));
    await put(anne, text('twee', { card: 'draft', kind: 'edit', method: 'editMessageText' }));
    await courier.drain();
    expect(await texts(anne)).toEqual(['twee']);
  });

  it('lets a tap wait behind no prompts', async () => {
    const people = await crowd(60);
    const { courier, put } = await open();
    for (const person of people) await put(person, text('vraag', { lane: 'scheduled' }));
    const before = await stage.calls('sendMessage', 3);
    await put(anne, text('antwoord'));
    await courier.drain();
    const words = (await stage.calls('sendMessage', 61)).map(({ params }) => params['text']);
    const seen = before.length;
    expect(words.indexOf('antwoord')).toBeLessThan(seen + 20);
  });

  it('sends a reveal before what is scheduled', async () => {
    const people = await crowd(20);
    const store = await openTestStore();
    const idle = await open({ store });
    await idle.courier.stop();
    for (const person of people) await idle.put(person, text('vraag', { lane: 'scheduled' }));
    for (const person of people.slice(0, 5)) await idle.put(person, text('open', { lane: 'reveal' }));
    // One at a time, since of two calls under way either may arrive first.
    const { courier } = await open({ store, maxUnderWay: 1 });
    await courier.drain();
    const words = (await stage.calls('sendMessage', 25)).map(({ params }) => params['text']);
    expect(words.slice(0, 5)).toEqual(['open', 'open', 'open', 'open', 'open']);
  });

  it('answers a tap past every limit', async () => {
    const { put } = await open({ sendRate: 1 });
    await put(anne, text('een'), text('twee'), text('drie'), text('vier'));
    await put(anne, { kind: 'answer', method: 'answerCallbackQuery', params: { callback_query_id: '12' } });
    await stage.calls('answerCallbackQuery', 1);
    expect((await stage.state()).calls.filter(({ method }) => method === 'sendMessage').length).toBeLessThan(4);
  });

  it('keeps many sends under way, so that a slow network does not slow it down', async () => {
    const people = await crowd(60);
    await stage.fault({ kind: 'latency', method: 'sendMessage', delayMs: 300 });
    const { courier, put } = await open({ sendRate: 200 });
    const began = performance.now();
    for (const person of people) await put(person, text('vraag', { lane: 'scheduled' }));
    await courier.drain();
    // One after another it would take eighteen seconds.
    expect(performance.now() - began).toBeLessThan(6_000);
  });

  it('hardly ever meets the limits of Telegram', async () => {
    const people = await crowd(40);
    await stage.control('POST', '/limits', { on: true });
    const { courier, put, texts } = await open();
    for (const person of people) await put(person, text('vraag', { lane: 'scheduled' }));
    await put(anne, text('een'), text('twee'), text('drie'), text('vier'));
    await stage.calls('sendMessage', 44);
    await courier.drain();
    const { calls } = await stage.state();
    expect(calls.filter(({ errorCode }) => errorCode === 429).length).toBeLessThanOrEqual(1);
    expect(await texts(anne)).toEqual(['een', 'twee', 'drie', 'vier']);
  });

  it('never brings what is past its time', async () => {
    const { courier, put, texts, clock } = await open();
    await put(anne, text('te laat', { dropAfter: clock.now() - 1 }), text('op tijd'));
    await courier.drain();
    expect(await texts(anne)).toEqual(['op tijd']);
  });

  it('waits for the hour of a message, and follows a clock that jumps', async () => {
    const { courier, put, texts, clock } = await open();
    await put(anne, text('straks', { notBefore: clock.now() + 3_600_000 }));
    await courier.drain();
    expect(await texts(anne)).toEqual([]);
    clock.moveBy(3_600_000);
    await stage.calls('sendMessage', 1);
    expect(await texts(anne)).toEqual(['straks']);
  });

  it('has hardly begun what a breather takes back', async () => {
    const people = await crowd(60);
    const { courier, put, recall, store } = await open({ sendRate: 10 });
    for (const person of people) await put(person, text('vraag', { lane: 'scheduled' }));
    for (const person of people) await recall(person, ['scheduled']);
    await courier.drain();
    expect((await stage.state()).calls.filter(({ method }) => method === 'sendMessage').length).toBeLessThan(20);
    expect((await store.counts()).unsent).toBe(0);
  });

  it('logs nothing of what it brings, nor to whom', async () => {
    const { courier, put } = await open();
    await stage.fault({ kind: 'server-error', method: 'sendMessage', times: 1 });
    await put(anne, text('iets heel persoonlijks'));
    await stage.calls('sendMessage', 2);
    await courier.drain();
    expect(stage.logged()).toContain('did not go out');
    expect(stage.logged()).not.toMatch(new RegExp(`persoonlijks|${anne}`));
  });
});

describe('when a message does not arrive, the courier', () => {
  it.each([
    ['server-error', 1],
    ['truncate', 1],
    ['drop-after-accept', 1],
    ['hang', 1],
    ['too-many-requests', 1],
  ] as const)('brings it after all: %s', async (kind, times) => {
    const { courier, put, texts, store } = await open({ timeoutMs: 300 });
    await stage.fault({ kind, method: 'sendMessage', times });
    await put(anne, text('een'));
    await stage.calls('sendMessage', times + 1);
    await courier.drain();
    expect(new Set(await texts(anne))).toEqual(new Set(['een']));
    expect((await store.counts()).unsent).toBe(0);
  });

  it('does not bring a nudge twice', async () => {
    const { courier, put, texts } = await open();
    await stage.fault({ kind: 'drop-after-accept', method: 'sendMessage', times: 1 });
    await put(anne, text('duwtje', { lane: 'scheduled', isNudge: true }));
    await stage.calls('sendMessage', 1);
    await courier.drain();
    expect(await texts(anne)).toEqual(['duwtje']);
  });

  it('brings what the clock started after the quiet hours, when an outage has made it late', async () => {
    const { courier, clock, put, texts } = await open();
    const quiet = { from: clock.now() - 1_000, until: clock.now() + 8 * 3_600_000 };
    await put(anne, text('vraag', { lane: 'scheduled', quiet }), text('open', { lane: 'reveal', quiet }));
    await courier.drain();
    expect(await texts(anne)).toEqual(['open']);
    clock.moveBy(8 * 3_600_000);
    courier.nudge();
    await courier.drain();
    expect(await texts(anne)).toEqual(['open', 'vraag']);
  });

  it('waits with one chat that has had too much, and brings the others theirs', async () => {
    const bram = await stage.newPerson({ firstName: 'Bram' });
    await stage.fault({
      kind: 'too-many-requests',
      method: 'sendMessage',
      chatId: anne,
      times: 1,
      retryAfterSeconds: 2,
    });
    const { put } = await open();
    await put(anne, text('voor Anne'));
    await stage.calls('sendMessage', 1);
    await put(bram, text('voor Bram'));
    const [, , last] = await stage.calls('sendMessage', 3);
    const [first, second] = await stage.calls('sendMessage', 2);
    expect(second?.chatId).toBe(bram);
    expect(last?.chatId).toBe(anne);
    expect((last?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThanOrEqual(1_950);
  });

  it('holds a reveal for somebody who blocked the bot, drops the rest, and reports it once', async () => {
    const { courier, put, release, texts, reports, store } = await open();
    await stage.control('POST', `/people/${anne}/block`, { blocked: true });
    await put(anne, text('open', { lane: 'reveal' }), text('gaat weg'), text('ook weg'));
    await courier.drain();
    const told = reports.map(({ command, origin }) => `${command.type} ${origin.from}`);
    expect(new Set(told)).toEqual(new Set(['unreachable person']));
    expect((await store.counts()).unsent).toBe(1);
    await stage.control('POST', `/people/${anne}/block`, { blocked: false });
    await release(anne);
    await courier.drain();
    expect(await texts(anne)).toEqual(['open']);
  });

  it('tells core when voice notes are not welcome', async () => {
    const { courier, put, reports } = await open();
    const { messageId } = await stage.sends(anne, { voice: { durationSeconds: 2 } });
    const updates = await stage.client.call('getUpdates', { timeout: 0 });
    const voice = updates.find(({ message }) => message?.message_id === messageId)?.message?.voice?.file_id;
    await stage.control<PersonView>('PATCH', `/people/${anne}`, { allowsVoice: false });
    await put(anne, { method: 'sendVoice', params: { voice }, lane: 'reveal' });
    await courier.drain();
    expect(reports.map(({ command }) => command.type)).toEqual(['voiceRefused']);
  });

  it('loses nothing while Telegram is away, and says so once', async () => {
    const gone = await startEmulator();
    await gone.close();
    const client = createClient({ token, apiRoot: gone.url });
    const { put, store } = await open({ send: createSend(client) });
    for (const person of await crowd(30)) await put(person, text('hoi'));
    await expect.poll(() => stage.logged()).toContain('what is to be sent waits');
    const back = await startEmulator({ port: gone.port });
    await expect.poll(() => stage.logged(), { timeout: 10_000 }).toContain('can be reached again');
    expect(stage.logged().match(/what is to be sent waits/g)).toHaveLength(1);
    // The other emulator knows none of these people: each send is now refused, and that is an answer.
    await expect.poll(async () => (await store.counts()).unsent, { timeout: 10_000 }).toBe(0);
    await client.close();
    await back.close();
  });

  it('keeps the message when the token is refused, and leaves it to the poller to give up', async () => {
    const { put, ended, store } = await open();
    await stage.fault({ kind: 'unauthorized', method: 'sendMessage' });
    const end = Promise.race([ended, stage.calls('sendMessage', 1).then(() => 'goes on')]);
    await put(anne, text('een'));
    expect(await end).toBe('goes on');
    await expect.poll(async () => (await store.counts()).unsent).toBe(1);
  });

  it('ends when the store fails', async () => {
    const store = await openTestStore();
    const { ended } = await open({ store: spoil(store, { claim: () => Promise.reject(new Error('disk full')) }) });
    expect(await ended).toMatchObject({ message: 'disk full' });
  });
});
