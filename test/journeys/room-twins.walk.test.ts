import { beforeEach, describe, expect, it } from 'vitest';
import { nl } from '../../src/texts/nl/nl.js';
import { answers } from '../support/couple.js';
import { oneBot } from '../support/one-bot.js';
import { asks, bothAnswer, lifeOf, settled, withRoom, type WithRoom } from '../support/room.js';
import { roomsOn } from '../support/room-questions.js';
import { type World } from '../support/world.js';

const { labels } = nl;
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const over = 'Deze vraag is voorbij. Je antwoord is niet opengegaan.';

type Meanwhile = (world: World, couple: WithRoom) => Promise<unknown>;

const nothing: Meanwhile = () => Promise.resolve();

/** What happened before, and between the question and the answers: each time alike in both lives. */
const situations: readonly [
  string,
  { readonly before: Meanwhile; readonly between: Meanwhile; readonly isSpoken: boolean },
][] = [
  ['in the room', { before: nothing, between: nothing, isSpoken: false }],
  ['by voice', { before: nothing, between: nothing, isSpoken: true }],
  [
    'after something was taken apart',
    {
      before: async (world, couple) => {
        await bothAnswer(world, couple, { anne: 'eerder van Anne', bram: 'eerder van Bram' });
        await couple.room.sees('eerder van Anne');
        await couple.room.taps(couple.anne, labels.roomApart);
        await couple.anne.sees('eerder van Bram');
      },
      between: nothing,
      isSpoken: false,
    },
  ],
  [
    'after the room was shut',
    {
      before: nothing,
      between: async (world, { anne, room }) => {
        const cor = await world.person('Cor');
        await room.happens('join', { personId: cor.id });
        await anne.sees('Er is iemand bij gekomen in jullie kamer.');
      },
      isSpoken: false,
    },
  ],
  [
    'after the room was given up',
    {
      before: nothing,
      between: async (_world, { anne, room }) => {
        await anne.says('/kamer');
        await anne.taps(labels.roomClose);
        await room.isLeft();
      },
      isSpoken: false,
    },
  ],
];

describe('two lives, in one of which the other sealed and then stopped', () => {
  const house = oneBot({ environment: roomsOn });

  beforeEach(async () => {
    await house().world.toSundayNoon();
  });

  it.each(situations)('look the same to the minute and the sound: %s', async (_name, { before, between, isSpoken }) => {
    const { world } = house();
    const lives = [];
    for (const stops of [true, false]) {
      const couple = await withRoom(world);
      await before(world, couple);
      await asks(world, couple);
      await between(world, couple);
      lives.push({ couple, stops });
    }
    await settled(
      world,
      lives.map(({ couple }) => couple),
    );
    for (const { couple, stops } of lives) {
      if (!stops) continue;
      const { bram } = couple;
      if (isSpoken) {
        await bram.sends({ voice: { durationSeconds: 5 } });
        await bram.taps(labels.allowVoice);
        await bram.taps(labels.seal);
      } else await answers(bram, 'wat Bram nog zei');
      await bram.sees('Verzegeld.');
      await bram.says('/stop');
      await bram.sees('Het is stil.');
    }
    // From a whole minute on: what is compared to the minute may not straddle one by chance.
    const startMs = Math.ceil((await world.state()).clock.nowMs / hourMs) * hourMs + hourMs;
    await world.setClock(startMs);
    const since = lives.map(({ couple }) => couple.anne.messages().at(-1)?.messageId ?? 0);
    for (const { couple } of lives) {
      await answers(couple.anne, 'wat Anne zei');
      await couple.anne.sees('Verzegeld.');
    }
    for (let hour = 3; hour < 48; hour += 3) await world.setClock(startMs + hour * hourMs);
    for (let day = 2; day < 21; day += 1) await world.setClock(startMs + day * dayMs);
    for (const { couple } of lives) await couple.anne.sees(over);
    // What is asked next differs from couple to couple anyhow.
    const [stopped, silent] = lives.map(({ couple }, index) => {
      const life = lifeOf(couple.anne, since[index] ?? 0, startMs);
      return life.slice(0, life.findIndex((line) => line.includes(over)) + 1);
    });
    expect(stopped).toEqual(silent);
    expect(stopped?.length).toBeGreaterThan(1);
    for (const { couple } of lives) {
      expect(couple.anne.reads()).not.toContain('wat Bram nog zei');
      expect(couple.room.reads()).not.toContain('wat Anne zei');
    }
  });

  it('opens after all when they come back within a fortnight', async () => {
    const { world } = house();
    const { room, ...couple } = await withRoom(world);
    await asks(world, couple);
    await answers(couple.bram, 'wat Bram nog zei');
    await couple.bram.sees('Verzegeld.');
    await couple.bram.says('/stop');
    await couple.bram.sees('Het is stil.');
    await answers(couple.anne, 'wat Anne zei');
    await couple.anne.sees('Verzegeld.');
    expect(couple.anne.reads()).not.toContain('wat Bram nog zei');
    await couple.bram.taps(labels.goOn);
    await room.sees('wat Bram nog zei');
  });
});
