import { describe, expect, it } from 'vitest';
import { nl } from '../../src/texts/nl/nl.js';
import { everyTestOnASunday } from '../support/sunday.js';

const { labels } = nl;
const minuteMs = 60_000;

describe('een neutrale melding', () => {
  const sunday = everyTestOnASunday();

  it('legt dicht wat er ongevraagd komt, en bewaart dat door een kill -9 heen tot er op getikt wordt', async () => {
    const { anne, bram, dies, world } = sunday();
    await anne.says('/instellingen');
    await anne.hears('Neutrale melding: uit');
    await anne.taps(labels.discreetOn);
    await anne.sees('Neutrale melding: aan');

    await anne.says('de wind op de dijk');
    await anne.hears('de wind op de dijk');
    await anne.taps(labels.seal);
    await bram.says('jouw rode sjaal');
    await bram.hears('jouw rode sjaal');
    await bram.taps(labels.seal);
    await bram.hears('Jullie antwoorden zijn open.');
    const line = await anne.hears('Er ligt iets voor je klaar.');
    expect(line).toMatchObject({ isProtected: true, entities: [] });
    expect(anne.reads()).not.toContain('jouw rode sjaal');
    await dies();

    // Killed before it was noted as sent, the line may have been sent again.
    const lines = anne.messages().filter(({ text }) => text === line.text);
    await anne.taps(labels.unfold);
    const opened = await anne.sees('jouw rode sjaal');
    expect(lines.map(({ messageId }) => messageId)).toContain(opened.messageId);
    const spoilers = opened.entities.filter(({ type }) => type === 'spoiler');
    expect(spoilers.map(({ offset, length }) => opened.text.slice(offset, offset + length))).toEqual([
      'de wind op de dijk',
      'jouw rode sjaal',
    ]);
    await anne.taps(labels.thank);
    await bram.hears('❤️ Dank je, zegt Anne.');

    await world.later(3 * minuteMs);
    await bram.says('/adempauze');
    await bram.hears(/^Jullie hebben pauze tot/);
    await anne.hears('Er ligt iets voor je klaar.');
    expect(anne.reads()).not.toContain('Bram neemt even adem');
    expect(world.wrongCalls()).toEqual([]);
  });
});
