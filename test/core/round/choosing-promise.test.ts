import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ButtonName } from '../../../src/core/buttons.js';
import type { Event } from '../../../src/core/event.js';
import { allowsVoice, anne, bram, days, given, hours, pairedCouple, time, type Someone } from '../../support/given.js';
import type { Happening } from '../memory.js';
import { feelingsChosen, freely, inside, wish } from '../prompts.js';
import type { Rules } from '../stage.js';

/** Promise 12: choose opens what was chosen; what was not is erased in the transaction that seals, and reaches nobody. */

/** Every word and voice note is one of a kind. */
interface Life {
  readonly rules: Rules;
  readonly said: { readonly by: number; readonly messageId: number }[];
}

type Deed = (life: Life, who: Someone, n: number) => void;

const say: Deed = ({ rules, said }, who) => {
  const messageId = rules.nextMessageId(who.id);
  said.push({ by: who.id, messageId });
  who.says(`‹${String(said.length)}›`, { messageId })(rules);
};
const speak: Deed = ({ rules, said }, who) => {
  const messageId = rules.nextMessageId(who.id);
  said.push({ by: who.id, messageId });
  who.speaks(`‹${String(said.length)}›`, { messageId })(rules);
};
const edit: Deed = ({ rules, said }, who, n) => {
  const own = said.filter(({ by }) => by === who.id);
  const edited = own[own.length - 1 - (n % Math.max(1, own.length))];
  if (edited === undefined) return;
  said.push(edited);
  who.edits(edited.messageId, `‹${String(said.length)}›`)(rules);
};
/** The newest of this name, or one of the last few: an old card stays on a phone that lags. */
const press =
  (name: ButtonName): Deed =>
  ({ rules }, who, n) => {
    const shown = rules.buttonsOf(who.id).filter((button) => button.name === name);
    const button = shown[shown.length - 1 - (n % Math.min(4, Math.max(1, shown.length)))];
    if (button !== undefined) rules.press(button, who.id, { name: who.name });
  };
/** The nth to mark is drawn; the card to seal is the newest. */
const newest =
  (deed: Deed): Deed =>
  (life, who) => {
    deed(life, who, 0);
  };
const seals = [say, say, press('toggleLine'), newest(press('sealChosen'))];
const passes =
  (ms: number): Deed =>
  ({ rules }) => {
    time.passes(ms)(rules);
  };
const exports: Deed = ({ rules }, who) => {
  who.does({ type: 'exportData' })(rules);
  press('exportAll')({ rules, said: [] }, who, 0);
  press('exportAllNow')({ rules, said: [] }, who, 0);
};

const deeds: readonly (readonly [weight: number, name: string, deed: Deed | readonly Deed[]])[] = [
  [6, 'says', say],
  [7, 'seals one of two', seals],
  [1, 'speaks', speak],
  [2, 'edits', edit],
  ...(
    [
      ...([[7, 'toggleLine'] as const, [5, 'sealChosen'] as const, [1, 'keepToMyself'] as const] as const),
      ...([[2, 'pick'] as const, [1, 'group'] as const, [1, 'skipLine'] as const, [1, 'restart'] as const] as const),
      ...([[2, 'withdraw'] as const, [1, 'add'] as const, [1, 'rewrite'] as const, [1, 'seal'] as const] as const),
      ...([
        [1, 'else'] as const,
        [1, 'notYet'] as const,
        [1, 'shareAnyway'] as const,
        [1, 'tellMore'] as const,
      ] as const),
    ] as const
  ).map(([weight, name]) => [weight, name, press(name)] as const),
  [
    2,
    'asks',
    ({ rules }, who) => {
      who.does({ type: 'askQuestion' })(rules);
    },
  ],
  [
    1,
    'takes back',
    ({ rules }, who) => {
      who.does({ type: 'withdraw' })(rules);
    },
  ],
  [
    1,
    'looks',
    ({ rules }, who) => {
      who.starts()(rules);
    },
  ],
  [1, 'exports', exports],
  [1, 'an hour', passes(hours(1))],
  [1, 'two days', passes(days(2))],
];

const lives = fc.array(
  fc.tuple(
    fc.constantFrom(anne, bram),
    fc.oneof(...deeds.map(([weight, name, deed]) => ({ weight, arbitrary: fc.constant({ name, deed }) }))),
    fc.nat(20),
  ),
  { minLength: 15, maxLength: 70 },
);

const prompts = [
  { ...freely, isOpening: true },
  ...[inside, wish, feelingsChosen, freely].map((one) => ({ ...one, isRecurring: true })),
];

/** What lay in the answer that a decision seals or lets go, and lies in it no more. */
function erasedBy(event: Event, before: ReturnType<Rules['personOf']>): readonly string[] {
  const isLast = event.type === 'keptToMyself' || (event.type === 'answerSealed' && event.answer.state === 'sealed');
  if (!isLast) return [];
  const wordsIn = (pieces: (typeof event.answer)['pieces']) =>
    pieces.flatMap((piece) => (piece.kind === 'text' ? piece.text : (piece.fileId ?? [])));
  const left = wordsIn(event.answer.pieces);
  return wordsIn(before.answers[event.round]?.pieces ?? []).filter((word) => !left.includes(word));
}

function saidIn({ heard }: Happening): string {
  return JSON.stringify(heard.map(({ notice }) => [notice.say, notice.keys]));
}

/** All that is stored of both. */
function storedIn(rules: Rules): string {
  return JSON.stringify([anne, bram].map(({ id }) => [rules.personOf(id), rules.coupleOf(id), rules.bookOf(id)]));
}

test('of what was not chosen no word is said to anybody, kept or exported once it was sealed', () => {
  const seen = { erased: 0, revealed: 0 };
  fc.assert(
    fc.property(lives, (life) => {
      const { rules } = given(pairedCouple({ prompts }), allowsVoice(anne), allowsVoice(bram));
      const world: Life = { rules, said: [] };
      const gone: string[] = [];
      for (const [who, deed, n] of life.flatMap(([one, { deed: all }, m]) =>
        [all].flat().map((each) => [one, each, m] as const),
      )) {
        const before = { [anne.id]: rules.personOf(anne.id), [bram.id]: rules.personOf(bram.id) };
        const happening = rules.begin();
        deed(world, who, n);
        // A tap is one decision, so this is the transaction that seals.
        const erased = happening.events.flatMap((event) =>
          'person' in event && event.person in before ? erasedBy(event, before[event.person] as never) : [],
        );
        gone.push(...erased);
        seen.erased += erased.length;
        seen.revealed += happening.events.filter(({ type }) => type === 'answersRevealed').length;
        const [said, stored] = [saidIn(happening), storedIn(rules)];
        for (const word of gone) {
          expect(said, `${word} is said`).not.toContain(word);
          expect(stored, `${word} is stored`).not.toContain(word);
        }
        const toOther = happening.heard.flatMap(({ notice }) =>
          notice.say?.name === 'revealed' ? [notice.say.params.partner] : [],
        );
        expect(JSON.stringify(toOther)).not.toContain('"chosen"');
      }
    }),
    { numRuns: 60 },
  );
  expect(seen.erased).toBeGreaterThan(30);
  expect(seen.revealed).toBeGreaterThan(10);
});
