import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** A language is a folder of src/texts/, with a file for each room, so that a third one is a copy with other words. */

const root = 'src/texts';
const languages = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** The files of a language but the one that gathers them. */
function roomsOf(language: string): readonly string[] {
  return readdirSync(join(root, language)).filter((file) => file !== `${language}.ts`);
}

/** What a room exports, and the names in each table of it: its labels, its sentences. */
function offered(language: string, room: string): Readonly<Record<string, readonly string[]>> {
  const path = join(root, language, room);
  const { statements } = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const exported = statements.filter((one) => /^export /.test(one.getText()));
  return Object.fromEntries(
    exported.flatMap((one) => (ts.isVariableStatement(one) ? tablesIn(one) : [[nameOf(one), []]])),
  );
}

function tablesIn({ declarationList }: ts.VariableStatement): readonly (readonly [string, readonly string[]])[] {
  return declarationList.declarations.map(({ name, initializer }) => {
    const table =
      initializer !== undefined && ts.isSatisfiesExpression(initializer) ? initializer.expression : initializer;
    const rows = table !== undefined && ts.isObjectLiteralExpression(table) ? table.properties : [];
    return [name.getText(), rows.map((row) => row.name?.getText() ?? '').toSorted()] as const;
  });
}

function nameOf(statement: ts.Statement): string {
  return ts.isFunctionDeclaration(statement) ? (statement.name?.text ?? '') : '';
}

test('Dutch and English are there, each with the same rooms', () => {
  expect(languages).toEqual(['en', 'nl']);
  expect(roomsOf('nl')).toEqual(roomsOf('en'));
  expect(roomsOf('nl').length).toBeGreaterThan(12);
});

test.each(roomsOf('en'))('%s has the same labels and sentences in each language', (room) => {
  expect(offered('nl', room)).toEqual(offered('en', room));
});

test.each(languages)('no label or sentence of %s stands in two rooms, where one would hide the other', (language) => {
  const slices = roomsOf(language).map((room) => offered(language, room));
  const entries = slices.flatMap((slice) => Object.entries(slice));
  const inAll = (kind: string) => entries.filter(([name]) => name.endsWith(kind)).flatMap(([, names]) => names);
  for (const kind of ['Labels', 'Say']) {
    const names = inAll(kind);
    expect(names.length).toBeGreaterThan(80);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  }
});
