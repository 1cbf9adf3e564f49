import type { ListeningSayParams } from '../../src/core/listening/say.js';
import type { Protocol } from '../../src/core/listening/protocol.js';
import type { Answer } from '../../src/core/scene.js';
import type { Piece } from '../../src/core/piece.js';

/** Every sentence of a listening round, with something for each way it can turn out, and every step of every protocol. */

type Samples = {
  readonly [Name in keyof ListeningSayParams]: [ListeningSayParams[Name], ...ListeningSayParams[Name][]];
};

const hourMs = 3_600_000;
const partner = 'Bram';
const text = (words: string): Piece => ({ kind: 'text', at: null, messageId: 1, text: words });
const voice: Piece = { kind: 'voice', at: null, messageId: 2, fileId: 'file', seconds: 67 };
const pieces = [text('Ik was moe, and I missed you.'), voice];
const long = [text('x'.repeat(1500)), voice];
const answer: Answer = { state: 'sealed', pieces, picks: [], step: 0 };
const both = [true, false] as const;

export function listeningSamples(now: number, protocols: readonly Protocol[]): Samples {
  const steps = protocols.flatMap(({ id, steps }) => steps.map(({ id: step }) => ({ protocol: id, step, partner })));
  const ways = protocols.flatMap(({ id, steps }) =>
    steps.flatMap(({ id: step, options }) =>
      options.map((option) => ({ protocol: id, step, partner, option: option.id })),
    ),
  );
  const spoken = ways.filter(({ protocol, step, option }) => {
    const found = protocols.find(({ id }) => id === protocol)?.steps.find(({ id }) => id === step);
    return found?.options.find(({ id }) => id === option)?.line !== null;
  });
  const [first] = steps;
  if (first === undefined) throw new Error('no protocol ships');
  const some = <Value>(values: readonly Value[]) => values as [Value, ...Value[]];
  const at = now + 20 * hourMs;
  return {
    listenStart: some(
      protocols.flatMap(({ id }) => both.map((isAbout) => ({ protocol: id, partner, isAbout, isHearing: !isAbout }))),
    ),
    listenMenu: [{}],
    listenInvite: some(
      protocols.flatMap(({ id }) =>
        (['apart', 'live'] as const).flatMap((pace) =>
          both.flatMap((isSpeaker) => both.map((isAbout) => ({ protocol: id, pace, partner, isSpeaker, isAbout }))),
        ),
      ),
    ),
    listenInvited: [
      { partner, pace: 'apart' },
      { partner, pace: 'live' },
    ],
    listenHours: [{ partner }],
    listenDeclined: [{}],
    listenUnnoticed: [{ partner }],
    listenGone: [{}],
    listenScheduled: some(both.map((isAgain) => ({ at, partner, isAgain }))),
    listenCancelled: [{}],
    listenReady: some(
      both.flatMap((isSpeaker) =>
        both.flatMap((isAgain) =>
          both.map((isForBoth) => ({ partner, isSpeaker, isForBoth, pace: 'apart' as const, isAgain })),
        ),
      ),
    ),
    listenConfirmed: [{ pieces }],
    listenReadyNoted: [{ partner }],
    listenTense: [{}],
    listenStep: some(
      steps.flatMap((said) =>
        (['apart', 'live'] as const).flatMap((pace) =>
          both.map((isPen) => ({
            ...said,
            isPen,
            isSpeaker: isPen,
            pace,
            draw: 4,
            until: pace === 'live' ? now + hourMs / 12 : null,
            isNewTurn: isPen,
            turn: 2,
          })),
        ),
      ),
    ),
    listenOption: some(ways.map((way) => ({ ...way, limit: 300 }))),
    listenDraft: [
      { ...first, option: null, pieces, picks: [], isLetter: false },
      { ...first, option: null, pieces: long, picks: [], isLetter: true },
    ],
    listenCleared: [{}],
    listenLetterSealed: [{ partner }],
    listenDoneNoted: [{ partner }],
    listenHeld: [
      { partner, isLetter: true },
      { partner, isLetter: false },
    ],
    listenTakenBack: [{}],
    listenSent: [{ partner }],
    listenSaid: some(spoken.map((way) => ({ ...way, pieces, picks: [] }))),
    listenLetters: [{ ...first, own: long, theirs: long }],
    listenTheme: [
      {
        said: {
          title: { nl: 'Plezier', en: 'Fun' },
          rows: [{ statement: { nl: 'Een zin.', en: 'A line.' }, words: [{ nl: 'vaak', en: 'mostly' }, null] }],
          sentences: [],
        },
        partner,
        names: ['Anne', partner],
        mine: 0,
      },
    ],
    listenQuote: some(both.map((isOwn) => ({ partner, isOwn, scenario: 'klein-moment', answer }))),
    listenSignal: some((['here', 'slower', 'time'] as const).map((signal) => ({ partner, signal }))),
    listenAside: [{}],
    listenAsideKept: [{}],
    listenAsideDropped: [{}],
    listenBreatherOffered: [{}],
    listenNotes: [{ pieces }],
    listenAwayAgain: [{}],
    listenNudge: [{}],
    listenTimeUp: [{}],
    listenParked: [{}],
    listenGoOnNoted: [{}],
    listenLetGo: [{}],
    listenOver: [{}],
    listenSwap: [{ partner }],
    listenSwapNoted: [{ wish: 'now' }, { wish: 'tomorrow' }, { wish: 'no' }],
    listenTurnScheduled: some(both.map((isSpeaker) => ({ at, isSpeaker, partner }))),
    listenDone: [{ partner }],
    listenThanks: [{ partner }],
    listenThanked: [{ partner }],
    listenMore: some(both.map((isKept) => ({ isKept }))),
    listenTensionNoted: [{}],
    listenFeelingNoted: [{ protocol: first.protocol, feeling: 'f_blij' }],
    listenKeeping: [{ until: null }, { until: at }],
    listenHeardAgain: [
      {
        protocol: first.protocol,
        me: 1,
        partner,
        said: [1, 2].map((by) => ({ by, step: first.step, option: null, pieces, picks: [] })),
      },
    ],
    listenPlanAsked: [{}],
    listenPlan: [{ plan: { words: 'Als een van ons moe is, then we stop.' } }],
    listenPlanSent: [{ partner, plan: { words: 'Als een van ons moe is, then we stop.' } }],
    listenPlanProposed: [{ partner, plan: { words: 'Als een van ons moe is, then we stop.' } }],
    listenPlanAgreed: [{ plan: { words: 'Als een van ons moe is, then we stop.' } }],
  };
}
