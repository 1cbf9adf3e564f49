import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttonNames } from '../../src/core/buttons.js';
import { updateTypes } from '../../src/emulator/bot-api/generate.js';
import { intake } from '../../src/telegram/intake.js';
import { filled, type Hints } from './filled.js';
import { openFuzzedHouse, partners, people, userOf, type FuzzedHouse, type Name } from './house.js';
import { numRuns } from './runs.js';
import { pairAll } from './states.js';

/** Every update that the Bot API can send, and such as it cannot. */
const types = updateTypes();
const update = types['TelegramUpdate'];
if (typeof update !== 'object' || !('fields' in update)) throw new Error('an update has no fields');
const kinds = Object.keys(update.fields).filter((kind) => kind !== 'update_id');

const names = Object.keys(people) as Name[];
const somebody = fc.constantFrom(...names);
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '/start',
    '/vraag',
    '/stop',
    '/wis',
    '/adempauze',
    '/intrek',
    '/instellingen',
    '/ritme',
    'ok',
    'Londen',
    '20:00',
    '0123456789AB',
  ),
);

/** Small numbers and few people, so that updates meet each other; `who` wrote it, in their own chat. */
const hintsFor = (who: Name): Hints => ({
  message_id: fc.integer({ min: 1, max: 1100 }),
  from: fc.constant(userOf(who)),
  user: fc.constant(userOf(who)),
  chat: fc.constant({ id: people[who], type: 'private', first_name: who }),
  text: texts,
  data: fc.oneof(
    texts,
    fc.constantFrom(...buttonNames).map((name) => `${name}:r1:0:`),
  ),
  emoji: fc.constantFrom('❤', '🔥'),
  status: fc.constantFrom('member', 'kicked', 'left'),
});
const hintsPerPerson = new Map(names.map((who) => [who, hintsFor(who)]));

function anyUpdate(kind: string, who: Name, oddsOfOdd: number): fc.Arbitrary<Record<string, unknown>> {
  const field = update as { fields: Record<string, { type: { ref: string } }> };
  const ref = field.fields[kind]?.type.ref ?? '';
  return filled(types, ref, hintsPerPerson.get(who) ?? {}, oddsOfOdd).map((part) => ({ [kind]: part }));
}

/** Those that a person brings about in a chat of their own come most. */
const likelyKinds = ['message', 'edited_message', 'callback_query', 'message_reaction', 'my_chat_member'];
const anything = fc
  .tuple(
    fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...likelyKinds) }, fc.constantFrom(...kinds)),
    somebody,
    fc.constantFrom(0, 10),
  )
  .chain(([kind, who, odds]) => fc.record({ who: fc.constant(who), parts: anyUpdate(kind, who, odds) }));

/** The numbers that stand where an update says who acts. */
function writersOf(parts: Record<string, unknown>): readonly string[] {
  const one = (of: unknown) => (of as { id?: unknown } | undefined)?.id;
  return Object.values(parts).flatMap((part) => {
    const { from, user } = (part ?? {}) as { from?: unknown; user?: unknown };
    return [one(from), one(user)].filter((id) => typeof id === 'number').map(String);
  });
}

describe('any update of the Bot API', () => {
  it.each(kinds)('of the kind %s asks for nobody but who sent it, and intake throws at none', (kind) => {
    const schema = fc
      .tuple(somebody, fc.constantFrom(0, 10), fc.nat())
      .chain(([who, odds, id]) => anyUpdate(kind, who, odds).map((parts) => ({ update_id: id, ...parts })));
    fc.assert(
      fc.property(schema, ({ update_id: updateId, ...parts }) => {
        const inbound = intake({ update_id: updateId, ...parts }, { username: 'SamenspraakBot' });
        if (inbound === null) return;
        expect(inbound.updateId).toBe(updateId);
        expect(inbound.origin.from).toBe('address');
        expect(writersOf(parts)).toContain(inbound.origin.from === 'address' ? inbound.origin.address : '');
      }),
      { numRuns: numRuns(40) },
    );
  });

  it('is nothing to intake, or a command, when it is no update at all', () => {
    fc.assert(
      fc.property(fc.anything({ maxDepth: 3 }), (what) => {
        const inbound = intake(what, { username: 'SamenspraakBot' });
        expect(inbound).toBeNull();
      }),
      { numRuns: numRuns(500) },
    );
  });
});

describe('whatever updates come, in any order', () => {
  let house: FuzzedHouse;
  beforeAll(async () => {
    house = await openFuzzedHouse();
    await pairAll(house);
  });
  afterAll(() => house.close());

  it('no rule throws, and nobody hears of what goes on in another couple', async () => {
    let updateId = 1_000_000;
    let reached = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { minLength: 5, maxLength: 15 }), async (updates) => {
        for (const { who, parts } of updates) {
          const { applied, rows } = await house.takes({ update_id: (updateId += 1), ...parts });
          expect(applied.filter(({ result }) => result === 'failed')).toEqual([]);
          const mayHear = partners[who].map((name) => people[name]);
          // A page of help is taken away after five minutes, whoever says something just then.
          const said = rows.filter(({ kind, lane }) => kind !== 'answer' && lane !== 'sweep');
          for (const row of said) expect(mayHear).toContain(row.params['chat_id']);
          reached += rows.length;
        }
      }),
      { numRuns: numRuns(40) },
    );
    // By chance of the seed, 34 to 67 when it was measured; none would mean that nothing was tried.
    expect(reached).toBeGreaterThan(15);
  });
});
