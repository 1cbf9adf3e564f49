import { lookAnswers } from '../../src/core/agreement/scene.js';
import type { After, AnswerKind, Option, Reply, Scenario, Theme } from '../../src/core/round/scenario.js';

/** A few questions of every kind, for the rules to choose from. */

const both = (text: string) => ({ nl: text, en: text });
const option = (id: string): Option => ({ id, label: both(id) });

export function prompt(id: string, rest: Partial<Scenario> = {}): Scenario {
  return {
    id,
    text: both(`De vraag ${id}?`),
    examples: [both('zo'), both('of zo')],
    answer: { kind: 'text' },
    depth: 1,
    place: 'anywhere',
    isOpening: false,
    isRecurring: false,
    cooldownDays: 0,
    revealsNeeded: 0,
    ...rest,
  };
}

const multi: AnswerKind = {
  kind: 'multi',
  max: 2,
  groups: [
    { id: 'warm', label: both('warm'), options: [option('blij'), option('dankbaar')] },
    { id: 'zwaar', label: both('zwaar'), options: [option('moe'), option('bang')] },
  ],
};

export const opening = prompt('begin', { isOpening: true });
export const choice = prompt('kies', { answer: { kind: 'choice', options: ['thee', 'koffie'].map(option) } });
export const scale = prompt('schaal', { answer: { kind: 'scale', options: ['een', 'twee', 'drie'].map(option) } });
export const feelings = prompt('gevoel', { answer: multi });
/** Two words that say what somebody else did; the second names help. */
export const verdicts = prompt('oordeel', {
  answer: {
    ...multi,
    verdicts: [
      { words: { nl: ['genegeerd'], en: ['ignored'] }, askOn: ['moe', 'bang'] },
      { words: { nl: ['gecontroleerd'], en: ['controlled'] }, askOn: ['bang'], namesHelp: true },
    ],
  },
});
/** The same, answered for oneself first. */
export const verdictsChosen = prompt('oordelen', { visibility: 'choose', answer: verdicts.answer });
/** Only what both tap opens. */
export const overlap = prompt('samen', {
  visibility: 'overlap',
  isRecurring: true,
  cooldownDays: 1,
  answer: {
    kind: 'multi',
    max: 2,
    groups: [
      { id: 'uit', label: both('uit'), options: [option('zee'), option('fietsen')] },
      { id: 'thuis', label: both('thuis'), options: [option('koken'), option('dansen')] },
    ],
  },
});
/** Every moment of a week, of which both may tap four; what both tap can become theirs. */
export const ritualOf = (every: 'week' | 'month', rest: Partial<Scenario> = {}) =>
  prompt('wandelen', {
    title: both('Wandelen'),
    visibility: 'overlap',
    isRecurring: true,
    cooldownDays: 1,
    answer: {
      kind: 'multi',
      max: 4,
      groups: ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'].map((day) => ({
        id: day,
        label: both(day),
        options: ['o', 'm', 'a'].map((part) => option(`m_${day}_${part}`)),
      })),
    },
    after: {
      ...usualAfter,
      ritual: { every, reminder: both('Vandaag: wandelen.'), ideas: [both('langs het water'), both('door het bos')] },
    },
    ...rest,
  });
export const recurring = prompt('terug', { isRecurring: true, cooldownDays: 7 });

export const usualAfter: After = {
  replies: [],
  isThanksOnly: false,
  picksOne: false,
  drawing: null,
  keeps: false,
  followUpDays: [],
};

/** One sentence with a gap for what the other does, and one for one's own part. */
export const dance = prompt('dans', {
  answer: {
    kind: 'stem',
    lines: [{ id: 'zin', text: { nl: 'Als jij …, dan …', en: 'When you …, I …' }, max: 90, isOwnPart: true }],
  },
});
/** The same, drawn once both opened. */
export const ring = prompt('ring', {
  answer: dance.answer,
  after: { ...usualAfter, drawing: { draw: 'loop', from: 'ring', with: null } },
});
const row = (id: string, isOwnOnly = false) => ({ is: 'tapped', id, text: both(`Regel ${id}.`), isOwnOnly }) as const;
const ending = (id: string) =>
  ({ is: 'stem', id, line: { id, text: both(`Ik geniet van ${id} als …`), max: 90, isOwnPart: false } }) as const;
const theme = (id: string, ...rows: Theme['rows']): Theme => ({ id, label: both(`thema ${id}`), rows });

/** Three themes, of which exactly two are chosen; of what was tapped in one, two rows open. */
export const sheet = prompt('blad', {
  title: both('Het blad'),
  visibility: 'choose',
  patienceDays: 30,
  isRecurring: true,
  cooldownDays: 180,
  answer: {
    kind: 'sheet',
    themesOpen: 2,
    rowsShown: 2,
    scale: ['niet', 'soms', 'vaak', 'helemaal'].map(option),
    themes: [
      theme('plezier', row('klein'), row('dag'), row('gek'), ending('ons')),
      theme('eerlijk', row('mezelf'), row('nee', true), row('durf'), ending('rust')),
      theme('later', row('beeld'), row('zelf'), row('thuis'), ending('jaar')),
    ],
  },
});
/** Three sentences with a gap each. */
export const complaint = prompt('klacht', {
  answer: {
    kind: 'stem',
    lines: [
      {
        id: 'klacht',
        text: { nl: 'Wat me dwarszit, is dat …', en: 'What bothers me is that …' },
        max: 280,
        isOwnPart: false,
      },
      { id: 'gevoel', text: { nl: 'Daarbij voel ik me …', en: 'It leaves me feeling …' }, max: 280, isOwnPart: false },
      { id: 'verzoek', text: { nl: 'Zou je deze week …', en: 'Would you, this week, …' }, max: 280, isOwnPart: false },
    ],
  },
});

export const reply = (id: string, wordsMax: number | null): Reply => ({
  id,
  label: both(wordsMax === null ? id : `${id}…`),
  wordsMax,
});
/** Answered for oneself first: of two sentences, of messages, or of words to tap, one chooses what may open. */
export const inside = prompt('vanbinnen', { visibility: 'choose', answer: complaint.answer });
/** Of its sentences, only the last can open. */
export const wish = prompt('wens', { visibility: 'choose', answer: complaint.answer, mayOpen: ['verzoek'] });
export const freely = prompt('vrijuit', { visibility: 'choose' });
export const feelingsChosen = prompt('gevoelens', { visibility: 'choose', answer: multi });
/** Comes with three replies, one of which asks for words of one's own. */
export const request = prompt('verzoek', {
  after: { ...usualAfter, replies: [reply('graag', null), reply('deel', 40), reply('liever-niet', null)] },
});
/** What opens by it is thanked for, and nothing else. */
export const thanksOnly = prompt('dankbaar', { after: { ...usualAfter, isThanksOnly: true } });
/** One of the two answers is for both to choose, aloud. */
export const naming = prompt('naam', { after: { ...usualAfter, picksOne: true } });

/** Made to be kept, and asked after two, six and twelve weeks later. */
export const agreement = prompt('afspraak', {
  depth: 2,
  answer: {
    kind: 'stem',
    lines: [{ id: 'zin', text: { nl: 'Als we …, dan …', en: 'When we …, we …' }, max: 140, isOwnPart: false }],
  },
  after: { ...usualAfter, picksOne: true, keeps: true, followUpDays: [14, 42, 84] },
});
/** What is asked after an agreement: how it goes with it, and, where it has no question of its own, how it should be. */
export const look = prompt('terugkijken', {
  depth: 2,
  asksAfter: 'look',
  answer: { kind: 'choice', options: lookAnswers.map(option) },
});
export const anew = prompt('opnieuw', { depth: 2, asksAfter: 'change', after: agreement.after ?? usualAfter });

/** Postcards: what /waardeer begins with, a question, and an offer. Never drawn, so they change nothing for questions. */
const postcard = (id: string, rest: Partial<Scenario>): Scenario =>
  prompt(id, {
    title: both(id),
    text: both('Wat merkte je op aan {partner}?'),
    postcard: { isFirst: false, isQuestion: false, arrives: both('{partner} merkte iets op.') },
    ...rest,
  });
const line = (id: string, text: string) => ({ id, text: both(text), max: 280, isOwnPart: false });
export const postcards: readonly Scenario[] = [
  postcard('opgemerkt', {
    answer: { kind: 'stem', lines: [line('merk', 'Ik merk dat jij …'), line('want', 'Dat waardeer ik, want …')] },
    postcard: { isFirst: true, isQuestion: false, arrives: null },
  }),
  postcard('vraagje', {
    postcard: { isFirst: false, isQuestion: true, arrives: both('{partner} is benieuwd.') },
    after: { ...usualAfter, replies: [reply('vertel', 300)] },
  }),
  postcard('aanbod', { after: { ...usualAfter, replies: [reply('graag', null), reply('liever-niet', null)] } }),
];

/** The opening, postcards, and one-off questions enough for months. */
export const prompts: readonly Scenario[] = [
  opening,
  ...postcards,
  ...Array.from({ length: 60 }, (_, index) => prompt(`vraag-${index}`)),
];

/** The opening and this one question. */
export const only = (scenario: Scenario): readonly Scenario[] => [opening, scenario];
