import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The flags of a bot that begins with a prompt or a path of somebody's own. Each call writes the file anew. */
export function askingFirst(content: string): () => readonly string[] {
  const id = /^id: (\S+)$/m.exec(content)?.[1] ?? 'own';
  return () => {
    const file = join(mkdtempSync(join(tmpdir(), 'samenspraak-own-')), `${id}.yaml`);
    writeFileSync(file, content);
    return ['--scenario', file];
  };
}
