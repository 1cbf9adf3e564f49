import { describe, expect, test } from 'vitest';
import { optionsOf } from '../../src/core/scenario.js';
import type { ExportSaid } from '../../src/core/export.js';
import { stranger } from '../../src/core/person.js';
import type { Refusal } from '../../src/core/event.js';
import type { SayName, SayParams, SettingsSaid } from '../../src/core/notice.js';
import type { Answer, Piece } from '../../src/core/scene.js';
import { commandTable } from '../../src/telegram/commands.js';
import { en } from '../../src/texts/en.js';
import { nl } from '../../src/texts/nl.js';
import { listeningSamples } from './listening-samples.js';
import { loadScenarios, shippedDirectory } from '../../src/texts/scenarios.js';
import type { About, Texts } from '../../src/texts/texts.js';

const messageMaxUnits = 4096;
const toastMaxUnits = 200;
const labelMaxUnits = 30;
const answerMaxUnits = 1500;
/** Telegram's longest first name. */
const longName = 'A'.repeat(64);

const { scenarios, protocols } = loadScenarios({ shipped: shippedDirectory });
/** Saturday 21 November 2026, 14:32 in Amsterdam. */
const now = Date.UTC(2026, 10, 21, 13, 32);
const hourMs = 3_600_000;
const about: About = {
  operator: 'Saar',
  operatorContact: 'saar@example.org',
  policyUrl: 'https://example.org/privacy',
  botUsername: 'samenspraak_bot',
  scenarios,
  protocols,
  now,
  zone: 'Europe/Amsterdam',
};
const anonymous: About = { ...about, operatorContact: null, policyUrl: null };

const text = (words: string): Piece => ({ kind: 'text', messageId: 1, text: words });
const voice: Piece = { kind: 'voice', messageId: 2, fileId: 'file', seconds: 67 };
const answer = (state: Answer['state'], ...pieces: readonly Piece[]): Answer => ({ state, pieces, picks: [], step: 1 });
const words = answer('sealed', text('Jouw jas om mijn schouders.'), voice);
const notYet = answer('not-yet');
const live = answer('live');
const scenario = 'klein-moment';
const shown = (of: Answer, isClosed = false) => ({ answer: of, isClosed });
const revealed = (own: Answer, theirs: Answer): SayParams['revealed'] => ({
  scenario,
  own: shown(own, own.state === 'sealed' && theirs.state !== 'sealed'),
  partner: shown(theirs, theirs.state === 'sealed' && own.state !== 'sealed'),
  partnerName: 'Bram',
});

const settings: SettingsSaid = {
  view: 'rhythm',
  noted: null,
  language: 'nl',
  rhythm: { days: 'three', minute: 1200, quietFromMinute: 1320, quietUntilMinute: 480 },
  zone: 'America/New_York',
  at: now,
  holidayUntil: null,
  wantsReminders: false,
  keepDays: 90,
};

const exported: ExportSaid = {
  at: now,
  person: { ...stranger(1, 'nl', 'Europe/Amsterdam') },
  pair: null,
  rounds: [],
  listened: [],
  pending: [],
  line: null,
};

/** One of each refusal; a new one does not compile without its sample. */
const refusals: { readonly [Name in Refusal['refusal']]: Extract<Refusal, { refusal: Name }> } = {
  'agree-first': { refusal: 'agree-first' },
  'not-open': { refusal: 'not-open' },
  'code-expired': { refusal: 'code-expired' },
  'code-used': { refusal: 'code-used' },
  'code-replaced': { refusal: 'code-replaced' },
  'code-own': { refusal: 'code-own' },
  'too-many-guesses': { refusal: 'too-many-guesses' },
  'too-many-invites': { refusal: 'too-many-invites' },
  'too-many-joins': { refusal: 'too-many-joins' },
  'too-fast': { refusal: 'too-fast' },
  'has-stopped': { refusal: 'has-stopped' },
  'already-paired': { refusal: 'already-paired', partner: longName },
  'not-paired': { refusal: 'not-paired' },
  'too-late-to-undo': { refusal: 'too-late-to-undo' },
  'stale-button': { refusal: 'stale-button' },
  'sealed-already': { refusal: 'sealed-already', round: 'r1', step: 3 },
  'no-question': { refusal: 'no-question' },
  'no-scenario': { refusal: 'no-scenario' },
  'nothing-to-withdraw': { refusal: 'nothing-to-withdraw' },
  'empty-draft': { refusal: 'empty-draft' },
  'too-long': { refusal: 'too-long', units: 4096, limit: answerMaxUnits },
  'too-many-voices': { refusal: 'too-many-voices', limit: 3 },
  'too-many-picks': { refusal: 'too-many-picks', limit: 3 },
  'media-unsupported': { refusal: 'media-unsupported' },
  'forwarded-unsupported': { refusal: 'forwarded-unsupported' },
  'unknown-command': { refusal: 'unknown-command' },
  'edit-too-late': { refusal: 'edit-too-late' },
  'unknown-city': { refusal: 'unknown-city' },
  'unknown-hour': { refusal: 'unknown-hour' },
  'hour-in-quiet': { refusal: 'hour-in-quiet', minute: 1380, quiet: { fromMinute: 1320, untilMinute: 480 } },
  'unknown-quiet-hours': { refusal: 'unknown-quiet-hours' },
  'quiet-over-hour': { refusal: 'quiet-over-hour', minute: 1200 },
  'unknown-date': { refusal: 'unknown-date' },
  'date-past': { refusal: 'date-past' },
  'date-too-far': { refusal: 'date-too-far' },
  'reaction-sent-already': { refusal: 'reaction-sent-already' },
  'breather-needs-two': { refusal: 'breather-needs-two' },
  'in-breather': { refusal: 'in-breather' },
  'breather-full': { refusal: 'breather-full' },
  'line-too-long': { refusal: 'line-too-long', units: 4096, limit: 300 },
  'line-typed-only': { refusal: 'line-typed-only' },
  'nothing-kept': { refusal: 'nothing-kept' },
  'export-too-soon': { refusal: 'export-too-soon', minutes: 10 },
  'listening-needs-two': { refusal: 'listening-needs-two' },
  'in-listening': { refusal: 'in-listening' },
  'say-it-aloud': { refusal: 'say-it-aloud' },
  'tap-only': { refusal: 'tap-only' },
  'voice-too-long': { refusal: 'voice-too-long', seconds: 120 },
  'edit-after-delivery': { refusal: 'edit-after-delivery' },
};

/** Every sentence, with something for each way it can turn out; a new one does not compile without samples. */
const samples: { readonly [Name in SayName]: readonly [SayParams[Name], ...SayParams[Name][]] } = {
  welcome: [
    { name: 'Anne', inviter: null },
    { name: 'Bram', inviter: 'Anne' },
    { name: '', inviter: null },
  ],
  terms: [{}],
  declined: [{}],
  termsChanged: [{ isSaid: true }, { isSaid: false }],
  voiceAsked: [{}],
  voiceAllowed: [{}],
  voiceLetGo: [{}],
  helpOffered: [{ about: 'violence' }, { about: 'suicide' }],
  codeUnknown: [{}],
  invite: [
    { code: '7K3F9X2MQ4TB', expiresAt: now + 7 * 24 * hourMs, isFirst: true },
    { code: '7K3F9X2MQ4TB', expiresAt: now + hourMs, isFirst: false },
    { code: '7K3F9X2MQ4TB', expiresAt: null, isFirst: false },
  ],
  inviteExpired: [{}],
  paired: [{ partner: 'Bram' }],
  joined: [{ partner: 'Bram' }],
  undoAsked: [{ partner: 'Bram' }],
  undoDropped: [{ partner: 'Bram' }],
  undone: [{ partner: 'Bram' }],
  prompt: [
    { scenario, example: 0, isFirst: true },
    { scenario, example: 0, isFirst: false },
    { scenario: 'gone', example: 0, isFirst: true },
  ],
  draft: [
    { answer: words, scenario, isAlone: false, opens: 'at-once' },
    { answer: words, scenario, isAlone: false, opens: 'asked' },
    { answer: words, scenario, isAlone: false, opens: now + hourMs },
    { answer: words, scenario, isAlone: true, opens: 'at-once' },
  ],
  draftCleared: [{}],
  sealed: [
    { answer: words, scenario, partner: 'Bram', opens: 'at-once' },
    { answer: words, scenario, partner: 'Bram', opens: 'asked' },
    { answer: words, scenario, partner: 'Bram', opens: now + hourMs },
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
  openingHourChosen: [{ minute: null }, { minute: 1200 }],
  deeperAsked: [{ isOn: false }, { isOn: true }],
  deeperChosen: [{ how: 'on' }, { how: 'off' }, { how: 'kept-off' }],
  apartChosen: [{ isApart: true }, { isApart: false }],
  helpAsked: [{}],
  helpChosen: [{ help: 'less' }, { help: 'other' }, { help: 'shorter' }, { help: 'rest' }],
  thanks: [{ partner: 'Bram' }],
  thanked: [{ partner: 'Bram' }],
  moreAsked: [{ partner: 'Bram' }],
  moreAskedSent: [{ partner: 'Bram' }],
  reaction: [{ partner: 'Bram', pieces: [text('Dat wist ik niet meer.')] }],
  reactionSent: [{ partner: 'Bram' }],
  offer: [
    { what: 'addition', partner: 'Bram' },
    { what: 'reaction', partner: 'Bram' },
    { what: 'reaction', partner: null },
    { what: 'rewrite', partner: 'Bram' },
    { what: 'short', partner: 'Bram' },
  ],
  leftAsIs: [{}],
  rhythm: [
    { days: [1, 3, 6], minute: 1200, at: now },
    { days: [6], minute: 1200, at: now },
    { days: [1, 2, 3, 4, 5, 6, 7], minute: 1200, at: now },
    { days: [], minute: 1200, at: now },
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
    { ...settings, noted: { what: 'reminder' } },
    { ...settings, noted: { what: 'reminder' }, wantsReminders: true },
  ] as unknown as [SettingsSaid, ...SettingsSaid[]],
  asked: [{ what: 'city' }, { what: 'hour' }, { what: 'quiet' }, { what: 'holiday' }],
  reminder: [{}],
  zoneChanged: [{ zone: 'America/New_York', at: now }],
  status: [
    { partner: 'Bram', round: 'none', isPaired: true, nextAt: now + 100 * hourMs },
    { partner: 'Bram', round: 'open', isPaired: true, nextAt: now + 5 * hourMs },
    { partner: 'Bram', round: 'answered', isPaired: true, nextAt: null },
    { partner: null, round: 'open', isPaired: false, nextAt: null },
  ],
  stopped: [{ partner: 'Bram' }, { partner: null }],
  silenceKept: [{ partner: 'Bram' }, { partner: null }],
  wentOn: [{}],
  unpaired: [{}],
  unpairedSelf: [{ partner: 'Bram' }, { partner: null }],
  exported: [
    { as: 'page', data: exported },
    { as: 'data', data: exported },
  ],
  eraseAsked: [{ partner: 'Bram' }, { partner: null }],
  eraseExplained: (['answers', 'everything', 'chat'] as const).flatMap((what) => [
    { what, partner: longName },
    { what, partner: null },
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
  voiceLost: [{ partner: 'Bram' }],
  ownVoiceLost: [{ partner: 'Bram' }],
  botChanged: [{ partner: 'Bram' }, { partner: null }],
  restored: [{ from: now - 30 * hourMs }, { from: null }],
  commandOffered: [{ command: 'stop' }, { command: 'helplines' }, { command: 'callBreather' }],
  breatherBegan: [{ until: now + hourMs / 2 }],
  breatherCalled: [{ caller: 'Anne', until: now + hourMs / 2 }],
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
  breatherLine: [{ text: 'Ik ben moe en wil naast je zitten.' }],
  breatherLineSealed: [{ text: 'Ik ben moe en wil naast je zitten.' }],
  breatherLineTakenBack: [{}],
  breatherOpened: [{ own: 'Moe.', partner: 'Blij dat je er bent.', partnerName: 'Bram' }],
  breatherRested: [{}],
  breatherOver: [{ hadCameBack: true }, { hadCameBack: false }],
  momentPicked: [{ at: now + 20 * hourMs }],
  momentAgreed: [{ at: now + 20 * hourMs }],
  momentCame: [{}],
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

const sayNames = Object.keys(samples) as SayName[];

function render<Name extends SayName>(texts: Texts, name: Name, params: SayParams[Name], to: About = about): string {
  const said = texts.say[name](params, to);
  return typeof said === 'string' ? said : said.text;
}

function renderAll(texts: Texts, name: SayName): readonly string[] {
  return samples[name].flatMap((params) => [about, anonymous].map((to) => render(texts, name, params, to)));
}

/** Everything this catalogue can put in front of a person. */
function everything(texts: Texts): readonly string[] {
  return [
    ...sayNames.flatMap((name) => renderAll(texts, name)),
    ...Object.values(texts.labels),
    ...Object.values(texts.commands),
    texts.description,
    texts.shortDescription,
    texts.inviteToShare,
  ];
}

/** Moments in which an exclamation mark would grate. */
const hardMoments = [
  'welcome',
  'terms',
  'declined',
  'codeUnknown',
  'inviteExpired',
  'undoAsked',
  'undoDropped',
  'undone',
  'draftCleared',
  'skipped',
  'postponed',
  'revealed',
  'rested',
  'moreAsked',
  'termsChanged',
  'voiceAsked',
  'voiceLetGo',
  'helpOffered',
  'stopped',
  'silenceKept',
  'unpaired',
  'unpairedSelf',
  'eraseAsked',
  'erased',
  'voiceReturned',
  'cameBack',
  'voiceLost',
  'ownVoiceLost',
  'botChanged',
  'restored',
  'commandOffered',
  'breatherBegan',
  'breatherCalled',
  'breatherRest',
  'breatherMoved',
  'breatherHush',
  'breatherLeft',
  'breatherReturn',
  'breatherBackNoted',
  'breatherNotToday',
  'breatherChoice',
  'breatherRested',
  'breatherOver',
  'momentCame',
  'listenUnnoticed',
  'listenParked',
  'listenOver',
  'listenCancelled',
  'listenTense',
  'listenNudge',
  'listenAside',
  'informed',
  'refused',
  'failed',
] as const satisfies readonly SayName[];

/** What arrives by somebody else's doing, or by the clock's. */
const unaskedFor = [
  'inviteExpired',
  'joined',
  'prompt',
  'rested',
  'reminder',
  'rhythm',
  'unpaired',
  'stayAsked',
  'erasedInSilence',
  'cameBack',
  'voiceLost',
  'ownVoiceLost',
  'botChanged',
  'restored',
  'breatherCalled',
  'breatherMoved',
  'breatherReturn',
  'breatherChoice',
  'breatherRested',
  'breatherOver',
  'momentCame',
  'listenInvite',
  'listenUnnoticed',
  'listenGone',
  'listenCancelled',
  'listenNudge',
  'listenParked',
  'listenOver',
  'listenDone',
] as const satisfies readonly SayName[];

/** Words that would tell what a partner did not do, did late or did first. */
const tellsOnPartner = {
  nl: /overgeslagen|gewacht|wacht op|te laat|eerst geantwoord|niet geantwoord|geen antwoord|aarzel|uitgesteld|gestopt/iu,
  en: /skipped|waited|waiting for|too late|answered first|hasn’t answered|no answer|hesitat|postponed|has stopped/iu,
};

describe.each([nl, en])('the catalogue in $language', (texts) => {
  const other = texts.language === 'nl' ? 'en' : 'nl';

  test.each(sayNames)('%s says something whole that fits one message', (name) => {
    for (const said of renderAll(texts, name)) {
      expect(said.trim()).toBe(said);
      expect(said).not.toBe('');
      expect(said).not.toMatch(/\[object |undefined|null|NaN|Invalid Date/u);
      expect(said).not.toMatch(/ {2}|\n{3}/u);
      expect(said.length).toBeLessThanOrEqual(messageMaxUnits);
    }
  });

  test('has room in one message for the longest answers to every prompt', () => {
    for (const { id, answer: kind } of scenarios.values()) {
      const max = kind.kind === 'multi' ? kind.max : 1;
      const longest = [...optionsOf(kind)]
        .map((option) => ({ id: option.id, units: (option.sentence ?? option.label)[texts.language].length }))
        .sort((a, b) => b.units - a.units)
        .slice(0, max);
      const full: Answer = {
        state: 'sealed',
        pieces: [text('x'.repeat(answerMaxUnits)), voice, voice, voice],
        picks: longest.map((option) => option.id),
        step: 9,
      };
      const both = { scenario: id, own: shown(full), partner: shown(full), partnerName: longName };
      expect(render(texts, 'revealed', both).length, id).toBeLessThanOrEqual(messageMaxUnits);
    }
  });

  test.each(Object.values(refusals))('$refusal fits over the chat', (refusal) => {
    expect(render(texts, 'refused', refusal).length).toBeLessThanOrEqual(toastMaxUnits);
  });

  test('has a different sentence for every refusal', () => {
    const said = Object.values(refusals).map((refusal) => render(texts, 'refused', refusal));
    expect(new Set(said).size).toBe(said.length);
  });

  test('has labels that fit a button', () => {
    for (const label of Object.values(texts.labels)) {
      expect(label.trim()).not.toBe('');
      expect(label.length, label).toBeLessThanOrEqual(labelMaxUnits);
    }
  });

  test('introduces itself within the limits of Telegram', () => {
    expect(texts.description.length).toBeLessThanOrEqual(512);
    expect(texts.shortDescription.length).toBeLessThanOrEqual(120);
    for (const line of Object.values(texts.commands)) expect(line.length).toBeLessThanOrEqual(256);
  });

  test.each(hardMoments)('%s is said calmly', (name) => {
    for (const said of renderAll(texts, name)) expect(said).not.toContain('!');
  });

  test('names only commands there are, by their names in this language', () => {
    const own: readonly string[] = commandTable.flatMap(({ names }) => [...names[texts.language]]);
    for (const said of everything(texts)) {
      for (const [, name] of said.matchAll(/(?<![\w:/])\/([a-z_]+)/gu)) expect(own, said).toContain(name);
    }
  });

  test('has a line in /help for every command but itself and the one Telegram sends people to', () => {
    const help = render(texts, 'informed', { about: 'help' });
    for (const { id, names } of commandTable) {
      if (id !== 'help' && id !== 'developer') expect(help).toContain(`/${names[texts.language][0]} `);
    }
  });

  test('names buttons in its running text as they are labelled', () => {
    const labels = Object.values(texts.labels);
    for (const said of everything(texts)) {
      for (const [, label] of said.matchAll(/\[([^\]]+)\]/gu)) expect(labels, said).toContain(label);
    }
  });

  test('says nothing in the words of the other language', () => {
    const others: Texts = other === 'nl' ? nl : en;
    const exempt: readonly SayName[] = ['partnerVoice'];
    for (const name of sayNames.filter((one) => !exempt.includes(one))) {
      const theirs = renderAll(others, name);
      for (const said of renderAll(texts, name)) expect(theirs, name).not.toContain(said);
    }
  });

  test.each(unaskedFor)('%s tells nothing of what the other did not do', (name) => {
    for (const said of renderAll(texts, name)) expect(said).not.toMatch(tellsOnPartner[texts.language]);
  });

  test('says the same of a question put away whatever the partner did', () => {
    expect(render(texts, 'rested', { hadSealed: false, isLast: false })).not.toContain('Bram');
    expect(render(texts, 'rested', { hadSealed: true, isLast: false })).not.toContain('Bram');
  });

  test('shows not a word of an answer that stays closed', () => {
    const secret = answer('sealed', text('Lissabon'));
    expect(render(texts, 'revealed', revealed(notYet, secret))).not.toContain('Lissabon');
    expect(render(texts, 'revealed', revealed(secret, live))).not.toContain('Lissabon');
  });

  test('keeps every answer of a partner under a spoiler', () => {
    const both = texts.say.revealed(revealed(words, words), about);
    const spoilers = typeof both === 'string' ? [] : (both.entities ?? []).filter(({ type }) => type === 'spoiler');
    expect(spoilers).toHaveLength(2);
  });
});

describe('the Dutch catalogue, to the letter of the contract', () => {
  const welcome = [
    'Dag Anne. Af en toe stel ik jullie één vraag. Jullie antwoorden apart; het gaat open als jullie allebei klaar zijn.',
    '• 18+. Geen therapie. Bang voor je partner? Begin niet, kijk bij /hulp.',
    '• Ik bewaar je naam en met wie je gekoppeld bent zolang je meedoet, je antwoorden hoogstens 90 dagen. Versleuteld, want gevoelig. /wis wist eerder.',
    '• Niet end-to-end-versleuteld: Telegram bewaart deze chat. Saar beheert deze bot en kan technisch overal bij, ook bij wat nog dicht is. Is dat je partner? Weeg dat mee.',
    '• Wat open is, kan je partner fotograferen.',
    'Stoppen mag altijd, zonder uitleg: /stop',
  ].join('\n');

  test('welcomes whoever starts', () => {
    expect(render(nl, 'welcome', { name: 'Anne', inviter: null })).toBe(welcome);
  });

  test('welcomes whoever was invited', () => {
    const invited = welcome.replace('Dag Anne.', 'Dag Bram. Anne nodigt je uit.');
    expect(render(nl, 'welcome', { name: 'Bram', inviter: 'Anne' })).toBe(
      `${invited}\nNu niet? Anne krijgt daar geen bericht van.`,
    );
  });

  test.each([
    ['joined', 'Bram doet mee.'],
    ['draft', 'Zo gaat het open:'],
    ['draft', 'Verzegel je, dan gaat het open zodra jullie allebei verzegeld hebben. Dat kan meteen zijn.'],
    ['sealed', 'Verzegeld. Tot het opengaat kun je het terugnemen.'],
    ['revealed', 'Jullie antwoorden zijn open.'],
    ['rested', 'Deze vraag is weggelegd. Je antwoord bleef dicht. Er komt gewoon een nieuwe.'],
    [
      'rhythm',
      'Voortaan: maandag, woensdag, zaterdag om 20:00. Bij jou is het nu 14:32? Wordt het ooit te veel: /adempauze.',
    ],
    ['breatherCalled', 'Anne neemt even adem, tot 15:02. Dan vraag ik jullie allebei hoe het gaat.'],
    ['breatherHush', 'Dit gaat niet naar Bram. Wat je tot 15:32 typt, bewaar ik niet.'],
    ['breatherOver', 'De tijd is voorbij. Je hoeft niet te wachten.'],
    ['cameBack', 'Ik was even weg. Zie je geen ‹Verzegeld›? Stuur je antwoord nog eens.'],
    ['offer', 'Als reactie naar Bram sturen?'],
    ['refused', 'Er ligt geen vraag, dus dit gaat nergens heen.'],
    ['prompt', 'Welk klein moment uit jullie begin weet je nog goed? Typ of spreek in; één zin is genoeg.'],
  ] as const)('%s: %s', (name, sentence) => {
    expect(renderAll(nl, name).some((said) => said.includes(sentence))).toBe(true);
  });

  test('labels its buttons so', () => {
    expect(Object.values(nl.labels)).toEqual(
      expect.arrayContaining([
        'Ik ben 18+ en ga akkoord',
        'Alles lezen',
        'English',
        'Nu niet',
        'Deel in Telegram',
        'Kopieer',
        'Nieuwe code',
        'Dit klopt niet',
        'Verzegel',
        'Opnieuw',
        'Terugnemen',
        '❤️ Dank je',
        'Vertel eens meer',
        'Klopt',
        'Ander ritme',
        'Andere tijdzone',
        'Later',
        'Anders…',
        'Weet ik nog niet',
        'Ik vertel het liever zelf',
        'Sla over',
        'Toch delen',
        'Dit is mijn antwoord',
        'Voeg toe',
        'Laat zo',
        'Stuur',
        'Laat maar',
        'Herschrijven',
        'Geef ons een vraag',
        'Ik ben er weer',
        'Nog even',
        'Vandaag niet meer',
        'Ik voel me niet veilig',
        'Morgen 9:00',
      ]),
    );
  });
});
