import { readFileSync } from 'node:fs';
import { Marked } from 'marked';
import type { Config } from './config.js';
import { escapeHtml, webPage } from './web-page.js';

/** The template, Dutch and English one below the other. */
const template = new URL('../docs/privacy-policy.md', import.meta.url);
const noContact = { nl: 'via de persoon die je de bot gaf', en: 'through the person who gave you the bot' };
const titles = { nl: 'Privacyverklaring', en: 'Privacy policy' };

type Operator = Pick<Config, 'OPERATOR_NAME' | 'OPERATOR_CONTACT'>;

/** The privacy policy with the operator's name and contact filled in, as Markdown. */
export function readPolicy(operator: Operator): string {
  return fill(readTemplate(), operator, (value) => value);
}

/** The same as a web page. What the operator filled in is text there, whatever signs it has. */
export function policyPage(operator: Operator): string {
  const [nl = '', en = ''] = readTemplate().split(new RegExp(`(?=^# ${titles.en}$)`, 'm'));
  const markdown = new Marked();
  const toHtml = (text: string) =>
    markdown
      .parse(text, { async: false })
      .replace('<em>English below.</em>', '<a href="#en" lang="en">English below</a>')
      .replaceAll('<table>', '<div class="table" role="region" tabindex="0"><table>')
      .replaceAll('</table>', '</table></div>');
  return fill(webPage(`${titles.nl} · ${titles.en}`, { nl: toHtml(nl), en: toHtml(en) }), operator, escapeHtml);
}

function readTemplate(): string {
  return readFileSync(template, 'utf8').replace(/<!--[\s\S]*?-->\n*/g, '');
}

function fill(text: string, operator: Operator, write: (value: string) => string): string {
  const { OPERATOR_NAME: name, OPERATOR_CONTACT: contact } = operator;
  const values: Readonly<Record<string, string>> = {
    beheerder: name,
    contact: contact ?? noContact.nl,
    operator: name,
    'operator contact': contact ?? noContact.en,
  };
  return text.replaceAll(/\{([a-z ]+)\}/g, (place, key: string) => {
    const value = values[key];
    return value === undefined ? place : write(value);
  });
}
