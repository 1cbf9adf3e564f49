import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * What a process is started with so that its disk takes so many milliseconds longer to sync. Compiled with the C compiler that
 * better-sqlite3 needs as well; Linux only.
 */
export function slowSync(directory: string, ms: number): NodeJS.ProcessEnv {
  if (ms === 0) return {};
  const library = join(directory, 'slow-sync.so');
  execFileSync('cc', [
    '-shared',
    '-fPIC',
    '-O2',
    '-o',
    library,
    fileURLToPath(new URL('slow-sync.c', import.meta.url)),
  ]);
  return { LD_PRELOAD: library, SYNC_MS: String(ms) };
}
