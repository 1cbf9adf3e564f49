import type { RoomSayParams } from '../../src/core/room/say.js';
import type { Refusal } from '../../src/core/event.js';
import type { ExportSaid } from '../../src/core/own-data/export.js';
import { news } from '../../src/core/news/table.js';
import type { SayName, SayParams } from '../../src/core/notice.js';
import type { SettingsSaid } from '../../src/core/rhythm/say.js';
import { stranger } from '../../src/core/person.js';
import type { Answer } from '../../src/core/scene.js';
import type { Piece } from '../../src/core/piece.js';
import type { Scenario } from '../../src/core/round/scenario.js';
import type { WordsSaid } from '../../src/core/round/say.js';
import { loadScenarios, shippedDirectory } from '../../src/scenarios/scenarios.js';
import type { About, Texts } from '../../src/texts/texts.js';
import { listeningSamples } from './listening-samples.js';
import { longName, refusals } from './refusal-samples.js';

const loaded = loadScenarios({ shipped: shippedDirectory });
export const { protocols, paths } = loaded;
/** No prompt that ships is finished like this yet. */
const stem: Scenario = {
  id: 'maak-af',
  title: { nl: 'Maak af', en: 'Finish it' },
  text: { nl: 'Maak de zinnen af.', en: 'Finish the sentences.' },
  examples: [{ nl: 'Als jij stilvalt, dan vraag ik door.', en: 'When you go quiet, I ask on.' }],
  answer: {
    kind: 'stem',
    lines: [
      { id: 'zin', text: { nl: 'Als jij …, dan …', en: 'When you …, I …' }, max: 90, isOwnPart: true },
      { id: 'hoop', text: { nl: 'Ik hoop dat …', en: 'I hope that …' }, max: 90, isOwnPart: false },
    ],
  },
  depth: 1,
  place: 'anywhere',
  isOpening: false,
  isRecurring: false,
  cooldownDays: 0,
  revealsNeeded: 0,
};
/** Nor comes any with replies, but for steps of paths. */
const request: Scenario = {
  ...stem,
  id: 'verzoek',
  answer: { kind: 'text' },
  after: {
    replies: [
      { id: 'graag', label: { nl: 'Dat doe ik graag', en: 'Happy to' }, wordsMax: null },
      { id: 'deel', label: { nl: 'Een deel…', en: 'Part of it…' }, wordsMax: 300 },
    ],
    ...{ isThanksOnly: false, picksOne: true, drawing: null, keeps: false, followUpDays: [] },
  },
};
export const scenarios = new Map([...loaded.scenarios, [stem.id, stem], [request.id, request]]);
/** Saturday 21 November 2026, 14:32 in Amsterdam. */
const now = Date.UTC(2026, 10, 21, 13, 32);
const hourMs = 3_600_000;
export const about: About = {
  operator: 'Saar',
  operatorContact: 'saar@example.org',
  policyUrl: 'https://example.org/privacy',
  botUsername: 'samenspraak_bot',
  scenarios,
  protocols,
  paths,
  now,
  zone: 'Europe/Amsterdam',
};
const anonymous: About = { ...about, operatorContact: null, policyUrl: null };

export const text = (words: string): Piece => ({ kind: 'text', at: null, messageId: 1, text: words });
export const voice: Piece = { kind: 'voice', at: null, messageId: 2, fileId: 'file', seconds: 67 };
export const answer = (state: Answer['state'], ...pieces: readonly Piece[]): Answer => ({
  state,
  pieces,
  picks: [],
  step: 1,
});
const gap = (at: string, words: string): Piece => ({ kind: 'text', at, messageId: 1, text: words });
const none = answer('draft');
const both = (word: string) => ({ nl: word, en: word });
const needed: Answer = { ...none, picks: ['n_rust', 'n_hulp'] };
const half = answer('draft', gap('zin.1', 'stil wordt'));
const first = answer('draft', gap('zin.1', 'stil wordt'), gap('zin.2', 'ga ik harder praten'));
const noticed = answer('draft', gap('merk.1', 'zingt'), gap('want.1', 'dan weet ik dat je thuis bent'));
export const words = answer('sealed', text('Jouw jas om mijn schouders.'), voice);
export const notYet = answer('not-yet');
export const live = answer('live');
const scenario = 'klein-moment';
export const shown = (of: Answer, isClosed = false) => ({ answer: of, isClosed });
export const revealed = (own: Answer, theirs: Answer): SayParams['revealed'] => ({
  scenario,
  own: shown(own, own.state === 'sealed' && theirs.state !== 'sealed'),
  partner: shown(theirs, theirs.state === 'sealed' && own.state !== 'sealed'),
  partnerName: 'Bram',
});

const page: WordsSaid = {
  title: { nl: 'Plezier', en: 'Fun' },
  rows: [
    {
      statement: { nl: 'Bij jou kan ik gek doen.', en: 'I can be silly with you.' },
      words: [{ nl: 'vaak', en: 'mostly' }, null],
    },
    { statement: null, words: [null, { nl: 'soms', en: 'sometimes' }] },
  ],
  sentences: [
    [
      { text: { nl: 'Ik geniet als …', en: 'I enjoy us when …' }, gaps: [{ words: 'het regent' }] },
      { text: { nl: 'Ik geniet als …', en: 'I enjoy us when …' }, gaps: [null] },
    ],
  ],
};

const settings: SettingsSaid = {
  view: 'rhythm',
  noted: null,
  language: 'nl',
  rhythm: { days: 'three', minute: 1200, quietFromMinute: 1320, quietUntilMinute: 480 },
  zone: 'America/New_York',
  at: now,
  holidayUntil: null,
  wantsReminders: false,
  isDiscreet: false,
  opensMinute: null,
  isDeeper: false,
  isApart: false,
  keepDays: 90,
  wantsPostcards: true,
  room: null,
};

const exported: ExportSaid = {
  at: now,
  scope: 'all',
  person: { ...stranger(1, 'nl', 'Europe/Amsterdam') },
  pair: null,
  rounds: [],
  listened: [],
  pending: [],
  postcard: { form: 'een-vraag', pieces: [text('Wat deed je glimlachen?')] },
  line: null,
  path: { path: 'de-dans', finished: ['adem-in-rust'], wishes: [], rests: true, shown: [] },
  agreements: [],
  room: null,
  rituals: [{ scenario: 'rit-wandeling', moment: 'm_zo_m', every: 'week', until: now, reminds: true }],
  ritualWishes: [{ scenario: 'rit-wandeling', moment: 'm_za_o' }],
};

const sealedShort = {
  ...({ state: 'sealed', picks: [], step: 0 } as const),
  pieces: [{ kind: 'text', at: null, messageId: 5, text: 'Even niets.' }],
} satisfies Answer;
const roomReasons = ['joined', 'not-two', 'promoted', 'exposed', 'public', 'unsure', 'removed'] as const;

const roomSamples: {
  readonly [Name in keyof RoomSayParams]: readonly [RoomSayParams[Name], ...RoomSayParams[Name][]];
} = {
  roomExplained: [{ partner: 'Bram' }],
  roomMaking: [{ partner: 'Bram' }],
  roomLink: [{ partner: 'Bram' }],
  roomUnfit: [{}],
  roomDropped: [{}],
  roomTooOften: [{}],
  roomMissing: [{ partner: 'Bram' }],
  roomFits: [{ partner: 'Bram' }],
  roomAsked: [
    { partner: 'Anne', isAgain: false },
    { partner: 'Anne', isAgain: true },
  ],
  roomYesNoted: [{}],
  roomNoNoted: [{}],
  roomOpen: [
    { partner: 'Bram', language: 'nl' },
    { partner: 'Bram', language: 'en' },
  ],
  roomGreeting: [{}],
  roomReveal: [
    {
      scenario: 'wat-heb-je-nodig',
      said: [
        { writer: 'Anne', shown: { answer: sealedShort, isClosed: false } },
        { writer: 'Bram', shown: { answer: sealedShort, isClosed: false } },
      ],
    },
  ],
  openInRoom: [{}],
  roomApartSaid: [{}],
  roomNotYours: [{}],
  roomShut: [{ reason: 'joined', hasStranded: true }, ...roomReasons.map((reason) => ({ reason, hasStranded: false }))],
  roomStillShut: [{ reason: 'unsure' }, ...roomReasons.map((reason) => ({ reason }))],
  roomLooking: [{}],
  roomNotMade: [{ reason: null }, ...roomReasons.map((reason) => ({ reason }))],
  roomOff: [{}],
  roomEmpty: [{}],
};

/** Every sentence, with something for each way it can turn out; a new one does not compile without samples. */
export const samples: { readonly [Name in SayName]: readonly [SayParams[Name], ...SayParams[Name][]] } = {
  welcome: [
    { name: 'Anne', inviter: null },
    { name: 'Bram', inviter: 'Anne' },
    { name: '', inviter: null },
  ],
  terms: [{}],
  declined: [{}],
  termsChanged: [{ isSaid: true }, { isSaid: false }],
  photoAsked: [{}],
  photoAllowed: [{}],
  photoLetGo: [{}],
  partnerPhoto: [{ partner: 'Bram', fileId: 'AgACAgQ' }],
  voiceAsked: [{}],
  voiceAllowed: [{}],
  voiceLetGo: [{}],
  helpOffered: [
    { about: 'violence', words: 'answer', isAsking: true, partner: 'Bram' },
    { about: 'suicide', words: 'elsewhere', isAsking: true, partner: null },
    { about: 'suicide', words: 'nowhere', isAsking: false, partner: null },
    { about: 'violence', words: 'note', isAsking: false, partner: 'Bram' },
    { about: 'violence', words: 'unsaid', isAsking: false, partner: 'Bram' },
  ],
  whoseAsked: [{ partner: 'Bram' }, { partner: null }],
  wordsSettled: [
    { how: 'forPartner', about: 'violence' },
    { how: 'forMe', about: 'suicide' },
    { how: 'wiped', about: 'suicide' },
    { how: 'wipedHere', about: null },
  ],
  codeUnknown: [{}],
  pairAsked: [{ inviter: 'Anne' }, { inviter: null }],
  pairDeclined: [{}],
  invite: [
    { code: '7K3F9X2MQ4TB', expiresAt: now + 7 * 24 * hourMs, isFirst: true, isAgain: false },
    { code: '7K3F9X2MQ4TB', expiresAt: now + 7 * 24 * hourMs, isFirst: true, isAgain: true },
    { code: '7K3F9X2MQ4TB', expiresAt: now + hourMs, isFirst: false, isAgain: false },
    { code: '7K3F9X2MQ4TB', expiresAt: null, isFirst: false, isAgain: false },
  ],
  inviteQr: [{ code: '7K3F9X2MQ4TB' }],
  partnerAwaited: [{ expiresAt: now + 6 * 24 * hourMs }, { expiresAt: now + hourMs }, { expiresAt: null }],
  inviteExpired: [{}],
  paired: [{ partner: 'Bram' }],
  joined: [{ partner: 'Bram' }],
  undoAsked: [{ partner: 'Bram' }],
  undoDropped: [{ partner: 'Bram' }],
  undone: [{ partner: 'Bram' }],
  book: [
    { isPaired: true, isEmpty: false, view: 'all' },
    { isPaired: true, isEmpty: true, view: 'all' },
    { isPaired: true, isEmpty: true, view: 'kept' },
    { isPaired: false, isEmpty: false, view: 'all' },
    { isPaired: false, isEmpty: true, view: 'all' },
    { isPaired: false, isEmpty: true, view: 'kept' },
  ],
  page: [
    {
      scenario: 'klein-moment',
      openedAt: now - 24 * hourMs,
      own: { state: 'sealed', pieces: [text('het strand')], picks: [], step: 0 },
      theirs: { state: 'sealed', pieces: [text('de trein'), voice], picks: [], step: 0 },
      partnerName: 'Bram',
      keptUntil: now + 180 * 24 * hourMs,
      isPaired: true,
      isShared: false,
      reminds: null,
    },
    {
      scenario: 'wat-heb-je-nodig',
      openedAt: now - 24 * hourMs,
      own: needed,
      theirs: needed,
      partnerName: 'Bram',
      keptUntil: null,
      isPaired: true,
      isShared: true,
      reminds: true,
    },
    {
      scenario: 'gone',
      openedAt: now - 400 * 24 * hourMs,
      own: { state: 'sealed', pieces: [text('het strand')], picks: [], step: 0 },
      theirs: null,
      partnerName: null,
      keptUntil: null,
      isPaired: false,
      isShared: false,
      reminds: null,
    },
  ],
  pageMissed: [{}],
  keepNoted: [{ partner: 'Bram' }, { partner: null }],
  keepDropped: [{}],
  pageKept: [{ scenario: 'klein-moment' }, { scenario: 'gone' }],
  removalAsked: [{ partner: 'Bram' }, { partner: null }],
  pageRemoved: [{}],
  paths: [
    { paths: ['de-dans', 'adem-in-rust', 'luisteren'], still: null },
    { paths: ['de-dans'], still: 'zeven-stappen' },
    { paths: [], still: 'gone' },
  ],
  wished: [{ isDeep: true }, { isDeep: false }],
  wishDropped: [{}],
  pathMatched: [
    { path: 'de-dans', isGoingOn: false, hasMoments: true },
    { path: 'de-dans', isGoingOn: true, hasMoments: true },
    { path: 'gone', isGoingOn: false, hasMoments: false },
    { path: 'de-dans', isGoingOn: true, hasMoments: false },
  ],
  pathSteps: [
    {
      path: 'de-dans',
      steps: [
        { id: 'stap', is: 'past' },
        { id: 'als-jij', is: 'now' },
        { id: 'gone', is: 'ahead' },
      ],
      rests: false,
    },
    { path: 'de-dans', steps: [{ id: 'stap', is: 'now' }], rests: true },
  ],
  pathLeft: [{ partner: 'Bram' }, { partner: null }],
  pathWentOn: [{ path: 'de-dans' }],
  pathStill: [{ path: 'de-dans' }],
  pathFinished: [{ path: 'de-dans' }, { path: 'gone' }],
  privateStep: [
    { path: 'de-dans', scenario: 'de-dans--kijken' },
    { path: null, scenario: 'gone' },
  ],
  togetherStep: [{ path: 'zeven-stappen', step: 'afstemmen', scenario: 'zeven-stappen--afstemmen' }],
  ownCards: [{ scenarios: [] }, { scenarios: ['de-dans--kijken'] }],
  agreementLetGo: [{}],
  agreementReopened: [{}],
  kindAsked: [{ isRunOut: false }, { isRunOut: true }],
  prompt: [
    { scenario, example: 0, isFirst: true, step: null, shows: null, agreed: null, partnerName: null },
    { scenario, example: 0, isFirst: false, step: null, shows: null, agreed: null, partnerName: null },
    {
      scenario: 'gone',
      example: 0,
      isFirst: true,
      step: { path: 'gone', id: 'gone' },
      shows: null,
      agreed: null,
      partnerName: null,
    },
    {
      scenario: 'de-dans--stap',
      example: 0,
      isFirst: true,
      step: { path: 'de-dans', id: 'stap' },
      shows: null,
      agreed: null,
      partnerName: null,
    },
    {
      scenario: 'de-dans--hoop',
      example: 0,
      isFirst: true,
      step: { path: 'de-dans', id: 'hoop' },
      shows: { scenario: stem.id, own: first, partner: { ...first, state: 'sealed' } },
      agreed: null,
      partnerName: 'Bram',
    },
    {
      scenario: 'afspraak-terugkijken',
      example: 0,
      isFirst: true,
      step: null,
      shows: null,
      agreed: { scenario: stem.id, own: first, partner: { ...first, state: 'sealed' } },
      partnerName: 'Bram',
    },
    {
      scenario: 'afspraak-terugkijken',
      example: 0,
      isFirst: true,
      step: null,
      shows: null,
      agreed: { scenario: 'gone', own: null, partner: words },
      partnerName: 'Bram',
    },
  ],
  draft: [
    { answer: needed, scenario: 'wat-heb-je-nodig', isAlone: false, opens: 'at-once' },
    { answer: first, scenario: stem.id, isAlone: false, opens: 'at-once' },
    { answer: words, scenario, isAlone: false, opens: 'at-once' },
    { answer: words, scenario, isAlone: false, opens: 'asked' },
    { answer: words, scenario, isAlone: false, opens: now + hourMs },
    { answer: words, scenario, isAlone: true, opens: 'at-once' },
    { answer: needed, scenario: 'wat-heb-je-nodig', isAlone: false, opens: 'by-clock' },
  ],
  ritualNoted: [{}],
  ritualDropped: [{}],
  ritualAgreed: [
    { scenario: 'rit-wandeling', moment: 'm_zo_m' },
    { scenario: 'weg', moment: 'm_zo_m' },
  ],
  ritualReminder: [
    { scenario: 'rit-wandeling', idea: 3 },
    { scenario: 'weg', idea: 3 },
  ],
  overlapOpened: [
    { scenario: 'wat-heb-je-nodig', answer: needed, canAgree: false },
    { scenario: 'weg', answer: needed, canAgree: true },
  ],
  choosing: [
    {
      answer: needed,
      scenario: 'wat-heb-je-nodig',
      line: null,
      isBegun: false,
      sealing: { isAlone: false, opens: 'at-once' },
    },
    { answer: first, scenario: 'maak-af', line: 'hoop', isBegun: false, sealing: { isAlone: false, opens: 'at-once' } },
    { answer: half, scenario: 'maak-af', line: 'zin', isBegun: true, sealing: { isAlone: false, opens: 'asked' } },
    { answer: words, scenario, line: null, isBegun: false, sealing: { isAlone: true, opens: now } },
  ],
  keptToMyself: [{ partner: 'Bram' }, { partner: null }],
  unfinished: [
    { answer: half, scenario: stem.id, line: 'zin', isBegun: true, sealing: null },
    { answer: none, scenario: stem.id, line: 'zin', isBegun: false, sealing: null },
    { answer: first, scenario: stem.id, line: 'hoop', isBegun: false, sealing: { isAlone: false, opens: 'at-once' } },
  ],
  ownPartAsked: [{ isSecond: true }, { isSecond: false }],
  verdictAsked: [
    { word: 'genegeerd', feelings: [both('verdrietig'), both('eenzaam'), both('boos')], namesHelp: false },
    { word: 'gecontroleerd', feelings: [both('gespannen'), both('bang')], namesHelp: true },
    { word: 'tekortgedaan', feelings: [both('teleurgesteld')], namesHelp: false },
  ],
  draftCleared: [{}],
  sealed: [
    { answer: words, scenario, partner: 'Bram', opens: 'at-once' },
    { answer: words, scenario, partner: 'Bram', opens: 'asked' },
    { answer: words, scenario, partner: 'Bram', opens: now + hourMs },
    { answer: needed, scenario: 'wat-heb-je-nodig', partner: 'Bram', opens: 'by-clock' },
    { answer: notYet, scenario, partner: 'Bram', opens: 'at-once' },
    { answer: live, scenario, partner: null, opens: 'at-once' },
  ],
  sealedAndOpen: [{}],
  skipped: [{ partner: 'Bram' }, { partner: null }],
  postponed: [{ at: now + 2 * hourMs }, { at: now + 24 * hourMs }],
  revealed: [
    revealed(words, words),
    revealed(words, notYet),
    revealed(words, live),
    revealed(notYet, words),
    revealed(live, words),
    revealed(live, notYet),
  ],
  partnerVoice: [{ partner: 'Bram', fileId: 'file' }],
  closedAnswer: [{ scenario, partner: 'Bram', answer: words }],
  closedAnswerSent: [{ partner: 'Bram' }],
  rested: [
    { hadSealed: true, isLast: false },
    { hadSealed: false, isLast: false },
    { hadSealed: true, isLast: true },
  ],
  folded: [{}],
  yesAsked: [{}],
  yesNoted: [{}],
  choices: [{ scenarios: [scenario, 'gone', 'wat-heb-je-nodig'] }],
  nextPicked: [{ scenario }, { scenario: 'gone' }],
  openingHourAsked: [{}],
  openingHourChosen: [
    { minute: null, question: null },
    { minute: 1200, question: null },
    { minute: 1080, question: 1200 },
  ],
  deeperAsked: [{ isOn: false }, { isOn: true }],
  deeperChosen: [{ how: 'on' }, { how: 'off' }],
  apartChosen: [{ isApart: true }, { isApart: false }],
  helpAsked: [{}],
  helpChosen: [{ help: 'less' }, { help: 'other' }, { help: 'shorter' }, { help: 'rest' }],
  words: [{ said: page, partner: 'Bram', names: ['Anne', 'Bram'], mine: 0 }],
  sheetRow: [
    { scenario: 'relatiescan-30', at: 'plezier_klein', answer: none },
    { scenario: 'relatiescan-30', at: 'eerlijk_nee', answer: none },
    {
      scenario: 'relatiescan-30',
      at: 'plezier_geniet',
      answer: answer('draft', gap('plezier_geniet.1', 'het regent')),
    },
    { scenario: 'weg', at: 'plezier_klein', answer: none },
  ],
  sheetThemes: [
    { scenario: 'relatiescan-30', partner: 'Bram', canChoose: true, sealing: { isAlone: false, opens: 'at-once' } },
    { scenario: 'relatiescan-30', partner: null, canChoose: false, sealing: { isAlone: true, opens: 'asked' } },
  ],
  sheetSealed: [
    {
      scenario: 'relatiescan-30',
      answer: { ...none, chosen: ['plezier', 'dagen'] },
      partner: 'Bram',
      opens: 'at-once',
    },
    { scenario: 'relatiescan-30', answer: { ...none, chosen: ['plezier'] }, partner: 'Bram', opens: 'asked' },
    { scenario: 'relatiescan-30', answer: { ...none, chosen: ['plezier'] }, partner: null, opens: now + 6 * hourMs },
  ],
  sheetOpened: [{ scenario: 'relatiescan-30' }, { scenario: 'weg' }],
  sheetPage: [
    { pages: [page], page: 0, partner: 'Bram', names: ['Anne', 'Bram'], mine: 1 },
    { pages: [], page: 0, partner: 'Bram', names: ['Anne', 'Bram'], mine: 1 },
  ],
  stillOpen: [{ days: 30 }],
  loop: [
    {
      top: {
        sentence: { text: { nl: 'Als jij …, dan …', en: 'When you …, I …' }, gaps: [{ words: 'wacht' }, null] },
        hope: null,
      },
      bottom: {
        sentence: {
          text: { nl: 'Als jij …, dan …', en: 'When you …, I …' },
          gaps: [{ words: 'zwijgt' }, { words: 'praat ik' }],
        },
        hope: { text: { nl: 'Ik hoop dat …', en: 'I hope that …' }, gaps: [null] },
      },
    },
  ],
  thanks: [{ partner: 'Bram' }],
  thanked: [{ partner: 'Bram' }],
  moreAsked: [{ partner: 'Bram' }],
  moreAskedSent: [{ partner: 'Bram' }],
  reaction: [{ partner: 'Bram', pieces: [text('Dat wist ik niet meer.')] }],
  reactionSent: [{ partner: 'Bram' }],
  reply: [
    { partner: 'Bram', scenario: 'verzoek', reply: 'graag', pieces: [] },
    { partner: 'Bram', scenario: 'verzoek', reply: 'deel', pieces: [text('De donderdag lukt wel.')] },
  ],
  replyAsked: [{ limit: 300 }],
  postcardAsked: [
    { form: 'waardering', partner: 'Bram', isFirst: true },
    { form: 'een-vraag', partner: 'Bram', isFirst: false },
    { form: 'een-aanbod', partner: 'Bram', isFirst: false },
    { form: 'weg', partner: 'Bram', isFirst: false },
  ],
  postcardDraft: [
    { form: 'een-vraag', partner: 'Bram', answer: answer('draft', text('Wat deed je glimlachen?')) },
    { form: 'goed-nieuws-kaartje', partner: 'Bram', answer: answer('draft', voice) },
    { form: 'waardering', partner: 'Bram', answer: noticed },
  ],
  postcardUnfinished: [
    {
      form: 'waardering',
      answer: answer('draft', gap('merk.1', 'zingt')),
      line: 'want',
      isBegun: false,
      canGive: true,
    },
    { form: 'waardering', answer: none, line: 'merk', isBegun: false, canGive: false },
    { form: 'waardering', answer: none, line: 'merk', isBegun: true, canGive: false },
  ],
  postcardWhy: [{}],
  postcardHeld: [{ partner: 'Bram' }],
  postcardReturned: [{ why: 'breather' }, { why: 'listening' }],
  postcardGiven: [{}],
  postcardCame: [
    { form: 'waardering', partner: 'Bram', answer: { ...noticed, state: 'sealed' } },
    { form: 'goed-nieuws-kaartje', partner: 'Bram', answer: answer('sealed', voice) },
    { form: 'weg', partner: 'Bram', answer: words },
  ],
  postcardThanks: [{ partner: 'Bram' }],
  postcardReply: [
    { partner: 'Bram', form: 'een-aanbod', reply: 'graag', pieces: [] },
    { partner: 'Bram', form: 'een-vraag', reply: 'vertel', pieces: [text('Zand in mijn schoenen.')] },
  ],
  offer: [
    { what: 'addition', partner: 'Bram' },
    { what: 'reaction', partner: 'Bram' },
    { what: 'reaction', partner: null },
    { what: 'reply', partner: 'Bram' },
    { what: 'rewrite', partner: 'Bram' },
    { what: 'short', partner: 'Bram' },
  ],
  leftAsIs: [{}],
  rhythm: [
    { days: [1, 3, 6], minute: 1200 },
    { days: [6], minute: 1200 },
    { days: [1, 2, 3, 4, 5, 6, 7], minute: 1200 },
    { days: [], minute: 1200 },
  ],
  rhythmAccepted: [{}],
  settings: [
    ...(['all', 'rhythm', 'days', 'hour', 'quiet', 'holiday', 'keeping'] as const).map((view) => ({
      ...settings,
      view,
    })),
    ...(['daily', 'three', 'weekly', 'rest'] as const).flatMap((days) => [
      { ...settings, rhythm: { ...settings.rhythm, days }, noted: { what: 'days' } as const },
      { ...settings, view: 'all' as const, rhythm: { ...settings.rhythm, days } },
    ]),
    { ...settings, noted: { what: 'hour', other: 450 } },
    { ...settings, noted: { what: 'hour', other: null } },
    { ...settings, noted: { what: 'quiet' } },
    { ...settings, noted: { what: 'holiday' }, holidayUntil: '2026-12-12' },
    { ...settings, noted: { what: 'holiday' }, holidayUntil: '2027-01-03' },
    { ...settings, noted: { what: 'holiday' } },
    { ...settings, view: 'all', noted: { what: 'keeping' }, keepDays: 365 },
    { ...settings, view: 'all', opensMinute: 1200, isDeeper: true, isApart: true },
    { ...settings, view: 'all', isApart: null },
    ...(['none', 'found', 'proposed', 'open', 'shut'] as const).map((room) => ({ ...settings, view: 'all', room })),
    { ...settings, view: 'all', noted: { what: 'discreet' }, isDiscreet: true },
    { ...settings, view: 'all', noted: { what: 'discreet' } },
    { ...settings, noted: { what: 'reminder' } },
    { ...settings, noted: { what: 'reminder' }, wantsReminders: true },
  ] as unknown as [SettingsSaid, ...SettingsSaid[]],
  asked: [{ what: 'city' }, { what: 'hour' }, { what: 'quiet' }, { what: 'holiday' }],
  reminder: [{}],
  unopened: [{}],
  unopenedGone: [{}],
  discreetOffered: [{}],
  discreetChosen: [{ isOn: true }, { isOn: false }],
  zoneChanged: [{ zone: 'America/New_York', at: now }],
  status: [
    { partner: 'Bram', round: 'none', isPaired: true, own: { days: [1, 3, 6], minute: 1200 } },
    { partner: 'Bram', round: 'open', isPaired: true, own: { days: [6], minute: 450 } },
    { partner: 'Bram', round: 'answered', isPaired: true, own: null },
    { partner: null, round: 'open', isPaired: false, own: null },
  ],
  stopped: [
    { partner: 'Bram', isLeaving: false },
    { partner: 'Bram', isLeaving: true },
    { partner: null, isLeaving: false },
    { partner: 'Bram', isLeaving: false, hasRoom: true },
  ],
  silenceKept: [{ partner: 'Bram' }, { partner: null }],
  wentOn: [{}],
  unpaired: [{}],
  beginningAsked: [{}],
  leavingSet: [{ partner: 'Bram' }],
  leavingDropped: [{ partner: 'Bram' }, { partner: null }],
  unpairedSelf: [{ partner: 'Bram' }, { partner: null }],
  exported: [
    { as: 'page', data: exported },
    { as: 'data', data: exported },
    { as: 'page', data: { ...exported, scope: 'open' } },
  ],
  exportAllAsked: [{}],
  eraseAsked: [{ partner: 'Bram' }, { partner: null }],
  eraseExplained: (['answers', 'everything', 'chat'] as const).flatMap((what) => [
    { what, partner: longName, hasFolds: true, hasRoom: true },
    { what, partner: 'Bram', hasFolds: false },
    { what, partner: null, hasFolds: false },
  ]) as [SayParams['eraseExplained']],
  eraseDropped: [{}],
  answersErased: [{ partner: 'Bram' }, { partner: null }],
  chatCleared: [{}],
  erased: [{}],
  stayAsked: [{ isPaired: true }, { isPaired: false }],
  stayed: [{}],
  erasedInSilence: [{}],
  voiceReturned: [{ partner: 'Bram' }],
  cameBack: [{}],
  voiceLost: [
    { partner: 'Bram', isPhoto: false },
    { partner: 'Bram', isPhoto: true },
  ],
  ownVoiceLost: [
    { partner: 'Bram', isPhoto: false },
    { partner: 'Bram', isPhoto: true },
  ],
  botChanged: [{ partner: 'Bram' }, { partner: null }],
  restored: [{ from: now - 30 * hourMs }, { from: null }],
  news: [{ what: news.map(({ what }) => what) }],
  commandOffered: [{ command: 'stop' }, { command: 'helplines' }, { command: 'callBreather' }],
  breatherAsked: [{}],
  breatherBegan: [{ until: now + hourMs / 2 }, { until: now + hourMs / 2, hasRoom: true }],
  breatherCalled: [
    { caller: 'Anne', until: now + hourMs / 2 },
    { caller: 'Anne', until: now + hourMs / 2, hasRoom: true },
  ],
  breatherRest: [{ until: now + hourMs / 2 }, { until: now + 20 * hourMs }],
  breatherMoved: [{ until: now + hourMs }],
  breatherTimes: [{}],
  breatherTip: [{ tip: 'words' }, { tip: 'move' }, { tip: 'senses' }, { tip: 'music' }, { tip: 'nothing' }],
  breathingPicture: [{}],
  breatherHush: [{ partner: 'Bram', until: now + hourMs }],
  breatherLeft: [{}],
  breatherReturn: [{ canExtend: true }, { canExtend: false }],
  breatherBackNoted: [{}],
  breatherNotToday: [{}],
  breatherChoice: [{}],
  breatherChoiceNoted: [{}],
  breatherLineAsked: [{}],
  breatherLine: [{ line: { words: 'Ik ben moe en wil naast je zitten.' } }],
  breatherLineSealed: [{ line: { words: 'Ik ben moe en wil naast je zitten.' } }],
  breatherLineTakenBack: [{}],
  breatherOpened: [{ own: { words: 'Moe.' }, partner: { words: 'Blij dat je er bent.' }, partnerName: 'Bram' }],
  breatherRested: [{}],
  breatherOver: [{ hadCameBack: true }, { hadCameBack: false }],
  momentPicked: [{ at: now + 20 * hourMs }],
  momentAgreed: [{ at: now + 20 * hourMs }],
  momentCame: [{}],
  ...roomSamples,
  ...listeningSamples(now, [...protocols.values()]),
  informed: [
    { about: 'help' },
    { about: 'helplines' },
    { about: 'privacy' },
    { about: 'developer' },
    { about: 'violence' },
    { about: 'suicide' },
  ],
  refused: Object.values(refusals) as [Refusal, ...Refusal[]],
  failed: [{}],
};

/** What there is to say of one sentence, for each way it can turn out. */
export function samplesOf(name: SayName): readonly SayParams[SayName][] {
  return samples[name];
}

export const sayNames = Object.keys(samples) as SayName[];

export function render<Name extends SayName>(
  texts: Texts,
  name: Name,
  params: SayParams[Name],
  to: About = about,
): string {
  const said = texts.say[name](params, to);
  return typeof said === 'string' ? said : said.text;
}

export function renderAll(texts: Texts, name: SayName): readonly string[] {
  return samples[name].flatMap((params) => [about, anonymous].map((to) => render(texts, name, params, to)));
}

/** Everything this catalogue can put in front of a person. */
export function everything(texts: Texts): readonly string[] {
  return [
    ...sayNames.flatMap((name) => renderAll(texts, name)),
    ...Object.values(texts.labels),
    ...Object.values(texts.commands),
    texts.description,
    texts.shortDescription,
    texts.inviteToShare,
  ];
}
