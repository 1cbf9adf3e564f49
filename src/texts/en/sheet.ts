import { whenOpens } from '../room.js';
import type { Opens } from '../../core/round/say.js';
import { sheetOf } from '../../core/round/sheet.js';
import { bold, fmt, italic } from '../../telegram/format.js';
import { covered, paragraphs } from '../answer.js';
import { rowOfSheet, saidInRow, themesNamed, themeText, titleOf } from '../sheet.js';
import type { About, Labels, Says } from '../texts.js';
import { soon } from '../when.js';
import { sealing } from './opening.js';

/** A sheet in English: its rows, what may open, and each theme once it has. */

const language = 'en';

export const sheetLabels = {
  fillIn: 'Begin',
  goOnFilling: 'Continue',
  rowPass: 'Rather not',
  rowBack: '‹',
  leafBack: '‹',
  leafOn: '›',
} satisfies Labels;

const numbers = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven'];

function countOf(scenario: string, { scenarios }: About): string {
  const count = sheetOf(scenarios.get(scenario))?.themesOpen ?? 0;
  return numbers[count] ?? String(count);
}

function openingOf(how: Opens, about: About): string {
  const opens = whenOpens(how);
  if (opens === 'at-once') return 'It opens once you’ve both sealed.';
  if (opens === 'asked') return 'Before it opens, I’ll ask you both once more.';
  return `It opens ${soon(opens, language, about)}, if you’ve both sealed by then.`;
}

type Sheet = 'words' | 'sheetRow' | 'sheetThemes' | 'sheetSealed' | 'sheetOpened' | 'sheetPage' | 'stillOpen';

export const sheetSay: Says<Sheet> = {
  words: () => 'Side by side.',
  sheetRow: ({ scenario, at, answer }, about) => {
    const place = rowOfSheet(scenario, at, about);
    if (place === null) return 'This line isn’t here any more. Just carry on.';
    const { theme, row } = place;
    const said = saidInRow(answer, at, language);
    if (row.is === 'tapped') {
      return paragraphs(
        bold(theme.label[language]),
        row.text[language],
        row.isOwnOnly
          ? italic(
              'This line is for you: I don’t keep what you tap. Saying no is allowed. If that doesn’t feel safe: /helplines.',
            )
          : null,
      );
    }
    return paragraphs(
      bold(theme.label[language]),
      `«${row.line.text[language]}»`,
      said === null ? null : fmt`So far: ${said}`,
      italic('Finish the sentence: type it, or record it.'),
    );
  },
  sheetThemes: ({ scenario, partner, canChoose, sealing: { opens, isAlone } }, about) =>
    canChoose
      ? paragraphs(
          `Which themes may open, if ${partner ?? 'your partner'} opens them too? Choose ${countOf(scenario, about)}. The rest stays closed; I erase it when you seal.`,
          italic(`${sealing(opens, isAlone, about)} You can seal only once here.`),
        )
      : 'A theme can open once you’ve filled in a few of its lines, and there aren’t enough of those yet. Go back with ‹. Leaving it is fine too.',
  sheetSealed: ({ scenario, answer, partner, opens }, about) =>
    paragraphs(
      `Sealed. ${openingOf(opens, about)} Only what ${partner ?? 'your partner'} opens too will open. What you didn’t choose, I’ve erased.`,
      covered(themesNamed(scenario, answer.chosen ?? [], language, about)),
    ),
  sheetOpened: ({ scenario }, about) =>
    `${titleOf(scenario, language, about) ?? 'What you filled in'}: open. Nothing here is right or wrong. It’s how things are for each of you now.`,
  sheetPage: ({ pages, page, ...whose }) => {
    const said = pages[page];
    return said === undefined ? 'This page isn’t here any more.' : themeText(said, whose, 'You', language);
  },
  stillOpen: ({ days }) =>
    `This one stays: you can go on with it for another ${String(days)} days, whenever it suits you. Other questions will come in the meantime.`,
};
