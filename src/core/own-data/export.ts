import { exportParts, type PartsExported } from '../parts.js';
import { personExported, type PersonExported } from '../person-fields.js';
import type { ExportScope } from './event.js';
import { spentAlone } from '../pairing/spent.js';
import { coupleOf } from '../person.js';
import type { Couple, Person, Scene } from '../scene.js';
import type { Instant } from '../ids.js';

/**
 * All that is kept of one person, for that person: their own words, settings and consent, and since when they are paired.
 * Nothing of the partner goes along, not even a name: that is the partner's own (GDPR art. 15(4)). It comes in two parts:
 * first what is open, and what is closed when it is asked for once more.
 */
export interface ExportSaid extends PartsExported {
  readonly at: Instant;
  readonly scope: ExportScope;
  readonly person: PersonExported;
  readonly pair: PairExported | null;
}

export interface PairExported {
  /** Null while the partner has not joined. */
  readonly since: Instant | null;
  /** Set by one of them, and told to nobody: not among what is open. */
  readonly isApart?: boolean;
  readonly inviteUntil: Instant | null;
}

export function exportOf(scene: Scene, me: Person, at: Instant, scope: ExportScope = 'all'): ExportSaid {
  const couple = coupleOf(scene, me);
  const person = personExported(me, scope);
  return {
    at,
    scope,
    person: person.spent === undefined ? person : { ...person, spent: spentAlone(me) },
    pair: couple === null ? null : pairOf(couple, scope),
    ...exportParts(scene, me, scope),
  };
}

function pairOf({ pairedAt, isApart, invite }: Couple, scope: ExportScope): PairExported {
  const [since, inviteUntil] = [pairedAt, invite?.expiresAt ?? null];
  return scope === 'open' ? { since, inviteUntil } : { since, isApart, inviteUntil };
}
