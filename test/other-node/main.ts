import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { killChildren, runChild } from '../../bench/against/children.js';
import { readCommandLine, refuseUsage } from '../../src/command-line.js';

/**
 * `npm run test:node -- 24` runs the tests on another Node than the one that is installed: on a copy of the working tree, with the
 * native module built for that Node.
 */

const versions = ['22', '24'];
const usage = `npm run test:node -- ${versions.join('|')} [FILE…] [-- what else vitest is told]`;
const { words } = readCommandLine({
  usage,
  about: 'Runs the tests, or those named, on another version of Node, which it takes from the npm registry.',
  words: { least: 1, most: 1_000 },
});
const [version = '', ...told] = words;
if (!versions.includes(version)) refuseUsage(`The tests are run on Node ${versions.join(' or ')}.`, usage);

const root = resolve(import.meta.dirname, '../..');
const base = mkdtempSync(join(tmpdir(), 'samenspraak-on-node-'));
process.on('exit', () => {
  killChildren();
  rmSync(base, { recursive: true, force: true });
});
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  // npm passes a signal on that the terminal has sent to both; a second one must find a listener too.
  process.on(signal, () => {
    process.exit(code);
  });
}

const copy = join(base, 'copy');
const packageOfNode = `node-${process.platform}-${process.arch}`;
const node = join(base, 'node/node_modules', packageOfNode);
const env = {
  ...process.env,
  PATH: `${join(node, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`,
  // The headers of that Node, and no module that was built for another.
  npm_config_nodedir: node,
  npm_config_build_from_source: 'true',
};

console.log(`Node ${version} comes from the registry …`);
await must(
  'npm',
  ['install', '--prefix', join(base, 'node'), '--no-save', '--no-audit', '--no-fund', `${packageOfNode}@${version}`],
  base,
);
console.log('the working tree is copied, and its dependencies are installed: minutes …');
copyTree();
await must('npm', ['ci', '--no-audit', '--no-fund'], copy);
const { code } = await runChild('node', ['node_modules/vitest/vitest.mjs', 'run', ...told], {
  cwd: copy,
  env,
  isShown: true,
});
process.exit(code ?? 1);

/** Ends the process with what a command said, when it failed. */
async function must(command: string, args: readonly string[], cwd: string): Promise<void> {
  const { code, said } = await runChild(command, args, { cwd, env });
  if (code === 0) return;
  console.error(`${command} ${args[0] ?? ''} failed:\n${said}`);
  process.exit(1);
}

/** What git knows and what it would add: nothing that is ignored, no data and no node_modules. */
function copyTree(): void {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const file of listed.split('\0')) {
    // One that was deleted is still listed until that is committed.
    if (file !== '' && existsSync(join(root, file))) cpSync(join(root, file), join(copy, file));
  }
}
