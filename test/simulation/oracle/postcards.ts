import { localMoment } from '../../../src/core/time/calendar.js';
import { ownerOf, type Deed, type Ledger, type Said, type Watch } from './ledger.js';

/**
 * Postcards, promise 15: one crosses only after its writer's own confirm and twenty seconds, one a day in all, none to
 * whoever wants none, and none after a stop. Seen from the phones: what was tapped, and when something arrives.
 */

const secondMs = 1000;
const hourMs = 3_600_000;
const holdMs = 20 * secondMs;
/** As the clocks of a phone and of the bot may differ. */
const slackMs = 2 * secondMs;
const home = 'Europe/Amsterdam';

export interface Given {
  /** Whether this word went on its way by a tap of its writer's. */
  mayReach(word: string): boolean;
  /** Whether this person ever gave one. */
  hasGiven(person: number): boolean;
}

export function watchPostcards(ledger: Ledger): Watch & Given {
  /** When each card was given, by its writer and by the card that its buttons name. */
  const gaveAt = new Map<number, Map<string, number>>();
  const tookBackAt = new Map<number, number>();
  const switchedOffAt = new Map<number, number>();
  const movedAt = new Map<number, number>();
  const stoppedAt = new Map<number, number>();
  const breatherAt = new Map<number, number>();
  /** When each card that arrived was given, by its writer and its words. */
  const arrived = new Map<number, Map<string, number>>();

  function hear({ person, at, pressed, data, text }: Deed): void {
    if (pressed?.name === 'give') gaveAt.set(person, new Map([...(gaveAt.get(person) ?? []), [pressed.slot, at]]));
    if (pressed?.name === 'postcardTakeBack' || text === '/intrek') tookBackAt.set(person, at);
    // Whoever stopped or blocked the bot is asked first whether they go on, and the tap changes nothing.
    const isHeard = ledger.stoppedAt(person) === null && !ledger.isAway(person);
    if (data === 'postcards::0:off' && isHeard) switchedOffAt.set(person, at);
    if (data === 'postcards::0:on') switchedOffAt.delete(person);
    if (pressed?.name === 'otherZone') movedAt.set(person, at);
    if (text === '/stop') stoppedAt.set(person, at);
    if (text === '/adempauze') breatherAt.set(person, at);
  }

  function see({ to, words, buttons, call }: Said): void {
    const writer = words.map(ownerOf).find((owner) => owner !== to);
    if (writer === undefined) return;
    const slot = buttons.find(({ name }) => name === 'postcardThank')?.slot ?? '';
    const given = gaveAt.get(writer)?.get(slot) ?? -Infinity;
    const key = words.join(' ');
    const known = arrived.get(writer) ?? new Map<string, number>();
    arrived.set(writer, known);
    // What is tried again, or unfolded later, arrived already.
    if (known.has(key)) return;
    const isUnsure = ledger.troubledMs(given - hourMs) > 0 || ledger.machine.wasSetSince(given - hourMs);
    if (given === -Infinity) ledger.breach('15', 'a postcard arrives that nobody gave', to, writer);
    if (!isUnsure) {
      if (call.at - given < holdMs - slackMs)
        ledger.breach('15', 'a postcard arrives before its twenty seconds', to, writer);
      const isIn = (at = -Infinity) => at > given && at < given + holdMs - slackMs;
      if (isIn(tookBackAt.get(writer))) ledger.breach('15', 'a postcard arrives that was taken back', to, writer);
      if (isIn(stoppedAt.get(writer))) ledger.breach('15', 'a postcard arrives after a stop', to, writer);
      if (isIn(breatherAt.get(writer)) || isIn(breatherAt.get(to)))
        ledger.breach('15', 'a postcard arrives in a breather', to, writer);
      const off = switchedOffAt.get(to);
      if (off !== undefined && off < given - holdMs)
        ledger.breach('15', 'a postcard reaches who wants none', to, writer);
      seeDay(writer, to, given, [...known.values()]);
    }
    known.set(key, given);
  }

  /**
   * By its writer's own day, which is that of home as long as they did not move. The day is that of the giving: what was
   * given to somebody who blocked the bot waits for them, and may arrive on one day with what is given then.
   */
  function seeDay(writer: number, to: number, given: number, before: readonly number[]): void {
    const dateOf = (when: number) => localMoment(when, home).date;
    const [last] = before.slice(-1);
    if (last === undefined || movedAt.has(writer) || ledger.machine.wasSetSince(last - hourMs)) return;
    if (ledger.troubledMs(last - hourMs) > 0) return;
    if (dateOf(last) === dateOf(given)) ledger.breach('15', 'two postcards are given on one day', to, writer);
  }

  return {
    mayReach: (word) => gaveAt.has(ownerOf(word)),
    hasGiven: (person) => gaveAt.has(person),
    handed: hear,
    called: (said) => {
      if (said.kind === 'postcardCame' && said.call.method.startsWith('send')) see(said);
    },
  };
}
