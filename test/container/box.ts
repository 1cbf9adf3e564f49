import { spawn, type ChildProcess, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A process in a tree of its own, as a container engine would start it: other files, bare environment, PID 1. */
export interface Box {
  readonly tree: string;
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly workdir: string;
  readonly user: string;
  readonly isReadOnly: boolean;
  /** Somebody types: its input is open. */
  readonly isTyped?: boolean;
  /** From the path inside to the path here; `:ro` behind the latter. */
  readonly mounts: Readonly<Record<string, string>>;
}

/** Node, npm and the C library come from this machine, for there is no base image. */
const ofTheMachine = ['usr', 'etc', 'opt'];
const links = ['bin', 'sbin', 'lib', 'lib64'];

const script = `
set -e
tree=$1; isReadOnly=$2; shift 2
mount --make-rprivate /
mount --bind "$tree" "$tree"
for dir in ${ofTheMachine.join(' ')}; do
  mkdir -p "$tree/$dir"; mount --rbind "/$dir" "$tree/$dir"; mount -o remount,ro,bind "$tree/$dir" || true
done
for link in ${links.join(' ')}; do [ -e "/$link" ] && { [ -e "$tree/$link" ] || cp -P "/$link" "$tree/$link"; }; done
mkdir -p "$tree/proc" "$tree/dev" "$tree/tmp"
mount -t proc proc "$tree/proc"
mount --rbind /dev "$tree/dev"
while [ "$1" != -- ]; do
  from=\${2%:ro}
  if [ -d "$from" ]; then mkdir -p "$tree$1"; else mkdir -p "$(dirname "$tree$1")"; touch "$tree$1"; fi
  mount --bind "$from" "$tree$1"
  [ "$from" = "$2" ] || mount -o remount,ro,bind "$tree$1"
  shift 2
done
shift
if [ "$isReadOnly" = yes ]; then mount -t tmpfs tmpfs "$tree/tmp"; chmod 1777 "$tree/tmp"; mount -o remount,ro,bind "$tree"; fi
user=$1; workdir=$2; shift 2
exec chroot --userspec="$user" --groups= "$tree" sh -c 'cd "$0" && exec "$@"' "$workdir" "$@"
`;

export interface Running {
  readonly child: ChildProcessWithoutNullStreams;
  said(): string;
  /** Resolves with the time it took in milliseconds; rejects when it ends first. */
  hears(text: RegExp): Promise<number>;
  /** To the process inside, which is PID 1 there. */
  signal(name: NodeJS.Signals): void;
  readonly ended: Promise<number | null>;
}

const started = new Set<ChildProcess>();

/** Whatever still runs, when the walk stumbles. */
export function endAll(): void {
  for (const child of started) child.kill('SIGKILL');
}

export function startInBox({ tree, command, environment, workdir, user, isReadOnly, isTyped, mounts }: Box): Running {
  mkdirSync(join(tree, workdir), { recursive: true });
  const args = [
    ...['--mount', '--pid', '--fork', '--kill-child', 'sh', '-c', script, 'box', tree, isReadOnly ? 'yes' : 'no'],
    ...Object.entries(mounts).flat(),
    ...['--', user, workdir, ...command],
  ];
  const beganAt = performance.now();
  const child = spawn('unshare', args, {
    env: { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', HOME: '/tmp', ...environment },
    stdio: 'pipe',
  });
  if (isTyped !== true) child.stdin.end();
  started.add(child);
  child.once('exit', () => started.delete(child));
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (said += part.toString()));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return {
    child,
    ended,
    said: () => said,
    hears: (text) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (text.test(said)) resolve(performance.now() - beganAt);
        };
        child.stdout.on('data', look);
        child.stderr.on('data', look);
        void ended.then(() => {
          reject(new Error(`it ended without ${String(text)}: ${said}`));
        });
        look();
      }),
    signal: (name) => {
      const inside = readFileSync(`/proc/${String(child.pid)}/task/${String(child.pid)}/children`, 'utf8').trim();
      process.kill(Number(inside), name);
    },
  };
}

export async function runInBox(box: Box): Promise<{ readonly code: number | null; readonly said: string }> {
  const running = startInBox(box);
  const code = await running.ended;
  return { code, said: running.said() };
}
