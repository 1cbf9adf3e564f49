import { createHash } from 'node:crypto';

const style = `
:root { color-scheme: light dark; --ink: light-dark(#2b2622, #f1ebe4); --soft: light-dark(#655b51, #b9aea3); --line: light-dark(#ddd2c3, #453e38); }
body { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; background: light-dark(#fffdfa, #1b1816); color: var(--ink); font: 1.0625rem/1.6 system-ui, sans-serif; overflow-wrap: break-word; }
h1, h2 { line-height: 1.25; text-wrap: balance; }
h2 { margin-top: 2.2em; }
section + section { margin-top: 4rem; border-top: 1px solid var(--line); }
a { color: inherit; }
div.table { overflow-x: auto; }
table { border-collapse: collapse; font-size: 0.94rem; line-height: 1.45; }
th, td { padding: 0.5em 0.9em 0.5em 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; min-width: 9rem; }
th { color: var(--soft); font-weight: 600; }
`;

/** No page of the bot runs or loads anything: what stands in it is all there is. */
export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
} as const;

/** A page that reads well on a phone, in light colours and dark. `nl` and `en` are HTML. */
export function webPage(title: string, { nl, en }: { readonly nl: string; readonly en: string }): string {
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<section>
${nl}
</section>
<section lang="en" id="en">
${en}
</section>
</main>
</body>
</html>
`;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);
}
