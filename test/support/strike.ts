import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import type { BotProcess } from './bot-process.js';

/**
 * SIGKILL between two transactions of a running bot: a process of its own looks into the database, which is in use, and
 * strikes as soon as the first of the two is committed. Whether it was in time is seen afterwards: the second is not there.
 */
export interface Strike {
  /**
   * Waits until it struck, or until something shows that the bot has got past it, which a busy machine makes possible. The
   * bot is gone then. False when it had got further than the first of the two.
   */
  wasInTime(isPast: Promise<unknown>): Promise<boolean>;
}

const root = resolve(import.meta.dirname, '../..');

const striker = `
  import Database from 'better-sqlite3';
  const [path, pid, sql] = process.argv.slice(1);
  const look = new Database(path, { readonly: true }).prepare(sql);
  process.stdout.write('looking');
  while (look.get() === undefined);
  process.kill(Number(pid), 'SIGKILL');
`;

/** `sql` finds something from the first transaction to the second. */
export async function strikesOnce(bot: BotProcess, sql: string): Promise<Strike> {
  const path = join(bot.dataDir, 'samenspraak.sqlite');
  const looking = spawn(process.execPath, ['--input-type=module', '-e', striker, path, String(bot.pid()), sql], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const struck = once(looking, 'exit');
  await once(looking.stdout, 'data');
  return {
    wasInTime: async (isPast) => {
      await Promise.race([struck, isPast]);
      looking.kill();
      await bot.kill();
      const raw = new Database(path, { readonly: true });
      try {
        return raw.prepare(sql).get() !== undefined;
      } finally {
        raw.close();
      }
    },
  };
}
