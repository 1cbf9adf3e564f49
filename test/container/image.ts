import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { isInContext, readDockerfile, type Stage, type Step } from './dockerfile.js';
import { runInBox, type Box } from './box.js';

const root = resolve(import.meta.dirname, '../..');

export interface Image {
  readonly tree: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly user: string;
  readonly workdir: string;
  readonly entrypoint: readonly string[];
  readonly healthcheck: readonly string[];
}

/** Walks every step of the Dockerfile, each stage in a folder of its own below `place`. */
export async function buildImage(place: string, say: (line: string) => void): Promise<Image> {
  let last: Image | null = null;
  for (const stage of readDockerfile(readFileSync(join(root, 'Dockerfile'), 'utf8'))) {
    last = await walkStage(stage, place, say);
  }
  if (last === null) throw new Error('the Dockerfile has no stage');
  return last;
}

async function walkStage(stage: Stage, place: string, say: (line: string) => void): Promise<Image> {
  const tree = join(place, stage.name === '' ? 'image' : stage.name);
  mkdirSync(tree, { recursive: true });
  let image: Image = { tree, environment: {}, user: '0:0', workdir: '/', entrypoint: [], healthcheck: [] };
  for (const step of stage.steps) {
    say(`${stage.name === '' ? 'image' : stage.name}: ${step.does}`);
    image = await walk(step, image, place);
  }
  return image;
}

async function walk(step: Step, image: Image, place: string): Promise<Image> {
  switch (step.does) {
    case 'ENV':
      return { ...image, environment: { ...image.environment, [step.name]: step.value } };
    case 'WORKDIR':
      mkdirSync(join(image.tree, step.what), { recursive: true });
      return { ...image, workdir: step.what };
    case 'USER':
      return { ...image, user: step.what };
    case 'ENTRYPOINT':
      return { ...image, entrypoint: step.command };
    case 'HEALTHCHECK':
      return { ...image, healthcheck: step.command };
    case 'COPY':
      copy(step, image, place);
      return image;
    case 'RUN':
      if (step.command !== 'npm ci' || !takeInstalled(image)) await run(step.command, image);
      return image;
    case 'CMD':
    case 'STOPSIGNAL':
    case 'VOLUME':
      return image;
  }
}

function copy({ from, paths, to }: Extract<Step, { does: 'COPY' }>, image: Image, place: string): void {
  for (const path of paths) {
    if (from === null && !isInContext(root, path)) throw new Error(`.dockerignore keeps ${path} from the builder`);
    const source = from === null ? join(root, path) : join(place, from, path);
    const target = join(image.tree, resolve(image.workdir, to));
    const isFile = statSync(source).isFile();
    cpSync(source, isFile ? join(target, basename(source)) : target, { recursive: true });
  }
}

async function run(command: string, image: Image): Promise<void> {
  const { code, said } = await runInBox(boxOf(image, ['sh', '-c', command], { isReadOnly: false }));
  if (code !== 0) throw new Error(`RUN ${command} ended with ${String(code)}: ${said}`);
}

/** The same packages as `npm ci` gives, where this checkout has them already: SQLite takes minutes to compile. */
function takeInstalled({ tree, workdir }: Image): boolean {
  const installed = join(root, 'node_modules');
  if (!existsSync(join(installed, '.package-lock.json'))) return false;
  execFileSync('cp', ['-a', installed, join(tree, workdir)]);
  return true;
}

export function boxOf(image: Image, command: readonly string[], more: Partial<Box> = {}): Box {
  const { tree, environment, workdir, user } = image;
  return { tree, environment, workdir, user, command, isReadOnly: true, mounts: {}, ...more };
}
