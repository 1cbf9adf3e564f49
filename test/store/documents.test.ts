import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Room } from '../../src/core/room/scene.js';
import type { Listening } from '../../src/core/listening/scene.js';
import { bookFormat, coupleFormat, payloadFormat, personFormat, roomTaskFormat } from '../../src/store/documents.js';
import { readDocument, writeDocument, type Format } from '../../src/store/document-format.js';

/** Every version that was ever written, as it lies sealed in somebody's database. A new version adds files, and changes none. */
const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}.json`, import.meta.url));

const latest = (kind: string) => fixture(`${kind}.v${personFormat.version}`);

const formats: readonly { readonly format: Format<object>; readonly kinds: readonly string[] }[] = [
  { format: personFormat, kinds: ['person-member', 'person-stranger'] },
  { format: coupleFormat, kinds: ['couple'] },
  { format: payloadFormat, kinds: ['payload'] },
  { format: bookFormat, kinds: ['book'] },
  { format: roomTaskFormat, kinds: ['room-task'] },
];

describe('sealed documents', () => {
  for (const { format, kinds } of formats) {
    for (let version = 1; version <= format.version; version += 1) {
      it.each(kinds)(`of version ${version} are read and written as the present one: %s`, (kind) => {
        const document = readDocument(format, fixture(`${kind}.v${version}`));
        const written: unknown = JSON.parse(writeDocument(format, document).toString());
        expect(written).toEqual(JSON.parse(fixture(`${kind}.v${format.version}`).toString()));
      });
    }
  }

  it('hold what is on its way to open, and what would help', () => {
    const couple = readDocument(coupleFormat, fixture(`couple.v${coupleFormat.version}`));
    const opening = { round: 'r3', at: null, until: 1795510800000, askAt: { '2': 1795431600000 }, yes: [1] };
    const fuller = { ...couple, openings: [opening], unanswered: 4, hasLetPass: true, picked: 'klein-moment', turn: 2 };
    expect(readDocument(coupleFormat, writeDocument(coupleFormat, fuller))).toEqual({
      ...fuller,
      v: coupleFormat.version,
    });
    const member = readDocument(personFormat, latest('person-member'));
    if (member.kind !== 'member') throw new Error('the fixture is of a member');
    const wish = { what: 'shorter', until: 1795510800000 } as const;
    const consents = {
      voice: { version: 1, at: 1795424400000 },
      photo: null,
      deeper: { version: 1, at: 1795424400000 },
    };
    const heldVoices = [
      { messageId: 4, fileId: 'AwACAgQ', seconds: 3, card: 'prompt:r1', listening: null, at: 1795424400000 },
    ];
    const fuller3 = { ...member.person, wish, revealMinute: 1200, consents, heldVoices };
    const wishing = { ...member, person: { ...fuller3, spent: { invite: [1795424400000], join: [] } } };
    expect(readDocument(personFormat, writeDocument(personFormat, wishing))).toEqual({
      ...wishing,
      v: personFormat.version,
    });
  });

  it('hold a room, what lies there, and a yes to it', () => {
    const at = 1795424400000;
    const couple = readDocument(coupleFormat, fixture(`couple.v${coupleFormat.version}`));
    const room: Room = {
      ...({ state: 'open', chat: '-1001234567890', maker: 1, language: 'nl', since: at, reason: null } as const),
      ...{ lookAt: null, isMissingTold: true, hasStranded: false, usedAt: at },
      posts: [{ round: 'r1', messageId: 7, at, askedAt: at, keepDays: 90 }],
    };
    expect(readDocument(coupleFormat, writeDocument(coupleFormat, { ...couple, room }))).toMatchObject({ room });
    const member = readDocument(personFormat, latest('person-member'));
    if (member.kind !== 'member') throw new Error('the fixture is of a member');
    const consents = { ...member.person.consents, room: { version: 1, at } };
    const saidYes = { ...member, person: { ...member.person, consents } };
    expect(readDocument(personFormat, writeDocument(personFormat, saidYes))).toMatchObject({ person: { consents } });
  });

  it('hold where a couple is among the paths, and what one of them wants', () => {
    const couple = readDocument(coupleFormat, fixture(`couple.v${coupleFormat.version}`));
    const at = 1795424400000;
    const words = { pieces: [{ kind: 'text', at: 'zin.1', messageId: 4, text: 'stil wordt' }], picks: [] } as const;
    const path = {
      ...{ id: 'de-dans', isDeep: true, begunAt: at, begun: [{ id: 'stap', at, date: '2026-11-23' }] },
      ...{ opened: ['stap'], left: 1, end: { how: 'still', at, date: '2026-11-28' } as const },
      shown: [{ scenario: 'de-dans--als-jij', round: 'r1', askedAt: at, answers: { 1: words } }],
    };
    const proposal = { paths: ['luisteren'], at, told: [1] };
    const practised = { breather: at, listening: null };
    const walking = {
      ...couple,
      path,
      done: { luisteren: at },
      proposal,
      proposed: ['luisteren'],
      matchAt: at,
      practised,
    };
    expect(readDocument(coupleFormat, writeDocument(coupleFormat, walking))).toEqual({
      ...walking,
      v: coupleFormat.version,
    });
    const member = readDocument(personFormat, latest('person-member'));
    if (member.kind !== 'member') throw new Error('the fixture is of a member');
    const wishes = [{ on: 'path', subject: 'de-dans', until: at }] as const;
    const wanting = { ...member, person: { ...member.person, wishes, restsPath: 'de-dans' } };
    expect(readDocument(personFormat, writeDocument(personFormat, wanting))).toMatchObject({
      person: { wishes, restsPath: 'de-dans' },
    });
  });

  it('keep how words were set, of an answer and of what waits; plain words have nothing of it', () => {
    const marks = [
      { type: 'bold', offset: 0, length: 3 },
      { type: 'text_link', offset: 4, length: 9, url: 'https://example.org/' },
    ] as const;
    const set = { kind: 'text', at: null, messageId: 10, text: 'een wandeling', marks } as const;
    const book = readDocument(bookFormat, fixture('book.v4'));
    const kept = { ...book, answer: { ...book.answer, pieces: [set, ...book.answer.pieces] } };
    expect(readDocument(bookFormat, writeDocument(bookFormat, kept))).toEqual(kept);
    const member = readDocument(personFormat, fixture('person-member.v3'));
    if (member.kind !== 'member') throw new Error('the fixture is of a member');
    const pending = { what: 'question', round: 'r1', pieces: [set], step: 10 } as const;
    const waiting = { ...member, person: { ...member.person, pending } };
    const read = readDocument(personFormat, writeDocument(personFormat, waiting));
    expect(read).toMatchObject({ person: { pending } });
  });

  it('of somebody who is gone hold what the couple’s questions follow, and nowhere to write to', () => {
    const gone = readDocument(personFormat, latest('person-gone'));
    const whole = { ...gone, person: { ...gone.person, address: '700000002', answers: { r1: 'words' } } };
    const written: unknown = JSON.parse(writeDocument(personFormat, whole as typeof gone).toString());
    expect(written).toEqual(JSON.parse(latest('person-gone').toString()));
  });

  it('keep an agreement that was written when there was room for one alone', () => {
    const plan = { by: 2, text: 'Als, dan.', messageId: 7, phase: 'proposed' };
    const heard = {
      ...{ id: 'l1', protocol: 'spiegelen', endedAt: 1, until: 2, said: [], thanked: [], tension: {} },
      plan,
    };
    const before = JSON.parse(fixture('couple.v5').toString()) as object;
    const read = (document: object) => readDocument(coupleFormat, Buffer.from(JSON.stringify(document))).heard;
    expect(read({ ...before, heard })).toMatchObject({ id: 'l1', plans: [plan] });
    expect(read({ ...before, heard: { ...heard, plan: null } })).toMatchObject({ plans: [] });
  });

  it('keep what was said while listening, in no gap of any stem', () => {
    const piece = { kind: 'text', messageId: 7, text: 'Het was een lange week.' };
    const said = [{ by: 2, step: 'vertel', option: null, pieces: [piece], picks: [] }];
    const heard = {
      ...{ id: 'l1', protocol: 'spiegelen', endedAt: 1, until: 2, thanked: [], tension: {}, plans: [] },
      said,
    };
    const before = JSON.parse(fixture('couple.v6').toString()) as object;
    const read = readDocument(coupleFormat, Buffer.from(JSON.stringify({ ...before, heard })));
    expect(read.heard?.said[0]?.pieces).toEqual([{ ...piece, at: null }]);
  });

  it('keep which gap of a stem something fills, and what was left out', () => {
    const book = readDocument(bookFormat, fixture('book.v4'));
    const pieces = [{ kind: 'text', at: 'zin.2', messageId: 10, text: 'een wandeling' }] as const;
    const stem = { leftOut: ['klacht'], isNudged: true };
    const kept = { ...book, answer: { ...book.answer, pieces, stem } };
    expect(readDocument(bookFormat, writeDocument(bookFormat, kept))).toEqual(kept);
  });

  it('keep what was chosen to be opened, and which reply words go with', () => {
    const book = readDocument(bookFormat, fixture('book.v4'));
    const kept = { ...book, answer: { ...book.answer, chosen: ['verzoek'] } };
    expect(readDocument(bookFormat, writeDocument(bookFormat, kept))).toEqual(kept);
    const member = readDocument(personFormat, latest('person-member'));
    if (member.kind !== 'member') throw new Error('the fixture is of a member');
    const pending = { what: 'reply', round: 'r1', reply: 'deel', pieces: [], step: 0 } as const;
    const asked = { what: 'reply', until: 1795425000000 } as const;
    const replying = { ...member, person: { ...member.person, pending, asked } };
    const read = readDocument(personFormat, writeDocument(personFormat, replying));
    expect(read).toMatchObject({ person: { pending, asked } });
  });

  it('keep a photo, and one that waits for the first yes', () => {
    const book = readDocument(bookFormat, fixture('book.v4'));
    const photo = { kind: 'photo', at: null, messageId: 10, fileId: 'AgACAgQ' } as const;
    const kept = { ...book, answer: { ...book.answer, pieces: [photo] } };
    expect(readDocument(bookFormat, writeDocument(bookFormat, kept))).toEqual(kept);
    const member = readDocument(personFormat, latest('person-member'));
    if (member.kind !== 'member') throw new Error('the fixture is of a member');
    const caption = { text: 'ons', marks: [{ type: 'bold', offset: 0, length: 3 }] } as const;
    const heldPhoto = { messageId: 10, fileId: 'AgACAgQ', caption, card: null, at: 1795424400000 };
    const waiting = { ...member, person: { ...member.person, heldPhoto } };
    expect(readDocument(personFormat, writeDocument(personFormat, waiting))).toMatchObject({ person: { heldPhoto } });
  });

  it('keep a breather in the middle of its lines', () => {
    const before = readDocument(coupleFormat, fixture(`couple.v${coupleFormat.version}`));
    const breather = {
      id: 'b1',
      caller: 1,
      beganAt: 1795424400000,
      phase: 'lines' as const,
      since: 1795426200000,
      until: 1795428000000,
      isSettled: true,
      extensions: 1,
      longer: [2],
      freed: [],
      hushed: [1],
      back: [1, 2],
      notToday: [],
      choices: { 1: 'oneLine' as const, 2: 'oneLine' as const },
      lines: { 2: { text: 'Ik mis je.', messageId: 9, isSealed: true } },
    };
    const resumption = { id: 'b0', picks: { 1: 1795500000000 }, at: null, until: 1795510800000 };
    const document = { ...before, breather, resumption };
    expect(readDocument(coupleFormat, writeDocument(coupleFormat, document))).toMatchObject({ breather, resumption });
  });

  it('of a listening round no longer hold who was told of voice', () => {
    const before = JSON.parse(fixture('couple.v3').toString()) as Record<string, unknown>;
    const underWay: Listening = {
      id: 'l1',
      protocol: 'alleen-luisteren',
      pace: 'apart',
      starter: 1,
      speaker: 1,
      about: null,
      phase: 'step',
      turn: 1,
      step: 'vertel',
      draw: 3,
      tick: 4,
      until: 1795510800000,
      nudgeAt: null,
      timeUpAt: null,
      left: [],
      ready: [],
      drafts: {
        1: {
          pieces: [{ kind: 'text', at: null, messageId: 7, text: 'Het was een lange week.' }],
          picks: [],
          version: 2,
        },
      },
      option: null,
      heldAs: null,
      used: {},
      mirrored: [],
      confirmed: [],
      notes: {},
      strays: {},
      signals: [],
      swaps: {},
      said: [],
      resume: 'step',
      parkings: 0,
    };
    const listening = { ...underWay, voiceWarned: [1] };
    const old = Buffer.from(JSON.stringify({ ...before, listening }));
    expect(readDocument(coupleFormat, old).listening).toEqual(underWay);
  });

  it('are brought up to date step by step', () => {
    const format: Format<object> = {
      ...(payloadFormat as unknown as Format<object>),
      version: 3,
      upcasts: {
        1: ({ params, ...rest }) => ({ ...rest, params: { one: params } }),
        2: ({ params, ...rest }) => ({ ...rest, params: { two: params } }),
      },
      schema: { safeParse: (data: object) => ({ success: true, data }) } as unknown as Format<object>['schema'],
    };
    expect(readDocument(format, Buffer.from('{"v":1,"params":{"text":"x"}}'))).toEqual({
      v: 3,
      params: { two: { one: { text: 'x' } } },
    });
  });

  it('are refused when they are of a later version, not versioned, or not what they should be', () => {
    const read = (text: string) => () => readDocument(payloadFormat, Buffer.from(text));
    expect(read(`{"v":${payloadFormat.version + 1},"params":{}}`)).toThrow('later version');
    expect(read('{"v":0,"params":{}}')).toThrow('unknown version');
    expect(read('{"params":{}}')).toThrow('not versioned JSON');
    expect(read('geheim')).toThrow('a payload is not versioned JSON');
    expect(read('{"v":1,"params":"geheim"}')).toThrow('a payload is not well formed: custom at params');
    expect(read('{"v":1,"params":{},"geheim":1}')).toThrow('a payload is not well formed: unrecognized_keys at root');
  });
});
