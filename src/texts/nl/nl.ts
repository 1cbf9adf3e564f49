import { namedOr } from '../names.js';
import type { Texts } from '../texts.js';
import { agreementSay } from './agreement.js';
import { bookLabels, bookSay } from './book.js';
import { breatherLabels, breatherSay } from './breather.js';
import { commonLabels, commonSay } from './common.js';
import { discreetLabels, discreetSay } from './discreet.js';
import { helpLabels, helpSay } from './help.js';
import { leavingLabels, leavingSay } from './leaving.js';
import { listeningLabels, listeningSay } from './listening.js';
import { movedSay } from './moved.js';
import { newsSay } from './news.js';
import { openingLabels, openingSay } from './opening.js';
import { ownDataLabels, ownDataSay } from './own-data.js';
import { inviteToShare, pairingLabels, pairingSay } from './pairing.js';
import { pathLabels, pathSay } from './path.js';
import { postcardLabels, postcardSay } from './postcard.js';
import { rhythmLabels, rhythmSay } from './rhythm.js';
import { roomLabels, roomSay } from './room.js';
import { ritualLabels, ritualSay } from './ritual.js';
import { roundLabels, roundSay } from './round.js';
import { photoLabels, photoSay } from './photo.js';
import { voiceLabels, voiceSay } from './voice.js';

export const nl: Texts = {
  language: 'nl',
  description:
    'Af en toe één vraag voor jullie samen. Jullie antwoorden elk apart en lezen elkaars antwoord pas als jullie allebei klaar zijn. Gratis, zonder reclame.',
  shortDescription: 'Eén vraag, twee antwoorden, samen open. Voor twee mensen die elkaar willen horen.',
  inviteToShare,
  roomCommand: 'Hoe het met jullie kamer staat, in je eigen chat',
  blank: 'Hier stond iets van jullie.',
  commands: {
    question: 'Nu een vraag, voor jullie allebei',
    paths: 'Een paar vragen die bij elkaar horen',
    appreciate: 'Zeg wat je opviel, of stel een vraag',
    settings: 'Taal, ritme, herinnering',
    breather: 'Even rust, voor jullie allebei',
    listen: 'De een vertelt, de ander luistert',
    book: 'Wat jullie voor elkaar openden',
    helplines: 'Mensen die kunnen helpen',
    stop: 'Stoppen, zonder uitleg',
  },
  labels: {
    ...bookLabels,
    ...breatherLabels,
    ...commonLabels,
    ...discreetLabels,
    ...helpLabels,
    ...leavingLabels,
    ...listeningLabels,
    ...openingLabels,
    ...ownDataLabels,
    ...pairingLabels,
    ...pathLabels,
    ...postcardLabels,
    ...rhythmLabels,
    ...roomLabels,
    ...ritualLabels,
    ...roundLabels,
    ...photoLabels,
    ...voiceLabels,
  },
  say: namedOr('je partner', {
    ...agreementSay,
    ...bookSay,
    ...breatherSay,
    ...commonSay,
    ...discreetSay,
    ...helpSay,
    ...leavingSay,
    ...listeningSay,
    ...movedSay,
    ...newsSay,
    ...openingSay,
    ...ownDataSay,
    ...pairingSay,
    ...pathSay,
    ...postcardSay,
    ...rhythmSay,
    ...roomSay,
    ...ritualSay,
    ...roundSay,
    ...photoSay,
    ...voiceSay,
  }),
};
