import type { TextPiece } from '../piece.js';
import type { Answer } from '../scene.js';
import { optionsOf } from './kinds.js';
import type { Language, Option, Scenario, Verdict } from './scenario.js';

/**
 * Words that sound like a feeling and say what somebody else did: «genegeerd», “ignored”. Somebody who types one as what they
 * felt is asked once what they feel themselves.
 */

/** What is asked: the word that was typed, and the feelings to choose from. */
export interface Asked {
  readonly word: string;
  readonly options: readonly Option[];
  readonly namesHelp: boolean;
}

/** The first such word that is new in this answer; null where none is, or all it could be asked on with was picked. */
export function askedOn(
  scenario: Scenario | undefined,
  before: Answer,
  after: Answer,
  language: Language,
): Asked | null {
  if (scenario?.answer.kind !== 'multi') return null;
  const { verdicts = [] } = scenario.answer;
  const texts = after.pieces.filter((piece) => piece.kind === 'text').filter((piece) => isNew(piece, before));
  const options = optionsOf(scenario.answer).filter(({ id }) => !after.picks.includes(id));
  for (const { text } of texts) {
    for (const { word, verdict } of found(text, verdicts, language)) {
      const left = verdict.askOn.flatMap((id) => options.find((option) => option.id === id) ?? []);
      if (left.length > 0) return { word, options: left, namesHelp: verdict.namesHelp === true };
    }
  }
  return null;
}

function isNew(piece: TextPiece, { pieces }: Answer): boolean {
  return !pieces.some((one) => one.kind === 'text' && one.text === piece.text);
}

function found(text: string, verdicts: readonly Verdict[], language: Language) {
  const clauses = clausesOf(text, language);
  return verdicts.flatMap((verdict) => {
    const word = verdict.words[language].find((one) => clauses.some((clause) => saysOfOneself(clause, one, language)));
    return word === undefined ? [] : [{ word, verdict }];
  });
}

interface Grammar {
  /** What stands between two things that are felt. */
  readonly between: RegExp;
  /** Feeling, said of the writer. */
  readonly feels: RegExp;
  /** All that may stand before the word where nothing says that it is felt. */
  readonly before: ReadonlySet<string>;
  /** What may come after it; of anything else it is another word: «gebruikt servies», “used to it”. */
  readonly after: ReadonlySet<string>;
  readonly not: RegExp;
}

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const grammars: Readonly<Record<Language, Grammar>> = {
  nl: {
    between: /(?<!\p{L})(?:en|of|maar|dus|want)(?!\p{L})/u,
    feels:
      /(?<!\p{L})(?:(?:voel|voelde|gevoeld|voelen|voelt) (?:\p{L}+ )*?(?:ik )?(?:me|mij|mezelf)|(?:me|mij|mezelf) (?:\p{L}+ )*?(?:voel|voelde|gevoeld|voelen)|gevoel)(?!\p{L})/u,
    before: setOf(
      'ik me mij ben was werd word voel voelde voelt het als soms vaak weer ook wel best nogal heel erg zo zeer te een beetje echt gewoon vooral eerder misschien eigenlijk vandaag gisteren toen door jou je altijd steeds even wat ergens meer bijna',
    ),
    after: setOf(
      'door en of maar dus want ook wel best vandaag gisteren vanavond vanochtend vanmiddag toen als omdat terwijl dat soms vaak weer op bij thuis gevoeld voelde voelen voelt voel me mij denk zeg geloof eigenlijk misschien worden werd word te',
    ),
    not: /(?<!\p{L})(?:niet|nooit|geen|nergens|zonder)(?!\p{L})/u,
  },
  en: {
    between: /(?<!\p{L})(?:and|or|but|so|because)(?!\p{L})/u,
    feels:
      /^(?:feel|feels|felt|feeling)(?!\p{L})|(?<!\p{L})(?:i|i’m|i’ve|me|myself) (?:\p{L}+ )*?(?:feel|felt|feeling)(?!\p{L})/u,
    before: setOf(
      'i i’m i’d i’ve me am was were been being got get feel felt feeling it a bit little very so really quite rather just too also again sometimes often somehow kind sort of maybe perhaps mostly today yesterday then by you always almost more have',
    ),
    after: setOf(
      'by and or but so because too again today yesterday tonight when while if at on in sometimes often as then really i me like this that lately',
    ),
    not: /(?<!\p{L})(?:not|never|nor|without|isn’t|wasn’t|don’t|didn’t|haven’t|hadn’t)(?!\p{L})/u,
  },
};

/** In small letters and with one kind of apostrophe, cut where another thing that is felt begins. */
function clausesOf(text: string, language: Language): readonly string[] {
  return text
    .toLowerCase()
    .replaceAll("'", '’')
    .split(/[.,;:!?…()\n–—/]+/u)
    .flatMap((part) => part.split(grammars[language].between))
    .map((clause) => (clause.match(/[\p{L}\p{N}’]+/gu) ?? []).join(' '));
}

/** Whether a clause says it as what its writer feels: by itself, after «ik voel me», or with nothing but small words around it. */
function saysOfOneself(clause: string, word: string, language: Language): boolean {
  const grammar = grammars[language];
  const plain = clausesOf(word, language).join(' ');
  const at = ` ${clause} `.indexOf(` ${plain} `);
  if (at < 0) return false;
  const before = clause.slice(0, at).trim();
  const [next = null] = clause.slice(at + plain.length).match(/[\p{L}\p{N}’]+/u) ?? [];
  if (next !== null && !grammar.after.has(next)) return false;
  if (grammar.not.test(before)) return false;
  return grammar.feels.test(clause) || before.split(' ').every((one) => one === '' || grammar.before.has(one));
}
