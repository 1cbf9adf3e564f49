/**
 * What each release brought, oldest first, under its heading in CHANGELOG.md. Rows are only ever added: the data knows by
 * their number which of them everybody has been told.
 */
export const news = [
  { what: 'moreQuestions', release: 'Unreleased' },
  { what: 'paths', release: 'Unreleased' },
] as const satisfies readonly {
  readonly what: string;
  readonly release: string;
}[];

export type NewsName = (typeof news)[number]['what'];
