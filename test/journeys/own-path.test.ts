import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nl } from '../../src/texts/nl/nl.js';
import { begin, join as joins, type Pair } from '../support/couple.js';
import { oneBot } from '../support/one-bot.js';

/** `npm run demo -- --scenario my-path.yaml`: an author walks a path that was written from scenarios/README.md alone. */

const { labels } = nl;
const hourMs = 3_600_000;
const file = join(import.meta.dirname, '..', 'texts', 'fixtures', 'onze-keuken.yaml');

describe('a path of one’s own, tried out', () => {
  const house = oneBot({ flags: () => ['--scenario', file] });

  it('begins with the pairing, and is walked to its end by the clock and by /programma', async () => {
    const { world } = house();
    const couple = { anne: await world.person('Anne'), bram: await world.person('Bram') };
    const both = [couple.anne, couple.bram];
    await joins(couple.bram, await begin(couple.anne));
    for (const each of both) await each.hears('Onze keuken · Een geur');
    await opened(couple, ['Gebakken uien', 'Versgezette koffie']);

    await world.toTheNextQuestion();
    for (const each of both) await each.hears('Onze keuken · Wie doet wat');
    await couple.anne.taps('roeren');
    await couple.anne.taps(labels.seal);
    await couple.bram.taps('proeven');
    await couple.bram.taps(labels.seal);
    for (const each of both) await each.hears('Jullie antwoorden zijn open.');

    await world.later(19 * hourMs);
    await couple.bram.says('/programma');
    const list = await couple.bram.hears('Onze keuken');
    expect(list.text).toBe('Onze keuken\n● Een geur\n● Wie doet wat\n○ Alleen kijken\n○ Aan het aanrecht\n○ Eén avond');
    await couple.bram.taps(labels.nextStep);
    for (const each of both) await each.hears('Kijk deze week eens hoe je partner iets klaarmaakt.');

    await world.toTheNextQuestion();
    for (const each of both) {
      const step = await each.hears('Onze keuken · Aan het aanrecht');
      expect(step.keyboard.flat().map(({ text }) => text)).toEqual([labels.beginTogether]);
    }

    await world.toTheNextQuestion();
    for (const each of both) {
      const { text } = await each.hears('Onze keuken · Eén avond');
      expect(text).toContain('ik sta het liefst te roeren');
    }
    await opened(couple, [
      'Op vrijdag maken we soep. Ik zorg dan voor de uien',
      'Op zondag maken we pizza. Ik zorg dan voor het deeg',
    ]);
    for (const each of both) await each.hears('Dit was Onze keuken.');
  });
});

async function opened({ anne, bram }: Pair, words: readonly [annes: string, brams: string]): Promise<void> {
  for (const [who, all] of [
    [anne, words[0]],
    [bram, words[1]],
  ] as const) {
    await who.says(all);
    // Each sentence stands on a line of its own.
    for (const sentence of all.split('. ')) await who.sees(sentence);
    await who.taps(labels.seal);
  }
  for (const each of [anne, bram]) {
    const { text } = await each.hears('Jullie antwoorden zijn open.');
    for (const sentence of words.flatMap((all) => all.split('. '))) expect(text).toContain(sentence);
  }
}
