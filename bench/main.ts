import { benchApply, benchSize } from './apply.js';
import { benchBackup } from './backup.js';
import { benchDue, benchNextSlot } from './due.js';
import { benchEmulator } from './emulator.js';

/** Every figure is a ratio of two things measured side by side in this run, or stands beside its target. */

interface Line {
  readonly what: string;
  readonly figure: string;
  readonly target: string;
  readonly isMet: boolean;
}

const lines: Line[] = [];
const note = (what: string, value: number, unit: string, target: number, isAtLeast: boolean) => {
  lines.push({
    what,
    figure: `${value < 10 ? value.toFixed(2) : String(Math.round(value))}${unit}`,
    target: `${isAtLeast ? '>=' : '<='} ${String(target)}${unit}`,
    isMet: isAtLeast ? value >= target : value <= target,
  });
};

console.log('updates applied, against a raw loop that writes the same rows …');
const applied = await benchApply();
note('updates applied a second, of the raw loop', applied.ratio, '', 0.5, true);
console.log(`  ${String(applied.storePerSecond)}/s beside ${String(applied.rawPerSecond)}/s`);

console.log('the emulator, against a bare server …');
const emulator = await benchEmulator();
note('emulator calls a second, of a bare node:http server', emulator.ratio, '', 0.5, true);

console.log('200,000 people due in one minute: pairing them takes a while …');
const due = await benchDue();
note('a due person, found, decided and queued', due.microsPerPerson, ' µs', 200, false);
note('memory after the last of them, of after the first tenth', due.memoryGrowth, '', 1.5, false);
note('longest block beyond the raw insert run', due.longestBlockMs - due.rawLongestBlockMs, ' ms', 20, false);
note('next scheduled moment of one person', benchNextSlot(), ' µs', 20, false);

console.log('a backup of 100,000 couples, while a bot works on them …');
const backup = await benchBackup();
note(
  'longest wait of a batch while it is made, of without',
  backup.during.batchMs / backup.without.batchMs,
  '',
  3,
  false,
);
console.log(`  ${String(Math.round(backup.megabytes))} MB in ${backup.seconds.toFixed(1)} s`);

console.log('a million couples: filling the database takes a while …');
const size = await benchSize();
note('a tick with nothing due, at 1,000,000 couples', size.emptyTickMicros, ' µs', 20, false);
note('start-up at 1,000,000 couples', size.startMs / 1000, ' s', 2, false);
note('memory at 1,000,000 couples', size.rssMb, ' MB', 200, false);

for (const { what, figure, target, isMet } of lines) {
  console.log(`${isMet ? 'met   ' : 'MISSED'}  ${what.padEnd(56)} ${figure.padStart(10)}   ${target}`);
}
process.exitCode = lines.every(({ isMet }) => isMet) ? 0 : 1;
