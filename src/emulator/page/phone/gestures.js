// @ts-check
/** @import { Phone } from './phone.js' */

const REPLY_AT_PX = 56;
const LONG_PRESS_MS = 480;

/**
 * A finger on a bubble: pulling it to the left answers it, resting on it opens its menu.
 * @param {Phone} phone
 */
export function followGestures({ chat, act }) {
  return (/** @type {PointerEvent} */ down) => {
    const target = /** @type {Element} */ (down.target);
    const element = /** @type {HTMLElement | null} */ (target.closest('.message'));
    const message = chat.messages.find(({ messageId }) => String(messageId) === element?.dataset['message']);
    if (down.pointerType !== 'touch' || !element || !message || target.closest('button, a, [role=button]')) return;

    const hold = setTimeout(() => {
      leave();
      act.change(chat, { menuFor: message.messageId });
    }, LONG_PRESS_MS);
    const stopping = new AbortController();
    const leave = () => {
      clearTimeout(hold);
      stopping.abort();
      element.style.transform = '';
    };
    const follow = (/** @type {PointerEvent} */ move) => {
      const pulled = Math.min(0, Math.max(-REPLY_AT_PX * 1.4, move.clientX - down.clientX));
      if (Math.abs(move.clientX - down.clientX) > 8 || Math.abs(move.clientY - down.clientY) > 8) clearTimeout(hold);
      element.style.transform = `translateX(${pulled}px)`;
    };
    const end = (/** @type {PointerEvent} */ up) => {
      leave();
      if (down.clientX - up.clientX < REPLY_AT_PX) return;
      act.reply(chat, message);
    };
    addEventListener('pointermove', follow, stopping);
    addEventListener('pointerup', end, stopping);
    addEventListener('pointercancel', leave, stopping);
  };
}
