import { createHandle } from './app/handle.js';
import { createRenderer } from './app/render.js';
import { systemClock } from './clock.js';
import type { Config } from './config.js';
import type { Given } from './core/given.js';
import { createLog, type Log } from './log.js';
import { loadScenariosCached } from './scenarios/cache.js';
import { leaveOut } from './scenarios/left-out.js';
import type { Loaded, ScenarioProblem } from './scenarios/scenarios.js';
import { shippedDirectory } from './scenarios/shipped.js';
import { StorageFailure, StoreRefusal } from './store/failures.js';
import { findMasterKey, readMasterKey, type MasterKeySource } from './store/master-key.js';
import type { PostgresOptions } from './store/postgres/open.js';
import { schemaVersions as stepsOfFiles } from './store/sqlite/files.js';
import { openStore } from './store/sqlite/open.js';
import { fromWithin } from './store/inbound.js';
import type { Applied, Duty, Inbound, SharedStore } from './store/store.js';
import { en } from './texts/en/en.js';
import { nl } from './texts/nl/nl.js';
import { inviteUrl } from './texts/question.js';

/** What stands ready before anybody polls: the data, the prompts, and the first link. */

export const linkOf = (code: string | null, { username }: { readonly username: string }) =>
  code === null ? null : inviteUrl(code, username);

export function operatorOf({ OPERATOR_NAME, OPERATOR_CONTACT, PRIVACY_POLICY_URL, OPEN_TO, ROOMS }: Config) {
  return {
    operator: OPERATOR_NAME,
    operatorContact: OPERATOR_CONTACT,
    policyUrl: PRIVACY_POLICY_URL,
    isForTwo: OPEN_TO === 'couple',
    hasRooms: ROOMS === 'on',
  };
}

export function openData(config: Config, log: Log): Promise<SharedStore> {
  const { DATA_DIR: dataDir, KEY_FILE: keyFile, SAMENSPRAAK_KEY: keyFromEnv } = config;
  const [botId = ''] = config.BOT_TOKEN.split(':');
  const about = { botId, defaultLanguage: config.DEFAULT_LANGUAGE, defaultZone: config.DEFAULT_TIMEZONE };
  const source = { keyFile, keyFromEnv, dataDir };
  const { DATABASE_URL: databaseUrl, KEYS_DATABASE_URL: keysDatabaseUrl } = config;
  if (databaseUrl === null || keysDatabaseUrl === null) {
    return openStore({ dataDir, masterKey: readMasterKey(source), ...about });
  }
  return openShared({ ...about, databaseUrl, keysDatabaseUrl, poolSize: config.DATABASE_POOL }, source, log);
}

/** How many steps this program knows that the tables of its data are made in. */
export type SchemaVersions = ReturnType<typeof stepsOfFiles>;

export async function schemaVersions({ DATABASE_URL }: Pick<Config, 'DATABASE_URL'>): Promise<SchemaVersions> {
  return DATABASE_URL === null ? stepsOfFiles() : (await import('./store/postgres/migrate.js')).schemaVersions();
}

/** Of several processes none makes a key: another would make another one. */
async function openShared(
  options: Omit<PostgresOptions, 'masterKey'>,
  source: MasterKeySource,
  log: Log,
): Promise<SharedStore> {
  const masterKey = findMasterKey(source);
  if (masterKey === null) {
    throw new StoreRefusal(
      'With DATABASE_URL the key is not made by itself: set SAMENSPRAAK_KEY (openssl rand -base64 32), or KEY_FILE to a file that every process reads.',
    );
  }
  // Loaded where it is used: most bots need no driver.
  const { openPostgres } = await import('./store/postgres/open.js');
  const onWarning = (sentence: string) => {
    log.warn(sentence);
  };
  return openPostgres({ ...options, masterKey, onWarning }).catch((error: unknown) => {
    throw lockedOut(error);
  });
}

/** A server that is there, and does not know the user, the password or the database. */
function lockedOut(error: unknown): unknown {
  if (!(error instanceof StorageFailure) || !/^(?:28|3D)/.test(error.code)) return error;
  return new StoreRefusal(
    `PostgreSQL lets nobody in by DATABASE_URL or KEYS_DATABASE_URL (${error.code}): each must have the user, the password and the name of a database that is there.`,
  );
}

type ToAsk = Omit<Loaded, 'problems'> & Pick<Given, 'playedPath'>;
/** `played`: the id of what a file to play is about. */
interface Read extends ToAsk {
  readonly played: string | null;
}

/** What may be asked: all that was read, but for what the operator leaves out. */
export async function readScenarios(config: Config, log: Log, scenarioFile: string | undefined): Promise<ToAsk> {
  const { played, ...read } = await readAll(config, log, scenarioFile);
  if (played !== null && config.SCENARIOS_OFF.includes(played)) {
    throw new Error(`${scenarioFile ?? ''} is to be played, and SCENARIOS_OFF leaves it out: take ${played} out of it`);
  }
  const { unknown, kept, ...left } = leaveOut(read, config.SCENARIOS_OFF);
  for (const scenario of unknown) log.warn({ scenario }, 'SCENARIOS_OFF names no prompt or path that is there');
  for (const scenario of kept) log.warn({ scenario }, 'SCENARIOS_OFF names the first question, which is not left out');
  return { ...read, ...left };
}

/** With a file to play, its prompt or its path is what a couple begins with. */
async function readAll(config: Config, log: Log, scenarioFile: string | undefined): Promise<Read> {
  const own = config.SCENARIOS_DIR ?? undefined;
  const { scenarios, protocols, paths, problems } = await loadScenariosCached({ shipped: shippedDirectory, own });
  report(problems, log);
  if (scenarioFile === undefined) return { scenarios, protocols, paths, played: null };
  const played = await loadScenariosCached({ shipped: shippedDirectory, own: scenarioFile });
  report(played.problems, log);
  const fresh = [...played.scenarios.values()].filter(({ id }) => !scenarios.has(id));
  const path = [...played.paths.values()].find(({ id }) => !paths.has(id));
  if (path !== undefined) {
    const withIt = new Map([...paths, [path.id, path]]);
    return { scenarios: played.scenarios, protocols, paths: withIt, playedPath: path.id, played: path.id };
  }
  const [any] = fresh;
  if (any === undefined) throw new Error(`there is nothing of your own to play in ${scenarioFile}`);
  // A postcard is there to be written; nobody begins with one.
  const first = fresh.find(({ postcard }) => postcard === undefined);
  if (first === undefined) return { scenarios: played.scenarios, protocols, paths, played: any.id };
  const others = [...fresh, ...scenarios.values()].map((scenario) => ({ ...scenario, isOpening: false }));
  const all = [...others, { ...first, isOpening: true }].map((scenario) => [scenario.id, scenario] as const);
  return { scenarios: new Map(all), protocols, paths, played: first.id };
}

function report(problems: readonly ScenarioProblem[], log: Log): void {
  for (const { file, line, message, severity, origin } of problems) {
    if (severity === 'error' && origin === 'shipped') throw new Error(`${file}:${String(line)}: ${message}`);
    const what = severity === 'error' ? 'was left out' : 'was read with a remark';
    log.warn({ file, line }, `a file of your own ${what}: npm run scenarios says why`);
  }
}

/** A bot for one couple lets its owner in by one link; while nobody is in yet, every start shows it. */
export async function openHouse(
  config: Config,
  store: Pick<Duty, 'hasPeople'>,
  handle: (inbound: readonly Inbound[]) => Promise<readonly Applied[]>,
): Promise<string | null> {
  if (config.OPEN_TO === 'everyone' || (await store.hasPeople())) return null;
  const [applied] = await handle([fromWithin({ from: 'house' }, { type: 'openHouse' })]);
  if (applied?.result !== 'applied') throw new Error('the first link could not be made');
  const couples = Object.values(applied.outcome.scene.couples);
  return couples.find(({ members }) => members.length === 0)?.invite?.code ?? null;
}

/** Opens the data, making it and its key where there is none, for the first link alone. Null when somebody has come. */
export async function findOwnerLink(config: Config, username: string): Promise<string | null> {
  const log = createLog(config.LOG_LEVEL === 'info' ? 'warn' : config.LOG_LEVEL);
  const { scenarios, protocols, paths } = await readScenarios(config, log, undefined);
  const store = await openData(config, log);
  let link: string | null = null;
  try {
    await store.lead(new AbortController().signal, async (duty) => {
      const handle = createHandle({
        store: duty,
        clock: systemClock(),
        given: { scenarios, protocols, paths, openTo: config.OPEN_TO, tellsNews: false, spreadMs: 0 },
        renderer: createRenderer(
          { nl, en },
          { ...operatorOf(config), botUsername: username, scenarios, protocols, paths },
        ),
        defaults: { language: config.DEFAULT_LANGUAGE, zone: config.DEFAULT_TIMEZONE },
        log,
        onApplied: () => undefined,
      });
      link = linkOf(await openHouse(config, duty, handle), { username });
    });
    return link;
  } finally {
    await store.close();
  }
}
