/** What stands in a document between fences, with the heading above it. */
export interface Block {
  readonly heading: string;
  readonly language: string;
  readonly lines: readonly string[];
}

export function blocksOf(markdown: string): readonly Block[] {
  const blocks: Block[] = [];
  let heading = '';
  let open: { readonly language: string; readonly lines: string[] } | null = null;
  for (const line of markdown.split('\n')) {
    const fence = /^\s*```(\w*)$/.exec(line);
    if (fence !== null) {
      if (open === null) open = { language: fence[1] ?? '', lines: [] };
      else {
        blocks.push({ heading, ...open });
        open = null;
      }
    } else if (open !== null) open.lines.push(line);
    else heading = /^#+ (.+)$/.exec(line)?.[1] ?? heading;
  }
  return blocks;
}
