import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Crisis } from '../core/crisis.js';
import type { Language } from '../core/scenario.js';
import { isVisible } from '../core/visible.js';
import { bold, fmt, type FmtString } from '../telegram/format.js';
import { lines, paragraphs } from './answer.js';
import { readYamlFile } from './yaml-file.js';

/** The people who can help: data in assets/helplines.yaml, each with the day it was checked. */

const words = z.string().trim().refine(isVisible);
const inBoth = z.strictObject({ nl: words, en: words });
const inEither = z.union([words, inBoth]);

const helpline = z.strictObject({
  section: z.enum(['danger', 'violence', 'suicide', 'talk']),
  country: inEither,
  name: inEither.optional(),
  number: words,
  note: inBoth.optional(),
  checked_on: z.iso.date(),
  source: words,
});

export type Helpline = z.infer<typeof helpline>;

const file = fileURLToPath(new URL('../../assets/helplines.yaml', import.meta.url));

export const helplineList: readonly Helpline[] = readList();

function readList(): readonly Helpline[] {
  const read = readYamlFile(file, z.array(helpline).min(1));
  if (read.ok) return read.value;
  const [fault] = read.faults;
  throw new Error(`assets/helplines.yaml:${String(fault?.line)}: ${fault?.message ?? ''}`);
}

type Section = Helpline['section'];

const headings: Readonly<Record<Language, Readonly<Record<Section | 'relationship' | 'wipe', string>>>> = {
  nl: {
    danger: 'Gevaar, nu',
    violence: 'Bang, bedreigd of geslagen',
    suicide: 'Gedachten aan de dood',
    talk: 'Iemand om mee te praten',
    relationship: 'Hulp voor jullie samen',
    wipe: 'Zo wis je dit gesprek',
  },
  en: {
    danger: 'Danger, now',
    violence: 'Afraid, threatened or hurt',
    suicide: 'Thoughts of ending your life',
    talk: 'Someone to talk to',
    relationship: 'Help for the two of you',
    wipe: 'How to wipe this chat',
  },
};

const relationship: Readonly<Record<Language, string>> = {
  nl: 'Je huisarts, of een relatietherapeut. Ben je bang voor je partner, ga dan niet samen: praat eerst alleen met iemand.',
  en: 'Your doctor, or a couples therapist. Not if you’re afraid of your partner: get advice on your own first.',
};

const goesAway: Readonly<Record<Language, string>> = {
  nl: 'Dit bericht verdwijnt na vijf minuten, met wat je ervoor typte. [Nu weghalen] doet het meteen.',
  en: 'This message goes away after five minutes, with what you typed for it. [Remove now] does it at once.',
};

const wipe: Readonly<Record<Language, string>> = {
  nl: 'De rest haal je in Telegram zelf weg: open het menu boven deze chat en verwijder de chat. Nummers die je belt, kunnen in je belgeschiedenis of op de rekening staan. Met /wis wis je wat ik bewaar.',
  en: 'The rest you wipe in Telegram itself: open the menu above this chat and delete the chat. Numbers you call may show in your call history or on the bill. /erase wipes what I keep.',
};

/** The whole page: danger first, how to wipe it last. */
export function helplines(language: Language): FmtString {
  const heading = headings[language];
  return paragraphs(
    section('danger', language),
    section('violence', language),
    section('suicide', language),
    section('talk', language),
    lines(bold(heading.relationship), relationship[language]),
    lines(bold(heading.wipe), `${goesAway[language]} ${wipe[language]}`),
  );
}

/** What fits what somebody wrote, and where the rest stands. */
export function helpCard(about: Crisis, language: Language): FmtString {
  const rest = language === 'nl' ? 'Alles bij elkaar staat onder /hulp.' : 'It’s all together under /helplines.';
  return paragraphs(section('danger', language), section(about, language), rest, goesAway[language]);
}

function section(name: Section, language: Language): FmtString {
  const entries = helplineList.filter((one) => one.section === name);
  return lines(bold(headings[language][name]), ...entries.map((one) => lineOf(one, language)));
}

function lineOf({ country, name, number, note }: Helpline, language: Language): FmtString {
  const called = name === undefined || name === number ? '' : `${said(name, language)} `;
  const more = note === undefined ? '' : ` (${note[language]})`;
  return fmt`${said(country, language)}: ${called}${bold(number)}${more}`;
}

function said(what: z.infer<typeof inEither>, language: Language): string {
  return typeof what === 'string' ? what : what[language];
}
