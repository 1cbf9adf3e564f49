import type { Socket } from 'node:net';
import type { Clock } from '../world/clock.js';

/**
 * Programs that go by this clock. Each asks whether it is elsewhere than they know, and asks again once they have done
 * what that led to; so whoever moves the clock can wait for them.
 */
export interface Followers {
  /** Resolves as soon as the clock is elsewhere than at `offsetMs`, at the latest after `waitMs`. */
  follow(socket: Socket, offsetMs: number, waitMs: number): Promise<void>;
  /** The clock was moved. Resolves once all who follow it have asked again or gone, at the latest after a while. */
  moved(): Promise<void>;
  stop(): void;
}

/** Somebody who moves the clock by hand waits no longer than this for a program that hangs. */
const patienceMs = 10_000;

export function createFollowers(clock: Clock): Followers {
  const waiting = new Map<Socket, () => void>();
  /** Told of a move, and not back yet. */
  const away = new Set<Socket>();
  const known = new WeakSet<Socket>();
  let settle: (() => void)[] = [];

  const isBack = (socket: Socket) => {
    away.delete(socket);
    if (away.size > 0) return;
    for (const resolve of settle.splice(0)) resolve();
  };
  const watch = (socket: Socket) => {
    if (known.has(socket)) return;
    known.add(socket);
    socket.once('close', () => {
      waiting.get(socket)?.();
      isBack(socket);
    });
  };
  const release = () => {
    for (const [socket, answer] of waiting) {
      away.add(socket);
      answer();
    }
  };

  return {
    follow: (socket, offsetMs, waitMs) =>
      new Promise((resolve) => {
        watch(socket);
        if (offsetMs !== clock.offsetMs) {
          away.add(socket);
          resolve();
          return;
        }
        const answer = () => {
          clearTimeout(timer);
          waiting.delete(socket);
          resolve();
        };
        const timer = setTimeout(answer, waitMs);
        waiting.set(socket, answer);
        isBack(socket);
      }),
    moved: async () => {
      release();
      if (away.size === 0) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, patienceMs);
        settle = [
          ...settle,
          () => {
            clearTimeout(timer);
            resolve();
          },
        ];
      });
    },
    stop: () => {
      for (const answer of [...waiting.values()]) answer();
      away.clear();
      for (const resolve of settle.splice(0)) resolve();
    },
  };
}
