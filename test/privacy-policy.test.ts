import { describe, expect, it } from 'vitest';
import { policyPage, readPolicy } from '../src/privacy-policy.js';

const about = { OPERATOR_NAME: 'Sanne & Co', OPERATOR_CONTACT: 'sanne@example.org' };

describe('the privacy policy', () => {
  const [nl = '', en = ''] = readPolicy(about).split('# Privacy policy');

  it('names the operator and how to reach them in both languages, and leaves no place open', () => {
    for (const text of [nl, en]) {
      expect(text).toContain('**Sanne & Co**');
      expect(text).toContain('sanne@example.org');
      expect(text).not.toMatch(/[{}]|<!--/);
    }
    expect(readPolicy({ ...about, OPERATOR_CONTACT: null })).not.toMatch(/[{}]|null/);
  });

  it('says the same numbers in both', () => {
    const numbersIn = (text: string) => text.match(/\d+/g)?.toSorted() ?? [];
    expect(numbersIn(nl)).toEqual(numbersIn(en));
    for (const days of [7, 14, 15, 30, 90, 365]) expect(nl).toMatch(new RegExp(`\\b${String(days)}\\b`));
  });

  it('has a line in both for everything that is kept, and for everybody who can get at it', () => {
    const linesIn = (text: string, start: RegExp) => text.split('\n').filter((line) => start.test(line)).length;
    for (const start of [/^\| /, /^- /, /^## /]) expect(linesIn(nl, start)).toBe(linesIn(en, start));
  });

  it('is a page with headings, tables and lists, in which nothing of Markdown is left', () => {
    const page = policyPage(about);
    expect(page).toContain('<h1>Privacyverklaring</h1>');
    expect(page).toContain('<section lang="en" id="en">\n<h1>Privacy policy</h1>');
    expect(page.match(/<table>/g)).toHaveLength(2);
    expect(page).toContain('<strong>Sanne &amp; Co</strong>');
    expect(page).not.toMatch(/^#|\*\*|\| ---|`\/|<!--|[{][a-z ]+[}]/m);
  });

  it('takes what the operator filled in as text, whatever it looks like', () => {
    const name = `<script>alert(1)</script> **A** [b](javascript:c) "d" 'e' {contact} $& `;
    const page = policyPage({ OPERATOR_NAME: name, OPERATOR_CONTACT: '<img src=x onerror=alert(2)>' });
    expect(page).not.toMatch(/<script|<img|<strong>A|href="javascript/);
    expect(page).toContain(
      '&lt;script&gt;alert(1)&lt;/script&gt; **A** [b](javascript:c) &quot;d&quot; &#39;e&#39; {contact} $&amp; ',
    );
  });
});
