/** Telegram answered, and the answer is no. Carries nothing of what was sent. */
export class TelegramRefusal extends Error {
  override readonly name = 'TelegramRefusal';

  constructor(
    readonly method: string,
    readonly code: number,
    /** Telegram's own sentence; it can quote an address or an id, so it is read, never logged. */
    readonly description: string,
    readonly retryAfterMs: number | null,
    readonly hasMigrated: boolean,
    /** The id that the group has now, where Telegram says so. */
    readonly migratedTo: string | null = null,
  ) {
    super(`${method} was refused with ${code}`);
  }
}

/** No answer came, or none that could be read. */
export class TelegramUnheard extends Error {
  override readonly name = 'TelegramUnheard';

  constructor(
    readonly method: string,
    /** The network's own word for it: ECONNREFUSED, timeout, unreadable … */
    readonly code: string,
    /** True when the request may have reached Telegram, so that its effect may have happened. */
    readonly isInDoubt: boolean,
  ) {
    super(`${method} was not answered: ${code}`);
  }
}

/** A drawing that cannot be made, so that nothing was sent. Carries nothing of its words. */
export class Undrawable extends Error {
  override readonly name = 'Undrawable';

  constructor(
    /** `letters`: the font has not all that its words hold, or they are too many; `renderer`: it failed, or is not there. */
    readonly code: 'letters' | 'renderer',
  ) {
    super(`a drawing was not made: ${code}`);
  }
}

/** The bot cannot go on; the message is a sentence for whoever runs it. */
export class Fatal extends Error {
  override readonly name = 'Fatal';
}

const wrongToken =
  'Telegram does not know this bot token. Check BOT_TOKEN: @BotFather shows the right one under /mybots, API Token.';

/** The sentence to stop with when an error means that no later attempt can succeed, else null. */
export function fatalFrom(error: unknown): Fatal | null {
  if (error instanceof Fatal) return error;
  if (!(error instanceof TelegramRefusal)) return null;
  // A token that is no token at all gives 404, and so does a method that does not exist.
  const isTokenRefused = error.code === 401 || (error.code === 404 && !/method/i.test(error.description));
  return isTokenRefused ? new Fatal(wrongToken) : null;
}

export function isWebhookInTheWay(error: unknown): boolean {
  return error instanceof TelegramRefusal && error.code === 409 && /webhook/i.test(error.description);
}
