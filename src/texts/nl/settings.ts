import type { SettingAsked, SettingsSaid } from '../../core/rhythm/say.js';
import { settingNames, type SettingName } from '../../core/rhythm/setting-names.js';
import type { Rhythm } from '../../core/scene.js';
import { bold, type FmtString } from '../../telegram/format.js';
import { lines, paragraphs } from '../answer.js';
import type { About } from '../texts.js';
import { clock, dayNamed, minuteOfDay, place } from '../when.js';
import { keptFor } from './own-data.js';

/** The settings card in Dutch, and the questions that go with it. */

export function settingsCard(said: SettingsSaid, about: About): string | FmtString {
  switch (said.view) {
    case 'all':
      return paragraphs(noted(said, about), overview(said));
    case 'rhythm':
      return paragraphs(noted(said, about), rhythm(said, about));
    case 'days':
      return 'Hoe vaak wil je een vraag? Kiezen jullie verschillend, dan geldt het rustigste ritme.';
    case 'hour':
      return `Hoe laat wil je een vraag? Nu is dat ${minuteOfDay(said.rhythm.minute)}.`;
    case 'quiet':
      return `Wanneer wil je niet gestoord worden? Nu is dat ${span(said.rhythm)}. Wat je partner je stuurt, komt dan zonder geluid.`;
    case 'keeping':
      return `Hoe lang bewaar ik je antwoorden die open zijn? Nu is dat ${kept(said)}, geteld vanaf de vraag. Kiezen jullie verschillend, dan geldt de kortste. Kies je korter, dan wis ik wat ouder is. Kies je langer, dan geldt dat alleen voor nieuwe antwoorden.${said.room === 'open' ? ' Wat te oud is, haal ik ook uit jullie kamer weg, en dat is daar te zien.' : ''}`;
    case 'holiday':
      return 'Tot en met wanneer ben je vrij? Tot dan stuur ik uit mezelf niets, en rusten de vragen voor jullie allebei.';
  }
}

export function askedFor(what: SettingAsked): string {
  switch (what) {
    case 'city':
      return 'Waar ben je? Typ een stad, bijvoorbeeld Gent of Lissabon. Je locatie delen kan ook; ik kijk dan alleen welke tijd het daar is, en bewaar de plek niet.';
    case 'hour':
      return 'Hoe laat? Typ het zoals je het zegt, bijvoorbeeld «half acht» of «19:30».';
    case 'quiet':
      return 'Van wanneer tot wanneer? Typ bijvoorbeeld «22:00-08:00».';
    case 'holiday':
      return 'Tot en met welke dag? Typ bijvoorbeeld «12 december» of «12-12».';
  }
}

const howOften: Readonly<Record<Rhythm['days'], string>> = {
  daily: 'elke dag iets lichts',
  three: 'drie keer per week',
  weekly: 'één keer per week',
  rest: 'even geen vragen',
};

/** A line for each setting; null for one that does not apply. */
const settingLines: Readonly<Record<SettingName, (said: SettingsSaid) => string | null>> = {
  rhythm: ({ rhythm: { days, minute } }) =>
    `Ritme: ${howOften[days]}${days === 'rest' ? '' : `, om ${minuteOfDay(minute)}`}`,
  zone: ({ zone, at }) => `Tijdzone: ${place(zone, 'nl')}, daar is het nu ${clock(at, zone)}`,
  reminder: ({ wantsReminders }) => `Herinnering: ${onOff(wantsReminders)}`,
  discreet: ({ isDiscreet }) => `Neutrale melding: ${onOff(isDiscreet)}`,
  postcards: ({ wantsPostcards, isApart }) => (isApart === null ? null : `Kaartjes: ${onOff(wantsPostcards)}`),
  opening: ({ opensMinute, isApart }) =>
    isApart === null
      ? null
      : `Antwoorden open: ${opensMinute === null ? 'zodra jullie klaar zijn' : `samen om ${minuteOfDay(opensMinute)}`}`,
  deeper: ({ isDeeper, isApart }) => (isApart === null ? null : `Iets dieper: ${onOff(isDeeper)}`),
  apart: ({ isApart }) => (isApart === null ? null : `Even niet bij elkaar: ${isApart ? 'ja' : 'nee'}`),
  room: ({ room }) => (room === null ? null : `Kamer: ${rooms[room]}`),
  keeping: (said) => `Bewaren: ${kept(said)}`,
  language: () => 'Taal: Nederlands',
};

/** While one is being made it is not said who has yet to say yes to it. */
const rooms: Readonly<Record<NonNullable<SettingsSaid['room']>, string>> = {
  ...{ none: 'geen', found: 'nog niet in gebruik', proposed: 'nog niet in gebruik' },
  ...{ open: 'in gebruik', shut: 'dicht' },
};

const onOff = (is: boolean) => (is ? 'aan' : 'uit');

function overview(said: SettingsSaid): FmtString {
  return lines(bold('Instellingen'), ...settingNames.flatMap((name) => settingLines[name](said) ?? []));
}

function rhythm(said: SettingsSaid, about: About): FmtString {
  const { rhythm: own, zone, at, wantsReminders } = said;
  return lines(
    bold('Jouw ritme'),
    `Vragen: ${howOften[own.days]}`,
    `Uur: ${minuteOfDay(own.minute)}`,
    `Stil: ${span(own)}`,
    `Tijdzone: ${place(zone, 'nl')}, daar is het nu ${clock(at, zone)}`,
    `Vakantie: ${holiday(said, about) ?? 'geen'}`,
    `Herinnering: ${wantsReminders ? 'aan' : 'uit'}`,
  );
}

/** What was understood of a change, before the whole. */
function noted(said: SettingsSaid, about: About): string | null {
  if (said.noted === null) return null;
  switch (said.noted.what) {
    case 'days':
      return said.rhythm.days === 'rest'
        ? 'Genoteerd: even geen vragen. Wil je er toch een, dan is er /vraag.'
        : `Genoteerd: ${howOften[said.rhythm.days]}. Kiezen jullie verschillend, dan geldt het rustigste ritme.`;
    case 'hour': {
      const { other } = said.noted;
      const instead = other === null ? '' : ` Bedoelde je ${minuteOfDay(other)}? Tik dan hieronder.`;
      return `Genoteerd: om ${minuteOfDay(said.rhythm.minute)}.${instead}`;
    }
    case 'quiet':
      return `Genoteerd: stil van ${span(said.rhythm, ' tot ')}.`;
    case 'holiday': {
      const until = holiday(said, about);
      return until === null ? 'Genoteerd: geen vakantie.' : `Genoteerd: vrij ${until}. Fijne tijd.`;
    }
    case 'reminder':
      return said.wantsReminders
        ? 'Genoteerd: staat een vraag de volgende dag nog open, dan herinner ik je er één keer aan. Alleen jij ziet dat.'
        : 'Genoteerd: geen herinneringen.';
    case 'discreet':
      return said.isDiscreet
        ? 'Genoteerd: wat ik je stuur, ligt dicht tot je erop tikt. Je partner merkt er niets van.'
        : 'Genoteerd: gewone meldingen.';
    case 'postcards':
      return said.wantsPostcards
        ? 'Genoteerd: kaartjes komen weer aan.'
        : 'Genoteerd: je krijgt geen kaartjes. Je partner merkt daar niets van.';
    case 'keeping':
      return `Genoteerd: ${kept(said)}. Kiezen jullie verschillend, dan geldt de kortste.`;
  }
}

function kept({ keepDays }: SettingsSaid): string {
  return keptFor[keepDays] ?? '';
}

function holiday({ holidayUntil }: SettingsSaid, about: About): string | null {
  return holidayUntil === null ? null : `tot en met ${dayNamed(holidayUntil, 'nl', about)}`;
}

function span({ quietFromMinute, quietUntilMinute }: Rhythm, between = '–'): string {
  return `${minuteOfDay(quietFromMinute)}${between}${minuteOfDay(quietUntilMinute)}`;
}
