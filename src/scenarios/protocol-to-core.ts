import type { Protocol, Step, StepOption } from '../core/listening/protocol.js';
import { kinds, type ProtocolFile, type StepInFile, type WayInFile } from './protocol-file.js';
import { type Lists, inBoth } from './to-core.js';

/** From what the file of a protocol says to what core plays. */

export function toProtocol(file: ProtocolFile, lists: Lists): Protocol {
  return {
    id: file.id,
    title: inBoth(file.title),
    about: inBoth(file.about),
    isDefault: file.first,
    paces: file.paces,
    swap: file.swap,
    turns: file.swap === 'never' ? 1 : file.turns,
    steps: file.steps.map((step) => toStep(step, lists)),
    feelings: lists.feelings?.groups ?? [],
  };
}

function toStep(step: StepInFile, lists: Lists): Step {
  const { pen, takes, unitsMax } = kinds[step.kind];
  return {
    id: step.id,
    kind: step.kind,
    pen: step.pen ?? pen,
    takes,
    toPen: inBoth(step.text),
    toOther: inBoth(step.other),
    stems: step.stems.map(inBoth),
    questions: step.questions.map(inBoth),
    options: step.options.map(toWay),
    unitsMax: step.words?.max ?? unitsMax,
    voicesMax: step.words?.voices ?? 3,
    secondsMax: step.words?.seconds ?? 120,
    groups: step.list === undefined ? [] : (lists[step.list]?.groups ?? []),
    picksMax: step.max,
    minutes: step.minutes ?? null,
  };
}

function toWay(way: WayInFile): StepOption {
  return {
    id: way.id,
    label: inBoth(way),
    line: way.line === undefined ? null : inBoth(way.line),
    goTo: way.to ?? null,
    most: way.most ?? null,
    wordsMax: way.words ?? null,
    sends: way.sends,
    confirms: way.confirms,
    after: way.after ?? null,
  };
}
