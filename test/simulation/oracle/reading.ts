import type { ButtonName } from '../../../src/core/buttons.js';
import type { SayName, SayParams } from '../../../src/core/notice.js';
import { en } from '../../../src/texts/en/en.js';
import { nl } from '../../../src/texts/nl/nl.js';
import type { About } from '../../../src/texts/texts.js';
import { house } from '../house.js';
import type { Call } from '../phone.js';

/** What a message is, by what a person can read of it and which buttons it has. */
export type Kind =
  | 'revealed'
  | 'closedAnswer'
  | 'reaction'
  | 'reply'
  | 'breatherOpened'
  | 'breatherCalled'
  | 'breatherRested'
  | 'breatherOver'
  | 'inBreather'
  | 'tapsOnly'
  | 'paired'
  | 'unpaired'
  | 'unpairedSelf'
  | 'undone'
  | 'erased'
  | 'sealedAtOnce'
  | 'failed'
  | 'rested'
  | 'reminder'
  | 'cameBack'
  | 'rhythm'
  | 'inviteExpired'
  | 'listenLetters'
  | 'thanks'
  | 'moreAsked'
  | 'stayAsked'
  | 'erasedInSilence'
  | 'answersErased'
  | 'chatCleared'
  | 'discreetOn'
  | 'unopened'
  | 'unopenedGone'
  | 'postcardCame'
  | 'postcardReply'
  | 'pathMatched'
  | 'pathLeft'
  | 'pathStill'
  | 'pageKept'
  | 'ritualAgreed'
  | 'askedAgain';

export interface Reader {
  kindOf(call: Pick<Call, 'text'>): Kind | null;
}

const name = 'ZZNAAM';
const noAnswer = { state: 'sealed', pieces: [], picks: [], step: 0 } as const;
const shown = { answer: noAnswer, isClosed: false };
const passed = { answer: { ...noAnswer, state: 'live' as const }, isClosed: false };
const reveal = { scenario: '', own: shown, partner: shown, partnerName: name };

const asked = { scenario: '', example: 0, isFirst: true, step: null, shows: null, partnerName: name } as const;

/** Two ways to say each, so that what varies is known: the time, or a form of words. */
type Samples = { readonly [Name in SayName]?: readonly SayParams[Name][] };

const samples: readonly (readonly [Kind, Samples])[] = [
  ['revealed', { revealed: [reveal] }],
  ['revealed', { revealed: [{ ...reveal, partner: passed }] }],
  ['closedAnswer', { closedAnswer: [{ scenario: '', partner: name, answer: noAnswer }] }],
  ['reaction', { reaction: [{ partner: name, pieces: [{ kind: 'text', at: null, messageId: 1, text: '' }] }] }],
  ['reply', { reply: [{ partner: name, scenario: '', reply: '', pieces: [] }] }],
  ['breatherOpened', { breatherOpened: [{ own: { words: '' }, partner: { words: '' }, partnerName: name }] }],
  [
    'breatherCalled',
    {
      breatherCalled: [
        { caller: name, until: 0 },
        { caller: name, until: 1e12 },
      ],
    },
  ],
  ['breatherRested', { breatherRested: [{}] }],
  ['breatherOver', { breatherOver: [{ hadCameBack: true }] }],
  ['breatherOver', { breatherOver: [{ hadCameBack: false }] }],
  ['inBreather', { refused: [{ refusal: 'in-breather' }] }],
  ['tapsOnly', { refused: [{ refusal: 'tap-here-only' }] }],
  ['paired', { paired: [{ partner: name }] }],
  ['unpaired', { unpaired: [{}] }],
  ['unpairedSelf', { unpairedSelf: [{ partner: name }] }],
  ['unpairedSelf', { unpairedSelf: [{ partner: null }] }],
  ['undone', { undone: [{ partner: name }] }],
  ['erased', { erased: [{}] }],
  ['sealedAtOnce', { sealed: [{ answer: noAnswer, scenario: '', partner: name, opens: 'at-once' }] }],
  ['failed', { failed: [{}] }],
  [
    'rested',
    {
      rested: [
        { hadSealed: true, isLast: false },
        { hadSealed: false, isLast: true },
      ],
    },
  ],
  ['reminder', { reminder: [{}] }],
  ['cameBack', { cameBack: [{}] }],
  [
    'rhythm',
    {
      rhythm: [
        { days: [1, 2], minute: 0 },
        { days: [6, 7], minute: 600 },
      ],
    },
  ],
  ['rhythm', { rhythm: [{ days: [], minute: 0 }] }],
  ['inviteExpired', { inviteExpired: [{}] }],
  ['listenLetters', { listenLetters: [{ protocol: '', step: '', partner: name, own: [], theirs: [] }] }],
  ['thanks', { thanks: [{ partner: name }] }],
  ['moreAsked', { moreAsked: [{ partner: name }] }],
  ['stayAsked', { stayAsked: [{ isPaired: true }, { isPaired: false }] }],
  ['erasedInSilence', { erasedInSilence: [{}] }],
  ['answersErased', { answersErased: [{ partner: name }] }],
  ['chatCleared', { chatCleared: [{}] }],
  ['discreetOn', { discreetChosen: [{ isOn: true }] }],
  ['unopened', { unopened: [{}] }],
  ['unopenedGone', { unopenedGone: [{}] }],
  [
    'pathMatched',
    {
      pathMatched: [
        { path: 'de-dans', isGoingOn: false, hasMoments: true },
        { path: 'luisteren', isGoingOn: false, hasMoments: true },
      ],
    },
  ],
  [
    'pathMatched',
    {
      pathMatched: [
        { path: 'de-dans', isGoingOn: true, hasMoments: true },
        { path: 'luisteren', isGoingOn: true, hasMoments: true },
      ],
    },
  ],
  ['postcardCame', { postcardCame: [{ form: '', partner: name, answer: noAnswer }] }],
  ['postcardReply', { postcardReply: [{ partner: name, form: '', reply: '', pieces: [] }] }],
  ['pathStill', { pathStill: [{ path: '' }] }],
  ['pageKept', { pageKept: [{ scenario: 'klein-moment' }, { scenario: '' }] }],
  [
    'ritualAgreed',
    {
      ritualAgreed: [
        { scenario: 'samen-wandelen', moment: 'm_zo_m' },
        { scenario: '', moment: '' },
      ],
    },
  ],
  ['pathLeft', { pathLeft: [{ partner: name }] }],
  ['askedAgain', { prompt: [{ ...asked, agreed: { scenario: '', own: noAnswer, partner: noAnswer } }] }],
];

/** Learns the sentences from the catalogues themselves, so that a changed word blinds nobody. */
export function createReader(): Reader {
  const about: About = { ...house, now: 0, zone: 'Europe/Amsterdam' };
  const exact = new Map<string, Kind>();
  const patterns: { readonly begins: string; readonly pattern: RegExp; readonly kind: Kind }[] = [];
  for (const [kind, said] of samples) {
    for (const { say } of [nl, en]) {
      const lines = Object.entries(said).flatMap(([sayName, all]) =>
        all.map((params) => {
          const tell = say[sayName as SayName] as (params: unknown, about: About) => unknown;
          return firstLine(String((tell(params, about) as { text?: string }).text ?? tell(params, about)));
        }),
      );
      const common = lines.reduce(commonStart);
      const isWhole = lines.every((line) => line === common);
      if (common.length < 5) throw new Error(`nothing to know ${kind} by`);
      if (isWhole && !common.includes(name)) exact.set(common, kind);
      else {
        const pattern = new RegExp(`^${escape(common).replaceAll(name, '.{1,64}?')}${isWhole ? '$' : ''}`, 'u');
        patterns.push({ begins: common.split(name)[0] ?? '', pattern, kind });
      }
    }
  }
  return {
    kindOf: ({ text }) => {
      if (text === '') return null;
      const line = firstLine(text);
      const known = exact.get(line);
      if (known !== undefined) return known;
      return patterns.find(({ begins, pattern }) => line.startsWith(begins) && pattern.test(line))?.kind ?? null;
    },
  };
}

const firstLine = (text: string) => text.slice(0, 200).split('\n', 1)[0] ?? '';
const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function commonStart(one: string, other: string): string {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return one.slice(0, length);
}

/** A button as it travels. */
export interface Pressed {
  readonly name: ButtonName;
  readonly slot: string;
  readonly step: number;
  readonly arg: string;
}

export function readButton(data: string): Pressed {
  const [name_ = '', slot = '', step = '', ...arg] = data.split(':');
  return { name: name_ as ButtonName, slot, step: Number.parseInt(step, 36), arg: arg.join(':') };
}
