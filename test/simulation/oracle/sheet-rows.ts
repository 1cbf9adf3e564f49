import { placesOf, sheetOf } from '../../../src/core/round/sheet.js';
import { nl } from '../../../src/texts/nl/nl.js';
import { en } from '../../../src/texts/en/en.js';
import type { About } from '../../../src/texts/texts.js';
import { house } from '../house.js';

/** What the files and the catalogues say of every sheet: its rows in their order, its themes by name, and how a seal reads. */

const about: About = { ...house, now: 0, zone: 'Europe/Amsterdam' };
const sheets = [...house.scenarios.values()].flatMap((scenario) => sheetOf(scenario) ?? []);

/** The rows of each, which name themselves «theme_row»: two sheets may have rows of one name. */
const rows = sheets.map((sheet) => placesOf(sheet).map(({ at }) => at));

/** Whether a row comes before another, in whichever sheet has both; after the last one come the themes, which are null. */
export function isRowBefore(at: string | null, other: string | null): boolean {
  if (at === null) return false;
  if (other === null) return true;
  const withBoth = rows.filter((one) => one.includes(at) && one.includes(other));
  return withBoth.length > 0 && withBoth.every((one) => one.indexOf(at) < one.indexOf(other));
}

const themesByName = new Map<string, Set<string>>();
for (const { id, label } of sheets.flatMap(({ themes }) => themes)) {
  for (const name of [label.nl, label.en]) themesByName.set(name, (themesByName.get(name) ?? new Set()).add(id));
}

/** The themes that a page may be about, by the line above it; of several sheets two may have one name. */
export function themesNamed(line: string): ReadonlySet<string> {
  return themesByName.get(line) ?? new Set();
}

/** How the sentence on a sealed sheet ends, in either language, however it opens. */
const sealedEnds = [nl, en].map(({ say }) => {
  const answer = { state: 'sealed', pieces: [], picks: [], step: 0 } as const;
  const [one, other] = (['at-once', 'asked'] as const).map((opens) => {
    // Names that have nothing in common, so that none is taken for a part of the sentence.
    const partner = opens === 'asked' ? 'XX' : 'YY';
    const said: unknown = say.sheetSealed({ scenario: '', answer, partner, opens }, about);
    return firstLine(String((said as { text?: string }).text ?? said));
  });
  if (one === undefined || other === undefined) throw new Error('no sealed sheet');
  let length = 0;
  while (length < one.length && one.at(-1 - length) === other.at(-1 - length)) length += 1;
  if (length < 20) throw new Error('nothing to know a sealed sheet by');
  return one.slice(-length);
});

export function saysSealed(text: string): boolean {
  return sealedEnds.some((end) => firstLine(text).endsWith(end));
}

export function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
