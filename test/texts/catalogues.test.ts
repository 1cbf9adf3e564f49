import { describe, expect, test } from 'vitest';
import type { SayName } from '../../src/core/notice.js';
import { optionsOf } from '../../src/core/round/kinds.js';
import type { Answer } from '../../src/core/scene.js';
import { commandTable } from '../../src/telegram/commands.js';
import { en } from '../../src/texts/en/en.js';
import { nl } from '../../src/texts/nl/nl.js';
import type { Texts } from '../../src/texts/texts.js';
import { answerMaxUnits, longName, refusals } from './refusal-samples.js';
import { about, everything, render, renderAll, sayNames, scenarios, shown, text, voice } from './samples.js';

const messageMaxUnits = 4096;
const toastMaxUnits = 200;
const labelMaxUnits = 30;

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
  'news',
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

  test('says to whoever comes with a new account how to begin again', () => {
    for (const refusal of [refusals['already-paired'], refusals['code-used']]) {
      expect(render(texts, 'refused', refusal)).toMatch(/(nieuw account|new account).*\/stop.*(uitnod|invit)/i);
    }
  });

  test('has labels that fit a button', () => {
    for (const label of Object.values(texts.labels)) {
      expect(label.trim()).not.toBe('');
      expect(label.replace('{partner}', 'Sanne').length, label).toBeLessThanOrEqual(labelMaxUnits);
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
    const help = render(texts, 'informed', { about: 'help' }, { ...about, hasRooms: true });
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
    const exempt: readonly SayName[] = ['partnerVoice', 'partnerPhoto'];
    for (const name of sayNames.filter((one) => !exempt.includes(one))) {
      const theirs = renderAll(others, name);
      for (const said of renderAll(texts, name)) expect(theirs, name).not.toContain(said);
    }
  });
});
