import { ends, everywhere, near, pattern, together, upTo } from './crisis-pattern.js';

/**
 * Dutch, Flemish included: what may be about somebody's life or safety, and how the same words are meant in fun. The
 * patterns share their word groups, and a new one is weighed against all of them, so they stay in one file.
 */

const loved = '(?:man|vrouw|vriend|vriendin|partner|ex|lief|gast|vent)';
const he = `(?:hij|zij|ze|je|jij|u|mijn (?:eigen )?${loved})`;
/** Whom somebody is afraid of, or who forbids them something. */
const him = `(?:hem|haar|er|jou|je|u|mijn (?:eigen )?${loved})`;
const me = '(?:me|mij)';
const my = '(?:mijn|me|mij)';
/** After «bang voor haar» a noun would make it «haar examen». */
const noNoun = `(?:${ends}|(?= (?:als|wanneer|omdat|en|maar|want|geworden|soms|sinds|thuis|zodra|op dit moment|de laatste tijd|vooral|geweest)\\b))`;

const beats =
  '(?:slaat|sloeg|slaagt|slaan|geslagen|mept|mepte|gemept|schopt|schopte|geschopt|trapte|getrapt|stompt|stompte|gestompt|bijt|mishandelt|mishandelde|mishandeld|wurgt|wurgde|gewurgd|wurgen|bedreigt|bedreigde|bedreigd|verkracht|verkrachtte|verkrachten|opgesloten|afgeranseld|toegetakeld)';
/** Said of the other, wherever the verb stands. */
const kills =
  '(?:vermoord\\w*|afma\\w+|kapotma\\w+|doodma\\w+|doodsla\\w+|doodschiet\\w*|neerste\\w+|neerschiet\\w*|te vermoorden|iets aan ?(?:te )?do\\w+|wat aan ?(?:te )?do\\w+|van kant ma\\w+|verrot sla\\w*)';
/** They go, or speak of it. */
const leaving = `(?:als ik ${upTo(5)}(?:weg|wegga|weggaan|wegging|wegloop|wegwil|vertrek|vertrekken|vertrok|opstap|scheid|scheiden|uitmaak|uit maak|verlaat)|over (?:weggaan|vertrekken|scheiden|uit elkaar gaan|een scheiding)|als ik (?:ooit )?ga(?= (?:\\||doet|maakt|pakt|neemt|slaat|zal|gaat|zegt|hij|ze)\\b))`;
const family =
  "(?:zus|zusje|broer|ouders|moeder|vader|mama|papa|ma|pa|familie|vrienden|vriendinnen|vriendin|collega's|kinderen|niemand)";
const child =
  '(?:kinderen|kids|kind|zoon|zoontje|dochter|dochtertje|baby|jongens|meisjes|kleine|kleinste|oudste|jongste|stiefkind\\w*)';
const animal =
  '(?:kat|katten|poes|hond|honden|hondje|puppy|kitten|konijn|konijnen|cavia\\w*|hamster|vogel|papegaai|paard|dieren|beest|beestje|huisdier\\w*)';
const door = '(?:van (?:de|een|het)|in (?:de|het|een)|voor (?:de|een)|onder (?:de|een)|tegen (?:de|een))';
const height =
  '(?:brug|viaduct|flat|dak|balkon|toren|trein|metro|tram|vrachtwagen|spoor|water|gracht|kanaal|boom|muur|raam)';
const pills = '(?:pillen|slaappillen|pilletjes|medicatie|medicijnen|paracetamols?|tabletten)';
const skin = '(?:arm|armen|pols|polsen|been|benen|dij|dijen|buik|huid|bovenbenen)';

/** Taken out first: what is said in fun, of a film, of work, of something else, or that it is not so. */
export const figuresNl: readonly RegExp[] = [
  /\b(?:dood(?:gaan)?|sterven|verdwijnen|kapot|stuk|een breuk|rot|suf)(?: (?:ga|gaan|ging|gegaan|gelachen))? van (?:(?:het|de) )?(?:lachen|schaamte|slaap|verlangen|spanning|honger|dorst|kou|hitte|moeheid|verveling|geluk|nieuwsgierigheid|stress)\b/g,
  /\bdood(?:moe|op|ziek|normaal|simpel|stil|eng|saai|leuk|blij|zonde|eerlijk|gewoon|gelukkig|nerveus|verlegen|serieus)\b/g,
  /\bdood (?:moe|ziek|normaal|simpel|stil|eng|saai|leuk|blij|zonde|eerlijk|graag|nerveus|verlegen)\b/g,
  /\b(?:lach|schrik|schrok|schaam|verveel|werk|wacht|zoek)\w* (?:me|mij|je|mezelf|ons|we ons) (?:dood|kapot)\b/g,
  /\bzelfmoord(?:aanslag|terrorist|commando|missie)\w*/g,
  /\b(?:zelfmoord|zelfdodings?|suicide) ?(?:preventie|lijn)\w*|\bcrisisdienst\b/g,
  /\b(?:commerciele|politieke|sociale|professionele|culinaire|tactische|financiele) zelfmoord\b/g,
  everywhere`\b(?:geen|nooit|niet|nog nooit) ${upTo(2)}(?:zelfmoord|suicidaal)\b`,
  /\bsl(?:aat|oeg) (?:me|mij) (?:met verstomming|om het hart|om de oren met|een \w+ toe|af|tegen)\b/g,
  everywhere`\b(?:slaat|sloeg|slaan) ${me} ${upTo(2)}over\b`,
  // «Hij slaat me nooit», but not «nooit waar anderen bij zijn».
  everywhere`\b${beats} (?:hij |zij |ze |je |jij )?${me} ${upTo(2)}(?:nooit|niet|geen)(?! (?:alleen|meer als|waar|als er|in het|bij)\b)(?: meer)?\b`,
  everywhere`\b(?:nooit|niet|nog nooit|nog niet)(?! alleen\b) ${upTo(2)}${beats}\b`,
  /\bvoel(?:de|t)? (?:me|mij)(?: \w+){0,3} (?:geslagen|opgesloten|bedreigd|gewurgd|gedwongen)\b/g,
  /\b(?:baby|kleine|sjaal|das|boord|kraag|stropdas) (?:\w+ ){0,2}(?:wurg|schopt|trapt)\w* (?:me|mij)\b/g,
  /\b(?:tafeltennis|tennis|schaken|monopoly|scrabble|kaarten|padel|spelletje|rummikub|dammen|uno)\b[^|]{0,30}\b(?:slaat|sloeg|verslaat|geslagen)\b/g,
  /\b(?:slaat|sloeg|geslagen)\b[^|]{0,30}\b(?:tafeltennis|tennis|schaken|monopoly|scrabble|kaarten|padel|spelletje|rummikub|dammen|uno)\b/g,
  /\blaten we er een einde? aan maken\b/g,
  /\b(?:ruzie|ruzies|discussie|discussies|gedoe|gesprek|feest|avond)\b[^|]{0,40}\been einde? aan (?:te )?mak/g,
  /\bin (?:de|een|het|die|dat) (?:film|serie|boek|podcast|documentaire|nieuws|roman|aflevering)\b[^|]*/g,
  /\b(?:film|serie|boek|podcast|documentaire|docu|roman|artikel|lezing|cursus|training|scriptie|aflevering|liedje|nieuws) (?:\w+ ){0,2}(?:over|gaat|ging|van)\b[^|]*/g,
  /\b(?:werk|werkt|werkte|werken|gewerkt|vrijwilliger|stage|baan|dienst)(?: (?:\w+ )?(?:met|bij|voor|in|rond|over)|s met)\b[^|]*/g,
  /\b(?:slachtoffers|clienten|client|patienten|patient|casus|dossier|leerling|leerlingen)\b[^|]*/g,
  /\bgesneden (?:aan|bij|met (?:koken|klussen|snoeien))\b|\bgesneden\b(?=[^|]{0,12}\b(?:glas|blik|papier|mesje|scheren)\b)/g,
  everywhere`\b(?:bij het|tijdens het|met) (?:scheren|koken|klussen|snoeien|voetballen)\b[^|]*\b(?:pijn|gesneden|sneed)\w*`,
  /\b(?:niet|nooit|geen)(?: \w+)? bang (?:voor|van)\b/g,
  /\b(?:nooit|niet|geen) (?:\w+ )?(?:gewelddadig|agressief)\b/g,
  /\bklok sl\w+[^|]*/g,
  /\bsl(?:aat|oeg|a|aan) (?:\w+ ){0,2}(?:arm|armen|deken|dekens|laken|jas|vleugels|mantel|sjaal) (?:\w+ ){0,2}om (?:me|mij|ons)\b/g,
  /\b(?:wakker|per ongeluk|in (?:je|zijn|haar) slaap)\b[^|]*\b(?:me|mij)\b|\b(?:me|mij) (?:\w+ )?(?:wakker|per ongeluk|in (?:je|zijn|haar) slaap)\b(?! (?:slaat|sloeg|schopt|wurgt))/g,
  /\bafscheids?brief (?:voor|van|aan) (?:mijn |de |het |een )?(?:collega|werk|baas|juf|school|klas|team)\w*/g,
  /\b(?:verwijten|scheldwoorden|vragen|woorden|bal(?:len)?|kussens?|sneeuwball?\w*) (?:\w+ ){0,2}naar (?:mijn|me|mij)\b/g,
];

const threat = `vermoord\\w*|afma\\w+|kapotma\\w+|doodma\\w+|doodsla\\w+|in brand|iets aan ?(?:te )?do\\w+|wat aan ?(?:te )?do\\w+|doet (?:${he} )?(?:me|mij|zich|zichzelf) (?:iets|wat)|nooit meer (?:terug)?zi\\w+|(?:neemt|pakt) ${upTo(4)}${child} ${upTo(3)}(?:mee|af)|${child} ${upTo(4)}(?:meeneemt|meenemen|afpakt|afpakken|afneemt|wegneemt)|spijt van (?:te )?krijg\\w*|spijt krijg\\w*|zwaait er|mes|pols|polsen|pillen|ophang\\w*|van kant|zelfmoord|springt|neerste\\w+|neerschi\\w+|niet levend|zuur|benzine|kokend water|in mijn gezicht|in elkaar`;
const selfNl = '(?:mezelf|mijzelf|me zelf|mijn eigen)';
const following =
  '(?:zoek mijn|find my|life360|snap ?map|google maps|locatie|gps|tracker|airtag|camera\\w*|deurbel\\w*|app|meekijk\\w*|spionage\\w*)';

export const suicideNl: readonly RegExp[] = [
  /\bzelfmoord|\bzelfdod|\bsuicid|\bautomutil|\bzelfbeschadig|\bzelfverwond/,
  // No more of it
  /\b(?:wil|wilde|wilt|wou|kan) (?:[\w']+ ){0,3}(?:niet|nooit) (?:meer|langer|verder) (?:verder ?)?leven?\b(?! (?:zonder|in|met|als|volgens|op|onder|van)\b)/,
  pattern`\bik (?:wil|wou) (?:gewoon |echt |zo |het )?niet meer${ends}(?! \| (?:zei|zegt|riep)\b)`,
  pattern`\bik (?:wil|wou|wilde) (?:dit|dat|mijn|het) leven ${upTo(2)}niet meer\b`,
  pattern`\bhet leven ${upTo(3)}(?:niet meer zitten|beu|moe|zat|geen zin|niks meer waard|niets meer waard|niet meer waard)\b|\b(?:beu|moe|zat|genoeg) (?:\| )?(?:van )?(?:het|dit|dat|heel dat|mijn) leven\b(?! (?:in|op|met|hier|uit|als|van)\b)`,
  pattern`\bgenoeg van(?: \| van)? (?:heel )?(?:het|dit|dat|mijn|heel dat) leven\b(?! (?:in|op|met|hier|uit|als)\b)`,
  pattern`\bzie het ${upTo(2)}niet meer zitten${ends}|\bgeen (?:enkele )?uitweg meer\b`,
  pattern`\b(?:voor|van) mij hoeft het ${upTo(3)}niet meer${ends}|\bhet hoeft (?:voor|van) mij ${upTo(2)}niet meer${ends}|\bleven hoeft (?:voor|van) mij ${upTo(2)}niet meer\b`,
  /\b(?:geen zin meer|geen reden meer|geen reden|niks meer|niets meer)(?: \w+)? (?:om (?:nog )?(?:\w+ )?(?:te )?leven|in het leven|om voor te leven)\b|\bwaar(?:om|voor) (?:leef ik|zou ik (?:nog )?leven|ik (?:nog )?leef)\b|\bleven (?:\w+ ){0,2}(?:geen zin|zinloos)\b/,
  // Ending it
  /\ber (?:[\w']+ ){0,2}een einde? aan (?:te )?maa?k/,
  /\beinde? (?:maken |te maken )?aan mijn leven\b|\bmijn leven (?:te )?beeindig|\bmaak (?:\w+ )?er (?:zelf )?een einde? aan$/,
  // «dan wil ik dood»: the other order of the same.
  /\b(?:wil(?:de)?|wou) ik (?:(?:liever|gewoon|echt|nu|alleen|maar|het liefst|weleens|soms) ){0,2}(?:dood(?! graag\b)(?: zijn| ?gaan)?|sterven)\b/,
  /\bik wil(?:de)? (?:(?!niet\b|je\b|jou\b|hem\b|haar\b)[\w']+ ){0,3}dood(?: zijn| ?gaan)?\b|\bik (?:wil|wilde|wou) (?:(?:liever|gewoon|echt|nu) )?sterven?\b/,
  /\b(?:was ik|dat ik|ik was|ik ben|ik was maar) (?:maar|liever|beter|gewoon) dood\b|\bdat ik dood (?:was|ben|ging)\b|\b(?:liever|beter) dood (?:zijn|was|dan)\b|\b(?:denk|dacht|fantaseer) (?:\w+ ){0,3}(?:aan|over) (?:de dood|doodgaan|dood zijn|mijn dood)\b/,
  // Not being there
  /\bbeter af (?:is |zijn |zou zijn |was |waren )?zonder mij\b|\bzonder mij (?:\w+ ){0,2}beter af\b|\b(?:jullie|iedereen|de kinderen|je|ze|jij) (?:\w+ ){0,4}beter (?:zonder mij|als ik (?:er niet|dood|weg))\b/,
  /\bbeter (?:zijn |geweest )?als ik er niet (?:meer )?(?:was|ben|zou zijn)\b|\bniemand (?:\w+ ){0,3}(?:missen|mist|merken|merkt|opvallen)\b[^|]{0,20}\b(?:als|dat) ik (?:er niet|dood|weg|verdwijn|verdwenen)/,
  pattern`\b(?:wil|wou|wilde) (?:\w+ )?er (?:\w+ )?niet meer zijn(?:${ends}|(?= (?:en|want|maar)\b))`,
  /\b(?:wou|wilde|wenste|wens|willen|hoop|hoopte|was het maar)\b(?: \w+){0,2} dat ik (?:(?:er|hier) )?(?:niet meer|nooit|niet) (?:was|bestond|leefde|ben geboren|geboren)\b/,
  /\bnooit (?:was |ben )?geboren\b(?=[^|]*\bik\b)|\bwil (?:\w+ ){0,2}(?:voorgoed|voor altijd) (?:weg|verdwijnen)\b|\b(?:wil|wou) niet meer bestaan\b|\b(?:iedereen|jullie|jou) (?:alleen (?:maar )?|toch )?(?:maar )?tot last\b/,
  /\b(?:wil|hoop|hoopte|wou|wilde|kon ik)\b[^|]{0,30}\b(?:niet|nooit) meer (?:hoef )?(?:wakker (?:te )?word|wakker te hoeven)|\b(?:niet|nooit) meer wakker word\b/,
  /\bzelf ?mo+r?[dt]\b/,
  near(
    '(?:gedachte|gedachten|idee|verlang\\w*|droom|dromen|fantaseer\\w*|rust|hunker\\w*) ?(?:aan|van|over|naar|om)?',
    '(?:dood zijn|doodgaan|dood te (?:zijn|gaan)|de dood|mijn dood|er niet meer (?:te )?zijn|niet meer (?:te )?leven|niet meer (?:te )?bestaan)',
    20,
  ),
  /\b(?:zin|goesting|kracht|energie|reden|moed|puf) (?:\w+ )?(?:meer )?(?:\w+ )?om (?:\w+ )?(?:te leven|verder te leven|door te leven|in leven te blijven|er nog te zijn)\b/,
  /\bwaar(?:om|voor) (?:zou|moet|blijf) ik (?:\w+ )?(?:nog )?(?:doorgaan|door gaan|verdergaan|verder gaan|leven|bestaan|verder leven|blijven leven)\b|\bklaar (?:mee )?(?:\| )?met (?:het |dit |mijn )?leven\b|\b(?:rust|slapen|weg|stil) (?:\| )?voor (?:altijd|eeuwig|goed)\b|\bvoor (?:altijd|eeuwig) (?:slapen|rust|weg zijn|inslapen)\b/,
  /\b(?:hoop|hoopte|wou|wens|bid)\b[^|]{0,12}\b(?:dat ik|ik)\b[^|]{0,20}\b(?:ongeluk krijg|aangereden|overreden|verongeluk|doodga|sterf|hartaanval|dodelijk|niet meer thuiskom|kanker krijg)/,
  near(pills, '(?:dodelijk|doodgaan|dood te gaan|fataal|sterven|genoeg om)', 50),
  /\bbeter (?:\w+ ){0,4}als ik (?:er niet meer|niet meer besta|dood|nooit geboren)\b|\b(?:pijnloos|snelste manier|manieren om|hoe je) (?:\w+ ){0,3}(?:dood|sterven|doodgaan|zelfdoding)\b|\bhoe ik (?:het|er een eind\w* aan) (?:zou doen|ga doen|wil doen|zou maken|ga maken)\b/,
  near(
    '(?:sta|stond|staan|zat|zit|loop|liep|keek|kijk|bij|langs) (?:\\w+ ){0,3}(?:perron|brug|spoor|dak|balkon|rand|viaduct|reling)',
    '(?:een stap|sprong|springen|gesprongen|laten vallen|loslaten|dan is het (?:voorbij|klaar|over))',
    60,
  ),
  together(
    selfNl,
    '(?:gesneden|sneed|snij\\w*|gekrast|kras|krassen|verwond\\w*|toegetakeld|gebrand|verbrand|uithonger\\w*|pijn gedaan|pijn deed|pijn doe|pijn doen|pijn te doen)',
  ),
  pattern`\bik (?:wil|wou|kan) (?:zo |gewoon |echt )?niet meer verder${ends}|\btrek het leven\b|\bdoe ik (?:\w+ )?nog (?:hier )?op (?:deze|de) (?:wereld|aarde)\b|\buit het leven (?:te )?stap|\bdeze wereld verlaten\b`,
  /\b(?:touw|strop|koord) (?:\w+ )?(?:gekocht|klaar\w*|opgehangen|vastgemaakt)|\b(?:dood|doodgaan|sterven) (?:\w+ ){0,3}(?:oplossing|uitweg|verlossing|bevrijding|opluchting)\b|\b(?:oplossing|uitweg|verlossing|opluchting) (?:\w+ ){0,3}(?:dood|doodgaan|sterven)\b/,
  /\bals ik er niet (?:meer )?(?:was|zou zijn)\b[^~]{0,25}\b(?:rust|beter|gelukkiger|makkelijker|opgelucht)\b/,
  together(
    '(?:brandwonden|brandplekken|sneetjes|snijwonden|sneden|krassen|wonden)',
    `(?:mijn ${upTo(1)}${skin}|mezelf)`,
    '(?:gemaakt|maak|aansteker|sigaret|mesje|gezet)',
  ),
  /\bgeen (?:enkele )?reden (?:meer )?om (?:nog )?(?:wakker te worden|op te staan|door te gaan|verder te gaan|te bestaan)\b|\bnooit geboren\b|\bals ik (?:toch )?dood (?:was|zou zijn)\b/,
  near('(?:brief|brieven|testament|filmpje)', 'als ik (?:er niet meer|dood) (?:ben|zal zijn)', 40),
  near('(?:stuur|gaspedaal)', '(?:los|omgooi\\w*|boom|vrachtwagen|pijler|voorbij)', 25),
  together(
    `(?:strip|doos|doosje|potje|pot|handvol|voorraad) (?:met )?(?:\\w+ )?${pills}`,
    '(?:zit|lig|hand|bed|staar|kijk|sta|voor me|naast me)',
  ),
  /\b(?:wil|wou|hoef) (?:\w+ ){0,2}niet (?:meer|langer) (?:op (?:deze|de) (?:wereld|aarde|aardbol)|in leven zijn|hier zijn|hier rondlopen)\b/,
  // How
  pattern`\b(?:voor (?:de|een) (?:trein|metro|tram|auto|vrachtwagen)|onder (?:de|een) (?:trein|metro|tram)) (?:te )?(?:spring|gooi|stap|lop)|\b(?:spring|springen|gooi me|gooien|stap) (?:voor|onder) (?:de|een) (?:trein|metro|tram)\b`,
  pattern`\b(?:wil|zou|ga|denk|dacht|moed|durf|zin|drang)\b[^|]{0,40}\b${door} ${height} (?:af )?(?:af ?)?(?:te )?(?:spring|stap|rij|stur|val)\w*`,
  pattern`\bik (?:spring|sprong bijna|stuur|rij) (?:\w+ ){0,2}${door} (?:brug|viaduct|flat|dak|balkon|boom|muur)\b`,
  /\b(?:mezelf|mijzelf|me zelf)(?: \w+){0,3} (?:pijn (?:te )?(?:doe|deed)|pijn gedaan|van kant|ophang|verhang|verdrink|snij|doden|vermoord|te slaan)/,
  /\b(?:mezelf|mijzelf|me zelf) (?:\w+ ){0,3}(?:iets|wat) (?:\w+ ){0,2}(?:aan ?(?:te )?(?:doe|deed|gedaan)|ga doen|te doen)/,
  /\b(?:snijd|snij|sneed|kras|bekras) (?:mezelf|mijzelf)\b|\bdoe mezelf (?:weer )?(?:pijn|iets aan)\b/,
  pattern`\b(?:snijd|snij|sneed|snijden|gesneden|kras|kerf|krab|gekrast|gekrabd|brand)\b ${upTo(2)}(?:in )?(?:mijn|me) ${upTo(1)}${skin}\b|\b(?:mijn|me) ${upTo(1)}${skin} ${upTo(3)}(?:kapot |open )?(?:door ?te ?snijden|doorsnijd\w*|snijd\w*|snij|gesneden|opengesneden|gekrast|kapotkras\w*|opengekrabd)\b`,
  pattern`\b(?:alle|al mijn|een handvol|mijn|te veel|een strip|een doos|een potje|genoeg|zoveel) (?:\w+ )?${pills} ${upTo(3)}(?:slik|genomen|ingenomen|innemen|in te nemen|nemen|klaar|opgespaard|gespaard|achterover)|\b${pills} ${upTo(5)}klaar ?(?:gelegd|liggen|gezet)\b|\boverdosis (?:nemen|slikken|genomen)\b|\been overdosis\b`,
  /\bafscheids?brie(?:f|ven)\b|\b(?:wil|wou|overweeg|denk aan|vraag) (?:\w+ )?euthanasie\b/,
];

export const violenceNl: readonly RegExp[] = [
  // Hitting
  /\b(?:slaat|sloeg|slaagt|schopt|schopte|stompt|stompte|mept|mepte|mishandelt|mishandelde|wurgt|wurgde|bedreigt|bedreigde|verkracht|verkrachtte|opsluit|randt|afranselt) (?:me|mij)\b/,
  pattern`\b(?:slaat|sloeg|slaagt|slaag|sla|schopt|schopte|schop|stompt|mept|mepte|bijt|trapte|trapt|wurgt|wurgde|mishandelt|bedreigt|bedreig|bedreigde|verkracht) ${he} ${me}\b`,
  pattern`\b${me} ${upTo(3)}(?:slaat|sloeg|slaan|slaagt|slagen|geslagen|slaag|schopt|schopte|geschopt|gestompt|gemept|mishandelt|mishandelde|mishandeld|bedreigt|bedreigde|bedreigd|gewurgd|wurgen|verkracht|verkrachten|opgesloten|aangerand|afgeranseld)\b`,
  /\bik (?:word|werd|ben)(?: \w+){0,3} (?:geslagen|mishandeld|bedreigd|verkracht|geschopt|aangerand|gestalkt)\b|\b(?:krijg|kreeg) (?:ik )?(?:weer |soms |altijd )?(?:klappen|slaag|rammel|een pak slaag|een pak rammel)\b/,
  pattern`\b(?:gaf|geeft|geef|gegeven|kreeg|krijg|verkocht|verkoopt) ${upTo(5)}(?:klap|klappen|mep|meppen|trap|schop|stomp|vuist|kopstoot|lel|pets|muilpeer|toek)\b ${upTo(1)}(?:in|op|tegen) (?:mijn|me|het) ${upTo(1)}(?:gezicht|kop|hoofd|buik|oog|neus|mond|oor|ribben|rug|kaak|smoel)\b`,
  pattern`\b(?:duwt|duwde|gooit|gooide|smijt|smeet|sleurt|sleurde|sleept) (?:${he} )?${me} ${upTo(3)}(?:tegen de (?:muur|deur|kast|grond)|van de trap|de trap af|op de grond|door de kamer|aan mijn ha(?:ar|ren))\b`,
  pattern`\b${me} ${upTo(4)}(?:tegen de (?:muur|deur|kast|grond)|van de trap|de trap af|op de grond|door de kamer|aan mijn ha(?:ar|ren)) (?:aan )?(?:geduwd|gegooid|gesmeten|gesleurd|duwt|gooit|smijt|sleurt|duwde|gooide|vast)`,
  /\btr(?:ekt|ok) (?:(?:hij|ze|zij|je|jij) )?(?:me )?(?:\w+ )?aan mijn ha(?:ar|ren)/,
  pattern`\b(?:gooi|gooit|gooide|smijt|smeet|slingert|keilt) ${upTo(5)}naar (?:mijn|me|mij) ?(?:hoofd|kop|gezicht|toe)?${ends}|\bnaar mijn (?:hoofd|kop|gezicht) (?:gegooid|gesmeten|geslingerd|gooit|smijt)\b`,
  /\bbont en blauw\b|\bblauwe plek\w* (?:\w+ ){0,3}(?:van|door) (?:hem|haar|jou|zijn|mijn (?:man|vrouw|vriend|vriendin|partner|ex))\b|\b(?:verstop|verberg|verborg|bedek|camoufleer|schmink|wegschmink|dek)\w* (?:\w+ ){0,5}(?:blauwe plek\w*|blauw oog|striemen)\b|\bblauwe plek\w* (?:\w+ ){0,3}(?:verstop|verberg|verberg|camoufl|weg)\w*|\b(?:zeg|zei|vertel|loog)\b[^|]{0,30}\b(?:van de trap|tegen de deur|tegen een deur) (?:ben )?(?:gevallen|gelopen)\b/,
  /\bhuiselijk geweld\b|\bpartnergeweld\b|\bintieme terreur\b|\bhg thuis\b/,
  together(
    he,
    '(?:me|mij)',
    '(?:tegen|op|van|door) (?:de|een|het) (?:muur|kast|deur|grond|vloer|trap|tafel|aanrecht|verwarming|radiator|raam|kamer)',
    '(?:duw\\w*|geduwd|gooi\\w*|gegooid|smijt|smeet|gesmeten|sleur\\w*|gesleurd|knal\\w*|geknald|kwak\\w*|gekwakt|beuk\\w*|gebeukt|ramt|ramde|geramd)',
  ),
  together(
    he,
    `(?:mijn|me) ${upTo(1)}(?:arm|armen|pols|polsen|vinger|vingers|hand)`,
    '(?:omgedraaid|omdraai\\w*|verdraai\\w*|omgewrongen|gebroken|brak|breekt|verbrand\\w*|hard vast\\w*|fijngeknepen)',
  ),
  together(
    '(?:kussen|deken|hand)',
    '(?:op|over|in) mijn (?:gezicht|mond)',
    '(?:druk\\w*|gedrukt|duw\\w*|geduwd|hield|houdt|gehouden)',
  ),
  /\bkort en klein\b|\b(?:sloeg|slaat|schopte|trapte) (?:\w+ ){0,2}(?:gat|gaten|deuk) in de (?:muur|deur)\b|\bin elkaar (?:ge)?(?:slagen|slaat|trapt|sloeg|trap\w*)\b/,
  pattern`\b(?:knijpt|kneep|krabt|krabde|spuugt|spuugde|spuwt|spuwde|beet) (?:${he} )?(?:me|mij|in mijn gezicht)\b|\bin mijn gezicht (?:gespuugd|gespuwd|gespogen)\b|\bblauw oog (?:geslagen|van ${him}|door)\b|\bsla(?:at|ag) (?:soms |weer |altijd |me )?(?:als|wanneer) ${he}\b`,
  pattern`\blosse hand(?:en|jes)\b|\bhanden (?:\w+ )?(?:zitten )?(?:\w+ )?los${ends}|\b(?:hij|zij|ze|jij|je|mijn ${loved}) (?:wordt|werd|is|was|bent) (?:\w+ ){0,2}(?:agressief|gewelddadig)\b|\bagressief (?:tegen|naar) (?:me|mij)\b`,
  together(
    he,
    `mijn ${upTo(1)}(?:telefoon|gsm|laptop|spullen|kleren|bril)`,
    '(?:kapotgegooid|kapotgeslagen|kapotgesmeten|kapot gegooid|kapot geslagen|kapot gesmeten|vernield|verbrand|gesmeten)',
  ),
  together(
    he,
    me,
    '(?:slaat|sloeg|sla|slaan|geslagen|stompt|stompte|gestompt|schopt|schopte|geschopt|mept|mepte|gemept|gebeten|gekrabd|geknepen|gewurgd|gestoken|steekt|stak|mishandelt|mishandeld|verkracht|aangerand|afgeranseld|afgerost|afrost|geranseld)',
  ),
  together(
    he,
    me,
    '(?:druk\\w*|gedrukt|klem\\w*|geklemd) (?:\\w+ )?',
    '(?:tegen|op) (?:de|het|een) (?:muur|kast|deur|grond|vloer|aanrecht|tafel|bed)',
  ),
  together(
    he,
    me,
    '(?:balkon|kelder|garage|schuur|berging|buiten)',
    '(?:laten staan|opgesloten|buitengesloten|gezet|gegooid|sluit|sloot)',
  ),
  // Weapons, throat, threats
  pattern`\b(?:mes|pistool|wapen|geweer|hamer|bijl) (?:\w+ ){0,2}(?:tegen|op|voor|onder|naar) ${my}\b|\b(?:dreig|zwaai|achterna|kwam|komt)\w*\b[^|]{0,20}\bmet (?:een|het) (?:mes|pistool|wapen|bijl)\b|\bmet (?:een|het) (?:mes|pistool|wapen|bijl) (?:\w+ ){0,2}(?:bedreig|achterna|dreig|zwaai)`,
  pattern`\b${he} ${upTo(3)}(?:mijn|me|de) keel dicht`,
  /\b(?:greep|grijpt|pakte|pakt|had|heeft)(?: \w+)? (?:me|mij|mijn) (?:bij|aan|naar) (?:mijn |de )?(?:keel|strot|nek)\b|\bkneep (?:mijn|me de) keel\b|\bkeel dicht ?(?:kneep|knijpt|geknepen|te knijpen)\b|\bhand(?:en)? (?:\w+ )?(?:om|rond|op|aan) (?:mijn|me) (?:nek|keel|hals|strot)\b|\b(?:kussen|hand) op mijn (?:gezicht|mond) (?:gedrukt|geduwd|gehouden)\b/,
  /\bdreig(?:t|de|en)?(?: \w+){0,6} (?:te vermoorden|te slaan|iets aan te doen|wat aan te doen|me te|mij te|met een mes|me iets|me wat|te steken)\b/,
  pattern`\bdreig(?:t|de|en)?\b ${upTo(3)}(?:de|onze|het|mijn) (?:${child}|${animal})\b|\b(?:${child}|${animal}) (?:iets|wat|kwaad) (?:te |aan ?)?(?:aan )?(?:te )?do\w+`,
  pattern`\b(?:hij|zij|ze|mijn ${loved}) (?:gaat|zou|wil|wilde|zal|probeerde|probeert) ${me} (?:ooit |nog |een keer |eens |echt )?(?:te )?(?:vermoorden|wurgen|doodslaan|afmaken|kapotmaken|doodmaken)\b`,
  pattern`\b${he} (?:zegt|zei|dreigt|dreigde|zweert|zwoer|roept|riep|heeft gezegd) ${upTo(8)}${me} (?:\w+ ){0,3}(?:${kills}|vindt|vinden|te vinden)`,
  pattern`\bbang (?:\w+ )?dat ${he} ${me} ${upTo(3)}(?:${kills}|iets doet|wat doet|slaat)`,
  // Leaving
  pattern`${leaving}[^~]{0,60}\b(?:${kills}|maakt? ${he} ${me} (?:af|kapot|dood)|steekt ${he} ${me}|schiet ${he} ${me}|slaat ${he} ${me}|weet ${he} ${me}|vindt? ${he} ${me}|zwaait er|ben ik dood|overleef ik|brandt? ${he})`,
  pattern`(?:${kills}|\bmaakt ${me} (?:af|kapot|dood)|\b(?:overal )?(?:weet )?${me} (?:overal )?(?:weet )?te vinden|\bvindt ${me}|\bzal ${me} (?:overal )?vinden|\b(?:steekt|schiet) ${me})[^~]{0,25}${leaving}`,
  pattern`\b(?:overal|altijd|toch) ${upTo(2)}te vinden\b[^|]{0,12}${leaving}|\bweet ${me} (?:overal|altijd|toch|wel) te vinden\b`,
  pattern`\b${child} ${upTo(3)}(?:nooit|niet) meer (?:terug ?)?(?:te zien|zie|zien|terugzie|krijg)\b[^|]{0,15}(?: \| )?${leaving}|${leaving}[^~]{0,30}\b${child}\b[^|]{0,20}\b(?:nooit|niet meer|afpak\w*|af|kwijt|mee)\b|\b(?:pakt|neemt|pak|neem)\b[^|]{0,12}\b${child} (?:van )?(?:me |mij )?af\b|\b${child} (?:van ${me} )?(?:af ?te ?pakken|afpakt|afpakken|afneemt|afnemen|ontvoer\w*)\b`,
  // The partner threatens to harm themselves
  pattern`\b(?:zichzelf|zich) ${upTo(3)}(?:iets aan\w*|wat aan\w*|ophangt|ophangen|verhangt|van kant|doodma\w*|te vermoorden|vermoordt|te doden|snijdt)\b`,
  pattern`\b(?:doet|doe|hangt|maakt|snijdt|steekt|hang|maak) (?:hij|zij|ze|je|jij) (?:zichzelf|zich|jezelf|je) (?:iets aan|wat aan|op|van kant|dood)\b|\bdreig(?:t|de)?\b ${upTo(3)}met (?:\w+ )?(?:${pills}|springen|overdosis|zijn polsen|haar polsen|de trein)\b|\bjezelf (?:iets|wat) aan ?(?:te )?do\w+`,
  // Held, watched, kept short
  pattern`\bsl(?:uit|oot) (?:${he} )?${me} ${upTo(3)}op\b|\b(?:deur|poort) ${upTo(3)}(?:op slot|dicht)\b[^|]{0,12}\b(?:zodat|dat|opdat) ik ${upTo(2)}(?:niet|nergens|nie) (?:meer )?(?:\w+ )?(?:weg|uit|buiten|heen|naar)\b|\bopgesloten in (?:de|mijn|onze|het) (?:kamer|slaapkamer|badkamer|kelder|auto|huis|wc|toilet)\b`,
  pattern`\b(?:laat|liet) (?:${he} )?${me} ${upTo(2)}niet (?:meer )?(?:weg|gaan|vertrekken|buiten|naar buiten|naar huis|alleen de deur uit|de deur uit|slapen)${ends}|\bverspert? (?:me )?de (?:deur|weg)\b`,
  pattern`\bmijn (?:\w+ )?(?:sleutels?|huissleutel|autosleutels?|paspoort|id|identiteitskaart|rijbewijs|bankpas|pinpas|bankkaart|telefoon|gsm) ${upTo(2)}(?:afgepakt|afgenomen|ingenomen|verstopt|ingepikt|afpakt|afpakken|kapot ?gegooid|kapotgeslagen)\b|\b(?:pakt|pakte|neemt|nam) (?:${he} )?(?:me )?mijn (?:\w+ )?(?:sleutels?|paspoort|bankpas|pinpas|bankkaart|telefoon|gsm|geld|loon) (?:\w+ )?(?:af|in|weg)\b|\bverst(?:opt|opte) (?:${he} )?mijn (?:sleutels?|paspoort|telefoon|gsm|pas)\b`,
  /\bik mag (?:van (?:hem|haar|mijn \w+) )?(?:echt )?(?:niet|nooit) (?:meer )?(?:alleen )?(?:weg|naar buiten|buiten|de deur uit|het huis uit)(?! van (?:de|het|mijn|school|kantoor)\b| (?:voor|bij|op) (?:mijn werk|het werk|school))/,
  pattern`\b(?:ik mag|mag ik|mocht ik|ik mocht) van ${him} ${upTo(4)}(?:niet|nooit|geen|niemand|nergens) ${upTo(3)}(?:zien|spreken|bellen|afspreken|werken|weg|alleen|buiten|geld|eigen|bankkaart|bankpas|pinpas|rekening|telefoon|vrienden|vriendinnen|bezoek|heen|rokjes?|rok|make up|autorijden|studeren)\b`,
  pattern`\b(?:ik mag|mag ik|mocht ik) (?:mijn )?(?:\w+ )?${family} ${upTo(3)}(?:niet|nooit) (?:meer )?(?:zien|spreken|bellen|bezoeken)\b`,
  pattern`\b(?:mijn|eigen) ${upTo(2)}(?:mag|mocht) ik van ${him}\b`,
  pattern`\b(?:ik|mag ik|mij) ${upTo(4)}(?:geen|nooit) eigen (?:geld|bankkaart|bankpas|pas|pinpas|rekening|bankrekening|inkomen)\b`,
  pattern`\b(?:elk|ieder|alle|elke|iedere|al mijn) (?:bonnetjes?|bon|bonnen|kassabon\w*|kasticket\w*|ticketje\w*|cent|euro|uitgave)\b ${upTo(3)}(?:laten zien|tonen|verantwoord\w*|uitleg\w*|afgeven|bewijzen|voorleggen|geven)\b`,
  pattern`\bmijn (?:hele |volledige )?(?:loon|salaris|uitkering|pree|geld|kinderbijslag) ${upTo(5)}(?:zijn|haar|jouw|je) rekening\b|\bmijn (?:hele |volledige )?(?:loon|salaris|uitkering|geld|bankkaart|bankpas) ${upTo(2)}(?:afgeven|afstaan|inleveren)\b|\b(?:smeken|bedelen|smeek|bedel) (?:\w+ )?(?:om|voor) (?:\w+ )?(?:geld|boodschappengeld|een euro)\b|\bop mijn naam (?:\w+ )?(?:schulden|leningen)\b|\b(?:schulden|leningen) (?:\w+ ){0,3}op mijn naam\b|\b(?:zakgeld|leefgeld) van (?:hem|haar|mijn (?:man|vrouw))\b`,
  pattern`\b(?:stalkt|stalkte|bespioneert|bespioneerde|achtervolgt|achtervolgde|trackt|afluistert|bespiedt) (?:${he} )?${me}\b|\b(?:volgt|volgde|controleert|checkt|traceert|tracet) (?:${he} )?${me} ${upTo(2)}(?:met|via|overal|stiekem|als ik|door|op mijn telefoon|de hele)\b(?! (?:instagram|insta|strava|twitter|facebook)\b)`,
  pattern`\b(?:tracker|gps|airtag|spyware|afluister\w*|spionage\w*|camera\w*|microfoon) ${upTo(3)}(?:op|in|onder|aan|bij) mijn (?:telefoon|gsm|auto|wagen|tas|jas|fiets|kamer|slaapkamer|handtas)\b|\bapp ${upTo(4)}(?:zodat|waarmee|om) (?:hij|zij|ze|je|jij|te) ${upTo(4)}(?:ziet|zien|weet|weten|volgen|kan|mee)\b ${upTo(3)}waar ik\b`,
  pattern`\b(?:mijn )?locatie ${upTo(3)}(?:aan ?(?:hebben|staan|laten|zetten)?|delen|doorsturen) ${upTo(4)}(?:van ${him}|anders|hij|ze)\b|\b(?:ik moet|moet ik) ${upTo(4)}(?:mijn )?locatie\b`,
  /\b(?:altijd|steeds|constant|voortdurend|de hele (?:dag|tijd)|elk uur|elke minuut|precies) (?:\w+ ){0,2}(?:weten|zien|checken|controleren|kijken|volgen|ziet|weet|checkt|controleert) (?:\w+ ){0,2}waar ik (?:ben|zit|ga|uithang|geweest|was)\b|\b(?:checkt|controleert) (?:\w+ ){0,4}waar ik (?:ben|zit|ga|was)\b/,
  /\b(?:controleert|controleerde|checkt|doorzoekt|leest|las|doorzocht)(?: \w+){0,2} mijn (?:telefoon|gsm|mobiel|bericht\w*|app(?:jes|s)|mails?|whatsapp|dagboek|mailtjes|insta\w*)\b(?! (?:\w+ )?(?:nooit|niet|pas|amper|later|te laat|graag|wel|half|maar half|slordig)\b)/,
  /\b(?:ik moet|moet ik|moest ik) (?:\w+ ){0,4}(?:telefoon|gsm|berichten|wachtwoord\w*|code) (?:\w+ ){0,3}(?:laten zien|tonen|afgeven|inleveren|geven)\b|\b(?:dan krijg ik|kreeg ik|krijg ik weer) straf\b|\bstraft (?:hij |ze |zij )?(?:me|mij)\b/,
  pattern`\b(?:naaktfoto's|naaktbeelden|naaktfilmpje\w*)\b ${upTo(5)}(?:online|verspreid\w*|doorstu\w*|doorgestuurd|rondstu\w*|delen|posten)\b|\b(?:foto's|filmpjes?|beelden|video's)\b[^|]{0,30}\b(?:online|op internet|verspreid\w*|rond|doorstu\w*|naar iedereen|naar mijn \w+)\b[^~]{0,15}(?:${leaving}|\bdreigt)|(?:${leaving}|\bdreigt)[^~]{0,15}\b(?:foto's|filmpjes?|beelden|video's)\b[^|]{0,30}\b(?:online|op internet|verspreid\w*|rond|doorstu\w*|naar iedereen)`,
  near(leaving, threat, 80),
  together(
    '(?:mag|mocht)',
    `van ${him}`,
    '(?:niet|nooit|geen|niemand|nergens)',
    `(?:werken|werk zoeken|${family}|afspreken|alleen|buiten|geld|rekening|telefoon|bezoek|rokjes?|rok|make up|autorijden|studeren|opleiding|sociale media)`,
  ),
  together(
    '(?:moet|moest)',
    `van (?:hem|haar|mijn ${loved})`,
    '(?:thuisblijven|thuis blijven|afgeven|verantwoorden|inleveren|zwijgen|ontslag|stoppen met werken|mond houden|toestemming|locatie)',
  ),
  pattern`\bniet (?:meer )?dat ik ${upTo(2)}(?:${family}|met (?:iemand|anderen|andere mannen)) ${upTo(2)}(?:zie|spreek|bel|heb|omga|afspreek)\b|\bverb(?:iedt|ood) (?:${he} )?${me}\b|\btoestemming (?:\w+ )?vragen (?:aan|om) (?:hem|haar|mijn ${loved}|buiten|weg)\b`,
  together(
    he,
    'mijn (?:\\w+ )?(?:bankpas|pinpas|bankkaart|loon|salaris|uitkering|paspoort)',
    '(?:heeft|houdt|beheert|bewaart|steelt|int|incasseert|bij zich|beheren)',
  ),
  /\b(?:om|voor) (?:elke|iedere|elk|ieder) (?:euro|cent|bedrag|brood|paar) (?:\w+ ){0,2}(?:vragen|smeken|bedelen|verantwoording)/,
  together(
    he,
    following,
    '(?:waar ik|checkt|controleert|volgt me|volgt mij|in de gaten|stalkt|bespioneert)',
    '(?:ben|zit|uithang|ga|was|loop|me|mij|hele dag|telkens|altijd|geweest|steeds)',
  ),
  /\bhoudt (?:(?:hij|ze|zij) )?(?:me|mij) (?:\w+ ){0,3}in de gaten\b/,
  near(
    '(?:ik moet|moet ik|ik moest|moest ik)',
    `anders (?:zwaait er|gebeurt er (?:iets|wat)|slaat|krijg ik (?:klappen|straf|slaag|ervan)|wordt (?:hij|ze) (?:woest|gewelddadig|agressief|razend|gek))`,
    60,
  ),
  pattern`\bmag (?:ik )?niemand (?:meer )?(?:zien|spreken|bellen)\b|\bfilmt (?:me|mij) (?:stiekem|zonder)\b|\bal mijn wachtwoorden\b|\bsluit (?:ik )?me(?:zelf)? op in de (?:badkamer|wc|slaapkamer|toilet)\b|\bsloten (?:vervangen|veranderd)\b|\bstoel (?:onder|tegen|voor) de (?:deur|deurklink|klink)\b|\bbedreigt (?:ook )?mijn (?:ouders|familie|zus|broer|moeder|vader|vrienden)\b|\b(?:staat|wacht|stond) (?:\w+ ){0,3}(?:bij|voor) mijn werk\b`,
  near('vind(?:t|en|)', 'waar ik ook (?:heen|naartoe|naar toe|vlucht|ga|ben|zit|me verstop)', 40),
  pattern`\bvindt (?:${he} )?${me} (?:toch|overal|altijd)(?: wel)?${ends}|\bbewijzen (?:\w+ ){0,3}waar ik\b|\bzonder dat (?:hij|ze|zij|je|jij) mee(?:luistert|leest|kijkt)\b|\bluistert mijn (?:gesprekken|telefoon)\b`,
  together(
    '(?:volgapp|spionageapp|app|software|programma|tracker)',
    '(?:stiekem|zonder dat ik|volgapp|spionageapp)',
    'mijn (?:gsm|telefoon|mobiel|laptop|tablet)',
  ),
  together('krijg|kreeg', '(?:euro|geld|zakgeld)', `van (?:hem|haar|mijn (?:man|vrouw|partner))`),
  together('op mijn naam', '(?:geleend|lening\\w*|schuld\\w*|krediet\\w*|contract\\w*|leende)'),
  near(
    '(?:in de auto|voor de deur|op de stoep|naar binnen|naar huis|thuiskomen)',
    `(?:want|omdat) (?:hij|ze|zij) (?:heeft|had|is|was) (?:\\w+ )?(?:gedronken|zat|dronken|boos|kwaad|agressief)`,
    50,
  ),
  near(
    '(?:neemt me|pakt me|gaat door|wil seks|doet het|seks|sex|vrijen)',
    '(?:ook|zelfs|terwijl|al) (?:als )?ik (?:huil|nee zeg|slaap|niet wil|pijn heb)',
    20,
  ),
  // Sex
  near(
    '(?:seks|sex|vrijen)',
    '(?:om ruzie te (?:voorkomen|vermijden)|om (?:hem|haar) (?:rustig|kalm) te (?:houden|krijgen)|(?:gaat|ging) (?:gewoon )?door (?:als|terwijl) ik)',
    30,
  ),
  pattern`\b(?:moet|moest) ${upTo(3)}(?:met ${him} (?:naar bed|vrijen|seks|sex)|seks (?:met ${him}|hebben|van ${him})|vrijen met ${him})\b`,
  near(
    `(?:seks|sex|vrijen|met ${him} naar bed)`,
    `(?:ik (?:wou|wil|wilde) (?:het |dat )?niet${ends}|tegen mijn (?:zin|wil)|anders wordt (?:hij|ze)|als ik weiger|gedwongen)`,
    40,
  ),
  pattern`\bdw(?:ing|ingt|ong|ingen) (?:${he} )?${me} ${upTo(3)}(?:seks|sex|vrijen)\b|\bgedwongen ${upTo(2)}(?:tot |om )?(?:seks|sex|te vrijen)\b|\b(?:seks|sex|vrijen|vrijt|vree|neukt|neuken|penetreert|naar bed)\b[^|]{0,25}\b(?:tegen mijn (?:wil|zin)|terwijl ik (?:slaap|sliep|nee|huil)|als ik (?:slaap|nee|huil|niet wil)|ook als ik)\b|\b(?:tegen mijn (?:wil|zin)|terwijl ik (?:slaap|sliep)|als ik slaap)\b[^|]{0,15}\b(?:seks|sex|in me|in mij)\b`,
  pattern`\b(?:zei|zeg|riep|smeekte|zegde) ${upTo(2)}(?:nee|neen|stop)\b[^~]{0,12}\b(?:hij|zij|ze|je|jij) (?:ging|gaat|deed|doet|bleef) ${upTo(3)}(?:door|toch|verder)(?:${ends}| in bed\b| met seks\b)`,
  // Fear
  pattern`\b(?:doods?)?bang (?:voor|van) ${him}${noNoun}|\bschrik (?:van|voor) ${him}${noNoun}`,
  pattern`\bbang ${upTo(1)}(?:als|wanneer|zodra) (?:ik )?${he}? ?${upTo(3)}(?:thuiskomt|thuis komt|drinkt|gedronken|boos|kwaad|dronken|zat is|stem hoor|sleutel hoor|auto hoor|hoor binnenkomen|roept|schreeuwt)\b`,
  pattern`\b(?:durf|durfde|dierf) ${upTo(2)}(?:niet|nauwelijks|amper|bijna niet) (?:meer )?${upTo(1)}naar huis\b(?! te (?:bellen|mailen|appen|sturen|rijden|fietsen|lopen|wandelen|vliegen)\b)|\bbang om ${upTo(2)}(?:naar huis|thuis) (?:te )?(?:gaan|komen|zijn)\b|\bbang ${upTo(1)}(?:thuis|in mijn eigen huis)${ends}`,
  pattern`\b(?:niet|nooit|nergens) (?:meer )?veilig (?:bij|met|thuis|in mijn eigen huis|in huis)\b|\bonveilig (?:thuis|bij ${him}|in huis)\b`,
  near(
    '(?:buikpijn|hartkloppingen|paniek|angst|verstijf|bibber|tril|misselijk|verkramp|krimp ineen|knoop in mijn (?:maag|buik))',
    `(?:(?:zijn|haar) (?:auto|sleutels?|voetstappen|stem)|de sleutel in (?:het slot|de deur)|(?:hij|ze|zij) (?:thuiskomt|thuis komt|binnenkomt))`,
    50,
  ),
  pattern`\b(?:durf|durfde|dierf) ${upTo(2)}(?:niet|nauwelijks|amper) ${upTo(2)}(?:naar )?binnen(?: te gaan)?${ends}|\bniet ${upTo(1)}naar binnen durf\b`,
  pattern`\b(?:durf|durfde|dierf) ${upTo(3)}(?:niet|niks|niets|geen) ${upTo(7)}(?:scheiden|weg te gaan|te vertrekken|weg wil|weggaan|te verlaten|bij ${him} weg|nee te zeggen tegen ${him}|${him} tegen te spreken|nee tegen ${him} te zeggen)\b`,
  pattern`\b(?:${child}) ${upTo(3)}bang (?:voor|van) (?:papa|mama|hun (?:vader|moeder|papa|mama)|${him})\b`,
  pattern`\b(?:maakt|maakte|maak) (?:${he} )?${me} ${upTo(1)}bang\b(?! met\b)`,
  together(
    he,
    `(?:de|onze|mijn|het) ${animal}`,
    '(?:doodgemaakt|vermoord|vergiftigd|gewurgd|geschopt|verdronken|gedood|geslagen|mishandeld|mishandelt)',
  ),
  // Those they love
  pattern`\b${he} ${upTo(3)}(?:slaat|sloeg|slaagt|schopt|schopte|mept|mepte|mishandelt|mishandelde|bedreigt|schudt|wurgt) (?:ook |weer |soms )?(?:de|onze|mijn|het|ons) ${child}\b(?! over\b)|\b(?:de|onze|mijn|ons) ${child} ${upTo(2)}(?:geslagen|mishandeld|geschopt|bedreigd|in elkaar)\b`,
  pattern`\b(?:schopt|schopte|slaat|sloeg|trapt|trapte|gooit|gooide|smijt|smeet|wurgt|wurgde|vermoordt|vermoordde|verdrinkt) (?:${he} )?(?:de|onze|mijn|het) ${animal}\b|\b(?:de|onze|mijn|het) ${animal} ${upTo(3)}(?:geschopt|getrapt|geslagen|gegooid|gesmeten|vermoord|gewurgd|doodgemaakt|laten inslapen als)\b`,
];
