import type { Row } from '../../src/store/store.js';
import type { Failed } from '../../src/telegram/send.js';

/** A row as the store gives it out at its first attempt. */
export function aRow(changes: Partial<Row> = {}): Row {
  return {
    id: 1,
    person: 7,
    lane: 'reply',
    kind: 'send',
    method: 'sendMessage',
    params: { chat_id: 77, text: 'hoi' },
    attempts: 1,
    isNudge: false,
    notBefore: null,
    dropAfter: null,
    quiet: null,
    ...changes,
  };
}

export function failed(reason: Failed['reason'], isInDoubt = false): Failed {
  return { kind: 'failed', reason, isInDoubt, error: new Error('failed') };
}
