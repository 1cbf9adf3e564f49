/**
 * What people write when it may be about their life or their safety, in Dutch and English, and how the same words are
 * meant in fun. Matched on tidied text (see crisis.ts): lower case, no accents, «|» between clauses. The words miss more
 * than they find, which is why /hulp stands in everybody's menu.
 */

const someone = "(?:hij|zij|ze|je|jij|u|(?:mijn|mn|m'n) (?:man|vrouw|vriend|vriendin|partner|ex|lief|gast))";
const somebody = '(?:he|she|they|you|my (?:husband|wife|partner|boyfriend|girlfriend|fiance|ex))';
/** After «bang voor haar» a noun would make it «haar examen». */
const ends =
  '(?= \\||$| (?:als|wanneer|omdat|en|maar|want|geworden|soms|sinds|thuis|zodra|op dit moment|de laatste tijd)\\b)';
const stops =
  '(?= \\||$| (?:when|because|and|but|since|sometimes|if|now|lately|at home|these days|every|all the time)\\b)';

/** Taken out first: what is said in fun, of a film, of something else. */
export const figuresOfSpeech: readonly RegExp[] = [
  // Dutch
  /\b(?:dood(?:gaan)?|sterven|kapot|stuk|een breuk|rot|suf)(?: (?:ga|gaan|ging|gegaan|gelachen))? van (?:(?:het|de) )?(?:lachen|schaamte|slaap|verlangen|spanning|honger|dorst|kou|hitte|moeheid|verveling|geluk|nieuwsgierigheid|stress)\b/g,
  /\bdood(?:moe|op|ziek|normaal|simpel|stil|eng|saai|leuk|blij|zonde|eerlijk|gewoon|gelukkig|nerveus|verlegen|serieus)\b/g,
  /\b(?:lach|schrik|schrok|schaam|verveel|werk|wacht|zoek)\w* (?:me|mij|je|mezelf|ons|we ons) (?:dood|kapot)\b/g,
  /\bzelfmoord(?:aanslag|terrorist|commando|missie)/g,
  /\b(?:commerciele|politieke|sociale|professionele|culinaire|tactische|financiele) zelfmoord\b/g,
  /\bsuicide squad\b/g,
  /\bslaat (?:me|mij) (?:met verstomming|om het hart|om de oren met|nooit over|niet over|over)\b/g,
  /\bvoel(?:de|t)? (?:me|mij)(?: \w+){0,3} (?:geslagen|opgesloten|bedreigd|gewurgd)\b/g,
  /\b(?:tafeltennis|tennis|schaken|monopoly|scrabble|kaarten|padel|spelletje|rummikub)\b[^|]{0,30}\b(?:slaat|sloeg|verslaat|geslagen)\b/g,
  /\b(?:slaat|sloeg|geslagen)\b[^|]{0,30}\b(?:tafeltennis|tennis|schaken|monopoly|scrabble|kaarten|padel|spelletje|rummikub)\b/g,
  /\blaten we er een einde? aan maken\b/g,
  /\b(?:ruzie|ruzies|discussie|discussies|gedoe|gesprek|feest|avond)\b[^|]{0,40}\been einde? aan (?:te )?mak/g,
  /\bin (?:de|een|het|die|dat) (?:film|serie|boek|podcast|documentaire|nieuws)\b[^|]*/g,
  // English
  /\b(?:die|died|dying|dead|die again) (?:of|from|with) (?:laughter|laughing|embarrassment|shame|boredom|hunger|thirst|curiosity|happiness|cringe|cold|heat|anticipation)\b/g,
  /\b(?:so|such|how) (?:embarrass|awkward|cringe)[^|]{0,40}\bdie\b/g,
  /\b(?:commercial|career|political|social|financial) suicide\b/g,
  /\b(?:hit|hits) me (?:up|with|that|how|like|hard|just)\b/g,
  /\b(?:beat|beats|beaten) me (?:at|to|in|by|again at|every time at|every week at|every single time at)\b/g,
  /\b(?:kick|kicks|kicked|hit|hits|punches|punched) me (?:out of|off|under the table|in (?:his|her|your|their) sleep|while (?:asleep|sleeping))\b/g,
  /\b(?:cut|cutting|hurt|hurting|burned) myself (?:shaving|cooking|chopping|on|while|slicing|again at|at|in|playing|running|falling|skiing|badly at)\b/g,
  /\bin (?:the|a|that|this) (?:film|movie|show|series|book|podcast|documentary|news|song)\b[^|]*/g,
  /\b(?:not|never|isn't|wasn't|aren't) (?:\w+ )?(?:afraid|scared|frightened) of\b/g,
  /\b(?:niet|nooit|geen)(?: \w+)? bang (?:voor|van)\b/g,
];

export const suicideWords: readonly RegExp[] = [
  // Dutch
  /\bzelfmoord|\bzelfdod|\bsuicid/,
  /\bwil(?:de|t)? (?:\w+ ){0,3}(?:niet|nooit) (?:meer|langer) (?:verder ?)?leven\b(?! (?:zonder|in|met|als|volgens|op|onder|van)\b)/,
  /\ber (?:\w+ ){0,2}een einde? aan (?:te )?maa?k/,
  /\beinde? (?:maken |te maken )?aan mijn leven\b|\bmijn leven (?:te )?beeindig/,
  /\bik wil(?:de)? (?:(?!niet\b|je\b|jou\b|hem\b|haar\b)\w+ ){0,3}dood(?: zijn| ?gaan)?\b|\bik wil(?:de)? (?:(?:liever|gewoon|echt|nu) )?sterven\b/,
  /\b(?:was ik|dat ik|ik was|ik ben|ik was maar) (?:maar|liever|beter) dood\b|\bdat ik dood was\b|\bliever dood (?:zijn|was|dan)\b/,
  /\bbeter af zonder mij\b|\bbeter (?:zijn |geweest )?als ik er niet (?:meer )?(?:was|ben|zou zijn)\b|\bik wil er niet meer zijn\b/,
  /\b(?:wil|hoop|hoopte|wou)\b[^|]{0,25}\bniet meer wakker (?:te )?worden\b|\bniet meer wakker word\b/,
  /\bgeen zin meer (?:om te leven|in het leven)\b|\b(?:zie|zag) het leven niet meer zitten\b|\bleven hoeft (?:voor|van) mij niet meer\b|\bmoe van het leven\b/,
  /\bvoor (?:de|een) trein (?:te )?(?:spring|gooi|stap)|\b(?:spring|springen|gooi me|gooien) voor (?:de|een) trein\b/,
  /\b(?:mezelf|mijzelf|me zelf)(?: \w+){0,3} (?:pijn (?:te )?(?:doe|deed)|iets aan ?(?:te )?(?:doe|deed)|van kant|ophang|verhang|verdrink|snij|doden|vermoord)/,
  /\b(?:snijd|snij|sneed) (?:mezelf|mijzelf|in mijn (?:armen|arm|polsen|benen))\b|\bdoe mezelf (?:pijn|iets aan)\b|\bmijn polsen (?:\w+ ){0,2}(?:door)?snij/,
  /\b(?:alle|een handvol|mijn|te veel) pillen (?:\w+ ){0,3}(?:slik|genomen|innemen)|\boverdosis (?:nemen|slikken)\b/,
  // English
  /\b(?:kill|killing|killed|hang|hanging|shoot|drown|drowning) myself\b/,
  /\b(?:end|ending|take|taking) my (?:own )?life\b|\bend it all\b/,
  /(?<!don't |dont |not |didn't |never )\b(?:want|wanted|wanna|ready) (?:to )?(?:just )?die\b/,
  /\bwish i (?:was|were|could be) (?:dead|never born)\b|\bbetter off (?:dead|without me)\b|\brather be dead\b|\bwish i'd never been born\b/,
  /\b(?:don't|dont|do not|no longer|didn't) (?:really )?(?:want|wanna) (?:to )?(?:live|be alive|exist|go on living|wake up)\b(?! (?:in|with|without|like|here|there|at|on|by|far|so|early|to|for|next|together|yet|late)\b)/,
  /\bno (?:reason|point) (?:to live|in living|left to live)\b|\bcan't go on living\b|\btired of (?:living|being alive)\b(?! (?:in|out|with|by|on|like|here|there|at|for)\b)/,
  /\b(?:harm|harming|cut|cutting|hurt|hurting) myself\b|\bself ?harm/,
  /\bjump (?:in front of|under) (?:a|the) train\b|\bjump off (?:a|the) (?:bridge|roof)\b|\b(?:take|took|taking) an overdose\b|\boverdose on\b/,
];

export const violenceWords: readonly RegExp[] = [
  // Dutch
  /\b(?:slaat|sloeg|schopt|schopte|stompt|stompte|mishandelt|mishandelde|wurgt|wurgde|bedreigt|bedreigde|verkracht|verkrachtte|opsluit) (?:me|mij)\b/,
  /\b(?:me|mij)(?: \w+){0,3} (?:slaat|sloeg|slaan|geslagen|schopt|schopte|geschopt|gestompt|mishandelt|mishandelde|mishandeld|bedreigt|bedreigde|bedreigd|gewurgd|wurgen|verkracht|opgesloten)\b/,
  /\bik (?:word|werd|ben)(?: \w+){0,3} (?:geslagen|mishandeld|bedreigd|verkracht|geschopt)\b/,
  new RegExp(
    `\\bbang (?:voor|van) (?:hem|haar|jou|je|(?:mijn|mn|m'n) (?:man|vrouw|vriend|vriendin|partner|ex|lief))${ends}`,
  ),
  new RegExp(`\\b${someone} (?:\\w+ ){0,3}(?:mijn|m'n|mn|de) keel dicht`),
  /\b(?:greep|grijpt|pakte|pakt|had|heeft)(?: \w+)? (?:me|mij|mijn) (?:bij|aan|naar) (?:mijn |de |m'n )?keel\b|\bkneep (?:mijn|m'n|me de) keel\b|\bkeel dicht ?(?:kneep|knijpt|geknepen|te knijpen)\b/,
  /\bsl(?:uit|oot) (?:me|mij)(?: \w+){0,3} op\b|\bopgesloten in (?:de|mijn|onze) (?:kamer|slaapkamer|badkamer|kelder|auto)\b/,
  /\bdreig(?:t|de|en)(?: \w+){0,4} (?:te vermoorden|te slaan|iets aan te doen|me te|mij te|met een mes|me iets)\b/,
  /\bik mag (?:van (?:hem|haar|mijn \w+) )?(?:echt )?(?:niet|nooit) (?:meer )?(?:alleen )?(?:weg|naar buiten|de deur uit|het huis uit)(?! van (?:de|het|mijn|school|kantoor)\b| (?:voor|bij|op) (?:mijn werk|het werk|school))/,
  /\b(?:controleert|controleerde|checkt|doorzoekt|leest|las)(?: \w+){0,2} mijn (?:telefoon|gsm|mobiel|berichten|appjes|mail)/,
  /\b(?:duwt|duwde|gooit|gooide|smijt|smeet) (?:me|mij)(?: \w+){0,2} (?:tegen de (?:muur|deur|kast)|van de trap|op de grond)\b|\btr(?:ekt|ok) (?:me )?aan mijn ha(?:ar|ren)/,
  /\bbont en blauw\b|\bblauwe plekken (?:van|door) (?:hem|haar|jou|zijn|mijn (?:man|vrouw|vriend|vriendin|partner|ex))\b|\bhuiselijk geweld\b/,
  /\bdwing(?:t|en)? (?:me|mij)(?: \w+){0,3} (?:seks|sex|vrijen)\b|\bdwong (?:me|mij)(?: \w+){0,3} (?:seks|sex|vrijen)\b/,
  // English
  new RegExp(
    `\\b${somebody} (?:\\w+ ){0,3}(?:hits|hit|beats|beat|slaps|slapped|punches|punched|kicks|kicked|chokes|choked|strangles|strangled|threatens|threatened|raped|rapes|abuses|abused) me\\b`,
  ),
  /\bi(?: am|'m| was|'ve been| have been|'m being| am being| get| got)(?: \w+)? (?:beaten|raped|abused|strangled|choked|threatened|hit|slapped)(?: up)? (?:by|at home|again|every|last night)\b|\bi(?: was|'ve been| have been) raped\b/,
  new RegExp(
    `\\b(?:afraid|scared|frightened|terrified) of (?:him|her|you|my (?:husband|wife|partner|boyfriend|girlfriend|ex))${stops}`,
  ),
  /\b(?:hands?|fingers) (?:around|round|on) my (?:neck|throat)\b|\bgrabbed me by the (?:neck|throat|hair)\b/,
  /\bthreaten(?:s|ed|ing)? to (?:kill|hurt|hit|beat|shoot) (?:me|us)\b|\btried to (?:kill|strangle|choke) me\b|\bsa(?:ys|id) (?:he|she|they)(?:'ll| will|'d| would) (?:kill|hurt) me\b/,
  /\block(?:s|ed) me (?:in|up)\b|\b(?:won't|doesn't|wouldn't|will not|never) lets? me (?:leave|go out|out of the house|see my (?:friends|family|sister|mother|parents))\b|\bnot allowed to (?:leave the house|leave him|leave her|see my (?:friends|family))\b/,
  /\b(?:checks|goes through|went through|searches|controls|monitors|tracks) my (?:phone|messages|texts|email)\b/,
  /\b(?:forces|forced|makes|made) me (?:to )?have sex\b|\bdomestic (?:violence|abuse)\b|\bbeat(?:en)? black and blue\b|\bbruises (?:from|by) (?:him|her|my (?:husband|wife|partner|boyfriend|girlfriend))\b/,
  /\b(?:pushed|shoved|threw) me (?:against the wall|down the stairs|to the floor|onto the floor)\b|\bpull(?:s|ed) my hair\b/,
];
