import { isOver } from './overlap.js';
import type { Button, ButtonOf } from '../buttons.js';
import type { Decision, Event } from '../event.js';
import { answerOf, coupleOf, isEmpty } from '../person.js';
import { laterMoment } from '../rhythm/rhythm.js';
import { isSpent } from './once.js';
import { pressSheet } from './sheet-taps.js';
import type { Answer, Person, Round, Scene } from '../scene.js';
import type { Given } from '../given.js';
import type { Instant } from '../ids.js';
import { liveRound, isFinal, questionFor } from './live-round.js';
import { keepToMyself, withdraw, seal, sealChosen, finish, sealedAlready } from './sealing.js';
import { toggle, emptied, skipLine, pick, changed } from './draft.js';

/** A button of a prompt, a draft card or a sealed card. */
export function pressRound(scene: Scene, me: Person, button: Button<ButtonOf<'round'>>, given: Given): Decision {
  const couple = coupleOf(scene, me);
  const round = liveRound(couple, button.slot);
  if (couple === null || round === null) return { refusal: 'stale-button' };
  if (isOver(couple, me, round)) return { refusal: 'stale-button' };
  const answer = answerOf(me, round.id);
  const isSecondTap = (button.name === 'sealChosen' || button.name === 'seal') && answer.step === button.step + 1;
  if (round.once !== undefined && (isFinal(answer) || isSpent(answer))) {
    return isSecondTap && isFinal(answer) ? [] : { refusal: 'sealed-once' };
  }
  if (button.name === 'seal') return seal(scene, me, couple, round, button, given);
  if (button.name === 'sealChosen') return sealChosen(scene, me, couple, round, button, given);
  if (button.name === 'withdraw') {
    if (isFinal(answer)) return withdraw(me, round);
    return answer.step === button.step + 1 ? [] : { refusal: 'stale-button' };
  }
  if (button.name === 'keepAsIs') {
    const isNow = button.step === answer.step && !isFinal(answer);
    return isNow ? [{ type: 'ownPartKept', person: me.id, round: round.id }] : [];
  }
  if (isFinal(answer)) return sealedAlready(round, answer);
  switch (button.name) {
    case 'restart':
      if (button.step !== answer.step) return isEmpty(answer) ? [] : { refusal: 'stale-button' };
      return changed(me, round, emptied(answer), 'cleared');
    case 'fillIn':
    case 'row':
    case 'rowPass':
    case 'rowBack':
      return pressSheet(me, round, { ...button, name: button.name }, given);
    case 'skipLine':
      return skipLine(me, round, button.arg, given.scenarios);
    case 'toggleLine':
      return toggle(me, round, button, given.scenarios);
    case 'keepToMyself':
      return keepToMyself(me, round);
    case 'notYet':
    case 'live':
      // Of what is sealed once, a pass looks like silence.
      if (round.once !== undefined) return { refusal: 'stale-button' };
      return finish(scene, me, couple, round, button.name === 'live' ? 'live' : 'not-yet', given.now);
    case 'skip':
      return answer.state === 'skipped' ? [] : skip(me, round);
    case 'later':
      return questionFor(couple, me)?.id === round.id ? postpone(me, round, given.now) : { refusal: 'stale-button' };
    case 'else':
      return [{ type: 'otherWaysShown', person: me.id, round: round.id }];
    case 'back':
      return [{ type: 'waysClosed', person: me.id, round: round.id }];
    case 'openPrompt':
      return [{ type: 'promptUnfolded', person: me.id, round: round.id }];
    case 'group':
      return [{ type: 'groupOpened', person: me.id, round: round.id, group: button.arg }];
    case 'pick':
      return pick(me, round, button, given.scenarios.get(round.scenario));
  }
}

function skip(me: Person, round: Round): Decision {
  const answer = answerOf(me, round.id);
  const skipped: Answer = { ...answer, state: 'skipped', step: answer.step + 1 };
  return [{ type: 'promptSkipped', person: me.id, round: round.id, answer: skipped }];
}

/** [Later]; a double tap changes nothing. */
function postpone(me: Person, round: Round, now: Instant): Decision {
  const until = laterMoment(me, now);
  const isKnown = me.later?.round === round.id && me.later.at === until;
  const postponed: Event = { type: 'promptPostponed', person: me.id, round: round.id, until };
  const dropped: Event = { type: 'pendingDropped', person: me.id };
  return [...(isKnown ? [] : [postponed]), ...(me.pending?.what === 'short' ? [dropped] : [])];
}
