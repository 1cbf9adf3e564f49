import type { Button } from '../../src/core/buttons.js';
import type { Command, Speech } from '../../src/core/command.js';
import type { ByHand } from '../support/by-hand.js';
import type { Someone } from '../support/given.js';
import type { CommandName } from '../support/tells.js';
import type { Rules } from './stage.js';

/** Everything one person can do, taken from the commands and from the buttons they were shown: nothing to be kept in step. */

/** One or more ways to do each; a command without a line does not compile. */
const ways: { readonly [T in ByHand]: readonly ((rules: Rules, who: Someone) => void)[] } = {
  start: [
    (rules, who) => {
      who.starts()(rules);
    },
  ],
  say: [
    ...['een stukje', 'ok', 'stop', 'adem uit', '23:00'].map((words) => (rules: Rules, who: Someone) => {
      say(rules, who, { kind: 'text', text: words });
    }),
    (rules, who) => {
      say(rules, who, { kind: 'voice', fileId: 'stem', seconds: 4 });
    },
    (rules, who) => {
      const [, asked] = buttonsShownTo(rules, who).filter(({ name }) => name === 'later');
      if (asked !== undefined) who.says('alsnog', { replyTo: `prompt:${asked.slot}` })(rules);
    },
  ],
  editSaid: [
    (rules, who) => {
      who.edits(rules.nextMessageId(who.id) - 1, 'anders')(rules);
    },
  ],
  heart: [
    (rules, who) => {
      const opened = buttonsShownTo(rules, who).find(({ name }) => name === 'tellMore');
      if (opened !== undefined) who.does({ type: 'heart' }, `reveal:${opened.slot}`)(rules);
    },
  ],
  pressUnknown: [plain({ type: 'pressUnknown' })],
  showInvite: [plain({ type: 'showInvite' })],
  listen: [plain({ type: 'listen' })],
  askQuestion: [plain({ type: 'askQuestion' })],
  appreciate: [plain({ type: 'appreciate' })],
  showPaths: [plain({ type: 'showPaths' })],
  showBook: [plain({ type: 'showBook' })],
  showSettings: [plain({ type: 'showSettings', view: 'all' }), plain({ type: 'showSettings', view: 'rhythm' })],
  shareZone: [plain({ type: 'shareZone', zone: 'America/New_York' }), plain({ type: 'shareZone', zone: null })],
  withdraw: [plain({ type: 'withdraw' })],
  callBreather: [plain({ type: 'callBreather' })],
  stop: [plain({ type: 'stop' })],
  erase: [plain({ type: 'erase' })],
  exportData: [plain({ type: 'exportData' })],
  inform: [plain({ type: 'inform', about: 'helplines' }), plain({ type: 'inform', about: 'privacy' })],
  unknownCommand: [plain({ type: 'unknownCommand' })],
  sendPhoto: [plain({ type: 'sendPhoto', fileId: 'foto', caption: null, messageId: 7 })],
  sendUnsupported: [plain({ type: 'sendUnsupported', what: 'media' })],
  sendMore: [plain({ type: 'sendMore' })],
  passInvite: [
    (rules, who) => {
      const [messageId, sender] = [rules.nextMessageId(who.id), { name: who.name }];
      who.does({ type: 'passInvite', sender, code: '7K3F9X2MQ4TB', messageId })(rules);
    },
  ],
  showRoom: [plain({ type: 'showRoom' })],
  roomAdded: [plain({ type: 'roomAdded', chat: '-1001' })],
  block: [plain({ type: 'block' })],
  unblock: [plain({ type: 'unblock' })],
};

function plain(command: Command) {
  return (rules: Rules, who: Someone): void => {
    who.does(command)(rules);
  };
}

function say(rules: Rules, who: Someone, speech: Speech): void {
  const messageId = rules.nextMessageId(who.id);
  rules.perform({ type: 'say', sender: { name: who.name }, speech, messageId, code: null }, who.id);
}

/** Something that anybody can do, now or later. */
export interface Doable {
  readonly name: string;
  readonly what: Button | CommandName;
  by(rules: Rules, who: Someone): void;
}

/** Each command by hand, and each way to give it. */
export const commands: readonly Doable[] = (Object.keys(ways) as ByHand[]).flatMap((what) =>
  ways[what].map((by, index) => ({ name: index === 0 ? what : `${what} ${String(index)}`, what, by })),
);

/** Each button that somebody was ever shown, the newest first, and each once. */
export function buttonsShownTo(rules: Rules, { id }: Someone): readonly Button[] {
  const shown = new Map(rules.buttonsOf(id).map((button) => [JSON.stringify(button), button]));
  return [...shown.values()].reverse();
}

export function pressing(button: Button): Doable {
  return {
    name: `taps ${button.name}${button.arg === '' ? '' : `:${button.arg}`}`,
    what: button,
    by: (rules, who) => {
      rules.press(button, who.id, { name: who.name });
    },
  };
}

/** The newest button that says the same, of those that this person has themselves. */
export function tapsTheSame(button: Button): Doable {
  return {
    ...pressing(button),
    by: (rules, who) => {
      const mine = buttonsShownTo(rules, who).filter(({ name }) => name === button.name);
      const found = mine.find(({ arg }) => arg === button.arg) ?? mine[0];
      if (found !== undefined) pressing(found).by(rules, who);
    },
  };
}
