// @ts-check
/** @import { ControlEvent } from '../contract.ts' */

const FIRST_WAIT_MS = 300;
const LONGEST_WAIT_MS = 3_000;

/**
 * Listens to the emulator for as long as the page lives. The server sends the whole state first on every connection,
 * so whatever was missed while it was gone comes with the reconnect.
 * @param {{ onEvent: (event: ControlEvent) => void, onLost: () => void }} listener
 */
export function listen({ onEvent, onLost }) {
  let waitMs = FIRST_WAIT_MS;
  const connect = () => {
    const source = new EventSource('/control/events');
    source.onmessage = (message) => {
      waitMs = FIRST_WAIT_MS;
      onEvent(JSON.parse(message.data));
    };
    source.onerror = () => {
      source.close();
      onLost();
      setTimeout(connect, waitMs);
      waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
    };
  };
  connect();
}
