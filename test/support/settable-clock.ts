import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What is loaded before the bot: its machine's clock says so much more or less than it should, as a file has it. */
const preload = (file: string) => `
import { readFileSync } from 'node:fs';
const Truth = Date;
const wrongMs = () => Number(readFileSync(${JSON.stringify(file)}, 'utf8'));
globalThis.Date = class extends Truth {
  constructor(...given) {
    if (given.length === 0) super(Truth.now() + wrongMs());
    else super(...given);
  }
  static now() {
    return Truth.now() + wrongMs();
  }
};
`;

/** A machine whose clock can be set while a process runs on it; its stopwatches go on as they did. */
export interface SettableClock {
  /** For the process's environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** So far from the truth. */
  readonly set: (wrongMs: number) => void;
  readonly remove: () => void;
}

export function settableClock(): SettableClock {
  const home = mkdtempSync(join(tmpdir(), 'samenspraak-clock-'));
  const [script, file] = [join(home, 'clock.mjs'), join(home, 'wrong')];
  writeFileSync(file, '0');
  writeFileSync(script, preload(file));
  return {
    environment: { NODE_OPTIONS: `--import ${script}` },
    set: (wrongMs) => {
      writeFileSync(file, String(wrongMs));
    },
    remove: () => {
      rmSync(home, { recursive: true, force: true });
    },
  };
}
