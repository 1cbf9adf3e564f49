import * as telegraf from 'telegraf/format';
import { FmtString } from 'telegraf/format';

/**
 * Telegraf's formatting: text with entities, never a parse_mode, so that what people wrote needs no escaping. Telegraf's
 * own types allow less than its code does (a joined text under a spoiler, for one); these say what the code can do.
 */
export { FmtString };

export type Fragment = string | number | FmtString;

/** A template tag (``bold`Dag ${name}` ``) or a function (`bold(name)`). */
type Wrap = (parts: Fragment | readonly string[], ...items: readonly Fragment[]) => FmtString;

export const fmt = telegraf.fmt as Wrap;
export const bold = aroundSomething(telegraf.bold as Wrap);
export const italic = aroundSomething(telegraf.italic as Wrap);
export const spoiler = aroundSomething(telegraf.spoiler as Wrap);

/** A quotation that is folded until its reader opens it. Telegraf's types do not know that kind yet. */
export const expandable = (content: Fragment): FmtString => {
  const { text, entities = [] } = fmt`${content}`;
  const fold = { type: 'expandable_blockquote' as 'blockquote', offset: 0, length: text.length };
  return new FmtString(text, [fold, ...entities]);
};

/** Glues fragments together, as Array.join does for strings. */
export const join = telegraf.join as unknown as (fragments: Iterable<Fragment>, separator?: Fragment) => FmtString;

const linkTo = telegraf.link as (content: Fragment, url: string) => FmtString;
export const link = (content: Fragment, url: string): FmtString => {
  const inner = fmt`${content}`;
  return inner.text === '' ? inner : linkTo(inner, url);
};

/** Telegram refuses a whole message for one entity around nothing, so around nothing there is none. */
function aroundSomething(wrap: Wrap): Wrap {
  return (parts, ...items) => {
    const inner = Array.isArray(parts) ? fmt(parts as readonly string[], ...items) : fmt`${parts as Fragment}`;
    return inner.text === '' ? inner : wrap(inner);
  };
}
