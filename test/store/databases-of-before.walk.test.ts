import { describe, expect, test } from 'vitest';
import type { Row, Store } from '../../src/store/store.js';
import type { DrivenBot } from '../support/driven-bot.js';
import { everythingIn, type Everything, type Known } from './fixtures/everything.js';
import { copyDatabase, driveOn, minuteMs, openDatabase, unzipped, versions } from './fixtures/databases.js';
import { chatOf, lastMoment, lastNumber, names, onPaths, type Name } from './fixtures/lives.js';

/** Databases as earlier versions of the program left them: opened by today's, loaded, and lived on with. */

const dayMs = 24 * 60 * minuteMs;

async function openCopy(version: string): Promise<Store> {
  return openDatabase(copyDatabase(version), version);
}

async function goesOn(version: string): Promise<DrivenBot> {
  return driveOn(await openCopy(version));
}

/** What may never get lost, whatever shape it is stored in. */
function keptOf({ person, couple, book }: Known) {
  const { name, language, zone, rhythm, consent, keepDays, hasStopped, isUnreachable, holidayUntil } = person;
  return {
    person: { name, language, zone, rhythm, consent, keepDays, hasStopped, isUnreachable, holidayUntil },
    answers: Object.entries(person.answers).map(([round, { state, pieces, picks }]) => ({
      round,
      state,
      pieces: pieces.map(essence),
      picks,
    })),
    waiting: [...(person.pending?.pieces ?? []).map(essence), ...person.heldVoices.map(({ fileId }) => fileId)],
    book: book.map(({ round, askedAt, openedAt, answer, until }) => {
      return { round, askedAt, openedAt, until, pieces: answer.pieces.map(essence) };
    }),
    couple: couple === null ? null : sharedOf(couple),
  };
}

function sharedOf(couple: NonNullable<Known['couple']>) {
  const { listening, breather, heard } = couple;
  return {
    members: couple.members,
    pairedAt: couple.pairedAt,
    invite: couple.invite === null ? null : { code: couple.invite.code, expiresAt: couple.invite.expiresAt },
    spentCodes: couple.spentCodes,
    round: couple.round?.id ?? null,
    rested: couple.rested.map(({ round }) => round.id),
    opened: couple.opened.map(({ round, thanked, askedMore }) => ({ id: round.id, thanked, askedMore })),
    openings: couple.openings.map(({ round, at }) => ({ round, at })),
    breather: breather === null ? null : { phase: breather.phase, until: breather.until, lines: breather.lines },
    resumption: couple.resumption === null ? null : couple.resumption.picks,
    listening:
      listening === null
        ? null
        : { phase: listening.phase, step: listening.step, words: wordsIn([listening.drafts, listening.notes]) },
    heard: heard === null ? null : wordsIn(heard.said),
  };
}

const essence = (piece: { readonly kind: string; readonly text?: string; readonly fileId?: string | null }) =>
  piece.text ?? piece.fileId ?? piece.kind;

/** The words in something stored, however it is nested. */
function wordsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    key === 'text' || key === 'fileId' ? [String(one)] : wordsIn(one),
  );
}

const isTo = (name: Name) => (row: Row) => row.params['chat_id'] === chatOf(name);
const read = (rows: readonly Row[], name: Name) => JSON.stringify(rows.filter(isTo(name)).map(({ params }) => params));

describe.each(versions)('a database of %s', (version) => {
  const before = knownIn(version);
  const there = names.filter((name) => name in before);

  test('gives everybody back as they were', async () => {
    const store = await openCopy(version);
    const now = await everythingIn(store, lastMoment, there);
    for (const name of there) expect([name, keptOf(now[name])]).toEqual([name, keptOf(before[name])]);
  });

  test('lives on for three weeks, and nobody’s clock fails', async () => {
    const bot = await goesOn(version);
    await bot.passTo(lastMoment + 21 * dayMs);
    expect((await bot.store.nextSendAt()) ?? Infinity).toBeGreaterThan(bot.now());
  });

  test('sends what had not gone out', async () => {
    const bot = await goesOn(version);
    const rows = await bot.later(minuteMs);
    expect(read(rows, 'wacht1')).not.toBe('[]');
    expect(read(rows, 'wacht2')).toContain('nog niet aangekomen');
  });

  test('opens what one had sealed, once the other seals', async () => {
    const bot = await goesOn(version);
    await bot.says(chatOf('dicht2'), 'en dit is van mij');
    const rows = await bot.taps(chatOf('dicht2'), 'seal');
    expect(read(rows, 'dicht2')).toContain('wat dicht is');
    expect(read(rows, 'dicht1')).toContain('en dit is van mij');
  });

  test('opens what waited for its hour, at that hour', async () => {
    const bot = await goesOn(version);
    const told: string[] = [];
    for (let minutes = 0; minutes < 6 * 60; minutes += 30) told.push(read(await bot.later(30 * minuteMs), 'straks1'));
    expect(told.findIndex((words) => words.includes('voor vanavond, zegt straks2'))).toBe(9);
  });

  test('adds to a draft, and shows all of it', async () => {
    const bot = await goesOn(version);
    expect(read(await bot.says(chatOf('half1'), 'en het slot'), 'half1')).toMatch(
      /een half woord.*en nog een stuk.*en het slot/s,
    );
  });

  test('gives somebody who comes back what was kept for them', async () => {
    const bot = await goesOn(version);
    const from = { id: chatOf('blok2'), is_bot: false, first_name: 'Blok2' };
    const unblocks = { chat: { id: from.id, type: 'private' }, from, date: 1, new_chat_member: { status: 'member' } };
    await bot.takes({ update_id: lastNumber + 1_000_000, my_chat_member: unblocks });
    expect(read(await bot.says(from.id, '/start'), 'blok2')).toContain('voor wie weg is');
  });

  test('passes on a line written after a breather', async () => {
    const bot = await goesOn(version);
    await bot.says(chatOf('regel2'), 'mijn regel');
    const rows = await bot.taps(chatOf('regel2'), 'breathSeal');
    expect(read(rows, 'regel2')).toContain('een regel van een');
    expect(read(rows, 'regel1')).toContain('mijn regel');
  });

  test('opens two letters together, and never what was said out of turn', async () => {
    const bot = await goesOn(version);
    await bot.says(chatOf('brief2'), 'en de rest.');
    await bot.taps(chatOf('brief2'), 'listenDone');
    const rows = await bot.later(minuteMs);
    expect(read(rows, 'brief1')).toMatch(/Lieve half,.*en de rest\./s);
    expect(read(rows, 'brief2')).toContain('Lieve brief,');
    await bot.says(chatOf('pen1'), 'en klaar');
    await bot.taps(chatOf('pen1'), 'listenDone');
    const told = await bot.later(minuteMs);
    expect(read(told, 'pen2')).toContain('wat ik nu schrijf');
    expect(JSON.stringify(told.filter(isTo('pen1')))).not.toContain('wat ik erbij denk');
  });

  test('hands over all that somebody wrote', async () => {
    const bot = await goesOn(version);
    const rows = await bot.says(chatOf('oud1'), '/export');
    for (const week of [0, 1, 2, 3]) expect(read(rows, 'oud1')).toContain(`week ${String(week)}, zegt oud1`);
    expect(read(rows, 'oud1')).not.toContain('zegt oud2');
  });

  test('lets somebody in by an invitation that was sent before', async () => {
    const bot = await goesOn(version);
    await bot.says(chatOf('vreemd'), `/start ${before.alleen.couple?.invite?.code ?? ''}`);
    const rows = await bot.taps(chatOf('vreemd'), 'agree');
    expect(read(rows, 'alleen')).toContain('Vreemd');
  });

  test('lets everybody stop, and have all erased', async () => {
    const bot = await goesOn(version);
    for (const name of there) await bot.says(chatOf(name), '/stop');
    expect((await bot.later(30 * dayMs)).filter(({ lane }) => lane !== 'sweep')).toEqual([]);
    for (const name of there) {
      await bot.says(chatOf(name), '/wis');
      if (before[name].person.consent === null) continue;
      await bot.taps(chatOf(name), 'erase', 'everything');
      await bot.taps(chatOf(name), 'eraseNow', 'everything');
    }
    const after = await everythingIn(bot.store, bot.now(), there);
    for (const name of there) {
      expect(after[name], name).toMatchObject({
        person: { consent: null, name: '', answers: {} },
        couple: null,
        book: [],
      });
    }
  });
});

describe.each(versions.filter((version) => 'loopt1' in knownIn(version)))('paths in a database of %s', (version) => {
  const before = knownIn(version);

  test('stand where they stood, with what one alone would like', async () => {
    const now = await everythingIn(await openCopy(version), lastMoment, onPaths);
    for (const name of onPaths) expect([name, walked(now[name])]).toEqual([name, walked(before[name])]);
    expect(walked(now.loopt1).path).toMatchObject({ id: 'klein-en-nodig', end: null });
    expect(walked(now.kaart1).path?.begun.at(-1)?.id).toBe('betrapt');
    expect(walked(now.ligt1)).toMatchObject({ path: { end: { how: 'still' } }, wishes: ['klein-en-nodig'] });
    expect(walked(now.rust1)).toMatchObject({ path: { end: null }, restsPath: 'klein-en-nodig' });
    expect(walked(now.wens1).wishes).toEqual(['klein-en-nodig', 'weer-vertellen']);
    expect(now.voorstel1.couple?.proposal?.told).toHaveLength(1);
  });

  test('go on: a sentence half finished, a list, a card that goes again', async () => {
    const bot = await goesOn(version);
    expect(read(await bot.says(chatOf('loopt1'), 'ik net lig'), 'loopt1')).toMatch(/mijn jas al uit heb.*ik net lig/s);
    expect(read(await bot.says(chatOf('loopt2'), '/programma'), 'loopt2')).toContain('● Wat je meedraagt');
    const isTakenAway = (rows: readonly Row[]) => rows.some((row) => isTo('kaart1')(row) && row.kind === 'delete');
    expect(isTakenAway(await bot.later(20 * 60 * minuteMs))).toBe(true);
  });

  test('come about: what the other wants too, or wants to go on with', async () => {
    const bot = await goesOn(version);
    await bot.says(chatOf('wens2'), '/programma');
    expect(read(await bot.taps(chatOf('wens2'), 'wishPath', 'weer-vertellen'), 'wens1')).toContain('Weer vertellen');
    await bot.says(chatOf('ligt2'), '/programma');
    expect(read(await bot.taps(chatOf('ligt2'), 'takeUpPath', 'klein-en-nodig'), 'ligt1')).toContain('gaan verder met');
  });

  test('are offered to whoever was away, once they are back', async () => {
    const bot = await goesOn(version);
    const told: string[] = [];
    for (let days = 0; days < 20; days += 1) told.push(read(await bot.later(dayMs), 'voorstel2'));
    expect(told.filter((words) => words.includes('Zin in een pad?'))).toHaveLength(1);
  });
});

function knownIn(version: string): Everything {
  return JSON.parse(unzipped(version, 'everything.json').toString()) as Everything;
}

function walked({ person, couple }: Known) {
  return {
    path: couple?.path ?? null,
    restsPath: person.restsPath,
    wishes: person.wishes.map(({ subject }) => subject),
  };
}
