import { readFileSync } from 'node:fs';

/** How bot-api.json describes a value on the wire. */
export type Type =
  | 'string'
  | 'number'
  | 'boolean'
  | 'file'
  | { literal: (string | number | boolean)[] }
  | { array: Type }
  | { union: Type[] }
  | { ref: string }
  | { fields: Record<string, Field> };

export interface Field {
  required?: true;
  type: Type;
}

export interface Schema {
  source: string;
  methods: Record<string, Record<string, Field>>;
  types: Record<string, Type>;
}

const file = new URL('./bot-api.json', import.meta.url);

export const schema = JSON.parse(readFileSync(file, 'utf8')) as Schema;
