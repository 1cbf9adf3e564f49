import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import { partsOf, type Part } from './parts.js';

/** The leaflet on paper: one A4 in the font that is bundled, the same bytes every time. */

const font = fileURLToPath(new URL('../../assets/fonts/noto-sans.ttf', import.meta.url));
const margin = 56;
const ink = '#222222';
const accent = '#1d5c63';
const padding = 9;

type Drawn = PDFKit.PDFDocument;

export async function drawLeaflet(source: string, language: 'nl' | 'en'): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margin,
    font,
    lang: language,
    tagged: true,
    displayTitle: true,
    info: { Title: 'Samenspraak', CreationDate: new Date(0) },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const isDone = new Promise((resolve) => doc.once('end', resolve));
  for (const part of partsOf(source)) {
    doc.addStructure(
      doc.struct(tags[part.is], {}, () => {
        draw[part.is](doc, part.text);
      }),
    );
  }
  doc.end();
  await isDone;
  return Buffer.concat(chunks);
}

const tags: Readonly<Record<Part['is'], string>> = { title: 'H1', heading: 'H2', warning: 'P', text: 'P' };

const draw: Readonly<Record<Part['is'], (doc: Drawn, text: string) => void>> = {
  title: (doc, text) => {
    doc.fillColor(accent).fontSize(24).text(text).moveDown(0.1);
  },
  heading: (doc, text) => {
    doc.moveDown(0.35).fillColor(accent).fontSize(12.5).text(text).moveDown(0.1);
  },
  warning: (doc, text) => {
    const [x, width] = [doc.x, doc.page.width - 2 * margin];
    doc.fontSize(10.5);
    const top = doc.y + 2;
    const height = doc.heightOfString(text, { width: width - 2 * padding, lineGap: 1.5 }) + 2 * padding;
    doc.rect(x, top, width, height).lineWidth(1.2).stroke(accent);
    doc.fillColor(ink).text(text, x + padding, top + padding, { width: width - 2 * padding, lineGap: 1.5 });
    doc.x = x;
    doc.y = top + height + 6;
  },
  text: (doc, text) => {
    doc.fillColor(ink).fontSize(10.5).text(text, { lineGap: 1.5 }).moveDown(0.3);
  },
};
