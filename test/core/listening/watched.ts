import { expect } from 'vitest';
import type { Command } from '../../../src/core/command.js';
import type { Event } from '../../../src/core/event.js';
import type { PersonId } from '../../../src/core/ids.js';
import type { Happening } from '../memory.js';
import type { Rules } from '../stage.js';
import {
  checkAlike,
  checkCouple,
  checkDelivered,
  checkLeft,
  checkPens,
  checkSecondTap,
  checkStop,
  checkWords,
  coupleWith,
  followHold,
  pensOf,
  type Memory,
} from './invariants.js';

/** Rules of which every single command is looked at: who said what with which pen in hand, and whether all still holds. */

/** The same rules, with every command looked at; `events` is all that ever happened. */
export interface Watched {
  readonly rules: Rules;
  readonly events: readonly Event[];
}

export function watched(rules: Rules): Watched {
  const memory: Memory = { words: new Map(), delivered: new Set(), heldAt: null };
  const events: Event[] = [];

  /** Plays one command, and looks at what came of it. */
  function look(play: () => void, by: PersonId | null, isStop = false): Happening {
    const before = rules.couples();
    const silent = [1, 2].filter((id) => id !== by && rules.personOf(id).hasStopped);
    const happening = rules.begin();
    play();
    events.push(...happening.events);
    for (const heard of happening.heard) {
      followHold(memory, heard);
      checkWords(memory, heard, before);
      checkDelivered(heard);
      checkLeft(heard, before);
      expect(silent, 'invariant 5: nothing to who stopped').not.toContain(heard.notice.to);
    }
    checkPens(happening);
    checkAlike(happening);
    if (isStop && by !== null) checkStop(rules, happening, by);
    for (const couple of rules.couples()) if (!before.includes(couple)) checkCouple(memory, couple);
    return happening;
  }

  const watching: Rules = {
    ...rules,
    perform: (command, by, card = null) => {
      const note = () => {
        if (by !== null) noteWord(memory, rules, command, by);
      };
      // What has come due is told first, so that a word is never noted in a state that is about to pass.
      look(() => {
        rules.passTo(rules.now());
      }, null);
      note();
      look(
        () => {
          rules.perform(command, by, card);
        },
        by,
        command.type === 'stop',
      );
    },
    press: (button, by, sender) => {
      watching.passTo(rules.now());
      const press = () => {
        rules.press(button, by, sender);
      };
      look(press, by);
      checkSecondTap(rules, button, by, () => look(press, by));
    },
    passTo: (at) => {
      look(() => {
        rules.passTo(at);
      }, null);
    },
    jump: (delayMs) => {
      look(() => {
        rules.jump(delayMs);
      }, null);
    },
    comeBack: () => {
      look(() => {
        rules.comeBack();
      }, null);
    },
  };
  return { rules: watching, events };
}

function noteWord({ words }: Memory, rules: Rules, command: Command, by: PersonId): void {
  const couple = coupleWith(rules.couples(), by);
  const listening = couple?.listening ?? null;
  const holds = couple !== undefined && listening !== null && pensOf(couple, listening).includes(by);
  const pen = holds ? listening.id : null;
  if (command.type === 'say') {
    const { speech, messageId } = command;
    words.set(speech.kind === 'text' ? speech.text : speech.fileId, { by, messageId, pen });
  }
  if (command.type === 'editSaid') {
    // Said out of turn and edited in one's turn, it is still what was said out of turn.
    const edited = [...words.values()].find((word) => word.by === by && word.messageId === command.messageId);
    words.set(command.text, { by, messageId: command.messageId, pen: edited?.pen === pen ? pen : null });
  }
}
