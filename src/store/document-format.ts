import type { z } from 'zod';
import { BrokenDocument } from './failures.js';
import type { Versioned } from './upcasts.js';

/** A kind of sealed JSON: its present version, its shape, and how each older version becomes the next. */
export interface Format<Document> {
  readonly name: string;
  readonly version: number;
  readonly schema: z.ZodType<Document & { v: number }>;
  readonly upcasts: Readonly<Record<number, (document: Versioned) => Versioned>>;
}

/** Checked on write: what could not be read back is never stored. */
export function writeDocument<Document>(format: Format<Document>, document: Document): Buffer {
  return Buffer.from(JSON.stringify(check(format, { v: format.version, ...document })));
}

/** Checked again on read, after bringing an older version up to the present one. */
export function readDocument<Document>(format: Format<Document>, bytes: Buffer): Document {
  let document = parse(format, bytes);
  if (document.v > format.version) throw new BrokenDocument(`a ${format.name} is of a later version`);
  while (document.v < format.version) {
    const upcast = format.upcasts[document.v];
    if (upcast === undefined) throw new BrokenDocument(`a ${format.name} has an unknown version`);
    document = { ...upcast(document), v: document.v + 1 };
  }
  return check(format, document);
}

function parse<Document>(format: Format<Document>, bytes: Buffer): Versioned {
  try {
    const document: unknown = JSON.parse(bytes.toString('utf8'));
    if (typeof document === 'object' && document !== null && 'v' in document && Number.isInteger(document.v)) {
      return document as Versioned;
    }
  } catch {
    // Said below, without the parser's message: it quotes what it read.
  }
  throw new BrokenDocument(`a ${format.name} is not versioned JSON`);
}

function check<Document>(format: Format<Document>, document: unknown): Document & { v: number } {
  const result = format.schema.safeParse(document);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new BrokenDocument(`a ${format.name} is not well formed: ${issue?.code ?? ''} at ${describe(issue?.path)}`);
}

/** No further than the fields of a document itself: deeper down the names are ids. */
function describe(path: readonly PropertyKey[] | undefined): string {
  const fields = (path ?? []).slice(0, path?.[0] === 'person' ? 2 : 1);
  return fields.length === 0 ? 'root' : fields.join('.');
}
