import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import ts from 'typescript';
import type { Field, Schema, Type } from './schema.js';

/** Reads the declarations of `@gramio/types` and says what every method of the Bot API accepts. */
export function generateSchema(): Schema {
  const folder = packageFolder();
  const declared = new Map([
    ...declarations(join(folder, 'out/objects.d.ts')),
    ...declarations(join(folder, 'out/params.d.ts')),
  ]);
  const reader: Reader = { declared, wanted: new Set() };
  const methods: Schema['methods'] = {};
  for (const [name, params] of methodParams(join(folder, 'out/methods.d.ts'))) {
    methods[name] = params === null ? {} : fieldsOf(reader, params);
  }
  return { source: sourceLine(folder), methods, types: reachableTypes(reader) };
}

/** What an update can hold: `TelegramUpdate` and every type it refers to. The emulator does not need it; who is to read updates does. */
export function updateTypes(): Schema['types'] {
  const declared = declarations(join(packageFolder(), 'out/objects.d.ts'));
  return reachableTypes({ declared, wanted: new Set(['TelegramUpdate']) });
}

/** One method or type on a line, so that a new Bot API shows as a readable difference. */
export function printSchema(schema: Schema): string {
  const lines = (entries: object) =>
    Object.entries(entries)
      .map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`)
      .join(',\n');
  return `{"source":${JSON.stringify(schema.source)},\n"methods":{\n${lines(schema.methods)}\n},\n"types":{\n${lines(schema.types)}\n}}\n`;
}

interface Reader {
  declared: Map<string, ts.InterfaceDeclaration | ts.TypeAliasDeclaration>;
  /** Names of declared types that something refers to; grows while types are read. */
  wanted: Set<string>;
}

/** The package exports types only, so that Node can't resolve it: look where Node would. */
function packageFolder(): string {
  const folders = createRequire(import.meta.url).resolve.paths('@gramio/types') ?? [];
  const found = folders.map((folder) => join(folder, '@gramio/types')).find((folder) => existsSync(folder));
  if (found === undefined) throw new Error('the package @gramio/types is not installed');
  return found;
}

function sourceLine(folder: string): string {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  const api = /Based on (Bot API v\S+)/.exec(readFileSync(join(folder, 'out/params.d.ts'), 'utf8'))?.[1];
  return `@gramio/types ${version}, ${api ?? 'Bot API of unknown version'}`;
}

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
}

function declarations(file: string): Reader['declared'] {
  const found: Reader['declared'] = new Map();
  for (const statement of parse(file).statements) {
    if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
      found.set(statement.name.text, statement);
    }
  }
  return found;
}

/** Each method with the name of its parameter type, or null when it takes none. */
function methodParams(file: string): [string, string | null][] {
  const api = declarations(file).get('APIMethods');
  if (api === undefined || !ts.isInterfaceDeclaration(api)) throw new Error(`no interface APIMethods in ${file}`);
  return api.members.map((member): [string, string | null] => {
    if (!ts.isPropertySignature(member) || member.type === undefined || !ts.isTypeReferenceNode(member.type)) {
      throw new Error('a member of APIMethods is not a method');
    }
    const [params] = member.type.typeArguments ?? [];
    const takesParams = nameOf(member.type.typeName) !== 'CallAPIWithoutParams';
    const isNamed = takesParams && params !== undefined && ts.isTypeReferenceNode(params);
    return [propertyName(member), isNamed ? nameOf(params.typeName) : null];
  });
}

function fieldsOf(reader: Reader, name: string): Record<string, Field> {
  const declaration = reader.declared.get(name);
  if (declaration === undefined || !ts.isInterfaceDeclaration(declaration)) throw new Error(`no interface ${name}`);
  const fields: Record<string, Field> = {};
  for (const member of declaration.members) {
    if (!ts.isPropertySignature(member) || member.type === undefined) continue;
    const type = readType(reader, member.type);
    fields[propertyName(member)] = { ...(member.questionToken === undefined && { required: true as const }), type };
  }
  return fields;
}

/** Follows references until nothing new is named; sorted, so that the committed file changes only with its source. */
function reachableTypes(reader: Reader): Schema['types'] {
  const types: Schema['types'] = {};
  for (const name of reader.wanted) {
    const declaration = reader.declared.get(name);
    if (declaration === undefined) throw new Error(`no type ${name}`);
    types[name] = ts.isInterfaceDeclaration(declaration)
      ? { fields: fieldsOf(reader, name) }
      : readType(reader, declaration.type);
  }
  return Object.fromEntries(Object.entries(types).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function readType(reader: Reader, node: ts.TypeNode): Type {
  if (ts.isParenthesizedTypeNode(node)) return readType(reader, node.type);
  if (ts.isArrayTypeNode(node)) return { array: readType(reader, node.elementType) };
  if (ts.isUnionTypeNode(node)) return readUnion(reader, node);
  if (ts.isLiteralTypeNode(node)) return { literal: [literalValue(node)] };
  if (ts.isTypeReferenceNode(node)) return readReference(reader, node);
  if (node.kind === ts.SyntaxKind.StringKeyword) return 'string';
  if (node.kind === ts.SyntaxKind.NumberKeyword) return 'number';
  if (node.kind === ts.SyntaxKind.BooleanKeyword) return 'boolean';
  throw new Error(`no rule for a type of kind ${ts.SyntaxKind[node.kind]}`);
}

function readReference(reader: Reader, node: ts.TypeReferenceNode): Type {
  const name = nameOf(node.typeName);
  if (name === 'TelegramInputFile') return 'file';
  // `Exclude<keyof TelegramUpdate, "update_id">`: the names of the kinds of update.
  if (name === 'Exclude') {
    const kinds = Object.keys(fieldsOf({ ...reader, wanted: new Set() }, 'TelegramUpdate'));
    return { literal: kinds.filter((kind) => kind !== 'update_id') };
  }
  reader.wanted.add(name);
  return { ref: name };
}

/** Literals become one choice; `{ toString(): string }` and `{ toJSON(): T }` are conveniences of the types, never on the wire. */
function readUnion(reader: Reader, node: ts.UnionTypeNode): Type {
  const members = node.types.filter((member) => !ts.isTypeLiteralNode(member));
  const types = members.map((member) => readType(reader, member));
  const literals = types.flatMap((type) => (typeof type === 'object' && 'literal' in type ? type.literal : []));
  const others = types.filter((type) => typeof type !== 'object' || !('literal' in type));
  const choices = literals.length > 0 ? [...others, { literal: literals }] : others;
  const [only] = choices;
  return choices.length === 1 && only !== undefined ? only : { union: choices };
}

function literalValue(node: ts.LiteralTypeNode): string | number | boolean {
  const { literal } = node;
  if (ts.isStringLiteral(literal)) return literal.text;
  if (ts.isNumericLiteral(literal)) return Number(literal.text);
  if (ts.isPrefixUnaryExpression(literal) && ts.isNumericLiteral(literal.operand)) return -Number(literal.operand.text);
  return literal.kind === ts.SyntaxKind.TrueKeyword;
}

function nameOf(name: ts.EntityName): string {
  return ts.isIdentifier(name) ? name.text : name.right.text;
}

function propertyName(member: ts.PropertySignature): string {
  if (ts.isIdentifier(member.name) || ts.isStringLiteral(member.name)) return member.name.text;
  throw new Error('a computed property name');
}
