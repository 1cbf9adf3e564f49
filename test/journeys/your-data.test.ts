import { describe, expect, it } from 'vitest';
import { nl } from '../../src/texts/nl/nl.js';
import { pair } from '../support/couple.js';
import { oneBot } from '../support/one-bot.js';
import type { Someone } from '../support/world.js';

const { labels } = nl;
const hostile = `<script>alert(1)</script> & "quotes"`;

describe('wat van iemand bewaard wordt', () => {
  const house = oneBot();

  const erases = async (someone: Someone, what: string) => {
    await someone.says('/wis');
    await someone.hears('Wat wil je wissen?');
    await someone.taps(what);
    await someone.sees(/Terugdraaien kan niet|Terughalen kan niet/);
    await someone.taps(labels.eraseNow);
  };

  it('komt in twee bestanden, zonder een woord van de ander, en gaat weg: de chat, de antwoorden, alles', async () => {
    const { world, bot } = house();
    const { anne, bram } = await pair(world);
    await anne.says(hostile);
    await anne.hears('Zo krijgt je partner het straks te lezen:');
    await anne.taps(labels.seal);
    await bram.says('Brams geheim');
    await bram.hears('Zo krijgt je partner het straks te lezen:');
    await bram.taps(labels.seal);
    await anne.hears('Brams geheim');

    await anne.says('/export');
    const [page, data] = await world.until('two documents', () => {
      const documents = anne.messages().flatMap(({ media }) => (media?.kind === 'document' ? [media] : []));
      return documents.length === 2 ? documents : undefined;
    });
    const read = async (url: string | null | undefined) => (await fetch(new URL(url ?? '', world.url))).text();
    const html = await read(page?.url);
    expect(page?.fileName).toMatch(/\.html$/);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot;');
    expect(html).not.toContain('<script');
    const json = await read(data?.url);
    expect(JSON.parse(json)).toMatchObject({
      format: 'samenspraak-export',
      rounds: [{ answer: { state: 'sealed', pieces: [{ text: hostile }] } }],
    });
    for (const file of [html, json]) expect(file).not.toMatch(/Bram/);

    await anne.says('/hulp');
    await anne.hears('Veilig Thuis');
    await erases(anne, labels.eraseChat);
    await anne.hears('De laatste 48 uur zijn hier weg.');
    const isAllGone = () =>
      world.until('the chat to be empty but for that', () => (anne.messages().length === 1 ? true : undefined));
    await isAllGone();
    expect(bram.reads()).toContain('alert(1)');
    // The five minutes of the help page are over, and there is nothing left for them to do.
    await world.later(6 * 60_000);
    // What both hear some minutes after the first answers: nothing comes after that by itself.
    await anne.hears('Voortaan');
    await bram.hears('Voortaan');
    await anne.says('/help');
    await anne.hears('Af en toe stel ik een vraag');
    await erases(anne, labels.eraseChat);
    await anne.hears('De laatste 48 uur zijn hier weg.');
    await isAllGone();
    const sent = world.calls.filter(({ method, chatId }) => method === 'sendMessage' && chatId === anne.id);
    expect(sent.filter(({ params }) => JSON.stringify(params).includes('Veilig Thuis'))).toHaveLength(1);

    const before = bram.messages().length;
    await erases(anne, labels.eraseAnswers);
    await anne.sees('Je antwoorden zijn gewist.');
    await world.later(11 * 60_000);
    await anne.says('/export');
    const left = await world.until('the next file', () => {
      const files = anne
        .messages()
        .flatMap(({ media }) => (media?.fileName?.endsWith('.json') === true ? [media] : []));
      return files.at(-1);
    });
    expect(JSON.parse(await read(left.url))).toMatchObject({ rounds: [], listened: [], pending: [] });
    expect(bram.messages()).toHaveLength(before);

    await erases(anne, labels.eraseEverything);
    await anne.hears('Alles is gewist. Het ga je goed.');
    await bram.hears('Jullie koppeling is beëindigd. Meer kan ik er niet over zeggen');
    expect(bot.output()).not.toMatch(/alert\(1\)|geheim/);
  });
});
