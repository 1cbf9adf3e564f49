import { describe, expect, test } from 'vitest';
import { createRenderer } from '../../src/app/render.js';
import { isEcho } from '../../src/core/discreet/echo.js';
import { type Words } from '../../src/core/piece.js';
import type { Say, SayName } from '../../src/core/notice.js';
import { send } from '../../src/core/compose.js';
import { stranger } from '../../src/core/person.js';
import { optionsOf } from '../../src/core/round/kinds.js';
import { en } from '../../src/texts/en/en.js';
import { nl } from '../../src/texts/nl/nl.js';
import { about, answer, samplesOf, sayNames, text } from './samples.js';

/** Words that people wrote are covered in every sentence, and what only echoes its reader's own makes no sound. */

interface Entity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
}

const renderer = createRenderer({ nl, en }, about);
const readers = (['nl', 'en'] as const).map((language) => stranger(1, language, 'Europe/Amsterdam'));

/** Every sample of every sentence that can be sent as a message. */
const said = sayNames
  .filter((name) => name !== 'exported' && name !== 'partnerVoice')
  .flatMap((name) => samplesOf(name).map((params) => ({ name, params }) as Say));

const isWords = (value: object): value is Words => Object.keys(value).join() === 'words';

/** Words as they stand in what a sentence is said with, however deep. */
function wordsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isWords(value)) return [value.words];
  const own = 'kind' in value && value.kind === 'text' && 'text' in value ? [String(value.text)] : [];
  return [...own, ...Object.values(value).flatMap(wordsIn)];
}

function messageOf(what: Say, reader: (typeof readers)[number]) {
  const { params } = renderer.notice(send(1, what), reader, about.now);
  const { text: shown, entities = [] } = params as { text: string; entities?: readonly Entity[] };
  return { shown, spoilers: entities.filter(({ type }) => type === 'spoiler'), params };
}

describe('what people wrote', () => {
  test('is covered wherever it is shown, also to its writer', () => {
    for (const one of said) {
      for (const { shown, spoilers } of readers.map((reader) => messageOf(one, reader))) {
        for (const words of wordsIn(one.params).filter((each) => each !== '' && shown.includes(each))) {
          const at = shown.indexOf(words);
          const covers = spoilers.some(({ offset, length }) => offset <= at && at + words.length <= offset + length);
          expect(covers, `${one.name} shows «${words.slice(0, 40)}» bare`).toBe(true);
        }
      }
    }
  });

  test('comes without a sound when its reader wrote it', () => {
    const echoes: readonly SayName[] = [
      'draft',
      'choosing',
      'unfinished',
      'sealed',
      'sheetRow',
      'sheetSealed',
      'page',
      'postcardDraft',
      'postcardUnfinished',
      'postcardWhy',
      'offer',
      'photoAsked',
      'voiceAsked',
      'breatherLine',
      'breatherLineSealed',
      'listenDraft',
      'listenNotes',
      'listenConfirmed',
      'listenQuote',
      'listenHeardAgain',
      'listenPlan',
      'listenPlanSent',
      'ownPartAsked',
      'verdictAsked',
    ];
    expect([...new Set(said.filter(isEcho).map(({ name }) => name))].toSorted()).toEqual(echoes.toSorted());
    for (const one of said.filter(isEcho)) {
      expect(messageOf(one, readers[0] ?? stranger(1, 'nl', 'UTC')).params).toMatchObject({
        disable_notification: true,
      });
    }
  });

  test('is heard when the other wrote it', () => {
    const reveal: Say = { name: 'reaction', params: { partner: 'Bram', pieces: [text('Fijn.')] } };
    expect(isEcho(reveal)).toBe(false);
  });

  test('is covered too when it was tapped', () => {
    const scenario = [...about.scenarios.values()].find(({ answer: { kind } }) => kind === 'choice');
    const [option] = scenario === undefined ? [] : optionsOf(scenario.answer);
    if (scenario === undefined || option === undefined) throw new Error('no prompt that ships has options');
    const draft: Say = {
      name: 'draft',
      params: {
        answer: { ...answer('draft'), picks: [option.id] },
        scenario: scenario.id,
        isAlone: false,
        opens: 'at-once',
      },
    };
    const { shown, spoilers } = messageOf(draft, stranger(1, 'nl', 'UTC'));
    const at = shown.indexOf((option.sentence ?? option.label).nl);
    expect(at).toBeGreaterThan(0);
    expect(spoilers.map(({ offset }) => offset)).toEqual([at]);
  });
});
