import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A proxy in front of a server, whose connection can be cut. */
export interface Proxy {
  readonly port: number;
  /** Closes all connections; new ones go to the server on this port. */
  leadTo(port: number): void;
  /** Lets no data through, without an error on either side. Data on its way is held back. */
  cut(): void;
  /** Lets the data that was held back through. */
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
