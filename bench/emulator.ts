import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { Pool } from 'undici';
import { startEmulator } from '../src/emulator/server.js';
import { atLeast, median, noted, range, type Figure } from './figures.js';

const callsPerRound = 5000;
const rounds = 5;
const connections = 4;
const pipelining = 8;
const serveArgument = '--serve';

/** Sends the same sendMessage calls to the emulator and to a bare node:http server, each in a process of its own, in turns. */
export async function benchEmulator(): Promise<readonly Figure[]> {
  const emulator = await startProcess('emulator');
  const bare = await startProcess('bare');
  try {
    const person = await becomePerson(emulator.url);
    const body = JSON.stringify({
      chat_id: person,
      text: 'Jullie antwoorden zijn open. Wat heb je van mij nodig?',
      entities: [{ type: 'bold', offset: 0, length: 28 }],
      reply_markup: { inline_keyboard: [[{ text: '❤️ Dank je', callback_data: 'thank:1234' }]] },
    });
    // The first round of each warms it up; of the others the median counts, so that one hiccup of the machine does not.
    const shares: number[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const barePerSecond = await measure(bare.url, body);
      const emulatorPerSecond = await measure(emulator.url, body);
      if (round === 0) continue;
      shares.push(emulatorPerSecond / barePerSecond);
    }
    return [
      atLeast('emulator calls a second, of a bare node:http server', median(shares), 0.5),
      noted('the same, over the rounds', range(shares)),
    ];
  } finally {
    emulator.stop();
    bare.stop();
  }
}

async function measure(url: string, body: string): Promise<number> {
  const pool = new Pool(url, { connections, pipelining });
  let left = callsPerRound;
  const started = performance.now();
  const lane = async () => {
    while (left > 0) {
      left -= 1;
      const response = await pool.request({
        method: 'POST',
        path: '/bot1:bench/sendMessage',
        headers: { 'content-type': 'application/json' },
        body,
      });
      await response.body.text();
      if (response.statusCode !== 200) throw new Error(`a call was answered ${response.statusCode}`);
    }
  };
  await Promise.all(Array.from({ length: connections * pipelining }, lane));
  const perSecond = callsPerRound / ((performance.now() - started) / 1000);
  await pool.close();
  return perSecond;
}

async function becomePerson(url: string): Promise<number> {
  const post = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await response.json()) as { id: number };
  };
  const { id } = await post('/control/people', { firstName: 'Anne' });
  await post(`/control/people/${id}/send`, { text: '/start' });
  return id;
}

async function startProcess(kind: 'emulator' | 'bare'): Promise<{ url: string; stop: () => void }> {
  const child = fork(fileURLToPath(import.meta.url), [serveArgument, kind]);
  const [url] = (await once(child, 'message')) as [string];
  return { url, stop: () => child.kill() };
}

async function startBare(): Promise<string> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const params = JSON.parse(Buffer.concat(chunks).toString()) as { text: string };
      const body = JSON.stringify({ ok: true, result: { text: params.text } });
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
      response.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const [, file, argument, kind] = process.argv;
if (file === fileURLToPath(import.meta.url) && argument === serveArgument) {
  process.send?.(kind === 'bare' ? await startBare() : (await startEmulator()).url);
}
