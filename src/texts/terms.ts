/**
 * The day of the terms as they are now: the welcome and the text behind [Alles lezen]. Whoever changes what they mean
 * raises `consentVersion` in core/pairing/consent.ts with it, so that everybody is asked again, and says in `termsChanged` what
 * is new.
 */
export const termsDate = { nl: '26 november 2026', en: '26 November 2026' } as const;
