import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandTable, readCommand } from '../../src/telegram/commands.js';
import { register, type Profile } from '../../src/telegram/register.js';
import { setStage, type Stage } from './stage.js';

const profile = (language: string): Profile => ({
  commands: {
    question: `${language} vraag`,
    paths: `${language} programma`,
    appreciate: `${language} waardeer`,
    breather: `${language} adempauze`,
    listen: `${language} luister`,
    book: `${language} boek`,
    settings: `${language} instellingen`,
    helplines: `${language} hulp`,
    stop: `${language} stop`,
  },
  description: `${language} beschrijving`,
  shortDescription: `${language} kort`,
  roomCommand: `${language} kamer`,
});

describe('the profile of the bot', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await setStage();
  });
  afterEach(() => stage.close());

  const tell = () => register(stage.client, { nl: profile('nl'), en: profile('en') }, 'nl', stage.log);

  it('stands in Dutch by default, and in Dutch and English for who reads those', async () => {
    await tell();
    const menu = async (scope: object) =>
      (await stage.client.call('getMyCommands', scope)).map(({ command, description }) => `${command}: ${description}`);
    const dutch = [
      'vraag: nl vraag',
      'programma: nl programma',
      'waardeer: nl waardeer',
      'adempauze: nl adempauze',
      'luister: nl luister',
      'boek: nl boek',
      'instellingen: nl instellingen',
      'hulp: nl hulp',
      'stop: nl stop',
    ];
    expect(await menu({})).toEqual(dutch);
    expect(await menu({ language_code: 'nl' })).toEqual(dutch);
    expect(await menu({ language_code: 'en' })).toEqual([
      'question: en vraag',
      'programme: en programma',
      'appreciate: en waardeer',
      'breather: en adempauze',
      'listen: en luister',
      'book: en boek',
      'settings: en instellingen',
      'helplines: en hulp',
      'stop: en stop',
    ]);
    expect(await stage.client.call('getMyDescription', { language_code: 'en' })).toEqual({
      description: 'en beschrijving',
    });
    expect(await stage.client.call('getMyShortDescription', {})).toEqual({ short_description: 'nl kort' });
  });

  it('shows in a group nothing but the room, and never a command that an old app might post openly', async () => {
    await register(stage.client, { nl: profile('nl'), en: profile('en') }, 'nl', stage.log, true);
    const menu = async (type: 'all_group_chats' | 'all_private_chats', language_code?: 'en') => {
      const asked = { scope: { type }, ...(language_code === undefined ? {} : { language_code }) };
      return (await stage.client.call('getMyCommands', asked)).map(({ command }) => command);
    };
    expect(await menu('all_group_chats')).toEqual(['kamer']);
    expect(await menu('all_group_chats', 'en')).toEqual(['room']);
    expect(await menu('all_private_chats')).toContain('hulp');
    expect(JSON.stringify(await stage.calls('setMyCommands', 6))).not.toContain('ephemeral');
  });

  it('does not keep the bot from starting when Telegram refuses it', async () => {
    await stage.fault({ kind: 'too-many-requests', method: 'setMyCommands' });
    await expect(tell()).resolves.toBeUndefined();
    expect(stage.logged()).toContain('could not register');
  });
});

describe('the command table', () => {
  it('gives no name to two commands', () => {
    const names = commandTable.flatMap(({ names: { nl, en } }) => [...new Set<string>([...nl, ...en])]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('understands every name it registers', () => {
    for (const { names, command } of commandTable) {
      for (const name of [...names.nl, ...names.en])
        expect(readCommand(`/${name}`, 'bot')?.valueOf()).toMatchObject({ command });
    }
  });
});
