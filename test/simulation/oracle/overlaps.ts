import { isOverlap } from '../../../src/core/round/overlap.js';
import { optionsOf } from '../../../src/core/round/kinds.js';
import { en } from '../../../src/texts/en/en.js';
import { nl } from '../../../src/texts/nl/nl.js';
import { house } from '../house.js';
import type { Deed, Ledger, Said, Watch } from './ledger.js';

/**
 * Promise 12 of a question of which only what both tap opens: what only one of them tapped reaches nobody, and nothing
 * opens before both sealed. Promise 10 of a ritual: it is agreed once both wanted that very moment, and nobody is reminded
 * of one that was not. Seen from the phones: what was tapped, and what stands in a message.
 */

const minuteMs = 60_000;
/** What was on its way when a reminder was switched off, and what an hour that is not known lets through. */
const lateMs = 3 * 60 * minuteMs;

const overlaps = [...house.scenarios.values()].filter(isOverlap);
/** Every option by what is read of it, in either language; two lists may say the same. */
const idsOf = new Map<string, Set<string>>();
for (const { answer } of overlaps) {
  for (const { id, label, sentence } of optionsOf(answer)) {
    for (const read of [label, sentence ?? label].flatMap((words) => [words.nl, words.en])) {
      idsOf.set(read, (idsOf.get(read) ?? new Set()).add(id));
    }
  }
}

/** The line above what both tapped, as either language has it. */
const markers: readonly string[] = [nl, en].map(({ say }) => {
  const [scenario] = overlaps;
  const option = scenario === undefined ? undefined : optionsOf(scenario.answer)[0];
  if (scenario === undefined || option === undefined) throw new Error('nothing to know an overlap by');
  const answer = { state: 'sealed', pieces: [], picks: [option.id], step: 0 } as const;
  const about = { ...house, now: 0, zone: 'Europe/Amsterdam' };
  const said = say.overlapOpened({ scenario: scenario.id, answer, canAgree: false }, about);
  const lines = (typeof said === 'string' ? said : said.text).split('\n');
  const read = (option.sentence ?? option.label)[say === nl.say ? 'nl' : 'en'];
  const marker = lines[lines.indexOf(read) - 1] ?? '';
  if (marker === '') throw new Error('nothing to know an overlap by');
  return marker;
});

const reminders: ReadonlySet<string> = new Set(
  overlaps.flatMap(({ after }) =>
    after?.ritual === undefined ? [] : [after.ritual.reminder.nl, after.ritual.reminder.en],
  ),
);

/** The same of a question whose file is gone, or of nothing at all. */
const bare: readonly string[] = [nl, en].map(({ say }) => {
  const answer = { state: 'sealed', pieces: [], picks: [], step: 0 } as const;
  const said = say.overlapOpened(
    { scenario: '', answer, canAgree: false },
    { ...house, now: 0, zone: 'Europe/Amsterdam' },
  );
  return (typeof said === 'string' ? said : said.text).split('\n')[0] ?? '';
});

/** What stands in a message as tapped by both; null where it is no such message. */
export function openedIn(text: string): readonly string[] | null {
  const lines = text.split('\n');
  if (lines.some((line) => bare.includes(line))) return [];
  const at = lines.findIndex((line) => markers.includes(line));
  return at < 0 ? null : (lines[at + 1] ?? '').split(' · ');
}

export const isReminder = (text: string) => reminders.has(text.split('\n', 1)[0] ?? '');

export function watchOverlaps(ledger: Ledger): Watch {
  const tapped = new Map<string, Set<string>>();
  const sealed = new Set<string>();
  const wanted = new Map<number, Set<string>>();
  /** Who was told that one is theirs, with whom; and who switched a reminder off, and how often. */
  const agreed = new Map<number, { count: number; partner: number }>();
  const quietAt = new Map<number, number>();
  const loudAt = new Map<number, number>();

  function hear({ person, pressed, at }: Deed): void {
    if (pressed === null) return;
    const { name, slot, step, arg } = pressed;
    const key = `${String(person)} ${slot}`;
    if (name === 'pick' && step === 1) tapped.set(key, (tapped.get(key) ?? new Set()).add(arg));
    if (name === 'seal') sealed.add(key);
    if (name === 'ritualYes' && step === 1) {
      wanted.set(person, (wanted.get(person) ?? new Set()).add(`${slot} ${arg}`));
    }
    if (name === 'ritualQuiet') quietAt.set(person, at);
    if (name === 'ritualRemind') loudAt.set(person, at);
  }

  function seeOpened({ to, buttons, call }: Said, labels: readonly string[]): void {
    const slot = buttons.find(({ name }) => ['keepPage', 'dropKeep', 'ritualYes'].includes(name))?.slot;
    const partner = ledger.partnerOf(to);
    if (partner === null || !call.method.startsWith('send')) return;
    if (labels.length === 0) ledger.breach('12', 'nothing was tapped by both, and that is told', to, partner);
    if (slot === undefined) return;
    for (const one of [to, partner]) {
      if (!sealed.has(`${String(one)} ${slot}`))
        ledger.breach('12', `what both tapped opened before ${String(one)} had sealed`, to, partner);
      const mine = tapped.get(`${String(one)} ${slot}`);
      for (const label of labels) {
        if (![...(idsOf.get(label) ?? [])].some((id) => mine?.has(id) === true))
          ledger.breach('12', `«${label}» opened, and ${String(one)} had not tapped it`, to, partner);
      }
    }
  }

  function seeAgreed({ to, call }: Said): void {
    const partner = ledger.partnerOf(to);
    if (partner === null || !call.method.startsWith('send')) return;
    const theirs = wanted.get(partner);
    if (![...(wanted.get(to) ?? [])].some((one) => theirs?.has(one) === true))
      ledger.breach('10', `a moment is theirs that ${String(partner)} did not want`, to, partner);
    agreed.set(to, { count: (agreed.get(to)?.count ?? 0) + 1, partner });
  }

  function seeReminder({ to, call }: Said): void {
    const known = agreed.get(to);
    const partner = ledger.partnerOf(to);
    if (known === undefined && partner !== null && agreed.get(partner) === undefined)
      ledger.breach('10', 'a reminder of what nobody agreed on', to);
    const quiet = quietAt.get(to);
    const isQuiet = known?.count === 1 && quiet !== undefined && quiet > (loudAt.get(to) ?? -Infinity);
    if (isQuiet && call.at - quiet > lateMs + ledger.troubledMs(quiet) && !ledger.machine.wasSetSince(quiet))
      ledger.breach('18', 'a reminder that was switched off', to);
  }

  return {
    handed: hear,
    called: (said) => {
      const labels = openedIn(said.call.text);
      if (labels !== null) seeOpened(said, labels);
      if (said.kind === 'ritualAgreed') seeAgreed(said);
      if (isReminder(said.call.text)) seeReminder(said);
    },
  };
}
