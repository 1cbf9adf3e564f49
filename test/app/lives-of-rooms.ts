import type { RoomReport } from '../../src/core/room/command.js';
import type { RoomCheck } from '../../src/core/room/scene.js';
import {
  anne,
  bothAnswer,
  bram,
  carl,
  days,
  hours,
  minutes,
  settledCouple,
  time,
  type Act,
  type Setting,
} from '../support/given.js';
import type { Rules } from '../core/stage.js';

/** Lives with a room; see lives.ts. What the courier finds when it looks at the group is told here; it does not look. */

const chat = '-4001';
const told =
  (report: RoomReport, ...named: readonly (number | null)[]): Act =>
  (rules) => {
    rules.inRoomOf(anne.id, report, null, named);
  };
const looked = (found: RoomCheck, asked: number | null = null) => told({ type: 'roomChecked', chat, found, asked });
const ofRound = (act: (round: string) => Act): Act => {
  const lastOf = (rules: Rules) => rules.coupleOf(anne.id).opened.at(-1)?.round.id ?? '';
  return (rules) => {
    act(lastOf(rules))(rules);
  };
};
const arrived = (round: string | null) => told({ type: 'roomArrived', chat, round, messageId: 7 });
const strangerPresses =
  (round: string): Act =>
  (rules) => {
    const button = { name: 'roomApart', slot: round, step: 0, arg: '' } as const;
    const press = { type: 'press', sender: { name: carl.name }, button, code: null } as const;
    rules.inRoomOf(anne.id, press, carl.id, [null]);
  };

const kamer = anne.does({ type: 'showRoom' });
const adds = anne.does({ type: 'roomAdded', chat });
const opens = [adds, looked('fits'), bram.taps('roomYes'), arrived(null)];
const answered = [anne.does({ type: 'askQuestion' }), ...bothAnswer()];
const withRooms = (...acts: readonly Act[]) => settledCouple({ rooms: 'on', acts });

export const livesOfRooms: readonly Partial<Setting>[] = [
  withRooms(
    ...[kamer, anne.taps('roomOnComputer'), kamer, anne.taps('roomDrop'), kamer, adds, looked('missing'), kamer],
    ...[told({ type: 'roomNews', news: 'joined' }, bram.id), looked('fits'), bram.does({ type: 'showRoom' })],
    ...[bram.taps('roomNo'), kamer, bram.taps('roomYes'), arrived(null), kamer],
    ...[...answered, ofRound(arrived), ofRound((slot) => bram.presses('roomApart', { slot }))],
    ...[...answered, ofRound(arrived), ofRound(strangerPresses), kamer],
    ...[anne.taps('roomLook'), looked('joined', anne.id), bram.taps('roomLook'), looked('fits', bram.id)],
    ...[bram.taps('roomYes'), anne.taps('roomYes'), bram.does({ type: 'showRoom' }), bram.taps('roomClose')],
  ),
  withRooms(...opens, ...answered, time.passes(minutes(11)), told({ type: 'roomNews', news: 'promoted' })),
  withRooms(...opens, ...answered, told({ type: 'roomLost', chat, reason: 'not-two' }), bram.does({ type: 'stop' })),
  withRooms(...opens, bram.does({ type: 'stop' }), bram.taps('unpair')),
  withRooms(...opens, told({ type: 'roomsEnded' })),
  withRooms(...opens, time.passes(days(101))),
  withRooms(adds, looked('fits'), bram.taps('roomNo'), time.passes(hours(25))),
  withRooms(...Array.from({ length: 12 }, () => [adds, looked('promoted')]).flat()),
  settledCouple({ rooms: 'unfit', acts: [kamer, adds] }),
];
