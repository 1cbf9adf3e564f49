import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** As much of a Dockerfile as ours has, read so that its steps can be walked without an engine. */

export type Step =
  | { readonly does: 'RUN'; readonly command: string }
  | { readonly does: 'COPY'; readonly from: string | null; readonly paths: readonly string[]; readonly to: string }
  | { readonly does: 'ENV'; readonly name: string; readonly value: string }
  | { readonly does: 'WORKDIR' | 'USER' | 'STOPSIGNAL' | 'VOLUME'; readonly what: string }
  | { readonly does: 'HEALTHCHECK' | 'ENTRYPOINT' | 'CMD'; readonly command: readonly string[] };

export interface Stage {
  readonly name: string;
  readonly base: string;
  readonly steps: readonly Step[];
}

export function readDockerfile(text: string): readonly Stage[] {
  const args = new Map<string, string>();
  const stages: { name: string; base: string; steps: Step[] }[] = [];
  for (const line of text.split('\n').filter((one) => one.trim() !== '' && !one.startsWith('#'))) {
    const [, does = '', rest = ''] = /^([A-Z]+) (.*)$/.exec(line) ?? [];
    if (does === 'ARG') {
      const [name = '', value = ''] = rest.split('=');
      args.set(name, value);
    } else if (does === 'FROM') {
      const [base = '', , name = ''] = rest.replace(/\$\{(\w+)\}/g, (_, arg: string) => args.get(arg) ?? '').split(' ');
      stages.push({ name, base, steps: [] });
    } else stages.at(-1)?.steps.push(readStep(does, rest));
  }
  return stages;
}

function readStep(does: string, rest: string): Step {
  switch (does) {
    case 'RUN':
      return { does, command: rest };
    case 'COPY': {
      const words = rest.split(' ');
      const from = words[0]?.startsWith('--from=') === true ? (words.shift()?.slice('--from='.length) ?? null) : null;
      return { does, from, paths: words.slice(0, -1), to: words.at(-1) ?? '' };
    }
    case 'ENV': {
      const [name = '', value = ''] = rest.split('=');
      return { does, name, value };
    }
    case 'WORKDIR':
    case 'USER':
    case 'STOPSIGNAL':
    case 'VOLUME':
      return { does, what: rest };
    case 'HEALTHCHECK':
    case 'ENTRYPOINT':
    case 'CMD':
      // Only the form without a shell: a shell in between would keep the signals to itself.
      return { does, command: JSON.parse(rest.slice(rest.indexOf('['))) as readonly string[] };
    default:
      throw new Error(`the walk knows no ${does}`);
  }
}

/** What .dockerignore lets through: ours names what goes along. */
export function isInContext(root: string, path: string): boolean {
  const lines = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n');
  const named = lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
  return lines.includes('*') && named.includes(path) && existsSync(join(root, path));
}
