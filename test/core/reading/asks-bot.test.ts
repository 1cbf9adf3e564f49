import { describe, expect, test } from 'vitest';
import { askedOfBot } from '../../../src/core/reading/asks-bot.js';
import { anne, bram, given, pairedCouple } from '../../support/given.js';

describe('a question to the bot', () => {
  test.each([
    'wanneer komt de volgende vraag?',
    'Wanneer krijgen we een nieuwe vraag??',
    'hoe laat gaat het open?',
    'wanneer gaan de antwoorden open ?',
    'When is the next question?',
    'When do our answers open? 🙂',
  ])('about a moment is answered by how things stand: «%s»', (text) => {
    expect(askedOfBot(text)).toBe('status');
  });

  test.each([
    'hoe werkt dit?',
    'Hé, hoe werkt dit eigenlijk?',
    'wat is dit?',
    'Wie ben jij?',
    'ben je een robot?',
    'Wie leest dit?',
    'Kan ik mijn antwoord nog veranderen?',
    'wat gebeurt er als ik verzegel?'.replace('wat gebeurt er', 'hoe gaat het verder'),
    'How does this work?',
    'Are you a bot?',
    'Who can see this?',
  ])('about how it works is answered by the help: «%s»', (text) => {
    expect(askedOfBot(text)).toBe('help');
  });

  test.each([
    'hoe werkt dit',
    'Waarom ga je steeds weg?',
    'Hoe gaat het met je?',
    'Wil je me vanavond vasthouden?',
    'Wat is dit jaar het mooiste moment?',
    'Wanneer gaan we weer eens samen uit eten?',
    'Hoe werkt dit voor jou als ik laat thuis ben?',
    'Who are we when nobody is watching?',
    'Weet je nog wie dit zei?',
    'De volgende keer ga ik mee, goed?',
    `wanneer komt de volgende vraag? ${'En ik wilde nog zeggen dat ik het fijn vond. '.repeat(5)}?`,
  ])('is not «%s»', (text) => {
    expect(askedOfBot(text)).toBeNull();
  });
});

describe('somebody who asks the bot while a question is open', () => {
  const asked = () => given(pairedCouple(), anne.says('Op de brug.'), anne.says('hoe werkt dit?'));

  test('is asked for whom it was; the draft stays as it was', () => {
    given(pairedCouple(), anne.says('Op de brug.'))
      .when(anne.says('hoe werkt dit?'))
      .then(anne.hears('offer'), anne.reads('offer', { what: 'question' }));
    asked()
      .when(anne.taps('forBot'))
      .then(anne.hears('informed'), anne.is({ pending: null }))
      .when(anne.taps('seal'), bram.says('Ja'), bram.taps('seal'))
      .then(bram.reads('revealed'));
    given(pairedCouple(), anne.says('wanneer komt de volgende vraag?'))
      .when(anne.taps('forBot'))
      .then(anne.hears('status'));
  });

  test('loses nothing when it was the answer: by its button, or by going on', () => {
    const words = ['Op de brug.', 'hoe werkt dit?'];
    const said = (texts: readonly string[]) => texts.map((text) => expect.objectContaining({ text }) as unknown);
    asked()
      .when(anne.taps('thisIsIt'))
      .then(anne.reads('draft', { answer: expect.objectContaining({ pieces: said(words) }) as never }));
    asked()
      .when(anne.says('dat vroeg ik me toen af.'))
      .then(
        anne.reads('draft', {
          answer: expect.objectContaining({ pieces: said([...words, 'dat vroeg ik me toen af.']) }) as never,
        }),
      );
  });
});
