import { describe, expect, it } from 'vitest';
import type { MessageView } from '../../src/emulator/contract.js';
import { nl } from '../../src/texts/nl/nl.js';
import { answers, pair } from '../support/couple.js';
import { oneBot } from '../support/one-bot.js';
import type { Tap } from '../support/world.js';

const { labels } = nl;

describe('a round', () => {
  const house = oneBot();

  it('gathers words and voice on one draft card, which an edit changes too', async () => {
    const { world } = house();
    const { anne, bram } = await pair(world);
    const first = await anne.says('een zin');
    await anne.hears('een zin');
    await anne.says('en nog een');
    await anne.hears('een zin\nen nog een');
    await anne.sends({ voice: { durationSeconds: 7 } });
    await anne.hears('Je sprak iets in.');
    await anne.taps(labels.allowVoice);
    await anne.hears('🎙 0:07');
    await anne.edits(first, 'een betere zin');
    await world.until('the card to change', () =>
      anne.messages().some(({ text }) => text.includes('een betere zin\nen nog een')) ? true : undefined,
    );
    const cards = anne
      .messages()
      .filter(({ from, text }) => from === 'bot' && text.startsWith('Zo krijgt je partner het straks te lezen'));
    expect(cards).toHaveLength(1);
    expect(anne.messages().at(-1)?.messageId).toBe(cards[0]?.messageId);
    await anne.taps(labels.seal);
    await answers(bram, 'kort');
    const opened = await bram.hears('Jullie antwoorden zijn open.');
    expect(opened.text).toContain('een betere zin\nen nog een\n🎙 0:07');
    const voice = await bram.hears('Anne');
    expect(voice.media?.kind).toBe('voice');
    expect(voice.isProtected).toBe(true);
  });

  it('lets what is sealed be taken back and written again, until it opens', async () => {
    const { world } = house();
    const { anne, bram } = await pair(world);
    await answers(anne, 'te snel');
    await anne.taps(labels.withdraw);
    await anne.hears('Zo krijgt je partner het straks te lezen');
    await anne.taps(labels.restart);
    await world.until('an empty card', () =>
      anne.messages().some(({ text }) => text === nl.say.draftCleared({}, about)) ? true : undefined,
    );
    await answers(anne, 'wat ik echt bedoel');
    await answers(bram, 'ik ook');
    const opened = await bram.hears('Jullie antwoorden zijn open.');
    expect(opened.text).toContain('wat ik echt bedoel');
    expect(bram.reads()).not.toContain('te snel');
  });

  it('keeps words closed when the other does not know yet, until their writer shares them after all', async () => {
    const { world } = house();
    const { anne, bram } = await pair(world);
    await answers(anne, 'mijn woorden');
    await bram.taps(labels.else);
    await bram.taps(labels.notYet);
    await anne.hears('Bram weet het nog niet.');
    await bram.hears('Anne heeft');
    expect(bram.reads()).not.toContain('mijn woorden');
    await anne.taps(labels.shareAnyway);
    await bram.hears('mijn woorden');
  });

  it('carries thanks, a question for more and one reaction each', async () => {
    const { world } = house();
    const { anne, bram } = await pair(world);
    await answers(anne, 'appel');
    await answers(bram, 'peer');
    const opened = await anne.hears('Jullie antwoorden zijn open.');
    await bram.hears('Jullie antwoorden zijn open.');
    // What is answered after it has waited until the bot knew that it had arrived.
    await anne.says('/help');
    await anne.hears('Af en toe stel ik een vraag');
    await anne.hearts(opened);
    await bram.hears(nl.say.thanks({ partner: 'Anne' }, about) as string);
    await bram.taps(labels.tellMore);
    await anne.hears('Bram hoort graag wat meer');
    await anne.says('Het was een Elstar.');
    await anne.hears('Als reactie naar Bram sturen?');
    expect(bram.reads()).not.toContain('Elstar');
    await anne.taps(labels.sendReaction);
    await bram.hears('Het was een Elstar.');
  });

  it('says nothing to the other of a skip', async () => {
    const { world } = house();
    const { anne, bram } = await pair(world);
    await answers(anne, 'ik wacht niet');
    await anne.says('/start');
    await anne.hears('Je bent gekoppeld met Bram.');
    const before = anne.messages().length;
    await bram.taps(labels.else);
    await bram.taps(labels.skip);
    await bram.hears('Anne hoort daar niets van');
    await anne.says('/privacy');
    await anne.hears('Wissen: /wis');
    expect(anne.messages()).toHaveLength(before + 2);
  });

  it('answers a double tap and an old button kindly', async () => {
    const { world } = house();
    const { anne, bram } = await pair(world);
    const question = await anne.sees('klein moment');
    const later = tapOn(question, labels.later);
    await anne.says('eerste');
    const card = await anne.hears('eerste');
    const seal = tapOn(card, labels.seal);
    await anne.presses(seal);
    await anne.presses(seal);
    await answers(bram, 'tweede');
    await anne.hears('Jullie antwoorden zijn open.');
    // The sealed card went when the answers opened; on a phone that lags, the question still has its buttons.
    expect(anne.messages().map(({ messageId }) => messageId)).not.toContain(card.messageId);
    await anne.presses(later);
    await anne.isTold('Deze knop hoort bij iets van eerder');
    expect(anne.reads().match(/Jullie antwoorden zijn open/g)).toHaveLength(1);
  });
});

function tapOn({ messageId, keyboard }: MessageView, label: string): Tap {
  const callbackData = keyboard.flat().find(({ text }) => text === label)?.callbackData;
  if (callbackData === undefined) throw new Error(`no button ${label} on ${String(messageId)}`);
  return { messageId, callbackData };
}

const about = {
  operator: '',
  operatorContact: null,
  policyUrl: null,
  botUsername: 'SamenspraakBot',
  scenarios: new Map(),
  protocols: new Map(),
  paths: new Map(),
  now: 0,
  zone: 'Europe/Amsterdam',
};
