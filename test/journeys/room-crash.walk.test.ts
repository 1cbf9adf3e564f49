import { describe, expect, it } from 'vitest';
import { nl } from '../../src/texts/nl/nl.js';
import { oneBot } from '../support/one-bot.js';
import { bothAnswer, withRoom } from '../support/room.js';

const said = { anne: 'een kastanjebruin woord van Anne', bram: 'een zeegroen woord van Bram' };

describe('a bot that is killed while it lays something in a room', () => {
  const house = oneBot({ environment: { ROOMS: 'on' } });

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
    const copies = room.posts().filter(({ text }) => text.includes(said.anne)).length;
    expect(copies).toBe(kind === 'drop-after-accept' ? 2 : 1);
    expect(anne.reads()).not.toContain(said.bram);
    expect(bram.reads()).not.toContain(said.anne);
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
    await world.later(11 * 60_000);
    await anne.says('/privacy');
    await anne.hears('Wissen: /wis');
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
