import { execFile } from 'node:child_process';
import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, test } from 'vitest';
import { loadScenarios, shippedDirectory } from '../../src/scenarios/scenarios.js';
import { answered, asking, directory, given, inOwnDirectory, own, saidAbout } from '../support/own-prompts.js';
import { compiled } from '../support/compiled.js';

inOwnDirectory();

const shipped = loadScenarios({ shipped: shippedDirectory });

describe('an own prompt', () => {
  const loadOwn = () => loadScenarios({ shipped: shippedDirectory, own: join(directory, 'own') });

  test('needs only id, text.nl and answer; without English the Dutch is shown', () => {
    given('own/eigen.yaml', own());
    const { scenarios, problems } = loadOwn();
    expect(problems).toEqual([]);
    expect(scenarios.get('eigen')).toEqual({
      id: 'eigen',
      text: { nl: 'Waar kijk je naar uit?', en: 'Waar kijk je naar uit?' },
      examples: [],
      answer: { kind: 'text' },
      depth: 1,
      place: 'anywhere',
      isOpening: false,
      isRecurring: false,
      cooldownDays: 0,
      revealsNeeded: 0,
    });
  });

  test('may use every field', () => {
    given(
      'own/eigen.yml',
      own(
        ...['schema: 1', 'version: 2', 'kind: prompt', 'title: { nl: Vooruit, en: Ahead }', 'license: mine'],
        ...['source: { idea: ours, refs: [a book], own_wording: true }', 'authors: [Noor]', 'tags: [hope]', 'depth: 3'],
        ...['pace: { recurring: true, cooldown_days: 30 }', 'requires: { reveals: 6 }', 'place: together'],
        ...['safety: { note: { nl: Alleen over jezelf. } }', 'examples: [{ nl: Zee }, { nl: Sneeuw }, { nl: Rust }]'],
      ),
    );
    const { scenarios, problems } = loadOwn();
    expect(problems).toEqual([]);
    expect(scenarios.get('eigen')).toMatchObject({
      ...{ depth: 3, isRecurring: true, cooldownDays: 30, revealsNeeded: 6, place: 'together' },
      ...{ safetyNote: { nl: 'Alleen over jezelf.', en: 'Alleen over jezelf.' } },
    });
  });

  test('may offer groups of its own', () => {
    given(
      'own/eigen.yaml',
      answered('kind: multi', 'groups:', '- { id: g, nl: buiten, options: [{ id: zee, nl: zee }] }'),
    );
    expect(loadOwn().scenarios.get('eigen')?.answer).toEqual({
      kind: 'multi',
      max: 3,
      groups: [
        { id: 'g', label: { nl: 'buiten', en: 'buiten' }, options: [{ id: 'zee', label: { nl: 'zee', en: 'zee' } }] },
      ],
    });
  });

  test('that is broken is named and left out, and the others stay', () => {
    const broken = given('own/b.yaml', 'id: b');
    given('own/deep/er/c.yaml', own());
    const { scenarios, problems } = loadOwn();
    expect(problems.map(({ file, severity, origin }) => ({ file, severity, origin }))).toEqual([
      { file: broken, severity: 'error', origin: 'own' },
      { file: broken, severity: 'error', origin: 'own' },
    ]);
    expect(scenarios.has('eigen')).toBe(true);
    expect(scenarios.size).toBe(shipped.scenarios.size + 1);
  });

  test('that breaks a rule of style is kept, with a warning', () => {
    given('own/eigen.yaml', asking('Waarom zeg je dat?'));
    const { scenarios, problems } = loadOwn();
    expect(problems).toMatchObject([{ line: 3, column: 3, severity: 'warning', origin: 'own' }]);
    expect(scenarios.has('eigen')).toBe(true);
  });

  test('cannot take an id that is taken, nor be the opening one', () => {
    given('own/a.yaml', own());
    given('own/b.yaml', own());
    given('own/c.yaml', own('opening: true').replace('eigen', 'anders'));
    given('own/d.yaml', own().replace('eigen', 'klein-moment'));
    expect(loadOwn().problems.map(({ line, message }) => `${line}: ${message}`)).toEqual([
      `1: id "eigen" is already used in ${join(directory, 'own/a.yaml')}`,
      '6: an own prompt cannot be the opening one',
      `1: id "klein-moment" is already used in ${join(shippedDirectory, 'prompts/klein-moment.yaml')}`,
    ]);
  });

  test('of scenarios/README.md works as it stands there', () => {
    const readme = readFileSync(join(shippedDirectory, 'README.md'), 'utf8');
    const blocks = [...readme.matchAll(/```yaml\n(.*?)```/gsu)].map(([, block]) => block ?? '');
    const listening = blocks.filter((block) => block.includes('kind: listening'));
    expect(listening.map(saidAbout)).toEqual([[]]);
    const paths = blocks.filter((block) => block.includes('kind: path'));
    expect(paths.map(saidAbout)).toEqual([[]]);
    const postcards = blocks.filter((block) => block.includes('kind: postcard'));
    expect(postcards.map(saidAbout)).toEqual([[]]);
    const [whole, ...answers] = blocks.filter(
      (block) => !block.startsWith('#') && ![...listening, ...paths, ...postcards].includes(block),
    );
    expect(answers).toHaveLength(3);
    expect(saidAbout(whole ?? '')).toEqual([]);
    for (const answer of answers) expect(saidAbout(`id: x\ntext: { nl: Wat dan? }\n${answer}`)).toEqual([]);
  });
});

describe('a directory', () => {
  const load = (path: string) => loadScenarios({ shipped: shippedDirectory, own: join(directory, path) });

  test('is read with its folders; other files and hidden ones are left', () => {
    given('own/one.YAML', own());
    given('own/sub/two.yml', own().replace('eigen', 'twee'));
    for (const name of ['README.md', '.hidden.yaml', '.git/x.yaml', 'notes.txt']) given(`own/${name}`, 'no prompt');
    const { scenarios, problems } = load('own');
    expect(problems).toEqual([]);
    expect([scenarios.has('eigen'), scenarios.has('twee')]).toEqual([true, true]);
  });

  test('that is not there is named', () => {
    expect(load('elsewhere').problems).toMatchObject([{ message: 'is not there', severity: 'error', origin: 'own' }]);
  });

  test('that contains itself comes to an end', () => {
    given('own/one.yaml', own());
    symlinkSync(join(directory, 'own'), join(directory, 'own/loop'));
    const { scenarios, problems } = load('own');
    expect(scenarios.has('eigen')).toBe(true);
    expect(problems.at(-1)?.message).toContain('is already used in');
    expect(problems.some(({ message }) => message === 'is not read: folders go at most 5 deep')).toBe(true);
  });

  test('with too many files is read up to the limit', () => {
    for (let number = 0; number < 2_005; number += 1) given(`own/${number}.txt`, '');
    expect(load('own').problems.map(({ message }) => message)).toEqual([
      'holds more than 2000 files; the rest is not read',
    ]);
  });
});

describe('a shipped file', () => {
  const file = (id: string) => join(directory, 'shipped/prompts', `${id}.yaml`);
  const load = () => loadScenarios({ shipped: join(directory, 'shipped') });
  const change = (id: string, from: string | RegExp, to: string) => {
    const before = readFileSync(file(id), 'utf8');
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    writeFileSync(file(id), after);
  };
  beforeEach(() => {
    cpSync(shippedDirectory, join(directory, 'shipped'), { recursive: true });
  });

  test.each<[string, string | RegExp, string, string, string]>([
    ['a rule of style', /Wat heb je van/u, 'Waarom heb je van', 'nl: Waarom', 'text.nl asks why: '],
    ['the rule of both languages', /^ {2}en: What have you learnt.*\n/mu, '', 'text:', 'text.en is missing'],
    ['the rule of titles', /^title:.*\n/mu, '', 'schema: 1', 'title is missing'],
    ['the rule of authors', /^authors:.*\n/mu, '', 'schema: 1', 'authors is missing'],
    [
      'the rule of free licenses',
      'CC-BY-4.0',
      'MIT',
      'license:',
      'license "MIT" cannot ship; there are: CC-BY-4.0, CC0-1.0',
    ],
    [
      'the rule of names',
      'id: geleerd-zonder-les',
      'id: geleerd',
      'id: geleerd',
      'id "geleerd" should be the name of the file',
    ],
  ])('is left out with an error when it breaks %s', (_, from, to, marker, expected) => {
    change('geleerd-zonder-les', from, to);
    const { scenarios, problems } = load();
    const line =
      readFileSync(file('geleerd-zonder-les'), 'utf8')
        .split('\n')
        .findIndex((text) => text.includes(marker)) + 1;
    expect(problems).toEqual([
      expect.objectContaining({ file: file('geleerd-zonder-les'), line, severity: 'error', origin: 'shipped' }),
    ]);
    expect(problems[0]?.message).toContain(expected);
    expect(scenarios.size).toBe(shipped.scenarios.size - 1);
  });

  test('is left out when another is the opening prompt already', () => {
    change('krantenkop', 'place: anywhere', 'place: anywhere\nopening: true');
    const { scenarios, problems } = load();
    expect(problems.map(({ message }) => message)).toEqual(['klein-moment is the opening prompt already']);
    expect(scenarios.has('krantenkop')).toBe(false);
  });

  test('is missed when it was the opening one', () => {
    rmSync(file('klein-moment'));
    expect(load().problems.map(({ message }) => message)).toEqual([
      'no prompt says opening: true; a new couple would have nothing to begin with',
    ]);
  });

  test('that needs a broken list is left out, and the list is named; so is what leans on it', () => {
    writeFileSync(join(directory, 'shipped/lists/needs.yaml'), 'schema: 1\nid: needs\nlicense: CC0-1.0\ngroups: []\n');
    const { scenarios, problems } = load();
    const [first, ...others] = problems.map(({ message }) => message);
    expect(first).toBe('groups needs at least 1 item');
    expect(others).toContain('the list needs could not be read');
    const leaning = others.filter((message) => message !== 'the list needs could not be read');
    for (const message of leaning) expect(message).toMatch(/names no prompt "wat-heb-je-nodig"$/u);
    expect(scenarios.has('wat-heb-je-nodig')).toBe(false);
  });
});

describe('npm run scenarios', () => {
  const postcards = [...shipped.scenarios.values()].filter(({ postcard }) => postcard !== undefined).length;
  const prompts = [...shipped.scenarios.values()].filter(({ path }) => path === undefined).length - postcards;
  const steps = [...shipped.paths.values()].flatMap((plan) => plan.steps).length;
  const counts = `${shipped.protocols.size} protocols, ${shipped.paths.size} paths of ${steps} steps and ${postcards} postcards`;
  const run = async (...args: readonly string[]) => {
    const command = [compiled('operator/scenarios'), ...args];
    return promisify(execFile)(process.execPath, command, { cwd: directory }).then(
      ({ stdout }) => ({ code: 0, lines: stdout.trimEnd().split('\n') }),
      (error: unknown) => {
        const { code, stdout } = error as { code: number; stdout: string };
        return { code, lines: stdout.trimEnd().split('\n') };
      },
    );
  };

  test('names every problem of a given file as file:line: message, and fails', async () => {
    given('mine/a.yaml', own('mood: 1'));
    given('b.yaml', asking('Waarom?'));
    const { code, lines } = await run('mine', 'b.yaml');
    expect(code).toBe(1);
    expect(lines).toEqual([
      expect.stringMatching(/^mine\/a\.yaml:6: unknown field "mood"; there are: schema, id, /u),
      'b.yaml:3: warning: text.nl asks why: to a partner that sounds like a reproach; ask what or how',
      `${prompts + 1} prompts, ${counts} read, 1 error, 1 warning.`,
    ]);
  });

  test('is content with what ships, also when given one of its files', async () => {
    const { code, lines } = await run(join(shippedDirectory, 'prompts/klein-moment.yaml'));
    expect(lines[0]).toBe(`${prompts} prompts, ${counts} read, 0 errors, 0 warnings.`);
    expect(lines.slice(1).map((line) => line.split(':')[0])).toEqual([
      'depth',
      'tags',
      'kinds',
      'comes back',
      'season',
    ]);
    expect(code).toBe(0);
  });

  test('prints what one couple would get in a year, the same for the same seed', async () => {
    const { code, lines } = await run('--year', '7');
    expect(code).toBe(0);
    expect(lines.length).toBeGreaterThan(100);
    expect((await run('--year', '7')).lines).toEqual(lines);
    expect((await run('--year', '8')).lines).not.toEqual(lines);
    expect((await run('--year', '7', '--language', 'en')).lines[0]).toMatch(
      /^2026-\d\d-\d\d .*(?:What|Which|How|Where|When)/u,
    );
    expect((await run('--year', 'x')).code).toBe(1);
    expect((await run('--year', '7', '--language', 'fr')).code).toBe(1);
  });

  test('prints twenty prompts that a commit draws, in both languages, the same for the same commit', async () => {
    const { code, lines } = await run('--pick', 'ce70b889');
    expect(code).toBe(0);
    const heads = lines.filter((line) => line.includes(' (depth '));
    expect(new Set(heads).size).toBe(20);
    expect((await run('--pick', 'CE70B889cafe')).lines).toEqual(lines);
    expect((await run('--pick', 'ce70b880')).lines.filter((line) => line.includes(' (depth '))).not.toEqual(heads);
    expect((await run('--pick', 'HEAD')).code).toBe(1);
  });

  test('prints one path to read through, and says which there are', async () => {
    const { code, lines } = await run('--read', 'de-dans');
    expect(code).toBe(0);
    expect(lines[0]).toContain('De dans: ');
    expect(lines).toContain('  When you …, I …');
    expect((await run('--read', 'weg')).lines.at(-1)).toMatch(/^There is no path "weg"; there are: adem-in-rust, /u);
  });
});
