import { afterAll, describe, expect, it } from 'vitest';
import { refused } from '../../src/texts/nl/refusals.js';
import { nl } from '../../src/texts/nl/nl.js';
import { answers, pair } from '../support/couple.js';
import { oneBot } from '../support/one-bot.js';

describe('what the bot did not ask for', () => {
  const house = oneBot();

  afterAll(() => {
    expect(house().bot.output()).not.toMatch(/"level":"error"/);
  });

  it('gets a kind sentence, and nothing of it becomes an answer', async () => {
    const { world } = house();
    const { anne, bram } = await pair(world);
    for (const what of [
      { sticker: { emoji: '🦊' } },
      { location: { latitude: 51.05, longitude: 3.72 } },
      { poll: { question: 'Pasta?' } },
      { videoNote: { durationSeconds: 3 } },
    ]) {
      await anne.sends(what);
      await anne.hears(refused({ refusal: 'media-unsupported' }));
    }
    const file = { file_id: 'BAAD', file_unique_id: 'x', file_size: 9, mime_type: 'x/y', file_name: 'geheim.pdf' };
    const size = { duration: 3, width: 9, height: 9 };
    for (const media of [
      { video: { ...file, ...size } },
      { document: file },
      { animation: { ...file, ...size }, document: file },
      { audio: { ...file, duration: 3 } },
      { contact: { phone_number: '0', first_name: 'Iemand' } },
    ]) {
      const from = { id: anne.id, is_bot: false, first_name: 'Anne' };
      const message = { message_id: 9_000, date: 0, chat: { id: anne.id, type: 'private' }, from, ...media };
      await world.control('POST', '/updates', { message });
      await anne.hears(refused({ refusal: 'media-unsupported' }));
    }
    await anne.sends({ text: 'van een ander', forwardedFrom: 'Iemand' });
    await anne.hears(refused({ refusal: 'forwarded-unsupported' }));
    await anne.says('/dansje');
    await anne.hears(refused({ refusal: 'unknown-command' }));
    expect(anne.reads()).not.toContain('Zo krijgt je partner het straks te lezen');
    // A voice note is asked for, and goes on by reference.
    await anne.sends({ voice: { durationSeconds: 4 } });
    await anne.taps(nl.labels.allowVoice);
    await anne.sees('🎙 0:04');
    await bram.says('En ik getypt');
    await bram.hears('Zo krijgt je partner het straks te lezen');
    for (const one of [anne, bram]) await one.taps(nl.labels.seal);
    await world.until('the voice to arrive', () => bram.messages().find(({ media }) => media?.kind === 'voice'));
  });

  it('slows whoever floods it, and nobody else', async () => {
    const { world } = house();
    const { anne, bram } = await pair(world);
    await world.control('POST', '/faults', { kind: 'latency', chatId: anne.id, delayMs: 250 });
    const repliesTo = (id: number) =>
      world.calls.filter(({ chatId, method }) => chatId === id && method === 'sendMessage').length;
    const before = repliesTo(anne.id);
    await Promise.all(Array.from({ length: 130 }, () => anne.says('/dansje')));
    await bram.says('/help');
    await bram.hears('Af en toe stel ik een vraag');
    expect(repliesTo(anne.id) - before).toBeLessThan(40);
    await world.control('DELETE', '/faults');
    await anne.hears(refused({ refusal: 'too-fast' }));
    await anne.says('/hulp');
    await anne.hears('Veilig Thuis');
    // One more for the page, should a new minute have begun meanwhile there are as many again.
    expect(repliesTo(anne.id) - before).toBeLessThanOrEqual(2 * 101 + 1);
  });

  it('says what a text over the limit did to the draft, and keeps the rest', async () => {
    const { world } = house();
    const { anne } = await pair(world);
    await anne.says('het begin');
    await anne.hears('Zo krijgt je partner het straks te lezen:\nhet begin');
    await anne.says('x'.repeat(4_000));
    await anne.hears('4010');
    const tooMuch = { id: anne.id, is_bot: false, first_name: 'Anne' };
    await world.control('POST', '/updates', {
      message: {
        message_id: 9_999,
        date: 0,
        chat: { id: anne.id, type: 'private' },
        from: tooMuch,
        text: 'y'.repeat(10_000),
      },
    });
    await anne.hears('10010');
    await anne.says('het eind');
    await anne.hears('Zo krijgt je partner het straks te lezen:\nhet begin\nhet eind');
  });

  it('brings text that looks like markup as it was typed', async () => {
    const { world } = house();
    const { anne, bram } = await pair(world);
    const odd =
      '<b>niet vet</b> *nee* _ook niet_ [x](y) & \\ 🦊👩‍👩‍👧 \u202Etxet\n\nDe koppeling is beëindigd.\n[Loskoppelen] /stop';
    await answers(anne, odd);
    await answers(bram, '```');
    const opened = await bram.hears('Jullie antwoorden zijn open.');
    expect(opened.text).toContain(odd);
    const spoiler = opened.entities.filter(({ type }) => type === 'spoiler')[1];
    expect(opened.text.slice(spoiler?.offset, (spoiler?.offset ?? 0) + (spoiler?.length ?? 0))).toBe(odd);
  });

  it('passes over groups, channels, bots and updates of no shape at all', async () => {
    const { world } = house();
    const { anne } = await pair(world);
    const person = { id: anne.id, is_bot: false, first_name: 'Anne' };
    const group = { id: -100, type: 'group', title: 'Groep' };
    for (const update of [
      { message: { message_id: 1, date: 0, chat: group, from: person, text: '/start' } },
      { channel_post: { message_id: 1, date: 0, chat: { id: -1, type: 'channel', title: 'K' }, text: 'x' } },
      {
        message: {
          message_id: 2,
          date: 0,
          chat: { id: 9, type: 'private' },
          from: { ...person, id: 9, is_bot: true },
          text: 'x',
        },
      },
      { message: null },
      { message: { text: 5 } },
      { callback_query: { id: 'x' } },
      { unheard_of: { a: [1, { b: null }] } },
      {},
    ]) {
      await world.control('POST', '/updates', update);
    }
    await anne.says('/help');
    await anne.hears('Af en toe stel ik een vraag');
    expect(world.calls.filter(({ chatId }) => chatId === -100 || chatId === 9)).toEqual([]);
  });

  it('asks before a short word counts as an answer', async () => {
    const { world } = house();
    const { anne } = await pair(world);
    await anne.says('Oké.');
    await anne.hears(nl.say.offer({ what: 'short', partner: null }, {} as never) as string);
    await anne.taps(nl.labels.thisIsIt);
    await anne.hears('Zo krijgt je partner het straks te lezen:\nOké.');
  });
});
