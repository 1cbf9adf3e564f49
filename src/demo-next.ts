import { setTimeout as wait } from 'node:timers/promises';

export interface NextTeller {
  /** Asks the bot again soon; what changes in the meantime is told in one go. */
  mayHaveChanged(): void;
  /** Asks at once. Resolves when it has been told. */
  tell(): Promise<void>;
  close(): Promise<void>;
}

/** Looking ahead takes longer than most of what people do. */
const pauseMs = 300;

/** Tells the emulator when the next question comes, so that the page can offer to go there. */
export function tellNextQuestion(emulatorUrl: string, ask: () => Promise<number | null>): NextTeller {
  const closing = new AbortController();
  let told: number | null = null;
  let isWaiting = false;
  let telling: Promise<void> = Promise.resolve();

  async function tellOnce(): Promise<void> {
    if (closing.signal.aborted) return;
    const atMs = await ask();
    if (atMs === told) return;
    await fetch(`${emulatorUrl}/control/next`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ atMs }),
      signal: closing.signal,
    });
    told = atMs;
  }

  // Without it the page only lacks a button: whatever goes wrong, the next change tries again.
  const tell = () => (telling = telling.then(tellOnce).catch(() => undefined));

  return {
    tell,
    mayHaveChanged: () => {
      if (isWaiting) return;
      isWaiting = true;
      void wait(pauseMs, undefined, { signal: closing.signal, ref: false })
        .then(() => {
          isWaiting = false;
          return tell();
        })
        .catch(() => undefined);
    },
    close: async () => {
      closing.abort();
      await telling;
    },
  };
}
