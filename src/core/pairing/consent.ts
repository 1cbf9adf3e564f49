import type { Consent, Person } from '../scene.js';

/** What people agree to: the terms before anything else, and later, each at its first use, what asks for more. */

/** The version of the terms that people agree to today; its text stands in texts/, and a test holds the two together. */
export const consentVersion = 2;

export type LaterConsent = keyof Person['consents'];

const laterVersions: Readonly<Record<LaterConsent, number>> = { voice: 1, photo: 1, deeper: 1, room: 1 };

export function agreedNow(what: 'terms' | LaterConsent, at: number): Consent {
  return { version: what === 'terms' ? consentVersion : laterVersions[what], at };
}

/** Whether somebody agreed to the terms as they are now. Whoever agreed to earlier ones is asked again. */
export function hasAgreed({ consent }: Person): boolean {
  return consent?.version === consentVersion;
}

export function hasAllowed({ consents }: Person, what: LaterConsent): boolean {
  return consents[what]?.version === laterVersions[what];
}
