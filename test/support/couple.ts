import type { NewPerson } from '../../src/emulator/contract.js';
import { en } from '../../src/texts/en/en.js';
import { nl } from '../../src/texts/nl/nl.js';
import type { Someone, World } from './world.js';

const agree = { nl: nl.labels.agree, en: en.labels.agree };

/** Starts the bot and agrees; gives back the code of the invite. */
export async function begin(someone: Someone, language: 'nl' | 'en' = 'nl'): Promise<string> {
  await someone.says('/start');
  await someone.hears(/18\+/);
  await someone.taps(agree[language]);
  const invite = await someone.hears(/start=/);
  return /start=(\w+)/.exec(invite.text)?.[1] ?? '';
}

/** Opens an invite link and agrees. */
export async function join(someone: Someone, code: string, language: 'nl' | 'en' = 'nl'): Promise<void> {
  await someone.says(`/start ${code}`);
  await someone.hears(/18\+/);
  await someone.taps(agree[language]);
}

/** Opens a Dutch invite, and asks for the terms in English before agreeing. */
export async function joinInEnglish(someone: Someone, inviter: Someone, code: string): Promise<void> {
  await someone.says(`/start ${code}`);
  await someone.hears(`Dag ${someone.name}. ${inviter.name} nodigt je uit om dit samen te doen.`);
  await someone.taps(nl.labels.otherLanguage);
  await someone.hears(someone.name);
  await someone.taps(en.labels.agree);
}

export interface Pair {
  readonly anne: Someone;
  readonly bram: Someone;
}

/** Two people, paired, with the opening question before them. The joiner gets the inviter's language. */
export async function pair(
  world: World,
  first: Partial<NewPerson> = {},
  second: Partial<NewPerson> = {},
  language: 'nl' | 'en' = 'nl',
): Promise<Pair> {
  const anne = await world.person('Anne', first);
  const bram = await world.person('Bram', second);
  await join(bram, await begin(anne, language), language);
  await bram.hears(/gekoppeld|paired/);
  await bram.hears(/klein moment|small moment/i);
  await anne.hears(/Bram/);
  return { anne, bram };
}

/** Says something and seals it. */
export async function answers(someone: Someone, words: string, language: 'nl' | 'en' = 'nl'): Promise<void> {
  await someone.says(words);
  await someone.hears(words);
  await someone.taps(language === 'nl' ? nl.labels.seal : en.labels.seal);
}
