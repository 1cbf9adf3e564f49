import type { Scenario, Scenarios } from '../round/scenario.js';

/** The postcards there are to write: what /waardeer begins with, and those behind [Anders…]. */
export function formsOf(scenarios: Scenarios): readonly Scenario[] {
  const forms = [...scenarios.values()].filter((one) => one.postcard !== undefined && one.isRetired !== true);
  const isFirst = ({ postcard }: Scenario) => postcard?.isFirst === true;
  return [...forms.filter(isFirst), ...forms.filter((one) => !isFirst(one))];
}

/** To a partner «why» sounds like a reproach; it is told of the first word of a sentence alone. */
const why = /(?:^|[.?!:;…\n]\s*)["'“‘«(]*(?:(?:en|maar|and|but|so|dus)\s+)?(?:waarom|why)(?![\p{L}\p{N}])/iu;

export function asksWhy(text: string): boolean {
  return why.test(text.trim());
}
