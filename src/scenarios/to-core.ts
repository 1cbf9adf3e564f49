import type { Protocol } from '../core/listening/protocol.js';
import type { PathPlan } from '../core/path/plan.js';
import type {
  After,
  AnswerKind,
  InBoth,
  Option,
  OptionGroup,
  Scenario,
  Sheet,
  Verdict,
} from '../core/round/scenario.js';
import type { AnswerInFile } from './answer-file.js';
import type { AfterInFile, AskedFields } from './asked-file.js';
import type { GroupInFile, ListName, OptionInFile } from './file-fields.js';
import type { ListFile, ListOptionInFile, VerdictInFile } from './list-file.js';
import type { PathFile, PathStepInFile } from './path-file.js';
import { asAsked } from './path-rules.js';
import type { PostcardFile } from './postcard-file.js';
import { asAsked as asCard } from './postcard-rules.js';
import type { ScenarioFile } from './scenario-file.js';

/** From what a file says to what core plays. */

export interface List {
  readonly groups: readonly OptionGroup[];
  readonly verdicts: readonly Verdict[];
}

export type Lists = Readonly<Partial<Record<ListName, List>>>;

const cooldownDaysUnlessSaid = 14;

export function toScenario(file: ScenarioFile, lists: Lists): Scenario {
  const isRecurring = file.pace?.recurring ?? false;
  return {
    id: file.id,
    ...(file.title && { title: inBoth(file.title) }),
    ...toAsked(file, lists, () => file.id),
    text: inBoth(file.text),
    place: file.place,
    isOpening: file.opening,
    isRecurring,
    cooldownDays: isRecurring ? (file.pace?.cooldown_days ?? cooldownDaysUnlessSaid) : 0,
    revealsNeeded: file.requires?.reveals ?? 0,
    ...(file.tags && { tags: file.tags }),
    ...(file.season && { season: file.season }),
    ...(file.asks_after && { asksAfter: file.asks_after }),
    ...(file.retired && { isRetired: true }),
    ...(file.covers && { covers: file.covers }),
  };
}

export function toPostcard(file: PostcardFile, lists: Lists): Scenario {
  return {
    id: file.id,
    title: inBoth(file.title),
    ...toAsked(asCard(file), lists, () => file.id),
    text: inBoth(file.text),
    place: 'anywhere',
    isOpening: false,
    isRecurring: false,
    cooldownDays: 0,
    revealsNeeded: 0,
    postcard: {
      isFirst: file.first,
      isQuestion: file.asks,
      arrives: file.arrives ? inBoth(file.arrives) : null,
    },
  };
}

export function toPlan(file: PathFile): PathPlan {
  const title = inBoth(file.title);
  const titles = file.steps.map((step) => inBoth(step.title));
  return {
    id: file.id,
    title,
    about: file.about ? inBoth(file.about) : { nl: listed(titles, 'nl'), en: listed(titles, 'en') },
    order: file.order ?? null,
    revealsNeeded: file.requires?.reveals ?? 0,
    needsDone: file.requires?.done ?? [],
    steps: file.steps.map((step) => ({
      id: step.id,
      title: inBoth(step.title),
      scenario: scenarioOf(file, step.id),
    })),
  };
}

/** The scenarios of the steps that say by themselves what is asked. */
export function toSteps(
  file: PathFile,
  lists: Lists,
  protocolOf: (id: string) => Protocol | undefined,
): readonly Scenario[] {
  return file.steps.flatMap((step) => {
    if (step.use !== undefined) return [];
    const protocol = step.listen === undefined ? undefined : protocolOf(step.listen);
    const text = step.text === undefined ? protocol?.about : inBoth(step.text);
    if (text === undefined) return [];
    return {
      id: scenarioOf(file, step.id),
      title: inBoth(step.title),
      ...toAsked(asAsked(step), lists, (id = step.id) => scenarioOf(file, id)),
      text,
      place: protocol === undefined ? ('anywhere' as const) : ('together' as const),
      isOpening: false,
      isRecurring: false,
      cooldownDays: 0,
      revealsNeeded: 0,
      ...(step.shows !== undefined && { shows: scenarioOf(file, step.shows) }),
      ...(protocol && { protocol: protocol.id }),
      path: file.id,
    };
  });
}

/** Two hyphens stand in no id of a prompt, so a step can be mistaken for none. */
function scenarioOf(file: PathFile, stepId: string): string {
  const step = file.steps.find(({ id }: PathStepInFile) => id === stepId);
  return step?.use ?? `${file.id}--${stepId}`;
}

/** `scenarioOfStep` gives the scenario of another step, or its own. */
function toAsked(asked: AskedFields, lists: Lists, scenarioOfStep: (step?: string) => string) {
  return {
    examples: (asked.examples ?? []).map(inBoth),
    answer: asked.answer ? toAnswer(asked.answer, lists) : ({ kind: 'text' } as const),
    depth: asked.depth ?? 1,
    ...(asked.safety && { safetyNote: inBoth(asked.safety.note) }),
    ...(asked.visibility && asked.visibility !== 'blind' && { visibility: asked.visibility }),
    ...(asked.may_open && { mayOpen: asked.may_open }),
    ...(asked.after && { after: toAfter(asked.after, scenarioOfStep) }),
    ...(asked.lesson && { lesson: inBoth(asked.lesson) }),
    ...(asked.patience_days !== undefined && { patienceDays: asked.patience_days }),
    ...(asked.on_demand && ({ isOnDemand: true } as const)),
    ...(asked.help && ({ namesHelp: true } as const)),
  };
}

function toAfter(after: AfterInFile, scenarioOfStep: (step?: string) => string): After {
  const { picture } = after;
  return {
    replies: (after.replies ?? []).map((reply) => ({
      id: reply.id,
      label: inBoth(reply),
      wordsMax: reply.words ?? null,
    })),
    isThanksOnly: after.react === 'thank',
    picksOne: after.pick_one ?? false,
    drawing: picture
      ? {
          draw: picture.draw,
          from: scenarioOfStep(picture.from),
          with: picture.with === undefined ? null : scenarioOfStep(picture.with),
        }
      : null,
    keeps: after.keep ?? false,
    followUpDays: after.follow_up_days ?? [],
    ...(after.ritual && {
      ritual: {
        every: after.ritual.every,
        reminder: inBoth(after.ritual.reminder),
        ideas: (after.ritual.ideas ?? []).map(inBoth),
      },
    }),
  };
}

function toAnswer(answer: AnswerInFile, lists: Lists): AnswerKind {
  switch (answer.kind) {
    case 'text':
    case 'voice':
      return { kind: answer.kind };
    case 'choice':
    case 'scale':
      return { kind: answer.kind, options: answer.options.map(toOption) };
    case 'multi': {
      const own = answer.groups?.map(toGroup) ?? [];
      const { groups, verdicts = [] } = answer.list ? (lists[answer.list] ?? { groups: [] }) : { groups: own };
      return {
        kind: 'multi',
        groups,
        max: answer.max,
        ...(answer.ranked && { isRanked: true }),
        ...(verdicts.length > 0 && { verdicts }),
      };
    }
    case 'sheet':
      return toSheet(answer);
    case 'stem':
      return {
        kind: 'stem',
        lines: answer.lines.map((line) => ({
          id: line.id,
          text: inBoth(line),
          max: line.max,
          isOwnPart: line.own_part,
        })),
      };
  }
}

function toSheet({ themes, scale, ...sheet }: Extract<AnswerInFile, { kind: 'sheet' }>): Sheet {
  return {
    kind: 'sheet',
    themesOpen: sheet.themes_open,
    rowsShown: sheet.rows_shown,
    scale: scale.map((word) => ({ id: word.id, label: inBoth(word) })),
    themes: themes.map((theme) => ({
      id: theme.id,
      label: inBoth(theme),
      rows: theme.rows.map(({ id, stem, max, own_only: isOwnOnly, ...text }) =>
        stem === true
          ? { is: 'stem', id, line: { id, text: inBoth(text), max: max ?? sentenceMax, isOwnPart: false } }
          : { is: 'tapped', id, text: inBoth(text), isOwnOnly: isOwnOnly ?? false },
      ),
    })),
  };
}

const sentenceMax = 200;

export function toList({ groups, verdicts = [] }: ListFile): List {
  return { groups: groups.map(toGroup), verdicts: verdicts.map(toVerdict) };
}

function toVerdict({ nl, en, ask_on: askOn, help }: VerdictInFile): Verdict {
  return { words: { nl, en }, askOn, ...(help && { namesHelp: true as const }) };
}

function toGroup(group: GroupInFile): OptionGroup {
  return { id: group.id, label: inBoth(group), options: group.options.map(toOption) };
}

function toOption(option: OptionInFile & Pick<ListOptionInFile, 'examples'>): Option {
  const { id, sentence, examples } = option;
  return {
    id,
    label: inBoth(option),
    ...(sentence && { sentence: inBoth(sentence) }),
    ...(examples && { examples: examples.map(inBoth) }),
  };
}

/** Who wrote a prompt in one language shows it to everyone. */
export function inBoth({ nl, en }: { nl: string; en?: string | undefined }): InBoth {
  return { nl, en: en ?? nl };
}

function listed(titles: readonly InBoth[], language: keyof InBoth): string {
  return titles.map((title) => title[language]).join(' · ');
}
