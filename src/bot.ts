import { arrive } from './app/arrive.js';
import { createBackupWatch, type BackupWatch } from './app/backup-watch.js';
import { endRooms } from './app/end-rooms.js';
import { createHandle } from './app/handle.js';
import { nextQuestionAt } from './app/next-question.js';
import { createRenderer } from './app/render.js';
import { createTimekeeper } from './app/timekeeper.js';
import { createWaker } from './app/wake.js';
import type { MachineClock } from './clock.js';
import type { Config } from './config.js';
import { createCourier } from './courier/courier.js';
import {
  linkOf,
  openData,
  openHouse,
  operatorOf,
  readScenarios,
  schemaVersions,
  type SchemaVersions,
} from './house.js';
import { startHttp } from './http.js';
import { createLead, type Office } from './lead.js';
import type { Log } from './log.js';
import type { Inbound } from './store/store.js';
import { createClient } from './telegram/client.js';
import { createPoller, introduce } from './telegram/poller.js';
import { judgeGroups } from './telegram/group-settings.js';
import { register } from './telegram/register.js';
import { createRoomWork } from './telegram/room-work.js';
import { createSend } from './telegram/send.js';
import { readVersion } from './version.js';
import { waitForData } from './wait-for-data.js';
import { en } from './texts/en/en.js';
import { nl } from './texts/nl/nl.js';

export interface Bot {
  /** The address that opens the bot on Telegram. */
  readonly username: string;
  /** The first link of a bot for one couple, for as long as nobody has come through it. */
  readonly ownerLink: string | null;
  /** The clock has jumped: what has come due is done at once. */
  tick(): Promise<void>;
  /** When the next question comes by itself; null when none will. For the demo: it looks at everybody. */
  nextQuestionAt(): Promise<number | null>;
  /** Ends in the reverse order of the beginning; the work in hand is finished first. */
  stop(): Promise<void>;
}

export interface BotOptions {
  readonly config: Config;
  readonly clock: MachineClock;
  readonly log: Log;
  /** The bot cannot go on: the store failed, or Telegram refuses the token. */
  readonly onFatal: (error: unknown) => void;
  readonly signal: AbortSignal;
  /** Before it listens: what keeps it from Telegram, in a sentence for whoever started it. */
  readonly onTrouble?: (sentence: string) => void;
  /** Something was applied, so that the next question may come at another time. */
  readonly onApplied?: () => void;
  /** For the demo: what an author tries out, a prompt or a path, is what a couple begins with. */
  readonly scenarioFile?: string;
  /** For the demo, whose data nobody has to keep: no word about backups. */
  readonly keepsNothing?: true;
}

/**
 * Wires everything and starts it. Resolves once this process leads, which in a store of its own it does at once. Rejects with a sentence
 * for the operator when it cannot.
 */
export async function startBot(options: BotOptions): Promise<Bot> {
  const { config, clock, log, onFatal, signal, scenarioFile } = options;
  const content = await readScenarios(config, log, scenarioFile);
  const store = await waitForData(() => openData(config, log), { log, signal, onTrouble: options.onTrouble });
  const hasFiles = config.DATABASE_URL === null && options.keepsNothing !== true;
  const backups = hasFiles ? createBackupWatch({ dataDir: config.DATA_DIR, clock, log }) : null;
  const undo: (() => Promise<void>)[] = [() => store.close()];
  const stop = async () => {
    for (const end of undo.splice(0).reverse()) await end();
  };
  try {
    const begin = officeOf(options, content, backups);
    const lead = createLead({ store, log, signal, onFatal, begin });
    undo.push(() => lead.stop());
    const health = {
      doubtedUntil: () => lead.running()?.doubtedUntil() ?? null,
      unheardMs: () => lead.running()?.unheardMs() ?? 0,
      hasBegun: () => lead.state() !== 'begins',
      skewMs: async () => (await store.skewMs?.()) ?? null,
      status: statusOf(clock, backups, await schemaVersions(config)),
    };
    undo.push(await startHttp(config, store, clock, () => pageOf(config), health));
    const { username, ownerLink } = await lead.first;
    log.info('the bot is listening');
    return {
      username,
      ownerLink,
      tick: async () => lead.running()?.tick(),
      nextQuestionAt: async () => (await lead.running()?.nextQuestionAt()) ?? null,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Running extends Omit<Bot, 'stop'> {
  readonly doubtedUntil: () => number | null;
  readonly unheardMs: () => number;
}

/** Everything that decides and sends. */
function officeOf(
  options: BotOptions,
  content: Awaited<ReturnType<typeof readScenarios>>,
  backups: BackupWatch | null,
): Office<Running>['begin'] {
  const { config, clock, log, signal } = options;
  const means = { sendRate: config.SEND_RATE, spreadMinutes: config.SPREAD_MINUTES };
  return async (store, undo, onFatal) => {
    const client = clientOf(config);
    undo.push(() => client.close());
    const me = await introduce(client, log, signal, options.onTrouble);
    const rooms = config.ROOMS === 'on' ? judgeGroups(me.flags, log) : 'off';
    const given = { ...content, ...rulesOf(config), ...(rooms === 'off' ? {} : { rooms }) };
    const timekeeper = createTimekeeper({ store, clock, log, onLongAway: () => waker.tellOfAbsence() });
    const handle = createHandle({
      store,
      clock,
      elapsedMs: () => clock.elapsedMs(),
      doubtedUntil: () => timekeeper.doubtedUntil(),
      given,
      renderer: createRenderer({ nl, en }, { ...operatorOf(config), botUsername: me.username, ...content }),
      defaults: { language: config.DEFAULT_LANGUAGE, zone: config.DEFAULT_TIMEZONE },
      log,
      claiming: () => courier.claiming(),
      onApplied: () => {
        courier.nudge();
        waker.rearm();
        options.onApplied?.();
      },
    });
    const inRooms = { call: client.callRaw.bind(client), botId: me.id, isWanted: store.isRoomRowWanted.bind(store) };
    const times = { now: () => clock.now(), elapsedMs: () => clock.elapsedMs() };
    const onBatch = (inbound: readonly Inbound[]) => handle(inbound).then(() => undefined);
    const courier = createCourier({
      store,
      send: createSend(client),
      clock,
      log,
      sendRate: means.sendRate,
      chatRate: config.CHAT_RATE,
      onReport: onBatch,
      // Also where rooms are off: what lies in those of before is still to be taken away.
      rooms: { store, work: (turn) => createRoomWork({ ...inRooms, ...times, turn }), onReport: handle },
      isDoubted: () => timekeeper.doubtedUntil() !== null,
      onFatal,
    });
    const waker = createWaker({ store, handle, clock, timekeeper, log, means, onFatal, onBeat: () => backups?.look() });
    const inGroups = rooms === 'off' ? {} : { inGroups: { id: me.id } };
    const poller = createPoller({ username: me.username, ...inGroups }, { client, log, onBatch, onFatal });

    await timekeeper.start();
    await arrive({ store, handle, clock, log, tellsNews: given.tellsNews });
    if (rooms !== 'on') await endRooms(store, handle);
    const ownerCode = await openHouse(config, store, handle);
    courier.start();
    undo.push(() => courier.stop());
    await waker.start();
    undo.push(() => waker.stop());
    await register(client, profiles, config.DEFAULT_LANGUAGE, log, config.ROOMS === 'on');
    poller.start();
    undo.push(() => poller.stop());
    return {
      username: me.username,
      ownerLink: linkOf(ownerCode, me),
      tick: () => (courier.nudge(), waker.tick()),
      nextQuestionAt: () => nextQuestionAt(store, clock, given),
      doubtedUntil: () => timekeeper.doubtedUntil(),
      unheardMs: () => poller.unheardMs(),
    };
  };
}

const profiles = { nl, en };

function clientOf({ BOT_TOKEN, TELEGRAM_API_ROOT, PAID_BROADCAST }: Config) {
  return createClient({ token: BOT_TOKEN, apiRoot: TELEGRAM_API_ROOT, paysForRate: PAID_BROADCAST !== 'no' });
}

/** What of the settings the rules are given. */
function rulesOf({ OPEN_TO, TELL_NEWS, SPREAD_MINUTES }: Config) {
  return { openTo: OPEN_TO, tellsNews: TELL_NEWS === 'yes', spreadMs: SPREAD_MINUTES * 60_000 };
}

/** What makes it is loaded when somebody asks for it. */
async function pageOf(config: Config): Promise<string> {
  return (await import('./privacy-policy.js')).policyPage(config);
}

/** For `/status.json`. */
function statusOf(
  clock: MachineClock,
  backups: BackupWatch | null,
  schema: SchemaVersions,
): () => Readonly<Record<string, unknown>> {
  const version = readVersion();
  return () => ({
    version,
    schema,
    uptimeSeconds: Math.floor(clock.elapsedMs() / 1000),
    backup: backups?.status() ?? null,
  });
}
