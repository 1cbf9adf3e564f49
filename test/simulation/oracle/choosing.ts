import { wordPattern } from '../people/hands.js';
import { ownerOf, type Deed, type Ledger, type Said, type Watch } from './ledger.js';

/** Promise 12: what its writer did not choose never reaches the other once it was sealed. */

/** A card with numbers, as it last stood on its writer's phone. */
interface Card {
  /** The words of each line that has a button. */
  readonly numbered: readonly (readonly string[])[];
  /** Those of the lines that stay with their writer. */
  readonly others: readonly string[];
  readonly isOn: readonly boolean[];
  readonly step: number;
}

const numberOfLine = /^(?:[①-⑳]|\(\d+\)) /u;

export function watchChoosing(ledger: Ledger): Watch {
  const cards = new Map<string, Card>();
  /** What a seal leaves out, until the sealed card says that it counted. */
  const leaving = new Map<string, { readonly step: number; readonly words: readonly string[] }>();
  const closed = new Set<string>();

  function hear({ person, pressed }: Deed): void {
    if (pressed?.name !== 'sealChosen') return;
    const key = `${person} ${pressed.slot}`;
    const card = cards.get(key);
    if (card?.step !== pressed.step) return;
    const off = card.numbered.flatMap((words, index) => (card.isOn[index] === true ? [] : words));
    leaving.set(key, { step: pressed.step, words: [...off, ...card.others] });
  }

  function see({ to, call, buttons, words }: Said): void {
    const seal = buttons.find(({ name }) => name === 'sealChosen');
    if (seal !== undefined) {
      const key = `${to} ${seal.slot}`;
      const isOn = buttons.flatMap(({ name, step }) => (name === 'toggleLine' ? [step === 0] : []));
      const before = cards.get(key);
      const lines = call.text === '' ? null : linesOf(call.text);
      const { numbered, others } = lines ?? before ?? { numbered: [], others: [] };
      cards.set(key, { numbered, others, isOn, step: seal.step });
    }
    const sealed = buttons.find(({ name }) => name === 'withdraw');
    const left = sealed === undefined ? undefined : leaving.get(`${to} ${sealed.slot}`);
    if (left !== undefined && sealed?.step === left.step + 1) for (const word of left.words) closed.add(word);
    for (const word of words) {
      if (closed.has(word) && ownerOf(word) !== to)
        ledger.breach('12', `${word} was not chosen, and opened`, to, ownerOf(word));
    }
  }

  return { handed: hear, called: see };
}

/** What was said in two messages, or over two lines, stands below its number. */
function linesOf(text: string): Pick<Card, 'numbered' | 'others'> {
  const numbered: string[][] = [];
  const others: string[] = [];
  let current = others;
  for (const line of text.split('\n')) {
    if (numberOfLine.test(line)) numbered.push((current = []));
    else if (line.startsWith('– ') || line === '') current = others;
    current.push(...(line.match(wordPattern) ?? []));
  }
  return { numbered, others };
}
