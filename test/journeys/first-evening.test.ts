import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBotProcess, type BotProcess } from '../support/bot-process.js';
import { openWorld, type World } from '../support/world.js';

describe('two people meet the bot', () => {
  let world: World;
  let bot: BotProcess;

  beforeAll(async () => {
    world = await openWorld();
    bot = await startBotProcess(world);
  });

  afterAll(async () => {
    await bot.close();
    await world.close();
  });

  it('takes them from the first /start to both answers, open at once', async () => {
    const anne = await world.person('Anne');
    const bram = await world.person('Bram');

    await anne.says('/start');
    await anne.hears('Dag Anne. Af en toe stel ik jullie één vraag.');
    await anne.taps('Ik ben 18+ en ga akkoord');
    const invite = await anne.hears('Stuur je partner deze uitnodiging');
    await anne.hears('Welk klein moment uit jullie begin weet je nog goed?');

    const code = /start=(\w+)/.exec(invite.text)?.[1] ?? '';
    await bram.says(`/start ${code}`);
    const welcome = await bram.hears('Dag Bram. Anne nodigt je uit.');
    expect(welcome.text).toContain('Nu niet? Anne krijgt daar geen bericht van.');
    await bram.taps('Ik ben 18+ en ga akkoord');
    await bram.hears('Je bent gekoppeld met Anne.');
    await bram.hears('Welk klein moment uit jullie begin weet je nog goed?');
    await anne.hears('Bram doet mee.');

    await anne.says('De regen op je jas.');
    await anne.hears('Zo gaat het open:');
    await anne.taps('Verzegel');
    await world.until('Anne to see it sealed', () =>
      anne.messages().some(({ text }) => text.startsWith('Verzegeld. Tot het opengaat')) ? true : undefined,
    );
    await bram.says('Hoe je lachte om de kaart.');
    await bram.hears('Zo gaat het open:');
    expect(bram.reads()).not.toContain('regen');
    await bram.taps('Verzegel');

    for (const [reader, own, other] of [
      [anne, 'De regen op je jas.', 'Hoe je lachte om de kaart.'],
      [bram, 'Hoe je lachte om de kaart.', 'De regen op je jas.'],
    ] as const) {
      const opened = await reader.hears('Jullie antwoorden zijn open.');
      expect(opened.text.indexOf(own)).toBeGreaterThan(0);
      expect(opened.text.indexOf(other)).toBeGreaterThan(opened.text.indexOf(own));
      expect(opened.isProtected).toBe(true);
      const spoilers = opened.entities.filter(({ type }) => type === 'spoiler');
      expect(spoilers.map(({ offset, length }) => opened.text.slice(offset, offset + length))).toEqual([own, other]);
    }
    expect(world.wrongCalls()).toEqual([]);
  });
});
