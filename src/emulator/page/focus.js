// @ts-check

/**
 * For a `ref`: moves the focus to an element when it appears, and never again.
 * @param {Element | undefined} element
 */
export function focusOnce(element) {
  if (!(element instanceof HTMLElement) || element.dataset['focused'] === 'yes') return;
  element.dataset['focused'] = 'yes';
  queueMicrotask(() => element.focus());
}

/**
 * Draws, and when that takes away what had the focus (a button that was tapped, a card that was opened), moves it to where
 * one goes on in the same phone. A finger gets no keyboard it did not ask for.
 * @param {() => void} draw
 */
export function keepingFocus(draw) {
  const before = document.activeElement;
  const phone = before?.closest('.phone');
  draw();
  if (!phone?.isConnected || before?.isConnected) return;
  const onward = matchMedia('(pointer: coarse)').matches ? '.log' : '.composer textarea, .composer .primary';
  queueMicrotask(() => {
    if (document.activeElement !== document.body) return;
    /** @type {HTMLElement | null} */ (phone.querySelector(onward))?.focus({ preventScroll: true });
  });
}
