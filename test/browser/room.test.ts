import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { GroupView } from '../../src/emulator/contract.js';
import { en } from '../../src/texts/en/en.js';
import { nl } from '../../src/texts/nl/nl.js';
import { startBotProcess, type BotProcess } from '../support/bot-process.js';
import { answers, pair } from '../support/couple.js';
import { roomsOn } from '../support/room-questions.js';
import { openWorld, type World } from '../support/world.js';
import { lookRules, seriousFindings } from './axe.js';
import { artifact, launchChromium } from './chromium.js';
import { describeInChromium } from './describe-in-chromium.js';
import { actor, openPage, sees } from './stage.js';

const words = {
  nl: {
    ...{ locale: 'nl-NL', labels: nl.labels, open: 'Jullie antwoorden zijn open.', inUse: 'De kamer is in gebruik.' },
    ...{ newGroup: 'Nieuwe groep met Bram', panel: 'Groep Anne en Bram', whatIf: 'Wat als…' },
    ...{ strangerIn: 'Laat een vreemde binnen via de link', shut: 'Er is iemand bij gekomen in jullie kamer.' },
    ...{ again: 'Zeggen jullie allebei opnieuw ja', empty: 'De kamer is leeg en ik ben eruit.' },
  },
  en: {
    ...{ locale: 'en-GB', labels: en.labels, open: 'Your answers are open.', inUse: 'The room is in use.' },
    ...{ newGroup: 'New group with Bram', panel: 'Group Anne and Bram', whatIf: 'What if…' },
    ...{ strangerIn: 'Let a stranger in by the link', shut: 'Somebody has joined your room.' },
    ...{ again: 'If you both say yes again', empty: 'The room is empty and I’ve left it.' },
  },
};

/** Colours make no difference to most of it, which is looked at in one of the two. */
async function looksWell(page: Page, name: string): Promise<void> {
  await page.evaluate(axe.source);
  for (const [colorScheme, rules] of [['dark', lookRules] as const, ['light', {}] as const]) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: artifact(`${name}-${colorScheme}`) });
    expect(await seriousFindings(page, rules)).toEqual([]);
  }
}

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
      bot = await startBotProcess(world, roomsOn);
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
      expect((await world.state()).groups[0]?.messages.some(({ text }) => text.includes('soup'))).toBe(false);
      await looksWell(opened, `room-${language}-shut`);

      const now = async () => (await world.state()).groups.at(-1) as GroupView;
      const happens = async (what: string, body: object) => {
        await world.control('POST', `/groups/${String((await now()).id)}/${what}`, body);
      };
      const known = [couple.anne.id, couple.bram.id];
      const strangers = (await now()).members.filter(
        ({ person, status }) => status === 'member' && !known.includes(person.id),
      );
      for (const { person } of strangers) await happens('remove', { personId: person.id });
      await bram.phone.getByRole('button', { name: labels.roomLook }).last().click();
      for (const one of [anne, bram]) {
        await sees(one.log.getByText(says.again));
        await one.phone.getByRole('button', { name: labels.roomYes }).last().click();
      }
      await sees(bram.log.getByText(says.inUse).last());
      await happens('migrate', {});
      await looksWell(opened, `room-${language}-moved`);

      await anne.writes('/kamer');
      await anne.phone.getByRole('button', { name: labels.roomClose }).last().click();
      for (const one of [anne, bram]) await sees(one.log.getByText(says.empty));
      await looksWell(opened, `room-${language}-empty`);
      expect(world.wrongCalls()).toEqual([]);
    },
  );
});
