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
