import axe from 'axe-core';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { GroupView } from '../../src/emulator/contract.js';
import { lookRules, seriousFindings } from './axe.js';
import { artifact, launchChromium } from './chromium.js';
import { describeInChromium } from './describe-in-chromium.js';
import { actor, sees, seesNo, setStage, type Stage } from './stage.js';

let browser: Browser;
let stage: Stage | null = null;

const desktop = { viewport: { width: 1280, height: 860 } };
const narrow = { viewport: { width: 360, height: 740 }, hasTouch: true };
const keyboard = {
  keyboard: [
    [{ text: 'Kies of maak een groep', request_chat: { request_id: 1, chat_is_channel: false, bot_is_member: true } }],
  ],
  one_time_keyboard: true,
  resize_keyboard: true,
};

/** The stage with a group that Anne made for the bot’s button, and its panel beside the phones. */
async function withGroup(
  options: BrowserContextOptions = desktop,
  words = { of: 'Groep Anne en Bram', new: 'Nieuwe groep met Bram' },
) {
  stage = await setStage(browser, options);
  const { anne, bot, page } = stage;
  await bot.call('sendMessage', { chat_id: anne.id, text: 'Maak hieronder een groep.', reply_markup: keyboard });
  await anne.phone.getByRole('button', { name: 'Kies of maak een groep' }).click();
  await anne.phone.getByRole('button', { name: words.new }).click();
  const panel = page.getByRole('region', { name: words.of });
  await panel.waitFor({ state: 'attached' });
  const { chat_shared } = await bot
    .next<{ chat_shared?: { chat_id: number } }>('message')
    .then(async (message) =>
      message.chat_shared ? message : await bot.next<{ chat_shared?: { chat_id: number } }>('message'),
    );
  const id = chat_shared?.chat_id ?? 0;
  return { ...stage, panel, id, group: actor(page, id) };
}

const groupNow = async (on: Stage) => (await on.state()).groups.at(-1) as GroupView;

describeInChromium('a group beside the two phones', () => {
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    await stage?.close();
    stage = null;
  });

  it('comes when a button of the bot asks for one; each of the two writes there, and the bot hears what is for it', async () => {
    const { panel, group, bot, id, anne, page } = await withGroup();
    await sees(anne.phone.getByText('De groep staat ernaast'));
    await seesNo(anne.phone.getByRole('button', { name: 'Kies of maak een groep' }));
    await sees(panel.getByText('3 leden, bot leest niet mee'));
    await group.writes('Dag lief');
    await sees(panel.getByRole('img', { name: 'De bot krijgt dit niet te zien' }));
    await panel.getByRole('combobox', { name: 'Telefoon van' }).selectOption('Bram');
    await sees(panel.locator('.author', { hasText: 'Anne' }));
    await bot.call('setMyCommands', {
      commands: [{ command: 'kamer', description: 'De kamer' }],
      scope: { type: 'all_group_chats' },
    });
    await panel.getByRole('button', { name: 'Opdrachten van de bot' }).click();
    await panel.getByRole('option', { name: /kamer/ }).click();
    expect(await bot.next('message')).toMatchObject({ text: '/kamer@SamenspraakBot', from: { first_name: 'Bram' } });
    const reply_markup = { inline_keyboard: [[{ text: 'Liever apart', callback_data: 'apart' }]] };
    await bot.call('sendMessage', { chat_id: id, text: 'Open voor jullie allebei.', reply_markup });
    await panel.getByRole('button', { name: 'Liever apart' }).click();
    const query = await bot.next<{ id: string; from: { first_name: string } }>('callback_query');
    expect(query.from.first_name).toBe('Bram');
    await bot.call('answerCallbackQuery', { callback_query_id: query.id, text: 'Alleen voor Bram', show_alert: true });
    await sees(panel.getByRole('alertdialog'));
    await page.screenshot({ path: artifact('group-alert') });
    await panel.getByRole('button', { name: 'Oké' }).click();
    await panel.getByRole('combobox', { name: 'Telefoon van' }).selectOption('Anne');
    await seesNo(panel.getByRole('alertdialog'));
  });

  it('shows what happens when a stranger comes, the bot is promoted or removed, and the group moves', async () => {
    const { panel, group, bot } = await withGroup();
    const happens = async (name: string) => {
      await panel.getByRole('button', { name: 'Wat als…' }).click();
      await panel.getByRole('button', { name }).click();
    };
    await happens('Laat een vreemde binnen via de link');
    await sees(panel.getByText('Cleo is erbij gekomen'));
    await sees(panel.getByText('4 leden'));
    await panel.getByRole('combobox', { name: 'Telefoon van' }).selectOption('Cleo');
    await group.writes('Ben ik hier goed?');
    await happens('Stuur Cleo weg');
    await sees(panel.getByText('Anne heeft Cleo weggehaald'));
    await happens('Maak de bot beheerder');
    await sees(panel.getByText('bot leest alles'));
    await happens('Maak de bot weer gewoon lid');
    await happens('Maak de groep openbaar');
    await sees(panel.getByText('@iedereen_welkom'));
    await sees(panel.getByText('Dit is nu een supergroep').first());
    await sees(panel.getByText('Ben ik hier goed?'));
    await happens('Anne gaat eruit');
    await sees(panel.getByText('Anne is eruit gegaan'));
    await happens('Zet Anne erbij');
    await happens('Haal de bot weg');
    await sees(panel.getByText('zonder bot'));
    await happens('Zet de bot erbij');
    await sees(panel.getByText('bot leest niet mee'));
    const now = await groupNow(stage as Stage);
    expect(now).toMatchObject({ kind: 'supergroup', memberCount: 3, bot: { status: 'member' } });
    await bot.call('sendMessage', { chat_id: now.id, text: 'Hier ben ik weer' });
    await sees(panel.getByText('Hier ben ik weer'));
  });

  it('opens the bot’s startgroup link into a new group', async () => {
    stage = await setStage(browser);
    const { anne, bot, page } = stage;
    await bot.call('sendMessage', { chat_id: anne.id, text: 'https://t.me/SamenspraakBot?startgroup=kamer' });
    await anne.log.getByRole('link', { name: /startgroup/ }).click();
    await anne.phone.getByRole('button', { name: 'Nieuwe groep met Bram' }).click();
    await sees(page.getByRole('region', { name: 'Groep Anne en Bram' }).getByText('/start@SamenspraakBot kamer'));
  });

  it('can be made from behind the scenes, for a bot that asks for none', async () => {
    stage = await setStage(browser);
    const { page } = stage;
    await page.getByRole('button', { name: /Achter de schermen/ }).click();
    await page.getByRole('button', { name: 'Maak een groep met de bot' }).click();
    await sees(page.getByRole('region', { name: 'Groep Anne en Bram' }));
  });

  it.each([
    [
      'desktop',
      desktop,
      'nl-NL',
      { of: 'Groep Anne en Bram', new: 'Nieuwe groep met Bram', tab: 'Groep', whatIf: 'Wat als…' },
    ],
    [
      'narrow',
      narrow,
      'en-GB',
      { of: 'Group Anne and Bram', new: 'New group with Bram', tab: 'Group', whatIf: 'What if…' },
    ],
  ] as const)('is well made on a %s screen, in both languages and colours', async (size, options, locale, words) => {
    const { page, panel, group, bot, id } = await withGroup({ ...options, locale }, words);
    if (size === 'narrow') {
      await page.getByRole('navigation').getByRole('button', { name: words.tab }).tap();
      await expect.poll(async () => Math.abs((await panel.boundingBox())?.x ?? Infinity)).toBeLessThan(2);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    }
    const text = 'Dit is open.\nWat deed je goed?\n\nAnne: Koffie op bed.\n\nBram: Je vroeg hoe het ging.';
    await bot.call('sendMessage', {
      chat_id: id,
      text,
      entities: [{ type: 'spoiler', offset: 13, length: text.length - 13 }],
      reply_markup: { inline_keyboard: [[{ text: 'Liever apart', callback_data: 'apart' }]] },
    });
    await group.writes('Dat wist ik niet meer');
    await page.evaluate(axe.source);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.screenshot({ path: artifact(`group-${size}-dark`) });
    expect(await seriousFindings(page, lookRules)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.screenshot({ path: artifact(`group-${size}-light`) });
    await panel.getByRole('button', { name: words.whatIf }).click();
    await page.screenshot({ path: artifact(`group-${size}-what-if`) });
    expect(await seriousFindings(page, {})).toEqual([]);
    const place = await panel.locator('.what-if').boundingBox();
    expect((place?.x ?? 0) + (place?.width ?? 0)).toBeLessThanOrEqual(options.viewport.width);
  });
});
