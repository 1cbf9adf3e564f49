/** How the exported page looks: by day and by night, on a phone and on paper. */
export const pageStyle = `
:root { color-scheme: light dark; --paper: #fbf9f6; --ink: #2a2622; --soft: #6b6259; --line: #e4ddd4; --mark: #9c4f3c; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #1b1917; --ink: #ece6df; --soft: #a79c90; --line: #38332e; --mark: #e0957f; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.05rem/1.6 Georgia, 'Times New Roman', serif; }
main { max-width: 38rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 0.25rem; }
h2 { font-size: 1.25rem; margin: 2.75rem 0 1rem; padding-bottom: 0.35rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.05rem; font-style: italic; font-weight: normal; margin: 0; white-space: pre-line; }
p { margin: 0.5rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }
article { margin: 0 0 1.75rem; break-inside: avoid; }
blockquote { margin: 0.5rem 0; padding: 0.1rem 0 0.1rem 0.9rem; border-left: 3px solid var(--mark); }
.quiet, dt { color: var(--soft); font: 0.875rem/1.5 system-ui, sans-serif; }
dl { margin: 0; }
dl div { display: flex; flex-wrap: wrap; gap: 0 1rem; padding: 0.4rem 0; border-bottom: 1px solid var(--line); }
dt { flex: 0 0 13rem; }
dd { margin: 0; flex: 1 1 12rem; overflow-wrap: anywhere; }
@media print { body { background: none; } }
`;
