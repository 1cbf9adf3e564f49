import type { PathSayParams } from '../../core/path/say.js';
import { bold, fmt, italic } from '../../telegram/format.js';
import { lines, paragraphs } from '../answer.js';
import { aboutPath, cardHeader, pathTitle, stepList } from '../path.js';
import { questionOf } from '../question.js';
import type { About, Labels, Says } from '../texts.js';

/** Paths in Dutch: what is on the shelf, what both want, where the two are, and leaving it be. */

const language = 'nl';

export const pathLabels = {
  morePaths: 'Meer paden',
  beginPath: 'Nu beginnen',
  nextStep: 'Nu de volgende',
  restPath: 'Laat dit pad rusten',
  goOnPath: 'Toch verder',
  takeUpPath: 'Verder met dit pad',
  forMyself: 'Voor mezelf',
  beginTogether: 'Begin samen',
} satisfies Labels;

const titleOf = (path: string, about: About) => bold(pathTitle(path, language, about) ?? 'een pad dat er niet meer is');

export const pathSay: Says<keyof PathSayParams> = {
  paths: ({ paths, still }, about) =>
    paragraphs(
      still === null
        ? null
        : fmt`${titleOf(still, about)} ligt stil. Hebben jullie er allebei weer zin in? Tik op «Verder met dit pad».`,
      paths.length === 0
        ? null
        : lines(
            fmt`${bold('Zin in een pad?')} Een paar vragen die bij elkaar horen, op jullie eigen dagen.`,
            'Tik aan wat je iets lijkt. Alleen wat jullie allebei aantikken, laat ik zien. Samen kiezen? Typ allebei /programma.',
          ),
      paths.length === 0 ? null : lines(...paths.flatMap((path) => aboutPath(path, language, about) ?? [])),
      'Wat je aantikt, bewaar ik hoogstens 30 dagen. Nog eens tikken haalt het weg.',
    ),
  wished: ({ isDeep }) =>
    isDeep
      ? 'Genoteerd. Dit pad komt pas als «Iets dieper» bij jullie allebei aan staat.'
      : 'Oké. Dat blijft onder ons.',
  wishDropped: () => 'Oké, weer weg.',
  pathMatched: ({ path, isGoingOn, hasMoments }, about) => {
    const title = titleOf(path, about);
    const button = isGoingOn ? 'Nu de volgende' : 'Nu beginnen';
    const when = hasMoments
      ? `De ${isGoingOn ? 'volgende' : 'eerste'} stap komt op jullie volgende vaste moment.`
      : `Tik op «${button}» wanneer het uitkomt.`;
    return isGoingOn ? fmt`Jullie gaan verder met ${title}. ${when}` : fmt`Jullie willen allebei ${title}. ${when}`;
  },
  pathSteps: ({ path, steps, rests }, about) =>
    paragraphs(
      lines(titleOf(path, about), stepList(path, steps, language, about)),
      rests ? 'Jij laat dit pad nu rusten.' : null,
    ),
  pathLeft: ({ partner }) =>
    `Goed. Je krijgt er geen vragen meer van, en even ook geen andere. ${partner ?? 'Je partner'} hoort daar niets van; na een tijdje ligt het pad stil.`,
  pathWentOn: () => 'Goed. De volgende stap krijg je weer gewoon.',
  pathStill: () =>
    'Dit pad ligt nu stil. Er komen weer losse vragen. Hebben jullie er allebei weer zin in? Dan staat het bij /programma.',
  pathFinished: ({ path }, about) => fmt`Dit was ${titleOf(path, about)}. Dank jullie wel.`,
  privateStep: ({ path, scenario }, about) =>
    paragraphs(
      cardHeader(path, scenario, language, about),
      questionOf(scenario, language, about) ?? 'Deze kaart is er niet meer.',
      italic('Dit is alleen voor jou. Denk erover, of schrijf het op papier. Ik bewaar niets. Hulp: /hulp.'),
    ),
  togetherStep: ({ path, scenario }, about) =>
    paragraphs(
      cardHeader(path, scenario, language, about),
      questionOf(scenario, language, about) ?? 'Deze stap is er niet meer.',
    ),
  ownCards: ({ scenarios }) =>
    scenarios.length === 0
      ? 'Er zijn nu geen kaarten voor jezelf.'
      : 'Kaarten voor jezelf, om te lezen wanneer je wilt. Je partner hoort daar niets van.',
};
