import { expect, it } from 'vitest';
import { systemClock } from '../src/clock.js';
import { startHttp } from '../src/http.js';
import { freePort } from './support/free-port.js';

const where = { HTTP_HOST: '127.0.0.1', SEND_RATE: 30 };

it('says that it is alive, counts, and names nobody', async () => {
  const port = await freePort();
  const store = {
    counts: () => Promise.resolve({ couples: 3, unsent: 7 }),
    duePerMinute: () => Promise.resolve([0, 4, 1]),
  };
  const stop = await startHttp({ ...where, HTTP_PORT: port }, store, systemClock(), 'De verklaring van Sanne.');
  const read = async (path: string) => (await fetch(`http://127.0.0.1:${String(port)}${path}`)).text();
  expect(await read('/healthz')).toBe('{"ok":true}');
  const metrics = await read('/metrics');
  expect(metrics).toMatch(/^samenspraak_couples 3$/m);
  expect(metrics).toMatch(/^samenspraak_outbox_unsent 7$/m);
  expect(metrics).toMatch(/^samenspraak_due_next_hour 5$/m);
  expect(metrics).toMatch(/^samenspraak_due_per_minute_peak 4$/m);
  expect(metrics).toMatch(/^samenspraak_send_rate_per_minute 1800$/m);
  expect(await read('/privacy')).toBe('De verklaring van Sanne.');
  await stop();
});

it('has no other route: nothing can be asked of it by path, by query or by sending it something', async () => {
  const port = await freePort();
  const store = {
    counts: () => Promise.resolve({ couples: 3, unsent: 7 }),
    duePerMinute: () => Promise.resolve([0]),
  };
  const stop = await startHttp({ ...where, HTTP_PORT: port }, store, systemClock(), 'De verklaring van Sanne.');
  const ask = (path: string, method = 'GET') => fetch(`http://127.0.0.1:${String(port)}${path}`, { method });
  const routes = ['/healthz', '/metrics', '/privacy'];
  const guesses = ['', 'people', 'couples', 'answers', 'export', 'admin', 'debug', 'status', 'logs', 'outbox', 'data'];
  for (const guess of guesses) {
    for (const path of [`/${guess}`, ...routes.map((route) => `${route}/${guess || '1'}`)])
      expect((await ask(path)).status, path).toBe(404);
  }
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
    for (const route of routes) expect((await ask(route, method)).status, `${method} ${route}`).toBe(404);
  }
  const plain = async (path: string) => (await (await ask(path)).text()).replace(/^(process|nodejs)_.*$/gm, '');
  for (const route of routes) expect(await plain(`${route}?person=1&all=true`)).toBe(await plain(route));
  // Every line is a count of the house's own; none has a label that could hold a name.
  const counted = (await plain('/metrics')).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  for (const line of counted) expect(line).toMatch(/^samenspraak_[a-z_]+ \d+$/);
  await stop();
});

it('is not well when the store is not', async () => {
  const port = await freePort();
  const store = { counts: () => Promise.reject(new Error('gone')), duePerMinute: () => Promise.resolve([]) };
  const stop = await startHttp({ ...where, HTTP_PORT: port }, store, systemClock(), '');
  expect((await fetch(`http://127.0.0.1:${String(port)}/healthz`)).status).toBe(500);
  await stop();
});
