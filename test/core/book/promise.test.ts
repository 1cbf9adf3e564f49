import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Event } from '../../../src/core/event.js';
import type { Instant, RoundId } from '../../../src/core/ids.js';
import type { Answer } from '../../../src/core/scene.js';
import {
  anne,
  bram,
  days,
  erasesAll,
  given,
  hours,
  minutes,
  time,
  type Act,
  type Someone,
} from '../../support/given.js';
import { agreed } from '../agreement/agreements.js';
import type { Happening } from '../memory.js';
import type { Rules } from '../stage.js';

/**
 * Promise 16: a page is read while both keep both halves; either takes it away at once; un-paired nobody reads the other's
 * half; an agreement changes only by both. Whatever the two do, in any order, while months pass.
 */

const pageMs = days(180);
const wishMs = days(30);

const quietly =
  (act: Act): Act =>
  (rules) => {
    try {
      act(rules);
    } catch (error) {
      if (!(error instanceof Error) || !error.message.includes('was never shown a button')) throw error;
    }
  };
const taps = (who: Someone, ...names: readonly Parameters<Someone['taps']>[0][]): readonly Act[] =>
  names.map((name) => quietly(who.taps(name)));
const leafs = (who: Someone, view: 'all' | 'kept'): readonly Act[] => [
  who.does({ type: 'showBook' }),
  quietly(who.taps('leaf', { arg: view })),
];
let count = 0;
const says = (who: Someone): Act => {
  count += 1;
  return who.says(`Als we woord${String(count)}, dan rust`);
};
const bothDo = (act: (who: Someone) => readonly Act[]): readonly Act[] => [anne, bram].flatMap((who) => [...act(who)]);

type Deed = readonly [name: string, act: (who: Someone) => readonly Act[]];

const deeds: readonly Deed[] = [
  ...Array.from({ length: 3 }, (): Deed => [
    'both would keep',
    () => bothDo((who) => [...leafs(who, 'all'), ...taps(who, 'keepPage')]),
  ]),
  ['would keep', (who) => [...leafs(who, 'all'), ...taps(who, 'keepPage')]],
  ['keeps longer', (who) => [...leafs(who, 'kept'), ...taps(who, 'keepLonger')]],
  ['would not after all', (who) => [...leafs(who, 'all'), ...taps(who, 'dropKeep')]],
  ['leafs', (who) => [...leafs(who, 'all'), ...taps(who, 'older', 'older', 'newer')]],
  ['leafs through what is kept', (who) => leafs(who, 'kept')],
  ['turns an old page', (who) => taps(who, 'older', 'newer', 'samePage')],
  ['takes a page out', (who) => [...leafs(who, 'all'), ...taps(who, 'removePage', 'removePageNow')]],
  ['asks for a question', (who) => [who.does({ type: 'askQuestion' }), ...taps(who, 'askQuestion')]],
  ...Array.from({ length: 3 }, (): Deed => ['both answer', () => bothDo((who) => [says(who), ...taps(who, 'seal')])]),
  ...['houden', 'aanpassen', 'loslaten', 'loslaten'].map((arg): Deed => [
    `both look back: ${arg}`,
    () => bothDo((who) => [quietly(who.taps('pick', { arg })), ...taps(who, 'seal')]),
  ]),
  ['lets go', (who) => [quietly(who.taps('pick', { arg: 'loslaten' })), ...taps(who, 'seal')]],
  [
    'erases',
    (who) => [who.does({ type: 'erase' }), quietly(who.taps('erase', { arg: 'answers' })), ...taps(who, 'eraseNow')],
  ],
  ['erases all', (who) => erasesAll(who).map(quietly)],
  ['keeps words for a week', (who) => [who.presses('keeping', { arg: '7' })]],
  ['chooses an hour', (who) => [who.presses('setOpeningHour', { arg: '1200' })]],
  ['stops', (who) => [who.does({ type: 'stop' })]],
  ['unpairs', (who) => [who.does({ type: 'stop' }), ...taps(who, 'unpair')]],
  ['blocks', (who) => [who.does({ type: 'block' })]],
  ['starts', (who) => [who.starts()]],
  ['calls a breather', (who) => [who.does({ type: 'callBreather' })]],
  ...[minutes(10), hours(9), hours(30), days(4), days(15), days(15), days(40), days(100)].map((forMs): Deed => [
    `waits ${String(forMs / hours(1))} hours`,
    () => [time.passes(forMs)],
  ]),
];

const step = fc
  .record({ who: fc.constantFrom(anne, bram), deed: fc.constantFrom(...deeds) })
  .map((one) => Object.assign(one, { [fc.toStringMethod]: () => `${one.who.name} ${one.deed[0]}` }));

/** What somebody looking on knows: when what was asked, who would keep what, what both keep, and what is gone. */
class Onlooker {
  readonly askedAt = new Map<RoundId, Instant>();
  readonly keptAt = new Map<RoundId, Instant>();
  readonly gone = new Set<RoundId>();
  private readonly wished = new Map<string, Instant>();
  private readonly sealed = new Map<string, Answer>();
  private readonly lookAt = new Map<RoundId, RoundId>();
  readonly reached = { pages: 0, kept: 0, looks: 0, letGo: 0, gone: 0 };

  constructor(private readonly rules: Rules) {}

  see(act: Act): void {
    const before = this.agreements();
    const couple = this.rules.personOf(anne.id).coupleId;
    const happening = this.rules.begin();
    act(this.rules);
    for (const event of happening.events) this.learn(event);
    this.look(happening);
    this.compare(before, happening, couple);
  }

  /** Both still have the same pair, and of it what they keep. */
  private agreements() {
    const { coupleId } = this.rules.personOf(anne.id);
    return coupleId === null ? [] : this.rules.coupleOf(anne.id).agreements;
  }

  private learn(event: Event): void {
    const now = this.rules.now();
    if (event.type === 'roundStarted') {
      this.askedAt.set(event.round.id, event.round.startedAt);
      if (event.round.about !== undefined) this.reached.looks += 1;
    }
    if (event.type === 'answerSealed') this.sealed.set(`${String(event.person)} ${event.round}`, event.answer);
    if (event.type === 'answersRevealed' && event.round.about !== undefined)
      this.lookAt.set(event.round.about.page, event.round.id);
    if (event.type === 'keepWished') this.wished.set(`${String(event.person)} ${event.wish.subject}`, now);
    if (event.type === 'keepDropped') this.wished.delete(`${String(event.person)} ${event.round}`);
    if (event.type === 'stopped' || event.type === 'becameUnreachable') {
      for (const key of [...this.wished.keys()])
        if (key.startsWith(`${String(event.person)} `)) this.wished.delete(key);
    }
    if (event.type === 'pageKept') {
      const others = [anne, bram].filter(({ id }) => this.isWished(id, event.round, event.at));
      expect(others.length, 'kept by both: at least the one who did not tap last had said so').toBeGreaterThan(0);
      this.keptAt.set(event.round, event.at);
      this.reached.kept += 1;
      for (const page of event.replaced) this.gone.add(page);
    }
    if (event.type === 'pageRemoved' && event.isShared) this.goes(event.round);
    if (event.type === 'agreementLetGo') {
      this.goes(event.round);
      this.reached.letGo += 1;
    }
    if (event.type === 'answersErased') for (const round of this.askedAt.keys()) this.goes(round);
  }

  private isWished(person: number, round: RoundId, at: Instant): boolean {
    const since = this.wished.get(`${String(person)} ${round}`);
    return since !== undefined && at - since < wishMs;
  }

  private goes(round: RoundId): void {
    // What can still be answered may open anew, with other words.
    const opened = this.rules.personOf(anne.id).coupleId === null ? [] : this.rules.coupleOf(anne.id).opened;
    if (opened.some((one) => one.round.id === round) || this.keptAt.has(round)) this.gone.add(round);
    this.reached.gone += 1;
  }

  /** Whatever stands on a page with words of the other is there by right. */
  private look({ heard }: Happening): void {
    for (const { at, because, notice } of heard) {
      if (because.type !== 'pageShown' || notice.say?.name !== 'page' || notice.say.params.theirs === null) continue;
      const { round } = because;
      this.reached.pages += 1;
      expect(this.rules.personOf(notice.to).coupleId, 'un-paired nobody reads the other’s half').not.toBeNull();
      expect(this.gone.has(round), `${round} was taken out or erased`).toBe(false);
      const [asked, kept] = [this.askedAt.get(round) ?? -Infinity, this.keptAt.get(round) ?? -Infinity];
      expect(at < asked + pageMs || at < kept + pageMs, 'its time for two').toBe(true);
    }
  }

  /** An agreement comes by both, and goes as its page does; its words never change. */
  private compare(before: ReturnType<Onlooker['agreements']>, { events }: Happening, couple: number | null): void {
    const after = this.agreements();
    const isOver = this.rules.personOf(anne.id).coupleId !== couple;
    for (const one of before) {
      const now = after.find(({ page }) => page === one.page);
      if (now !== undefined) {
        expect(now.words).toEqual(one.words);
        continue;
      }
      const letGo = events.some((event) => event.type === 'agreementLetGo' && event.round === one.page);
      if (letGo) this.bothLetGo(one.page);
      const isTimeOver = this.rules.now() >= one.keptAt + pageMs;
      expect(isOver || isTimeOver || this.gone.has(one.page), 'it went with its page').toBe(true);
    }
    for (const { page } of after) expect(this.keptAt.has(page), 'kept by both').toBe(true);
  }

  /** As each had sealed it: by now the answers themselves may be forgotten. */
  private bothLetGo(page: RoundId): void {
    const id = this.lookAt.get(page) ?? '';
    for (const who of [anne, bram]) {
      expect(this.sealed.get(`${String(who.id)} ${id}`)).toMatchObject({ state: 'sealed', picks: ['loslaten'] });
    }
  }
}

test('a page and an agreement are of both, whatever the two do', { timeout: 240_000 }, () => {
  const reached = { pages: 0, kept: 0, looks: 0, letGo: 0, gone: 0 };
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: 40 }), (steps) => {
      const { rules } = given(agreed());
      const onlooker = new Onlooker(rules);
      const { round } = rules.coupleOf(anne.id).opened[0] ?? {};
      if (round !== undefined) onlooker.askedAt.set(round.id, round.startedAt);
      for (const { who, deed } of steps) for (const act of deed[1](who)) onlooker.see(act);
      for (const name of Object.keys(reached) as (keyof typeof reached)[]) reached[name] += onlooker.reached[name];
    }),
    { numRuns: 240 },
  );
  // Or nothing was proved.
  expect(reached.pages).toBeGreaterThan(60);
  expect(reached.kept).toBeGreaterThan(20);
  expect(reached.looks).toBeGreaterThan(5);
  expect(reached.gone).toBeGreaterThan(10);
});
