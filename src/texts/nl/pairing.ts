import type { PairingSayParams } from '../../core/pairing/say.js';
import { showCode } from '../../core/reading/code.js';
import { bold, fmt } from '../../telegram/format.js';
import { lines, paragraphs } from '../answer.js';
import { inviteUrl } from '../question.js';
import type { Labels, Says } from '../texts.js';
import { minuteOfDay, soon } from '../when.js';
import { fullTerms } from './long.js';
import { onDays } from './rhythm.js';

/** The first welcome, an invite and a pairing, in Dutch. */

const language = 'nl';

/** What goes along with a shared invite link. */
export const inviteToShare =
  'Zin om dit samen te doen? Af en toe één vraag. We antwoorden elk apart en krijgen elkaars antwoord tegelijk te zien.';

export const pairingLabels = {
  agree: 'Ik ben 18+ en ga akkoord',
  readAll: 'Alles lezen',
  notNow: 'Nu niet',
  pairUp: 'Koppel ons',
  shareInvite: 'Deel in Telegram',
  copyInvite: 'Kopieer',
  qrCode: 'QR-code',
  newCode: 'Nieuwe code',
  newInvite: 'Nieuwe uitnodiging',
  undoPairing: 'Dit klopt niet',
  keepPairing: 'Laat zo',
  confirmUndo: 'Maak ongedaan',
  beginAgain: 'Iemand uitnodigen',
} satisfies Labels;

export const pairingSay: Says<keyof PairingSayParams> = {
  welcome: ({ name, inviter }, { operator }) => {
    const greeting = name === '' ? 'Dag.' : `Dag ${name}.`;
    return [
      inviter === null
        ? `${greeting} Mooi dat je tijd wilt maken voor jullie twee.`
        : `${greeting} ${inviter} nodigt je uit om dit samen te doen.`,
      'Af en toe stel ik jullie één vraag. Jullie antwoorden elk apart, en lezen elkaars antwoord pas als jullie allebei klaar zijn.',
      '• 18+. Geen therapie. Bang voor je partner? Begin dan niet, en kijk bij /hulp.',
      `• ${operator} beheert deze bot en kan technisch overal bij, ook bij wat nog dicht is. Is dat je partner? Houd daar rekening mee.`,
      'Wat ik bewaar, hoe lang, en wie erbij kan, staat bij ‹Alles lezen›. Stoppen mag altijd, zonder uitleg: /stop',
      ...(inviter === null ? [] : [`Nu niet? ${inviter} krijgt daar geen bericht van.`]),
    ].join('\n');
  },
  terms: (_, about) => fullTerms(about),
  declined: () => 'Goed, dan stuur ik je niets. Bedenk je je? Open de link dan opnieuw.',
  termsChanged: ({ isSaid }) =>
    paragraphs(
      ...(isSaid ? ['Wat je net stuurde, heb ik niet bewaard. Dit gaat even voor.'] : []),
      'De voorwaarden waarmee je akkoord ging, zijn veranderd. Nieuw is dat ik apart vraag of je wilt inspreken, en dat er staat welke versie je las en wanneer.',
      'Wil je zo verder? Tot je dat zegt, stuur ik je geen vragen en bewaar ik niets nieuws. Wat je verzegeld had, blijft zoals het was.',
    ),
  pairAsked: ({ inviter }) =>
    inviter === null
      ? 'Er wacht nog een uitnodiging op je. Zolang jullie niet gekoppeld zijn, leest niemand je antwoord.'
      : `${inviter} nodigt je uit. Nu niet? ${inviter} krijgt daar geen bericht van.`,
  pairDeclined: () => 'Goed, dan koppel ik jullie niet. Bedenk je je? Open de link dan opnieuw.',
  codeUnknown: () => 'Deze code ken ik niet. Controleer de letters en cijfers nog eens, of vraag een nieuwe link.',
  invite: ({ code, expiresAt, isFirst, isAgain }, about) => {
    const url = inviteUrl(code, about.botUsername);
    const until = expiresAt === null ? '' : ` De link werkt één keer, tot ${soon(expiresAt, language, about)}.`;
    return paragraphs(
      isAgain
        ? 'Dit is een nieuwe uitnodiging. Deel die als je eraan toe bent:'
        : isFirst
          ? 'Fijn. Stuur je partner deze uitnodiging:'
          : 'Dit is je uitnodiging:',
      lines(inviteToShare, url),
      fmt`Liever typen? De code is ${bold(showCode(code))}.${until}`,
    );
  },
  inviteQr: () => 'Laat je partner dit scannen met de camera.',
  partnerAwaited: ({ expiresAt }, about) => {
    const until = expiresAt === null ? '' : ` Dat kan tot ${soon(expiresAt, language, about)}.`;
    return `Je partner is er nog niet. Wil je de link nog eens delen?${until}`;
  },
  inviteExpired: () => 'Je uitnodiging is verlopen. Je kunt altijd een nieuwe maken.',
  paired: ({ partner }) => `Je bent gekoppeld met ${partner}.`,
  joined: ({ partner }) => `${partner} doet mee.`,
  undoAsked: ({ partner }) =>
    `De koppeling met ${partner} ongedaan maken? ${partner} krijgt daar geen bericht van. Wat nog niet open is, wis ik.`,
  undoDropped: ({ partner }) => `Goed, je blijft gekoppeld met ${partner}.`,
  undone: ({ partner }) => `Ongedaan gemaakt. Je bent niet meer gekoppeld met ${partner}.`,
  beginningAsked: () =>
    paragraphs(
      'Je bent nu met niemand gekoppeld, en dat mag zo blijven. Je eigen open antwoorden haal je op met /export.',
      'Wil je er met iemand over praten, dan is er /hulp. En wil je toch iemand uitnodigen, dan kan dat hier.',
    ),
  status: ({ partner, round, isPaired, own }) => {
    const pair = isPaired && partner !== null ? `Je bent gekoppeld met ${partner}.` : 'Je partner doet nog niet mee.';
    const question = {
      none: 'Er staat nu geen vraag open.',
      open: 'Er staat een vraag voor je open. Typ of spreek je antwoord in. Nog eens lezen kan met /vraag.',
      answered: 'Je hebt geantwoord. Jullie antwoorden gaan open als jullie allebei klaar zijn.',
    }[round];
    return paragraphs(
      pair,
      question,
      own === null || own.days.length === 0
        ? null
        : `Jouw moment is ${onDays(own.days)} om ${minuteOfDay(own.minute)}.`,
    );
  },
};
