import { describe, expect, it } from 'vitest';
import { refused } from '../../src/texts/nl/refusals.js';
import { nl } from '../../src/texts/nl/nl.js';
import { startBotProcess } from '../support/bot-process.js';
import { begin, join, pair } from '../support/couple.js';
import { oneBot } from '../support/one-bot.js';
import { openWorld } from '../support/world.js';

const dayMs = 24 * 3_600_000;

describe('pairing', () => {
  const house = oneBot();

  it('pairs one of ten people who open one link at once', async () => {
    const { world } = house();
    const anne = await world.person('Anne');
    const code = await begin(anne);
    const crowd = await Promise.all(Array.from({ length: 10 }, (_, index) => world.person(`Gast ${String(index)}`)));
    await Promise.all(crowd.map((one) => one.says(`/start ${code}`)));
    await Promise.all(crowd.map((one) => one.hears('Anne nodigt je uit')));
    await Promise.all(crowd.map((one) => one.taps(nl.labels.agree)));
    await world.until('nine to hear that the invite is used', () => {
      const used = crowd.filter((one) => one.chat()?.toast?.text.includes(refused({ refusal: 'code-used' })));
      return used.length === 9 ? true : undefined;
    });
    await anne.hears('doet mee');
    await world.until('one of them to be paired', () => {
      const paired = crowd.filter((one) => one.reads().includes('Je bent gekoppeld met Anne.'));
      return paired.length === 1 ? true : undefined;
    });
  });

  it('reads a typed code in any case, with or without dashes', async () => {
    const { world } = house();
    const anne = await world.person('Anne');
    const bram = await world.person('Bram');
    const code = await begin(anne);
    await bram.says(code.replace(/(.{4})(?=.)/g, '$1-').toLowerCase());
    await bram.hears('Anne nodigt je uit');
  });

  it('has a sentence of its own for every code that opens nothing', async () => {
    const { world } = house();
    const anne = await world.person('Anne');
    const bram = await world.person('Bram');
    const cleo = await world.person('Cleo');
    const first = await begin(anne);
    await anne.says(first);
    await anne.hears(refused({ refusal: 'code-own' }));
    await bram.says('/start 0123456789AB');
    await bram.hears('Deze code ken ik niet');
    await anne.taps(nl.labels.newCode);
    const invite = await anne.hears(/start=/);
    const second = /start=(\w+)/.exec(invite.text)?.[1] ?? '';
    expect(second).not.toBe(first);
    await bram.says(`/start ${first}`);
    await bram.hears(refused({ refusal: 'code-replaced' }));
    await join(bram, second);
    await bram.hears('gekoppeld met Anne');
    await cleo.says(`/start ${second}`);
    await cleo.hears(refused({ refusal: 'code-used' }));
    const other = await begin(cleo);
    await bram.says(`/start ${other}`);
    await bram.hears('Je bent al gekoppeld met Anne');
  });

  it('looks at nine wrong codes an hour, not at a tenth', async () => {
    const { world } = house();
    const dora = await world.person('Dora');
    for (let guess = 1; guess <= 9; guess += 1) await dora.says(`/start 0000-0000-000${String(guess)}`);
    await dora.says('/start 0000-0000-0010');
    await dora.hears(refused({ refusal: 'too-many-guesses' }));
    expect(dora.reads().match(/Deze code ken ik niet/g)).toHaveLength(9);
  });

  it('undoes a pairing without a word to the other', async () => {
    const { world } = house();
    const { anne, bram } = await pair(world);
    await anne.taps(nl.labels.undoPairing);
    await anne.hears('De koppeling met Bram ongedaan maken?');
    const before = bram.messages().length;
    await anne.taps(nl.labels.confirmUndo);
    await anne.hears(/start=/);
    await bram.says('/help');
    await bram.hears('Af en toe stel ik een vraag');
    expect(bram.messages()).toHaveLength(before + 2);
  });

  it('lets an invite expire after seven days, and says so once', async () => {
    const { world } = house();
    const eef = await world.person('Eef');
    const code = await begin(eef);
    await world.later(8 * dayMs);
    await eef.hears('Je uitnodiging is verlopen');
    const finn = await world.person('Finn');
    await finn.says(`/start ${code}`);
    await finn.hears(refused({ refusal: 'code-expired' }));
  });
});

describe('a bot for one couple', () => {
  it('lets in who comes through the first link or an invite from there, and nobody else', async () => {
    const world = await openWorld();
    const bot = await startBotProcess(world, { OPEN_TO: 'couple' });
    const owner = await world.person('Olga');
    const partner = await world.person('Piet');
    const passer = await world.person('Roos');
    const link = /start=(\w+)/.exec(bot.output())?.[1] ?? '';
    await passer.says('/start');
    await passer.hears(refused({ refusal: 'not-open' }));
    await join(owner, link);
    const invite = await owner.hears(/start=/);
    await passer.says(`/start ${link}`);
    await passer.hears(refused({ refusal: 'code-used' }));
    await join(partner, /start=(\w+)/.exec(invite.text)?.[1] ?? '');
    await partner.hears('gekoppeld met Olga');
    expect(world.wrongCalls()).toEqual([]);
    await bot.close();
    await world.close();
  });
});
