import Fastify from 'fastify';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { minutesAhead } from './app/load.js';
import type { Clock } from './clock.js';
import type { Config } from './config.js';
import type { Store } from './store/store.js';

/** /healthz and /metrics: counts only; /privacy: the policy, for a web server in front to publish. Gives back how to end it. */
export async function startHttp(
  { HTTP_HOST: host, HTTP_PORT: port, SEND_RATE: sendRate }: Pick<Config, 'HTTP_HOST' | 'HTTP_PORT' | 'SEND_RATE'>,
  store: Pick<Store, 'counts' | 'duePerMinute'>,
  clock: Clock,
  policy: string,
): Promise<() => Promise<void>> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string) => new Gauge({ name: `samenspraak_${name}`, help, registers: [registry] });
  const gauges = {
    couples: gauge('couples', 'Couples there are'),
    unsent: gauge('outbox_unsent', 'Messages that wait'),
  };
  const load = {
    hour: gauge('due_next_hour', 'Couples that come due within the hour'),
    peak: gauge('due_per_minute_peak', 'Most couples that come due in one minute of the next hour'),
    capacity: gauge('send_rate_per_minute', 'Messages a minute that SEND_RATE allows'),
  };
  load.capacity.set(sendRate * 60);
  const app = Fastify({ forceCloseConnections: true });
  app.get('/healthz', async () => {
    await store.counts();
    return { ok: true };
  });
  app.get('/privacy', (_request, reply) => reply.type('text/plain; charset=utf-8').send(policy));
  app.get('/metrics', async (_request, reply) => {
    const counts = await store.counts();
    gauges.couples.set(counts.couples);
    gauges.unsent.set(counts.unsent);
    const due = await store.duePerMinute(clock.now(), minutesAhead);
    load.hour.set(due.reduce((sum, couples) => sum + couples, 0));
    load.peak.set(Math.max(...due));
    return reply.type(registry.contentType).send(await registry.metrics());
  });
  await app.listen({ host, port });
  return () => app.close();
}
