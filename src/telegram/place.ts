import lookUp from '@photostructure/tz-lookup';

/**
 * The IANA zone of a place. All that is ever made of a shared location: it goes no further than here, into no command,
 * database or log. Null for a place off the map, or whose zone this machine's Intl does not know yet.
 */
export function zoneAt({ latitude, longitude }: { latitude: number; longitude: number }): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: lookUp(latitude, longitude) }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
