import { readFileSync, writeFileSync } from 'node:fs';
import { readCommandLine } from '../src/command-line.js';
import { drawLeaflet } from './leaflet/draw.js';

/** `npm run leaflet` makes docs/leaflet/samenspraak-nl.pdf and -en.pdf from nl.md and en.md beside them. */
readCommandLine({
  usage: 'npm run leaflet',
  about: 'Makes the leaflet for therapists, in Dutch and English, from docs/leaflet/nl.md and en.md.',
});
for (const language of ['nl', 'en'] as const) {
  const source = readFileSync(new URL(`leaflet/${language}.md`, import.meta.url), 'utf8');
  writeFileSync(new URL(`leaflet/samenspraak-${language}.pdf`, import.meta.url), await drawLeaflet(source, language));
}
