import type { ButtonName } from '../../../src/core/buttons.js';
import type { Clock } from '../../../src/clock.js';
import { wordPattern } from '../people/hands.js';
import type { Call } from '../phone.js';
import type { Update } from '../telegram.js';
import { watchAnswers } from './answers.js';
import { watchAttention } from './attention.js';
import { watchBook } from './book.js';
import { watchBreathers } from './breathers.js';
import { watchChoosing } from './choosing.js';
import { watchSheets } from './sheets.js';
import { watchDiscreet } from './discreet.js';
import { watchFolds } from './folds.js';
import { watchLeaving } from './leaving.js';
import { watchListening } from './listening.js';
import { goesOn, type Breach, type Deed, type Duty, type Ledger, type Said, type Watch } from './ledger.js';
import { watchOverlaps } from './overlaps.js';
import { watchPairing } from './pairing.js';
import { watchPaths } from './paths.js';
import { watchPostcards } from './postcards.js';
import { watchQuestions } from './questions.js';
import { watchRanks } from './ranks.js';
import { createReader, readButton } from './reading.js';
import { watchSilence } from './silence.js';
import { createTroubles } from './troubles.js';
import { createWrongClock } from './wrong-clock.js';

/** Looks on, and says when a promise of design.md is broken. It sees the wire and the people, never the code's state. */
export interface Oracle {
  handed(update: Update, at: number): void;
  called(call: Call): void;
  delivered(call: Call, messageId: number | null): void;
  troubled(from: number, until: number): void;
  /** From now on the machine's clock is so far from the truth. */
  clockSet(errorMs: number): void;
  /** A process begins. */
  began(): void;
  readonly blocked: (person: number, isBlocked: boolean) => void;
  gaveUp(error: unknown): void;
  breach(): Breach | null;
  counts(): { readonly reveals: number; readonly prompts: number };
}

interface Due extends Duty {
  readonly dueMs: number;
}

/** Out of a pair, or into one. */
const leads: readonly ButtonName[] = [
  'unpair',
  'unpairLater',
  'confirmUndo',
  'agree',
  'pairUp',
  'notNow',
  'beginAgain',
];

export function createOracle(clock: Clock, apartMs = 0): Oracle {
  const reader = createReader();
  const troubles = createTroubles(clock);
  const wrongClock = createWrongClock(clock);
  const seen = new Set<number>();
  const chatOfQuery = new Map<string, number>();
  const blocked = new Map<number, boolean>();
  const blockedAt = new Map<number, number>();
  const away = new Set<number>();
  const leftAt = new Map<number, number>();
  const stoppedAt = new Map<number, number>();
  /** When somebody who had stopped went on. */
  const wentOnAt = new Map<number, number>();
  /** When somebody who had blocked the bot went on. */
  const returnedAt = new Map<number, number>();
  const duties = new Map<number, Due[]>();
  const counted = { reveals: 0, prompts: 0 };
  let found: Breach | null = null;

  const ledger: Ledger = {
    clock,
    calmMs: troubles.calmMs,
    troubledMs: troubles.since,
    apartMs,
    machine: wrongClock,
    breach: (promise, what, ...people) => {
      found ??= { promise, what, at: clock.now(), people };
    },
    owe: (duty) => {
      const queue = duties.get(duty.withinMs) ?? [];
      duties.set(duty.withinMs, queue);
      queue.push({ ...duty, dueMs: troubles.calmMs() + duty.withinMs });
    },
    partnerOf: (person) => pairs.partnerOf(person),
    leftAt: (person) => leftAt.get(person) ?? -Infinity,
    stoppedAt: (person) => stoppedAt.get(person) ?? null,
    wasStopped: (person, since) => {
      const wentOn = wentOnAt.get(person);
      return stoppedAt.has(person) || (wentOn !== undefined && (wentOn >= since || troubles.mayHaveLost(wentOn)));
    },
    isBlocked: (person) => blocked.get(person) === true,
    blockedAt: (person) => blockedAt.get(person) ?? -Infinity,
    wasAway: (person, since) => away.has(person) || (returnedAt.get(person) ?? -Infinity) >= since,
    isAway: (person) => away.has(person),
  };
  const pairs = watchPairing(ledger);
  const spoken = watchListening(ledger);
  const folds = watchFolds(clock);
  const postcards = watchPostcards(ledger);
  const watches: readonly Watch[] = [
    pairs,
    spoken,
    folds,
    postcards,
    watchAnswers(ledger, spoken, folds, postcards),
    watchChoosing(ledger),
    watchSheets(ledger),
    watchOverlaps(ledger),
    watchRanks(ledger),
    watchBreathers(ledger, folds),
    watchLeaving(ledger),
    watchQuestions(ledger),
    watchPaths(ledger),
    watchBook(ledger),
    watchAttention(ledger),
    watchSilence(ledger),
    watchDiscreet(ledger),
  ];

  /** Duties of one length come due in the order they began. */
  function settle(): void {
    const calm = troubles.calmMs();
    for (const queue of duties.values()) {
      for (let first = queue[0]; first !== undefined && first.dueMs < calm; first = queue[0]) {
        queue.shift();
        if (first.isMet() || first.isExcused()) continue;
        ledger.breach(first.promise, first.what, ...first.people);
      }
    }
  }

  function noteLeaving(deed: Deed): void {
    const { person, at, text, pressed, data } = deed;
    if ((pressed !== null && leads.includes(pressed.name)) || data === 'eraseNow::0:everything') {
      leftAt.set(person, at);
      const partner = pairs.partnerOf(person);
      if (partner !== null) leftAt.set(partner, at);
    }
    if (text === '/stop') stoppedAt.set(person, at);
    if (!goesOn(deed)) return;
    if (stoppedAt.delete(person)) wentOnAt.set(person, at);
    if (blocked.get(person) !== true && away.delete(person)) returnedAt.set(person, at);
  }

  function said(call: Call, messageId: number | null): Said | null {
    const query = call.params['callback_query_id'];
    const to = call.chat ?? (typeof query === 'string' ? (chatOfQuery.get(query) ?? null) : null);
    if (to === null) return null;
    const voice = call.params['voice'];
    const words = wordsIn(typeof voice === 'string' ? `${call.text} ${voice}` : call.text);
    return { call, to, kind: reader.kindOf(call), buttons: call.buttons.map(readButton), words, messageId };
  }

  return {
    handed: (update, at) => {
      settle();
      if (seen.has(update.update_id)) return;
      seen.add(update.update_id);
      const deed = readUpdate(update, at);
      if (deed === null) return;
      if (deed.queryId !== null) chatOfQuery.set(deed.queryId, deed.person);
      noteLeaving(deed);
      // Also when the bot hears of it late, or out of turn.
      if (deed.isBlock) blockedAt.set(deed.person, at);
      for (const watch of watches) watch.handed?.(deed);
    },
    called: (call) => {
      settle();
      const read = said(call, null);
      if (read !== null) for (const watch of watches) watch.called?.(read);
    },
    delivered: (call, messageId) => {
      const read = said(call, messageId);
      if (read === null) return;
      if (read.kind === 'revealed') counted.reveals += 1;
      if (read.buttons.some(({ name }) => name === 'else') && call.method === 'sendMessage') counted.prompts += 1;
      for (const watch of watches) watch.delivered?.(read);
    },
    troubled: troubles.add,
    clockSet: wrongClock.set,
    began: wrongClock.began,
    blocked: (person, isBlocked) => {
      blockedAt.set(person, clock.now());
      blocked.set(person, isBlocked);
      if (isBlocked) away.add(person);
    },
    gaveUp: (error) => {
      ledger.breach('9', `the bot gave up: ${error instanceof Error ? (error.stack ?? error.message) : 'no error'}`);
    },
    breach: () => found,
    counts: () => counted,
  };
}

function wordsIn(text: string): readonly string[] {
  return text.includes('w1') ? [...text.matchAll(wordPattern)].map(([word]) => word) : [];
}

interface Sent {
  readonly date?: number;
  readonly from?: { readonly id: number };
  readonly user?: { readonly id: number };
  readonly text?: string;
  readonly message_id?: number;
  readonly voice?: { readonly file_id: string };
  readonly id?: string;
  readonly data?: string;
  readonly new_chat_member?: { readonly status: string };
}

function readUpdate(update: Update, at: number): Deed | null {
  const [part, content] = Object.entries(update).find(([key]) => key !== 'update_id') ?? [];
  const sent = (content ?? {}) as Sent;
  const person = (sent.from ?? sent.user)?.id;
  if (part === undefined || person === undefined) return null;
  const isPress = part === 'callback_query';
  return {
    at,
    sentAt: sent.date === undefined ? at : sent.date * 1000,
    person,
    text: sent.text ?? null,
    messageId: sent.message_id ?? null,
    isEdit: part === 'edited_message',
    isVoice: sent.voice !== undefined,
    pressed: isPress && sent.data !== undefined ? readButton(sent.data) : null,
    data: sent.data ?? null,
    queryId: isPress ? (sent.id ?? null) : null,
    isBlock: part === 'my_chat_member',
    words: wordsIn(`${sent.text ?? ''} ${sent.voice?.file_id ?? ''}`),
  };
}
