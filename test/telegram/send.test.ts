import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Row } from '../../src/store/store.js';
import { createClient } from '../../src/telegram/client.js';
import { createSend } from '../../src/telegram/send.js';
import { aRow } from '../courier/rows.js';
import { setStage, token, type Stage } from './stage.js';

describe('a send over the emulator', () => {
  let stage: Stage;
  let anne: number;
  let row: Row;
  const send = (changed: Partial<Row> = {}, timeoutMs?: number) =>
    createSend(stage.client, timeoutMs)({ ...row, ...changed });

  beforeEach(async () => {
    stage = await setStage();
    anne = await stage.newPerson();
    row = aRow({ params: { chat_id: anne, text: 'Dag Anne' } });
  });
  afterEach(() => stage.close());

  it('arrives and tells the number of its message', async () => {
    const sent = await send();
    const { chats } = await stage.state();
    const arrived = chats[0]?.messages.at(-1);
    expect(arrived?.text).toBe('Dag Anne');
    expect(sent).toEqual({ kind: 'sent', messageId: arrived?.messageId });
  });

  it('cannot reach a person who never started or who blocked the bot', async () => {
    const bram = await stage.newPerson({ hasStarted: false });
    expect(await send({ params: { chat_id: bram, text: 'hoi' } })).toEqual({ kind: 'unreachable' });
    expect(await send({ params: { chat_id: 999_999, text: 'hoi' } })).toEqual({ kind: 'unreachable' });
    await stage.control('POST', `/people/${anne}/block`, { blocked: true });
    expect(await send()).toEqual({ kind: 'unreachable' });
  });

  it('counts as done when an edit changes nothing, or its message is gone', async () => {
    const sent = await send();
    const params = { ...row.params, message_id: sent.kind === 'sent' ? sent.messageId : null };
    expect(await send({ kind: 'edit', method: 'editMessageText', params })).toMatchObject({ kind: 'sent' });
    const gone = { chat_id: anne, message_id: 424_242 };
    const edit = { kind: 'edit', method: 'editMessageText', params: { ...gone, text: 'anders' } } as const;
    expect(await send(edit)).toMatchObject({ kind: 'sent' });
    expect(await send({ kind: 'delete', method: 'deleteMessage', params: gone })).toMatchObject({ kind: 'sent' });
  });

  it('is said below, without a sound, when it answers somebody and the message it was to change is gone', async () => {
    const params = { chat_id: anne, message_id: 424_242, text: 'Verzegeld.' };
    const edit = { kind: 'edit', method: 'editMessageText', params } as const;
    const sent = await send({ ...edit, lane: 'reply' });
    const arrived = (await stage.state()).chats[0]?.messages.at(-1);
    expect(arrived?.text).toBe('Verzegeld.');
    expect(sent).toEqual({ kind: 'sent', messageId: arrived?.messageId, isAnew: true });
    // What the clock or the partner changes is not said again.
    await send({ ...edit, lane: 'scheduled', params: { ...params, text: 'later' } });
    expect((await stage.state()).chats[0]?.messages.at(-1)?.text).toBe('Verzegeld.');
  });

  it('counts as done when a tap can no longer be answered', async () => {
    const params = { callback_query_id: '12345' };
    expect(await send({ kind: 'answer', method: 'answerCallbackQuery', params })).toMatchObject({ kind: 'sent' });
  });

  it('is told when voice notes are not welcome', async () => {
    await stage.control('PATCH', `/people/${anne}`, { allowsVoice: false });
    const { messageId } = await stage.sends(anne, { voice: { durationSeconds: 2 } });
    const updates = await stage.client.call('getUpdates', { timeout: 0 });
    const voice = updates.find(({ message }) => message?.message_id === messageId)?.message?.voice;
    const params = { chat_id: anne, voice: voice?.file_id };
    expect(await send({ method: 'sendVoice', params })).toMatchObject({ kind: 'failed', reason: 'voice-forbidden' });
  });

  it('is refused when it breaks the rules of the Bot API', async () => {
    const tooLong = { chat_id: anne, text: 'x'.repeat(5_000) };
    expect(await send({ params: tooLong })).toMatchObject({ kind: 'failed', reason: 'refused', isInDoubt: false });
    expect(await send({ method: 'sendLove' })).toMatchObject({ kind: 'failed', reason: 'refused' });
  });

  it('waits when told to', async () => {
    await stage.fault({ kind: 'too-many-requests', method: 'sendMessage', times: 1, retryAfterSeconds: 7 });
    expect(await send()).toEqual({ kind: 'retry-after', delayMs: 7_000 });
  });

  it.each(['server-error', 'truncate', 'drop-after-accept', 'hang'] as const)('is in doubt after %s', async (kind) => {
    await stage.fault({ kind, method: 'sendMessage', times: 1 });
    expect(await send({}, 300)).toMatchObject({ kind: 'failed', reason: 'network', isInDoubt: true });
  });

  it('says when the token is refused', async () => {
    await stage.fault({ kind: 'unauthorized', method: 'sendMessage', times: 1 });
    expect(await send()).toMatchObject({ kind: 'failed', reason: 'unauthorized' });
  });

  it('is paid for where that is set, and only what can be', async () => {
    const since = await stage.now();
    const client = createClient({ token, apiRoot: stage.url, paysForRate: true });
    await createSend(client)({ ...row, params: { chat_id: anne, text: 'Dag' } });
    await client.call('sendChatAction', { chat_id: anne, action: 'typing' });
    await send({ params: { chat_id: anne, text: 'Dag' } });
    await client.close();
    const [paid, free] = await stage.calls('sendMessage', 2, since);
    expect(paid).toMatchObject({ isOk: true, params: { allow_paid_broadcast: true } });
    expect(free?.params).not.toHaveProperty('allow_paid_broadcast');
    const [action] = await stage.calls('sendChatAction', 1, since);
    expect(action?.params).not.toHaveProperty('allow_paid_broadcast');
  });

  it('has not arrived when nobody listens', async () => {
    await stage.close();
    const client = createClient({ token, apiRoot: stage.url });
    const result = await createSend(client)(row);
    expect(result).toMatchObject({ kind: 'failed', reason: 'network', isInDoubt: false });
    await client.close();
    stage = await setStage();
  });

  it('keeps what was sent out of its errors', async () => {
    const result = await send({ params: { chat_id: anne, text: 'geheim', entities: 'wrong' } });
    expect(result.kind).toBe('failed');
    if (result.kind === 'failed')
      expect(`${String(result.error)} ${JSON.stringify(result.error)}`).not.toContain('geheim');
  });
});

describe('what Telegram answers', () => {
  let server: Server;
  let reply: { readonly status: number; readonly body: string };
  const send = async (changed: Partial<Row> = {}) => {
    const { port } = server.address() as AddressInfo;
    const client = createClient({ token, apiRoot: `http://127.0.0.1:${port}/behind/a/proxy/` });
    const result = await createSend(client)(aRow(changed));
    await client.close();
    return result;
  };

  beforeEach(async () => {
    server = createServer((request, response) => {
      const isRight = request.url === `/behind/a/proxy/bot${token}/sendMessage`;
      response.writeHead(isRight ? reply.status : 500).end(isRight ? reply.body : '{}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => {
    server.close();
  });

  const no = (code: number, description: string, parameters?: object) => ({
    status: code,
    body: JSON.stringify({ ok: false, error_code: code, description, parameters }),
  });

  it.each([
    ['a deleted account', no(403, 'Forbidden: user is deactivated'), { kind: 'unreachable' }],
    ['a chat it does not know', no(400, 'Bad Request: chat not found'), { kind: 'unreachable' }],
    ['an edit without a change', no(400, 'Bad Request: message is not modified: specified …'), { kind: 'sent' }],
    ['a message too old to delete', no(400, "Bad Request: message can't be deleted for everyone"), { kind: 'sent' }],
    ['a tap of long ago', no(400, 'Bad Request: query is too old and response timeout expired'), { kind: 'sent' }],
    [
      'a group that moved',
      no(400, 'Bad Request: group chat was upgraded', { migrate_to_chat_id: -100 }),
      { kind: 'failed', reason: 'migrated' },
    ],
    ['a limit without a time', no(429, 'Too Many Requests'), { kind: 'retry-after', delayMs: 3_000 }],
    ['a trouble of its own', no(500, 'Internal Server Error'), { kind: 'failed', reason: 'server', isInDoubt: true }],
    [
      'a page of a proxy',
      { status: 502, body: '<html>Bad Gateway</html>' },
      { kind: 'failed', reason: 'network', isInDoubt: true },
    ],
    ['no JSON', { status: 200, body: 'ok' }, { kind: 'failed', reason: 'network', isInDoubt: true }],
    ['an unknown token', no(404, 'Not Found'), { kind: 'failed', reason: 'unauthorized' }],
  ])('about %s is understood', async (_what, answer, result) => {
    reply = answer;
    expect(await send()).toMatchObject(result);
  });
});
