import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { GroupView } from '../../src/emulator/contract.js';
import { en } from '../../src/texts/en/en.js';
import { nl } from '../../src/texts/nl/nl.js';
import { startBotProcess, type BotProcess } from '../support/bot-process.js';
import { answers, pair } from '../support/couple.js';
import { openWorld, type World } from '../support/world.js';
import { artifact, launchChromium } from './chromium.js';
import { describeInChromium } from './describe-in-chromium.js';
import { actor, openPage, sees } from './stage.js';

const words = {
  nl: {
    ...{ locale: 'nl-NL', labels: nl.labels, open: 'Jullie antwoorden zijn open.', inUse: 'De kamer is in gebruik.' },
    ...{ newGroup: 'Nieuwe groep met Bram', panel: 'Groep Anne en Bram', whatIf: 'Wat als…' },
    ...{ strangerIn: 'Laat een vreemde binnen via de link', shut: 'Er is iemand bij gekomen in jullie kamer.' },
  },
  en: {
    ...{ locale: 'en-GB', labels: en.labels, open: 'Your answers are open.', inUse: 'The room is in use.' },
    ...{ newGroup: 'New group with Bram', panel: 'Group Anne and Bram', whatIf: 'What if…' },
    ...{ strangerIn: 'Let a stranger in by the link', shut: 'Somebody has joined your room.' },
  },
};

describeInChromium('the room on the page, with the real bot', () => {
  let browser: Browser;
  let world: World;
  let bot: BotProcess;
  let page: Page | null = null;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    await page?.context().close();
    page = null;
    await bot.close();
    await world.close();
  });

  it.each(['nl', 'en'] as const)(
    'opens there once, and is emptied before one’s eyes when a stranger comes (%s)',
    async (language) => {
      world = await openWorld();
      bot = await startBotProcess(world, { ROOMS: 'on' });
      const { labels, ...says } = words[language];
      const couple = await pair(world, { languageCode: language }, { languageCode: language }, language);
      for (const one of [couple.anne, couple.bram]) await answers(one, `the beginning, by ${one.name}`, language);
      for (const one of [couple.anne, couple.bram]) await one.sees(says.open);
      const opened = await openPage(browser, world.url, {
        locale: says.locale,
        viewport: { width: 1360, height: 900 },
      });
      page = opened;
      const [anne, bram] = [actor(opened, couple.anne.id), actor(opened, couple.bram.id)];

      await anne.writes('/kamer');
      await anne.phone.getByRole('button', { name: labels.makeRoom }).click();
      await anne.phone.getByRole('button', { name: says.newGroup }).click();
      const panel = opened.getByRole('region', { name: says.panel });
      await bram.phone.getByRole('button', { name: labels.roomYes }).click();
      await sees(anne.log.getByText(says.inUse));
      await anne.writes('/vraag');
      await anne.phone.getByRole('button', { name: labels.askLight }).click();
      for (const [one, text] of [
        [anne, 'soup'],
        [bram, 'bread'],
      ] as const) {
        await sees(one.phone.locator('.message.from-bot .key').last());
        await one.writes(text);
        await one.phone.getByRole('button', { name: labels.seal, exact: true }).last().click();
      }
      await sees(panel.getByRole('button', { name: labels.roomApart }));
      await opened.screenshot({ path: artifact(`room-${language}-open`) });
      const group = (await world.state()).groups[0] as GroupView;
      expect(group.messages.at(-1)?.text).toContain('soup');
      expect(couple.anne.reads()).not.toContain('bread');

      await panel.getByRole('button', { name: says.whatIf }).click();
      await panel.getByRole('button', { name: says.strangerIn }).click();
      for (const one of [anne, bram]) await sees(one.log.getByText(says.shut));
      await panel.getByRole('button', { name: labels.roomApart }).waitFor({ state: 'detached' });
      await couple.anne.sees('bread');
      await opened.screenshot({ path: artifact(`room-${language}-shut`) });
      expect((await world.state()).groups[0]?.messages.some(({ text }) => text.includes('soup'))).toBe(false);
      expect(world.wrongCalls()).toEqual([]);
    },
  );
});
