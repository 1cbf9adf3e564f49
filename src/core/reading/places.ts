/** Places whose zone carries another city's name, as Dutch and English speakers call them, by that zone. */
const listed: Readonly<Record<string, string>> = {
  'Europe/Amsterdam':
    'amsterdam, nederland, netherlands, the netherlands, holland, utrecht, rotterdam, den haag, s gravenhage, the hague, ' +
    'groningen, eindhoven, maastricht, nijmegen, den bosch, s hertogenbosch, haarlem, leiden, delft, zwolle, arnhem, ' +
    'enschede, hengelo, apeldoorn, deventer, breda, tilburg, amersfoort, almere, lelystad, leeuwarden, assen, emmen, ' +
    'middelburg, vlissingen, zaandam, dordrecht, gouda, hilversum, alkmaar, den helder, hoorn, venlo, heerlen, ' +
    'roermond, sittard, helmond, oss, ede, wageningen, zoetermeer, amstelveen, zeist, roosendaal, bergen op zoom, texel',
  'Europe/Brussels':
    'belgie, belgium, vlaanderen, flanders, wallonie, brussel, bruxelles, gent, ghent, antwerpen, antwerp, anvers, ' +
    'leuven, louvain, brugge, bruges, luik, liege, namen, namur, bergen, mons, charleroi, mechelen, hasselt, genk, ' +
    'aalst, kortrijk, oostende, ostend, roeselare, sint niklaas, turnhout, doornik, tournai, verviers, aarlen, ieper',
  'Europe/Luxembourg': 'luxemburg',
  'Europe/Berlin':
    'duitsland, germany, berlijn, keulen, cologne, koln, aken, aachen, munchen, munich, hamburg, bremen, hannover, ' +
    'frankfurt, dusseldorf, dortmund, essen, bonn, munster, stuttgart, neurenberg, nurnberg, nuremberg, leipzig, dresden',
  'Europe/Paris':
    'frankrijk, france, parijs, rijsel, lille, lyon, marseille, nice, bordeaux, nantes, toulouse, montpellier, ' +
    'straatsburg, strasbourg, duinkerke, grenoble, rennes, reims',
  'Europe/London':
    'londen, engeland, england, verenigd koninkrijk, united kingdom, uk, groot brittannie, great britain, schotland, ' +
    'scotland, wales, edinburgh, glasgow, manchester, liverpool, birmingham, bristol, leeds, oxford, cambridge, cardiff',
  'Europe/Dublin': 'ierland',
  'Europe/Madrid':
    'spanje, spain, barcelona, valencia, sevilla, seville, malaga, granada, bilbao, alicante, mallorca, palma, ibiza',
  'Atlantic/Canary': 'tenerife, gran canaria, lanzarote, fuerteventura, canarische eilanden, canary islands',
  'Europe/Lisbon': 'portugal, lissabon, porto, faro, algarve',
  'Atlantic/Azores': 'azoren',
  'Europe/Rome':
    'italie, italy, milaan, milan, florence, firenze, venetie, venice, napels, naples, turijn, turin, bologna',
  'Europe/Zurich': 'zwitserland, switzerland, geneve, geneva, bazel, basel, bern, lausanne, luzern',
  'Europe/Vienna': 'oostenrijk, austria, wenen, salzburg, graz, innsbruck, linz',
  'Europe/Copenhagen': 'denemarken, denmark, kopenhagen, aarhus',
  'Europe/Stockholm': 'zweden, sweden, goteborg, gothenburg, malmo',
  'Europe/Oslo': 'noorwegen, norway, bergen noorwegen, trondheim',
  'Europe/Helsinki': 'finland',
  'Europe/Prague': 'tsjechie, czechia, praag, brno',
  'Europe/Warsaw': 'polen, poland, warschau, krakau, krakow, gdansk, wroclaw',
  'Europe/Budapest': 'hongarije, hungary, boedapest',
  'Europe/Bucharest': 'roemenie, romania, boekarest',
  'Europe/Athens': 'griekenland, greece, athene, thessaloniki, kreta, crete, rhodos',
  'Europe/Moscow': 'moskou, sint petersburg, saint petersburg',
  'Europe/Kiev': 'oekraine, ukraine, kyiv, kiev, lviv, odessa',
  'Europe/Istanbul': 'turkije, turkey, istanboel, ankara, izmir, antalya',
  'Africa/Casablanca': 'marokko, morocco, marrakech, marrakesh, rabat, tanger, agadir, fez',
  'Africa/Cairo': 'egypte, alexandrie',
  'Africa/Johannesburg': 'zuid afrika, south africa, kaapstad, cape town, durban, pretoria',
  'Asia/Jerusalem': 'israel, jeruzalem, tel aviv',
  'Asia/Dubai': 'abu dhabi',
  'Asia/Tokyo': 'japan, tokio, osaka, kyoto',
  'Asia/Hong_Kong': 'hongkong',
  'Asia/Shanghai': 'beijing, peking, shenzhen, guangzhou',
  'Asia/Calcutta':
    'india, delhi, new delhi, mumbai, bombay, kolkata, calcutta, bangalore, bengaluru, chennai, hyderabad, pune, goa',
  'Asia/Katmandu': 'nepal, kathmandu',
  'Asia/Saigon': 'vietnam, ho chi minh city, saigon, hanoi',
  'Asia/Rangoon': 'yangon',
  'Asia/Bangkok': 'chiang mai, phuket',
  'Asia/Makassar': 'bali',
  'Australia/Sydney': 'canberra',
  'Pacific/Auckland': 'nieuw zeeland, new zealand, wellington, christchurch',
  'America/New_York':
    'nyc, washington, washington dc, boston, miami, orlando, philadelphia, atlanta, pittsburgh, baltimore, brooklyn',
  'America/Chicago': 'houston, dallas, austin, san antonio, new orleans, minneapolis, nashville',
  'America/Denver': 'salt lake city',
  'America/Los_Angeles': 'san francisco, seattle, san diego, las vegas, portland, oakland',
  'America/Toronto': 'montreal, ottawa, quebec',
  'America/Edmonton': 'calgary',
  'America/Mexico_City': 'mexico stad',
  'America/Sao_Paulo': 'rio de janeiro, rio, brasilia',
  'America/Curacao': 'willemstad, curacao',
  'America/Aruba': 'oranjestad',
  'America/Kralendijk': 'bonaire',
  'America/Paramaribo': 'suriname',
};

export const placesByName: ReadonlyMap<string, string> = new Map(
  Object.entries(listed).flatMap(([zone, places]) => places.split(', ').map((place) => [place, zone])),
);
