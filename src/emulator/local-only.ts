import type { IncomingMessage } from 'node:http';

const localName = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

/**
 * Whether a request comes from a program or a page on this machine. Listening on loopback alone does not see to that: a
 * web page elsewhere can point its own name at this machine (Host tells), and any page can send what needs no
 * permission first (Origin tells, or Sec-Fetch-Site where browsers send no Origin). A link that leads here may be followed.
 */
export function isFromHere({ url, headers }: Pick<IncomingMessage, 'url' | 'headers'>): boolean {
  const { host, origin } = headers;
  if (host === undefined || !localName.test(host)) return false;
  if (origin !== undefined && origin !== `http://${host}`) return false;
  const site = headers['sec-fetch-site'] ?? 'none';
  const isFollowedLink = url === '/' && headers['sec-fetch-dest'] === 'document';
  return site === 'none' || site === 'same-origin' || isFollowedLink;
}

/** As the Bot API and the control side each write a refusal. */
export const notFromHere = JSON.stringify({
  ok: false,
  error_code: 403,
  description: 'Forbidden: only for pages and programs on this machine',
  error: 'only for pages and programs on this machine',
});
