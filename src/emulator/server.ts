import Fastify from 'fastify';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dispatch } from './bot-api/dispatch.js';
import { fileRoutes } from './bot-api/multipart.js';
import { answerCall, sendJson } from './bot-api/transport.js';
import { controlRoutes } from './control/routes.js';
import { pageRoutes } from './control/page-routes.js';
import { createEmulator, stopEmulator } from './create.js';
import { isFromHere, notFromHere } from './local-only.js';

export interface RunningEmulator {
  url: string;
  port: number;
  close(): Promise<void>;
}

const maxControlBodyBytes = 256 * 1024 * 1024;

/** Starts a Bot API of its own, its control side and the two-phones page, on this machine only. */
export async function startEmulator(
  options: { port?: number; host?: string; now?: () => number } = {},
): Promise<RunningEmulator> {
  const host = options.host ?? '127.0.0.1';
  if (!/^(localhost|127(\.\d+){3}|::1)$/.test(host))
    throw new Error(`the emulator listens on loopback only, not ${host}`);
  const emulator = createEmulator(options.now ?? Date.now);
  const app = Fastify({
    serverFactory: (handler) =>
      createServer((request, response) => {
        if (!isFromHere(request)) sendJson(response, 403, notFromHere);
        else if (!answerCall(emulator, request, response)) handler(request, response);
      }),
    bodyLimit: maxControlBodyBytes,
    routerOptions: { maxParamLength: 256 },
  });
  emulator.webhooks.onAnswer((bot, body) => {
    answerOfWebhook(emulator, bot.token, body);
  });
  await app.register(fileRoutes, { emulator });
  await app.register(controlRoutes, { emulator });
  await app.register(pageRoutes);
  await app.listen({ port: options.port ?? 0, host });
  const { port } = app.server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    port,
    async close() {
      stopEmulator(emulator);
      app.server.closeAllConnections();
      await app.close();
    },
  };
}

/** A bot may answer an update with a method call; Telegram does it, and tells nobody how it went. */
function answerOfWebhook(emulator: Parameters<typeof dispatch>[0], token: string, body: string): void {
  let params: unknown;
  try {
    params = JSON.parse(body);
  } catch {
    return;
  }
  if (typeof params !== 'object' || params === null || !('method' in params)) return;
  const { method, ...rest } = params;
  if (typeof method !== 'string') return;
  void dispatch(emulator, { token, method, params: rest, uploads: new Map(), unreadable: null, connection: null });
}
