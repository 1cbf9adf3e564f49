/**
 * Text as the lists of crisis words want it: lower case, no accents, one space between words, «|» between clauses, and
 * what is said short, in Flemish or in haste written out.
 */
export function spelledOut(text: string): string {
  const words = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/[.,;:!?…()\n]/g, ' | ')
    .replace(/[^a-z0-9'|]/g, ' ')
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => written.get(word) ?? mended(word));
  return phrases.reduce((said, [short, long]) => said.replace(short, long), words.join(' '));
}

const dutch: Readonly<Record<string, string>> = {
  "'k": 'ik',
  k: 'ik',
  ni: 'niet',
  nie: 'niet',
  nimeer: 'niet meer',
  niemeer: 'niet meer',
  nietmeer: 'niet meer',
  mn: 'mijn',
  "m'n": 'mijn',
  zn: 'zijn',
  "z'n": 'zijn',
  ie: 'hij',
  em: 'hem',
  "'m": 'hem',
  ge: 'je',
  gij: 'jij',
  t: 'het',
  "'t": 'het',
  dr: 'er',
  "d'r": 'er',
  altij: 'altijd',
  da: 'dat',
  mss: 'misschien',
  zm: 'zelfmoord',
};

const english: Readonly<Record<string, string>> = {
  im: 'i am',
  "i'm": 'i am',
  ive: 'i have',
  "i've": 'i have',
  "i'd": 'i would',
  "i'll": 'i will',
  dont: 'do not',
  "don't": 'do not',
  doesnt: 'does not',
  "doesn't": 'does not',
  didnt: 'did not',
  "didn't": 'did not',
  wont: 'will not',
  "won't": 'will not',
  wouldnt: 'would not',
  "wouldn't": 'would not',
  cant: 'can not',
  "can't": 'can not',
  cannot: 'can not',
  couldnt: 'could not',
  "couldn't": 'could not',
  isnt: 'is not',
  "isn't": 'is not',
  wasnt: 'was not',
  "wasn't": 'was not',
  "aren't": 'are not',
  havent: 'have not',
  "haven't": 'have not',
  hasnt: 'has not',
  "hasn't": 'has not',
  hadnt: 'had not',
  "hadn't": 'had not',
  hes: 'he is',
  "he's": 'he is',
  shes: 'she is',
  "she's": 'she is',
  youre: 'you are',
  "you're": 'you are',
  whats: 'what is',
  "what's": 'what is',
  darent: 'dare not',
  "daren't": 'dare not',
  ur: 'your',
  theres: 'there is',
  "there's": 'there is',
  "he'll": 'he will',
  "she'll": 'she will',
  youll: 'you will',
  "you'll": 'you will',
  theyll: 'they will',
  "they'll": 'they will',
  "he'd": 'he would',
  "she'd": 'she would',
  youd: 'you would',
  "you'd": 'you would',
  wanna: 'want to',
  gonna: 'going to',
  anymore: 'any more',
  cos: 'because',
  cuz: 'because',
  bc: 'because',
  myslef: 'myself',
  hubby: 'husband',
  bf: 'boyfriend',
  gf: 'girlfriend',
  kms: 'kill myself',
  unalive: 'kill',
  unaliving: 'killing',
  dv: 'domestic violence',
};

const written = new Map(Object.entries({ ...dutch, ...english }));

/** A few long words that people get wrong by a letter. Nothing ordinary is as near to them as that. */
const mistyped = [
  'zelfmoord',
  'zelfdoding',
  'suicide',
  'suicidaal',
  'suicidal',
  'mishandelt',
  'mishandelde',
  'mishandeld',
  'verkracht',
  'verkrachten',
  'verkrachtte',
  'vermoord',
  'vermoordt',
  'vermoorden',
  'bedreigt',
  'bedreigd',
  'bedreigde',
  'opgesloten',
  'strangled',
  'threaten',
  'threatened',
  'threatens',
];

function mended(word: string): string {
  if (word.length < 6 || mistyped.includes(word)) return word;
  return mistyped.find((right) => isOneSlipAway(word, right)) ?? word;
}

/** One letter too many, too few, wrong, or two that changed places. */
function isOneSlipAway(word: string, right: string): boolean {
  const longer = word.length - right.length;
  if (Math.abs(longer) > 1) return false;
  let from = 0;
  while (from < word.length && word[from] === right[from]) from += 1;
  const least = Math.min(word.length, right.length);
  let behind = 0;
  while (behind < least - from && word.at(-1 - behind) === right.at(-1 - behind)) behind += 1;
  const differing = least - from - behind;
  if (longer !== 0) return differing === 0;
  return differing < 2 || (differing === 2 && word[from] === right[from + 1] && word[from + 1] === right[from]);
}

const threats =
  'find|kill|hurt|take|come|beat|hit|break|burn|post|put|ruin|destroy|make|never|not|smash|get|do|tell|leave|go|always';

/** What depends on the words around it. */
const phrases: readonly (readonly [RegExp, string])[] = [
  [
    /\bi?k(wil|wou|wilde|ben|was|zou|heb|had|durf|dierf|mag|moet|zie|ga|word|voel|doe|denk|krijg|kan|snij|leef)\b/g,
    'ik $1',
  ],
  [/\b(?:as|ast|als) ?(?:ik|k)\b/g, 'als ik'],
  [/\b(?:dak|dat ?k|datik)(?= (?:niet|nooit|dood|er|weg|alleen|bang|mezelf|gewoon|maar)\b)/g, 'dat ik'],
  [/\bweg (?=(?:ga|gaat|ging|loop|wil)\b)/g, 'weg'],
  [/\biwant\b/g, 'i want'],
  [new RegExp(`\\bhell (?=(?:${threats})\\b)`, 'g'), 'he will '],
  [new RegExp(`\\bshell (?=(?:${threats})\\b)`, 'g'), 'she will '],
  [/\bill (?=(?:never|not|kill|end|do|hurt|always|lose)\b)/g, 'i will '],
  [/\bid (?=(?:rather|be|never|do|have|kill)\b)/g, 'i would '],
  [/\bmy self\b/g, 'myself'],
  [/\b(?:started|doing|did|do|relapsed with|urges? to) sh\b|\bsh (?=(?:again|urges?|scars|relapse)\b)/g, 'self harm '],
  [/\b(?:my|passive|active) si\b/g, 'suicidal ideation'],
];
