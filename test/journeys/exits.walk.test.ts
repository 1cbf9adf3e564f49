import { describe, expect, it } from 'vitest';
import { nl } from '../../src/texts/nl/nl.js';
import { answers, pair } from '../support/couple.js';
import { oneBot } from '../support/one-bot.js';
import type { Someone } from '../support/world.js';

const minuteMs = 60_000;
const textsOf = (someone: Someone) => someone.messages().map(({ text }) => text);

describe('leaving and help, with the bot killed in between', () => {
  const house = oneBot();

  it('takes the help lines and what was typed for them away: at once, after five minutes, and after a kill', async () => {
    const { world, bot, dies } = house();
    const { anne } = await pair(world);
    const isGone = () =>
      world.until('the help lines to be gone', () =>
        textsOf(anne).some((text) => text.includes('Veilig Thuis') || (text.includes('/hulp') && text.length < 9))
          ? undefined
          : true,
      );
    const asksForHelp = async () => {
      await anne.says('/hulp');
      await anne.hears('Veilig Thuis');
    };
    await asksForHelp();
    await anne.taps(nl.labels.removeNow);
    await isGone();
    await asksForHelp();
    await world.later(5 * minuteMs);
    await isGone();
    await asksForHelp();
    // What is answered after it has waited until the bot knew that it had arrived.
    await anne.says('/help');
    await anne.hears('Af en toe stel ik een vraag');
    await bot.kill();
    await world.later(60 * minuteMs);
    await bot.start();
    await isGone();
    // Of this one the bot knows nothing: no answer came, and then it was killed. It shows another, and a tap takes both.
    await world.control('POST', '/faults', {
      kind: 'drop-after-accept',
      method: 'sendMessage',
      chatId: anne.id,
      times: 1,
    });
    await asksForHelp();
    await dies();
    await anne.hears('Veilig Thuis');
    const [first] = anne.messages().filter(({ text }) => text.includes('Veilig Thuis'));
    await anne.presses({
      messageId: first?.messageId ?? 0,
      callbackData: first?.keyboard.flat().at(-1)?.callbackData ?? '',
    });
    await isGone();
  });

  it('sends nothing that was on its way to whoever stopped, also after a kill', async () => {
    const { world, bot } = house();
    const { anne, bram } = await pair(world);
    await answers(bram, 'van Bram');
    await world.until('it to be sealed', () => (bram.reads().includes('Verzegeld.') ? true : undefined));
    const fault = { kind: 'too-many-requests', chatId: bram.id, method: 'sendMessage', retryAfterSeconds: 1 };
    await world.control('POST', '/faults', fault);
    await answers(anne, 'van Anne');
    await anne.hears('Jullie antwoorden zijn open.');
    const before = bram.messages().length;
    await bram.says('/stop');
    await world.until('the stop to be heard', () =>
      world.calls.filter(({ chatId, method }) => chatId === bram.id && method === 'sendMessage').length > before
        ? true
        : undefined,
    );
    await bot.kill();
    await world.control('DELETE', '/faults');
    await bot.start();
    await bram.hears('Het is stil. Ik stuur je niets meer.');
    await bram.taps(nl.labels.unpair);
    await anne.hears('Jullie koppeling is beëindigd. Meer kan ik er niet over zeggen');
    await bram.hears('Losgekoppeld.');
    await world.later(9 * 24 * 60 * minuteMs);
    await anne.says('/help');
    await anne.hears('Af en toe stel ik een vraag');
    expect(bram.reads()).not.toContain('van Anne');
  });
});
