import type { Language } from '../core/scenario.js';
import { bold, fmt, type FmtString } from '../telegram/format.js';
import { lines, paragraphs } from './answer.js';

interface Line {
  readonly country: string;
  readonly name: string;
  readonly number: string;
}

const danger: readonly Line[] = [
  { country: 'NL · BE', name: '', number: '112' },
  { country: 'UK', name: '', number: '999' },
  { country: 'US', name: '', number: '911' },
];
const violence: readonly Line[] = [
  { country: 'NL', name: 'Veilig Thuis', number: '0800-2000' },
  { country: 'BE', name: '1712', number: '1712' },
  { country: 'UK', name: 'National Domestic Abuse Helpline', number: '0808 2000 247' },
  { country: 'US', name: 'National Domestic Violence Hotline', number: '1-800-799-7233' },
];
const suicide: readonly Line[] = [
  { country: 'NL', name: '113 Zelfmoordpreventie', number: '113' },
  { country: 'BE', name: 'Zelfmoordlijn', number: '1813' },
  { country: 'UK', name: 'Samaritans', number: '116 123' },
  { country: 'US', name: 'Suicide & Crisis Lifeline', number: '988' },
];
const listening: readonly Line[] = [
  { country: 'NL', name: 'De Luisterlijn', number: '088 0767 000' },
  { country: 'BE', name: 'Tele-Onthaal', number: '106' },
];

const headings: Readonly<Record<Language, readonly [string, string, string, string, string]>> = {
  nl: [
    'Gevaar, nu',
    'Bang, bedreigd of geslagen',
    'Gedachten aan de dood',
    'Iemand om mee te praten',
    'Dit scherm staat in je chat met mij. Wie je telefoon in handen heeft, kan het zien: verwijder het bericht als dat beter is. Ook de belgeschiedenis kan iets tonen.',
  ],
  en: [
    'Danger, now',
    'Afraid, threatened or hurt',
    'Thoughts of ending your life',
    'Someone to talk to',
    'This stays in your chat with me. Anyone holding your phone can see it: delete the message if that is safer. Your call history may show something too.',
  ],
};

export function helplines(language: Language): FmtString {
  const [now, hurt, dark, talk, note] = headings[language];
  return paragraphs(
    section(now, danger),
    section(hurt, violence),
    section(dark, suicide),
    section(talk, listening),
    note,
  );
}

function section(heading: string, entries: readonly Line[]): FmtString {
  return lines(
    bold(heading),
    ...entries.map(({ country, name, number }) =>
      name === '' || name === number ? fmt`${country}: ${bold(number)}` : fmt`${country}: ${name} ${bold(number)}`,
    ),
  );
}
