import { describe, expect, it } from 'vitest';
import { nl } from '../../src/texts/nl/nl.js';
import { answers } from '../support/couple.js';
import { begins, passesHold, protocolOf } from '../support/listening-walk.js';
import { oneBot } from '../support/one-bot.js';
import { asks, bothAnswer, withRoom } from '../support/room.js';
import { roomsOn } from '../support/room-questions.js';
import { tracesOf } from '../support/traces.js';

const { labels } = nl;
const minuteMs = 60_000;

describe('what never comes to the room', () => {
  const house = oneBot({ environment: roomsOn });

  it('a breather and the lines at its end', async () => {
    const { world } = house();
    const { room, anne, bram } = await withRoom(world);
    const before = room.attempts();
    await anne.says('/adempauze');
    await anne.hears('Jullie hebben pauze');
    await world.later(31 * minuteMs);
    for (const someone of [anne, bram]) await someone.taps(labels.breathBack);
    for (const someone of [anne, bram]) await someone.taps(labels.oneLine);
    for (const someone of [anne, bram]) {
      await someone.says(`een zin van ${someone.name} na de pauze`);
      await someone.hears('Zo krijgt je partner het straks te lezen:');
      await someone.taps(labels.breathSeal);
    }
    for (const someone of [anne, bram]) await someone.sees('Jullie zinnen zijn open.');
    expect(room.attempts()).toBe(before);
  });

  it('what is spoken, and what is passed by', async () => {
    const { world } = house();
    const { room, anne, bram } = await withRoom(world);
    const before = room.attempts();
    await asks(world, { anne, bram });
    await anne.sends({ voice: { durationSeconds: 5 } });
    await anne.taps(labels.allowVoice);
    await anne.taps(labels.seal);
    await anne.sees('Verzegeld.');
    await answers(bram, 'dit typte Bram');
    await anne.sees('dit typte Bram');
    await world.until('the voice note', () =>
      bram.messages().find(({ from, media }) => from === 'bot' && media?.kind === 'voice'),
    );
    await asks(world, { anne, bram });
    await bram.taps(labels.else);
    await bram.taps(labels.skip);
    await bram.hears('Anne hoort daar niets van');
    expect(room.attempts()).toBe(before);
  });

  it('listening: neither the asking, nor the agreement, nor a word of it', async () => {
    const { world } = house();
    const { room, ...couple } = await withRoom(world);
    const before = room.attempts();
    const { anne, bram } = couple;
    const sunday = { ...couple, ...house(), noonMs: (await world.state()).clock.nowMs };
    await begins(sunday, 'nl', protocolOf('alleen-luisteren'), 'apart');
    await anne.says('Het was een lange week.');
    await anne.hears('Zo komt het aan bij Bram:\nHet was een lange week.');
    await anne.taps(labels.listenDone);
    await anne.hears('Over 20 seconden gaat dit naar Bram.');
    await passesHold(sunday);
    await bram.hears('Het was een lange week.');
    await bram.taps('Dank je dat je dit deelt');
    await anne.hears('Dat was het. Fijn dat je er was.');
    expect(room.attempts()).toBe(before);
  });

  it('answers to what is said there: words stay theirs, and commands are answered in private', async () => {
    const { world, bot } = house();
    const { room, anne, bram } = await withRoom(world);
    await bothAnswer(world, { anne, bram }, { anne: 'open van Anne', bram: 'open van Bram' });
    const post = await room.sees('open van Anne');
    await asks(world, { anne, bram });
    const before = room.attempts();
    const cards = anne.messages().length;
    const typed = [
      'zomaar geklets aan de keukentafel',
      'een antwoord op het bericht van de bot',
      'hoor je mij @SamenspraakBot',
    ];
    await room.sends(anne, { text: typed[0] ?? '' });
    await room.sends(bram, { text: typed[1] ?? '', replyToMessageId: post.messageId });
    await room.sends(anne, { text: typed[2] ?? '' });
    await room.sends(anne, { voice: { durationSeconds: 3 } });
    await room.sends(anne, { photo: {}, replyToMessageId: post.messageId });
    // Whatever came before it has been read by the time this is answered.
    await room.sends(bram, { text: '/hulp' });
    await bram.sees('Veilig Thuis');
    expect(anne.messages()).toHaveLength(cards);
    await room.sends(anne, { text: '/stop@SamenspraakBot' });
    await anne.sees('Het is stil.');
    expect(room.attempts()).toBe(before);
    expect(room.reads()).not.toMatch(/Veilig Thuis|Het is stil/);
    expect(tracesOf(typed, { directories: [bot.dataDir], texts: { output: bot.output() } })).toEqual([]);
  });
});
