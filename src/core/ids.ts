/** Epoch milliseconds on the bot's clock. */
export type Instant = number;

/** A local calendar day, `2026-11-23`. */
export type LocalDate = string;

export type PersonId = number;

export type CoupleId = number;

export type RoundId = string;

/** For how many days somebody wants what opened to be kept. */
export type KeepDays = 7 | 30 | 90 | 365;
