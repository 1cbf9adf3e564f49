import { consentVersion } from '../../core/pairing/consent.js';
import { bold, fmt, type FmtString } from '../../telegram/format.js';
import { lines, paragraphs } from '../answer.js';
import { termsDate } from '../terms.js';
import type { About } from '../texts.js';

/** The longer Dutch texts: all of the terms, /help and /privacy. Each fits one message. */

export function fullTerms({ operator, operatorContact, isForTwo = false }: About): FmtString {
  return paragraphs(
    bold('Wat ik doe'),
    'Ik stel jullie af en toe één vraag. Jullie antwoorden elk in je eigen chat met mij. Zolang jullie niet allebei verzegeld hebben, krijgt je partner geen woord van jou te zien. Daarna gaan jullie antwoorden tegelijk open.',
    bold('Voor wie niet'),
    'Ik ben geen therapie en geen hulpdienst. Ben je bang voor je partner, of word je gecontroleerd, bedreigd of geslagen? Dan helpt samen praten via een bot niet, en het kan gevaarlijker worden. Bij /hulp staan mensen die wel kunnen helpen. Je moet 18 jaar of ouder zijn.',
    bold('Wat ik bewaar'),
    lines(
      '• Je naam, je taal, je tijdzone, je ritme, wat je verder instelt en met wie je gekoppeld bent, zolang je meedoet. Dat je een koppel vormt, zegt al iets over jou; daarom vraag ik het je vooraf.',
      '• Je antwoorden: hoogstens 90 dagen. Korter kan; langer, tot een jaar, alleen als jullie dat allebei kiezen. Wat nooit open ging: 14 dagen nadat de vraag is weggelegd.',
      '• Worden jullie losgekoppeld, dan houd je je eigen antwoorden die al open waren, tot die tijd om is.',
      '• Is het een half jaar stil, dan vraag ik of het mag blijven. Na zeven maanden wis ik het.',
      '• Van spraak alleen een verwijzing; het geluid zelf blijft bij Telegram. Daar vraag ik je apart toestemming voor, net als voor kwetsbaarder vragen.',
      '• Welke versie van deze tekst je las, en wanneer je akkoord ging.',
      '• Geen gedrag: niet wanneer je leest, niet hoe lang je nadenkt.',
    ),
    bold('Wie erbij kan'),
    `Alles wat ik bewaar is versleuteld; de sleutel ligt apart. Toch: ${operator} beheert deze bot${operatorContact === null ? '' : ` (${operatorContact})`} en kan technisch overal bij, ook bij wat nog dicht is.${isForTwo ? ' Deze bot is er voor één stel. Wie hem beheert, is dan meestal een van jullie twee: misschien je partner.' : ''} Wat je hier schrijft, loopt via Telegram, een bedrijf buiten de EU, en is niet end-to-end-versleuteld. Wat open is, kan je partner fotograferen. Zet hier geen geheimen neer die niemand mag weten.`,
    bold('Jouw rechten'),
    'Stoppen kan altijd, zonder uitleg: /stop. Wat ik van je bewaar, krijg je met /export: eerst wat open is, en als je daarna tikt alles. Wissen kan met /wis. Wat al in de chat van je partner staat, blijft daar staan. Een klacht? Die dien je in bij de Autoriteit Persoonsgegevens (NL) of de Gegevensbeschermingsautoriteit (BE).',
    'Tik je op akkoord, dan geef je daar toestemming voor. Die kun je altijd intrekken, met /stop of /wis. Verandert deze tekst, dan vraag ik het opnieuw.',
    `Versie ${consentVersion}, ${termsDate.nl}.`,
  );
}

export function helpPage({ hasRooms }: About): FmtString {
  return paragraphs(
    'Af en toe stel ik een vraag. Typ of spreek je antwoord in, in een paar berichten als je wilt. Dan verzegel je het. Als jullie allebei verzegeld hebben, gaan jullie antwoorden tegelijk open.',
    lines(
      fmt`${bold('/vraag')} nu een vraag, of die van daarnet nog eens`,
      fmt`${bold('/programma')} een pad: een paar vragen die bij elkaar horen`,
      fmt`${bold('/waardeer')} een kaartje: wat je opviel, een vraag, goed nieuws`,
      fmt`${bold('/luister')} de een vertelt, de ander luistert alleen`,
      ...(hasRooms === true ? [fmt`${bold('/kamer')} een groep met z’n tweeën, waar jullie antwoorden opengaan`] : []),
      fmt`${bold('/adempauze')} even rust, meteen, voor jullie allebei`,
      fmt`${bold('/boek')} wat jullie voor elkaar openden, om nog eens te lezen`,
      fmt`${bold('/intrek')} neem terug wat nog niet open is`,
      fmt`${bold('/instellingen')} taal, ritme, hoe diep, en wanneer antwoorden opengaan`,
      fmt`${bold('/ritme')} dagen, uur, stille uren, tijdzone, vakantie`,
      fmt`${bold('/uitnodigen')} de link en de code voor je partner`,
      fmt`${bold('/start')} hoe het er nu voor staat, en wanneer de volgende vraag komt`,
      fmt`${bold('/privacy')} wat ik bewaar, en waarom`,
      fmt`${bold('/export')} je open antwoorden, en met nog een tik alles wat ik bewaar`,
      fmt`${bold('/wis')} wis je antwoorden, deze chat of alles`,
      fmt`${bold('/stop')} stoppen, zonder uitleg`,
      fmt`${bold('/hulp')} mensen die kunnen helpen`,
    ),
    'Geen antwoord is ook goed. Onder een vraag staan [Later] en [Anders…]. Sla je een vraag over, dan ziet je partner alleen stilte, net als wanneer je niets doet.',
  );
}

export function privacyPage({ operator, operatorContact, policyUrl }: About): FmtString {
  return paragraphs(
    bold('Privacy, kort'),
    lines(
      fmt`${bold('Wie')}: ${operator} beheert deze bot en beslist erover.${operatorContact === null ? '' : ` Contact: ${operatorContact}.`}`,
      fmt`${bold('Wat')}: je naam, taal, tijdzone en wat je instelt, je koppeling en je antwoorden. Vóór je akkoord gaat: alleen je taal.`,
      fmt`${bold('Waarom')}: om jullie antwoorden tegelijk te openen. Alleen met jouw toestemming, die je altijd kunt intrekken.`,
      fmt`${bold('Hoe lang')}: je naam en koppeling zolang je meedoet; antwoorden hoogstens 90 dagen, tenzij jullie allebei langer kiezen.`,
      fmt`${bold('Waar')}: versleuteld bij de beheerder, met de sleutel apart. En in deze chat, bij Telegram, niet end-to-end-versleuteld.`,
      fmt`${bold('Wie kan erbij')}: je partner alleen bij wat open is. De beheerder kan technisch overal bij.`,
      'Geen reclame, geen statistieken over jou, geen AI die meeleest.',
    ),
    'Opvragen: /export · Wissen: /wis · Stoppen: /stop · Klacht: Autoriteit Persoonsgegevens (NL), Gegevensbeschermingsautoriteit (BE).',
    policyUrl === null ? null : `De hele privacyverklaring: ${policyUrl}`,
  );
}

export function developerPage({ operator, operatorContact }: About): FmtString {
  return paragraphs(
    `${operator} beheert deze bot en beslist wat ermee gebeurt.${operatorContact === null ? '' : ` Contact: ${operatorContact}.`}`,
    'De bot heet Samenspraak en is vrije software. Wie het programma maakte, krijgt niets te zien van wat hier gebeurt. Wat er bewaard wordt, staat bij /privacy.',
  );
}
