// @ts-check

const narrow = matchMedia('(max-width: 719px)');

/** Whether the screen is too narrow for two phones beside each other. */
export const showsOnePhone = () => narrow.matches;

/**
 * Brings a phone into view on a narrow screen; beside each other they both are.
 * @param {0 | 1 | 2} index
 */
export function showPhone(index) {
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const phones = document.querySelector('.phones');
  phones?.scrollTo({ left: index * phones.clientWidth, behavior: isCalm ? 'auto' : 'smooth' });
}

/**
 * Tells which phone a swipe came to rest on.
 * @param {(index: 0 | 1 | 2) => void} onRest
 */
export function whenSwiped(onRest) {
  return (/** @type {Event} */ event) => {
    const phones = /** @type {HTMLElement} */ (event.target);
    if (!phones.classList.contains('phones') || phones.scrollWidth <= phones.clientWidth + 1) return;
    const place = phones.scrollLeft / phones.clientWidth;
    if (Math.abs(place - Math.round(place)) < 0.02) onRest(/** @type {0 | 1 | 2} */ (Math.round(place)));
  };
}
