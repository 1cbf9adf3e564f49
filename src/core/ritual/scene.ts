import type { Instant, LocalDate, PersonId, RoundId } from '../ids.js';

/** The fields of `Couple` that rituals own. */
export interface RitualPart {
  readonly rituals: readonly Ritual[];
}

/**
 * Something that the two do regularly, at a moment that both tapped and both said yes to. It lives as long as its page.
 */
export interface Ritual {
  /** The round in which both tapped it. */
  readonly id: RoundId;
  readonly scenario: string;
  /** The option of the moments: a day of the week and a part of that day. */
  readonly moment: string;
  readonly every: Every;
  readonly agreedAt: Instant;
  readonly until: Instant;
  /** The local date of each one's last reminder, told or let pass. */
  readonly met: Readonly<Record<PersonId, LocalDate>>;
}

/** Of a month, its first such day of the week. */
export type Every = 'week' | 'month';
