import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { artifact, launchChromium } from './chromium.js';
import { describeInChromium } from './describe-in-chromium.js';
import type { SentMessage } from './raw-bot.js';
import { seesNo, sees, setStage, type Stage } from './stage.js';

let browser: Browser;
let stage: Stage;

describeInChromium('a conversation on the two phones', () => {
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    stage = await setStage(browser);
  });
  afterEach(() => stage.close());

  it('carries what a person writes to the bot, and the answer back to that phone only', async () => {
    const { anne, bram, bot } = stage;
    await anne.writes('Goedenavond');
    await bot.call('sendMessage', { chat_id: anne.id, text: 'Dag Anne' });
    await sees(anne.log.getByText('Dag Anne'));
    expect(await bram.log.getByText('Dag Anne').count()).toBe(0);
    const messages = (await stage.state()).chats.map((chat) => chat.messages.map(({ text }) => text));
    expect(messages).toEqual([['/start', 'Goedenavond', 'Dag Anne'], ['/start']]);
  });

  it('shows entities as what they mean, and markup in the text as plain text', async () => {
    const { anne, bot } = stage;
    const text = 'vet, schuin, streep, code, hier, <b>niets</b>';
    const entity = (type: string, part: string, more = {}) => ({
      type,
      offset: text.indexOf(part),
      length: part.length,
      ...more,
    });
    await bot.call('sendMessage', {
      chat_id: anne.id,
      text,
      entities: [
        entity('bold', 'vet'),
        entity('italic', 'schuin'),
        entity('strikethrough', 'streep'),
        entity('code', 'code'),
        entity('text_link', 'hier', { url: 'https://example.org/' }),
      ],
    });
    for (const part of ['strong >> text=vet', 'em >> text=schuin', 's >> text=streep', 'code >> text=code']) {
      await sees(anne.log.locator(part));
    }
    expect(await anne.log.getByRole('link', { name: 'hier' }).getAttribute('href')).toBe('https://example.org/');
    await sees(anne.log.getByText('<b>niets</b>'));
  });

  it('keeps a spoiler closed until it is opened, by hand or by Enter', async () => {
    const { anne, bot } = stage;
    const sealed = 'Dat je het zegt';
    for (const head of ['Eerste: ', 'Tweede: ']) {
      const entities = [{ type: 'spoiler', offset: head.length, length: sealed.length }];
      await bot.call('sendMessage', { chat_id: anne.id, text: head + sealed, entities, protect_content: true });
    }
    const covers = anne.log.getByRole('button', { name: 'Verborgen tekst' });
    await sees(covers.nth(1));
    await anne.phone.screenshot({ path: artifact('spoilers') });
    await covers.nth(0).click();
    await expect.poll(() => covers.count()).toBe(1);
    await covers.nth(0).press('Enter');
    await expect.poll(() => covers.count()).toBe(0);
    expect(await anne.log.getByRole('img', { name: 'Beschermd' }).count()).toBe(2);
  });

  it('shows the beginning of a folded quote, and all of it once chosen, by hand or by Enter', async () => {
    const { anne, bot } = stage;
    const lesson = `Als het spannend wordt, zoekt de een contact. ${'En de ander even ruimte. '.repeat(12)}Tot hier.`;
    const entities = [{ type: 'expandable_blockquote', offset: 0, length: lesson.length }];
    await bot.call('sendMessage', { chat_id: anne.id, text: `${lesson}\nWat doe jij het eerst?`, entities });
    const quote = anne.log.getByRole('blockquote').filter({ hasText: 'Tot hier.' });
    const fold = anne.log.locator('summary', { hasText: 'Ingeklapt citaat' });
    await sees(fold);
    expect(await quote.count()).toBe(0);
    const foldedHeight = (await fold.boundingBox())?.height ?? 0;
    expect(foldedHeight).toBeLessThan(60);
    await fold.click();
    await sees(quote);
    await anne.phone.screenshot({ path: artifact('folded-quote') });
    // As high as its lines and no more: what stands between its parts takes no room.
    const open = (await anne.log.locator('details', { hasText: 'Tot hier.' }).boundingBox())?.height ?? Infinity;
    expect(open - ((await quote.boundingBox())?.height ?? 0)).toBeLessThan(12);
    await fold.press('Enter');
    await expect.poll(() => quote.count()).toBe(0);
  });

  it('presses a button, waits for the bot, and shows its toast or alert', async () => {
    const { anne, bot } = stage;
    await bot.call('sendMessage', {
      chat_id: anne.id,
      text: 'Verzegelen?',
      reply_markup: {
        inline_keyboard: [
          [
            { text: 'Verzegel', callback_data: 'seal' },
            { text: 'Opnieuw', callback_data: 'again' },
          ],
          [{ text: 'Later', callback_data: 'later' }],
        ],
      },
    });
    await anne.log.getByRole('button', { name: 'Verzegel' }).click();
    const first = await bot.next<{ id: string; data: string }>('callback_query');
    expect(first.data).toBe('seal');
    await sees(anne.log.locator('[aria-busy=true]'));
    await bot.call('answerCallbackQuery', { callback_query_id: first.id, text: 'Verzegeld' });
    await sees(anne.phone.getByRole('status').getByText('Verzegeld'));
    await seesNo(anne.log.locator('[aria-busy=true]'));

    await anne.log.getByRole('button', { name: 'Later' }).press('Enter');
    const second = await bot.next<{ id: string }>('callback_query');
    await bot.call('answerCallbackQuery', { callback_query_id: second.id, text: 'Om acht uur', show_alert: true });
    const alert = anne.phone.getByRole('alertdialog', { name: 'Om acht uur' });
    await sees(alert);
    await alert.getByRole('button', { name: 'Oké' }).click();
    await seesNo(alert);
  });

  it('follows the bot’s edits and deletes', async () => {
    const { anne, bot } = stage;
    const sent = await bot.call('sendMessage', { chat_id: anne.id, text: 'Concept' });
    await sees(anne.log.getByText('Concept'));
    await bot.call('editMessageText', { chat_id: anne.id, message_id: sent.message_id, text: 'Zo gaat het open' });
    await sees(anne.log.getByText('Zo gaat het open'));
    await sees(anne.log.getByText('bewerkt'));
    await bot.call('deleteMessage', { chat_id: anne.id, message_id: sent.message_id });
    await seesNo(anne.log.getByText('Zo gaat het open'));
  });

  it('lets a person answer, edit, react to and delete a message by keyboard alone', async () => {
    const { anne, bot, page } = stage;
    await bot.call('sendMessage', { chat_id: anne.id, text: 'Wat heb je van mij nodig?' });
    await sees(anne.log.getByText('Wat heb je van mij nodig?'));
    await anne.log.focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await sees(anne.phone.getByRole('menu'));
    await page.keyboard.press('Enter');
    const reaction = await bot.next<{ new_reaction: { emoji: string }[] }>('message_reaction');
    expect(reaction.new_reaction.map(({ emoji }) => emoji)).toEqual(['❤']);
    await sees(anne.log.getByRole('button', { name: 'Haal je reactie weg' }));

    await anne.log.focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await anne.phone.getByRole('menuitem', { name: 'Beantwoord' }).press('Enter');
    await page.keyboard.type('Een avond zonder telefoon');
    await page.keyboard.press('Enter');
    const reply = await bot.next<SentMessage & { reply_to_message: SentMessage }>('message');
    expect(reply.reply_to_message.text).toBe('Wat heb je van mij nodig?');
    await sees(anne.log.getByText('Een avond zonder telefoon'));

    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('End');
    await page.keyboard.type('!');
    await page.keyboard.press('Enter');
    expect((await bot.next<SentMessage>('edited_message')).text).toBe('Een avond zonder telefoon!');
    await sees(anne.log.getByText('bewerkt'));

    await anne.log.focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await anne.phone.getByRole('menuitem', { name: 'Verwijder' }).press('Enter');
    await seesNo(anne.log.getByText('Een avond zonder telefoon!'));
  });

  it('offers the bot’s commands behind «/» and while typing one', async () => {
    const { anne, bot } = stage;
    await bot.call('setMyCommands', {
      commands: [
        { command: 'vraag', description: 'Een vraag, nu' },
        { command: 'adempauze', description: 'Even niets' },
      ],
    });
    await anne.phone.getByRole('button', { name: 'Opdrachten van de bot' }).click();
    await sees(anne.phone.getByRole('option', { name: '/vraag' }));
    await anne.phone.locator('textarea').fill('/a');
    await seesNo(anne.phone.getByRole('option', { name: '/vraag' }));
    await anne.phone.locator('textarea').press('ArrowDown');
    await anne.phone.locator('textarea').press('Enter');
    await sees(anne.log.getByRole('button', { name: '/adempauze' }));
  });

  it('marks what is new until somebody looks, and says that the bot is typing', async () => {
    const { anne, bram, bot } = stage;
    await anne.phone.locator('textarea').click();
    await bot.call('sendMessage', { chat_id: bram.id, text: 'Anne nodigt je uit', disable_notification: true });
    await sees(bram.phone.getByLabel('1 ongelezen bericht'));
    await sees(bram.log.getByText('Nieuw'));
    await sees(bram.log.getByRole('img', { name: 'Zonder geluid' }));
    await bram.phone.locator('textarea').click();
    await seesNo(bram.log.getByText('Nieuw'));
    await bot.call('sendChatAction', { chat_id: bram.id, action: 'typing' });
    await sees(bram.phone.getByText('typt…'));
  });

  it('answers a message that a finger pulls to the left, and opens its menu when the finger rests', async () => {
    const { anne, bot, page } = stage;
    await bot.call('sendMessage', { chat_id: anne.id, text: 'Wat heb je van mij nodig?' });
    const box = await anne.log.locator('.from-bot .bubble').boundingBox();
    const touch = await page.context().newCDPSession(page);
    const finger = (type: 'touchStart' | 'touchMove' | 'touchEnd', right = 0) =>
      touch.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: type === 'touchEnd' ? [] : [{ x: (box?.x ?? 0) + 120 + right, y: (box?.y ?? 0) + 14 }],
      });
    await finger('touchStart');
    for (const right of [-20, -50, -90]) await finger('touchMove', right);
    await finger('touchEnd');
    await sees(anne.phone.getByText('Antwoord op'));
    await anne.phone.getByRole('button', { name: 'Annuleer' }).click();
    await finger('touchStart');
    await sees(anne.phone.getByRole('menu'));
    await finger('touchEnd');
  });
});
