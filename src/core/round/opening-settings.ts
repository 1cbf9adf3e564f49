import { pickNext, showChoices } from './choose.js';
import type { Button, ButtonOf } from '../buttons.js';
import type { Decision } from '../event.js';
import { openingMinutes, sayYes } from './opening.js';
import { chooseHelp } from './pace.js';
import { hasAllowed } from '../pairing/consent.js';
import { coupleOf } from '../person.js';
import type { Person, Scene } from '../scene.js';
import type { Given } from '../given.js';

/** What the two decide about their rounds, by buttons. Of each it is the more careful wish that counts, and nobody is told whose. */
export function pressShared(scene: Scene, me: Person, button: Button<ButtonOf<'shared'>>, given: Given): Decision {
  switch (button.name) {
    case 'openYes':
      return sayYes(scene, me, button, given.now);
    case 'chooseNext':
      return showChoices(scene, me, given);
    case 'pickNext':
      return pickNext(scene, me, button.arg, given);
    case 'wouldHelp':
      return chooseHelp(scene, me, button, given.now);
    case 'openingHour':
      return [{ type: 'openingHourAsked', person: me.id }];
    case 'setOpeningHour':
      return chooseOpeningHour(me, button.arg);
    case 'deeper':
      return [{ type: 'deeperAsked', person: me.id, isOn: hasAllowed(me, 'deeper') }];
    case 'canSayNo':
      return [{ type: 'deeperChosen', person: me.id, how: button.arg === 'yes' ? 'on' : 'kept-off', at: given.now }];
    case 'notDeeper':
      return [{ type: 'deeperChosen', person: me.id, how: 'off', at: given.now }];
    case 'apart':
    case 'together':
      return chooseApart(scene, me, button.name === 'apart');
  }
}

function chooseOpeningHour(me: Person, arg: string): Decision {
  const minute = openingMinutes.find((one) => String(one) === arg) ?? null;
  if (minute === null && arg !== '') return { refusal: 'stale-button' };
  return [{ type: 'openingHourChosen', person: me.id, minute }];
}

function chooseApart(scene: Scene, me: Person, isApart: boolean): Decision {
  const couple = coupleOf(scene, me);
  if (couple?.pairedAt == null) return { refusal: 'not-paired' };
  return [{ type: 'apartChosen', couple: couple.id, person: me.id, isApart }];
}
