import { drawExampleIndex, drawRoundId } from '../time/chance.js';
import type { Button, ButtonOf } from '../buttons.js';
import { readAbout } from '../round/about.js';
import { waitMs } from '../pairing/spent.js';
import { isRefusal, type Decision, type Refusal } from '../event.js';
import { notesOf, type Listening } from './scene.js';
import { invitationMs } from './times.js';
import { coupleOf, partnerOf } from '../person.js';
import type { Protocol } from './protocol.js';
import type { Couple, Person, Scene } from '../scene.js';
import type { Given } from '../given.js';
import type { RoundId } from '../ids.js';
import { minuteMs } from '../time/durations.js';

/** How a listening round is asked for: the card to begin with, and the invitation. */

export const stale: Refusal = { refusal: 'stale-button' };
const drawsOf = 997;

/** /luister: how it stands, or the card to begin with. */
export function listen(scene: Scene, me: Person, given: Given): Decision {
  const couple = coupleOf(scene, me);
  if (couple === null || partnerOf(scene, me) === null) return { refusal: 'listening-needs-two' };
  if (couple.listening !== null && !hasLet(couple.listening, me)) {
    return [{ type: 'listeningTold', couple: couple.id, person: me.id }];
  }
  return offer(me, defaultProtocol(given), null, 'new');
}

/** Whether this person left it after the invitation was answered; to them it is over. */
export function hasLet({ phase, left }: Listening, me: Person): boolean {
  return left.includes(me.id) && phase !== 'invited';
}

function defaultProtocol({ protocols }: Given): Protocol | undefined {
  return [...protocols.values()].find(({ isDefault }) => isDefault);
}

function offer(me: Person, protocol: Protocol | undefined, about: RoundId | null, where: 'new' | 'in-place'): Decision {
  if (protocol === undefined) return { refusal: 'no-scenario' };
  return [{ type: 'listeningOffered', person: me.id, protocol: protocol.id, about, where }];
}

/** [Praat erover], after [Vertel eens meer]: a round about an answer that is open, its writer speaking. */
export function listenAbout(me: Person, about: string, given: Given): Decision {
  return offer(me, defaultProtocol(given), about, 'new');
}

/** The card to begin with, and one's own notes. */
export function pressListeningCard(
  scene: Scene,
  me: Person,
  button: Button<ButtonOf<'listeningCard'>>,
  given: Given,
): Decision {
  const couple = coupleOf(scene, me);
  const partner = partnerOf(scene, me);
  if (couple === null || partner === null) return { refusal: 'listening-needs-two' };
  // What it is about goes along, whichever kind is chosen.
  const about = button.slot === '' ? null : button.slot;
  switch (button.name) {
    case 'listenMenu':
      return [{ type: 'listeningOffered', person: me.id, protocol: null, about, where: 'in-place' }];
    case 'listenChoose':
      return offer(me, given.protocols.get(button.arg) ?? defaultProtocol(given), about, 'in-place');
    case 'listenWho': {
      const decision = offer(me, given.protocols.get(button.arg), null, 'in-place');
      if (isRefusal(decision) || button.step !== 1) return decision;
      return decision.map((event) => (event.type === 'listeningOffered' ? { ...event, isHearing: true } : event));
    }
    case 'listenInvite':
      return invite(couple, me, partner, button, given);
    case 'beginTogether':
      return invite(couple, me, partner, { ...button, step: 1 }, given);
    case 'listenKeepNote':
    case 'listenDropNote':
      return settleNote(scene, me, button);
  }
}

function invite(couple: Couple, me: Person, partner: Person, { arg, slot, step }: Button, given: Given): Decision {
  const before = couple.listening;
  if (before !== null && !hasLet(before, me)) {
    return [{ type: 'listeningTold', couple: couple.id, person: me.id }];
  }
  const wait = waitMs(me, 'listen', given.now);
  if (wait > 0) return { refusal: 'listen-too-soon', minutes: Math.ceil(wait / minuteMs) };
  const protocol = given.protocols.get(arg);
  const pace = step % 2 === 1 ? 'live' : 'apart';
  const isHearing = step >= 2;
  const [first] = protocol?.steps ?? [];
  if (protocol === undefined || first === undefined || !protocol.paces.includes(pace)) return stale;
  const about = couple.opened.some(({ round }) => round.id === readAbout(slot)[0]) ? slot : null;
  const listening: Listening = {
    id: drawRoundId(given),
    protocol: protocol.id,
    pace,
    starter: me.id,
    // Whoever asks to hear more, or to listen, listens.
    speaker: about === null && !isHearing ? me.id : partner.id,
    about,
    phase: 'invited',
    turn: 1,
    step: first.id,
    draw: drawExampleIndex(given, drawsOf),
    tick: 0,
    until: given.now + invitationMs,
    nudgeAt: null,
    timeUpAt: null,
    left: [],
    ready: [],
    drafts: {},
    option: null,
    heldAs: null,
    used: {},
    mirrored: [],
    confirmed: [],
    notes: {},
    strays: {},
    signals: [],
    swaps: {},
    said: [],
    resume: null,
    parkings: 0,
  };
  return [{ type: 'listeningInvited', couple: couple.id, listening }];
}

/** [Bewaren] and [Wissen] under what was said out of turn; at any time, for it is one's own. */
function settleNote(scene: Scene, me: Person, { name, slot, step }: Button): Decision {
  const couple = coupleOf(scene, me);
  const listening = couple?.listening ?? null;
  if (couple === null || listening?.id !== slot) return stale;
  if (!notesOf(listening, me.id).some(({ messageId }) => messageId === step)) return stale;
  return name === 'listenKeepNote'
    ? [{ type: 'noteKept', couple: couple.id, person: me.id, messageId: step }]
    : [{ type: 'noteChanged', couple: couple.id, person: me.id, messageId: step, piece: null }];
}
