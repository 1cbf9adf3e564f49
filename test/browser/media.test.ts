import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { artifact, launchChromium } from './chromium.js';
import { describeInChromium } from './describe-in-chromium.js';
import { sees, setStage, type Stage } from './stage.js';

let browser: Browser;
let stage: Stage;

describeInChromium('pictures and voices on the two phones', () => {
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    // As most people see it, with what moves.
    stage = await setStage(browser, { reducedMotion: 'no-preference' });
  });
  afterEach(() => stage.close());

  it('records a voice note from the microphone, and it can be played', async () => {
    const { anne, bot } = stage;
    await anne.phone.getByRole('button', { name: 'Spreek een bericht in' }).press('Enter');
    await sees(anne.phone.getByText('Ik neem op'));
    await anne.phone.getByText(/^\s*(Ik neem op\D*)?0:01\s*$/).waitFor();
    await anne.phone.getByRole('button', { name: 'Stuur', exact: true }).click();
    const { voice } = await bot.next<{ voice: { duration: number; file_size: number } }>('message');
    expect(voice.duration).toBeGreaterThanOrEqual(1);
    const note = anne.log.getByRole('group', { name: 'Spraakbericht' });
    await note.getByRole('button', { name: 'Afspelen' }).click();
    await sees(note.locator('.is-past'));
  });

  it('sends a sample where there is no microphone', async () => {
    const { anne, page } = stage;
    await page.evaluate("navigator.mediaDevices.getUserMedia = () => Promise.reject(new Error('none'))");
    await anne.phone.getByRole('button', { name: 'Spreek een bericht in' }).click();
    await anne.phone.getByRole('button', { name: 'Stuur een voorbeeld' }).click();
    await sees(anne.log.getByRole('group', { name: 'Spraakbericht, 0:07' }));
  });

  it('sends a photo from a file and shows it', async () => {
    const { anne, page } = stage;
    const picture = await page.screenshot();
    await anne.phone.getByRole('button', { name: 'Stuur iets anders dan tekst' }).click();
    await anne.phone
      .locator('input[type=file]')
      .setInputFiles({ name: 'ons.png', mimeType: 'image/png', buffer: picture });
    await hasLoaded(anne.log.getByAltText('Foto'));
  });

  it.each([
    ['sendPhoto', 'photo'],
    ['sendAnimation', 'animation'],
    ['sendDocument', 'document'],
    ['sendVoice', 'voice'],
  ])('shows what %s sends', async (method, field) => {
    const { anne, page, emulator } = stage;
    const file = field === 'photo' ? await page.screenshot() : Buffer.from('R0lGODlhAQABAAAAACw=', 'base64');
    const form = new FormData();
    form.set('chat_id', String(anne.id));
    form.set('caption', 'Voor jou');
    form.set(field, new Blob([new Uint8Array(file)]), field === 'document' ? 'export.json' : 'beeld.gif');
    const response = await fetch(`${emulator.url}/bot4242:two-phones/${method}`, { method: 'POST', body: form });
    expect(await response.json()).toMatchObject({ ok: true });
    await sees(anne.log.getByText('Voor jou'));
    if (field === 'photo') await hasLoaded(anne.log.getByAltText('Foto'));
    if (field === 'document') await sees(anne.log.getByRole('link', { name: 'export.json' }));
    if (field === 'voice') await sees(anne.log.getByRole('group', { name: 'Spraakbericht' }));
    if (field === 'animation') await sees(anne.log.getByText('Voor jou'));
    await anne.phone.screenshot({ path: artifact(`media-${field}`) });
  });

  it('covers a photo that was sent so, and a tap opens it', async () => {
    const { anne, page, emulator } = stage;
    const form = new FormData();
    form.set('chat_id', String(anne.id));
    form.set('caption', 'Jullie kringetje.');
    form.set('has_spoiler', 'true');
    form.set('photo', new Blob([new Uint8Array(await page.screenshot())]), 'beeld.png');
    const response = await fetch(`${emulator.url}/bot4242:two-phones/sendPhoto`, { method: 'POST', body: form });
    expect(await response.json()).toMatchObject({ ok: true, result: { has_media_spoiler: true } });
    const covered = anne.log.getByRole('button', { name: 'Verborgen foto' });
    await hasLoaded(covered.getByRole('img'));
    await anne.phone.screenshot({ path: artifact('media-covered') });
    expect(await anne.log.getByAltText('Foto', { exact: true }).count()).toBe(0);
    await covered.press('Enter');
    await hasLoaded(anne.log.getByAltText('Foto', { exact: true }));
    await sees(anne.log.getByRole('link', { name: 'Open de foto' }));
    await anne.phone.screenshot({ path: artifact('media-uncovered') });
  });
});

async function hasLoaded(picture: ReturnType<Stage['page']['locator']>): Promise<void> {
  const width = () => picture.evaluate((element) => (element as unknown as { naturalWidth: number }).naturalWidth);
  await expect.poll(width).toBeGreaterThan(0);
}
