import { bold } from '../telegram/format.js';
import { lines, paragraphs } from './answer.js';
import type { ExitLabels, ExitSay } from './texts.js';

/** In Dutch: agreeing anew, the first voice note, leaving, and the one line when something sounds heavy. */

export const exitLabelsNl: ExitLabels = {
  showHelp: 'Bekijk',
  removeNow: 'Nu weghalen',
  otherCountries: 'Andere landen',
  ownCountry: 'Mijn land',
  forPartner: 'Voor mijn partner',
  forMe: 'Alleen voor mij',
  wipeTyped: 'Wis wat ik typte',
  allowVoice: 'Ja, dat mag',
  refuseVoice: 'Liever typen',
  unpair: 'Loskoppelen',
  unpairLater: 'Over een paar dagen',
  keepPaired: 'Toch niet loskoppelen',
  staySilent: 'Stil blijven',
  goOn: 'Toch verder',
  askErase: 'Wissen…',
  beginAgain: 'Iemand uitnodigen',
};

export const exitSayNl: ExitSay = {
  termsChanged: ({ isSaid }) =>
    paragraphs(
      ...(isSaid ? ['Wat je net stuurde, heb ik niet bewaard. Dit gaat even voor.'] : []),
      'De voorwaarden waarmee je akkoord ging, zijn veranderd. Nieuw is dat ik apart vraag of je wilt inspreken, en dat er staat welke versie je las en wanneer.',
      'Wil je zo verder? Tot je dat zegt, stuur ik je geen vragen en bewaar ik niets nieuws. Wat je verzegeld had, blijft zoals het was.',
    ),
  voiceAsked: () =>
    paragraphs(
      'Je sprak iets in. Daarvan bewaar ik alleen een verwijzing; het geluid zelf blijft bij Telegram. Je partner hoort het pas als het opengaat, of als jij het in een luisterronde doorgeeft. Kiest iemand in Telegram voor ‹omzetten naar tekst›, dan kan het geluid naar Google gaan.',
      'Mag dat, ook de volgende keren? Wat je insprak, wacht hier een dag op je.',
    ),
  voiceAllowed: () => 'Goed. Inspreken kan voortaan gewoon.',
  voiceLetGo: () => 'Goed, wat je insprak, heb ik weggegooid. Typen kan altijd.',
  helpOffered: ({ about, words, isAsking, partner }) =>
    paragraphs(
      about === 'suicide'
        ? 'Dit klinkt zwaar. Er zijn mensen met wie je nu kunt praten. Alleen jij ziet dit; ik meld het aan niemand.'
        : 'Dit klinkt onveilig. Er zijn mensen die met je meedenken. Alleen jij ziet dit; ik meld het aan niemand.',
      lines(
        {
          answer: 'Wat je typte, staat nog in je antwoord.',
          elsewhere: 'Wat je typte, heb ik nog niet doorgegeven.',
          note: 'Wat je typte, staat alleen in je eigen notities.',
          nowhere: 'Wat je typte, bewaar ik niet. Het staat alleen nog in deze chat.',
          unsaid: 'Voor je partner verandert hier niets door.',
        }[words],
        ...(isAsking ? [`Is dit voor ${partner ?? 'je partner'}, of alleen voor jou?`] : []),
      ),
    ),
  whoseAsked: ({ partner }) => `Is wat je net typte voor ${partner ?? 'je partner'}, of alleen voor jou?`,
  wordsSettled: ({ how, about }) =>
    paragraphs(
      {
        forPartner: 'Goed. Wat je schreef, staat hieronder. Er gaat pas iets verder als jij daar tikt.',
        forMe: 'Goed. Je partner krijgt het niet, en ik bewaar het niet. In deze chat staat het nog.',
        wiped: 'Gewist, ook uit deze chat.',
        wipedHere: 'Uit deze chat gewist. Wat je eerder had verzegeld, is niet veranderd.',
      }[how],
      about === null ? null : 'Praten kan nog steeds, ook later: zie /hulp.',
    ),
  stopped: ({ partner, isLeaving }) =>
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
  beginningAsked: () =>
    paragraphs(
      'Je bent nu met niemand gekoppeld, en dat mag zo blijven. Je eigen open antwoorden haal je op met /export.',
      'Wil je er met iemand over praten, dan is er /hulp. En wil je toch iemand uitnodigen, dan kan dat hier.',
    ),
  unpairedSelf: ({ partner }) =>
    partner === null ? 'Losgekoppeld.' : `Losgekoppeld. ${partner} hoort alleen dat de koppeling is beëindigd.`,
};
