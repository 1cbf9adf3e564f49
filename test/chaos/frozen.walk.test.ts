import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { drafted, opening } from '../crash/couple.js';
import { nl } from '../../src/texts/nl/nl.js';
import { findPostgres, freshDatabases, sayLeftOut } from '../support/postgres.js';
import { openWorld, type Someone } from '../support/world.js';
import { leaderOf, noteActs, overlaps } from './acts.js';
import { startReplica } from './replica.js';
import { ask } from './servers.js';

const { labels } = nl;
const patienceMs = 120_000;

async function wakes(): Promise<void> {
  const world = await openWorld(patienceMs);
  onTestFinished(() => world.close());
  const databases = await freshDatabases();
  const asking: Parameters<typeof noteActs>[0] = { ask: (sql) => ask(databases.databaseUrl, sql) };
  const replicas = [];
  for (const name of ['one', 'other']) {
    const replica = await startReplica(name, { url: world.url, databases });
    onTestFinished(() => replica.close());
    replicas.push(replica);
  }
  const [anne, bram] = [await world.person('Anne'), await world.person('Bram')];
  await anne.says('/start');
  await anne.taps(labels.agree);
  const code = await world.until('an invite', () => /start=(\w+)/.exec(anne.reads())?.[1]);
  await bram.says(`/start ${code}`);
  await bram.taps(labels.agree);
  await bram.hears('Je bent gekoppeld met');
  await noteActs(asking);
  const seesDraft = (one: Someone, ...words: readonly string[]) =>
    world.until(`${one.name} to see ${words.join(' ')}`, () =>
      one.messages().find(({ text }) => text.startsWith(drafted) && words.every((word) => text.includes(word))),
    );

  const first = await whoLeads(asking);
  const [frozen, next] = replicas.toSorted((one) => (one.name === first ? -1 : 1));
  if (frozen === undefined || next === undefined) throw new Error('two were started');
  await anne.says('een');
  frozen.freeze();
  await anne.says('twee');
  // The server ends the session of the silent process, and the other one leads.
  await seesDraft(anne, 'een', 'twee');
  expect(await whoLeads(asking)).toBe(next.name);
  const [taken] = await asking.ask<{ epoch: string }>('select epoch from leader');

  frozen.wake();
  await bram.says('drie');
  await seesDraft(bram, 'drie');
  for (const one of [anne, bram]) await one.taps(labels.seal);
  for (const one of [anne, bram]) {
    const { text } = await one.sees(opening);
    for (const word of ['een', 'twee', 'drie']) expect(text.split(`\n${word}`).length - 1, word).toBe(1);
    expect(text.indexOf('een')).toBeLessThan(text.indexOf('twee'));
  }
  expect(await overlaps(asking)).toBe(0);
  const acted = await asking.ask<{ name: string }>(
    `select distinct name from acts where epoch >= ${taken?.epoch ?? ''}`,
  );
  expect(acted.map(({ name }) => name)).toEqual([next.name]);

  // The process that was frozen is alive, waits, and leads once the other one has ended.
  expect(frozen.ends()).toBe(0);
  await next.stop();
  await anne.says('/vraag');
  await anne.taps(labels.surpriseUs);
  await world.until('the next question', () => (anne.messages().at(-1)?.from === 'bot' ? true : undefined));
  expect(await whoLeads(asking)).toBe(frozen.name);
  expect(world.wrongCalls()).toEqual([]);
}

/** For a moment between two leads nobody does. */
async function whoLeads(asking: Parameters<typeof leaderOf>[0]): Promise<string> {
  for (;;) {
    const name = await leaderOf(asking);
    if (name !== null) return name;
    await wait(50);
  }
}

if (findPostgres() === null) it('PostgreSQL is left out, and says so', sayLeftOut);
else it('a leader that stood still wakes, does nothing under another’s lead, and waits for its turn', wakes);
