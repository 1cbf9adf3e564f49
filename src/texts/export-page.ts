import { ritualLine } from './ritual.js';
import type { ExportScope } from '../core/own-data/event.js';
import type { ListenedExported } from '../core/listening/part.js';
import type { ExportSaid } from '../core/own-data/export.js';
import type { RoundExported } from '../core/round/part.js';
import type { Tension } from '../core/listening/scene.js';
import { optionsOf } from '../core/round/kinds.js';
import { linesOfSheet } from '../core/round/sheet.js';
import type { Language } from '../core/round/scenario.js';
import type { Rhythm } from '../core/scene.js';
import { bareSentences, pieceText } from './answer.js';
import { pageStyle } from './export-style.js';
import { optionOf, protocolOf, stepOf, wordsText } from './listening.js';
import { pathTitle } from './path.js';
import { questionOf } from './question.js';
import type { About } from './texts.js';
import { clock, date, minuteOfDay, place } from './when.js';

/** What the page says in one language. */
export interface ExportWords {
  readonly language: Language;
  readonly fileName: string;
  readonly title: string;
  readonly madeOn: (day: string, time: string) => string;
  readonly intro: Readonly<Record<ExportScope, string>>;
  readonly headings: Readonly<Record<'answers' | 'listened' | 'paths' | 'you' | 'pair' | 'waiting', string>>;
  readonly nothing: string;
  readonly labels: Readonly<Record<RowName, string>>;
  readonly values: Readonly<Record<'yes' | 'no' | 'none' | 'atOnce' | 'dutch' | 'english', string>>;
  readonly days: Readonly<Record<Rhythm['days'], string>>;
  readonly keptFor: Readonly<Record<number, string>>;
  readonly states: Readonly<Record<RoundExported['answer']['state'], string>>;
  readonly where: Readonly<Record<RoundExported['where'], string>>;
  readonly keeps: Readonly<Record<NonNullable<RoundExported['keeps']>, string>>;
  readonly asked: (day: string) => string;
  readonly given: (day: string) => string;
  readonly opened: (day: string) => string;
  readonly keptUntil: (day: string) => string;
  readonly questionGone: string;
  readonly listenedGone: string;
  readonly listened: Readonly<Record<'goingOn' | 'draft' | 'notes' | 'plan', string>>;
  readonly paths: Readonly<Record<'living' | 'finished' | 'wishes' | 'rests' | 'shown', string>>;
  readonly ended: (day: string) => string;
  readonly tensions: Readonly<Record<Tension, string>>;
  readonly pairedSince: (day: string) => string;
  readonly waitingForPartner: string;
  readonly notPaired: string;
  readonly room: string;
  readonly rituals: {
    readonly agreed: (what: string, day: string) => string;
    readonly quiet: string;
    readonly wished: (what: string) => string;
  };
}

type RowName =
  | 'name'
  | 'agreed'
  | 'language'
  | 'zone'
  | 'rhythm'
  | 'hour'
  | 'quiet'
  | 'holiday'
  | 'reminders'
  | 'discreet'
  | 'voice'
  | 'photo'
  | 'deeper'
  | 'postcards'
  | 'opening'
  | 'keeping'
  | 'stopped'
  | 'leaving'
  | 'seen';

/** One page that needs nothing else: no script, no font, no network. Everything a person wrote is escaped. */
export function exportPage(data: ExportSaid, words: ExportWords, about: About): string {
  const { at, person, rounds } = data;
  const { headings } = words;
  const day = (moment: number) => date(moment, words.language, person.zone);
  const articles = rounds.toReversed().map((round) => article(round, data.scope, words, about, day));
  return [
    `<!doctype html><html lang="${words.language}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escape(words.title)}</title><style>${pageStyle}</style></head><body><main>`,
    `<h1>${escape(words.title)}</h1><p class="quiet">${escape(words.madeOn(day(at), clock(at, person.zone)))}</p>`,
    `<p>${escape(words.intro[data.scope])}</p>`,
    section(headings.answers, articles.length === 0 ? paragraph(words.nothing) : articles.join('')),
    listened(data, words, about, day),
    paths(data, words, about),
    waiting(data, words, about),
    section(
      headings.pair,
      [pairLine(data, words, day), ...(data.room === null ? [] : [words.room]), ...rituals(data, words, about, day)]
        .map(paragraph)
        .join(''),
    ),
    section(headings.you, `<dl>${settings(data, words, day).map(row).join('')}</dl>`),
    '</main></body></html>\n',
  ].join('\n');
}

type Day = (moment: number) => string;

/** What they do again and again, and what this person alone would like. */
function rituals(
  data: ExportSaid,
  { rituals: says, language }: ExportWords,
  about: About,
  day: Day,
): readonly string[] {
  const named = (of: { readonly scenario: string; readonly moment: string }) => ritualLine(of, language, about);
  return [
    ...data.rituals.map((one) => `${says.agreed(named(one), day(one.until))}${one.reminds ? '' : ` ${says.quiet}`}`),
    ...data.ritualWishes.map((one) => says.wished(named(one))),
  ];
}

function article(round: RoundExported, scope: ExportScope, words: ExportWords, about: About, day: Day): string {
  const { scenario, askedAt, openedAt, where, answer, until, keeps } = round;
  const question = questionOf(scenario, words.language, about) ?? words.questionGone;
  const isPostcard = about.scenarios.get(scenario)?.postcard !== undefined;
  const opened = openedAt === null ? words.where[where] : words.opened(day(openedAt));
  const facts = [
    ...(isPostcard ? [words.given(day(askedAt))] : [words.asked(day(askedAt)), opened]),
    ...(answer.state === 'sealed' && openedAt !== null ? [] : [words.states[answer.state]]),
    ...(until === null ? [] : [words.keptUntil(day(until))]),
    ...(keeps === null ? [] : [words.keeps[keeps]]),
  ];
  const kind = about.scenarios.get(scenario)?.answer;
  const sentences = kind?.kind === 'sheet' ? linesOfSheet(kind) : [];
  const said =
    kind?.kind === 'stem'
      ? bareSentences(answer, kind, words.language, scope === 'open')
      : [
          ...picksOf(round, words.language, about),
          ...(sentences.length > 0
            ? bareSentences(answer, { kind: 'stem', lines: sentences }, words.language, scope === 'open')
            : answer.pieces.map((piece) => pieceText(piece, words.language))),
        ];
  return [
    `<article><h3>${escape(question)}</h3>`,
    quote(null, said),
    `<p class="quiet">${facts.map(escape).join(' · ')}</p></article>`,
  ].join('');
}

function picksOf({ scenario, answer }: RoundExported, language: Language, { scenarios }: About): readonly string[] {
  const kind = answer.picks.length === 0 ? undefined : scenarios.get(scenario)?.answer;
  const options = kind === undefined ? [] : optionsOf(kind);
  return answer.picks.map((id) => {
    const option = options.find((one) => one.id === id);
    return option === undefined ? id : (option.sentence ?? option.label)[language];
  });
}

function listened({ listened: all }: ExportSaid, words: ExportWords, about: About, day: Day): string {
  if (all.length === 0) return '';
  const articles = all.map((one) => listenedArticle(one, words, about, day));
  return section(words.headings.listened, articles.join(''));
}

function listenedArticle(one: ListenedExported, words: ExportWords, about: About, day: Day): string {
  const { language } = words;
  const { protocol, endedAt, until, said, draft, notes, plan, tension } = one;
  const step = (all: ListenedExported['said']) => all.flatMap((each) => stepTexts(protocol, each, language, about));
  const facts = [
    endedAt === null ? words.listened.goingOn : words.ended(day(endedAt)),
    ...(tension === null ? [] : [words.tensions[tension]]),
    ...(until === null ? [] : [words.keptUntil(day(until))]),
  ];
  return [
    `<article><h3>${escape(protocolOf(protocol, about)?.title[language] ?? words.listenedGone)}</h3>`,
    quote(null, step(said)),
    quote(words.listened.draft, draft === null ? [] : step([draft])),
    quote(
      words.listened.notes,
      notes.map((piece) => pieceText(piece, language)),
    ),
    quote(words.listened.plan, plan === null ? [] : [plan]),
    `<p class="quiet">${facts.map(escape).join(' · ')}</p></article>`,
  ].join('');
}

/** What was tapped as it stood on the button: the line that came of it may hold the partner's name. */
function stepTexts(
  protocol: string,
  { step, option, pieces, picks }: ListenedExported['said'][number],
  language: Language,
  about: About,
): readonly string[] {
  const found = stepOf({ protocol, step }, about);
  const tapped = optionOf({ protocol, step }, option, about)?.label[language] ?? option;
  return [tapped ?? '', wordsText({ pieces, picks }, found, language).text].filter((text) => text !== '');
}

function quote(heading: string | null, said: readonly string[]): string {
  if (said.length === 0) return '';
  const above = heading === null ? '' : `<p class="quiet">${escape(heading)}</p>`;
  return `${above}<blockquote>${said.map(paragraph).join('')}</blockquote>`;
}

/** Which path the two are on, and what one of them wants of it; with one's own words that its steps show again. */
function paths({ path }: ExportSaid, words: ExportWords, about: About): string {
  const titles = (ids: readonly string[]) => ids.map((id) => pathTitle(id, words.language, about) ?? id).join(', ');
  const facts = [
    ...(path.path === null ? [] : [`${words.paths.living}: ${titles([path.path])}`]),
    ...(path.finished.length === 0 ? [] : [`${words.paths.finished}: ${titles(path.finished)}`]),
    ...(path.wishes.length === 0 ? [] : [`${words.paths.wishes}: ${titles(path.wishes)}`]),
    ...(path.rests ? [words.paths.rests] : []),
  ];
  const said = path.shown.flatMap(({ pieces }) => pieces.map((piece) => pieceText(piece, words.language)));
  if (facts.length === 0 && said.length === 0) return '';
  return section(words.headings.paths, `${facts.map(paragraph).join('')}${quote(words.paths.shown, said)}`);
}

/** Words that are nowhere yet: behind an offer, on a postcard in hand, or the one line of a breather. */
function waiting({ pending, postcard, line }: ExportSaid, words: ExportWords, { scenarios }: About): string {
  const kind = scenarios.get(postcard?.form ?? '')?.answer;
  const said = [
    ...pending.map((piece) => pieceText(piece, words.language)),
    ...(postcard === null
      ? []
      : kind?.kind === 'stem'
        ? bareSentences(postcard, kind, words.language, false)
        : postcard.pieces.map((piece) => pieceText(piece, words.language))),
    ...(line === null ? [] : [line]),
  ];
  return said.length === 0
    ? ''
    : section(words.headings.waiting, `<blockquote>${said.map(paragraph).join('')}</blockquote>`);
}

function pairLine({ pair }: ExportSaid, words: ExportWords, day: Day): string {
  if (pair === null) return words.notPaired;
  return pair.since === null ? words.waitingForPartner : words.pairedSince(day(pair.since));
}

function settings({ person }: ExportSaid, words: ExportWords, day: Day): readonly Row[] {
  const { labels, values } = words;
  const yesNo = (is: boolean) => (is ? values.yes : values.no);
  const local = (date: string) => day(Date.parse(`${date}T12:00Z`));
  const known = <Value>(value: Value | undefined, label: string, say: (value: Value) => string): readonly Row[] =>
    value === undefined ? [] : [[label, say(value)]];
  const { rhythm, consents, hasStopped } = person;
  return [
    [labels.name, person.name],
    [labels.agreed, person.consent === null ? values.none : day(person.consent.at)],
    [labels.language, person.language === 'nl' ? values.dutch : values.english],
    [labels.zone, place(person.zone, words.language)],
    ...known(rhythm, labels.rhythm, ({ days }) => words.days[days]),
    ...known(rhythm, labels.hour, ({ minute }) => minuteOfDay(minute)),
    ...known(rhythm, labels.quiet, (it) => `${minuteOfDay(it.quietFromMinute)}–${minuteOfDay(it.quietUntilMinute)}`),
    ...known(person.holidayUntil, labels.holiday, (until) => (until === null ? values.none : local(until))),
    ...known(person.wantsReminders, labels.reminders, yesNo),
    ...known(person.discreet, labels.discreet, (it) => yesNo(it === true)),
    ...known(consents, labels.voice, ({ voice }) => (voice === null ? values.no : day(voice.at))),
    ...known(consents, labels.photo, ({ photo }) => (photo === null ? values.no : day(photo.at))),
    ...known(consents, labels.deeper, ({ deeper }) => yesNo(deeper !== null)),
    ...known(person.wantsPostcards, labels.postcards, yesNo),
    ...known(person.revealMinute, labels.opening, (it) => (it === null ? values.atOnce : minuteOfDay(it))),
    ...known(person.keepDays, labels.keeping, (it) => words.keptFor[it] ?? ''),
    ...known(hasStopped, labels.stopped, yesNo),
    ...known(person.leaving, labels.leaving, (it) => (it === null ? values.none : day(it.at))),
    ...known(person.seenOn, labels.seen, (it) => (it === null ? values.none : local(it))),
  ];
}

type Row = readonly [string, string];

function row([label, value]: Row): string {
  return `<div><dt>${escape(label)}</dt><dd>${escape(value)}</dd></div>`;
}

function section(heading: string, content: string): string {
  return `<section><h2>${escape(heading)}</h2>${content}</section>`;
}

function paragraph(text: string): string {
  return `<p>${escape(text)}</p>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
