import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, expect, it } from 'vitest';

/** `npm run scenarios` on a copy of what ships, with mistakes across the files in it. */

const root = resolve(import.meta.dirname, '../..');
let copy: string | null = null;

afterEach(() => {
  if (copy !== null) rmSync(copy, { recursive: true, force: true });
});

it('fails on a question asked twice, on English that is Dutch, and on an example used twice', () => {
  copy = mkdtempSync(join(tmpdir(), 'scenarios-'));
  for (const name of ['src', 'scenarios', 'package.json', 'tsconfig.json']) {
    cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  const prompts = join(copy, 'scenarios/prompts');
  const found = readFileSync(join(prompts, 'tientje-in-de-jas.yaml'), 'utf8');
  const again = found
    .replace('id: tientje-in-de-jas', 'id: tientje-nog-eens')
    .replace(/en: You find a tenner.*/u, 'en: Je vindt een tientje in een oude jas. Waar gaat het heen?');
  writeFileSync(join(prompts, 'tientje-nog-eens.yaml'), again);
  const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', 'src/operator/scenarios.ts'], {
    cwd: copy,
    encoding: 'utf8',
  });
  expect(stdout).toMatch(/^tientje-in-de-jas and tientje-nog-eens ask much the same \(nl: /mu);
  expect(stdout).toMatch(/^tientje-nog-eens: «Je vindt een tientje.*» is the same in both languages$/mu);
  expect(stdout).toMatch(
    /^tientje-nog-eens: the example «Eerlijk\? Wasmiddel\.» stands in tientje-in-de-jas as well$/mu,
  );
  expect(status).toBe(1);
});
