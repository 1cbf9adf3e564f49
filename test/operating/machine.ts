import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

/**
 * A bare machine for what docs/operating.md has people type: folders of its own, users of its own, and the programs of this
 * one. What would need a network or an init is stood in for: sudo, systemctl, journalctl, and `npm ci`.
 */

const root = resolve(import.meta.dirname, '../..');
const git = (cwd: string, ...args: readonly string[]) => execFileSync('git', [...args], { cwd, encoding: 'utf8' });

const shims = {
  sudo: `
user=root
if [ "$1" = -u ]; then user=$2; shift 2; fi
[ "$user" = root ] && exec "$@"
exec setpriv --reuid="$user" --regid="$user" --clear-groups env HOME="/var/lib/$user" "$@"`,
  // The same packages as it would install; SQLite takes minutes to compile.
  npm: `
[ "$1 $2" = 'ci --omit=dev' ] || exec NPM "$@"
[ -f package-lock.json ] || { echo 'npm ci where there is no package-lock.json'; exit 1; }
mkdir -p node_modules; mountpoint -q node_modules || mount --bind /packages node_modules`,
  systemctl: `
start() {
  unit=$1; case $unit in *.*) ;; *) unit=$unit.service ;; esac
  file=/etc/systemd/system/$unit
  [ -f "$file" ] || { echo "no unit $unit"; exit 5; }
  # What a timer starts at night is started at once.
  case $unit in *.timer) start "\${unit%.timer}.service"; return ;; esac
  value() { sed -n "s/^$1=//p" "$file"; }
  for dir in $(value ReadWritePaths) $(value WorkingDirectory); do
    [ -d "$dir" ] || { echo "$unit: $dir is not there"; exit 226; }
  done
  cd "$(value WorkingDirectory)"; user=$(value User); umask "$(value UMask)"
  run="setpriv --reuid=$user --regid=$user --clear-groups env -i PATH=/usr/local/bin:/usr/bin:/bin HOME=/var/lib/$user $(value ExecStart)"
  case $run in *' /usr/bin/node '*) [ -x /usr/bin/node ] || run=$(echo "$run" | sed 's#/usr/bin/node#NODE#') ;; esac
  if [ "$(value Type)" = oneshot ]; then $run; return; fi
  setsid $run > "/var/log/$unit.log" 2>&1 < /dev/null &
  echo $! > "/run/$unit.pid"
}
stop() {
  pid=$(cat "/run/$1.service.pid"); kill -TERM "$pid"; tail --pid="$pid" -f /dev/null
}
case "$1 $2" in
  daemon-reload*) ;;
  'enable --now') start "$3" ;;
  start*) start "$2" ;;
  stop*) stop "$2" ;;
  *) echo "systemctl $*: not stood in for"; exit 1 ;;
esac`,
  journalctl: `
log=/var/log/$2.service.log
timeout 90 sh -c "tail -n +1 -f $log | grep -m1 'is listening' > /dev/null"
cat "$log"`,
};

/** Everything git knows of here or would, as one commit to clone from. */
function repository(place: string): string {
  const copy = join(place, 'repository');
  const files = git(root, 'ls-files', '-co', '--exclude-standard', '-z').split('\0').filter(Boolean);
  for (const file of files) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }
  git(copy, 'init', '-q', '-b', 'main');
  git(copy, 'add', '-A');
  git(copy, '-c', 'user.name=walk', '-c', 'user.email=walk@localhost', 'commit', '-qm', 'as it is here');
  return copy;
}

/** What `npm ci --omit=dev` installs. */
function packages(place: string): string {
  const installed = join(root, 'node_modules');
  const listed = execFileSync('npm', ['ls', '--omit=dev', '--all', '--parseable'], { cwd: root, encoding: 'utf8' });
  const into = join(place, 'packages');
  cpSync(join(installed, '.bin'), join(into, '.bin'), { recursive: true, verbatimSymlinks: true });
  for (const path of listed.trim().split('\n')) {
    const name = relative(installed, path);
    if (name !== '' && !name.startsWith('..')) cpSync(path, join(into, name), { recursive: true });
  }
  return into;
}

export interface Machine {
  readonly tree: string;
  readonly mounts: Readonly<Record<string, string>>;
}

export function bareMachine(): Machine & { readonly place: string } {
  const place = mkdtempSync(join(tmpdir(), 'samenspraak-machine-'));
  chmodSync(place, 0o755);
  const tree = join(place, 'tree');
  for (const dir of ['tmp', 'run', 'var/log', 'var/lib', 'mnt', 'root', 'shims'])
    mkdirSync(join(tree, dir), { recursive: true });
  chmodSync(join(tree, 'tmp'), 0o1777);
  const npm = execFileSync('sh', ['-c', 'command -v npm'], { encoding: 'utf8' }).trim();
  for (const [name, script] of Object.entries(shims)) {
    const text = `#!/bin/sh\nset -e${script.replaceAll('NPM', npm).replaceAll('NODE', process.execPath)}\n`;
    writeFileSync(join(tree, 'shims', name), text, { mode: 0o755 });
  }
  const etc = join(place, 'etc');
  execFileSync('cp', ['-a', '/etc', etc]);
  mkdirSync(join(etc, 'systemd/system'), { recursive: true });
  const opt = join(place, 'opt');
  mkdirSync(opt);
  const mounts = { '/etc': etc, '/opt': opt, '/packages': packages(place), '/repository': `${repository(place)}:ro` };
  return { place, tree, mounts };
}
