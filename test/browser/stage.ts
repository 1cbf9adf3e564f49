import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { NewPerson, PersonView, State } from '../../src/emulator/contract.js';
import { startEmulator, type RunningEmulator } from '../../src/emulator/server.js';
import { rawBot, type RawBot } from './raw-bot.js';

/** Shorter than a test may take, so that a failure names the line it waited at. */
const waitAtMostMs = 10_000;

/** An emulator of its own, the page on it in a fresh profile, and a bot without a library. */
export interface Stage {
  emulator: RunningEmulator;
  bot: RawBot;
  page: Page;
  anne: Actor;
  bram: Actor;
  state(): Promise<State>;
  control(method: string, path: string, body?: unknown): Promise<unknown>;
  close(): Promise<void>;
}

/** One of the two people, and their phone on the page. */
export interface Actor {
  id: number;
  phone: Locator;
  log: Locator;
  writes(text: string): Promise<void>;
}

/** Sets the stage with Anne and Bram; both have started the bot, and it has heard that, unless told otherwise. */
export async function setStage(
  browser: Browser,
  options: BrowserContextOptions & { people?: NewPerson[]; haveStarted?: boolean; hasListened?: boolean } = {},
): Promise<Stage> {
  const { people = defaultPeople, haveStarted = true, hasListened = true, ...contextOptions } = options;
  const emulator = await startEmulator({});
  const bot = rawBot(emulator.url);
  const control = controlOf(emulator.url);
  await bot.call('getMe');
  for (const person of people) {
    const { id } = (await control('POST', '/people', person)) as PersonView;
    if (haveStarted) await control('POST', `/people/${id}/send`, { text: '/start' });
  }
  if (hasListened) await bot.catchUp();
  const page = await openPage(browser, emulator.url, contextOptions);
  await page.locator('.phone').first().waitFor();
  const state = () => control('GET', '/state') as Promise<State>;
  const [anne, bram] = (await state()).chats.map((chat) => actor(page, chat.person.id));
  if (!anne || !bram) throw new Error('two people were expected');
  return {
    emulator,
    bot,
    page,
    anne,
    bram,
    state,
    control,
    async close() {
      await page.context().close();
      await emulator.close();
      expect(problemsOf.get(page)).toEqual([]);
    },
  };
}

const defaultPeople: NewPerson[] = [
  { firstName: 'Anne', languageCode: 'nl', timeZone: 'Europe/Amsterdam' },
  { firstName: 'Bram', languageCode: 'nl', timeZone: 'Europe/Amsterdam' },
];

/** The page, in Dutch unless the locale says otherwise. An error in it or a request to elsewhere fails the test. */
export async function openPage(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    locale: 'nl-NL',
    // What moves is drawn sixty times a second; the tests of media and of the bot ask for it.
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  });
  context.setDefaultTimeout(waitAtMostMs);
  const page = await context.newPage();
  const problems: string[] = [];
  problemsOf.set(page, problems);
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('net::ERR_')) problems.push(message.text());
  });
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith('http') && !host.startsWith('127.0.0.1')) problems.push(`asked ${host} for something`);
  });
  await page.goto(url);
  return page;
}

const problemsOf = new WeakMap<Page, string[]>();

export function actor(page: Page, id: number): Actor {
  const phone = page.locator(`.place:has([data-person="${id}"])`);
  return {
    id,
    phone,
    log: phone.getByRole('log'),
    async writes(text) {
      await phone.locator('textarea').fill(text);
      await phone.locator('textarea').press('Enter');
    },
  };
}

export async function sees(locator: Locator): Promise<void> {
  await locator.first().waitFor({ state: 'visible' });
}

export async function seesNo(locator: Locator): Promise<void> {
  await locator.waitFor({ state: 'hidden' });
}

function controlOf(url: string) {
  return async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const init = { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await fetch(`${url}/control${path}`, body === undefined ? { method } : init);
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    return answer;
  };
}
