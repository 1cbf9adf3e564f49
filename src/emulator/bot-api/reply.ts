/** What a method of the Bot API answers: a result, or a no with Telegram's own words. */
export type Reply = { ok: true; result: unknown } | Refusal;

export interface Refusal {
  ok: false;
  code: number;
  description: string;
  parameters?: { retry_after: number } | { migrate_to_chat_id: number };
  /** The call itself was wrong, whatever the state of the chat: a defect of the bot. */
  isWrongCall: boolean;
}

export function ok(result: unknown): Reply {
  return { ok: true, result };
}

/** Telegram says no because of how things stand. */
export function refuse(code: 400 | 401 | 403 | 404 | 409, description: string): Refusal {
  return { ok: false, code, description, isWrongCall: false };
}

/** A call no correct bot makes. */
export function wrongCall(description: string, code: 400 | 404 | 413 = 400): Refusal {
  return { ok: false, code, description, isWrongCall: true };
}

export function tooManyRequests(retryAfterSeconds: number): Refusal {
  return {
    ok: false,
    code: 429,
    description: `Too Many Requests: retry after ${retryAfterSeconds}`,
    parameters: { retry_after: retryAfterSeconds },
    isWrongCall: false,
  };
}

export function migrated(toChatId: number): Refusal {
  return {
    ok: false,
    code: 400,
    description: 'Bad Request: group chat was upgraded to a supergroup chat',
    parameters: { migrate_to_chat_id: toChatId },
    isWrongCall: false,
  };
}

export function isRefusal(value: object | null | undefined): value is Refusal {
  return typeof value === 'object' && value !== null && 'isWrongCall' in value;
}

/** The body Telegram sends for a reply. */
export function printReply(reply: Reply): string {
  if (reply.ok) return `{"ok":true,"result":${JSON.stringify(reply.result)}}`;
  const { code, description, parameters } = reply;
  return JSON.stringify({ ok: false, error_code: code, description, ...(parameters && { parameters }) });
}
