import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Command } from '../../src/core/command.js';
import type { Notice, SayName } from '../../src/core/notice.js';
import type { PersonId } from '../../src/core/scene.js';
import { en } from '../../src/texts/en.js';
import { nl } from '../../src/texts/nl.js';
import type { About, Texts } from '../../src/texts/texts.js';
import { listeningStep } from '../core/anything-listening.js';
import { people, steps } from '../core/anything.js';
import { loadScenarios, shippedDirectory } from '../../src/texts/scenarios.js';
import { opening, prompt, prompts } from '../core/prompts.js';
import type { Rules } from '../core/stage.js';
import {
  anne,
  askedCouple,
  bothAnswer,
  bram,
  carl,
  days,
  given,
  hours,
  minutes,
  settledCouple,
  pairedCouple,
  time,
  type Act,
  type Setting,
} from '../support/given.js';

/**
 * What is never shown (method.md §4.5; design.md, «What a partner may notice»): two people live all kinds of days, and
 * every text that the bot said on the way is looked at, in both languages. That lives which differ only in a secret look
 * the same is another matter: see core/silence.test.ts.
 */

interface Told {
  readonly notice: Notice;
  /** Whose act brought it; null for the clock. */
  readonly actor: PersonId | null;
  readonly texts: Readonly<Record<'nl' | 'en', string>>;
}

/** What one partner's act may bring to the other's phone, and nothing else. */
const crossing: Readonly<Partial<Record<SayName, string>>> = {
  joined: 'they are a couple now',
  paired: 'the same, to whoever joined',
  prompt: '/vraag brings a question to both',
  folded: 'the same, of a deeper one',
  revealed: 'both sealed',
  sealedAndOpen: 'the own sealed card, once both are open',
  partnerVoice: 'a voice note of what both opened',
  closedAnswer: 'its writer shares it after all',
  thanks: 'somebody said thank you',
  moreAsked: 'somebody asked for more',
  reaction: 'somebody sent it',
  voiceReturned: 'their own voice note did not arrive',
  breatherCalled: 'a breather holds for both',
  breatherMoved: 'its end is the same for both',
  breatherRest: 'the same, where it stands',
  breatherChoice: 'both came back',
  breatherLineAsked: 'both wanted it',
  breatherOpened: 'both sealed their line',
  breatherRested: 'both came back, and it is over',
  momentAgreed: 'both picked a time',
  unpaired: 'it has ended',
  listenGone: 'an invitation that was taken back',
  listenInvite: 'somebody asks the other to listen',
  listenScheduled: 'the other chose an hour',
  listenReady: 'the other said now',
  listenStep: 'the turn is theirs, or begins',
  listenHeld: 'both letters are done',
  listenLetterSealed: 'the reader’s own letter waits again, since the other took one back before it opened',
  listenCancelled: 'what was agreed does not go on',
  listenSaid: 'words that were let go',
  listenLetters: 'both letters open',
  listenDone: 'it has come to its end',
  listenThanks: 'somebody said thank you',
  listenNotes: 'the reader’s own notes, now that it is their turn',
  listenSignal: 'a sign that was meant for them',
  listenSwap: 'it is for both to choose',
  listenTurnScheduled: 'what both chose',
  listenConfirmed: 'where both were, now that both go on',
  listenQuote: 'an answer that is open, at the start of a round about it',
  listenPlanProposed: 'somebody proposes something',
  listenPlanAgreed: 'both agreed to it',
  listenParked: 'it rests for both, in the same words',
  listenOver: 'it is over for both, in the same words',
  listenKeeping: 'both hear until when it is kept',
};

/** Texts that name the partner; what another text says is about its reader or about both. */
const naming: ReadonlySet<SayName> = new Set<SayName>([
  ...(Object.keys(crossing) as SayName[]),
  'welcome',
  'undoAsked',
  'undoDropped',
  'undone',
  'status',
  'sealed',
  'skipped',
  'offer',
  'reactionSent',
  'closedAnswerSent',
  'thanked',
  'moreAskedSent',
  'stopped',
  'unpairedSelf',
  'eraseAsked',
  'breatherHush',
  'refused',
  'silenceKept',
  'eraseExplained',
  'answersErased',
  'listenStart',
  'listenInvited',
  'listenUnnoticed',
  'listenReadyNoted',
  'listenDraft',
  'listenDoneNoted',
  'listenSent',
  'listenThanked',
  'listenHeardAgain',
  'listenPlanSent',
]);

/** Texts that may hold a figure, and which: hours, days and codes, help lines, limits; never a count of what somebody did. */
const figures: Readonly<Partial<Record<SayName, string>>> = {
  welcome: '18+, and for how long answers are kept',
  terms: 'terms of keeping, help lines',
  invite: 'the code, and until when it works',
  rhythm: 'the reader’s own hour',
  settings: 'the reader’s own hours',
  asked: 'examples of an hour or a date',
  zoneChanged: 'what time it is there',
  postponed: 'when it comes again',
  status: 'the next moment',
  informed: 'help lines, terms of keeping',
  refused: 'a limit',
  openingHourChosen: 'an hour',
  draft: 'the hour it opens',
  sealed: 'the hour it opens',
  breatherBegan: 'until when',
  breatherCalled: 'until when',
  breatherRest: 'until when',
  breatherMoved: 'until when',
  breatherHush: 'until when',
  breatherTip: 'five things you see, four you hear',
  breathingPicture: 'in four, out six',
  momentPicked: 'when',
  momentAgreed: 'when',
  prompt: 'the question itself',
  choices: 'the questions themselves',
  eraseExplained: 'hours of this chat, days of keeping',
  exported: 'the reader’s own words',
  chatCleared: 'the hours that Telegram allows',
  termsChanged: '18+, and for how long answers are kept',
  listenMenu: 'the protocols themselves',
  listenStart: 'the protocol itself',
  listenInvite: 'the protocol itself',
  listenStep: 'the step itself, and until when',
  listenScheduled: 'when',
  listenTurnScheduled: 'when',
  listenKeeping: 'until when',
  listenHeld: 'twenty seconds',
  listenOption: 'a limit',
  listenSaid: 'how long a voice note lasts, as Telegram shows it too',
  listenDraft: 'the same, of the reader’s own',
  listenNotes: 'the same, of the reader’s own',
  listenHeardAgain: 'the same',
  listenLetters: 'the same',
  revealed: 'how long a voice note lasts, as Telegram shows it too',
};

/** Words for what nobody is shown of the other, in any text at all. */
const unspeakable: readonly (readonly [what: string, nl: RegExp, en: RegExp])[] = [
  [
    'who was first',
    /als eerste (klaar|geantwoord)|eerder dan|was (al )?klaar voor/i,
    /\bfirst to\b|earlier than|before you did/i,
  ],
  ['that somebody waits', /wacht op (je|jou|jullie)|laat .* wachten/i, /waiting for you|keeps? .* waiting/i],
  ['that an answer is missing', /nog niet geantwoord|heeft niet geantwoord/i, /(has|have)(n.t| not) answered/i],
  ['read or opened', /heeft .*(gelezen|gezien|geopend)/i, /has (read|seen|opened)/i],
  ['online or typing', /\bonline\b|aan het typen|laatst gezien/i, /\bonline\b|is typing|last seen/i],
  [
    'scores and streaks',
    /\bscore|\bpunten\b|procent|\breeks\b|op rij|%/i,
    /\bscore|\bpoints\b|percent|\bstreak|in a row|%/i,
  ],
  ['other couples', /andere (stellen|koppels)|gemiddeld/i, /other couples|on average/i],
  [
    'a reminder to somebody else',
    /vraag je partner om te antwoorden|herinner je partner/i,
    /remind your partner|ask your partner to answer/i,
  ],
];

const deep = prompt('diep', { depth: 3, safetyNote: { nl: 'Let op.', en: 'Mind.' }, revealsNeeded: 6 });
const light = Array.from({ length: 5 }, (_, index) => prompt(`vraag-${String(index)}`));
const both = (act: (who: typeof anne) => readonly Act[]) => [...act(anne), ...act(bram)];
const card = (who: typeof anne) => who.does({ type: 'showSettings', view: 'all' });
const askAndAnswer = [anne.does({ type: 'askQuestion' }), ...bothAnswer(), time.passes(minutes(5))];
const deepRound = [
  ...light.flatMap(() => askAndAnswer),
  ...both((who) => [card(who), who.taps('deeper'), who.taps('canSayNo', { arg: 'yes' })]),
  anne.does({ type: 'askQuestion' }),
  ...bothAnswer(),
  time.passes(hours(3)),
];
const breather = [anne.does({ type: 'callBreather' }), time.passes(minutes(31))];
const lines = [
  ...breather,
  ...both((who) => [who.taps('breathBack')]),
  ...both((who) => [who.taps('breathChoice', { arg: 'oneLine' })]),
];

const begins = (protocol: string) => [
  anne.does({ type: 'listen' }),
  anne.taps('listenMenu'),
  anne.taps('listenChoose', { arg: protocol }),
  anne.taps('listenInvite', { arg: protocol, step: 0 }),
  bram.taps('listenNow'),
  ...both((who) => [who.taps('listenReady', { arg: 'calm' })]),
];
const mirroring = begins('spiegelen');
const listened = [
  ...begins('alleen-luisteren'),
  anne.says('Het was zwaar.'),
  anne.taps('listenDone'),
  time.passes(minutes(1)),
  bram.taps('listenOption', { arg: 'dank' }),
  ...both((who) => [who.taps('listenMore'), who.taps('listenTension', { arg: 'calm' })]),
];

/** /wis, all the way. */
const erases = (what: string) => [
  anne.does({ type: 'erase' }),
  anne.taps('erase', { arg: what }),
  anne.taps('eraseNow', { arg: what }),
];
/** Ways that chance hardly ever takes. */
const stories: readonly Partial<Setting>[] = [
  pairedCouple({ acts: [...bothAnswer(), anne.does({ type: 'exportData' }), ...erases('answers'), ...erases('chat')] }),
  settledCouple({ acts: [time.passes(days(185)), anne.taps('stay'), time.passes(days(220))] }),

  pairedCouple({ acts: [bram.taps('undoPairing'), bram.taps('keepPairing')] }),
  settledCouple({ acts: [anne.taps('chooseNext'), anne.taps('pickNext')] }),
  settledCouple({
    prompts: [opening, ...light, deep],
    acts: [...deepRound, anne.taps('openYes'), time.passes(hours(25)), card(bram), bram.taps('deeper')],
  }),
  askedCouple({
    acts: [...lines, anne.says('rustiger'), anne.taps('breathSeal'), bram.says('ook'), bram.taps('breathSeal')],
  }),
  askedCouple({ acts: [...lines, anne.says('rustiger'), anne.does({ type: 'withdraw' }), time.passes(hours(1))] }),
  askedCouple({
    acts: [...breather, anne.taps('breathMore'), anne.taps('breathMore', { arg: 'm20' }), time.passes(minutes(21))],
  }),
  askedCouple({
    acts: [anne.does({ type: 'callBreather' }), time.passes(minutes(2)), anne.taps('breathMenu', { arg: 'breathe' })],
  }),
  askedCouple({
    acts: [
      ...breather,
      ...both((who) => [who.taps('breathNotToday')]),
      ...both((who) => [who.taps('breathMoment', { arg: 'evening' })]),
      time.passes(hours(30)),
    ],
  }),
  askedCouple({
    acts: [
      card(anne),
      anne.taps('openingHour'),
      anne.taps('setOpeningHour', { arg: '1200' }),
      anne.taps('apart'),
      anne.taps('deeper'),
      anne.taps('canSayNo', { arg: 'no' }),
    ],
  }),
  askedCouple({
    acts: [anne.says('woorden'), anne.taps('seal'), bram.taps('else'), bram.taps('notYet'), anne.taps('shareAnyway')],
  }),
  pairedCouple({
    acts: [
      carl.starts('7K3F9X2MQ4TB'),
      anne.says('ik wil niet meer leven'),
      anne.does({ type: 'stop' }),
      anne.taps('staySilent'),
    ],
  }),
  settledCouple({
    acts: [
      anne.does({ type: 'listen' }),
      anne.taps('listenMenu'),
      anne.taps('listenChoose', { arg: 'spiegelen' }),
      anne.taps('listenInvite', { arg: 'spiegelen', step: 0 }),
      anne.taps('listenRecall'),
      ...mirroring,
      anne.says('half'),
      anne.taps('listenRestart'),
      bram.says('ja maar'),
      bram.taps('listenKeepNote'),
      anne.says('Ik mis ons.'),
      anne.taps('listenDone'),
      time.passes(minutes(1)),
      bram.says('Je mist ons.'),
      bram.taps('listenDone'),
      time.passes(minutes(1)),
      anne.taps('listenOption', { arg: 'ja' }),
      time.passes(hours(50)),
      ...both((who) => [who.taps('listenGoOn')]),
    ],
  }),
  settledCouple({
    acts: [
      anne.does({ type: 'listen' }),
      anne.taps('listenInvite', { step: 0 }),
      bram.taps('listenLater'),
      bram.taps('listenLater', { arg: 'hour' }),
      anne.taps('listenCancel'),
      anne.taps('tellMore'),
      anne.taps('talkAbout'),
      anne.taps('listenInvite'),
      bram.taps('listenNow'),
      ...both((who) => [who.taps('listenReady', { arg: 'calm' })]),
    ],
  }),
  settledCouple({
    acts: [
      ...listened,
      anne.taps('listenMore'),
      anne.taps('listenPlan'),
      anne.says('Als we merken dat, dan'),
      anne.taps('listenPlanSend'),
      bram.taps('listenPlanYes'),
    ],
  }),
  askedCouple({
    acts: [
      bram.does({ type: 'showSettings', view: 'rhythm' }),
      bram.taps('reminder', { arg: 'on' }),
      time.passes(hours(25)),
    ],
  }),
];

const told: Told[] = [];

/** What is said of the bot itself, when its operator or a mistake brought it about; nothing people do leads there. */
const ofTheBot: readonly SayName[] = ['botChanged', 'failed', 'ownVoiceLost', 'restored', 'termsChanged', 'voiceLost'];

beforeAll(() => {
  for (const { acts = [], ...setting } of stories) {
    const rules = overheard(setting);
    for (const act of acts) act(rules);
    rules.passTo(rules.now());
  }
  const rounds = fc.array(listeningStep, { minLength: 20, maxLength: 60 });
  const walks = [steps, rounds].flatMap((kind) => fc.sample(kind, { seed: 20_261_125, numRuns: 200 }));
  for (const [index, walk] of walks.entries()) {
    const rules = overheard({});
    for (const act of (index % 2 === 0 ? settledCouple() : pairedCouple()).acts) act(rules);
    const world = { rules, words: [] };
    for (const { act, who } of walk) act(world, who);
    rules.passTo(rules.now());
  }
});

/** The rules, with an ear at every phone that knows whose act, or that the clock, brought what it hears. */
function overheard(setting: Partial<Setting>): Rules {
  const { rules } = given({ ...setting, acts: [] });
  const { heard } = rules.begin();
  let taken = 0;
  const take = (actor: PersonId | null) => {
    for (const { notice, at } of heard.slice(taken)) {
      if (notice.say === null) continue;
      told.push({ notice, actor, texts: { nl: words(nl, notice, at), en: words(en, notice, at) } });
    }
    taken = heard.length;
  };
  const { perform, passTo } = { perform: rules.perform.bind(rules), passTo: rules.passTo.bind(rules) };
  return Object.assign(rules, {
    perform: (command: Command, by: PersonId | null, card: string | null = null) => {
      rules.passTo(rules.now());
      perform(command, by, card);
      take(by);
    },
    passTo: (at: number) => {
      passTo(at);
      take(null);
    },
  });
}

const { protocols } = loadScenarios({ shipped: shippedDirectory });
const scenarios = new Map([...prompts, deep].map((one) => [one.id, one]));

function words({ say }: Texts, { say: said }: Notice, now: number): string {
  if (said === null) return '';
  const about: About = {
    operator: 'Saar',
    operatorContact: null,
    botUsername: 'samenspraak_bot',
    policyUrl: null,
    scenarios,
    protocols,
    now,
    zone: 'Europe/Amsterdam',
  };
  const text = (say[said.name] as (params: unknown, about: About) => string | { readonly text: string })(
    said.params,
    about,
  );
  return typeof text === 'string' ? text : text.text;
}

const nameOf = ({ notice }: Told) => notice.say?.name as SayName;
const offending = (is: (one: Told) => boolean) => [...new Set(told.filter(is).map(nameOf))];

describe('of the other, a phone never shows', () => {
  test('anything, unless it was said: all there is was looked at', () => {
    const seen = new Set(told.map(nameOf));
    const unseen = (Object.keys(nl.say) as SayName[]).filter((name) => !seen.has(name));
    expect(unseen.sort()).toEqual(ofTheBot);
  });

  test('what they do, but for what is meant to reach the other', () => {
    const isCrossing = ({ notice, actor }: Told) => actor !== null && notice.to !== actor;
    expect(offending((one) => isCrossing(one) && crossing[nameOf(one)] === undefined)).toEqual([]);
  });

  test('their name, but in what is about both or in answer to the reader', () => {
    const hasName = ({ notice, texts }: Told) =>
      people.some(({ id, name }) => id !== notice.to && `${texts.nl} ${texts.en}`.includes(name));
    expect(offending((one) => hasName(one) && !naming.has(nameOf(one)))).toEqual([]);
  });

  test('a count, a score, a length or a time of theirs: a figure stands only where it is the reader’s own or both’s', () => {
    const isOfPeople = /‹\d+›|vraag-\d+/g;
    const hasFigure = ({ texts }: Told) => /\d/.test(`${texts.nl} ${texts.en}`.replace(isOfPeople, ''));
    expect(offending((one) => hasFigure(one) && figures[nameOf(one)] === undefined)).toEqual([]);
  });

  test.each(unspeakable)('%s', (_what, dutch, english) => {
    const says = ({ texts }: Told) => dutch.test(texts.nl) || english.test(texts.en);
    expect(told.filter(says).map(({ texts }) => texts)).toEqual([]);
  });
});
