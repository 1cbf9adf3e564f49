/** Reads the JSON bodies of the control routes: a wrong one is a sentence, never a stack. */
export type Body = Record<string, unknown>;

export class WrongBody extends Error {}

export function objectBody(value: unknown): Body {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new WrongBody('the body must be an object');
  return value as Body;
}

export function text(body: Body, name: string): string {
  const value = body[name];
  if (typeof value !== 'string' || value.trim() === '') throw new WrongBody(`"${name}" must be a text`);
  return value;
}

export function number(body: Body, name: string): number {
  const value = body[name];
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new WrongBody(`"${name}" must be a number`);
  return value;
}

export function isTrue(body: Body, name: string): boolean {
  const value = body[name];
  if (typeof value !== 'boolean') throw new WrongBody(`"${name}" must be true or false`);
  return value;
}

/** The field as `read` gives it, or undefined when it is absent. */
export function optional<T>(body: Body, name: string, read: (body: Body, name: string) => T): T | undefined {
  return body[name] === undefined ? undefined : read(body, name);
}

export function part(body: Body, name: string): Body {
  return objectBody(body[name]);
}

export function onlyKnown(body: Body, names: readonly string[]): void {
  for (const name of Object.keys(body)) if (!names.includes(name)) throw new WrongBody(`"${name}" is not known here`);
}
