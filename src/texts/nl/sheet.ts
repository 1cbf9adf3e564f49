import { whenOpens } from '../room.js';
import type { Opens } from '../../core/round/say.js';
import { sheetOf } from '../../core/round/sheet.js';
import { bold, fmt, italic } from '../../telegram/format.js';
import { covered, paragraphs } from '../answer.js';
import { rowOfSheet, saidInRow, themesNamed, themeText, titleOf } from '../sheet.js';
import type { About, Labels, Says } from '../texts.js';
import { soon } from '../when.js';
import { sealing } from './opening.js';

/** A sheet in Dutch: its rows, what may open, and each theme once it has. */

const language = 'nl';

export const sheetLabels = {
  fillIn: 'Beginnen',
  goOnFilling: 'Verder',
  rowPass: 'Liever niet',
  rowBack: '‹',
  leafBack: '‹',
  leafOn: '›',
} satisfies Labels;

const numbers = ['nul', 'één', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven'];

function countOf(scenario: string, { scenarios }: About): string {
  const count = sheetOf(scenarios.get(scenario))?.themesOpen ?? 0;
  return numbers[count] ?? String(count);
}

function openingOf(how: Opens, about: About): string {
  const opens = whenOpens(how);
  if (opens === 'at-once') return 'Het gaat open zodra jullie allebei verzegeld hebben.';
  if (opens === 'asked') return 'Voor het opengaat, vraag ik het jullie allebei nog eens.';
  return `Het gaat ${soon(opens, language, about)} open, als jullie dan allebei klaar zijn.`;
}

type Sheet = 'words' | 'sheetRow' | 'sheetThemes' | 'sheetSealed' | 'sheetOpened' | 'sheetPage' | 'stillOpen';

export const sheetSay: Says<Sheet> = {
  words: () => 'Naast elkaar.',
  sheetRow: ({ scenario, at, answer }, about) => {
    const place = rowOfSheet(scenario, at, about);
    if (place === null) return 'Deze regel is er niet meer. Ga gerust verder.';
    const { theme, row } = place;
    const said = saidInRow(answer, at, language);
    if (row.is === 'tapped') {
      return paragraphs(
        bold(theme.label[language]),
        row.text[language],
        row.isOwnOnly
          ? italic('Deze regel is voor jou: ik bewaar niet wat je tikt. Nee zeggen mag. Voelt dat niet veilig: /hulp.')
          : null,
      );
    }
    return paragraphs(
      bold(theme.label[language]),
      `«${row.line.text[language]}»`,
      said === null ? null : fmt`Nu staat er: ${said}`,
      italic('Maak de zin af: typ, of spreek in.'),
    );
  },
  sheetThemes: ({ scenario, partner, canChoose, sealing: { opens, isAlone } }, about) =>
    canChoose
      ? paragraphs(
          `Welke thema’s mogen open, als ${partner ?? 'je partner'} ze ook opent? Kies er ${countOf(scenario, about)}. De rest blijft dicht; die wis ik zodra je verzegelt.`,
          italic(`${sealing(opens, isAlone, about)} Verzegelen kan hier maar één keer.`),
        )
      : 'Een thema kan pas open als je er een paar regels van hebt ingevuld, en daar zijn er nu te weinig van. Met ‹ ga je terug. Laten mag ook.',
  sheetSealed: ({ scenario, answer, partner, opens }, about) =>
    paragraphs(
      `Verzegeld. ${openingOf(opens, about)} Alleen wat ${partner ?? 'je partner'} ook opent, gaat open. Wat je niet koos, heb ik gewist.`,
      covered(themesNamed(scenario, answer.chosen ?? [], language, about)),
    ),
  sheetOpened: ({ scenario }, about) =>
    `${titleOf(scenario, language, about) ?? 'Wat jullie invulden'}: open. Niets hiervan is goed of fout. Het is hoe het nu voor ieder van jullie is.`,
  sheetPage: ({ pages, page, ...whose }) => {
    const said = pages[page];
    return said === undefined ? 'Deze bladzijde is er niet meer.' : themeText(said, whose, 'Jij', language);
  },
  stillOpen: ({ days }) =>
    `Deze blijft liggen: je kunt er nog ${String(days)} dagen mee verder, wanneer het uitkomt. Intussen komen er gewoon andere vragen.`,
};
