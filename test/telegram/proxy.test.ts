import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { startEmulator } from '../../src/emulator/server.js';
import { createTransport } from '../../src/telegram/transport.js';

const token = `123456:${'a'.repeat(35)}`;

/** A proxy that brings whatever is asked for to one port here, and keeps what was asked for. */
async function openProxy(toPort: number) {
  const asked: string[] = [];
  const server = createServer();
  server.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    const there = connect(toPort, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      there.pipe(socket).pipe(there);
    });
    socket.on('error', () => there.destroy());
    there.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    asked,
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

describe('a proxy in the environment', () => {
  const names = ['HTTP_PROXY', 'http_proxy', 'NO_PROXY', 'no_proxy'];
  const before = names.map((name) => process.env[name]);
  afterEach(() => {
    names.forEach((name, index) => {
      const value = before[index];
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    });
  });

  it('is the way to Telegram, and not to a Bot API on this machine', async () => {
    const emulator = await startEmulator();
    const proxy = await openProxy(Number(new URL(emulator.url).port));
    process.env['HTTP_PROXY'] = proxy.url;
    const far = createTransport(`http://127.0.0.1.nip.example:${new URL(emulator.url).port}`, token);
    const near = createTransport(emulator.url, token);
    // The emulator answers nobody under another name; that it was asked at all shows the way.
    await expect(far.call('getMe', {})).rejects.toThrow();
    expect(proxy.asked).toEqual([`127.0.0.1.nip.example:${new URL(emulator.url).port}`]);
    await expect(near.call('getMe', {})).resolves.toMatchObject({ is_bot: true });
    expect(proxy.asked).toHaveLength(1);
    await Promise.all([far.close(), near.close()]);
    proxy.close();
    await emulator.close();
  });
});
