/** Of the form Telegram's own have; anything of that form will do here. */
export const anyToken = '123456:any-thirty-letters-or-more-will-do';

/** Where it is to be found, and how to point a bot at it. */
export function greeting(url: string): string {
  return [
    `Two phones:  ${url}/`,
    `Bot API:     ${url}  (any token of the form ${anyToken})`,
    `Telegraf:    new Telegraf('${anyToken}', { telegram: { apiRoot: '${url}' } })`,
    `grammY:      new Bot('${anyToken}', { client: { apiRoot: '${url}' } })`,
    `Try:         curl ${url}/bot${anyToken}/getMe`,
  ].join('\n');
}
