import type { RoomReason } from '../../core/room/scene.js';
import type { RoomSayParams } from '../../core/room/say.js';
import { paragraphs } from '../answer.js';
import { revealInRoom } from '../room.js';
import type { Labels, Says } from '../texts.js';

/** The room in Dutch: a Telegram group of the two, where what opens may lie in front of both. */

export const roomLabels = {
  ourRoom: 'Onze kamer',
  roomInDutch: 'Daar in het Nederlands',
  roomInEnglish: 'Daar in het Engels',
  roomOnComputer: 'Op een computer',
  roomDrop: 'Laat maar',
  roomYes: 'Ja, daar',
  roomNo: 'Laat zo',
  roomLook: 'Kijk opnieuw',
  roomClose: 'Kamer opheffen',
  roomApart: 'Liever apart',
  makeRoom: 'Kies of maak een groep',
  addToGroup: 'Zet me in een groep',
} satisfies Labels;

/** What it is and what it is not, for whoever is to say yes to it. */
const terms = [
  '• Ik lees daar niet mee. Alleen wat met / begint of op een bericht van mij antwoordt, krijg ik te zien, en dat bewaar ik niet.',
  '• Schrijven, verzegelen, stoppen en hulp blijven hier. Wat ingesproken of kwetsbaar is, gaat ook hier open.',
  '• Komt er iemand bij, dan haal ik weg wat ik kan. Wat dan al gelezen is, krijg ik niet terug.',
  '• Wat jullie daar zelf typen, kan ik niet tegenhouden, ook niet in een adempauze.',
  '• Typ daar geen /stop of /hulp: dat ziet de ander.',
].join('\n');

const reasons: Readonly<Record<RoomReason, string>> = {
  joined: 'Er is iemand bij gekomen in jullie kamer.',
  'not-two': 'Jullie zijn niet meer met z’n tweeën in de kamer.',
  promoted: 'In jullie kamer ben ik beheerder gemaakt. Dan zou ik alles meelezen, en dat wil ik niet.',
  exposed: 'Ik zie in jullie kamer meer dan de bedoeling is. Haal me eruit en zet me er opnieuw bij.',
  public: 'Jullie kamer is openbaar, of hoort bij een kanaal.',
  unsure: 'Ik kan niet nagaan wie er in jullie kamer zijn.',
  removed: 'Ik zit niet meer in jullie kamer.',
};

const whyNot: Readonly<Record<RoomReason, string>> = {
  joined: 'In die groep zit nog iemand anders.',
  'not-two': 'In die groep zijn jullie niet met z’n tweeën.',
  promoted: 'In die groep ben ik beheerder gemaakt. Dan zou ik alles meelezen, en dat wil ik niet.',
  exposed: 'In die groep zie ik meer dan de bedoeling is.',
  public: 'Die groep is openbaar, of hoort bij een kanaal.',
  unsure: 'Ik kan niet nagaan wie er in die groep zitten.',
  removed: 'Ik zit niet in die groep. Zet me er zelf bij, gewoon als lid.',
};

const away =
  'Ik leg er niets meer neer, en haal weg wat ik daar schreef. Wat er intussen gelezen is, krijg ik niet terug.';

export const roomSay: Says<keyof RoomSayParams> = {
  roomExplained: ({ partner }) =>
    paragraphs(
      `Wil je een kamer met z’n tweeën? Dat is een Telegram-groep met jou, ${partner} en mij. Wat opengaat, leg ik dan één keer daar neer, en jullie praten er zelf verder.`,
      terms,
      'Liever niet? Dan blijft alles zoals het is.',
    ),
  roomMaking: ({ partner }) => `Maak hieronder een groep met ${partner}, of kies er een.`,
  roomLink: ({ partner }) =>
    `Maak in Telegram een groep met ${partner}, en zet me er met deze knop bij. Gewoon als lid: beheerder hoef ik niet te zijn.`,
  roomUnfit: () => 'Dat kan met deze bot nog niet. Wie hem beheert, kan het aanzetten.',
  roomDropped: () => 'Goed, alles blijft zoals het is.',
  roomTooOften: () => 'Dat was vaak genoeg voor vandaag. Morgen kan het weer, met /kamer.',
  roomMissing: ({ partner }) =>
    `Ik zit in de groep, maar ${partner} nog niet. Zet ${partner} erbij, dan gaat het vanzelf verder.`,
  roomFits: () =>
    paragraphs(
      'Gezien: jullie twee en ik, verder niemand. Zeggen jullie allebei ja, dan gaat het voortaan daar open. Dat je deze groep koos, telt als jouw ja.',
      terms,
      'Toch niet? Haal me dan uit de groep. Tot jullie allebei ja zeggen, blijft alles zoals het was.',
    ),
  roomAsked: ({ partner, isAgain }) =>
    paragraphs(
      isAgain
        ? 'Gezien: jullie twee en ik, verder niemand. Zeggen jullie allebei opnieuw ja, dan gaat het weer in jullie kamer open.'
        : `${partner} heeft een kamer gemaakt: een Telegram-groep met jullie twee en mij. Zeg je ja, dan gaat het voortaan daar open, één keer, in plaats van in twee chats.`,
      terms,
      isAgain
        ? 'Liever niet? Dan hoef je niets te doen.'
        : `Liever niet? Dan hoef je niets te doen; ${partner} krijgt daar geen bericht van.`,
    ),
  roomYesNoted: () => 'Goed. Zodra jullie allebei ja hebben gezegd, hoor je het. Tot dan blijft alles zoals het was.',
  roomNoNoted: () => 'Goed, alles blijft zoals het is. Bedenk je je vandaag nog: /kamer.',
  roomOpen: ({ partner, language }) =>
    `De kamer is in gebruik. Ik schrijf daar in het ${language === 'nl' ? 'Nederlands' : 'Engels'}. Weer apart kan altijd, met /kamer. Typ daar geen /stop of /hulp: ${partner} ziet dat.`,
  roomGreeting: () =>
    'Hier leg ik neer wat open is. Verder ben ik stil. Schrijven en verzegelen doe je in je eigen chat met mij.',
  roomReveal: (said, about) => revealInRoom(said, 'Voor jullie twee.', 'nl', about),
  openInRoom: () => 'Open. Kijk in jullie kamer.',
  roomApartSaid: () => 'Ik leg het in jullie eigen chats.',
  roomNotYours: () => 'Deze knop is niet voor jou.',
  roomShut: ({ reason, hasStranded }) =>
    paragraphs(
      reason === 'removed'
        ? `${reasons.removed} Wat daar staat, kan ik niet meer weghalen. Vanaf nu gaat alles weer open in je eigen chat.`
        : `${reasons[reason]} ${away} Vanaf nu gaat alles weer open in je eigen chat.`,
      hasStranded ? 'Wat ik vóór de omzetting van de groep schreef, staat er nog; dat kan ik niet weghalen.' : null,
    ),
  roomStillShut: ({ reason }) => `${whyNot[reason]} Dus voorlopig gaat alles open in je eigen chat.`,
  roomLooking: () => 'Ik kijk even.',
  roomNotMade: ({ reason }) =>
    reason === null
      ? 'De kamer is er niet gekomen; ik ben weer uit de groep. Alles blijft zoals het was.'
      : `${whyNot[reason]}${reason === 'removed' ? '' : ' Ik ben er weer uit.'} Alles blijft zoals het was.`,
  roomOff: () =>
    'Met deze bot kan een kamer niet meer. Ik haal weg wat ik daar schreef en ga de groep uit. Alles gaat weer open in je eigen chat.',
  roomEmpty: () => 'De kamer is leeg en ik ben eruit. De groep zelf is van jullie.',
};
