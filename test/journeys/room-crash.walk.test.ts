import { describe, expect, it } from 'vitest';
import { nl } from '../../src/texts/nl/nl.js';
import { answers } from '../support/couple.js';
import { oneBot } from '../support/one-bot.js';
import { asks, bothAnswer, withRoom, type Group } from '../support/room.js';
import { roomsOn } from '../support/room-questions.js';
import { strikesOnce } from '../support/strike.js';
import type { Someone } from '../support/world.js';

const said = { anne: 'een kastanjebruin woord van Anne', bram: 'een zeegroen woord van Bram' };

const copies = (room: Group, words: string) => room.posts().filter(({ text }) => text.includes(words)).length;
const countOpen = (someone: Someone) =>
  someone.messages().filter(({ text }) => text.includes('Open. Kijk in jullie kamer.')).length;
/** Long after what was not laid would have opened in their own chats, and everything before this was answered. */
async function waits(world: { later(ms: number): Promise<void> }, someone: Someone): Promise<void> {
  await world.later(11 * 60_000);
  await someone.says('/privacy');
  await someone.hears('Wissen: /wis');
}

describe('a bot that is killed while it lays something in a room', () => {
  const house = oneBot({ environment: roomsOn });

  it.each([
    ['while it looks who is there', 'hang', 'getChatMemberCount'],
    ['while it looks, the last question asked', 'hang', 'getChatMember'],
    ['while it sends', 'hang', 'sendMessage'],
    ['after it was sent, before it knows', 'drop-after-accept', 'sendMessage'],
  ] as const)('lays it there after all: %s', async (_when, kind, method) => {
    const { world, dies } = house();
    const { room, anne, bram } = await withRoom(world);
    await world.control('POST', '/faults', { kind, method, chatId: room.id() });
    await bothAnswer(world, { anne, bram }, said);
    await world.until('the fault to strike', () =>
      world.calls.find((call) => call.fault === kind && call.chatId === room.id()),
    );
    await world.control('DELETE', '/faults');
    await dies();
    const post = await room.sees(said.anne);
    expect(post.text).toContain(said.bram);
    for (const someone of [anne, bram]) await someone.sees('Open. Kijk in jullie kamer.');
    // Telegram has no key by which it would know a message again: one that may have arrived is sent once more, not lost.
    expect(copies(room, said.anne)).toBe(kind === 'drop-after-accept' ? 2 : 1);
    expect(anne.reads()).not.toContain(said.bram);
    expect(bram.reads()).not.toContain(said.anne);
  });

  it('lays it there once, killed while it tells the two of it', async () => {
    const { world, dies } = house();
    const { room, anne, bram } = await withRoom(world);
    await asks(world, { anne, bram });
    await answers(anne, said.anne);
    await anne.sees('Verzegeld.');
    await world.control('POST', '/faults', { kind: 'hang', method: 'editMessageText', chatId: anne.id });
    await answers(bram, said.bram);
    await room.sees(said.anne);
    await world.until('the fault to strike', () =>
      world.calls.find((call) => call.fault === 'hang' && call.chatId === anne.id),
    );
    await world.control('DELETE', '/faults');
    await dies();
    for (const someone of [anne, bram]) await someone.sees('Open. Kijk in jullie kamer.');
    await waits(world, anne);
    expect(copies(room, said.bram)).toBe(1);
    expect(anne.reads()).not.toContain(said.bram);
  });

  it('lays it there once, killed once it has told that it lies there and before that is settled', async () => {
    const { world, bot } = house();
    const { room, anne, bram } = await withRoom(world);
    const greetings = room.attempts();
    let strikes = 0;
    for (let round = 1; round <= 40 && strikes === 0; round += 1) {
      const words = { anne: `${said.anne}, ${String(round)}`, bram: `${said.bram}, ${String(round)}` };
      await asks(world, { anne, bram });
      await answers(anne, words.anne);
      await anne.sees('Verzegeld.');
      const strike = await strikesOnce(bot, 'select 1 from room_rows where is_last = 1');
      const isTold = () => world.until('the two to be told', () => (countOpen(anne) === round ? true : undefined));
      await answers(bram, words.bram);
      if (await strike.wasInTime(isTold().catch(() => true))) strikes += 1;
      await bot.start();
      await room.sees(words.anne);
      await isTold();
      await waits(world, anne);
      expect(copies(room, words.bram)).toBe(1);
      // Nor was it sent once more and taken away again: that would ring.
      expect(room.attempts()).toBe(greetings + round);
      expect(anne.reads()).not.toContain(words.bram);
      expect(bram.reads()).not.toContain(words.anne);
    }
    expect(strikes).toBe(1);
  });

  it('takes apart what either likes better apart, also before it knows that it arrived, and lays it there no more', async () => {
    const { world } = house();
    const { room, anne, bram } = await withRoom(world);
    const fault = { kind: 'drop-after-accept', method: 'sendMessage', chatId: room.id(), times: 1 };
    await world.control('POST', '/faults', fault);
    await bothAnswer(world, { anne, bram }, said);
    await room.sees(said.anne);
    await room.taps(bram, nl.labels.roomApart);
    await anne.sees(said.bram);
    await bram.sees(said.anne);
    await room.loses(said.anne);
    await waits(world, anne);
    expect(room.reads()).not.toContain(said.anne);
    expect(room.attempts()).toBe(2);
  });

  it('looks again before it lays anything there: who came meanwhile is seen', async () => {
    const { world, bot } = house();
    const { room, anne, bram } = await withRoom(world);
    const cor = await world.person('Cor');
    await world.control('POST', '/faults', { kind: 'hang', method: 'sendMessage', chatId: room.id() });
    await bothAnswer(world, { anne, bram }, said);
    await world.until('the send to hang', () =>
      world.calls.find((call) => call.fault === 'hang' && call.chatId === room.id()),
    );
    await bot.kill();
    await room.happens('join', { personId: cor.id });
    await world.control('DELETE', '/faults');
    await bot.start();
    await anne.sees(said.bram);
    await bram.sees(said.anne);
    await room.loses(said.anne);
  });
});
