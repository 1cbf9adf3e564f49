// @ts-check

/**
 * Where a link leads: into the bot's chat with a code, into a group to which the bot is added, to the «share» sheet, or out to the web.
 * @typedef {{ kind: 'start', code: string } | { kind: 'group', code: string } | { kind: 'share', url: string, text: string } | { kind: 'web', url: string }} Link
 */

/**
 * Null when the address is not one a messenger would open.
 * @param {string} address
 * @param {string | undefined} botUsername
 * @returns {Link | null}
 */
export function readLink(address, botUsername) {
  const url = parse(address);
  if (!url) return null;
  if (url.protocol === 'tg:') {
    const domain = url.searchParams.get('domain');
    return isSame(domain, botUsername) ? toBot(url) : null;
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  if (!['t.me', 'telegram.me', 'telegram.dog'].includes(url.hostname)) return { kind: 'web', url: url.href };
  if (url.pathname === '/share/url' || url.pathname === '/share') {
    return { kind: 'share', url: url.searchParams.get('url') ?? '', text: url.searchParams.get('text') ?? '' };
  }
  if (isSame(url.pathname.slice(1), botUsername)) {
    return toBot(url);
  }
  return { kind: 'web', url: url.href };
}

/**
 * @param {URL} url
 * @returns {Link}
 */
function toBot({ searchParams }) {
  const group = searchParams.get('startgroup');
  return group === null ? { kind: 'start', code: searchParams.get('start') ?? '' } : { kind: 'group', code: group };
}

/** @param {string} address */
function parse(address) {
  const full = /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`;
  return URL.canParse(full) ? new URL(full) : null;
}

/**
 * @param {string | null} name
 * @param {string | undefined} botUsername
 */
function isSame(name, botUsername) {
  return name !== null && botUsername !== undefined && name.toLowerCase() === botUsername.toLowerCase();
}
