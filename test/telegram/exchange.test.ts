import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'undici';
import { expect, onTestFinished, test } from 'vitest';
import { exchange } from '../../src/telegram/exchange.js';

/** A server that answers when the test says so, over one connection. */
async function aServer() {
  const asked: string[] = [];
  const answers: ServerResponse[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answers.push(response);
    server.emit('asked');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const pool = new Pool(origin, { connections: 1 });
  onTestFinished(async () => {
    await pool.destroy();
    server.closeAllConnections();
    server.close();
  });
  const ask = (path: string, { signal, timeoutMs = 10_000 }: { signal?: AbortSignal; timeoutMs?: number } = {}) =>
    exchange(pool, { origin, path, method: 'POST', body: '{}' }, { signal, timeoutMs });
  return { ask, asked, answers, hears: () => once(server, 'asked') };
}

test('an answer that comes in pieces is whole, also where a letter is cut in two', async () => {
  const { ask, answers, hears } = await aServer();
  const heard = hears();
  const answered = ask('/a');
  await heard;
  const bytes = Buffer.from('“één”');
  for (const byte of bytes) {
    answers[0]?.write(Buffer.of(byte));
    await new Promise(setImmediate);
  }
  answers[0]?.end();
  expect(await answered).toEqual({ status: 200, body: '“één”' });
});

test('what is called off while it waits for a connection is never sent', async () => {
  const { ask, asked, answers, hears } = await aServer();
  const heard = hears();
  const first = ask('/first');
  await heard;
  const off = new AbortController();
  const second = ask('/second', { signal: off.signal });
  off.abort();
  await expect(second).rejects.toMatchObject({ code: 'aborted' });
  await expect(ask('/third', { timeoutMs: 1 })).rejects.toMatchObject({ code: 'timeout' });
  answers[0]?.end('{}');
  await first;
  const again = hears();
  const fourth = ask('/fourth');
  await again;
  answers.at(-1)?.end();
  await fourth;
  expect(asked).toEqual(['/first', '/fourth']);
});

test('what was called off before it began is not begun', async () => {
  const { ask, asked } = await aServer();
  await expect(ask('/a', { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'aborted' });
  expect(asked).toEqual([]);
});

test('what is called off under way ends at once', async () => {
  const { ask, hears } = await aServer();
  const off = new AbortController();
  const heard = hears();
  const answered = ask('/a', { signal: off.signal });
  await heard;
  off.abort();
  await expect(answered).rejects.toMatchObject({ code: 'aborted' });
});
