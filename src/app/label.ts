import { buttons, type Button, type ButtonName } from '../core/buttons.js';
import { discreetOffer } from '../core/discreet/fold.js';
import type { LabelName, Texts } from '../texts/texts.js';
import { minuteOfDay } from '../texts/when.js';

type Labels = Texts['labels'];
type Worded = {
  readonly [Name in ButtonName]: (typeof buttons)[Name]['label'] extends 'worded' ? Name : never;
}[ButtonName];

/** What stands on a button: its own label, or that of what it carries; see core/buttons.ts. */
export function labelOf(button: Button, { labels }: Pick<Texts, 'labels'>): string {
  const label = isWorded(button) ? worded[button.name](button, labels) : find(labels, calledBy(button));
  if (label === undefined) throw new Error(`the button ${button.name} has no label`);
  return label;
}

function calledBy({ name, arg }: Button): string | undefined {
  const { label } = buttons[name] as { readonly label: Exclude<(typeof buttons)[ButtonName]['label'], 'worded'> };
  if (label === 'own') return name;
  if (label === 'option') return undefined;
  if (label === 'arg') return arg;
  if (label === 'argOrOwn') return arg === '' ? name : arg;
  const { byArg, ...other }: { readonly byArg: Readonly<Record<string, string>>; readonly else?: string } = label;
  return byArg[arg] ?? other.else;
}

function isWorded(button: Button): button is Button<Worded> {
  return buttons[button.name].label === 'worded';
}

/** Hours and stretches of the day are said as such; some are called by where they stand. */
const worded: { readonly [Name in Worded]: (button: Button, labels: Labels) => string | undefined } = {
  hour: ({ arg }) => minuteOfDay(Number(arg)),
  setOpeningHour: ({ arg }, { openAtOnce, openTogether }) =>
    arg === '' ? openAtOnce : `${openTogether} ${minuteOfDay(Number(arg))}`,
  quiet: ({ arg }) => arg.split('-').map(Number).map(minuteOfDay).join('–'),
  listenInvite: ({ step }, { listenLive, listenApart }) => (step % 2 === 1 ? listenLive : listenApart),
  listenWho: ({ step }, { listenHear, listenTell }) => (step === 1 ? listenHear : listenTell),
  settings: ({ slot, arg }, labels) => (slot === 'back' ? labels.back : find(labels, viewLabels[arg])),
  discreet: ({ slot, arg }, labels) => {
    const [on, off] = slot === discreetOffer ? (['Yes', 'No'] as const) : (['On', 'Off'] as const);
    return labels[`discreet${arg === 'on' ? on : off}`];
  },
};

const viewLabels: Readonly<Record<string, LabelName>> = {
  all: 'back',
  rhythm: 'rhythmView',
  days: 'daysView',
  hour: 'hourView',
  quiet: 'quietView',
  holiday: 'holidayView',
  keeping: 'keepingView',
};

function find(labels: Labels, name: string | undefined): string | undefined {
  return name === undefined ? undefined : (labels as Readonly<Record<string, string>>)[name];
}
