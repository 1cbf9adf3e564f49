import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { followClock } from '../src/demo-clock.js';
import { openWorld } from './support/world.js';

it('follows every jump of the emulator’s clock over one connection, by which it is known', async () => {
  const jumps = 20;
  let connections = 0;
  let offsetMs = 0;
  const server = createServer((request, response) => {
    const known = new URL(request.url ?? '', 'http://localhost').searchParams.get('offsetMs');
    if (known === String(jumps)) return;
    if (known !== null) offsetMs += 1;
    response.end(JSON.stringify({ offsetMs }));
  });
  server.on('connection', () => (connections += 1));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const clock = await followClock(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
  let heard = 0;
  await new Promise<void>((resolve) => {
    clock.onJump(() => {
      heard += 1;
      if (heard === jumps) resolve();
      return Promise.resolve();
    });
  });
  clock.close();
  expect(connections).toBe(1);
});

it('set forward, by however much, it is time that passed, and no clock to be in doubt about', async () => {
  const yearMs = 365 * 24 * 3_600_000;
  const world = await openWorld();
  const clock = await followClock(world.url);
  onTestFinished(async () => {
    clock.close();
    await world.close();
  });
  const before = clock.now();
  await world.later(yearMs);
  expect(clock.now() - before).toBeGreaterThanOrEqual(yearMs);
  expect(clock.stray()).toBeNull();
});
