import { showCode } from '../core/reading/code.js';
import { bold, fmt, italic } from '../telegram/format.js';
import { arrivalNl } from './arrival.js';
import { answerText, lines, paragraphs, piecesText } from './answer.js';
import { breatherLabelsNl, breatherSayNl } from './nl-breather.js';
import { dataNl, dataLabelsNl } from './nl-data.js';
import { listeningLabelsNl, listeningSayNl } from './nl-listening.js';
import { helpCard, helplines } from './helplines.js';
import { refusedNl } from './nl-refusals.js';
import { discreetNl, discreetLabelsNl } from './nl-discreet.js';
import { exitLabelsNl, exitSayNl } from './nl-exits.js';
import { developerNl, fullTermsNl, helpNl, privacyNl } from './nl-long.js';
import { askedNl, settingsNl } from './nl-settings.js';
import { depthOf, exampleOf, inviteUrl, questionOf } from './question.js';
import { depthNl, sealedNl, sealingNl, sharedLabelsNl, sharedNl } from './nl-shared.js';
import { namedOr } from './names.js';
import type { Texts } from './texts.js';
import { clock, minuteOfDay, place, soon, weekdays } from './when.js';

const language = 'nl';

/** How an answer that is not words is said of somebody. */
function passed(name: string, state: string): string {
  return state === 'live' ? `${name} vertelt het je liever zelf.` : `${name} weet het nog niet.`;
}

export const nl: Texts = {
  language,
  description:
    'Af en toe één vraag voor jullie samen. Jullie antwoorden elk apart en lezen elkaars antwoord pas als jullie allebei klaar zijn. Gratis, zonder reclame.',
  shortDescription: 'Eén vraag, twee antwoorden, samen open. Voor twee mensen die elkaar willen horen.',
  inviteToShare:
    'Zin om dit samen te doen? Af en toe één vraag. We antwoorden elk apart en krijgen elkaars antwoord tegelijk te zien.',
  commands: {
    question: 'Nu een vraag, voor jullie allebei',
    settings: 'Taal, ritme, herinnering',
    breather: 'Even rust, voor jullie allebei',
    listen: 'De een vertelt, de ander luistert',
    helplines: 'Mensen die kunnen helpen',
    stop: 'Stoppen, zonder uitleg',
  },
  labels: {
    ...breatherLabelsNl,
    ...listeningLabelsNl,
    agree: 'Ik ben 18+ en ga akkoord',
    readAll: 'Alles lezen',
    otherLanguage: 'English',
    notNow: 'Nu niet',
    pairUp: 'Koppel ons',
    helplines: 'Bekijk de hulplijnen',
    stop: 'Ja, stop',
    shareInvite: 'Deel in Telegram',
    copyInvite: 'Kopieer',
    qrCode: 'QR-code',
    newCode: 'Nieuwe code',
    newInvite: 'Nieuwe uitnodiging',
    undoPairing: 'Dit klopt niet',
    keepPairing: 'Laat zo',
    confirmUndo: 'Maak ongedaan',
    group: '‹ Terug',
    seal: 'Verzegel',
    restart: 'Opnieuw',
    withdraw: 'Terugnemen',
    later: 'Later',
    else: 'Anders…',
    notYet: 'Weet ik nog niet',
    live: 'Ik vertel het liever zelf',
    skip: 'Sla over',
    back: '‹ Terug',
    add: 'Voeg toe',
    leaveIt: 'Laat zo',
    neverMind: 'Laat maar',
    rewrite: 'Herschrijven',
    forBot: 'Aan jou',
    thisIsIt: 'Dit is mijn antwoord',
    sendReaction: 'Stuur',
    shareAnyway: 'Toch delen',
    thank: '❤️ Dank je',
    tellMore: 'Vertel eens meer',
    rhythmFits: 'Klopt',
    otherRhythm: 'Ander ritme',
    otherZone: 'Andere tijdzone',
    daily: 'Elke dag iets lichts',
    three: 'Drie keer per week',
    weekly: 'Eén keer per week',
    rest: 'Even geen vragen',
    rhythmView: 'Ritme',
    daysView: 'Dagen',
    hourView: 'Uur',
    quietView: 'Stille uren',
    holidayView: 'Vakantie',
    typeHour: 'Typ een uur',
    typeQuiet: 'Typ stille uren',
    typeHoliday: 'Typ een datum',
    oneWeek: '1 week',
    twoWeeks: '2 weken',
    noHoliday: 'Geen vakantie',
    reminderOn: 'Herinnering aan',
    reminderOff: 'Herinnering uit',
    sharePlace: 'Deel mijn locatie',
    ...sharedLabelsNl,
    askQuestion: 'Geef ons een vraag',
    ...exitLabelsNl,
    ...discreetLabelsNl,
    ...dataLabelsNl,
  },
  say: namedOr('je partner', {
    ...breatherSayNl,
    ...exitSayNl,
    ...discreetNl,
    ...listeningSayNl,
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
    terms: (_, about) => fullTermsNl(about),
    declined: () => 'Goed, dan stuur ik je niets. Bedenk je je? Open de link dan opnieuw.',
    pairAsked: ({ inviter }) =>
      inviter === null
        ? 'Er wacht nog een uitnodiging op je. Zolang jullie niet gekoppeld zijn, leest niemand je antwoord.'
        : `${inviter} nodigt je uit. Nu niet? ${inviter} krijgt daar geen bericht van.`,
    pairDeclined: () => 'Goed, dan koppel ik jullie niet. Bedenk je je? Open de link dan opnieuw.',
    codeUnknown: () => 'Deze code ken ik niet. Controleer de letters en cijfers nog eens, of vraag een nieuwe link.',
    invite: ({ code, expiresAt, isFirst }, about) => {
      const url = inviteUrl(code, about.botUsername);
      const until = expiresAt === null ? '' : ` De link werkt één keer, tot ${soon(expiresAt, language, about)}.`;
      return paragraphs(
        isFirst ? 'Fijn. Stuur je partner deze uitnodiging:' : 'Dit is jullie uitnodiging:',
        lines(nl.inviteToShare, url),
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
    prompt: ({ scenario, example, isFirst }, about) =>
      paragraphs(
        depthOf(scenario, about, depthNl),
        questionOf(scenario, language, about) ?? 'Deze vraag is er niet meer. Er komt vanzelf een andere.',
        isFirst ? exampleOf(scenario, example, language, about, 'Bijvoorbeeld') : null,
      ),
    draft: ({ answer, scenario, isAlone, opens }, about) =>
      paragraphs(
        fmt`Zo krijgt je partner het straks te lezen:\n${answerText(answer, scenario, about.scenarios, language)}`,
        italic(sealingNl(opens, isAlone, about)),
      ),
    ...sharedNl,
    draftCleared: () => 'Weer leeg. Typ of spreek opnieuw in wanneer je wilt.',
    sealed: ({ answer, scenario, partner, opens }, about) => {
      const other = partner ?? 'je partner';
      if (answer.state === 'sealed') {
        return paragraphs(sealedNl(opens, about), answerText(answer, scenario, about.scenarios, language));
      }
      const said = answer.state === 'live' ? 'dat je het liever zelf vertelt' : 'dat je het nog niet weet';
      return `Goed. Gaan jullie antwoorden open, dan leest ${other} ${said}. Tot dan kun je het terugnemen.`;
    },
    sealedAndOpen: () => 'Dit antwoord is open. Het staat hieronder, bij dat van je partner.',
    skipped: ({ partner }) =>
      `Goed, je slaat deze over. ${partner ?? 'Je partner'} hoort daar niets van. Wil je later toch? Typ dan gewoon een antwoord.`,
    postponed: ({ at }, about) => `Goed, ik vraag het ${soon(at, language, about)} nog eens.`,
    revealed: ({ scenario, own, partner, partnerName }, about) => {
      const question = questionOf(scenario, language, about);
      const show = (answer: typeof own.answer) => answerText(answer, scenario, about.scenarios, language);
      const mine =
        own.answer.state !== 'sealed'
          ? own.answer.state === 'live'
            ? 'Jij vertelt het liever zelf.'
            : 'Jij weet het nog niet.'
          : own.isClosed
            ? 'Jouw antwoord is dicht gebleven. Je kunt het toch delen.'
            : lines(bold('Jij'), show(own.answer));
      const theirs =
        partner.answer.state !== 'sealed'
          ? passed(partnerName, partner.answer.state)
          : partner.isClosed
            ? `${partnerName} heeft geantwoord. Dat antwoord blijft dicht, tenzij ${partnerName} het toch wil delen.`
            : lines(bold(partnerName), show(partner.answer));
      const isPass = own.answer.state !== 'sealed' || partner.answer.state !== 'sealed';
      return paragraphs(
        isPass ? 'Dit hebben jullie elkaar te zeggen.' : 'Jullie antwoorden zijn open.',
        question === null ? null : italic(question),
        mine,
        theirs,
      );
    },
    partnerVoice: ({ partner }) => partner,
    closedAnswer: ({ scenario, partner, answer }, { scenarios }) =>
      paragraphs(`${partner} deelt het antwoord toch met je.`, answerText(answer, scenario, scenarios, language)),
    closedAnswerSent: ({ partner }) => `Gedeeld met ${partner}.`,
    rested: ({ hadSealed, isLast }) =>
      `Deze vraag is voorbij.${hadSealed ? ' Je antwoord is niet opengegaan.' : ''}${isLast ? '' : ' Er komt vanzelf een nieuwe.'}`,
    thanks: ({ partner }) => `❤️ Dank je, zegt ${partner}.`,
    thanked: ({ partner }) => `Doorgegeven aan ${partner}.`,
    moreAsked: ({ partner }) =>
      `${partner} hoort graag wat meer over je antwoord. Eén bericht, als je wilt: typ of spreek het in. Niet nu is ook goed.`,
    moreAskedSent: ({ partner }) => `Ik heb het aan ${partner} gevraagd.`,
    reaction: ({ partner, pieces }) => lines(`${partner} schrijft:`, piecesText(pieces)),
    reactionSent: ({ partner }) => `Gestuurd naar ${partner}.`,
    offer: ({ what, partner }) => {
      const other = partner ?? 'je partner';
      switch (what) {
        case 'addition':
          return 'Je antwoord is al verzegeld. Zal ik dit erbij doen?';
        case 'reaction':
          return `Als reactie naar ${other} sturen?`;
        case 'rewrite':
          return 'Je antwoord is al verzegeld, dus deze wijziging telt nog niet. Wil je het herschrijven? Dan verzegel je daarna opnieuw.';
        case 'question':
          return 'Vraag je dit aan mij, of is het je antwoord?';
        case 'short':
          return 'Is dat je antwoord, of bedoel je later?';
      }
    },
    leftAsIs: () => 'Goed, dan laten we het zo.',
    rhythm: ({ days, minute }, { zone }) =>
      days.length === 0
        ? 'Voorlopig stuur ik uit mezelf geen vragen. Met /vraag krijgen jullie er wel een. Wordt het ooit te veel: /adempauze.'
        : `Voortaan stel ik ${onDays(days)} om ${minuteOfDay(minute)} een vraag. Je tijdzone staat op ${place(zone, language)}. Klopt dat? Wordt het ooit te veel: /adempauze.`,
    rhythmAccepted: () => 'Mooi. Tot dan.',
    settings: (said, about) => settingsNl(said, about),
    asked: ({ what }) => askedNl(what),
    reminder: () => 'Deze vraag staat nog open. Niet nu is ook goed.',
    zoneChanged: ({ zone, at }) => `Goed. Bij jou is het nu ${clock(at, zone)}.`,
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
    ...dataNl,
    voiceReturned: ({ partner }) =>
      `${partner} kan van mij geen spraakberichten krijgen. Dat ligt aan een instelling in Telegram. Wil je het typen?`,
    ...arrivalNl,
    cameBack: () => 'Ik was even weg. Zie je geen ‹Verzegeld›? Stuur je antwoord nog eens.',
    commandOffered: ({ command }) =>
      ({
        stop: 'Wil je stoppen? Eén tik en het is stil.',
        helplines: 'Zoek je hulp? Er zijn mensen die je kunt bellen.',
        callBreather: 'Wil je een adempauze? Eén tik en de pauze begint, voor jullie allebei.',
      })[command],
    informed: ({ about: topic, lands, isTyped }, about) => {
      switch (topic) {
        case 'help':
          return helpNl();
        case 'helplines':
          return helplines(language, about.zone, lands, isTyped);
        case 'violence':
        case 'suicide':
          return helpCard(topic, language, about.zone, lands);
        case 'privacy':
          return privacyNl(about);
        case 'developer':
          return developerNl(about);
      }
    },
    refused: (refusal) => refusedNl(refusal),
    failed: () => 'Er ging iets mis bij mij. Wat je stuurde, is misschien niet aangekomen. Probeer het nog eens.',
  }),
};

/** «op maandag, woensdag en zaterdag»; a single day and all seven are said as people say them. */
function onDays(days: readonly number[]): string {
  if (days.length === 7) return 'elke dag';
  return `${days.length === 1 ? 'elke' : 'op'} ${weekdays(days, language)}`;
}
