import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { startEmulator } from '../../src/emulator/server.js';
import { artifact, launchChromium } from './chromium.js';
import { describeInChromium } from './describe-in-chromium.js';
import { actor, openPage, sees, seesNo, setStage, type Stage } from './stage.js';

let browser: Browser;
let stage: Stage;

describeInChromium('the world around the two phones', () => {
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    stage = await setStage(browser);
  });
  afterEach(() => stage.close());

  it('renames a person and switches their language and time zone', async () => {
    const { anne, page } = stage;
    await anne.phone.getByRole('textbox', { name: 'Naam' }).fill('Anneke');
    await page.keyboard.press('Enter');
    await sees(page.getByRole('region', { name: 'Telefoon van Anneke' }));
    await anne.phone.getByRole('combobox', { name: 'Taal van Anneke' }).selectOption('en');
    const zones = anne.phone.getByRole('combobox', { name: 'Tijdzone' });
    await zones.focus();
    await zones.selectOption('Asia/Tokyo');
    await expect
      .poll(async () => (await stage.state()).chats[0]?.person)
      .toMatchObject({ firstName: 'Anneke', languageCode: 'en', timeZone: 'Asia/Tokyo' });
  });

  it('blocks the bot and lets it back in', async () => {
    const { anne, bot } = stage;
    await anne.phone.getByRole('button', { name: 'Blokkeer de bot' }).click();
    await sees(anne.phone.getByText('Je hebt deze bot geblokkeerd.'));
    await expect(bot.call('sendMessage', { chat_id: anne.id, text: 'Hallo?' })).rejects.toThrow('blocked');
    await anne.phone.getByRole('button', { name: 'Deblokkeer' }).last().click();
    await sees(anne.phone.locator('textarea'));
  });

  it('sets the clock forward, in the first person’s zone', async () => {
    const { page, anne } = stage;
    await stage.control('PATCH', `/people/${anne.id}`, { timeZone: 'Asia/Tokyo' });
    await sees(anne.phone.locator('.zone option[value="Asia/Tokyo"]:checked').locator('..').locator('..'));
    const clock = page.getByRole('region', { name: 'De klok' });
    const before = (await stage.state()).clock.nowMs;
    await clock.getByRole('button', { name: '+1 uur' }).click();
    await expect.poll(async () => (await stage.state()).clock.nowMs - before).toBeGreaterThanOrEqual(3_600_000);
    await clock.getByRole('button', { name: 'de volgende 20:00' }).click();
    await expect.poll(localHour).toBe('20:00');
    await sees(clock.getByText('Bij Anne is het 20:00'));

    async function local(options: Intl.DateTimeFormatOptions): Promise<string> {
      const { nowMs } = (await stage.state()).clock;
      return new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Tokyo', ...options }).format(nowMs);
    }
    function localHour(): Promise<string> {
      return local({ hour: '2-digit', minute: '2-digit' });
    }
  });

  it('goes to the evening that comes next in a person’s own zone, also just after midnight and across a clock change', async () => {
    const next = (now: string, zone: string) =>
      stage.page.evaluate<string>(
        `import('/page/time.js').then(({ nextEvening }) => new Date(nextEvening(Date.parse('${now}'), '${zone}')).toJSON())`,
      );
    expect(await next('2026-11-22T23:44:00Z', 'Europe/Amsterdam')).toBe('2026-11-23T19:00:00.000Z');
    expect(await next('2026-11-23T18:59:59Z', 'Europe/Amsterdam')).toBe('2026-11-23T19:00:00.000Z');
    expect(await next('2026-11-23T19:00:00Z', 'Europe/Amsterdam')).toBe('2026-11-24T19:00:00.000Z');
    expect(await next('2026-03-28T19:00:00Z', 'Europe/Amsterdam')).toBe('2026-03-29T18:00:00.000Z');
    expect(await next('2026-03-01T23:30:00Z', 'Asia/Tokyo')).toBe('2026-03-02T11:00:00.000Z');
    expect(await next('2026-11-01T00:30:00Z', 'America/New_York')).toBe('2026-11-02T01:00:00.000Z');
  });

  it('goes to the next question when the bot says when that is, and offers nothing it does not know', async () => {
    const { page } = stage;
    const clock = page.getByRole('region', { name: 'De klok' });
    const toQuestion = clock.getByRole('button', { name: 'naar de volgende vraag' });
    await sees(clock.getByRole('button', { name: '+1 uur' }));
    expect(await toQuestion.count()).toBe(0);
    const atMs = (await stage.state()).clock.nowMs + 5 * 86_400_000 + 1_234_000;
    await stage.control('PUT', '/next', { atMs });
    await toQuestion.click();
    await expect.poll(async () => (await stage.state()).clock.nowMs - atMs).toBeGreaterThanOrEqual(0);
    expect((await stage.state()).clock.nowMs - atMs).toBeLessThan(60_000);
    await seesNo(toQuestion);
  });

  it('sets a fault with one tap and shows what it did, and which calls were wrong', async () => {
    const { anne, bot, page } = stage;
    await page.getByRole('button', { name: 'Achter de schermen' }).click();
    const drawer = page.getByRole('complementary', { name: 'Voor de beheerder' });
    const isDown = drawer.getByRole('switch', { name: 'Telegram ligt plat' });
    await isDown.click();
    await sees(drawer.getByRole('switch', { name: 'Telegram ligt plat', checked: true }));
    await expect(bot.call('sendMessage', { chat_id: anne.id, text: 'Hallo' })).rejects.toThrow();
    await isDown.click();
    await sees(drawer.getByRole('switch', { name: 'Telegram ligt plat', checked: false }));
    await bot.call('sendMessage', { chat_id: anne.id, text: 'Hallo' });
    await expect(bot.call('sendMessage', { chat_id: anne.id, text: '' })).rejects.toThrow('empty');
    await sees(drawer.getByText('foute aanroep', { exact: true }));
    await sees(page.getByLabel('1 foute aanroep'));
    await page.screenshot({ path: artifact('drawer') });
    await drawer.press('Escape');
    await seesNo(drawer);
  });

  it('speaks Dutch or English, and remembers which', async () => {
    const { page } = stage;
    await page.getByRole('combobox', { name: 'Taal van deze pagina' }).selectOption('en');
    await sees(page.getByRole('region', { name: 'Anne’s phone' }));
    await page.reload();
    await sees(page.getByRole('region', { name: 'Anne’s phone' }));
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  it('reconnects by itself after the emulator was away, and shows how things stand now', async () => {
    const { anne, bot, page, emulator } = stage;
    await bot.call('sendMessage', { chat_id: anne.id, text: 'Van vóór de storing' });
    await sees(anne.log.getByText('Van vóór de storing'));
    await anne.phone.locator('textarea').fill('nog niet verstuurd');
    const snapshot = await stage.control('GET', '/snapshot');
    await emulator.close();
    await sees(page.getByText('De verbinding is weg'));
    await sees(anne.log.getByText('Van vóór de storing'));
    await anne.phone.locator('textarea').press('Enter');
    await sees(anne.phone.getByText('Dat is niet gelukt'));
    expect(await anne.phone.locator('textarea').inputValue()).toBe('nog niet verstuurd');

    const again = await startEmulator({ port: emulator.port });
    try {
      await stage.control('POST', '/restore', snapshot);
      await bot.call('sendMessage', { chat_id: anne.id, text: 'Van erna' });
      await seesNo(page.getByText('De verbinding is weg'));
      await sees(anne.log.getByText('Van erna'));
      await sees(anne.log.getByText('Van vóór de storing'));
    } finally {
      await page.context().close();
      await again.close();
    }
  });

  it('makes Anne and Bram once, however many tabs are open', async () => {
    const empty = await startEmulator({});
    const first = await openPage(browser, 'about:blank');
    const second = await first.context().newPage();
    const third = await first.context().newPage();
    await Promise.all([first, second, third].map((page) => page.goto(empty.url)));
    for (const page of [first, second, third]) await sees(page.getByRole('region', { name: 'Telefoon van Bram' }));
    const state = (await (await fetch(`${empty.url}/control/state`)).json()) as Awaited<ReturnType<Stage['state']>>;
    expect(state.chats.map(({ person }) => person.firstName)).toEqual(['Anne', 'Bram']);
    const [anne] = state.chats.map(({ person }) => actor(first, person.id));
    await sees(anne?.log.getByText('Nog geen bot') ?? first.locator('never'));
    await first.context().close();
    await empty.close();
  });
});
