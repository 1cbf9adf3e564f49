import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Command, Origin } from '../../src/core/command.js';
import type { Listening, ListeningPhase } from '../../src/core/listening/scene.js';
import { emptyCouple } from '../../src/core/person.js';
import type { Couple, Person, Round, Scene } from '../../src/core/scene.js';
import type { CoupleId, Instant, PersonId } from '../../src/core/ids.js';
import { StoreRefusal } from '../../src/store/failures.js';
import type { StoreOptions } from '../../src/store/sqlite/open.js';
import type { Applied, Inbound, Outgoing, Row, Rule, Store } from '../../src/store/store.js';
import { outcome, outgoing } from '../support/outgoing.js';

export const hourMs = 3600_000;
export const dayMs = 24 * hourMs;
export const monday: Instant = Date.UTC(2026, 10, 23, 9);
export const anne = '700000001';
export const bram = '700000002';
const sender = { name: 'Anne' } as const;
export const allLanes = ['answer', 'reply', 'reveal', 'scheduled', 'sweep'] as const;

export function tempDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'samenspraak-store-'));
  onTestFinished(() => {
    rmSync(dir, { recursive: true, force: true });
  });
  return dir;
}

export function optionsFor(dataDir: string, more: Partial<StoreOptions> = {}): StoreOptions {
  const masterKey = Buffer.alloc(32, 1);
  return { dataDir, masterKey, botId: '123456', defaultLanguage: 'nl', defaultZone: 'Europe/Amsterdam', ...more };
}

let lastUpdateId = 0;

export function from(address: string, more: Partial<Inbound> = {}): Inbound {
  return inboundOf({ from: 'address', address }, { updateId: (lastUpdateId += 1), ...more });
}

export const ofPerson = (person: PersonId, more: Partial<Inbound> = {}) => inboundOf({ from: 'person', person }, more);
export const ofCouple = (couple: CoupleId, more: Partial<Inbound> = {}) =>
  inboundOf({ from: 'couple', couple }, { command: { type: 'wake' }, ...more });

export const withCode = (code: string): Command => ({ type: 'start', sender, code });

function inboundOf(origin: Origin, more: Partial<Inbound>): Inbound {
  const command: Command = { type: 'start', sender, code: null };
  return { updateId: null, origin, command, callbackQueryId: null, messageId: null, ownMessageId: null, ...more };
}

export function message(to: PersonId, more: Partial<Outgoing> & { readonly text?: string } = {}): Outgoing {
  const { text = 'Dag', ...rest } = more;
  return outgoing(to, { params: { text }, ...rest });
}

export const nothing: Rule = (scene) => outcome(scene);

export function withPerson(scene: Scene, person: Person): Scene {
  return { ...scene, people: { ...scene.people, [person.id]: person } };
}

export function withCouple(scene: Scene, couple: Couple): Scene {
  return { ...scene, couples: { ...scene.couples, [couple.id]: couple } };
}

export function withoutCouple(scene: Scene, id: CoupleId): Scene {
  return { ...scene, couples: Object.fromEntries(Object.entries(scene.couples).filter(([key]) => Number(key) !== id)) };
}

export function actorOf({ actor, people }: Scene): Person {
  const person = actor === null ? undefined : people[actor];
  if (person === undefined) throw new Error('nobody acts in this scene');
  return person;
}

export function theCouple({ about, couples }: Scene): Couple {
  const couple = about === null ? undefined : couples[about];
  if (couple === undefined) throw new Error('this scene is not about a couple');
  return couple;
}

export const agreed = (person: Person, more: Partial<Person> = {}): Person => ({
  ...person,
  consent: { version: 1, at: monday },
  name: 'Anne',
  ...more,
});

export function couple(id: CoupleId, members: readonly PersonId[], more: Partial<Couple> = {}): Couple {
  return { ...emptyCouple(id), members, ...more };
}

export const openRound: Round = {
  id: 'r1',
  scenario: 'wat-heb-je-nodig',
  example: 0,
  depth: 1,
  startedAt: monday,
  offered: {},
};

export const listeningIn = (phase: ListeningPhase): Listening => ({
  id: 'r2',
  protocol: 'spiegelen',
  pace: 'apart',
  starter: 1,
  speaker: 1,
  about: null,
  phase,
  turn: 1,
  step: 'vertel',
  draw: 0,
  tick: 3,
  until: monday + dayMs,
  nudgeAt: null,
  timeUpAt: null,
  left: [],
  ready: [],
  drafts: {},
  option: null,
  heldAs: null,
  used: {},
  mirrored: [],
  confirmed: [],
  notes: {},
  strays: {},
  signals: [],
  swaps: {},
  said: [],
  resume: null,
  parkings: 0,
});

/** Agrees and, with an id for a couple, invites by a code made from it. */
export const agrees =
  (coupleId: CoupleId | null = null): Rule =>
  (scene) => {
    const person = agreed(actorOf(scene), { coupleId });
    const next = withPerson(scene, person);
    if (coupleId === null) return outcome(next);
    return outcome(
      withCouple(
        next,
        couple(coupleId, [person.id], { invite: { code: codeOf(coupleId), expiresAt: null, askAt: null } }),
      ),
    );
  };

export const codeOf = (coupleId: CoupleId) => `1${String(coupleId).padStart(11, '0')}`;

/** Joins the couple that the code in the command leads to, if it has a seat left. */
export const joins: Rule = (scene) => {
  const { invited, couples } = scene;
  const before = invited === null ? undefined : couples[invited];
  if (before?.invite == null || before.members.length !== 1) return outcome(scene);
  const person = agreed(actorOf(scene), { coupleId: before.id });
  const spentCodes = [...before.spentCodes, { code: before.invite.code, how: 'used' as const }];
  const after = { ...before, members: [...before.members, person.id], invite: null, pairedAt: monday, spentCodes };
  return outcome(withCouple(withPerson(scene, person), after));
};

/** Writes messages to the actor, or to whom they name. */
export const says =
  (...messages: readonly (Partial<Outgoing> & { readonly text?: string })[]): Rule =>
  (scene) =>
    outcome(scene, { outgoing: messages.map((one) => message(one.to ?? actorOf(scene).id, one)) });

export async function applyOne(store: Store, inbound: Inbound, rule: Rule, now: Instant = monday): Promise<Applied> {
  const [applied] = await store.apply([inbound], rule, now, () => []);
  if (applied === undefined) throw new Error('nothing was applied');
  return applied;
}

/** Applies what must succeed, and gives the scene it began from. */
export async function perform(store: Store, inbound: Inbound, rule: Rule, now: Instant = monday): Promise<Scene> {
  const seen: Scene[] = [];
  const applied = await applyOne(
    store,
    inbound,
    (scene, one, moment) => {
      seen.push(scene);
      return rule(scene, one, moment);
    },
    now,
  );
  if (applied.result === 'failed') throw applied.error;
  const [scene] = seen;
  if (scene === undefined) throw new Error('the rule was not asked');
  return scene;
}

export async function sceneOf(store: Store, inbound: Inbound): Promise<Scene> {
  return perform(store, inbound, nothing);
}

/** Anne and Bram, paired in couple 9. */
export async function pairUp(store: Store): Promise<{ readonly anneId: PersonId; readonly bramId: PersonId }> {
  await perform(store, from(anne), agrees(9));
  await perform(store, from(bram, { command: withCode(codeOf(9)) }), joins);
  const [anneId, bramId] = theCouple(await sceneOf(store, from(anne))).members;
  if (anneId === undefined || bramId === undefined) throw new Error('the couple is not complete');
  return { anneId, bramId };
}

export const textOf = (row: Row) => row.params['text'];

/** Claims and settles as sent until nothing may go, as a courier with a perfect network would. */
export async function deliver(
  store: Store,
  now: Instant = monday,
  lanes: Parameters<Store['claim']>[1] = allLanes,
): Promise<Row[]> {
  const delivered: Row[] = [];
  for (let turn = 0; turn < 1000; turn += 1) {
    const rows = await store.claim(now, lanes, 100);
    if (rows.length === 0) return delivered;
    delivered.push(...rows);
    await store.settle(
      // What is said in the place of a message keeps its number.
      rows.map(({ id, params }) => ({ row: id, as: 'sent', messageId: Number(params['message_id'] ?? 1000 + id) })),
      now,
    );
  }
  throw new Error('the outbox does not come to an end');
}

/** The couple is gone, its people stay. */
export const leavesEachOther = (scene: Scene) => {
  const people = Object.fromEntries(
    Object.entries(scene.people).map(([id, person]) => [id, { ...person, coupleId: null }]),
  );
  return outcome({ ...scene, people, couples: {} });
};

/** The sentence with which the store refuses to do something. */
export function refusalOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof StoreRefusal) return error.message;
    throw error;
  }
  throw new Error('it was not refused');
}
