import Fastify, { type FastifyInstance } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import type { Clock } from './clock.js';
import type { Config } from './config.js';
import type { Metrics } from './metrics.js';
import { mostSkewMs } from './store/postgres/skew.js';
import type { SharedStore } from './store/store.js';
import { pageHeaders, webPage } from './web-page.js';

type Settings = Pick<Config, 'HTTP_HOST' | 'HTTP_PORT' | 'SEND_RATE'>;
type Counted = Pick<SharedStore, 'counts' | 'duePerMinute'>;

/** What the bot knows of itself that an outsider should hear. */
export interface Health {
  /** Until when the machine's clock is not believed; null while it is. */
  readonly doubtedUntil: () => number | null;
  /** For how long Telegram has answered no poll: it is away, or another copy polls with the same token. */
  readonly unheardMs: () => number;
  /** Whether it does its work, or waits for the process that does to make room. */
  readonly hasBegun: () => boolean;
  /** By how much this machine's clock is ahead of the store's; null where the two are one. */
  readonly skewMs: () => Promise<number | null>;
  /** What runs here, since when, and how the backups stand. No count and no name. */
  readonly status: () => Readonly<Record<string, unknown>>;
}

const noHealth: Health = {
  doubtedUntil: () => null,
  unheardMs: () => 0,
  hasBegun: () => true,
  skewMs: () => Promise.resolve(null),
  status: () => ({}),
};

/** A few polls' worth: whoever writes to the bot then waits in vain. */
const unheardLimitMs = 2 * 60_000;

/**
 * /healthz (the process lives), /readyz (it can do its work), /status.json and /metrics: for the machine's own. / and /privacy: for people, so that a web server in front can
 * publish the policy (an HTML page). Gives back how to end it.
 */
export async function startHttp(
  settings: Settings,
  store: Counted,
  clock: Clock,
  policy: () => string | Promise<string>,
  health: Health = noHealth,
): Promise<() => Promise<void>> {
  const { HTTP_HOST: host, HTTP_PORT: port } = settings;
  const app = Fastify({ forceCloseConnections: true });
  await app.register((local) => {
    local.addHook('onRequest', async (request, reply) => {
      if (!isAskedAsOurs(request.headers, host)) await reply.code(403).send({ error: notOurs });
    });
    local.get('/healthz', () => ({ ok: true }));
    local.get('/readyz', async (_request, reply) => {
      const troubles = await troublesOf(store, health);
      const ok = Object.keys(troubles).length === 0;
      return reply.code(ok ? 200 : 503).send({ ok, ...troubles });
    });
    local.get('/status.json', async () => ({ ...health.status(), ...(await troublesOf(store, health)) }));
    metricsRoute(local, settings.SEND_RATE, store, clock);
    return Promise.resolve();
  });
  app.get('/', (_request, reply) => reply.headers(pageHeaders).send(front));
  app.get('/privacy', async (_request, reply) => reply.headers(pageHeaders).send(await policy()));
  await app.listen({ host, port });
  return () => app.close();
}

/** What keeps it from its work, each by its name. */
async function troublesOf(store: Counted, health: Health): Promise<Readonly<Record<string, string>>> {
  const isStoreWell = await store.counts().then(
    () => true,
    () => false,
  );
  const until = health.doubtedUntil();
  // A store that does not answer says so above.
  const skewMs = (await health.skewMs().catch(() => null)) ?? 0;
  return {
    ...(isStoreWell ? {} : { store: 'cannot be read' }),
    ...(health.unheardMs() <= unheardLimitMs ? {} : { telegram: 'no poll was answered lately' }),
    ...(health.hasBegun() ? {} : { bot: 'is starting' }),
    ...(Math.abs(skewMs) <= mostSkewMs ? {} : { clocks: skewSentence(skewMs) }),
    ...(until === null ? {} : { clock: 'in doubt', doubtedUntil: new Date(until).toISOString() }),
  };
}

function skewSentence(skewMs: number): string {
  const seconds = String(Math.round(Math.abs(skewMs) / 1_000));
  return `this machine is ${seconds} seconds ${skewMs > 0 ? 'ahead of' : 'behind'} the database`;
}

const front = webPage('Samenspraak', {
  nl: '<h1>Samenspraak</h1><p>Hier draait Samenspraak, een Telegram-bot voor twee mensen samen. Praten doe je met de bot, in Telegram.</p><p><a href="/privacy">Wat de bot bewaart, en waarom</a></p>',
  en: '<p>Samenspraak runs here, a Telegram bot for two people together. You talk to it in Telegram.</p><p><a href="/privacy#en">What the bot keeps, and why</a></p>',
});

const notOurs = 'ask under an address in numbers, localhost, or what HTTP_HOST says';

/**
 * A web page elsewhere can point a name of its own at this machine, and its visitor's browser would read it what stands
 * here; it cannot do so with a number. And what a page asks for from elsewhere is none of its business.
 */
function isAskedAsOurs({ host = '', origin }: IncomingHttpHeaders, own: string): boolean {
  if (!URL.canParse(`http://${host}`)) return false;
  const address = new URL(`http://${host}`);
  if (address.host !== host.toLowerCase().replace(/:80$/, '')) return false;
  const name = address.hostname.replace(/^\[|\]$/g, '');
  const isOurs = isIP(name) !== 0 || name === 'localhost' || name === own.toLowerCase();
  return isOurs && (origin === undefined || origin === address.origin);
}

function metricsRoute(app: FastifyInstance, sendRate: number, store: Counted, clock: Clock): void {
  let metrics: Promise<Metrics> | null = null;
  app.get('/metrics', async (_request, reply) => {
    metrics ??= import('./metrics.js').then(({ createMetrics }) => createMetrics(sendRate, store, clock));
    const { contentType, text } = await metrics;
    return reply.type(contentType).send(await text());
  });
}
