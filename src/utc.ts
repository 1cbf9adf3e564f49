/**
 * Imported before anything else: the process runs in UTC, so that no library that reads local hours
 * stops for one when clocks fall back. Local hours are computed in core/time/calendar.ts.
 */
process.env['TZ'] = 'UTC';
