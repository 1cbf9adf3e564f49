import { expect, test } from 'vitest';
import { buttonNames, buttons, type ButtonName } from '../../src/core/buttons.js';
import * as lists from '../../src/core/command.js';
import { commands, isAlwaysThrough, type PersonCommand } from '../../src/core/commands.js';
import { isAlwaysThrough as wasThrough, mustWait } from '../../src/core/held-back.js';
import { isDoing } from '../../src/core/silence.js';

/** The tables say what the lists say that they replace. */

const button = (name: ButtonName) => ({ name, slot: '', step: 0, arg: '' });

test('the button table names the buttons of the lists, in their order', () => {
  expect(buttonNames).toEqual(lists.buttonNames);
});

test('a button waits where it did', () => {
  for (const name of buttonNames) {
    const { waits } = buttons[name];
    const isOfListening = (lists.listeningButtons as readonly string[]).includes(name);
    expect([name, waits === 'both'], name).toEqual([name, mustWait(button(name))]);
    expect(waits !== 'never', name).toBe(mustWait(button(name)) || isOfListening || name === 'allowVoice');
  }
});

test('a command passes where it did, and is a sign of life where it was', () => {
  for (const type of Object.keys(commands) as (keyof typeof commands)[]) {
    expect(commands[type].from === 'person', type).toBe(isDoing({ type } as lists.Command));
    if (commands[type].from !== 'person') continue;
    const command = { type } as PersonCommand;
    expect(isAlwaysThrough(command), type).toBe(wasThrough(command));
  }
});
