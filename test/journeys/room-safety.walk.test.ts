import { describe, expect, it } from 'vitest';
import { nl } from '../../src/texts/nl/nl.js';
import { answers } from '../support/couple.js';
import { oneBot } from '../support/one-bot.js';
import { asks, bothAnswer, withRoom, type WithRoom } from '../support/room.js';
import { roomsOn } from '../support/room-questions.js';
import type { Someone } from '../support/world.js';

const { labels } = nl;
const hourMs = 3_600_000;
const said = { anne: 'een woord van Anne', bram: 'een woord van Bram' };
const reasons = {
  joined: 'Er is iemand bij gekomen in jullie kamer.',
  public: 'Jullie kamer is openbaar, of hoort bij een kanaal.',
  promoted: 'In jullie kamer ben ik beheerder gemaakt.',
  removed: 'Ik zit niet meer in jullie kamer.',
};

/** Both hear it in private, in the same words, and both get what the other said there; nothing of it is in the group. */
async function isApart({ anne, bram, room }: WithRoom, reason: string | null): Promise<void> {
  const told = [];
  for (const someone of [anne, bram]) {
    if (reason !== null) told.push((await someone.sees(reason)).text);
    const opened = await someone.sees('Jullie antwoorden zijn open.');
    expect(opened.text).not.toContain('Kijk in jullie kamer');
    await someone.sees(someone === anne ? said.bram : said.anne);
  }
  expect(new Set(told).size).toBeLessThanOrEqual(1);
  await room.loses(said.anne);
  await room.loses(said.bram);
}

describe('a room that is no longer of two', () => {
  const house = oneBot({ environment: roomsOn });

  it('gets no word when a third comes by the link between the two seals', async () => {
    const { world } = house();
    const couple = await withRoom(world);
    const cor = await world.person('Cor');
    await asks(world, couple);
    await answers(couple.anne, said.anne);
    await couple.room.happens('join', { personId: cor.id });
    await couple.anne.sees(reasons.joined);
    await answers(couple.bram, said.bram);
    await isApart(couple, reasons.joined);
    const written = world.calls.filter(
      ({ method, params }) => method === 'sendMessage' && Number(params['chat_id']) < 0,
    );
    expect(JSON.stringify(written)).not.toContain(said.anne);
    // Gone again is not enough: it takes a look that fits, and a new yes of both.
    await couple.room.happens('remove', { personId: cor.id });
    await couple.bram.taps(labels.roomLook);
    for (const someone of [couple.anne, couple.bram]) {
      await someone.sees('Zeggen jullie allebei opnieuw ja');
      await someone.taps(labels.roomYes);
    }
    const inUse = (someone: Someone) =>
      someone.messages().filter(({ text }) => text.startsWith('De kamer is in gebruik.'));
    for (const someone of [couple.anne, couple.bram]) {
      await world.until('the room to be in use again', () => inUse(someone)[1]);
    }
    await bothAnswer(world, couple, { anne: 'weer samen, zegt Anne', bram: 'weer samen, zegt Bram' });
    await couple.room.sees('weer samen, zegt Anne');
  });

  it('gets no word while a look is under way and a third comes; one that was sent just before is taken away', async () => {
    const { world } = house();
    const couple = await withRoom(world);
    const cor = await world.person('Cor');
    await asks(world, couple);
    await answers(couple.anne, said.anne);
    const fault = { kind: 'latency', method: 'sendMessage', chatId: couple.room.id(), delayMs: 700, times: 1 };
    await world.control('POST', '/faults', fault);
    await answers(couple.bram, said.bram);
    // It was found that they are two, and the word is on its way.
    await world.until('the look before it', () =>
      world.calls.filter(({ method, chatId }) => method === 'getChatMember' && chatId === couple.room.id()).length >= 9
        ? true
        : undefined,
    );
    await couple.room.happens('join', { personId: cor.id });
    await isApart(couple, reasons.joined);
  });

  it('is shut by somebody else’s bot as by a person', async () => {
    const { world } = house();
    const couple = await withRoom(world);
    const other = await world.control<{ id: number }>('POST', '/people', { firstName: 'Ander', isBot: true });
    await couple.room.happens('add', { personId: other.id, byId: couple.bram.id });
    await couple.anne.sees(reasons.joined);
    await bothAnswer(world, couple, said);
    await isApart(couple, reasons.joined);
  });

  it('is found out although there are three as before, and nobody told the bot', async () => {
    const { world, bot } = house();
    const couple = await withRoom(world);
    const cor = await world.person('Cor');
    await asks(world, couple);
    await answers(couple.anne, said.anne);
    await bot.kill();
    await couple.room.happens('leave', { personId: couple.bram.id });
    await couple.room.happens('add', { personId: cor.id });
    // Telegram keeps what it could not hand over for a day.
    await world.later(25 * hourMs);
    await bot.start();
    await answers(couple.bram, said.bram);
    await isApart(couple, null);
    const toGroup = world.calls.filter(({ method, chatId }) => method === 'sendMessage' && chatId === couple.room.id());
    expect(JSON.stringify(toGroup)).not.toContain(said.anne);
  });

  it.each([
    ['a public name', { username: 'wij_allebei' }, reasons.public],
    ['a linked channel', { linkedChannelId: -1001234567890 }, reasons.public],
    ['a place on the map', { location: 'Utrecht' }, reasons.public],
  ])('gets no word with %s, of which Telegram tells nothing', async (_name, change, reason) => {
    const { world } = house();
    const couple = await withRoom(world, { kind: 'supergroup' });
    await couple.room.happens('change', change);
    await bothAnswer(world, couple, said);
    await isApart(couple, reason);
  });

  it('is given up as soon as the bot is made an administrator', async () => {
    const { world } = house();
    const couple = await withRoom(world);
    await couple.room.happens('promote', { bot: true });
    for (const someone of [couple.anne, couple.bram]) await someone.sees(reasons.promoted);
    await bothAnswer(world, couple, said);
    await isApart(couple, reasons.promoted);
  });

  it.each(['first', 'last', 'never'] as const)(
    'is followed when it becomes a supergroup with a word on its way; of its new id the bot hears %s',
    async (joinComes) => {
      const { world } = house();
      const couple = await withRoom(world);
      const old = couple.room.id();
      await world.control('POST', '/faults', { kind: 'server-error', method: 'getChatMemberCount', chatId: old });
      await bothAnswer(world, couple, said);
      await world.until('a look that failed', () => world.calls.find(({ fault }) => fault === 'server-error'));
      await couple.room.happens('migrate', { joinComes });
      await world.control('DELETE', '/faults');
      await world.later(30_000);
      expect(couple.room.id()).not.toBe(old);
      const post = await couple.room.sees(said.anne);
      expect(post.text).toContain(said.bram);
      expect(couple.room.view().bot.status).toBe('member');
      expect(couple.anne.reads()).not.toContain(said.bram);
    },
  );

  it('is lost when the bot is removed: neither of both is taken to be out of reach', async () => {
    const { world } = house();
    const couple = await withRoom(world);
    await couple.room.happens('remove', { bot: true });
    for (const someone of [couple.anne, couple.bram]) {
      await someone.sees(`${reasons.removed} Wat daar staat, kan ik niet meer weghalen.`);
    }
    await bothAnswer(world, couple, said);
    await isApart(couple, reasons.removed);
  });

  it('is not waited for longer than ten minutes when nobody says who is there', async () => {
    const { world } = house();
    const couple = await withRoom(world);
    await world.control('POST', '/faults', { kind: 'server-error', method: 'getChat', chatId: couple.room.id() });
    await bothAnswer(world, couple, said);
    await world.until('a look that failed', () => world.calls.find(({ fault }) => fault === 'server-error'));
    expect(couple.anne.reads()).not.toContain(said.bram);
    await world.later(11 * 60_000);
    await isApart(couple, null);
    await world.control('DELETE', '/faults');
  });
});
