import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A road to a server that can be cut. */
export interface Proxy {
  readonly port: number;
  /** Whoever is on the way is thrown off, and comes out there when they try again. */
  leadTo(port: number): void;
  /** Nothing gets through any more, and nobody hears why; what is under way is held up. */
  cut(): void;
  /** What was held up goes on. */
  mend(): void;
  close(): Promise<void>;
}

export async function openProxy(to: number): Promise<Proxy> {
  let target = to;
  let isCut = false;
  const pairs = new Set<readonly [Socket, Socket]>();

  const flow = ([one, other]: readonly [Socket, Socket]) => {
    one.pipe(other);
    other.pipe(one);
  };
  const hold = ([one, other]: readonly [Socket, Socket]) => {
    for (const socket of [one, other]) {
      socket.unpipe();
      socket.pause();
    }
  };
  const throwOff = () => {
    for (const pair of pairs) for (const socket of pair) socket.destroy();
    pairs.clear();
  };

  const server = createServer({ pauseOnConnect: true }, (near) => {
    const far = connect({ port: target, host: '127.0.0.1' });
    const pair = [near, far] as const;
    pairs.add(pair);
    for (const socket of pair) {
      socket.on('error', () => undefined);
      socket.on('close', () => {
        pairs.delete(pair);
        for (const both of pair) both.destroy();
      });
    }
    if (!isCut) flow(pair);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    port: (server.address() as AddressInfo).port,
    leadTo: (port) => {
      target = port;
      throwOff();
    },
    cut: () => {
      isCut = true;
      for (const pair of pairs) hold(pair);
    },
    mend: () => {
      isCut = false;
      for (const pair of pairs) flow(pair);
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      throwOff();
      await closed;
    },
  };
}
