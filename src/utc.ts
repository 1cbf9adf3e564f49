/**
 * Imported before anything else: the process runs in UTC, so that node-cron's minute never stops for an hour when
 * clocks fall back. Local hours are computed in core/calendar.ts.
 */
process.env['TZ'] = 'UTC';
