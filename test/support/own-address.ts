import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Files find what ships with them (prompts, migrations, pictures) beside their source. */
export function withOwnAddress(source: string, path: string): string {
  return source
    .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
    .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)));
}
