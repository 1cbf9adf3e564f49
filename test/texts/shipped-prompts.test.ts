import { describe, expect, test } from 'vitest';
import { optionsOf } from '../../src/core/round/kinds.js';
import type { AnswerKind, Scenario } from '../../src/core/round/scenario.js';
import { loadScenarios, shippedDirectory } from '../../src/scenarios/scenarios.js';

const shipped = loadScenarios({ shipped: shippedDirectory });

describe('the prompts that ship', () => {
  const all = [...shipped.scenarios.values()].filter(({ path }) => path === undefined);
  const ofKind = (kind: AnswerKind['kind']) => all.filter(({ answer }) => answer.kind === kind);

  test('are all read, without a single remark', () => {
    expect(shipped.problems).toEqual([]);
    expect(all.length).toBeGreaterThanOrEqual(13);
  });

  test('begin with one opening prompt, to the letter of the contract', () => {
    const openings = all.filter(({ isOpening }) => isOpening);
    expect(openings.map(({ id }) => id)).toEqual(['klein-moment']);
    expect(openings[0]?.text.nl).toBe('Welk klein moment uit jullie begin weet je nog goed?');
    expect(openings[0]).toMatchObject({ depth: 1, place: 'anywhere', isRecurring: false, revealsNeeded: 0 });
  });

  test('are light enough for a couple that has switched nothing on', () => {
    expect(all.filter(({ depth }) => depth <= 2).length).toBeGreaterThanOrEqual(18);
    const waiting = all.filter(({ revealsNeeded }) => revealsNeeded > 0);
    expect(waiting.every(({ depth }) => depth >= 2)).toBe(true);
  });

  test('that go deeper come with a note said before them, and after six reveals at the earliest', () => {
    const deep = all.filter(({ depth }) => depth > 2);
    expect(deep.length).toBeGreaterThanOrEqual(3);
    for (const { safetyNote, revealsNeeded } of deep) {
      expect(safetyNote).toBeDefined();
      expect(revealsNeeded).toBeGreaterThanOrEqual(6);
    }
  });

  test('keep coming back with enough of them, each with other examples', () => {
    const recurring = all.filter(({ isRecurring }) => isRecurring);
    expect(recurring.length).toBeGreaterThanOrEqual(4);
    for (const { answer, examples, cooldownDays, visibility } of recurring) {
      // Each row of a sheet asks for itself, and where there is only to tap there is nothing to type.
      if (answer.kind !== 'sheet' && visibility !== 'overlap')
        expect(new Set(examples.map(({ nl }) => nl)).size).toBeGreaterThanOrEqual(6);
      expect(cooldownDays).toBeGreaterThanOrEqual(7);
    }
    expect(shipped.scenarios.get('wat-heb-je-nodig')).toMatchObject({
      isRecurring: true,
      depth: 1,
      answer: { max: 2 },
    });
  });

  test('cover every way to answer', () => {
    for (const kind of ['text', 'voice', 'choice', 'scale', 'multi'] as const) expect(ofKind(kind)).not.toEqual([]);
  });

  test('are said in both languages, and not by repeating one', () => {
    for (const { text, examples } of all) {
      for (const { nl, en } of [text, ...examples]) expect(en).not.toBe(nl);
    }
  });

  test('have options whose ids fit in a button', () => {
    // A row of a sheet has a button of its own, and what is picked there names both.
    const tapped = all.flatMap(({ answer }) => (answer.kind === 'sheet' ? answer.scale : optionsOf(answer)));
    for (const { id } of tapped) expect(id).toMatch(/^[\x21-\x7e]{1,16}$/u);
  });

  test('offer every feeling and every need of the method, and leave not knowing to the bot', () => {
    const groupsOf = (scenario: Scenario | undefined) =>
      scenario?.answer.kind === 'multi' ? scenario.answer.groups : [];
    const feelings = groupsOf(shipped.scenarios.get('stil-gevoelstaal'));
    expect(feelings.map(({ options }) => options.length)).toEqual([5, 5, 5, 5, 5, 5, 5, 5, 2]);
    const words = feelings.flatMap(({ options }) => options);
    expect(words.find(({ id }) => id === 'f_gemis')?.sentence?.nl).toBe('ik voel gemis');
    expect(words.map(({ label }) => label.nl)).toEqual(expect.arrayContaining(['verward', 'gemengd']));
    expect(words.map(({ label }) => label.nl)).not.toContain('weet ik nog niet');
    const needs = groupsOf(shipped.scenarios.get('wat-heb-je-nodig'));
    expect(needs.map(({ options }) => options.length)).toEqual([5, 5, 5, 5, 5, 5]);
    const everything = [...words, ...needs.flatMap(({ options }) => options)];
    expect(new Set(everything.map(({ id }) => id)).size).toBe(everything.length);
    expect(everything.every(({ sentence }) => sentence !== undefined)).toBe(true);
  });
});
