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

it('is not well when the store is not', async () => {
  const port = await freePort();
  const store = { counts: () => Promise.reject(new Error('gone')), duePerMinute: () => Promise.resolve([]) };
  const stop = await startHttp({ ...where, HTTP_PORT: port }, store, systemClock(), '');
  expect((await fetch(`http://127.0.0.1:${String(port)}/healthz`)).status).toBe(500);
  await stop();
});
