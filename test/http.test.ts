import { request } from 'node:http';
import { expect, it } from 'vitest';
import { systemClock } from '../src/clock.js';
import { startHttp } from '../src/http.js';
import { policyPage } from '../src/privacy-policy.js';
import { freePort } from './support/free-port.js';

const where = { HTTP_HOST: '127.0.0.1', SEND_RATE: 30 };

it('says that it is alive, counts, and names nobody', async () => {
  const port = await freePort();
  const store = {
    counts: () => Promise.resolve({ couples: 3, unsent: 7 }),
    duePerMinute: () => Promise.resolve([0, 4, 1]),
  };
  const stop = await startHttp({ ...where, HTTP_PORT: port }, store, systemClock(), () => 'De verklaring van Sanne.');
  const read = async (path: string) => (await fetch(`http://127.0.0.1:${String(port)}${path}`)).text();
  expect(await read('/healthz')).toBe('{"ok":true}');
  const metrics = await read('/metrics');
  expect(metrics).toMatch(/^samenspraak_couples 3$/m);
  expect(metrics).toMatch(/^samenspraak_outbox_unsent 7$/m);
  expect(metrics).toMatch(/^samenspraak_due_next_hour 5$/m);
  expect(metrics).toMatch(/^samenspraak_due_per_minute_peak 4$/m);
  expect(metrics).toMatch(/^samenspraak_send_rate_per_minute 1800$/m);
  await stop();
});

it('tells of a bot that nobody reaches', async () => {
  const port = await freePort();
  const store = {
    counts: () => Promise.resolve({ couples: 3, unsent: 7 }),
    duePerMinute: () => Promise.resolve([0]),
  };
  let unheardMs = 25_000;
  let until: number | null = null;
  let skewMs: number | null = null;
  const health = {
    doubtedUntil: () => until,
    unheardMs: () => unheardMs,
    hasBegun: () => true,
    skewMs: () => Promise.resolve(skewMs),
    status: () => ({}),
  };
  const stop = await startHttp({ ...where, HTTP_PORT: port }, store, systemClock(), () => '', health);
  const look = async () => {
    const { status, body } = await ask(port, '/readyz', { host: `127.0.0.1:${String(port)}` });
    return { status, said: JSON.parse(body) as unknown };
  };
  const alive = async () => (await ask(port, '/healthz', { host: `127.0.0.1:${String(port)}` })).status;
  expect(await look()).toEqual({ status: 200, said: { ok: true } });
  unheardMs = 121_000;
  expect(await look()).toEqual({ status: 503, said: { ok: false, telegram: 'no poll was answered lately' } });
  until = Date.UTC(2026, 11, 1);
  expect((await look()).said).toMatchObject({ clock: 'in doubt', doubtedUntil: '2026-12-01T00:00:00.000Z' });
  skewMs = -5_400;
  expect((await look()).said).toMatchObject({ clocks: 'this machine is 5 seconds behind the database' });
  skewMs = 1_900;
  expect((await look()).said).not.toHaveProperty('clocks');
  // Starting it anew would not bring Telegram or the right time back.
  expect(await alive()).toBe(200);
  [unheardMs, until] = [0, null];
  expect(await look()).toEqual({ status: 200, said: { ok: true } });
  await stop();
});

it('shows people a page to read, under whatever name a web server in front is asked', async () => {
  const port = await freePort();
  const store = {
    counts: () => Promise.resolve({ couples: 3, unsent: 7 }),
    duePerMinute: () => Promise.resolve([0]),
  };
  const policy = policyPage({ OPERATOR_NAME: 'Sanne', OPERATOR_CONTACT: null });
  const stop = await startHttp({ ...where, HTTP_PORT: port }, store, systemClock(), () => policy);
  for (const host of [`127.0.0.1:${String(port)}`, 'privacy.example.org']) {
    const front = await ask(port, '/', { host });
    expect(front).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' });
    expect(front.body).toContain('<a href="/privacy">');
    expect(front.body).not.toContain('Sanne');
    const read = await ask(port, '/privacy', { host });
    expect(read).toMatchObject({ status: 200, type: 'text/html; charset=utf-8', body: policy });
  }
  await stop();
});

it('counts for nobody who asks under a name that could be pointed here, or from a page elsewhere', async () => {
  const port = await freePort();
  const store = {
    counts: () => Promise.resolve({ couples: 3, unsent: 7 }),
    duePerMinute: () => Promise.resolve([0]),
  };
  const settings = { ...where, HTTP_HOST: '127.0.0.1', HTTP_PORT: port };
  const stop = await startHttp(settings, store, systemClock(), () => '');
  const at = String(port);
  const foreign = ['example.org', `127.0.0.1.nip.io:${at}`, `localhost.example.org:${at}`, 'localhost@example.org'];
  for (const path of ['/metrics', '/healthz', '/readyz', '/status.json']) {
    for (const host of [...foreign, 'localhost.', 'a b', '[::1', '127.1'])
      expect((await ask(port, path, { host })).status, `${path} ${host}`).toBe(403);
    for (const origin of ['https://example.org', 'null', 'http://127.0.0.1:1'])
      expect((await ask(port, path, { host: `127.0.0.1:${at}`, origin })).status, `${path} ${origin}`).toBe(403);
    for (const host of [
      `127.0.0.1:${at}`,
      `localhost:${at}`,
      `LocalHost:${at}`,
      `[::1]:${at}`,
      '192.168.1.5',
      `10.0.0.1:80`,
    ])
      expect((await ask(port, path, { host })).status, `${path} ${host}`).toBe(200);
  }
  await stop();
});

it('answers to the name it was told to listen on', async () => {
  const port = await freePort();
  const store = {
    counts: () => Promise.resolve({ couples: 3, unsent: 7 }),
    duePerMinute: () => Promise.resolve([0]),
  };
  const stop = await startHttp({ ...where, HTTP_HOST: 'localhost', HTTP_PORT: port }, store, systemClock(), () => '');
  expect((await ask(port, '/metrics', { host: 'localhost:1' }, 'localhost')).status).toBe(200);
  await stop();
});

it('has no other route: nothing can be asked of it by path, by query or by sending it something', async () => {
  const port = await freePort();
  const store = {
    counts: () => Promise.resolve({ couples: 3, unsent: 7 }),
    duePerMinute: () => Promise.resolve([0]),
  };
  const stop = await startHttp({ ...where, HTTP_PORT: port }, store, systemClock(), () => 'De verklaring van Sanne.');
  const ask = (path: string, method = 'GET') => fetch(`http://127.0.0.1:${String(port)}${path}`, { method });
  const routes = ['/healthz', '/readyz', '/status.json', '/metrics', '/privacy', '/'];
  const guesses = ['people', 'couples', 'answers', 'export', 'admin', 'debug', 'status', 'logs', 'outbox', 'data'];
  for (const guess of guesses) {
    for (const path of [`/${guess}`, ...routes.map((route) => `${route}/${guess}`)])
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
  const stop = await startHttp({ ...where, HTTP_PORT: port }, store, systemClock(), () => '');
  const response = await fetch(`http://127.0.0.1:${String(port)}/readyz`);
  expect(response.status).toBe(503);
  expect(await response.json()).toEqual({ ok: false, store: 'cannot be read' });
  await stop();
});

interface Read {
  readonly status: number | undefined;
  readonly type: string | undefined;
  readonly body: string;
}

/** `fetch` does not let one choose the name that is asked for. */
function ask(port: number, path: string, headers: Record<string, string>, hostname = '127.0.0.1'): Promise<Read> {
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, headers }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => {
        resolve({ status: response.statusCode, type: response.headers['content-type'], body });
      });
    })
      .on('error', reject)
      .end();
  });
}
