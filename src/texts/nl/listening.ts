import type { Pace, Protocol, Step } from '../../core/listening/protocol.js';
import type { ListeningSayParams } from '../../core/listening/say.js';
import { bold, italic } from '../../telegram/format.js';
import { answerText, covered, lines, paragraphs, piecesText } from '../answer.js';
import {
  fill,
  feelingOf,
  heardText,
  optionOf,
  protocolOf,
  questionOf,
  saidText,
  stemsOf,
  stepOf,
  wordsText,
} from '../listening.js';
import type { Labels, Says } from '../texts.js';
import { themeText } from '../sheet.js';
import { clock, soon } from '../when.js';

/** A listening round in Dutch. What a protocol says itself stands in scenarios/listening. */

const language = 'nl';
const gone = 'Dit gesprek is er niet meer.';

export const listeningLabels = {
  listenMenu: 'Anders…',
  listenTell: 'Ik wil iets vertellen',
  listenHear: 'Ik wil naar {partner} luisteren',
  yourPartner: 'je partner',
  listenApart: 'Ja, per bericht',
  listenLive: 'Ja, samen op de bank',
  listenNow: 'Nu',
  listenLater: 'Straks',
  listenNotNow: 'Niet nu',
  listenHour: 'Over een uur',
  listenEvening: 'Vanavond 20:30',
  listenMorning: 'Morgen 10:00',
  listenNextEvening: 'Morgen 20:30',
  listenOther: 'Ander moment',
  listenRecall: 'Trek terug',
  listenCancel: 'Zeg af',
  readyCalm: 'Ik ben er, rustig',
  readySome: 'Ik ben er, wat gespannen',
  readyHigh: 'Ik ben er, heel gespannen',
  readyAnyway: 'Toch beginnen',
  listenDone: 'Klaar',
  listenRestart: 'Opnieuw',
  listenTakeBack: 'Intrekken',
  signalHere: 'Ik ben er',
  signalSlower: 'Iets langzamer',
  signalTime: 'Neem je tijd',
  listenKeepNote: 'Bewaren',
  listenDropNote: 'Wissen',
  swapNow: 'Nu',
  swapTomorrow: 'Morgen',
  swapNo: 'Niet nodig',
  listenGoOn: 'Verder',
  listenLetGo: 'Laat maar',
  listenThank: 'Dank je',
  listenMore: 'Meer',
  afterCalm: 'Ik ben rustig',
  afterSome: 'Wat gespannen',
  afterHigh: 'Heel gespannen',
  listenFeelings: 'Wat voel ik nu?',
  listenAgain: 'Lees terug',
  keepNow: 'Wis nu',
  keepDay: 'Bewaar 1 dag',
  listenPlan: 'Spreek iets af',
  listenPlanSend: 'Stel voor',
  listenPlanYes: 'Akkoord',
  talkAbout: 'Praat erover',
} satisfies Labels;

export const listeningSay: Says<keyof ListeningSayParams> = {
  listenStart: ({ protocol, partner, isAbout, isHearing }, about) => {
    const found = protocolOf(protocol, about);
    if (found === undefined) return gone;
    return paragraphs(
      bold(found.title[language]),
      fill(found.about, language, partner),
      `${whoBegins(found, partner, isAbout, isHearing)} Zal ik het ${partner} vragen?`.trimStart(),
    );
  },
  listenMenu: () => 'Welke vorm past nu? Tik er een aan, dan lees je eerst wat het is.',
  listenInvite: ({ protocol, pace, partner, isSpeaker, isAbout }, about) => {
    const found = protocolOf(protocol, about);
    const what =
      found?.steps[0]?.pen === 'both'
        ? `${partner} wil graag met je schrijven en praten.`
        : isSpeaker
          ? isAbout
            ? `${partner} hoort graag meer van je.`
            : `${partner} wil graag naar je luisteren.`
          : `${partner} wil je graag iets vertellen.`;
    return paragraphs(
      pace === 'live' ? `${what} Naast elkaar, hardop; ik houd de beurten en de tijd bij.` : what,
      found === undefined ? null : fill(found.about, language, partner),
      'Komt het nu uit?',
    );
  },
  listenInvited: ({ partner, pace }) =>
    pace === 'live'
      ? `Ik heb het ${partner} gevraagd. Het begint als jullie er allebei zijn.`
      : `Ik heb het ${partner} gevraagd. Een antwoord kan even duren; binnen een dag weet je meer.`,
  listenHours: () => 'Wanneer wel?',
  listenDeclined: () => 'Dat is goed. Ik zeg er niets over.',
  listenUnnoticed: () =>
    'Het luisteren is er niet van gekomen. Dat kan van alles betekenen. Vraag het later nog eens met /luister, of gewoon als jullie elkaar zien.',
  listenGone: () => 'Deze uitnodiging is voorbij.',
  listenScheduled: ({ at, partner, isAgain }, about) =>
    isAgain
      ? `Verder op een ander moment: ${soon(at, language, about)}. Dan vraag ik jou en ${partner} allebei of je er bent.`
      : `Afgesproken: ${soon(at, language, about)}, jij en ${partner}. Dan vraag ik jullie allebei of je er bent.`,
  listenCancelled: () => 'Dit moment gaat niet door. Een ander moment kan met /luister.',
  listenReady: ({ partner, isSpeaker, isForBoth, isAgain }) =>
    paragraphs(
      isAgain
        ? 'Jullie gaan verder waar jullie gebleven waren.'
        : isForBoth
          ? `Zo meteen beginnen jullie tegelijk, ${partner} en jij.`
          : isSpeaker
            ? `Zo meteen heb jij het woord en luistert ${partner}.`
            : `Zo meteen heeft ${partner} het woord en luister jij.`,
      'Ben je er, en hoe voel je je? Hoe je je voelt, zie jij alleen; ik bewaar het niet.',
    ),
  listenConfirmed: ({ pieces }) => lines('Tot hier hadden jullie elkaar begrepen:', piecesText(pieces)),
  listenReadyNoted: ({ partner }) => `Fijn. Het begint zodra ${partner} er ook is.`,
  listenTense: () =>
    'Met zoveel spanning is luisteren en praten moeilijk. Eerst even adem halen mag; je hoeft niet uit te leggen waarom.',
  listenStep: (said, about) => {
    const step = stepOf(said, about);
    if (step === undefined) return gone;
    const { isPen, partner, pace, until, isNewTurn, turn } = said;
    const time = until === null ? null : `Tot ongeveer ${clock(until, about.zone)}.`;
    if (!isPen) {
      return paragraphs(
        isNewTurn && turn > 1 ? bold(`Nu heeft ${partner} het woord`) : null,
        fill(step.toOther, language, partner),
        time,
      );
    }
    return paragraphs(
      isNewTurn && turn > 1 ? bold('Nu heb jij het woord') : null,
      fill(step.toPen, language, partner),
      questionOf(step, said.draw, language),
      stemsOf(step, language),
      howTo(step, pace, partner),
      time,
    );
  },
  listenOption: ({ protocol, step, option, limit }, about) => {
    const label = optionOf({ protocol, step }, option, about)?.label[language] ?? '';
    return `${label.replace(/…$/u, ':')} typ het hieronder, in hoogstens ${String(limit)} tekens.`;
  },
  listenDraft: ({ protocol, step, partner, option, pieces, picks, isLetter }, about) => {
    const line = optionOf({ protocol, step }, option, about)?.line?.[language];
    return paragraphs(
      lines(
        isLetter ? 'Je brief tot nu toe:' : `Zo komt het aan bij ${partner}:`,
        ...(line === undefined ? [] : [line]),
        wordsText({ pieces, picks }, stepOf({ protocol, step }, about), language),
      ),
      italic(isLetter ? 'Schrijf rustig door, of tik op Klaar.' : 'Er kan nog bij. Tik op Klaar als dit het is.'),
    );
  },
  listenCleared: () => 'Weer leeg. Begin opnieuw wanneer je wilt.',
  listenLetterSealed: ({ partner }) =>
    `Je brief ligt klaar. De brieven gaan open als ${partner} ook klaar is. Tot dan kun je de jouwe terugnemen.`,
  listenDoneNoted: ({ partner }) => `Goed. Het gaat verder zodra ${partner} ook klaar is.`,
  listenHeld: ({ partner, isLetter }) =>
    isLetter
      ? 'Jullie zijn allebei klaar. Over 20 seconden gaan de brieven open.'
      : `Over 20 seconden gaat dit naar ${partner}.`,
  listenTakenBack: () => 'Ingetrokken. Er is niets aangekomen.',
  listenSent: ({ partner }) => `Aangekomen bij ${partner}.`,
  listenSaid: (said, about) => saidText(said, language, about),
  listenLetters: ({ partner, own, theirs }) =>
    paragraphs(
      'De brieven zijn open.',
      lines(bold('Jij'), wordsText({ pieces: own, picks: [] }, undefined, language)),
      lines(bold(partner), wordsText({ pieces: theirs, picks: [] }, undefined, language)),
    ),
  listenTheme: ({ said, ...whose }) => paragraphs('Het gaat over dit:', themeText(said, whose, 'Jij', language)),
  listenQuote: ({ partner, isOwn, scenario, answer }, about) =>
    lines(
      isOwn ? 'Het gaat over wat jij schreef:' : `Het gaat over wat ${partner} schreef:`,
      answerText(answer, scenario, about.scenarios, language),
    ),
  listenSignal: ({ partner, signal }) =>
    ({
      here: `${partner} is er.`,
      slower: `${partner} vraagt: iets langzamer?`,
      time: `${partner} zegt: neem je tijd.`,
    })[signal],
  listenAside: () => 'Ik bewaar dit voor jou. Alleen jij ziet het.',
  listenAsideKept: () => 'Bewaard. Alleen jij ziet het.',
  listenAsideDropped: () => 'Gewist.',
  listenBreatherOffered: () => 'Er komt veel bij je op. Wil je even adem? Dat kan meteen; uitleg hoeft niet.',
  listenNotes: ({ pieces }) =>
    lines('Dit had je bewaard. Alleen jij ziet het.', wordsText({ pieces, picks: [] }, undefined, language)),
  listenNudge: () => 'Jij bent aan de beurt. Er is geen haast; meer tijd nemen mag, en stoppen ook.',
  listenAwayAgain: () =>
    'Ik was even weg. Je bent nog aan de beurt. Zie je niet terug wat je stuurde? Stuur het dan nog eens. Waar jullie gebleven waren, zie je met /luister.',
  listenTimeUp: () => 'De tijd van dit stukje is om. Rond rustig af.',
  listenParked: () =>
    'We laten het hier even bij. Dat is niet erg. Verder kan wanneer jullie allebei willen, de komende drie dagen.',
  listenGoOnNoted: () => 'Genoteerd. Het gaat verder zodra jullie allebei willen.',
  listenLetGo: () => 'Dat is goed. Voor jou is dit klaar.',
  listenOver: () =>
    'Dit gesprek is voorbij. Wat niet is aangekomen, heb ik gewist. Opnieuw beginnen kan wanneer jullie allebei willen: /luister.',
  listenSwap: ({ partner }) =>
    `Willen jullie wisselen, zodat ${partner} en jij allebei aan het woord komen? Van jullie twee keuzes geldt de rustigste, en ik zeg niet van wie die was.`,
  listenSwapNoted: ({ wish }) =>
    `Genoteerd: ${{ now: 'nu', tomorrow: 'morgen', no: 'niet nodig' }[wish]}. Je hoort hoe het verdergaat.`,
  listenTurnScheduled: ({ at, isSpeaker, partner }, about) =>
    `Tot zover voor vandaag. ${isSpeaker ? 'Jouw beurt' : `De beurt van ${partner}`} is ${soon(at, language, about)}.`,
  listenDone: () => 'Dat was het. Fijn dat je er was.',
  listenThanks: ({ partner }) => `${partner} zegt: dank je.`,
  listenThanked: ({ partner }) => `Doorgegeven aan ${partner}.`,
  listenMore: ({ isKept }) =>
    `Hoe voel je je nu? Alleen jij ziet dit. Zijn jullie er allebei rustig genoeg voor, dan kunnen jullie iets afspreken.${isKept ? ' Wat jullie elkaar vertelden, bewaar ik hoogstens een week.' : ''}`,
  listenTensionNoted: () =>
    'Goed, dat blijft onder ons. Iets afspreken kan als jullie er allebei rustig genoeg voor zijn.',
  listenFeelingNoted: ({ protocol, feeling }, about) =>
    lines(feelingOf(protocol, feeling, language, about), 'Alleen jij ziet het, en ik bewaar het niet.'),
  listenKeeping: ({ until }, about) =>
    until === null
      ? 'Gewist, voor jullie allebei. Wat al in de chats staat, blijft daar staan.'
      : `Goed, ik bewaar het tot ${soon(until, language, about)}. Wil een van jullie het korter bewaren, dan geldt dat.`,
  listenHeardAgain: (said, about) => heardText(said, 'Jij', language, about),
  listenPlanAsked: () => 'Typ het in één zin: «Als we merken dat …, dan …». Daarna stel je het voor.',
  listenPlan: ({ plan }) => paragraphs(lines('Zo leg ik het voor:', covered(plan))),
  listenPlanSent: ({ partner, plan }) => lines(`Voorgesteld aan ${partner}:`, covered(plan)),
  listenPlanProposed: ({ partner, plan }) => paragraphs(lines(`${partner} stelt voor:`, covered(plan)), 'Past dat?'),
  listenPlanAgreed: ({ plan }) => lines('Jullie afspraak:', covered(plan)),
};

function whoBegins({ steps, swap }: Protocol, partner: string, isAbout: boolean, isHearing: boolean): string {
  if (isAbout) return `${partner} vertelt verder over dit antwoord, jij luistert.`;
  if (steps[0]?.pen === 'both') return '';
  if (isHearing)
    return swap === 'never' ? `${partner} vertelt, jij luistert.` : `${partner} vertelt als eerste, jij luistert.`;
  return swap === 'never' ? `Jij vertelt, ${partner} luistert.` : `Jij vertelt als eerste, ${partner} luistert.`;
}

/** How it is done, typing or aloud; the protocol's own words say what. */
function howTo({ pen, takes, voicesMax, picksMax }: Step, pace: Pace, partner: string): string | null {
  const isBoth = pen === 'both';
  if (pace === 'live') {
    if (takes === 'taps') return 'Zeg het hardop, en tik wat past.';
    if (takes === 'letters') {
      return 'Op papier, elk voor jezelf. Tik op Klaar als je brief af is. Zijn jullie allebei zover, dan ruilen jullie.';
    }
    return isBoth ? 'Tik op Klaar als jullie zover zijn.' : `Zeg het hardop. Tik op Klaar als ${partner} verder mag.`;
  }
  switch (takes) {
    case 'words':
    case 'letters':
      return voicesMax > 0 ? 'Typ of spreek in. Een paar berichten mag ook.' : 'Typ het hieronder.';
    case 'picks':
      return `Kies er hoogstens ${String(picksMax)}, of typ een woord van jezelf.`;
    case 'taps':
      return null;
    case 'nothing':
      return isBoth ? 'Doe dat als jullie elkaar zien of bellen, en tik daarna op Klaar.' : null;
  }
}
