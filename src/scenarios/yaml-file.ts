import { readFileSync, statSync } from 'node:fs';
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { sentencesFor } from './yaml-issues.js';

const fileSizeMaxKiB = 64;

export type Path = readonly PropertyKey[];

export interface Fault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** `at` says where a field stands, and where its nearest parent stands when it is not in the file. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T; readonly at: (path: Path) => Omit<Fault, 'message'> }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Reads one YAML file and checks it against a schema, or the one that what it holds asks for; whatever is wrong comes back with its line and column. */
export function readYamlFile<T>(path: string, schema: z.ZodType<T> | ((data: unknown) => z.ZodType<T>)): Checked<T> {
  const text = readText(path);
  if (!text.ok) return failed(text.message);
  const lines = new LineCounter();
  const parsed = parse(text.value, lines);
  if (!parsed.ok) return parsed;

  const at = (path: Path) => position(lines, offsetOf(parsed.document, path));
  const checked = (typeof schema === 'function' ? schema(parsed.data) : schema).safeParse(parsed.data);
  if (checked.success) return { ok: true, value: checked.data, at };
  const faults = checked.error.issues.flatMap((issue) =>
    sentencesFor(issue, valueAt(parsed.data, issue.path)).map((message, index) => ({
      ...at(issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[index] ?? ''] : issue.path),
      message,
    })),
  );
  return { ok: false, faults };
}

function readText(path: string): { ok: true; value: string } | { ok: false; message: string } {
  try {
    if (statSync(path).size > fileSizeMaxKiB * 1024) {
      return { ok: false, message: `is larger than ${fileSizeMaxKiB} KiB` };
    }
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)) };
  } catch (error) {
    if (error instanceof TypeError) return { ok: false, message: 'is not UTF-8: save it as UTF-8' };
    return { ok: false, message: `cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})` };
  }
}

/** A file can refer to what is not there, or make the parser run out of stack: a fault of the file, not of the bot. */
function parse(text: string, lines: LineCounter) {
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const faults = [...document.errors, ...document.warnings].map((error) => ({
      ...position(lines, error.pos[0]),
      message: `is not valid YAML: ${error.message}`,
    }));
    if (faults.length > 0) return { ok: false as const, faults };
    return { ok: true as const, document, data: document.toJS() as unknown };
  } catch (error) {
    const reason = error instanceof ReferenceError ? error.message : 'it is nested too deeply';
    return failed(`is not valid YAML: ${reason}`);
  }
}

function failed(message: string): { readonly ok: false; readonly faults: readonly Fault[] } {
  return { ok: false, faults: [{ line: 1, column: 1, message }] };
}

function position(lines: LineCounter, offset: number): Omit<Fault, 'message'> {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
      if (pair === undefined) break;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof part === 'number') {
      node = node.items[part];
      offset = startOf(node) ?? offset;
    } else break;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[part] : undefined,
    data,
  );
}
