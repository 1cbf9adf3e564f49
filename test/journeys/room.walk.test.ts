import { describe, expect, it } from 'vitest';
import { nl } from '../../src/texts/nl/nl.js';
import { answers } from '../support/couple.js';
import { oneBot } from '../support/one-bot.js';
import { acquainted, asks, bothAnswer, lifeOf, makes, makesByPhone, settled, withRoom } from '../support/room.js';
import { roomsOn } from '../support/room-questions.js';

const { labels } = nl;
const hourMs = 3_600_000;

describe('a room of their own', () => {
  const house = oneBot({ environment: roomsOn });

  it('is made on a phone, agreed to by the other, and from then on what opens lies there once, in front of both', async () => {
    const { world } = house();
    const { anne, bram } = await acquainted(world);
    const room = await makesByPhone(world, anne, bram);
    await anne.sees('Gezien: jullie twee en ik, verder niemand.');
    await bram.sees('Anne heeft een kamer gemaakt');
    expect(room.attempts()).toBe(0);
    await bram.taps(labels.roomYes);
    for (const someone of [anne, bram]) await someone.sees('De kamer is in gebruik.');
    await room.sees('Hier leg ik neer wat open is.');

    const question = await asks(world, { anne, bram });
    await anne.says('wandelen in de regen');
    await anne.sees('open in jullie kamer');
    await anne.taps(labels.seal);
    await anne.sees('Verzegeld.');
    expect(room.reads()).not.toContain('wandelen');
    await answers(bram, 'soep met brood');
    const post = await room.sees('wandelen in de regen');
    expect(post.text).toContain('soep met brood');
    expect(post.text).toContain(question);
    for (const someone of [anne, bram]) await someone.sees('Open. Kijk in jullie kamer.');
    expect(anne.reads()).not.toContain('soep met brood');
    expect(bram.reads()).not.toContain('wandelen in de regen');

    // One neutral line; whatever is theirs lies under the spoiler, and goes no further.
    const firstLine = post.text.indexOf('\n');
    const covered = post.entities.filter(({ type }) => type === 'spoiler');
    for (const theirs of ['Anne', 'Bram', question, 'wandelen', 'soep']) {
      const at = post.text.indexOf(theirs);
      expect(at).toBeGreaterThan(firstLine);
      expect(covered.some(({ offset, length }) => offset <= at && at + theirs.length <= offset + length)).toBe(true);
    }
    expect(post.isProtected).toBe(true);

    // Who is there was asked just before, and nothing else in between.
    const inGroup = world.calls.filter(({ chatId }) => chatId === room.id());
    const at = inGroup.findLastIndex(({ method }) => method === 'sendMessage');
    const asked = inGroup
      .slice(0, at)
      .map(({ method }) => method)
      .slice(-5);
    expect(asked.toSorted()).toEqual([
      'getChat',
      'getChatMember',
      'getChatMember',
      'getChatMember',
      'getChatMemberCount',
    ]);
  });

  it('waits for the other as long as they are missing, and says nothing in a group that is nobody’s', async () => {
    const { world } = house();
    const { anne, bram } = await acquainted(world);
    const room = await makes(world, anne, []);
    await anne.sees('Ik zit in de groep, maar Bram nog niet.');
    await room.happens('add', { personId: bram.id });
    await bram.sees('Anne heeft een kamer gemaakt');
    const stranger = await world.person('Dirk');
    const theirs = await makes(world, stranger, [await world.person('Eva')]);
    await theirs.isLeft();
    expect(theirs.attempts()).toBe(0);
  });

  it('reads a decline as silence: for twenty-five hours both makers’ phones are the same', async () => {
    const { world } = house();
    const [declined, silent] = [await acquainted(world), await acquainted(world)];
    await settled(world, [declined, silent]);
    const rooms = [];
    const starts: number[] = [];
    for (const couple of [declined, silent]) {
      starts.push(couple.anne.messages().at(-1)?.messageId ?? 0);
      rooms.push(await makes(world, couple.anne, [couple.bram]));
      await couple.bram.sees('Anne heeft een kamer gemaakt');
    }
    await declined.bram.taps(labels.roomNo);
    await declined.bram.sees('Goed, alles blijft zoals het is.');
    const startMs = (await world.state()).clock.nowMs;
    for (let hour = 0; hour < 25; hour += 1) await world.later(hourMs);
    for (const room of rooms) await room.isLeft();
    const [one, other] = [declined, silent].map(({ anne }, index) => lifeOf(anne, starts[index] ?? 0, startMs));
    expect(one?.length).toBeGreaterThan(1);
    expect(one).toEqual(other);
    for (const room of rooms) expect(room.attempts()).toBe(0);
  });

  it('puts what lies there into their own chats when either likes that better', async () => {
    const { world } = house();
    const { room, ...couple } = await withRoom(world);
    await bothAnswer(world, couple, { anne: 'de zolder opgeruimd', bram: 'het dak gelapt' });
    await room.sees('de zolder opgeruimd');
    await room.taps(couple.bram, labels.roomApart);
    await world.until('Bram to be told', () => room.view().toast?.text);
    expect(room.view().toast).toMatchObject({ text: 'Ik leg het in jullie eigen chats.', personId: couple.bram.id });
    await room.loses('de zolder opgeruimd');
    for (const [someone, theirs] of [
      [couple.anne, 'het dak gelapt'],
      [couple.bram, 'de zolder opgeruimd'],
    ] as const) {
      expect((await someone.sees(theirs)).isSilent).toBe(true);
    }
  });

  it('empties the room and leaves it when they part, and when one of both has everything erased', async () => {
    const { world } = house();
    const [parting, erasing] = [await withRoom(world), await withRoom(world)];
    for (const { room, ...couple } of [parting, erasing]) {
      await bothAnswer(world, couple, { anne: 'de laatste zin van Anne', bram: 'de laatste zin van Bram' });
      await room.sees('de laatste zin van Anne');
    }
    await parting.bram.says('/stop');
    await parting.bram.taps(labels.unpair);
    await erasing.bram.says('/wis');
    await erasing.bram.taps(labels.eraseEverything);
    await erasing.bram.taps(labels.eraseNow);
    for (const { room } of [parting, erasing]) {
      await room.loses('de laatste zin van Anne');
      await room.isLeft();
      expect(room.reads()).not.toContain('zin van');
    }
  });
});
