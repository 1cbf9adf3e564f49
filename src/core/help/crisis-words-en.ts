import { ends, everywhere, near, pattern, together, upTo } from './crisis-pattern.js';

/** English: what may be about somebody's life or safety, and how the same words are meant in fun. */

const loved = '(?:husband|wife|partner|boyfriend|girlfriend|fiance|fiancee|ex|man|fella|bloke|other half)';
const he = `(?:he|she|they|you|u|my (?:own )?(?:ex )?${loved})`;
const him = `(?:him|her|you|u|them|my (?:own )?(?:ex )?${loved})`;
const will = '(?:will|would|is going to|are going to|is gonna|might|could|can)';
/** Fear ends here, and no «of her exam» follows. */
const noNoun = `(?:${ends}|(?= (?:when|because|and|but|since|sometimes|if|now|lately|at home|these days|every|all the time|any more|again|at night|tonight|coming|finding|getting|after|most)\\b))`;

const beats =
  '(?:hits?|hitting|beats?|beating|beaten|slap(?:s|ped|ping)?|punch(?:es|ed|ing)?|kick(?:s|ed|ing)?|chok(?:es|ed|ing)|strangl(?:es|ed|ing)|threaten(?:s|ed|ing)?|rap(?:es|ed|ing)|abus(?:es|ed|ing)|headbutt(?:s|ed)?|smack(?:s|ed)?|thump(?:s|ed)?|burn(?:s|ed|t)|bit|bites|spat at|attack(?:s|ed)|stab(?:s|bed))';
/** They go, or speak of it. */
const leaving = `(?:(?:if|when|whenever|once|every time) i ${upTo(4)}(?:leave|left|leaving|divorce|break up|split up|split|walk out|move out|end it|end things|go(?= (?:\\||he|she|they|you)\\b| \\||$))|(?:talk|talking|talked|speak|mention|mentioned) (?:about |of )?(?:leaving|divorce|divorcing|splitting up|breaking up)|i want a divorce)`;
const child =
  '(?:kids?|children|child|son|daughter|baby|toddler|boys?|girls?|little one|eldest|youngest|stepson|stepdaughter)';
const animal = '(?:dogs?|cats?|puppy|kitten|pets?|rabbit|hamster|horse|animals?)';
const family =
  '(?:mum|mom|mam|dad|mother|father|parents|sister|brother|family|friends?|mates|children|kids|anyone|anybody|people)';
const pills =
  '(?:pills|tablets|meds|medication|painkillers|paracetamol|tylenol|sleeping pills|insulin|antidepressants)';
const watching = '(?:all day|all the time|constantly|every|always|at all times|or else|goes mad|gets|and if|if i turn)';

/** Taken out first: what is said in fun, of a film, of work, of something else, or that it is not so. */
export const figuresEn: readonly RegExp[] = [
  /\b(?:die|died|dying|dead|die again) (?:of|from|with) (?:laughter|laughing|embarrassment|shame|boredom|hunger|thirst|curiosity|happiness|cringe|cold|heat|anticipation)\b/g,
  /\b(?:so|such|how) (?:embarrass|awkward|cringe)[^|]{0,40}\bdie\b/g,
  /\b(?:commercial|career|political|social|financial) suicide\b|\bsuicide squad\b|\bsuicide prevention\b|\bsuicide hotline\b/g,
  everywhere`\b(?:never|not|no) ${upTo(3)}suicidal?\b`,
  /\b(?:hit|hits) me (?:up|with|that|how|like|hard|just)\b/g,
  /\b(?:beat|beats|beaten) me (?:at|to|in|by|again at|every time at|every week at|every single time at)\b/g,
  /\b(?:kick|kicks|kicked|hit|hits|punches|punched) me (?:out of|off|under the table|in (?:his|her|your|their) sleep|while (?:asleep|sleeping))\b/g,
  /\b(?:cut|cutting|hurt|hurting|burned) myself (?:again |badly )?(?:shaving|cooking|chopping|slicing|playing|running|falling|skiing|some slack|a break|off|a slice|a piece|gardening|lifting|(?:on|at|in|with) (?:the|a|my|some) (?:\w+ )?(?:gym|knife|glass|stairs|door|garden|kitchen|can|tin|edge|corner|match|game|paper|oven|bike|ice|pan|stove|football|iron|bread)|at (?:work|football|training|tennis)|while (?:cooking|shaving|chopping|running|playing|gardening))\b/g,
  // «He has never hit me», but not «he never hits me where people can see».
  everywhere`\b(?:never|not once|not|neither)(?! (?:stopped|stops|stop|just|only|even)\b) ${upTo(2)}${beats} (?:or ${upTo(3)})?me\b(?! (?:in front|where|when|around|in public|on the)\b)`,
  /\bin (?:the|a|that|this) (?:film|movie|show|series|book|podcast|documentary|news|song|episode|novel)\b[^|]*/g,
  /\b(?:film|movie|show|series|book|podcast|documentary|novel|article|episode|song|thesis|essay|paper|report) (?:\w+ ){0,2}(?:about|is about|was about|on)\b[^|]*/g,
  /\b(?:work|works|worked|working|volunteer|volunteered|training|course|job|shift|placement|charity|shelter|refuge) (?:\w+ )?(?:with|for|at|in|on|about)\b[^|]*/g,
  /\b(?:victims|survivors|clients|patients|client|patient|my caseload)\b[^|]*/g,
  /\b(?:goodbye|farewell) (?:letter|note)s? (?:to|for|from) (?:my |the |his |her |a )?(?:colleague|work|boss|team|class|job|school)\w*/g,
  /\b(?:not|never|isn't|wasn't|aren't) (?:\w+ )?(?:afraid|scared|frightened|terrified) of\b/g,
  /\bcut my \w+ (?:on|with (?:the|a)|chopping|cooking|gardening)\b/g,
  /\b(?:threw|throws?|throwing|chuck\w*) (?:\w+ ){0,3}(?:snowballs?|pillows?|cushions?|balls?|socks?|popcorn|confetti|kisses|party) (?:\w+ ){0,2}at me\b/g,
  /\b(?:took|take|taken) all my (?:meds|medication|tablets|pills) (?:this morning|today|on time|like)\b/g,
];

const threat = `(?:kill|hurt|harm|hang|shoot|stab|cut) (?:me|us|himself|herself|themselves|himself|yourself|the ${child}|${child}|everyone)|burn ${upTo(4)}down|find me|hunt me|${he} ${upTo(4)}(?:take|keep) (?:the|my|our) ${child}|never see (?:the|my|our) ${child}|regret it|make me pay|ruin me|destroy me|blade|razor|wrists?|overdose|pills|knife|noose`;
const watched =
  '(?:find my|life360|snap ?map|google maps|location|gps|tracker|airtag|cameras?|doorbell|ring camera|spyware|the app)';

export const suicideEn: readonly RegExp[] = [
  /\b(?:kill|killing|killed|hang|hanging|shoot|drown|drowning|stab|starve) myself\b|\bsuicid/,
  /\b(?:end|ending|take|taking|took) my (?:own )?life\b|\bend it all\b|\bending it all\b/,
  /(?<!not |never )\b(?:want|wanted|ready|wanting|wants|like) (?:to )?(?:just )?(?:die|be dead)\b(?! (?:laughing|before|for|next to|together|with you|old)\b)/,
  /\bwish i (?:was|were|could be) (?:dead|never born|gone)\b|\bbetter off (?:dead|without me|if i (?:was|were|am) (?:dead|gone|not here))\b|\b(?:rather|better) be dead\b|\bwish i (?:would|had) never been born\b/,
  /\bwish i (?:had not|did not|would not|could not|never) (?:woken|wake|woke|waking|exist\w*)\b|\bhop\w+ i (?:do not|will not|would not|never) wake up\b|\bif i (?:did not|never) (?:wake|woke) up\b|\b(?:sleep|fall asleep|go to bed) (?:\w+ ){0,2}(?:never|not|and not) (?:ever )?wake? ?(?:up|waking up)\b|\bnever (?:have to )?wake up\b/,
  /\b(?:do not|no longer|did not|never) (?:really )?(?:want|wanna) (?:to )?(?:live|be alive|exist|go on living|wake up)\b(?! (?:in|with|without|like|here|there|at|on|by|far|so|early|to|for|next|together|yet|late|the|our|you|him|her)\b)/,
  /\b(?:do not|no longer) (?:really )?want to be here (?:any ?more|any longer)?(?: \|)? ?(?=$|\||and\b|because\b|but\b|tbh\b|honestly\b|sorry\b)(?!\|? ?(?:this|that|the|it|let|can|take) )/,
  /\b(?:want|wanted) (?:it all|everything|all of it|the pain|my life|this life|it) (?:to )?(?:just )?(?:stop|end|be over)(?= forever| for good|$| \||(?: and i))(?=.*(?:forever|for good|all|life|pain|everything|$))/,
  /\bno (?:reason|point|sense) (?:to live|in living|left to live|living|being alive|in being alive|to be alive|in going on|going on|carrying on|in carrying on|to (?:carry|go) on)\b|\b(?:what is|whats|what's) the point (?:of|in) (?:living|being alive|me being|my life)\b|\bnothing (?:left )?to live for\b|\bmy life is (?:not worth living|worthless|over|pointless)\b|\bnot worth living\b/,
  /\b(?:can not|could not) go on (?:living|any ?more|any longer)\b|\b(?:can not|could not) do this life\b|\b(?:tired|sick) of (?:living|being alive)\b(?! (?:in|out|with|by|on|like|here|there|at|for)\b)|\bdo not want this life\b|\bdone with (?:life|living)\b/,
  /\b(?:nobody|no one|noone|everyone|you|they) (?:would|will|'d)? ?(?:even )?(?:notice|care|miss me|be happier|be fine|be relieved)\b[^|]{0,20}\bif i (?:was|were|died|disappeared|am|just)? ?(?:dead|gone|died|disappeared|not here|was not here)?|\bif i (?:died|was dead|were dead|was gone|disappeared|was not here|were not here)\b[^|]{0,25}\b(?:nobody|no one|notice|miss|care|better)\b/,
  /\b(?:everyone|everybody|you|they|kids|family|world)\b[^|]{0,15}\bbetter (?:off )?without me\b|\bi am (?:just |only |nothing but )?a burden (?:to|on) (?:everyone|everybody|you|my)\b|\bdisappear (?:forever|for good)\b/,
  /\b(?:do not|can not) see (?:a|any|my) (?:future|life) (?:with me in it|for me|for myself|where i am)\b/,
  /\b(?:thought|thoughts|idea|thinking|think|dream\w*|fantasi\w*|daydream\w*) (?:of|about) (?:being dead|dying(?= \||$| every| all| most| when| and| a lot| tonight)|my own death|not being here|not existing|not being alive|how to die|ending things|ending it)\b(?! \w+ hair)/,
  /\bhop(?:e|ed|ing) (?:that )?i (?:just )?(?:die|get hit|got hit|crash|get run over|get cancer|have an accident|do not make it|have a heart attack)\b|\bwish (?:a|the|some) (?:bus|car|lorry|truck|train) would (?:hit|run)\b/,
  near(pills, '(?:to die|lethal|fatal|to kill|would it take|does it take|it takes|deadly)', 40),
  /\b(?:ways|way|how|painless\w*|methods?) (?:\w+ )?(?:to|of) (?:die|dying)\b|\bplan (?:for )?(?:how|to die|to end)\b|\bknow (?:exactly )?how i would do it\b/,
  /\b(?:easier|better|happier|fine|simpler)\b[^|]{0,20}\bif i (?:was not|wasn't|wasnt|were not|weren't|werent|am not|was no longer|did not exist) ?(?:around|here|alive|in it)?\b|\b(?:easier|better|happier) (?:\w+ ){0,3}without me (?:here|around|in it)\b/,
  /\bhad enough of (?:being alive|life|living|this life)\b|\bwhat is the point (?:of|in) (?:carrying on|going on|even trying|anything any more|it all|life)\b|\b(?:peace|rest|sleep|gone|disappear|quiet|over) (?:\| )?(?:for good|forever)\b|\bdo not want to be (?:around|alive)\b/,
  near(
    '(?:bridge|platform|ledge|edge|balcony|roof|tracks|cliff)',
    '(?:one step|step off|jump|jumping|let go|letting go|stepping off|it would all be over)',
    50,
  ),
  /\b(?:bought|tied|made|got) (?:a|the|some) (?:rope|noose)\b|\b(?:leave|leaving|done with) this world\b|\b(?:death|dying|being dead) (?:is|would be|feels like|seems like) (?:\w+ ){0,2}(?:relief|only|way out|answer|peaceful|easier)\b|\bwant out of (?:life|this life)\b|\beveryone a favou?r if i\b/,
  /\b(?:burn|burned|burnt|burning|scratch|scratched|cut|carve\w*) (?:\w+ )?my (?:arms?|legs?|wrists?|thighs?|skin|stomach) (?:with a|open|until|till|again|to feel|when i)\b/,
  /\bno reason to (?:get up|wake up|be here|stay|keep going)\b|\bif i (?:was|were) (?:dead|no longer here)\b|\b(?:coward|guts|courage|nerve|brave enough) (?:\w+ ){0,3}(?:to )?(?:end it|kill|end things|jump|go through with it)\b|\bfor when i am (?:gone|dead)\b/,
  /\blet(?:ting)? go of the (?:steering )?wheel\b|\bdo not want to be (?:on|in) this (?:earth|world|planet|life)\b/,
  together(
    `(?:box|bottle|pile|handful|bag|packet|strip) of (?:\\w+ )?${pills}`,
    '(?:sitting|sat|staring|holding|in front of me|here with|in my hand|lying)',
  ),
  // How
  /\b(?:harm|harming|harmed|cut|cutting|hurt|hurting|burning|starving|punching) myself\b|\bself ?harm|\b(?:cutting|cut) (?:my (?:wrists?|arms?|legs?|thighs?|skin)|again$)|\b(?:slit|slitting|slash\w*) my wrists?\b/,
  /\b(?:do|did|doing|done|try|trying) (?:something |anything )?to myself\b/,
  /\bjump (?:in front of|under) (?:a|the) (?:train|bus|tube|lorry|car|truck)\b|\bjump(?:ing)? off (?:a|the) (?:bridge|roof|building|balcony|cliff)\b(?! (?:into|in) (?:the )?(?:river|water|sea|lake))|\b(?:step|walk|stepping|walking) (?:in front of|into) (?:a|the|oncoming) (?:train|bus|lorry|traffic|truck)\b|\bthrow(?:ing)? myself (?:in front|under|off)\b/,
  /\b(?:bridge|roof|balcony|platform|edge|cliff|ledge)\b[^~]{0,45}\b(?:nearly|almost|thought (?:about|of)|wanted to|thinking (?:about|of)) (?:jump|stepp|it|let)\w*|\b(?:nearly|almost) jumped (?:off|in front)\b/,
  /\b(?:driv|swerv|crash|steer|veer|walk)\w* (?:\w+ ){0,4}(?:into|off|in front of) (?:a|the|oncoming) (?:tree|wall|lorry|truck|traffic|bridge|cliff|sea|river|central reservation)\b(?<=\b(?:think|thought|want|wanted|could|imagin\w*|urge|tempted|picture|picturing|feel like|just)\b.{0,60})/,
  pattern`\b(?:all|a bottle of|loads of|too many|a handful of|bunch of|enough|whole (?:box|bottle|pack|packet) of|box of|stash of|saving|saved up|stockpil\w*|hoard\w*) (?:of )?(?:my |the |her |his |these |those |up )?${pills}\b|\b(?:take|took|taking) (?:an|a massive|a fatal) overdose\b|\boverdose on\b|\boverdos(?:e|ed|ing)$`,
  /\b(?:goodbye|suicide|farewell) (?:letter|note|message|video)s?\b|\b(?:written|writing|wrote|write) (?:\w+ ){0,2}(?:my|a) (?:goodbye|goodbyes)\b/,
];

export const violenceEn: readonly RegExp[] = [
  // Hitting
  pattern`\b${he} ${upTo(4)}${beats} me\b`,
  pattern`\b(?:keeps?|started|starts|kept) ${beats} me\b|\b(?:got|gets|getting|turns|turned|been) (?:physical|violent) (?:with|towards?|on|at) me\b|\b${he} (?:is|gets|got|turns|can be|was) (?:really |so )?(?:violent|abusive)\b|\babusive (?:relationship|marriage|${loved})\b|\b(?:put|puts|lays?|laid|putting) (?:his|her|your) hands on me\b`,
  /\bi(?: am| was| have been| am being| get| got)(?: \w+)? (?:beaten|raped|abused|strangled|choked|threatened|hit|slapped|punched|kicked|assaulted)(?: up)? (?:by|at home|again|every|last night|when)\b|\bi(?: was| have been) raped\b|\b(?:beat|beats|beaten) (?:me )?(?:up|black and blue)\b|\bblack and blue\b/,
  /\b(?:push|shov|threw|throw|slamm|drag|knock|pinn)\w* me (?:\w+ )?(?:against|into|down|to|onto|on|across|up against|off) (?:the|a|my) (?:\w+ )?(?:wall|stairs|floor|ground|bed|door|fridge|room|hair)\b|\bdragg?(?:ed|s) me by (?:the|my) (?:hair|arm)\b|\bpull(?:s|ed) my hair\b/,
  /\b(?:throws?|threw|throwing|chuck\w*|hurl\w*|launch\w*|smash\w*|lob\w*) (?:[\w']+ ){0,5}at (?:me|my (?:head|face)|us)\b/,
  /\bbruises (?:\w+ )?(?:from|by|off) (?:him|her|you|my (?:husband|wife|partner|boyfriend|girlfriend)|when)\b|\b(?:cover|hide|hid|covering|hiding|covered|covers) (?:\w+ ){0,4}(?:bruis\w+|black eye|marks|handprints?)\b|\b(?:gave|given|give) me (?:a|this|another|two) (?:black eye|bruise|fat lip|bloody nose|split lip)\b|\btell (?:people|everyone) i (?:fell|walked into)\b/,
  /\bdomestic (?:violence|abuse)\b|\bcoercive control\b/,
  together(
    he,
    '(?:push\\w*|shov\\w*|slam\\w*|throws|threw|thrown|knock\\w*|drag\\w*|hurl\\w*) me',
    '(?:wall|wardrobe|door|floor|stairs|table|fridge|cupboard|ground|counter|radiator|cooker|banister)',
  ),
  pattern`\b${he} (?:\w+ ){0,3}(?:twist|wrench|bent|broke|breaks|crush|yank)\w* (?:\w+ )?my (?:arm|wrist|fingers?|hand|hair|jaw|nose|ribs?)\b|\bpunch(?:ed|es) (?:\w+ )?holes? in the (?:wall|door)\b|\bsmash(?:es|ed) (?:up )?(?:the house|my things|my stuff|everything)\b`,
  together(
    he,
    '(?:grab\\w*|squeez\\w*|grip\\w*|pins|pinned|yank\\w*) (?:me|my arms?|my wrists?|my face)',
    '(?:hard|harder|bruis\\w*|down|marks?|against)',
  ),
  pattern`\b${he} (?:\w+ ){0,2}(?:spits?|spat|scratch(?:es|ed)|shak(?:es)|shook|claws|clawed) (?:at |in |on )?(?:me|my face)\b|\brais(?:es|ed) (?:a|his|her|your) (?:fists?|hand) (?:to|at) me\b|\b(?:hits?|punch(?:es|ed)) the (?:wall|door) (?:next to|beside|by|near)\b|\bsmash(?:ed|es) my (?:phone|laptop|things|stuff|glasses)\b|\brough with me\b`,
  // Throat, weapons, threats
  /\b(?:hands?|fingers|arm|belt) (?:around|round|on|over|to) my (?:neck|throat|mouth)\b|\bgrabb?(?:ed|s) me by (?:the|my) (?:neck|throat|hair)\b|\b(?:squeez|grabb?|held|holds)\w* my (?:throat|neck)\b|\bpillow (?:over|on) my (?:face|head)\b/,
  /\b(?:knife|gun|weapon|bat|hammer|scissors|axe|razor) (?:\w+ ){0,2}(?:to|at|on|against|towards) (?:me|my)\b|\b(?:pulled|pulls|held|holds|waved|waving|pointed|points|came at me with|chased me with|threatened me with) (?:\w+ ){0,2}(?:a |the )?(?:knife|gun|bat|hammer|axe)\b/,
  pattern`\bthreaten(?:s|ed|ing)? to (?:kill|hurt|hit|beat|shoot|stab|burn|strangle|take|tell|report|smash|leave me with|break|destroy|harm)\b(?! (?:the last|my cake|all the))|\btried to (?:kill|strangle|choke|drown|smother|suffocate|run) me\b`,
  pattern`\b(?:says?|said|swears|swore|told me|threat\w*|keeps saying|promised|reckons) (?:\w+ ){0,2}${he} ${will} (?:\w+ ){0,3}(?:kill|hurt|find|destroy|ruin|burn|smash|break|stab|shoot|get|hunt) (?:me|us|the|my|our|everyone)\b`,
  pattern`\b(?:says?|said|swears|swore|told me|threat\w*) (?:\w+ ){0,2}i (?:will|would) (?:never|not) see (?:the|my|our) ${child}\b|\b(?:never|not) (?:\w+ ){0,1}see (?:the|my|our) ${child} again\b|\b(?:take|taking|get|keep|turn) (?:the|my|our) ${child} (?:away|off me|from me|against me)\b`,
  pattern`${leaving}[^~]{0,30}\b${he} ${will} (?:\w+ ){0,2}(?:kill|hurt|find|destroy|ruin|burn|take|make|come after|hunt|stab|shoot|smash|beat|tell|post|leak|get|never let)\b`,
  pattern`\b(?:kill|killing|find|hunt|hurt|destroy|ruin|stab|shoot) (?:me|us)(?: down)? (?:wherever |no matter )?[^|]{0,12}${leaving}`,
  pattern`\b(?:afraid|scared|frightened|terrified|worried|think|thinks) (?:that )?${he} (?:will|would|is going to|are going to|might|could) (?:\w+ )?(?:kill|hurt|hit|beat|attack|find|come after) (?:me|us)\b`,
  // The partner threatens to harm themselves
  pattern`\b(?:kill|hurt|harm|hang|cut|shoot|do something to|drown) (?:himself|herself|themself|themselves|yourself)\b[^~]{0,15}(?:${leaving}|${ends})|${leaving}[^~]{0,20}\b${he} ${will} ${upTo(3)}(?:kill|hurt|harm|hang|cut|shoot|do something to|end) (?:himself|herself|themselves|yourself|his life|her life|your life|it)\b`,
  pattern`\bthreaten(?:s|ed|ing)? ${upTo(3)}(?:overdose|kill (?:himself|herself|yourself)|suicide|pills|jump|end (?:his|her|your) life|hang|harm (?:himself|herself))\b`,
  // Held, watched, kept short
  /\block(?:s|ed|ing)? me (?:in|up|inside|out of the house|in the)\b|\b(?:blocks?|blocked|blocking|stands? in front of|stood in front of) the door\b|\b(?:will not|does not|would not|do not|never) (?:let|lets) me (?:leave|go out|out of|out\b|go anywhere|go home|use the phone|work|get a job|have a job)/,
  pattern`\b(?:will not|does not|would not|do not|never|not allowed|can not|not supposed) (?:let |lets )?(?:me )?(?:to )?(?:see|talk to|speak to|visit|ring|call|meet|text|have) (?:my (?:own )?)?${family}\b|\bnot allowed (?:to )?(?:leave the house|leave him|leave her|go out|out alone|out on my own|have friends|see anyone|have a job|get a job|use the phone|friends)\b|\bcut me off from (?:my|all|every)`,
  pattern`\b(?:took|takes|take|hid|hides|confiscat\w*|grabbed|smashed|smashes|broke) my (?:\w+ )?(?:keys|passport|phone|bank card|id|car keys|cards|purse|wallet|money|wages|papers|birth certificate)\b(?=(?: \|)?(?: \w+){0,2} (?:so (?:that )?i|away|when i|if i|again|off me|to stop)\b|${ends})`,
  /\b(?:hand over|give (?:him|her|you) my|show (?:him|her|you) my|unlock) (?:my )?(?:phone|passwords?|pin|messages|texts)\b|\b(?:demands?|demanded|insists on|wants|has|got) (?:all )?my (?:passwords?|passcode|pin)\b/,
  /\b(?:checks|goes through|went through|going through|searches|controls|monitors|tracks|reads|reading|looks through|checking) (?:all )?my (?:\w+ )?(?:phone|messages|texts|emails?|dms|diary|whatsapp|journal|calls|call log|location|search history|every move)\b/,
  /\b(?:tracker|airtag|air tag|gps|spyware|stalkerware|spy ?app|tracking app|tracking device|hidden camera|cameras?|listening device|keylogger)\b(?: \w+){0,3} (?:on|in|under|inside|all over) (?:my|the house|our (?:bedroom|house))\b|\b(?:put|installed|hid|found|planted) (?:\w+ ){0,3}(?:tracker|airtag|air tag|spyware|tracking (?:app|device)|hidden camera)\b|\binstalled (?:\w+ ){0,4}(?:app|something) (?:\w+ ){0,2}on my phone\b/,
  pattern`\b${he} (?:\w+ ){0,2}(?:tracks|tracking|tracked|stalks|stalking|stalked|spies on|spying on|spied on) me\b|\b(?:keeps )?(?:follows|following|followed) me (?:everywhere|around in|to work|when i go|whenever|in (?:his|her) car)\b`,
  pattern`\b(?:see|sees|knows?|checks?|checking|watch\w*|asks?|demands? to know) (?:exactly )?where i am\b[^|]{0,30}\b${watching}\b|\b(?:have|has) to (?:keep|have|share|leave|send) (?:\w+ )?my location\b|\b(?:makes|made) me (?:share|keep|send|turn on) (?:\w+ )?(?:my )?location\b|\bdemands to know where i am\b|\bneeds? to know where i am (?:all|every|at all)\b`,
  /\b(?:not allowed|do not have|have not got|no access to|never have|can not have|have no|let me have|not have|without) (?:\w+ ){0,3}(?:my own|own|any of my own|our) (?:money|bank account|account|bank card|card|income|savings)\b(?! (?:for|to) (?:a|the) )|\b(?:let me have|not allowed|not have) (?:\w+ )?(?:money|a bank account|a bank card|a card) of my own\b/,
  pattern`\b(?:show|account|justify|explain|hand|give|prove)\w* (?:\w+ ){0,3}(?:for )?(?:every|all my|all the|each) (?:single )?(?:receipts?|penny|pound|purchase|cent|dollar)\b|\b(?:wages|pay|salary|money|benefits|paycheck|paycheque) (?:all )?(?:goes?|paid|straight|get\w*) (?:\w+ ){0,3}(?:his|her|your) (?:bank )?account\b|\b${he} (?:controls?|took over|takes) (?:all )?(?:of )?(?:the|our|my) (?:money|finances|wages|bank card|benefits)\b|\b(?:gives?|gave) me (?:an allowance|pocket money|housekeeping)\b|\b(?:have to|make me|makes me) (?:beg|ask|plead) (?:\w+ ){0,2}for (?:\w+ )?money\b|\b(?:loans?|debts?|credit cards?) (?:\w+ ){0,2}in my name\b`,
  pattern`\b(?:post|share|send|leak|show|upload|put)\w* (?:\w+ ){0,4}(?:pictures|photos|pics|nudes|videos?)\b[^~]{0,40}(?:${leaving}|\bthreat)|\bthreaten\w*\b[^|]{0,15}\b(?:post|share|send|leak|show|upload|put)\w* (?:\w+ ){0,4}(?:pictures|photos|pics|nudes|videos?)\b|${leaving}[^~]{0,30}\b(?:post|share|send|leak|upload)\w* (?:\w+ ){0,4}(?:pictures|photos|pics|nudes|videos?)\b|\brevenge porn\b`,
  near(leaving, threat, 70),
  together(he, 'my (?:bank )?(?:card|cards|wages|passport|bank cards)', '(?:keeps?|controls?|confiscat\\w*)'),
  /\b(?:ask|beg|asking|begging|account) (?:\w+ )?for (?:every|each|any) (?:single )?(?:pound|penny|dollar|cent|quid|euro)\b/,
  together(
    he,
    watched,
    '(?:checks?|checking|watch\\w*|track\\w*|monitor\\w*|stalk\\w*|follows)',
    '(?:where i|me|my|i am|i have)',
  ),
  near(
    '(?:i have to|i have got to|i must|i need to|i had to)',
    `(?:or else${ends}|(?:or|otherwise) (?:he|she) (?:(?:will )?(?:hits?|kills?|hurts?|locks?|kicks? off|goes? mad|gets? violent|takes?|loses? it)))`,
    60,
  ),
  pattern`\b(?:no one|nobody|noone) (?:will|would) (?:ever )?believe me\b|\b(?:turns up|waits|waiting|shows up|sits) (?:\w+ )?(?:at|outside) my (?:work|office|job|house|flat)\b|\bhide (?:\w+ )?in the (?:bathroom|toilet|wardrobe|bedroom) (?:until|till|til|when|because)\b|\b(?:get|have|report) me (?:deported|sectioned|to immigration)\b|\bmonitors (?:me|everything i)\b`,
  near(
    '(?:find|finds|found) me',
    '(?:wherever|no matter where|anywhere) i (?:\\w+ )?(?:run|go|hide|am|live|end up)',
    40,
  ),
  /\b(?:secretly|put|installed|hid) (?:\w+ ){0,3}app (?:\w+ )?on my phone\b[^|]{0,15}\b(?:follow|track|watch|see|spy|listen)|\bsecretly (?:\w+ ){0,4}on my phone\b|\bprove where i (?:am|was|have been)\b|\bwithout (?:him|her|you) listening in\b|\blistens in on my\b/,
  together('(?:get|given|gives me|give me)', '(?:quid|pounds?|dollars|euros?|money|cash)', '(?:off|from) (?:him|her)'),
  together('in my name', '(?:borrow\\w*|loans?|debts?|credit|sign|contract)'),
  near(
    '(?:outside (?:the|my|our) (?:house|flat|door|home)|in the car|can not go in|not go home|go home)',
    '(?:he|she) (?:is|has|had|was)? ?(?:been )?(?:drinking|drunk|angry|kicking off|raging|in one of)',
    50,
  ),
  /\b(?:takes me|does it|has sex|sex|carries on|keeps going)\b[^~]{0,12}\beven (?:when|if|though) i (?:am )?(?:cry|crying|say no|asleep|do not want|beg)/,
  together(
    he,
    '(?:left|leaves|put|puts|pushed|threw|kicked) me (?:out|outside)',
    '(?:locked|all night|in the cold|naked|no shoes|in the rain)',
  ),
  // Sex
  pattern`\b(?:had to|have to|made to|forced to) (?:\w+ )?(?:sleep with|have sex with|satisfy|pleasure) ${him}\b|\bsex\b[^|]{0,20}\b(?:against my will|even though i (?:did not|do not) want)\b|\b(?:can not|never allowed to|not allowed to|do not dare) (?:to )?(?:say no|refuse) (?:to )?(?:${him}|sex|in bed)\b`,
  /\b(?:forces|forced|makes|made|pressures|pressured|guilts|coerced|expects|forcing) me (?:in ?to |to )?(?:have |having )?sex\b|\bhav(?:e|ing) sex\b[^|]{0,15}\b(?:even when|when|even though|or else|while) i (?:do not|did not|say no|said no|am asleep|was asleep|cry|am crying)\b|\b(?:woke up|wake up|asleep|sleeping|passed out)\b[^|]{0,25}\b(?:sex with me|inside me|on top of me|inside of me|raping)\b|\bsex (?:with me )?(?:while|when) i (?:was |am )?(?:asleep|sleep|sleeping|drunk|said no)\b|\bdoes not (?:stop|listen) when i say no\b|\bwithout my consent\b|\b(?:sexually )?assaulted me\b/,
  pattern`\b(?:said|say|told ${him}|saying|screamed|begged) (?:\w+ )?(?:no|stop)\b[^~]{0,10}\b${he} (?:\w+ )?(?:carried on|kept going|keeps going|did it|does it|did not stop|would not stop|carries on|went ahead|forced)\b`,
  // Fear
  pattern`\b(?:afraid|scared|frightened|terrified|petrified|scared stiff|fear) of ${him}${noNoun}|\b(?:afraid|scared|frightened|terrified) of what ${he} (?:will|would|might|could|is going to|can|does|may)\b|\b(?:he|she|they|my ${loved}) (?:really |sometimes )?(?:scares|frightens|terrifies) me\b(?! (?:with|how|by (?:jumping|hiding))\b)`,
  /\b(?:scared|afraid|frightened|terrified|petrified) (?:to|of) (?:go|going|come|coming|be|walk|walking) (?:back )?(?:home|back to|into my own|in my own|into the house|in the house|at home|back$)\b|\b(?:scared|afraid|frightened|terrified|petrified) (?:to|of) (?:go|going|walk|walking) (?:back )?in(?:side)?(?= \||$)|\b(?:dread|dreading) (?:going|coming|getting) home\b|\b(?:do not|never|not|no longer) feel safe(?: (?:at home|around|with|in my|here|in this|in our|when (?:he|she|you)|any ?more)|(?= \||$))|\bhiding (?:in|from) (?:the bathroom|him|her|my (?:husband|wife|partner))\b/,
  pattern`\b(?:scared|afraid|frightened|terrified) (?:to|of) (?:leave|leaving|say no to|saying no to|disagree with|disagreeing with|upset|upsetting) ${him}\b|\b(?:scared|afraid|frightened|terrified) (?:to|of) (?:tell|telling|ask|asking) ${him} ${upTo(5)}(?:leaving|leave|divorce|go)\b`,
  near(
    '(?:stomach (?:turns|drops|sinks|knots|flips)|panic|freeze|shak\\w+|flinch\\w*|sick|tense up|dread|on edge|cower)',
    '(?:hear (?:his|her) (?:car|keys?|footsteps|voice)|(?:his|her) (?:car|keys?) in the|(?:he|she) (?:comes home|gets home|walks in|gets in|comes in|raises (?:his|her)))',
    40,
  ),
  /\b(?:dare not|do not dare(?: to)?|did not dare(?: to)?) (?:go (?:back )?)?(?:in|home|inside|back)\b/,
  pattern`\b(?:${child}) ${upTo(3)}(?:scared|afraid|terrified|frightened) of (?:him|her|you|dad|daddy|mum|mummy|their (?:dad|father|mum|mother))\b`,
  pattern`\b${he} (?:\w+ ){0,2}(?:scares?|frightens?|terrif(?:y|ies)) me (?:so much )?when (?:he|she|you|they) (?:smash|shout|drink|throw|lose|get|gets|yell|hit|punch|break|start)\w*\b`,
  together(
    he,
    `(?:the|our|my) (?:\\w+ )?(?:${animal}|rabbits|hamsters)`,
    '(?:killed|kills|poisoned|strangled|drowned|kicked|beats|beat|starves|starved)',
  ),
  // Those they love
  pattern`\b(?:he|she|they|you|my ${loved}) (?:\w+ ){0,3}(?:hits?|hitting|beats?|smack(?:s|ed)|slap(?:s|ped)|kick(?:s|ed)|hurts?|hurting|punch(?:es|ed)|shakes|shook|threaten(?:s|ed)|burn(?:s|ed)|chok(?:es|ed)) (?:the|our|my) ${child}\b`,
  pattern`\b(?:kick(?:s|ed|ing)?|hits?|hitting|beats?|punch(?:es|ed)|hurts?|hurting|kill(?:s|ed)?|drown(?:s|ed)?|strangl(?:es|ed)?|threw|throws|poison(?:s|ed)?|threaten(?:s|ed)?|harm(?:s|ed)?) (?:the|our|my) ${animal}\b`,
];
