import { expect, test } from 'vitest';
import { buttonNames } from '../../src/core/buttons.js';
import { type Command } from '../../src/core/command.js';
import { anne, bothAnswer, bram, carl, given, pairedCouple } from '../support/given.js';
import { commandTable } from '../../src/telegram/commands.js';

test('no command and no button shows anybody, whoever runs the bot included, what others wrote', () => {
  const { rules } = given(
    pairedCouple(),
    ...bothAnswer('kastanje', 'kerktoren'),
    anne.does({ type: 'askQuestion' }),
    anne.says('kiezelsteen'),
    carl.starts(),
    carl.taps('agree'),
  );
  const happening = rules.begin();
  const sender = { name: 'Carl' };
  for (const { command } of commandTable) {
    const asked: Command = command === 'start' ? { type: 'start', sender, code: null } : command;
    if (asked.type !== 'stop') rules.perform(asked, carl.id);
  }
  const couple = rules.coupleOf(anne.id);
  const slots = ['', couple.id.toString(36), couple.round?.id ?? '', couple.opened[0]?.round.id ?? ''];
  for (const name of buttonNames.filter((one) => !one.startsWith('erase') && one !== 'stop')) {
    for (const slot of slots) {
      for (const step of [0, 1, 2]) rules.press({ name, slot, step, arg: '' }, carl.id, sender);
    }
  }
  expect(happening.heard.length).toBeGreaterThan(20);
  const toCarl = JSON.stringify(happening.heard.filter(({ notice }) => notice.to === carl.id));
  for (const word of ['kastanje', 'kerktoren', 'kiezelsteen', anne.name, bram.name]) expect(toCarl).not.toContain(word);
});
