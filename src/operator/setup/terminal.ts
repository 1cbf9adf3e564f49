import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** Asks an operator. An answer is null once they have ended the set-up with Ctrl-C or Ctrl-D. */
export interface Terminal {
  say(text: string): void;
  ask(question: string): Promise<string | null>;
  /** What they type is not shown. */
  askHidden(question: string): Promise<string | null>;
  close(): void;
}

export function openTerminal(): Terminal {
  let isHidden = false;
  const output = new Writable({
    write(chunk: Buffer | string, _encoding, done) {
      if (!isHidden) process.stdout.write(chunk);
      done();
    },
  });
  const reader = createInterface({ input: process.stdin, output, terminal: true, historySize: 0 });
  const ended = new AbortController();
  const end = () => {
    ended.abort();
  };
  reader.on('SIGINT', end);
  reader.on('close', end);

  const ask = async (question: string) => {
    try {
      return (await reader.question(question, { signal: ended.signal })).trim();
    } catch {
      return null;
    }
  };
  return {
    say: (text) => process.stdout.write(`${text}\n`),
    ask,
    askHidden: async (question) => {
      process.stdout.write(question);
      isHidden = true;
      const answer = await ask('');
      isHidden = false;
      process.stdout.write('\n');
      return answer;
    },
    close: () => {
      reader.close();
    },
  };
}
