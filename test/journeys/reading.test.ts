import { afterAll, describe, expect, it } from 'vitest';
import { refused } from '../../src/texts/nl/refusals.js';
import { nl } from '../../src/texts/nl/nl.js';
import { answers, begin, join, pair } from '../support/couple.js';
import { oneBot } from '../support/one-bot.js';
import type { Someone, World } from '../support/world.js';

/** What people type, paste, edit and are called, as Telegram brings it. */

const chatOf = ({ id, name }: Someone) => ({
  date: 1_795_000_000,
  chat: { id, type: 'private', first_name: name },
  from: { id, is_bot: false, first_name: name },
});
let nextNumber = 20_000;
const brings = async (world: World, who: Someone, parts: object) => {
  nextNumber += 1;
  await world.control('POST', '/updates', { message: { message_id: nextNumber, ...chatOf(who), ...parts } });
};
const draft = 'te lezen:';

describe('what the bot reads', () => {
  const house = oneBot();

  afterAll(() => {
    expect(house().bot.output()).not.toMatch(/"level":"error"/);
    expect(house().world.wrongCalls()).toEqual([]);
  });

  it('opens to both, whatever somebody is called', async () => {
    const { world } = house();
    for (const blank of ['\u3164', '\u2800', '\u00ad\u200f', '\u0301']) {
      const anne = await world.person('Anne');
      const bram = await world.person('Bram', { firstName: blank });
      await join(bram, await begin(anne));
      await bram.hears('gekoppeld met Anne');
      await anne.hears('Je partner doet mee.');
      await answers(anne, 'Van Anne');
      await answers(bram, 'Van de ander');
      await anne.hears('Van de ander');
      await bram.hears('Van Anne');
    }
  }, 60_000);

  it('takes nothing that nobody can see for an answer', async () => {
    const { world } = house();
    const { anne } = await pair(world);
    await anne.says('\u3164');
    await anne.hears(refused({ refusal: 'empty-draft' }));
    expect(anne.reads()).not.toContain(draft);
  });

  it('keeps a voice note of which Telegram does not know how long it is', async () => {
    const { world } = house();
    const { anne } = await pair(world);
    await brings(world, anne, { voice: { file_id: 'AwACAgQ', file_unique_id: 'u', duration: 0 } });
    await anne.taps(nl.labels.allowVoice);
    await anne.sees('🎙');
  });

  it('hears a way out whatever stands behind it, and keeps no slash', async () => {
    const { world } = house();
    const { anne, bram } = await pair(world);
    await anne.says('//hulp!');
    await anne.hears('112');
    await anne.says('／stop.');
    await anne.hears(/stil/i);
    await bram.says('/5 sterren');
    await bram.hears(refused({ refusal: 'unknown-command' }));
    expect(bram.reads()).not.toContain(draft);
  });

  it('hears an edit of what it refused, once', async () => {
    const { world } = house();
    const { anne, bram } = await pair(world);
    const typed = await anne.says('/stpo');
    await anne.hears(refused({ refusal: 'unknown-command' }));
    await anne.edits(typed, '/stop');
    await anne.hears(/stil/i);
    await anne.says('/start');
    await anne.hears(/gekoppeld met Bram/);
    await anne.edits(typed, '/stop');
    await anne.says('Ik ben er weer.');
    await anne.hears(draft);
    const long = await bram.says('x'.repeat(2_000));
    await bram.hears('1500');
    await bram.edits(long, 'Korter.');
    await bram.hears('Korter.');
    await bram.edits(long, 'Nog korter.');
    await bram.sees('Nog korter.');
    const wrong = await world.person('Cleo');
    const code = await begin(await world.person('Dirk'));
    const mistyped = await wrong.says(`0${code.slice(1, -1)}${code.endsWith('Z') ? 'Y' : 'Z'}`);
    await wrong.hears('Deze code ken ik niet');
    await wrong.edits(mistyped, code);
    await wrong.hears('Dirk nodigt je uit');
  });

  it('reads the invite back as it handed it out, pasted or passed on', async () => {
    const { world } = house();
    const anne = await world.person('Anne');
    await begin(anne);
    const invite = anne.messages().find(({ text }) => text.includes('start='))?.text ?? '';
    const pasted = await world.person('Bram');
    await pasted.says(invite);
    await pasted.hears('Anne nodigt je uit');
    const quoted = await world.person('Cleo');
    await quoted.says(`«${/De code is (\S+?)\.?\s/.exec(invite)?.[1] ?? ''}».`.toLowerCase());
    await quoted.hears('Anne nodigt je uit');
    const forwarded = await world.person('Dirk');
    await forwarded.sends({ text: invite, forwardedFrom: 'Anne' });
    await forwarded.hears('Anne nodigt je uit');
    const broken = await world.person('Eef');
    await broken.says('/start https://t.me/bot?start=7K3F9');
    await broken.hears(refused({ refusal: 'code-unreadable' }));
    expect(broken.messages().filter(({ from }) => from === 'bot')).toHaveLength(1);
  });

  it('asks two who began alone in one line, and again below a sealed answer', async () => {
    const { world } = house();
    const anne = await world.person('Anne');
    const bram = await world.person('Bram');
    const code = await begin(anne);
    await begin(bram);
    await bram.says(code);
    const asked = await bram.hears('Anne nodigt je uit');
    expect(asked.text).not.toContain('18+');
    await answers(bram, 'De trein.');
    await bram.hears('Er wacht nog een uitnodiging');
    await bram.taps(nl.labels.pairUp);
    await bram.hears('gekoppeld met Anne');
    await anne.hears('Bram doet mee');
  });

  it('says before anybody agreed what to tap', async () => {
    const { world } = house();
    const anne = await world.person('Anne');
    await anne.says('/start');
    await anne.hears(/18\+/);
    await anne.says('hoi, wat is dit?');
    await anne.hears(refused({ refusal: 'agree-above' }));
  });

  it('asks once about an album of ten photos', async () => {
    const { world } = house();
    const { anne } = await pair(world);
    const photo = [{ file_id: 'p', file_unique_id: 'u', width: 9, height: 9 }];
    for (let count = 0; count < 10; count += 1) await brings(world, anne, { photo, media_group_id: 'g1' });
    await anne.says('/help');
    await anne.hears(/vraag/);
    const asked = anne
      .messages()
      .filter(({ keyboard }) => keyboard.flat().some(({ text }) => text === nl.labels.allowPhoto));
    expect(asked).toHaveLength(1);
  });

  it('brings words as they were set, below their cover', async () => {
    const { world } = house();
    const { anne, bram } = await pair(world);
    const text = 'Kijk, dit was het.';
    await brings(world, anne, {
      text,
      entities: [
        { type: 'text_link', offset: 0, length: 4, url: 'https://example.org/foto' },
        { type: 'spoiler', offset: 6, length: 3 },
        { type: 'bold', offset: 10, length: 3 },
        { type: 'custom_emoji', offset: 14, length: 3, custom_emoji_id: '5' },
      ],
    });
    await anne.hears(text);
    await anne.taps(nl.labels.seal);
    await answers(bram, 'Van Bram');
    const opened = await bram.hears(text);
    const at = opened.text.indexOf(text);
    const own = opened.entities.filter(({ offset, length }) => offset >= at && offset + length <= at + text.length);
    expect(own.map(({ type }) => type).sort()).toEqual(['bold', 'spoiler', 'text_link']);
    expect(own.find(({ type }) => type === 'spoiler')).toMatchObject({ offset: at, length: text.length });
  });

  it('asks for whom a question about the bot was', async () => {
    const { world } = house();
    const { anne } = await pair(world);
    await anne.says('wanneer komt de volgende vraag?');
    await anne.hears('Vraag je dit aan mij, of is het je antwoord?');
    await anne.taps(nl.labels.forBot);
    await anne.hears('gekoppeld met Bram');
    expect(anne.reads()).not.toContain(draft);
  });

  it('lets somebody in by a link in any of its forms', async () => {
    const { world } = house();
    const anne = await world.person('Anne');
    const bram = await world.person('Bram');
    const code = await begin(anne);
    await bram.says(`tg://resolve?domain=een_bot&start=${code}`);
    await bram.hears('Anne nodigt je uit');
    await join(bram, `https://telegram.me/een_bot?start=${code}`);
    await bram.hears('gekoppeld met Anne');
  });
});
