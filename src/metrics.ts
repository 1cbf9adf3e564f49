import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { minutesAhead } from './app/load.js';
import type { Clock } from './clock.js';
import type { SharedStore } from './store/store.js';

export interface Metrics {
  readonly contentType: string;
  readonly text: () => Promise<string>;
}

/** A lag of the event loop is looked for this often; prom-client's ten milliseconds would never let the processor rest. */
const lagLookMs = 1_000;

/** What `/metrics` says. Loaded when somebody asks for it: counting costs a bot that nobody watches nothing. */
export function createMetrics(
  sendRate: number,
  store: Pick<SharedStore, 'counts' | 'duePerMinute'>,
  clock: Clock,
): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: lagLookMs });
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
  return {
    contentType: registry.contentType,
    text: async () => {
      const counts = await store.counts();
      gauges.couples.set(counts.couples);
      gauges.unsent.set(counts.unsent);
      const due = await store.duePerMinute(clock.now(), minutesAhead);
      load.hour.set(due.reduce((sum, couples) => sum + couples, 0));
      load.peak.set(Math.max(...due));
      return registry.metrics();
    },
  };
}
