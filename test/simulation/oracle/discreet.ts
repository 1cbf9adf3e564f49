import type { ButtonName } from '../../../src/core/buttons.js';
import type { Deed, Ledger, Said, Watch } from './ledger.js';

/**
 * Discreet mode: what its owner did not ask for arrives as a line that tells nothing, opens when it is tapped, and holds
 * nothing any more once it was taken away or its owner had it erased.
 */

const minuteMs = 60_000;
const answeredWithinMs = 15 * minuteMs;
/** What was being sent when discreet mode began arrives as it was written. */
const beginsWithinMs = 30 * minuteMs;
const unfold: ButtonName = 'unfold';
/** Reads «discreet» and «eraseNow» with what stands on them. */
const choice = /^discreet:\w*:0:(on|off)$/;
const erasure = /^eraseNow::0:(?:answers|chat|everything)$/;
const erasureTold: readonly (string | null)[] = ['answersErased', 'chatCleared', 'erased'];

interface Line {
  readonly cameAt: number;
  readonly messageId: number | null;
  openedAt: number | null;
  isEmptied: boolean;
}

export function watchDiscreet(ledger: Ledger): Watch {
  /** The calm time since when somebody is known to be in discreet mode, and when they last left it. */
  const since = new Map<number, number>();
  const leftAt = new Map<number, number>();
  const didAt = new Map<number, number>();
  const erasesAt = new Map<number, number>();
  const lines = new Map<number, Map<string, Line>>();
  const linesOf = (person: number) => {
    const known = lines.get(person) ?? new Map<string, Line>();
    lines.set(person, known);
    return known;
  };

  function leave(person: number): void {
    since.delete(person);
    leftAt.set(person, ledger.calmMs());
  }

  function hear({ person, at, pressed, data }: Deed): void {
    didAt.set(person, ledger.calmMs());
    if (data !== null && choice.exec(data)?.[1] === 'off') leave(person);
    if (data !== null && erasure.test(data)) erasesAt.set(person, at);
    if (pressed?.name !== unfold) return;
    const line = linesOf(person).get(pressed.slot);
    if (line !== undefined) line.openedAt ??= at;
  }

  function seeChoice({ to, kind, call }: Said): void {
    const isOn = kind === 'discreetOn' || call.buttons.includes('discreet::0:off');
    if (!isOn || since.has(to)) return;
    // A card of before, that is tried once more, tells nothing of now.
    if (ledger.calmMs() - (leftAt.get(to) ?? -Infinity) > beginsWithinMs) since.set(to, ledger.calmMs());
  }

  function seeErasure({ to, kind }: Said): void {
    const at = erasesAt.get(to);
    if (kind === 'erased' || kind === 'erasedInSilence') leave(to);
    if (!erasureTold.includes(kind) || at === undefined) return;
    for (const line of linesOf(to).values()) if (line.cameAt < at && isStillClosed(line)) line.isEmptied = true;
  }

  /** Not one that may be opened at this moment, or may not be known to have arrived. */
  const isStillClosed = ({ openedAt, cameAt }: Line) => openedAt === null && ledger.troubledMs(cameAt) === 0;

  function seeMessage({ to, kind, call, buttons }: Said): void {
    if (!call.method.startsWith('send') || kind === 'unopened') return;
    if (buttons.some(({ name }) => name === unfold))
      ledger.breach('discreet', `a line told «${call.text.slice(0, 60)}» before it was opened`, to);
    const [now, begun] = [ledger.calmMs(), since.get(to)];
    if (begun === undefined || now - begun < beginsWithinMs) return;
    if (now - (didAt.get(to) ?? -Infinity) < answeredWithinMs) return;
    ledger.breach('discreet', `${to} wants it neutral, and gets «${call.text.slice(0, 60)}»`, to);
  }

  function seeOpening({ to, kind, call }: Said): void {
    if (!call.method.startsWith('edit') || kind === 'unopenedGone' || call.text === '') return;
    const id = call.params['message_id'];
    const emptied = [...linesOf(to).values()].some(({ isEmptied, messageId }) => isEmptied && messageId === id);
    if (emptied)
      ledger.breach('discreet', `what lay in a line that was emptied is read: «${call.text.slice(0, 60)}»`, to);
  }

  return {
    handed: hear,
    called: (said) => {
      seeChoice(said);
      seeErasure(said);
      seeMessage(said);
      seeOpening(said);
    },
    delivered: ({ to, call, buttons, messageId }) => {
      const slot = buttons.find(({ name }) => name === unfold)?.slot;
      if (slot !== undefined && call.method === 'sendMessage')
        linesOf(to).set(slot, { cameAt: ledger.clock.now(), messageId, openedAt: null, isEmptied: false });
      if (call.method !== 'deleteMessage') return;
      for (const line of linesOf(to).values())
        if (line.messageId === call.params['message_id'] && isStillClosed(line)) line.isEmptied = true;
    },
  };
}
