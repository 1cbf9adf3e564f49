import type { FastifyInstance } from 'fastify';
import { methodNamed } from '../bot-api/validate.js';
import type { Fault, UpdateFaults } from '../contract.js';
import type { Emulator } from '../emulator.js';
import { dropExpiredUpdates, queueUpdate } from '../world/updates.js';
import { omit } from '../world/omit.js';
import { currentBot } from '../world/world.js';
import { isTrue, number, objectBody, onlyKnown, optional, text, WrongBody, type Body } from './body.js';
import { faultKinds } from './faults.js';
import { groupRoutes } from './group-routes.js';
import { peopleRoutes } from './people-routes.js';
import { resetEmulator, restoreSnapshot, takeSnapshot } from './snapshot.js';
import { tellClock, tellFaults, tellNext } from './tell.js';
import { viewClock, viewState } from './views.js';

interface CallsRoute {
  Querystring: { after?: string; method?: string; waitMs?: string };
}

interface ClockRoute {
  Querystring: { offsetMs?: string; waitMs?: string };
}

/** Bots and people name the type of their files; only these are handed to a browser under that name. */
const isShowable = /^(image|audio|video)\/[\w.+-]+(; ?[\w.+-]+=[\w.+-]+)?$/;

const longestWaitMs = 120_000;

/** The control side: see contract.ts for what each route takes and gives. */
export function controlRoutes(app: FastifyInstance, { emulator }: { emulator: Emulator }): Promise<void> {
  app.setErrorHandler((error, _request, reply) => {
    const isWrong = error instanceof WrongBody || (error as { statusCode?: number }).statusCode === 400;
    void reply.code(isWrong ? 400 : 500).send({ error: error instanceof Error ? error.message : 'unknown' });
  });
  peopleRoutes(app, emulator);
  groupRoutes(app, emulator);
  watchRoutes(app, emulator);
  faultRoutes(app, emulator);
  timeRoutes(app, emulator);
  return Promise.resolve();
}

function watchRoutes(app: FastifyInstance, emulator: Emulator): void {
  app.get('/control/state', () => viewState(emulator));
  app.get('/control/events', (_request, reply) => {
    reply.hijack();
    emulator.events.join(reply.raw, { type: 'state', state: viewState(emulator) });
  });
  app.get<CallsRoute>('/control/calls', ({ query }) => {
    const waitMs = Math.min(Number(query.waitMs ?? 0), longestWaitMs);
    return emulator.calls.waitAfter(Number(query.after ?? 0), query.method ?? null, waitMs);
  });
  app.get<{ Params: { id: string } }>('/control/files/:id', (request, reply) => {
    const file = currentBot(emulator.world).files.get(request.params.id);
    if (file === undefined) return reply.code(404).send({ error: 'there is no such file' });
    return reply
      .type(isShowable.test(file.mimeType) ? file.mimeType : 'application/octet-stream')
      .header('x-content-type-options', 'nosniff')
      .header('content-disposition', file.kind === 'document' ? 'attachment' : 'inline')
      .header('content-security-policy', "default-src 'none'; media-src 'self'; img-src 'self'")
      .send(file.bytes);
  });
}

function faultRoutes(app: FastifyInstance, emulator: Emulator): void {
  app.post('/control/faults', (request) => emulator.faults.add(readFault(objectBody(request.body))));
  app.delete('/control/faults', () => {
    emulator.faults.clear();
    emulator.updateFaults.clear();
    return {};
  });
  app.delete<{ Params: { id: string } }>('/control/faults/:id', (request) => {
    if (!emulator.faults.remove(Number(request.params.id))) throw new WrongBody('there is no such fault');
    return {};
  });
  app.post('/control/update-faults', (request) => {
    emulator.updateFaults.set(readUpdateFaults(objectBody(request.body)));
    return {};
  });
  app.post('/control/limits', (request) => {
    emulator.limits.isOn = isTrue(objectBody(request.body), 'on');
    emulator.limits.clear();
    tellFaults(emulator);
    return { limits: emulator.limits.isOn };
  });
}

function timeRoutes(app: FastifyInstance, emulator: Emulator): void {
  app.post('/control/updates', (request) => {
    const update = omit(objectBody(request.body), 'update_id');
    return { updateId: queueUpdate(emulator, currentBot(emulator.world), update) };
  });
  app.get<ClockRoute>('/control/clock', async ({ query, raw }) => {
    const waitMs = Math.min(Number(query.waitMs ?? 0), longestWaitMs);
    if (query.offsetMs !== undefined) await emulator.followers.follow(raw.socket, Number(query.offsetMs), waitMs);
    return viewClock(emulator);
  });
  app.post('/control/clock', async (request) => {
    moveClock(emulator, objectBody(request.body));
    await emulator.followers.moved();
    return viewClock(emulator);
  });
  app.put('/control/next', (request) => {
    const body = objectBody(request.body);
    onlyKnown(body, ['atMs']);
    emulator.nextAtMs = body['atMs'] === null ? null : number(body, 'atMs');
    tellNext(emulator);
    return { nextAtMs: emulator.nextAtMs };
  });
  app.get('/control/snapshot', (_request, reply) => reply.type('application/json').send(takeSnapshot(emulator)));
  app.post('/control/restore', (request) => {
    if (!restoreSnapshot(emulator, request.body)) throw new WrongBody('this is no snapshot of this emulator');
    return {};
  });
  app.post('/control/reset', () => {
    resetEmulator(emulator);
    return {};
  });
}

function moveClock(emulator: Emulator, body: Body): void {
  onlyKnown(body, ['advanceMs', 'setToMs', 'allowBackwards']);
  const { clock } = emulator;
  const advanceMs = optional(body, 'advanceMs', number) ?? number(body, 'setToMs') - clock.nowMs();
  if (advanceMs < 0 && body['allowBackwards'] !== true) throw new WrongBody('the clock never runs backwards');
  clock.offsetMs += advanceMs;
  dropExpiredUpdates(emulator);
  tellClock(emulator);
}

function readFault(body: Body): Fault {
  onlyKnown(body, ['id', 'kind', 'method', 'chatId', 'times', 'probability', 'seed', 'retryAfterSeconds', 'delayMs']);
  const kind = text(body, 'kind');
  if (!(kind in faultKinds)) throw new WrongBody(`"kind" must be one of: ${Object.keys(faultKinds).join(', ')}`);
  const fault: Fault = { kind: kind as Fault['kind'] };
  const method = optional(body, 'method', text);
  if (method !== undefined) {
    if (methodNamed(method) === undefined) throw new WrongBody(`the Bot API has no method "${method}"`);
    fault.method = method;
  }
  for (const name of ['chatId', 'times', 'probability', 'seed', 'retryAfterSeconds', 'delayMs'] as const) {
    const value = optional(body, name, number);
    if (value !== undefined) fault[name] = value;
  }
  if (fault.times !== undefined && fault.times < 1) throw new WrongBody('"times" is at least 1');
  return fault;
}

function readUpdateFaults(body: Body): UpdateFaults {
  onlyKnown(body, ['duplicate', 'reorder', 'jump']);
  const faults: UpdateFaults = {};
  for (const name of ['duplicate', 'reorder', 'jump'] as const) {
    const value = optional(body, name, number);
    if (value !== undefined) faults[name] = value;
  }
  return faults;
}
