import { describe, expect, test } from 'vitest';
import { nl } from '../../src/texts/nl/nl.js';
import { render, renderAll } from './samples.js';

describe('the Dutch catalogue, to the letter of the contract', () => {
  const welcome = [
    'Dag Anne. Mooi dat je tijd wilt maken voor jullie twee.',
    'Af en toe stel ik jullie één vraag. Jullie antwoorden elk apart, en lezen elkaars antwoord pas als jullie allebei klaar zijn.',
    '• 18+. Geen therapie. Bang voor je partner? Begin dan niet, en kijk bij /hulp.',
    '• Saar beheert deze bot en kan technisch overal bij, ook bij wat nog dicht is. Is dat je partner? Houd daar rekening mee.',
    'Wat ik bewaar, hoe lang, en wie erbij kan, staat bij ‹Alles lezen›. Stoppen mag altijd, zonder uitleg: /stop',
  ].join('\n');

  test('welcomes whoever starts', () => {
    expect(render(nl, 'welcome', { name: 'Anne', inviter: null })).toBe(welcome);
  });

  test('welcomes whoever was invited', () => {
    const invited = welcome.replace(
      'Dag Anne. Mooi dat je tijd wilt maken voor jullie twee.',
      'Dag Bram. Anne nodigt je uit om dit samen te doen.',
    );
    expect(render(nl, 'welcome', { name: 'Bram', inviter: 'Anne' })).toBe(
      `${invited}\nNu niet? Anne krijgt daar geen bericht van.`,
    );
  });

  test.each([
    ['joined', 'Bram doet mee.'],
    ['draft', 'Zo krijgt je partner het straks te lezen:'],
    [
      'draft',
      'Verzegel je, dan gaan jullie antwoorden open zodra jullie allebei verzegeld hebben. Dat kan meteen zijn.',
    ],
    ['sealed', 'Verzegeld. Tot je antwoord opengaat, kun je het terugnemen.'],
    ['revealed', 'Jullie antwoorden zijn open.'],
    ['rested', 'Deze vraag is voorbij. Je antwoord is niet opengegaan. Er komt vanzelf een nieuwe.'],
    [
      'rhythm',
      'Voortaan stel ik op maandag, woensdag en zaterdag om 20:00 een vraag. Je tijdzone staat op Amsterdam. Klopt dat? Wordt het ooit te veel: /adempauze.',
    ],
    ['breatherCalled', 'Anne neemt even adem, tot 15:02. Dan vraag ik jullie allebei hoe het gaat.'],
    ['breatherHush', 'Dit gaat niet naar Bram. Wat je tot 15:32 typt, bewaar ik niet.'],
    ['breatherOver', 'De tijd is voorbij. Je hoeft niet te wachten.'],
    ['cameBack', 'Ik was even weg. Zie je geen ‹Verzegeld›? Stuur je antwoord nog eens.'],
    ['offer', 'Als reactie naar Bram sturen?'],
    ['refused', 'Er staat geen vraag open, dus ik doe hier niets mee.'],
    ['prompt', 'Welk klein moment uit jullie begin weet je nog goed? Typ of spreek in; één zin is genoeg.'],
  ] as const)('%s: %s', (name, sentence) => {
    expect(renderAll(nl, name).some((said) => said.includes(sentence))).toBe(true);
  });

  test('quotes the first question without how to answer it', () => {
    const both = { answer: { state: 'sealed', pieces: [], picks: [], step: 1 }, isClosed: false } as const;
    const opened = render(nl, 'revealed', { scenario: 'klein-moment', own: both, partner: both, partnerName: 'Bram' });
    expect(opened).toContain('Welk klein moment uit jullie begin weet je nog goed?');
    expect(opened).not.toContain('Typ of spreek in');
  });

  test('labels its buttons so', () => {
    expect(Object.values(nl.labels)).toEqual(
      expect.arrayContaining([
        'Ik ben 18+ en ga akkoord',
        'Alles lezen',
        'English',
        'Nu niet',
        'Deel in Telegram',
        'Kopieer',
        'Nieuwe code',
        'Dit klopt niet',
        'Verzegel',
        'Opnieuw',
        'Terugnemen',
        '❤️ Dank je',
        'Vertel eens meer',
        'Klopt',
        'Ander ritme',
        'Andere tijdzone',
        'Later',
        'Anders…',
        'Weet ik nog niet',
        'Ik vertel het liever zelf',
        'Sla over',
        'Toch delen',
        'Dit is mijn antwoord',
        'Voeg toe',
        'Laat zo',
        'Stuur',
        'Laat maar',
        'Herschrijven',
        'Geef ons een vraag',
        'Ik ben er weer',
        'Nog even',
        'Vandaag niet meer',
        'Ik voel me niet veilig',
        'Morgen 9:00',
      ]),
    );
  });
});
