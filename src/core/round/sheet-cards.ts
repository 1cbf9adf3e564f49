import { edit, partnerName, promptCard, remove, send, sheetCard } from '../compose.js';
import { key, press, promptKeys, type Rows } from '../keyboard.js';
import { say, type Notice, type Say } from '../notice.js';
import { isEmpty, partnerOf } from '../person.js';
import type { Answer, Person, Round } from '../scene.js';
import type { Stage } from '../stage.js';
import type { PersonId } from '../ids.js';
import type { Opens } from './say.js';
import type { Sheet } from './scenario.js';
import { chosenThemes, pickOf, placeOf, rowBefore, sheetOf, themesToChoose, type Place } from './sheet.js';

/** The one message in which a sheet is filled in: taps change it in place, words bring it down below them. */

export function sheetCards(
  me: Person,
  round: Round,
  { answer, how, opens }: { readonly answer: Answer; readonly how: 'new' | 'in-place'; readonly opens: Opens },
  stage: Stage,
): readonly Notice[] {
  const scenario = stage.scenarios.get(round.scenario);
  const sheet = sheetOf(scenario);
  if (sheet === null) return [];
  const card = sheetCard(round.id);
  const words = sheetSaid(me, round, sheet, answer, opens, stage);
  const keys = sheetKeys(round.id, sheet, answer);
  if (how === 'in-place') return [edit(me.id, card, words, { keys })];
  return [
    edit(me.id, promptCard(round.id), null, { keys: promptKeys(round, scenario, answer, null) }),
    remove(me.id, card),
    send(me.id, words, { card, keys, isProtected: true }),
  ];
}

function sheetSaid(me: Person, { scenario }: Round, sheet: Sheet, answer: Answer, opens: Opens, stage: Stage): Say {
  const place = placeOf(sheet, answer);
  if (place !== null) return say('sheetRow', { scenario, at: place.at, answer });
  const partner = partnerName(stage.after, me.id);
  const canChoose = themesToChoose(sheet, answer).length >= sheet.themesOpen;
  return say('sheetThemes', {
    scenario,
    partner,
    canChoose,
    sealing: { isAlone: partnerOf(stage.after, me) === null, opens },
  });
}

export function sheetKeys(round: string, sheet: Sheet, answer: Answer): Rows {
  const place = placeOf(sheet, answer);
  const back = rowBefore(sheet, answer) === null ? [] : [[key('rowBack', round, 0, place?.at ?? '')]];
  return place === null
    ? [...themeKeys(round, sheet, answer), ...back]
    : [...rowKeys(round, sheet, answer, place), ...back];
}

/** The words of a row, two by two, and then none of them. */
function rowKeys(round: string, sheet: Sheet, answer: Answer, { row, at }: Place): Rows {
  const pass = key('rowPass', round, 0, at);
  if (row.is === 'stem') return [[pass]];
  const words = sheet.scale.map(({ id, label }) =>
    press({ name: 'row', slot: round, step: 0, arg: pickOf(at, id) }, label, answer.picks.includes(pickOf(at, id))),
  );
  return inPairs([...words, pass]);
}

/** Which themes may open; sealed once so many are chosen as have to be. */
function themeKeys(round: string, sheet: Sheet, answer: Answer): Rows {
  const themes = themesToChoose(sheet, answer);
  const chosen = chosenThemes(sheet, answer);
  const keep = key('keepToMyself', round, answer.step);
  if (themes.length < sheet.themesOpen) return isEmpty(answer) ? [] : [[keep]];
  const toggles = themes.map(({ id, label }) => {
    const isOn = chosen.includes(id);
    return press({ name: 'toggleLine', slot: round, step: isOn ? 0 : 1, arg: id }, label, isOn);
  });
  return [...inPairs(toggles), [key('sealChosen', round, answer.step), keep]];
}

function inPairs<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return items.flatMap((_, index) => (index % 2 === 0 ? [items.slice(index, index + 2)] : []));
}

/** Sealed: the card says so in its place, and has nothing more to tap. */
export function sheetSealed(me: PersonId, round: Round, answer: Answer, opens: Opens, stage: Stage): readonly Notice[] {
  const words = say('sheetSealed', { scenario: round.scenario, answer, partner: partnerName(stage.after, me), opens });
  return [edit(me, promptCard(round.id), null), edit(me, sheetCard(round.id), words)];
}
