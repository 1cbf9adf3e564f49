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
    keepDays: 90,
    seenOn: lastKnownDay(fieldsOf(document['person'])),
    askedToStayOn: null,
    exportedAt: null,
    consents: { voice: null, deeper: null },
    spent: { invite: [], join: [] },
    heldVoices: [],
  };
  return { ...document, person };
}

/** Version 4 knows discreet mode, which was offered to nobody before. */
export function personFrom3(document: Versioned): Versioned {
  if (document['kind'] !== 'member') return document;
  return { ...document, person: { ...fieldsOf(document['person']), discreet: null } };
}

/** Version 5 knows of leaving at a later hour, and of having been left. */
export function personFrom4(document: Versioned): Versioned {
  if (document['kind'] !== 'member') return document;
  return { ...document, person: { ...fieldsOf(document['person']), leaving: null, leftAt: null } };
}

/** Version 6 knows which gap of a stem something said fills; there were none before. */
export function personFrom5(document: Versioned): Versioned {
  return { ...document, person: outOfGaps(document['person']) };
}

/** Version 7 knows what an update brought; the start says what that is for whoever is there by then. */
export function personFrom6(document: Versioned): Versioned {
  if (document['kind'] !== 'member') return document;
  return { ...document, person: { ...fieldsOf(document['person']), news: null } };
}

/** Version 8 knows what somebody wants in private, and of which path they want no more for now. */
export function personFrom7(document: Versioned): Versioned {
  if (document['kind'] !== 'member') return document;
  return { ...document, person: { ...fieldsOf(document['person']), wishes: [], restsPath: null } };
}

/** Version 9 knows of words that go with a reply, and of lines chosen to be opened; of neither was there one before. */
export function personFrom8(document: Versioned): Versioned {
  return document;
}

/** Version 10 knows photos; nobody had said yes to them, and none waited. */
export function personFrom9(document: Versioned): Versioned {
  if (document['kind'] === 'stranger') return document;
  const person = fieldsOf(document['person']);
  const consents = { ...fieldsOf(person['consents']), photo: null };
  const held = document['kind'] === 'member' ? { heldPhoto: null } : {};
  return { ...document, person: { ...person, consents, ...held } };
}

/** Version 11 knows postcards; nobody had given one, and nobody had said they want none. */
export function personFrom10(document: Versioned): Versioned {
  if (document['kind'] !== 'member') return document;
  const none = { postcard: null, gavePostcard: null, postcardsGot: [], wantsPostcards: true };
  return { ...document, person: { ...fieldsOf(document['person']), ...none } };
}

/** Version 13 knows of a yes to a room, which nobody had given. */
export function personFrom12(document: Versioned): Versioned {
  return document;
}

/** Of an older version only the days are known on which somebody agreed and last met the rhythm. */
function lastKnownDay(person: Readonly<Record<string, unknown>>): string {
  const agreedAt = Number(fieldsOf(person['consent'])['at']);
  const agreedOn = Number.isFinite(agreedAt) ? new Date(agreedAt).toISOString().slice(0, 10) : '1970-01-01';
  const servedOn = person['servedDate'];
  return typeof servedOn === 'string' && servedOn > agreedOn ? servedOn : agreedOn;
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

/** Version 3 knows of each opened round how long it may be kept, and listening rounds. */
export function coupleFrom2(document: Versioned): Versioned {
  const opened = listOf(document['opened']).map((item) => ({ ...fieldsOf(item), keepDays: 90 }));
  return { ...document, opened, listening: null, heard: null };
}

/** Version 4 no longer notes who was told what Telegram may do with a voice note: the consent to voice says it. */
export function coupleFrom3(document: Versioned): Versioned {
  if (document['listening'] === null) return document;
  const known = Object.entries(fieldsOf(document['listening'])).filter(([field]) => field !== 'voiceWarned');
  return { ...document, listening: Object.fromEntries(known) };
}

/** Version 5 knows when whoever invited is asked to share the link again; of an earlier invite nobody is asked that. */
export function coupleFrom4(document: Versioned): Versioned {
  if (document['invite'] === null) return document;
  return { ...document, invite: { ...fieldsOf(document['invite']), askAt: null } };
}

/** Version 6 has room for an agreement of each of the two. */
export function coupleFrom5(document: Versioned): Versioned {
  if (document['heard'] === null) return document;
  const { plan, ...heard } = fieldsOf(document['heard']);
  return { ...document, heard: { ...heard, plans: plan === null ? [] : [plan] } };
}

/** Version 7 knows of gaps too, and of each opened round who gave one of its replies. */
export function coupleFrom6(document: Versioned): Versioned {
  const opened = listOf(document['opened']).map((item) => ({ ...fieldsOf(item), replied: [] }));
  return { ...document, opened, listening: outOfGaps(document['listening']), heard: outOfGaps(document['heard']) };
}

/** Version 8 knows of paths; what two people practised before it was not written down. */
export function coupleFrom7(document: Versioned): Versioned {
  return {
    ...document,
    path: null,
    done: {},
    proposeAt: null,
    proposal: null,
    proposed: [],
    matchAt: null,
    practised: { breather: null, listening: null },
  };
}

/** Version 12 knows of sheets, of which nothing was filled in. */
export function personFrom11(document: Versioned): Versioned {
  return document;
}

/** Version 14 knows of a wish to keep a page; there was none. */
export function personFrom13(document: Versioned): Versioned {
  return document;
}

/** Version 11 knows of rounds of patience, and of those that are sealed once; there were none. */
export function coupleFrom10(document: Versioned): Versioned {
  return document;
}

/** Version 12 knows a room; nobody had one, and no question was asked to be opened there. */
export function coupleFrom11(document: Versioned): Versioned {
  return { ...document, room: null };
}

/** Version 13 knows of what opens to each at their own hour; everything had opened to both. */
export function coupleFrom12(document: Versioned): Versioned {
  return document;
}

/** Version 14 knows of rituals; there were none. */
export function coupleFrom13(document: Versioned): Versioned {
  return { ...document, rituals: [] };
}

/** Version 15 knows of rituals that somebody wants no reminder of; there were none. */
export function personFrom14(document: Versioned): Versioned {
  const person = fieldsOf(document['person']);
  return document['kind'] === 'member' ? { ...document, person: { ...person, quietRituals: [] } } : document;
}

/** Version 16 knows when somebody was told what is not said over and over; nobody had been told that way. */
export function personFrom15(document: Versioned): Versioned {
  const person = fieldsOf(document['person']);
  return document['kind'] === 'member' ? { ...document, person: { ...person, hinted: {} } } : document;
}

/** Version 15 knows what both keep and are asked after again. What was kept before is not: its words are in the books alone. */
export function coupleFrom14(document: Versioned): Versioned {
  return { ...document, agreements: [], keeping: [] };
}

/** Version 2 of an entry knows of gaps. */
export function bookFrom1(document: Versioned): Versioned {
  return { ...document, answer: outOfGaps(document['answer']) };
}

/** Version 9 knows of photos in what a path shows again; there were none. */
export function coupleFrom8(document: Versioned): Versioned {
  return document;
}

/** Version 10 knows of pages that both keep, or that were taken out; there were none. */
export function coupleFrom9(document: Versioned): Versioned {
  return document;
}

/** Version 3 of an entry knows of lines chosen to be opened; there were none. */
export function bookFrom2(document: Versioned): Versioned {
  return document;
}

/** Version 4 of an entry knows of photos; there were none. */
export function bookFrom3(document: Versioned): Versioned {
  return document;
}

/** Version 5 of an entry knows when both last kept its page; nobody had. */
export function bookFrom4(document: Versioned): Versioned {
  return { ...document, keptAt: null };
}

/** Version 6 of an entry knows of sheets; there were none. */
export function bookFrom5(document: Versioned): Versioned {
  return document;
}

/** The same, with every piece in it in no gap, wherever it lies. */
function outOfGaps(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(outOfGaps);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.fromEntries(Object.entries(value).map(([name, field]) => [name, outOfGaps(field)]));
  const isPiece = (fields['kind'] === 'text' || fields['kind'] === 'voice') && 'messageId' in fields;
  return isPiece ? { ...fields, at: null } : fields;
}

/** Version 2 knows its receiver's quiet hours; what was written before went at any hour. */
export function payloadFrom1(document: Versioned): Versioned {
  return { ...document, quiet: null };
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

/** Version 2 says until when something may be laid in a room. Of what waited in version 1 that is unknown: it opens in two chats. */
export function roomTaskFrom1(document: Versioned): Versioned {
  const task = fieldsOf(document['task']);
  return task['kind'] === 'post' ? { ...document, task: { ...task, until: 0, blank: '…' } } : document;
}
