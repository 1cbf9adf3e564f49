import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { startEmulator } from '../../src/emulator/server.js';
import { artifact, launchChromium } from './chromium.js';
import { describeInChromium } from './describe-in-chromium.js';
import type { SentMessage } from './raw-bot.js';
import { openPage, sees, seesNo, setStage, type Stage } from './stage.js';

let browser: Browser;
let stage: Stage | null = null;

async function set(options: Parameters<typeof setStage>[1] = {}): Promise<Stage> {
  stage = await setStage(browser, options);
  return stage;
}

const narrow = { viewport: { width: 360, height: 740 }, hasTouch: true };
const key = (text: string, data = text) => ({ text, callback_data: data });
const keyboard = (...keys: { text: string; callback_data: string }[]) => ({ inline_keyboard: [keys] });
const box = async (locator: Locator) => (await locator.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
const focused = (page: Stage['page']) =>
  page.evaluate<string>(
    `document.activeElement.tagName + ' ' + (document.activeElement.closest('[data-person]')?.dataset.person ?? '')`,
  );

describeInChromium('the page, for somebody who tries it for the first time', () => {
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    await stage?.close();
    stage = null;
  });

  it.each(['mouse', 'finger'] as const)('counts the first tap by %s on a phone with something new', async (by) => {
    const { anne, bram, bot } = await set({ hasTouch: by === 'finger' });
    await anne.phone.locator('textarea').click();
    await bot.call('sendMessage', {
      chat_id: bram.id,
      text: 'Wat vond je ervan?',
      reply_markup: keyboard(key('Klaar')),
    });
    await bram.phone.locator('textarea').click();
    await seesNo(bram.log.getByText('Nieuw'));
    await anne.phone.locator('textarea').click();
    await bot.call('sendMessage', { chat_id: bram.id, text: 'Anne is klaar.' });
    await sees(bram.log.getByText('Nieuw'));
    await bot.catchUp();
    const button = bram.log.getByRole('button', { name: 'Klaar' });
    const { y } = await box(button);
    if (by === 'finger') await button.tap();
    else await button.click({ delay: 120 });
    expect((await bot.next<{ data: string }>('callback_query')).data).toBe('Klaar');
    await seesNo(bram.log.getByText('Nieuw'));
    await expect.poll(async () => (await box(button)).y).not.toBe(y);
  });

  it('leaves a spoiler open when only the buttons change, and covers another text', async () => {
    const { anne, bot } = await set();
    const text = 'Bram: een avond zonder telefoon';
    const entities = [{ type: 'spoiler', offset: 6, length: text.length - 6 }];
    const sent = await bot.call('sendMessage', {
      chat_id: anne.id,
      text,
      entities,
      reply_markup: keyboard(key('Dank je')),
    });
    const cover = anne.log.getByRole('button', { name: 'Verborgen tekst' });
    await cover.click();
    await seesNo(cover);
    const message = { chat_id: anne.id, message_id: sent.message_id };
    await bot.call('editMessageReplyMarkup', { ...message, reply_markup: keyboard(key('Praat erover')) });
    await sees(anne.log.getByRole('button', { name: 'Praat erover' }));
    expect(await cover.count()).toBe(0);
    await bot.call('editMessageText', { ...message, text, entities });
    await seesNo(anne.log.getByRole('button', { name: 'Praat erover' }));
    expect(await cover.count()).toBe(0);
    expect(await anne.log.getByText('bewerkt').count()).toBe(0);
    await bot.call('editMessageText', { ...message, text: `${text}!`, entities });
    await sees(cover);
    await sees(anne.log.getByText('bewerkt'));
  });

  it('goes to the end of the conversation on sending, so that the answer is seen', async () => {
    const { anne, bot, page } = await set();
    for (let count = 0; count < 40; count += 1)
      await bot.call('sendMessage', { chat_id: anne.id, text: `Bericht ${String(count)}` });
    await sees(anne.log.getByText('Bericht 39'));
    await anne.log.hover();
    await page.mouse.wheel(0, -4000);
    await sees(anne.phone.getByRole('button', { name: 'Naar het laatste bericht' }));
    await anne.writes('Wat nu?');
    await bot.call('sendMessage', { chat_id: anne.id, text: 'Dit is het antwoord.' });
    await sees(anne.log.getByText('Dit is het antwoord.'));
    const log = await box(anne.log);
    for (const text of ['Wat nu?', 'Dit is het antwoord.']) {
      const { y, height } = await box(anne.log.getByText(text));
      expect(y + height).toBeLessThanOrEqual(log.y + log.height);
      expect(y).toBeGreaterThan(log.y);
    }
  });

  it('lets a day push the one before it out of the way', async () => {
    const stage = await set();
    const { anne, bot, page } = stage;
    for (let day = 0; day < 3; day += 1) {
      for (let count = 0; count < 12; count += 1)
        await bot.call('sendMessage', { chat_id: anne.id, text: `Dag ${String(day)}, ${String(count)}` });
      await stage.control('POST', '/clock', { advanceMs: 86_400_000 });
    }
    await sees(anne.log.getByText('Dag 2, 11'));
    const chips = anne.log.locator('.day');
    const overlaps: number[] = [];
    const isSticky = new Set<string>();
    for (let top = 0; top > -1600; top -= 12) {
      const tops = await page.evaluate<number[]>(
        `(() => { const log = document.querySelector('.log'); log.scrollTop = ${String(top)};
          return [...log.querySelectorAll('.day')].map((chip) => chip.getBoundingClientRect().top); })()`,
      );
      const { height } = await box(chips.first());
      tops.forEach((at, index) => {
        const next = tops[index + 1];
        if (next !== undefined && next - at < height - 1) overlaps.push(top);
      });
      isSticky.add(JSON.stringify(tops.map((at) => Math.round(at))));
    }
    expect(overlaps).toEqual([]);
    expect(isSticky.size).toBeGreaterThan(20);
  });

  it.each([
    ['en-GB', 'en', 'Anne’s phone'],
    ['nl-NL', 'nl', 'Telefoon van Anne'],
  ])('starts in %s with people who speak %s', async (locale, languageCode, phone) => {
    const emulator = await startEmulator();
    const page = await openPage(browser, emulator.url, { locale });
    await sees(page.getByRole('region', { name: phone }));
    const state = (await (await fetch(`${emulator.url}/control/state`)).json()) as Awaited<ReturnType<Stage['state']>>;
    expect(state.chats.map(({ person }) => person.languageCode)).toEqual([languageCode, languageCode]);
    await page.context().close();
    await emulator.close();
  });

  it('sends a command as it was typed, and a suggested one after an arrow', async () => {
    const { anne, bot } = await set();
    const commands = [
      { command: 'helplines', description: 'Talk to somebody' },
      { command: 'listen', description: 'Listen' },
    ];
    await bot.call('setMyCommands', { commands });
    const field = anne.phone.locator('textarea');
    for (const [typed, arrows, sent] of [
      ['/help', [], '/help'],
      ['/h', [], '/h'],
      ['/helplines', [], '/helplines'],
      ['/h', ['ArrowDown'], '/helplines'],
      ['/', ['ArrowUp'], '/listen'],
    ] as const) {
      await field.fill(typed);
      await sees(anne.phone.getByRole('option', { name: '/' }));
      for (const arrow of arrows) await field.press(arrow);
      await field.press('Enter');
      expect((await bot.next<SentMessage>('message')).text).toBe(sent);
      expect(await field.inputValue()).toBe('');
    }
  });

  it('keeps the focus in the conversation when what was tapped goes away', async () => {
    const { anne, bram, bot, page } = await set({ haveStarted: false });
    await anne.phone.getByRole('button', { name: 'Start', exact: true }).click();
    await sees(anne.phone.locator('textarea'));
    await expect.poll(() => focused(page)).toBe(`TEXTAREA ${String(anne.id)}`);

    await bot.catchUp();
    const agree = keyboard(key('Ik ga akkoord', 'agree'));
    const sent = await bot.call('sendMessage', { chat_id: anne.id, text: 'Welkom', reply_markup: agree });
    await anne.log.getByRole('button', { name: 'Ik ga akkoord' }).click();
    const { id } = await bot.next<{ id: string }>('callback_query');
    await bot.call('answerCallbackQuery', { callback_query_id: id });
    const { username } = await bot.call<{ username: string }>('getMe');
    const url = `https://t.me/share/url?url=${encodeURIComponent(`https://t.me/${username}?start=K7QF2M`)}`;
    await bot.call('editMessageReplyMarkup', {
      chat_id: anne.id,
      message_id: sent.message_id,
      reply_markup: { inline_keyboard: [[{ text: 'Deel', url }]] },
    });
    await sees(anne.log.getByRole('button', { name: 'Deel' }));
    await expect.poll(() => focused(page)).toBe(`TEXTAREA ${String(anne.id)}`);

    await anne.log.getByRole('button', { name: 'Deel' }).click();
    await bram.phone.getByRole('button', { name: 'Open', exact: true }).click();
    await sees(bram.phone.locator('textarea'));
    await expect.poll(() => focused(page)).toBe(`TEXTAREA ${String(bram.id)}`);
  });

  it('draws its own pictures for what can be attached, and shows a menu and two ticks where Telegram does', async () => {
    const { anne, bot, page } = await set({ hasListened: false });
    const [sent, arrived] = ['Verstuurd', 'Aangekomen bij de bot'].map((name) => anne.log.getByRole('img', { name }));
    if (sent === undefined || arrived === undefined) throw new Error('there are two');
    await sees(sent);
    expect(await arrived.count()).toBe(0);
    await bot.call('sendMessage', { chat_id: anne.id, text: 'Dag Anne' });
    await sees(arrived);
    expect(await sent.count()).toBe(0);
    await sees(anne.phone.getByRole('button', { name: 'Menu' }).getByText('Menu'));
    await anne.phone.getByRole('button', { name: 'Stuur iets anders' }).click();
    const items = anne.phone.locator('.attach-item');
    await sees(items);
    expect(await items.locator('svg').count()).toBe(await items.count());
    expect(await anne.phone.locator('.attach').innerText()).not.toMatch(/\p{Extended_Pictographic}/u);
    await page.screenshot({ path: artifact('attach') });
  });

  it.each([
    ['mouse', {}],
    ['finger', narrow],
  ] as const)('puts emoji into what is being written, where the caret is, by %s', async (by, size) => {
    const { anne, bot, page } = await set(size);
    const field = anne.phone.getByRole('textbox', { name: 'Bericht' });
    await field.fill('Dag!');
    await field.press('ArrowLeft');
    const use = async (name: string) => {
      const button = anne.phone.getByRole('button', { name, exact: true });
      await (by === 'mouse' ? button.click() : button.tap());
    };
    await use('Emoji');
    await use('🥰');
    await use('❤️‍🩹');
    expect(await field.inputValue()).toBe('Dag🥰❤️‍🩹!');
    await page.screenshot({ path: artifact(`emoji-${by}`) });
    // What is typed next goes on from there.
    await field.pressSequentially('?');
    await seesNo(anne.phone.getByRole('group', { name: 'Kies een emoji' }));
    await use('Stuur');
    expect((await bot.next<SentMessage>('message')).text).toBe('Dag🥰❤️‍🩹?!');
  });

  it('has its emoji within reach of the keyboard, in the place of what was selected', async () => {
    const { anne, page } = await set();
    const field = anne.phone.getByRole('textbox', { name: 'Bericht' });
    await field.fill('weg ermee');
    await field.press('Control+a');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const panel = anne.phone.getByRole('group', { name: 'Kies een emoji' });
    await sees(panel);
    await sees(panel.locator('button:focus'));
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Enter', 'Enter'])
      await page.keyboard.press(key);
    expect(await field.inputValue()).toBe('🥰🥰');
    await page.keyboard.press('Escape');
    await seesNo(panel);
    await page.keyboard.type('!');
    expect(await field.inputValue()).toBe('🥰🥰!');
  });

  it('covers nobody’s name with what the other shares', async () => {
    for (const size of [{}, narrow]) {
      const { anne, bram, bot, page } = await set(size);
      const { username } = await bot.call<{ username: string }>('getMe');
      const link = `https://t.me/${username}?start=K7QF2M`;
      const url = `https://t.me/share/url?url=${encodeURIComponent(link)}&text=${encodeURIComponent('Doe je mee?')}`;
      await bot.call('sendMessage', {
        chat_id: anne.id,
        text: 'Nodig uit',
        reply_markup: { inline_keyboard: [[{ text: 'Deel', url }]] },
      });
      await anne.log.getByRole('button', { name: 'Deel' }).click();
      if (size === narrow) await page.getByRole('navigation').getByRole('button', { name: 'Bram' }).tap();
      const card = bram.phone.locator('.shared-link');
      await sees(card);
      const title = await box(bram.phone.locator('.title-bar'));
      expect((await box(card)).y).toBeGreaterThanOrEqual(title.y + title.height);
      await page.screenshot({ path: artifact(size === narrow ? 'shared-narrow' : 'shared-desktop') });
      await stage?.close();
      stage = null;
    }
  });

  it('leaves 360 pixels to the conversation: the bars take little of them, and the clock folds after a jump', async () => {
    const { anne, page } = await set(narrow);
    expect((await box(anne.log)).y).toBeLessThan(135);
    expect((await box(anne.log)).height).toBeGreaterThan(530);
    await page.getByRole('button', { name: 'De klok' }).tap();
    const clock = page.getByRole('region', { name: 'De klok' });
    await clock.getByRole('button', { name: '+1 uur' }).tap();
    await seesNo(clock);
    expect((await stage?.state())?.clock.offsetMs).toBe(3_600_000);
    await anne.phone.getByRole('button', { name: 'Naam, taal en tijdzone van Anne' }).tap();
    await sees(anne.phone.getByRole('textbox', { name: 'Naam' }));
  });
});
