import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Crisis } from '../core/command.js';
import type { Language } from '../core/round/scenario.js';
import { keep, known } from '../kept.js';
import { isVisible } from '../core/reading/visible.js';
import { bold, fmt, type FmtString } from '../telegram/format.js';
import { readYamlFile } from '../scenarios/yaml-file.js';
import { lines, paragraphs } from './answer.js';

/** The people who can help: data in assets/helplines.yaml, each with the day it was checked. */

const words = z.string().trim().refine(isVisible);
const inBoth = z.strictObject({ nl: words, en: words });
const inEither = z.union([words, inBoth]);

const helpline = z.strictObject({
  section: z.enum(['danger', 'violence', 'suicide', 'talk']),
  country: inEither,
  lands: z.array(z.enum(['nl', 'be', 'uk', 'us', 'eu', 'elsewhere'])).min(1),
  name: inEither.optional(),
  number: words,
  note: inBoth.optional(),
  checked_on: z.iso.date(),
  source: words,
});

export type Helpline = z.infer<typeof helpline>;

const file = fileURLToPath(new URL('../../assets/helplines.yaml', import.meta.url));

const place = { name: 'helplines', files: [file], readBy: [fileURLToPath(new URL('helplines.ts', import.meta.url))] };

export const helplineList: readonly Helpline[] =
  (known(place) as readonly Helpline[] | null) ?? keep(place, readList());

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

/** What the button promises is what it does: the page, and what was typed for it where something was. */
const goesAway: Readonly<Record<Language, Readonly<Record<'page' | 'typed' | 'words', string>>>> = {
  nl: {
    page: 'Dit bericht verdwijnt na vijf minuten. [Nu weghalen] doet het meteen.',
    typed: 'Dit bericht verdwijnt na vijf minuten, met wat je ervoor typte. [Nu weghalen] doet het meteen.',
    words:
      'Dit bericht verdwijnt na vijf minuten. [Nu weghalen] doet het meteen. Wat je zelf schreef, blijft in deze chat staan tot je het wist.',
  },
  en: {
    page: 'This message goes away after five minutes. [Remove now] does it at once.',
    typed: 'This message goes away after five minutes, with what you typed for it. [Remove now] does it at once.',
    words:
      'This message goes away after five minutes. [Remove now] does it at once. What you wrote yourself stays in this chat until you delete it.',
  },
};

const wipe: Readonly<Record<Language, string>> = {
  nl: 'De rest haal je in Telegram zelf weg: open het menu boven deze chat en verwijder de chat. Nummers die je belt, kunnen in je belgeschiedenis of op de rekening staan. Met /wis wis je wat ik bewaar.',
  en: 'The rest you wipe in Telegram itself: open the menu above this chat and delete the chat. Numbers you call may show in your call history or on the bill. /erase wipes what I keep.',
};

export type Land = Helpline['lands'][number];

const landOfZone: Readonly<Record<string, Land>> = {
  'Europe/Amsterdam': 'nl',
  'Europe/Brussels': 'be',
  'Europe/London': 'uk',
  'Europe/Belfast': 'uk',
  'Europe/Guernsey': 'uk',
  'Europe/Jersey': 'uk',
  'Europe/Isle_of_Man': 'uk',
};
const usZone =
  /^US\/|^Pacific\/Honolulu$|^America\/(?:New_York|Detroit|Chicago|Denver|Boise|Phoenix|Los_Angeles|Anchorage|Juneau|Sitka|Metlakatla|Yakutat|Nome|Adak|Menominee|Indianapolis|Fort_Wayne|Louisville|Shiprock|(?:Indiana|Kentucky|North_Dakota)\/\w+)$/;

export function landOf(zone: string): Land {
  return landOfZone[zone] ?? (usZone.test(zone) ? 'us' : zone.startsWith('Europe/') ? 'eu' : 'elsewhere');
}

/** The reader's own country, or all the others. */
export type Lands = 'own' | 'other';

/** The whole page: danger first, how to wipe it last. */
export function helplines(language: Language, zone: string, lands: Lands = 'own', isTyped = false): FmtString {
  const heading = headings[language];
  const page = goesAway[language][isTyped ? 'typed' : 'page'];
  const sections = (['danger', 'violence', 'suicide', 'talk'] as const).map((one) =>
    section(one, language, zone, lands),
  );
  if (lands === 'other') return paragraphs(...sections, page);
  return paragraphs(
    ...sections,
    lines(bold(heading.relationship), relationship[language]),
    lines(bold(heading.wipe), `${page} ${wipe[language]}`),
  );
}

/** What fits what somebody wrote, and where the rest stands. */
export function helpCard(about: Crisis, language: Language, zone: string, lands: Lands = 'own'): FmtString {
  const rest = language === 'nl' ? 'Alles bij elkaar staat onder /hulp.' : 'It’s all together under /helplines.';
  return paragraphs(
    section('danger', language, zone, lands),
    section(about, language, zone, lands),
    lands === 'own' ? rest : null,
    goesAway[language].words,
  );
}

/** Null where a country has nothing of the kind. */
function section(name: Section, language: Language, zone: string, lands: Lands): FmtString | null {
  const own = landOf(zone);
  // Whoever has no line of their own for this is sent to where there may be one.
  const elsewhere = helplineList.filter((one) => one.lands.includes('elsewhere'));
  const entries = helplineList.filter(
    (one) => one.section === name && one.lands.includes(own) === (lands === 'own') && !elsewhere.includes(one),
  );
  const isTalk = name === 'talk' && (lands === 'other' || own === 'eu' || own === 'elsewhere');
  const all = isTalk ? [...entries, ...elsewhere] : entries;
  if (all.length === 0) return null;
  return lines(bold(headings[language][name]), ...all.map((one) => lineOf(one, language, lands)));
}

function lineOf({ country, name, number, note }: Helpline, language: Language, lands: Lands): FmtString {
  const called = name === undefined || name === number ? '' : `${said(name, language)} `;
  const more = note === undefined ? '' : ` (${unbroken(note[language])})`;
  const land = lands === 'own' ? '' : `${said(country, language)}: `;
  return fmt`${land}${called}${bold(unbroken(number))}${more}`;
}

/** A number that breaks over two lines is dialled wrong: its spaces and hyphens hold it together. */
function unbroken(text: string): string {
  return text.replace(/(?<=\d) (?=\d)/g, '\u00a0').replace(/(?<=\d)-(?=\d)/g, '\u2011');
}

function said(what: z.infer<typeof inEither>, language: Language): string {
  return typeof what === 'string' ? what : what[language];
}
