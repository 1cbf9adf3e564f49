import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { compiled } from './support/compiled.js';
import { freePort } from './support/free-port.js';

/** `npm run demo`, as somebody meets it who tries it for the first time. */
function startDemo(...flags: string[]) {
  const child = spawn(process.execPath, [compiled('demo'), ...flags], { stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  let rest = '';
  let watchers: (() => void)[] = [];
  child.stdout.on('data', (chunk: Buffer) => {
    const parts = (rest + chunk.toString()).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
    for (const watch of watchers) watch();
  });
  onTestFinished(async () => {
    if (child.exitCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  });
  return {
    lines,
    hears: (wanted: RegExp) =>
      new Promise<string>((resolve, reject) => {
        const look = () => {
          const found = lines.find((line) => wanted.test(line));
          if (found !== undefined) resolve(found);
        };
        watchers = [...watchers, look];
        child.once('exit', () => {
          reject(new Error(`it ended: ${lines.join('\n')}`));
        });
        look();
      }),
  };
}

const pageOf = (line: string) => /http:\/\/\S+/.exec(line)?.[0] ?? '';

async function tokenOf(page: string): Promise<string> {
  const snapshot = (await (await fetch(`${page}control/snapshot`)).json()) as { world: { currentToken: string } };
  return snapshot.world.currentToken;
}

it('says that it starts before anything is there, and where the phones are when they are', async () => {
  const port = await freePort();
  const demo = startDemo('--port', String(port));
  await demo.hears(/./);
  expect(demo.lines[0]).toBe('Starting…');
  await expect(fetch(`http://127.0.0.1:${String(port)}/`)).rejects.toThrow();
  const page = pageOf(await demo.hears(/^Two phones/));
  expect(page).toBe(`http://127.0.0.1:${String(port)}/`);
  expect((await fetch(page)).status).toBe(200);
});

it('says that the port it was asked for is in use, and which one it took', async () => {
  const other = createServer();
  await once(other.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void other.close());
  const { port } = other.address() as AddressInfo;
  const demo = startDemo('--port', String(port));
  const notice = await demo.hears(/in use/);
  const page = pageOf(await demo.hears(/^Two phones/));
  expect(notice).toContain(String(port));
  expect(notice).toContain(new URL(page).port);
  expect(new URL(page).port).not.toBe(String(port));
});

it('draws a token of its own each time, so that nobody who knows the program is its bot', async () => {
  const [first = '', second = ''] = await Promise.all(
    [startDemo('--port', '0'), startDemo('--port', '0')].map(async (demo) =>
      tokenOf(pageOf(await demo.hears(/^Two phones/))),
    ),
  );
  expect(first).toMatch(/^\d+:[\w-]{30,}$/);
  expect(second).toMatch(/^\d+:[\w-]{30,}$/);
  expect(second).not.toBe(first);
});
