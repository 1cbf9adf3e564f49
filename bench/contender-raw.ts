import { join } from 'node:path';
import { Pool } from 'undici';
import { startedWith, token } from './contender.js';
import { openRaw, type RawRow } from './raw.js';

/** The raw pipeline: polls, writes a batch, sends while it polls on, settles the batch. */

interface Answer {
  readonly result: readonly { readonly update_id: number }[];
}

const { apiRoot, dataDir, couples } = startedWith();
const pool = new Pool(apiRoot, { connections: 200 });
const raw = openRaw(join(dataDir, 'samenspraak.sqlite'), couples);

async function call(method: string, params: object): Promise<unknown> {
  const response = await pool.request({
    method: 'POST',
    path: `/bot${token}/${method}`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(params),
  });
  return response.body.json();
}

async function send(rows: readonly RawRow[]): Promise<void> {
  await Promise.all(rows.map(({ method, params }) => call(method, params)));
  raw.settle(rows);
}

async function run(): Promise<void> {
  for (let offset = 0; ;) {
    const { result } = (await call('getUpdates', { offset, timeout: 25, limit: 100 })) as Answer;
    const ids = result.map(({ update_id: id }) => id);
    offset = (ids.at(-1) ?? offset - 1) + 1;
    if (ids.length > 0) void send(raw.write(ids));
  }
}

process.send?.('listening');
await run();
