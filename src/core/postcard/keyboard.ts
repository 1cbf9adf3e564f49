import { key } from '../keyboard.js';
import type { Key } from '../notice.js';
import { hasSentence, linesOf, skippable } from '../round/gaps.js';
import type { Scenario, Scenarios } from '../round/scenario.js';
import { formsOf } from './forms.js';
import type { GotPostcard, Postcard } from './scene.js';

type Rows = readonly (readonly Key[])[];

/** Below the question for one. */
export function askedKeys({ id, form, answer: { step } }: Postcard, scenarios: Scenarios): Rows {
  const others = formsOf(scenarios).filter((one) => one.id !== form);
  return [[...(others.length === 0 ? [] : [key('postcardMenu', id, step)]), key('postcardDrop', id, step)]];
}

/** [Anders…]: the other ones there are. */
export function formKeys({ id, form, answer: { step } }: Postcard, scenarios: Scenarios): Rows {
  const others = formsOf(scenarios).filter((one) => one.id !== form);
  const rows = others.map((one): readonly Key[] => [formKey(id, step, one)]);
  return [...rows, [key('postcardForm', id, step)]];
}

function formKey(id: string, step: number, { id: form, title, text }: Scenario): Key {
  return { ...key('postcardForm', id, step, form), label: title ?? text };
}

/** What is under a draft: [Geef] once a line can go, and a way to the next line while there is one. */
export function draftKeys({ id, form, answer }: Postcard, scenarios: Scenarios): Rows {
  const lines = linesOf(scenarios.get(form));
  const [give, restart] = [key('give', id, answer.step), key('postcardRestart', id, answer.step)];
  if (lines === null) return [[give, restart]];
  const next = skippable(lines, answer);
  return [
    hasSentence(lines, answer) ? [give, restart] : [restart],
    ...(next === null ? [] : [[key('postcardSkip', id, answer.step, next.id)]]),
  ];
}

export function whyKeys(id: string, step: number): Rows {
  return [[key('postcardNudgeLeft', id, step), { ...key('postcardRestart', id, step, 'rewrite') }]];
}

export function heldKeys({ id, answer }: Postcard): Rows {
  return [[key('postcardTakeBack', id, answer.step)]];
}

/** Under one that arrived: its own replies, and the thank-you. */
export function gotKeys({ id, isThanked, hasReplied }: GotPostcard, scenario: Scenario | undefined): Rows {
  const replies = hasReplied ? [] : (scenario?.after?.replies ?? []);
  const thank = isThanked ? [] : [key('postcardThank', id)];
  const keys = replies.map((reply): Key => ({ ...key('postcardReply', id, 0, reply.id), label: reply.label }));
  return [keys, thank].filter((row) => row.length > 0);
}
