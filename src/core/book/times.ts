/** So long a page shows both halves: after its question, and again after both last kept it. */
export const pageMs = 180 * 24 * 3_600_000;
