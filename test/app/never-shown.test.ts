import { beforeAll, describe, expect, test } from 'vitest';
import type { SayName } from '../../src/core/notice.js';
import { nl } from '../../src/texts/nl/nl.js';
import { people } from '../core/anything.js';
import { liveAll, type Told } from './lives.js';

/**
 * What is never shown (method.md §4.5; design.md, «What a partner may notice»): two people live all kinds of days, and
 * every text that the bot said on the way is looked at, in both languages. That lives which differ only in a secret look
 * the same is another matter: see core/silence.test.ts.
 */

/** What one partner's act may bring to the other's phone, and nothing else. */
const crossing: Readonly<Partial<Record<SayName, string>>> = {
  joined: 'they are a couple now',
  paired: 'the same, to whoever joined',
  prompt: '/vraag brings a question to both',
  pathMatched: 'both want it',
  privateStep: 'the next step of a path, which either can ask for',
  togetherStep: 'the same',
  pathFinished: 'its last step opened, or was put away',
  folded: 'the same, of a deeper one',
  unopened: 'stands for any of these in discreet mode',
  revealed: 'both sealed',
  sealedAndOpen: 'the own sealed card, once both are open',
  partnerVoice: 'a voice note of what both opened',
  partnerPhoto: 'a photo of what both opened',
  loop: 'two sentences that both opened, drawn',
  closedAnswer: 'its writer shares it after all',
  thanks: 'somebody said thank you',
  moreAsked: 'somebody asked for more',
  reaction: 'somebody sent it',
  reply: 'somebody chose it',
  voiceReturned: 'their own voice note did not arrive',
  breatherCalled: 'a breather holds for both',
  breatherMoved: 'its end is the same for both',
  breatherRest: 'the same, where it stands',
  breatherChoice: 'both came back',
  breatherLineAsked: 'both wanted it',
  breatherOpened: 'both sealed their line',
  breatherRested: 'both came back, and it is over',
  momentAgreed: 'both picked a time',
  ritualAgreed: 'both want the same moment',
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
  pageKept: 'both would keep it',
  agreementLetGo: 'both answers are open, and both would let it go',
  agreementReopened: 'both answers are open, and one of them would have it otherwise',
  postcardThanks: 'somebody said thank you',
  postcardReply: 'somebody chose it',
  postcardReturned: 'the reader’s own postcard, since a breather holds for both',
  sheetOpened: 'the own sealed card, once both are open',
  sheetPage: 'a theme that both chose',
  listenTheme: 'such a theme, at the start of a round about it',
  words: 'what both opened, drawn',
  roomOpen: 'both said yes to it',
  roomGreeting: 'the same, where it opened',
  roomReveal: 'both sealed',
  roomShut: 'nothing is laid there any more, for both',
  roomEmpty: 'it has ended for both',
};

/** Texts that name the partner; what another text says is about its reader or about both. */
const naming: ReadonlySet<SayName> = new Set<SayName>([
  ...(Object.keys(crossing) as SayName[]),
  'welcome',
  'pairAsked',
  'undoAsked',
  'undoDropped',
  'undone',
  'status',
  'sealed',
  'skipped',
  'keptToMyself',
  'pathLeft',
  'offer',
  'reactionSent',
  'closedAnswerSent',
  'thanked',
  'moreAskedSent',
  'helpOffered',
  'whoseAsked',
  'stopped',
  'unpairedSelf',
  'eraseAsked',
  'breatherHush',
  'refused',
  'silenceKept',
  'leavingSet',
  'leavingDropped',
  'exportAllAsked',
  'beginningAsked',
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
  'page',
  'keepNoted',
  'removalAsked',
  'postcardAsked',
  'postcardDraft',
  'postcardHeld',
  'postcardCame',
  'sheetThemes',
  'sheetSealed',
  'roomExplained',
  'roomMaking',
  'roomLink',
  'roomMissing',
  'roomAsked',
]);

/** Texts that may hold a figure, and which: hours, days and codes, help lines, limits; never a count of what somebody did. */
const figures: Readonly<Partial<Record<SayName, string>>> = {
  welcome: '18+, and for how long answers are kept',
  terms: 'terms of keeping, help lines',
  invite: 'the code, and until when it works',
  partnerAwaited: 'until when the invite works',
  rhythm: 'the reader’s own hour',
  settings: 'the reader’s own hours',
  asked: 'examples of an hour or a date',
  zoneChanged: 'what time it is there',
  postponed: 'when it comes again',
  status: 'the next moment',
  informed: 'help lines, terms of keeping',
  replyAsked: 'a limit',
  refused: 'a limit',
  openingHourChosen: 'an hour',
  draft: 'the hour it opens',
  choosing: 'the hour it opens',
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
  paths: 'what the paths are about, and for how long a wish is kept',
  privateStep: 'the card itself',
  togetherStep: 'the step itself',
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
  page: 'the same, the day it opened, and until when both keep it',
  postcardDraft: 'twenty seconds',
  postcardHeld: 'the same',
  stillOpen: 'for how many days a sheet can be filled in',
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

/** What is said of the bot itself, when its operator, an update or a mistake brought it about; nothing people do leads there. */
const ofTheBot: readonly SayName[] = [
  'botChanged',
  'failed',
  'news',
  'ownVoiceLost',
  'restored',
  'termsChanged',
  'voiceLost',
];

let told: readonly Told[] = [];
beforeAll(() => {
  told = liveAll();
});

const nameOf = ({ notice }: Told) => notice.say?.name as SayName;
const offending = (is: (one: Told) => boolean) => [...new Set(told.filter(is).map(nameOf))];

describe('of the other, a phone never shows', () => {
  test('anything, unless it was said: all there is was looked at', () => {
    const seen = new Set(told.map(nameOf));
    const unseen = (Object.keys(nl.say) as SayName[]).filter((name) => !seen.has(name));
    expect(unseen.sort()).toEqual([...ofTheBot].toSorted());
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
