/** Places whose zone carries another city's name or an older one, as Dutch and English speakers call them. */
const otherPlaces: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amsterdam: 'Europe/Amsterdam',
    nederland: 'Europe/Amsterdam',
    netherlands: 'Europe/Amsterdam',
    utrecht: 'Europe/Amsterdam',
    rotterdam: 'Europe/Amsterdam',
    'den haag': 'Europe/Amsterdam',
    groningen: 'Europe/Amsterdam',
    eindhoven: 'Europe/Amsterdam',
    maastricht: 'Europe/Amsterdam',
    nijmegen: 'Europe/Amsterdam',
    belgie: 'Europe/Brussels',
    belgium: 'Europe/Brussels',
    brussel: 'Europe/Brussels',
    gent: 'Europe/Brussels',
    ghent: 'Europe/Brussels',
    antwerpen: 'Europe/Brussels',
    antwerp: 'Europe/Brussels',
    leuven: 'Europe/Brussels',
    brugge: 'Europe/Brussels',
    londen: 'Europe/London',
    parijs: 'Europe/Paris',
    berlijn: 'Europe/Berlin',
    luxemburg: 'Europe/Luxembourg',
    tenerife: 'Atlantic/Canary',
    'canarische eilanden': 'Atlantic/Canary',
    azoren: 'Atlantic/Azores',
    jeruzalem: 'Asia/Jerusalem',
    'mexico-stad': 'America/Mexico_City',
    'new delhi': 'Asia/Calcutta',
    wenen: 'Europe/Vienna',
    lissabon: 'Europe/Lisbon',
    porto: 'Europe/Lisbon',
    barcelona: 'Europe/Madrid',
    kopenhagen: 'Europe/Copenhagen',
    praag: 'Europe/Prague',
    warschau: 'Europe/Warsaw',
    boekarest: 'Europe/Bucharest',
    athene: 'Europe/Athens',
    moskou: 'Europe/Moscow',
    willemstad: 'America/Curacao',
    curacao: 'America/Curacao',
    oranjestad: 'America/Aruba',
    bonaire: 'America/Kralendijk',
    suriname: 'America/Paramaribo',
    washington: 'America/New_York',
    boston: 'America/New_York',
    miami: 'America/New_York',
    'san francisco': 'America/Los_Angeles',
    seattle: 'America/Los_Angeles',
    montreal: 'America/Toronto',
    bali: 'Asia/Makassar',
    delhi: 'Asia/Calcutta',
    mumbai: 'Asia/Calcutta',
    beijing: 'Asia/Shanghai',
    peking: 'Asia/Shanghai',
    kaapstad: 'Africa/Johannesburg',
    'cape town': 'Africa/Johannesburg',
    wellington: 'Pacific/Auckland',
    istanboel: 'Europe/Istanbul',
    boedapest: 'Europe/Budapest',
    geneve: 'Europe/Zurich',
    tokio: 'Asia/Tokyo',
    hongkong: 'Asia/Hong_Kong',
    kyiv: 'Europe/Kiev',
    kiev: 'Europe/Kiev',
    kolkata: 'Asia/Calcutta',
    calcutta: 'Asia/Calcutta',
    kathmandu: 'Asia/Katmandu',
    'ho chi minh': 'Asia/Saigon',
    'ho chi minh city': 'Asia/Saigon',
    saigon: 'Asia/Saigon',
    yangon: 'Asia/Rangoon',
  }),
);

let zonesByCity: ReadonlyMap<string, string> | null = null;

/** The zone of a city, or of an IANA name typed out; null when the place is not known. */
export function findZone(text: string): string | null {
  const place = plain(text);
  zonesByCity ??= new Map(
    Intl.supportedValuesOf('timeZone').flatMap((zone) => [
      [plain(zone.split('/').at(-1) ?? zone), zone],
      [plain(zone), zone],
    ]),
  );
  return otherPlaces.get(place) ?? zonesByCity.get(place) ?? null;
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('_', ' ')
    .replace(/[.,!?'’]/g, '')
    .trim();
}
