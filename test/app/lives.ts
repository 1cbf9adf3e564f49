import fc from 'fast-check';
import type { Command } from '../../src/core/command.js';
import { send } from '../../src/core/compose.js';
import type { Notice } from '../../src/core/notice.js';
import type { RoomErrand } from '../../src/core/room/errands.js';
import type { PersonId } from '../../src/core/ids.js';
import { en } from '../../src/texts/en/en.js';
import { nl } from '../../src/texts/nl/nl.js';
import { loadScenarios, shippedDirectory } from '../../src/scenarios/scenarios.js';
import type { About, Texts } from '../../src/texts/texts.js';
import {
  anne,
  askedCouple,
  bothAnswer,
  bram,
  carl,
  days,
  given,
  hours,
  inviter,
  minutes,
  pairedCouple,
  prefers,
  settledCouple,
  time,
  type Act,
  type Setting,
} from '../support/given.js';
import { listeningStep } from '../core/anything-listening.js';
import { steps } from '../core/anything.js';
import { bothStep, bothWish, long, looks, steps as pathSteps, walk } from '../core/path/paths.js';
import { inside, only, opening, prompt, prompts, request, ring, sheet, verdicts } from '../core/prompts.js';
import { values } from '../core/round/tapped.js';
import type { Rules } from '../core/stage.js';
import { livesOfCards } from './lives-of-cards.js';
import { livesOfRooms } from './lives-of-rooms.js';
import { asksThatReturn, livesOfWhatReturns } from './lives-of-what-returns.js';

/** Two people live all kinds of days, and everything that the bot says on the way is heard, in both languages. */

export interface Told {
  readonly notice: Notice;
  /** Whose act brought it; null for the clock. */
  readonly actor: PersonId | null;
  readonly texts: Readonly<Record<'nl' | 'en', string>>;
}

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
const walked = [walk, long];
/** One path walked to its end, with all there is beside it; and one that is left, lies still and is taken up again. */
const onPath = (acts: readonly Act[]) => settledCouple({ prompts: [...prompts, ...pathSteps], paths: walked, acts });
const daysOn = (count: number) => time.passes(days(count));
const onPaths: readonly Partial<Setting>[] = [
  onPath([
    ...[looks(anne), anne.taps('wishPath', { arg: 'lang' }), anne.taps('dropPath'), ...bothWish('wandeling')],
    ...[anne.taps('beginPath'), anne.says('stil wordt'), anne.says('word jij boos'), anne.taps('seal')],
    ...[bram.says('als jij zingt, dan zing ik mee'), bram.taps('seal'), time.is('2026-11-23T18:00')],
    ...[looks(bram), bram.taps('nextStep'), ...bothStep, time.is('2026-11-25T20:00')],
    ...[looks(anne), anne.taps('forMyself'), anne.taps('ownCard'), time.is('2026-11-28T20:00')],
    ...[time.is('2026-11-30T20:00'), ...bothStep],
  ]),
  onPath([
    ...[...bothWish('lang'), daysOn(2), looks(anne), anne.taps('restPath'), anne.taps('goOnPath'), daysOn(8)],
    ...both((who) => [looks(who), who.taps('takeUpPath')]),
    daysOn(4),
  ]),
  onPath([...askAndAnswer, ...askAndAnswer, daysOn(1)]),
];

/** Ways that chance hardly ever takes. */
/** One leafs and both keep a page, with a voice and a photo on it; then it is taken out. */
const opensBook = (who: typeof anne) => [who.does({ type: 'showBook' }), who.taps('leaf', { arg: 'all' })];
const leafing: Partial<Setting> = pairedCouple({
  prompts: [
    { ...ring, isOpening: true, ...(ring.after === undefined ? {} : { after: { ...ring.after, keeps: true } }) },
  ],
  acts: [
    ...[anne.says('als jij stil wordt, dan ga ik weg'), anne.taps('seal')],
    ...[bram.says('als jij weggaat, dan word ik stil'), bram.taps('seal'), time.passes(minutes(5))],
    ...[...opensBook(anne), anne.taps('drawing'), anne.taps('keepPage'), anne.taps('dropKeep'), anne.taps('keepPage')],
    ...[...opensBook(bram), bram.taps('keepPage'), anne.taps('leaf', { arg: 'kept' })],
    ...[anne.taps('removePage'), anne.taps('samePage'), anne.taps('removePage'), anne.taps('removePageNow')],
    bram.taps('removePage'),
  ],
});

const stories: readonly Partial<Setting>[] = [
  leafing,
  ...onPaths,
  ...livesOfCards,
  ...livesOfRooms,
  ...livesOfWhatReturns,
  pairedCouple({ acts: [...bothAnswer(), anne.does({ type: 'exportData' }), ...erases('answers'), ...erases('chat')] }),
  settledCouple({ acts: [time.passes(days(185)), anne.taps('stay'), time.passes(days(220))] }),

  pairedCouple({ acts: [bram.taps('undoPairing'), bram.taps('keepPairing')] }),
  pairedCouple({ acts: [bram.taps('undoPairing'), bram.taps('confirmUndo')] }),
  inviter({ acts: [anne.taps('qrCode'), time.passes(days(8))] }),
  settledCouple({ acts: [anne.taps('moreWays'), anne.taps('chooseNext'), anne.taps('pickNext')] }),
  settledCouple({ acts: [anne.does({ type: 'erase' }), anne.taps('keepIt'), ...erases('everything')] }),
  askedCouple({
    acts: [
      anne.does({ type: 'sendPhoto', fileId: 'foto', caption: { text: 'wij' }, messageId: 40 }),
      ...[anne.taps('allowPhoto'), anne.taps('seal'), bram.says('ook'), bram.taps('seal')],
    ],
  }),
  settledCouple({ acts: [anne.does({ type: 'askQuestion', choose: true }), anne.taps('askQuestion', { arg: 'us' })] }),
  askedCouple({
    prompts: only(ring),
    acts: [
      ...[anne.says('stil wordt'), anne.says('word jij boos'), anne.taps('keepAsIs'), anne.taps('seal')],
      ...[bram.says('Als jij praat, dan zwijg ik'), bram.taps('seal')],
    ],
  }),
  askedCouple({
    prompts: only(verdicts),
    acts: [
      ...[anne.says('Ik voelde me genegeerd'), anne.taps('keepAsIs'), anne.taps('seal')],
      ...[bram.says('Ik voelde me gecontroleerd'), bram.taps('keepAsIs'), bram.taps('seal')],
    ],
  }),
  askedCouple({
    prompts: only(inside),
    acts: [
      ...[anne.says('het lawaai'), anne.says('moe'), anne.taps('toggleLine'), anne.taps('sealChosen')],
      ...[bram.says('de stilte'), bram.taps('keepToMyself')],
    ],
  }),
  askedCouple({
    prompts: only(request),
    acts: [
      ...bothAnswer(),
      anne.taps('reply', { arg: 'graag' }),
      bram.taps('reply', { arg: 'deel' }),
      bram.says('de donderdag'),
      bram.taps('sendReaction'),
    ],
  }),
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
    acts: [
      anne.does({ type: 'callBreather' }),
      time.passes(minutes(2)),
      anne.taps('breathMenu', { arg: 'breathe' }),
      anne.taps('breathMenu', { arg: 'senses' }),
    ],
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
  askedCouple({
    acts: [anne.says('hij slaat me'), anne.taps('removeNow'), anne.says('ik ben moe'), anne.taps('forMe')],
  }),
  settledCouple({
    acts: [
      ...[anne.does({ type: 'exportData' }), anne.taps('exportAll'), anne.does({ type: 'stop' })],
      ...[anne.taps('unpairLater'), anne.taps('keepPaired'), anne.taps('unpair'), bram.starts()],
    ],
  }),
  settledCouple({
    acts: [
      anne.does({ type: 'listen' }),
      anne.taps('listenMenu'),
      anne.taps('listenChoose', { arg: 'spiegelen' }),
      anne.taps('listenInvite', { arg: 'spiegelen', step: 0 }),
      anne.taps('listenRecall'),
      time.passes(hours(4)),
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
  settledCouple({
    acts: [
      prefers(anne, null),
      time.passes(hours(32)),
      anne.taps('discreet', { slot: 'offer', arg: 'on' }),
      ...bothAnswer(),
      anne.presses('unfold', { slot: 'x' }),
    ],
  }),
];

/** All that was told in the stories, and in days that chance made. */
export function liveAll(): readonly Told[] {
  const told: Told[] = [];
  for (const { acts = [], ...setting } of stories) {
    const rules = overheard(told, setting);
    for (const act of acts) act(rules);
    rules.passTo(rules.now());
  }
  const rounds = fc.array(listeningStep, { minLength: 20, maxLength: 60 });
  const walks = [steps, rounds].flatMap((kind) => fc.sample(kind, { seed: 20_261_125, numRuns: 200 }));
  for (const [index, walk] of walks.entries()) {
    const rules = overheard(told, {});
    for (const act of (index % 2 === 0 ? settledCouple() : pairedCouple()).acts) act(rules);
    const world = { rules, words: [] };
    for (const { act, who } of walk) act(world, who);
    rules.passTo(rules.now());
  }
  return told;
}

/** The rules, with an ear at every phone that knows whose act, or that the clock, brought what it hears. */
function overheard(told: Told[], setting: Partial<Setting>): Rules {
  const { rules } = given({ ...setting, acts: [] });
  const { heard, errands } = rules.begin();
  let [taken, done] = [0, 0];
  /** What lies in a room is before both. */
  const lies = (errand: RoomErrand): readonly Notice[] => {
    if (errand.do !== 'post') return [];
    return rules.sceneOf(anne.id).couples[errand.couple]?.members.map((id) => send(id, errand.say)) ?? [];
  };
  const take = (actor: PersonId | null) => {
    const laid = errands.slice(done).flatMap((one) => lies(one).map((notice) => ({ notice, at: rules.now() })));
    for (const { notice, at } of [...heard.slice(taken), ...laid]) {
      if (notice.say === null) continue;
      told.push({ notice, actor, texts: { nl: words(nl, notice, at), en: words(en, notice, at) } });
    }
    [taken, done] = [heard.length, errands.length];
  };
  const { perform, passTo, inRoomOf } = {
    ...{ perform: rules.perform.bind(rules), passTo: rules.passTo.bind(rules) },
    inRoomOf: rules.inRoomOf.bind(rules),
  };
  return Object.assign(rules, {
    perform: (command: Command, by: PersonId | null, card: string | null = null) => {
      rules.passTo(rules.now());
      perform(command, by, card);
      take(by);
    },
    inRoomOf: (of: PersonId, command: Command, by: PersonId | null, named: readonly (PersonId | null)[]) => {
      rules.passTo(rules.now());
      inRoomOf(of, command, by, named);
      take(by);
    },
    passTo: (at: number) => {
      passTo(at);
      take(null);
    },
  });
}

const { protocols, paths } = loadScenarios({ shipped: shippedDirectory });
const scenarios = new Map(
  [...prompts, ...asksThatReturn, deep, inside, request, ring, sheet, values, verdicts, ...pathSteps].map((one) => [
    one.id,
    one,
  ]),
);
const plans = new Map([...paths.values(), ...walked].map((one) => [one.id, one]));

function words({ say }: Texts, { say: said }: Notice, now: number): string {
  if (said === null) return '';
  const about: About = {
    operator: 'Saar',
    operatorContact: null,
    botUsername: 'samenspraak_bot',
    policyUrl: null,
    scenarios,
    protocols,
    paths: plans,
    now,
    zone: 'Europe/Amsterdam',
  };
  const text = (say[said.name] as (params: unknown, about: About) => string | { readonly text: string })(
    said.params,
    about,
  );
  return typeof text === 'string' ? text : text.text;
}
