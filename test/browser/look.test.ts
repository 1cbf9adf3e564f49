import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lookRules, seriousFindings } from './axe.js';
import { artifact, launchChromium } from './chromium.js';
import { describeInChromium } from './describe-in-chromium.js';
import { sees, setStage, type Stage } from './stage.js';

const sizes = { desktop: { width: 1280, height: 860 }, narrow: { width: 360, height: 740 } };
const everyRule = {};
let browser: Browser;

describeInChromium('how the two phones look', () => {
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  it.each(['desktop', 'narrow'] as const)(
    'has no serious accessibility finding on a %s screen, in light colours and dark',
    async (size) => {
      const stage = await setStage(browser, { viewport: sizes[size], hasTouch: size === 'narrow' });
      const { page, anne } = stage;
      const looksWell = (what: string) => findsNothing(page, `${size}-${what}`);
      await page.evaluate(axe.source);
      await haveConversation(stage);
      await looksWell('conversation');
      await anne.log.locator('.message').last().locator('.more').click();
      await sees(anne.phone.getByRole('menu'));
      await looksWell('menu');
      await page.keyboard.press('Escape');
      await anne.phone.getByRole('button', { name: 'Opdrachten van de bot' }).click();
      await page.getByRole('button', { name: /Achter de schermen/ }).click();
      await sees(page.getByRole('complementary'));
      await looksWell('drawer');
      await stage.close();
    },
    60_000,
  );

  it.each([
    ['desktop', 'nl-NL', 'Kies een emoji'],
    ['narrow', 'en-GB', 'Pick an emoji'],
  ] as const)('has none with the emoji open, on a %s screen (%s)', async (size, locale, panel) => {
    const stage = await setStage(browser, { viewport: sizes[size], hasTouch: size === 'narrow', locale });
    const { page, anne } = stage;
    await page.evaluate(axe.source);
    await anne.phone.getByRole('button', { name: 'Emoji', exact: true }).click();
    await sees(anne.phone.getByRole('group', { name: panel }));
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(sizes[size].width);
    await findsNothing(page, `${size}-emoji`);
    await stage.close();
  });

  it('shows one phone at a time at 360 pixels, and tells of what is new on the other', async () => {
    const stage = await setStage(browser, { viewport: sizes.narrow, hasTouch: true });
    const { page, anne, bram, bot } = stage;
    const isShown = async (phone: typeof anne.phone) => Math.abs((await phone.boundingBox())?.x ?? Infinity) < 2;
    expect(await isShown(anne.phone)).toBe(true);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    await bot.call('sendMessage', { chat_id: bram.id, text: 'Voor Bram' });
    const tab = page.getByRole('navigation').getByRole('button', { name: 'Bram' });
    await sees(tab.getByLabel('1 ongelezen bericht'));
    await tab.tap();
    await expect.poll(() => isShown(bram.phone)).toBe(true);
    await expect.poll(async () => (await stage.state()).chats[1]?.unreadCount).toBe(0);
    await page.evaluate(`document.querySelector('.phones').scrollTo({ left: 0 })`);
    await sees(page.getByRole('navigation').locator('[aria-current=true]', { hasText: 'Anne' }));
    await stage.close();
  });

  it('follows the system’s colours until the toggle says otherwise', async () => {
    const stage = await setStage(browser, { colorScheme: 'dark' });
    const { page } = stage;
    const paper = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    const dark = await paper();
    await page.getByRole('button', { name: 'Lichte kleuren' }).click();
    await expect.poll(paper).not.toBe(dark);
    await page.reload();
    await sees(page.getByRole('button', { name: 'Donkere kleuren' }));
    await page.getByRole('button', { name: 'Donkere kleuren' }).click();
    await expect.poll(paper).toBe(dark);
    await stage.close();
  });
});

/** What colours make no difference to is looked at in one of the two. */
async function findsNothing(page: Page, name: string): Promise<void> {
  for (const [colorScheme, rules] of [['dark', lookRules] as const, ['light', everyRule] as const]) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: artifact(`${name}-${colorScheme}`) });
    expect(await seriousFindings(page, rules)).toEqual([]);
  }
}

async function haveConversation({ bot, anne, bram }: Stage): Promise<void> {
  const commands = [
    { command: 'vraag', description: 'Een vraag, nu' },
    { command: 'adempauze', description: 'Even niets' },
  ];
  await bot.call('setMyName', { name: 'Samenspraak' });
  await bot.call('setMyCommands', { commands });
  const question = 'Wat heb je van mij nodig?';
  for (const { id } of [anne, bram]) {
    await bot.call('sendMessage', {
      chat_id: id,
      text: `${question}\n\nTyp of spreek in; één zin is genoeg. Liever later? /vraag`,
      entities: [{ type: 'bold', offset: 0, length: question.length }],
      reply_markup: {
        inline_keyboard: [
          [
            { text: 'Later', callback_data: 'later' },
            { text: 'Anders…', callback_data: 'else' },
          ],
        ],
      },
    });
  }
  await anne.writes('Een avond zonder telefoon, met jou op de bank.');
  const opened = 'Jullie antwoorden zijn open.\n\nJij: ';
  const own = 'Een avond zonder telefoon, met jou op de bank.';
  const theirs = 'Dat je het zegt als het te veel is, vóór je moe bent.';
  await bot.call('sendMessage', {
    chat_id: anne.id,
    text: `${opened}${own}\n\nBram: ${theirs}`,
    protect_content: true,
    entities: [
      { type: 'bold', offset: 0, length: 28 },
      { type: 'spoiler', offset: opened.length, length: own.length },
      { type: 'spoiler', offset: opened.length + own.length + 8, length: theirs.length },
    ],
    reply_markup: { inline_keyboard: [[{ text: '❤️ Dank je', callback_data: 'thanks' }]] },
  });
  await sees(anne.log.getByRole('button', { name: 'Dank je' }));
  await bot.call('sendMessage', { chat_id: bram.id, text: 'x', reply_markup: { nonsense: 1 } }).catch(() => undefined);
}
