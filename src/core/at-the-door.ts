import { type Button, type ButtonOf } from './buttons.js';
import { type Command } from './command.js';
import { hasAgreed } from './pairing/consent.js';
import { settleWords } from './help/heavy-words.js';
import type { Decision, Event } from './event.js';
import { goOn, refusalAsEvent, stop } from './leaving/exits.js';
import { agree, agreeFirst } from './pairing/pairing.js';
import type { Person, Scene } from './scene.js';
import type { Given } from './given.js';

/** Buttons that need no consent: the terms, the way in, help, and the ways out. */

export type Press = Extract<Command, { type: 'press' }>;

export function pressAtTheDoor(
  scene: Scene,
  me: Person,
  button: Button<ButtonOf<'door'>>,
  given: Given,
  { sender, code }: Press,
): Decision {
  switch (button.name) {
    case 'agree':
      return wentOn(me, agree(scene, me, sender, code, given));
    case 'readAll':
      return [{ type: 'termsShown', person: me.id, code, typed: button.step }];
    case 'language':
      return [
        { type: 'languageChosen', person: me.id, language: button.arg === 'en' ? 'en' : 'nl' },
        { type: 'welcomed', person: me.id, name: sender.name, code, typed: button.step },
      ];
    case 'notNow':
      return [{ type: 'declined', person: me.id }];
    case 'pairUp':
      if (!hasAgreed(me)) return agreeFirst(given);
      return code === null ? { refusal: 'stale-button' } : wentOn(me, agree(scene, me, sender, code, given));
    case 'helplines':
      return [{ type: 'informed', person: me.id, about: 'helplines' }];
    case 'showHelp':
      return [{ type: 'informed', person: me.id, about: button.arg === 'suicide' ? 'suicide' : 'violence' }];
    case 'otherCountries':
    case 'ownCountry':
      return showCountries(me, { ...button, name: button.name });
    case 'forPartner':
    case 'forMe':
    case 'wipeTyped':
      return settleWords(scene, me, { ...button, name: button.name });
    case 'removeNow':
      return [putAway(me, button)];
    case 'unfold':
      return [{ type: 'foldOpened', person: me.id, fold: button.slot }];
    case 'stop':
      return stop(me);
  }
}

/** The page stays where it is, and goes away when it would have. */
function showCountries(me: Person, button: Button<'otherCountries' | 'ownCountry'>): Decision {
  const about = (['helplines', 'violence', 'suicide'] as const).find((one) => one === button.arg);
  if (about === undefined) return { refusal: 'stale-button' };
  const lands = button.name === 'otherCountries' ? 'other' : 'own';
  return [{ type: 'countriesShown', person: me.id, about, lands, slot: button.slot, typed: button.step }];
}

export function putAway({ id }: Person, { slot, step }: Button): Event {
  return { type: 'briefRemoved', person: id, slot, typed: step };
}

/** /start after /stop, or after blocking the bot, goes on where it was. */
export function wentOn(me: Person, decision: Decision): Decision {
  const back = goOn(me);
  return back.length === 0 ? decision : [...back, ...refusalAsEvent(me, decision)];
}
