import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { artifact, launchChromium } from './chromium.js';
import { describeInChromium } from './describe-in-chromium.js';
import type { SentMessage } from './raw-bot.js';
import { sees, seesNo, setStage, type Stage } from './stage.js';

let browser: Browser;
let stage: Stage;

/** The invite as the bot would send it: a link in the text, and buttons to share, copy and open it. */
async function inviteOf({ bot, anne }: Stage): Promise<string> {
  const { username } = await bot.call<{ username: string }>('getMe');
  const link = `https://t.me/${username}?start=K7QF2M`;
  const share = `https://t.me/share/url?url=${encodeURIComponent(link)}&text=${encodeURIComponent('Doe je mee?')}`;
  await bot.call('sendMessage', {
    chat_id: anne.id,
    text: `Stuur deze link aan je partner: ${link}`,
    reply_markup: {
      inline_keyboard: [
        [
          { text: 'Deel in Telegram', url: share },
          { text: 'Kopieer', copy_text: { text: link } },
        ],
        [{ text: 'Open', url: link }],
      ],
    },
  });
  await sees(anne.log.getByText('Stuur deze link'));
  return link;
}

describeInChromium('an invitation on the two phones', () => {
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    stage = await setStage(browser, { haveStarted: false });
    await stage.anne.phone.getByRole('button', { name: 'Start', exact: true }).click();
    await sees(stage.anne.phone.locator('textarea'));
  });
  afterEach(() => stage.close());

  it('shows what the bot can do above START, and starts it', async () => {
    const { bram, bot } = stage;
    await bot.call('setMyDescription', { description: 'Eén vraag, twee antwoorden.' });
    await sees(bram.log.getByText('Eén vraag, twee antwoorden.'));
    await bram.phone.getByRole('button', { name: 'Start', exact: true }).click();
    await sees(bram.phone.locator('textarea'));
    await sees(bram.log.getByText('/start'));
  });

  it.each(['link', 'button'] as const)('opens on the other phone with one tap on a %s', async (kind) => {
    const { anne, bram, bot } = stage;
    const link = await inviteOf(stage);
    if (kind === 'link') await anne.log.getByRole('link', { name: link }).click();
    else await anne.log.getByRole('button', { name: 'Open', exact: true }).click();
    await sees(bram.log.getByText('/start K7QF2M'));
    await sees(anne.phone.getByText('Geopend op de telefoon van Bram'));
    expect((await bot.next<SentMessage>('message')).text).toBe('/start');
    expect(await bot.next<SentMessage>('message')).toMatchObject({ text: '/start K7QF2M', chat: { id: bram.id } });
  });

  it('shares it with the other person, and only that person opens it', async () => {
    const { anne, bram } = stage;
    const link = await inviteOf(stage);
    await anne.log.getByRole('button', { name: 'Deel in Telegram' }).click();
    const shared = bram.phone.getByText('Anne deelt een link met je');
    await sees(shared);
    await sees(bram.phone.getByText('Doe je mee?'));
    await sees(bram.phone.getByText(link));
    await bram.phone.screenshot({ path: artifact('shared-invitation') });
    expect((await stage.state()).chats[1]?.messages).toEqual([]);
    await bram.phone.getByRole('button', { name: 'Open', exact: true }).click();
    await sees(bram.log.getByText('/start K7QF2M'));
    await seesNo(shared);
  });

  it('copies it and says so', async () => {
    const { anne, page } = stage;
    const link = await inviteOf(stage);
    await anne.log.getByRole('button', { name: 'Kopieer' }).click();
    await sees(anne.phone.getByText('Gekopieerd'));
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(link);
  });
});
