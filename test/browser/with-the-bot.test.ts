import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { en } from '../../src/texts/en/en.js';
import { nl } from '../../src/texts/nl/nl.js';
import { startBotProcess, type BotProcess } from '../support/bot-process.js';
import { openWorld, type World } from '../support/world.js';
import { artifact, launchChromium } from './chromium.js';
import { describeInChromium } from './describe-in-chromium.js';
import { openPage, sees } from './stage.js';

/** Two people at the page, the real bot behind it, from START to both answers. */
class Evening {
  constructor(private readonly page: Page) {}

  place(index: 0 | 1) {
    return this.page.locator(`.place.person-${String(index)}`);
  }

  async tap(index: 0 | 1, name: string): Promise<void> {
    await this.place(index).getByRole('button', { name }).last().click();
  }

  async write(index: 0 | 1, text: string): Promise<void> {
    await this.place(index).locator('textarea').fill(text);
    await this.place(index).locator('textarea').press('Enter');
  }

  async reads(index: 0 | 1, text: string): Promise<void> {
    await sees(this.place(index).getByRole('log').getByText(text));
  }
}

describeInChromium('the page with the real bot', () => {
  let browser: Browser;
  let world: World;
  let bot: BotProcess;

  beforeAll(async () => {
    browser = await launchChromium();
    world = await openWorld();
    bot = await startBotProcess(world);
  });

  afterAll(async () => {
    expect(world.wrongCalls()).toEqual([]);
    await bot.close();
    await world.close();
    await browser.close();
  });

  it('pairs two people, survives a fault and a restart, and opens both answers', async () => {
    const page = await openPage(browser, world.url, { reducedMotion: 'no-preference' });
    const evening = new Evening(page);
    await evening.tap(0, 'Start');
    await evening.tap(0, nl.labels.agree);
    await evening.tap(0, nl.labels.shareInvite);
    await evening.tap(1, 'Open');
    await evening.tap(1, nl.labels.otherLanguage);
    await evening.tap(1, en.labels.agree);
    await evening.reads(0, 'Bram doet mee.');

    await world.control('POST', '/faults', { kind: 'server-error', method: 'sendMessage', times: 2 });
    await evening.write(0, 'Je sjaal waaide weg.');
    await evening.reads(0, 'Zo krijgt je partner het straks te lezen');
    await evening.tap(0, nl.labels.seal);
    await evening.reads(0, 'Verzegeld. Tot je antwoord opengaat, kun je het terugnemen.');

    await bot.kill();
    await bot.start();
    await evening.write(1, 'You ran after it.');
    await evening.reads(1, 'This is what your partner will read');
    expect(await evening.place(1).getByText('sjaal').count()).toBe(0);
    await evening.tap(1, en.labels.seal);
    await evening.reads(0, 'Jullie antwoorden zijn open.');
    await evening.reads(1, 'Your answers are open.');
    await evening
      .place(1)
      .getByRole('button', { name: /Verborgen|Hidden/ })
      .first()
      .click();
    await evening.reads(1, 'Je sjaal waaide weg.');
    await page.screenshot({ path: artifact('with-the-bot') });
    await page.context().close();
  });
});
