import type { RoundSayParams } from '../../core/round/say.js';
import { isChoosing, partsOf } from '../../core/round/choosing.js';
import { bold, fmt, italic } from '../../telegram/format.js';
import { answerText, covered, lines, numberedParts, paragraphs, piecesText, stemSoFar } from '../answer.js';
import { agreedBefore } from '../agreement.js';
import { tapsMax } from '../overlap.js';
import { lessonOf, shownBefore, stepHeader } from '../path.js';
import { askedBefore, askedOf, depthOf, exampleOf, lineToFinish, linesToFinish, replyText } from '../question.js';
import { requestsOf } from '../requests.js';
import type { Labels, Says } from '../texts.js';
import { eitherOf, soon } from '../when.js';
import { depths, sealed, sealing } from './opening.js';
import { sheetLabels, sheetSay } from './sheet.js';

/** A round in Dutch: a question, two answers, and what is said once they are open. */

const language = 'nl';

const waysToAsk = 'Zo kun je het klein vragen:';

/** How an answer that is not words is said of somebody. */
function passed(name: string, state: string): string {
  return state === 'live' ? `${name} vertelt het je liever zelf.` : `${name} weet het nog niet.`;
}

const counts = ['', 'één', 'twee', 'drie', 'vier'];

function howToTap(max: number | null) {
  if (max === null) return null;
  const count = counts[max] ?? String(max);
  return italic(
    `Tik er ${max === 1 ? count : `hoogstens ${count}`} aan. Alleen wat jullie allebei aantikken, komt boven.`,
  );
}

export const roundLabels = {
  ...sheetLabels,
  group: '‹ Terug',
  seal: 'Verzegel',
  restart: 'Opnieuw',
  sealChosen: 'Verzegel ✓',
  keepToMyself: 'Hou het bij mij',
  skipLine: 'Volgende zin',
  keepAsIs: 'Zo laten',
  withdraw: 'Terugnemen',
  later: 'Later',
  else: 'Anders…',
  notYet: 'Weet ik nog niet',
  live: 'Ik vertel het liever zelf',
  skip: 'Sla over',
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
  moreWays: 'Meer',
  askQuestion: 'Geef ons een vraag',
  askLight: 'Iets luchtigs',
  askAboutUs: 'Over ons',
  surpriseUs: 'Verras ons',
} satisfies Labels;

export const roundSay: Says<keyof RoundSayParams> = {
  ...sheetSay,
  prompt: (said, about) => {
    const { scenario, example, isFirst } = said;
    return paragraphs(
      stepHeader(said.step, language, about),
      lessonOf(scenario, language, about),
      depthOf(scenario, about, depths),
      shownBefore(said, 'Jij', language, about),
      agreedBefore(said, { heading: 'Jullie spraken af:', mine: 'Jij' }, language, about),
      isChoosing(about.scenarios.get(scenario)) ? 'Eerst alleen voor jezelf.' : null,
      askedOf(scenario, language, about, 'Typ of spreek in; één zin is genoeg.') ??
        'Deze vraag is er niet meer. Er komt vanzelf een andere.',
      howToTap(tapsMax(scenario, about)),
      linesToFinish(scenario, language, about, {
        quoted: (line) => `«${line}»`,
        how: 'Typ of spreek het in, stuk voor stuk. In één keer mag ook.',
      }),
      isFirst ? exampleOf(scenario, example, language, about, 'Bijvoorbeeld') : null,
    );
  },
  kindAsked: ({ isRunOut }) =>
    paragraphs(
      isRunOut
        ? 'Bijna alle losse vragen hebben jullie al gehad. Sommige komen na een tijd terug, dus het kan wat stiller worden.'
        : null,
      'Waar heb je zin in? De vraag komt bij jullie allebei; wat je hier kiest, zie alleen jij.',
    ),
  draft: ({ answer, scenario, isAlone, opens }, about) =>
    paragraphs(
      fmt`${opens === 'by-clock' ? 'Dit tikte je aan:' : 'Zo krijgt je partner het straks te lezen:'}\n${answerText(answer, scenario, about.scenarios, language)}`,
      requestsOf(answer, scenario, language, about, waysToAsk),
      italic(sealing(opens, isAlone, about)),
    ),
  unfinished: ({ answer, scenario, line, isBegun, sealing: seals }, about) => {
    const soFar = stemSoFar(answer, scenario, about.scenarios, language);
    const next = isBegun ? 'Nu het tweede stuk.' : `Nu deze: «${lineToFinish(scenario, line, language, about)}»`;
    return paragraphs(
      soFar.text === '' ? null : fmt`Zo staat het er:\n${soFar}`,
      seals === null ? next : `${next} Zo laten mag ook.`,
      seals === null ? null : italic(sealing(seals.opens, seals.isAlone, about)),
    );
  },
  choosing: ({ answer, scenario, line, isBegun, sealing: { opens, isAlone } }, about) => {
    const canOpen = partsOf(answer, about.scenarios.get(scenario)).some((part) => part.canOpen);
    const next =
      line === null
        ? null
        : isBegun
          ? 'Nu het tweede stuk.'
          : `Nu deze: «${lineToFinish(scenario, line, language, about)}»`;
    return paragraphs(
      canOpen
        ? 'Dit staat er nu. Tik aan wat open mag. De rest wis ik zodra je verzegelt.'
        : 'Dit staat er nu. Alleen voor jou, tot je kiest.',
      numberedParts(answer, scenario, about, language),
      requestsOf(answer, scenario, language, about, waysToAsk),
      next === null || !canOpen ? next : `${next} Je kunt ook nu al kiezen.`,
      canOpen ? italic(sealing(opens, isAlone, about)) : null,
    );
  },
  keptToMyself: ({ partner }) =>
    `Goed, het blijft bij jou. Ik heb gewist wat ik ervan had; wat je in deze chat schreef, staat hier nog. ${partner ?? 'Je partner'} hoort daar niets van.`,
  ownPartAsked: ({ isSecond }) => `${isSecond ? 'Het tweede stuk' : 'Deze zin'} gaat ook over je partner. Wat doe jij?`,
  verdictAsked: ({ word, feelings, namesHelp }) => {
    const own = eitherOf(
      feelings.map((feeling) => feeling[language]),
      language,
    );
    return paragraphs(
      fmt`‘${covered(word)}’ gaat ook over wat een ander deed. Wat voel je dan zelf: ${own}?`,
      namesHelp ? 'Is dat vaker zo? Bij /hulp staan mensen met wie je erover kunt praten.' : null,
    );
  },
  draftCleared: () => 'Weer leeg. Typ of spreek opnieuw in wanneer je wilt.',
  sealed: ({ answer, scenario, partner, opens }, about) => {
    const other = partner ?? 'je partner';
    if (answer.state === 'sealed') {
      return paragraphs(sealed(opens, about), answerText(answer, scenario, about.scenarios, language));
    }
    const said = answer.state === 'live' ? 'dat je het liever zelf vertelt' : 'dat je het nog niet weet';
    return `Goed. Gaan jullie antwoorden open, dan leest ${other} ${said}. Tot dan kun je het terugnemen.`;
  },
  sealedAndOpen: () => 'Dit antwoord is open. Het staat hieronder, bij dat van je partner.',
  skipped: ({ partner }) =>
    `Goed, je slaat deze over. ${partner ?? 'Je partner'} hoort daar niets van. Wil je later toch? Typ dan gewoon een antwoord.`,
  postponed: ({ at }, about) => `Goed, ik vraag het ${soon(at, language, about)} nog eens.`,
  revealed: ({ scenario, own, partner, partnerName }, about) => {
    const question = askedBefore(scenario, language, about);
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
      !isPass && about.scenarios.get(scenario)?.after?.picksOne === true ? 'Kies er samen één.' : null,
    );
  },
  overlapOpened: ({ scenario, answer, canAgree }, about) => {
    const question = askedBefore(scenario, language, about);
    const said = answerText(answer, scenario, about.scenarios, language);
    return paragraphs(
      question === null ? null : italic(question),
      said.text === ''
        ? 'Jullie tikten allebei hetzelfde aan, maar de vraag is er niet meer.'
        : fmt`Dit tikten jullie allebei aan:\n${said}`,
      'Wat hier niet staat, zegt niets.',
      canAgree
        ? 'Tik een moment aan als je het zo wilt doen. Wil je partner dat ook, dan wordt het jullie vaste moment. Anders hoort niemand er iets van.'
        : null,
    );
  },
  partnerVoice: ({ partner }) => partner,
  closedAnswer: ({ scenario, partner, answer }, { scenarios }) =>
    paragraphs(`${partner} deelt het antwoord toch met je.`, answerText(answer, scenario, scenarios, language)),
  closedAnswerSent: ({ partner }) => `Gedeeld met ${partner}.`,
  rested: ({ hadSealed, isLast }) =>
    `Deze vraag is voorbij.${hadSealed ? ' Je antwoord is niet opengegaan.' : ''}${isLast ? '' : ' Er komt vanzelf een nieuwe.'}`,
  loop: () => 'Jullie kringetje.',
  thanks: ({ partner }) => `❤️ Dank je, zegt ${partner}.`,
  thanked: ({ partner }) => `Doorgegeven aan ${partner}.`,
  moreAsked: ({ partner }) =>
    `${partner} hoort graag wat meer over je antwoord. Eén bericht, als je wilt: typ of spreek het in. Niet nu is ook goed.`,
  moreAskedSent: ({ partner }) => `Ik heb het aan ${partner} gevraagd.`,
  reaction: ({ partner, pieces }) => lines(`${partner} schrijft:`, piecesText(pieces)),
  reactionSent: ({ partner }) => `Gestuurd naar ${partner}.`,
  reply: ({ partner, scenario, reply, pieces }, about) =>
    lines(`${partner} antwoordt:`, replyText({ scenario, reply, pieces }, language, about)),
  replyAsked: ({ limit }) =>
    `Zeg erbij wat je kwijt wilt: typ het, of spreek het in. Hoogstens ${limit} tekens. Daarna kun je het sturen.`,
  offer: ({ what, partner }) => {
    const other = partner ?? 'je partner';
    switch (what) {
      case 'addition':
        return 'Je antwoord is al verzegeld. Zal ik dit erbij doen?';
      case 'reaction':
        return `Als reactie naar ${other} sturen?`;
      case 'reply':
        return `Zo naar ${other} sturen?`;
      case 'rewrite':
        return 'Je antwoord is al verzegeld, dus deze wijziging telt nog niet. Wil je het herschrijven? Dan verzegel je daarna opnieuw.';
      case 'question':
        return 'Vraag je dit aan mij, of is het je antwoord?';
      case 'short':
        return 'Is dat je antwoord, of bedoel je later?';
    }
  },
  leftAsIs: () => 'Goed, dan laten we het zo.',
};
