/** What is said in the next so many minutes is the postcard. */
export const askedMs = 10 * 60_000;
/** Until then it can be taken back. */
export const holdMs = 20_000;
/** One that is not given by then is forgotten. */
export const draftKeptMs = 2 * 24 * 3_600_000;
/** One that arrived can be thanked for and answered, as opened answers can. */
export const answerableMs = 24 * 3_600_000;
