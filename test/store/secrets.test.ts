import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/store/sqlite/open.js';
import type { Store } from '../../src/store/store.js';
import { tracesOf } from '../support/traces.js';
import { outcome } from '../support/outgoing.js';
import {
  actorOf,
  agreed,
  anne,
  applyOne,
  codeOf,
  deliver,
  from,
  message,
  monday,
  openRound,
  optionsFor,
  pairUp,
  perform,
  sceneOf,
  tempDir,
  theCouple,
  withCouple,
  withPerson,
} from './support.js';

const word = 'regenboogforel';
const name = 'Quirijn';

const findings = (dir: string) => tracesOf([word, name, anne, codeOf(9), 'callback-77'], { directories: [dir] });

async function live(store: Store): Promise<void> {
  await pairUp(store);
  await perform(store, from(anne, { callbackQueryId: 'callback-77' }), (scene) => {
    const piece = { kind: 'text', at: null, messageId: 3, text: `Ik zag een ${word}.` } as const;
    const answers = { r1: { state: 'draft', pieces: [piece], picks: [], step: 1 } } as const;
    const person = agreed(actorOf(scene), { coupleId: 9, name, answers });
    const withRound = withCouple(withPerson(scene, person), { ...theCouple(scene), round: openRound });
    const outgoing = [
      message(person.id, { text: `${name} zag een ${word}` }),
      message(person.id, { text: `${name}, straks`, notBefore: monday + 5000, lane: 'scheduled' }),
      message(person.id, { kind: 'answer', method: 'answerCallbackQuery', params: { text: word } }),
    ];
    return outcome(withRound, { outgoing });
  });
}

describe('what lies on the disk', () => {
  it('holds no readable word, name, code or id, in use or closed', async () => {
    const dir = tempDir();
    const store = await openStore(optionsFor(dir));
    await live(store);
    expect(findings(dir)).toEqual([]);
    await deliver(store);
    expect(findings(dir)).toEqual([]);
    await store.close();
    expect(findings(dir)).toEqual([]);
  });

  it('is found by this test when it is there', async () => {
    const dir = tempDir();
    const store = await openStore(optionsFor(dir));
    onTestFinished(() => store.close());
    await pairUp(store);
    await perform(store, from(anne), (scene) =>
      outcome(scene, { outgoing: [message(actorOf(scene).id, { card: `prompt:${word}` })] }),
    );
    expect(findings(dir)).not.toEqual([]);
  });
});

describe('what an error says', () => {
  it('holds no word of what could not be stored', async () => {
    const store = await openStore(optionsFor(tempDir()));
    onTestFinished(() => store.close());
    await pairUp(store);
    const broken = [
      { name: { [word]: word } },
      { [word]: 1, name: 5 },
      { answers: { [word]: { state: word, pieces: [], picks: [], step: 1 } } },
      { language: word },
    ];
    for (const fields of broken) {
      const applied = await applyOne(store, from(anne), (scene) =>
        outcome(withPerson(scene, { ...actorOf(scene), ...(fields as object) })),
      );
      if (applied.result !== 'failed') throw new Error('what is broken was stored');
      const { error } = applied;
      if (!(error instanceof Error)) throw new Error('what was thrown is no error');
      expect(`${error.message} ${error.stack ?? ''} ${JSON.stringify(error)}`).not.toContain(word);
      expect(error.cause).toBeUndefined();
    }
    expect(actorOf(await sceneOf(store, from(anne))).name).toBe('Anne');
  });
});
