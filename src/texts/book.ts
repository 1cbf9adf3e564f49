import { localMoment } from '../core/time/calendar.js';
import type { Instant } from '../core/ids.js';
import type { Language } from '../core/round/scenario.js';
import { bold, fmt, italic, type FmtString } from '../telegram/format.js';
import { cardHeader } from './path.js';
import { askedBefore } from './question.js';
import type { About } from './texts.js';
import { dayNamed } from './when.js';

/** What every language says above a page: the day it opened, and the question's title with the path it is of. */
export function pageHeader(openedAt: Instant, scenario: string, language: Language, about: About): FmtString {
  const day = italic(dayNamed(localMoment(openedAt, about.zone).date, language, about));
  const path = about.scenarios.get(scenario)?.path ?? null;
  const title = cardHeader(path, scenario, language, about);
  return title === null ? fmt`${day}` : fmt`${day} · ${bold(title.text)}`;
}

/** What was asked; not above an agreement, which its title names, and which may have been made after listening. */
export function questionOnPage(scenario: string, language: Language, about: About): string | null {
  return about.scenarios.get(scenario)?.asksAfter === 'change' ? null : askedBefore(scenario, language, about);
}
