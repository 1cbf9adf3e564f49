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
export const bold = telegraf.bold as Wrap;
export const italic = telegraf.italic as Wrap;
export const spoiler = telegraf.spoiler as Wrap;

/** Glues fragments together, as Array.join does for strings. */
export const join = telegraf.join as unknown as (fragments: Iterable<Fragment>, separator?: Fragment) => FmtString;

export const link = telegraf.link as (content: Fragment, url: string) => FmtString;
