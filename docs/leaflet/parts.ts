/** What a leaflet is written in: the little of Markdown that it needs, so that the file also reads well by itself. */

export interface Part {
  readonly is: 'title' | 'heading' | 'warning' | 'text';
  readonly text: string;
}

const marks = [
  ['# ', 'title'],
  ['## ', 'heading'],
  ['> ', 'warning'],
] as const;

export function partsOf(source: string): readonly Part[] {
  return source
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map((block): Part => {
      const [mark = '', is = 'text'] = marks.find(([start]) => block.startsWith(start)) ?? [];
      return { is, text: block.slice(mark.length).replace(/\n(?:> ?)?/g, ' ') };
    });
}
