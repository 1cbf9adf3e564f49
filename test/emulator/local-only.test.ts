import { request } from 'node:http';
import { expect, test } from 'vitest';
import { startEmulator } from '../../src/emulator/server.js';
import { stage, token, type Stage } from './stage.js';

/** Everything the emulator answers, as a web page elsewhere would try it. */
const doors = [
  ['GET', `/bot${token}/getMe`],
  ['GET', `/bot${token}/setMyName?name=Mallory`],
  ['GET', '/bot666:another-bot/getMe'],
  ['POST', `/bot${token}/getUpdates`],
  ['POST', `/bot${token}/sendPhoto`, 'multipart/form-data; boundary=x'],
  ['GET', `/file/bot${token}/voice/1.ogg`],
  ['GET', '/'],
  ['GET', '/page/main.js'],
  ['GET', '/vendor/lit-html/lit-html.js'],
  ['GET', '/control/state'],
  ['GET', '/control/events'],
  ['GET', '/control/snapshot'],
  ['POST', '/control/reset'],
  ['GET', '/nothing'],
] as const;

const foreignNames = [
  'example.org',
  'localhost.example.org',
  '127.0.0.1.example.org',
  '127.0.0.1.nip.io:8081',
  'localhost@example.org',
  '192.168.1.5:8081',
  '0.0.0.0:8081',
  '[::2]:8081',
  'localhost.',
];

interface Asked {
  status: number | undefined;
  body: string;
}

function ask(
  { emulator }: Stage,
  [method, path, type = 'application/json']: readonly [string, string, string?],
  headers: Record<string, string>,
): Promise<Asked> {
  return new Promise((resolve, reject) => {
    const hello = method === 'POST' ? { 'content-type': type } : {};
    const sent = request(`${emulator.url}${path}`, { method, headers: { ...hello, ...headers } }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => {
        resolve({ status: response.statusCode, body });
      });
    });
    sent.on('error', reject).end(method === 'POST' && type === 'application/json' ? '{}' : undefined);
  });
}

test.each(foreignNames)('nothing is answered under the name «%s»', async (host) => {
  const scene = await stage();
  await scene.call('getMe');
  await scene.newPerson();
  const before = JSON.stringify(await scene.state(), withoutTime);
  for (const door of doors) {
    const { status, body } = await ask(scene, door, { host });
    expect(status, door.join(' ')).toBe(403);
    expect(body).not.toContain('Anne');
  }
  expect(JSON.stringify(await scene.state(), withoutTime)).toBe(before);
});

test.each([
  { origin: 'https://example.org' },
  { origin: 'null' },
  { origin: 'http://127.0.0.1:1' },
  { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' },
  { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' },
  { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
])('nothing is answered to a page elsewhere: %o', async (headers) => {
  const scene = await stage();
  await scene.call('getMe');
  const before = JSON.stringify(await scene.state(), withoutTime);
  for (const door of doors) expect((await ask(scene, door, headers)).status, door.join(' ')).toBe(403);
  expect(JSON.stringify(await scene.state(), withoutTime)).toBe(before);
});

test('a link elsewhere opens the page, and nothing but the page', async () => {
  const scene = await stage();
  const followed = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
  expect((await ask(scene, ['GET', '/'], followed)).status).toBe(200);
  expect((await ask(scene, ['GET', `/bot${token}/setMyName?name=Mallory`], followed)).status).toBe(403);
});

test('programs and pages on this machine are answered, whatever they call it', async () => {
  const scene = await stage();
  const { port } = scene.emulator;
  for (const name of ['127.0.0.1', 'localhost', 'LOCALHOST', '127.0.1.1', '[::1]']) {
    const host = `${name}:${port}`;
    for (const headers of [{ host }, { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' }]) {
      for (const door of [
        ['GET', '/'],
        ['GET', '/control/state'],
        ['POST', `/bot${token}/getMe`],
      ] as const)
        expect((await ask(scene, door, headers)).status, `${door.join(' ')} ${host}`).toBe(200);
    }
  }
  await expect(startEmulator({ host: '0.0.0.0' })).rejects.toThrow('listens on loopback only');
});

function withoutTime(name: string, value: unknown): unknown {
  return name === 'nowMs' ? 0 : value;
}
