import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Locator, Page } from 'playwright-core';
import { readCommandLine } from '../src/command-line.js';
import { launchChromium } from '../test/browser/chromium.js';

/**
 * Makes docs/two-phones.png, the picture in the README, from the real page: it runs the demo and plays a first evening.
 * `tsx docs/picture.ts [URL]` uses a demo that runs already, if its page is still empty.
 */
const target = new URL('two-phones.png', import.meta.url).pathname;

const {
  words: [given],
} = readCommandLine({
  usage: 'npm run picture -- [URL]',
  about: 'Makes docs/two-phones.png from the real page.',
  words: { least: 0, most: 1 },
});
const demo = given === undefined ? await startDemo() : undefined;
const browser = await launchChromium();
try {
  const page = await browser.newPage({
    viewport: { width: 1180, height: 860 },
    deviceScaleFactor: 1.5,
    locale: 'nl-NL',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  await page.goto(given ?? demo?.url ?? '');
  await playFirstEvening(page);
  await page.screenshot({ path: target });
} finally {
  await browser.close();
  demo?.process.kill('SIGTERM');
}

async function startDemo(): Promise<{ process: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/demo.ts', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (url !== undefined) return { process: child, url };
  }
  throw new Error('The demo stopped before it said where it is.');
}

/** From Anne's START to the moment both answers lie open; Bram has uncovered them, Anne is about to. */
async function playFirstEvening(page: Page): Promise<void> {
  const [anne, bram] = [page.locator('.place.person-0'), page.locator('.place.person-1')];
  await page.getByRole('button', { name: 'de volgende 20:00' }).click();
  await tap(anne, 'Start');
  await tap(anne, 'akkoord');
  await tap(anne, 'Deel in Telegram');
  await tap(bram, 'Open');
  await tap(bram, 'akkoord');
  await write(anne, 'Dat je op de eerste avond je jas aan mij gaf, en zelf stond te bibberen.');
  await tap(anne, 'Verzegel');
  await write(bram, 'Hoe je lachte toen ik de afslag miste. Drie keer.');
  await tap(bram, 'Verzegel');
  const spoilers = anne.getByRole('button', { name: 'Verborgen tekst' });
  await spoilers.first().waitFor();
  await bram.getByRole('button', { name: 'Verborgen tekst' }).first().click();
  await anne.locator('.title-bar').click();
  await page.locator('.toast').first().waitFor({ state: 'hidden' });
}

async function tap(place: Locator, name: string): Promise<void> {
  await place.getByRole('button', { name }).last().click();
}

async function write(place: Locator, text: string): Promise<void> {
  await place.locator('textarea').fill(text);
  await place.locator('textarea').press('Enter');
  await place.getByText(text).first().waitFor();
}
