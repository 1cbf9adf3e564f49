import { spawnSync } from 'node:child_process';
import module from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { tracedBack } from './stack.js';
import { directoryOf, fileOf, hashOfSources, isWhole, keptUnder, root } from './kept.js';

/**
 * `node src/run/run.js NAME` runs src/NAME.ts. It is compiled once, with all it imports, and kept for the next start under a
 * hash of the sources. Where that cannot be done (a read-only tree, a package that is missing), tsx runs it as it is.
 */
const [node = '', , name = 'main', ...rest] = process.argv;
const source = join(root, `src/${name}.ts`);
process.argv.splice(0, Infinity, node, source, ...rest);

const directory = compiled();
if (directory === null) {
  const { register } = await import('tsx/esm/api');
  register();
  await import(pathToFileURL(source).href);
} else {
  Error.prepareStackTrace = tracedBack(directory);
  // What V8 makes of a file is kept too, where Node can (22 and later).
  /** @type {{ enableCompileCache?: (directory: string) => unknown }} */ (module).enableCompileCache?.(
    join(keptUnder, 'v8'),
  );
  await import(pathToFileURL(join(directory, fileOf(name))).href);
}

function compiled() {
  try {
    const kept = directoryOf(hashOfSources());
    if (!isWhole(kept, name)) {
      spawnSync(process.execPath, [join(import.meta.dirname, 'compile-and-keep.js')], { stdio: 'ignore' });
    }
    return isWhole(kept, name) ? kept : null;
  } catch {
    return null;
  }
}
