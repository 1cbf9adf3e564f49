import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { loadScenarios, shippedDirectory } from '../../src/scenarios/scenarios.js';

/** A directory of its own for each test of a file that says `inOwnDirectory()`. */
export let directory: string;

export function inOwnDirectory(): void {
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'scenarios-'));
  });
  afterEach(() => {
    rmSync(directory, { recursive: true });
  });
}

/** Writes a file below the directory and gives its path. */
export function given(name: string, content: string | Buffer): string {
  const file = join(directory, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

/** What is said about one own file, as `line: message`, a warning marked by `~`. */
export function saidAbout(content: string | Buffer): readonly string[] {
  const { problems } = loadScenarios({ shipped: leastThatShips(), own: given('own/a.yaml', content) });
  return problems.map(({ line, message, severity }) => `${line}: ${severity === 'warning' ? '~ ' : ''}${message}`);
}

/** What no bot does without, copied: all that ships would be read anew for every sentence that is tested. */
function leastThatShips(): string {
  const least = join(directory, 'least');
  for (const part of ['lists', 'prompts/klein-moment.yaml', 'listening/alleen-luisteren.yaml']) {
    cpSync(join(shippedDirectory, part), join(least, part), { recursive: true });
  }
  mkdirSync(join(least, 'paths'), { recursive: true });
  return least;
}

/** A small prompt that is right, with lines added. */
export function own(...lines: readonly string[]): string {
  return ['id: eigen', 'text:', '  nl: Waar kijk je naar uit?', 'answer:', '  kind: text', ...lines].join('\n');
}

export function asking(nl: string): string {
  return own().replace('Waar kijk je naar uit?', nl);
}

/** The same question with another answer; its lines are indented here. */
export function answered(...lines: readonly string[]): string {
  return own().replace('  kind: text', lines.map((line) => `  ${line}`).join('\n'));
}

export function options(...labels: readonly string[]): readonly string[] {
  return labels.map((label, index) => `  - { id: o${index}, nl: ${label} }`);
}
