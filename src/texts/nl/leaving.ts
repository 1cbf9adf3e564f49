import type { LeavingSayParams } from '../../core/leaving/say.js';
import { bold } from '../../telegram/format.js';
import { lines, paragraphs } from '../answer.js';
import type { Labels, Says } from '../texts.js';

/** Stopping and unpairing in Dutch. */

export const leavingLabels = {
  stop: 'Ja, stop',
  unpair: 'Loskoppelen',
  unpairLater: 'Over een paar dagen',
  keepPaired: 'Toch niet loskoppelen',
  staySilent: 'Stil blijven',
  goOn: 'Toch verder',
  askErase: 'Wissen…',
} satisfies Labels;

export const leavingSay: Says<keyof LeavingSayParams> = {
  stopped: ({ partner, isLeaving, hasRoom }) =>
    partner === null
      ? paragraphs(
          'Het is stil. Ik stuur je niets meer.',
          'Je kunt het zo laten, loskoppelen of alles wissen. Het hoeft niet nu.',
        )
      : paragraphs(
          'Het is stil. Ik stuur je niets meer.',
          isLeaving ? `Over een paar dagen koppel ik jullie los. Tot dan merkt ${partner} daar niets van.` : null,
          lines(
            bold('Loskoppelen'),
            `${partner} hoort meteen dat de koppeling is beëindigd, en niet waarom. Wat nog dicht was, wis ik. Je eigen open antwoorden houd je tot hun tijd om is; met /wis zijn ze meteen weg.`,
            ...(isLeaving
              ? [bold('Toch niet loskoppelen'), 'Dan blijft het alleen stil.']
              : [
                  bold('Over een paar dagen'),
                  `Hetzelfde, maar later, op een gewoon uur dat ik kies. Tot dan merkt ${partner} daar niets van.`,
                ]),
            bold('Stil blijven'),
            `Het blijft zo. ${partner} krijgt geen bericht, en een vraag die openstaat, blijft gewoon openstaan. Na zeven maanden wis ik wat ik van je heb. Voor ${partner} lijkt het ook dan alsof je niet antwoordt; alleen daarvoor bewaar ik je voornaam en wanneer jullie vragen kwamen.`,
            bold('Toch verder'),
            'Alsof er niets gebeurd is.',
          ),
          hasRoom === true
            ? `In jullie kamer schrijf ik ook niets meer. Ga je er zelf uit, dan ziet ${partner} dat wel.`
            : null,
          'Je hoeft nu niet te kiezen, en nooit te zeggen waarom.',
        ),
  silenceKept: ({ partner }) =>
    `Goed, het blijft stil.${partner === null ? '' : ` ${partner} krijgt hier geen bericht van.`} Wil je ooit verder, dan is er /start.`,
  leavingSet: ({ partner }) =>
    paragraphs(
      `Goed. Over een paar dagen koppel ik jullie los, op een gewoon uur. Tot dan merkt ${partner} daar niets van, en stuur ik jou niets.`,
      'Bedenk je je, typ dan /stop. Dit bericht haal ik over vijf minuten weg.',
    ),
  leavingDropped: () => 'Goed, ik koppel jullie niet los. Het blijft stil.',
  wentOn: () => 'Goed, we gaan verder.',
  unpaired: () =>
    paragraphs(
      'Jullie koppeling is beëindigd. Meer kan ik er niet over zeggen, en dat kan hard aankomen.',
      'Je eigen open antwoorden blijven van jou: je haalt ze op met /export. Wil je er met iemand over praten, dan is er /hulp.',
    ),
  unpairedSelf: ({ partner }) =>
    partner === null ? 'Losgekoppeld.' : `Losgekoppeld. ${partner} hoort alleen dat de koppeling is beëindigd.`,
};
