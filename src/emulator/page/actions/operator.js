// @ts-check
/** @import { ChatView, Fault, NewPerson } from '../../contract.ts' */
/** @import { Basics } from './actions.js' */
import { control } from '../control.js';
import { ensureTwoPeople, addSecondPerson } from '../people.js';
import { shownGroup } from '../groups.js';
import { shownChats } from '../state.js';
import { otherTheme, remembered, showTheme } from '../theme.js';

/**
 * What a hand outside the two phones does: people, the clock, faults, and the page itself.
 * @param {Basics} basics
 */
export function operatorActions({ model, changed, attempt }) {
  /** @param {() => Promise<unknown>} work */
  const attemptAnywhere = (work) => {
    const chats = shownChats(model);
    return attempt((model.active === 2 ? shownGroup(model)?.id : chats[model.active]?.person.id) ?? 0, work);
  };

  return {
    /**
     * @param {ChatView} chat
     * @param {Partial<NewPerson>} changes
     */
    changePerson: (chat, changes) => attempt(chat.person.id, () => control.changePerson(chat.person.id, changes)),

    /** @param {ChatView} chat */
    toggleBlock: (chat) => attempt(chat.person.id, () => control.block(chat.person.id, !chat.hasBlockedBot)),

    addSecondPerson: () => attemptAnywhere(() => addSecondPerson(model.language)),

    /**
     * @param {0 | 1} index
     * @param {number} personId
     */
    showPerson(index, personId) {
      const [first, second] = shownChats(model).map((chat) => chat?.person.id ?? null);
      const other = index === 0 ? second : first;
      const freed = index === 0 ? first : second;
      const kept = other === personId ? freed : other;
      model.chosen = index === 0 ? [personId, kept ?? null] : [kept ?? null, personId];
      changed();
    },

    /** @param {{ advanceMs: number } | { setToMs: number }} change */
    moveClock(change) {
      model.isClockOpen = false;
      changed();
      return attemptAnywhere(() => control.clock(change));
    },

    /** @param {Fault} fault */
    toggleFault(fault) {
      const same = (model.server?.faults ?? []).filter((known) => isSwitchFor(fault, known));
      return attemptAnywhere(async () => {
        if (same.length === 0) await control.addFault(fault);
        for (const { id } of same) if (id !== undefined) await control.removeFault(id);
      });
    },

    /** @param {number} id */
    removeFault: (id) => attemptAnywhere(() => control.removeFault(id)),

    duplicateNextUpdate: () => attemptAnywhere(() => control.disturbUpdates({ duplicate: 1 })),

    toggleLimits: () => attemptAnywhere(() => control.limits(!model.server?.limits)),

    /** The first tap asks, the second one does it. */
    async reset() {
      model.isResetArmed = !model.isResetArmed;
      changed();
      if (model.isResetArmed) return;
      model.phones.clear();
      model.chosen = [null, null];
      model.group = model.speaker = null;
      if (model.active === 2) model.active = 0;
      await attemptAnywhere(async () => {
        await control.reset();
        await ensureTwoPeople(model.language);
      });
    },

    /** @param {'isDrawerOpen' | 'isClockOpen' | 'isPersonOpen' | 'showsPolling'} part */
    toggle(part) {
      model[part] = !model[part];
      model.isResetArmed = false;
      changed();
    },

    /** @param {'nl' | 'en'} language */
    speak(language) {
      model.language = language;
      remembered.write('language', language);
      changed();
    },

    switchTheme() {
      model.theme = otherTheme(model.theme);
      showTheme(model.theme);
      changed();
    },
  };
}

/**
 * Whether a fault in force is the one this switch makes: of its kind, on everything, for ever.
 * @param {Fault} wanted
 * @param {Fault} known
 */
export function isSwitchFor(wanted, known) {
  const isEverywhere = known.method === undefined && known.chatId === undefined;
  return known.kind === wanted.kind && isEverywhere && known.times === undefined && known.probability === undefined;
}
