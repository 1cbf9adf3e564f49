import { localMoment } from '../../../src/core/time/calendar.js';
import { house } from '../house.js';
import type { Ledger, Said, Watch } from './ledger.js';

/**
 * Paths: only what both want is told, nobody who lets one rest gets a step of it, and no date brings two. Seen from the
 * phones: what was tapped, and what stands above a step.
 */

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const askedWithinMs = 20 * 60_000;
const besideMs = 4 * hourMs;
const lateMs = 26 * hourMs;
const unsureForMs = 3 * dayMs;
const home = 'Europe/Amsterdam';
/** What brings a step, or shows the open one again. */
const asking = /^\/(?:vraag|programma|start)/;
const askingTaps = ['beginPath', 'nextStep', 'goOnPath', 'askQuestion', 'ownCard', 'openPrompt', 'unfold', 'later'];
const lookingTaps = ['goOnPath', 'askQuestion', 'ownCard', 'openPrompt', 'unfold', 'later'];
const changing = ['hour', 'days', 'holiday', 'quiet', 'type', 'wouldHelp', 'rhythmFits', 'otherZone'];

/** What stands above a step, in either language, and which step of which path that is. */
const headers: ReadonlyMap<string, { readonly path: string; readonly step: string }> = new Map(
  [...house.paths.values()].flatMap(({ id, title, steps }) =>
    steps.flatMap((step) =>
      (['nl', 'en'] as const).map(
        (language) => [`${title[language]} · ${step.title[language]}`, { path: id, step: `${id}/${step.id}` }] as const,
      ),
    ),
  ),
);

export function watchPaths(ledger: Ledger): Watch {
  /** When, and in which pair. */
  const tapped = new Map<number, Map<string, { readonly at: number; readonly partner: number | null }>>();
  const rests = new Map<number, { readonly path: string; readonly at: number }>();
  const lastLeft = new Map<number, string>();
  /** In calm time, since an answer may come late: anything that shows a step, an older one again, or the next. */
  const askedAt = new Map<number, number>();
  const lookedAt = new Map<number, number>();
  const begunAt = new Map<number, number>();
  const changedAt = new Map<number, number>();
  const stoppedAt = new Map<number, number>();
  const stillAt = new Map<number, number>();
  const isDiscreet = new Set<number>();
  const lastStep = new Map<number, { readonly step: string; readonly at: number }>();

  const within = (one: number, since: ReadonlyMap<number, number>) =>
    ledger.calmMs() - (since.get(one) ?? -Infinity) < askedWithinMs;

  /** What both want is told: each must have tapped it, in this pair. */
  function seeMatch({ to, buttons, call }: Said): void {
    const path = buttons.find(({ name }) => name === 'beginPath' || name === 'nextStep')?.arg;
    const partner = ledger.partnerOf(to);
    if (path === undefined || partner === null) return;
    for (const one of [to, partner]) {
      rests.delete(one);
      const known = tapped.get(one)?.get(path);
      const at = known?.partner === ledger.partnerOf(one) ? known.at : undefined;
      const stopped = stoppedAt.get(one) ?? -Infinity;
      const isOver = at !== undefined && at < stopped && call.at - stopped > hourMs + ledger.troubledMs(stopped);
      if (at === undefined || isOver) {
        ledger.breach('10', `a path that ${String(one)} does not want is told`, to, partner);
      }
    }
  }

  /** What the clock says of a path it says to both, each at their own hour. */
  function seeStill({ to, call }: Said): void {
    stillAt.set(to, call.at);
    const partner = ledger.partnerOf(to);
    if (partner === null) return;
    const since = call.at - 2 * dayMs;
    ledger.owe({
      promise: '18',
      what: `${String(to)} hears that a path lies still, and ${String(partner)} does not`,
      people: [to, partner],
      withinMs: 2 * dayMs,
      isMet: () => (stillAt.get(partner) ?? -Infinity) >= since,
      isExcused: () =>
        [to, partner].some((one) => isDiscreet.has(one) || (changedAt.get(one) ?? -Infinity) > since - unsureForMs) ||
        ledger.wasStopped(partner, since) ||
        ledger.isBlocked(partner) ||
        ledger.wasAway(partner, since) ||
        ledger.leftAt(to) >= since ||
        ledger.machine.wasSetSince(since) ||
        ledger.troubledMs(since) > 0,
    });
  }

  function seeStep(said: Said, step: string, path: string): void {
    const { to, call } = said;
    const known = lastStep.get(to);
    if (known?.step === step) return;
    const resting = rests.get(to);
    // What was on its way when somebody let it rest may be a day late.
    const isOnItsWay = (since: number) => call.at - since < lateMs && ledger.troubledMs(since) > 0;
    if (resting?.path === path && call.at - resting.at > hourMs && !isOnItsWay(resting.at) && !within(to, askedAt)) {
      ledger.breach('13', 'a step comes to whoever lets the path rest', to);
    }
    const isLook = [to, ledger.partnerOf(to) ?? to].some((one) => within(one, lookedAt));
    const isBegun = [to, ledger.partnerOf(to) ?? to].some((one) => within(one, begunAt));
    // What somebody looks at again, or the other had before, began on another date.
    const theirs = lastStep.get(ledger.partnerOf(to) ?? to);
    const began = theirs?.step === step ? theirs.at : isLook ? -Infinity : call.at;
    lastStep.set(to, { step, at: began });
    if (isLook || isBegun) return;
    const isUnsure =
      call.at - (changedAt.get(to) ?? -Infinity) < unsureForMs || ledger.machine.wasSetSince(call.at - unsureForMs);
    if (known === undefined || isUnsure || ledger.troubledMs(call.at - lateMs) > 0) return;
    const dateOf = (at: number) => localMoment(at, home).date;
    if (call.at - known.at > besideMs && dateOf(known.at) !== dateOf(call.at)) return;
    if (call.at - known.at < dayMs) ledger.breach('13', 'two steps come on one date', to);
  }

  return {
    handed: ({ person, at, text, pressed }) => {
      const name = pressed?.name ?? '';
      if ((text !== null && asking.test(text)) || askingTaps.includes(name)) askedAt.set(person, ledger.calmMs());
      if (text?.startsWith('/vraag') === true || lookingTaps.includes(name)) lookedAt.set(person, ledger.calmMs());
      if (name === 'beginPath' || name === 'nextStep') begunAt.set(person, ledger.calmMs());
      // An hour, a date or a city that was typed; words of an answer are known by their form.
      const isTyped = text !== null && !text.startsWith('/') && !text.includes('w1');
      if (changing.includes(name) || isTyped) changedAt.set(person, at);
      if (name === 'wishPath' || name === 'takeUpPath') {
        const all = tapped.get(person) ?? new Map<string, { at: number; partner: number | null }>();
        tapped.set(person, all.set(pressed?.arg ?? '', { at, partner: ledger.partnerOf(person) }));
      }
      if (name === 'restPath') lastLeft.set(person, pressed?.arg ?? '');
      if (name === 'goOnPath') rests.delete(person);
      if (name === 'discreet') isDiscreet.add(person);
      if (text === '/stop') stoppedAt.set(person, at);
    },
    called: (said) => {
      const { to, kind, call } = said;
      if (kind === 'pathMatched' && call.method.startsWith('send')) seeMatch(said);
      if (kind === 'pathStill') seeStill(said);
      if (kind === 'pathLeft') rests.set(to, { path: lastLeft.get(to) ?? '', at: call.at });
      if (!call.method.startsWith('send')) return;
      const line = call.text.split('\n')[0] ?? '';
      const found = headers.get(line);
      if (found !== undefined) seeStep(said, found.step, found.path);
    },
  };
}
