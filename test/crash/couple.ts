import type { FaultKind, MessageView } from '../../src/emulator/contract.js';
import { nl } from '../../src/texts/nl/nl.js';
import type { Someone, Tap, World } from '../support/world.js';
import type { Draw } from './draw.js';

const { labels } = nl;
const breatherMs = 31 * 60_000;
/** Then others take over, so that no chat grows long. */
const roundsOfCouple = 5;
export const opening = 'Jullie antwoorden zijn open.';
export const drafted = 'Zo krijgt je partner het straks te lezen:';
const sealed = 'Verzegeld';
const isSealed = 'is-sealed';
/** Of one answer: an outdated copy, the card itself, and a few copies more. */
const tapLimit = 5;

export const faultsOn: readonly {
  readonly kind: FaultKind;
  readonly probability: number;
  readonly delayMs?: number;
}[] = [
  { kind: 'latency', probability: 0.2, delayMs: 120 },
  { kind: 'too-many-requests', probability: 0.02 },
  { kind: 'server-error', probability: 0.03 },
  { kind: 'drop-after-accept', probability: 0.04 },
  { kind: 'truncate', probability: 0.02 },
];

/** One person's answer in one round, as its writer saw it go. */
export interface Answer {
  readonly writer: number;
  readonly reader: number;
  /** All of one kind in the whole run. */
  words: string[];
  /** The emulator's clock when the writer first tapped the last «Verzegel» there was: those before it were outdated. */
  sealedAtMs: number | null;
  /** The bot showed the draft, or that it is sealed: from then on it may not be lost. */
  isConfirmed: boolean;
}

export const emptyLedger = (): Ledger => ({
  rounds: [],
  couples: 0,
  opened: 0,
  breathers: 0,
  withdrawals: 0,
  secondTaps: 0,
  edits: 0,
  hearts: 0,
});

/** What people did and saw, for the checks afterwards. */
export interface Ledger {
  readonly rounds: (readonly [Answer, Answer])[];
  couples: number;
  opened: number;
  breathers: number;
  withdrawals: number;
  /** Taps on a newer «Verzegel», when the one tapped before turned out to be outdated. */
  secondTaps: number;
  edits: number;
  hearts: number;
}

export interface Town {
  readonly world: World;
  readonly ledger: Ledger;
  readonly nowMs: () => number;
  readonly isOver: () => boolean;
  /** Sets everybody's clock forward, for one couple at a time; null where the clock is the machine's, and nobody breathes. */
  readonly rest: ((breather: (pass: () => Promise<void>) => Promise<void>) => Promise<void>) | null;
  /** In how many messages somebody writes an answer. */
  readonly pieces: (draw: Draw) => number;
}

/** One couple after another: they pair, answer, take back, edit, breathe and thank, until it is over. */
export async function live(town: Town, name: string, draw: Draw): Promise<void> {
  for (let number = 1; !town.isOver(); number += 1) {
    const couple = await pair(town, `${name}${String(number)}`);
    town.ledger.couples += 1;
    for (let round = 1; round <= roundsOfCouple && !town.isOver(); round += 1) {
      await playRound(town, couple, `${name}${String(number)}r${String(round)}`, draw);
    }
  }
}

type Couple = readonly [Someone, Someone];

async function pair({ world }: Town, name: string): Promise<Couple> {
  const anne = await world.person(`Anne ${name}`);
  const bram = await world.person(`Bram ${name}`);
  await anne.says('/start');
  await anne.taps(labels.agree);
  const code = await world.until('an invite', () => /start=(\w+)/.exec(anne.reads())?.[1]);
  await bram.says(`/start ${code}`);
  await bram.taps(labels.agree);
  await bram.hears('Je bent gekoppeld met');
  return [anne, bram];
}

async function playRound(town: Town, couple: Couple, name: string, draw: Draw): Promise<void> {
  const { world, ledger } = town;
  const since = couple.map(newestOpened);
  const asks = (one: Someone) =>
    world.until(`${one.name} to be asked`, () => asked(one, since[couple.indexOf(one)] ?? 0));
  if (since.some((id) => id > 0)) {
    const one = draw.one(couple);
    await one.says('/vraag');
    await one.taps(nl.labels.surpriseUs);
  }
  await Promise.all(couple.map(asks));
  const [anne, bram] = couple;
  const round = [
    answerOf(anne, bram, `${name}a`, town.pieces(draw)),
    answerOf(bram, anne, `${name}b`, town.pieces(draw)),
  ] as const;
  ledger.rounds.push(round);
  const turns = draw.shuffled([0, 1] as const).map((index) => () => give(town, couple[index], round[index], draw));
  if (draw.happens(0.5)) await Promise.all(turns.map((turn) => turn()));
  else {
    await turns[0]?.();
    const first = round.find(({ sealedAtMs }) => sealedAtMs !== null);
    if (first !== undefined && draw.happens(0.3)) await takesBack(town, couple[round.indexOf(first)], first);
    if (draw.happens(0.25) && town.rest !== null) await breathe(town, couple, draw, town.rest);
    await turns[1]?.();
  }
  const words = round.flatMap((answer) => answer.words);
  const opened = await Promise.all(
    couple.map((one) => world.until(`${one.name} to read both`, () => openedTo(one, words))),
  );
  ledger.opened += 1;
  for (const [index, one] of couple.entries()) {
    const message = opened[index];
    if (message === undefined || !draw.happens(0.2)) continue;
    await one.hearts(message);
    ledger.hearts += 1;
  }
}

function answerOf(writer: Someone, reader: Someone, name: string, pieces: number): Answer {
  const words = Array.from({ length: pieces }, (_, piece) => `woord-${name}${String(piece)}-`);
  return { writer: writer.id, reader: reader.id, words, sealedAtMs: null, isConfirmed: false };
}

async function give(town: Town, writer: Someone, answer: Answer, draw: Draw): Promise<void> {
  const ids: number[] = [];
  for (const word of answer.words) ids.push(await writer.says(word));
  await showsDraft(town, writer, answer);
  const [id] = ids;
  if (id !== undefined && draw.happens(0.2)) {
    answer.words = answer.words.map((word, index) => (index === 0 ? `${word}anders-` : word));
    await writer.edits(id, answer.words[0] ?? '');
    await showsDraft(town, writer, answer);
    town.ledger.edits += 1;
  }
  await seals(town, writer, answer);
}

/**
 * As people do: who tapped and then sees a newer card, taps on that. A copy of an older card keeps its buttons, and the toast
 * that calls it outdated may be lost to a fault.
 */
async function seals(town: Town, writer: Someone, answer: Answer): Promise<void> {
  let tapped: Tap | null = null;
  for (let taps = 0; taps <= tapLimit; taps += 1) {
    const newer = await newerSeal(town, writer, answer, tapped);
    if (newer === isSealed) return;
    if (taps === tapLimit) break;
    // A copy with the same button is the same tap: the first may have counted.
    if (newer.callbackData !== tapped?.callbackData) answer.sealedAtMs = town.nowMs();
    if (tapped !== null) town.ledger.secondTaps += 1;
    tapped = newer;
    await writer.presses(newer);
  }
  throw new Error(`${writer.name} tapped «${labels.seal}» ${String(tapLimit)} times, and it is not sealed`);
}

function newerSeal(
  { world }: Town,
  writer: Someone,
  { words }: Answer,
  tapped: Tap | null,
): Promise<Tap | typeof isSealed> {
  return world.until(`${writer.name} to seal, or to see it sealed`, () => {
    const card = newestCard(writer, words);
    if (card !== undefined && !card.text.startsWith(drafted)) return isSealed;
    const seal = sealOn(card);
    return seal?.messageId === tapped?.messageId && seal?.callbackData === tapped?.callbackData ? undefined : seal;
  });
}

async function takesBack(town: Town, writer: Someone | undefined, answer: Answer): Promise<void> {
  if (writer === undefined) return;
  await writer.taps(labels.withdraw);
  await showsDraft(town, writer, answer);
  town.ledger.withdrawals += 1;
  await seals(town, writer, answer);
}

async function showsDraft({ world }: Town, writer: Someone, answer: Answer): Promise<void> {
  await world.until(`${writer.name} to see the draft`, () => sealOn(newestCard(writer, answer.words)));
  answer.isConfirmed = true;
}

/** The newest message that shows the writer these words, as a draft, sealed or open. */
function newestCard(writer: Someone, words: readonly string[]): MessageView | undefined {
  return writer
    .messages()
    .findLast(({ text }) => [drafted, sealed, opening].some((start) => text.startsWith(start)) && holds(text, words));
}

function sealOn(card: MessageView | undefined): Tap | undefined {
  const callbackData = card?.keyboard.flat().find(({ text }) => text === labels.seal)?.callbackData;
  return card === undefined || callbackData === undefined ? undefined : { messageId: card.messageId, callbackData };
}

function breathe({ world, ledger }: Town, couple: Couple, draw: Draw, rest: NonNullable<Town['rest']>): Promise<void> {
  return rest(async (pass) => {
    const since = couple.map((one) => one.messages().at(-1)?.messageId ?? 0);
    const all = (words: string, then: (one: Someone) => Promise<void> = () => Promise.resolve()) =>
      Promise.all(
        couple.map(async (one, index) => {
          await world.until(`${one.name} to read «${words}»`, () => later(one, since[index] ?? 0, words));
          await then(one);
        }),
      );
    await draw.one(couple).says('/adempauze');
    await all('neemt even adem, tot');
    await pass();
    await all('De tijd is om', (one) => one.taps(labels.breathBack));
    await all('Jullie zijn er allebei weer', (one) => one.taps(labels.letRest));
    await all('Jullie laten het rusten');
    ledger.breathers += 1;
  });
}

/** Half an hour and a bit: the time a breather takes. */
export const passBreather = (world: World) => world.later(breatherMs);

export function openedTo(reader: Someone, words: readonly string[]): MessageView | undefined {
  return reader.messages().find(({ text }) => text.startsWith(opening) && holds(text, words));
}

function newestOpened(one: Someone): number {
  return one.messages().findLast(({ text }) => text.startsWith(opening))?.messageId ?? 0;
}

function asked(one: Someone, since: number): true | undefined {
  const isThere = one
    .messages()
    .some(({ messageId, keyboard }) => messageId > since && keyboard.flat().some(({ text }) => text === labels.later));
  return isThere ? true : undefined;
}

function later(one: Someone, since: number, words: string): true | undefined {
  const pattern = new RegExp(words);
  return one.messages().some(({ messageId, text }) => messageId > since && pattern.test(text)) ? true : undefined;
}

function holds(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}
