// @ts-check
import { svg } from '/vendor/lit-html/lit-html.js';

/** @param {unknown} shape */
const icon = (shape) =>
  svg`<svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">${shape}</svg>`;

/** Line drawings of our own, in the colour of the text around them. */
export const icons = {
  attach: () =>
    icon(
      svg`<path d="m20 11-8.2 8.2a5 5 0 0 1-7-7L13 4a3.3 3.3 0 0 1 4.7 4.7L9.6 16.8a1.7 1.7 0 0 1-2.4-2.4L14.5 7" />`,
    ),
  back: () => icon(svg`<path d="M14.5 5.5 8 12l6.5 6.5" />`),
  bin: () => icon(svg`<path d="M5 7h14M10 7V4.5h4V7M7 7l.8 12.5h8.4L17 7M10.3 11v5M13.7 11v5" />`),
  block: () => icon(svg`<circle cx="12" cy="12" r="8.5" /><path d="m6 6 12 12" />`),
  camera: () => icon(svg`<path d="M4 8h3.5L9 5.5h6L16.5 8H20v11H4z" /><circle cx="12" cy="13.2" r="3.3" />`),
  check: () => icon(svg`<path d="m6 12.5 4 4 8-9" />`),
  checks: () => icon(svg`<path d="m2 12.5 4 4 8-9M11 15.5l1 1 8-9" />`),
  clock: () => icon(svg`<circle cx="12" cy="12" r="8.5" /><path d="M12 7v5.2l3.3 2" />`),
  close: () => icon(svg`<path d="m6 6 12 12M18 6 6 18" />`),
  copy: () =>
    icon(
      svg`<rect x="8.5" y="8.5" width="11" height="11" rx="2.5" /><path d="M15.5 5.5a1 1 0 0 0-1-1h-8a2 2 0 0 0-2 2v8a1 1 0 0 0 1 1" />`,
    ),
  document: () => icon(svg`<path d="M7 3.5h6.5L18 8v12.5H7zM13.5 3.5V8H18" />`),
  down: () => icon(svg`<path d="m6 10 6 6 6-6" />`),
  heart: () =>
    icon(
      svg`<path d="M12 19.5C5 14.5 3.5 11.5 3.5 9a4.2 4.2 0 0 1 8.5-1.2A4.2 4.2 0 0 1 20.5 9c0 2.5-1.5 5.5-8.5 10.500Z" />`,
    ),
  leave: () => icon(svg`<path d="M8 16 16.5 7.5M9 7.5h7.5V15" />`),
  lock: () =>
    icon(svg`<rect x="6" y="10.5" width="12" height="9" rx="2.2" /><path d="M8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5" />`),
  menu: () => icon(svg`<path d="M5 7h14M5 12h14M5 17h14" />`),
  microphone: () =>
    icon(svg`<rect x="9" y="3.5" width="6" height="11" rx="3" /><path d="M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3" />`),
  moon: () => icon(svg`<path d="M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10Z" />`),
  more: () => icon(svg`<path d="M6 12h.01M12 12h.01M18 12h.01" stroke-width="2.8" />`),
  pause: () => icon(svg`<path d="M9 6.5v11M15 6.5v11" stroke-width="3" />`),
  pencil: () => icon(svg`<path d="m5 19 .8-3.8L16 5l3 3L8.8 18.2z" />`),
  people: () =>
    icon(
      svg`<circle cx="9" cy="8.5" r="3.2" /><path d="M3.500 19c.4-3.600 2.500-5.500 5.500-5.500s5.100 1.900 5.500 5.500M15.500 5.600a3.200 3.200 0 0 1 0 5.800M17 13.900c2 .7 3.200 2.400 3.500 5.100" />`,
    ),
  picture: () =>
    icon(
      svg`<rect x="4" y="5" width="16" height="14" rx="2.5" /><circle cx="9" cy="10" r="1.6" /><path d="m4.5 17.5 5-4.5 3.5 3 3-2.5 4 3.5" />`,
    ),
  pin: () => icon(svg`<path d="m14 4 6 6-3 1-3.5 3.5L13 18l-7-7 3.5-.5L13 7zM9.5 14.5 4.5 19.5" />`),
  place: () =>
    icon(
      svg`<path d="M12 20.500s6.5-6 6.5-10.500a6.5 6.5 0 0 0-13 0c0 4.5 6.5 10.5 6.5 10.500Z" /><circle cx="12" cy="10" r="2.3" />`,
    ),
  play: () => icon(svg`<path d="M8.5 6v12l9.5-6z" class="solid" />`),
  poll: () => icon(svg`<path d="M6 19v-7M12 19V5M18 19v-10" stroke-width="2.8" />`),
  reply: () => icon(svg`<path d="M10 6 4.5 11.5 10 17M5 11.5h8c3.5 0 6 2 6.5 6.5" />`),
  send: () => icon(svg`<path d="M4 12 20 4.5 15.5 20l-4-6.5z" class="solid" /><path d="m11.5 13.5 4-4.5" />`),
  silent: () => icon(svg`<path d="M7 16.5h10.5L16 13.8V10a4 4 0 0 0-7-2.7M8 10.5v3.3l-1.5 2.7M10.5 19h3M5 5l14 14" />`),
  smile: () =>
    icon(
      svg`<circle cx="12" cy="12" r="8.5" /><path d="M8.500 14.200c.8 1.300 2 2 3.500 2s2.700-.7 3.500-2" /><path d="M9.300 9.700h.01M14.700 9.700h.01" stroke-width="2.6" />`,
    ),
  sun: () =>
    icon(
      svg`<circle cx="12" cy="12" r="4" /><path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M18.4 5.6 17 7M7 17l-1.4 1.4" />`,
    ),
  unseen: () =>
    icon(
      svg`<path d="M3.500 12s3-5.500 8.500-5.500 8.500 5.500 8.500 5.500-3 5.500-8.500 5.500-8.500-5.500-8.500-5.500ZM5 5l14 14" />`,
    ),
  video: () => icon(svg`<rect x="3.5" y="7" width="11.5" height="10" rx="2.5" /><path d="m15 11 5.5-3v8L15 13" />`),
  tools: () =>
    icon(
      svg`<path d="M4 7.5h9M18 7.5h2M4 16.5h2M11 16.5h9" /><circle cx="15.5" cy="7.5" r="2.3" /><circle cx="8.5" cy="16.5" r="2.3" />`,
    ),
};
