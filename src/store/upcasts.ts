/** How a sealed document of an older version becomes the next. Fields are only ever filled in with what they meant before. */

export type Versioned = Readonly<Record<string, unknown>> & { readonly v: number };

/** Version 2 knows holidays, reminders, deeper questions, opening hours and wishes. */
export function personFrom1(document: Versioned): Versioned {
  if (document['kind'] !== 'member') return document;
  const person = {
    ...fieldsOf(document['person']),
    wantsDeeper: false,
    revealMinute: null,
    wish: null,
    holidayUntil: null,
    wantsReminders: false,
    remindedOf: null,
  };
  return { ...document, person };
}

/**
 * Version 3 knows of each consent when it was given. «Iets dieper» had no date in version 2, and a yes without a date
 * shows nothing: it is off until it is given again.
 */
export function personFrom2(document: Versioned): Versioned {
  if (document['kind'] !== 'member') return document;
  const known = Object.entries(fieldsOf(document['person'])).filter(([field]) => field !== 'wantsDeeper');
  const person = {
    ...Object.fromEntries(known),
    consents: { voice: null, deeper: null },
    spent: { invite: [], join: [], export: [] },
    heldVoices: [],
  };
  return { ...document, person };
}

/** Version 2 knows what is on its way to open, what was left, whose turn it is, and a breather; and every round its depth, till then light. */
export function coupleFrom1(document: Versioned): Versioned {
  return {
    ...document,
    round: document['round'] === null ? null : withDepth(document['round']),
    rested: listOf(document['rested']).map(inRound),
    opened: listOf(document['opened']).map(inRound),
    unanswered: 0,
    hasLetPass: false,
    isApart: false,
    openings: [],
    isLightNext: false,
    picked: null,
    turn: null,
    breather: null,
    resumption: null,
  };
}

/** Version 2 knows its receiver's quiet hours; what was written before went at any hour. */
export function payloadFrom1(document: Versioned): Versioned {
  return { ...document, quiet: null };
}

/** Version 3 knows listening rounds. */
export function coupleFrom2(document: Versioned): Versioned {
  return { ...document, listening: null, heard: null };
}

function inRound(item: unknown): object {
  const fields = fieldsOf(item);
  return { ...fields, round: withDepth(fields['round']) };
}

/** No question deeper than 2 was ever asked by version 1. */
function withDepth(round: unknown): object {
  return { ...fieldsOf(round), depth: 1 };
}

/** What is not of the right shape is left for the check that follows to refuse. */
function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
