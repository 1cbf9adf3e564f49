import type { Button } from '../core/command.js';
import { discreetOffer } from '../core/fold.js';
import type { LabelName, Texts } from '../texts/texts.js';
import { minuteOfDay } from '../texts/when.js';

/** What stands on a button: its own label, or that of what it carries. */
export function labelOf(button: Button, { labels }: Pick<Texts, 'labels'>): string {
  const { name, slot, arg } = button;
  if (name === 'hour') return minuteOfDay(Number(arg));
  if (name === 'setOpeningHour' && arg !== '') return `${labels.openTogether} ${minuteOfDay(Number(arg))}`;
  if (name === 'quiet') return arg.split('-').map(Number).map(minuteOfDay).join('–');
  if (name === 'listenInvite') return button.step === 1 ? labels.listenLive : labels.listenApart;
  if (name === 'settings' && slot === 'back') return labels.back;
  if (name === 'discreet' && slot === discreetOffer) return arg === 'on' ? labels.discreetYes : labels.discreetNo;
  const called = arg !== '' && calledByArg.has(name) ? arg : (carried[`${name}:${arg}`] ?? carried[name] ?? name);
  const label = (labels as Readonly<Record<string, string>>)[called];
  if (label === undefined) throw new Error(`the button ${name} has no label`);
  return label;
}

/** Buttons of a breather that are called by what they choose. */
const calledByArg: ReadonlySet<string> = new Set([
  'breathFor',
  'breathLonger',
  'breathMore',
  'breathMenu',
  'breathChoice',
  'breathMoment',
]);

const carried: Readonly<Record<string, LabelName>> = {
  'listenLater:hour': 'listenHour',
  'listenLater:evening': 'listenEvening',
  'listenLater:morning': 'listenMorning',
  'listenLater:nextEvening': 'listenNextEvening',
  'listenLater:other': 'listenOther',
  'listenReady:calm': 'readyCalm',
  'listenReady:some': 'readySome',
  'listenReady:high': 'readyHigh',
  'listenReady:anyway': 'readyAnyway',
  'listenOption:': 'back',
  'listenGroup:': 'back',
  'listenSignal:here': 'signalHere',
  'listenSignal:slower': 'signalSlower',
  'listenSignal:time': 'signalTime',
  'listenSwap:now': 'swapNow',
  'listenSwap:tomorrow': 'swapTomorrow',
  'listenSwap:no': 'swapNo',
  'listenTension:calm': 'afterCalm',
  'listenTension:some': 'afterSome',
  'listenTension:high': 'afterHigh',
  'listenFeelings:back': 'back',
  'listenKeep:now': 'keepNow',
  'listenKeep:day': 'keepDay',
  setOpeningHour: 'openAtOnce',
  'canSayNo:no': 'cannotSayNo',
  'canSayNo:unsure': 'unsure',
  'wouldHelp:less': 'helpLess',
  'wouldHelp:other': 'helpOther',
  'wouldHelp:shorter': 'helpShorter',
  'wouldHelp:rest': 'helpRest',
  'beginAgain:new': 'newInvite',
  language: 'otherLanguage',
  speak: 'otherLanguage',
  'days:daily': 'daily',
  'days:three': 'three',
  'days:weekly': 'weekly',
  'days:rest': 'rest',
  'settings:all': 'back',
  'settings:rhythm': 'rhythmView',
  'settings:days': 'daysView',
  'settings:hour': 'hourView',
  'settings:quiet': 'quietView',
  'settings:holiday': 'holidayView',
  'type:hour': 'typeHour',
  'type:quiet': 'typeQuiet',
  'type:holiday': 'typeHoliday',
  'holiday:7': 'oneWeek',
  'holiday:14': 'twoWeeks',
  'holiday:none': 'noHoliday',
  'settings:keeping': 'keepingView',
  'keeping:7': 'keep7',
  'keeping:30': 'keep30',
  'keeping:90': 'keep90',
  'keeping:365': 'keep365',
  'erase:answers': 'eraseAnswers',
  'erase:chat': 'eraseChat',
  'erase:everything': 'eraseEverything',
  'reminder:on': 'reminderOn',
  'reminder:off': 'reminderOff',
  'discreet:on': 'discreetOn',
  'discreet:off': 'discreetOff',
};
