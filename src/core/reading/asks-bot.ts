/** Questions that only the bot can answer: about its questions, its rules and itself. */
const aboutBot: readonly RegExp[] = [
  /\b(?:volgende|nieuwe|next|new) (?:vraag|vragen|question|questions)\b/,
  /\b(?:wanneer|hoe laat|when|what time)\b.*\b(?:vraag|vragen|antwoord|antwoorden|open|opengaan?|verzegel\w*|question|questions|answers?|reveal\w*|sealed)\b/,
  /\b(?:hoe werkt|hoe gaat|how does|how do) (?:dit|het|deze bot|de bot|je|jij|this|it|you|this bot)(?: (?:hier|eigenlijk|precies|dan|work|works))*\s*$/,
  /\b(?:wat is dit|wat doe je|wat kun je|wat kan je|what is this|what can you do|what do you do)(?: (?:hier|eigenlijk|precies|allemaal|voor iets))*\s*$/,
  /\b(?:wie|who) (?:ben jij|bent u|ben je|are you)\b/,
  /\b(?:ben jij|ben je|is dit|are you|is this) (?:een|an?) (?:bot|robot|mens|persoon|computer|ai|human|person)\b/,
  /\b(?:deze|de|this|the) bot\b/,
  /\b(?:samenspraak|verzegel\w*|adempauze|tijdzone|time zone|spraakbericht)\b/,
  /\b(?:wie|who) (?:leest|ziet|kan dit|reads|sees|can see|can read)\b.*\b(?:dit|mee|antwoord|this|along|answer)\b/,
  /\b(?:kan|kun|mag|can|may) (?:ik|je|i|you)\b.*\b(?:antwoord|bericht|instelling\w*|answer|message|settings?)\b.*\b(?:verander\w*|wijzig\w*|aanpas\w*|wis\w*|verwijder\w*|terug\w*|change|edit|delete|erase|take back)\b/,
];

/** «Hoe werkt dit?» asks for help; everything else is answered by how things stand. */
const howItWorks =
  /\b(?:hoe|wat is|wat doe|wat kun|wat kan|wie|ben je|ben jij|is dit|kan ik|kun je|how|what|who|are you|can i)\b/;

/** No question to a bot is longer. */
const longestUnits = 140;

/** What somebody seems to ask of the bot rather than to say to their partner; null for what asks nothing of it. */
export function askedOfBot(text: string): 'status' | 'help' | null {
  if (text.length > longestUnits || !/[?\uff1f]/.test(text)) return null;
  const said = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
  if (!/[?\uff1f][!?\s\p{Extended_Pictographic}\ufe0f]*$/u.test(said)) return null;
  const question = said.replace(/[!?\uff1f\s\p{Extended_Pictographic}\ufe0f]+$/u, '');
  if (!aboutBot.some((words) => words.test(question))) return null;
  const isWhen = /\b(?:wanneer|hoe laat|when|what time|volgende|next)\b/.test(question);
  return !isWhen && howItWorks.test(question) ? 'help' : 'status';
}
