import Fastify from 'fastify';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Config } from './config.js';
import type { Store } from './store/store.js';

/** /healthz and /metrics: counts only. Gives back how to end it. */
export async function startHttp(
  { HTTP_HOST: host, HTTP_PORT: port }: Pick<Config, 'HTTP_HOST' | 'HTTP_PORT'>,
  store: Pick<Store, 'counts'>,
): Promise<() => Promise<void>> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauges = {
    couples: new Gauge({ name: 'samenspraak_couples', help: 'Couples there are', registers: [registry] }),
    unsent: new Gauge({ name: 'samenspraak_outbox_unsent', help: 'Messages that wait', registers: [registry] }),
  };
  const app = Fastify({ forceCloseConnections: true });
  app.get('/healthz', async () => {
    await store.counts();
    return { ok: true };
  });
  app.get('/metrics', async (_request, reply) => {
    const counts = await store.counts();
    gauges.couples.set(counts.couples);
    gauges.unsent.set(counts.unsent);
    return reply.type(registry.contentType).send(await registry.metrics());
  });
  await app.listen({ host, port });
  return () => app.close();
}
