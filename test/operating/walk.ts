import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readCommandLine } from '../../src/command-line.js';
import { startEmulator } from '../../src/emulator/server.js';
import { endAll, startInBox } from '../container/box.js';
import { freePort } from '../support/free-port.js';
import { blocksOf } from './blocks.js';
import { bareMachine } from './machine.js';

/**
 * `npm run operating`: every line that docs/operating.md has people type on a machine with systemd is read out of that
 * document and typed, in its order, on a bare machine. What it says of containers is tried by `npm run container`.
 */
readCommandLine({
  usage: 'npm run operating',
  about: 'Types what docs/operating.md says, line by line, on a bare machine of folders; needs root.',
});

const document = readFileSync(resolve(import.meta.dirname, '../../docs/operating.md'), 'utf8');
const lines = blocksOf(document)
  .filter(({ language }) => language === 'sh')
  .flatMap((block) => block.lines);
const quoted = (text: string) => `'${text.replaceAll(`'`, `'\\''`)}'`;
const typed = lines.map((line) => line.replace('<address of this repository>', '/repository'));
/** At the end the bot runs, and all is well. */
const closing = ['journalctl -u samenspraak', 'sudo -u samenspraak npm run doctor', 'sudo systemctl stop samenspraak'];
const script = [
  'set -e',
  'PATH=/shims:$PATH; export PATH; umask 022',
  ...[...typed, ...closing].flatMap((line) => [`printf '\\n$ %s\\n' ${quoted(line)}`, line]),
  'echo; echo walked to the end',
].join('\n');

const beganAt = performance.now();
const { place, tree, mounts } = bareMachine();
const emulator = await startEmulator();
try {
  writeFileSync(join(tree, 'walk.sh'), script);
  const bot = startInBox({
    ...{ tree, mounts, user: '0:0', workdir: '/root', isReadOnly: false, isTyped: true },
    // A shell as PID 1 takes in what the services leave behind.
    command: ['sh', '-c', `script -qefc 'sh /walk.sh' /dev/null; exit $?`],
    environment: {
      TELEGRAM_API_ROOT: emulator.url,
      HTTP_PORT: String(await freePort()),
      LOG_LEVEL: 'warn',
      TERM: 'xterm',
    },
  });
  const answers = [
    ['Paste the token', `123456:${'w'.repeat(35)}\r`],
    ['your name?', 'Sanne\r'],
  ] as const;
  let answered = 0;
  bot.child.stdout.on('data', (part: Buffer) => {
    process.stdout.write(part);
    const next = answers[answered];
    if (next === undefined || !bot.said().includes(next[0])) return;
    answered += 1;
    bot.child.stdin.write(next[1]);
  });
  if ((await bot.ended) !== 0) throw new Error('a line of docs/operating.md failed, the last one above');
  look(bot.said());
  process.stdout.write(
    `${String(typed.length)} lines typed in ${((performance.now() - beganAt) / 1000).toFixed(0)} s.\n`,
  );
} finally {
  endAll();
  await emulator.close();
  rmSync(place, { recursive: true, force: true });
}

function must(isSo: boolean, what: string): void {
  if (!isSo) throw new Error(`not so: ${what}`);
}

/** What the document promises of it. */
function look(said: string): void {
  must(said.includes('walked to the end'), 'every line was typed');
  const links = [...said.matchAll(/start=(\w{12})/g)].map(([, code]) => code);
  must(links.length === 3 && new Set(links).size === 1, 'one link, from the set-up to the last start');
  must(!/^!! /m.test(said), 'the doctor finds nothing wrong');
  const data = join(tree, 'var/lib/samenspraak');
  must(existsSync(join(data, 'data/samenspraak.sqlite')), 'the data lies in /var/lib/samenspraak');
  must((statSync(join(data, 'samenspraak.key')).mode & 0o777) === 0o600, 'the key is for its owner alone');
  const installed = join(mounts['/opt'] ?? '', 'samenspraak');
  must(
    !readdirSync(installed).some((name) => name === 'data' || name.endsWith('.key')),
    'nothing lies beside the code',
  );
  const env = statSync(join(installed, '.env'));
  must((env.mode & 0o777) === 0o600 && env.uid === statSync(join(data, 'data')).uid, '.env is the bot’s alone');
  must(existsSync(join(tree, 'mnt/backup/samenspraak/keys.sqlite')), 'the backup of the timer stands in /mnt/backup');
}
