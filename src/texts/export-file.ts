import type { ExportSaid } from '../core/own-data/export.js';
import type { Language } from '../core/round/scenario.js';
import type { InlineFile } from '../telegram/uploads.js';
import { exportPage, type ExportWords } from './export-page.js';
import { exportWords as wordsEn } from './en/export.js';
import { exportWords as wordsNl } from './nl/export.js';
import { questionOf } from './question.js';
import type { About } from './texts.js';

const words: Readonly<Record<Language, ExportWords>> = { nl: wordsNl, en: wordsEn };

/** Somebody's own data as a file: a page to read, or JSON for another program. Both hold the same. */
export function exportFile(as: 'page' | 'data', data: ExportSaid, language: Language, about: About): InlineFile {
  const { fileName } = words[language];
  return as === 'page'
    ? { name: `${fileName}.html`, type: 'text/html; charset=utf-8', text: exportPage(data, words[language], about) }
    : { name: `${fileName}.json`, type: 'application/json', text: exportJson(data, language, about) };
}

/** The version goes up when a field changes its meaning or goes away. */
function exportJson(data: ExportSaid, language: Language, about: About): string {
  const { rounds, ...rest } = data;
  const asked = rounds.map(({ scenario, ...round }) => ({
    scenario,
    question: questionOf(scenario, language, about),
    ...round,
  }));
  return `${JSON.stringify({ format: 'samenspraak-export', version: 1, ...rest, rounds: asked }, readable, 2)}\n`;
}

/** What is so large can only be a moment in epoch milliseconds. */
const firstMomentMs = 1e11;

function readable(_name: string, value: unknown): unknown {
  return typeof value === 'number' && value > firstMomentMs ? new Date(value).toISOString() : value;
}
