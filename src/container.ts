/** Where an image begins: the bot, or the command named, with what stands behind it. */

const commands: Readonly<Record<string, () => Promise<unknown>>> = {
  start: () => import('./main.js'),
  setup: () => import('./operator/setup.js'),
  doctor: () => import('./operator/doctor.js'),
  backup: () => import('./operator/backup.js'),
  restore: () => import('./operator/restore.js'),
  keys: () => import('./operator/keys.js'),
  move: () => import('./operator/move.js'),
  scenarios: () => import('./operator/scenarios.js'),
  'privacy-policy': () => import('./operator/print-privacy-policy.js'),
};

const [, , name = 'start', ...rest] = process.argv;
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (command === undefined) {
  process.stderr.write(`${name} is no command here: ${Object.keys(commands).join(', ')} are.\n`);
  process.exitCode = 2;
} else {
  process.argv.splice(2, Infinity, ...rest);
  await command();
}
