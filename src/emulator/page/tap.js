// @ts-check

/** From letting go to the click that a finger's touch becomes. */
const CLICK_COMES_MS = 400;

let isDown = false;
/** @type {(() => void) | null} */
let waiting = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

addEventListener('pointerdown', () => (isDown = true), { capture: true });
for (const end of ['pointerup', 'pointercancel']) {
  addEventListener(end, () => {
    clearTimeout(timer);
    timer = setTimeout(settle, CLICK_COMES_MS);
  });
}
addEventListener('click', settle);

function settle() {
  clearTimeout(timer);
  isDown = false;
  const then = waiting;
  waiting = null;
  then?.();
}

/**
 * Does something that may move what is on the screen: at once, or when the tap that is under way has become a click.
 * What moves away under a finger is never clicked.
 * @param {() => void} then
 */
export function afterTap(then) {
  if (isDown) waiting = then;
  else then();
}
